// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportprinter.h"

#include "ui/reports/reportlayout.h"
#include "ui/text/format.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>

namespace clusterdeck
{

namespace
{

struct Print {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Print)
};

constexpr int Resolution = 1200; ///< dots per inch
constexpr qreal Margin = 30;     ///< in points, as the next two
constexpr qreal Head = 22;       ///< above the contents
constexpr qreal Foot = 16;       ///< below the contents
constexpr QRgb Ink = 0x000000;
constexpr QRgb Grey = 0x505050;
constexpr QRgb Hairline = 0xb8b8b8;
constexpr QRgb Shade = 0xeeeeee;

QPageSize::PageSizeId paper()
{
    return QLocale().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter
                                                                      : QPageSize::A4;
}

} // namespace

/// The order of the members is that of their initialization: each uses the ones before it.
class ReportPrinter::Private
{
public:
    explicit Private(Report of)
        : report(std::move(of))
        , writer(prepared())
        , layout(report, writer.get(), body().size())
    {
    }

    bool step();
    void paintPage();

    Report report;
    QByteArray bytes;
    QBuffer buffer{&bytes};
    std::unique_ptr<QPdfWriter> writer;
    ReportLayout layout;
    QPainter painter;
    bool laidOut = false;
    bool done = false;
    int painted = 0; ///< pages

private:
    std::unique_ptr<QPdfWriter> prepared();
    [[nodiscard]] QRectF body() const;
    [[nodiscard]] static qreal pt(qreal points) { return points * Resolution / 72; }
    void pen(QRgb color, qreal points);
    void paintText(const BrokenText &text, const QPointF &at, QRgb color = Ink);
    qreal paintMark();
    void paintBands(const QRectF &page);
    void paintUnit(const ReportUnit &unit, QPointF at, bool header);
    void paintFacts(const ReportFacts &facts, int row, const QPointF &at);
    void paintHeader(const ReportTable &table, int block, const QPointF &at);
    void paintRow(const ReportTable &table, const ReportUnit &unit, const QPointF &at);
    void paintBlanks(const ReportSignatures &blanks, const QPointF &at);
};

std::unique_ptr<QPdfWriter> ReportPrinter::Private::prepared()
{
    buffer.open(QIODevice::WriteOnly);
    auto made = std::make_unique<QPdfWriter>(&buffer);
    made->setResolution(Resolution);
    made->setPageLayout({QPageSize(paper()), QPageLayout::Landscape, QMarginsF(0, 0, 0, 0)});
    made->setTitle(report.title);
    made->setCreator(QStringLiteral("Clusterdeck " CLUSTERDECK_VERSION));
    return made;
}

QRectF ReportPrinter::Private::body() const
{
    const QRectF page(QPointF(0, 0), QSizeF(writer->width(), writer->height()));
    return page.adjusted(pt(Margin), pt(Margin + Head), -pt(Margin), -pt(Margin + Foot));
}

bool ReportPrinter::Private::step()
{
    if (done)
        return false;
    if (!laidOut) {
        laidOut = !layout.step();
        return true;
    }
    if (painted < layout.pages().size()) {
        if (painted == 0)
            painter.begin(writer.get());
        else
            writer->newPage();
        paintPage();
        ++painted;
        return true;
    }
    painter.end();
    buffer.close();
    done = true;
    return false;
}

void ReportPrinter::Private::pen(QRgb color, qreal points)
{
    painter.setPen(QPen(QColor(color), pt(points)));
}

void ReportPrinter::Private::paintText(const BrokenText &text, const QPointF &at, QRgb color)
{
    painter.setPen(QColor(color));
    text.paint(&painter, at);
}

void ReportPrinter::Private::paintPage()
{
    const QRectF page = body();
    paintBands(page);
    for (const PlacedUnit &placed : layout.pages().at(painted))
        paintUnit(layout.unit(placed.unit), page.topLeft() + QPointF(0, placed.y),
                  placed.withHeader);
}

/// Paints the mark in a frame at the upper right; returns the width it takes.
qreal ReportPrinter::Private::paintMark()
{
    if (report.mark.isEmpty())
        return 0;
    const QFontMetricsF metrics(layout.fonts().strong, writer.get());
    const qreal width = metrics.horizontalAdvance(report.mark) + pt(12);
    const QRectF frame(body().right() - width, pt(Margin), width, metrics.height() + pt(4));
    pen(Ink, 1.2);
    painter.drawRect(frame);
    paintText(layout.broken(report.mark, layout.fonts().strong, width, 1),
              frame.topLeft() + QPointF(pt(6), pt(2)));
    return width + pt(12);
}

void ReportPrinter::Private::paintBands(const QRectF &page)
{
    const QFont &small = layout.fonts().small;
    const qreal room = page.width() - paintMark();
    const QString head =
        painted == 0 ? report.kind
                     : Print::tr("%1: %2", "kind of report, title").arg(report.kind, report.title);
    paintText(layout.broken(head, small, room, 1), {page.left(), pt(Margin) + pt(2)}, Grey);
    const QString number =
        Print::tr("Page %1 of %2").arg(numberText(painted + 1), numberText(layout.pages().size()));
    const qreal width = QFontMetricsF(small, writer.get()).horizontalAdvance(number) + pt(2);
    const qreal y = page.bottom() + pt(6);
    pen(Hairline, 0.5);
    painter.drawLine(QPointF(page.left(), y - pt(3)), QPointF(page.right(), y - pt(3)));
    paintText(layout.broken(number, small, width, 1), {page.right() - width, y}, Grey);
    paintText(layout.broken(report.foot, small, page.width() - width - pt(12), 1), {page.left(), y},
              Grey);
}

