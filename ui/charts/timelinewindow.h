// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/clock.h"

#include <QDialog>

namespace clusterdeck
{

class BatchRunner;
class Journal;
class BatchTimelinePage;

/// The time line of a batch of this session. Show it with show().
class TimelineWindow : public QDialog
{
    Q_OBJECT

public:
    /// All outlive the window.
    TimelineWindow(BatchRunner &runner, const Journal &journal, const Clock &clock, bool demo,
                   QWidget *parent);

    [[nodiscard]] BatchTimelinePage *page() const { return m_page; }
    [[nodiscard]] const BatchRunner &runner() const { return m_runner; }

private:
    BatchRunner &m_runner;
    BatchTimelinePage *m_page;
};

} // namespace clusterdeck
