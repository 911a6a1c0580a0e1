// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"

#include <array>

namespace clusterdeck
{

/// The columns of few different values: one picks among what they hold.
enum class FilterField { Status, Type, Billing, Owner, Account };
inline constexpr int FilterFieldCount = 5;

/// In the place of a status: something is under way on it. Such a cluster has this one only,
/// whatever its status says, as the table marks it.
[[nodiscard]] QString underWayStatus();

/// What a person picked to find clusters by, besides the text that they typed. All of it must hold;
/// of the values of one field any one. Empty: every cluster that is not deleted; one that is fits
/// only when its status is asked for. What is not known about a cluster
/// fits nothing that was asked for: unknown job counts are not "no jobs".
struct FilterCriteria {
    /// By field: the values as the cloud tells them, an account by its id; an empty one stands for
    /// those without a value. None: the field does not matter.
    std::array<QStringList, FilterFieldCount> values;
    bool noJobs = false;        ///< none runs and none waits
    int olderThanDays = 0;      ///< made longer ago than that; 0: however old
    std::optional<bool> locked; ///< only those that are, or only those that are not

    [[nodiscard]] QStringList &of(FilterField field) { return values.at(size_t(field)); }
    [[nodiscard]] const QStringList &of(FilterField field) const
    {
        return values.at(size_t(field));
    }
    [[nodiscard]] bool isEmpty() const { return *this == FilterCriteria(); }
    bool operator==(const FilterCriteria &) const = default;
};

/// No more than that is asked for, nor taken from a file.
inline constexpr int OldestDays = 36500;

/// Criteria made ready for many rows: bytes are compared, nothing is unfolded.
class ClusterFilter
{
public:
    ClusterFilter() = default;
    explicit ClusterFilter(const FilterCriteria &criteria);

    [[nodiscard]] bool isEmpty() const { return m_empty; }
    /// All but locked(), which is not written in a row. `now`: invalid means that no age is known.
    [[nodiscard]] bool matches(const ClusterRow &row, const QString &account,
                               const QDateTime &now) const;
    [[nodiscard]] bool matches(const ClusterRow &row, const QString &account, bool locked,
                               const QDateTime &now) const
    {
        return matches(row, account, now) && m_locked.value_or(locked) == locked;
    }
    [[nodiscard]] std::optional<bool> locked() const { return m_locked; }
    /// Whether it may say something else after a while, with the same rows.
    [[nodiscard]] bool dependsOnTime() const { return m_olderThanMsecs > 0; }

private:
    [[nodiscard]] bool holds(FilterField field, QByteArrayView value) const;

    std::array<std::vector<QByteArray>, FilterFieldCount> m_values; ///< sorted
    QStringList m_accounts;
    qint64 m_olderThanMsecs = 0;
    std::optional<bool> m_locked;
    bool m_noJobs = false;
    bool m_empty = true;
};

/// A value that clusters have in a field, and how many of them.
struct FilterChoice {
    QString value;
    int count = 0;

    bool operator==(const FilterChoice &) const = default;
};

/// All that there are now: the values as people sort them, those without one last.
[[nodiscard]] QList<FilterChoice> choicesOf(const ClusterModel &clusters, FilterField field);

} // namespace clusterdeck
