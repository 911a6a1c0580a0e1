// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMainWindow;
class QWidget;

namespace clusterdeck
{

/// F6 and Shift+F6: the keyboard goes round a window, from pane to pane. A pane that is hidden, or
/// has nothing that takes the keyboard now, is passed over. A pane is entered where it was left.
class PaneCycle : public QObject
{
    Q_OBJECT

public:
    /// `panes` in reading order; the window's docks follow them, those beside the centre before
    /// those below, including docks that are added later. The panes must live as long as the
    /// window.
    PaneCycle(QMainWindow *window, const QList<QWidget *> &panes);

    /// To the next pane and to the one before, for a menu.
    [[nodiscard]] QList<QAction *> actions() const { return m_actions; }

    /// Goes one pane on (`step` = 1) or back (-1). Where there is no other, nothing happens.
    void go(int step);

private:
    [[nodiscard]] QList<QWidget *> panes() const;

    QMainWindow *m_window;
    QList<QWidget *> m_fixed;
    QList<QAction *> m_actions;
};

} // namespace clusterdeck
