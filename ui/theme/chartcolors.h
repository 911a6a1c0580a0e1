// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QFont>
#include <QPalette>

namespace clusterdeck
{

/// The colours of charts, after Okabe and Ito: people with a colour vision deficiency can tell them
/// apart. A pattern, a word or a number is always beside a colour.
enum class ChartColor { Blue, Orange, Green, Sky, Vermilion, Purple, Grey };

/// How a bar is filled.
struct BarStyle {
    ChartColor color = ChartColor::Blue;
    Qt::BrushStyle pattern = Qt::SolidPattern;
};

/// A contrast of at least 3:1 to the window and base colours of `palette`, light or dark.
[[nodiscard]] QColor colorForChart(ChartColor color, const QPalette &palette);

/// The palette for printing and for saved files: always dark on white.
[[nodiscard]] QPalette paperPalette();

/// `font` with its size in pixels, for the same purpose: a size in points would depend on the
/// resolution of a PDF or SVG file.
[[nodiscard]] QFont paperFont(QFont font);

} // namespace clusterdeck
