// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clustermodel.h"

#include <QSet>

#include <algorithm>

namespace clusterdeck
{

namespace
{

QVariant text(const QString &value)
{
    return value.isEmpty() ? QVariant() : QVariant(value);
}

template <class T>
QVariant number(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant valueOf(const ClusterRecord &record, const AccountLabel &label, ClusterColumn column)
{
    switch (column) {
    case ClusterColumn::Status:
        return text(record.status);
    case ClusterColumn::Name:
        return text(record.name);
    case ClusterColumn::Id:
        return record.id;
    case ClusterColumn::Type:
        return text(record.type);
    case ClusterColumn::Nodes:
        return number(record.nodes);
    case ClusterColumn::RunningJobs:
        return number(record.runningJobs);
    case ClusterColumn::PendingJobs:
        return number(record.pendingJobs);
    case ClusterColumn::CpuHours:
        return number(record.cpuHours);
    case ClusterColumn::Billing:
        return text(record.billing);
    case ClusterColumn::Owner:
        return text(record.owner);
    case ClusterColumn::RunUser:
        return text(record.runUser);
    case ClusterColumn::Created:
        return record.created.isValid() ? QVariant(record.created) : text(record.createdText);
    case ClusterColumn::Zone:
        return text(label.zone);
    case ClusterColumn::Account:
        return text(label.name);
    }
    return {};
}

QString headerOf(ClusterColumn column)
{
    switch (column) {
    case ClusterColumn::Status:
        return ClusterModel::tr("Status");
    case ClusterColumn::Name:
        return ClusterModel::tr("Name");
    case ClusterColumn::Id:
        return ClusterModel::tr("ID");
    case ClusterColumn::Type:
        return ClusterModel::tr("Type");
    case ClusterColumn::Nodes:
        return ClusterModel::tr("Nodes");
    case ClusterColumn::RunningJobs:
        return ClusterModel::tr("Running jobs");
    case ClusterColumn::PendingJobs:
        return ClusterModel::tr("Pending jobs");
    case ClusterColumn::CpuHours:
        return ClusterModel::tr("CPU hours");
    case ClusterColumn::Billing:
        return ClusterModel::tr("Billing");
    case ClusterColumn::Owner:
        return ClusterModel::tr("Owner");
    case ClusterColumn::RunUser:
        return ClusterModel::tr("Run user");
    case ClusterColumn::Created:
        return ClusterModel::tr("Created");
    case ClusterColumn::Zone:
        return ClusterModel::tr("Zone");
    case ClusterColumn::Account:
        return ClusterModel::tr("Account");
    }
    return {};
}

} // namespace

void ClusterModel::setAccount(const QString &account, const AccountLabel &label)
{
    if (m_accounts.value(account) == label)
        return;
    m_accounts.insert(account, label);
    if (countOf(account) == 0)
        return;
    emit dataChanged(index(0, int(ClusterColumn::Zone)),
                     index(rowCount() - 1, int(ClusterColumn::Account)));
    emit labelsChanged();
}

void ClusterModel::removeAccount(const QString &account)
{
    ClusterListing nothing;
    nothing.account = account;
    nothing.complete = true;
    apply(nothing);
    m_accounts.remove(account);
}

void ClusterModel::apply(const ClusterListing &listing)
{
    if (!differs(listing))
        return;
    emit updateBegins(listing);
    if (listing.complete)
        removeVanished(listing);
    change(listing);
    append(listing);
    emit updateEnds();
}

bool ClusterModel::differs(const ClusterListing &listing) const
{
    for (const ClusterRecord &record : listing.clusters) {
        const auto row = m_rows.constFind({listing.account, record.id});
        if (row == m_rows.cend() || m_clusters.at(*row).record != record)
            return true;
    }
    // All that is listed is here; when something else of this account is too, it has vanished.
    return listing.complete && countOf(listing.account) != listing.clusters.size();
}

int ClusterModel::countOf(const QString &account) const
{
    return int(std::count_if(m_clusters.begin(), m_clusters.end(),
                             [&](const Cluster &cluster) { return cluster.account == account; }));
}

QVariant ClusterModel::value(const Cluster &cluster, ClusterColumn column) const
{
    return valueOf(cluster.record, m_accounts.value(cluster.account), column);
}

void ClusterModel::removeVanished(const ClusterListing &listing)
{
    QSet<QString> listed;
    for (const ClusterRecord &record : listing.clusters)
        listed.insert(record.id);
    const auto vanished = [&](int row) {
        const Cluster &cluster = m_clusters.at(row);
        return cluster.account == listing.account && !listed.contains(cluster.record.id);
    };
    for (int last = int(m_clusters.size()) - 1; last >= 0; --last) {
        if (!vanished(last))
            continue;
        int first = last;
        while (first > 0 && vanished(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_rows.remove(m_clusters.at(row).key());
        m_clusters.remove(first, last - first + 1);
        reindexFrom(first);
        endRemoveRows();
        last = first;
    }
}

void ClusterModel::change(const ClusterListing &listing)
{
    // One signal for the span that changed: views repaint what they show of it, once.
    int first = int(m_clusters.size());
    int last = -1;
    for (const ClusterRecord &record : listing.clusters) {
        const auto found = m_rows.constFind({listing.account, record.id});
        if (found == m_rows.cend() || m_clusters.at(*found).record == record)
            continue;
        m_clusters[*found].record = record;
        first = std::min(first, *found);
        last = std::max(last, *found);
    }
    if (last >= 0)
        emit dataChanged(index(first, 0), index(last, ClusterColumnCount - 1));
}

void ClusterModel::append(const ClusterListing &listing)
{
    QList<Cluster> arrived;
    for (const ClusterRecord &record : listing.clusters) {
        if (!m_rows.contains({listing.account, record.id}))
            arrived.append({listing.account, record});
    }
    if (arrived.isEmpty())
        return;
    const int first = int(m_clusters.size());
    beginInsertRows({}, first, first + int(arrived.size()) - 1);
    m_clusters.append(arrived);
    reindexFrom(first);
    endInsertRows();
}

void ClusterModel::reindexFrom(int row)
{
    for (; row < m_clusters.size(); ++row)
        m_rows.insert(m_clusters.at(row).key(), row);
}

std::optional<int> ClusterModel::rowOf(const ClusterKey &key) const
{
    const auto found = m_rows.constFind(key);
    return found == m_rows.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Cluster> ClusterModel::find(const ClusterKey &key) const
{
    const auto row = rowOf(key);
    return row ? std::optional(m_clusters.at(*row)) : std::nullopt;
}

int ClusterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_clusters.size());
}

int ClusterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ClusterColumnCount;
}

QVariant ClusterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    return value(m_clusters.at(index.row()), ClusterColumn(index.column()));
}

QVariant ClusterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0 &&
        section < ClusterColumnCount)
        return headerOf(ClusterColumn(section));
    return {};
}

} // namespace clusterdeck
