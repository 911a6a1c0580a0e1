// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/plan.h"

#include "app/clusters/clusterstate.h"
#include "app/operations/batch/batch.h"
#include "app/support/visibletext.h"

#include <QLocale>
#include <QtAlgorithms> // qPopulationCount()

#include <algorithm>
#include <limits>

namespace clusterdeck
{

namespace
{

/// Nothing when a value is unknown, or the sum does not fit an int.
std::optional<int> sum(const QList<PlanItem> &items, std::optional<int> ClusterRecord::*field,
                       int most)
{
    qint64 total = 0;
    for (const PlanItem &item : items) {
        const auto value = plausible(item.cluster.record.*field, most);
        if (!value)
            return std::nullopt;
        total += *value;
    }
    return total <= std::numeric_limits<int>::max() ? std::optional(int(total)) : std::nullopt;
}

/// A missing value is allowed here, an impossible one is not.
bool isAbsurd(const std::optional<double> &hours)
{
    return hours && !(*hours >= 0 && *hours <= MostHours);
}

/// Trims, and converts full-width digits, which input methods write.
QString narrowed(const QString &typed)
{
    QString text = typed.trimmed();
    for (QChar &character : text) {
        const int digit = character.digitValue();
        if (digit >= 0)
            character = QChar(u'0' + digit);
    }
    return text;
}

/// By the number of flags, then running jobs, pending jobs and nodes. Unknown counts as the
/// highest.
bool isRiskier(const PlanItem &left, const PlanItem &right)
{
    const auto weight = [](const PlanItem &item) {
        constexpr int Most = std::numeric_limits<int>::max();
        const ClusterRecord &record = item.cluster.record;
        return std::tuple(qPopulationCount(uint(item.flags.toInt())),
                          plausible(record.runningJobs, MostJobs).value_or(Most),
                          plausible(record.pendingJobs, MostJobs).value_or(Most),
                          plausible(record.nodes, MostNodes).value_or(Most));
    };
    return weight(left) > weight(right);
}

bool isShared(const QString &status)
{
    static const QStringList Private{QString(),
                                     QStringLiteral("0"),
                                     QStringLiteral("false"),
                                     QStringLiteral("no"),
                                     QStringLiteral("none"),
                                     QStringLiteral("private"),
                                     QStringLiteral("unshared"),
                                     QStringLiteral("not_shared")};
    return !Private.contains(status.toLower());
}

} // namespace

RiskFlags ownFlags(const ClusterRecord &record, bool fresh, const QStringList &me)
{
    RiskFlags flags;
    if (record.runningJobs.value_or(0) > 0 || record.pendingJobs.value_or(0) > 0)
        flags |= RiskFlag::HasJobs;
    if (record.billing == QLatin1String("Reserved"))
        flags |= RiskFlag::Prepaid;
    if (isShared(record.sharedStatus))
        flags |= RiskFlag::Shared;
    const bool ownerKnown = !record.owner.isEmpty() || !record.runUser.isEmpty();
    if (ownerKnown && !me.isEmpty() && !me.contains(record.owner) && !me.contains(record.runUser))
        flags |= RiskFlag::NotMine;
    const bool billingKnown = record.billing == QLatin1String("Reserved") ||
                              record.billing == QLatin1String("PayForUsed");
    // A missing owner in the record is no unknown fact: the listing is limited to one owner.
    const bool ownerMissing = me.isEmpty();
    if (!fresh || !plausible(record.runningJobs, MostJobs) ||
        !plausible(record.pendingJobs, MostJobs) || !plausible(record.nodes, MostNodes) ||
        isAbsurd(record.cpuHours) || isAbsurd(record.memoryHours) || !billingKnown ||
        ownerMissing || record.description.isNull()) // its marks are not known
        flags |= RiskFlag::Unknown;
    return flags;
}

namespace
{

/// The current facts of a cluster, and whether they were just read.
struct Facts {
    std::optional<Cluster> cluster;
    bool fresh = false;
    bool gone = false;
    bool notFound = false; ///< see ClusterListing::notFound
};

/// Finds facts by key with hash tables: hundreds of keys among thousands of clusters.
class FactFinder
{
public:
    /// `input` must outlive this object.
    explicit FactFinder(const PlanInput &input)
    {
        for (const ClusterListing &listing : input.listings) {
            Listed &listed = m_listed[listing.account];
            listed.listing = &listing;
            for (const ClusterRow &row : listing.clusters)
                listed.rows.insert(row.idBytes(), &row);
        }
        for (const Cluster &cluster : input.known)
            m_known.insert(cluster.key(), &cluster);
    }

