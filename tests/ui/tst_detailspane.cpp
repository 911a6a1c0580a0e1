// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/demowindow.h"
#include "tests/ui/parts.h"
#include "ui/clusters/details/detailcolumns.h"
#include "ui/clusters/details/detailspane.h"
#include "ui/clusters/details/detailtab.h"
#include "ui/clusters/table/clustertable.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordtable.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace clusterdeck;

/// The details pane of the real window, with the practice cloud.
class TestDetailsPane : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init();
    void cleanup() { end(); }
    void openedByKeysAndRemembered();
    void overview();
    void pageByPage();
    void oneAndEmpty();
    void failing();
    void vanishing();
    void quota();
    void operations();
    void copying();
    void sshCommandOfTheLoginNode();
    void models();

private:
    [[nodiscard]] DetailsPane *pane() const { return m_window->findChild<DetailsPane *>(); }
    [[nodiscard]] DetailTab *page(const char *name) const { return part<DetailTab>(pane(), name); }
    [[nodiscard]] const RecordModelBase *model(const char *name) const
    {
        return page(name)->table()->recordModel();
    }
    [[nodiscard]] QString cell(const char *name, int row, const char *column) const
    {
        return model(name)->index(row, model(name)->columnOf(column)).data().toString();
    }
    [[nodiscard]] QString foot(const char *name) const
    {
        return page(name)->findChild<QLabel *>(QStringLiteral("Foot"))->text();
    }
    [[nodiscard]] QToolButton *button(const char *page, const char *name) const
    {
        return this->page(page)->findChild<QToolButton *>(QLatin1String(name));
    }
    /// The message in place of rows; empty when there are rows.
    [[nodiscard]] QString message(const char *name) const;
    [[nodiscard]] QString fact(const QString &name) const;
    void openPane() { action("Details")->setChecked(true); }
    void see(const char *name) { pane()->tabs()->setCurrentWidget(page(name)); }
    [[nodiscard]] ClusterKey withNodes(int nodes) const;
    [[nodiscard]] ClusterKey ownActive() const;
    void goTo(const ClusterKey &key);
};

void TestDetailsPane::init()
{
    QSettings().clear();
    begin(true);
}

QString TestDetailsPane::message(const char *name) const
{
    QStringList texts;
    if (page(name)->table()->isVisible())
        return {};
    for (const QLabel *label : page(name)->findChildren<QLabel *>()) {
        if (label->isVisible() && label->objectName() != u"Foot" && !label->text().isEmpty())
            texts.append(label->text());
    }
    return texts.join(u'|');
}

QString TestDetailsPane::fact(const QString &name) const
{
    for (int row = 0; row < model("Overview")->rowCount(); ++row) {
        if (model("Overview")->index(row, 0).data().toString() == name)
            return model("Overview")->index(row, 1).data().toString();
    }
    return QStringLiteral("no such fact");
}

ClusterKey TestDetailsPane::withNodes(int nodes) const
{
    const ClusterModel &clusters = m_session->clusters();
    for (int row = 0; row < clusters.rowCount(); ++row) {
        if (clusters.clusterAt(row).record.nodes == nodes)
            return clusters.keyAt(row);
    }
    return {};
}

/// A cluster that can be stopped and deleted.
ClusterKey TestDetailsPane::ownActive() const
{
    const auto *model = qobject_cast<ClusterTableModel *>(table()->model());
    for (const int row : deletableRows()) {
        const ClusterRecord record = model->clusterAt(row).record;
        if (record.owner == m_service->owner() && record.status == u"active" && record.nodes > 1 &&
            record.nodes < 100)
            return model->keyAt(row);
    }
    return {};
}

void TestDetailsPane::goTo(const ClusterKey &key)
{
    const auto *model = qobject_cast<ClusterTableModel *>(table()->model());
    const auto row = model->rowOf(key);
    QVERIFY(row);
    table()->setCurrentIndex(model->index(*row, 0));
    m_clock.skip(ClusterDetails::Settle);
}

