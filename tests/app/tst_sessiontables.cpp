// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"
#include "tests/app/accountcloud.h"
#include "tests/app/accounts/scriptedstore.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace clusterdeck;

namespace
{

using Cloud = AccountCloud;

QStringList idsIn(Session &session)
{
    QStringList ids;
    for (int row = 0; row < session.clusters().rowCount(); ++row)
        ids.append(session.clusters().clusterAt(row).record.id);
    return ids;
}

const QStringList Before{QStringLiteral("ehpc-a"), QStringLiteral("ehpc-b")};
const QStringList After{QStringLiteral("ehpc-b"), QStringLiteral("ehpc-c")};

QList<Exclusion> reasons(const Plan &plan)
{
    QList<Exclusion> all;
    for (const ExcludedItem &item : plan.excluded)
        all.append(item.reason);
    return all;
}

} // namespace

/// The table of an earlier run, shown at the next start.
class TestSessionTables : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void standsInUntilTheFirstListing();
    void aLongTableComesInParts();
    void closedWhileItIsRead();
    void listedWhileItIsRead();
    void anIncompleteListingReplacesNothing();
    void nothingIsDoneByIt();
    void shownOfWhatWillBeOpenedOnly();
    void goesWithItsAccount();
    void writtenWhenSomethingChanged();
    void notKeptUnlessAskedFor();
    void useIsFollowed();
    void useSeenSinceTheFileWasWritten();

private:
    void earlierRun();
    [[nodiscard]] QString tables() const { return m_folder->filePath(QStringLiteral("tables")); }
    [[nodiscard]] int files() const { return int(QDir(tables()).entryList(QDir::Files).size()); }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cloud> m_cloud;
    AccountStore m_saved;
    ScriptedStore m_secrets;
};

void TestSessionTables::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_cloud = std::make_unique<Cloud>();
    SavedAccount saved;
    saved.account = m_cloud->account;
    QVERIFY(m_saved.set({saved}));
    m_secrets.secrets = {{m_cloud->account.id, QStringLiteral("SECRETOFONE")}};
    m_secrets.holdsBack = false;
    m_secrets.outcome = SecretOutcome::Done;
    earlierRun();
}

void TestSessionTables::earlierRun()
{
    m_cloud->ids = Before;
    Session session(m_clock, {}, m_saved, m_secrets);
    session.keepTables(tables());
    session.book().openAll();
    QTRY_COMPARE(idsIn(session), Before);
}

void TestSessionTables::standsInUntilTheFirstListing()
{
    QCOMPARE(files(), 1); // the end of the session has written the file
    m_cloud->ids = After;
    m_secrets.holdsBack = true;
    const auto asked = m_cloud->server.requests().size();
    Session session(m_clock, {}, m_saved, m_secrets);
    const QAbstractItemModelTester tester(&session.clusters());
    session.keepTables(tables());
    session.showKeptTables();
    QCOMPARE(idsIn(session), QStringList()); // a thread reads it
    QTRY_COMPARE(idsIn(session), Before);
    QVERIFY(session.keptAsOf().isValid());
    QCOMPARE(session.clusters().label(m_cloud->account.id).name, QStringLiteral("one"));
    session.book().openAll();
    QCOMPARE(idsIn(session), Before);
    QCOMPARE(m_cloud->server.requests().size(), asked);

    m_secrets.release();
    QTRY_COMPARE(idsIn(session), After);
    QVERIFY(!session.keptAsOf().isValid());
}

/// The window never waits for it, and the listing starts when all its rows are shown.
void TestSessionTables::aLongTableComesInParts()
{
    constexpr int Rows = 12'001;
    KeptTable table;
    table.account = m_cloud->account.id;
    table.asOf = m_clock.utcNow().addDays(-1);
    for (int i = 0; i < Rows; ++i) {
        ClusterRecord record;
        record.id = QStringLiteral("ehpc-%1").arg(i);
        table.clusters.append(record);
    }
    {
        ClusterCache cache(tables());
        cache.write(table);
    }
    m_cloud->ids = After;
    const auto asked = m_cloud->server.requests().size();
    Session session(m_clock);
    session.keepTables(tables());
    int parts = 0;
    int shown = 0;
    connect(&session.clusters(), &ClusterModel::rowsInserted, this,
            [&](const QModelIndex &, int first, int last) {
                if (shown == Rows)
                    return;
                ++parts;
                shown += last - first + 1;
                QCOMPARE(m_cloud->server.requests().size(), asked);
            });
    session.open(m_cloud->account);
    session.refresh();
    session.open(m_cloud->account); // as after a change of its settings
    QTRY_COMPARE(shown, Rows);
    QVERIFY2(parts > 2, qPrintable(QString::number(parts)));
    QTRY_COMPARE(idsIn(session), After);
}

