// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace clusterdeck
{

/// Describes texts of a window that do not fit, widgets that overlap, and widgets that exceed their
/// parent: one sentence each, with the widget's name and sizes. Empty when there is none. Typed
/// text and table cells are not checked, except ids and counts, because they may have any length.
/// Also reports tables whose rows cannot be copied, and titles that repeat the program's name.
[[nodiscard]] QStringList overflowsIn(const QWidget *window);

/// Reports controls that are reachable by keyboard but have no accessible name, and labels that
/// would interpret markup.
[[nodiscard]] QStringList unnamedIn(const QWidget *window);

/// Presses Tab until the focus is where it was, and reports the controls of the window that take
/// the focus with Tab but never had it. The focus is afterwards where it was before.
[[nodiscard]] QStringList unreachedByTab(QWidget *window);

} // namespace clusterdeck