    [[nodiscard]] Facts factsOf(const ClusterKey &key) const
    {
        const auto listed = m_listed.constFind(key.account);
        const bool isListed = listed != m_listed.cend();
        const QByteArray id = ClusterRow::idBytes(key.id);
        if (const ClusterRow *row = isListed ? listed->rows.value(id) : nullptr)
            return {Cluster{key.account, row->record()}, true};
        Facts facts;
        if (const Cluster *known = m_known.value(key))
            facts.cluster = *known;
        facts.gone = isListed && listed->listing->lacks(key.id);
        facts.notFound = isListed && listed->listing->notFound.contains(key.id);
        return facts;
    }

private:
    struct Listed {
        const ClusterListing *listing = nullptr;
        QHash<QByteArrayView, const ClusterRow *> rows;
    };
    QHash<QString, Listed> m_listed;
    QHash<ClusterKey, const Cluster *> m_known;
};

/// Flags items after whose deletion no cluster uses their mount point. A mount point can be
/// attached only when a cluster is created.
void flagLastOnMounts(Plan &plan)
{
    for (PlanItem &item : plan.items) {
        const QString mount = item.cluster.record.mountPoint;
        const bool noOther = specOf(plan.verb).destructive && !mount.isEmpty() &&
                             !plan.mountsInUse.contains({item.cluster.account, mount});
        const bool allRead = !plan.othersNotRead.contains(item.cluster.account);
        item.flags.setFlag(RiskFlag::LastOnMount, noOther && allRead);
        item.flags.setFlag(RiskFlag::MountUnknown, noOther && !allRead);
    }
}

} // namespace

Plan Plan::reducedTo(const QSet<ClusterKey> &kept) const
{
    Plan plan = *this;
    for (const PlanItem &item : items) {
        if (!kept.contains(item.cluster.key()))
            plan.mountsInUse.insert({item.cluster.account, item.cluster.record.mountPoint});
    }
    plan.items.removeIf([&](const PlanItem &item) { return !kept.contains(item.cluster.key()); });
    flagLastOnMounts(plan);
    return plan;
}

QList<ClusterKey> Plan::keys() const
{
    QList<ClusterKey> keys;
    for (const PlanItem &item : items)
        keys.append(item.cluster.key());
    return keys;
}

QHash<ClusterKey, const PlanItem *> Plan::byKey() const
{
    QHash<ClusterKey, const PlanItem *> found;
    for (const PlanItem &item : items)
        found.insert(item.cluster.key(), &item);
    return found;
}

QStringList Plan::accounts() const
{
    QStringList accounts;
    for (const PlanItem &item : items)
        accounts.append(item.cluster.account);
    accounts.removeDuplicates();
    return accounts;
}

std::optional<int> Plan::runningJobs() const
{
    return sum(items, &ClusterRecord::runningJobs, MostJobs);
}

std::optional<int> Plan::pendingJobs() const
{
    return sum(items, &ClusterRecord::pendingJobs, MostJobs);
}

std::optional<int> Plan::nodes() const
{
    return sum(items, &ClusterRecord::nodes, MostNodes);
}

ConfirmationLevel Plan::confirmationLevel() const
{
    QList<RiskFacts> facts;
    for (const PlanItem &item : items) {
        facts.append({item.flags, stateOf(item.cluster.record) == ClusterState::Stopped,
                      item.cluster.record.nodes});
    }
    return confirmationLevelFor(verb, facts, safety, isLargerThanBefore());
}

int Plan::count(RiskFlag flag) const
{
    return int(std::count_if(items.begin(), items.end(),
                             [&](const PlanItem &item) { return item.flags.testFlag(flag); }));
}

bool Plan::isLargerThanBefore() const
{
    QHash<QString, int> sizes;
    for (const PlanItem &item : items)
        ++sizes[item.cluster.account];
    return largestBefore &&
           std::any_of(sizes.begin(), sizes.end(), [&](int size) { return size > *largestBefore; });
}

bool Plan::requiresReason() const
{
    return std::any_of(items.begin(), items.end(), [&](const PlanItem &item) {
        return reasonRequired.contains(item.cluster.account);
    });
}

bool Plan::offersStop() const
{
    return verb == Verb::Delete &&
           std::any_of(items.begin(), items.end(), [](const PlanItem &item) {
               return allows(item.cluster.record, Verb::Stop);
           });
}

bool Plan::isOfClosedAccounts() const
{
    return items.isEmpty() && !excluded.isEmpty() &&
           std::all_of(excluded.begin(), excluded.end(), [](const ExcludedItem &item) {
               return item.reason == Exclusion::AccountClosed;
           });
}

bool Plan::hasValidReason() const
{
    return reasonFrom(givenReason) == givenReason && !(givenReason.isEmpty() && requiresReason());
}

std::optional<QString> reasonFrom(const QString &typed)
{
    const QString reason = typed.simplified();
    const bool valid = reason.size() <= LongestReason && visibleText(reason) == reason;
    return valid ? std::optional(reason) : std::nullopt;
}

bool AccountCheck::clockIsOff() const
{
    return serverAhead && std::chrono::abs(*serverAhead) > std::chrono::seconds(30);
}

int callsToTheEnd(int requests, int reading)
{
    constexpr int Polls = 8; ///< of usual jobs, which take about a minute
    const int pagesOfLog = (requests + CloudApi::PageSize - 1) / CloudApi::PageSize;
    return reading + 1 + requests + Polls * pagesOfLog + 2 * reading;
}

QString textToType(const Plan &plan)
{
    if (!plan.confirmationLevel().typed)
        return {};
    if (plan.items.size() == 1)
        return plan.items.constFirst().cluster.record.id.right(4);
    return QString::number(plan.items.size());
}

bool isTyped(const Plan &plan, const QString &typed)
{
    return narrowed(typed).compare(textToType(plan), Qt::CaseInsensitive) == 0;
}

namespace
{

/// The time of the oldest listing.
QDateTime oldest(const QList<ClusterListing> &listings)
{
    QDateTime time;
    for (const ClusterListing &listing : listings) {
        if (!time.isValid() || listing.asOf < time)
            time = listing.asOf;
    }
    return time;
}

std::optional<Exclusion> exclusionOf(const PlanInput &input, const ClusterKey &key,
                                     const Facts &facts)
{
    // First, because nothing is known about the clusters of a closed account.
    if (input.notOpen.contains(key.account))
        return Exclusion::AccountClosed;
    // A cluster that was never read may be a mistyped id: it is not called gone.
    const bool neverRead = facts.gone && !facts.cluster;
    if ((facts.notFound || neverRead) && isWholeId(key.id))
        return Exclusion::NotFound;
    if (!facts.cluster && !facts.gone && input.notRefreshed.contains(key.account))
        return Exclusion::NotRead;
    if (facts.gone || !facts.cluster || isDeleted(facts.cluster->record))
        return Exclusion::Gone;
    if (!isWholeId(key.id))
        return Exclusion::DamagedId;
    if (input.readOnly.contains(key.account))
        return Exclusion::ReadOnly;
    if (input.locks.covers(*facts.cluster))
        return Exclusion::Locked;
    if (isKeptFrom(input.verb, marksIn(facts.cluster->record.description), input.now))
        return Exclusion::Kept;
    if (input.underWay.contains(key))
        return Exclusion::UnderWay;
    if (isBusy(facts.cluster->record))
        return Exclusion::Busy;
    if (!allows(facts.cluster->record, input.verb))
        return Exclusion::WrongState;
    return {};
}

/// The mount points of clusters that stay.
QSet<std::pair<QString, QString>> mountsInUse(const QList<PlanItem> &items, const PlanInput &input)
{
    QSet<ClusterKey> going;
    for (const PlanItem &item : items)
        going.insert(item.cluster.key());
    QSet<std::pair<QString, QString>> mounts;
    for (const ClusterListing &listing : input.listings) {
        for (const ClusterRow &row : listing.clusters) {
            if (!isDeleted(row) && !going.contains({listing.account, row.text(&ClusterRecord::id)}))
                mounts.insert({listing.account, row.text(&ClusterRecord::mountPoint)});
        }
    }
    for (auto other = input.othersOnMounts.cbegin(); other != input.othersOnMounts.cend();
         ++other) {
        if (!going.contains(other.key()))
            mounts.insert({other.key().account, *other});
    }
    return mounts;
}

} // namespace

bool isKeptFrom(Verb verb, const Marks &marks, const QDateTime &now)
{
    return specOf(verb).destructive && isKept(marks, now);
}

Plan makePlan(const PlanInput &input)
{
    Plan plan;
    plan.verb = input.verb;
    plan.safety = input.safety;
    plan.factsAsOf = oldest(input.listings);
    QSet<ClusterKey> seen;
    const FactFinder finder(input);
    for (const ClusterKey &key : input.asked) {
        if (seen.contains(key))
            continue;
        seen.insert(key);
        const Facts facts = finder.factsOf(key);
        const ClusterRecord record = facts.cluster ? facts.cluster->record : ClusterRecord();
        if (const auto reason = exclusionOf(input, key, facts)) {
            plan.excluded.append(
                {key, record.name, record.status, *reason, marksIn(record.description)});
            continue;
        }
        PlanItem item{*facts.cluster, facts.fresh, {}, false, {}};
        item.flags = ownFlags(record, facts.fresh, input.users.value(key.account));
        item.flags.setFlag(RiskFlag::LooksLocked, input.locks.looksCovered(key, record.name));
        item.daysUnused = input.lastUse.value(key.account).daysUnused(record);
        plan.items.append(item);
    }
    plan.mountsInUse = mountsInUse(plan.items, input);
    plan.othersNotRead = input.othersNotRead;
    flagLastOnMounts(plan);
    std::stable_sort(plan.items.begin(), plan.items.end(), isRiskier);
    return plan;
}

bool isManyMore(std::optional<int> now, std::optional<int> then)
{
    return now && then && *now > 2 * qint64(*then) + 10;
}

namespace
{

bool isAnother(const ClusterRecord &now, const ClusterRecord &then)
{
    return isMadeAgain(then.created, now.created) || now.name != then.name ||
           now.owner != then.owner || now.billing != then.billing ||
           now.nodes.value_or(0) > then.nodes.value_or(0) ||
           isManyMore(now.runningJobs, then.runningJobs) ||
           isManyMore(now.pendingJobs, then.pendingJobs);
}

using What = PlanDifference::What;

/// The fields that identify a cluster.
constexpr std::array Identity{
    std::pair{What::Name, &ClusterRecord::name},
    std::pair{What::Type, &ClusterRecord::type},
    std::pair{What::Owner, &ClusterRecord::owner},
    std::pair{What::RunUser, &ClusterRecord::runUser},
    std::pair{What::Billing, &ClusterRecord::billing},
    std::pair{What::MountPoint, &ClusterRecord::mountPoint},
    std::pair{What::Created, &ClusterRecord::createdText},
};

QString dayOf(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

/// isManyMore(); or the number of jobs was known and is not any more; or it was unknown and there
/// are jobs.
bool hasMoreJobs(const std::optional<int> &now, const std::optional<int> &then)
{
    if (!now || !then)
        return then.has_value() || now.value_or(0) > 0;
    return isManyMore(now, then);
}

} // namespace

QList<PlanDifference> identityChanges(const PlanItem &then, const PlanItem &now)
{
    QList<PlanDifference> found;
    for (const auto &[what, field] : Identity) {
        const QString &was = then.cluster.record.*field;
        const QString &is = now.cluster.record.*field;
        if (was != is)
            found.append({what, now.cluster.record.id, was, is});
    }
    return found;
}

QList<PlanDifference> approvedChanges(const PlanItem &then, const PlanItem &now,
                                      const QDateTime &at)
{
    const ClusterRecord &was = then.cluster.record;
    const ClusterRecord &is = now.cluster.record;
    QList<PlanDifference> found = identityChanges(then, now);
    const auto compare = [&](bool worse, What what, const QString &planned, const QString &read) {
        if (worse)
            found.append({what, is.id, planned, read});
    };
    const auto number = [](const auto &value) {
        return value ? QString::number(double(*value), 'f', QLocale::FloatingPointShortest)
                     : QString();
    };
    const auto isStopped = [](const ClusterRecord &record) {
        return stateOf(record) == ClusterState::Stopped;
    };
    compare(isStopped(was) && !isStopped(is), What::Status, was.status, is.status);
    compare(is.nodes.value_or(0) > was.nodes.value_or(0), What::Nodes, number(was.nodes),
            number(is.nodes));
    compare(hasMoreJobs(is.runningJobs, was.runningJobs), What::RunningJobs,
            number(was.runningJobs), number(is.runningJobs));
    compare(hasMoreJobs(is.pendingJobs, was.pendingJobs), What::PendingJobs,
            number(was.pendingJobs), number(is.pendingJobs));
    if (was.runningJobs == 0 && was.pendingJobs == 0) {
        const qsizetype before = found.size();
        const auto compareUse = [&](What what, const auto &planned, const auto &read) {
            compare(read ? *read > planned.value_or(0) : planned.has_value(), what, number(planned),
                    number(read));
        };
        compareUse(What::FinishedJobs, was.finishedJobs, is.finishedJobs);
        compareUse(What::StoppedJobs, was.stoppedJobs, is.stoppedJobs);
        compareUse(What::DeletedJobs, was.deletedJobs, is.deletedJobs);
        compareUse(What::CpuHours, was.cpuHours, is.cpuHours);
        compare(found.size() > before && then.daysUnused.value_or(0) > 0, What::DaysUnused,
                number(then.daysUnused), number(now.daysUnused));
    }
    // A later day of expiry, or none where there was one, is worse.
    const QDate planned = marksIn(was.description).expires;
    const QDate read = marksIn(is.description).expires;
    const bool isLater = planned.isValid() ? read > planned : read.isValid() && !isOver(read, at);
    compare(isLater || (planned.isValid() && !read.isValid()), What::Expiry, dayOf(planned),
            dayOf(read));
    const QString text = withoutMarks(was.description);
    const QString textNow = withoutMarks(is.description);
    compare(text != textNow, What::Description, text, textNow);
    RiskFlags added = now.added;
    added.setFlag(RiskFlag::Unknown, added.testFlag(RiskFlag::Unknown) || !now.fresh);
    if (added)
        found.append({What::Risk, is.id, {}, {}, added});
    return found;
}

Plan withoutChanged(const Plan &approved, Plan compared)
{
    const auto planned = approved.byKey();
    QSet<ClusterKey> kept;
    for (const PlanItem &item : std::as_const(compared.items)) {
        const ClusterKey key = item.cluster.key();
        const PlanItem *then = planned.value(key);
        if (!then)
            continue; // never added
        const QList<PlanDifference> found = approvedChanges(*then, item, compared.factsAsOf);
        if (found.isEmpty() && !item.changed) {
            kept.insert(key);
            continue;
        }
        const ClusterRecord &record = item.cluster.record;
        compared.excluded.append({key, record.name, record.status, Exclusion::Changed,
                                  marksIn(record.description), found});
    }
    compared.excluded += approved.excluded;
    return compared.reducedTo(kept);
}

Plan withSafetyOf(const Plan &other, Plan fresh)
{
    fresh.safety.lowestTier = std::max(fresh.safety.lowestTier, other.safety.lowestTier);
    fresh.safety.leastUndoWindow =
        std::max(fresh.safety.leastUndoWindow, other.safety.leastUndoWindow);
    if (other.largestBefore)
        fresh.largestBefore =
            std::min(*other.largestBefore, fresh.largestBefore.value_or(*other.largestBefore));
    return fresh;
}

Plan comparedTo(const Plan &confirmed, Plan fresh)
{
    const auto shown = confirmed.byKey();
    fresh = withSafetyOf(confirmed, fresh);
    fresh.givenReason = confirmed.givenReason;
    fresh.approval = confirmed.approval;
    const bool isRecent = confirmed.factsAsOf.secsTo(fresh.factsAsOf) <=
                          std::chrono::seconds(EarlierFactsLife).count();
    for (PlanItem &item : fresh.items) {
        const PlanItem *then = shown.value(item.cluster.key());
        // When its mount point was not read again, a recent result counts.
        if (then && isRecent && item.flags.testFlag(RiskFlag::MountUnknown)) {
            for (const RiskFlag flag : {RiskFlag::MountUnknown, RiskFlag::LastOnMount})
                item.flags.setFlag(flag, then->flags.testFlag(flag));
        }
        // Another computer may not know for how long the cluster was not used before.
        if (then && then->daysUnused &&
            LastUse::isUnused(then->cluster.record, item.cluster.record))
            item.daysUnused = std::max(*then->daysUnused, item.daysUnused.value_or(0));
        item.added = then ? item.flags & ~then->flags : item.flags;
        item.changed = !then || isAnother(item.cluster.record, then->cluster.record);
    }
    return fresh;
}

bool isWorse(const Plan &confirmed, const Plan &fresh)
{
    const bool differs =
        std::any_of(fresh.items.begin(), fresh.items.end(),
                    [](const PlanItem &item) { return item.added || item.changed; });
    return differs || fresh.confirmationLevel().tier > confirmed.confirmationLevel().tier;
}

} // namespace clusterdeck
