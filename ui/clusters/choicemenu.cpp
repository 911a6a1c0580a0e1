// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/choicemenu.h"

#include <QActionGroup>
#include <QKeyEvent>

namespace clusterdeck
{

/// False: it is nothing that could be ticked beside others.
bool ChoiceMenu::tick(QAction *action)
{
    if (!action || !action->isEnabled() || !action->isCheckable() || action->actionGroup())
        return false;
    action->trigger();
    return true;
}

void ChoiceMenu::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && tick(activeAction()))
        return;
    QMenu::keyPressEvent(event);
}

void ChoiceMenu::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && actionAt(event->position().toPoint()) &&
        tick(actionAt(event->position().toPoint())))
        return;
    QMenu::mouseReleaseEvent(event);
}

} // namespace clusterdeck
