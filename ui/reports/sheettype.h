// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QTextLayout>

#include <memory>

class QPainter;

namespace clusterdeck
{

/// How the letters of a sheet look, in points: the same on every screen and in every theme.
struct SheetType {
    QFont title;
    QFont strong;
    QFont normal;
    QFont small;
    QFont cell;
    QFont head; ///< of a column

    /// The program's own letters, with Chinese ones in the forms of the mainland behind them, where
    /// such a font is installed: the cloud's texts are Chinese.
    [[nodiscard]] static SheetType standard();
};

/// A text broken into lines of `width`, in units of `device`; what goes beyond `mostLines` is cut
/// with "…". Never markup.
class BrokenText
{
public:
    BrokenText(const QString &text, const QFont &font, QPaintDevice *device, qreal width,
               int mostLines, Qt::Alignment alignment = Qt::AlignLeft);

    [[nodiscard]] qreal height() const { return m_height; }
    void paint(QPainter *painter, const QPointF &at) const;

private:
    int breakInto(qreal width, int mostLines);

    std::unique_ptr<QTextLayout> m_layout;
    qreal m_height = 0;
};

} // namespace clusterdeck
