// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/sheetprinter.h"

#include "ui/reports/sheetlayout.h"

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

constexpr int Resolution = 1200;
constexpr qreal Margin = 30; ///< points; so are these:
constexpr qreal Head = 22;   ///< above what the page says
constexpr qreal Foot = 16;   ///< below it
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

/// The parts in the order in which they need each other.
class SheetPrinter::Private
{
public:
    explicit Private(Sheet of)
        : sheet(std::move(of))
        , writer(prepared())
        , layout(sheet, writer.get(), body().size())
    {
    }

    bool step();
    void paintPage();

    Sheet sheet;
    QByteArray bytes;
    QBuffer buffer{&bytes};
    std::unique_ptr<QPdfWriter> writer;
    SheetLayout layout;
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
    void paintUnit(const SheetUnit &unit, QPointF at, bool header);
    void paintFacts(const SheetFacts &facts, int row, const QPointF &at);
    void paintHeader(const SheetTable &table, int block, const QPointF &at);
    void paintRow(const SheetTable &table, const SheetUnit &unit, const QPointF &at);
    void paintBlanks(const SheetBlanks &blanks, const QPointF &at);
};

std::unique_ptr<QPdfWriter> SheetPrinter::Private::prepared()
{
    buffer.open(QIODevice::WriteOnly);
    auto made = std::make_unique<QPdfWriter>(&buffer);
    made->setResolution(Resolution);
    made->setPageLayout({QPageSize(paper()), QPageLayout::Landscape, QMarginsF(0, 0, 0, 0)});
    made->setTitle(sheet.title);
    made->setCreator(QStringLiteral("Clusterdeck " CLUSTERDECK_VERSION));
    return made;
}

QRectF SheetPrinter::Private::body() const
{
    const QRectF page(QPointF(0, 0), QSizeF(writer->width(), writer->height()));
    return page.adjusted(pt(Margin), pt(Margin + Head), -pt(Margin), -pt(Margin + Foot));
}

bool SheetPrinter::Private::step()
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

void SheetPrinter::Private::pen(QRgb color, qreal points)
{
    painter.setPen(QPen(QColor(color), pt(points)));
}

void SheetPrinter::Private::paintText(const BrokenText &text, const QPointF &at, QRgb color)
{
    painter.setPen(QColor(color));
    text.paint(&painter, at);
}

void SheetPrinter::Private::paintPage()
{
    const QRectF page = body();
    paintBands(page);
    for (const PlacedUnit &placed : layout.pages().at(painted))
        paintUnit(layout.unit(placed.unit), page.topLeft() + QPointF(0, placed.y),
                  placed.withHeader);
}

/// In a frame at the upper right. Gives back how much room it takes.
qreal SheetPrinter::Private::paintMark()
{
    if (sheet.mark.isEmpty())
        return 0;
    const QFontMetricsF metrics(layout.type().strong, writer.get());
    const qreal width = metrics.horizontalAdvance(sheet.mark) + pt(12);
    const QRectF frame(body().right() - width, pt(Margin), width, metrics.height() + pt(4));
    pen(Ink, 1.2);
    painter.drawRect(frame);
    paintText(layout.broken(sheet.mark, layout.type().strong, width, 1),
              frame.topLeft() + QPointF(pt(6), pt(2)));
    return width + pt(12);
}

void SheetPrinter::Private::paintBands(const QRectF &page)
{
    const QFont &small = layout.type().small;
    const qreal room = page.width() - paintMark();
    const QString head =
        painted == 0 ? sheet.kind
                     : Print::tr("%1: %2", "kind of sheet, title").arg(sheet.kind, sheet.title);
    paintText(layout.broken(head, small, room, 1), {page.left(), pt(Margin) + pt(2)}, Grey);
    const QLocale locale;
    const QString number =
        Print::tr("Page %1 of %2")
            .arg(locale.toString(painted + 1), locale.toString(int(layout.pages().size())));
    const qreal width = QFontMetricsF(small, writer.get()).horizontalAdvance(number) + pt(2);
    const qreal y = page.bottom() + pt(6);
    pen(Hairline, 0.5);
    painter.drawLine(QPointF(page.left(), y - pt(3)), QPointF(page.right(), y - pt(3)));
    paintText(layout.broken(number, small, width, 1), {page.right() - width, y}, Grey);
    paintText(layout.broken(sheet.foot, small, page.width() - width - pt(12), 1), {page.left(), y},
              Grey);
}

