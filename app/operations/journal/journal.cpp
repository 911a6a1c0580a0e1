// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/journal.h"

#include "app/operations/journal/journalcodec.h"
#include "app/operations/journal/journalfile.h"
#include "app/operations/journal/journalreading.h"
#include "app/support/log.h"

#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>

namespace clusterdeck
{

using namespace journalcodec;
using journalreading::SelectBatch;

namespace
{

/// Binds a null QString as an empty text: all columns are NOT NULL.
void bind(QSqlQuery &query, const QString &text)
{
    query.addBindValue(text.isNull() ? QStringLiteral("") : text);
}

void bind(QSqlQuery &query, qint64 number)
{
    query.addBindValue(number);
}

/// The columns from `state` to `ended_at`.
void bind(QSqlQuery &query, const BatchItem &item)
{
    for (const QString &text :
         {word(item.state), word(item.reason), item.jobId, errorText(item.error),
          item.operationErrors, timeText(item.sentAt), timeText(item.endedAt)})
        bind(query, text);
}

/// All columns after `state` are empty.
bool isFresh(const BatchItem &item)
{
    return item.reason == ItemReason::None && item.jobId.isEmpty() && !item.error &&
           item.operationErrors.isEmpty() && !item.sentAt.isValid() && !item.endedAt.isValid();
}

} // namespace

/// Prepared at the first write. Reading needs none of them, and while the file is being checked
/// another file may still replace it.
struct JournalStatements {
    QSqlDatabase database;
    QSqlQuery addBatch{database};
    QSqlQuery addItem{database};
    /// For items that are isFresh(): binding a value costs more than writing it.
    QSqlQuery addFreshItem{database};
    QSqlQuery addEvent{database};
    QSqlQuery updateItem{database};
    QSqlQuery updateReason{database};
    QSqlQuery addLogBefore{database};
    QSqlQuery addFoundById{database};
    QSqlQuery addReason{database};
    QSqlQuery addApproval{database};
    QSqlQuery addLayout{database};
    QSqlQuery addCall{database};
    QSqlQuery dropCalls{database};

