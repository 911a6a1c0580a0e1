// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/parts.h"
#include "tests/ui/stage.h"
#include "ui/operations/activitypane.h"
#include "ui/operations/batchbar.h"
#include "ui/theme/resources.h"
#include "ui/widgets/windowcontext.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMainWindow>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace clusterdeck;
using namespace std::chrono_literals;

class TestActivity : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadResources(*qApp); }
    void init();
    void cleanup();
    void statesAndReasons();
    void newestOnTop();
    void countdownByKeyboard();
    void countdownTicksOnlyWhileItCounts();
    void enterNeverSends();
    void spareByKeyboard();
    void restIsStopped();
    void holdIsSaidAndEnded();
    void attentionIsMarked();
    void countsFilter();
    void retryOnlyWhatFailed();
    void copyForSupport();
    void copyForPrograms();
    void widthsAreKept();
    void longReasonsAreWhole();

private:
    [[nodiscard]] QString text(int row, int column) const
    {
        const ActivityModel &model = m_pane->model();
        return model.index(row, column, model.index(0, 0)).data().toString();
    }
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return part<QPushButton>(m_pane, name);
    }
    [[nodiscard]] QString label(const char *name) const
    {
        return part<QLabel>(m_pane, name)->text();
    }
    void select(int item)
    {
        const QAbstractItemModel *model = m_pane->tree()->model();
        m_pane->tree()->setCurrentIndex(model->index(item, 0, model->index(0, 0)));
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<QMainWindow> m_window;
    ActivityPane *m_pane = nullptr;
    QList<Batch> m_retried;
};

void TestActivity::init()
{
    m_stage = std::make_unique<Stage>(12);
    m_window = std::make_unique<QMainWindow>();
    m_retried.clear();
    BatchCommands commands;
    commands.retry = [this](const Batch &batch) { m_retried.append(batch); };
    m_pane = new ActivityPane(m_stage->operationService, m_stage->clock, commands, m_window.get());
    m_window->addDockWidget(Qt::BottomDockWidgetArea, m_pane);
    m_window->resize(1200, 500);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestActivity::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

void TestActivity::statesAndReasons()
{
    QAbstractItemModelTester tester(m_pane->tree()->model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_stage->cloud.fateOfSend = [](Verb, const QString &id) {
        SimCloud::Fate fate;
        if (id == u"ehpc-1") {
            fate.error = refusal(1400);
            fate.error->serverText = QStringLiteral("<b>no</b>");
            fate.arrives = false;
        }
        if (id == u"ehpc-2")
            fate = {false, lostAnswer()};
        return fate;
    };
    BatchRunner *runner = m_stage->arm(Verb::Delete, 4);
    const ActivityModel &model = m_pane->model();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowCount(model.index(0, 0)), 4);
    QVERIFY(model.index(0, 0).data().toString().startsWith(QStringLiteral("Delete 4 clusters")));
    QCOMPARE(text(0, ActivityModel::State), QStringLiteral("Counting down"));
    QCOMPARE(text(0, ActivityModel::Elapsed), QString());
    runner->sendNow();
    QCOMPARE(text(0, ActivityModel::State), QStringLiteral("Sending"));
    QCOMPARE(text(3, ActivityModel::State), QStringLiteral("Queued"));
    m_stage->clock.advance(200ms);
    QCOMPARE(text(0, ActivityModel::State), QStringLiteral("Running"));
    QCOMPARE(text(0, ActivityModel::Job), QStringLiteral("j-1"));
    QCOMPARE(text(1, ActivityModel::State), QStringLiteral("Failed"));
    QVERIFY(text(1, ActivityModel::Reason).contains(u"“<b>no</b>” (code 1400)"));
    QCOMPARE(text(2, ActivityModel::State), QStringLiteral("Unknown"));
    QVERIFY(text(2, ActivityModel::Reason).contains(u"answer was lost"));
    const QModelIndex first = model.index(0, 0, model.index(0, 0));
    QCOMPARE(first.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("name of ehpc-0 (ehpc-0), Running"));
    QCOMPARE(model.index(0, ActivityModel::State).data(ActivityModel::PercentRole).toInt(), 25);
    QCOMPARE(model.index(0, ActivityModel::Reason).data().toString(),
             QStringLiteral("2 running · 1 failed · 1 unknown"));
}

void TestActivity::newestOnTop()
{
    QAbstractItemModelTester tester(m_pane->tree()->model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    (void)m_stage->arm(Verb::Delete, 2);
    const ActivityModel &model = m_pane->model();
    const QPersistentModelIndex older = model.index(1, 0, model.index(0, 0));
    (void)m_stage->confirm(m_stage->plan(Verb::Stop, {Stage::key(5)}));
    QVERIFY(model.index(0, 0).data().toString().startsWith(QStringLiteral("Stop 1 cluster ")));
    QCOMPARE(model.parent(older).row(), 1);
    QVERIFY(older.data().toString().contains(u"ehpc-1"));
}

void TestActivity::countdownByKeyboard()
{
    BatchRunner *runner = m_stage->arm(Verb::Delete, 12);
    QCOMPARE(label("Batch"), QStringLiteral("Deleting 12 clusters in 20 s"));
    const auto *bar = m_pane->findChild<BatchBar *>();
    QCOMPARE(bar->accessibleName(), QStringLiteral("Deleting 12 clusters in 20 s"));
    QVERIFY(button("Cancel all")->hasFocus());
    QVERIFY(!button("Send now")->hasFocus() && !button("Send now")->autoDefault());
    m_stage->clock.advance(3s);
    QCOMPARE(label("Batch"), QStringLiteral("Deleting 12 clusters in 17 s"));
    const auto *title = part<QLabel>(m_pane, "Batch");
    QVERIFY(title->sizeHint().width() >= title->fontMetrics().horizontalAdvance(title->text()));
    QCOMPARE(m_pane->findChild<QProgressBar *>()->value(), 17);
    QVERIFY(m_stage->cloud.ledger.isEmpty());

    QTest::keyClick(button("Cancel all"), Qt::Key_Tab);
    QTRY_VERIFY(button("Send now")->hasFocus());
    QTest::keyClick(button("Send now"), Qt::Key_Space);
    QVERIFY(!runner->undoWindowLeft());
    QVERIFY(!button("Send now")->isVisible() && !button("Cancel all")->isVisible());
    m_stage->clock.advance(2min);
    QVERIFY(runner->batch().isFinished());
    QCOMPARE(m_stage->cloud.ledger.size(), 12);
    QCOMPARE(bar->accessibleName(), QStringLiteral("Delete 12 clusters: 12 done"));
}

void TestActivity::countdownTicksOnlyWhileItCounts()
{
    (void)m_stage->arm(Verb::Delete, 1);
    QCOMPARE(m_stage->clock.waiting(), 2); // the end of the countdown, and the next second
    button("Cancel all")->click();
    m_stage->clock.advance(1min);
    QCOMPARE(m_stage->clock.waiting(), 0);
    QVERIFY(m_stage->cloud.ledger.isEmpty());
}

void TestActivity::enterNeverSends()
{
    BatchRunner *runner = m_stage->arm(Verb::Delete, 3);
    button("Send now")->setFocus();
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape})
        QTest::keyClick(button("Send now"), key);
    QVERIFY(runner->undoWindowLeft());
    button("Cancel all")->setFocus();
    QTest::keyClick(button("Cancel all"), Qt::Key_Return);
    QVERIFY(runner->batch().isFinished());
    QCOMPARE(runner->batch().counts().value(ItemState::Cancelled), 3);
}

