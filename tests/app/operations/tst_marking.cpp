// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/demo/service.h"
#include "tests/support/skippingclock.h"
#include "tests/ui/stage.h"

#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;
using What = MarkChange::What;

namespace
{

const QDate March(2027, 3, 31);

/// Changes the first `count` clusters and returns the results; `meanwhile` runs after the time
/// `after`.
QList<MarkResult> mark(Stage &stage, int count, const MarkChange &change,
                       std::chrono::milliseconds after = 1s,
                       const std::function<void()> &meanwhile = {})
{
    QObject context;
    std::optional<QList<MarkResult>> results;
    stage.operationService.mark(
        Stage::keys(count), change, &context, [](int) {},
        [&](const QList<MarkResult> &made) { results = made; });
    stage.clock.advance(after);
    if (meanwhile)
        meanwhile();
    stage.clock.advance(60s);
    return results.value_or(QList<MarkResult>());
}

QString &description(Stage &stage, int cluster)
{
    return stage.cloud.find(Stage::key(cluster).id)->description;
}

/// A user of the practice cloud, over HTTP.
struct User {
    ApiClient client;
    ClusterModel clusters;
    Journal journal;
    LockStore locks;
    OperationService operationService;
    int progress = 0;
    std::optional<QList<MarkResult>> results{};

    User(const ApiSettings &settings, Clock &clock)
        : client(settings, clock)
        , operationService(clusters, clock, journal, locks)
    {
        OperationAccount account;
        account.id = QStringLiteral("a");
        operationService.addAccount(account, client);
        QObject::connect(&operationService, &OperationService::listed, &clusters,
                         &ClusterModel::apply);
    }
    void mark(const QList<ClusterKey> &keys, const MarkChange &change, QObject *context)
    {
        operationService.mark(
            keys, change, context, [this](int ended) { progress = ended; },
            [this](const QList<MarkResult> &made) { results = made; });
    }
};

ApiSettings settingsFor(const demo::Service &service)
{
    ApiSettings settings;
    settings.baseUrl = service.url();
    settings.zone = service.zone();
    settings.owner = service.owner();
    settings.credentials = {service.accessKeyId(), service.secretAccessKey()};
    return settings;
}

/// A person's own text. `refused`: with its control or format characters nothing can be written.
struct OwnText {
    QString text;
    bool refused = false;
};

QList<OwnText> ownTexts()
{
    const int room = LongestDescription - int(QStringLiteral(" [expires 2027-03-31]").size());
    return {
        {QStringLiteral("")},
        {QStringLiteral(" ")},
        {QStringLiteral("for Anna")},
        {QStringLiteral("  spaced   text  ")},
        {QStringLiteral("重点研发计划，数据已备份")},
        {QStringLiteral("a ] b [ c")},
        {QStringLiteral("[see ticket 4711]")},
        {QStringLiteral("<b>&amp; \"quoted\" \\ / 100% + ü")},
        {QStringLiteral("\U0001F9EA\U0001F680 \U0002000B")}, // pairs of surrogates
        {QStringLiteral("cafe\u0301 \u00A0 \uFB01")},
        // Nearly a mark.
        {QStringLiteral("[expired 2026-12-31]")},
        {QStringLiteral("[keeper of the keys] keep")},
        {QStringLiteral("expires 2026-12-31")},
        // Marks that are not understood are part of the text.
        {QStringLiteral("[expires 2026-02-30]")},
        {QStringLiteral("[expires soon]")},
        {QStringLiteral("[keep until 31.3.2027]")},
        {QStringLiteral("【保留】请不要删除")},
        {QStringLiteral("[keep")},
        // With a mark as long as a description may be, one character more, and full without one.
        {QString(room, u'试')},
        {QStringLiteral("\U0001F9EA").repeated(room)},
        {QString(room + 1, u'x')},
        {QString(LongestDescription, u'x')},
        {QStringLiteral("a\tb\u0001"), true},
        {QStringLiteral("x\u202Ey"), true}, // reverses the direction
        {QStringLiteral("two\nlines"), true},
    };
}

/// A description, and what the mark [expires 2027-03-31] makes of it, if it is not refused.
struct Described {
    QString before;
    QString after;
    bool refused = false;
    bool comesBack = false; ///< the description is as before when the mark is removed
};

/// Without the functions under test: each mark that is replaced is known by its place.
QList<Described> described()
{
    const QString mark = QStringLiteral("[expires 2027-03-31]");
    const QString old = QStringLiteral("[expires 2026-12-31]");
    const QString keep = QStringLiteral(" [keep until 2027-01-01]");
    QList<Described> all;
    for (const auto &[text, refused] : ownTexts()) {
        const bool blank = text.trimmed().isEmpty();
        const QList<Described> places{
            {text, blank ? mark : text + u' ' + mark, false, true},
            {text + keep, text + keep + u' ' + mark, false, true},
            {text + u' ' + mark, text + u' ' + mark},
            {text + u' ' + old, text + u' ' + mark},
            {old + u' ' + text, mark + u' ' + text},
            {text + old + text, text + mark + text},
            {old + u' ' + text + keep + QStringLiteral(" [EXPIRES 2026-11-30]"),
             mark + u' ' + text + keep},
            {QStringLiteral("【Expires ２０２６-１２-３１】") + text, mark + text},
        };
        for (Described each : places) {
            each.refused = each.before != each.after &&
                           (refused || each.after.trimmed().toUcs4().size() > LongestDescription);
            all.append(each);
        }
    }
    std::rotate(all.begin(), all.begin() + all.size() / 2,
                all.end()); // one that is written is last
    return all;
}

} // namespace

