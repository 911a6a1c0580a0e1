// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/deletedclustersreader.h"
#include "app/history/export.h"
#include "tests/support/checkedjournal.h"
#include "tests/support/utc.h"
#include "tests/ui/stage.h"

#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

constexpr qint64 All = std::numeric_limits<qint64>::max();

NodeRecord node(const char *role, std::optional<int> cpu, std::optional<int> memoryMb = {},
                std::optional<int> gpu = {}, const char *model = "")
{
    NodeRecord node;
    node.role = QLatin1String(role);
    node.cpu = cpu;
    node.memoryMb = memoryMb;
    node.gpu = gpu;
    node.cpuModel = QLatin1String(model);
    return node;
}

/// A simulated cloud that answers requests for nodes only.
class NodeCloud : public CloudApi
{
public:
    explicit NodeCloud(ManualClock &clock)
        : m_clock(clock)
    {
    }

    QHash<QString, QList<NodeRecord>> nodes;
    std::optional<int> left = 2000;
    std::optional<ApiError> fault;
    int unreadable = 0; ///< rows per page
    QStringList asked;
    int underWay = 0;
    int mostUnderWay = 0;

    void listAny(const ReadCall &call, int offset, QObject *context, Then<AnyPage> then) override
    {
        const QString id = call.parameters.value(QStringLiteral("cluster_id"));
        asked.append(id);
        mostUnderWay = std::max(mostUnderWay, ++underWay);
        m_clock.callLater(50ms, context, [=, this, then = std::move(then)] {
            --underWay;
            if (fault) {
                then(*fault);
                return;
            }
            Page<NodeRecord> page;
            page.records = nodes.value(id).mid(offset, PageSize);
            page.rows = int(page.records.size()) + unreadable;
            page.total = int(nodes.value(id).size()) + unreadable;
            then(page);
        });
    }
    [[nodiscard]] std::optional<int> callsLeft() const override { return left; }

    void send(Verb, const QStringList &, QObject *, Then<Accepted>) override {}
    void modify(const QString &, const ClusterChange &, QObject *, Then<Accepted>) override {}
    [[nodiscard]] QDateTime serverNow() const override { return m_clock.utcNow(); }

private:
    ManualClock &m_clock;
};

/// An operation service and the reader of its deleted clusters.
struct Graveyard : Stage {
    NodeCloud cloudOfNodes{clock};
    DeletedClustersReader reader{operationService, journal, clock,
                                 [this](const QString &) { return &cloudOfNodes; }};

    explicit Graveyard(int count)
        : Stage(count)
    {
        for (int i = 0; i < count; ++i)
            cloudOfNodes.nodes.insert(key(i).id, {node("controller", 4), node("compute", 24)});
    }
    [[nodiscard]] QList<NodeLayout::Read> read() const
    {
        QList<NodeLayout::Read> read;
        for (const DeletedCluster &deletedCluster : journal.deletedClusters(100, All))
            read.append(deletedCluster.nodes.read);
        return read;
    }
};

QString fileIn(const QTemporaryDir &folder)
{
    return folder.filePath(QStringLiteral("journal.sqlite"));
}

void run(const QString &path, const QStringList &statements, QVariant *answer = nullptr)
{
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("run"));
        database.setDatabaseName(path);
        QVERIFY(database.open());
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(statement));
            if (answer && query.next())
                *answer = query.value(0);
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("run"));
}