void TestActivity::spareByKeyboard()
{
    BatchRunner *runner = m_stage->arm(Verb::Delete, 3);
    QVERIFY(!button("Remove from batch")->isVisible());
    select(1);
    QCOMPARE(button("Remove from batch")->text(), QStringLiteral("Remove 1 from batch"));
    button("Remove from batch")->setFocus();
    QTest::keyClick(button("Remove from batch"), Qt::Key_Space);
    QCOMPARE(runner->batch().items.at(1).state, ItemState::Cancelled);
    QVERIFY(!button("Remove from batch")->isVisible());
    QTRY_COMPARE(label("Batch").left(19), QStringLiteral("Deleting 2 clusters"));
    m_stage->clock.advance(5min);
    QCOMPARE(m_stage->cloud.timesSent(QStringLiteral("ehpc-1")), 0);
    QCOMPARE(m_stage->cloud.ledger.size(), 2);
}

void TestActivity::restIsStopped()
{
    BatchRunner *runner = m_stage->arm(Verb::Delete, 5);
    runner->sendNow();
    m_stage->clock.advance(70ms);
    QTRY_COMPARE(label("Numbers"), QStringLiteral("3 sent, 2 not sent"));
    QVERIFY(button("Stop the rest")->isVisible());
    button("Stop the rest")->click();
    QVERIFY(!button("Stop the rest")->isVisible());
    QCOMPARE(runner->batch().counts().value(ItemState::Cancelled), 2);
    m_stage->clock.advance(5min);
    QCOMPARE(m_stage->cloud.ledger.size(), 3);
}

