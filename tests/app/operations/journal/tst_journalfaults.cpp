// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/table/clustermodel.h"
#include "app/operations/operationservice.h"
#include "failingvfs.h"
#include "tests/app/operations/batchstage.h"
#include "tests/support/checkedjournal.h"
#include "tests/support/longrun.h"
#include "tests/support/memoryfolder.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace clusterdeck;
using namespace std::chrono_literals;
using failingvfs::Fault;

namespace
{

Batch armed(const QString &id, int items)
{
    return batchOf(QList<ItemState>(items, ItemState::Armed), id);
}

/// Writes batches as fast as possible and prints the number of each durable one, until it is
/// killed.
[[noreturn]] void writeUntilKilled(const QString &folder, int number, int out)
{
    Journal journal(folder);
    const auto say = [out](int durable) {
        if (write(out, &durable, sizeof durable) != sizeof durable)
            _exit(3);
    };
    for (;; ++number) {
        const Batch batch = armed(QString::number(number), 3);
        if (!journal.add(batch))
            _exit(2);
        for (int i = 0; i < 3; ++i) {
            BatchItem item = batch.items.at(i);
            item.state = ItemState::Sending;
            if (!journal.record(batch.id, {item}, ItemEvent::SendStarted,
                                QDateTime::currentDateTimeUtc()))
                _exit(2);
        }
        say(number);
    }
}

qsizetype threads()
{
    return QDir(QStringLiteral("/proc/self/task"))
        .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
        .size();
}

/// The threads of the test itself: Qt Test's watchdog, which sleeps.
qsizetype threadsAtRest = 0;

/// A forked child would wait without end for a mutex that another thread held. The thread of a
/// finished check may still be ending.
void awaitOtherThreads()
{
    if (!QTest::qWaitFor([] { return threads() == threadsAtRest; }))
        qFatal("another thread goes on");
}

/// Kills the writer after a random number of microseconds, counted from the first durable batch;
/// returns the last printed number.
int killedAtRandom(const QString &folder, int number, QRandomGenerator &random)
{
    int ends[2];
    if (pipe(ends) != 0)
        qFatal("no pipe");
    awaitOtherThreads();
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        writeUntilKilled(folder, number, ends[1]);
    }
    close(ends[1]);
    int last = -1;
    if (read(ends[0], &last, sizeof last) == sizeof last)
        usleep(useconds_t(random.bounded(6000)));
    kill(child, SIGKILL);
    for (int durable = 0; read(ends[0], &durable, sizeof durable) == sizeof durable;)
        last = durable;
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL)
        qFatal("the writer was not killed, but ended with status %d", status);
    return last;
}

/// Writes a journal of `batches` finished batches and one batch in its countdown, of 40 items each,
/// whose writer did not end cleanly.
bool writeUnclean(const QTemporaryDir &folder, int batches)
{
    {
        CheckedJournal journal(folder.path());
        for (int number = 0; number <= batches; ++number) {
            Batch batch = armed(QString::number(number), 40);
            for (BatchItem &item : batch.items)
                item.shown.description = QString(1500, u'x');
            if (!journal.add(batch))
                return false;
            for (BatchItem &item : batch.items)
                item.state = ItemState::Done;
            if (number < batches && !journal.record(batch.id, batch.items, ItemEvent::Completed,
                                                    QDateTime::currentDateTimeUtc()))
                return false;
        }
    }
    return QFile::remove(folder.filePath(QStringLiteral("journal.clean")));
}

/// Overwrites part of a leaf page of the item table, which only reading the page shows.
bool damage(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(QStringLiteral("journal.sqlite")));
    if (!file.open(QIODevice::ReadWrite))
        return false;
    constexpr qsizetype Page = 4096;
    const qsizetype where = file.readAll().indexOf("ehpc-7\"") / Page * Page;
    return where > 0 && file.seek(where) && file.write(QByteArray(64, '\xff')) == 64;
}

QStringList setAsideIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList({QStringLiteral("journal-damaged-*.sqlite")}, QDir::Files);
}

/// Lets reads of other threads run again, however a test ends.
struct OtherThreadsRunLater {
    ~OtherThreadsRunLater() { failingvfs::setOtherThreads(failingvfs::OtherThreads::Run); }
};

