// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/confirmdriver.h"
#include "tests/ui/stage.h"
#include "ui/operations/operationcontroller.h"
#include "ui/theme/resources.h"
#include "ui/widgets/messagebar.h"

#include <QTemporaryDir>

using namespace clusterdeck;
using namespace std::chrono_literals;

/// From the action to the operation service, with a simulated cloud: the results, and requests that
/// are refused.
class TestOperationController : public QObject
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

private:
    void start(const QString &folder);
    void ask(Verb verb, int count)
    {
        m_controller->begin(verb, Stage::keys(count));
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
    [[nodiscard]] BatchRunner *batch() const
    {
        return m_stage->operationService.batches().value(0);
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<QWidget> m_window;
    OperationController *m_controller = nullptr;
    ConfirmDriver m_dialog;
    QStringList m_told;
};

void TestOperationController::init()
{
    start({});
}

void TestOperationController::start(const QString &folder)
{
    cleanup();
    m_told.clear();
    m_stage = std::make_unique<Stage>(8, folder);
    m_window = std::make_unique<QWidget>();
    m_window->resize(1200, 700);
    m_window->show();
    m_controller = new OperationController(m_stage->operationService, m_stage->clusters,
                                           m_stage->clock, m_window.get());
    connect(m_controller, &OperationController::asking, this,
            [this](ConfirmDialog *asking) { m_dialog = asking; });
    connect(m_controller, &OperationController::reported, this,
            [this](const QString &sentence) { m_told.append(sentence); });
}

void TestOperationController::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

void TestOperationController::theWordsAreKept()
{
    m_stage->cloud.clusters[1].runningJobs = 3;
    ask(Verb::Delete, 2);
    go();
    QVERIFY(batch());
    const QString shown = batch()->batch().shown;
    QVERIFY2(shown.startsWith(QStringLiteral("Delete 2 clusters in lab / z1?\nThis cannot be")),
             qPrintable(shown));
    QVERIFY2(shown.contains(QStringLiteral("name of ehpc-1 (ehpc-1) Active, running jobs: 3, "
                                           "queued jobs: 0, nodes: 2, has jobs")),
             qPrintable(shown));
    QVERIFY(!m_controller->isBusy());
    QVERIFY(m_told.isEmpty());
}

void TestOperationController::looksAgainWhenItGotWorse()
{
    ask(Verb::Delete, 3);
    m_stage->cloud.clusters[1].runningJobs = 4;
    m_stage->cloud.clusters[2].transition = QStringLiteral("resizing");
    go();
    QTRY_VERIFY(m_dialog.isShown());
    QVERIFY(!batch());
    const auto *changes = m_dialog.child<MessageBar>("Changes");
    QVERIFY(changes->isVisible());
    QVERIFY2(changes->text().contains(u"1 cluster marked “new”") &&
                 changes->text().contains(u"1 cluster no longer included"),
             qPrintable(changes->text()));
    QCOMPARE(m_dialog.ids(), (QSet<QString>{QStringLiteral("ehpc-0"), QStringLiteral("ehpc-1")}));
    QVERIFY(m_dialog.count()->text().isEmpty());
    go();
    QVERIFY(batch());
    QCOMPARE(batch()->batch().items.size(), 2);
}

void TestOperationController::dropsOutVisibly()
{
    ask(Verb::Delete, 3);
    m_stage->cloud.clusters[2].transition = QStringLiteral("resizing");
    go();
    QVERIFY(batch());
    QCOMPARE(batch()->batch().items.size(), 2);
    QCOMPARE(m_told.size(), 1);
    QCOMPARE(m_told.first(), QStringLiteral("1 cluster no longer included: name of ehpc-2 – "
                                            "Another operation is running on this cluster."));
}

void TestOperationController::nothingLeft()
{
    ask(Verb::Delete, 1);
    m_stage->cloud.clusters.clear();
    go();
    QVERIFY(!batch());
    QCOMPARE(m_told.size(), 1);
    QVERIFY(m_told.first().startsWith(QStringLiteral("Nothing was sent: none of the clusters")));
    QVERIFY(!m_controller->isBusy());
}

void TestOperationController::notWritten()
{
    start(QStringLiteral("/proc/none/at/all"));
    QVERIFY(!m_stage->operationService.canOperate());
    ask(Verb::Stop, 1);
    go();
    QVERIFY(!batch());
    QCOMPARE(m_told.size(), 1);
    QVERIFY2(m_told.first().startsWith(
                 QStringLiteral("Nothing was sent: the operation could not be saved")),
             qPrintable(m_told.first()));
}

void TestOperationController::otherCopy()
{
    const QTemporaryDir folder;
    const Journal other(folder.path());
    start(folder.path());
    QVERIFY(!m_stage->operationService.canOperate());
    ask(Verb::Stop, 1);
    go();
    QVERIFY(!batch());
    QVERIFY(m_told.value(0).contains(u"Another copy of Clusterdeck"));
}

void TestOperationController::stopInstead()
{
    m_stage->cloud.clusters[1].status = QStringLiteral("stopped");
    ask(Verb::Delete, 2);
    QTest::keyClick(m_dialog.button("Stop instead"), Qt::Key_Space);
    m_stage->clock.advance(1s);
    QTRY_VERIFY(m_dialog.isShown() && m_dialog->windowTitle().startsWith(u"Stop 1 cluster"));
    QVERIFY(m_stage->operationService.batches().isEmpty());
    go();
    QCOMPARE(batch()->batch().verb, Verb::Stop);
    QCOMPARE(batch()->batch().items.size(), 1);
}

void TestOperationController::theSecondReadingCanBeGivenUp()
{
    ask(Verb::Delete, 1);
    m_stage->clock.advance(ConfirmDialog::DeadTime);
    QTest::keyClick(m_dialog.go(), Qt::Key_Space);
    QVERIFY(m_controller->isBusy());
    m_controller->cancel();
    QVERIFY(!m_controller->isBusy());
    m_stage->clock.advance(10min);
    QVERIFY(!batch());
    QVERIFY(m_stage->cloud.ledger.isEmpty());
}

QTEST_MAIN(TestOperationController)
#include "tst_operationcontroller.moc"
