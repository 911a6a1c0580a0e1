// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/journal.h"
#include "app/operations/journal/journalcodec.h"
#include "tests/support/checkedjournal.h"
#include "tests/support/memoryfolder.h"
#include "tests/support/utc.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <limits>
#include <sys/stat.h>

using namespace clusterdeck;

namespace
{

const QDateTime Now = utc(QDate(2026, 1, 2), QTime(3, 4, 5, 678));

Batch sampleBatch(const QString &id, int items, ItemState state = ItemState::Armed)
{
    Batch batch;
    batch.id = id;
    batch.verb = Verb::Delete;
    batch.account = QStringLiteral("account");
    batch.accountName = QStringLiteral("实验室 'A'");
    batch.zone = QStringLiteral("jn1a");
    batch.user = QStringLiteral("usr-me");
    batch.confirmedAt = Now;
    batch.tier = 3;
    batch.undoWindow = std::chrono::seconds(20);
    batch.shown = QStringLiteral("Delete 2 clusters?");
    for (int i = 0; i < items; ++i) {
        BatchItem &item = batch.items.emplace_back();
        item.position = i;
        item.key = {batch.account, QStringLiteral("ehpc-%1-%2").arg(id).arg(i)};
        item.shown.id = item.key.id;
        item.shown.name = QStringLiteral("<b>测试</b> 😀 %1").arg(i);
        item.shown.nodes = i;
        item.shown.cpuHours = 12.5;
        item.shown.created = Now;
        item.shown.software = {QStringLiteral("vasp 6")};
        item.state = state;
    }
    return batch;
}

BatchItem inState(const Batch &batch, int position, ItemState state)
{
    BatchItem item = batch.items.at(position);
    item.state = state;
    return item;
}

QString fileIn(const QTemporaryDir &folder)
{
    return folder.filePath(QStringLiteral("journal.sqlite"));
}

/// Runs SQL on the file from outside the journal.
void tamper(const QString &path, const QStringList &statements)
{
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        database.setDatabaseName(path);
        QVERIFY(database.open());
        for (const QString &statement : statements)
            QVERIFY2(QSqlQuery(database).exec(statement), qPrintable(statement));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
}

/// Makes the file look unchanged since its last writer ended.
void copyTimes(const QString &path)
{
    QFile clean(QFileInfo(path).dir().filePath(QStringLiteral("journal.clean")));
    struct stat found = {};
    QVERIFY(clean.open(QIODevice::WriteOnly));
    QCOMPARE(stat(qPrintable(path), &found), 0);
    clean.write(QByteArray::number(qint64(found.st_size)) + '\n' +
                QByteArray::number(qint64(found.st_mtim.tv_sec)) + '\n' +
                QByteArray::number(qint64(found.st_mtim.tv_nsec)) + '\n');
}

QStringList idsIn(const QList<Batch> &batches)
{
    QStringList ids;
    for (const Batch &batch : batches)
        ids.append(batch.id);
    return ids;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    /// Items with known facts are added with all of them.
    void whatIsKnownWhenItIsAdded()
    {
        Batch batch = sampleBatch("b1", 7);
        batch.items[1].reason = ItemReason::AnswerLost;
        batch.items[2].jobId = QStringLiteral("j-1");
        batch.items[3].error = ApiError();
        batch.items[3].error->retCode = 1400;
        batch.items[4].operationErrors = QStringLiteral("5000");
        batch.items[5].sentAt = Now;
        batch.items[6].endedAt = Now;
        const QTemporaryDir folder(memoryFolder());
        {
            CheckedJournal journal(folder.path());
            QVERIFY(journal.add(batch));
        }
        const QList<BatchItem> items = CheckedJournal(folder.path()).unfinished()->value(0).items;
        QCOMPARE(items.size(), batch.items.size());
        for (int i = 0; i < items.size(); ++i) {
            const BatchItem &read = items.at(i);
            const BatchItem &added = batch.items.at(i);
            QCOMPARE(read.reason, added.reason);
            QCOMPARE(read.jobId, added.jobId);
            QCOMPARE(read.error.has_value(), added.error.has_value());
            QCOMPARE(read.operationErrors, added.operationErrors);
            QCOMPARE(read.sentAt, added.sentAt);
            QCOMPARE(read.endedAt, added.endedAt);
            QVERIFY(read.shown == added.shown);
        }
    }

    void comesBackAsItWasWritten()
    {
        const QTemporaryDir folder(memoryFolder());
        Batch batch = sampleBatch("b1", 2);
        batch.givenReason = QStringLiteral("CR-4711; DROP TABLE batch 测");
        batch.approvalCode = QStringLiteral("7K3M-9QXP-2TRW-8HJD");
        BatchItem unknown = inState(batch, 0, ItemState::Unknown);
        unknown.reason = ItemReason::AnswerLost;
        unknown.sentAt = Now;
        unknown.error = ApiError{ErrorKind::ServerFault,
                                 Outcome::Unknown,
                                 5000,
                                 200,
                                 QStringLiteral("busy; DROP TABLE batch"),
                                 QStringLiteral("detail")};
        {
            CheckedJournal journal(folder.path());
            QCOMPARE(journal.access(), Journal::Access::Writable);
            QVERIFY(journal.add(batch));
            QVERIFY(journal.record(batch.id, {unknown}, ItemEvent::AnswerLost, Now));
        }
        CheckedJournal journal(folder.path());
        const QList<Batch> found = *journal.unfinished();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.at(0).accountName, batch.accountName);
        QCOMPARE(found.at(0).confirmedAt, Now);
        QCOMPARE(found.at(0).tier, 3);
        QCOMPARE(found.at(0).undoWindow, std::chrono::seconds(20));
        QCOMPARE(found.at(0).shown, batch.shown);
        QCOMPARE(found.at(0).givenReason, batch.givenReason);
        QCOMPARE(journal.history().constFirst().givenReason, batch.givenReason);
        QCOMPARE(found.at(0).approvalCode, batch.approvalCode);
        QCOMPARE(journal.history().constFirst().approvalCode, batch.approvalCode);
        QCOMPARE(found.at(0).items.at(1).shown, batch.items.at(1).shown);
        QCOMPARE(found.at(0).items.at(0).state, ItemState::Unknown);
        QCOMPARE(found.at(0).items.at(0).error, unknown.error);
        QCOMPARE(found.at(0).items.at(0).sentAt, Now);
        QCOMPARE(journal.events(batch.id).size(), 1);
        QCOMPARE(journal.events(batch.id).at(0).at, Now);
    }

