// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace clusterdeck
{

/// What of a window's own texts does not fit where it stands, what lies upon each other, and what
/// sticks out: a sentence each, with the widget's name and the numbers. Empty when all is well.
/// Not looked at: what is typed, and cells of tables but for IDs and counts; those may be as long
/// as they like. Tables whose rows cannot be copied, and titles that repeat the program's name, are
/// named too.
[[nodiscard]] QStringList overflowsIn(const QWidget *window);

/// What the keyboard reaches in a window and a screen reader has no name for, and labels that would
/// interpret what they are given.
[[nodiscard]] QStringList unnamedIn(const QWidget *window);

} // namespace clusterdeck
