// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/parking/parkingstore.h"
#include "tests/support/manualclock.h"
#include "tests/support/mutations.h"
#include "tests/support/utc.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

ClusterRecord record(const QString &status, const QString &billing = QStringLiteral("PayForUsed"),
                     const QString &transition = {})
{
    ClusterRecord record;
    record.id = QStringLiteral("ehpc-1");
    record.status = status;
    record.billing = billing;
    record.transition = transition;
    return record;
}

ParkedCluster parked(int number)
{
    ParkedCluster parked;
    parked.key = {QStringLiteral("a"), QStringLiteral("ehpc-%1").arg(number)};
    parked.name = QStringLiteral("name of %1, 仿真").arg(number);
    parked.parkedAt = utc(QDate(2021, 8, 19), QTime(16, 44, 40, 123));
    parked.due = QDate(2021, 9, 1);
    parked.note = QStringLiteral("two\nlines");
    parked.by = QStringLiteral("usr-me");
    return parked;
}

/// While this object exists, no file can grow, as on a full disk.
class FullDisk
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{0, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
    }
    /// Whether the limit works here: some containers ignore it.
    [[nodiscard]] static bool isObeyed(const QString &path)
    {
        const FullDisk full;
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write("x") < 0;
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

} // namespace

class TestParking : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void roles_data();
    void roles();
    void choice();
    void steps_data();
    void steps();
    void marksGoWithTheirStop_data();
    void marksGoWithTheirStop();
    void states_data();
    void states();
    void whatIsDue_data();
    void whatIsDue();
    void allOfThem();
    void whoStartedIt();
    void reminding_data();
    void reminding();
    void staysSuspended();
    void anotherDay_data();
    void anotherDay();
    void aLife();
    void days_data();
    void days();
    void oneMarkEach();
    void keptOnDisk();
    void opensWhatIsOnDisk();
    void opensASuspendedDay();
    void twoCopiesMerge();
    void unknownMembersStay();
    void aVanishedFileLeavesThemParked();
    void whatCouldNotBeWrittenIsWrittenLater();
    void inMemory();
    void unreadable_data();
    void unreadable();
    void partlyReadable();
    void cannotBeKeptAside();
    void fullDisk();
    void anyBytes();

private:
    [[nodiscard]] QString path() const
    {
        return m_folder->filePath(QStringLiteral("in/parked.json"));
    }
    void write(const QByteArray &bytes) const
    {
        QDir().mkpath(m_folder->filePath(QStringLiteral("in")));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->filePath(QStringLiteral("in")))
            .entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestParking::roles_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("billing");
    QTest::addColumn<QString>("transition");
    QTest::addColumn<ParkingRole>("role");
    const QString pay = QStringLiteral("PayForUsed");
    QTest::newRow("active") << "active" << pay << "" << ParkingRole::Stop;
    QTest::newRow("stopped") << "stopped" << pay << "" << ParkingRole::Mark;
    QTest::newRow("suspended") << "suspended" << pay << "" << ParkingRole::Mark;
    QTest::newRow("pending") << "pending" << pay << "" << ParkingRole::Busy;
    QTest::newRow("unknown state") << "melting" << pay << "" << ParkingRole::Busy;
    QTest::newRow("in transition") << "active" << pay << "stopping" << ParkingRole::Busy;
    QTest::newRow("prepaid, active") << "active"
                                     << "Reserved"
                                     << "" << ParkingRole::Prepaid;
    QTest::newRow("prepaid, stopped") << "stopped"
                                      << "Reserved"
                                      << "" << ParkingRole::Prepaid;
    QTest::newRow("prepaid, busy") << "active"
                                   << "Reserved"
                                   << "stopping" << ParkingRole::Prepaid;
    QTest::newRow("billing unknown") << "active"
                                     << ""
                                     << "" << ParkingRole::Stop;
}

void TestParking::roles()
{
    QFETCH(QString, status);
    QFETCH(QString, billing);
    QFETCH(QString, transition);
    QFETCH(ParkingRole, role);
    QCOMPARE(parkingRoleOf(record(status, billing, transition)), role);
}

void TestParking::choice()
{
    const auto cluster = [](const QString &id, ClusterRecord record) {
        record.id = id;
        return Cluster{QStringLiteral("a"), record};
    };
    const ParkingChoice choice = parkingChoice(
        {cluster(QStringLiteral("1"), record(QStringLiteral("active"))),
         cluster(QStringLiteral("2"), record(QStringLiteral("stopped"))),
         cluster(QStringLiteral("3"), record(QStringLiteral("active"), QStringLiteral("Reserved"))),
         cluster(QStringLiteral("4"), record(QStringLiteral("pending"))),
         cluster(QStringLiteral("5"), record(QStringLiteral("active"), QString())),
         cluster(QStringLiteral("6"), record(QStringLiteral("stopped"), QStringLiteral("New")))});
    const auto ids = [](const QList<Cluster> &clusters) {
        QStringList texts;
        for (const Cluster &each : clusters)
            texts.append(each.record.id);
        return texts.join(u' ');
    };
    QCOMPARE(ids(choice.stop), QStringLiteral("1 5"));
    QCOMPARE(ids(choice.mark), QStringLiteral("2 6"));
    QCOMPARE(ids(choice.prepaid), QStringLiteral("3"));
    QCOMPARE(ids(choice.busy), QStringLiteral("4"));
    QCOMPARE(choice.billingUnknown, 2);
    QCOMPARE(choice.parked(), 4);
}

