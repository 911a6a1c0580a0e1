// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/operationsdesk.h"

#include "app/clusters/clusterlister.h"
#include "app/clusters/clustermodel.h"
#include "app/operations/operationwatch.h"

#include <QUuid>

#include <algorithm>

namespace clusterdeck
{

struct OperationsDesk::Desk {
    QString user;
    CloudApi &api;
    OperationWatch watch;

    Desk(const QString &account, QString signer, CloudApi &cloud, Clock &clock)
        : user(std::move(signer))
        , api(cloud)
        , watch(account, cloud, clock)
    {
    }
};

namespace
{

/// One preflight on its way: waits for a listing of every account, or for its time to be up.
class Preflight : public QObject
{
public:
    using Then = std::function<void(const QList<ClusterListing> &)>;

    Preflight(QObject *context, int accounts, Then then)
        : QObject(context)
        , m_missing(accounts)
        , m_then(std::move(then))
    {
    }

    void arrived(const ClusterListing &listing)
    {
        m_listings.append(listing);
        if (--m_missing == 0)
            end();
    }

    void end()
    {
        if (!m_then)
            return;
        deleteLater();
        const Then then = std::exchange(m_then, {});
        then(m_listings);
    }

private:
    int m_missing;
    Then m_then;
    QList<ClusterListing> m_listings;
};

} // namespace

OperationsDesk::OperationsDesk(ClusterModel &clusters, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clusters(clusters)
    , m_clock(clock)
{
}

OperationsDesk::~OperationsDesk()
{
    // Runners and watches speak to each other: the former go first, while the latter still stand.
    qDeleteAll(m_batches);
}

void OperationsDesk::addAccount(const QString &account, const QString &user, CloudApi &api)
{
    auto desk = std::make_unique<Desk>(account, user, api, m_clock);
    connect(&desk->watch, &OperationWatch::listed, this, &OperationsDesk::listed);
    m_desks.insert_or_assign(account, std::move(desk));
}

void OperationsDesk::plan(Verb verb, const QList<ClusterKey> &asked, QObject *context,
                          std::function<void(const Plan &)> then)
{
    QList<Cluster> known;
    QStringList accounts;
    for (const ClusterKey &key : asked) {
        if (const auto cluster = m_clusters.find(key))
            known.append(*cluster);
        if (m_desks.contains(key.account) && !accounts.contains(key.account))
            accounts.append(key.account);
    }
    auto *preflight = new Preflight(
        context, int(accounts.size()),
        [this, verb, asked, known, then = std::move(then)](const QList<ClusterListing> &listings) {
            for (const ClusterListing &listing : listings)
                emit listed(listing);
            then(makePlan(verb, asked, listings, known, underWay()));
        });
    for (const QString &account : std::as_const(accounts)) {
        listAllClusters(
            account, m_desks.at(account)->api, m_clock, preflight,
            [preflight](const ClusterListing &listing) { preflight->arrived(listing); });
    }
    const std::chrono::milliseconds limit =
        accounts.isEmpty() ? std::chrono::seconds(0) : PreflightLimit;
    m_clock.callLater(limit, preflight, [preflight] { preflight->end(); });
}

void OperationsDesk::confirm(const Plan &plan)
{
    for (const QString &account : plan.accounts()) {
        const auto desk = m_desks.find(account);
        if (desk == m_desks.end())
            continue;
        Batch batch;
        batch.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        batch.verb = plan.verb;
        batch.account = account;
        batch.user = desk->second->user;
        batch.confirmedAt = m_clock.utcNow();
        for (const PlanItem &item : plan.items) {
            if (item.cluster.account != account)
                continue;
            BatchItem &frozen = batch.items.emplace_back();
            frozen.key = item.cluster.key();
            frozen.shown = item.cluster.record;
        }
        auto *runner = new BatchRunner(std::move(batch), desk->second->api, m_clock);
        adopt(runner);
        desk->second->watch.serve(runner);
        emit batchAdded(runner);
        runner->start();
    }
}

void OperationsDesk::adopt(BatchRunner *runner)
{
    m_batches.append(runner);
    const QList<BatchItem> &items = runner->batch().items;
    for (int item = 0; item < items.size(); ++item)
        m_latest.insert(items.at(item).key, {runner, item});
    connect(runner, &BatchRunner::itemChanged, this,
            [this, runner](int item) { emit itemChanged(runner->batch().items.at(item).key); });
}

const BatchItem *OperationsDesk::latestItem(const ClusterKey &key) const
{
    const auto found = m_latest.constFind(key);
    return found == m_latest.cend() ? nullptr : &found->first->batch().items.at(found->second);
}

int OperationsDesk::openItems() const
{
    int open = 0;
    for (const BatchRunner *runner : m_batches)
        open += int(runner->batch().items.size()) - runner->batch().ended();
    return open;
}

QSet<ClusterKey> OperationsDesk::underWay() const
{
    QSet<ClusterKey> keys;
    for (const BatchRunner *runner : m_batches) {
        for (const BatchItem &item : runner->batch().items) {
            if (!isEnd(item.state))
                keys.insert(item.key);
        }
    }
    return keys;
}

} // namespace clusterdeck