void ReportPrinter::Private::paintUnit(const ReportUnit &unit, QPointF at, bool header)
{
    if (unit.block == ReportUnit::TitleBlock) {
        paintText(layout.broken(report.title, layout.fonts().title, body().width(), 4), at);
        return;
    }
    const ReportBlock &block = report.blocks.at(unit.block);
    if (const auto *text = std::get_if<ReportText>(&block)) {
        const bool muted = text->weight == ReportText::Weight::Muted;
        paintText(layout.broken(layout.paragraph(*text, unit.part), layout.fontOf(text->weight),
                                body().width(), 30),
                  at, muted ? Grey : Ink);
    } else if (const auto *facts = std::get_if<ReportFacts>(&block)) {
        paintFacts(*facts, unit.part, at);
    } else if (const auto *table = std::get_if<ReportTable>(&block)) {
        if (header) {
            paintHeader(*table, unit.block, at);
            at.ry() += layout.headerHeight(unit.block);
        }
        paintRow(*table, unit, at);
    } else if (const auto *blanks = std::get_if<ReportSignatures>(&block)) {
        paintBlanks(*blanks, at);
    }
}

void ReportPrinter::Private::paintFacts(const ReportFacts &facts, int row, const QPointF &at)
{
    qreal x = at.x();
    const qreal width = layout.factWidth();
    const ReportFonts &fonts = layout.fonts();
    for (const auto &[name, value] :
         facts.facts.mid(qsizetype(row) * ReportLayout::FactsInARow, ReportLayout::FactsInARow)) {
        const BrokenText label = layout.broken(name, fonts.small, width, 1);
        paintText(label, {x, at.y()}, Grey);
        paintText(layout.broken(value, fonts.normal, width, 4), {x, at.y() + label.height()});
        x += body().width() / ReportLayout::FactsInARow;
    }
}

void ReportPrinter::Private::paintHeader(const ReportTable &table, int block, const QPointF &at)
{
    const qreal height = layout.headerHeight(block);
    painter.fillRect(QRectF(at, QSizeF(body().width(), height)), QColor(Shade));
    qreal x = at.x();
    for (int column = 0; column < table.columns.size(); ++column) {
        const qreal width = layout.widths(block).at(column);
        paintText(layout.broken(table.columns.at(column).title, layout.fonts().head,
                                width - pt(2 * ReportLayout::CellPadding), 3,
                                table.columns.at(column).number),
                  {x + pt(ReportLayout::CellPadding), at.y() + pt(ReportLayout::RowPadding)});
        x += width;
    }
    pen(Ink, 0.8);
    painter.drawLine(at + QPointF(0, height), at + QPointF(body().width(), height));
}

void ReportPrinter::Private::paintRow(const ReportTable &table, const ReportUnit &unit,
                                      const QPointF &at)
{
    qreal x = at.x();
    for (int column = 0; column < table.columns.size(); ++column) {
        const qreal width = layout.widths(unit.block).at(column);
        const QString text = table.rows.at(unit.part).value(column);
        if (!text.isEmpty()) {
            paintText(layout.broken(text, layout.fonts().cell,
                                    width - pt(2 * ReportLayout::CellPadding),
                                    ReportLayout::MostCellLines, table.columns.at(column).number),
                      {x + pt(ReportLayout::CellPadding), at.y() + pt(ReportLayout::RowPadding)});
        }
        x += width;
    }
    pen(Hairline, 0.5);
    painter.drawLine(at + QPointF(0, unit.height), at + QPointF(body().width(), unit.height));
}

void ReportPrinter::Private::paintBlanks(const ReportSignatures &blanks, const QPointF &at)
{
    const qreal share = body().width() / qMax(int(blanks.labels.size()), 1);
    qreal x = at.x();
    for (const QString &label : blanks.labels) {
        pen(Ink, 0.6);
        painter.drawLine(QPointF(x, at.y() + pt(22)), QPointF(x + share - pt(16), at.y() + pt(22)));
        paintText(layout.broken(label, layout.fonts().small, share - pt(16), 1),
                  {x, at.y() + pt(24)}, Grey);
        x += share;
    }
}

ReportPrinter::ReportPrinter(Report report)
    : d(std::make_unique<Private>(std::move(report)))
{
}

ReportPrinter::~ReportPrinter() = default;

bool ReportPrinter::step()
{
    return d->step();
}

int ReportPrinter::percent() const
{
    const int units = d->layout.unitCount();
    const int pages = qMax(int(d->layout.pages().size()), 1);
    return d->layout.measured() * 50 / qMax(units, 1) + d->painted * 50 / pages;
}

int ReportPrinter::pages() const
{
    return int(d->layout.pages().size());
}

QByteArray ReportPrinter::pdf() const
{
    return d->done ? d->bytes : QByteArray();
}

QByteArray pdfOf(const Report &report)
{
    ReportPrinter printer(report);
    while (printer.step()) {
    }
    return printer.pdf();
}

} // namespace clusterdeck