namespace
{

/// Ids of one letter each, all of the same account.
QList<ClusterKey> keysOf(const QString &letters)
{
    QList<ClusterKey> keys;
    for (const QChar letter : letters)
        keys.append({QStringLiteral("a"), QString(letter)});
    return keys;
}

} // namespace

void TestParking::steps_data()
{
    QTest::addColumn<QString>("stop");
    QTest::addColumn<QString>("mark");
    QTest::addColumn<int>("hidden");
    QTest::addColumn<ParkingStep>("step");
    QTest::newRow("nothing") << ""
                             << "" << 0 << ParkingStep::None;
    QTest::newRow("nothing is left of the hidden ones") << ""
                                                        << "" << 2 << ParkingStep::None;
    QTest::newRow("one to stop") << "x"
                                 << "" << 0 << ParkingStep::Stop;
    QTest::newRow("both") << "xy"
                          << "z" << 0 << ParkingStep::Stop;
    QTest::newRow("marks alone") << ""
                                 << "z" << 0 << ParkingStep::Mark;
    QTest::newRow("one to stop is hidden") << "x"
                                           << "" << 1 << ParkingStep::AskHidden;
    QTest::newRow("one of both is hidden") << "xy"
                                           << "z" << 1 << ParkingStep::AskHidden;
    QTest::newRow("one only marked is hidden") << ""
                                               << "yz" << 1 << ParkingStep::AskHidden;
}

void TestParking::steps()
{
    QFETCH(QString, stop);
    QFETCH(QString, mark);
    QFETCH(int, hidden);
    ParkingRequest request;
    request.stop = keysOf(stop);
    request.mark = keysOf(mark);
    QTEST(nextStep(request, hidden), "step");
    QCOMPARE(request.reducedTo(request.keys()).keys(), request.keys());
    QVERIFY(request.reducedTo({}).keys().isEmpty());
    QCOMPARE(request.reducedTo(keysOf(QStringLiteral("xz"))).keys(),
             keysOf(QString(stop + mark).remove(u'y')));
}

void TestParking::marksGoWithTheirStop_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<QString>("confirmed");
    QTest::addColumn<QString>("marked");
    QTest::newRow("as asked") << Verb::Stop << "xy"
                              << "xyz";
    QTest::newRow("one dropped out") << Verb::Stop << "y"
                                     << "yz";
    QTest::newRow("all dropped out") << Verb::Stop << ""
                                     << "";
    QTest::newRow("a stop of another cluster") << Verb::Stop << "xw"
                                               << "";
    QTest::newRow("a stop of one that is only marked") << Verb::Stop << "z"
                                                       << "";
    QTest::newRow("a deletion") << Verb::Delete << "xy"
                                << "";
    QTest::newRow("a start") << Verb::Start << "xy"
                             << "";
}

void TestParking::marksGoWithTheirStop()
{
    QFETCH(Verb, verb);
    QFETCH(QString, confirmed);
    QFETCH(QString, marked);
    ParkingRequest request;
    request.stop = keysOf(QStringLiteral("xy"));
    request.mark = keysOf(QStringLiteral("z"));
    QCOMPARE(markedWith(request, verb, keysOf(confirmed)), keysOf(marked));
}

void TestParking::states_data()
{
    QTest::addColumn<bool>("read");
    QTest::addColumn<QString>("status"); // "gone": not in the table
    QTest::addColumn<QString>("transition");
    QTest::addColumn<bool>("wasStopped");
    QTest::addColumn<bool>("deletedHere");
    QTest::addColumn<ParkedState>("state");
    QTest::newRow("not read") << false << "stopped"
                              << "" << true << false << ParkedState::NotRead;
    QTest::newRow("not read is not gone") << false << "gone"
                                          << "" << true << true << ParkedState::NotRead;
    QTest::newRow("stopped") << true << "stopped"
                             << "" << true << false << ParkedState::Stopped;
    QTest::newRow("never stopped") << true << "active"
                                   << "" << false << false << ParkedState::Running;
    QTest::newRow("started again") << true << "active"
                                   << "" << true << false << ParkedState::RunningAgain;
    QTest::newRow("on its way") << true << "active"
                                << "stopping" << false << false << ParkedState::Changing;
    QTest::newRow("pending") << true << "pending"
                             << "" << true << false << ParkedState::Changing;
    QTest::newRow("unknown") << true << "melting"
                             << "" << true << false << ParkedState::Changing;
    QTest::newRow("suspended") << true << "suspended"
                               << "" << false << false << ParkedState::Suspended;
    QTest::newRow("gone") << true << "gone"
                          << "" << true << false << ParkedState::Gone;
    QTest::newRow("listed as deleted") << true << "ceased"
                                       << "" << true << false << ParkedState::Gone;
    QTest::newRow("deleted here and listed") << true << "terminated"
                                             << "" << true << true << ParkedState::DeletedHere;
    QTest::newRow("on its way back") << true << "terminated"
                                     << "recovering" << true << false << ParkedState::Changing;
    QTest::newRow("deleted here") << true << "gone"
                                  << "" << true << true << ParkedState::DeletedHere;
    QTest::newRow("there after all") << true << "stopped"
                                     << "" << true << true << ParkedState::Stopped;
}

