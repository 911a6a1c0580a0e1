// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/clusters/details/clusterdetails.h"
#include "app/clusters/details/detailexport.h"
#include "app/clusters/listing/clusterlister.h"
#include "app/demo/service.h"
#include "tests/support/manualclock.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

/// The practice cloud with its extreme clusters, a client whose calls are counted, and the list.
struct Site {
    explicit Site(int callsAnHour = 2000)
        : service({0, 40, 1, 0.2, true})
    {
        if (!service.listen())
            qFatal("no port");
        ApiSettings settings;
        settings.baseUrl = service.url();
        settings.zone = service.zone();
        settings.owner = service.owner();
        settings.credentials = {service.accessKeyId(), service.secretAccessKey()};
        settings.readTries = 1; // repetitions belong to the client, and take time
        settings.callsAnHour = callsAnHour;
        client = std::make_unique<ApiClient>(settings, clock);
        list();
        details = std::make_unique<ClusterDetails>(clusters, hands);
        QObject::connect(client.get(), &ApiClient::called, details.get(), [this] { ++calls; });
    }

    void list()
    {
        bool done = false;
        listAllClusters(QStringLiteral("demo"), *client, clock, &context,
                        [&](const ClusterListing &listing) {
                            clusters.apply(listing);
                            done = listing.complete;
                        });
        QTRY_VERIFY(done);
    }

    /// A cluster with this number of nodes.
    [[nodiscard]] ClusterKey withNodes(int nodes) const
    {
        for (int row = 0; row < clusters.rowCount(); ++row) {
            if (clusters.clusterAt(row).record.nodes == nodes)
                return clusters.keyAt(row);
        }
        return {};
    }
    /// An active cluster of the account's owner, not one of the extremes.
    [[nodiscard]] ClusterKey deletable() const
    {
        for (int row = 0; row < clusters.rowCount(); ++row) {
            const ClusterRecord record = clusters.clusterAt(row).record;
            if (record.status == u"active" && record.transition.isEmpty() &&
                record.owner == service.owner() && record.nodes > 1 && record.nodes < 100)
                return clusters.keyAt(row);
        }
        return {};
    }
    /// Chooses a cluster, and waits until the choice takes effect.
    void choose(const ClusterKey &key)
    {
        details->choose(key, client.get());
        hands.advance(ClusterDetails::Settle);
    }
    [[nodiscard]] ReadState state(DetailSection section) const
    {
        return details->status(section).state;
    }

    SystemClock clock; // the service checks the time of signed requests
    ManualClock hands;
    demo::Service service;
    std::unique_ptr<ApiClient> client;
    ClusterModel clusters;
    QObject context;
    std::unique_ptr<ClusterDetails> details;
    int calls = 0;
};

SectionStatus read(int offset, int rows, std::optional<int> total)
{
    return pageRead({}, offset, rows, total, QDateTime::currentDateTimeUtc());
}

} // namespace

class TestClusterDetails : public QObject
{
    Q_OBJECT

private slots:
    void lastPage_data();
    void lastPage();
    void whatHappensToASection();
    void explainedSoftware();

    void whoeverWalksReadsNothing();
    void onlyWhatIsSeenIsRead();
    void manyNodesPageByPage();
    void oneAndNone();
    void slowAnswersOfAnotherAreGivenUp();
    void failing();
    void vanishing();
    void vanishedFromTheListing();
    void fewCallsLeft();
    void softwareIsExplainedOnce();
    void operationsOfThisClusterOnly();
    void closedAccount();
    void json();
};

void TestClusterDetails::lastPage_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("total"); // -1: no total
    QTest::addColumn<bool>("more");
    QTest::newRow("none") << 0 << 0 << 0 << false;
    QTest::newRow("one") << 0 << 1 << 1 << false;
    QTest::newRow("first of many") << 0 << 100 << 500 << true;
    QTest::newRow("last of many") << 400 << 100 << 500 << false;
    QTest::newRow("a full page, no total") << 0 << 100 << -1 << true;
    QTest::newRow("a part of a page, no total") << 100 << 7 << -1 << false;
    QTest::newRow("fewer than announced") << 0 << 50 << 500 << true;
    QTest::newRow("none though more are announced") << 100 << 0 << 500 << false;
    QTest::newRow("more than announced") << 0 << 100 << 20 << false;
}

