// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QTextLayout>

#include <memory>

class QPainter;

namespace clusterdeck
{

/// The fonts of a report, sized in points: the same on every screen and in every theme.
struct ReportFonts {
    QFont title;
    QFont strong;
    QFont normal;
    QFont small;
    QFont cell;
    QFont head; ///< the titles of columns

    /// The program's own font, with a Simplified Chinese one as fallback where it is installed: the
    /// cloud's texts are Chinese.
    [[nodiscard]] static ReportFonts standard();
};

/// A plain text broken into lines of `width`, in units of `device`; cut with "…" after `mostLines`,
/// which is at least 1. `device` outlives this.
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
