// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterview.h"

#include <QCollator>

#include <algorithm>

namespace clusterdeck
{

namespace
{

QStringList wordsOf(const QString &filter)
{
    return filter.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

ClusterView::ClusterView(ClusterModel &model, QObject *parent)
    : QAbstractProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
    connect(&model, &ClusterModel::updateBegins, this, &ClusterView::sourceAboutToUpdate);
    connect(&model, &ClusterModel::dataChanged, this, &ClusterView::noteChanged);
    connect(&model, &ClusterModel::updateEnds, this, &ClusterView::sourceUpdated);
    connect(&model, &ClusterModel::labelsChanged, this, [this] {
        beginRearranging();
        rearrange();
    });
    beginRearranging();
    rearrange();
}

void ClusterView::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    beginRearranging();
    m_filter = text;
    rearrange();
}

void ClusterView::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ClusterColumnCount)
        return;
    beginRearranging();
    m_column = column;
    m_sortOrder = order;
    rearrange();
}

const Cluster &ClusterView::clusterAt(int row) const
{
    return m_model.clusterAt(m_order.at(row));
}

std::optional<int> ClusterView::rowOf(const ClusterKey &key) const
{
    const auto source = m_model.rowOf(key);
    if (!source || m_inverse.value(*source, -1) < 0)
        return std::nullopt;
    return m_inverse.at(*source);
}

void ClusterView::sourceAboutToUpdate(const ClusterListing &listing)
{
    m_changed.clear();
    m_rearranging = mayRearrange(listing);
    if (m_rearranging)
        beginRearranging();
}

void ClusterView::noteChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row)
        m_changed.append(row);
}

void ClusterView::sourceUpdated()
{
    if (m_rearranging)
        rearrange();
    else
        repaintChanged();
}

/// Whether rows come or go, or one changes in what it is filtered or sorted by.
bool ClusterView::mayRearrange(const ClusterListing &listing) const
{
    const QStringList words = wordsOf(m_filter);
    qsizetype known = 0;
    for (const ClusterRecord &record : listing.clusters) {
        const auto row = m_model.rowOf({listing.account, record.id});
        if (!row)
            return true;
        ++known;
        const Cluster &old = m_model.clusterAt(*row);
        if (old.record == record)
            continue;
        const Cluster changed{listing.account, record};
        if (matches(old, words) != matches(changed, words) ||
            m_model.value(old, ClusterColumn(m_column)) !=
                m_model.value(changed, ClusterColumn(m_column)))
            return true;
    }
    return listing.complete && known != m_model.countOf(listing.account);
}

/// While the source still holds what the views know: they may read it once more.
void ClusterView::beginRearranging()
{
    emit layoutAboutToBeChanged();
    m_keys.clear();
    m_keys.reserve(m_order.size());
    for (const int row : std::as_const(m_order))
        m_keys.append(m_model.clusterAt(row).key());
}

void ClusterView::setOrder(QList<int> order)
{
    m_order = std::move(order);
    m_inverse.fill(-1, m_model.rowCount());
    for (int row = 0; row < m_order.size(); ++row)
        m_inverse[m_order.at(row)] = row;
}

void ClusterView::rearrange()
{
    setOrder(arrange());
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        const auto row = rowOf(m_keys.at(index.row()));
        after.append(row ? createIndex(*row, index.column()) : QModelIndex());
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void ClusterView::repaintChanged()
{
    int first = int(m_order.size());
    int last = -1;
    for (const int source : std::as_const(m_changed)) {
        const int row = m_inverse.at(source);
        if (row < 0)
            continue;
        first = std::min(first, row);
        last = std::max(last, row);
    }
    if (last >= 0)
        emit dataChanged(index(first, 0), index(last, ClusterColumnCount - 1));
}

bool ClusterView::matches(const Cluster &cluster, const QStringList &words) const
{
    if (words.isEmpty())
        return true;
    const ClusterRecord &record = cluster.record;
    const AccountLabel label = m_model.label(cluster.account);
    const std::initializer_list<QStringView> texts = {
        label.environment, record.name,       record.id,         record.owner, record.runUser,
        record.type,       record.status,     record.billing,    label.zone,   label.name,
        record.mountPoint, record.transition, record.description};
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return std::any_of(texts.begin(), texts.end(), [&](QStringView text) {
            return text.contains(word, Qt::CaseInsensitive);
        });
    });
}

namespace
{

/// A row with its sort key made once: collation keys and numbers compare fast.
struct Entry {
    int row;
    bool known;
    double value;
    std::optional<QCollatorSortKey> text;
};

Entry entryFor(int row, const QVariant &value, const QCollator &collator)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return {row, false, 0, {}};
    case QMetaType::QString:
        return {row, true, 0, collator.sortKey(value.toString())};
    case QMetaType::QDateTime:
        return {row, true, double(value.toDateTime().toMSecsSinceEpoch()), {}};
    default:
        return {row, true, value.toDouble(), {}};
    }
}

/// The C locale has no idea of how people sort.
QCollator collatorForPeople()
{
    const QLocale locale;
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

/// Negative, 0 or positive, as strcmp does.
int compare(const Entry &left, const Entry &right)
{
    if (left.text && right.text)
        return left.text->compare(*right.text);
    if (left.text || right.text)
        return left.text ? 1 : -1; // a date that could not be read stands behind those that could
    return left.value < right.value ? -1 : (left.value > right.value ? 1 : 0);
}

} // namespace

QList<int> ClusterView::arrange() const
{
    const QCollator collator = collatorForPeople();
    const QStringList words = wordsOf(m_filter);
    std::vector<Entry> entries;
    entries.reserve(size_t(m_model.rowCount()));
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (matches(m_model.clusterAt(row), words))
            entries.push_back(entryFor(row, m_model.index(row, m_column).data(), collator));
    }
    std::stable_sort(entries.begin(), entries.end(), [this](const Entry &a, const Entry &b) {
        if (a.known != b.known)
            return a.known;
        const int order = compare(a, b);
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    });
    QList<int> order;
    order.reserve(qsizetype(entries.size()));
    for (const Entry &entry : entries)
        order.append(entry.row);
    return order;
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

Qt::ItemFlags ClusterView::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

} // namespace clusterdeck
