// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <limits>

namespace clusterdeck
{

/// Makes text of others (names, descriptions, messages of a cloud) safe to display: invisible
/// characters, and those that move, hide or reorder other text, are replaced by their number, such
/// as ⟨U+202E⟩ or ⟨U+001B⟩. Idempotent. Only for display: texts are sent, sorted, filtered and
/// stored unchanged.

/// The code point that begins at `at`; an unpaired surrogate counts as one.
[[nodiscard]] char32_t codePointAt(const QString &text, qsizetype at);

/// True for control characters, bidi controls, other formatting and invisible characters, line and
/// paragraph separators, blank letters, U+FFFC, noncharacters, and unpaired surrogates. False for
/// the joiners U+200C and U+200D and variation selectors, which emoji, Persian and Indic scripts
/// need, and for letters of any script.
[[nodiscard]] bool isHidden(char32_t character);

/// Contains U+FFFD, which replaced bytes that were no valid text.
[[nodiscard]] inline bool isDamaged(const QString &text)
{
    return text.contains(QChar(QChar::ReplacementCharacter));
}

/// Replaces every hidden character, line feeds and tabs too. Text without any is returned
/// unchanged, without a copy.
[[nodiscard]] QString visibleText(const QString &text);

inline constexpr qsizetype Everything = std::numeric_limits<qsizetype>::max();

/// The same for several lines: line feeds and tabs stay, CR LF becomes a line feed. `enough`, here
/// and below: the caller uses only about this many UTF-16 units; a longer result may be cut
/// anywhere after them, also inside a grapheme.
[[nodiscard]] QString visibleLines(const QString &text, qsizetype enough = Everything);

/// The same for one line: line breaks, tabs and runs of white space become one blank, and are
/// removed at the ends.
[[nodiscard]] QString visibleLine(const QString &text, qsizetype enough = Everything);

/// The beginning of a visible text, of at most `limit` UTF-16 units. Cuts between graphemes and not
/// inside a ⟨U+202E⟩. Only a grapheme of more than `limit` units is cut itself, never between
/// surrogates.
[[nodiscard]] QString beginningOf(const QString &text, qsizetype limit);

} // namespace clusterdeck
