// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan.h"

#include "app/clusters/clusterstate.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

std::optional<int> sum(const QList<PlanItem> &items, std::optional<int> ClusterRecord::*field)
{
    int total = 0;
    for (const PlanItem &item : items) {
        const auto value = item.cluster.record.*field;
        if (!value)
            return std::nullopt;
        total += *value;
    }
    return total;
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
        return std::tuple(!item.fresh, record.runningJobs.value_or(Most),
                          record.pendingJobs.value_or(Most), record.nodes.value_or(Most));
    };
    return weight(left) > weight(right);
}

const ClusterListing *listingOf(const QString &account, const QList<ClusterListing> &listings)
{
    const auto found =
        std::find_if(listings.begin(), listings.end(),
                     [&](const ClusterListing &listing) { return listing.account == account; });
    return found == listings.end() ? nullptr : &*found;
}

/// What is known of a cluster now, and whether that was just read.
struct Facts {
    std::optional<Cluster> cluster;
    bool fresh = false;
    bool gone = false;
};

Facts factsOf(const ClusterKey &key, const ClusterListing *listing, const QList<Cluster> &known)
{
    if (listing) {
        for (const ClusterRecord &record : listing->clusters) {
            if (record.id == key.id)
                return {Cluster{key.account, record}, true, false};
        }
    }
    Facts facts;
    const auto held = std::find_if(known.begin(), known.end(),
                                   [&](const Cluster &cluster) { return cluster.key() == key; });
    if (held != known.end())
        facts.cluster = *held;
    facts.gone = listing && listing->complete;
    return facts;
}

} // namespace

Plan Plan::reducedTo(const QSet<ClusterKey> &kept) const
{
    Plan plan = *this;
    plan.items.removeIf([&](const PlanItem &item) { return !kept.contains(item.cluster.key()); });
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
    return sum(items, &ClusterRecord::runningJobs);
}

std::optional<int> Plan::pendingJobs() const
{
    return sum(items, &ClusterRecord::pendingJobs);
}

std::optional<int> Plan::nodes() const
{
    return sum(items, &ClusterRecord::nodes);
}

QString textToType(const Plan &plan)
{
    return plan.items.size() > 1 ? QString::number(plan.items.size()) : QString();
}

bool isTyped(const Plan &plan, const QString &typed)
{
    return narrowed(typed) == textToType(plan);
}

Plan makePlan(Verb verb, const QList<ClusterKey> &asked, const QList<ClusterListing> &listings,
              const QList<Cluster> &known, const QSet<ClusterKey> &underWay)
{
    Plan plan;
    plan.verb = verb;
    for (const ClusterListing &listing : listings) {
        if (!plan.factsAsOf.isValid() || listing.asOf < plan.factsAsOf)
            plan.factsAsOf = listing.asOf;
    }
    QSet<ClusterKey> seen;
    for (const ClusterKey &key : asked) {
        if (seen.contains(key))
            continue;
        seen.insert(key);
        const Facts facts = factsOf(key, listingOf(key.account, listings), known);
        const ClusterRecord record = facts.cluster ? facts.cluster->record : ClusterRecord();
        const auto exclude = [&](Exclusion reason) {
            plan.excluded.append({key, record.name, record.status, reason});
        };
        if (facts.gone || !facts.cluster)
            exclude(Exclusion::Gone);
        else if (underWay.contains(key))
            exclude(Exclusion::UnderWay);
        else if (isBusy(record))
            exclude(Exclusion::Busy);
        else if (!allows(record, verb))
            exclude(Exclusion::WrongState);
        else
            plan.items.append({*facts.cluster, facts.fresh});
    }
    std::stable_sort(plan.items.begin(), plan.items.end(), isRiskier);
    return plan;
}

} // namespace clusterdeck