void TestSessionTables::closedWhileItIsRead()
{
    Cloud other(QStringLiteral("two"));
    const QString id = QStringLiteral("ehpc-other");
    {
        ClusterRecord record;
        record.id = id;
        ClusterCache cache(tables());
        cache.write({other.account.id, m_clock.utcNow(), {record}});
    }
    m_cloud->broken = other.broken = true;
    Session session(m_clock);
    session.keepTables(tables());
    session.open(m_cloud->account);
    QVERIFY(session.close(m_cloud->account.id));
    session.open(other.account);
    QTRY_COMPARE(idsIn(session), QStringList{id}); // the tables are read in the order of the calls
    session.open(m_cloud->account);
    QTRY_COMPARE(idsIn(session), QStringList{id} + Before);
    QVERIFY(session.close(m_cloud->account.id));
    QCOMPARE(idsIn(session), QStringList{id});
}

/// As by an operation that begins at once.
void TestSessionTables::listedWhileItIsRead()
{
    m_cloud->ids = After;
    Session session(m_clock);
    session.keepTables(tables());
    session.open(m_cloud->account);
    ClusterListing listing;
    listing.account = m_cloud->account.id;
    listing.complete = true;
    listing.asOf = m_clock.utcNow();
    listing.begun = m_clock.awake();
    session.clusters().apply(listing);
    QStringList seen;
    connect(&session.clusters(), &ClusterModel::rowsInserted, this,
            [&] { seen.append(idsIn(session)); });
    QTRY_COMPARE(idsIn(session), After);
    QCOMPARE(seen, After);
    QVERIFY(!session.keptAsOf().isValid());
}

void TestSessionTables::anIncompleteListingReplacesNothing()
{
    m_cloud->broken = true;
    Session session(m_clock);
    session.keepTables(tables());
    session.open(m_cloud->account); // as with --endpoint
    QTRY_COMPARE(idsIn(session), Before);
    QTRY_VERIFY_WITH_TIMEOUT(session.feeds().first()->error(), 60000);
    QCOMPARE(idsIn(session), Before);
    QVERIFY(session.keptAsOf().isValid());
    QVERIFY(!session.feeds().first()->isComplete());
    QVERIFY(!session.feeds().first()->asOf().isValid());
    m_cloud->broken = false;
    m_cloud->ids = After;
    session.refresh();
    QTRY_COMPARE(idsIn(session), After);
    QVERIFY(!session.keptAsOf().isValid());
}

