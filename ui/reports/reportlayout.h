// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/report.h"
#include "ui/reports/reportfonts.h"

namespace clusterdeck
{

/// A part of a report that is never split between two pages: a paragraph, a row.
struct ReportUnit {
    int block = TitleBlock; ///< position in Report::blocks, or TitleBlock
    int part = 0;           ///< position in the block: paragraph, row of facts, or row of the table
    qreal above = 0;        ///< the space above it, except at the top of a page
    qreal height = 0;
    bool keepsWithNext = false; ///< on the same page as the next unit

    static constexpr int TitleBlock = -1;
};

struct PlacedUnit {
    int unit = 0;
    qreal y = 0;             ///< upper edge within the body, including the column titles if any
    bool withHeader = false; ///< the table's column titles are printed above it
};

/// Breaks a report into pages. Works in small steps, as ReportPrinter does. All lengths are in
/// units of the device.
class ReportLayout
{
public:
    static constexpr int FactsInARow = 3;
    static constexpr int MostCellLines = 8;

    /// `report` and `device` outlive this. `body`: the area of each page.
    ReportLayout(const Report &report, QPaintDevice *device, QSizeF body);

    /// Works for a few milliseconds. Returns false when the layout is finished; pages(), widths()
    /// and the heights are valid only then. Not called again after that.
    bool step();

    [[nodiscard]] const ReportUnit &unit(int number) const { return m_units.at(number); }
    [[nodiscard]] int unitCount() const { return int(m_units.size()); }
    /// The number of units that were measured so far, for the progress.
    [[nodiscard]] int measured() const { return m_measured; }
    [[nodiscard]] const QList<QList<PlacedUnit>> &pages() const { return m_pages; }
    /// The widths of the columns of the table in `block`, and the height of its column titles.
    [[nodiscard]] const QList<qreal> &widths(int block) const { return m_tables.at(block).widths; }
    [[nodiscard]] qreal headerHeight(int block) const { return m_tables.at(block).headerHeight; }
    [[nodiscard]] const ReportFonts &fonts() const { return m_fonts; }
    /// Typographic points (1/72 inch) in units of the device.
    [[nodiscard]] qreal points(qreal points) const { return points * m_point; }
    [[nodiscard]] qreal factWidth() const;
    [[nodiscard]] QSizeF body() const { return m_body; }

    /// The paragraph of `text` at the position `part`.
    [[nodiscard]] QString paragraph(const ReportText &text, int part) const;
    [[nodiscard]] const QFont &fontOf(ReportText::Weight weight) const;
    [[nodiscard]] BrokenText broken(const QString &text, const QFont &font, qreal width,
                                    int mostLines, bool number = false) const;

    static constexpr qreal CellPadding = 3; ///< in points, at the left and at the right
    static constexpr qreal RowPadding = 2;  ///< in points, above and below

private:
    struct Table {
        QList<qreal> natural; ///< the width of the widest cell of each column
        QList<qreal> widths;
        qreal headerHeight = 0;
        int seen = 0; ///< rows whose widths were measured
    };
    void list();
    void listBlock(int block);
    bool widen();
    void setColumnWidths(int block);
    void measureHeader(const ReportTable &table, Table &laid) const;
    void measure(ReportUnit &unit) const;
    [[nodiscard]] qreal rowHeight(const ReportTable &table, const Table &laid, int row) const;
    [[nodiscard]] qreal factsHeight(const ReportFacts &facts, int row) const;
    void paginate();
    [[nodiscard]] qreal needed(int unit, bool header) const;

    const Report &m_report;
    QPaintDevice *m_device;
    QSizeF m_body;
    qreal m_point;
    ReportFonts m_fonts = ReportFonts::standard();
    QList<Table> m_tables; ///< one for each block, unused for other blocks
    QList<ReportUnit> m_units;
    QList<QList<PlacedUnit>> m_pages;
    int m_widened = 0;  ///< blocks whose column widths are known
    int m_measured = 0; ///< units whose height is known
};

} // namespace clusterdeck
