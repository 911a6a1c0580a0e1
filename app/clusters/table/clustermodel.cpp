// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/table/clustermodel.h"

#include "app/clusters/marks.h"

#include <algorithm>
#include <limits>

namespace clusterdeck
{

namespace
{

QVariant text(const QString &value)
{
    return value.isEmpty() ? QVariant() : QVariant(value);
}

/// The value of a row, by the type of the column's source.
struct ValueIn {
    const ClusterModel &model;
    int number;
    const ClusterRow &row = model.rowAt(number);

    QVariant operator()(ClusterRow::Text source) const { return text(row.text(source)); }
    QVariant operator()(ClusterRow::Number source) const
    {
        const auto count = row.number(source);
        if (!count)
            return {};
        return source.isWhole() ? QVariant(int(*count)) : QVariant(*count);
    }
    QVariant operator()(TimeOrText source) const
    {
        const QDateTime time = row.time(source.time);
        return time.isValid() ? QVariant(time) : text(row.text(source.text));
    }
    QVariant operator()(Derived source) const
    {
        const auto figure = source(model, number);
        return figure ? QVariant(*figure) : QVariant();
    }
    QVariant operator()(QString AccountLabel::*source) const
    {
        return text(model.labelAt(number).*source);
    }
};

size_t hashOf(int account, QByteArrayView idBytes)
{
    return qHash(idBytes, size_t(account) + 1);
}

} // namespace

QList<int> ClusterUpdate::newNumbers() const
{
    QList<int> numbers(rowsBefore);
    auto left = removed.begin();
    int number = 0;
    for (int row = 0; row < rowsBefore; ++row) {
        const bool leaves = left != removed.end() && *left == row;
        numbers[row] = leaves ? -1 : number++;
        left += leaves ? 1 : 0;
    }
    return numbers;
}

/// The differences between a listing and the model.
struct ClusterModel::Differences {
    QList<std::pair<int, int>> changed; ///< row of the model, index in the listing
    QList<int> firstRead;               ///< rows of the model
    QList<int> removed;                 ///< rows of the model
    QList<int> arrived;                 ///< indexes in the listing
};

int ClusterModel::placeOf(const QString &account) const
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&](const KnownAccount &known) { return known.id == account; });
    return found == m_accounts.end() ? -1 : int(found - m_accounts.begin());
}

int ClusterModel::addAccount(const QString &account)
{
    const int place = placeOf(account);
    if (place >= 0)
        return place;
    m_accounts.append({account, {}});
    return int(m_accounts.size()) - 1;
}

void ClusterModel::setAccount(const QString &account, const AccountLabel &label)
{
    const int place = addAccount(account);
    if (m_accounts.at(place).label == label)
        return;
    m_accounts[place].label = label;
    if (countOf(account) == 0)
        return;
    emit dataChanged(index(0, 0), index(rowCount() - 1, ClusterColumnCount - 1));
    emit labelsChanged();
}

QDateTime ClusterModel::completeAsOf(const QString &account) const
{
    const int place = placeOf(account);
    return place >= 0 ? m_accounts.at(place).completeAsOf : QDateTime();
}

void ClusterModel::removeAccount(const QString &account)
{
    ClusterListing nothing;
    nothing.account = account;
    nothing.complete = true;
    nothing.begun = std::chrono::seconds(std::numeric_limits<int>::max()); // newer than every row
    apply(nothing);
    KnownAccount &known = m_accounts[placeOf(account)];
    known.label = {};
    known.completeAsOf = {};
}

void ClusterModel::apply(const ClusterListing &listing)
{
    const int account = addAccount(listing.account);
    if (listing.complete)
        m_accounts[account].completeAsOf = listing.asOf;
    const Differences found = compare(listing, account);
    if (!found.firstRead.isEmpty())
        emit firstRead(found.firstRead);
    ClusterUpdate update;
    update.rowsBefore = rowCount();
    for (const auto &[row, place] : found.changed)
        update.changed.append(row);
    std::sort(update.changed.begin(), update.changed.end());
    update.removed = found.removed;
    update.arrived = int(found.arrived.size());
    if (update.isEmpty())
        return;
    emit updateBegins(listing.account);
    change(listing, found);
    remove(found.removed);
    append(listing, found.arrived, account);
    emit updateEnds(update);
}