class TestMarking : public QObject
{
    Q_OBJECT

private slots:
    void readBackProves_data();
    void readBackProves();
    void many();
    void whatIsLeftOut();
    void changedByAnotherUser();
    void notReadBack();
    void aNameIsNeverTouched();
    void aDescriptionThatIsNotStated();
    void aSlowReadingEnds();
    void readsNoMoreThanItWrites();
    void stopsAfterLostAnswers();
    void lostAnswersOfAnAccount();
    void stopped();
    void twoUsersAtOnce();
    void callsOfMarks_data();
    void callsOfMarks();
    void callsAreChecked();
    void twoHundredDescriptions();
};

void TestMarking::readBackProves_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<MarkOutcome>("outcome");
    QTest::newRow("as written") << "a [keep]" << MarkOutcome::Set;
    QTest::newRow("with the cloud's blanks") << " a [keep] " << MarkOutcome::Set;
    QTest::newRow("with more") << "a [keep] b" << MarkOutcome::AlsoChanged;
    QTest::newRow("another mark") << "a [keep until 2027-03-31]" << MarkOutcome::Lost;
    QTest::newRow("as before") << "a" << MarkOutcome::Lost;
    QTest::newRow("nothing") << " " << MarkOutcome::Lost;
}

void TestMarking::readBackProves()
{
    QFETCH(const QString, now);
    QTEST(readBack(now, QStringLiteral("a [keep]"), {What::Keep}), "outcome");
}

void TestMarking::many()
{
    Stage stage(50);
    description(stage, 3) = QStringLiteral("mine");
    const QList<MarkResult> results = mark(stage, 50, {What::Expire, March}, 60s);
    QCOMPARE(results.size(), 50);
    for (const MarkResult &result : results)
        QCOMPARE(result.outcome, MarkOutcome::Set);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(description(stage, i), QString((i == 3 ? QStringLiteral("mine ") : QString()) +
                                                QStringLiteral("[expires 2027-03-31]")));
    QVERIFY(stage.clusters.find(Stage::key(3))->record.description.startsWith(u"mine [")); // shown
    QCOMPARE(stage.cloud.sends, 0); // no verb was sent
    for (const MarkResult &result : mark(stage, 50, {What::Expire, March}, 60s))
        QCOMPARE(result.outcome, MarkOutcome::AlreadySo);
    // Also when the description contains nothing else.
    for (const MarkResult &result : mark(stage, 50, {What::RemoveExpiry}, 60s))
        QCOMPARE(result.outcome, MarkOutcome::Set);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(description(stage, i), i == 3 ? QStringLiteral("mine") : QString());
}

