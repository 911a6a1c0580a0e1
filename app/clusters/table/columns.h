// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/clusters/clusterrow.h"

#include <QtGlobal>

namespace clusterdeck
{

/// The columns of the table, in their default order. Settings store the numbers: add new columns at
/// the end, before End.
enum class ClusterColumn {
    Status,
    Name,
    Id,
    Type,
    Nodes,
    RunningJobs,
    PendingJobs,
    CpuHours,
    Billing,
    Owner,
    RunUser,
    Created,
    Zone,
    Account,
    Keep,
    Expires,
    Unused,
    End
};
inline constexpr int ClusterColumnCount = int(ClusterColumn::End);

/// A time, or the original text where the time could not be read.
struct TimeOrText {
    ClusterRow::Time time;
    ClusterRow::Text text;
};

class ClusterModel;

/// A number that is computed from a row of the model; std::nullopt when there is none.
using Derived = std::optional<double> (*)(const ClusterModel &model, int row);
namespace derived
{
/// See lastDayKept(), lastDayBeforeExpiry(), ClusterModel::daysUnused().
std::optional<double> keep(const ClusterModel &model, int row);
std::optional<double> expires(const ClusterModel &model, int row);
std::optional<double> unused(const ClusterModel &model, int row);
} // namespace derived

/// The source of a column's values: the row of a cluster, or the label of its account.
using ColumnSource = std::variant<ClusterRow::Text, ClusterRow::Number, TimeOrText, Derived,
                                  QString AccountLabel::*>;

struct ColumnSpec {
    ClusterColumn column;
    const char *key;   ///< in settings: never changes
    const char *title; ///< for ClusterModel::tr()
    ColumnSource source;
    bool byBytes = false; ///< sorts by bytes; other texts sort with collatorForPeople()
};

inline constexpr auto ClusterColumns = std::to_array<ColumnSpec>({
    {ClusterColumn::Status, "status", QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "Status"),
     ClusterRow::Text(&ClusterRecord::status)},
    {ClusterColumn::Name, "name", QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "Name"),
     ClusterRow::Text(&ClusterRecord::name)},
    {ClusterColumn::Id, "id", QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "ID"),
     ClusterRow::Text(&ClusterRecord::id), true},
    {ClusterColumn::Type, "type", QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "Type"),
     ClusterRow::Text(&ClusterRecord::type)},
    {ClusterColumn::Nodes, "nodes", QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "Nodes"),
     ClusterRow::Number(&ClusterRecord::nodes)},
    {ClusterColumn::RunningJobs, "runningJobs",
     QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "Running jobs"),
     ClusterRow::Number(&ClusterRecord::runningJobs)},
    {ClusterColumn::PendingJobs, "pendingJobs",
     QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "Queued jobs"),
     ClusterRow::Number(&ClusterRecord::pendingJobs)},
    {ClusterColumn::CpuHours, "cpuHours",
     QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "CPU hours"),
     ClusterRow::Number(&ClusterRecord::cpuHours)},
    {ClusterColumn::Billing, "billing", QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "Billing"),
     ClusterRow::Text(&ClusterRecord::billing)},
    {ClusterColumn::Owner, "owner", QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "Owner"),
     ClusterRow::Text(&ClusterRecord::owner)},
    {ClusterColumn::RunUser, "runUser", QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "Run user"),
     ClusterRow::Text(&ClusterRecord::runUser)},
    {ClusterColumn::Created, "created", QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "Created"),
     TimeOrText{&ClusterRecord::created, &ClusterRecord::createdText}},
    {ClusterColumn::Zone, "zone", QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "Zone"),
     &AccountLabel::zone},
    {ClusterColumn::Account, "account", QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "Account"),
     &AccountLabel::name},
    {ClusterColumn::Keep, "keep", QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "Keep"),
     &derived::keep},
    {ClusterColumn::Expires, "expires", QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "Expires"),
     &derived::expires},
    {ClusterColumn::Unused, "unused", QT_TRANSLATE_NOOP("clusterdeck::ClusterModel", "Unused"),
     &derived::unused},
});

static_assert(ClusterColumns.size() == ClusterColumnCount, "a column has no row in ClusterColumns");
static_assert([] {
    for (size_t i = 0; i < ClusterColumns.size(); ++i) {
        if (ClusterColumns[i].column != ClusterColumn(i))
            return false;
    }
    return true;
}());

[[nodiscard]] constexpr const ColumnSpec &specOf(ClusterColumn column)
{
    return ClusterColumns.at(size_t(column));
}

/// How the values of a column compare.
enum class ColumnOrder { Figures, Bytes, Words };

[[nodiscard]] constexpr ColumnOrder orderOf(const ColumnSpec &spec)
{
    if (std::holds_alternative<ClusterRow::Number>(spec.source) ||
        std::holds_alternative<Derived>(spec.source) ||
        std::holds_alternative<TimeOrText>(spec.source))
        return ColumnOrder::Figures;
    return spec.byBytes ? ColumnOrder::Bytes : ColumnOrder::Words;
}

} // namespace clusterdeck
