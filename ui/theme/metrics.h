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

/// The width of `letters` average Latin letters, in pixels. QFontMetrics::averageCharWidth() alone
/// does not do: in a font for Chinese it is the width of an ideograph, about twice as much.
[[nodiscard]] int widthOfLetters(const QFontMetrics &metrics, int letters);

/// The side of a status glyph or of an icon in a row, in device-independent pixels.
inline constexpr int GlyphSize = 16;

/// The height of a row of the main table in addition to that of its text, in device-independent
/// pixels. Most other views use space::Hair less.
inline constexpr int RowPadding = 10;

} // namespace clusterdeck
