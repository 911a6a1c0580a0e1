// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/table/clusterview.h"
#include "app/clusters/table/viewmemory.h"
#include "tests/app/clusters/table/randomrecords.h"
#include "tests/support/listing.h"
#include "tests/support/utc.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;

namespace
{

const QDateTime Now = utc(QDate(2021, 8, 19), QTime(16, 0));

ClusterRecord plain(const QString &id = QStringLiteral("1"))
{
    ClusterRecord record;
    record.id = id;
    record.name = QStringLiteral("n") + id;
    record.status = QStringLiteral("active");
    record.type = QStringLiteral("ehpc");
    record.billing = QStringLiteral("PayForUsed");
    record.owner = QStringLiteral("usr-a");
    record.runningJobs = 0;
    record.pendingJobs = 0;
    record.created = Now.addDays(-10);
    return record;
}

FilterCriteria with(FilterField field, const QStringList &values)
{
    FilterCriteria criteria;
    criteria.of(field) = values;
    return criteria;
}

FilterCriteria older(int days)
{
    FilterCriteria criteria;
    criteria.olderThanDays = days;
    return criteria;
}

FilterCriteria noJobs()
{
    FilterCriteria criteria;
    criteria.noJobs = true;
    return criteria;
}

FilterCriteria locked(bool on)
{
    FilterCriteria criteria;
    criteria.locked = on;
    return criteria;
}

FilterCriteria marked(std::optional<bool> kept, std::optional<bool> expired = {})
{
    FilterCriteria criteria;
    criteria.kept = kept;
    criteria.expired = expired;
    return criteria;
}

QStringList idsShown(const ClusterView &view)
{
    QStringList ids;
    for (int row = 0; row < view.rowCount(); ++row)
        ids.append(view.keyAt(row).id);
    return ids;
}

} // namespace

class TestClusterFilter : public QObject
{
    Q_OBJECT

private slots:
    void matches_data();
    void matches();
    void choices();
    void isWrittenAndRead();
    void columnsKeepTheirKeys();
    void readsWhatever();
    void namesAreKeptOnce();
    void viewNarrows();
    void deletedOnesAreOutOfSight();
    void growsOld();
    void locksAreAskedFor();
    void onlyTheChosen();
    void attended();
    void viewUnderFire();
    void unused();
};