void TestDetailsPane::openedByKeysAndRemembered()
{
    openDemo();
    QVERIFY(!pane()); // not created before it is shown
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_F4);
    QVERIFY(pane() && pane()->isVisible());
    QVERIFY(table()->hasFocus()); // so that the arrow keys still move in the table
    goTo(withNodes(1));
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(page("Overview")->table()->hasFocus());
    QTest::keyClick(page("Overview")->table(), Qt::Key_Escape);
    QVERIFY(table()->hasFocus());
    m_window->resizeDocks({pane()}, {520}, Qt::Horizontal);
    QTRY_COMPARE(QSettings().value(QStringLiteral("demo/details")).toBool(), true);
    QTRY_VERIFY(pane()->width() >= 500);
    const int width = pane()->width();
    const QByteArray state = m_window->saveState();
    QTRY_COMPARE(QSettings().value(QStringLiteral("demo/state")).toByteArray(), state);
    pane()->close(); // with the close button in its title
    QVERIFY(!action("Details")->isChecked());
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(pane()->isVisible());
    m_window->close();
    // The settings are those of a demo, so the new window must be a demo, too.
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(pane() && pane()->isVisible());
    QTRY_COMPARE(pane()->width(), width);
}

void TestDetailsPane::overview()
{
    openDemo();
    table()->setCurrentIndex({});
    openPane();
    QVERIFY(!pane()->tabs()->isVisible()); // without a cluster there is a hint, not empty tabs
    const ClusterKey key = withNodes(500);
    goTo(key);
    QVERIFY(pane()->tabs()->isVisible());
    const ClusterRecord record = m_session->clusters().find(key)->record;
    QCOMPARE(fact(QStringLiteral("ID")), record.id);
    QCOMPARE(fact(QStringLiteral("Nodes")), QStringLiteral("500"));
    QCOMPARE(fact(QStringLiteral("Queued jobs")), QStringLiteral("700"));
    QCOMPARE(fact(QStringLiteral("Mount point")), record.mountPoint);
    QCOMPARE(fact(QStringLiteral("App cluster ID")), record.appClusterId);
    QCOMPARE(fact(QStringLiteral("Zone")), QStringLiteral("jn1a"));
    QVERIFY(foot("Overview").startsWith(QStringLiteral("As of ")));
    // The next listing changes the cluster.
    ClusterListing listing;
    listing.account = key.account;
    ClusterRecord changed = record;
    changed.name = QStringLiteral("another name");
    changed.runningJobs.reset(); // unknown, which is not 0
    listing.clusters = {changed};
    m_session->clusters().apply(listing);
    QCOMPARE(fact(QStringLiteral("Name")), QStringLiteral("another name"));
    QCOMPARE(fact(QStringLiteral("Running jobs")), QStringLiteral("unknown"));
    QCOMPARE(part<QLabel>(pane(), "Details title")->text(), QStringLiteral("another name"));
}

void TestDetailsPane::pageByPage()
{
    openDemo();
    openPane();
    goTo(withNodes(500));
    see("Nodes");
    QVERIFY(message("Nodes").contains(u"Reading nodes"));
    QVERIFY(!button("Nodes", "Read again")->isEnabled());
    QTRY_COMPARE(model("Nodes")->rowCount(), 100);
    QCOMPARE(message("Nodes"), QString());
    QVERIFY(foot("Nodes").contains(u"100 of 500"));
    QVERIFY(button("Nodes", "More")->isVisible());
    QTableView *nodes = page("Nodes")->table();
    nodes->selectRow(40);
    button("Nodes", "More")->click();
    QVERIFY(!button("Nodes", "More")->isEnabled()); // while it is being read
    QTRY_COMPARE(model("Nodes")->rowCount(), 200);
    QCOMPARE(nodes->selectionModel()->selectedRows().size(), 1); // the selection stays
    // Scrolling to the end reads more.
    QTRY_VERIFY(button("Nodes", "More")->isEnabled());
    nodes->verticalScrollBar()->setValue(0);
    nodes->verticalScrollBar()->setValue(nodes->verticalScrollBar()->maximum());
    QTRY_COMPARE(model("Nodes")->rowCount(), 300);
    see("Jobs");
    QTRY_COMPARE(model("Jobs")->rowCount(), 100);
    QVERIFY(foot("Jobs").contains(u"100 of 5,000"));
    QCOMPARE(cell("Jobs", 0, "status"), QStringLiteral("Queued"));
    // Times are not told here: three columns of dashes would say nothing.
    QVERIFY(page("Jobs")->table()->isColumnHidden(model("Jobs")->columnOf("started")));
}

