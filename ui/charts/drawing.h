// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/datakind.h"

#include <QFont>
#include <QImage>
#include <QRectF>
#include <QString>

#include <functional>

class QPainter;

namespace clusterdeck
{

/// A chart for saving: dark on white, as high as it needs to be. It consists of parts that no page
/// break divides: rows of charts, or bars of a timeline.
struct Drawing {
    static constexpr int Width = 1000; ///< in pixels at the scale 1

    QString title;
    QString summary; ///< the chart in a sentence or two
    DataKind dataKind = DataKind::Real;
    QFont font;
    int height = 0; ///< of all parts together, in pixels at the scale 1
    /// Draws parts from number `first` on, as many as fit into `box` but at least one, with the
    /// painter's font. Returns the number of the next part, or -1 after the last one.
    std::function<int(QPainter &painter, const QRectF &box, int first)> draw;
};

/// Writes `drawing` to `path`: as PDF (A4 pages) or SVG by the file name's extension, otherwise as
/// PNG. Returns an empty text, or a sentence that says why it failed; then the file is unchanged.
[[nodiscard]] QString saveDrawing(const Drawing &drawing, const QString &path);

/// `drawing` as an image. A very high image is cut off at the bottom.
[[nodiscard]] QImage imageOf(const Drawing &drawing);

} // namespace clusterdeck