void TestClusterDetails::lastPage()
{
    QFETCH(int, offset);
    QFETCH(int, rows);
    QFETCH(int, total);
    const SectionStatus first = offset > 0 ? read(0, offset, 10000) : SectionStatus();
    const SectionStatus status =
        pageRead(first, offset, rows, total < 0 ? std::nullopt : std::optional(total),
                 QDateTime::currentDateTimeUtc());
    QTEST(status.hasMore(), "more");
    QCOMPARE(status.sent, offset + rows);
}

void TestClusterDetails::whatHappensToASection()
{
    SectionStatus status;
    QVERIFY(!status.hasMore());
    status = asked(status);
    QCOMPARE(status.state, ReadState::Loading);
    const QDateTime first = QDateTime::currentDateTimeUtc();
    status = pageRead(asked(status), 0, 100, 300, first);
    QCOMPARE(status.state, ReadState::Ready);
    // The time of a section is the time of its oldest page.
    status = pageRead(asked(status), 100, 100, 300, first.addSecs(60));
    QCOMPARE(status.asOf, first);
    ApiError error = errorForCode(5000);
    status = pageFailed(asked(status), error);
    QCOMPARE(status.state, ReadState::Failed);
    QCOMPARE(status.error, error);
    QVERIFY(status.hasMore() && status.sent == 200);
    QCOMPARE(asked(status).error, std::nullopt);
    QCOMPARE(pageFailed(status, errorForCode(2100)).state, ReadState::Gone);
    const SectionStatus kept = withheld(status);
    QCOMPARE(kept.state, ReadState::Withheld);
    QVERIFY(!kept.error && kept.asOf == first);
    QCOMPARE(pageRead(asked(status), 0, 100, 300, first.addSecs(90)).asOf, first.addSecs(90));
}

void TestClusterDetails::explainedSoftware()
{
    const auto record = [](const char *id, const char *name, const char *version,
                           const char *what) {
        return SoftwareRecord{QString::fromLatin1(id), QString::fromLatin1(name),
                              QString::fromLatin1(version), QString::fromLatin1(what)};
    };
    const QList<SoftwareRecord> offered{record("s-1", "Intel oneAPI", "2023.2", "Compilers"),
                                        record("s-2", "bare", "", "Without a version")};
    const QList<SoftwareRecord> found =
        explained({QStringLiteral("Intel oneAPI 2023.2"), QStringLiteral("Intel oneAPI 2024"),
                   QStringLiteral("bare")},
                  offered);
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0), offered.at(0));
    QCOMPARE(found.at(1), record("", "Intel oneAPI 2024", "", "")); // no guess from a similar name
    QCOMPARE(found.at(2), offered.at(1));
}

void TestClusterDetails::whoeverWalksReadsNothing()
{
    Site site;
    ManualClock clock;
    ClusterDetails details(site.clusters, clock);
    details.see(DetailSection::Nodes);
    for (int row = 0; row < site.clusters.rowCount(); ++row) {
        details.choose(site.clusters.keyAt(row), site.client.get());
        clock.advance(ClusterDetails::Settle - 1ms);
        QCOMPARE(details.status(DetailSection::Nodes).state, ReadState::NotAsked);
    }
    QCOMPARE(site.calls, 0);
    clock.advance(1ms);
    QTRY_COMPARE(details.status(DetailSection::Nodes).state, ReadState::Ready);
    QCOMPARE(site.calls, 1);
    const ClusterKey last = site.clusters.keyAt(site.clusters.rowCount() - 1);
    QCOMPARE(int(details.nodes().size()), site.clusters.find(last)->record.nodes.value_or(0));
}

void TestClusterDetails::onlyWhatIsSeenIsRead()
{
    Site site;
    site.choose(site.withNodes(500));
    QCOMPARE(site.calls, 0); // the overview is shown, and needs no call
    site.details->see(DetailSection::Users);
    QTRY_COMPARE(site.state(DetailSection::Users), ReadState::Ready);
    QVERIFY(!site.details->users().isEmpty());
    QCOMPARE(site.details->users().first().name, QStringLiteral("root"));
    site.details->see({});
    site.details->see(DetailSection::Users);
    QCOMPARE(site.calls, 1); // shown again, but not read again
    for (const DetailSection other : {DetailSection::Nodes, DetailSection::Jobs,
                                      DetailSection::Software, DetailSection::Operations})
        QCOMPARE(site.state(other), ReadState::NotAsked);
}