namespace
{

std::chrono::duration<int> readOf(const ClusterListing &listing)
{
    using Seconds = std::chrono::duration<int>;
    return listing.fromEarlierRun ? Seconds(-1)
                                  : std::chrono::duration_cast<Seconds>(listing.begun);
}

} // namespace

/// Also sets Row::read of the listed rows.
ClusterModel::Differences ClusterModel::compare(const ClusterListing &listing, int account)
{
    const auto read = readOf(listing);
    Differences differences;
    std::vector<bool> listed(size_t(m_clusters.size()));
    int next = 0; // mostly the row: the server's order seldom changes
    for (int place = 0; place < listing.clusters.size(); ++place) {
        const ClusterRow &cluster = listing.clusters.at(place);
        const bool isNext = next < m_clusters.size() && m_clusters.at(next).account == account &&
                            m_clusters.at(next).row.idBytes() == cluster.idBytes();
        const int row = isNext ? next : find(account, cluster.idBytes());
        if (row < 0) {
            if (!listing.inParts)
                differences.arrived.append(place);
            continue;
        }
        next = row + 1;
        listed[size_t(row)] = true;
        if (listing.inParts || (listing.fromEarlierRun && !isFromEarlierRun(row)))
            continue;
        if (m_clusters.at(row).row != cluster)
            differences.changed.append({row, place});
        if (isFromEarlierRun(row) && !listing.fromEarlierRun)
            differences.firstRead.append(row);
        m_clusters[row].read = std::max(m_clusters.at(row).read, read);
    }
    for (int row = 0; listing.complete && row < m_clusters.size(); ++row) {
        if (m_clusters.at(row).account == account && !listed[size_t(row)] &&
            m_clusters.at(row).read <= read)
            differences.removed.append(row);
    }
    for (const QString &id : listing.absent) {
        if (const int row = find(account, ClusterRow::idBytes(id)); row >= 0)
            differences.removed.append(row);
    }
    std::sort(differences.removed.begin(), differences.removed.end());
    return differences;
}

void ClusterModel::change(const ClusterListing &listing, const Differences &differences)
{
    // One signal for the range of all changes, so that views repaint once.
    int first = int(m_clusters.size());
    int last = -1;
    for (const auto &[row, place] : differences.changed) {
        m_clusters[row].row = listing.clusters.at(place);
        first = std::min(first, row);
        last = std::max(last, row);
    }
    if (last >= 0)
        emit dataChanged(index(first, 0), index(last, ClusterColumnCount - 1));
}

/// Removes from the end, so that the remaining row numbers stay valid.
void ClusterModel::remove(const QList<int> &rows)
{
    for (qsizetype last = rows.size() - 1; last >= 0; --last) {
        qsizetype first = last;
        while (first > 0 && rows.at(first - 1) == rows.at(first) - 1)
            --first;
        beginRemoveRows({}, rows.at(first), rows.at(last));
        m_clusters.remove(rows.at(first), last - first + 1);
        // Until the last of these signals, find() finds no row.
        m_index.clear();
        endRemoveRows();
        last = first;
    }
    if (!rows.isEmpty()) {
        m_index.reserve(m_clusters.size());
        for (int row = 0; row < m_clusters.size(); ++row)
            enter(row);
    }
}

void ClusterModel::append(const ClusterListing &listing, const QList<int> &arrived, int account)
{
    if (arrived.isEmpty())
        return;
    const int first = int(m_clusters.size());
    beginInsertRows({}, first, first + int(arrived.size()) - 1);
    for (const int place : arrived) {
        m_clusters.append({listing.clusters.at(place), account, readOf(listing)});
        enter(int(m_clusters.size()) - 1);
    }
    endInsertRows();
}

