// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/clustercache.h"
#include "tests/support/mutations.h"
#include "tests/support/utc.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace clusterdeck;

using Edit = std::function<void(ClusterRecord &)>;

namespace
{

const QString Account = QStringLiteral("a");
const QDateTime Start = utc(QDate(2026, 11, 1), QTime(8, 0));

ClusterRecord record(const QString &id = QStringLiteral("ehpc-1"))
{
    ClusterRecord cluster;
    cluster.id = id;
    cluster.created = Start.addDays(-100);
    cluster.cpuHours = 12.5;
    cluster.finishedJobs = 7;
    cluster.runningJobs = 0;
    cluster.pendingJobs = 0;
    return cluster;
}

/// Recorded on the first day and on the 34th.
LastUse unused()
{
    LastUse use(Account);
    use.follow({record(), record(QStringLiteral("ehpc-2"))}, Start);
    use.follow({record(), record(QStringLiteral("ehpc-2"))}, Start.addDays(34));
    return use;
}

} // namespace

class TestLastUse : public QObject
{
    Q_OBJECT

private slots:
    void follows_data();
    void follows();
    void claimsNoMoreThanWasRead();
    void isWrittenAndRead();
    void readsTheFirstVersion();
    void refusesOtherFiles();
    void readsWhatever();
    void filesThatCannotBeUsed();
};

void TestLastUse::follows_data()
{
    QTest::addColumn<Edit>("day10");
    QTest::addColumn<Edit>("day34");
    QTest::addColumn<int>("days"); ///< -1: unknown
    const auto row = [](const char *name, const Edit &day10, const Edit &day34, int days) {
        QTest::newRow(name) << day10 << day34 << days;
    };
    const Edit same = [](ClusterRecord &) {};
    const Edit hours = [](ClusterRecord &c) { c.cpuHours = 12.6; };
    const Edit jobs = [](ClusterRecord &c) { c.finishedJobs = 8; };
    row("never used", same, same, 34);
    row("hours grew", hours, hours, 24);
    row("jobs finished", jobs, jobs, 24);
    row("hours grew at last", same, hours, 0);
    row(
        "hours became fewer", [](ClusterRecord &c) { c.cpuHours = 1; },
        [](ClusterRecord &c) { c.cpuHours = 1; }, 24);
    row(
        "ran a job meanwhile", [](ClusterRecord &c) { c.runningJobs = 1; }, same, 24);
    row(
        "had a job waiting", [](ClusterRecord &c) { c.pendingJobs = 1; }, same, 24);
    row(
        "runs a job now", same, [](ClusterRecord &c) { c.runningJobs = 1; }, 0);
    row(
        "hours not known", same, [](ClusterRecord &c) { c.cpuHours.reset(); }, -1);
    row(
        "finished jobs not known", same, [](ClusterRecord &c) { c.finishedJobs.reset(); }, -1);
    row(
        "running jobs not known", same, [](ClusterRecord &c) { c.runningJobs.reset(); }, -1);
    row(
        "hours that make no sense", same, [](ClusterRecord &c) { c.cpuHours = -1; }, -1);
    row(
        "not known meanwhile", [](ClusterRecord &c) { c.cpuHours.reset(); }, same, 0);
    const Edit again = [](ClusterRecord &c) { c.created = Start.addDays(5); };
    row("another cluster of the same id", again, again, 24);
}

void TestLastUse::follows()
{
    QFETCH(const Edit, day10);
    QFETCH(const Edit, day34);
    QFETCH(const int, days);
    ClusterRecord then = record();
    ClusterRecord now = record();
    day10(then);
    day34(now);
    LastUse use(Account);
    QVERIFY(!use.daysUnused(record()));
    use.follow({record()}, Start);
    QCOMPARE(use.daysUnused(record()), std::optional(0));
    use.follow({then}, Start.addDays(10));
    use.follow({now}, Start.addDays(34));
    QCOMPARE(use.daysUnused(now).value_or(-1), days);
}