void TestDetailsPane::oneAndEmpty()
{
    openDemo();
    openPane();
    goTo(withNodes(1));
    // At the initial width no tab is cut off.
    QVERIFY(pane()->tabs()->tabBar()->sizeHint().width() <= DetailsPane::FirstWidth);
    see("Nodes");
    QTRY_COMPARE(model("Nodes")->rowCount(), 1);
    QVERIFY(!button("Nodes", "More")->isVisible());
    goTo(withNodes(0));
    QCOMPARE(model("Nodes")->rowCount(), 0); // at once, before the next answer
    const std::pair<const char *, QString> pages[] = {{"Nodes", QStringLiteral("No nodes")},
                                                      {"Jobs", QStringLiteral("No jobs")},
                                                      {"Users", QStringLiteral("No users")},
                                                      {"Software", QStringLiteral("No software")}};
    for (const auto &[name, expected] : pages) {
        see(name);
        QTRY_VERIFY2(message(name).contains(expected), qPrintable(message(name)));
        QVERIFY(!button(name, "Copy")->isEnabled());
    }
}

void TestDetailsPane::failing()
{
    openDemo();
    openPane();
    demo::Faults faults;
    faults.failReadsPercent = 100;
    faults.failReadsOf = "/api/user";
    m_service->setFaults(faults);
    goTo(withNodes(500));
    see("Users");
    QVERIFY(skipUntil([&] { return message("Users").contains(u"The users could not be read"); }));
    QVERIFY(message("Users").contains(u"5000")); // and why, in the provider's words
    m_service->setFaults({});
    auto *again = part<QPushButton>(page("Users"), "Button 0");
    QCOMPARE(again->text(), QStringLiteral("Try again"));
    again->click();
    QTRY_VERIFY(model("Users")->rowCount() > 0);
    // Existing rows stay, with a message below them.
    m_service->setFaults(faults);
    button("Users", "Read again")->click();
    QVERIFY(skipUntil([&] { return foot("Users").contains(u"Not refreshed"); }));
    QVERIFY(page("Users")->table()->isVisible());
}

void TestDetailsPane::vanishing()
{
    openDemo();
    openPane();
    const auto *model = qobject_cast<ClusterTableModel *>(table()->model());
    const ClusterKey key = ownActive();
    goTo(key);
    see("Nodes");
    QTRY_VERIFY(this->model("Nodes")->rowCount() > 0);
    bool accepted = false;
    QObject context;
    m_session->cloud(key.account)
        ->send(Verb::Delete, {key.id}, &context,
               [&](const Result<Accepted> &answer) { accepted = answer.has_value(); });
    QTRY_VERIFY(accepted);
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            m_session->refresh();
            return !m_session->clusters().find(key);
        }(),
        20000);
    // The current row moved to a neighbour; the pane still shows the deleted cluster.
    QVERIFY(table()->currentIndex().isValid());
    auto *messageBars = pane()->findChild<MessageBarStack *>();
    QVERIFY(messageBars->find(QStringLiteral("Gone")));
    QCOMPARE(fact(QStringLiteral("ID")), key.id);
    QCOMPARE(fact(QStringLiteral("Status")), QStringLiteral("No longer exists"));
    button("Nodes", "Read again")->click();
    QTRY_VERIFY(foot("Nodes").contains(u"no longer exists"));
    QVERIFY(this->model("Nodes")->rowCount() > 0);
    // A click on the neighbour, although it is already the current row.
    const ClusterKey neighbour = model->keyAt(table()->currentIndex().row());
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                      table()->visualRect(table()->currentIndex()).center());
    QCOMPARE(fact(QStringLiteral("ID")), neighbour.id);
    QVERIFY(!messageBars->find(QStringLiteral("Gone")));
}