void SheetPrinter::Private::paintUnit(const SheetUnit &unit, QPointF at, bool header)
{
    if (unit.block == SheetUnit::TitleBlock) {
        paintText(layout.broken(sheet.title, layout.type().title, body().width(), 4), at);
        return;
    }
    const SheetBlock &block = sheet.blocks.at(unit.block);
    if (const auto *text = std::get_if<SheetText>(&block)) {
        const bool muted = text->weight == SheetText::Weight::Muted;
        paintText(layout.broken(layout.paragraph(*text, unit.part), layout.fontOf(text->weight),
                                body().width(), 30),
                  at, muted ? Grey : Ink);
    } else if (const auto *facts = std::get_if<SheetFacts>(&block)) {
        paintFacts(*facts, unit.part, at);
    } else if (const auto *table = std::get_if<SheetTable>(&block)) {
        if (header) {
            paintHeader(*table, unit.block, at);
            at.ry() += layout.headerHeight(unit.block);
        }
        paintRow(*table, unit, at);
    } else if (const auto *blanks = std::get_if<SheetBlanks>(&block)) {
        paintBlanks(*blanks, at);
    }
}

void SheetPrinter::Private::paintFacts(const SheetFacts &facts, int row, const QPointF &at)
{
    qreal x = at.x();
    const qreal width = layout.factWidth();
    const SheetType &type = layout.type();
    for (const auto &[name, value] :
         facts.facts.mid(qsizetype(row) * SheetLayout::FactsInARow, SheetLayout::FactsInARow)) {
        const BrokenText label = layout.broken(name, type.small, width, 1);
        paintText(label, {x, at.y()}, Grey);
        paintText(layout.broken(value, type.normal, width, 4), {x, at.y() + label.height()});
        x += body().width() / SheetLayout::FactsInARow;
    }
}

void SheetPrinter::Private::paintHeader(const SheetTable &table, int block, const QPointF &at)
{
    const qreal height = layout.headerHeight(block);
    painter.fillRect(QRectF(at, QSizeF(body().width(), height)), QColor(Shade));
    qreal x = at.x();
    for (int column = 0; column < table.columns.size(); ++column) {
        const qreal width = layout.widths(block).at(column);
        paintText(layout.broken(table.columns.at(column).title, layout.type().head,
                                width - pt(2 * SheetLayout::CellPadding), 3,
                                table.columns.at(column).number),
                  {x + pt(SheetLayout::CellPadding), at.y() + pt(SheetLayout::RowPadding)});
        x += width;
    }
    pen(Ink, 0.8);
    painter.drawLine(at + QPointF(0, height), at + QPointF(body().width(), height));
}

void SheetPrinter::Private::paintRow(const SheetTable &table, const SheetUnit &unit,
                                     const QPointF &at)
{
    qreal x = at.x();
    for (int column = 0; column < table.columns.size(); ++column) {
        const qreal width = layout.widths(unit.block).at(column);
        const QString text = table.rows.at(unit.part).value(column);
        if (!text.isEmpty()) {
            paintText(layout.broken(text, layout.type().cell,
                                    width - pt(2 * SheetLayout::CellPadding),
                                    SheetLayout::MostCellLines, table.columns.at(column).number),
                      {x + pt(SheetLayout::CellPadding), at.y() + pt(SheetLayout::RowPadding)});
        }
        x += width;
    }
    pen(Hairline, 0.5);
    painter.drawLine(at + QPointF(0, unit.height), at + QPointF(body().width(), unit.height));
}

void SheetPrinter::Private::paintBlanks(const SheetBlanks &blanks, const QPointF &at)
{
    const qreal share = body().width() / qMax(int(blanks.labels.size()), 1);
    qreal x = at.x();
    for (const QString &label : blanks.labels) {
        pen(Ink, 0.6);
        painter.drawLine(QPointF(x, at.y() + pt(22)), QPointF(x + share - pt(16), at.y() + pt(22)));
        paintText(layout.broken(label, layout.type().small, share - pt(16), 1),
                  {x, at.y() + pt(24)}, Grey);
        x += share;
    }
}

SheetPrinter::SheetPrinter(Sheet sheet)
    : d(std::make_unique<Private>(std::move(sheet)))
{
}

SheetPrinter::~SheetPrinter() = default;

bool SheetPrinter::step()
{
    return d->step();
}

int SheetPrinter::percent() const
{
    const int units = d->layout.unitCount();
    const int pages = qMax(int(d->layout.pages().size()), 1);
    return d->layout.measured() * 50 / qMax(units, 1) + d->painted * 50 / pages;
}

int SheetPrinter::pages() const
{
    return int(d->layout.pages().size());
}

QByteArray SheetPrinter::pdf() const
{
    return d->done ? d->bytes : QByteArray();
}

QByteArray pdfOf(const Sheet &sheet)
{
    SheetPrinter printer(sheet);
    while (printer.step()) {
    }
    return printer.pdf();
}

} // namespace clusterdeck
