// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/clock.h"
#include "ui/widgets/window.h"

namespace clusterdeck
{

class BatchRunner;
class Journal;

/// The timeline of a batch of this session. Show it with show().
class TimelineWindow : public Window
{
    Q_OBJECT

public:
    /// All outlive the window.
    TimelineWindow(BatchRunner &runner, const Journal &journal, const Clock &clock,
                   QWidget *parent);

    [[nodiscard]] const BatchRunner &runner() const { return m_runner; }

private:
    BatchRunner &m_runner;
};

} // namespace clusterdeck