void TestClusterFilter::matches_data()
{
    QTest::addColumn<FilterCriteria>("criteria");
    QTest::addColumn<ClusterRecord>("record");
    QTest::addColumn<bool>("isLocked");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *name, const FilterCriteria &criteria, bool fits,
                        const std::function<void(ClusterRecord &)> &change = {},
                        bool isLocked = false) {
        ClusterRecord record = plain();
        if (change)
            change(record);
        QTest::newRow(name) << criteria << record << isLocked << fits;
    };
    using R = ClusterRecord;
    row("nothing asked", {}, true);
    const auto status = [](const QStringList &values) { return with(FilterField::Status, values); };
    row("status", status({"active"}), true);
    row("other status", status({"stopped"}), false);
    row("one of two", status({"stopped", "active"}), true);
    row("unpublished", status({"abnormal"}), true, [](R &r) { r.status = "abnormal"; });
    row("no status", status({""}), true, [](R &r) { r.status.clear(); });
    row("under way is not active", status({"active"}), false,
        [](R &r) { r.transition = "resizing"; });
    row("under way", status({underWayStatus()}), true, [](R &r) { r.transition = "resizing"; });
    row("nothing under way", status({underWayStatus()}), false);
    row("case matters", status({"Active"}), false);
    row("type", with(FilterField::Type, {"ehpc"}), true);
    row("other type", with(FilterField::Type, {"hpc"}), false);
    row("billing", with(FilterField::Billing, {"PayForUsed"}), true);
    row("other billing", with(FilterField::Billing, {"Reserved"}), false);
    row("owner", with(FilterField::Owner, {"usr-b", "usr-a"}), true);
    row("beginning of an owner", with(FilterField::Owner, {"usr"}), false);
    row("odd owner", with(FilterField::Owner, {QString(QChar(0xD800))}), true,
        [](R &r) { r.owner = QString(QChar(0xD800)); });
    row("no owner", with(FilterField::Owner, {""}), true, [](R &r) { r.owner.clear(); });
    row("account", with(FilterField::Account, {"a"}), true);
    row("other account", with(FilterField::Account, {"b"}), false);
    row("no jobs", noJobs(), true);
    row("runs", noJobs(), false, [](R &r) { r.runningJobs = 1; });
    row("waits", noJobs(), false, [](R &r) { r.pendingJobs = 1; });
    row("running not known", noJobs(), false, [](R &r) { r.runningJobs.reset(); });
    row("waiting not known", noJobs(), false, [](R &r) { r.pendingJobs.reset(); });
    row("old", older(9), true);
    row("to the moment", older(10), false);
    row("young", older(11), false);
    row("age not known", older(7), false, [](R &r) { r.created = {}; });
    row("made tomorrow", older(1), false, [](R &r) { r.created = Now.addDays(1); });
    row("locked", locked(true), true, {}, true);
    row("not locked", locked(true), false);
    row("only free ones", locked(false), true);
    row("no locked ones", locked(false), false, {}, true);
    FilterCriteria both = noJobs();
    both.of(FilterField::Owner) = {"usr-b"};
    row("all must hold", both, false);
    for (const char *word : {"deleted", "ceased", "terminated"}) {
        const auto deleted = [word](R &r) { r.status = word; };
        row(word, {}, false, deleted);
        row(qPrintable(QStringLiteral("%1, no jobs").arg(word)), noJobs(), false, deleted);
        row(qPrintable(QStringLiteral("%1, asked for").arg(word)), status({word}), true, deleted);
        row(qPrintable(QStringLiteral("%1, something under way").arg(word)), {}, true,
            [word](R &r) {
                r.status = word;
                r.transition = "recovering";
            });
    }
    const auto with = [](const char *marks) {
        return [marks](R &r) { r.description = QString::fromLatin1(marks); };
    };
    row("not kept", marked(true), false);
    row("kept", marked(true), true, with("[keep]"));
    row("kept by a mark that is not understood", marked(true), true, with("[expires soon]"));
    row("kept no more", marked(true), false, with("[keep until 2001-01-01]"));
    row("only what is not kept", marked(false), false, with("[keep]"));
    row("not kept, asked for", marked(false), true, with("[keep until 2001-01-01]"));
    row("no day of expiry", expiredCriteria(), false);
    row("expired", expiredCriteria(), true, with("[expires 2001-01-01]"));
    row("expires later", expiredCriteria(), false, with("[expires 2999-01-01]"));
    row("expired, but kept", marked(false, true), false, with("[keep] [expires 2001-01-01]"));
    row("not expired, asked for", marked({}, false), true);
    row("idle", idleCriteria(), true);
    row("idle, but at work", idleCriteria(), false, [](R &r) { r.runningJobs = 3; });
    row("idle, but new", idleCriteria(), false, [](R &r) { r.created = Now.addDays(-6); });
    row("idle, but stopped", idleCriteria(), false, [](R &r) { r.status = "stopped"; });
}

void TestClusterFilter::matches()
{
    QFETCH(FilterCriteria, criteria);
    QFETCH(ClusterRecord, record);
    QFETCH(bool, isLocked);
    QFETCH(bool, fits);
    const auto matches = [&](const ClusterFilter &filter, const QDateTime &now) {
        return filter.matches(record, QStringLiteral("a"), now) &&
               filter.locked().value_or(isLocked) == isLocked;
    };
    const ClusterFilter filter(criteria);
    QCOMPARE(matches(filter, Now), fits);
    QCOMPARE(filter.isEmpty(), criteria.isEmpty());
    // Without a clock, no cluster has an age.
    if (criteria.olderThanDays > 0 || criteria.expired == true)
        QVERIFY(!matches(filter, {}));
    // The saved and restored criteria match the same records.
    ViewMemory memory;
    memory.criteria = criteria;
    const ClusterFilter again(viewMemoryFrom(toBytes(memory)).criteria);
    if (record.owner != QString(QChar(0xD800))) // JSON cannot hold it
        QCOMPARE(matches(again, Now), fits);
}

