// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stage.h"
#include "ui/history/historywindow.h"
#include "ui/look/resources.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadResources(*qApp); }
    void init();
    void cleanup();
    void newestFirst();
    void storyOfOne();
    void filteredById();
    void followsWhatHappens();
    void nothingYet();
    void models();

private:
    void open()
    {
        m_window = std::make_unique<HistoryWindow>(m_stage->desk, false, nullptr);
        m_window->setAttribute(Qt::WA_DeleteOnClose, false);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    [[nodiscard]] QTableView *table(const char *name) const
    {
        return m_window->findChild<QTableView *>(QLatin1String(name));
    }
    [[nodiscard]] QString cell(const char *name, int row, int column) const
    {
        return table(name)->model()->index(row, column).data().toString();
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<HistoryWindow> m_window;
};

void TestHistory::init()
{
    m_stage = std::make_unique<Stage>(6);
}

void TestHistory::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

void TestHistory::newestFirst()
{
    m_stage->cloud.jobFails = [](const QString &id) { return id == u"ehpc-1"; };
    m_stage->arm(Verb::Delete, 2)->sendNow();
    m_stage->clock.advance(5min);
    (void)m_stage->confirm(m_stage->plan(Verb::Stop, {Stage::key(4)}));
    open();
    QCOMPARE(table("Batches")->model()->rowCount(), 2);
    QCOMPARE(cell("Batches", 0, HistoryModel::What), QStringLiteral("Stop 1 cluster"));
    QCOMPARE(cell("Batches", 1, HistoryModel::Outcome), QStringLiteral("1 done  ·  1 failed"));
    QCOMPARE(cell("Batches", 1, HistoryModel::Account), QStringLiteral("lab"));
    table("Batches")->setCurrentIndex(table("Batches")->model()->index(1, 0));
    QCOMPARE(table("Items")->model()->rowCount(), 2);
    QCOMPARE(cell("Items", 1, HistoryItemsModel::State), QStringLiteral("Failed"));
    QCOMPARE(cell("Items", 1, HistoryItemsModel::Job), QStringLiteral("j-2"));
    QVERIFY(cell("Items", 1, HistoryItemsModel::Reason).contains(u"5000"));
    QCOMPARE(m_window->findChild<QPlainTextEdit *>()->toPlainText(), QStringLiteral("as shown"));
}

void TestHistory::storyOfOne()
{
    m_stage->arm(Verb::Delete, 2)->sendNow();
    m_stage->clock.advance(5min);
    open();
    const int all = table("Events")->model()->rowCount();
    QVERIFY(all >= 8);
    table("Items")->selectRow(1);
    const QAbstractItemModel *events = table("Events")->model();
    QCOMPARE(events->rowCount(), all / 2);
    for (int row = 0; row < events->rowCount(); ++row)
        QCOMPARE(cell("Events", row, HistoryEventsModel::Cluster), QStringLiteral("ehpc-1"));
    QCOMPARE(cell("Events", events->rowCount() - 1, HistoryEventsModel::State),
             QStringLiteral("done"));
    QVERIFY(cell("Events", events->rowCount() - 1, HistoryEventsModel::Evidence)
                .contains(u"successful"));
}

void TestHistory::filteredById()
{
    m_stage->arm(Verb::Delete, 2)->stopTheRest();
    (void)m_stage->confirm(m_stage->plan(Verb::Stop, {Stage::key(4)}));
    open();
    auto *field = m_window->findChild<QLineEdit *>(QStringLiteral("Filter history"));
    QTest::keyClicks(field, QStringLiteral("ehpc-1"));
    QTRY_COMPARE(table("Batches")->model()->rowCount(), 1);
    QCOMPARE(cell("Batches", 0, 0), QStringLiteral("Delete 2 clusters"));
    // Signs that mean something to a database mean nothing here.
    field->setText(QStringLiteral("%"));
    QTRY_COMPARE(table("Batches")->model()->rowCount(), 0);
    field->setText(QStringLiteral("' OR 1=1 --"));
    QTRY_COMPARE(table("Batches")->model()->rowCount(), 0);
    field->clear();
    QTRY_COMPARE(table("Batches")->model()->rowCount(), 2);
}

void TestHistory::followsWhatHappens()
{
    BatchRunner *runner = m_stage->arm(Verb::Delete, 1);
    open();
    QCOMPARE(cell("Batches", 0, HistoryModel::Outcome), QStringLiteral("1 armed"));
    runner->stopTheRest();
    QTRY_COMPARE(cell("Batches", 0, HistoryModel::Outcome), QStringLiteral("1 cancelled"));
}

void TestHistory::nothingYet()
{
    open();
    QVERIFY(!m_window->findChild<QPushButton *>(QStringLiteral("Export history"))->isEnabled());
    QCOMPARE(table("Items")->model()->rowCount(), 0);
    QCOMPARE(table("Events")->model()->rowCount(), 0);
}

void TestHistory::models()
{
    HistoryModel batches;
    HistoryItemsModel items;
    HistoryEventsModel events;
    using Tester = QAbstractItemModelTester;
    const Tester one(&batches, Tester::FailureReportingMode::QtTest);
    const Tester two(&items, Tester::FailureReportingMode::QtTest);
    const Tester three(&events, Tester::FailureReportingMode::QtTest);
    m_stage->arm(Verb::Delete, 3)->stopTheRest();
    const QList<Batch> all = m_stage->journal.history();
    batches.setBatches(all);
    items.setBatch(all.first());
    events.setEvents(all.first(), m_stage->journal.events(all.first().id), std::nullopt);
    QCOMPARE(batches.rowCount(), 1);
    QCOMPARE(items.rowCount(), 3);
    QVERIFY(events.rowCount() >= 3);
    events.setEvents(all.first(), m_stage->journal.events(all.first().id), 1);
    items.setBatch({});
    batches.setBatches({});
}

QTEST_MAIN(TestHistory)
#include "tst_history.moc"
