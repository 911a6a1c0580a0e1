// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace clusterdeck
{

/// A name as lock patterns compare it: NFKC and case folding; every dash is '-'; characters that
/// cannot be seen are removed; white space is one blank, and none at the ends. U+FFFD stands for
/// what is no character. Folding twice changes nothing more.
[[nodiscard]] std::u32string foldedName(const QString &name);

/// What a name looks like, roughly: folded, without accents and blanks, and with letters of other
/// scripts and digits that look like a Latin letter as that letter. Says nothing certain.
[[nodiscard]] std::u32string nameSkeleton(const QString &name);

/// Whether `pattern` fits all of `name`; both are folded. `*` stands for any characters and `?` for
/// one; U+FFFD in a name may be any character. Needs no more than one step for each pair of
/// characters, whatever they are.
[[nodiscard]] bool patternMatches(std::u32string_view pattern, std::u32string_view name);

} // namespace clusterdeck
