// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/table/clustertable.h"

#include "ui/clusters/table/clusterheader.h"
#include "ui/clusters/table/clusterselection.h"
#include "ui/clusters/table/columnlook.h"
#include "ui/clusters/table/columnsmenu.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/padding.h"
#include "ui/widgets/tables.h"

#include <QAccessible>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

namespace clusterdeck
{

ClusterTable::ClusterTable(ClusterTableModel &model, ClusterModel &clusters, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_clusters(clusters)
{
    setObjectName(QStringLiteral("Clusters"));
    setAccessibleName(tr("Clusters"));
    makeReadOnlyTable(this);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerItem);
    m_copy = addCopyAction(this, QStringLiteral("Copy rows"), tr("&Copy Rows"), QKeySequence::Copy,
                           [this] { return rowsText(*this); });
    setContextMenuPolicy(Qt::CustomContextMenu);
    fitRowHeight();
    setHorizontalHeader(new ClusterHeader(model.view(), this));
    setModel(&model);
    setUpColumns();
    setUpSelection();
    // After setModel(), so that the selection model handles each signal before these slots do.
    connect(&model, &QAbstractItemModel::layoutChanged, this, &ClusterTable::keepSelection);
    connect(&clusters, &ClusterModel::updateBegins, this, &ClusterTable::rememberPlace);
    connect(&clusters, &ClusterModel::updateEnds, this, &ClusterTable::keepPlace);
}

void ClusterTable::setUpSelection()
{
    const auto *plain = selectionModel();
    auto *selection = new ClusterSelection(&m_model, this);
    setSelectionModel(selection);
    delete plain;
    // Not the table's selection model: to see whether a whole column is selected, the header would
    // ask for the flags of each of its cells.
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(&m_model, this));
    connect(selection, &QItemSelectionModel::selectionChanged, this, &ClusterTable::takeSelection);
    connect(selection, &ClusterSelection::aboutToBeReplaced, this, [this] {
        if (m_updating || m_hiddenCount == 0)
            return;
        m_model.view().deselectHidden();
        m_unsent = true; // sent when the new selection is made
    });
    // selectionChanged() has already reported everything else.
    connect(selection, &ClusterSelection::replaced, this, [this] {
        if (m_unsent)
            takeSelection();
    });
}

void ClusterTable::setUpColumns()
{
    auto *header = static_cast<ClusterHeader *>(horizontalHeader());
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setSortIndicator(int(ClusterColumn::Name), Qt::AscendingOrder);
    setSortingEnabled(true);
    QList<int> whole;
    for (int column = 0; column < ClusterColumnCount; ++column) {
        if (lookOf(ClusterColumn(column)).isWhole)
            whole.append(column);
    }
    m_fit = new ColumnFit(header, ColumnFit::LastShown, whole);
    resetColumns();
    connect(header, &QHeaderView::customContextMenuRequested, this, &ClusterTable::showHeaderMenu);
    connect(header, &QHeaderView::sectionMoved, this, &ClusterTable::columnsChanged);
    connect(header, &QHeaderView::sectionResized, this, &ClusterTable::columnsChanged);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ClusterTable::columnsChanged);
    connect(header, &ClusterHeader::shiftClicked, this, &ClusterTable::flipSecond);
}

void ClusterTable::resetColumns()
{
    QHeaderView *header = horizontalHeader();
    m_fit->restart();
    for (int column = 0; column < ClusterColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        const ColumnLook &look = lookOf(ClusterColumn(column));
        setColumnHidden(column, look.hiddenFirst);
        header->resizeSection(column, firstWidth(header, column, look.digits));
    }
}

QByteArray ClusterTable::columns() const
{
    return horizontalHeader()->saveState();
}