    void onlyItsOwnerCanReadIt()
    {
        const QTemporaryDir folder(memoryFolder());
        const QString inner = folder.filePath(QStringLiteral("deep/er"));
        Journal journal(inner);
        QVERIFY(journal.add(sampleBatch("b", 1)));
        const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                QFileDevice::ReadOther | QFileDevice::WriteOther |
                                                QFileDevice::ExeGroup | QFileDevice::ExeOther;
        QVERIFY(!(QFile::permissions(inner) & others));
        const QStringList files =
            QDir(inner).entryList({QStringLiteral("journal.sqlite*")}, QDir::Files);
        QVERIFY(files.size() >= 2);
        for (const QString &file : files)
            QVERIFY2(!(QFile::permissions(inner + QLatin1Char('/') + file) & others),
                     qPrintable(file));
    }

    void aSecondCopyLooksOnly()
    {
        const QTemporaryDir folder(memoryFolder());
        Journal first(folder.path());
        QVERIFY(first.add(sampleBatch("b", 1)));
        Journal second(folder.path());
        QCOMPARE(second.access(), Journal::Access::OtherCopyWrites);
        QVERIFY(!second.add(sampleBatch("c", 1)));
        QCOMPARE(idsIn(second.history()), QStringList{"b"});
        QVERIFY(first.add(sampleBatch("d", 1)));
        QCOMPARE(second.history().size(), 2);
    }

    void unfinishedAndHistory()
    {
        Journal journal;
        QVERIFY(journal.add(sampleBatch("over", 2, ItemState::Done)));
        QVERIFY(journal.add(sampleBatch("open", 2, ItemState::Running)));
        QCOMPARE(idsIn(*journal.unfinished()), QStringList{"open"});
        QCOMPARE(idsIn(journal.history()), (QStringList{"open", "over"}));
        QCOMPARE(idsIn(journal.history("EHPC-OVER-1")), QStringList{"over"});
        QVERIFY(journal.history("%").isEmpty());
        QCOMPARE(journal.history({}, 1).size(), 1);
    }

    /// Running batches do not count, and neither do cancelled ones.
    void theLargestBatch()
    {
        Journal journal;
        QVERIFY(!journal.largestBatch(Verb::Delete));
        QCOMPARE(journal.batchCount(), 0);
        const auto add = [&](const char *id, int items, ItemState state, Verb verb,
                             ItemState last) {
            Batch batch = sampleBatch(id, items, state);
            batch.verb = verb;
            batch.items.last().state = last;
            return journal.add(batch);
        };
        using State = ItemState;
        QVERIFY(add("open", 9, State::Running, Verb::Delete, State::Done));
        QVERIFY(add("cancelled", 8, State::Done, Verb::Delete, State::Cancelled));
        QVERIFY(!journal.largestBatch(Verb::Delete));
        QVERIFY(add("gone", 3, State::Failed, Verb::Delete, State::AlreadyGone));
        QVERIFY(add("done", 4, State::Cancelled, Verb::Delete, State::Done));
        QVERIFY(add("less", 2, State::Done, Verb::Delete, State::Done));
        QVERIFY(add("stopped", 7, State::Done, Verb::Stop, State::Done));
        QCOMPARE(journal.largestBatch(Verb::Delete), std::optional(4));
        QCOMPARE(journal.largestBatch(Verb::Stop), std::optional(7));
        QVERIFY(!journal.largestBatch(Verb::Start));
        QCOMPARE(journal.batchCount(), 6);
        QVERIFY2(journal.readProblem().isEmpty(), qPrintable(journal.readProblem()));
    }

