// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/drawing.h"

#include "ui/text/format.h"
#include "ui/theme/chartcolors.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/files.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>

namespace clusterdeck
{

namespace
{

struct DrawingWords {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Drawing)
};

constexpr int Margin = space::Huge;
constexpr int LongestImage = 12000; ///< in pixels at the scale 1; limits the memory to 192 MB
constexpr double ImageScale = 2;

constexpr int TextFlags = int(Qt::AlignLeft) | int(Qt::AlignTop) | int(Qt::TextWordWrap);

QFont titleFont(const Drawing &drawing)
{
    QFont font = drawing.font;
    font.setBold(true);
    return font;
}

QRectF summaryBox(const Drawing &drawing, double top)
{
    const QRectF room(Margin, top, Drawing::Width - 2 * Margin, 1e6);
    return QFontMetricsF(drawing.font).boundingRect(room, TextFlags, drawing.summary);
}

double headHeight(const Drawing &drawing)
{
    const double title = Margin + QFontMetricsF(titleFont(drawing)).height() + space::Small;
    return summaryBox(drawing, title).bottom() + space::Large;
}

void drawHead(const Drawing &drawing, QPainter &painter)
{
    const QFont bold = titleFont(drawing);
    const double line = QFontMetricsF(bold).height();
    const QRectF titleBox(Margin, Margin, Drawing::Width - 2 * Margin, line);
    painter.setPen(paperPalette().color(QPalette::Text));
    painter.setFont(bold);
    painter.drawText(titleBox, int(Qt::AlignLeft) | int(Qt::TextSingleLine), drawing.title);
    painter.drawText(titleBox, int(Qt::AlignRight), wordOf(drawing.dataKind));
    painter.setFont(drawing.font);
    const double below = Margin + line + space::Small;
    painter.drawText(QRectF(Margin, below, Drawing::Width - 2 * Margin, 1e6), TextFlags,
                     drawing.summary);
}

QSize wholeSize(const Drawing &drawing)
{
    return {Drawing::Width, int(headHeight(drawing)) + drawing.height + Margin};
}

void drawWhole(const Drawing &drawing, QPainter &painter, const QSize &size)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(QPoint(), size), paperPalette().color(QPalette::Base));
    drawHead(drawing, painter);
    const double head = headHeight(drawing);
    drawing.draw(painter,
                 QRectF(Margin, head, size.width() - 2 * Margin, size.height() - head - Margin), 0);
}

void drawPages(const Drawing &drawing, QIODevice *device)
{
    QPdfWriter writer(device);
    writer.setTitle(drawing.title);
    writer.setCreator(QStringLiteral("Clusterdeck"));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(300);
    QPainter painter(&writer);
    const double scale = double(writer.width()) / Drawing::Width;
    painter.scale(scale, scale);
    painter.setRenderHint(QPainter::Antialiasing);
    const double bottom = writer.height() / scale - Margin;
    double top = headHeight(drawing);
    drawHead(drawing, painter);
    int next = 0;
    while ((next = drawing.draw(painter,
                                QRectF(Margin, top, Drawing::Width - 2 * Margin, bottom - top),
                                next)) >= 0) {
        writer.newPage();
        top = Margin;
    }
}

QByteArray svgOf(const Drawing &drawing)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    const QSize size = wholeSize(drawing);
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(drawing.title);
    QPainter painter(&generator);
    drawWhole(drawing, painter, size);
    painter.end();
    return buffer.data();
}

QByteArray bytesOf(const Drawing &drawing, const QString &ending)
{
    if (ending == u"svg")
        return svgOf(drawing);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (ending == u"pdf")
        drawPages(drawing, &buffer);
    else
        imageOf(drawing).save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

QImage imageOf(const Drawing &drawing)
{
    QSize size = wholeSize(drawing);
    size.setHeight(std::min(size.height(), LongestImage));
    QImage image(size * ImageScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(ImageScale);
    QPainter painter(&image);
    drawWhole(drawing, painter, size);
    return image;
}

QString saveDrawing(const Drawing &drawing, const QString &path)
{
    const QByteArray bytes = bytesOf(drawing, QFileInfo(path).suffix().toLower());
    return bytes.isEmpty() ? DrawingWords::tr("The chart could not be drawn.")
                           : writeWhole(path, bytes);
}

} // namespace clusterdeck
