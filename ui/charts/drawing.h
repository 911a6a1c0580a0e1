// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QImage>
#include <QRectF>
#include <QString>

#include <functional>

class QPainter;

namespace clusterdeck
{

/// A chart as it is saved: dark on white, as high as it needs to be. It consists of parts that no
/// page break divides: rows of charts, or bars of a time line.
struct Drawing {
    static constexpr int Width = 1000; ///< in pixels at the scale 1

    QString title;
    QString summary; ///< the chart in a sentence or two
    bool demo = false;
    QFont font;
    int height = 0; ///< of all parts together
    /// Draws parts from number `first` on, as many as `box` has room for but at least one, with the
    /// painter's font. Returns the number of the next part, or -1 after the last one.
    std::function<int(QPainter &painter, const QRectF &box, int first)> draw;
};

/// Writes it to `path`, as PDF (A4 pages), SVG or else PNG, by the ending of the path. Returns the
/// problem, or an empty text. After a problem the file is as it was before.
[[nodiscard]] QString saveDrawing(const Drawing &drawing, const QString &path);

/// As an image. A very high one is cut off at the bottom.
[[nodiscard]] QImage imageOf(const Drawing &drawing);

} // namespace clusterdeck