    void groups()
    {
        const QTemporaryDir folder(memoryFolder());
        Batch batch = sampleBatch("b", 3);
        {
            CheckedJournal journal(folder.path());
            QVERIFY(journal.add(batch));
            QVERIFY(journal.begin());
            for (int i = 0; i < 3; ++i)
                QVERIFY(journal.record(batch.id, {inState(batch, i, ItemState::Cancelled)},
                                       ItemEvent::Cancel, Now));
            QVERIFY(journal.end());
        }
        CheckedJournal journal(folder.path());
        QVERIFY(journal.unfinished()->isEmpty());
        QCOMPARE(journal.events(batch.id).size(), 3);
    }

    /// An event tells the item's state with its evidence; what is not evidence tells nothing.
    void itemAfterAnEvent()
    {
        Journal journal;
        const Batch batch = sampleBatch("b", 1);
        QVERIFY(journal.add(batch));
        BatchItem item = batch.items.first();
        item.state = ItemState::Failed;
        item.reason = ItemReason::Refused;
        item.error =
            ApiError{ErrorKind::Conflict, Outcome::NotSent, 1400, 200, QStringLiteral("in use")};
        item.jobId = QStringLiteral("j-1");
        item.operationErrors = QStringLiteral("5000");
        item.evidence.operationSuccessful = true;
        item.evidence.asWanted.length = 1;
        item.evidence.vanished.length = 2;
        item.evidence.withoutTrace.length = 3;
        item.evidence.unchanged.length = 4;
        QVERIFY(journal.record(batch.id, {item}, ItemEvent::Refused, Now));
        JournalEvent event = journal.events(batch.id).constLast();
        QCOMPARE(eventFrom(event.event), std::optional(ItemEvent::Refused));
        const std::optional<BatchItem> after = itemAfter(event);
        QVERIFY(after);
        const auto told = [](const BatchItem &of) {
            return std::tie(of.position, of.state, of.reason, of.error, of.jobId,
                            of.operationErrors, of.evidence);
        };
        QVERIFY(told(*after) == told(item));
        event.evidence.clear();
        QVERIFY(itemAfter(event) && itemAfter(event)->reason == ItemReason::None);
        for (const char *text : {"[1]", "no json", "1"}) {
            event.evidence = QString::fromLatin1(text);
            QVERIFY(!itemAfter(event));
        }
        QVERIFY(!eventFrom(QStringLiteral("put-aside")));
    }

    /// An intent inside a transaction group would not be on disk when the request leaves.
    void noIntentInAGroup()
    {
        Journal journal;
        const Batch batch = sampleBatch("b", 2);
        QVERIFY(journal.add(batch));
        QVERIFY(journal.begin());
        const BatchItem sending = inState(batch, 0, ItemState::Sending);
        QVERIFY(!journal.record(batch.id, {sending}, ItemEvent::SendStarted, Now));
        QVERIFY(journal.record(batch.id, {sending}, ItemEvent::AnswerLost, Now));
        QVERIFY(journal.end());
        QVERIFY(journal.record(batch.id, {sending}, ItemEvent::SendStarted, Now));
        QCOMPARE(journal.events(batch.id).size(), 2);
    }

    /// The operation log before sending is stored with the batch.
    void theLogBeforeSending_data()
    {
        QTest::addColumn<bool>("read");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<int>("operations");
        QTest::newRow("not read") << false << false << 0;
        QTest::newRow("empty") << true << true << 0;
        QTest::newRow("whole") << true << true << 3;
        QTest::newRow("one page") << true << false << 100;
    }

    void theLogBeforeSending()
    {
        QFETCH(bool, read);
        QFETCH(bool, whole);
        QFETCH(int, operations);
        const QTemporaryDir folder(memoryFolder());
        Batch batch = sampleBatch("b1", 1);
        batch.logBefore.read = read;
        batch.logBefore.whole = whole;
        for (int i = 0; i < operations; ++i)
            batch.logBefore.operations.insert(QStringLiteral("j-\"%1\" 测").arg(i), "0123456789ab");
        {
            CheckedJournal journal(folder.path());
            QVERIFY(journal.add(sampleBatch("b0", 1)));
            QVERIFY(journal.add(batch));
        }
        const QList<Batch> found = *CheckedJournal(folder.path()).unfinished();
        QCOMPARE(found.value(0).logBefore, LogBefore());
        QCOMPARE(found.value(1).logBefore, batch.logBefore);
        if (!read)
            return;
        // Unreadable text counts as not read.
        for (const char *text : {"", "x", "[]", "{\"j-1\":7}"}) {
            tamper(fileIn(folder), {QStringLiteral("UPDATE log_before SET operations = '%1'")
                                        .arg(QLatin1String(text))});
            QCOMPARE(CheckedJournal(folder.path()).unfinished()->value(1).logBefore, LogBefore());
        }
    }