/// Creates a journal as the first version of the program did, with one deletion.
void makeFirstVersion(const QString &path)
{
    run(path,
        {"CREATE TABLE batch(id TEXT PRIMARY KEY, verb TEXT NOT NULL, account TEXT NOT NULL,"
         " account_name TEXT NOT NULL, zone TEXT NOT NULL, user TEXT NOT NULL,"
         " confirmed_at TEXT NOT NULL, tier INTEGER NOT NULL, grace_s INTEGER NOT NULL,"
         " shown TEXT NOT NULL)",
         "CREATE TABLE item(batch TEXT NOT NULL REFERENCES batch(id), position INTEGER NOT NULL,"
         " cluster_id TEXT NOT NULL, shown TEXT NOT NULL, state TEXT NOT NULL,"
         " reason TEXT NOT NULL, job_id TEXT NOT NULL, error TEXT NOT NULL,"
         " operation_errors TEXT NOT NULL, sent_at TEXT NOT NULL, ended_at TEXT NOT NULL,"
         " PRIMARY KEY(batch, position))",
         "CREATE INDEX item_by_cluster ON item(cluster_id)",
         "CREATE TABLE event(id INTEGER PRIMARY KEY, batch TEXT NOT NULL REFERENCES batch(id),"
         " position INTEGER NOT NULL, at TEXT NOT NULL, event TEXT NOT NULL,"
         " state TEXT NOT NULL, evidence TEXT NOT NULL)",
         "CREATE INDEX event_by_batch ON event(batch)",
         "CREATE TABLE call(account TEXT NOT NULL, at TEXT NOT NULL)",
         "CREATE INDEX call_by_account ON call(account, at)",
         "INSERT INTO batch VALUES('b1', 'delete', 'a', 'lab', 'z1', 'usr-me',"
         " '2026-01-02T03:04:05.000Z', 1, 10, 'as shown')",
         "INSERT INTO item VALUES('b1', 0, 'ehpc-1', '{\"cluster_name\":\"one\"}', 'done', '',"
         " 'j-1', '', '', '2026-01-02T03:04:15.000Z', '2026-01-02T03:05:00.000Z')",
         "INSERT INTO item VALUES('b1', 1, 'ehpc-2', '{}', 'running', '', 'j-2', '', '',"
         " '2026-01-02T03:04:15.000Z', '')",
         "PRAGMA application_id=1129071701", "PRAGMA user_version=1", "PRAGMA journal_mode=WAL"});
}

NodeLayout layout()
{
    NodeLayout layout;
    layout.read = NodeLayout::Read::Whole;
    layout.at = utc(QDate(2026, 1, 2), QTime(3, 4, 5));
    layout.groups = groupsOf({node("compute", 24, 98304, 1, "Xeon"), node("controller", {})});
    return layout;
}

} // namespace

/// The records of deleted clusters.
class TestDeletedClusters : public QObject
{
    Q_OBJECT

private slots:
    void groups();
    void onlyWhatIsGone();
    void nodesAreReadDuringTheCountdown();
    void notRead_data();
    void notRead();
    void sparedBeforeItsTurn();
    void notForManyAtOnce();
    void portions();
    void anOldJournalIsBroughtUp();
    void anOldJournalThatAnotherCopyWrites();
    void salvaged();
    void searched();
    void listedAgain_data();
    void listedAgain();
};

void TestDeletedClusters::groups()
{
    const QList<NodeGroup> found =
        groupsOf({node("compute", 24, 98304, 1, "Xeon"), node("gpu-node", {}),
                  node("compute", 24, 98304, 1, "Xeon"), node("Login", 2), node("controller", 4),
                  node("compute", 24, 98304, 2, "Xeon")});
    QStringList told;
    for (const NodeGroup &group : found)
        told.append(groupText(group));
    QCOMPARE(told, (QStringList{"1 × controller: 4 CPU", "1 × Login: 2 CPU",
                                "2 × compute: 24 CPU, 98304 MB, 1 GPU, Xeon",
                                "1 × compute: 24 CPU, 98304 MB, 2 GPU, Xeon", "1 × gpu-node"}));
    QVERIFY(groupsOf({}).isEmpty());
}

