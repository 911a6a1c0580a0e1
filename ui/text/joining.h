// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace clusterdeck
{

/// Whole sentences behind one another, without those that are empty. A full stop of full width
/// brings its own space along.
[[nodiscard]] QString sentences(const QStringList &each);

/// "a, b, c", as the language in use writes it.
[[nodiscard]] QString enumerated(const QStringList &each);

/// "this; that; and that": the same for longer parts, which may have commas of their own.
[[nodiscard]] QString clauses(const QStringList &each);

/// "prod-lab: too many requests".
[[nodiscard]] QString labelled(const QString &label, const QString &text);

} // namespace clusterdeck
