// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFontMetrics;

namespace clusterdeck
{

/// The spacing scale of all layouts, in device-independent pixels.
namespace space
{
inline constexpr int Hair = 2;
inline constexpr int Small = 4;
inline constexpr int Medium = 8;
inline constexpr int Large = 12;
inline constexpr int Huge = 24;
} // namespace space

/// The width of so many letters of average English text, in pixels. QFontMetrics's average width is
/// of no use: in a font for Chinese it is the width of an ideograph, which is twice that.
[[nodiscard]] int widthOfLetters(const QFontMetrics &metrics, int letters);

/// Side of a status glyph or an icon in a row.
inline constexpr int GlyphSize = 16;

/// The height of a table row above that of its text, in pixels.
inline constexpr int RowPadding = 10;

} // namespace clusterdeck
