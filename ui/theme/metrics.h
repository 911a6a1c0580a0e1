// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFontMetrics;

namespace clusterdeck
{

/// The one spacing scale, in device-independent pixels. Whoever lays something out picks from here.
namespace space
{
inline constexpr int Hair = 2;
inline constexpr int Small = 4;
inline constexpr int Medium = 8;
inline constexpr int Large = 12;
inline constexpr int Huge = 24;
} // namespace space

/// How wide so many letters of English text are. A font for Chinese calls the width of its
/// ideographs the average, which is twice that.
[[nodiscard]] int widthOfLetters(const QFontMetrics &metrics, int letters);

/// Side of a status glyph or an icon in a row.
inline constexpr int GlyphSize = 16;

/// What a table row adds to the height of its text.
inline constexpr int RowPadding = 10;

} // namespace clusterdeck
