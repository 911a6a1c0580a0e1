// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/journal.h"

#include "app/operations/journal/journalcodec.h"
#include "app/operations/journal/journaldeletedclusters.h"
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

/// A null text would be bound as NULL, which no column takes: nothing here is known to be unknown.
void bind(QSqlQuery &query, const QString &text)
{
    query.addBindValue(text.isNull() ? QStringLiteral("") : text);
}

void bind(QSqlQuery &query, qint64 number)
{
    query.addBindValue(number);
}

/// Nothing has happened to it yet.
bool isFresh(const BatchItem &item)
{
    return item.reason == ItemReason::None && item.jobId.isEmpty() && !item.error &&
           item.operationErrors.isEmpty() && !item.sentAt.isValid() && !item.endedAt.isValid();
}

} // namespace

/// Holds the database open: made when the first write comes, since looking needs none of them, and
/// a database that is being checked may still be replaced by another one.
struct JournalStatements {
    QSqlQuery addBatch;
    QSqlQuery addItem;
    QSqlQuery
        addFreshItem; ///< as isFresh(): Qt takes longer to bind a value than SQLite to write it
    QSqlQuery addEvent;
    QSqlQuery updateItem;
    QSqlQuery addLogBefore;
    QSqlQuery addCall;
    QSqlQuery dropCalls;

    explicit JournalStatements(const QSqlDatabase &database)
        : addBatch(database)
        , addItem(database)
        , addFreshItem(database)
        , addEvent(database)
        , updateItem(database)
        , addLogBefore(database)
        , addCall(database)
        , dropCalls(database)
    {
    }

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
           addLogBefore.prepare(QStringLiteral(
               "INSERT INTO log_before(batch, whole, operations) VALUES(?, ?, ?)")) &&
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
    bool blind = false; ///< what is unfinished could not be read
    bool inGroup = false;
    int changedRows = 0; ///< by the last statement

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
    bool run(QSqlQuery &query);
    bool statement(const char *sql);
    void cannotRead(const QString &why);
    bool beginTransaction();
    bool insertFresh(const QString &batch, const BatchItem &item);
    bool insert(const QString &batch, const BatchItem &item);
    bool insert(const QString &batch, const LogBefore &before);
    bool write(const QString &batch, int position, const BatchItem &item, ItemEvent event,
               const QString &at);
    template <class Writes>
    bool durably(Writes writes);
};

bool Journal::Private::isWritable()
{
    if (blind)
        return false; // the problem is told already
    if (file.confirm() && file.access() == Journal::Access::Writable)
        return true;
    problem = file.problem();
    refusal = file.refusal();
    return false;
}

/// Whether anything can be read; what cannot is no empty answer.
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

/// Finds the true reason of what failed. After the way back: it may need the room.
void Journal::Private::explain()
{
    refusal = file.reasonOf(failedWith, problem);
}

bool Journal::Private::prepare()
{
    if (statements)
        return true;
    statements.emplace(file.database());
    if (statements->prepare())
        return true;
    statements.reset();
    return false;
}

/// Nothing more is written: an operation could be begun twice, since what is under way is not
/// known.
void Journal::Private::cannotRead(const QString &why)
{
    blind = true;
    file.suspect();
    problem = QStringLiteral("what is unfinished cannot be read: %1").arg(why);
    qCWarning(journalLog).noquote() << problem;
}

bool Journal::Private::run(QSqlQuery &query)
{
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

/// All of `writes` or nothing of it, on disk when this returns true.
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

/// Asks who may write when no other process can write any more: one that has taken the lock over
/// reads what is unfinished within a transaction of its own, before this one or after it. Asks
/// before it, too, where nothing else keeps this one out of the other's transaction.
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

/// What is known of the failure stays what it was of what failed, not of the way back.
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
        if (!d->file.setAside().isEmpty()) { // what could not be read was in the old one
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
        QSqlQuery &query = d->statements->addBatch;
        bind(query, batch.id);
        bind(query, wordOf(batch.verb));
        bind(query, batch.account);
        bind(query, batch.accountName);
        bind(query, batch.zone);
        bind(query, batch.user);
        bind(query, timeText(batch.confirmedAt));
        bind(query, qint64(batch.tier));
        bind(query, qint64(batch.undoWindow.count()));
        bind(query, batch.shown);
        if (!d->run(query) || !d->insert(batch.id, batch.logBefore))
            return false;
        return std::all_of(batch.items.begin(), batch.items.end(), [&](const BatchItem &item) {
            return isFresh(item) ? d->insertFresh(batch.id, item) : d->insert(batch.id, item);
        });
    });
}

bool Journal::Private::insert(const QString &batch, const LogBefore &before)
{
    if (!before.read)
        return true;
    bind(statements->addLogBefore, batch);
    bind(statements->addLogBefore, qint64(before.whole ? 1 : 0));
    bind(statements->addLogBefore, knownOperationsText(before.operations));
    return run(statements->addLogBefore);
}

bool Journal::Private::insertFresh(const QString &batch, const BatchItem &item)
{
    bind(statements->addFreshItem, batch);
    bind(statements->addFreshItem, qint64(item.position));
    bind(statements->addFreshItem, item.key.id);
    bind(statements->addFreshItem, clusterText(item.shown));
    bind(statements->addFreshItem, word(item.state));
    return run(statements->addFreshItem);
}