void TestSessionTables::nothingIsDoneByIt()
{
    m_cloud->ids = After;
    m_secrets.holdsBack = true;
    Session session(m_clock, {}, m_saved, m_secrets);
    session.keepTables(tables());
    session.showKeptTables();
    QTRY_COMPARE(idsIn(session), Before);
    const QList<ClusterKey> keys{{m_cloud->account.id, Before.first()},
                                 {m_cloud->account.id, Before.last()}};
    const auto planned = [&] {
        std::optional<Plan> plan;
        session.operationService().plan(Verb::Delete, keys, this,
                                        [&](const Plan &made) { plan = made; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(plan, 20000); }();
        return plan.value_or(Plan());
    };
    // The account is not open.
    const Plan closed = planned();
    QVERIFY(closed.items.isEmpty());
    QCOMPARE(reasons(closed), (QList<Exclusion>(2, Exclusion::AccountClosed)));
    // Open, but never read: saved rows are not used for plans.
    m_cloud->broken = true;
    session.book().openAll();
    m_secrets.release();
    QTRY_COMPARE(session.accounts().size(), 1);
    const Plan unread = planned();
    QVERIFY(unread.items.isEmpty());
    QCOMPARE(reasons(unread), (QList<Exclusion>(2, Exclusion::NotRead)));
    std::optional<Result<Accepted>> renamed;
    session.operationService().rename(keys.first(), {.name = QStringLiteral("x")}, this,
                                      [&](const Result<Accepted> &made) { renamed = made; });
    QTRY_VERIFY(renamed);
    QVERIFY(!*renamed);
    QCOMPARE(renamed->error().outcome, Outcome::NotSent);
    // Read: the plan has only clusters that exist.
    m_cloud->broken = false;
    const Plan fresh = planned();
    QCOMPARE(fresh.items.size(), 1);
    QCOMPARE(fresh.items.first().cluster.record.id, Before.last());
    QVERIFY(fresh.items.first().fresh);
    QCOMPARE(reasons(fresh), QList<Exclusion>{Exclusion::NotFound});
    QCOMPARE(m_cloud->server.complete("POST"), 0);
}

void TestSessionTables::shownOfWhatWillBeOpenedOnly()
{
    const auto shown = [&](bool open, bool remember) {
        SavedAccount saved;
        saved.account = m_cloud->account;
        saved.open = open;
        saved.remember = remember;
        (void)m_saved.set({saved});
        Session session(m_clock, {}, m_saved, m_secrets);
        session.keepTables(tables());
        session.showKeptTables();
        return session.clusters().label(m_cloud->account.id) != AccountLabel(); // set at once
    };
    QVERIFY(!shown(false, true));
    QVERIFY(!shown(true, false)); // the user has to enter the secret first
    QVERIFY(shown(true, true));

    // The keychain has no secret: the account stays closed.
    m_secrets.outcome = SecretOutcome::Denied;
    Session session(m_clock, {}, m_saved, m_secrets);
    session.keepTables(tables());
    session.showKeptTables();
    QTRY_COMPARE(idsIn(session), Before);
    session.book().openAll();
    QTRY_COMPARE(idsIn(session), QStringList());
    QVERIFY(!session.keptAsOf().isValid());
    QCOMPARE(files(), 1);
    // The user opens the account later.
    m_cloud->broken = true;
    session.book().openWith(m_cloud->account.id, QStringLiteral("SECRETOFONE"));
    QTRY_COMPARE(idsIn(session), Before);
    QCOMPARE(session.book().close(m_cloud->account.id).outcome, AccountChange::Outcome::Done);
    QCOMPARE(idsIn(session), QStringList());
    QVERIFY(!session.keptAsOf().isValid());
}

void TestSessionTables::goesWithItsAccount()
{
    for (const bool open : {false, true}) {
        SavedAccount saved;
        saved.account = m_cloud->account;
        QVERIFY(m_saved.set({saved}));
        earlierRun();
        QCOMPARE(files(), 1);
        Session session(m_clock, {}, m_saved, m_secrets);
        session.keepTables(tables());
        session.showKeptTables();
        if (open) {
            m_cloud->ids = After;
            session.book().openAll();
            QTRY_COMPARE(idsIn(session), After);
        }
        std::optional<AccountChange> change;
        session.book().remove(m_cloud->account.id, false, this,
                              [&](const AccountChange &made) { change = made; });
        QTRY_VERIFY(change);
        QCOMPARE(change->outcome, AccountChange::Outcome::Done);
        QCOMPARE(idsIn(session), QStringList());
        QTRY_COMPARE(files(), 0);
        m_secrets.secrets = {{m_cloud->account.id, QStringLiteral("SECRETOFONE")}};
    }
    QCOMPARE(files(), 0); // the end of the session does not write the file again
}

void TestSessionTables::writtenWhenSomethingChanged()
{
    ClusterCache cache(tables());
    const QDateTime first = cache.read(m_cloud->account.id)->asOf;
    {
        Session session(m_clock);
        session.keepTables(tables());
        session.open(m_cloud->account);
        QTRY_VERIFY(session.clusters().completeAsOf(m_cloud->account.id).isValid());
        QVERIFY(!session.keptAsOf().isValid());
    }
    QCOMPARE(cache.read(m_cloud->account.id)->asOf, first); // the rows are the same
    m_cloud->ids = After;
    {
        Session session(m_clock);
        session.keepTables(tables());
        session.open(m_cloud->account);
        QTRY_COMPARE(idsIn(session), After);
    }
    const KeptTable kept = *cache.read(m_cloud->account.id);
    QVERIFY(kept.asOf > first);
    QCOMPARE(kept.clusters.last().text(&ClusterRecord::id), After.last());
    QFile file(cache.pathOf(m_cloud->account.id));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(!bytes.contains("SECRETOFONE") && !bytes.contains("ACCESSKEYIDOFONE"));
}

void TestSessionTables::notKeptUnlessAskedFor()
{
    QVERIFY(QDir(tables()).removeRecursively());
    Session session(m_clock);
    session.open(m_cloud->account);
    QTRY_COMPARE(idsIn(session), Before);
    QVERIFY(!session.keptAsOf().isValid());
    QCOMPARE(files(), 0);
}

/// Counts of an earlier run that have not increased mean that the cluster was unused since. An
/// unreadable file means nothing is known.
void TestSessionTables::useIsFollowed()
{
    double hours = 12.5;
    m_cloud->server.answerWith([&](const RecordedRequest &) {
        return FaultAnswer::json(
            QStringLiteral(R"({"ret_code": 0, "total_count": 1, "cluster_set": [
            {"cluster_id": "ehpc-a", "cluster_status": "active", "cpu_hours": %1,
             "finished_job_count": 7, "running_job_count": 0, "pending_job_count": 0}]})")
                .arg(hours)
                .toUtf8());
    });
    ClusterCache cache(tables());
    const QString &id = m_cloud->account.id;
    ClusterRecord record;
    record.id = QStringLiteral("ehpc-a");
    record.cpuHours = hours;
    record.finishedJobs = 7;
    record.runningJobs = record.pendingJobs = 0;
    const auto followed = [&](int daysAgo, int until) {
        LastUse use(id);
        use.follow({record}, m_clock.utcNow().addDays(-daysAgo));
        use.follow({record}, m_clock.utcNow().addDays(-until));
        return use;
    };
    /// The days unused in a new session, after its first listing.
    const auto days = [&] {
        Session session(m_clock);
        session.keepTables(tables());
        session.open(m_cloud->account);
        if (!QTest::qWaitFor([&] { return session.clusters().completeAsOf(id).isValid(); }))
            return -2;
        return session.clusters().daysUnused(0).value_or(-1);
    };
    cache.write(id, followed(34, 20));
    cache.wait();
    QCOMPARE(days(), 34);
    QCOMPARE(cache.readUse(id)->daysUnused(record), std::optional(34)); // saved
    hours = 13;
    QCOMPARE(days(), 0);
    record.cpuHours = hours;
    QCOMPARE(cache.readUse(id)->daysUnused(record), std::optional(0));

    cache.write(id, followed(34, -5)); // its last listing is in the future
    cache.wait();
    QCOMPARE(days(), 0);
    cache.write(id, followed(34, 20));
    cache.wait();
    QFile file(cache.usePathOf(id));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) && file.putChar('x'));
    file.close();
    QCOMPARE(days(), 0);
    QVERIFY(QFile::remove(cache.usePathOf(id)));
    QCOMPARE(days(), 0);
}