void TestDeletedClusters::onlyWhatIsGone()
{
    Graveyard yard(6);
    yard.cloud.jobFails = [](const QString &id) { return id == u"ehpc-1"; };
    yard.cloud.find(QStringLiteral("ehpc-0"))->name = QStringLiteral("one");
    BatchRunner *runner = yard.arm(Verb::Delete, 3);
    runner->removeFromBatch(2);
    runner->sendNow();
    yard.clock.advance(5min);
    (void)yard.confirm(yard.plan(Verb::Stop, {Stage::key(4)}));
    yard.clock.advance(5min);
    const QList<DeletedCluster> deletedClusters = yard.journal.deletedClusters(100, All);
    QCOMPARE(deletedClusters.size(), 1);
    const DeletedCluster &deletedCluster = deletedClusters.constFirst();
    QCOMPARE(deletedCluster.key, Stage::key(0));
    QCOMPARE(deletedCluster.record.name, QStringLiteral("one"));
    QCOMPARE(deletedCluster.record.id, QStringLiteral("ehpc-0"));
    QCOMPARE(deletedCluster.accountName, QStringLiteral("lab"));
    QCOMPARE(deletedCluster.zone, QStringLiteral("z1"));
    QCOMPARE(deletedCluster.user, QStringLiteral("usr-me"));
    QVERIFY(deletedCluster.sentAt.isValid() && deletedCluster.endedAt.isValid());
    QCOMPARE(deletedCluster.deletedAt(), deletedCluster.endedAt);
    QCOMPARE(deletedCluster.jobId, runner->batch().items.first().jobId);
    QCOMPARE(deletedCluster.batch, runner->batch().id);
    QVERIFY(yard.journal.readProblem().isEmpty());
}

void TestDeletedClusters::nodesAreReadDuringTheCountdown()
{
    Graveyard yard(3);
    QList<NodeRecord> many;
    for (int i = 0; i < 130; ++i)
        many.append(node("compute", 24));
    yard.cloudOfNodes.nodes.insert("ehpc-1", many);
    BatchRunner *runner = yard.arm(Verb::Delete, 3);
    QVERIFY(runner->undoWindowLeft());
    yard.clock.advance(2s);
    QVERIFY(runner->undoWindowLeft());
    QCOMPARE(yard.cloudOfNodes.asked, (QStringList{"ehpc-0", "ehpc-1", "ehpc-1", "ehpc-2"}));
    QCOMPARE(yard.cloudOfNodes.mostUnderWay, 1);
    QVERIFY(yard.journal.deletedClusters(100, All).isEmpty()); // the cluster still exists
    runner->sendNow();
    yard.clock.advance(5min);
    const QList<DeletedCluster> deletedClusters = yard.journal.deletedClusters(100, All);
    QCOMPARE(deletedClusters.size(), 3);
    for (const DeletedCluster &deletedCluster : deletedClusters)
        QCOMPARE(deletedCluster.nodes.read, NodeLayout::Read::Whole);
    QCOMPARE(deletedClusters.at(1).nodes.groups.constFirst().count, 130);
    QCOMPARE(deletedClusters.at(2).nodes.groups.size(), 2);
    QVERIFY(deletedClusters.at(2).nodes.at.isValid());
    // Nothing more is read for them, and nothing for a stopped cluster.
    const auto asked = yard.cloudOfNodes.asked.size();
    yard.cloud.add(QStringLiteral("ehpc-9"));
    (void)yard.confirm(yard.plan(Verb::Stop, {Stage::key(9)}));
    yard.clock.advance(1min);
    QCOMPARE(yard.cloudOfNodes.asked.size(), asked);
}

void TestDeletedClusters::notRead_data()
{
    QTest::addColumn<NodeLayout::Read>("read");
    QTest::addColumn<int>("calls");
    QTest::newRow("quota") << NodeLayout::Read::QuotaLow << 0;
    QTest::newRow("nobody counts") << NodeLayout::Read::QuotaLow << 0;
    QTest::newRow("failing") << NodeLayout::Read::Failed << 1;
    QTest::newRow("unreadable row") << NodeLayout::Read::Incomplete << 1;
    QTest::newRow("too many nodes")
        << NodeLayout::Read::Incomplete << DeletedClustersReader::MostPages;
}

