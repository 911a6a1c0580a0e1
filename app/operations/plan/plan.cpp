// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/plan.h"

#include "app/clusters/clusterstate.h"

#include <QtAlgorithms>

#include <algorithm>
#include <limits>

namespace clusterdeck
{

namespace
{

/// Nothing when one of them is not known, or the sum is more than an int holds.
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

/// What a record may be without, and is no unknown fact then; but not what it holds instead.
bool isAbsurd(const std::optional<double> &hours)
{
    return hours && !(*hours >= 0 && *hours <= MostHours);
}

/// Full-width digits stand for themselves: input methods write them.
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

/// More at stake comes first: running jobs, then waiting ones, then nodes; unknown counts as most.
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

/// Everything the risk table asks about one cluster, but for its mount point.
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
    // A listing that was asked for one owner's clusters shows that owner's, named or not.
    const bool ownerMissing = me.isEmpty();
    if (!fresh || !plausible(record.runningJobs, MostJobs) ||
        !plausible(record.pendingJobs, MostJobs) || !plausible(record.nodes, MostNodes) ||
        isAbsurd(record.cpuHours) || isAbsurd(record.memoryHours) || !billingKnown || ownerMissing)
        flags |= RiskFlag::Unknown;
    return flags;
}

/// What is known of a cluster now, and whether that was just read.
struct Facts {
    std::optional<Cluster> cluster;
    bool fresh = false;
    bool gone = false;
};

/// Finds them by key: hundreds are asked for among thousands.
class FactFinder
{
public:
    /// `input` outlives this.
    explicit FactFinder(const PlanInput &input)
    {
        for (const ClusterListing &listing : input.listings) {
            Listed &listed = m_listed[listing.account];
            listed.complete = listing.complete;
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
            return {Cluster{key.account, row->record()}, true, false};
        Facts facts;
        if (const Cluster *known = m_known.value(key))
            facts.cluster = *known;
        facts.gone = isListed && listed->complete;
        return facts;
    }

private:
    struct Listed {
        bool complete = false;
        QHash<QByteArrayView, const ClusterRow *> rows;
    };
    QHash<QString, Listed> m_listed;
    QHash<ClusterKey, const Cluster *> m_known;
};

/// After these nothing is left on their mount point, which can be attached at creation only.
void flagLastOnMounts(Plan &plan)
{
    for (PlanItem &item : plan.items) {
        const QString mount = item.cluster.record.mountPoint;
        const bool last = specOf(plan.verb).destructive && !mount.isEmpty() &&
                          !plan.mountsInUse.contains({item.cluster.account, mount});
        item.flags.setFlag(RiskFlag::LastOnMount, last);
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

QStringList Plan::accounts() const
{
    QStringList accounts;
    for (const PlanItem &item : items) {
        if (!accounts.contains(item.cluster.account))
            accounts.append(item.cluster.account);
    }
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
    return confirmationLevelFor(verb, facts, safety);
}

int Plan::count(RiskFlag flag) const
{
    return int(std::count_if(items.begin(), items.end(),
                             [&](const PlanItem &item) { return item.flags.testFlag(flag); }));
}

bool AccountCheck::clockIsOff() const
{
    return serverAhead && std::chrono::abs(*serverAhead) > std::chrono::seconds(30);
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

/// The oldest of the listings' times: no fact in the plan is older.
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
    // First: of an account that is closed nothing was read, so nothing is known to be gone.
    if (input.notOpen.contains(key.account))
        return Exclusion::AccountClosed;
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
    if (input.underWay.contains(key))
        return Exclusion::UnderWay;
    if (isBusy(facts.cluster->record))
        return Exclusion::Busy;
    if (!allows(facts.cluster->record, input.verb))
        return Exclusion::WrongState;
    return {};
}

/// The mount points of clusters that are listed and do not go.
QSet<std::pair<QString, QString>> mountsInUse(const QList<PlanItem> &items,
                                              const QList<ClusterListing> &listings)
{
    QSet<ClusterKey> going;
    for (const PlanItem &item : items)
        going.insert(item.cluster.key());
    QSet<std::pair<QString, QString>> mounts;
    for (const ClusterListing &listing : listings) {
        for (const ClusterRow &row : listing.clusters) {
            if (!isDeleted(row) && !going.contains({listing.account, row.text(&ClusterRecord::id)}))
                mounts.insert({listing.account, row.text(&ClusterRecord::mountPoint)});
        }
    }
    return mounts;
}

} // namespace

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
            plan.excluded.append({key, record.name, record.status, *reason});
            continue;
        }
        PlanItem item{*facts.cluster, facts.fresh, {}, false, {}};
        item.flags = ownFlags(record, facts.fresh, input.users.value(key.account));
        item.flags.setFlag(RiskFlag::LooksLocked, input.locks.looksCovered(key, record.name));
        plan.items.append(item);
    }
    plan.mountsInUse = mountsInUse(plan.items, input.listings);
    flagLastOnMounts(plan);
    std::stable_sort(plan.items.begin(), plan.items.end(), isRiskier);
    return plan;
}

namespace
{

/// Jobs come and go; twice as many and more is another matter.
bool isManyMore(std::optional<int> now, std::optional<int> then)
{
    return now && then && *now > 2 * qint64(*then) + 10;
}

bool isAnother(const ClusterRecord &now, const ClusterRecord &then)
{
    // An ID that the cloud uses again stands for another cluster.
    const bool madeAgain =
        now.created.isValid() && then.created.isValid() && now.created != then.created;
    return madeAgain || now.name != then.name || now.owner != then.owner ||
           now.billing != then.billing || now.nodes.value_or(0) > then.nodes.value_or(0) ||
           isManyMore(now.runningJobs, then.runningJobs) ||
           isManyMore(now.pendingJobs, then.pendingJobs);
}

} // namespace

Plan comparedTo(const Plan &confirmed, Plan fresh)
{
    QHash<ClusterKey, const PlanItem *> shown;
    for (const PlanItem &item : confirmed.items)
        shown.insert(item.cluster.key(), &item);
    for (PlanItem &item : fresh.items) {
        const PlanItem *then = shown.value(item.cluster.key());
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