    bool prepare();
};

bool JournalStatements::prepare()
{
    return addBatch.prepare(
               QStringLiteral("INSERT INTO batch(id, verb, account, account_name, zone, user,"
                              " confirmed_at, tier, grace_s, shown)"
                              " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) &&
           addItem.prepare(QStringLiteral(
               "INSERT INTO item(batch, position, cluster_id, shown, state, reason, job_id, error,"
               " operation_errors, sent_at, ended_at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) &&
           addFreshItem.prepare(QStringLiteral(
               "INSERT INTO item(batch, position, cluster_id, shown, state, reason, job_id, error,"
               " operation_errors, sent_at, ended_at)"
               " VALUES(?, ?, ?, ?, ?, '', '', '', '', '', '')")) &&
           addEvent.prepare(QStringLiteral("INSERT INTO event(batch, position, at, event, state,"
                                           " evidence) VALUES(?, ?, ?, ?, ?, ?)")) &&
           updateItem.prepare(
               QStringLiteral("UPDATE item SET state = ?, reason = ?, job_id = ?, error = ?,"
                              " operation_errors = ?, sent_at = ?, ended_at = ? WHERE batch = ? AND"
                              " position = ?")) &&
           updateReason.prepare(
               QStringLiteral("UPDATE item SET reason = ? WHERE batch = ? AND position = ? AND"
                              " state = ?")) &&
           addLogBefore.prepare(QStringLiteral(
               "INSERT INTO log_before(batch, whole, operations) VALUES(?, ?, ?)")) &&
           addFoundById.prepare(QStringLiteral("INSERT INTO found_by_id(batch) VALUES(?)")) &&
           addReason.prepare(
               QStringLiteral("INSERT INTO given_reason(batch, reason) VALUES(?, ?)")) &&
           addApproval.prepare(QStringLiteral("INSERT INTO approval(batch, code) VALUES(?, ?)")) &&
           addLayout.prepare(QStringLiteral("INSERT OR REPLACE INTO layout(batch, position, read,"
                                            " read_at, nodes, error) VALUES(?, ?, ?, ?, ?, ?)")) &&
           addCall.prepare(QStringLiteral("INSERT INTO call(account, at) VALUES(?, ?)")) &&
           dropCalls.prepare(QStringLiteral("DELETE FROM call WHERE account = ? AND at < ?"));
}

struct Journal::Private {
    JournalFile file;
    std::optional<JournalStatements> statements;
    QString problem;
    QString readProblem;
    QString failedWith; ///< SQLite's code of the last write that failed
    std::optional<WriteRefusal> refusal;
    bool blind = false;   ///< the unfinished batches could not be read
    bool inGroup = false; ///< between begin() and end()
    int changedRows = 0;  ///< by the last statement

    explicit Private(const DataFolder &folder)
        : file(folder)
    {
    }

    bool isOpen() const { return !blind && file.access() == Journal::Access::Writable; }
    bool isWritable();
    bool canRead();
    void failed(const QSqlError &error);
    void explain();
    void rollBack();
    bool prepare();
    template <class... Values>
    bool run(QSqlQuery &query, const Values &...values);
    bool statement(const char *sql);
    void cannotRead(const QString &why);
    bool beginTransaction();
    bool insert(const QString &batch, const BatchItem &item);
    bool write(const QString &batch, const BatchItem &item, ItemEvent event, const QString &at);
    template <class Writes>
    bool durably(Writes writes);
    template <class Read>
    auto listFrom(Read read);
};

bool Journal::Private::isWritable()
{
    if (blind)
        return false; // `problem` has the reason
    if (file.confirm() && file.access() == Journal::Access::Writable)
        return true;
    problem = file.problem();
    refusal = file.refusal();
    return false;
}

/// Sets `readProblem` when nothing can be read, so that callers can distinguish this from an empty
/// journal.
bool Journal::Private::canRead()
{
    const bool can = file.isReadable();
    readProblem = can ? QString() : problem.isEmpty() ? file.problem() : problem;
    return can;
}

void Journal::Private::failed(const QSqlError &error)
{
    problem = error.text();
    failedWith = error.nativeErrorCode();
    file.suspect();
}

/// Finds the reason of the failure. Call after the rollback: this writes a file to see whether
/// there is space, and the rollback may need that space.
void Journal::Private::explain()
{
    refusal = file.reasonOf(failedWith, problem);
}

bool Journal::Private::prepare()
{
    if (statements)
        return true;
    statements = JournalStatements{file.database()};
    if (statements->prepare())
        return true;
    statements.reset();
    return false;
}

/// Stops all writing: without the unfinished batches an operation could be sent twice.
void Journal::Private::cannotRead(const QString &why)
{
    blind = true;
    file.suspect();
    problem = QStringLiteral("what is unfinished cannot be read: %1").arg(why);
    qCWarning(journalLog).noquote() << problem;
}

/// Runs a prepared statement with `values` in its places.
template <class... Values>
bool Journal::Private::run(QSqlQuery &query, const Values &...values)
{
    (bind(query, values), ...);
    const bool done = query.exec();
    changedRows = query.numRowsAffected();
    if (!done) {
        failed(query.lastError());
        qCWarning(journalLog).noquote() << "a write failed:" << problem;
    }
    query.finish();
    return done;
}

bool Journal::Private::statement(const char *sql)
{
    QSqlQuery query(file.database());
    if (query.exec(QString::fromLatin1(sql)))
        return true;
    failed(query.lastError());
    return false;
}

/// Runs `writes` in one transaction. True: everything is on disk. False: nothing was written.
/// Within a group the transaction is the group's, and end() makes it durable.
template <class Writes>
bool Journal::Private::durably(Writes writes)
{
    if (!(inGroup ? isWritable() : beginTransaction()))
        return false;
    if (!prepare()) {
        failed(file.database().lastError());
        if (!inGroup)
            rollBack();
        return false;
    }
    if (inGroup)
        return writes();
    if (writes() && statement("COMMIT"))
        return true;
    rollBack();
    return false;
}

/// Checks the write lock after BEGIN IMMEDIATE, when no other process can write: a process that has
/// taken the lock over reads the unfinished batches in a transaction of its own, before or after
/// this one. Where SQLite's locks do not separate the two processes it checks before BEGIN too.
bool Journal::Private::beginTransaction()
{
    const bool begun =
        isOpen() && (file.isGuarded() || isWritable()) && statement("BEGIN IMMEDIATE");
    if (isWritable()) {
        if (!begun)
            explain();
        return begun;
    }
    if (begun)
        (void)statement("ROLLBACK");
    return false;
}

/// `problem` and `failedWith` keep describing the statement that failed, not the rollback.
void Journal::Private::rollBack()
{
    const QString reason = problem;
    const QString code = failedWith;
    (void)statement("ROLLBACK");
    problem = reason;
    failedWith = code;
    explain();
}

Journal::Journal(const DataFolder &folder)
    : d(std::make_unique<Private>(folder))
{
    log(folder);
    if (d->file.access() != Access::Checking)
        return;
    connect(d->file.check(), &JournalCheck::ended, this, [this, folder] {
        d->file.endCheck();
        if (!d->file.setAside().isEmpty()) { // the unreadable batches were in the replaced file
            d->blind = false;
            d->problem.clear();
        }
        log(folder);
        emit checked();
    });
}

void Journal::log(const DataFolder &folder) const
{
    const JournalFile &file = d->file;
    if (file.access() == Access::Checking)
        qCInfo(journalLog).noquote() << "is checked before it is written, in" << folder.path;
    else if (file.access() != Access::Writable)
        qCInfo(journalLog).noquote() << "cannot be written:" << file.problem();
    else if (!folder.path.isEmpty())
        qCDebug(journalLog).noquote() << "opened in" << folder.path;
    if (!file.setAside().isEmpty())
        qCWarning(journalLog).noquote() << "was damaged; kept aside as" << file.setAside();
}

Journal::Journal()
    : Journal(DataFolder())
{
}

Journal::~Journal() = default;

Journal::Access Journal::access() const
{
    return d->blind ? Access::Unusable : d->file.access();
}

std::optional<WriteRefusal> Journal::refusal() const
{
    return d->refusal ? d->refusal : d->file.refusal();
}

bool Journal::confirmWritable()
{
    return d->isWritable();
}

QString Journal::fileSystemWithoutLocks() const
{
    return d->file.fileSystemWithoutLocks();
}

bool Journal::isReadable() const
{
    return !d->blind && d->file.isReadable();
}

QString Journal::problem() const
{
    return d->problem.isEmpty() ? d->file.problem() : d->problem;
}

QString Journal::setAside() const
{
    return d->file.setAside();
}

bool Journal::add(const Batch &batch)
{
    return d->durably([&] {
        JournalStatements &to = *d->statements;
        return d->run(to.addBatch, batch.id, wordOf(batch.verb), batch.account, batch.accountName,
                      batch.zone, batch.user, timeText(batch.confirmedAt), batch.tier,
                      qint64(batch.undoWindow.count()), batch.shown) &&
               (!batch.logBefore.read ||
                d->run(to.addLogBefore, batch.id, batch.logBefore.whole ? 1 : 0,
                       knownOperationsText(batch.logBefore.operations))) &&
               (!batch.foundById || d->run(to.addFoundById, batch.id)) &&
               (batch.givenReason.isEmpty() || d->run(to.addReason, batch.id, batch.givenReason)) &&
               (batch.approvalCode.isEmpty() ||
                d->run(to.addApproval, batch.id, batch.approvalCode)) &&
               std::all_of(batch.items.begin(), batch.items.end(),
                           [&](const BatchItem &item) { return d->insert(batch.id, item); });
    });
}

bool Journal::Private::insert(const QString &batch, const BatchItem &item)
{
    const QString shown = clusterText(item.shown);
    if (isFresh(item))
        return run(statements->addFreshItem, batch, item.position, item.key.id, shown,
                   word(item.state));
    return run(statements->addItem, batch, item.position, item.key.id, shown, item);
}

bool Journal::Private::write(const QString &batch, const BatchItem &item, ItemEvent event,
                             const QString &at)
{
    return run(statements->addEvent, batch, item.position, at, word(event), word(item.state),
               evidenceText(item)) &&
           run(statements->updateItem, item, batch, item.position) && changedRows == 1;
}

bool Journal::record(const QString &batch, const QList<BatchItem> &items, ItemEvent event,
                     const QDateTime &at)
{
    // The request leaves as soon as this returns, so its intent cannot wait for the end of a group.
    if (d->inGroup && event == ItemEvent::SendStarted)
        return false;
    return d->durably([&, when = timeText(at)] {
        return std::all_of(items.begin(), items.end(), [&](const BatchItem &item) {
            return d->write(batch, item, event, when);
        });
    });
}

bool Journal::recordListedAgain(const QString &batch, int position, const QDateTime &at)
{
    return d->durably([&] {
        const QString again = word(ItemReason::ListedAgain);
        const QString done = word(ItemState::Done);
        return d->run(d->statements->addEvent, batch, position, timeText(at), again, done,
                      QString()) &&
               d->run(d->statements->updateReason, again, batch, position, done) &&
               d->changedRows == 1;
    });
}

bool Journal::begin()
{
    Q_ASSERT(!d->inGroup);
    if (!d->beginTransaction())
        return false;
    d->inGroup = true;
    return true;
}

bool Journal::end()
{
    if (!std::exchange(d->inGroup, false))
        return false;
    if (d->statement("COMMIT"))
        return true;
    d->rollBack();
    return false;
}

tl::expected<QList<Batch>, QString> Journal::unfinished() const
{
    if (!d->file.isReadable())
        return QList<Batch>();
    QSqlQuery query(d->file.database());
    query.prepare(SelectBatch +
                  QStringLiteral("WHERE id IN (SELECT batch FROM item WHERE state NOT IN (%1))"
                                 " ORDER BY rowid")
                      .arg(endWords()));
    QString why;
    std::optional<QList<Batch>> found = journalreading::batches(d->file.database(), query, why);
    if (!found)
        return tl::unexpected(why);
    journalreading::readBeforeSending(d->file.database(), *found);
    return *std::move(found);
}

void Journal::setUnusable(const QString &why)
{
    d->cannotRead(why);
}

QList<ClusterKey> Journal::notUnderstood() const
{
    if (!d->file.isReadable())
        return {};
    QString why;
    const auto found = journalreading::notUnderstood(d->file.database(), why);
    if (!found)
        d->cannotRead(why);
    return found.value_or(QList<ClusterKey>());
}

/// The list that `read` returns; an empty one, with `readProblem`, when it cannot be read.
template <class Read>
auto Journal::Private::listFrom(Read read)
{
    using List = typename decltype(read(file.database()))::value_type;
    if (!canRead())
        return List();
    const auto found = read(file.database());
    if (!found) {
        file.suspect();
        qCWarning(journalLog).noquote() << "cannot be read:" << readProblem;
    }
    return found.value_or(List());
}

QList<Batch> Journal::history(const QString &clusterId, int limit, Detail detail) const
{
    return d->listFrom([&](const QSqlDatabase &database) {
        QSqlQuery query(database);
        query.prepare(
            SelectBatch +
            QStringLiteral("WHERE ? = '' OR id IN (SELECT batch FROM item WHERE"
                           " instr(lower(cluster_id), lower(?)) > 0) ORDER BY rowid DESC LIMIT ?"));
        bind(query, clusterId);
        bind(query, clusterId);
        bind(query, limit);
        return journalreading::batches(database, query, d->readProblem, detail);
    });
}

int Journal::batchCount() const
{
    return d
        ->listFrom([&](const QSqlDatabase &database) {
            return journalreading::batchCount(database, d->readProblem);
        })
        .value(0);
}

std::optional<int> Journal::largestBatch(Verb verb) const
{
    const QList<int> size = d->listFrom([&](const QSqlDatabase &database) {
        return journalreading::largestBatch(database, verb, d->readProblem);
    });
    return size.isEmpty() ? std::nullopt : std::optional(size.constFirst());
}

QList<DeletedCluster> Journal::deletedClusters(int limit, qint64 before) const
{
    return d->listFrom([&](const QSqlDatabase &database) {
        return journalreading::deletedClusters(database, before, limit, d->readProblem);
    });
}

QList<DeletedCluster> Journal::deletionsOf(const QString &clusterId) const
{
    return d->listFrom([&](const QSqlDatabase &database) {
        return journalreading::deletionsOf(database, clusterId, d->readProblem);
    });
}

QStringList Journal::clusterIds() const
{
    return d->listFrom([&](const QSqlDatabase &database) {
        return journalreading::clusterIds(database, d->readProblem);
    });
}

bool Journal::keepLayout(const QString &batch, int position, const NodeLayout &layout)
{
    return d->durably([&] {
        return d->run(d->statements->addLayout, batch, position, word(layout.read),
                      timeText(layout.at), nodeGroupsText(layout.groups), errorText(layout.error));
    });
}

QString Journal::readProblem() const
{
    return d->readProblem;
}

std::optional<BatchItem> itemAfter(const JournalEvent &event)
{
    BatchItem item;
    item.position = event.item;
    item.state = stateFrom(event.state);
    return readEvidence(event.evidence, item) ? std::optional(item) : std::nullopt;
}

QList<JournalEvent> Journal::events(const QString &batch) const
{
    return d->listFrom([&](const QSqlDatabase &database) {
        return journalreading::events(database, batch, d->readProblem);
    });
}

bool Journal::noteCalls(const QString &account, const QList<QDateTime> &calls)
{
    return calls.isEmpty() || d->durably([&] {
        return std::all_of(calls.begin(), calls.end(),
                           [&](const QDateTime &at) {
                               return d->run(d->statements->addCall, account, timeText(at));
                           }) &&
               d->run(d->statements->dropCalls, account,
                      timeText(calls.constLast().addSecs(-3600)));
    });
}

QList<QDateTime> Journal::callsSince(const QString &account, const QDateTime &since) const
{
    return d->listFrom([&](const QSqlDatabase &database) {
        return journalreading::callsSince(database, account, since, d->readProblem);
    });
}

} // namespace clusterdeck
