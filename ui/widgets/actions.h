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

/// An action of `parent`, for menus and the tool bar, which shows its text without the marked
/// letter. `name` is for findChild(); `icon` is a file of resources/icons, or nothing.
[[nodiscard]] QAction *newAction(QObject *parent, const QString &name, const QString &text,
                                 const QString &icon = {});

/// All keys that the desktop has for `key`; `otherwise` when it has none.
[[nodiscard]] QList<QKeySequence> standardKeys(QKeySequence::StandardKey key,
                                               const QKeySequence &otherwise);

/// Shows a window, in front of the others.
void bringForward(QWidget *window);

} // namespace clusterdeck
