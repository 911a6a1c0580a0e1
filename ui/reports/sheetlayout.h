// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/sheet.h"
#include "ui/reports/sheettype.h"

namespace clusterdeck
{

/// What is never split between two pages: a line of text, a row.
struct SheetUnit {
    int block = TitleBlock;
    int part = 0; ///< paragraph, row of facts, or row of the table
    qreal above = 0;
    qreal height = 0;
    bool keepsWithNext = false;

    static constexpr int TitleBlock = -1;
};

struct PlacedUnit {
    int unit = 0;
    qreal y = 0;             ///< of its upper edge; of the column titles where it has them
    bool withHeader = false; ///< the table's column titles stand above it
};

/// Where everything goes. Works in small steps, so that a long sheet holds nobody up. All lengths
/// in units of the device.
class SheetLayout
{
public:
    static constexpr int FactsInARow = 3;
    static constexpr int MostCellLines = 8;

    /// `sheet` and `device` outlive this. `body`: the room on each page.
    SheetLayout(const Sheet &sheet, QPaintDevice *device, QSizeF body);

    /// False when it is through, and only then the rest is there.
    bool step();

    [[nodiscard]] const SheetUnit &unit(int number) const { return m_units.at(number); }
    [[nodiscard]] int unitCount() const { return int(m_units.size()); }
    [[nodiscard]] int measured() const { return m_measured; }
    [[nodiscard]] const QList<QList<PlacedUnit>> &pages() const { return m_pages; }
    [[nodiscard]] const QList<qreal> &widths(int block) const { return m_tables.at(block).widths; }
    [[nodiscard]] qreal headerHeight(int block) const { return m_tables.at(block).headerHeight; }
    [[nodiscard]] const SheetType &type() const { return m_type; }
    [[nodiscard]] qreal points(qreal points) const { return points * m_point; }
    [[nodiscard]] qreal factWidth() const;
    [[nodiscard]] QSizeF body() const { return m_body; }

    /// What a block's part says.
    [[nodiscard]] QString paragraph(const SheetText &text, int part) const;
    [[nodiscard]] const QFont &fontOf(SheetText::Weight weight) const;
    [[nodiscard]] BrokenText broken(const QString &text, const QFont &font, qreal width,
                                    int mostLines, bool number = false) const;

    static constexpr qreal CellPadding = 3; ///< points, at each side
    static constexpr qreal RowPadding = 2;  ///< points, above and below

private:
    struct Table {
        QList<qreal> natural; ///< what the cells would like
        QList<qreal> widths;
        qreal headerHeight = 0;
        int seen = 0; ///< rows that were asked
    };
    void list();
    void listBlock(int block);
    bool widen();
    void settleWidths(int block);
    void measureHeader(const SheetTable &table, Table &laid) const;
    void measure(SheetUnit &unit) const;
    [[nodiscard]] qreal rowHeight(const SheetTable &table, const Table &laid, int row) const;
    [[nodiscard]] qreal factsHeight(const SheetFacts &facts, int row) const;
    void paginate();
    [[nodiscard]] qreal needed(int unit, bool header) const;

    const Sheet &m_sheet;
    QPaintDevice *m_device;
    QSizeF m_body;
    qreal m_point;
    SheetType m_type = SheetType::standard();
    QList<Table> m_tables; ///< one a block, also of those that are none
    QList<SheetUnit> m_units;
    QList<QList<PlacedUnit>> m_pages;
    int m_widened = 0;  ///< blocks whose columns have their widths
    int m_measured = 0; ///< units
};

} // namespace clusterdeck