void TestClusterDetails::manyNodesPageByPage()
{
    Site site;
    site.details->see(DetailSection::Nodes);
    int before = 0;
    int most = 0;
    connect(site.details.get(), &ClusterDetails::sectionChanged, this, [&] {
        const int now = int(site.details->nodes().size());
        most = std::max(most, now - before);
        before = now;
    });
    site.choose(site.withNodes(500));
    for (int pages = 1; pages <= 5; ++pages) {
        QTRY_COMPARE(site.state(DetailSection::Nodes), ReadState::Ready);
        QCOMPARE(site.details->nodes().size(), pages * 100);
        site.details->readMore(DetailSection::Nodes);
    }
    QCOMPARE(site.calls, 5); // no sixth call, because there is no sixth page
    QCOMPARE(most, 100);     // the most rows that one signal adds
    QSet<QString> ids;
    for (const NodeRecord &node : site.details->nodes())
        ids.insert(node.id);
    QCOMPARE(ids.size(), 500);
    // A refresh starts with the first page and a new time.
    const QDateTime old = site.details->status(DetailSection::Nodes).asOf;
    site.hands.advance(1s);
    site.details->refresh(DetailSection::Nodes);
    QCOMPARE(site.details->nodes().size(), 500); // until the answer comes
    QTRY_COMPARE(site.state(DetailSection::Nodes), ReadState::Ready);
    QCOMPARE(site.details->nodes().size(), 100);
    QVERIFY(site.details->status(DetailSection::Nodes).asOf > old);
}

void TestClusterDetails::oneAndNone()
{
    Site site;
    const ClusterKey none = site.withNodes(0);
    QVERIFY(!none.id.isEmpty());
    for (const DetailSection section :
         {DetailSection::Nodes, DetailSection::Jobs, DetailSection::Users}) {
        site.details->see(section);
        site.choose(none);
        QTRY_COMPARE(site.state(section), ReadState::Ready);
        QCOMPARE(site.details->status(section).total, std::optional(0));
    }
    const int calls = site.calls;
    site.details->see(DetailSection::Software); // the cluster lists no software, so nothing is read
    QCOMPARE(site.state(DetailSection::Software), ReadState::NotAsked);
    QCOMPARE(site.calls, calls);
    site.details->see(DetailSection::Nodes);
    site.choose(site.withNodes(1));
    QTRY_COMPARE(site.state(DetailSection::Nodes), ReadState::Ready);
    QCOMPARE(site.details->nodes().size(), 1);
    QCOMPARE(site.details->nodes().first().role, QStringLiteral("controller"));
}

void TestClusterDetails::slowAnswersOfAnotherAreGivenUp()
{
    Site site;
    demo::Faults slow;
    slow.latencyMs = 200;
    site.service.setFaults(slow);
    ManualClock clock;
    ClusterDetails details(site.clusters, clock);
    details.see(DetailSection::Nodes);
    details.choose(site.withNodes(500), site.client.get());
    clock.advance(ClusterDetails::Settle);
    QCOMPARE(details.status(DetailSection::Nodes).state, ReadState::Loading);
    QTRY_COMPARE(site.calls, 1);
    details.choose(site.withNodes(1), site.client.get());
    QSignalSpy changes(&details, &ClusterDetails::sectionChanged);
    site.list(); // a later call, and just as slow: the first answer would have arrived before it
    site.calls = 1;
    QCOMPARE(changes.size(), 0);
    QCOMPARE(details.status(DetailSection::Nodes).state, ReadState::NotAsked);
    QVERIFY(details.nodes().isEmpty());
    clock.advance(ClusterDetails::Settle);
    QTRY_COMPARE(details.status(DetailSection::Nodes).state, ReadState::Ready);
    QCOMPARE(details.nodes().size(), 1);
    QCOMPARE(site.calls, 2);
}