void TestClusterFilter::choices()
{
    ClusterModel model;
    QList<ClusterRecord> records;
    const QStringList owners{"usr-b", "usr-a", "", "usr-10", "usr-9", "usr-a"};
    for (int i = 0; i < owners.size(); ++i) {
        records.append(plain(QString::number(i)));
        records.last().owner = owners.at(i);
    }
    records[0].transition = QStringLiteral("resizing");
    records.append(plain(QStringLiteral("8"))); // only counted among the statuses
    records.last().status = QStringLiteral("ceased");
    model.apply(listing(records));
    model.apply(listing({plain(QStringLiteral("7"))}, QStringLiteral("b")));
    QCOMPARE(
        choicesOf(model, FilterField::Owner),
        (QList<FilterChoice>{{"usr-9", 1}, {"usr-10", 1}, {"usr-a", 3}, {"usr-b", 1}, {"", 1}}));
    const auto statuses = choicesOf(model, FilterField::Status);
    QCOMPARE(statuses.size(), 3);
    QVERIFY(statuses.contains(FilterChoice{"ceased", 1}));
    QVERIFY(statuses.contains(FilterChoice{underWayStatus(), 1}));
    QVERIFY(statuses.contains(FilterChoice{"active", 6}));
    QCOMPARE(choicesOf(model, FilterField::Account), (QList<FilterChoice>{{"a", 6}, {"b", 1}}));
    // Each offered value finds as many clusters as stated.
    for (int i = 0; i < FilterFieldCount; ++i) {
        for (const FilterChoice &choice : choicesOf(model, FilterField(i))) {
            ClusterView view(model);
            view.setCriteria(with(FilterField(i), {choice.value}));
            QCOMPARE(view.rowCount(), choice.count);
        }
    }
}

void TestClusterFilter::isWrittenAndRead()
{
    ViewMemory memory;
    memory.text = QStringLiteral("气象 \"usr\"");
    memory.criteria = idleCriteria();
    for (int i = 0; i < FilterFieldCount; ++i)
        memory.criteria.of(FilterField(i)) = {QString(), QStringLiteral("v%1").arg(i)};
    memory.criteria.locked = false;
    memory.criteria.unusedDays = 30;
    memory.criteria.kept = true;
    memory.criteria.expired = false;
    memory.chipsHidden = true;
    memory.filters = {{"Mine", "usr-a", {}}, {"气象", {}, idleCriteria()}};
    for (int column = 0; column < ClusterColumnCount; ++column) {
        memory.second = SortLevel{ClusterColumn(column), Qt::DescendingOrder};
        QCOMPARE(viewMemoryFrom(toBytes(memory)), memory);
    }
    QCOMPARE(viewMemoryFrom(toBytes({})), ViewMemory());
}

/// Settings store the words, and refer to columns by their numbers.
void TestClusterFilter::columnsKeepTheirKeys()
{
    const char *const keys[] = {"status",      "name",        "id",       "type",    "nodes",
                                "runningJobs", "pendingJobs", "cpuHours", "billing", "owner",
                                "runUser",     "created",     "zone",     "account", "keep",
                                "expires",     "unused"};
    static_assert(std::size(keys) == ClusterColumnCount);
    for (size_t i = 0; i < std::size(keys); ++i)
        QCOMPARE(ClusterColumns.at(i).key, keys[i]);
}

void TestClusterFilter::readsWhatever()
{
    QCOMPARE(viewMemoryFrom({}), ViewMemory());
    QCOMPARE(viewMemoryFrom("rubbish"), ViewMemory());
    QCOMPARE(viewMemoryFrom(R"({"criteria": [1], "filters": {"a": 1}, "text": 5,
                                "second": {"column": "colour"}})"),
             ViewMemory());
    const ViewMemory odd = viewMemoryFrom(
        R"({"criteria": {"status": ["active", 7, "active"], "olderThanDays": 1e9, "locked": "yes"},
            "filters": [{"name": ""}, {"name": "A"}, {"name": "a", "text": "x"}, 3]})");
    QCOMPARE(odd.criteria.of(FilterField::Status), QStringList{"active"});
    QVERIFY(odd.criteria.olderThanDays <= OldestDays);
    QVERIFY(!odd.criteria.locked);
    QCOMPARE(odd.filters, (QList<NamedFilter>{{"a", "x", {}}}));
    const QByteArray whole = toBytes(odd);
    for (qsizetype length = 0; length < whole.size(); ++length)
        (void)viewMemoryFrom(whole.left(length));
}