/// Another writer of the journal in `folder`, inside a transaction. When the journal opened here
/// must wait for it, `meanwhile` runs and the transaction is committed.
class OtherWriter
{
public:
    OtherWriter(const QTemporaryDir &folder, const char *statement, std::function<void()> meanwhile)
        : m_meanwhile(std::move(meanwhile))
    {
        const QByteArray path =
            QFile::encodeName(folder.filePath(QStringLiteral("journal.sqlite")));
        if (sqlite3_open(path.constData(), &m_other) != SQLITE_OK || !run("BEGIN IMMEDIATE") ||
            !run(statement))
            qFatal("no other writer");
        for (const QString &name : QSqlDatabase::connectionNames()) {
            const QVariant handle = QSqlDatabase::database(name, false).driver()->handle();
            sqlite3_busy_handler(*static_cast<sqlite3 *const *>(handle.constData()), ended, this);
        }
    }
    OtherWriter(const OtherWriter &) = delete;
    OtherWriter &operator=(const OtherWriter &) = delete;
    ~OtherWriter() { sqlite3_close(m_other); }

    [[nodiscard]] bool hasEnded() const { return m_ended; }

private:
    bool run(const char *sql) const
    {
        return sqlite3_exec(m_other, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    static int ended(void *self, int /*tries*/)
    {
        auto *other = static_cast<OtherWriter *>(self);
        if (other->m_ended)
            return 0;
        other->m_meanwhile();
        other->m_ended = other->run("COMMIT");
        return 1;
    }

    sqlite3 *m_other = nullptr;
    std::function<void()> m_meanwhile;
    bool m_ended = false;
};

} // namespace

/// The journal's storage fails, or the program is killed: a request whose intent was not written is
/// not sent, and every batch reported as durable exists.
class TestJournalFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        threadsAtRest = threads();
        failingvfs::install();
    }

    void theNthWriteFails_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("disk full") << Fault::DiskFull;
        QTest::newRow("I/O error") << Fault::IoError;
        QTest::newRow("one I/O error") << Fault::Once;
    }

    void theNthWriteFails()
    {
        QFETCH(Fault, fault);
        int n = 1;
        int told = 0;
        for (bool refused = true; refused; ++n) {
            const QTemporaryDir folder(memoryFolder());
            ManualClock clock;
            SimCloud cloud(clock);
            const Batch batch = armedBatch(cloud, 4);
            {
                Journal journal(folder.path());
                QCOMPARE(journal.access(), Journal::Access::Writable);
                failingvfs::arm(n, fault);
                if (!journal.add(batch)) {
                    QVERIFY(!journal.problem().isEmpty());
                    ++told;
                } else {
                    BatchRunner runner(batch, cloud, clock, journal);
                    runner.arm(TimeMark(clock));
                    clock.advance(1min);
                    told += runner.batch().hold == HoldReason::JournalFailed ? 1 : 0;
                    const auto counts = runner.batch().counts();
                    // Either every request was sent, or the user was told and the others wait.
                    QVERIFY(runner.batch().hold == HoldReason::JournalFailed ||
                            counts.value(ItemState::Held) + counts.value(ItemState::Queued) == 0);
                }
                refused = failingvfs::hasRefused();
                failingvfs::arm(0, fault);
            }
            // The disk works again: the journal has an intent for each request that reached the
            // cloud.
            CheckedJournal journal(folder.path());
            QCOMPARE(journal.access(), Journal::Access::Writable);
            QSet<QString> intents;
            for (const JournalEvent &event : journal.events(batch.id)) {
                if (event.event == QLatin1String("send-started"))
                    intents.insert(batch.items.at(event.item).key.id);
            }
            for (const SimCloud::Entry &entry : std::as_const(cloud.ledger))
                QVERIFY2(intents.contains(entry.id), qPrintable(QStringLiteral("n = %1").arg(n)));
            if (!refused)
                QCOMPARE(cloud.ledger.size(), 4);
        }
        qInfo("%d places to fail, the person was told in %d", n - 2, told);
        QVERIFY(n > 30);
    }

    /// An outcome could not be written: nothing more is sent before the user knows.
    void anUnwrittenOutcomeHoldsTheRest()
    {
        const QTemporaryDir folder(memoryFolder());
        ManualClock clock;
        SimCloud cloud(clock);
        Batch batch = armedBatch(cloud, 4);
        batch.inFlight = 1;
        Journal journal(folder.path());
        QVERIFY(journal.add(batch));
        cloud.fateOfSend = [&](Verb, const QString &) {
            if (cloud.sends == 1)
                failingvfs::arm(1, Fault::Once); // the write of the outcome fails
            return SimCloud::Fate();
        };
        BatchRunner runner(batch, cloud, clock, journal);
        runner.arm(TimeMark(clock));
        clock.advance(1min);
        QVERIFY(failingvfs::hasRefused());
        failingvfs::arm(0, Fault::Once);
        QCOMPARE(cloud.sends, 1);
        QCOMPARE(runner.batch().hold, HoldReason::JournalFailed);
        QCOMPARE(runner.batch().items.constFirst().state, ItemState::Running);
        QCOMPARE(runner.tally().in(ItemState::Held), 3);
        runner.resume();
        clock.advance(1min);
        QCOMPARE(cloud.sends, 4);
    }

    /// At whatever read the disk starts to fail, the journal either reports that it is unusable, or
    /// returns everything that is unfinished. It never appears to have nothing unfinished, and the
    /// file is not replaced.
    void theNthReadFails()
    {
        constexpr int Batches = 40;
        constexpr int Items = 30;
        const QTemporaryDir folder(memoryFolder());
        {
            Journal journal(folder.path());
            for (int i = 0; i < Batches; ++i) {
                Batch batch = armed(QString::number(i), Items);
                for (BatchItem &item : batch.items)
                    item.shown.description = QString(3000, u'x');
                QVERIFY(journal.add(batch));
            }
        }
        const auto open = [&](int n, int &reads, bool &told) {
            failingvfs::armReads(n);
            CheckedJournal journal(folder.path());
            ClusterModel clusters;
            ManualClock clock;
            LockStore locks;
            OperationService operationService(clusters, clock, journal, locks);
            const Recovery recovery = journal.access() == Journal::Access::Writable
                                          ? operationService.recover()
                                          : Recovery();
            reads = failingvfs::reads();
            failingvfs::armReads(0);
            told = !operationService.canOperate();
            QVERIFY2(told || recovery.batches == Batches, qPrintable(QString::number(n)));
            QVERIFY(!told || (!journal.problem().isEmpty() && recovery.isEmpty() &&
                              !journal.add(armed(QStringLiteral("new"), 1))));
            QVERIFY(journal.setAside().isEmpty());
        };
        // The first run without a fault changes the states to Cancelled, so it uses a copy.
        const QTemporaryDir copy(memoryFolder());
        const QString file = QStringLiteral("/journal.sqlite");
        QVERIFY(QFile::copy(folder.path() + file, copy.path() + file));
        int all = 0;
        bool told = false;
        open(0, all, told);
        QVERIFY(!told && all > 1000);
        int blind = 0;
        int opened = 0;
        for (int n = 1; n <= all; n += n < 20 || n > all - 20 ? 1 : all / 30) {
            QFile::remove(folder.path() + file);
            QFile::remove(folder.path() + file + QStringLiteral("-wal"));
            QFile::remove(folder.path() + file + QStringLiteral("-shm"));
            QVERIFY(QFile::copy(copy.path() + file, folder.path() + file));
            int reads = 0;
            open(n, reads, told);
            ++opened;
            blind += told ? 1 : 0;
        }
        qInfo("%d places to fail of %d, told in %d", opened, all, blind);
        QVERIFY(blind > opened / 2);
    }

    /// During the check of the whole file after an unclean end, the journal can be read only.
    void checkedWhileLookedAt()
    {
        const QTemporaryDir folder(memoryFolder());
        QVERIFY(writeUnclean(folder, 3));
        ManualClock clock;
        ClusterModel clusters;
        LockStore locks;
        failingvfs::setOtherThreads(failingvfs::OtherThreads::Wait);
        {
            Journal journal(folder.path());
            const OtherThreadsRunLater later;
            QCOMPARE(journal.access(), Journal::Access::Checking);
            QSignalSpy checked(&journal, &Journal::checked);
            OperationService operationService(clusters, clock, journal, locks);
            QTRY_VERIFY(failingvfs::isOneWaiting());
            QCOMPARE(journal.access(), Journal::Access::Checking);
            QVERIFY(journal.isReadable() && !journal.refusal() && journal.problem().isEmpty());
            QCOMPARE(journal.history().size(), 4);
            QVERIFY(journal.readProblem().isEmpty());
            // Nothing is written, started or recovered.
            const int syncs = failingvfs::syncs();
            const Batch batch = armed(QStringLiteral("new"), 2);
            QVERIFY(!journal.add(batch) && !journal.begin() && !journal.confirmWritable());
            QVERIFY(!journal.record(QStringLiteral("3"), {batch.items.at(0)},
                                    ItemEvent::SendStarted, clock.utcNow()));
            QVERIFY(!journal.noteCalls(QStringLiteral("a"), {clock.utcNow()}));
            QVERIFY(operationService.recover().isEmpty() && operationService.batches().isEmpty() &&
                    !operationService.canOperate());
            QVERIFY(operationService.isUnderWay(QStringLiteral("a"))); // as far as is known
            QCOMPARE(failingvfs::syncs(), syncs);
            QVERIFY(!journal.refusal() && checked.isEmpty());

            failingvfs::setOtherThreads(failingvfs::OtherThreads::Run);
            QTRY_COMPARE(checked.size(), 1);
            QCOMPARE(journal.access(), Journal::Access::Writable);
            QVERIFY(journal.setAside().isEmpty());
            const Recovery recovery = operationService.recover();
            QCOMPARE(recovery.batches, 1);
            QCOMPARE(recovery.neverSent, 40);
            QVERIFY(journal.add(batch));
        }
        // The last writer ended cleanly.
        const Journal journal(folder.path());
        QCOMPARE(journal.access(), Journal::Access::Writable);
        QCOMPARE(journal.history().size(), 5);
    }

    /// When damage is found during the check, the file is replaced, and readable data is recovered.
    void damageFoundLater()
    {
        const QTemporaryDir folder(memoryFolder());
        QVERIFY(writeUnclean(folder, 3) && damage(folder));
        ManualClock clock;
        ClusterModel clusters;
        LockStore locks;
        failingvfs::setOtherThreads(failingvfs::OtherThreads::Wait);
        {
            Journal journal(folder.path());
            const OtherThreadsRunLater later;
            OperationService operationService(clusters, clock, journal, locks);
            QTRY_VERIFY(failingvfs::isOneWaiting());
            QVERIFY(journal.history().isEmpty() && !journal.readProblem().isEmpty());
            QVERIFY(journal.setAside().isEmpty() && setAsideIn(folder).isEmpty());
            QVERIFY(!journal.add(armed(QStringLiteral("new"), 1)));

            failingvfs::setOtherThreads(failingvfs::OtherThreads::Run);
            QTRY_COMPARE(journal.access(), Journal::Access::Writable);
            QCOMPARE(setAsideIn(folder).size(), 1);
            QCOMPARE(journal.setAside(), folder.filePath(setAsideIn(folder).constFirst()));
            QCOMPARE(journal.history().size(), 4);
            QVERIFY(journal.readProblem().isEmpty());
            QCOMPARE(operationService.recover().batches, 1);
            QVERIFY(journal.add(armed(QStringLiteral("new"), 1)));
        }
        const Journal journal(folder.path()); // the new one
        QCOMPARE(journal.access(), Journal::Access::Writable);
        QCOMPARE(journal.history().size(), 5);
    }

    /// Closing during the check does not wait for its end, and the next start checks again.
    void closedDuringTheCheck()
    {
        const QTemporaryDir folder(memoryFolder());
        QVERIFY(writeUnclean(folder, 100));
        constexpr int Page = 4096;
        const int pages =
            int(QFileInfo(folder.filePath(QStringLiteral("journal.sqlite"))).size() / Page);
        QVERIFY(pages > 1000);
        for (const bool damaged : {false, true}) {
            QVERIFY(!damaged || damage(folder));
            const OtherThreadsRunLater later;
            failingvfs::setOtherThreads(failingvfs::OtherThreads::AreSlow);
            {
                const Journal journal(folder.path());
                QCOMPARE(journal.access(), Journal::Access::Checking);
                QTRY_VERIFY(failingvfs::otherReads() > 10);
            }
            const int read = failingvfs::otherReads();
            qInfo("%d of %d pages were read", read, pages);
            QVERIFY(read < pages / 2);
            failingvfs::setOtherThreads(failingvfs::OtherThreads::Run);
            QVERIFY(setAsideIn(folder).isEmpty());
            QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("journal.sqlite.new"))));
            QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("journal.clean"))));
        }
        const CheckedJournal journal(folder.path());
        QCOMPARE(journal.access(), Journal::Access::Writable);
        QVERIFY(!journal.setAside().isEmpty());
    }

    /// Another instance has taken over the folder meanwhile: this instance does not touch even a
    /// damaged file.
    void takenOverDuringTheCheck()
    {
        const QTemporaryDir folder(memoryFolder());
        QVERIFY(writeUnclean(folder, 3) && damage(folder));
        failingvfs::setOtherThreads(failingvfs::OtherThreads::Wait);
        Journal journal(folder.path());
        const OtherThreadsRunLater later;
        QSignalSpy checked(&journal, &Journal::checked);
        QTRY_VERIFY(failingvfs::isOneWaiting());
        QFile lock(folder.filePath(QStringLiteral("journal.lock")));
        QVERIFY(lock.remove());
        LockOwner owner = thisProcess();
        owner.host = QStringLiteral("login2");
        QVERIFY(lock.open(QIODevice::WriteOnly) && lock.write(lockFileText(owner)) > 0);
        lock.close();
        failingvfs::setOtherThreads(failingvfs::OtherThreads::Run);
        QTRY_COMPARE(checked.size(), 1);
        QCOMPARE(journal.access(), Journal::Access::OtherCopyWrites);
        QCOMPARE(int(journal.refusal()->kind), int(WriteRefusal::Kind::LockLost));
        QVERIFY(journal.setAside().isEmpty() && setAsideIn(folder).isEmpty());
    }

    /// A disk error during the check says nothing about the file.
    void theCheckCannotRead_data()
    {
        QTest::addColumn<int>("read"); // the first read that fails
        QTest::addColumn<int>("many");
        for (const int read : {1, 2, 3, 5, 10, 30, 60, 100, 140}) {
            QTest::addRow("%d and all after it", read) << read << 1'000'000;
            QTest::addRow("%d alone", read) << read << 1;
        }
    }

    void theCheckCannotRead()
    {
        QFETCH(const int, read);
        QFETCH(const int, many);
        const QTemporaryDir folder(memoryFolder());
        QVERIFY(writeUnclean(folder, 20));
        failingvfs::setOtherThreads(failingvfs::OtherThreads::Wait);
        {
            Journal journal(folder.path());
            const OtherThreadsRunLater later;
            QTRY_VERIFY(failingvfs::isOneWaiting());
            failingvfs::armReads(read, many);
            failingvfs::setOtherThreads(failingvfs::OtherThreads::Run);
            QTRY_VERIFY(journal.access() != Journal::Access::Checking);
            QVERIFY(failingvfs::reads() >= read);
            failingvfs::armReads(0);
            QVERIFY(journal.setAside().isEmpty());
            // SQLite tolerates some single failures.
            if (many > 1 || journal.access() != Journal::Access::Writable) {
                QVERIFY(journal.access() == Journal::Access::ReadOnly ||
                        journal.access() == Journal::Access::Unusable);
                QVERIFY(journal.refusal() && !journal.add(armed(QStringLiteral("new"), 1)));
            }
        }
        const CheckedJournal journal(folder.path());
        QCOMPARE(journal.access(), Journal::Access::Writable);
        QVERIFY(journal.setAside().isEmpty());
    }

    /// A read error is never treated as an empty result.
    void readsThatFailAreTold()
    {
        const QTemporaryDir folder(memoryFolder());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QString id = QStringLiteral("1");
        QVERIFY(writeUnclean(folder, 3));
        {
            CheckedJournal journal(folder.path());
            QVERIFY(journal.noteCalls(QStringLiteral("a"), {now}));
        }
        const auto failing = [&](auto check) {
            CheckedJournal journal(folder.path());
            QVERIFY(journal.readProblem().isEmpty());
            failingvfs::armReads(1);
            check(journal);
            failingvfs::armReads(0);
        };
        failing([&](const Journal &journal) {
            QVERIFY(journal.events(id).isEmpty() && !journal.readProblem().isEmpty());
            failingvfs::armReads(0);
            QCOMPARE(journal.events(id).size(), 40);
            QVERIFY(journal.readProblem().isEmpty());
        });
        failing([&](const Journal &journal) {
            const QDateTime before = now.addSecs(-60);
            QVERIFY(journal.callsSince(QStringLiteral("a"), before).isEmpty());
            QVERIFY(!journal.readProblem().isEmpty());
            failingvfs::armReads(0);
            QCOMPARE(journal.callsSince(QStringLiteral("a"), before).size(), 1);
            QVERIFY(journal.readProblem().isEmpty());
        });
        failing([&](Journal &journal) {
            QVERIFY(journal.notUnderstood().isEmpty());
            QCOMPARE(journal.access(), Journal::Access::Unusable);
            QVERIFY(!journal.problem().isEmpty() && !journal.add(armed(QStringLiteral("n"), 1)));
        });
        QVERIFY(CheckedJournal(folder.path()).setAside().isEmpty());
    }

    /// The number of disk syncs of a batch, which determine its speed on a slow disk: one for the
    /// whole batch at confirmation, and one each for an intent and its answer, whatever the number
    /// of clusters in the request.
    void syncsOfABatch()
    {
        for (const int together : {1, 20}) {
            constexpr int Count = 200;
            const QTemporaryDir folder(memoryFolder());
            ManualClock clock;
            SimCloud cloud(clock);
            cloud.jobTime = 10min;
            Batch batch = armedBatch(cloud, Count);
            batch.together = together;
            Journal journal(folder.path());
            int before = failingvfs::syncs();
            QVERIFY(journal.add(batch));
            const int added = failingvfs::syncs() - before;
            BatchRunner runner(batch, cloud, clock, journal);
            before = failingvfs::syncs();
            runner.arm(TimeMark(clock));
            clock.advance(30s);
            QCOMPARE(runner.tally().in(ItemState::Running), Count);
            const int ran = failingvfs::syncs() - before;
            const int requests = Count / together;
            qInfo("%d together: %d syncs to confirm %d, %d for %d requests", together, added, Count,
                  ran, requests);
            QVERIFY(added >= 1 && added <= 3);
            // Each intent and each answer is synced.
            QVERIFY2(ran >= 2 * requests, qPrintable(QString::number(ran)));
            // The end of the countdown needs one more; SQLite adds a checkpoint now and then.
            QVERIFY2(ran <= 2 * requests + 1 + requests / 10 + 3, qPrintable(QString::number(ran)));
        }
    }

    /// Opening a journal takes as many reads after many batches as after few.
    void readsOfAnOpening()
    {
        const auto readsOf = [](int finished) {
            const QTemporaryDir folder(memoryFolder());
            {
                Journal journal(folder.path());
                for (int number = 0; number <= finished; ++number) {
                    Batch batch = armed(QString::number(number), 40);
                    if (!journal.add(batch))
                        return -1;
                    for (BatchItem &item : batch.items)
                        item.state = number == finished ? ItemState::Running : ItemState::Done;
                    if (!journal.record(batch.id, batch.items, ItemEvent::Completed,
                                        QDateTime::currentDateTimeUtc()))
                        return -1;
                }
            }
            failingvfs::armReads(0);
            Journal journal(folder.path());
            const bool found = journal.unfinished()->size() == 1 &&
                               journal.callsSince(QStringLiteral("a"), QDateTime()).isEmpty();
            return found ? failingvfs::reads() : -1;
        };
        const int few = readsOf(1);
        const int many = readsOf(400);
        qInfo("%d reads, with 400 finished batches %d", few, many);
        QVERIFY(few > 0 && many > 0);
        QVERIFY(many <= few + 20); // the B-trees are a few pages deeper
    }

    void takenOver_data()
    {
        QTest::addColumn<bool>("removed");
        QTest::newRow("by another host") << false;
        QTest::newRow("lock file removed") << true;
    }

    /// An instance that finds before a request that another instance may write sends nothing more,
    /// writes nothing more, and states why.
    void takenOver()
    {
        QFETCH(const bool, removed);
        const QTemporaryDir folder(memoryFolder());
        ManualClock clock;
        SimCloud cloud(clock);
        Batch batch = armedBatch(cloud, 4);
        batch.inFlight = 1;
        Journal journal(folder.path());
        QVERIFY(journal.add(batch));
        BatchRunner runner(batch, cloud, clock, journal);
        connect(&runner, &BatchRunner::itemChanged, this, [&, once = false]() mutable {
            if (std::exchange(once, true))
                return;
            QFile lock(folder.filePath(QStringLiteral("journal.lock")));
            QVERIFY(lock.remove());
            LockOwner owner = thisProcess();
            owner.host = QStringLiteral("login2");
            if (!removed)
                QVERIFY(lock.open(QIODevice::WriteOnly) && lock.write(lockFileText(owner)) > 0);
        });
        runner.arm(TimeMark(clock));
        clock.advance(1min);
        QCOMPARE(cloud.ledger.size(), 0);
        QCOMPARE(runner.batch().hold, HoldReason::LockLost);
        QCOMPARE(journal.access(), Journal::Access::OtherCopyWrites);
        QCOMPARE(int(journal.refusal()->kind), int(WriteRefusal::Kind::LockLost));
        QCOMPARE(journal.refusal()->owner.host, removed ? QString() : QStringLiteral("login2"));
        const qsizetype events = journal.events(batch.id).size();
        runner.resume();
        clock.advance(1min);
        QCOMPARE(cloud.ledger.size(), 0);
        QCOMPARE(runner.batch().hold, HoldReason::LockLost);
        QVERIFY(!journal.add(armed(QStringLiteral("more"), 1)) && !journal.confirmWritable());
        QCOMPARE(journal.events(batch.id).size(), events);
    }

    /// One instance takes over while another sends: the request waits for the other's write, and
    /// the owner has changed when the wait ends.
    void takenOverWhileItWaits()
    {
        const QTemporaryDir folder(memoryFolder());
        ManualClock clock;
        SimCloud cloud(clock);
        const Batch batch = armedBatch(cloud, 1);
        Journal journal(folder.path());
        QVERIFY(journal.add(batch));
        BatchRunner runner(batch, cloud, clock, journal);
        const OtherWriter other(folder, "INSERT INTO call VALUES('a', '')", [&] {
            LockOwner owner = thisProcess();
            owner.host = QStringLiteral("login2");
            QFile lock(folder.filePath(QStringLiteral("journal.lock")));
            QVERIFY(lock.open(QIODevice::WriteOnly) && lock.write(lockFileText(owner)) > 0);
        });
        BatchItem item = batch.items.at(0);
        item.state = ItemState::Queued;
        QVERIFY(!journal.record(batch.id, {item}, ItemEvent::UndoWindowOver, clock.utcNow()));
        QVERIFY(other.hasEnded());
        QCOMPARE(int(journal.refusal()->kind), int(WriteRefusal::Kind::LockLost));
        QVERIFY(journal.events(batch.id).isEmpty());
    }

    /// The opposite case: recovery sees what the other instance wrote last.
    void takesOverWhatIsBeingSent()
    {
        const QTemporaryDir folder(memoryFolder());
        ManualClock clock;
        SimCloud cloud(clock);
        Journal journal(folder.path());
        QVERIFY(journal.add(armedBatch(cloud, 1)));
        const OtherWriter other(folder, "UPDATE item SET state = 'sending'", [] {});
        ClusterModel clusters;
        LockStore locks;
        OperationService operationService(clusters, clock, journal, locks);
        const Recovery recovery = operationService.recover();
        QVERIFY(other.hasEnded());
        QCOMPARE(recovery.neverSent, 0);
        QCOMPARE(recovery.unknown, 1);
    }

    void killedAtAnyMoment()
    {
        const int kills = runs(200, 2000);
        QRandomGenerator random(1);
        int next = 0;
        int durable = 0;
        QSet<QString> said; ///< numbers reported as durable in this folder
        auto folder = std::make_unique<QTemporaryDir>(memoryFolder());
        for (int i = 0; i < kills; ++i) {
            if (i % 50 == 0) {
                folder = std::make_unique<QTemporaryDir>(memoryFolder());
                next = 0;
                said.clear();
            }
            const int last = killedAtRandom(folder->path(), next, random);
            QVERIFY2(last >= next, qPrintable(QStringLiteral("kill %1").arg(i)));
            CheckedJournal journal(folder->path());
            QCOMPARE(journal.access(), Journal::Access::Writable);
            QVERIFY2(journal.setAside().isEmpty(), "corrupt");
            for (int number = next; number <= last; ++number)
                said.insert(QString::number(number));
            QSet<QString> found;
            for (const Batch &batch : journal.history({}, 1000000)) {
                found.insert(batch.id);
                QVERIFY2(batch.items.size() == 3, "half a batch");
                for (const BatchItem &item : batch.items)
                    QVERIFY2(!said.contains(batch.id) || item.state == ItemState::Sending,
                             "an intent was lost");
            }
            QVERIFY2(found.contains(said), "lost");
            durable += last - next + 1;
            next = last + 2; // the batch after the last reported one may exist
        }
        qInfo("%d kills, %d batches said to be durable, none lost, none corrupt", kills, durable);
    }
};

QTEST_GUILESS_MAIN(TestJournalFaults)
#include "tst_journalfaults.moc"