void ClusterModel::enter(int row)
{
    const Row &entered = m_clusters.at(row);
    size_t hash = hashOf(entered.account, entered.row.idBytes());
    while (m_index.contains(hash))
        ++hash;
    m_index.insert(hash, row);
}

/// The row; -1 when there is none.
int ClusterModel::find(int account, QByteArrayView idBytes) const
{
    for (size_t hash = hashOf(account, idBytes);; ++hash) {
        const auto found = m_index.constFind(hash);
        if (found == m_index.cend())
            return -1;
        const Row &row = m_clusters.at(*found);
        if (row.account == account && row.row.idBytes() == idBytes)
            return *found;
    }
}

QStringList ClusterModel::notReadSince(const QString &account,
                                       std::chrono::milliseconds begun) const
{
    QStringList ids;
    const int place = placeOf(account);
    for (const Row &row : m_clusters) {
        if (row.account == place && row.read < std::chrono::floor<std::chrono::seconds>(begun))
            ids.append(row.row.text(&ClusterRecord::id));
    }
    return ids;
}

ClusterKey ClusterModel::keyAt(int row) const
{
    const Row &cluster = m_clusters.at(row);
    return {m_accounts.at(cluster.account).id, cluster.row.text(&ClusterRecord::id)};
}

const QString &ClusterModel::accountAt(int row) const
{
    return m_accounts.at(m_clusters.at(row).account).id;
}

const AccountLabel &ClusterModel::labelAt(int row) const
{
    return m_accounts.at(m_clusters.at(row).account).label;
}

Cluster ClusterModel::clusterAt(int row) const
{
    const Row &cluster = m_clusters.at(row);
    return {m_accounts.at(cluster.account).id, cluster.row.record()};
}

std::optional<int> ClusterModel::rowOf(const ClusterKey &key) const
{
    const int account = placeOf(key.account);
    const int row = account < 0 ? -1 : find(account, ClusterRow::idBytes(key.id));
    return row < 0 ? std::nullopt : std::optional(row);
}

std::optional<Cluster> ClusterModel::find(const ClusterKey &key) const
{
    const auto row = rowOf(key);
    return row ? std::optional(clusterAt(*row)) : std::nullopt;
}

int ClusterModel::countOf(const QString &account) const
{
    const int place = placeOf(account);
    return int(std::count_if(m_clusters.begin(), m_clusters.end(),
                             [&](const Row &row) { return row.account == place; }));
}

AccountLabel ClusterModel::label(const QString &account) const
{
    const int place = placeOf(account);
    return place < 0 ? AccountLabel() : m_accounts.at(place).label;
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
    return std::visit(ValueIn{*this, index.row()}, specOf(ClusterColumn(index.column())).source);
}

void ClusterModel::setLastUse(const QString &account, const LastUse &use)
{
    const int place = placeOf(account);
    if (place < 0 || m_accounts.at(place).use == use)
        return;
    m_accounts[place].use = use;
    emit lastUseChanged();
}

void ClusterModel::followUse(const ClusterListing &listing, const QDateTime &at)
{
    LastUse &use = m_accounts[addAccount(listing.account)].use;
    if (!use.asOf().isValid())
        use = LastUse(listing.account);
    use.follow(listing.clusters, at);
    emit lastUseChanged();
}

LastUse ClusterModel::lastUse(const QString &account) const
{
    const int place = placeOf(account);
    return place < 0 ? LastUse() : m_accounts.at(place).use;
}

std::optional<int> ClusterModel::daysUnused(int row) const
{
    return m_accounts.at(m_clusters.at(row).account).use.daysUnused(rowAt(row));
}

std::optional<double> derived::keep(const ClusterModel &model, int row)
{
    return lastDayKept(model.rowAt(row));
}

std::optional<double> derived::expires(const ClusterModel &model, int row)
{
    return lastDayBeforeExpiry(model.rowAt(row));
}

std::optional<double> derived::unused(const ClusterModel &model, int row)
{
    return model.daysUnused(row);
}

QVariant ClusterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0 &&
        section < ClusterColumnCount)
        return tr(specOf(ClusterColumn(section)).title);
    return {};
}

} // namespace clusterdeck
