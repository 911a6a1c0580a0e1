// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportlayout.h"

#include <QFontMetricsF>
#include <QPaintDevice>

#include <algorithm>
#include <numeric>

namespace clusterdeck
{

namespace
{

constexpr int UnitsAStep = 40;
constexpr int CellsAStep = 400;
constexpr int MostFactLines = 4;
constexpr int MostParagraphLines = 30;

/// Whether the text has only Latin characters: these come from one font, which gives the height of
/// the line.
bool isPlainLatin(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar unit) { return unit.unicode() >= 0x20 && unit.unicode() < 0x250; });
}

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

} // namespace

ReportLayout::ReportLayout(const Report &report, QPaintDevice *device, QSizeF body)
    : m_report(report)
    , m_device(device)
    , m_body(body)
    , m_point(device->logicalDpiY() / 72.0)
    , m_tables(report.blocks.size())
{
    list();
}

void ReportLayout::list()
{
    ReportUnit title;
    title.keepsWithNext = true;
    m_units.append(title);
    for (int block = 0; block < m_report.blocks.size(); ++block)
        listBlock(block);
}

void ReportLayout::listBlock(int block)
{
    const auto add = [&](int parts, qreal first, qreal next, bool keeps) {
        for (int part = 0; part < parts; ++part)
            m_units.append({block, part, points(part == 0 ? first : next), 0, keeps});
    };
    std::visit(Overloaded{[&](const ReportText &text) {
                              const bool heading = text.weight == ReportText::Weight::Heading;
                              const int lines = int(text.text.count(u'\n')) + 1;
                              add(text.text.isEmpty() ? 0 : lines, heading ? 10 : 5, 1, heading);
                          },
                          [&](const ReportFacts &facts) {
                              const int rows =
                                  int(facts.facts.size() + FactsInARow - 1) / FactsInARow;
                              add(rows, 8, 4, false);
                          },
                          [&](const ReportTable &table) {
                              m_tables[block].natural.resize(table.columns.size());
                              add(int(table.rows.size()), 8, 0, false);
                          },
                          [&](const ReportSignatures &) { add(1, 6, 0, false); }},
               m_report.blocks.at(block));
}

bool ReportLayout::step()
{
    if (m_widened < m_report.blocks.size()) {
        m_widened += widen() ? 1 : 0;
        return true;
    }
    const int until = qMin(m_measured + UnitsAStep, unitCount());
    for (; m_measured < until; ++m_measured)
        measure(m_units[m_measured]);
    if (m_measured < unitCount())
        return true;
    paginate();
    return false;
}

/// Measures the natural widths of some rows of the table; true when all are measured.
bool ReportLayout::widen()
{
    const auto *table = std::get_if<ReportTable>(&m_report.blocks.at(m_widened));
    if (!table)
        return true;
    Table &laid = m_tables[m_widened];
    const QFontMetricsF cells(m_fonts.cell, m_device);
    const int columns = int(table->columns.size());
    const int until = qMin(laid.seen + CellsAStep / qMax(columns, 1), int(table->rows.size()));
    for (; laid.seen < until; ++laid.seen) {
        for (int column = 0; column < columns; ++column)
            laid.natural[column] =
                qMax(laid.natural.at(column),
                     cells.horizontalAdvance(table->rows.at(laid.seen).value(column)));
    }
    if (laid.seen < table->rows.size())
        return false;
    setColumnWidths(m_widened);
    return true;
}

/// Whole columns get their natural width; the others share the rest equally, and what a narrow one
/// does not need goes to the wider ones. The table is as wide as the page.
void ReportLayout::setColumnWidths(int block)
{
    const auto &table = std::get<ReportTable>(m_report.blocks.at(block));
    Table &laid = m_tables[block];
    const QFontMetricsF titles(m_fonts.head, m_device);
    const qreal fair = m_body.width() / qreal(table.columns.size());
    qreal left = m_body.width();
    QList<int> shared;
    for (int column = 0; column < table.columns.size(); ++column) {
        const ReportColumn &about = table.columns.at(column);
        const qreal like = qMax(laid.natural.at(column), titles.horizontalAdvance(about.title)) +
                           points(2 * CellPadding + 1);
        const bool whole = about.whole || about.number;
        laid.widths.append(whole ? qMin(like, 1.5 * fair) : like);
        if (whole)
            left -= laid.widths.last();
        else
            shared.append(column);
    }
    std::stable_sort(shared.begin(), shared.end(),
                     [&](int a, int b) { return laid.widths.at(a) < laid.widths.at(b); });
    for (int place = 0; place < shared.size(); ++place) {
        qreal &width = laid.widths[shared.at(place)];
        width = qMin(width, qMax(left, qreal(0)) / qreal(shared.size() - place));
        left -= width;
    }
    if (!shared.isEmpty())
        laid.widths[shared.last()] += qMax(left, qreal(0));
    // Needed when the whole columns alone are wider than the page, or when all columns are whole.
    const qreal all = std::accumulate(laid.widths.begin(), laid.widths.end(), qreal(0));
    for (qreal &width : laid.widths)
        width *= m_body.width() / qMax(all, qreal(1));
    measureHeader(table, laid);
}

