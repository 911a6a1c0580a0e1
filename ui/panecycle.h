// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMainWindow;
class QWidget;

namespace clusterdeck
{

/// F6 and Shift+F6: the focus moves from pane to pane of a window, in a cycle. A pane that is
/// hidden, or has no widget that takes the focus now, is skipped. In a pane the focus returns to
/// the widget that had it last.
class PaneCycle : public QObject
{
    Q_OBJECT

public:
    /// `panes` in reading order; the window's docks follow them, those beside the centre before
    /// those below, including docks that are added later. The panes must live as long as the
    /// window.
    PaneCycle(QMainWindow *window, const QList<QWidget *> &panes);

    /// "Next Pane" and "Previous Pane", for a menu. They belong to the window.
    [[nodiscard]] QList<QAction *> actions() const { return m_actions; }

    /// Moves the focus one pane forward (`step` = 1) or back (-1). Does nothing if no other pane
    /// takes the focus.
    void go(int step);

private:
    [[nodiscard]] QList<QWidget *> panes() const;

    QMainWindow *m_window;
    QList<QWidget *> m_fixed;
    QList<QAction *> m_actions;
};

} // namespace clusterdeck