void TestParking::states()
{
    QFETCH(bool, read);
    QFETCH(QString, status);
    QFETCH(QString, transition);
    QFETCH(bool, wasStopped);
    QFETCH(bool, deletedHere);
    QFETCH(ParkedState, state);
    ParkedCluster mark = parked(1);
    if (wasStopped)
        mark.stoppedAt = mark.parkedAt;
    mark.deletedHere = deletedHere;
    const auto now =
        status == u"gone" ? std::nullopt : std::optional(record(status, QString(), transition));
    QCOMPARE(parkedStateOf(mark, read, now), state);
}

void TestParking::whatIsDue_data()
{
    QTest::addColumn<ParkedState>("state");
    QTest::addColumn<int>("daysLeft");
    QTest::addColumn<bool>("due");
    for (const ParkedState state : {ParkedState::Stopped, ParkedState::Running,
                                    ParkedState::Changing, ParkedState::Suspended}) {
        QTest::addRow("%d tomorrow", int(state)) << state << 1 << false;
        QTest::addRow("%d today", int(state)) << state << 0 << true;
        QTest::addRow("%d over", int(state)) << state << -30 << true;
    }
    for (const ParkedState state :
         {ParkedState::NotRead, ParkedState::Gone, ParkedState::DeletedHere})
        QTest::addRow("%d is not there", int(state)) << state << -1 << false;
    // Somebody needed the cluster.
    QTest::newRow("started again") << ParkedState::RunningAgain << -1 << false;
}

void TestParking::whatIsDue()
{
    QFETCH(ParkedState, state);
    QFETCH(int, daysLeft);
    QFETCH(bool, due);
    const ParkedCluster mark = parked(1);
    QCOMPARE(awaitsDeletion(mark, state, mark.due.addDays(-daysLeft)), due);
    ParkedCluster startedAgain = mark;
    startedAgain.startedAgainAt = mark.parkedAt;
    QVERIFY(!awaitsDeletion(startedAgain, state, mark.due.addDays(-daysLeft)));
}

/// Sorted by day, earliest first, with the facts about each; due ones are reported separately.
void TestParking::allOfThem()
{
    const QDate today(2021, 9, 1);
    QList<ParkedCluster> all{parked(1), parked(2), parked(3), parked(4)};
    all[0].due = today.addDays(1);
    all[3].due = today.addDays(-1);
    const auto factsOf = [](const ClusterKey &key) {
        ParkedFacts facts;
        facts.read = key.id != u"ehpc-3";
        if (key.id != u"ehpc-4")
            facts.now = record(QStringLiteral("stopped"));
        facts.deletedHere = key.id == u"ehpc-4";
        return facts;
    };
    const QList<ParkedNow> now = parkedNow(all, factsOf);
    QStringList ids;
    QList<ParkedState> states;
    for (const ParkedNow &each : now) {
        ids.append(each.mark.key.id);
        states.append(each.state);
    }
    QCOMPARE(ids, (QStringList{all[3].key.id, all[1].key.id, all[2].key.id, all[0].key.id}));
    QCOMPARE(states, (QList{ParkedState::Gone, ParkedState::Stopped, ParkedState::NotRead,
                            ParkedState::Stopped}));
    QCOMPARE(dueAmong(now, today), QList{all[1].key});
    QCOMPARE(dueAmong(now, today.addDays(1)), (QList{all[1].key, all[0].key}));
    // A cluster of an account that was not read may exist or not.
    QCOMPARE(dueList(now, today).notRead, 1);
    QCOMPARE(dueList(now, today.addDays(-1)).notRead, 0);
    QList<ParkedCluster> startedAgain = all;
    for (ParkedCluster &each : startedAgain)
        each.startedAgainAt = each.parkedAt;
    const DueList none = dueList(parkedNow(startedAgain, factsOf), today);
    QVERIFY(none.clusters.isEmpty() && none.notRead == 0);
    // Marks in descriptions count too, but for a parked cluster only its own day counts.
    QList<Cluster> listed;
    const auto add = [&](const QString &id, const char *description) {
        ClusterRecord marked = record(QStringLiteral("active"));
        marked.id = id;
        marked.description = QLatin1String(description);
        listed.append({all[1].key.account, marked});
    };
    add(all[1].key.id, "[expires 2001-01-01]");
    add(QStringLiteral("ehpc-later"), "[expires 2999-01-01]");
    add(QStringLiteral("ehpc-kept"), "[expires 2001-01-01] [keep]");
    add(QStringLiteral("ehpc-old"), "for a course [expires 2001-01-02]");
    const DueList due = withExpired(dueList(now, today), listed, utc(today, QTime(12, 0)));
    QCOMPARE(due.clusters.size(), 2);
    QCOMPARE(due.clusters.first().key.id, QStringLiteral("ehpc-old"));
    QCOMPARE(due.clusters.first().why, "expired");
    QCOMPARE(due.clusters.first().day, QDate(2001, 1, 2));
    QCOMPARE(due.clusters.last().key, all[1].key);
    QCOMPARE(due.clusters.last().why, "parked");

    const QDateTime utc = all.first().parkedAt.addSecs(60);
    const QList<ParkedCluster> noted = withFacts(all, factsOf, utc);
    QCOMPARE(noted.at(0).stoppedAt, utc);
    QVERIFY(noted.at(2) == all.at(2) && noted.at(3).deletedHere);
    QCOMPARE(withFacts(noted, factsOf, utc.addSecs(60)), noted);
}

