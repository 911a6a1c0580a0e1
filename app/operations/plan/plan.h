// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/clusters/listing/lastuse.h"
#include "app/clusters/marks.h"
#include "app/operations/batch/operation.h"
#include "app/operations/plan/locks.h"
#include "app/operations/plan/risk.h"

#include <QHash>
#include <QSet>

namespace clusterdeck
{

/// Why a selected cluster is excluded from the plan.
enum class Exclusion {
    Gone,          ///< absent, see ClusterListing::lacks(), or listed as deleted
    Busy,          ///< in transition, or with an unknown status
    WrongState,    ///< not in a state of VerbSpec::allowedIn
    UnderWay,      ///< it is in an unfinished batch of ours
    Locked,        ///< by its id or by its name
    Kept,          ///< the verb is destructive, and a mark in its description forbids it, see Marks
    ReadOnly,      ///< its account is read-only
    AccountClosed, ///< its account is not open
    NotRead,       ///< it was not read in this run
    NotFound,      ///< the cloud did not return it when it was asked for its id
    DamagedId,     ///< its id is damaged, see isWholeId()
    Changed,       ///< worse than in the approved plan, see ExcludedItem::changes
};

/// A difference between a written plan and the facts just read, for one cluster or account.
struct PlanDifference {
    enum class What {
        Account, ///< the name of the account
        Zone,
        Tier, ///< the tier of the whole plan
        Name,
        Type,
        Owner,
        RunUser,
        Billing,
        MountPoint,
        Created,
        // Of approved plans only:
        Status, ///< it was stopped and is not any more
        Nodes,
        RunningJobs,
        PendingJobs,
        // It had no jobs, and has been used since, or it is not known any more whether:
        FinishedJobs,
        StoppedJobs,
        DeletedJobs,
        CpuHours,
        DaysUnused,  ///< only beside one of these four: it cannot be compared between computers
        Expiry,      ///< the day of expiry is later, was removed or added; ISO 8601 or empty
        Description, ///< without its marks: it may be an objection
        Risk,        ///< see `added`
    };
    What what = What::Name;
    QString cluster; ///< its ID; empty with Tier
    QString planned;
    QString now;
    RiskFlags added{}; ///< with Risk: the new flags

    bool operator==(const PlanDifference &) const = default;
};

struct PlanItem {
    Cluster cluster;   ///< the facts to show
    bool fresh = true; ///< read for this plan; false: the preflight could not read it
    RiskFlags flags;
    bool changed = false; ///< compared with the confirmed plan: name, owner, billing or time of
                          ///< creation differ, or it has more nodes or many more jobs
    RiskFlags added;      ///< flags that the confirmed plan did not have
    /// See LastUse::daysUnused(); evidence, no part of the risk. Of the confirmed plan when that
    /// knew more days, and the cluster was not used since.
    std::optional<int> daysUnused{};
};

struct ExcludedItem {
    ClusterKey key;
    QString name; ///< empty when not known
    QString status;
    Exclusion reason = Exclusion::Gone;
    Marks marks{};                   ///< in its description, as far as that is known
    QList<PlanDifference> changes{}; ///< with Changed
};

/// Clock and quota of an account, for warnings.
struct AccountCheck {
    QString account;
    std::optional<std::chrono::milliseconds> serverAhead; ///< nothing: not known yet
    std::optional<int> callsLeft;                         ///< nothing: not counted
    int callsNeeded = 0;                                  ///< callsToTheEnd()
    QDateTime enoughCallsAt{}; ///< UTC, when `callsNeeded` are left; invalid: the quota is smaller

    /// The server refuses signatures when the clocks differ by a minute; this warns at half of
    /// that.
    [[nodiscard]] bool clockIsOff() const;
    [[nodiscard]] bool callsAreShort() const { return callsLeft && *callsLeft < callsNeeded; }
};

/// About how many calls follow the confirmation: the second reading and the log, the requests, the
/// polls, and the two readings that end the items. `requests`: of the batch. `reading`: the calls
/// of one reading of its clusters. The nodes of clusters that are deleted are not counted: they are
/// read only while the quota has more than this, see DeletedClustersReader. Pure.
[[nodiscard]] int callsToTheEnd(int requests, int reading);

/// How long a written plan is valid, and its approval code.
struct PlanApproval {
    QString code;           ///< see approvalCode(); empty: the plan needs none
    QDateTime madeAt{};     ///< UTC; with a code
    QDateTime validUntil{}; ///< UTC; of every written plan. It cannot be confirmed later.

    bool operator==(const PlanApproval &) const = default;
};

/// The operations that a dialog shows and the user can confirm, based on fresh facts. Items can be
/// removed from a plan, never added.
struct Plan {
    Verb verb = Verb::Delete;
    QList<PlanItem> items;        ///< riskiest first
    QList<ExcludedItem> excluded; ///< selected clusters that cannot be operated on
    QList<AccountCheck> checks;   ///< one for each account
    QDateTime factsAsOf;          ///< UTC; time of the oldest fact
    SafetySettings safety;
    QSet<std::pair<QString, QString>> mountsInUse; ///< (account, mount) of clusters that stay
    QSet<QString> othersNotRead;  ///< accounts that may have more clusters than were read
    QSet<QString> reasonRequired; ///< accounts whose operations need a reason
    /// Clusters in the largest finished batch of this verb, see Journal::largestBatch(); nothing:
    /// there is none to compare with.
    std::optional<int> largestBefore;
    QString givenReason;     ///< a ticket or a purpose, see reasonFrom(); may be empty
    PlanApproval approval{}; ///< of the written plan that is being applied