void TestLastUse::claimsNoMoreThanWasRead()
{
    LastUse use = unused();
    QCOMPARE(use.daysUnused(record()), std::optional(34));
    QVERIFY(!use.daysUnused(record(QStringLiteral("ehpc-3"))));
    // A row read later by its id shows use.
    ClusterRecord fresh = record();
    fresh.finishedJobs = 8;
    QCOMPARE(use.daysUnused(fresh), std::optional(0));
    // A deleted cluster is removed, and counts as new when it comes back.
    use.follow({record()}, Start.addDays(35));
    QVERIFY(!use.daysUnused(record(QStringLiteral("ehpc-2"))));
    use.follow({record(), record(QStringLiteral("ehpc-2"))}, Start.addDays(36));
    QCOMPARE(use.daysUnused(record(QStringLiteral("ehpc-2"))), std::optional(0));
    QCOMPARE(use.daysUnused(record()), std::optional(36));
    // When the clock goes back, recording starts again.
    use.follow({record()}, Start.addDays(20));
    QCOMPARE(use.daysUnused(record()), std::optional(0));
}

void TestLastUse::isWrittenAndRead()
{
    const LastUse use = unused();
    const auto read = LastUse::decoded(use.encoded(), Account);
    QVERIFY(read && *read == use);
    QCOMPARE(read->daysUnused(record()), std::optional(34)); // later days were not read
    const QByteArray none = LastUse(Account).encoded();
    QVERIFY(!LastUse::decoded(none, Account)); // nothing was recorded
}

/// The file holds unused(), written by the program of December 2026.
void TestLastUse::readsTheFirstVersion()
{
    QFile file(QStringLiteral(CLUSTERDECK_TESTS_DIR "/fixtures/2026-12/clusters.use"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto read = LastUse::decoded(file.readAll(), Account);
    QVERIFY2(read, qPrintable(read ? QString() : read.error()));
    QVERIFY(*read == unused());
}

void TestLastUse::refusesOtherFiles()
{
    const QByteArray bytes = unused().encoded();
    QVERIFY(LastUse::decoded(bytes, Account));
    QVERIFY(!LastUse::decoded({}, Account));
    QVERIFY(!LastUse::decoded(bytes, QStringLiteral("b")));
    QByteArray newer = bytes;
    newer[7] = 2; // the version
    QCOMPARE(LastUse::decoded(newer, Account).error(), QStringLiteral("it is of another version"));
}

void TestLastUse::readsWhatever()
{
    const QByteArray whole = unused().encoded();
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY(!LastUse::decoded(whole.left(length), Account));
    Mutations mutations(17);
    for (int i = 0; i < 3000; ++i) {
        const QByteArray damaged = mutations.damaged(whole);
        QVERIFY(damaged == whole || !LastUse::decoded(damaged, Account));
    }
}

/// A file that is missing, damaged or from a newer version: nothing is known, and the next listing
/// starts again.
void TestLastUse::filesThatCannotBeUsed()
{
    const QTemporaryDir folder;
    ClusterCache cache(folder.filePath(QStringLiteral("tables")));
    QVERIFY(!cache.readUse(Account));
    cache.write(Account, unused());
    cache.wait();
    QCOMPARE(cache.readUse(Account), std::optional(unused()));
    QVERIFY(!cache.readUse(QStringLiteral("b")));
    QCOMPARE(QFile::permissions(cache.usePathOf(Account)) &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
    QFile file(cache.usePathOf(Account));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) && file.putChar('x'));
    file.close();
    QVERIFY(!cache.readUse(Account));
    cache.remove(Account);
    cache.wait();
    QVERIFY(!QFile::exists(cache.usePathOf(Account)));
}

QTEST_APPLESS_MAIN(TestLastUse)
#include "tst_lastuse.moc"
