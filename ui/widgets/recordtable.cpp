// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recordtable.h"

#include "app/support/csv.h"
#include "app/support/visibletext.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/columnwidths.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/windowcontext.h"

#include <QHeaderView>
#include <QPainter>
#include <QPersistentModelIndex>
#include <QScrollBar>

#include <memory>
#include <numeric>
#include <utility>

namespace clusterdeck
{

RecordTable::RecordTable(const QString &name, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    makeReadOnlyTable(this);
    m_copyActions = {addCopyAction(this, QStringLiteral("Copy rows"), tr("Copy Rows"),
                                   QKeySequence::Copy, [this] { return rowsText(); }),
                     addCopyAction(this, QStringLiteral("Copy JSON"), tr("Copy Rows as JSON"),
                                   Qt::CTRL | Qt::SHIFT | Qt::Key_C,
                                   [this] { return rowsJson(); })};
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void RecordTable::setRecordModel(RecordModelBase *model)
{
    m_model = model;
    setModelInPlace(model);
    new ColumnWidths(horizontalHeader(), *model);
    if (model->sorting() == Sorting::ByColumns) {
        horizontalHeader()->setSortIndicatorClearable(true);
        horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        setSortingEnabled(true);
    }
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, changed, this, &RecordTable::hideEmptyColumns);
    connect(model, &QAbstractItemModel::modelReset, this, &RecordTable::hideEmptyColumns);
    connect(model, &QAbstractItemModel::dataChanged, this, &RecordTable::hideEmptyColumns);
    hideEmptyColumns();
}

/// The first visible row stays in place when rows above it are inserted or removed. If the table is
/// not scrolled, it stays at the top instead.
void RecordTable::setModelInPlace(QAbstractItemModel *model)
{
    struct Place {
        QPersistentModelIndex top;
        bool kept = false; ///< set until the rows are laid out
    };
    const auto place = std::make_shared<Place>();
    const auto keep = [this, place] {
        if (std::exchange(place->kept, true))
            return;
        const bool scrolled = verticalScrollBar()->value() > 0;
        place->top = scrolled ? indexAt({0, 0}) : QModelIndex();
        const auto restore = [this, place] {
            place->kept = false;
            (void)indexAt({0, 0}); // lays out new rows, which updates the scroll bar
            if (place->top.isValid())
                verticalScrollBar()->setValue(place->top.row());
        };
        QMetaObject::invokeMethod(this, restore, Qt::QueuedConnection);
    };
    // Connected before the table's own slots: those scroll when the current row is removed.
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, keep);
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, keep);
    connect(model, &QAbstractItemModel::rowsAboutToBeMoved, this, keep);
    setModel(model);
}

/// Hides optional columns without any value.
void RecordTable::hideEmptyColumns()
{
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (!m_model->style(column).optional)
            continue;
        bool empty = true;
        for (int row = 0; empty && row < m_model->rowCount(); ++row)
            empty = m_model->text(row, column).isEmpty();
        if (isColumnHidden(column) != empty)
            setColumnHidden(column, empty);
    }
}

void RecordTable::setEmptyText(const QString &text)
{
    if (text == m_emptyText)
        return;
    m_emptyText = text;
    setAccessibleDescription(text);
    viewport()->update();
}

void RecordTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || !m_model || m_model->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(mutedText(palette()));
    const QRect space =
        viewport()->rect().adjusted(space::Huge, space::Large, -space::Huge, -space::Large);
    painter.drawText(space, Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

QList<int> RecordTable::selectedRowNumbers() const
{
    return clusterdeck::selectedRowNumbers(*this);
}

QList<int> RecordTable::rowsToCopy(bool all) const
{
    if (!all)
        return selectedRowNumbers();
    QList<int> rows(m_model->rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

QStringList RecordTable::cells(int row, const QList<int> &columns) const
{
    QStringList texts;
    for (const int column : columns) {
        const QString line = visibleLine(m_model->text(row, column));
        const bool unknown = m_model->style(column).empty == EmptyCell::Unknown;
        texts.append(line.isEmpty() && unknown ? unknownDash() : line);
    }
    return texts;
}

void RecordTable::setCopyFormats(CopyFormat text, CopyFormat json)
{
    m_textFormat = std::move(text);
    m_jsonFormat = std::move(json);
}

QString RecordTable::rowsText(bool all) const
{
    const QList<int> rows = rowsToCopy(all);
    if (rows.isEmpty())
        return {};
    if (m_textFormat)
        return m_textFormat(rows);
    const QList<int> columns = shownColumns(*this);
    QStringList titles;
    for (const int column : columns)
        titles.append(m_model->headerData(column, Qt::Horizontal).toString());
    QList<QStringList> table;
    for (const int row : rows)
        table.append(cells(row, columns));
    return tabbedTable(titles, table);
}

QString RecordTable::rowsJson(bool all) const
{
    const QList<int> rows = rowsToCopy(all);
    if (rows.isEmpty())
        return {};
    if (m_jsonFormat)
        return m_jsonFormat(rows);
    QModelIndexList cells;
    for (const int row : rows)
        cells.append(m_model->index(row, 0));
    return m_model->rowsJson(cells, windowContextOf(this).dataKind);
}

int RecordTable::heightFor(int most) const
{
    const int rows = qMin(model()->rowCount(), most);
    // If the columns are wider than the table, there is a scroll bar below the rows.
    return horizontalHeader()->sizeHint().height() + 2 * frameWidth() +
           horizontalScrollBar()->sizeHint().height() +
           qMax(rows, 1) * verticalHeader()->defaultSectionSize() + space::Small;
}

} // namespace clusterdeck
