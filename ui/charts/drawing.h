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

/// A picture as it is saved or printed: dark on white, some thousand units wide, as high as it
/// needs. It is made of parts that stay whole on a page: charts, or bars.
struct Drawing {
    static constexpr int Width = 1000;

    QString title;
    QString summary; ///< the picture in a sentence or two
    bool demo = false;
    QFont font;
    int height = 0; ///< of all parts one below the other
    /// Draws into a box of Width as many parts as there is room for, but one at least, from number
    /// `first` on; says the number of the next one, or -1 when there is none. Null: there is
    /// nothing to draw.
    std::function<int(QPainter &painter, const QRectF &box, int first)> draw;
};

/// Writes it to `path` as what the path ends with: PDF (on A4 pages), SVG, or else PNG. Whole or
/// not at all; says why not, or nothing.
[[nodiscard]] QString saveDrawing(const Drawing &drawing, const QString &path);

/// As pixels, for the clipboard; a very long one is cut at its foot.
[[nodiscard]] QImage imageOf(const Drawing &drawing);

} // namespace clusterdeck
