// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panecycle.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>

#include <algorithm>

namespace clusterdeck
{

namespace
{

bool takesKeyboard(const QWidget *widget)
{
    return widget && widget->isVisible() && widget->isEnabled() &&
           (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

/// The widget of a pane that gets the focus: the one that had it last, else the first in the tab
/// order; null if none takes it.
QWidget *entrance(QWidget *pane)
{
    if (!pane->isVisible())
        return nullptr;
    QWidget *last = pane->focusWidget();
    if (takesKeyboard(last) && (last == pane || pane->isAncestorOf(last)))
        return last;
    QWidget *widget = pane;
    do {
        if (takesKeyboard(widget) && !widget->focusProxy() &&
            (widget == pane || pane->isAncestorOf(widget)))
            return widget;
        widget = widget->nextInFocusChain();
    } while (widget != pane);
    return nullptr;
}

/// Docks beside the centre come before docks below it.
int place(const QMainWindow *window, QDockWidget *dock)
{
    return window->dockWidgetArea(dock) == Qt::BottomDockWidgetArea ? 1 : 0;
}

} // namespace

PaneCycle::PaneCycle(QMainWindow *window, const QList<QWidget *> &panes)
    : QObject(window)
    , m_window(window)
    , m_fixed(panes)
{
    auto *next = new QAction(tr("Ne&xt Pane"), window);
    next->setObjectName(QStringLiteral("Next pane"));
    next->setShortcut(Qt::Key_F6);
    connect(next, &QAction::triggered, this, [this] { go(1); });
    auto *previous = new QAction(tr("Pre&vious Pane"), window);
    previous->setObjectName(QStringLiteral("Previous pane"));
    previous->setShortcut(QKeyCombination(Qt::SHIFT, Qt::Key_F6));
    connect(previous, &QAction::triggered, this, [this] { go(-1); });
    m_actions = {next, previous};
}

QList<QWidget *> PaneCycle::panes() const
{
    auto docks = m_window->findChildren<QDockWidget *>(QString(), Qt::FindDirectChildrenOnly);
    std::stable_sort(docks.begin(), docks.end(), [this](QDockWidget *a, QDockWidget *b) {
        return place(m_window, a) < place(m_window, b);
    });
    QList<QWidget *> all = m_fixed;
    for (QDockWidget *dock : std::as_const(docks)) {
        if (dock->widget()) // without the buttons of the title bar
            all.append(dock->widget());
    }
    return all;
}

void PaneCycle::go(int step)
{
    const QList<QWidget *> all = panes();
    const QWidget *focus = QApplication::focusWidget();
    const auto here = std::find_if(all.begin(), all.end(), [focus](const QWidget *pane) {
        return focus && (pane == focus || pane->isAncestorOf(focus));
    });
    const auto count = int(all.size());
    // If no pane has the focus, forward begins at the first pane and back at the last.
    const int from = here != all.end() ? int(here - all.begin()) : (step > 0 ? -1 : count);
    for (int i = 1; i <= count; ++i) {
        QWidget *pane = all.at(((from + i * step) % count + count) % count);
        QWidget *target = entrance(pane);
        if (!target || target == focus)
            continue;
        target->window()->activateWindow(); // a dock may have left the window
        target->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return;
    }
}

} // namespace clusterdeck