void ClusterTable::setColumns(const QByteArray &columns)
{
    if (columns.isEmpty() || !horizontalHeader()->restoreState(columns))
        return;
    // Settings of another version may hide all columns or have fewer of them.
    if (horizontalHeader()->hiddenSectionCount() >= horizontalHeader()->count())
        resetColumns();
    // The saved width of the last column includes the remaining space. Settings of an earlier
    // version also let Qt stretch it.
    horizontalHeader()->setStretchLastSection(false);
    const int last = m_fit->fillingColumn();
    const int own = firstWidth(horizontalHeader(), last, lookOf(ClusterColumn(last)).digits);
    horizontalHeader()->resizeSection(last, qMin(horizontalHeader()->sectionSize(last), own));
    m_fit->restart();
    sortByColumn(horizontalHeader()->sortIndicatorSection(),
                 horizontalHeader()->sortIndicatorOrder());
}

void ClusterTable::setColumnShown(int column, bool shown)
{
    const bool last = horizontalHeader()->count() - horizontalHeader()->hiddenSectionCount() == 1;
    if (isColumnHidden(column) != shown || (!shown && last))
        return;
    setColumnHidden(column, !shown);
    emit columnsChanged();
}

void ClusterTable::sortSecond(std::optional<SortLevel> level)
{
    m_model.view().sortSecond(level);
    horizontalHeader()->viewport()->update();
    emit columnsChanged();
}

/// The same column again reverses its order; the column of the first level removes the second.
void ClusterTable::flipSecond(int column)
{
    SortLevel level{ClusterColumn(column), Qt::AscendingOrder};
    if (m_model.view().second() == level)
        level.order = Qt::DescendingOrder;
    sortSecond(level);
}

void ClusterTable::showHeaderMenu(const QPoint &position)
{
    auto *menu = new ColumnsMenu(*this, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(horizontalHeader()->viewport()->mapToGlobal(position));
}

void ClusterTable::fitRowHeight()
{
    verticalHeader()->setMinimumSectionSize(0);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + RowPadding);
}

void ClusterTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRowHeight();
}

void ClusterTable::enter()
{
    setFocus(Qt::OtherFocusReason);
    if (currentIndex().isValid() || m_model.rowCount() == 0)
        return;
    const QModelIndex first = m_model.index(0, horizontalHeader()->logicalIndex(0));
    const bool nothing = m_shownCount + m_hiddenCount == 0;
    selectionModel()->setCurrentIndex(first, nothing ? QItemSelectionModel::ClearAndSelect |
                                                           QItemSelectionModel::Rows
                                                     : QItemSelectionModel::NoUpdate);
}

/// A view reports only its own focus to a screen reader; this reports the current cluster too.
void ClusterTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    QMetaObject::invokeMethod(
        this, [this] { readCurrent(); }, Qt::QueuedConnection);
}

void ClusterTable::readCurrent()
{
    if (!QAccessible::isActive() || !hasFocus() || !currentIndex().isValid())
        return;
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(this);
    if (QAccessibleInterface *cell =
            table->tableInterface()->cellAt(currentIndex().row(), currentIndex().column())) {
        QAccessibleEvent focus(cell, QAccessible::Focus);
        QAccessible::updateAccessibility(&focus);
    }
}