void TestActivity::holdIsSaidAndEnded()
{
    BatchRunner *runner = m_stage->arm(Verb::Delete, 4);
    m_stage->clock.sleepFor(1h);
    m_stage->clock.advance(30s);
    QCOMPARE(runner->batch().hold, HoldReason::Suspended);
    QVERIFY(button("Go on")->isVisible() && !button("Send now")->isVisible());
    QVERIFY(!button("Go on")->hasFocus());
    QVERIFY(label("Hold").contains(u"suspended"));
    QVERIFY2(label("Hold").endsWith(u"0 sent, 4 not sent."), qPrintable(label("Hold")));
    QVERIFY(m_stage->cloud.ledger.isEmpty());
    m_stage->cloud.fateOfSend = [](Verb, const QString &) {
        return SimCloud::Fate{false, refusal(1200)};
    };
    button("Go on")->click();
    m_stage->clock.advance(1s);
    QCOMPARE(runner->batch().hold, HoldReason::Unauthorized);
    m_stage->cloud.fateOfSend = [](Verb, const QString &id) {
        return id == u"ehpc-1" ? SimCloud::Fate{false, refusal(2500)} : SimCloud::Fate();
    };
    button("Go on")->click();
    m_stage->clock.advance(1s);
    QVERIFY(label("Hold").contains(u"quota"));
    button("Cancel the rest")->click();
    QVERIFY(!button("Cancel the rest")->isVisible());
    m_stage->clock.advance(5min);
    QVERIFY(runner->batch().isFinished());
    QCOMPARE(runner->batch().counts().value(ItemState::Done), int(m_stage->cloud.ledger.size()));
}

void TestActivity::attentionIsMarked()
{
    m_stage->cloud.jobTime = 2h;
    m_stage->arm(Verb::Delete, 1)->sendNow();
    m_stage->clock.advance(25min);
    QVERIFY2(text(0, ActivityModel::State).contains(u"needs attention"),
             qPrintable(text(0, ActivityModel::State)));
    QVERIFY(text(0, ActivityModel::Reason).contains(u"unusually long"));
    const ActivityModel &model = m_pane->model();
    QVERIFY(model.index(0, ActivityModel::Reason)
                .data()
                .toString()
                .endsWith(QStringLiteral("1 needs attention")));
    m_stage->clock.advance(2h);
    QCOMPARE(text(0, ActivityModel::State), QStringLiteral("Done"));
}

void TestActivity::countsFilter()
{
    m_stage->cloud.jobFails = [](const QString &id) { return id == u"ehpc-1"; };
    m_stage->arm(Verb::Delete, 3)->sendNow();
    m_stage->clock.advance(2min);
    auto *failed = part<QToolButton>(m_pane, "Failed");
    auto *done = part<QToolButton>(m_pane, "Done");
    QCOMPARE(failed->text(), QStringLiteral("1 failed"));
    QCOMPARE(done->text(), QStringLiteral("2 done"));
    const QAbstractItemModel *model = m_pane->tree()->model();
    const auto shown = [&] { return model->rowCount(model->index(0, 0)); };
    QCOMPARE(shown(), 3);
    failed->click();
    QCOMPARE(shown(), 1);
    QVERIFY(model->index(0, 0, model->index(0, 0)).data().toString().contains(u"ehpc-1"));
    QVERIFY(m_pane->tree()->isExpanded(model->index(0, 0)));
    done->click();
    QCOMPARE(shown(), 2);
    QVERIFY(!failed->isChecked() && done->isChecked());
    done->click();
    QCOMPARE(shown(), 3);
    failed->click();
    (void)m_stage->confirm(m_stage->plan(Verb::Stop, {Stage::key(7)}));
    QCOMPARE(model->rowCount(), 2); // a new batch is always visible
}

void TestActivity::retryOnlyWhatFailed()
{
    m_stage->cloud.jobFails = [](const QString &id) { return id != u"ehpc-1"; };
    m_stage->arm(Verb::Delete, 3)->sendNow();
    QVERIFY(!button("Retry failed")->isVisible());
    m_stage->clock.advance(2min);
    QCOMPARE(button("Retry failed")->text(), QStringLiteral("Retry 2 failed"));
    button("Retry failed")->click();
    QCOMPARE(m_retried.size(), 1);
    QCOMPARE(m_retried.first().verb, Verb::Delete);
    QCOMPARE(m_retried.first().failed(), (QList<ClusterKey>{Stage::key(0), Stage::key(2)}));
}

