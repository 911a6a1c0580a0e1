// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/actions.h"

#include "ui/text/mnemonic.h"
#include "ui/theme/glyphs.h"

#include <QAction>
#include <QWidget>

namespace clusterdeck
{

QAction *newAction(QObject *parent, const QString &name, const QString &text, const QString &icon)
{
    auto *action = new QAction(text, parent);
    action->setObjectName(name);
    action->setIconText(withoutMnemonic(text)); // Qt's own would keep the brackets of "删除(&D)"
    if (!icon.isEmpty())
        action->setIcon(lineIcon(icon));
    return action;
}

QList<QKeySequence> standardKeys(QKeySequence::StandardKey key, const QKeySequence &otherwise)
{
    QList<QKeySequence> keys = QKeySequence::keyBindings(key);
    // Newer versions of Qt also name keys such as "Refresh" and "Help", which few keyboards have.
    keys.removeIf([](const QKeySequence &each) {
        const Qt::Key only = each[0].key();
        return each[0].keyboardModifiers() == Qt::NoModifier &&
               (only == Qt::Key_Help || only >= Qt::Key_Back);
    });
    return keys.isEmpty() ? QList<QKeySequence>{otherwise} : keys;
}

void bringForward(QWidget *window)
{
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace clusterdeck
