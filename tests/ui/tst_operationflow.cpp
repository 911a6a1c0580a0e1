// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterview.h"
#include "tests/ui/confirmhands.h"
#include "tests/ui/stage.h"
#include "ui/clusters/clustertable.h"
#include "ui/look/resources.h"
#include "ui/look/strip.h"
#include "ui/operations/operationflow.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace clusterdeck;
using namespace std::chrono_literals;

/// From the action to the desk, with a simulated cloud: what comes back, and what never gets
/// through.
class TestOperationFlow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadResources(*qApp); }
    void init();
    void cleanup();
    void theWordsAreKept();
    void looksAgainWhenItGotWorse();
    void dropsOutVisibly();
    void nothingLeft();
    void notWritten();
    void otherCopy();
    void stopInstead();
    void theSecondReadingCanBeGivenUp();
    void selectionUnderFire();

private:
    void start(const QString &folder);
    void ask(Verb verb, int count)
    {
        m_flow->begin(verb, Stage::keys(count));
        m_stage->clock.advance(1s);
        QTRY_VERIFY(m_dialog.isShown());
    }
    void go()
    {
        m_dialog.giveWhatIsAsked();
        m_stage->clock.advance(ConfirmDialog::DeadTime);
        QTest::keyClick(m_dialog.go(), Qt::Key_Space);
        m_stage->clock.advance(200ms);
    }
    [[nodiscard]] BatchRunner *batch() const { return m_stage->desk.batches().value(0); }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<QWidget> m_window;
    OperationFlow *m_flow = nullptr;
    ConfirmHands m_dialog;
    QStringList m_told;
};

void TestOperationFlow::init()
{
    start({});
}

void TestOperationFlow::start(const QString &folder)
{
    cleanup();
    m_told.clear();
    m_stage = std::make_unique<Stage>(8, folder);
    m_window = std::make_unique<QWidget>();
    m_window->resize(1200, 700);
    m_window->show();
    m_flow = new OperationFlow(m_stage->desk, m_stage->clusters, m_stage->clock, m_window.get());
    connect(m_flow, &OperationFlow::asking, this,
            [this](ConfirmDialog *asking) { m_dialog = asking; });
    connect(m_flow, &OperationFlow::told, this,
            [this](const QString &sentence) { m_told.append(sentence); });
}

void TestOperationFlow::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

void TestOperationFlow::theWordsAreKept()
{
    m_stage->cloud.clusters[1].runningJobs = 3;
    ask(Verb::Delete, 2);
    go();
    QVERIFY(batch());
    const QString shown = batch()->batch().shown;
    QVERIFY2(shown.startsWith(QStringLiteral("Delete 2 clusters in lab / z1?\nThis cannot be")),
             qPrintable(shown));
    QVERIFY2(shown.contains(QStringLiteral("name of ehpc-1 (ehpc-1) Active, 3 running and 0 "
                                           "queued jobs, 2 nodes, has jobs")),
             qPrintable(shown));
    QVERIFY(!m_flow->isBusy());
    QVERIFY(m_told.isEmpty());
}

void TestOperationFlow::looksAgainWhenItGotWorse()
{
    ask(Verb::Delete, 3);
    m_stage->cloud.clusters[1].runningJobs = 4;
    m_stage->cloud.clusters[2].transition = QStringLiteral("resizing");
    go();
    QTRY_VERIFY(m_dialog.isShown());
    QVERIFY(!batch());
    const auto *changes = m_dialog.child<Strip>("Changes");
    QVERIFY(changes->isVisible());
    QVERIFY2(changes->text().contains(u"1 cluster marked “new”") &&
                 changes->text().contains(u"1 cluster dropped out"),
             qPrintable(changes->text()));
    QCOMPARE(m_dialog.ids(), (QSet<QString>{QStringLiteral("ehpc-0"), QStringLiteral("ehpc-1")}));
    QVERIFY(m_dialog.count()->text().isEmpty());
    go();
    QVERIFY(batch());
    QCOMPARE(batch()->batch().items.size(), 2);
}

void TestOperationFlow::dropsOutVisibly()
{
    ask(Verb::Delete, 3);
    m_stage->cloud.clusters[2].transition = QStringLiteral("resizing");
    go();
    QVERIFY(batch());
    QCOMPARE(batch()->batch().items.size(), 2);
    QCOMPARE(m_told.size(), 1);
    QCOMPARE(m_told.first(), QStringLiteral("1 cluster dropped out: name of ehpc-2 – Something is "
                                            "under way on it."));
}

void TestOperationFlow::nothingLeft()
{
    ask(Verb::Delete, 1);
    m_stage->cloud.clusters.clear();
    go();
    QVERIFY(!batch());
    QCOMPARE(m_told.size(), 1);
    QVERIFY(m_told.first().startsWith(QStringLiteral("Nothing was sent: none of it can go")));
    QVERIFY(!m_flow->isBusy());
}

