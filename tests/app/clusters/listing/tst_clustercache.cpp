// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/clustercache.h"
#include "tests/support/longrun.h"
#include "tests/support/mutations.h"
#include "tests/support/utc.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace clusterdeck;

namespace
{

const QString Account = QStringLiteral("https://hpc.api.qingcloud.com jn1a usr-IuZxPyn2");

KeptTable table(int clusters)
{
    KeptTable table;
    table.account = Account;
    table.asOf = utc(QDate(2026, 3, 1), QTime(14, 2, 11, 5));
    for (int i = 0; i < clusters; ++i) {
        ClusterRecord record;
        record.id = QStringLiteral("ehpc-%1").arg(i);
        if (i % 2 == 0) { // every second cluster has all fields, the others as few as possible
            record.name = QStringLiteral("名字 <b>%1</b>").arg(i);
            record.status = QStringLiteral("active");
            record.transition = QStringLiteral("stopping");
            record.type = QStringLiteral("ehpc");
            record.description = QStringLiteral("\u202e\n");
            record.owner = QStringLiteral("usr-1");
            record.runUser = QStringLiteral("usr-2");
            record.appClusterId = QStringLiteral("cl-1");
            record.nasId = QStringLiteral("s2-1");
            record.mountPoint = QStringLiteral("/a");
            record.nasPath = QStringLiteral("/b");
            record.nasSharedPath = QStringLiteral("/c");
            record.billing = QStringLiteral("Reserved");
            record.scheduler = QStringLiteral("slurm");
            record.sharedStatus = QStringLiteral("shared");
            record.projectRole = QStringLiteral("role");
            record.createdText = QStringLiteral("2026-01-01");
            record.created = utc(QDate(2026, 1, 1), QTime(1, 2, 3));
            record.nodes = 0;
            record.pendingJobs = 1;
            record.runningJobs = 2;
            record.finishedJobs = 3;
            record.stoppedJobs = 4;
            record.deletedJobs = -5;
            record.cpuHours = 0.1;
            record.memoryHours = 1e300;
            record.software = QStringList{QStringLiteral("gcc 12"), QString(QLatin1String(""))};
        }
        table.clusters.append(record);
    }
    return table;
}

/// Replaces the checksum by a correct one, so that only the parser can find the damage.
QByteArray signedAnew(QByteArray bytes)
{
    bytes.chop(20);
    return bytes + QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

} // namespace

/// The saved tables on disk.
class TestClusterCache : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void ofTheFirstRelease();
    void comesBack_data();
    void comesBack();
    void everyCutIsRefused();
    void everyFlippedBitIsRefused();
    void damageBelowAGoodChecksum();
    void hugeNumbersAllocateNothing();
    void refused_data();
    void refused();
    void writtenReadAndRemoved();
    void writtenInTheOrderOfNames();
    void readableByNobodyElse();
    void whatIsThereAndNoTable();

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(QStringLiteral("a/tables")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

/// A file of the first release is read as long as the row format is the same.
void TestClusterCache::ofTheFirstRelease()
{
    QFile file(QStringLiteral(CLUSTERDECK_TESTS_DIR "/fixtures/2026-11/clusters.table"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    constexpr int Head = 8; // the magic bytes and the version
    const auto read = decodedTable(bytes, Account);
    if (encodedTable(table(3)).first(Head) == bytes.first(Head))
        QVERIFY2(read && *read == table(3), qPrintable(read ? QString() : read.error()));
    else
        QVERIFY(!read && read.error().contains(u"version"));
}

void TestClusterCache::comesBack_data()
{
    QTest::addColumn<int>("clusters");
    for (const int clusters : {0, 1, 2, 1000})
        QTest::addRow("%d clusters", clusters) << clusters;
}

void TestClusterCache::comesBack()
{
    QFETCH(int, clusters);
    const auto read = decodedTable(encodedTable(table(clusters)), Account);
    QVERIFY2(read, qPrintable(read ? QString() : read.error()));
    QVERIFY(*read == table(clusters));
}

void TestClusterCache::everyCutIsRefused()
{
    const QByteArray whole = encodedTable(table(3));
    for (int size = 0; size < whole.size(); ++size) {
        QVERIFY2(!decodedTable(whole.first(size), Account), qPrintable(QString::number(size)));
        // Truncated, with a correct checksum.
        QVERIFY2(size < 20 || !decodedTable(signedAnew(whole.first(size)), Account),
                 qPrintable(QString::number(size)));
    }
    QVERIFY(!decodedTable(whole + '\0', Account));
    QVERIFY(!decodedTable(signedAnew(whole.chopped(20) + QByteArray(21, '\0')), Account));
}

void TestClusterCache::everyFlippedBitIsRefused()
{
    const QByteArray whole = encodedTable(table(3));
    for (int bit = 0; bit < whole.size() * 8; ++bit) {
        QByteArray damaged = whole;
        damaged[bit / 8] = char(damaged.at(bit / 8) ^ (1 << (bit % 8)));
        QVERIFY2(!decodedTable(damaged, Account), qPrintable(QString::number(bit)));
    }
}

/// Whatever the values are, the result is a valid table or none.
void TestClusterCache::damageBelowAGoodChecksum()
{
    const QByteArray whole = encodedTable(table(4));
    for (quint32 seed = 0; seed < quint32(runs(4000, 20000)); ++seed) {
        Mutations mutations(seed);
        const QByteArray damaged =
            signedAnew(mutations.damaged(whole.chopped(20)) + QByteArray(20, '\0'));
        const auto read = decodedTable(damaged, Account);
        if (!read)
            continue;
        QSet<QString> ids;
        for (const ClusterRow &row : read->clusters) {
            const ClusterRecord record = row.record();
            QVERIFY2(!record.id.isEmpty() && !ids.contains(record.id),
                     qPrintable(QString::number(seed)));
            ids.insert(record.id);
        }
        QCOMPARE(read->account, Account);
        QVERIFY(read->asOf.isValid());
    }
}

void TestClusterCache::hugeNumbersAllocateNothing()
{
    const QByteArray whole = encodedTable(table(4));
    for (int at = 8; at + 24 <= whole.size(); ++at) {
        QByteArray forged = whole;
        forged.replace(at, 4, QByteArray::fromHex("7fffffff"));
        (void)decodedTable(signedAnew(forged), Account); // ends, and within the available memory
    }
}

void TestClusterCache::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("account");
    const QByteArray good = encodedTable(table(2));
    QByteArray newer = good;
    newer[7] = 2;
    KeptTable twice = table(1);
    twice.clusters += twice.clusters;
    KeptTable nameless = table(1);
    nameless.clusters.first() = ClusterRecord();
    KeptTable timeless = table(1);
    timeless.asOf = {};
    QTest::newRow("empty") << QByteArray() << Account;
    QTest::newRow("foreign") << QByteArray(1000, 'x') << Account;
    QTest::newRow("newer") << signedAnew(newer) << Account;
    QTest::newRow("another account's") << good << QStringLiteral("else");
    QTest::newRow("an id twice") << encodedTable(twice) << Account;
    QTest::newRow("no id") << encodedTable(nameless) << Account;
    QTest::newRow("no age") << encodedTable(timeless) << Account;
}

void TestClusterCache::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, account);
    const auto read = decodedTable(bytes, account);
    QVERIFY(!read);
    QVERIFY(!read.error().isEmpty());
}

void TestClusterCache::writtenReadAndRemoved()
{
    ClusterCache cache(folder());
    QVERIFY(!cache.read(Account));
    cache.write(table(1));
    cache.write(table(2)); // written in the order of the calls
    cache.wait();
    QVERIFY(*cache.read(Account) == table(2));
    QVERIFY(!cache.read(QStringLiteral("else")));
    cache.write(table(1));
    cache.remove(Account);
    cache.remove(QStringLiteral("else")); // there is no such file
    cache.wait();
    QVERIFY(!cache.read(Account));
    QVERIFY(QDir(folder()).isEmpty());
}

/// As the table sorts them: numbers by value, without regard to case, those without a name last.
void TestClusterCache::writtenInTheOrderOfNames()
{
    KeptTable kept = table(0);
    for (const char *name : {"node 10", "", "Node 9", "anna", "node 9"}) {
        ClusterRecord record;
        record.id = QStringLiteral("ehpc-%1").arg(kept.clusters.size());
        record.name = QString::fromLatin1(name);
        kept.clusters.append(record);
    }
    ClusterCache cache(folder());
    cache.write(kept);
    cache.wait();
    QStringList ids;
    const auto read = cache.read(Account);
    QVERIFY(read);
    for (const ClusterRow &row : read->clusters)
        ids.append(row.text(&ClusterRecord::id).last(1));
    QCOMPARE(ids.join(u' '), QStringLiteral("3 2 4 0 1"));
}

void TestClusterCache::readableByNobodyElse()
{
    ClusterCache cache(folder());
    cache.write(table(1));
    cache.wait();
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    QVERIFY(QFile::exists(cache.pathOf(Account)));
    QCOMPARE(QFile::permissions(cache.pathOf(Account)) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(folder()) & others, QFile::Permissions());
    QVERIFY(!cache.pathOf(Account).contains(u"usr-"));
}

void TestClusterCache::whatIsThereAndNoTable()
{
    ClusterCache cache(folder());
    QVERIFY(QDir().mkpath(cache.pathOf(Account))); // a folder in place of the file
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot be read")));
    QVERIFY(!cache.read(Account));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("could not be kept")));
    cache.write(table(1));
    cache.wait();
    QVERIFY(QDir().rmdir(cache.pathOf(Account)));
    QFile file(cache.pathOf(Account));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("half a t") == 8);
    file.close();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("is not used")));
    QVERIFY(!cache.read(Account));
    QVERIFY(file.exists());
    cache.write(table(2)); // the next table replaces the file
    cache.wait();
    QVERIFY(*cache.read(Account) == table(2));
}

QTEST_GUILESS_MAIN(TestClusterCache)
#include "tst_clustercache.moc"
