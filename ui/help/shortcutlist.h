// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QWidget;

namespace clusterdeck
{

/// Something that keys do in a window.
struct ShortcutLine {
    QString where; ///< what must have the keyboard; empty: anything in the window
    QString what;
    QList<QKeySequence> keys; ///< any one of them
};

/// What the keys do in `window`, read from itself: its actions and shortcuts, the letters that its
/// menus and buttons have underlined, and then what its table and filter field do with keys
/// themselves. By where, in the window's order.
[[nodiscard]] QList<ShortcutLine> shortcutsOf(const QWidget *window);

/// As people read them: "Ctrl+A" or "Return or Enter".
[[nodiscard]] QString keysText(const QList<QKeySequence> &keys);

} // namespace clusterdeck
