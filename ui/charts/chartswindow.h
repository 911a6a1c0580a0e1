// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/window.h"

namespace clusterdeck
{

class ClusterTable;
class Session;

/// Charts of the clusters: an overview, their usage, the effect of a clean-up. They follow changes
/// while the window is open. Show it with show().
class ChartsWindow : public Window
{
    Q_OBJECT

public:
    /// `session` and `table` outlive the window.
    ChartsWindow(Session &session, ClusterTable &table, QWidget *parent);
};

} // namespace clusterdeck
