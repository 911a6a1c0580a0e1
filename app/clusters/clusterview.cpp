// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterview.h"

#include <algorithm>

namespace clusterdeck
{

ClusterView::ClusterView(ClusterModel &model, QObject *parent)
    : QAbstractProxyModel(parent)
    , m_model(model)
    , m_byName(ClusterColumn::Name)
{
    setSourceModel(&model);
    connect(&model, &ClusterModel::updateEnds, this, &ClusterView::sourceUpdated);
    connect(&model, &ClusterModel::labelsChanged, this, &ClusterView::labelsChanged);
    m_byName.build(model);
    search(false);
    setOrder(arrange());
}

void ClusterView::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    // Who goes on typing looks among what was found.
    const bool narrower = text.startsWith(m_filter);
    m_filter = text;
    m_search = ClusterSearch(text);
    search(narrower);
    show(arrange());
}

void ClusterView::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ClusterColumnCount)
        return;
    m_column = column;
    m_sortOrder = order;
    show(arrange());
}

Cluster ClusterView::clusterAt(int row) const
{
    return m_model.clusterAt(m_order.at(row));
}

ClusterKey ClusterView::keyAt(int row) const
{
    return m_model.keyAt(m_order.at(row));
}

const ClusterRow &ClusterView::clusterRowAt(int row) const
{
    return m_model.rowAt(m_order.at(row));
}

const AccountLabel &ClusterView::labelAt(int row) const
{
    return m_model.labelAt(m_order.at(row));
}

std::optional<int> ClusterView::rowOf(const ClusterKey &key) const
{
    const auto source = m_model.rowOf(key);
    if (!source || m_inverse.value(*source, -1) < 0)
        return std::nullopt;
    return m_inverse.at(*source);
}

void ClusterView::search(bool narrower)
{
    m_matches.resize(size_t(m_model.rowCount()), 1);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        char &matches = m_matches[size_t(row)];
        if (!narrower || matches)
            matches = m_search.matches(m_model.rowAt(row), m_model.labelAt(row));
    }
}

void ClusterView::searchChanged(const ClusterUpdate &update, const QList<int> &newNumbers)
{
    std::vector<char> matches(size_t(m_model.rowCount()));
    for (int row = 0; row < newNumbers.size(); ++row) {
        if (newNumbers.at(row) >= 0)
            matches[size_t(newNumbers.at(row))] = m_matches[size_t(row)];
    }
    const auto look = [&](int row) {
        matches[size_t(row)] = m_search.matches(m_model.rowAt(row), m_model.labelAt(row));
    };
    for (const int row : update.changed)
        look(newNumbers.at(row));
    for (int row = m_model.rowCount() - update.arrived; row < m_model.rowCount(); ++row)
        look(row);
    m_matches = std::move(matches);
}

void ClusterView::sourceUpdated(const ClusterUpdate &update)
{
    const QList<int> newNumbers = update.newNumbers();
    searchChanged(update, newNumbers);
    m_byName.mend(m_model, update);
    if (m_byColumn)
        m_byColumn->mend(m_model, update);
    if (show(arrange(), newNumbers))
        return;
    QList<int> changed;
    for (const int row : update.changed)
        changed.append(newNumbers.at(row));
    repaint(changed);
}

void ClusterView::labelsChanged()
{
    m_byColumn.reset();
    search(false);
    show(arrange());
}

SortedRows &ClusterView::sortedRows()
{
    const auto column = ClusterColumn(m_column);
    if (column == m_byName.column())
        return m_byName;
    if (!m_byColumn || m_byColumn->column() != column) {
        m_byColumn.emplace(column);
        m_byColumn->build(m_model);
    }
    return *m_byColumn;
}

/// The model rows to show, in their order.
QList<int> ClusterView::arrange()
{
    const SortedRows &sorted = sortedRows();
    QList<int> rows = m_sortOrder == Qt::AscendingOrder ? sorted.rows() : sorted.falling();
    if (!m_search.isEmpty())
        rows.removeIf([this](int row) { return !m_matches[size_t(row)]; });
    return rows;
}

void ClusterView::setOrder(QList<int> order)
{
    m_order = std::move(order);
    m_inverse.fill(-1, m_model.rowCount());
    for (int row = 0; row < m_order.size(); ++row)
        m_inverse[m_order.at(row)] = row;
}

/// True when what is shown, or its order, is another now. `newNumbers`: where the model's rows have
/// gone meanwhile, -1 for those that left; empty when they are where they were.
bool ClusterView::show(QList<int> order, const QList<int> &newNumbers)
{
    const auto moved = [&](int row) { return newNumbers.isEmpty() ? row : newNumbers.at(row); };
    const bool same = std::equal(m_order.begin(), m_order.end(), order.begin(), order.end(),
                                 [&](int before, int now) { return moved(before) == now; });
    if (same) {
        setOrder(std::move(order));
        return false;
    }
    // Nobody has asked for anything since the model moved on: this runs inside its update.
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<int> rows;
    rows.reserve(before.size());
    for (const QModelIndex &index : before)
        rows.append(moved(m_order.at(index.row())));
    setOrder(std::move(order));
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = rows.at(i) < 0 ? -1 : m_inverse.at(rows.at(i));
        after.append(row < 0 ? QModelIndex() : createIndex(row, before.at(i).column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
    return true;
}

void ClusterView::repaint(const QList<int> &sourceRows)
{
    int first = int(m_order.size());
    int last = -1;
    for (const int source : sourceRows) {
        const int row = m_inverse.at(source);
        if (row < 0)
            continue;
        first = std::min(first, row);
        last = std::max(last, row);
    }
    if (last >= 0)
        emit dataChanged(index(first, 0), index(last, ClusterColumnCount - 1));
}

QModelIndex ClusterView::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!proxyIndex.isValid() || proxyIndex.row() >= m_order.size())
        return {};
    return m_model.index(m_order.at(proxyIndex.row()), proxyIndex.column());
}

QModelIndex ClusterView::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid() || m_inverse.value(sourceIndex.row(), -1) < 0)
        return {};
    return index(m_inverse.at(sourceIndex.row()), sourceIndex.column());
}

QModelIndex ClusterView::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex ClusterView::parent(const QModelIndex &) const
{
    return {};
}

int ClusterView::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int ClusterView::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ClusterColumnCount;
}

QVariant ClusterView::data(const QModelIndex &index, int role) const
{
    const QModelIndex source = mapToSource(index);
    return source.isValid() ? m_model.data(source, role) : QVariant();
}

Qt::ItemFlags ClusterView::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

} // namespace clusterdeck
