// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace clusterdeck
{

/// Sentences in one line, without the empty ones; separated by a space, except after full-width
/// punctuation, as in Chinese.
[[nodiscard]] QString sentences(const QStringList &each);

/// "a, b, c" in the program's language.
[[nodiscard]] QString enumerated(const QStringList &each);

/// The same for longer parts, which may contain commas: "this; that; that".
[[nodiscard]] QString clauses(const QStringList &each);

/// "prod-lab: too many requests".
[[nodiscard]] QString labelled(const QString &label, const QString &text);

} // namespace clusterdeck