void TestActivity::copyForSupport()
{
    m_stage->arm(Verb::Delete, 2)->sendNow();
    m_stage->clock.advance(200ms);
    QCOMPARE(m_pane->tree()->accessibleName(), QStringLiteral("Activity"));
    m_pane->tree()->selectAll();
    m_pane->tree()->setFocus();
    const ActivityModel &model = m_pane->model();
    const QString line = model.supportText(model.index(0, 0, model.index(0, 0)));
    QVERIFY2(line.startsWith(QStringLiteral("ehpc-0; Running; job j-1; sent ")), qPrintable(line));
    m_pane->tree()->actions().first()->trigger();
    QVERIFY(QApplication::clipboard()->text().contains(line));
}

void TestActivity::copyForPrograms()
{
    (void)m_stage->arm(Verb::Delete, 2);
    (void)m_stage->confirm(m_stage->plan(Verb::Stop, {Stage::key(5), Stage::key(6)}));
    m_pane->tree()->expandAll();
    m_pane->tree()->selectAll();
    m_pane->tree()->setFocus();
    const QKeySequence json(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    QTest::keySequence(m_pane->tree(), json);
    const auto copied = [] {
        const QString text = QApplication::clipboard()->text();
        return QJsonDocument::fromJson(text.toUtf8()).object().value(u"rows").toArray();
    };
    // In the order of the tree: each batch, then its items.
    QStringList clusters;
    for (const QJsonValue row : copied())
        clusters.append(row[u"cluster"].toString().section(u' ', 0, 2));
    QCOMPARE(clusters, (QStringList{"Stop 2 clusters", "name of ehpc-5", "name of ehpc-6",
                                    "Delete 2 clusters", "name of ehpc-0", "name of ehpc-1"}));
    const QJsonObject item = copied().at(4).toObject();
    QCOMPARE(item.value(u"cluster").toString(), QStringLiteral("name of ehpc-0 (ehpc-0)"));
    QCOMPARE(item.value(u"state").toString(), QStringLiteral("Counting down"));
    QVERIFY(item.value(u"job").isNull() && item.value(u"elapsed").isNull());
    QCOMPARE(item.size(), 5);

    QApplication::clipboard()->setText(QStringLiteral("before"));
    m_pane->tree()->clearSelection();
    QTest::keySequence(m_pane->tree(), json);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
}

void TestActivity::widthsAreKept()
{
    QTemporaryDir folder;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck-tests"));
    const WindowContext context{.dataKind = DataKind::Real,
                                .settingsPrefix = QStringLiteral("main/")};
    const int first = m_pane->tree()->columnWidth(ActivityModel::Cluster);
    setWindowContext(m_window.get(), context);
    m_pane->tree()->setColumnWidth(ActivityModel::Cluster, first + 90);
    m_pane->hide();
    QVERIFY(QSettings().contains(QStringLiteral("main/tables/Activity/cluster")));
    QVERIFY(!QSettings().contains(QStringLiteral("main/tables/Activity/reason")));
    // As in the program, the pane is older than the context of its window.
    QMainWindow other;
    auto *pane = new ActivityPane(m_stage->operationService, m_stage->clock, {}, &other);
    other.addDockWidget(Qt::BottomDockWidgetArea, pane);
    setWindowContext(&other, context);
    other.resize(1200, 500);
    QCOMPARE(pane->tree()->columnWidth(ActivityModel::Cluster), first);
    other.show();
    QVERIFY(qAbs(pane->tree()->columnWidth(ActivityModel::Cluster) - first - 90) <= 1);
    // The reason takes what is left.
    const QTreeView *tree = pane->tree();
    QTRY_COMPARE(tree->header()->length(), tree->viewport()->width());
}

void TestActivity::longReasonsAreWhole()
{
    const QString said = QStringLiteral("node ") + QStringLiteral("fails again and ").repeated(40) +
                         QStringLiteral("gives up");
    m_stage->cloud.fateOfSend = [&said](Verb, const QString &) {
        SimCloud::Fate fate{false, refusal(1400)};
        fate.error->serverText = said;
        return fate;
    };
    m_stage->arm(Verb::Delete, 1)->sendNow();
    m_stage->clock.advance(200ms);
    const ActivityModel &model = m_pane->model();
    const QModelIndex reason = model.index(0, ActivityModel::Reason, model.index(0, 0));
    QVERIFY2(reason.data(Qt::AccessibleTextRole)
                 .toString()
                 .contains(said + QStringLiteral("” (code 1400)")),
             qPrintable(reason.data(Qt::AccessibleTextRole).toString()));
    QVERIFY(
        reason.data(Qt::ToolTipRole).toString().contains(said + QStringLiteral("” (code 1400)")));
    QVERIFY(model.cellText(reason).contains(said));
    QVERIFY(m_pane->tree()->textElideMode() == Qt::ElideRight);
}

QTEST_MAIN(TestActivity)
#include "tst_activity.moc"
