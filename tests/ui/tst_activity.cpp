// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clustermodel.h"
#include "tests/ui/builders.h"
#include "tests/ui/fakecloud.h"
#include "ui/look/resources.h"
#include "ui/operations/activitypane.h"
#include "ui/operations/batchbar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace clusterdeck;

class TestActivity : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadResources(*qApp); }
    void init();
    void statesAndReasons();
    void newestOnTop();
    void restIsStopped();
    void holdIsSaidAndEnded();
    void copyForSupport();

private:
    [[nodiscard]] static QString text(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column, model.index(0, 0)).data().toString();
    }
    [[nodiscard]] static QPushButton *button(const QWidget &in, const QString &text)
    {
        for (auto *candidate : in.findChildren<QPushButton *>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }

    SystemClock m_clock;
    FakeCloud m_cloud;
    std::unique_ptr<ClusterModel> m_clusters;
    std::unique_ptr<OperationsDesk> m_desk;
};

void TestActivity::init()
{
    m_desk.reset();
    m_cloud.sent.clear();
    m_clusters = std::make_unique<ClusterModel>();
    m_desk = std::make_unique<OperationsDesk>(*m_clusters, m_clock);
    m_desk->addAccount(QStringLiteral("a"), QStringLiteral("usr-me"), m_cloud);
}

void TestActivity::statesAndReasons()
{
    ActivityModel model(*m_desk, m_clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_desk->confirm(planOf(Verb::Delete, 4));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowCount(model.index(0, 0)), 4);
    QVERIFY(model.index(0, 0).data().toString().startsWith(QStringLiteral("Delete 4 clusters")));
    QTRY_COMPARE(m_cloud.sent.size(), 2);
    QCOMPARE(text(model, 0, ActivityModel::State), QStringLiteral("Sending"));
    QCOMPARE(text(model, 2, ActivityModel::State), QStringLiteral("Queued"));
    QCOMPARE(text(model, 2, ActivityModel::Elapsed), QString());

    m_cloud.answer(Accepted{QStringLiteral("j-1")});
    QCOMPARE(text(model, 0, ActivityModel::State), QStringLiteral("Running"));
    QCOMPARE(text(model, 0, ActivityModel::Job), QStringLiteral("j-1"));
    QCOMPARE(text(model, 0, ActivityModel::Elapsed), QStringLiteral("0:00"));
    m_cloud.answer(ApiError{
        ErrorKind::Forbidden, Outcome::Refused, 1400, 200, QStringLiteral("<b>no</b>"), {}});
    QCOMPARE(text(model, 1, ActivityModel::State), QStringLiteral("Failed"));
    QVERIFY(text(model, 1, ActivityModel::Reason).contains(u"“<b>no</b>” (code 1400)"));
    m_cloud.answer(ApiError{ErrorKind::Network, Outcome::Unknown, 0, 0, {}, {}});
    QCOMPARE(text(model, 2, ActivityModel::State), QStringLiteral("Unknown"));
    QVERIFY(text(model, 2, ActivityModel::Reason).contains(u"answer was lost"));

    const QModelIndex first = model.index(0, 0, model.index(0, 0));
    QCOMPARE(first.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("cluster 1 (hpc-1), Running"));
    QCOMPARE(model.index(0, ActivityModel::State).data(ActivityModel::PercentRole).toInt(), 25);
    QCOMPARE(model.index(0, ActivityModel::Reason).data().toString(),
             QStringLiteral("1 sending  ·  1 running  ·  1 failed  ·  1 unknown"));
}

void TestActivity::newestOnTop()
{
    ActivityModel model(*m_desk, m_clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_desk->confirm(planOf(Verb::Delete, 2));
    const QPersistentModelIndex older = model.index(1, 0, model.index(0, 0));
    m_desk->confirm(planOf(Verb::Stop, 1));
    QVERIFY(model.index(0, 0).data().toString().startsWith(QStringLiteral("Stop 1 cluster ")));
    QCOMPARE(model.parent(older).row(), 1);
    QVERIFY(older.data().toString().contains(u"hpc-2"));
}

void TestActivity::restIsStopped()
{
    ActivityPane pane(*m_desk, m_clock);
    m_desk->confirm(planOf(Verb::Delete, 5));
    QVERIFY(!pane.isHidden());
    QTRY_COMPARE(m_cloud.sent.size(), 2);
    QPushButton *stop = button(pane, QStringLiteral("Stop the rest"));
    QVERIFY(stop && !stop->isHidden());
    stop->click();
    QVERIFY(stop->isHidden());
    const QMap<ItemState, int> counts = m_desk->batches().first()->batch().counts();
    QCOMPARE(counts.value(ItemState::Cancelled), 3);
    QCOMPARE(counts.value(ItemState::Sending), 2);
}

void TestActivity::holdIsSaidAndEnded()
{
    ActivityPane pane(*m_desk, m_clock);
    m_desk->confirm(planOf(Verb::Delete, 3));
    QTRY_COMPARE(m_cloud.sent.size(), 2);
    const ApiError key{ErrorKind::Unauthorized, Outcome::Refused, 1200, 200, {}, {}};
    m_cloud.answer(key);
    m_cloud.answer(key);
    QPushButton *again = button(pane, QStringLiteral("Try again"));
    QVERIFY(again && again->parentWidget() && !again->parentWidget()->isHidden());
    QVERIFY(button(pane, QStringLiteral("Stop the rest"))->isHidden());
    QVERIFY(m_cloud.sent.isEmpty());
    again->click();
    QVERIFY(again->parentWidget()->isHidden());
    QTRY_COMPARE(m_cloud.sent.size(), 2);
    m_cloud.answer(key);
    button(pane, QStringLiteral("Cancel the rest"))->click();
    QVERIFY(m_desk->batches().first()->batch().counts().value(ItemState::Cancelled) >= 2);
}

void TestActivity::copyForSupport()
{
    ActivityPane pane(*m_desk, m_clock);
    m_desk->confirm(planOf(Verb::Delete, 2));
    QTRY_COMPARE(m_cloud.sent.size(), 2);
    m_cloud.answer(Accepted{QStringLiteral("j-7")});
    QCOMPARE(pane.tree()->accessibleName(), QStringLiteral("Activity"));
    pane.tree()->selectAll();
    pane.tree()->setFocus();
    auto *model = qobject_cast<ActivityModel *>(pane.tree()->model());
    const QString line = model->supportText(model->index(0, 0, model->index(0, 0)));
    QVERIFY2(line.startsWith(QStringLiteral("hpc-1; Running; job j-7; sent ")), qPrintable(line));
    pane.tree()->actions().first()->trigger();
    QVERIFY(QApplication::clipboard()->text().contains(line));
}

QTEST_MAIN(TestActivity)
#include "tst_activity.moc"
