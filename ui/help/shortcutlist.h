// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QWidget;

namespace clusterdeck
{

/// An action in a window and its keys.
struct ShortcutLine {
    QString where; ///< the widget that must have the focus; empty: any
    QString what;
    QList<QKeySequence> keys; ///< alternatives
};

/// The shortcuts of `window`: its actions and QShortcuts, the mnemonics of its menus and visible
/// buttons, and the keys that its table and filter field handle themselves. Sorted by `where`.
[[nodiscard]] QList<ShortcutLine> shortcutsOf(const QWidget *window);

/// The keys for display, in the platform's notation: "Ctrl+A" or "Return or Enter".
[[nodiscard]] QString keysText(const QList<QKeySequence> &keys);

} // namespace clusterdeck