/// The log is read once for each cluster that was started elsewhere and still runs.
void TestParking::whoStartedIt()
{
    const auto now = [](int number, ParkedState state) {
        ParkedNow each;
        each.mark = parked(number);
        each.state = state;
        return each;
    };
    const QList<ParkedNow> all{now(1, ParkedState::RunningAgain), now(2, ParkedState::RunningAgain),
                               now(3, ParkedState::Stopped), now(4, ParkedState::RunningAgain),
                               now(5, ParkedState::Changing)};
    const auto key = [](int number) { return parked(number).key; };
    const auto startedHere = [&](const ClusterKey &which) { return which == key(4); };
    const Starters known{{key(2), QStringLiteral("usr-a")}, {key(3), QStringLiteral("usr-b")}};
    const StarterSearch search = starterSearch(all, known, startedHere);
    QCOMPARE(search.wanted, (QMap<QString, QList<ClusterKey>>{{QStringLiteral("a"), {key(1)}}}));
    QCOMPARE(search.known, (Starters{{key(1), std::nullopt},
                                     {key(2), QStringLiteral("usr-a")},
                                     {key(4), std::nullopt}}));
    QVERIFY(starterSearch(all, search.known, startedHere).wanted.isEmpty());
    // It was stopped meanwhile, and somebody starts it again.
    const QList<ParkedNow> stopped{now(2, ParkedState::Stopped)};
    const Starters forgotten = starterSearch(stopped, search.known, startedHere).known;
    QVERIFY(forgotten.isEmpty());
    QCOMPARE(starterSearch({all[1]}, forgotten, startedHere).wanted.size(), 1);
}

void TestParking::reminding_data()
{
    QTest::addColumn<int>("daysAgo");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("shown");
    QTest::addColumn<DueStep>("step");
    QTest::newRow("none") << 0 << 0 << 0 << false << DueStep::Hide;
    QTest::newRow("none any more") << 0 << 2 << 0 << true << DueStep::Hide;
    QTest::newRow("the first") << 0 << 0 << 1 << false << DueStep::Show;
    QTest::newRow("fewer, in sight") << 0 << 2 << 1 << true << DueStep::Update;
    QTest::newRow("the next day, in sight") << 1 << 2 << 2 << true << DueStep::Update;
    QTest::newRow("dismissed") << 0 << 2 << 2 << false << DueStep::Leave;
    QTest::newRow("dismissed, then fewer") << 0 << 2 << 1 << false << DueStep::Leave;
    QTest::newRow("dismissed, then more") << 0 << 2 << 3 << false << DueStep::Show;
    QTest::newRow("dismissed the day before") << 1 << 2 << 1 << false << DueStep::Show;
}

void TestParking::reminding()
{
    QFETCH(int, daysAgo);
    QFETCH(int, before);
    QFETCH(int, count);
    QFETCH(bool, shown);
    const QDate today(2021, 9, 1);
    QTEST(dueStep({today.addDays(-daysAgo), before}, today, count, shown), "step");
    if (count > 0 && !shown)
        QCOMPARE(dueStep({}, today, count, shown), DueStep::Show); // at the start of the program
}

