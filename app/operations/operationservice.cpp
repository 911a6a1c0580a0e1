// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/operationservice.h"

#include "app/clusters/clusterstate.h"
#include "app/clusters/listing/clusterreader.h"
#include "app/clusters/table/clustermodel.h"
#include "app/operations/operationwatch.h"
#include "app/operations/plan/naming.h"
#include "app/operations/plan/preflight.h"

#include <QMetaMethod>
#include <QUuid>

#include <algorithm>

namespace clusterdeck
{

struct OperationService::OpenAccount {
    OperationAccount account;
    CloudApi &api;
    ClusterReader reader;
    OperationWatch watch;

    OpenAccount(OperationAccount who, CloudApi &cloud, Clock &clock)
        : account(std::move(who))
        , api(cloud)
        , reader(account.id, cloud, clock)
        , watch(cloud, clock, reader)
    {
    }
};

struct OperationService::Confirmed {
    const Plan &plan;            ///< as it was shown
    const QString &shown;        ///< the dialog's text
    TimeMark mark;               ///< the clocks at the confirmation
    int screenLocks = 0;         ///< m_screenLocks at the confirmation
    const PreflightFacts &facts; ///< of the second reading
};

namespace
{

/// The ids of each account, each once.
QMap<QString, QStringList> idsByAccount(const QList<ClusterKey> &keys)
{
    QMap<QString, QStringList> ids;
    for (const ClusterKey &key : keys)
        ids[key.account].append(key.id);
    for (QStringList &each : ids)
        each.removeDuplicates();
    return ids;
}

QStringList idsOf(const Batch &batch)
{
    QStringList ids;
    for (const BatchItem &item : batch.items)
        ids.append(item.key.id);
    return ids;
}

} // namespace

OperationService::OperationService(ClusterModel &clusters, Clock &clock, Journal &journal,
                                   LockStore &locks, QObject *parent)
    : QObject(parent)
    , m_clusters(clusters)
    , m_clock(clock)
    , m_journal(journal)
    , m_locks(locks)
{
}

OperationService::~OperationService()
{
    // Before the watches, which are connected to the runners.
    qDeleteAll(m_batches);
}

void OperationService::addAccount(const OperationAccount &account, CloudApi &api)
{
    auto openAccount = std::make_unique<OpenAccount>(account, api, m_clock);
    connect(&openAccount->watch, &OperationWatch::listed, this, &OperationService::listed);
    OpenAccount &added =
        *m_openAccounts.insert_or_assign(account.id, std::move(openAccount)).first->second;
    for (std::unique_ptr<BatchRunner> &runner : m_waitingForAccount) {
        if (runner->batch().account == account.id)
            adopt(std::move(runner), added);
    }
    std::erase(m_waitingForAccount, nullptr);
}

void OperationService::updateAccount(const OperationAccount &account)
{
    const auto openAccount = m_openAccounts.find(account.id);
    if (openAccount != m_openAccounts.end())
        openAccount->second->account = account;
}

bool OperationService::removeAccount(const QString &id)
{
    const auto openAccount = m_openAccounts.find(id);
    if (openAccount == m_openAccounts.end())
        return true;
    if (openItems(id) > 0)
        return false;
    // Kept in memory, because its finished batches refer to it.
    m_closed.push_back(std::move(openAccount->second));
    m_openAccounts.erase(openAccount);
    return true;
}

Recovery OperationService::recover()
{
    Recovery recovery;
    if (m_journal.access() != Journal::Access::Writable)
        return recovery; // the process that writes it recovers them
    // In a transaction: when this process has taken the lock over, the former owner's last write is
    // either complete before it, or refused after it, see Journal::Private::beginTransaction().
    const bool grouped = m_journal.begin();
    if (m_journal.access() != Journal::Access::Writable)
        return recovery;
    auto unfinished = m_journal.unfinished();
    if (!unfinished) {
        m_journal.setUnusable(unfinished.error());
        unfinished.emplace();
    }
    const QList<ClusterKey> foreign = m_journal.notUnderstood();
    if (m_journal.access() != Journal::Access::Writable) { // one of the two could not be read
        if (grouped)
            (void)m_journal.end();
        return recovery;
    }
    m_notUnderstood = QSet<ClusterKey>(foreign.begin(), foreign.end());
    recovery.notUnderstood = int(m_notUnderstood.size());
    std::vector<std::unique_ptr<BatchRunner>> runners;
    for (Batch &batch : *unfinished) {
        auto runner = std::make_unique<BatchRunner>(std::move(batch), m_clock, m_journal);
        const int ended = runner->tally().ended();
        runner->recover(); // what cannot be recorded, the next start does again
        ++recovery.batches;
        recovery.neverSent += runner->tally().ended() - ended;
        recovery.unknown += runner->tally().in(ItemState::Unknown);
        recovery.running += runner->tally().in(ItemState::Running);
        recovery.notUnderstood += runner->tally().in(ItemState::NotUnderstood);
        runners.push_back(std::move(runner));
    }
    if (grouped)
        (void)m_journal.end(); // if this fails, the next start does the same again
    for (std::unique_ptr<BatchRunner> &runner : runners) {
        const auto openAccount = m_openAccounts.find(runner->batch().account);
        if (openAccount != m_openAccounts.end())
            adopt(std::move(runner), *openAccount->second);
        else
            m_waitingForAccount.push_back(std::move(runner));
    }
    return recovery;
}

bool OperationService::setLocks(const Locks &locks)
{
    if (!m_locks.isUnreadable())
        return changeLocks(lockChange(m_locks.locks(), locks));
    const bool written = m_locks.replace(locks);
    emit locksChanged();
    return written;
}

bool OperationService::changeLocks(const LockChange &change)
{
    const bool written = m_locks.change(change);
    emit locksChanged();
    return written;
}

void OperationService::refreshProtection()
{
    if (m_locks.refresh())
        emit locksChanged();
    emit protectionWanted();
}

void OperationService::readFacts(const QList<ClusterKey> &keys, ReadLog log, QObject *context,
                                 std::function<void(const PreflightFacts &)> then)
{
    QMap<QString, QStringList> known = idsByAccount(keys);
    known.removeIf([&](const auto &entry) { return !m_openAccounts.contains(entry.key()); });
    const int answers = log == ReadLog::Yes ? 2 : 1;
    auto *preflight = new Preflight(context, int(known.size()) * answers, std::move(then));
    for (auto ids = known.cbegin(); ids != known.cend(); ++ids) {
        OpenAccount &openAccount = *m_openAccounts.at(ids.key());
        if (log == ReadLog::Yes) {
            openAccount.api.list(reads::operations(), 0, preflight,
                                 [preflight, account = ids.key()](const auto &page) {
                                     preflight->arrived(account, page);
                                 });
        }
        openAccount.reader.read(
            *ids, preflight,
            [this, preflight](const ClusterListing &listing) {
                emit listed(listing);
                preflight->arrived(listing);
            },
            [preflight](const ClusterListing &part) { preflight->partArrived(part); });
    }
    const std::chrono::milliseconds limit =
        known.isEmpty() ? std::chrono::seconds(0) : PreflightLimit;
    m_clock.callLater(limit, preflight, [preflight] { preflight->end(); });
}

void OperationService::plan(Verb verb, const QList<ClusterKey> &asked, QObject *context,
                            std::function<void(const Plan &)> then)
{
    readFacts(asked, ReadLog::No, context,
              [this, verb, asked, then = std::move(then)](const PreflightFacts &facts) {
                  then(planFor(verb, asked, facts.listings));
              });
}

Plan OperationService::planFor(Verb verb, const QList<ClusterKey> &asked,
                               const QList<ClusterListing> &listings)
{
    refreshProtection();
    PlanInput input;
    input.verb = verb;
    input.asked = asked;
    input.listings = listings;
    input.underWay = underWay();
    input.locks = m_locks.locks();
    input.safety = m_safety;
    input.now = m_clock.utcNow();
    for (const ClusterKey &key : asked) {
        if (!m_openAccounts.contains(key.account))
            input.notOpen.insert(key.account);
        const auto cluster = m_clusters.find(key);
        if (cluster && !m_notRefreshed.contains(key.account))
            input.known.append(*cluster);
    }
    if (specOf(verb).destructive)
        addOthersOnMounts(input);
    input.notRefreshed = m_notRefreshed;
    for (const auto &[id, openAccount] : m_openAccounts) {
        input.users.insert(id, openAccount->account.users);
        input.lastUse.insert(id, m_clusters.lastUse(id));
        if (openAccount->account.readOnly)
            input.readOnly.insert(id);
    }
    Plan plan = makePlan(input);
    plan.checks = checksFor(plan);
    plan.largestBefore = m_journal.largestBatch(verb);
    for (const auto &[id, openAccount] : m_openAccounts) {
        if (openAccount->account.reasonRequired)
            plan.reasonRequired.insert(id);
    }
    return plan;
}

/// For accounts with an incomplete listing, adds the table's clusters on the same mount points.
void OperationService::addOthersOnMounts(PlanInput &input) const
{
    QSet<QString> accounts;
    QSet<QByteArrayView> mounts;
    for (const ClusterListing &listing : std::as_const(input.listings)) {
        if (listing.complete)
            continue;
        const QDateTime read = m_clusters.completeAsOf(listing.account);
        if (!read.isValid() ||
            read.msecsTo(m_clock.utcNow()) > std::chrono::milliseconds(TableLife).count())
            input.othersNotRead.insert(listing.account);
        if (!m_notRefreshed.contains(listing.account))
            accounts.insert(listing.account);
        for (const ClusterRow &row : listing.clusters)
            mounts.insert(row.bytesOf(&ClusterRecord::mountPoint));
    }
    for (int row = 0; !accounts.isEmpty() && row < m_clusters.rowCount(); ++row) {
        const ClusterRow &cluster = m_clusters.rowAt(row);
        if (accounts.contains(m_clusters.accountAt(row)) && !isDeleted(cluster) &&
            mounts.contains(cluster.bytesOf(&ClusterRecord::mountPoint)))
            input.othersOnMounts.insert(m_clusters.keyAt(row),
                                        cluster.text(&ClusterRecord::mountPoint));
    }
}

namespace
{

AccountCheck checkOf(const QString &account, const CloudApi &api, int callsNeeded,
                     const QDateTime &now)
{
    AccountCheck check{account, api.serverAhead(), api.callsLeft(), callsNeeded};
    if (const auto wait = api.untilCallsLeft(callsNeeded))
        check.enoughCallsAt = now + *wait;
    return check;
}

} // namespace

QList<AccountCheck> OperationService::checksFor(const Plan &plan) const
{
    QList<AccountCheck> checks;
    for (const QString &account : plan.accounts()) {
        const OpenAccount &openAccount = *m_openAccounts.at(account);
        const auto isHere = [&](const PlanItem &item) { return item.cluster.account == account; };
        const auto items = int(std::count_if(plan.items.begin(), plan.items.end(), isHere));
        const int together = std::max(openAccount.account.together, 1);
        const int needed =
            callsToTheEnd((items + together - 1) / together, openAccount.reader.callsFor(items));
        checks.append(checkOf(account, openAccount.api, needed, m_clock.utcNow()));
    }
    return checks;
}

void OperationService::confirm(const Plan &confirmed, const QString &shown, QObject *context,
                               std::function<void(const Confirmation &)> then)
{
    const QList<ClusterKey> asked = confirmed.keys();
    readFacts(asked, ReadLog::Yes, context,
              [this, confirmed, shown, asked, mark = TimeMark(m_clock), locks = m_screenLocks,
               then = std::move(then)](const PreflightFacts &facts) {
                  Confirmation confirmation;
                  const Plan fresh = planFor(confirmed.verb, asked, facts.listings);
                  confirmation.plan = comparedTo(confirmed, fresh);
                  if (!confirmed.approval.code.isEmpty())
                      confirmation.plan = withoutChanged(confirmed, confirmation.plan);
                  confirmation.droppedOut = confirmation.plan.excluded;
                  if (!confirmed.approval.code.isEmpty()) // those of before were shown
                      confirmation.droppedOut.resize(confirmation.plan.excluded.size() -
                                                     confirmed.excluded.size());
                  const QDateTime &until = confirmed.approval.validUntil;
                  if (until.isValid() && m_clock.utcNow() > until)
                      confirmation.outcome = Confirmation::Outcome::Expired;
                  else if (confirmation.plan.items.isEmpty())
                      confirmation.outcome = Confirmation::Outcome::NothingLeft;
                  else if (isWorse(confirmed, confirmation.plan))
                      confirmation.outcome = Confirmation::Outcome::LookAgain;
                  else if (!confirmation.plan.hasValidReason())
                      confirmation.outcome = Confirmation::Outcome::NoReason;
                  else
                      arm(confirmation, {confirmed, shown, mark, locks, facts});
                  then(confirmation);
              });
}

/// Records one batch for each account and starts their countdowns. Excluded items do not shorten
/// the countdown that was shown.
void OperationService::arm(Confirmation &confirmation, const Confirmed &confirmed)
{
    if (m_journal.access() == Journal::Access::OtherCopyWrites) {
        confirmation.outcome = Confirmation::Outcome::OtherCopy;
        confirmation.refusal = m_journal.refusal();
        return;
    }
    QList<BatchRunner *> armed;
    for (const QString &account : confirmation.plan.accounts()) {
        OpenAccount &openAccount = *m_openAccounts.at(account);
        Batch batch = batchFor(confirmation.plan, openAccount, confirmed);
        if (!m_journal.add(batch)) {
            confirmation.outcome = Confirmation::Outcome::NotWritten;
            confirmation.refusal = m_journal.refusal();
            // All accounts or none: the batches recorded so far are cancelled.
            for (BatchRunner *runner : std::as_const(armed))
                runner->stopTheRest();
            return;
        }
        armed.append(adopt(
            std::make_unique<BatchRunner>(std::move(batch), openAccount.api, m_clock, m_journal),
            openAccount));
    }
    for (BatchRunner *runner : std::as_const(armed))
        runner->arm(confirmed.mark);
    confirmation.outcome = Confirmation::Outcome::Armed;
    if (m_screenLocked || confirmed.screenLocks != m_screenLocks)
        holdCountdowns();
}

Batch OperationService::batchFor(const Plan &plan, const OpenAccount &openAccount,
                                 const Confirmed &confirmed) const
{
    // Neither tier nor countdown become less than was shown, though items were excluded since.
    const ConfirmationLevel now = plan.confirmationLevel();
    const ConfirmationLevel then = confirmed.plan.confirmationLevel();
    const auto shown = confirmed.plan.byKey();
    Batch batch;
    batch.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    batch.verb = plan.verb;
    batch.account = openAccount.account.id;
    batch.accountName = openAccount.account.name;
    batch.zone = openAccount.account.zone;
    batch.user = openAccount.account.users.value(0);
    batch.confirmedAt = m_clock.utcNow();
    batch.tier = std::max(now.tier, then.tier);
    batch.undoWindow = std::max(now.undoWindow, then.undoWindow);
    batch.shown = confirmed.shown;
    batch.givenReason = plan.givenReason;
    batch.approvalCode = plan.approval.code;
    batch.inFlight = openAccount.account.inFlight;
    batch.together = openAccount.account.together;
    batch.logBefore = confirmed.facts.logs.value(openAccount.account.id);
    QList<const PlanItem *> items;
    for (const PlanItem &item : plan.items) {
        if (item.cluster.account == openAccount.account.id)
            items.append(&item);
    }
    // Last those of other users, which the cloud may refuse: RefusalsInARow of them hold the batch,
    // and the user's own clusters are to be done by then.
    std::stable_partition(items.begin(), items.end(), [](const PlanItem *item) {
        return !item->flags.testFlag(RiskFlag::NotMine);
    });
    for (const PlanItem *item : std::as_const(items)) {
        BatchItem &frozen = batch.items.emplace_back();
        frozen.key = item->cluster.key();
        if (const PlanItem *seen = shown.value(frozen.key))
            frozen.shown = seen->cluster.record;
        frozen.position = int(batch.items.size()) - 1;
        frozen.state = ItemState::Armed;
    }
    batch.foundById = std::any_of(confirmed.facts.listings.begin(), confirmed.facts.listings.end(),
                                  [&](const ClusterListing &listing) {
                                      return listing.account == batch.account &&
                                             listing.hasReturnedById(idsOf(batch));
                                  });
    return batch;
}

BatchRunner *OperationService::adopt(std::unique_ptr<BatchRunner> batch, OpenAccount &openAccount)
{
    BatchRunner *runner = batch.release();
    if (runner->batch().foundById)
        openAccount.reader.noteReturned(idsOf(runner->batch()));
    m_batches.append(runner);
    runner->setProtection([this, &openAccount, verb = runner->batch().verb](const BatchItem &item) {
        return isProtected(openAccount, verb, item);
    });
    const QList<BatchItem> &items = runner->batch().items;
    for (int item = 0; item < items.size(); ++item)
        m_latest.insert(items.at(item).key, {runner, item});
    connect(runner, &BatchRunner::itemChanged, this, [this, runner](int item) {
        const BatchItem &changed = runner->batch().items.at(item);
        if (specOf(runner->batch().verb).isProvenByAbsence() && changed.state == ItemState::Done &&
            changed.reason != ItemReason::ListedAgain && m_journalIds)
            m_journalIds->insert(ClusterRow::idBytes(changed.key.id));
        emit itemChanged(changed.key);
    });
    connect(runner, &BatchRunner::finished, this, [this, runner] { emit batchFinished(runner); });
    openAccount.watch.serve(runner);
    emit batchAdded(runner);
    return runner;
}

/// Both the confirmed name and the current name of a cluster can match a lock pattern.
bool OperationService::isProtected(const OpenAccount &openAccount, Verb verb, const BatchItem &item)
{
    refreshProtection();
    const auto cluster = m_clusters.find(item.key);
    return openAccount.account.readOnly || m_locks.locks().covers(item.key, item.shown.name) ||
           (cluster && (m_locks.locks().covers(*cluster) || isKept(verb, cluster->record)));
}

/// `cluster` must have been read in this run, because locks depend on its name.
bool OperationService::mayModify(const Cluster &cluster)
{
    refreshProtection();
    const auto openAccount = m_openAccounts.find(cluster.account);
    return m_journal.confirmWritable() && openAccount != m_openAccounts.end() &&
           !openAccount->second->account.readOnly && !m_locks.locks().covers(cluster) &&
           isWholeId(cluster.record.id);
}

void OperationService::readDescription(const ClusterKey &key, QObject *context,
                                       std::function<void(const std::optional<QString> &)> then)
{
    const auto openAccount = m_openAccounts.find(key.account);
    if (openAccount == m_openAccounts.end()) {
        m_clock.callLater(std::chrono::milliseconds(0), context,
                          [then = std::move(then)] { then(std::nullopt); });
        return;
    }
    openAccount->second->reader.readById(
        {key.id}, context, [this, then = std::move(then)](const ClusterListing &read) {
            emit listed(read); // so that the table shows it, too
            const QString text = read.clusters.isEmpty()
                                     ? QString()
                                     : read.clusters.constFirst().record().description;
            then(text.isNull() ? std::nullopt : std::optional(text));
        });
}

void OperationService::rename(const ClusterKey &key, const ClusterChange &change, QObject *context,
                              std::function<void(const Result<Accepted> &)> then)
{
    const auto cluster = m_clusters.find(key);
    // Locks depend on the name, so it must have been read in this run.
    if (!cluster || m_clusters.isFromEarlierRun(*m_clusters.rowOf(key)) || !mayModify(*cluster)) {
        const ApiError error{.kind = ErrorKind::Forbidden, .outcome = Outcome::NotSent};
        m_clock.callLater(std::chrono::milliseconds(0), context,
                          [error, then = std::move(then)] { then(error); });
        return;
    }
    m_openAccounts.at(key.account)->api.modify(key.id, change, context, std::move(then));
}

Marking *OperationService::mark(const QList<ClusterKey> &keys, const MarkChange &change,
                                QObject *context, std::function<void(int ended)> progress,
                                std::function<void(const QList<MarkResult> &)> then)
{
    const auto accountOf = [this](const QString &id) -> std::optional<Marking::Account> {
        const auto found = m_openAccounts.find(id);
        if (found == m_openAccounts.end())
            return {};
        return Marking::Account{found->second->reader, found->second->api};
    };
    return new Marking(keys, change,
                       {accountOf, [this](const Cluster &cluster) { return mayModify(cluster); },
                        [this](const ClusterListing &listing) { emit listed(listing); },
                        std::move(progress), std::move(then)},
                       m_clock, context);
}

QList<AccountCheck> OperationService::checksForMarks(const QList<ClusterKey> &keys) const
{
    QMap<QString, int> rows;
    for (int row = 0; row < m_clusters.rowCount(); ++row)
        ++rows[m_clusters.accountAt(row)];
    QList<AccountCheck> checks;
    const QMap<QString, QStringList> byAccount = idsByAccount(keys);
    for (auto ids = byAccount.cbegin(); ids != byAccount.cend(); ++ids) {
        const auto found = m_openAccounts.find(ids.key());
        if (found == m_openAccounts.end())
            continue;
        // The reader itself knows the number of pages only after its first reading.
        const int pages =
            std::max(1, (rows.value(ids.key()) + CloudApi::PageSize - 1) / CloudApi::PageSize);
        const ClusterReader &reader = found->second->reader;
        const int needed = callsToMark(int(ids->size()), [&](int clusters) {
            return std::min(pages, reader.callsFor(clusters));
        });
        checks.append(checkOf(ids.key(), found->second->api, needed, m_clock.utcNow()));
    }
    return checks;
}

void OperationService::findListedAgain(const ClusterListing &listing)
{
    if (!canOperate() ||
        !isSignalConnected(QMetaMethod::fromSignal(&OperationService::listedAgain)))
        return;
    if (!m_journalIds) {
        const QStringList ids = m_journal.clusterIds();
        if (!m_journal.readProblem().isEmpty())
            return; // read with the next listing
        m_journalIds.emplace();
        for (const QString &id : ids)
            m_journalIds->insert(ClusterRow::idBytes(id));
    }
    QList<Cluster> found;
    for (const ClusterRow &row : listing.clusters) {
        const QByteArrayView id = row.idBytes();
        if (!m_journalIds->contains(QByteArray::fromRawData(id.data(), id.size())))
            continue;
        const ClusterRecord record = row.record();
        QList<DeletedCluster> deletions = m_journal.deletionsOf(record.id);
        if (!m_journal.readProblem().isEmpty())
            break;
        deletions.removeIf(
            [](const DeletedCluster &each) { return each.reason == ItemReason::ListedAgain; });
        if (deletions.isEmpty())
            m_journalIds->remove(id.toByteArray());
        const auto deleted =
            std::find_if(deletions.cbegin(), deletions.cend(), [&](const DeletedCluster &each) {
                return each.key.account == listing.account &&
                       isListedAgain(each, record, listing.asOf);
            });
        if (deleted == deletions.cend())
            continue;
        found.append({listing.account, record});
        m_journalIds->remove(id.toByteArray());
        const auto latest = m_latest.constFind(deleted->key);
        if (latest != m_latest.cend() && latest->first->batch().id == deleted->batch)
            latest->first->noteListedAgain(latest->second);
        else // of an earlier run; if it cannot be recorded, the next start finds it again
            (void)m_journal.recordListedAgain(deleted->batch, deleted->position, m_clock.utcNow());
    }
    if (found.isEmpty())
        return;
    emit listedAgain(found);
}

void OperationService::setScreenLocked(bool locked)
{
    m_screenLocks += locked && !m_screenLocked ? 1 : 0;
    m_screenLocked = locked;
    if (locked)
        holdCountdowns();
}

void OperationService::holdCountdowns()
{
    for (BatchRunner *runner : std::as_const(m_batches)) {
        if (runner->undoWindowLeft())
            runner->hold(HoldReason::ScreenLocked);
    }
}

void OperationService::setNotRefreshed(const QString &account, bool notRefreshed)
{
    if (notRefreshed)
        m_notRefreshed.insert(account);
    else
        m_notRefreshed.remove(account);
}

LatestItem OperationService::latestItem(const ClusterKey &key) const
{
    const auto found = m_latest.constFind(key);
    if (found == m_latest.cend())
        return {};
    const Batch &batch = found->first->batch();
    return {&batch, &batch.items.at(found->second)};
}

int OperationService::openItems(const QString &account) const
{
    int open = 0;
    for (const BatchRunner *runner : m_batches) {
        if (account.isEmpty() || runner->batch().account == account)
            open += int(runner->batch().items.size()) - runner->tally().ended() -
                    runner->tally().in(ItemPhase::NotUnderstood);
    }
    return open;
}

bool OperationService::isUnderWay(const QString &account) const
{
    return m_journal.access() == Journal::Access::Checking || openItems(account) > 0 ||
           std::any_of(m_waitingForAccount.begin(), m_waitingForAccount.end(),
                       [&](const auto &runner) { return runner->batch().account == account; });
}

bool OperationService::hasUnfinished() const
{
    return m_journal.access() == Journal::Access::Checking || openItems() > 0 ||
           !m_waitingForAccount.empty();
}

QSet<ClusterKey> OperationService::underWay() const
{
    QSet<ClusterKey> keys = m_notUnderstood;
    for (const BatchRunner *runner : m_batches) {
        for (const BatchItem &item : runner->batch().items) {
            if (!isEnd(item.state))
                keys.insert(item.key);
        }
    }
    return keys;
}

} // namespace clusterdeck