bool Journal::Private::insert(const QString &batch, const BatchItem &item)
{
    bind(statements->addItem, batch);
    bind(statements->addItem, qint64(item.position));
    bind(statements->addItem, item.key.id);
    bind(statements->addItem, clusterText(item.shown));
    bind(statements->addItem, word(item.state));
    bind(statements->addItem, word(item.reason));
    bind(statements->addItem, item.jobId);
    bind(statements->addItem, errorText(item.error));
    bind(statements->addItem, item.operationErrors);
    bind(statements->addItem, timeText(item.sentAt));
    bind(statements->addItem, timeText(item.endedAt));
    return run(statements->addItem);
}

bool Journal::Private::write(const QString &batch, int position, const BatchItem &item,
                             ItemEvent event, const QString &at)
{
    bind(statements->addEvent, batch);
    bind(statements->addEvent, qint64(position));
    bind(statements->addEvent, at);
    bind(statements->addEvent, word(event));
    bind(statements->addEvent, word(item.state));
    bind(statements->addEvent, evidenceText(item));
    if (!run(statements->addEvent))
        return false;
    bind(statements->updateItem, word(item.state));
    bind(statements->updateItem, word(item.reason));
    bind(statements->updateItem, item.jobId);
    bind(statements->updateItem, errorText(item.error));
    bind(statements->updateItem, item.operationErrors);
    bind(statements->updateItem, timeText(item.sentAt));
    bind(statements->updateItem, timeText(item.endedAt));
    bind(statements->updateItem, batch);
    bind(statements->updateItem, qint64(position));
    return run(statements->updateItem) && changedRows == 1;
}

bool Journal::record(const QString &batch, int position, const BatchItem &item, ItemEvent event,
                     const QDateTime &at)
{
    // An intent may not wait for the end of a group: it is acted on as soon as this returns.
    if (d->inGroup && event == ItemEvent::SendStarted)
        return false;
    return d->durably([&] { return d->write(batch, position, item, event, timeText(at)); });
}

bool Journal::record(const QString &batch, const QList<BatchItem> &items, ItemEvent event,
                     const QDateTime &at)
{
    if (d->inGroup && event == ItemEvent::SendStarted)
        return false;
    return d->durably([&, when = timeText(at)] {
        return std::all_of(items.begin(), items.end(), [&](const BatchItem &item) {
            return d->write(batch, item.position, item, event, when);
        });
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
    journalreading::readLogsBefore(d->file.database(), *found);
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

QList<Batch> Journal::history(const QString &clusterId, int limit, Detail detail) const
{
    if (!d->canRead())
        return {};
    QSqlQuery query(d->file.database());
    query.prepare(
        SelectBatch +
        QStringLiteral("WHERE ? = '' OR id IN (SELECT batch FROM item WHERE"
                       " instr(lower(cluster_id), lower(?)) > 0) ORDER BY rowid DESC LIMIT ?"));
    bind(query, clusterId);
    bind(query, clusterId);
    bind(query, qint64(limit));
    const auto found = journalreading::batches(d->file.database(), query, d->readProblem, detail);
    if (!found)
        d->file.suspect();
    return found.value_or(QList<Batch>());
}

QList<DeletedCluster> Journal::deletedClusters(int limit, qint64 before) const
{
    if (!d->canRead())
        return {};
    const auto found =
        journaldeletedclusters::read(d->file.database(), before, limit, d->readProblem);
    if (!found)
        d->file.suspect();
    return found.value_or(QList<DeletedCluster>());
}

bool Journal::keepLayout(const QString &batch, int position, const NodeLayout &layout)
{
    return d->durably([&] {
        return journaldeletedclusters::write(d->file.database(), batch, position, layout,
                                             d->problem);
    });
}

QString Journal::readProblem() const
{
    return d->readProblem;
}

QList<JournalEvent> Journal::events(const QString &batch) const
{
    if (!d->canRead())
        return {};
    const auto found = journalreading::events(d->file.database(), batch, d->readProblem);
    if (!found) {
        d->file.suspect();
        qCWarning(journalLog).noquote() << "events cannot be read:" << d->readProblem;
    }
    return found.value_or(QList<JournalEvent>());
}

bool Journal::noteCalls(const QString &account, const QList<QDateTime> &calls)
{
    return calls.isEmpty() || d->durably([&] {
        for (const QDateTime &at : calls) {
            bind(d->statements->addCall, account);
            bind(d->statements->addCall, timeText(at));
            if (!d->run(d->statements->addCall))
                return false;
        }
        bind(d->statements->dropCalls, account);
        bind(d->statements->dropCalls, timeText(calls.constLast().addSecs(-3600)));
        return d->run(d->statements->dropCalls);
    });
}

QList<QDateTime> Journal::callsSince(const QString &account, const QDateTime &since) const
{
    if (!d->canRead())
        return {};
    const auto found =
        journalreading::callsSince(d->file.database(), account, since, d->readProblem);
    if (!found) {
        d->file.suspect();
        qCWarning(journalLog).noquote() << "calls cannot be read:" << d->readProblem;
    }
    return found.value_or(QList<QDateTime>());
}

} // namespace clusterdeck