void ClusterTable::keyPressEvent(QKeyEvent *event)
{
    // In Qt, Space only selects; here it toggles, as in file managers.
    if (event->key() == Qt::Key_Space && !event->modifiers().testFlag(Qt::ShiftModifier) &&
        currentIndex().isValid()) {
        selectionModel()->select(currentIndex(),
                                 QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

QList<int> ClusterTable::rowsOfSelection() const
{
    // By ranges: selectedRows() asks for every column of each row.
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QList<ClusterKey> ClusterTable::keysOf(const QList<int> &sourceRows) const
{
    QList<ClusterKey> keys;
    keys.reserve(sourceRows.size());
    for (const int row : sourceRows)
        keys.append(m_clusters.keyAt(row));
    return keys;
}

QList<int> ClusterTable::selectedSourceRows() const
{
    const ClusterView &view = m_model.view();
    QList<int> rows;
    rows.reserve(m_shownCount + m_hiddenCount);
    for (int row = 0; row < view.rowCount(); ++row) {
        if (view.isSelected(row))
            rows.append(view.sourceRow(row));
    }
    return rows + view.hiddenSelected();
}

QList<ClusterKey> ClusterTable::selectedKeys() const
{
    return keysOf(selectedSourceRows());
}

QList<ClusterKey> ClusterTable::hiddenKeys() const
{
    return keysOf(m_model.view().hiddenSelected());
}

/// Counts the selected clusters again. Returns whether the numbers have changed.
bool ClusterTable::count()
{
    const ClusterView &view = m_model.view();
    int shown = 0;
    for (int row = 0; row < view.rowCount(); ++row)
        shown += view.isSelected(row) ? 1 : 0;
    const auto hidden = int(view.hiddenSelected().size());
    const bool otherShown = std::exchange(m_shownCount, shown) != shown;
    return std::exchange(m_hiddenCount, hidden) != hidden || otherShown;
}

void ClusterTable::takeSelection()
{
    if (m_updating)
        return;
    m_unsent = false;
    m_model.view().selectShown(rowsOfSelection());
    count();
    emit selectedKeysChanged();
}

void ClusterTable::keepSelection()
{
    // QItemSelectionModel keeps "all rows are selected" over a layout change, even if the rows are
    // other clusters then.
    QList<int> rows;
    QItemSelection ranges;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (!m_model.view().isSelected(row))
            continue;
        const QModelIndex right = m_model.index(row, ClusterColumnCount - 1);
        if (!rows.isEmpty() && rows.constLast() == row - 1)
            ranges.last() = QItemSelectionRange(ranges.last().topLeft(), right);
        else
            ranges.append(QItemSelectionRange(m_model.index(row, 0), right));
        rows.append(row);
    }
    if (rowsOfSelection() != rows) {
        m_updating = true;
        selectionModel()->select(ranges, QItemSelectionModel::ClearAndSelect);
        m_updating = false;
    }
    const bool otherCount = count();
    if (std::exchange(m_unsent, false) || otherCount)
        emit selectedKeysChanged();
}

void ClusterTable::select(const QList<ClusterKey> &keys)
{
    m_model.view().select(keys);
    m_unsent = true;
    keepSelection();
}

void ClusterTable::dropHidden()
{
    m_model.view().deselectHidden();
    if (count())
        emit selectedKeysChanged();
}

AttendedClusters ClusterTable::attended(int most) const
{
    const int last = rowAt(viewport()->height() - 1);
    return m_model.view().attended(std::max(rowAt(0), 0), last < 0 ? m_model.rowCount() - 1 : last,
                                   most);
}

QList<ClusterKey> ClusterTable::hiddenAmong(const QList<ClusterKey> &keys) const
{
    const QList<ClusterKey> all = hiddenKeys();
    if (all.isEmpty())
        return {};
    const QSet<ClusterKey> hidden(all.begin(), all.end());
    QList<ClusterKey> among;
    std::copy_if(keys.begin(), keys.end(), std::back_inserter(among),
                 [&](const ClusterKey &key) { return hidden.contains(key); });
    return among;
}

void ClusterTable::rememberPlace()
{
    m_place.reset();
    const int top = rowAt(0);
    if (top < 0)
        return;
    m_place = Place{m_model.keyAt(top), currentIndex().row(), currentIndex().column()};
}

void ClusterTable::keepPlace()
{
    // The removal of a hidden row causes no layout change, so keepSelection() was not called yet.
    if (m_hiddenCount > 0)
        keepSelection();
    const auto place = std::exchange(m_place, std::nullopt);
    if (!place)
        return;
    // This updates the scroll bar for the new rows.
    executeDelayedItemsLayout();
    // At the top new rows are shown; elsewhere the visible rows stay in place.
    if (const auto row = m_model.rowOf(place->top); row && verticalScrollBar()->value() > 0)
        verticalScrollBar()->setValue(*row);
    // The current cluster is gone: the row at its place becomes current, and is not selected.
    if (place->currentRow >= 0 && !currentIndex().isValid() && m_model.rowCount() > 0) {
        const int row = qMin(place->currentRow, m_model.rowCount() - 1);
        selectionModel()->setCurrentIndex(m_model.index(row, place->currentColumn),
                                          QItemSelectionModel::NoUpdate);
    }
}

} // namespace clusterdeck