void TestDeletedClusters::notRead()
{
    QFETCH(const NodeLayout::Read, read);
    QFETCH(const int, calls);
    Graveyard yard(1);
    const QString how = QLatin1String(QTest::currentDataTag());
    if (how == u"quota")
        yard.cloudOfNodes.left = sharesOf(DocumentedCallsAnHour).keptFromRecords - 1;
    else if (how == u"nobody counts")
        yard.cloudOfNodes.left.reset();
    else if (how == u"failing")
        yard.cloudOfNodes.fault = refusal(1400);
    else if (how == u"unreadable row")
        yard.cloudOfNodes.unreadable = 1;
    else
        yard.cloudOfNodes.nodes.insert("ehpc-0", QList<NodeRecord>(501, node("compute", 2)));
    BatchRunner *runner = yard.arm(Verb::Delete, 1);
    yard.clock.advance(2s);
    runner->sendNow();
    yard.clock.advance(5min);
    QCOMPARE(yard.read(), QList{read});
    QCOMPARE(yard.cloudOfNodes.asked.size(), calls);
    QCOMPARE(yard.journal.deletedClusters(1, All).constFirst().nodes.error.has_value(),
             read == NodeLayout::Read::Failed);
}

void TestDeletedClusters::sparedBeforeItsTurn()
{
    Graveyard yard(2);
    BatchRunner *runner = yard.arm(Verb::Delete, 2);
    runner->sendNow(); // before the first answer
    yard.clock.advance(5min);
    QVERIFY(yard.read().contains(NodeLayout::Read::TooLate) ||
            yard.read() == (QList{NodeLayout::Read::Whole, NodeLayout::Read::Whole}));
    Graveyard other(2);
    runner = other.arm(Verb::Delete, 2);
    runner->stopTheRest();
    const auto asked = other.cloudOfNodes.asked.size();
    other.clock.advance(5min);
    QVERIFY(other.cloudOfNodes.asked.size() <= asked + 1);
    QVERIFY(other.read().isEmpty());
}

void TestDeletedClusters::notForManyAtOnce()
{
    Graveyard yard(DeletedClustersReader::MostClusters + 1);
    BatchRunner *runner = yard.arm(Verb::Delete, DeletedClustersReader::MostClusters + 1);
    yard.clock.advance(5s);
    runner->sendNow();
    yard.clock.advance(10min);
    QVERIFY(yard.cloudOfNodes.asked.isEmpty());
    QCOMPARE(yard.read().size(), DeletedClustersReader::MostClusters + 1);
    QCOMPARE(yard.read().count(NodeLayout::Read::Not), DeletedClustersReader::MostClusters + 1);
}

void TestDeletedClusters::portions()
{
    Graveyard yard(7);
    yard.arm(Verb::Delete, 7)->sendNow();
    yard.clock.advance(5min);
    QStringList ids;
    qint64 before = All;
    for (QList<DeletedCluster> part; !(part = yard.journal.deletedClusters(3, before)).isEmpty();) {
        QVERIFY(part.size() <= 3);
        for (const DeletedCluster &deletedCluster : part)
            ids.append(deletedCluster.key.id);
        before = part.constLast().number;
    }
    QCOMPARE(ids.size(), 7);
    QCOMPARE(ids.constFirst(), QStringLiteral("ehpc-6"));
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 7);
}

void TestDeletedClusters::anOldJournalIsBroughtUp()
{
    const QTemporaryDir folder;
    makeFirstVersion(fileIn(folder));
    {
        CheckedJournal journal(folder.path());
        QCOMPARE(journal.access(), Journal::Access::Writable);
        QVERIFY(journal.setAside().isEmpty());
        QCOMPARE(journal.history().size(), 1);
        QCOMPARE(journal.unfinished()->size(), 1);
        QCOMPARE(journal.deletedClusters(10, All).size(), 1);
        QCOMPARE(journal.deletedClusters(10, All).constFirst().nodes, NodeLayout());
        QVERIFY(journal.keepLayout("b1", 0, layout()));
    }
    {
        CheckedJournal journal(folder.path());
        QVERIFY(journal.setAside().isEmpty());
        const DeletedCluster deletedCluster = journal.deletedClusters(10, All).value(0);
        QCOMPARE(deletedCluster.record.name, QStringLiteral("one"));
        QCOMPARE(deletedCluster.nodes, layout());
        QVERIFY(journal.keepLayout("b1", 0, NodeLayout()));
        QCOMPARE(journal.deletedClusters(10, All).constFirst().nodes, NodeLayout());
    }
    QVariant version;
    run(fileIn(folder), {QStringLiteral("PRAGMA user_version")}, &version);
    QVERIFY(version.toInt() >= 2);
}

