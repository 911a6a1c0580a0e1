// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <limits>

namespace clusterdeck
{

/// Text that others wrote (names, descriptions, messages of a cloud) made fit to be looked at:
/// whatever has no shape of its own but moves, hides or steers other text becomes something one
/// sees: its number, as ⟨U+202E⟩ or ⟨U+001B⟩. Doing it twice changes nothing more. What is sent,
/// sorted, filtered and stored stays as it came: these are for the eye.

/// Control characters, bidi controls, other formatting and invisible characters, line and paragraph
/// separators, blank letters, U+FFFC, noncharacters, and surrogates that stand alone. Not: the
/// joiners U+200C and U+200D and variation selectors, without which emoji, Persian and Indic
/// scripts fall apart; letters of any script, right-to-left ones among them.
[[nodiscard]] bool isHidden(char32_t character);

/// U+FFFD is in it: it stands for what was sent and is no text.
[[nodiscard]] inline bool isDamaged(const QString &text)
{
    return text.contains(QChar(QChar::ReplacementCharacter));
}

/// Every hidden character is visible in the result, line feeds and tabs too. Text without any comes
/// back as it is, sharing its characters.
[[nodiscard]] QString visibleText(const QString &text);

inline constexpr qsizetype Everything = std::numeric_limits<qsizetype>::max();

/// The same for a place that has lines: line feeds and tabs stay, CR LF becomes a line feed.
/// `enough`: no more than about so many units of the result are wanted; a longer text may end
/// anywhere behind them, in the middle of what people take for a character. Here and below.
[[nodiscard]] QString visibleLines(const QString &text, qsizetype enough = Everything);

/// The same for a place that is one line: line breaks, tabs and runs of white space become one
/// blank, and none is left at the ends.
[[nodiscard]] QString visibleLine(const QString &text, qsizetype enough = Everything);

/// The beginning of a visible text, of at most `limit` UTF-16 units. Cuts between what people take
/// for characters and not inside a ⟨U+202E⟩; only a single character of more than `limit` units
/// is cut itself, and never between surrogates.
[[nodiscard]] QString beginningOf(const QString &text, qsizetype limit);

} // namespace clusterdeck