    /// Written by the version that did not read the log before sending. An item that is Held there
    /// and has a sending time was refused with others.
    void aJournalOfFormatTwo()
    {
        const QTemporaryDir folder(memoryFolder());
        const QString old =
            QStringLiteral(CLUSTERDECK_TESTS_DIR "/app/operations/journal/data/journal-2.sqlite");
        QVERIFY(QFile::copy(old, fileIn(folder)));
        QVERIFY(QFile::setPermissions(fileIn(folder),
                                      QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        const QList<ItemState> states{
            ItemState::Armed,   ItemState::Queued,   ItemState::AwaitingReadback,
            ItemState::Sending, ItemState::Running,  ItemState::Unknown,
            ItemState::Failed,  ItemState::Cancelled};
        for (int opening = 0; opening < 2; ++opening) {
            CheckedJournal journal(folder.path());
            QCOMPARE(journal.access(), Journal::Access::Writable);
            QVERIFY(journal.setAside().isEmpty());
            QCOMPARE(journal.history().size(), 2);
            const QList<Batch> unfinished = *journal.unfinished();
            QCOMPARE(unfinished.size(), 1);
            const Batch &open = unfinished.constFirst();
            QCOMPARE(open.id, QStringLiteral("open"));
            QCOMPARE(open.accountName, sampleBatch("open", 0).accountName);
            QVERIFY(!open.logBefore.read);
            QCOMPARE(open.items.size(), states.size());
            for (int i = 0; i < states.size(); ++i)
                QCOMPARE(open.items.at(i).state, states.at(i));
            QCOMPARE(open.items.at(2).error->retCode, 1400);
            QCOMPARE(open.items.at(4).jobId, QStringLiteral("j-4"));
            QCOMPARE(open.items.at(5).error->kind, ErrorKind::Proxy);
            QCOMPARE(open.items.at(5).sentAt, Now);
            QCOMPARE(journal.events(open.id).size(), 7);
            QCOMPARE(journal.callsSince("account", Now.addSecs(-10)).size(), 1);
        }
        CheckedJournal journal(folder.path());
        QVERIFY(journal.add(sampleBatch("new", 1)));
    }

    /// Written by the program of November 2026, see journalfixture.cpp: an item that is Queued or
    /// Held there and has a sending time was refused in one request with others.
    void aJournalOfFormatFour()
    {
        const QTemporaryDir folder(memoryFolder());
        const QString old =
            QStringLiteral(CLUSTERDECK_TESTS_DIR "/fixtures/2026-11/journal-4.sqlite");
        QVERIFY(QFile::copy(old, fileIn(folder)));
        QVERIFY(QFile::setPermissions(fileIn(folder),
                                      QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        const QList<ItemState> states{
            ItemState::Armed,     ItemState::Queued,           ItemState::Held,
            ItemState::Sending,   ItemState::Running,          ItemState::Unknown,
            ItemState::Done,      ItemState::AlreadyGone,      ItemState::Failed,
            ItemState::Cancelled, ItemState::AwaitingReadback, ItemState::AwaitingReadback};
        CheckedJournal journal(folder.path());
        QCOMPARE(journal.access(), Journal::Access::Writable);
        QVERIFY(journal.setAside().isEmpty());
        const QList<Batch> unfinished = *journal.unfinished();
        QCOMPARE(unfinished.size(), 1);
        const Batch &batch = unfinished.constFirst();
        QCOMPARE(batch.accountName, QStringLiteral("实验室 'A'"));
        QVERIFY(batch.logBefore.read && batch.logBefore.whole);
        QCOMPARE(batch.items.size(), states.size());
        for (int i = 0; i < states.size(); ++i) {
            const BatchItem &item = batch.items.at(i);
            QCOMPARE(item.state, states.at(i));
            QCOMPARE(item.shown.nodes, i);
            const bool unsent = isUnsent(item.state) || item.state == ItemState::Cancelled;
            QCOMPARE(item.sentAt.isValid(), !unsent || item.state == ItemState::AwaitingReadback);
        }
        for (int refused : {10, 11}) {
            QCOMPARE(batch.items.at(refused).reason, ItemReason::RefusedTogether);
            QCOMPARE(batch.items.at(refused).error->kind, ErrorKind::Forbidden);
        }
        QCOMPARE(journal.history().size(), 1);
        QCOMPARE(journal.events(batch.id).size(), 11);
        // Written again, the state is read from its word, not from the sending time.
        QVERIFY(journal.record(batch.id, batch.items, ItemEvent::RefusedTogether, Now));
        const QList<Batch> again = *journal.unfinished();
        for (int i = 0; i < states.size(); ++i)
            QCOMPARE(again.constFirst().items.at(i).state, states.at(i));
    }

    /// Format 5 has no reasons. An instance that only reads the file does not change it.
    void aJournalOfFormatFive()
    {
        const QTemporaryDir folder(memoryFolder());
        {
            CheckedJournal journal(folder.path());
            QVERIFY(journal.add(sampleBatch("old", 1)));
        }
        tamper(fileIn(folder),
               {QStringLiteral("DROP TABLE approval"), QStringLiteral("DROP TABLE given_reason"),
                QStringLiteral("PRAGMA user_version=5")});
        {
            QLockFile other(folder.filePath(QStringLiteral("journal.lock")));
            QVERIFY(other.tryLock(0));
            const CheckedJournal reader(folder.path());
            QCOMPARE(reader.access(), Journal::Access::OtherCopyWrites);
            QCOMPARE(reader.history().size(), 1);
            QVERIFY2(reader.readProblem().isEmpty(), qPrintable(reader.readProblem()));
        }
        CheckedJournal journal(folder.path());
        QCOMPARE(journal.access(), Journal::Access::Writable);
        Batch batch = sampleBatch("new", 1);
        batch.givenReason = QStringLiteral("CR-4711");
        QVERIFY(journal.add(batch));
        QCOMPARE(journal.history().at(0).givenReason, batch.givenReason);
        QCOMPARE(journal.history().at(1).givenReason, QString());
    }

    /// Written by the program of December 2026, by "apply --reason" in the practice cloud.
    void aJournalOfFormatSix()
    {
        const QTemporaryDir folder(memoryFolder());
        const QString old =
            QStringLiteral(CLUSTERDECK_TESTS_DIR "/fixtures/2026-12/journal-6.sqlite");
        QVERIFY(QFile::copy(old, fileIn(folder)));
        QVERIFY(QFile::setPermissions(fileIn(folder),
                                      QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        CheckedJournal journal(folder.path());
        QCOMPARE(journal.access(), Journal::Access::Writable);
        QVERIFY(journal.setAside().isEmpty());
        const QList<Batch> batches = journal.history();
        QCOMPARE(batches.size(), 1);
        QCOMPARE(batches.constFirst().givenReason, QStringLiteral("CR-4711 end of project 测"));
        QCOMPARE(batches.constFirst().items.constFirst().state, ItemState::Done);
        QVERIFY(!journal.events(batches.constFirst().id).isEmpty());
        QCOMPARE(journal.deletedClusters(9, std::numeric_limits<qint64>::max()).size(), 1);
        QVERIFY2(journal.readProblem().isEmpty(), qPrintable(journal.readProblem()));
        QVERIFY(batches.constFirst().approvalCode.isEmpty());
        Batch approved = sampleBatch("new", 1);
        approved.approvalCode = QStringLiteral("7K3M-9QXP-2TRW-8HJD");
        QVERIFY(journal.add(approved));
        QCOMPARE(journal.history().constFirst().approvalCode, approved.approvalCode);
    }

    /// An index contains the rows that unfinished() selects: both list the same states.
    void whatIsUnfinishedIsFoundByAnIndex()
    {
        const QTemporaryDir folder(memoryFolder());
        (void)Journal(folder.path());
        QString way;
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("plan"));
            database.setDatabaseName(fileIn(folder));
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(QStringLiteral("EXPLAIN QUERY PLAN SELECT batch FROM item"
                                              " WHERE state NOT IN (%1)")
                                   .arg(journalcodec::endWords())));
            while (query.next())
                way += query.value(3).toString();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("plan"));
        QVERIFY2(way.contains(QLatin1String("item_open")), qPrintable(way));
    }

    /// An unknown word or number is never read as a known one.
    void wordsThatAreNotKnown_data()
    {
        QTest::addColumn<QString>("change"); // of item 0; items 1 and 2 stay unchanged
        QTest::addColumn<ItemState>("state");
        QTest::addColumn<ItemReason>("reason");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const char *change, ItemState state,
                            ItemReason reason, ErrorKind kind) {
            QTest::newRow(name) << QString::fromLatin1(change) << state << reason << int(kind);
        };
        const auto stays = ItemState::Unknown;
        const auto lost = ItemReason::AnswerLost;
        const auto unknown = ErrorKind::NotUnderstood;
        row("as it was", "state = state", stays, lost, ErrorKind::ServerFault);
        for (const char *state : {"'paused'", "''", "'Running'", "'queued '", "X'00ff'"})
            QTest::addRow("state %s", state)
                << QStringLiteral("state = ") + QLatin1String(state) << ItemState::NotUnderstood
                << ItemReason::NotUnderstood << int(ErrorKind::ServerFault);
        row("reason", "reason = 'eaten'", stays, ItemReason::NotUnderstood, ErrorKind::ServerFault);
        row("kind above", "error = '{\"kind\":18,\"outcome\":2}'", stays, lost, unknown);
        row("kind far above", "error = '{\"kind\":4711,\"outcome\":2}'", stays, lost, unknown);
        row("kind below", "error = '{\"kind\":-1,\"outcome\":2}'", stays, lost, unknown);
        row("kind a word", "error = '{\"kind\":\"network\"}'", stays, lost, unknown);
        row("kind missing", "error = '{\"outcome\":2}'", stays, lost, unknown);
        row("no object", "error = 'broken'", stays, lost, unknown);
        row("sent at a time that cannot be read", "state = 'queued', sent_at = 'yesterday'",
            ItemState::NotUnderstood, ItemReason::NotUnderstood, ErrorKind::ServerFault);
    }

    void wordsThatAreNotKnown()
    {
        QFETCH(QString, change);
        QFETCH(ItemState, state);
        QFETCH(ItemReason, reason);
        QFETCH(int, kind);
        const QTemporaryDir folder(memoryFolder());
        {
            CheckedJournal journal(folder.path());
            Batch batch = sampleBatch("b", 3, ItemState::Unknown);
            for (BatchItem &item : batch.items) {
                item.reason = ItemReason::AnswerLost;
                item.sentAt = Now;
                item.error = errorForCode(5000);
            }
            QVERIFY(journal.add(batch));
        }
        tamper(fileIn(folder),
               {QStringLiteral("UPDATE item SET %1 WHERE position = 0").arg(change)});
        CheckedJournal journal(folder.path());
        QCOMPARE(journal.access(), Journal::Access::Writable);
        QVERIFY(journal.setAside().isEmpty());
        const QList<Batch> unfinished = *journal.unfinished();
        QCOMPARE(unfinished.size(), 1);
        QCOMPARE(unfinished.constFirst().items.size(), 3);
        const BatchItem &item = unfinished.constFirst().items.constFirst();
        QCOMPARE(item.state, state);
        QCOMPARE(item.reason, reason);
        QCOMPARE(int(item.error->kind), kind);
        QCOMPARE(item.needsAttention, state == ItemState::NotUnderstood);
        for (int other : {1, 2}) {
            QCOMPARE(unfinished.constFirst().items.at(other).state, ItemState::Unknown);
            QCOMPARE(unfinished.constFirst().items.at(other).error->kind, ErrorKind::ServerFault);
        }
        // An unknown value is written back unchanged.
        BatchItem again = item;
        again.position = 1;
        QVERIFY(journal.record("b", {again}, ItemEvent::Unproven, Now));
        QCOMPARE(int(journal.unfinished()->constFirst().items.at(1).error->kind), kind);
    }

    /// The rest of the journal is readable, and no operation may start on the clusters of such a
    /// batch.
    void aVerbThatIsNotKnown()
    {
        const QTemporaryDir folder(memoryFolder());
        {
            CheckedJournal journal(folder.path());
            QVERIFY(journal.add(sampleBatch("odd", 2, ItemState::Running)));
            QVERIFY(journal.add(sampleBatch("over", 2, ItemState::Done)));
            QVERIFY(journal.add(sampleBatch("good", 2, ItemState::Running)));
        }
        tamper(fileIn(folder),
               {QStringLiteral("UPDATE batch SET verb = 'suspend' WHERE id IN ('odd', 'over')")});
        CheckedJournal journal(folder.path());
        QCOMPARE(idsIn(*journal.unfinished()), QStringList{"good"});
        QCOMPARE(idsIn(journal.history()), QStringList{"good"});
        QVERIFY(journal.readProblem().contains(QLatin1String("suspend")));
        const QList<ClusterKey> expected{{QStringLiteral("account"), QStringLiteral("ehpc-odd-0")},
                                         {QStringLiteral("account"), QStringLiteral("ehpc-odd-1")}};
        QCOMPARE(journal.notUnderstood(), expected);
    }

    void callsAreKeptForAnHour()
    {
        const QTemporaryDir folder(memoryFolder());
        {
            CheckedJournal journal(folder.path());
            QVERIFY(journal.noteCalls("a", {Now}));
            QVERIFY(journal.noteCalls("b", {Now}));
            QVERIFY(journal.noteCalls("a", {Now.addSecs(60)}));
        }
        CheckedJournal journal(folder.path());
        QCOMPARE(journal.callsSince("a", Now.addSecs(-10)).size(), 2);
        QCOMPARE(journal.callsSince("a", Now.addSecs(10)).size(), 1);
        QVERIFY(journal.noteCalls("a", {Now.addSecs(3630)}));
        QCOMPARE(journal.callsSince("a", Now.addSecs(-10)).size(), 2);
        QCOMPARE(journal.callsSince("b", Now.addSecs(-10)).size(), 1);
    }

    void aNewerFormatIsLeftAlone()
    {
        const QTemporaryDir folder(memoryFolder());
        {
            CheckedJournal journal(folder.path());
            QVERIFY(journal.add(sampleBatch("b", 1)));
        }
        tamper(fileIn(folder), {QStringLiteral("PRAGMA user_version=99")});
        QFile file(fileIn(folder));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        {
            CheckedJournal journal(folder.path());
            QCOMPARE(journal.access(), Journal::Access::NewerFormat);
            QVERIFY(!journal.add(sampleBatch("c", 1)));
            QVERIFY(journal.setAside().isEmpty());
        }
        file.seek(0);
        QCOMPARE(file.readAll(), before);
    }

    void aForeignFileIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("this is a shopping list\n").repeated(200);
        QTest::newRow("zeroes") << QByteArray(8192, '\0');
        QTest::newRow("one byte") << QByteArray("x");
        QTest::newRow("another program's database") << QByteArray();
    }

    void aForeignFileIsKeptAside()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder(memoryFolder());
        if (content.isEmpty()) {
            tamper(fileIn(folder), {QStringLiteral("CREATE TABLE batch(x)"),
                                    QStringLiteral("INSERT INTO batch VALUES(7)")});
        } else {
            QFile file(fileIn(folder));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        CheckedJournal journal(folder.path());
        QCOMPARE(journal.access(), Journal::Access::Writable);
        QVERIFY(!journal.setAside().isEmpty());
        QVERIFY(QFile::exists(journal.setAside()));
        if (!content.isEmpty()) {
            QFile aside(journal.setAside());
            QVERIFY(aside.open(QIODevice::ReadOnly));
            QCOMPARE(aside.readAll(), content);
        }
        QVERIFY(journal.add(sampleBatch("b", 1)));
    }

    /// Endless computations in a foreign file are never run, neither when the file is opened nor
    /// when its data is copied.
    void computesNothingOfAForeignFile_data()
    {
        QTest::addColumn<QStringList>("statements");
        const QString endless = QStringLiteral(
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT ");
        const auto columns = [](int count) {
            QStringList all;
            for (int i = 0; i < count; ++i)
                all.append(QStringLiteral("x AS c%1").arg(i));
            return all.join(u',') + QStringLiteral(" FROM c");
        };
        QTest::newRow("view for events")
            << QStringList{"DROP TABLE event", "CREATE VIEW event AS " + endless + columns(7)};
        QTest::newRow("view for layouts")
            << QStringList{"DROP TABLE layout", "CREATE VIEW layout AS " + endless + columns(6)};
        QTest::newRow("view beside them")
            << QStringList{"CREATE VIEW v AS " + endless + columns(1)};
        QTest::newRow("trigger") << QStringList{
            "CREATE TRIGGER t AFTER INSERT ON event BEGIN INSERT INTO event SELECT NULL, 'b', x,"
            " '', '', '', '' FROM (" +
            endless + "x FROM c); END"};
        QTest::newRow("generated column") << QStringList{
            "DROP TABLE layout", "CREATE TABLE layout(a, b, c, d, e, f AS (hex(zeroblob(1e6))))",
            "INSERT INTO layout(a) VALUES(1), (2), (3)"};
        QTest::newRow("virtual table") << QStringList{
            "DROP TABLE layout", "CREATE VIRTUAL TABLE layout USING rtree(a, b, c, d, e)"};
        QTest::newRow("index on an expression")
            << QStringList{"CREATE INDEX i ON event(length(hex(evidence)))"};
    }

    void computesNothingOfAForeignFile()
    {
        QFETCH(const QStringList, statements);
        for (const bool endedWell : {false, true}) {
            const QTemporaryDir folder(memoryFolder());
            {
                CheckedJournal journal(folder.path());
                QVERIFY(journal.add(sampleBatch("b1", 2)));
            }
            tamper(fileIn(folder), statements);
            if (endedWell) // even when the file looks cleanly closed
                copyTimes(fileIn(folder));
            CheckedJournal journal(folder.path());
            QCOMPARE(journal.access(), Journal::Access::Writable);
            QVERIFY(!journal.setAside().isEmpty());
            QCOMPARE(journal.unfinished()->value(0).items.size(), 2);
            QVERIFY(journal.add(sampleBatch("b2", 1)));
        }
    }

    /// The whole file is read only when its last writer did not end cleanly, reported a problem, or
    /// when another program changed the file since.
    void checkedAfterATrouble_data()
    {
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<bool>("checked");
        QTest::newRow("none") << QString() << false;
        QTest::newRow("killed") << "killed" << true;
        QTest::newRow("written by something else") << "written" << true;
        QTest::newRow("an earlier version closed it") << "earlier version" << true;
        QTest::newRow("damage that was met") << "met" << true;
    }

    void checkedAfterATrouble()
    {
        QFETCH(const QString, trouble);
        QFETCH(const bool, checked);
        const QTemporaryDir folder(memoryFolder());
        const Batch batch = sampleBatch("b1", 40);
        {
            CheckedJournal journal(folder.path());
            QVERIFY(journal.add(batch));
            for (int item = 0; item < 40; ++item)
                QVERIFY(journal.record(batch.id, {inState(batch, item, ItemState::Done)},
                                       ItemEvent::Completed, Now));
        }
        QFile file(fileIn(folder));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray good = file.readAll();
        // A leaf page of the item table, in the middle of its cells.
        const qsizetype where = good.indexOf("😀 20") / 4096 * 4096;
        QVERIFY(where > 0);
        QVERIFY(file.seek(where));
        file.write(QByteArray(64, '\xff'));
        file.close();
        if (trouble != u"written")
            copyTimes(fileIn(folder));
        if (trouble == u"met") {
            const CheckedJournal journal(folder.path());
            QVERIFY(journal.setAside().isEmpty());
            QVERIFY(journal.history().isEmpty() && !journal.readProblem().isEmpty());
        } else if (trouble == u"earlier version") {
            QVERIFY(QFile::remove(folder.filePath(QStringLiteral("journal.clean"))));
        } else if (trouble == u"killed") {
            LockOwner owner = thisProcess();
            owner.started -= 1;
            QFile lock(folder.filePath(QStringLiteral("journal.lock")));
            QVERIFY(lock.open(QIODevice::WriteOnly));
            lock.write(lockFileText(owner));
        }
        const CheckedJournal journal(folder.path());
        QCOMPARE(journal.access(), Journal::Access::Writable);
        QCOMPARE(!journal.setAside().isEmpty(), checked);
    }

    void anUnwritableFolderSaysSo()
    {
        Journal journal(QStringLiteral("/proc/clusterdeck-cannot-be-here"));
        QCOMPARE(journal.access(), Journal::Access::Unusable);
        QVERIFY(!journal.problem().isEmpty());
        QVERIFY(!journal.add(sampleBatch("b", 1)));
        QVERIFY(journal.history().isEmpty() && journal.unfinished()->isEmpty());
    }

    /// Mutations of a valid file never cause a crash; the journal can be written afterwards, and
    /// contains every batch that a plain reader can still read from the mutated file.
    void mutations()
    {
        const QTemporaryDir original(memoryFolder());
        {
            Journal journal(original.path());
            for (int i = 0; i < 30; ++i) {
                const Batch batch =
                    sampleBatch(QStringLiteral("b%1").arg(i), 4, ItemState::Running);
                QVERIFY(journal.add(batch));
                for (int item = 0; item < 4; ++item)
                    QVERIFY(journal.record(batch.id, {inState(batch, item, ItemState::Done)},
                                           ItemEvent::Completed, Now));
            }
        }
        QFile file(fileIn(original));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        QVERIFY(good.size() > 20000);
        QRandomGenerator random(20260102);
        int mutated = 0;
        int aside = 0;
        int kept = 0;
        for (int round = 0; round < 260; ++round) {
            QByteArray bad = good;
            switch (round % 4) {
            case 0:
                bad.truncate(int(random.bounded(bad.size())));
                break;
            case 1:
                for (int flips = 0; flips <= round / 10; ++flips)
                    bad[int(random.bounded(bad.size()))] ^= char(1 << random.bounded(8));
                break;
            case 2: { // overwrites a page
                const int page = int(random.bounded(bad.size() / 4096)) * 4096;
                for (int i = 0; i < 4096; ++i)
                    bad[page + i] = char(random.bounded(256));
                break;
            }
            default: // the header
                bad[int(random.bounded(100))] = char(random.bounded(256));
            }
            const QTemporaryDir folder(memoryFolder());
            QFile copy(fileIn(folder));
            QVERIFY(copy.open(QIODevice::WriteOnly));
            copy.write(bad);
            copy.close();
            const QStringList readable = readableBatches(bad);
            CheckedJournal journal(folder.path());
            if (journal.access() == Journal::Access::NewerFormat)
                continue; // the mutation changed the version
            QCOMPARE(journal.access(), Journal::Access::Writable);
            QVERIFY2(journal.add(sampleBatch("new", 1)),
                     qPrintable(QString::number(round) + journal.problem()));
            const QStringList found = idsIn(journal.history({}, 100000));
            for (const QString &id : readable)
                QVERIFY2(found.contains(id),
                         qPrintable(QStringLiteral("round %1 lost %2").arg(round).arg(id)));
            ++mutated;
            aside += journal.setAside().isEmpty() ? 0 : 1;
            kept += int(readable.size());
        }
        qInfo("%d mutated files, %d kept aside, %d readable batches, none lost", mutated, aside,
              kept);
        QVERIFY(mutated >= 200);
        QVERIFY(aside > 50);
        QVERIFY(kept > 100);
    }

private:
    /// What the sqlite3 library reads from a file, up to the first error.
    static QStringList readableBatches(const QByteArray &content)
    {
        const QTemporaryDir folder(memoryFolder());
        QFile file(fileIn(folder));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(content);
        file.close();
        QStringList ids;
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("reader"));
            database.setDatabaseName(file.fileName());
            if (database.open()) {
                QSqlQuery query(database);
                query.setForwardOnly(true);
                if (query.exec(QStringLiteral("SELECT id, verb FROM batch ORDER BY rowid"))) {
                    while (query.next()) {
                        if (query.value(1).toString() == QLatin1String("delete"))
                            ids.append(query.value(0).toString());
                    }
                }
            }
        }
        QSqlDatabase::removeDatabase(QStringLiteral("reader"));
        return ids;
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