void TestDeletedClusters::anOldJournalThatAnotherCopyWrites()
{
    const QTemporaryDir folder;
    makeFirstVersion(fileIn(folder));
    QLockFile lock(folder.filePath(QStringLiteral("journal.lock")));
    QVERIFY(lock.tryLock(0));
    Journal journal(folder.path());
    QCOMPARE(journal.access(), Journal::Access::OtherCopyWrites);
    QCOMPARE(journal.deletedClusters(10, All).size(), 1);
    QVERIFY(!journal.keepLayout("b1", 0, layout()));
}

void TestDeletedClusters::salvaged()
{
    const QTemporaryDir folder;
    makeFirstVersion(fileIn(folder));
    {
        CheckedJournal journal(folder.path());
        QVERIFY(journal.keepLayout("b1", 0, layout()));
    }
    run(fileIn(folder), {QStringLiteral("INSERT INTO given_reason VALUES('b1', 'CR-4711')"),
                         QStringLiteral("DROP INDEX event_by_batch")});
    Journal journal(folder.path());
    QCOMPARE(journal.access(), Journal::Access::Writable);
    QVERIFY(!journal.setAside().isEmpty());
    QCOMPARE(journal.deletedClusters(10, All).value(0).nodes, layout());
    QCOMPARE(journal.deletedClusters(10, All).value(0).givenReason, QStringLiteral("CR-4711"));
    // A journal from before records of deleted clusters existed.
    const QTemporaryDir older;
    makeFirstVersion(fileIn(older));
    run(fileIn(older), {QStringLiteral("DROP INDEX event_by_batch")});
    Journal salvaged(older.path());
    QVERIFY(!salvaged.setAside().isEmpty());
    QCOMPARE(salvaged.deletedClusters(10, All).size(), 1);
}

void TestDeletedClusters::searched()
{
    DeletedCluster deletedCluster;
    deletedCluster.record.id = QStringLiteral("ehpc-1");
    deletedCluster.record.name = QStringLiteral("CFD run");
    deletedCluster.record.software = {QStringLiteral("VASP 6")};
    deletedCluster.accountName = QStringLiteral("lab");
    for (const char *text : {"", "cfd", "EHPC-1", "vasp", "LAB"})
        QVERIFY2(matches(deletedCluster, QLatin1String(text)), text);
    QVERIFY(!matches(deletedCluster, QStringLiteral("other")));
}

void TestDeletedClusters::listedAgain_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("createdLater"); ///< seconds; -1: unknown
    QTest::addColumn<int>("readLater");    ///< seconds after the deletion
    QTest::addColumn<bool>("again");
    const QString active = QStringLiteral("active");
    QTest::newRow("active") << active << 0 << 1 << true;
    QTest::newRow("with an unknown state") << QStringLiteral("melting") << 0 << 1 << true;
    QTest::newRow("with an unknown time") << active << -1 << 1 << true;
    QTest::newRow("read before") << active << 0 << 0 << false;
    QTest::newRow("another with its id") << active << 1 << 1 << false;
    QTest::newRow("as deleted") << QStringLiteral("ceased") << 0 << 1 << false;
}

void TestDeletedClusters::listedAgain()
{
    QFETCH(const QString, status);
    QFETCH(const int, createdLater);
    QFETCH(const int, readLater);
    const QDateTime now = utc(QDate(2026, 11, 30), QTime(12, 0));
    DeletedCluster deleted;
    deleted.record.created = now.addDays(-9);
    deleted.endedAt = now;
    ClusterRecord listed;
    listed.status = status;
    if (createdLater >= 0)
        listed.created = deleted.record.created.addSecs(createdLater);
    QTEST(isListedAgain(deleted, listed, now.addSecs(readLater)), "again");
    deleted.endedAt = {}; // a damaged record
    QVERIFY(!isListedAgain(deleted, listed, now.addSecs(readLater)));
}

QTEST_GUILESS_MAIN(TestDeletedClusters)
#include "tst_deletedclusters.moc"
