// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace clusterdeck
{

/// A name as lock patterns compare it: NFKC and case folding; every dash becomes '-'; invisible
/// characters are removed; white space becomes one blank, and none at the ends; invalid UTF-16
/// becomes U+FFFD. Idempotent.
[[nodiscard]] std::u32string foldedName(const QString &name);

/// An approximation of how a name looks: folded, without accents and blanks, and with the Latin
/// letter for digits and for letters of other scripts that look like one.
[[nodiscard]] std::u32string nameSkeleton(const QString &name);

/// Whether `pattern` matches the whole of `name`; both are folded. `*` matches any characters, `?`
/// one; U+FFFD in the name matches any character. At most O(pattern × name) steps.
[[nodiscard]] bool patternMatches(std::u32string_view pattern, std::u32string_view name);

} // namespace clusterdeck
