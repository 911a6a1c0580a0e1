// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"
#include "app/support/enumcount.h"

#include <array>

namespace clusterdeck
{

/// The columns with few different values, which the user can choose from.
enum class FilterField { Status, Type, Billing, Owner, Account };
inline constexpr int FilterFieldCount = int(enumCount<FilterField>());

/// The status value of clusters in a transition, instead of their status.
[[nodiscard]] QString underWayStatus();

/// The criteria of a filter, besides the typed text. A cluster must meet all of them; for a field
/// it must have one of the values. Empty: all clusters that are not deleted. Deleted clusters are
/// found only by their status. Unknown values meet no criterion: unknown job counts are not "no
/// jobs".
struct FilterCriteria {
    /// By field: the values from the cloud; for accounts their ids. An empty value stands for
    /// clusters without a value. No values: any.
    std::array<QStringList, FilterFieldCount> values;
    bool noJobs = false;           ///< no running and no pending jobs
    int olderThanDays = 0;         ///< created more days ago; 0: any age
    int unusedDays = 0;            ///< no use seen for so many days or more; 0: used or not
    std::optional<bool> locked;    ///< only locked, or only unlocked clusters
    std::optional<bool> kept{};    ///< only clusters with a valid mark to keep, or only others
    std::optional<bool> expired{}; ///< only clusters that have expired by a mark, or only others

    [[nodiscard]] QStringList &of(FilterField field) { return values.at(size_t(field)); }
    [[nodiscard]] const QStringList &of(FilterField field) const
    {
        return values.at(size_t(field));
    }
    [[nodiscard]] bool isEmpty() const { return *this == FilterCriteria(); }
    bool operator==(const FilterCriteria &) const = default;
};

/// The criteria with yes, no, or either.
enum class FilterFlag { Locked, Kept, Expired };
struct FilterFlagSpec {
    FilterFlag flag;
    std::optional<bool> FilterCriteria::*member;
    const char *key; ///< in settings: never changes
};
inline constexpr auto FilterFlags = std::to_array<FilterFlagSpec>({
    {FilterFlag::Locked, &FilterCriteria::locked, "locked"},
    {FilterFlag::Kept, &FilterCriteria::kept, "kept"},
    {FilterFlag::Expired, &FilterCriteria::expired, "expired"},
});

/// The largest value of olderThanDays and unusedDays.
inline constexpr int OldestDays = 36500;

/// Criteria prepared for many rows: compares bytes, without unpacking the rows.
class ClusterFilter
{
public:
    ClusterFilter() = default;
    explicit ClusterFilter(const FilterCriteria &criteria);

    [[nodiscard]] bool isEmpty() const { return m_empty; }
    /// Checks all criteria except locked() and unusedDays(). `now`: UTC; if invalid, no age is
    /// known and no mark has ended.
    [[nodiscard]] bool matches(const ClusterRow &row, const QString &account,
                               const QDateTime &now) const;
    [[nodiscard]] std::optional<bool> locked() const { return m_locked; }
    [[nodiscard]] int unusedDays() const { return m_unusedDays; }
    /// Whether the result for the same row may change with time.
    [[nodiscard]] bool dependsOnTime() const { return m_olderThanMsecs > 0 || m_kept || m_expired; }

private:
    [[nodiscard]] bool holds(FilterField field, QByteArrayView value) const;

    std::array<std::vector<QByteArray>, FilterFieldCount> m_values; ///< sorted
    QStringList m_accounts;
    qint64 m_olderThanMsecs = 0;
    int m_unusedDays = 0;
    std::optional<bool> m_locked;
    std::optional<bool> m_kept;
    std::optional<bool> m_expired;
    bool m_noJobs = false;
    bool m_empty = true;
};

/// A value of a field, and the number of clusters with it.
struct FilterChoice {
    QString value;
    int count = 0;

    bool operator==(const FilterChoice &) const = default;
};

/// All present values of a field, sorted with collatorForPeople(); then underWayStatus(), then the
/// empty value. Deleted clusters count only for Status.
[[nodiscard]] QList<FilterChoice> choicesOf(const ClusterModel &clusters, FilterField field);

} // namespace clusterdeck