void TestClusterDetails::failing()
{
    Site site;
    demo::Faults faults;
    faults.failReadsPercent = 100;
    faults.failReadsOf = "listNodes";
    site.service.setFaults(faults);
    site.details->see(DetailSection::Nodes);
    site.choose(site.withNodes(500));
    QTRY_COMPARE(site.state(DetailSection::Nodes), ReadState::Failed);
    const SectionStatus &status = site.details->status(DetailSection::Nodes);
    QCOMPARE(status.error->kind, ErrorKind::ServerFault);
    QVERIFY(!status.asOf.isValid() && !status.total && !site.details->isGone());
    // The other sections still work.
    site.details->see(DetailSection::Users);
    QTRY_COMPARE(site.state(DetailSection::Users), ReadState::Ready);
    site.details->see(DetailSection::Nodes); // a failed section is not read again automatically
    const int calls = site.calls;
    site.hands.advance(1h);
    QCOMPARE(site.calls, calls);
    site.service.setFaults({});
    site.details->refresh(DetailSection::Nodes);
    QTRY_COMPARE(site.state(DetailSection::Nodes), ReadState::Ready);
    QCOMPARE(site.details->nodes().size(), 100);
    // When reading fails again, the rows stay.
    site.service.setFaults(faults);
    site.details->readMore(DetailSection::Nodes);
    QTRY_COMPARE(site.state(DetailSection::Nodes), ReadState::Failed);
    QCOMPARE(site.details->nodes().size(), 100);
    site.service.setFaults({});
    site.details->readMore(DetailSection::Nodes); // reads the page that failed, not the next page
    QTRY_COMPARE(site.state(DetailSection::Nodes), ReadState::Ready);
    QCOMPARE(site.details->nodes().size(), 200);
    QCOMPARE(site.details->status(DetailSection::Nodes).sent, 200);
}

void TestClusterDetails::vanishing()
{
    Site site;
    const ClusterKey key = site.deletable();
    site.details->see(DetailSection::Nodes);
    site.choose(key);
    QTRY_COMPARE(site.state(DetailSection::Nodes), ReadState::Ready);
    const int nodes = int(site.details->nodes().size());
    QVERIFY(nodes > 0);
    bool accepted = false;
    site.client->send(Verb::Delete, {key.id}, &site.context,
                      [&](const Result<Accepted> &answer) { accepted = answer.has_value(); });
    QTRY_VERIFY(accepted);
    QSignalSpy changed(site.details.get(), &ClusterDetails::clusterChanged);
    QTRY_VERIFY([&] {
        site.details->refresh(DetailSection::Nodes);
        return QTest::qWaitFor(
                   [&] { return site.state(DetailSection::Nodes) != ReadState::Loading; }) &&
               site.state(DetailSection::Nodes) == ReadState::Gone;
    }());
    QCOMPARE(site.details->nodes().size(), nodes); // the rows read before stay
    QVERIFY(site.details->isGone());
    QCOMPARE(changed.size(), 1);
    QVERIFY(site.details->cluster());
}

void TestClusterDetails::vanishedFromTheListing()
{
    Site site;
    const ClusterKey key = site.withNodes(1);
    const ClusterRecord record = site.clusters.find(key)->record;
    site.choose(key);
    QSignalSpy changed(site.details.get(), &ClusterDetails::clusterChanged);
    ClusterListing listing;
    listing.account = key.account;
    site.clusters.apply(listing); // an incomplete listing says nothing about missing clusters
    QVERIFY(!site.details->isGone() && changed.isEmpty());
    ClusterRecord renamed = record;
    renamed.name = QStringLiteral("another name");
    listing.clusters = {renamed};
    site.clusters.apply(listing);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(site.details->cluster()->record.name, renamed.name);
    listing.clusters.clear();
    listing.complete = true;
    listing.begun = site.clock.awake() + std::chrono::seconds(1); // after the rows were read
    site.clusters.apply(listing);
    QCOMPARE(changed.size(), 2);
    QVERIFY(site.details->isGone());
    QCOMPARE(site.details->cluster()->record.name, renamed.name);
    listing.clusters = {record};
    site.clusters.apply(listing);
    QVERIFY(!site.details->isGone());
}

void TestClusterDetails::fewCallsLeft()
{
    Site site(3); // listing has used one call
    QCOMPARE(sharesOf(3).keptFromDetails, 1);
    QCOMPARE(site.client->callsLeft(), std::optional(2));
    site.details->see(DetailSection::Nodes);
    site.choose(site.withNodes(500));
    QTRY_COMPARE(site.state(DetailSection::Nodes), ReadState::Ready);
    site.details->readMore(DetailSection::Nodes);
    QCOMPARE(site.state(DetailSection::Nodes), ReadState::Withheld);
    site.details->see(DetailSection::Jobs);
    QCOMPARE(site.state(DetailSection::Jobs), ReadState::Withheld);
    site.hands.advance(1h);
    QCOMPARE(site.calls, 1);
    // The user reads this section anyway, once.
    site.details->readAnyway(DetailSection::Nodes);
    QTRY_COMPARE(site.state(DetailSection::Nodes), ReadState::Ready);
    QCOMPARE(site.details->nodes().size(), 200);
    QCOMPARE(site.state(DetailSection::Jobs), ReadState::Withheld);
    QCOMPARE(site.calls, 2);
    site.details->readAnyway(DetailSection::Nodes); // nothing is withheld there now
    QCOMPARE(site.calls, 2);
}