void TestClusterFilter::namesAreKeptOnce()
{
    QList<NamedFilter> filters;
    keepFilter(filters, {"Old", "x", {}});
    keepFilter(filters, {"New", "y", {}});
    keepFilter(filters, {"old", "z", {}});
    QCOMPARE(filters, (QList<NamedFilter>{{"old", "z", {}}, {"New", "y", {}}}));
}

void TestClusterFilter::viewNarrows()
{
    ClusterModel model;
    ClusterView view(model);
    QAbstractItemModelTester tester(&view, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QList<ClusterRecord> records;
    for (int i = 0; i < 10; ++i) {
        records.append(plain(QString::number(i)));
        records.last().status = i % 2 ? QStringLiteral("stopped") : QStringLiteral("active");
    }
    model.apply(listing(records));
    view.setFilter(QStringLiteral("n"), with(FilterField::Status, {"stopped"}));
    QCOMPARE(idsShown(view), (QStringList{"1", "3", "5", "7", "9"}));
    QVERIFY(view.isFiltered());
    view.setFilter(QStringLiteral("n3"));
    QCOMPARE(idsShown(view), QStringList{"3"});
    view.setCriteria({});
    QCOMPARE(idsShown(view), QStringList{"3"});
    view.setFilter({});
    QCOMPARE(view.rowCount(), 10);
    QVERIFY(!view.isFiltered());
    // A row appears and disappears as its facts change.
    view.setCriteria(noJobs());
    records[4].runningJobs = 2;
    model.apply(listing(records));
    QVERIFY(!idsShown(view).contains("4") && view.rowCount() == 9);
    records[4].runningJobs = 0;
    model.apply(listing(records));
    QCOMPARE(view.rowCount(), 10);
}

/// A deleted cluster that the cloud still lists is hidden, and is shown when the filter asks for
/// its status.
void TestClusterFilter::deletedOnesAreOutOfSight()
{
    ClusterModel model;
    QList<ClusterRecord> records{plain(QStringLiteral("1")), plain(QStringLiteral("2"))};
    records[0].status = QStringLiteral("deleted");
    model.apply(listing(records));
    ClusterView view(model);
    QAbstractItemModelTester tester(&view, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(idsShown(view), QStringList{"2"});
    QVERIFY(!view.isFiltered());
    records[1].status = QStringLiteral("ceased");
    model.apply(listing(records));
    QCOMPARE(view.rowCount(), 0);
    view.setCriteria(with(FilterField::Status, {"ceased"}));
    QCOMPARE(idsShown(view), QStringList{"2"});
    view.setCriteria({});
    records[1].status = QStringLiteral("active");
    model.apply(listing(records));
    QCOMPARE(idsShown(view), QStringList{"2"});
}

void TestClusterFilter::growsOld()
{
    ClusterModel model;
    ClusterView view(model);
    QDateTime now = Now;
    view.setSurroundings({[&] { return now; }, {}});
    model.apply(listing({plain()}));
    view.setCriteria(older(30));
    QCOMPARE(view.rowCount(), 0);
    now = now.addDays(21);
    QCOMPARE(view.rowCount(), 0); // until the next check
    view.filterAgain();
    QCOMPARE(view.rowCount(), 1);
    // Criteria without an age cause no work.
    view.setCriteria(noJobs());
    QSignalSpy layouts(&view, &QAbstractItemModel::layoutChanged);
    view.filterAgain();
    QCOMPARE(layouts.count(), 0);
}

void TestClusterFilter::locksAreAskedFor()
{
    ClusterModel model;
    ClusterView view(model);
    QSet<QString> locks{QStringLiteral("1")};
    int asked = 0;
    view.setSurroundings({{}, [&](const ClusterKey &key, const QString &name) {
                              ++asked;
                              return locks.contains(key.id) || name == u"n3";
                          }});
    QList<ClusterRecord> records;
    for (int i = 0; i < 5; ++i)
        records.append(plain(QString::number(i)));
    model.apply(listing(records));
    view.setCriteria(idleCriteria());
    QCOMPARE(asked, 0); // not needed for these criteria
    view.setCriteria(locked(true));
    QCOMPARE(idsShown(view), (QStringList{"1", "3"}));
    locks.insert(QStringLiteral("2"));
    view.filterAgain();
    QCOMPARE(idsShown(view), (QStringList{"1", "2", "3"}));
    view.setCriteria(locked(false));
    QCOMPARE(idsShown(view), (QStringList{"0", "4"}));
}

void TestClusterFilter::onlyTheChosen()
{
    ClusterModel model;
    ClusterView view(model);
    QList<ClusterRecord> records;
    for (int i = 0; i < 10; ++i)
        records.append(plain(QString::number(i)));
    model.apply(listing(records));
    view.setFilter(QStringLiteral("n3"));
    const auto key = [](const char *id) { return ClusterKey{"a", QLatin1String(id)}; };
    view.showOnly({key("2"), key("7"), key("no such")});
    QCOMPARE(idsShown(view), (QStringList{"2", "7"}));
    QVERIFY(view.showsOnlyChosen() && view.isFiltered());
    records.removeAt(5);
    records.prepend(plain(QStringLiteral("55")));
    model.apply(listing(records));
    QCOMPARE(idsShown(view), (QStringList{"2", "7"})); // at any row; no other cluster is added
    view.showFiltered();
    QCOMPARE(idsShown(view), QStringList{"3"});
    view.showOnly({key("9")});
    QCOMPARE(idsShown(view), QStringList{"9"}); // not the earlier ones
    view.setFilter({}, {});
    QCOMPARE(view.rowCount(), 10);
    QVERIFY(!view.showsOnlyChosen());
}

/// Of the selected ones the visible come first, then some others, at last hidden ones.
void TestClusterFilter::attended()
{
    ClusterModel model;
    ClusterView view(model);
    QList<ClusterRecord> records;
    for (int i = 0; i < 10; ++i)
        records.append(plain(QString::number(i)));
    model.apply(listing(records));
    model.apply(listing({plain(QStringLiteral("other"))}, QStringLiteral("b")));
    const auto key = [](const char *id) { return ClusterKey{"a", QLatin1String(id)}; };
    const ClusterKey other{QStringLiteral("b"), QStringLiteral("other")};
    using Keys = QList<ClusterKey>;
    view.select({key("1"), key("2"), key("7"), key("8"), other});
    AttendedClusters attended = view.attended(6, 7, 2);
    QCOMPARE(attended.shown, (Keys{key("6"), key("7")}));
    QCOMPARE(attended.selected, (Keys{key("7"), key("1"), key("2"), other}));
    view.showOnly({key("7"), key("9")});
    attended = view.attended(0, 1, 9);
    QCOMPARE(attended.shown, (Keys{key("7"), key("9")}));
    QCOMPARE(attended.selected, (Keys{key("7"), key("7"), key("1"), key("2"), key("8"), other}));
    QCOMPARE(view.attended(0, -1, 9).shown, Keys());
}

/// After any changes, the view contains exactly the rows that match by themselves.
void TestClusterFilter::viewUnderFire()
{
    ClusterModel model;
    ClusterView view(model);
    view.setSurroundings(
        {[] { return Now; },
         [](const ClusterKey &key, const QString &) { return key.id.endsWith(u'3'); }});
    RandomRecords random(11);
    for (int round = 0; round < 300; ++round) {
        QList<ClusterRecord> records;
        for (int i = 0; i < 40; ++i) {
            if (!random.chance(20))
                records.append(random.record(QStringLiteral("c%1").arg(i)));
        }
        model.apply(listing(records, random.chance(50) ? QStringLiteral("a") : QStringLiteral("b"),
                            random.chance(70)));
        FilterCriteria criteria;
        if (random.chance(30))
            criteria.of(FilterField::Status) = {random.text(), underWayStatus()};
        if (random.chance(30))
            criteria.of(FilterField::Owner) = {random.text(), random.text(), random.text()};
        if (random.chance(20))
            criteria.of(FilterField::Account) = {QStringLiteral("b")};
        criteria.noJobs = random.chance(10);
        criteria.olderThanDays = random.chance(30) ? 18000 : 0;
        if (random.chance(20))
            criteria.locked = random.chance(50);
        const QString text = QStringLiteral("node 1").left(random.chance(30) ? 0 : random.below(7));
        if (random.chance(50))
            view.setFilter(text, criteria);
        const ClusterFilter filter(view.criteria());
        const ClusterSearch search(view.filter());
        QSet<QString> expected;
        for (int row = 0; row < model.rowCount(); ++row) {
            const ClusterKey key = model.keyAt(row);
            if (filter.matches(model.rowAt(row), key.account, Now) &&
                filter.locked().value_or(key.id.endsWith(u'3')) == key.id.endsWith(u'3') &&
                search.matches(model.rowAt(row), model.labelAt(row)))
                expected.insert(key.account + key.id);
        }
        QSet<QString> shown;
        for (int row = 0; row < view.rowCount(); ++row)
            shown.insert(view.keyAt(row).account + view.keyAt(row).id);
        QCOMPARE(shown, expected);
    }
}

/// The view follows new data about use, although no row changes.
void TestClusterFilter::unused()
{
    const auto used = [](const char *id, double hours) {
        ClusterRecord record;
        record.id = QString::fromLatin1(id);
        record.cpuHours = hours;
        record.finishedJobs = record.runningJobs = record.pendingJobs = 0;
        return record;
    };
    QList<ClusterRow> rows{used("c1", 1), used("c2", 2), used("c3", 3)};
    rows.append(ClusterRecord());
    ClusterRecord unknown;
    unknown.id = QStringLiteral("c4");
    rows.last() = unknown;
    const QString account = QStringLiteral("a");
    ClusterModel model;
    ClusterView view(model);
    ClusterListing all;
    all.account = account;
    all.complete = true;
    all.clusters = rows;
    model.apply(all);
    LastUse use(account);
    use.follow(rows, Now.addDays(-40));
    rows[1] = used("c2", 2.5);
    use.follow(rows, Now.addDays(-10));
    use.follow(rows, Now);
    all.clusters = rows;
    model.apply(all);

    FilterCriteria criteria;
    criteria.unusedDays = 30;
    view.setCriteria(criteria);
    QCOMPARE(idsShown(view), QStringList());
    view.setCriteria({});
    view.sort(int(ClusterColumn::Unused), Qt::DescendingOrder);
    QSignalSpy changed(&model, &ClusterModel::lastUseChanged);
    model.setLastUse(account, use);
    model.setLastUse(account, use);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(idsShown(view), (QStringList{"c3", "c1", "c2", "c4"}));
    QCOMPARE(view.index(0, int(ClusterColumn::Unused)).data().toInt(), 40);
    QVERIFY(view.index(3, int(ClusterColumn::Unused)).data().isNull());
    criteria.unusedDays = 10;
    view.setCriteria(criteria);
    QCOMPARE(view.rowCount(), 3);
    criteria.unusedDays = 30;
    view.setCriteria(criteria);
    QCOMPARE(idsShown(view), (QStringList{"c3", "c1"}));
    rows[0] = used("c1", 1.5);
    use.follow(rows, Now.addDays(1));
    all.clusters = rows;
    model.apply(all); // takes effect before the use is recorded
    QCOMPARE(idsShown(view), QStringList{"c3"});
    model.setLastUse(account, use);
    QCOMPARE(idsShown(view), QStringList{"c3"});
    model.setLastUse(account, {});
    QCOMPARE(idsShown(view), QStringList());
}

QTEST_APPLESS_MAIN(TestClusterFilter)
#include "tst_clusterfilter.moc"
