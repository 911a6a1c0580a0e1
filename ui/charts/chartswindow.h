// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTabWidget;

namespace clusterdeck
{

class ClusterTable;
class Session;

/// Charts of the clusters: an overview, their usage, the effect of a clean-up. They follow changes
/// while the window is open. Show it with show().
class ChartsWindow : public QDialog
{
    Q_OBJECT

public:
    /// `session` and `table` outlive the window.
    ChartsWindow(Session &session, ClusterTable &table, QWidget *parent);

private:
    void layOut(bool demo);

    QTabWidget *m_tabs;
};

} // namespace clusterdeck
