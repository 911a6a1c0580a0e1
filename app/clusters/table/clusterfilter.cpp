// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/table/clusterfilter.h"

#include "app/clusters/clusterstate.h"
#include "app/clusters/marks.h"
#include "app/support/collator.h"

#include <algorithm>
#include <chrono>

namespace clusterdeck
{

namespace
{

constexpr char UnderWay[] = "*under way"; // no status begins with *

/// Not for Account, which is not part of a row.
QByteArrayView bytesIn(const ClusterRow &row, FilterField field)
{
    switch (field) {
    case FilterField::Status:
        if (!row.bytesOf(&ClusterRecord::transition).isEmpty())
            return UnderWay;
        return row.bytesOf(&ClusterRecord::status);
    case FilterField::Type:
        return row.bytesOf(&ClusterRecord::type);
    case FilterField::Billing:
        return row.bytesOf(&ClusterRecord::billing);
    case FilterField::Owner:
        return row.bytesOf(&ClusterRecord::owner);
    case FilterField::Account:
        break;
    }
    return {};
}

constexpr FilterField RowFields[] = {FilterField::Status, FilterField::Type, FilterField::Billing,
                                     FilterField::Owner};

bool isBefore(const QByteArray &left, QByteArrayView right)
{
    return QByteArrayView(left).compare(right) < 0;
}

bool hasNoJobs(const ClusterRow &row)
{
    return row.number(&ClusterRecord::runningJobs) == 0.0 &&
           row.number(&ClusterRecord::pendingJobs) == 0.0;
}

} // namespace

QString underWayStatus()
{
    return QString::fromLatin1(UnderWay);
}

ClusterFilter::ClusterFilter(const FilterCriteria &criteria)
    : m_accounts(criteria.of(FilterField::Account))
    , m_olderThanMsecs(std::chrono::milliseconds(std::chrono::days(criteria.olderThanDays)).count())
    , m_unusedDays(criteria.unusedDays)
    , m_locked(criteria.locked)
    , m_kept(criteria.kept)
    , m_expired(criteria.expired)
    , m_noJobs(criteria.noJobs)
    , m_empty(criteria.isEmpty())
{
    for (const FilterField field : RowFields) {
        std::vector<QByteArray> &values = m_values.at(size_t(field));
        for (const QString &value : criteria.of(field))
            values.push_back(ClusterRow::idBytes(value));
        std::sort(values.begin(), values.end());
    }
}

bool ClusterFilter::holds(FilterField field, QByteArrayView value) const
{
    const std::vector<QByteArray> &values = m_values.at(size_t(field));
    const auto found = std::lower_bound(values.begin(), values.end(), value, isBefore);
    return found != values.end() && QByteArrayView(*found) == value;
}

bool ClusterFilter::matches(const ClusterRow &row, const QString &account,
                            const QDateTime &now) const
{
    if (m_noJobs && !hasNoJobs(row))
        return false;
    if (m_values.at(size_t(FilterField::Status)).empty() && isDeleted(row))
        return false;
    if (m_olderThanMsecs > 0) {
        const auto created = row.msecs(&ClusterRecord::created);
        if (!created || !now.isValid() || now.toMSecsSinceEpoch() - *created <= m_olderThanMsecs)
            return false;
    }
    for (const FilterField field : RowFields) {
        if (!m_values.at(size_t(field)).empty() && !holds(field, bytesIn(row, field)))
            return false;
    }
    if (m_kept || m_expired) {
        const Marks marks = marksOf(row);
        if (isKept(marks, now) != m_kept.value_or(isKept(marks, now)) ||
            isExpired(marks, now) != m_expired.value_or(isExpired(marks, now)))
            return false;
    }
    return m_accounts.isEmpty() || m_accounts.contains(account);
}

QList<FilterChoice> choicesOf(const ClusterModel &clusters, FilterField field)
{
    QHash<QByteArray, int> counts;
    QHash<QString, int> accounts;
    for (int row = 0; row < clusters.rowCount(); ++row) {
        if (field != FilterField::Status && isDeleted(clusters.rowAt(row)))
            continue; // found only by its status
        if (field == FilterField::Account) {
            ++accounts[clusters.accountAt(row)];
            continue;
        }
        const QByteArrayView bytes = bytesIn(clusters.rowAt(row), field);
        // Looked up without a copy; only a new value is copied.
        const auto looked = QByteArray::fromRawData(bytes.data(), bytes.size());
        const auto found = counts.find(looked);
        if (found == counts.end())
            counts.insert(bytes.toByteArray(), 1);
        else
            ++*found;
    }
    QList<FilterChoice> choices;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        choices.append({ClusterRow::textOf(count.key()), *count});
    for (auto count = accounts.cbegin(); count != accounts.cend(); ++count)
        choices.append({count.key(), *count});
    const QCollator collator = collatorForPeople();
    const auto rank = [](const FilterChoice &choice) {
        return choice.value.isEmpty() ? 2 : choice.value == QLatin1String(UnderWay) ? 1 : 0;
    };
    std::sort(choices.begin(), choices.end(), [&](const FilterChoice &a, const FilterChoice &b) {
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        const int order = collator.compare(a.value, b.value);
        return order != 0 ? order < 0 : a.value < b.value;
    });
    return choices;
}

} // namespace clusterdeck