void TestDetailsPane::quota()
{
    openDemo();
    openPane();
    Account account = m_session->accounts().first();
    account.api.callsAnHour = 1;
    m_session->change(account);
    goTo(withNodes(1));
    see("Nodes");
    QTRY_VERIFY2(message("Nodes").contains(u"quota"), qPrintable(message("Nodes")));
    auto *anyway = part<QPushButton>(page("Nodes"), "Button 0");
    QCOMPARE(anyway->text(), QStringLiteral("Read anyway"));
    anyway->click();
    QTRY_COMPARE(model("Nodes")->rowCount(), 1);
    button("Nodes", "Read again")->click();
    QTRY_VERIFY(foot("Nodes").contains(u"quota"));
    QCOMPARE(model("Nodes")->rowCount(), 1);
    button("Nodes", "Read anyway")->click();
    QTRY_VERIFY(!foot("Nodes").contains(u"quota"));
}

/// Operations from the journal and from the provider's log are shown; other tests cover how they
/// are merged.
void TestDetailsPane::operations()
{
    openDemo();
    openPane();
    const ClusterKey key = ownActive();
    goTo(key);
    table()->select({key});
    see("Operations");
    ask("Delete");
    QVERIFY(confirm());
    // Confirmed, not sent: the journal knows it at once.
    QTRY_COMPARE(cell("Operations", 0, "where"), QStringLiteral("This program, not sent"));
    QCOMPARE(cell("Operations", 0, "what"), QStringLiteral("Delete"));
}

