// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QFont>
#include <QPalette>

namespace clusterdeck
{

/// The colours of charts, based on those of Okabe and Ito, which people with a colour vision
/// deficiency can tell apart. Charts never use a colour without a pattern, a word or a number.
enum class ChartColor { Blue, Orange, Green, Sky, Vermilion, Purple, Grey };

/// How a bar is filled.
struct BarStyle {
    ChartColor color = ChartColor::Blue;
    Qt::BrushStyle pattern = Qt::SolidPattern;
};

/// The shade for `palette`, light or dark: its contrast is at least 3:1 to both window and base.
[[nodiscard]] QColor colorForChart(ChartColor color, const QPalette &palette);

/// The palette for printing and for saved files: always dark on white.
[[nodiscard]] QPalette paperPalette();

/// `font` with its size in pixels, for the same purpose as paperPalette(): a size in points would
/// depend on the resolution of a PDF or SVG file.
[[nodiscard]] QFont paperFont(QFont font);

} // namespace clusterdeck