void TestMarking::whatIsLeftOut()
{
    Stage stage(6);
    (void)stage.plan(Verb::Stop, {Stage::key(0)}); // reads the rows
    Locks locks;
    locks.clusters.insert(Stage::key(0));
    QVERIFY(stage.operationService.setLocks(locks));
    const QString full(255, u'试');
    description(stage, 1) = full;
    description(stage, 2) = QStringLiteral("a\nb");
    description(stage, 3) = QStringLiteral("a \uFFFD b");
    stage.cloud.clusters.removeIf(
        [](const ClusterRecord &cluster) { return cluster.id == Stage::key(4).id; });
    QHash<QString, MarkResult> results;
    for (const MarkResult &result : mark(stage, 6, {What::Keep}))
        results.insert(result.key.id, result);
    QCOMPARE(results.size(), 6);
    const auto outcome = [&](int i) { return results.value(Stage::key(i).id).outcome; };
    QCOMPARE(outcome(0), MarkOutcome::NotAllowed);
    QCOMPARE(outcome(1), MarkOutcome::DoesNotFit);
    QCOMPARE(results.value(Stage::key(1).id).problem, NameProblem::TooLong);
    QCOMPARE(outcome(2), MarkOutcome::DoesNotFit);
    QCOMPARE(outcome(3), MarkOutcome::DoesNotFit);
    QCOMPARE(outcome(4), MarkOutcome::Gone);
    QCOMPARE(outcome(5), MarkOutcome::Set);
    QCOMPARE(description(stage, 0), QStringLiteral(" "));
    QCOMPARE(description(stage, 1), full);
    QCOMPARE(description(stage, 2), QStringLiteral("a\nb"));

    OperationAccount readOnly;
    readOnly.id = QStringLiteral("a");
    readOnly.readOnly = true;
    stage.operationService.updateAccount(readOnly);
    for (const MarkResult &result : mark(stage, 6, {What::RemoveKeep}))
        QCOMPARE(result.outcome,
                 result.key == Stage::key(4) ? MarkOutcome::Gone : MarkOutcome::NotAllowed);
    QCOMPARE(description(stage, 5), QStringLiteral("[keep]"));
    ApiError broken;
    broken.outcome = Outcome::NotSent;
    stage.cloud.faultOfList = [&] { return std::optional(broken); };
    for (const MarkResult &result : mark(stage, 6, {What::RemoveKeep}))
        QVERIFY(result.outcome == MarkOutcome::NotRead && result.error);
}

void TestMarking::changedByAnotherUser()
{
    Stage stage(3);
    // After they are written, and before they are read back.
    const QList<MarkResult> results = mark(stage, 3, {What::Keep}, 2s, [&] {
        QCOMPARE(description(stage, 0), QStringLiteral("[keep]"));
        description(stage, 0) = QStringLiteral("theirs");
        description(stage, 1) += QStringLiteral(" theirs");
    });
    QCOMPARE(results.at(0).outcome, MarkOutcome::Lost);
    QCOMPARE(results.at(1).outcome, MarkOutcome::AlsoChanged);
    QCOMPARE(results.at(2).outcome, MarkOutcome::Set);
    QCOMPARE(description(stage, 0), QStringLiteral("theirs"));
}

void TestMarking::notReadBack()
{
    Stage stage(1);
    const QList<MarkResult> results = mark(stage, 1, {What::Keep}, 2s, [&] {
        stage.cloud.faultOfList = [] { return std::optional(ApiError()); };
    });
    QCOMPARE(results.at(0).outcome, MarkOutcome::NotReadBack);
}

void TestMarking::aNameIsNeverTouched()
{
    Stage stage(1);
    (void)mark(stage, 1, {What::Keep});
    stage.cloud.find(Stage::key(0).id)->name = QStringLiteral("their name");
    QCOMPARE(mark(stage, 1, {What::RemoveKeep}).at(0).outcome, MarkOutcome::Set);
    QCOMPARE(stage.cloud.find(Stage::key(0).id)->name, QStringLiteral("their name"));
    QCOMPARE(description(stage, 0), QString());
}

/// An answer without the field says nothing about the text that is there.
void TestMarking::aDescriptionThatIsNotStated()
{
    Stage stage(2);
    description(stage, 0) = QString();
    QCOMPARE(mark(stage, 1, {What::Keep}).at(0).outcome, MarkOutcome::NotRead);
    QVERIFY(description(stage, 0).isNull()); // nothing was sent
    const QList<MarkResult> results =
        mark(stage, 2, {What::Keep}, 2s, [&] { description(stage, 1) = QString(); });
    QCOMPARE(results.at(1).outcome, MarkOutcome::NotReadBack);
}

