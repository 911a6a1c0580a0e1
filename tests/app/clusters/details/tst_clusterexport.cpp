// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/details/clusterexport.h"
#include "tests/support/listing.h"
#include "tests/support/utc.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace clusterdeck;

namespace
{

ClusterRecord cluster(const QString &id, const QString &name)
{
    ClusterRecord record;
    record.id = id;
    record.name = name;
    record.status = QStringLiteral("active");
    record.billing = QStringLiteral("PayForUsed");
    record.nodes = 2;
    record.cpuHours = 12.5;
    record.created = utc(QDate(2021, 5, 1), QTime(12, 0));
    return record;
}

} // namespace

/// The export of the table.
class TestClusterExport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void shownColumnsInTheirOrder();
    void everyColumnHasAKeyOfTheJson();
    void shownRowsInTheirOrder();
    void daysOfMarks();
    void everyField();

private:
    std::unique_ptr<ClusterModel> m_model;
    std::unique_ptr<ClusterView> m_view;
};

void TestClusterExport::init()
{
    m_model = std::make_unique<ClusterModel>();
    m_view = std::make_unique<ClusterView>(*m_model);
    m_model->setAccount(QStringLiteral("a"), {QStringLiteral("lab"), QStringLiteral("jn1a")});
}

/// Exact values, not the text on screen.
void TestClusterExport::shownColumnsInTheirOrder()
{
    ClusterRecord busy = cluster(QStringLiteral("ehpc-1"), QStringLiteral("=1+1"));
    busy.transition = QStringLiteral("deleting");
    ClusterRecord unknown;
    unknown.id = QStringLiteral("ehpc-2");
    unknown.createdText = QStringLiteral("yesterday");
    m_model->apply(listing({busy, unknown}));
    const ClusterCells cells =
        clusterCells(*m_view, {ClusterColumn::Account, ClusterColumn::Status, ClusterColumn::Name,
                               ClusterColumn::Nodes, ClusterColumn::RunningJobs,
                               ClusterColumn::CpuHours, ClusterColumn::Created});
    const QStringList head{"account",      "cluster_status",   "transition_status",
                           "cluster_name", "total_node_count", "running_job_count",
                           "cpu_hours",    "create_time"};
    QCOMPARE(cells.head, head);
    QCOMPARE(cells.rows.size(), 2);
    QCOMPARE(cells.rows.at(0), (QStringList{"lab", "active", "deleting", "=1+1", "2", "", "12.5",
                                            "2021-05-01T12:00:00Z"}));
    QCOMPARE(cells.rows.at(1), (QStringList{"lab", "", "", "", "", "", "", "yesterday"}));
}

void TestClusterExport::everyColumnHasAKeyOfTheJson()
{
    m_model->apply(listing({cluster(QStringLiteral("ehpc-1"), QStringLiteral("n"))}));
    const QJsonObject object =
        QJsonDocument::fromJson(clustersDocument(*m_view, {}, DataKind::Real))[u"clusters"][0]
            .toObject();
    const QStringList head = clusterCells(*m_view, allClusterColumns()).head;
    QCOMPARE(head.size(), ClusterColumnCount + 1);
    QCOMPARE(QSet<QString>(head.begin(), head.end()).size(), head.size());
    for (const QString &key : head)
        QVERIFY2(object.contains(key), qPrintable(key));
}

void TestClusterExport::shownRowsInTheirOrder()
{
    QList<ClusterRecord> clusters;
    for (const char *name : {"a", "c", "b", "not this"})
        clusters.append(cluster(QStringLiteral("ehpc-%1").arg(clusters.size()), name));
    clusters[3].status = QStringLiteral("stopped");
    m_model->apply(listing(clusters));
    FilterCriteria active;
    active.of(FilterField::Status) = {QStringLiteral("active")};
    m_view->setCriteria(active);
    m_view->sort(int(ClusterColumn::Name), Qt::DescendingOrder);
    QStringList names;
    for (const QStringList &row : clusterCells(*m_view, {ClusterColumn::Name}).rows)
        names += row;
    QCOMPARE(names, (QStringList{"c", "b", "a"}));
    const QJsonDocument all =
        QJsonDocument::fromJson(clustersDocument(*m_view, {}, DataKind::Demo));
    QCOMPARE(all[u"demo"].toString(), QStringLiteral("DEMO"));
    QCOMPARE(all[u"clusters"].toArray().size(), 3);
    QCOMPARE(all[u"clusters"][0][u"cluster_name"].toString(), QStringLiteral("c"));
}

/// With the account, and with whether its list was complete.
void TestClusterExport::daysOfMarks()
{
    ClusterRecord until = cluster(QStringLiteral("ehpc-1"), QStringLiteral("a"));
    until.description = QStringLiteral("[keep until 2027-03-31] [expires 2026-12-31]");
    ClusterRecord always = cluster(QStringLiteral("ehpc-2"), QStringLiteral("b"));
    always.description = QStringLiteral("[keep]");
    m_model->apply(
        listing({until, always, cluster(QStringLiteral("ehpc-3"), QStringLiteral("c"))}));
    const ClusterCells cells = clusterCells(*m_view, {ClusterColumn::Keep, ClusterColumn::Expires});
    QCOMPARE(cells.rows.value(0),
             (QStringList{QStringLiteral("2027-03-31"), QStringLiteral("2026-12-31")}));
    QCOMPARE(cells.rows.value(1), (QStringList{QStringLiteral("always"), QString()}));
    QCOMPARE(cells.rows.value(2), (QStringList{QString(), QString()}));
    const QJsonDocument document =
        QJsonDocument::fromJson(clustersDocument(*m_view, {}, DataKind::Real));
    const QJsonValue first = document[u"clusters"][0];
    QCOMPARE(first[u"keep"].toString(), QStringLiteral("2027-03-31"));
    QVERIFY(document[u"clusters"][2][u"expires"].isNull());
}

void TestClusterExport::everyField()
{
    ClusterRecord record = cluster(QStringLiteral("ehpc-1"), QStringLiteral("n"));
    record.description = QStringLiteral("a\u202Eb");
    m_model->apply(listing({record}));
    const QDateTime asOf = utc(QDate(2021, 8, 19), QTime(16, 0));
    const AccountLabel lab{QStringLiteral("lab"), QStringLiteral("jn1a")};
    const QByteArray bytes =
        clustersDocument(*m_view, {{lab, asOf, true}, {lab, {}, false}}, DataKind::Real);
    QVERIFY(bytes.contains("a\\u202eb"));
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonObject written = document[u"clusters"][0].toObject();
    for (const ClusterField &field : ClusterFields) {
        const QString key = QLatin1String(field.key);
        QCOMPARE(written.contains(key), key != u"create_time_text");
    }
    QCOMPARE(written.value(u"description").toString(), record.description);
    QCOMPARE(written.value(u"zone").toString(), QStringLiteral("jn1a"));
    QVERIFY(written.value(u"running_job_count").isNull());
    QVERIFY(!document.object().contains(u"demo"));
    const QJsonValue accounts = document[u"accounts"];
    QCOMPARE(accounts[0][u"as_of"].toString(), QStringLiteral("2021-08-19T16:00:00Z"));
    QCOMPARE(accounts[0][u"complete"].toBool(), true);
    QVERIFY(accounts[1][u"as_of"].isNull());
    QCOMPARE(accounts[1][u"complete"].toBool(true), false);
}

QTEST_GUILESS_MAIN(TestClusterExport)
#include "tst_clusterexport.moc"
