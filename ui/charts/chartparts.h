// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/chartcolors.h"

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace clusterdeck
{

// The common parts of bar charts and timelines. Everything is drawn with the painter's font. Sizes
// are in pixels.

/// Flags for painting text. It is not clipped: Chinese characters from a fallback font can be
/// higher than the height that the metrics of the font say.
inline constexpr int OneLine = int(Qt::TextSingleLine) | int(Qt::TextDontClip);

/// The least width of a bar, so that a small value is visible.
inline constexpr double LeastBarWidth = 2;

/// Fills `box`. A bar whose pattern leaves gaps gets an outline.
void fillBar(QPainter &painter, const QRectF &box, BarStyle style, const QPalette &palette);

/// The part of `box` for bars: right of the names, and left of labels of up to `labelWidth`.
[[nodiscard]] QRectF barArea(const QRectF &box, const QFont &font, double labelWidth,
                             bool hasNames = true);

/// The name of a bar, to the left of `area`; `row` has its vertical position.
void paintName(QPainter &painter, const QRectF &row, const QRectF &area, const QString &name,
               const QPalette &palette);

/// A position on the horizontal axis.
struct Tick {
    double x = 0;
    QString label;
};

/// Vertical lines through `box`.
void paintTickLines(QPainter &painter, const QRectF &box, const QList<Tick> &ticks,
                    const QPalette &palette);
/// The labels, below `top`.
void paintTickLabels(QPainter &painter, double top, const QList<Tick> &ticks,
                     const QPalette &palette);

struct LegendEntry {
    QString name;
    BarStyle style;
};

/// The height of a legend that is `width` wide. The entries take as many lines as they need.
[[nodiscard]] double legendHeight(const QList<LegendEntry> &entries, const QFont &font,
                                  double width);
void paintLegend(QPainter &painter, const QRectF &box, const QList<LegendEntry> &entries,
                 const QPalette &palette);

} // namespace clusterdeck