void TestDetailsPane::copying()
{
    openDemo();
    openPane();
    const ClusterKey key = withNodes(500);
    goTo(key);
    const QClipboard *clipboard = QGuiApplication::clipboard();
    // A single fact is copied without its label.
    pane()->enter();
    QTableView *facts = page("Overview")->table();
    facts->selectRow(2);
    QTest::keyClick(facts, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard->text(), key.id);
    facts->selectRow(1);
    facts->selectionModel()->select(facts->model()->index(2, 0),
                                    QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(facts, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(clipboard->text().endsWith(QStringLiteral("\nID: ") + key.id));
    const auto copy = [&](const char *what) {
        for (QAction *action : pane()->tabs()->currentWidget()->findChildren<QAction *>()) {
            if (action->objectName() == QLatin1String(what))
                action->trigger();
        }
    };
    copy("Copy all JSON");
    QVERIFY(clipboard->text().contains(u"\"total_node_count\": 500"));
    see("Nodes");
    QTRY_COMPARE(model("Nodes")->rowCount(), 100);
    page("Nodes")->table()->selectRow(3);
    copy("Copy rows");
    QStringList lines = clipboard->text().split(u'\n');
    QCOMPARE(lines.size(), 3); // the last line is empty
    QVERIFY(lines.at(0).startsWith(QStringLiteral("Name\tRole\tStatus")));
    QVERIFY(lines.at(1).startsWith(QStringLiteral("node2\tCompute\tActive")));
    copy("Copy all text");
    QCOMPARE(clipboard->text().split(u'\n').size(), 102);
    copy("Copy JSON");
    QVERIFY(clipboard->text().contains(u"\"rows_here\": 1,"));
    QVERIFY(clipboard->text().contains(u"\"demo\": \"DEMO\""));
    copy("Copy all JSON");
    QVERIFY(clipboard->text().contains(u"\"rows_here\": 100"));
}

/// Only after a login node was read, and only for the shown cluster.
void TestDetailsPane::sshCommandOfTheLoginNode()
{
    openDemo();
    openPane();
    const auto inTableMenu = [this] {
        emit table()->customContextMenuRequested(table()->rect().center());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        const bool offered = menu && menu->actions().contains(pane()->copySsh());
        if (menu)
            menu->close();
        return offered;
    };
    QVERIFY(!pane()->copySsh()->isEnabled());
    goTo(withNodes(500));
    QVERIFY(!pane()->copySsh()->isEnabled() && !inTableMenu());
    see("Nodes");
    QTRY_VERIFY(pane()->copySsh()->isEnabled());
    QVERIFY(page("Nodes")->table()->actions().contains(pane()->copySsh()));
    QVERIFY(button("Nodes", "Copy")->menu()->actions().contains(pane()->copySsh()));
    QVERIFY(inTableMenu());
    pane()->copySsh()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("ssh ") + cell("Nodes", 1, "private_ip"));
    see("Overview");
    goTo(withNodes(0));
    QVERIFY(!pane()->copySsh()->isEnabled() && !inTableMenu());
}

void TestDetailsPane::models()
{
    using Tester = QAbstractItemModelTester;
    const auto mode = Tester::FailureReportingMode::QtTest;
    RecordModel<NodeRecord> nodes(nodeColumns(), &NodeRecord::key, nullptr);
    RecordModel<SchedulerJobRecord> jobs(jobColumns(), &SchedulerJobRecord::key, nullptr);
    RecordModel<LoginRecord> users(userColumns(), &LoginRecord::key, nullptr);
    RecordModel<SoftwareRecord> software(softwareColumns(), softwareText, nullptr);
    RecordModel<LoggedOperation> log(operationColumns(),
                                     qOverload<const LoggedOperation &>(identityOf), nullptr);
    OverviewModel facts;
    const Tester testers[] = {{&nodes, mode},    {&jobs, mode}, {&users, mode},
                              {&software, mode}, {&log, mode},  {&facts, mode}};
    QList<NodeRecord> rows(3);
    rows[0].id = QStringLiteral("a");
    rows[1].id = QStringLiteral("b");
    rows[2].id = QStringLiteral("c");
    nodes.setRecords(rows);
    const QPersistentModelIndex first = nodes.index(0, 0);
    rows[0].name = QStringLiteral("changed");
    rows.removeAt(1);
    nodes.setRecords(rows);
    QCOMPARE(nodes.rowCount(), 2);
    QVERIFY(first.isValid() && first.data().toString() == u"changed");
    const int memory = nodes.columnOf("memory");
    QCOMPARE(nodes.index(0, memory).data().toString(), QStringLiteral("–"));
    QCOMPARE(nodes.index(0, memory).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("unknown"));
    rows[0].memoryMb = 81920;
    rows[0].name = QStringLiteral("<b>a\u202Eb</b>\n");
    nodes.setRecords(rows);
    QCOMPARE(nodes.index(0, memory).data().toString(), QStringLiteral("80 GB"));
    QCOMPARE(nodes.index(0, 0).data().toString(), QStringLiteral("<b>a⟨U+202E⟩b</b>"));
    QVERIFY(!nodes.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"<b>"));
    nodes.setRecords({});
    jobs.setRecords(QList<SchedulerJobRecord>(2));
    users.setRecords(QList<LoginRecord>(2));
    software.setRecords(QList<SoftwareRecord>(2));
    OperationRecord ours;
    ours.jobId = QStringLiteral("j-1");
    OperationRecord other;
    other.jobId = QStringLiteral("j-2");
    Batch batch;
    batch.items.emplace_back().jobId = ours.jobId;
    batch.items[0].sentAt = QDateTime::currentDateTimeUtc();
    log.setRecords(loggedOperations(operationLog({other, ours}, {batch}), {}));
    const int where = log.columnOf("where");
    QCOMPARE(log.index(0, where).data().toString(), QStringLiteral("This program"));
    QCOMPARE(log.index(1, where).data().toString(), QStringLiteral("Elsewhere"));
    facts.setCluster(ClusterRecord(), {}, {}, QDateTime::currentDateTimeUtc());
    for (int row = 1; row < facts.rowCount(); ++row)
        QCOMPARE(facts.index(row, 1).data().toString(), QStringLiteral("unknown"));
    // What the cloud says that there is none of is not what it does not say.
    ClusterRecord told;
    told.description = QStringLiteral("");
    told.nasId = QStringLiteral("");
    told.projectRole = QStringLiteral("member");
    facts.setCluster(told, {}, {}, QDateTime::currentDateTimeUtc());
    QHash<QString, QString> values;
    for (int row = 1; row < facts.rowCount(); ++row)
        values.insert(facts.index(row, 0).data().toString(), facts.index(row, 1).data().toString());
    QCOMPARE(values.value(QStringLiteral("Description")), QStringLiteral("none"));
    QCOMPARE(values.value(QStringLiteral("NAS ID")), QStringLiteral("none"));
    QCOMPARE(values.value(QStringLiteral("NAS path")), QStringLiteral("unknown"));
    QCOMPARE(values.value(QStringLiteral("Project role")), QStringLiteral("Member"));
    facts.setCluster({}, {}, {}, {});
    log.setRecords({});
    QCOMPARE(facts.rowCount(), 0);
}

QTEST_MAIN(TestDetailsPane)
#include "tst_detailspane.moc"