/// A reading that becomes too old before all of its clusters are written is paid for in vain.
void TestMarking::readsNoMoreThanItWrites()
{
    Stage stage(100);
    stage.cloud.latency = 500ms;
    int lists = 0;
    stage.cloud.faultOfList = [&] {
        ++lists;
        return std::optional<ApiError>();
    };
    const QList<MarkResult> results = mark(stage, 100, {What::Keep}, 300s);
    QCOMPARE(results.size(), 100);
    for (const MarkResult &result : results)
        QCOMPARE(result.outcome, MarkOutcome::Set);
    // Before and after each, and what the first readings read in vain.
    QVERIFY2(lists <= 260, qPrintable(QString::number(lists)));
}

void TestMarking::stopsAfterLostAnswers()
{
    Stage stage(10);
    int asked = 0;
    stage.cloud.faultOfModify = [&] {
        ++asked;
        ApiError lost;
        lost.kind = ErrorKind::ServerFault;
        lost.outcome = Outcome::Unknown;
        return std::optional(lost);
    };
    const QList<MarkResult> results = mark(stage, 10, {What::Keep});
    QCOMPARE(asked, 3);
    QCOMPARE(results.size(), 10);
    for (const MarkResult &result : results)
        QCOMPARE(result.outcome, MarkOutcome::Failed);
    QCOMPARE(results.constFirst().error->outcome, Outcome::NotSent); // the last seven end first
    QCOMPARE(results.constLast().error->outcome, Outcome::Unknown);
}

/// Two lost answers of one account say nothing about the next one.
void TestMarking::lostAnswersOfAnAccount()
{
    Stage stage(4);
    SimCloud other(stage.clock);
    OperationAccount account;
    account.id = QStringLiteral("b");
    stage.operationService.addAccount(account, other);
    QList<ClusterKey> keys = Stage::keys(2);
    for (int i = 0; i < 3; ++i) {
        other.add(QStringLiteral("hpc-%1").arg(i));
        keys.append({QStringLiteral("b"), QStringLiteral("hpc-%1").arg(i)});
    }
    ApiError lost;
    lost.kind = ErrorKind::ServerFault;
    lost.outcome = Outcome::Unknown;
    stage.cloud.faultOfModify = [&] { return std::optional(lost); };
    int asked = 0;
    other.faultOfModify = [&] { return ++asked == 1 ? std::optional(lost) : std::nullopt; };
    std::optional<QList<MarkResult>> results;
    stage.operationService.mark(
        keys, {What::Keep}, this, [](int) {},
        [&](const QList<MarkResult> &made) { results = made; });
    stage.clock.advance(120s);
    QVERIFY(results);
    QCOMPARE(asked, 3);
}

/// What was sent is read back, and nothing more is sent.
void TestMarking::stopped()
{
    Stage stage(10);
    stage.cloud.latency = 500ms;
    std::optional<QList<MarkResult>> results;
    Marking *marking = nullptr;
    marking = stage.operationService.mark(
        Stage::keys(10), {What::Keep}, this,
        [&](int ended) {
            if (ended == 2)
                marking->stop();
        },
        [&](const QList<MarkResult> &made) { results = made; });
    stage.clock.advance(60s);
    QVERIFY(results);
    QCOMPARE(results->size(), 2);
    for (const MarkResult &result : *results)
        QCOMPARE(result.outcome, MarkOutcome::Set);
    QCOMPARE(description(stage, 2), QStringLiteral(" "));
}

/// A cloud whose answers take longer than the maximum age of a reading.
void TestMarking::aSlowReadingEnds()
{
    Stage stage(4);
    stage.cloud.latency = 4s;
    const QList<MarkResult> results = mark(stage, 4, {What::Keep});
    QCOMPARE(results.size(), 4);
    for (const MarkResult &result : results)
        QCOMPARE(result.outcome, MarkOutcome::Set);
}