/// The file is older than what is in memory when an account is opened again.
void TestSessionTables::useSeenSinceTheFileWasWritten()
{
    int pending = 0;
    m_cloud->server.answerWith([&](const RecordedRequest &) {
        return FaultAnswer::json(
            QStringLiteral(R"({"ret_code": 0, "total_count": 1, "cluster_set": [
            {"cluster_id": "ehpc-a", "cluster_status": "active", "cpu_hours": 12.5,
             "finished_job_count": 7, "running_job_count": 0, "pending_job_count": %1}]})")
                .arg(pending)
                .toUtf8());
    });
    const QString &id = m_cloud->account.id;
    ClusterRecord record;
    record.id = QStringLiteral("ehpc-a");
    record.cpuHours = 12.5;
    record.finishedJobs = 7;
    record.runningJobs = record.pendingJobs = 0;
    LastUse use(id);
    use.follow({record}, m_clock.utcNow().addDays(-34));
    use.follow({record}, m_clock.utcNow().addDays(-20));
    ClusterCache cache(tables());
    cache.write(id, use);
    cache.wait();

    Session session(m_clock);
    session.keepTables(tables());
    const auto days = [&] {
        return session.clusters().rowCount() == 0 ? -1
                                                  : session.clusters().daysUnused(0).value_or(-1);
    };
    session.open(m_cloud->account);
    QTRY_COMPARE(days(), 34);
    QTRY_VERIFY(session.clusters().completeAsOf(id).isValid());
    pending = 1;
    session.refresh();
    QTRY_COMPARE(days(), 0);
    pending = 0;
    QVERIFY(session.close(id));
    session.open(m_cloud->account);
    QTRY_VERIFY(session.clusters().completeAsOf(id).isValid());
    QCOMPARE(days(), 0);
}

QTEST_GUILESS_MAIN(TestSessionTables)
#include "tst_sessiontables.moc"
