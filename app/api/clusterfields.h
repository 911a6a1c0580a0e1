// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <variant>

namespace clusterdeck
{

/// The member of ClusterRecord that holds a field. Its type is the kind of the field.
using ClusterMember = std::variant<QString ClusterRecord::*, std::optional<int> ClusterRecord::*,
                                   std::optional<double> ClusterRecord::*,
                                   QDateTime ClusterRecord::*, QStringList ClusterRecord::*>;

/// One field of a cluster, for code that treats all fields alike: replies, the rows of listings and
/// of the table, their cache, the journal, exports, the filter field, and tests.
struct ClusterField {
    ClusterMember member;
    const char *key;              ///< in the journal and in exports: never changes
    const char *name = key;       ///< in an answer
    const char *otherName = name; ///< in an answer with another spelling
    bool inProject = false;       ///< an answer may have it inside project_info
    bool searched = false;        ///< by the filter field of the table; only texts
};

/// All fields, in any order. The entries of a list: see softwareOf() in replies.cpp.
inline constexpr auto ClusterFields = std::to_array<ClusterField>({
    {.member = &ClusterRecord::name, .key = "cluster_name", .searched = true},
    {.member = &ClusterRecord::id, .key = "cluster_id", .searched = true},
    {.member = &ClusterRecord::owner, .key = "owner", .searched = true},
    {.member = &ClusterRecord::runUser, .key = "run_user", .searched = true},
    {.member = &ClusterRecord::type, .key = "cluster_type", .searched = true},
    {.member = &ClusterRecord::status, .key = "cluster_status", .searched = true},
    {.member = &ClusterRecord::billing, .key = "paid_type", .searched = true},
    {.member = &ClusterRecord::mountPoint,
     .key = "nas_mount_point",
     .otherName = "nas_mout_point",
     .searched = true},
    {.member = &ClusterRecord::transition, .key = "transition_status", .searched = true},
    {.member = &ClusterRecord::description, .key = "description", .searched = true},
    {.member = &ClusterRecord::appClusterId, .key = "app_cluster_id"},
    {.member = &ClusterRecord::nasId, .key = "nas_id"},
    {.member = &ClusterRecord::nasPath, .key = "nas_path"},
    {.member = &ClusterRecord::nasSharedPath, .key = "nas_shared_path"},
    {.member = &ClusterRecord::scheduler, .key = "scheduler_type", .otherName = "schedule_type"},
    {.member = &ClusterRecord::sharedStatus, .key = "shared_status", .inProject = true},
    {.member = &ClusterRecord::projectRole,
     .key = "project_role",
     .otherName = "projet_role",
     .inProject = true},
    {.member = &ClusterRecord::createdText, .key = "create_time_text", .name = "create_time"},
    {.member = &ClusterRecord::created, .key = "create_time"},
    {.member = &ClusterRecord::nodes, .key = "total_node_count", .otherName = "toatl_node_count"},
    {.member = &ClusterRecord::pendingJobs, .key = "pending_job_count"},
    {.member = &ClusterRecord::runningJobs, .key = "running_job_count"},
    {.member = &ClusterRecord::finishedJobs, .key = "finished_job_count"},
    {.member = &ClusterRecord::stoppedJobs, .key = "stopped_job_count"},
    {.member = &ClusterRecord::deletedJobs, .key = "deleted_job_count"},
    {.member = &ClusterRecord::cpuHours, .key = "cpu_hours"},
    {.member = &ClusterRecord::memoryHours, .key = "mem_hours"},
    {.member = &ClusterRecord::software, .key = "software", .name = "cluster_sw"},
});

/// Calls `visit(field, record.*member)` for each field: `visit` takes a value of every kind.
template <class Record, class Visitor>
void forEachField(Record &record, Visitor &&visit)
{
    for (const ClusterField &field : ClusterFields)
        std::visit([&](auto member) { visit(field, record.*member); }, field.member);
}

/// The fields of one kind; the searched fields come first.
template <class Value>
inline constexpr auto FieldsOf = [] {
    constexpr auto isOfKind = [](const ClusterField &field) {
        return std::holds_alternative<Value ClusterRecord::*>(field.member);
    };
    constexpr auto Count = std::count_if(ClusterFields.begin(), ClusterFields.end(), isOfKind);
    std::array<Value ClusterRecord::*, size_t(Count)> members{};
    size_t next = 0;
    for (const bool searched : {true, false}) {
        for (const ClusterField &field : ClusterFields) {
            if (isOfKind(field) && field.searched == searched)
                members[next++] = std::get<Value ClusterRecord::*>(field.member);
        }
    }
    return members;
}();

/// The index of `member` in FieldsOf<Value>. A member that is not in ClusterFields does not
/// compile.
template <class Value>
consteval int placeOf(Value ClusterRecord::*member)
{
    const auto &members = FieldsOf<Value>;
    const auto found = std::find(members.begin(), members.end(), member);
    if (found == members.end())
        throw "ClusterFields lacks this member";
    return int(found - members.begin());
}

namespace clusterfields
{

template <class Value>
consteval size_t sizeOfKind()
{
    return FieldsOf<Value>.size() * sizeof(Value);
}

/// Whether `part` returns a different value for every field.
template <class Part>
consteval bool allDiffer(Part part)
{
    for (auto field = ClusterFields.begin(); field != ClusterFields.end(); ++field) {
        for (auto other = field + 1; other != ClusterFields.end(); ++other) {
            if (part(*field) == part(*other))
                return false;
        }
    }
    return true;
}

static_assert(allDiffer([](const ClusterField &field) { return std::string_view(field.key); }));
static_assert(allDiffer([](const ClusterField &field) { return field.member; }));
// The remaining bytes are padding, which must be smaller than any member.
static_assert(sizeof(ClusterRecord) - sizeOfKind<QString>() - sizeOfKind<std::optional<int>>() -
                      sizeOfKind<std::optional<double>>() - sizeOfKind<QDateTime>() -
                      sizeOfKind<QStringList>() <
                  alignof(ClusterRecord),
              "a member of ClusterRecord is not in ClusterFields");
static_assert(std::all_of(ClusterFields.begin(), ClusterFields.end(),
                          [](const ClusterField &field) {
                              return !field.searched || field.member.index() == 0;
                          }),
              "only texts are searched");

} // namespace clusterfields

} // namespace clusterdeck
