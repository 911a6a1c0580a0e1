// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/operations/batch/operation.h"
#include "app/operations/plan/locks.h"
#include "app/operations/plan/risk.h"

#include <QHash>
#include <QSet>

namespace clusterdeck
{

/// Why a cluster that was asked for cannot go.
enum class Exclusion {
    Gone,          ///< absent from a complete listing, or listed as deleted
    Busy,          ///< something runs on it, or its status is none that is published
    WrongState,    ///< not in a state of VerbSpec::allowedIn
    UnderWay,      ///< an unfinished item of ours is about it
    Locked,        ///< by itself or by its name
    ReadOnly,      ///< its account is set to be looked at only
    AccountClosed, ///< its account is not open
    NotRead,       ///< nothing of it was read in this run, neither before nor now
    DamagedId,     ///< its id is not whole, see isWholeId()
};

struct PlanItem {
    Cluster cluster;   ///< the facts that are shown
    bool fresh = true; ///< read for this plan; false: the preflight could not read it
    RiskFlags flags;
    bool changed = false; ///< name, owner, billing or time of creation differ from what was
                          ///< confirmed, or much more is at stake: mark the change
    RiskFlags added;      ///< flags that were not there when it was confirmed: mark the change
};

struct ExcludedItem {
    ClusterKey key;
    QString name; ///< empty when it was never seen
    QString status;
    Exclusion reason = Exclusion::Gone;
};

/// What an account's side of the plan needs and has.
struct AccountCheck {
    QString account;
    std::optional<std::chrono::milliseconds> serverAhead; ///< nothing: not known yet
    std::optional<int> callsLeft;                         ///< nothing: not counted
    int callsNeeded = 0;                                  ///< sends, preflight and polls, about

    /// A signature is refused when the clocks differ by a minute; half of that is worth a word.
    [[nodiscard]] bool clockIsOff() const;
    [[nodiscard]] bool callsAreShort() const { return callsLeft && *callsLeft < callsNeeded; }
};

/// What would be sent, on fresh facts: what the dialog shows, and all that it may confirm.
/// A plan can only get smaller.
struct Plan {
    Verb verb = Verb::Delete;
    QList<PlanItem> items;        ///< riskiest first
    QList<ExcludedItem> excluded; ///< what was asked for and cannot go, with the reason
    QList<AccountCheck> checks;   ///< one an account
    QDateTime factsAsOf;          ///< UTC; the oldest fact in it
    SafetySettings safety;        ///< settings may ask for more, never for less
    QSet<std::pair<QString, QString>> mountsInUse; ///< (account, mount) of clusters that stay

    /// The same plan with only the items in `kept`, and their flags as they are then: the dialog's
    /// ticks.
    [[nodiscard]] Plan reducedTo(const QSet<ClusterKey> &kept) const;
    [[nodiscard]] ConfirmationLevel confirmationLevel() const;
    [[nodiscard]] QStringList accounts() const;           ///< of the items, no one twice
    [[nodiscard]] std::optional<int> runningJobs() const; ///< nothing when one of them is unknown
    [[nodiscard]] std::optional<int> pendingJobs() const;
    [[nodiscard]] std::optional<int> nodes() const;
    [[nodiscard]] int count(RiskFlag flag) const; ///< items that carry it
};

/// What must be typed before the plan can be confirmed: the number of items; of a single one, the
/// last four characters of its id. Nothing where the tier asks for none.
[[nodiscard]] QString textToType(const Plan &plan);

/// Whether `typed` is that text: spaces around it, full-width digits and either case are accepted.
[[nodiscard]] bool isTyped(const Plan &plan, const QString &typed);

/// Everything a plan depends on.
struct PlanInput {
    Verb verb = Verb::Delete;
    QList<ClusterKey> asked;
    QList<ClusterListing> listings; ///< just read, one an account at the most
    QList<Cluster> known;           ///< what the table held: stands in, marked not fresh, where an
                                    ///< incomplete listing shows nothing
    QSet<ClusterKey> underWay;      ///< an unfinished item of ours is about them
    Locks locks;
    QSet<QString> readOnly;            ///< accounts
    QSet<QString> notOpen;             ///< accounts that were asked about and are not open
    QSet<QString> notRefreshed;        ///< accounts of which this run has read no complete listing
                                       ///< before: `known` holds nothing of theirs
    QHash<QString, QStringList> users; ///< by account: the ids that count as "me"
    SafetySettings safety;
};

[[nodiscard]] Plan makePlan(const PlanInput &input);

/// `fresh`, made for exactly the items of `confirmed`, with what is worse than was confirmed marked
/// in PlanItem::added.
[[nodiscard]] Plan comparedTo(const Plan &confirmed, Plan fresh);

/// Whether a person must look again: the tier rose, an item carries a flag that was not shown, or
/// is not what it was.
[[nodiscard]] bool isWorse(const Plan &confirmed, const Plan &fresh);

} // namespace clusterdeck
