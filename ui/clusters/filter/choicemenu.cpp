// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/filter/choicemenu.h"

#include <QActionGroup>
#include <QKeyEvent>

#include <algorithm>

namespace clusterdeck
{

/// Triggers a checkable entry. Returns false if it is disabled, not checkable or in a group, of
/// which only one entry can be checked.
bool ChoiceMenu::tick(QAction *action)
{
    if (!action || !action->isEnabled() || !action->isCheckable() || action->actionGroup())
        return false;
    action->trigger();
    return true;
}

bool ChoiceMenu::goTo(QChar letter)
{
    const QList<QAction *> all = actions();
    const auto isKey = [&](const QAction *action) {
        const QKeySequence key = QKeySequence::mnemonic(action->text());
        return !key.isEmpty() && key == QKeySequence::mnemonic(u'&' + QString(letter));
    };
    if (!letter.isLetterOrNumber() || std::any_of(all.begin(), all.end(), isKey))
        return false;
    const qsizetype now = all.indexOf(activeAction());
    for (qsizetype step = 1; step <= all.size(); ++step) {
        QAction *next = all.at((now + step) % all.size());
        if (next->isEnabled() && next->text().startsWith(letter, Qt::CaseInsensitive)) {
            setActiveAction(next);
            return true;
        }
    }
    return false;
}

void ChoiceMenu::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && tick(activeAction()))
        return;
    if (event->text().size() == 1 && event->modifiers() == Qt::NoModifier &&
        goTo(event->text().front()))
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