/// After somebody has started the cluster, its day counts again only when a user says so.
void TestParking::staysSuspended()
{
    const QDateTime later = parked(1).parkedAt.addDays(1);
    const QDate due = parked(1).due;
    const auto startedAndStopped = [&](ParkedCluster mark) {
        for (const char *status : {"stopped", "active", "stopped"})
            note(mark, {true, record(QLatin1String(status)), false}, later);
        return mark;
    };
    const auto isDue = [&](const ParkedCluster &mark, const char *status) {
        const auto facts = [&](const ClusterKey &) {
            return ParkedFacts{true, record(QLatin1String(status)), false};
        };
        return !dueAmong(parkedNow({mark}, facts), due).isEmpty();
    };
    const ParkedCluster mark = startedAndStopped(parked(1));
    QVERIFY(isSuspended(mark, ParkedState::Stopped));
    QVERIFY(!isDue(mark, "stopped") && !isDue(mark, "active"));
    QVERIFY(isDue(withParked({mark}, {parked(1)}).constFirst(), "stopped"));
    // A new day counts although the cluster runs, and a later start suspends it again.
    ParkedCluster again = withDay({mark}, {mark.key}, due, QString()).constFirst();
    QVERIFY(!note(again, {true, record(QStringLiteral("active")), false}, later));
    QVERIFY(isDue(again, "stopped") && isDue(again, "active"));
    QVERIFY(!isDue(startedAndStopped(again), "stopped"));
    // The day of a cluster that nobody started.
    ParkedCluster stopped = parked(1);
    stopped.stoppedAt = later;
    QCOMPARE(withDay({stopped}, {stopped.key}, due, stopped.note), QList{stopped});
}

void TestParking::anotherDay_data()
{
    QTest::addColumn<QList<int>>("chosen");
    QTest::addColumn<QString>("note");
    QTest::addColumn<bool>("noteIsReplaced");
    QTest::newRow("one") << QList{2} << "new" << true;
    QTest::newRow("one, its note deleted") << QList{2} << "" << true;
    QTest::newRow("two") << QList{2, 3} << "new" << true;
    QTest::newRow("two keep their notes") << QList{2, 3} << "" << false;
    QTest::newRow("none") << QList<int>() << "new" << false;
}

void TestParking::anotherDay()
{
    QFETCH(QList<int>, chosen);
    QFETCH(QString, note);
    QFETCH(bool, noteIsReplaced);
    QList<ParkedCluster> expected{parked(1), parked(2), parked(3)};
    QList<ParkedCluster> others;
    QList<ClusterKey> keys{parked(7).key}; // which is no longer parked
    if (chosen.size() == 1)
        keys.clear();
    const QDate due(2022, 1, 1);
    for (ParkedCluster &each : expected) {
        if (!chosen.contains(expected.indexOf(each) + 1)) {
            others.append(each);
            continue;
        }
        keys.append(each.key);
        each.due = due;
        if (noteIsReplaced)
            each.note = note;
    }
    const QList<ParkedCluster> all{parked(1), parked(2), parked(3)};
    QCOMPARE(withDay(all, keys, due, note), expected);
    QCOMPARE(withoutParked(all, keys), others);
}

/// A cluster is parked, stopped, started by another user and deleted: the data that is recorded on
/// the way, and when nothing needs to be written.
void TestParking::aLife()
{
    ManualClock clock;
    ParkedCluster mark = parked(1);
    const auto sees = [&](bool read, const char *status, bool deletedHere = false) {
        clock.advance(1min);
        const auto now = status ? std::optional(record(QString::fromLatin1(status))) : std::nullopt;
        return note(mark, {read, now, deletedHere}, clock.utcNow());
    };
    QVERIFY(!sees(true, "active"));
    QVERIFY(!sees(false, "stopped"));
    QVERIFY(!mark.stoppedAt.isValid());
    QVERIFY(sees(true, "stopped"));
    const QDateTime stopped = mark.stoppedAt;
    QCOMPARE(stopped, clock.utcNow());
    QVERIFY(!sees(true, "stopped") && !mark.startedAgainAt.isValid());
    QVERIFY(!sees(false, "active") && sees(true, "active"));
    const QDateTime startedAgain = mark.startedAgainAt;
    QCOMPARE(startedAgain, clock.utcNow());
    QVERIFY(!sees(true, "active") && !sees(true, "stopped") && !sees(true, "active"));
    QCOMPARE(mark.stoppedAt, stopped);
    QCOMPARE(mark.startedAgainAt, startedAgain);
    QVERIFY(!sees(false, nullptr, true)); // of a closed account nothing is known
    QVERIFY(sees(true, nullptr));
    const QDateTime gone = mark.goneAt;
    QVERIFY(gone.isValid() && !mark.deletedHere);
    QVERIFY(!sees(true, nullptr));
    QVERIFY(sees(true, nullptr, true)); // our deletion ended after the listing
    QVERIFY(!sees(true, nullptr, false));
    QVERIFY(mark.deletedHere);
    QCOMPARE(mark.goneAt, gone);
    QVERIFY(sees(true, "stopped"));
    QVERIFY(!mark.goneAt.isValid() && !mark.deletedHere);
}