    /// The plan with only the items in `kept`, and with their flags updated.
    [[nodiscard]] Plan reducedTo(const QSet<ClusterKey> &kept) const;
    [[nodiscard]] ConfirmationLevel confirmationLevel() const;
    [[nodiscard]] QList<ClusterKey> keys() const; ///< of the items
    /// The items by their keys. Valid until `items` changes.
    [[nodiscard]] QHash<ClusterKey, const PlanItem *> byKey() const;
    [[nodiscard]] QStringList accounts() const;           ///< of the items, each once
    [[nodiscard]] std::optional<int> runningJobs() const; ///< nothing when one of them is unknown
    [[nodiscard]] std::optional<int> pendingJobs() const;
    [[nodiscard]] std::optional<int> nodes() const;
    [[nodiscard]] int count(RiskFlag flag) const; ///< items with this flag
    /// Whether one of its batches (one for each account) is larger than `largestBefore`.
    [[nodiscard]] bool isLargerThanBefore() const;
    [[nodiscard]] bool requiresReason() const; ///< an account of the items does
    /// Whether stopping is offered instead of deleting: one of the clusters can be stopped.
    [[nodiscard]] bool offersStop() const;
    /// Whether it has no item only because the accounts of all clusters are closed.
    [[nodiscard]] bool isOfClosedAccounts() const;
    /// Whether `givenReason` can be recorded, and is there when it is required.
    [[nodiscard]] bool hasValidReason() const;
};

/// In UTF-16 units.
inline constexpr int LongestReason = 200;

/// The reason of a batch as it is recorded: one line, runs of white space are one blank. May be
/// empty. Nothing when it is too long, or has characters that are isHidden().
[[nodiscard]] std::optional<QString> reasonFrom(const QString &typed);

/// The text that must be typed to confirm: the number of items; for a single item the last four
/// characters of its id. Empty when the confirmation level does not require typing.
[[nodiscard]] QString textToType(const Plan &plan);

/// Whether `typed` is textToType(). Spaces around it, full-width digits, and upper or lower case
/// are accepted.
[[nodiscard]] bool isTyped(const Plan &plan, const QString &typed);

/// All risk flags that depend on the cluster alone. `fresh`: it was just read. `me`: the ids of the
/// users whose clusters these are.
[[nodiscard]] RiskFlags ownFlags(const ClusterRecord &record, bool fresh, const QStringList &me);

/// All input of makePlan().
struct PlanInput {
    Verb verb = Verb::Delete;
    QList<ClusterKey> asked;
    QList<ClusterListing> listings; ///< just read, at most one for each account
    QList<Cluster> known;           ///< the table's rows: used, as not fresh, for clusters that an
                                    ///< incomplete listing does not show
    QSet<ClusterKey> underWay;      ///< clusters in unfinished batches of ours
    Locks locks;
    QSet<QString> readOnly;     ///< accounts
    QSet<QString> notOpen;      ///< accounts of `asked` that are not open
    QSet<QString> notRefreshed; ///< accounts without a complete listing before in this run:
                                ///< `known` holds no clusters of them
    QHash<ClusterKey, QString> othersOnMounts; ///< the table's rows, also of `asked`, and their
                                               ///< mount points, where a listing is incomplete
    QSet<QString> othersNotRead; ///< accounts of incomplete listings without a complete table of
                                 ///< the last minutes
    QHash<QString, QStringList> users; ///< by account: the ids that count as "me"
    SafetySettings safety;
    QHash<QString, LastUse> lastUse{}; ///< by account
    QDateTime now{};                   ///< UTC; when invalid, no mark is over
};

/// Whether a mark in the description of the cluster forbids `verb` at `now`. Pure.
[[nodiscard]] bool isKeptFrom(Verb verb, const Marks &marks, const QDateTime &now);

/// The plan for the clusters in `asked`, each once: an item, or in Plan::excluded. The caller sets
/// `checks`, `largestBefore`, `reasonRequired`, `givenReason` and `approval`. Pure.
[[nodiscard]] Plan makePlan(const PlanInput &input);

/// The differences of the fields that identify a cluster.
[[nodiscard]] QList<PlanDifference> identityChanges(const PlanItem &then, const PlanItem &now);

/// The same, and everything that is worse `now` than in an approved plan. `at`: UTC, when `now` was
/// read. Pure.
[[nodiscard]] QList<PlanDifference> approvedChanges(const PlanItem &then, const PlanItem &now,
                                                    const QDateTime &at);

/// `compared`, which is comparedTo(approved, …), without the clusters that have approvedChanges():
/// they are excluded as Exclusion::Changed. What `approved` excluded stays excluded.
[[nodiscard]] Plan withoutChanged(const Plan &approved, Plan compared);

/// `fresh` with the stricter of its own and the other plan's safety settings.
[[nodiscard]] Plan withSafetyOf(const Plan &other, Plan fresh);

/// How long the earlier facts about a mount point count if they could not be read again, see
/// comparedTo().
inline constexpr std::chrono::minutes EarlierFactsLife{30};

/// `fresh`, made for the items of `confirmed`, with the reason and approval of `confirmed`, the
/// stricter safety settings, and with PlanItem::changed, PlanItem::added and PlanItem::daysUnused
/// set.
[[nodiscard]] Plan comparedTo(const Plan &confirmed, Plan fresh);

/// Whether the plan must be confirmed again: the tier is higher, or an item has changed or has a
/// new flag.
[[nodiscard]] bool isWorse(const Plan &confirmed, const Plan &fresh);

/// Whether there are many more jobs: `now` is greater than 2 × `then` + 10, since job counts change
/// by themselves. False for an unknown number, which is RiskFlag::Unknown.
[[nodiscard]] bool isManyMore(std::optional<int> now, std::optional<int> then);

} // namespace clusterdeck