void TestOperationFlow::notWritten()
{
    start(QStringLiteral("/proc/none/at/all"));
    QVERIFY(!m_stage->desk.canOperate());
    ask(Verb::Stop, 1);
    go();
    QVERIFY(!batch());
    QCOMPARE(m_told.size(), 1);
    QVERIFY2(m_told.first().startsWith(QStringLiteral("Nothing was sent: it could not be written")),
             qPrintable(m_told.first()));
}

void TestOperationFlow::otherCopy()
{
    const QTemporaryDir folder;
    const Journal other(folder.path());
    start(folder.path());
    QVERIFY(!m_stage->desk.canOperate());
    ask(Verb::Stop, 1);
    go();
    QVERIFY(!batch());
    QVERIFY(m_told.value(0).contains(u"another copy of Clusterdeck"));
}

void TestOperationFlow::stopInstead()
{
    m_stage->cloud.clusters[1].status = QStringLiteral("stopped");
    ask(Verb::Delete, 2);
    QTest::keyClick(m_dialog.button("Stop instead"), Qt::Key_Space);
    m_stage->clock.advance(1s);
    QTRY_VERIFY(m_dialog.isShown() && m_dialog->windowTitle().startsWith(u"Stop 1 cluster"));
    QVERIFY(m_stage->desk.batches().isEmpty());
    go();
    QCOMPARE(batch()->batch().verb, Verb::Stop);
    QCOMPARE(batch()->batch().items.size(), 1);
}

void TestOperationFlow::theSecondReadingCanBeGivenUp()
{
    ask(Verb::Delete, 1);
    m_stage->clock.advance(ConfirmDialog::DeadTime);
    QTest::keyClick(m_dialog.go(), Qt::Key_Space);
    QVERIFY(m_flow->isBusy());
    m_flow->cancel();
    QVERIFY(!m_flow->isBusy());
    m_stage->clock.advance(10min);
    QVERIFY(!batch());
    QVERIFY(m_stage->cloud.ledger.isEmpty());
}

/// A thousand refreshes rearrange the table while the dialog is open: sent ⊆ shown ⊆ ticked.
void TestOperationFlow::selectionUnderFire()
{
    ClusterView view(m_stage->clusters);
    ClusterTableModel model(view, m_stage->desk, m_stage->clock);
    ClusterTable table(model, m_stage->clusters);
    table.resize(900, 500);
    table.show();
    for (int i = 8; i < 60; ++i)
        m_stage->cloud.add(QStringLiteral("ehpc-%1").arg(i));
    (void)m_stage->plan(Verb::Stop, {Stage::key(0)}); // fills the table
    QCOMPARE(model.rowCount(), 60);
    QRandomGenerator random(3);
    QList<ClusterKey> ticked;
    for (int i = 0; i < 20; ++i)
        ticked.append(Stage::key(i * 3));
    table.select(ticked);
    m_flow->begin(Verb::Delete, table.selectedKeys());
    m_stage->clock.advance(1s);
    QTRY_VERIFY(m_dialog.isShown());
    const QSet<QString> shown = m_dialog.ids();
    QCOMPARE(shown.size(), 20);

    const QList<ClusterRecord> all = m_stage->cloud.clusters;
    for (int round = 0; round < 1000; ++round) {
        ClusterListing listing;
        listing.account = QStringLiteral("a");
        listing.complete = random.bounded(4) > 0;
        for (const ClusterRecord &record : all) {
            if (random.bounded(3) > 0)
                listing.clusters.insert(random.bounded(int(listing.clusters.size()) + 1), record);
        }
        for (int i = 0; i < 3; ++i) {
            ClusterRecord stranger = all.first();
            stranger.id = QStringLiteral("new-%1-%2").arg(round).arg(i);
            listing.clusters.append(stranger);
        }
        m_stage->clusters.apply(listing);
        if (round % 10 == 0)
            model.sort(random.bounded(ClusterColumnCount), Qt::SortOrder(random.bounded(2)));
        if (round % 50 == 0)
            table.selectAll();
        QCOMPARE(m_dialog.table()->model()->rowCount(), 20);
    }
    // What is gone meanwhile drops out; nothing comes in.
    m_stage->cloud.clusters.removeIf(
        [](const ClusterRecord &record) { return record.id == u"ehpc-30"; });
    go();
    QVERIFY(batch());
    batch()->sendNow();
    m_stage->clock.advance(10min);
    QVERIFY(batch()->batch().isFinished());
    QSet<QString> sent;
    for (const SimCloud::Entry &entry : std::as_const(m_stage->cloud.ledger))
        sent.insert(entry.id);
    QVERIFY(shown.contains(sent));
    QCOMPARE(sent.size(), 19);
    QCOMPARE(m_stage->cloud.ledger.size(), 19);
}

QTEST_MAIN(TestOperationFlow)
#include "tst_operationflow.moc"