void TestParking::days_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDateTime>("utc");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<int>("minutes");
    const auto utc = [](int month, int day, int hour, int minute) {
        return clusterdeck::utc(QDate(2021, month, day), QTime(hour, minute));
    };
    QTest::newRow("UTC") << QByteArray("UTC") << utc(8, 19, 23, 59) << QDate(2021, 8, 19) << 1;
    QTest::newRow("midnight") << QByteArray("UTC") << utc(8, 20, 0, 0) << QDate(2021, 8, 20)
                              << 1440;
    QTest::newRow("Shanghai is ahead")
        << QByteArray("Asia/Shanghai") << utc(8, 19, 16, 0) << QDate(2021, 8, 20) << 1440;
    QTest::newRow("Shanghai, before")
        << QByteArray("Asia/Shanghai") << utc(8, 19, 15, 59) << QDate(2021, 8, 19) << 1;
    QTest::newRow("New York is behind")
        << QByteArray("America/New_York") << utc(8, 20, 3, 59) << QDate(2021, 8, 19) << 1;
    QTest::newRow("a day of 23 hours")
        << QByteArray("Europe/Berlin") << utc(3, 27, 23, 0) << QDate(2021, 3, 28) << 23 * 60;
    QTest::newRow("a day of 25 hours")
        << QByteArray("Europe/Berlin") << utc(10, 30, 22, 0) << QDate(2021, 10, 31) << 25 * 60;
}

void TestParking::days()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDateTime, utc);
    QFETCH(QDate, day);
    QFETCH(int, minutes);
    const QTimeZone place(zone);
    QVERIFY(place.isValid());
    QCOMPARE(dayAt(utc, place), day);
    QCOMPARE(untilNextDay(utc, place), std::chrono::milliseconds(minutes * 60'000LL));
}

void TestParking::oneMarkEach()
{
    ParkedCluster other = parked(2);
    other.due = other.due.addDays(7);
    ParkedCluster elsewhere = parked(2);
    elsewhere.key.account = QStringLiteral("b");
    const QList<ParkedCluster> all =
        withParked({parked(1), parked(2), parked(3)}, {other, elsewhere, parked(4)});
    QCOMPARE(all, (QList{parked(1), other, parked(3), elsewhere, parked(4)}));
}

void TestParking::keptOnDisk()
{
    ParkedCluster seen = parked(2);
    seen.stoppedAt = seen.parkedAt.addSecs(60);
    seen.startedAgainAt = seen.parkedAt.addSecs(90);
    seen.goneAt = seen.parkedAt.addSecs(120);
    seen.deletedHere = true;
    ParkedCluster bare;
    bare.key = {QString(), QStringLiteral("ehpc-3")};
    bare.due = QDate(2022, 2, 28);
    {
        ParkingStore store(path());
        QVERIFY(store.parked().isEmpty() && !store.isUnreadable());
        QVERIFY(!QFile::exists(path()));
        QVERIFY(store.set({parked(1), seen, bare}));
        QVERIFY(!store.problem() && store.setAside().isEmpty());
    }
    QCOMPARE(QFile::permissions(path()) &
                 (QFile::ReadOther | QFile::WriteOther | QFile::ReadGroup | QFile::WriteGroup),
             QFile::Permissions());
    ParkingStore store(path());
    QCOMPARE(store.parked(), (QList{parked(1), seen, bare}));
    QVERIFY(!store.isUnreadable());
    QVERIFY(store.find(seen.key) && store.find(seen.key)->goneAt == seen.goneAt);
    QVERIFY(!store.find({QStringLiteral("b"), seen.key.id}));
    QVERIFY(store.set({}));
    QVERIFY(!store.find(seen.key));
    QVERIFY(ParkingStore(path()).parked().isEmpty());
    QCOMPARE(files(), QStringList{QStringLiteral("parked.json")});
}

/// A file written by a version of November 2026.
void TestParking::opensWhatIsOnDisk()
{
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("in"))));
    QVERIFY(
        QFile::copy(QStringLiteral(CLUSTERDECK_TESTS_DIR "/fixtures/2026-11/parked.json"), path()));
    ParkingStore store(path());
    QVERIFY(!store.isUnreadable() && !store.problem());
    QCOMPARE(store.parked().size(), 2);
    const ParkedCluster &first = store.parked().first();
    QCOMPARE(first.key.id, QStringLiteral("ehpc-v4uu2l1a"));
    QCOMPARE(first.name, QStringLiteral("测试 lab"));
    QCOMPARE(first.due, QDate(2026, 12, 24));
    QCOMPARE(first.note, QStringLiteral("until the paper is out"));
    QCOMPARE(first.stoppedAt, first.parkedAt.addSecs(300));
    QVERIFY(!first.startedAgainAt.isValid() && !first.goneAt.isValid() && !first.deletedHere);
    QVERIFY(store.parked().last().goneAt.isValid() && store.parked().last().deletedHere);
}