void ReportLayout::measureHeader(const ReportTable &table, Table &laid) const
{
    for (int column = 0; column < table.columns.size(); ++column) {
        const qreal width = laid.widths.at(column) - points(2 * CellPadding);
        const qreal height =
            broken(table.columns.at(column).title, m_fonts.head, width, 3).height();
        laid.headerHeight = qMax(laid.headerHeight, height + points(2 * RowPadding));
    }
}

BrokenText ReportLayout::broken(const QString &text, const QFont &font, qreal width, int mostLines,
                                bool number) const
{
    return {text, font, m_device, width, mostLines, number ? Qt::AlignRight : Qt::AlignLeft};
}

QString ReportLayout::paragraph(const ReportText &text, int part) const
{
    return text.text.section(u'\n', part, part);
}

const QFont &ReportLayout::fontOf(ReportText::Weight weight) const
{
    switch (weight) {
    case ReportText::Weight::Heading:
    case ReportText::Weight::Strong:
        return m_fonts.strong;
    case ReportText::Weight::Normal:
        return m_fonts.normal;
    case ReportText::Weight::Muted:
        return m_fonts.small;
    }
    Q_UNREACHABLE();
}

qreal ReportLayout::factWidth() const
{
    return m_body.width() / FactsInARow - points(8);
}

qreal ReportLayout::factsHeight(const ReportFacts &facts, int row) const
{
    qreal height = 0;
    for (const auto &[name, value] : facts.facts.mid(qsizetype(row) * FactsInARow, FactsInARow)) {
        height =
            qMax(height, broken(name, m_fonts.small, factWidth(), 1).height() +
                             broken(value, m_fonts.normal, factWidth(), MostFactLines).height());
    }
    return height;
}

qreal ReportLayout::rowHeight(const ReportTable &table, const Table &laid, int row) const
{
    const QFontMetricsF cells(m_fonts.cell, m_device);
    qreal height = cells.height();
    for (int column = 0; column < table.columns.size(); ++column) {
        const QString text = table.rows.at(row).value(column);
        const qreal width = laid.widths.at(column) - points(2 * CellPadding);
        // Breaking thousands of short cells into lines would be slow.
        if (isPlainLatin(text) && cells.horizontalAdvance(text) < width)
            continue;
        height = qMax(height, broken(text, m_fonts.cell, width, MostCellLines).height());
    }
    return height + points(2 * RowPadding);
}

void ReportLayout::measure(ReportUnit &unit) const
{
    if (unit.block == ReportUnit::TitleBlock) {
        unit.height = broken(m_report.title, m_fonts.title, m_body.width(), 4).height();
        return;
    }
    unit.height = std::visit(
        Overloaded{[&](const ReportText &text) {
                       return broken(paragraph(text, unit.part), fontOf(text.weight),
                                     m_body.width(), MostParagraphLines)
                           .height();
                   },
                   [&](const ReportFacts &facts) { return factsHeight(facts, unit.part); },
                   [&](const ReportTable &table) {
                       return rowHeight(table, m_tables.at(unit.block), unit.part);
                   },
                   [&](const ReportSignatures &) { return points(36); }},
        m_report.blocks.at(unit.block));
}

/// The height that a unit needs on a page, with the column titles if `header` is set, and with the
/// unit that must be on the same page.
qreal ReportLayout::needed(int unit, bool header) const
{
    const ReportUnit &it = m_units.at(unit);
    const bool row =
        it.block >= 0 && std::holds_alternative<ReportTable>(m_report.blocks[it.block]);
    qreal height = it.height + (row && header ? m_tables.at(it.block).headerHeight : 0);
    if (it.keepsWithNext && unit + 1 < unitCount())
        height += m_units.at(unit + 1).above + needed(unit + 1, true);
    return height;
}

void ReportLayout::paginate()
{
    m_pages.append(QList<PlacedUnit>());
    qreal y = 0;
    int table = ReportUnit::TitleBlock; // the block whose column titles are on this page
    for (int number = 0; number < unitCount(); ++number) {
        const ReportUnit &unit = m_units.at(number);
        const bool row =
            unit.block >= 0 && std::holds_alternative<ReportTable>(m_report.blocks[unit.block]);
        if (!m_pages.last().isEmpty() &&
            y + unit.above + needed(number, table != unit.block) > m_body.height()) {
            m_pages.append(QList<PlacedUnit>());
            y = 0;
            table = ReportUnit::TitleBlock;
        }
        if (!m_pages.last().isEmpty())
            y += unit.above;
        const bool header = row && table != unit.block;
        m_pages.last().append({number, y, header});
        y += unit.height + (header ? m_tables.at(unit.block).headerHeight : 0);
        table = row ? unit.block : table;
    }
}

} // namespace clusterdeck