/// Both users read before either writes: for each cluster one change is lost, and its user is told.
void TestMarking::twoUsersAtOnce()
{
    constexpr int Clusters = 20;
    demo::ServiceOptions options;
    options.clusters = Clusters;
    demo::Service service(options);
    QVERIFY(service.listen());
    SkippingClock clock;
    const ApiSettings settings = settingsFor(service);
    User one(settings, clock);
    User two(settings, clock);
    bool read = false;
    one.operationService.plan(Verb::Stop, {Stage::key(0)}, this,
                              [&](const Plan &) { read = true; });
    QTRY_VERIFY(read);
    QList<ClusterKey> keys;
    QHash<QString, QString> before;
    for (int row = 0; row < one.clusters.rowCount(); ++row) {
        const ClusterRecord record = one.clusters.clusterAt(row).record;
        if (!record.transition.isEmpty())
            continue; // would be refused
        keys.append(one.clusters.keyAt(row));
        before.insert(record.id, record.description.trimmed());
    }
    QVERIFY(keys.size() > Clusters / 2);

    one.mark(keys, {What::Keep}, this);
    two.mark(keys, {What::Expire, March}, this);
    QTRY_VERIFY(one.progress == keys.size() && two.progress == keys.size());
    clock.skip(6s);
    QTRY_VERIFY(one.results && two.results);
    int lost = 0;
    const auto check = [&](const User &user, const auto &hasMark) {
        QCOMPARE(user.results->size(), keys.size());
        for (const MarkResult &result : *user.results) {
            const QString now = one.clusters.find(result.key)->record.description;
            QVERIFY2(now.trimmed().startsWith(before.value(result.key.id)), qPrintable(now));
            if (result.outcome == MarkOutcome::Failed) // not theirs: the cloud refused
                continue;
            QCOMPARE(result.outcome == MarkOutcome::Lost, !hasMark(marksIn(now)));
            lost += result.outcome == MarkOutcome::Lost ? 1 : 0;
        }
    };
    check(one, [](const Marks &marks) { return marks.keep; });
    check(two, [](const Marks &marks) { return marks.expires == March; });
    QVERIFY(lost > 0);
}

void TestMarking::callsOfMarks_data()
{
    QTest::addColumn<int>("clusters");
    QTest::addColumn<int>("pages"); ///< of the whole list
    QTest::addColumn<int>("calls");
    QTest::newRow("none") << 0 << 5 << 0;
    QTest::newRow("1 of 60, one page") << 1 << 1 << 1 + 1 + 1;
    QTest::newRow("20 of 400, pages") << 20 << 4 << 4 + 20 + 4;
    QTest::newRow("21 of 400, in two groups") << 21 << 4 << 4 + 1 + 21 + 4;
    QTest::newRow("400 of 400") << 400 << 4 << 20 * 4 + 400 + 4;
    QTest::newRow("3 of 30,000, by their IDs") << 3 << 300 << 3 + 3 + 3;
    QTest::newRow("400 of 30,000") << 400 << 300 << 20 * 20 + 400 + 300;
}

void TestMarking::callsOfMarks()
{
    QFETCH(const int, clusters);
    QFETCH(const int, pages);
    QTEST(callsToMark(clusters, [&](int some) { return std::min(some, pages); }), "calls");
}

/// The estimate is what the marks take, and says from when on so many calls are left.
void TestMarking::callsAreChecked()
{
    Stage stage(250);
    stage.cloud.quota.emplace(stage.clock, 400);
    (void)stage.plan(Verb::Stop, Stage::keys(250)); // reads the rows
    const QList<ClusterKey> keys = Stage::keys(50);
    const QList<AccountCheck> checks = stage.operationService.checksForMarks(keys);
    QCOMPARE(checks.size(), 1);
    QCOMPARE(checks.constFirst().callsNeeded, 3 * 3 + 50 + 3);
    QVERIFY(!checks.constFirst().callsAreShort());
    const int reads = stage.cloud.reads;
    for (const MarkResult &result : mark(stage, 50, {What::Keep}, 60s))
        QCOMPARE(result.outcome, MarkOutcome::Set);
    QCOMPARE(stage.cloud.reads - reads + 50, checks.constFirst().callsNeeded);

    const AccountCheck all = stage.operationService.checksForMarks(Stage::keys(250)).constFirst();
    QCOMPARE(all.callsNeeded, 13 * 3 + 250 + 3);
    QVERIFY(!all.callsAreShort());
    for (int i = 0; i < 200; ++i)
        stage.cloud.quota->count();
    const AccountCheck more = stage.operationService.checksForMarks(Stage::keys(250)).constFirst();
    QVERIFY(more.callsAreShort());
    const QDateTime now = stage.clock.utcNow();
    QVERIFY(more.enoughCallsAt > now && more.enoughCallsAt <= now.addSecs(3600));
    stage.cloud.quota->setCallsAnHour(100);
    const AccountCheck never = stage.operationService.checksForMarks(Stage::keys(250)).constFirst();
    QVERIFY(never.callsAreShort() && !never.enoughCallsAt.isValid());
    QVERIFY(stage.operationService.checksForMarks({{QStringLiteral("closed"), {}}}).isEmpty());
}

