// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QAction;
class QObject;
class QWidget;

namespace clusterdeck
{

/// An action owned by `parent`, for menus and the tool bar, which shows the text without its
/// mnemonic. `name`: the object name. `icon`: see lineIcon(); empty: none.
[[nodiscard]] QAction *newAction(QObject *parent, const QString &name, const QString &text,
                                 const QString &icon = {});

/// The keys that the platform has for `key`, without multimedia keys; `otherwise` if it has none.
[[nodiscard]] QList<QKeySequence> standardKeys(QKeySequence::StandardKey key,
                                               const QKeySequence &otherwise);

/// Shows a window in front of the others and gives it the focus, as far as the desktop allows it.
void bringForward(QWidget *window);

} // namespace clusterdeck