void TestClusterDetails::softwareIsExplainedOnce()
{
    Site site;
    site.details->see(DetailSection::Software);
    site.choose(site.withNodes(500));
    const QStringList own = site.details->cluster()->record.software;
    QVERIFY(!own.isEmpty());
    QCOMPARE(site.details->software().size(), own.size()); // before anything is read
    QTRY_COMPARE(site.state(DetailSection::Software), ReadState::Ready);
    QCOMPARE(site.details->software().size(), own.size());
    for (const SoftwareRecord &each : site.details->software())
        QVERIFY(!each.description.isEmpty() && !each.version.isEmpty());
    site.choose(site.withNodes(1));
    QCOMPARE(site.state(DetailSection::Software), ReadState::Ready);
    QVERIFY(!site.details->software().first().description.isEmpty());
    QCOMPARE(site.calls, 1);
}

void TestClusterDetails::operationsOfThisClusterOnly()
{
    Site site;
    const ClusterKey key = site.deletable();
    bool accepted = false;
    site.client->send(Verb::Stop, {key.id}, &site.context,
                      [&](const Result<Accepted> &answer) { accepted = answer.has_value(); });
    QTRY_VERIFY(accepted);
    site.details->see(DetailSection::Operations);
    site.choose(key);
    QTRY_COMPARE(site.state(DetailSection::Operations), ReadState::Ready);
    QVERIFY(!site.details->operations().isEmpty());
    QCOMPARE(site.details->operations().first().action, QStringLiteral("HpcClusterStopCluster"));
    for (const OperationRecord &operation : site.details->operations())
        QVERIFY(operation.resourceIds.contains(key.id));
}

void TestClusterDetails::closedAccount()
{
    Site site;
    site.details->see(DetailSection::Nodes);
    const ClusterKey key = site.withNodes(1);
    site.details->choose(key, nullptr); // shown from an earlier run; the account is not open
    site.hands.advance(ClusterDetails::Settle);
    QVERIFY(site.details->cluster());
    QCOMPARE(site.state(DetailSection::Nodes), ReadState::NotAsked);
    site.choose(key); // the account is open
    QTRY_COMPARE(site.state(DetailSection::Nodes), ReadState::Ready);
    site.clusters.removeAccount(key.account);
    site.details->choose(key, nullptr);
    QVERIFY(!site.details->cluster() && site.details->nodes().isEmpty());
}

void TestClusterDetails::json()
{
    NodeRecord node;
    node.id = QStringLiteral("cln-1");
    node.name = QStringLiteral("a\u202Eb \"c\"");
    node.cpu = 4;
    DetailHead head;
    head.cluster.id = QStringLiteral("ehpc-1");
    head.section = QStringLiteral("nodes");
    head.status = read(0, 100, 500);
    head.dataKind = DataKind::Demo;
    const QByteArray bytes = detailDocument(head, detailJson(QList<NodeRecord>{node}));
    QVERIFY(bytes.contains("\\u202e"));
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    QCOMPARE(object[u"rows_in_the_cloud"].toInt(), 500);
    QCOMPARE(object[u"rows_read"].toInt(), 100);
    QCOMPARE(object[u"rows_here"].toInt(), 1);
    QCOMPARE(object[u"demo"].toString(), QStringLiteral("DEMO"));
    const QJsonObject row = object[u"nodes"].toArray().at(0).toObject();
    QCOMPARE(row[u"name"].toString(), node.name);
    QCOMPARE(row[u"cpu"].toInt(), 4);
    QVERIFY(row[u"memory"].isNull() && row.contains(u"memory")); // unknown, not 0
    QVERIFY(!row.contains(u"env"));
    ClusterRecord cluster;
    cluster.id = QStringLiteral("ehpc-1");
    const QJsonObject overview =
        QJsonDocument::fromJson(overviewDocument(cluster, DataKind::Real)).object();
    QVERIFY(overview[u"running_job_count"].isNull() && overview[u"cluster_name"].isNull());
    QVERIFY(!overview.contains(u"demo"));
}

QTEST_GUILESS_MAIN(TestClusterDetails)
#include "tst_clusterdetails.moc"