/// What the practice cloud stores, over HTTP, byte by byte: the person's own text is never changed.
void TestMarking::twoHundredDescriptions()
{
    const QList<Described> all = described();
    QCOMPARE(all.size(), 200);
    demo::ServiceOptions options;
    options.clusters = 260;
    demo::Service service(options);
    QVERIFY(service.listen());
    SkippingClock clock;
    User user(settingsFor(service), clock);
    ClusterReader reader(QStringLiteral("a"), user.client, clock);
    QHash<QString, ClusterRecord> stored;
    const auto read = [&] {
        stored.clear();
        reader.readAll(this, [&](const ClusterListing &listing) {
            for (const ClusterRow &row : listing.clusters)
                stored.insert(row.text(&ClusterRecord::id), row.record());
        });
        return QTest::qWaitFor([&] { return stored.size() >= options.clusters; });
    };
    QVERIFY(read());
    QList<ClusterKey> keys;
    for (const ClusterRecord &cluster : std::as_const(stored)) {
        // The cloud refuses changes of others.
        if (cluster.transition.isEmpty() && cluster.owner == service.owner() &&
            keys.size() < all.size())
            keys.append({QStringLiteral("a"), cluster.id});
    }
    QCOMPARE(keys.size(), all.size());
    int written = 0;
    for (int i = 0; i < all.size(); ++i)
        user.client.modify(keys.at(i).id, {.description = all.at(i).before}, this,
                           [&](const Result<Accepted> &answer) { written += answer ? 1 : 0; });
    QTRY_COMPARE(written, int(all.size()));

    const auto apply = [&](const QList<ClusterKey> &some, const MarkChange &change) {
        user.progress = 0;
        user.results.reset();
        user.mark(some, change, this);
        if (!QTest::qWaitFor([&] { return user.progress == some.size(); }, 30000))
            return false;
        clock.skip(6s);
        return QTest::qWaitFor([&] { return user.results.has_value(); }) && read();
    };
    QVERIFY(apply(keys, {What::Expire, March}));
    QHash<QString, MarkOutcome> outcomes;
    for (const MarkResult &result : *user.results)
        outcomes.insert(result.key.id, result.outcome);
    for (int i = 0; i < all.size(); ++i) {
        const Described &each = all.at(i);
        const QString now = stored.value(keys.at(i).id).description;
        const QByteArray what = each.before.toUtf8() + " → " + now.toUtf8();
        const MarkOutcome expected = each.refused                ? MarkOutcome::DoesNotFit
                                     : each.before == each.after ? MarkOutcome::AlreadySo
                                                                 : MarkOutcome::Set;
        QVERIFY2(outcomes.value(keys.at(i).id) == expected, what.constData());
        QVERIFY2(now == (each.refused ? each.before : each.after), what.constData());
        QVERIFY2(each.refused || marksIn(now).expires == March, what.constData());
    }

    QHash<QString, QString> before;
    QList<ClusterKey> marked;
    for (int i = 0; i < all.size(); ++i) {
        if (!all.at(i).comesBack || all.at(i).refused)
            continue;
        marked.append(keys.at(i));
        const bool blank = all.at(i).before.trimmed().isEmpty(); // is read as an empty text
        before.insert(keys.at(i).id, blank ? QString() : all.at(i).before);
    }
    QVERIFY(apply(marked, {What::RemoveExpiry}));
    for (auto each = before.cbegin(); each != before.cend(); ++each)
        QCOMPARE(stored.value(each.key()).description, each.value());
}

QTEST_GUILESS_MAIN(TestMarking)
#include "tst_marking.moc"
