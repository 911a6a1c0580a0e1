// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editmenu.h"

#include "ui/clusters/table/clusterpane.h"
#include "ui/widgets/actions.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QMenuBar>

namespace clusterdeck
{

EditMenu::EditMenu(ClusterPane &pane, QAction *selectByList, QWidget *window)
    : QMenu(tr("&Edit"), window)
    , m_pane(pane)
    , m_window(window)
{
    m_copy = addEdit(QStringLiteral("Edit copy"), tr("&Copy"), QKeySequence::Copy);
    connect(m_copy, &QAction::triggered, this, &EditMenu::copy);
    QAction *all = addEdit(QStringLiteral("SelectAll"), tr("Select &All"), QKeySequence::SelectAll);
    connect(all, &QAction::triggered, this, &EditMenu::selectAll);
    pane.table()->addAction(all);
    addAction(selectByList);
    addSeparator();
    QAction *find = newAction(this, QStringLiteral("Find"), tr("&Find"));
    find->setShortcuts(standardKeys(QKeySequence::Find, QKeySequence(Qt::CTRL | Qt::Key_F)));
    connect(find, &QAction::triggered, this, [this] {
        m_pane.filterField()->setFocus(Qt::ShortcutFocusReason);
        m_pane.filterField()->selectAll();
    });
    addAction(find);
    connect(this, &QMenu::aboutToShow, this, &EditMenu::update);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { follow(now); });
}

/// The menu only shows the key: the lists and fields handle it themselves.
QAction *EditMenu::addEdit(const QString &name, const QString &text, QKeySequence::StandardKey key)
{
    QAction *action = newAction(this, name, text);
    action->setShortcuts(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    addAction(action);
    return action;
}

void EditMenu::follow(QWidget *focus)
{
    if (!focus || focus->window() != m_window || qobject_cast<QMenuBar *>(focus))
        return; // the focus returns to a widget of the window
    m_target = focus->metaObject()->indexOfSlot("selectAll()") >= 0 ? focus : nullptr;
}

QWidget *EditMenu::target() const
{
    return m_target && m_target->isVisible() ? m_target.data() : m_pane.table();
}

/// Lists copy with an action of their own, fields with the slot copy().
void EditMenu::copy()
{
    for (QAction *action : target()->actions()) {
        if (action->shortcut() == QKeySequence(QKeySequence::Copy))
            return action->trigger();
    }
    QMetaObject::invokeMethod(target(), "copy");
}

void EditMenu::selectAll()
{
    QMetaObject::invokeMethod(target(), "selectAll");
}

void EditMenu::update()
{
    const auto *view = qobject_cast<QAbstractItemView *>(target());
    m_copy->setEnabled(!view || view->selectionModel()->hasSelection());
}

} // namespace clusterdeck