/// A file written by a version of December 2026.
void TestParking::opensASuspendedDay()
{
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("in"))));
    QVERIFY(
        QFile::copy(QStringLiteral(CLUSTERDECK_TESTS_DIR "/fixtures/2026-12/parked.json"), path()));
    ParkingStore store(path());
    QVERIFY(!store.isUnreadable());
    const ParkedCluster mark = store.parked().value(0);
    QCOMPARE(mark.startedAgainAt, mark.stoppedAt.addDays(1));
    QVERIFY(store.set(withDay({mark}, {mark.key}, mark.due, mark.note)));
    QVERIFY(!read(path()).contains("started_again_at"));
}

void TestParking::twoCopiesMerge()
{
    ParkingStore one(path());
    ParkingStore two(path());
    QVERIFY(one.set({parked(1), parked(2)}));
    QVERIFY(two.refresh());
    QVERIFY(!two.refresh());
    QCOMPARE(two.parked(), one.parked());
    // One instance parks a third and changes a note; the other removes the second and records that
    // the first is stopped.
    QList<ParkedCluster> ones = one.parked();
    ones.first().note = QStringLiteral("another");
    QVERIFY(one.set(ones << parked(3)));
    QList<ParkedCluster> twos = two.parked();
    twos.first().stoppedAt = twos.first().parkedAt.addSecs(60);
    twos.removeLast();
    QVERIFY(two.set(twos));
    ParkedCluster first = ones.first();
    first.stoppedAt = twos.first().stoppedAt;
    QCOMPARE(ParkingStore(path()).parked(), (QList{first, parked(3)}));
    QCOMPARE(two.parked(), (QList{first, parked(3)}));
}

void TestParking::unknownMembersStay()
{
    QVERIFY(ParkingStore(path()).set({parked(1), parked(2)}));
    QByteArray bytes = read(path());
    bytes.replace("\"by\":", "\"later\": [1], \"by\":");
    bytes.replace("\"version\":", "\"site\": 7, \"version\":");
    write(bytes);
    ParkingStore store(path());
    QVERIFY(!store.isUnreadable());
    QList<ParkedCluster> all = store.parked();
    all.first().note = QStringLiteral("changed");
    QVERIFY(store.set(all << parked(3)));
    const QByteArray after = read(path());
    QCOMPARE(after.count("\"later\""), 2);
    QVERIFY(after.contains("\"site\": 7") && after.contains("changed"));
}

void TestParking::aVanishedFileLeavesThemParked()
{
    ParkingStore store(path());
    QVERIFY(store.set({parked(1)}));
    QVERIFY(QFile::remove(path()));
    (void)store.refresh();
    QCOMPARE(store.parked(), QList{parked(1)});
    QVERIFY(!store.isUnreadable());
    QVERIFY(store.set({parked(1), parked(2)}));
    QCOMPARE(ParkingStore(path()).parked().size(), 2);
}

/// A change that could not be written is written with the next one, and keeps what others wrote
/// meanwhile.
void TestParking::whatCouldNotBeWrittenIsWrittenLater()
{
    ParkingStore store(path());
    QVERIFY(store.set({parked(1)}));
    QVERIFY(QDir().mkdir(path() + QStringLiteral(".lock")));
    QVERIFY(!store.set({parked(1), parked(2)}));
    QVERIFY(QDir().rmdir(path() + QStringLiteral(".lock")));
    ParkingStore other(path());
    QVERIFY(other.set({parked(3)}));
    QVERIFY(store.refresh());
    QCOMPARE(store.parked(), (QList{parked(3), parked(2)}));
    QVERIFY(store.set(store.parked()));
    QCOMPARE(ParkingStore(path()).parked(), (QList{parked(3), parked(2)}));
}

void TestParking::inMemory()
{
    ParkingStore store;
    QVERIFY(store.parked().isEmpty());
    QVERIFY(store.set({parked(1)}));
    QCOMPARE(store.parked().size(), 1);
    QVERIFY(ParkingStore().parked().isEmpty());
}

void TestParking::unreadable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"version\": 1, \"clusters\": [");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no clusters") << QByteArray("{\"version\": 1}");
    QTest::newRow("newer") << QByteArray("{\"version\": 2, \"clusters\": []}");
    QTest::newRow("no day") << QByteArray(
        "{\"version\": 1, \"clusters\": [{\"account\": \"a\", \"id\": \"ehpc-1\"}]}");
    QTest::newRow("no such day") << QByteArray(
        "{\"version\": 1, \"clusters\": [{\"id\": \"ehpc-1\", \"due\": \"2021-02-29\"}]}");
    QTest::newRow("no id") << QByteArray(
        "{\"version\": 1, \"clusters\": [{\"due\": \"2021-02-28\"}]}");
    QTest::newRow("a name of another type") << QByteArray(
        R"({"version": 1, "clusters": [{"id": "a", "due": "2021-02-28", "name": 7}]})");
    QTest::newRow("deleted, as a word") << QByteArray(
        R"({"version": 1, "clusters": [{"id": "a", "due": "2021-02-28", "deleted_here": "no"}]})");
    QTest::newRow("a time that is a number") << QByteArray(
        R"({"version": 1, "clusters": [{"id": "a", "due": "2021-02-28", "gone_at": 7}]})");
    QTest::newRow("a start that is a number") << QByteArray(
        R"({"version": 1, "clusters": [{"id": "a", "due": "2021-02-28", "started_again_at": 7}]})");
    QTest::newRow("clusters twice")
        << QByteArray(R"({"version": 1, "clusters": [], "clusters": []})");
    QTest::newRow("a version that is a word") << QByteArray(R"({"version": "1", "clusters": []})");
    QTest::newRow("clusters of another type") << QByteArray(R"({"version": 1, "clusters": "x"})");
    QTest::newRow("no time") << QByteArray("{\"version\": 1, \"clusters\": [{\"id\": \"ehpc-1\", "
                                           "\"due\": \"2021-02-28\", \"gone_at\": \"soon\"}]}");
}

/// The problem is reported, reading does not change the file, and the first change keeps a copy of
/// it.
void TestParking::unreadable()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    ParkingStore store(path());
    QVERIFY(store.isUnreadable());
    QVERIFY(store.parked().isEmpty());
    QCOMPARE(read(path()), bytes);
    QVERIFY(store.set({parked(1)}));
    QVERIFY(!store.isUnreadable());
    QVERIFY(store.setAside().startsWith(path()));
    QCOMPARE(read(store.setAside()), bytes);
    QCOMPARE(QFile::permissions(store.setAside()) & (QFile::ReadOther | QFile::ReadGroup),
             QFile::Permissions());
    QCOMPARE(ParkingStore(path()).parked(), QList{parked(1)});
    QVERIFY(store.set({}));
    QCOMPARE(files().size(), 2); // one copy is kept
}

/// One unreadable mark does not affect the others.
void TestParking::partlyReadable()
{
    QVERIFY(ParkingStore(path()).set({parked(1), parked(2)}));
    QByteArray bytes = read(path());
    bytes.replace(bytes.indexOf("2021-09-01"), 10, "2021-19-01");
    write(bytes);
    ParkingStore store(path());
    QVERIFY(store.isUnreadable());
    QCOMPARE(store.parked(), QList{parked(2)});
}

void TestParking::cannotBeKeptAside()
{
    ParkingStore nowhere(QStringLiteral("/proc/none/at/all/parked.json"));
    QVERIFY(nowhere.parked().isEmpty() && !nowhere.isUnreadable());
    QVERIFY(!nowhere.set({parked(1)}));
    QVERIFY(nowhere.problem());
    QCOMPARE(nowhere.parked().size(), 1); // until the program ends

    // A name that is too long for a further suffix.
    const QString longest = m_folder->filePath(QString(250, u'x'));
    QFile file(longest);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not ours");
    file.close();
    ParkingStore store(longest);
    QVERIFY(store.isUnreadable());
    QVERIFY(!store.set({parked(1)}));
    QVERIFY(store.isUnreadable() && store.problem());
    QCOMPARE(read(longest), QByteArray("not ours"));
}

void TestParking::fullDisk()
{
    if (!FullDisk::isObeyed(m_folder->filePath(QStringLiteral("probe"))))
        QSKIP("files have no limit here");
    ParkingStore store(path());
    QVERIFY(store.set({parked(1)}));
    const QByteArray before = read(path());
    {
        const FullDisk full;
        QVERIFY(!store.set({parked(1), parked(2)}));
    }
    QVERIFY(store.problem());
    QCOMPARE(store.parked().size(), 2);
    QCOMPARE(read(path()), before);
    QCOMPARE(files().size(), 1);
    QVERIFY(store.set(store.parked()));
    QCOMPARE(ParkingStore(path()).parked().size(), 2);
}

void TestParking::anyBytes()
{
    QVERIFY(ParkingStore(path()).set({parked(1), parked(2)}));
    const QByteArray good = read(path());
    Mutations mutations(9);
    int unreadable = 0;
    for (int round = 0; round < 500; ++round) {
        QByteArray bytes = good;
        for (int i = mutations.below(3); i >= 0; --i)
            bytes = mutations.damaged(bytes);
        write(bytes);
        ParkingStore store(path());
        unreadable += store.isUnreadable() ? 1 : 0;
        for (const ParkedCluster &each : store.parked())
            QVERIFY(!each.key.id.isEmpty() && each.due.isValid());
        QCOMPARE(read(path()), bytes);
    }
    QVERIFY(unreadable > 250);
}

QTEST_APPLESS_MAIN(TestParking)
#include "tst_parking.moc"
