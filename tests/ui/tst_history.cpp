// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/utc.h"
#include "tests/ui/parts.h"
#include "tests/ui/stage.h"
#include "ui/history/exportdialog.h"
#include "ui/history/historywindow.h"
#include "ui/theme/resources.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/windowcontext.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTabWidget>
#include <QTemporaryDir>
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
    void eventsOfOne();
    void eventsOfALaterVersion();
    void unreadableJournal();
    void followsWhatHappens();
    void nothingYet();
    void whatOthersDid();
    void filters();
    void aLogThatFails();
    void accountsThatOpenLater();
    void olderOnes();
    void exports();
    void deletedClusters();
    void deletedOnesStayInPlace();
    void eventsStayInPlace();
    void itemsOfAnotherBatch();
    void sortsDeletedOnes();

private:
    void open(bool demo = false)
    {
        setWindowContext(
            &m_parent, {.dataKind = demo ? DataKind::Demo : DataKind::Real, .settingsPrefix = {}});
        m_window = std::make_unique<HistoryWindow>(m_stage->operationService, &m_parent);
        m_window->setAttribute(Qt::WA_DeleteOnClose, false);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    [[nodiscard]] LogPlace place() const
    {
        return {QStringLiteral("a"), QStringLiteral("lab"), QStringLiteral("z1"),
                QStringLiteral("x"), &m_stage->cloud};
    }
    void readLogs()
    {
        m_window->timeline()->readLogs({place()}, m_stage->clock, [](const ClusterKey &key) {
            return QStringLiteral("name of ") + key.id;
        });
    }
    [[nodiscard]] int rows() const { return table("Batches")->model()->rowCount(); }
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return part<QPushButton>(m_window, name);
    }
    [[nodiscard]] QTabWidget *pages() const { return part<QTabWidget>(m_window, "Pages"); }
    [[nodiscard]] QString label(const char *name) const
    {
        return part<QLabel>(m_window, name)->text();
    }
    [[nodiscard]] QString text(const char *name) const
    {
        return part<QPlainTextEdit>(m_window, name)->toPlainText();
    }
    [[nodiscard]] RecordTable *table(const char *name) const
    {
        return part<RecordTable>(m_window, name);
    }
    [[nodiscard]] QString cell(const char *name, int row, const char *column) const
    {
        const RecordModelBase *model = table(name)->recordModel();
        return model->index(row, model->columnOf(column)).data().toString();
    }

    std::unique_ptr<Stage> m_stage;
    QWidget m_parent;
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
    QCOMPARE(cell("Batches", 0, "what"), QStringLiteral("Stop 1 cluster"));
    QCOMPARE(cell("Batches", 1, "outcome"), QStringLiteral("1 done · 1 failed"));
    QCOMPARE(cell("Batches", 1, "account"), QStringLiteral("lab"));
    table("Batches")->setCurrentIndex(table("Batches")->model()->index(1, 0));
    QCOMPARE(table("Items")->model()->rowCount(), 2);
    QCOMPARE(cell("Items", 1, "state"), QStringLiteral("Failed"));
    QCOMPARE(cell("Items", 1, "job"), QStringLiteral("j-2"));
    QVERIFY(cell("Items", 1, "reason").contains(u"5000"));
    QCOMPARE(text("As shown"), QStringLiteral("as shown"));
}

void TestHistory::eventsOfOne()
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
        QCOMPARE(cell("Events", row, "cluster"), QStringLiteral("ehpc-1"));
    const int last = events->rowCount() - 1;
    QCOMPARE(cell("Events", 0, "event"), QStringLiteral("Countdown ended"));
    QCOMPARE(cell("Events", 0, "evidence"), QString());
    QCOMPARE(cell("Events", last, "event"), QStringLiteral("Completed"));
    QCOMPARE(cell("Events", last, "state"), QStringLiteral("Done"));
    QCOMPARE(cell("Events", last, "evidence"),
             QStringLiteral("Job j-2; operation successful, missing in 2 readings"));
}

/// Shown as they are written: nothing is left out because this version does not know it.
void TestHistory::eventsOfALaterVersion()
{
    HistoryEvent later;
    later.event.event = QStringLiteral("put-aside");
    later.event.state = QStringLiteral("aside");
    later.event.evidence = QStringLiteral("[1]");
    QStringList cells;
    for (const auto &column : eventColumns().mid(2))
        cells.append(column.text(later));
    QCOMPARE(cells, QStringList({QStringLiteral("put-aside"), QStringLiteral("aside"),
                                 QStringLiteral("[1]")}));
}

/// "No operations yet." would be a lie.
void TestHistory::unreadableJournal()
{
    const QTemporaryDir folder;
    m_stage = std::make_unique<Stage>(2, folder.path());
    QTRY_COMPARE(m_stage->journal.access(), Journal::Access::Writable);
    const auto rename = [&](const char *statement) {
        const QString name = QStringLiteral("other connection");
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
            const QStringList files = QDir(folder.path()).entryList({QStringLiteral("*.sqlite")});
            QCOMPARE(files.size(), 1);
            other.setDatabaseName(folder.filePath(files.constFirst()));
            QVERIFY(other.open());
            QSqlQuery query(other);
            QVERIFY2(query.exec(QLatin1String(statement)), qPrintable(query.lastError().text()));
        }
        QSqlDatabase::removeDatabase(name);
    };
    rename("ALTER TABLE batch RENAME TO elsewhere");
    open();
    QVERIFY(label("Log state").startsWith(u"The journal could not be read: "));
    QCOMPARE(table("Batches")->accessibleDescription(), QString());
    rename("ALTER TABLE elsewhere RENAME TO batch");
    auto *again = part<QPushButton>(m_window, "Read again");
    QVERIFY(again->isVisible());
    again->click();
    QCOMPARE(label("Log state"), QString());
    QCOMPARE(table("Batches")->accessibleDescription(), QStringLiteral("No operations yet."));
}

void TestHistory::followsWhatHappens()
{
    BatchRunner *runner = m_stage->arm(Verb::Delete, 1);
    open();
    QCOMPARE(cell("Batches", 0, "outcome"), QStringLiteral("1 counting down"));
    runner->stopTheRest();
    QTRY_COMPARE(cell("Batches", 0, "outcome"), QStringLiteral("1 cancelled"));
}

void TestHistory::nothingYet()
{
    open();
    QVERIFY(!part<QPushButton>(m_window, "Export history")->isEnabled());
    QCOMPARE(table("Items")->model()->rowCount(), 0);
    QCOMPARE(table("Events")->model()->rowCount(), 0);
    QCOMPARE(label("Found"), QString());
    QCOMPARE(table("Batches")->accessibleDescription(), QStringLiteral("No operations yet."));
    QVERIFY(!label("Log state").contains(u"log")); // nobody has given it any
    pages()->setCurrentIndex(1);
    QCOMPARE(label("Found tombstones"), QString());
    QCOMPARE(table("Tombstones")->accessibleDescription(),
             QStringLiteral("This program has not deleted any clusters yet."));
    for (const char *name :
         {"Copy text", "Copy JSON", "Copy citation", "Export selected", "Export all"})
        QVERIFY(!button(name)->isEnabled());
}

/// Operations of other users are listed among ours, and our own jobs appear once.
void TestHistory::whatOthersDid()
{
    QVERIFY(
        m_stage->cloud.begin(Verb::Delete, QStringLiteral("ehpc-5"), QStringLiteral("usr-other")));
    m_stage->clock.advance(1min);
    m_stage->arm(Verb::Delete, 2)->sendNow();
    m_stage->clock.advance(5min);
    open();
    QCOMPARE(rows(), 1);
    readLogs();
    QVERIFY(label("Log state").contains(u"reading"));
    m_stage->clock.advance(1s);
    QTRY_COMPARE(rows(), 2);
    QVERIFY(label("Found").startsWith(QStringLiteral("2 line")));
    QVERIFY2(label("Log state").startsWith(QStringLiteral("lab: all 3 entr")) &&
                 label("Log state").contains(QStringLiteral("of the provider's log, as of ")),
             qPrintable(label("Log state")));
    // The cloud's clock differs from ours here, so either may come first.
    const int theirs = cell("Batches", 0, "what") == u"Deleted elsewhere" ? 0 : 1;
    QCOMPARE(cell("Batches", theirs, "what"), QStringLiteral("Deleted elsewhere"));
    QCOMPARE(cell("Batches", theirs, "clusters"), QStringLiteral("name of ehpc-5"));
    QCOMPARE(cell("Batches", theirs, "who"), QStringLiteral("usr-other"));
    QCOMPARE(cell("Batches", theirs, "outcome"), QStringLiteral("Done"));
    QCOMPARE(cell("Batches", 1 - theirs, "who"), QStringLiteral("This program (usr-me)"));
    table("Batches")->selectRow(1 - theirs);
    QVERIFY(m_window->timeline()->openBatch());
    table("Items")->selectRow(1);
    table("Batches")->selectRow(theirs); // the selected item goes with its batch
    QCOMPARE(table("Events")->model()->rowCount(), 0);
    table("Batches")->selectRow(1 - theirs);
    QVERIFY(button("Save report")->isEnabled());
    table("Batches")->selectRow(theirs);
    QVERIFY(!m_window->timeline()->openBatch());
    QVERIFY(!button("Export history")->isEnabled());
    QVERIFY(!button("Save report")->isEnabled());
    QVERIFY(text("Facts").contains(u"Clusters: name of ehpc-5 (ehpc-5)"));
    QVERIFY(text("Facts").contains(u"Not sent by this program."));
    QVERIFY(part<QPlainTextEdit>(m_window, "Facts")->isVisible());
}

void TestHistory::filters()
{
    m_stage->cloud.jobFails = [](const QString &id) { return id == u"ehpc-1"; };
    m_stage->arm(Verb::Delete, 2)->sendNow();
    m_stage->clock.advance(5min);
    QVERIFY(
        m_stage->cloud.begin(Verb::Stop, QStringLiteral("ehpc-5"), QStringLiteral("usr-other")));
    m_stage->clock.advance(5min);
    open();
    readLogs();
    m_stage->clock.advance(1s);
    QTRY_COMPARE(rows(), 2);
    QVERIFY(!button("Clear filter")->isEnabled());
    const auto choose = [this](const char *name, const QString &entry) {
        auto *combo = m_window->findChild<QComboBox *>(QLatin1String(name));
        const int place = combo->findText(entry);
        QVERIFY2(place >= 0, qPrintable(entry));
        combo->setCurrentIndex(place);
    };
    choose("Who", QStringLiteral("Elsewhere"));
    QTRY_COMPARE(rows(), 1);
    QVERIFY(label("Found").startsWith(QStringLiteral("1 of 2 line")));
    QCOMPARE(cell("Batches", 0, "what"), QStringLiteral("Stopped elsewhere"));
    choose("Who", QStringLiteral("usr-me"));
    QTRY_COMPARE(cell("Batches", 0, "what"), QStringLiteral("Delete 2 clusters"));
    choose("Outcome", QStringLiteral("Failed"));
    QTRY_COMPARE(rows(), 1);
    choose("Outcome", QStringLiteral("Unknown"));
    QTRY_COMPARE(rows(), 0);
    QVERIFY(label("Found").startsWith(QStringLiteral("0 of 2 line")));
    QVERIFY(!button("Export time line")->isEnabled());
    button("Clear filter")->click();
    QTRY_COMPARE(rows(), 2);
    part<QLineEdit>(m_window, "Filter history")->setText(QStringLiteral("NAME of ehpc-5"));
    QTRY_COMPARE(rows(), 1);
    button("Clear filter")->click();
    QTRY_COMPARE(rows(), 2);
    auto *from = part<QDateEdit>(m_window, "From");
    auto *to = part<QDateEdit>(m_window, "To");
    QVERIFY(!from->isVisible());
    choose("Time", QStringLiteral("From – to…"));
    QVERIFY(from->isVisible() && to->isVisible());
    from->setDate(QDate(2000, 1, 1));
    to->setDate(QDate(2000, 1, 2));
    QTRY_COMPARE(rows(), 0);
    to->setDate(QDate(2100, 1, 2));
    QTRY_COMPARE(rows(), 2);
}

/// When one account's log cannot be read, the window says so and shows the other's.
void TestHistory::aLogThatFails()
{
    SimCloud other(m_stage->clock);
    other.faultOfLog = [] { return refusal(5300); };
    QVERIFY(
        m_stage->cloud.begin(Verb::Stop, QStringLiteral("ehpc-5"), QStringLiteral("usr-other")));
    open();
    const LogPlace broken{QStringLiteral("b"), QStringLiteral("broken"), QStringLiteral("z"),
                          QStringLiteral("y"), &other};
    m_window->timeline()->readLogs({broken}, m_stage->clock, {});
    m_stage->clock.advance(1min);
    QTRY_COMPARE(table("Batches")->accessibleDescription(),
                 QStringLiteral("No operations are known: the provider's log was not read."));
    m_window->timeline()->readLogs({broken, place()}, m_stage->clock, {});
    m_stage->clock.advance(1min);
    QTRY_COMPARE(rows(), 1);
    QVERIFY2(
        label("Log state").contains(QStringLiteral("broken: the provider's log was not read. ")),
        qPrintable(label("Log state")));
    QVERIFY(label("Log state").contains(QStringLiteral("lab: the only entry")));
    other.faultOfLog = [] { return std::nullopt; };
    QVERIFY(button("Read again")->isVisible());
    button("Read again")->click();
    QVERIFY(button("Stop reading")->isVisible());
    m_stage->clock.advance(1min);
    QTRY_VERIFY(label("Log state").contains(QStringLiteral("broken: all 0 entr")));
}

/// The window follows the accounts: a new account's log is read, the other logs are not read again,
/// a closed account's log is removed, a renamed account has its new name.
void TestHistory::accountsThatOpenLater()
{
    SimCloud other(m_stage->clock);
    QVERIFY(
        m_stage->cloud.begin(Verb::Stop, QStringLiteral("ehpc-5"), QStringLiteral("usr-other")));
    open();
    TimelinePage *page = m_window->timeline();
    page->readLogs({}, m_stage->clock, {});
    QCOMPARE(label("Log state"), QString());
    LogPlace lab = place();
    page->readLogs({lab}, m_stage->clock, {});
    m_stage->clock.advance(1min);
    QTRY_COMPARE(rows(), 1);
    const int read = m_stage->cloud.reads;
    QVERIFY(read > 0);
    lab.accountName = QStringLiteral("renamed");
    const LogPlace second{QStringLiteral("b"), QStringLiteral("second"), QStringLiteral("z"),
                          QStringLiteral("y"), &other};
    page->readLogs({lab, second}, m_stage->clock, {});
    m_stage->clock.advance(1min);
    QTRY_VERIFY(label("Log state").contains(QStringLiteral("renamed: the only entry")));
    QTRY_VERIFY(label("Log state").contains(QStringLiteral("second: all 0 entr")));
    QCOMPARE(rows(), 1);
    QCOMPARE(m_stage->cloud.reads, read);
    page->readLogs({second}, m_stage->clock, {});
    QTRY_COMPARE(rows(), 0);
    QVERIFY(!label("Log state").contains(QStringLiteral("renamed")));
}

void TestHistory::olderOnes()
{
    for (int i = 0; i < 420; ++i) {
        SimCloud::Job job;
        job.record.jobId = QStringLiteral("j-old-%1").arg(i);
        job.record.action = QStringLiteral("HpcClusterResizeCluster");
        job.record.description = QStringLiteral("Resize");
        job.record.status = QStringLiteral("successful");
        job.record.created = utc(QDate(2025, 1, 1), QTime(0, 0)).addSecs(60LL * i);
        job.over = true;
        m_stage->cloud.jobs.append(job);
    }
    open();
    readLogs();
    m_stage->clock.advance(1s);
    QTRY_COMPARE(rows(), 300);
    QVERIFY(label("Log state").contains(u"the newest 300 entr"));
    QCOMPARE(cell("Batches", 0, "what"), QStringLiteral("Resize – elsewhere"));
    const QString open = cell("Batches", 7, "when");
    table("Batches")->selectRow(7);
    QVERIFY(button("Show older")->isVisible());
    button("Show older")->click();
    m_stage->clock.advance(1s);
    QTRY_COMPARE(rows(), 420);
    QCOMPARE(table("Batches")->currentIndex().row(), 7); // the open row stays open
    QCOMPARE(cell("Batches", 7, "when"), open);
    QTRY_VERIFY(!button("Show older")->isVisible());
}

void TestHistory::exports()
{
    m_stage->arm(Verb::Delete, 2)->sendNow();
    m_stage->clock.advance(5min);
    QVERIFY(
        m_stage->cloud.begin(Verb::Stop, QStringLiteral("ehpc-5"), QStringLiteral("usr-other")));
    open(true);
    readLogs();
    m_stage->clock.advance(1min);
    QTRY_COMPARE(rows(), 2);
    const auto content = [this](const char *name, bool json) {
        button(name)->click();
        auto *dialog = m_window->findChild<ExportDialog *>();
        if (json)
            part<QRadioButton>(dialog, "JSON")->click();
        const QByteArray bytes = dialog->content();
        delete dialog;
        return bytes;
    };
    QCOMPARE(content("Export time line", false).count("\r\n\"DEMO\""), 3);
    QVERIFY(content("Export time line", true).contains("\"elsewhere\""));
    QVERIFY(!content("Export history", true).contains("elsewhere"));
    pages()->setCurrentIndex(1);
    QCOMPARE(content("Export all", false).count("\r\n\"DEMO\""), 2);
    QCOMPARE(content("Export selected", false).count("\r\n\"DEMO\""), 1);
    QVERIFY(content("Export selected", true).contains("\"tombstones\""));
}

void TestHistory::deletedClusters()
{
    m_stage->cloud.find(QStringLiteral("ehpc-1"))->name = QStringLiteral("cfd");
    m_stage->cloud.find(QStringLiteral("ehpc-1"))->cpuHours = 1234567.8;
    m_stage->cloud.find(QStringLiteral("ehpc-1"))->memoryHours = 2e9;
    m_stage->cloud.find(QStringLiteral("ehpc-1"))->software = {QStringLiteral("VASP 6")};
    BatchRunner *runner = m_stage->arm(Verb::Delete, 2);
    NodeLayout layout;
    layout.read = NodeLayout::Read::Whole;
    layout.groups = {{2, QStringLiteral("compute"), QStringLiteral("Xeon"), 24, 98304, 1}};
    QVERIFY(m_stage->journal.keepLayout(runner->batch().id, 1, layout));
    open();
    pages()->setCurrentIndex(1);
    QCOMPARE(table("Tombstones")->model()->rowCount(), 0);
    runner->sendNow();
    m_stage->clock.advance(5min);
    QTRY_COMPARE(table("Tombstones")->model()->rowCount(), 2); // automatically
    QVERIFY(label("Found tombstones").startsWith(QStringLiteral("2 deleted cluster")));
    QCOMPARE(cell("Tombstones", 0, "name"), QStringLiteral("cfd"));
    QVERIFY(text("Deleted cluster").contains(u"Nodes: 2 × compute (24 CPU"));
    QVERIFY(text("Deleted cluster").contains(u"Evidence: operation j-"));
    const QLocale locale;
    const QString cpuHours = locale.toString(1234567.8, 'f', 0);
    QVERIFY2(text("Deleted cluster").contains(QStringLiteral("CPU hours: ") + cpuHours) &&
                 text("Deleted cluster").contains(locale.toString(2e9, 'f', 0)),
             qPrintable(text("Deleted cluster")));
    table("Tombstones")->selectRow(1);
    QVERIFY(text("Deleted cluster").contains(u"Its nodes were not read"));
    auto *field = part<QLineEdit>(m_window, "Filter tombstones");
    QTest::keyClicks(field, QStringLiteral("vasp"));
    QCOMPARE(table("Tombstones")->model()->rowCount(), 1);
    QVERIFY(label("Found tombstones").startsWith(QStringLiteral("1 of 2 deleted cluster")));
    button("Copy citation")->click();
    const QString cited = QApplication::clipboard()->text();
    QVERIFY2(cited.startsWith(QStringLiteral("Cluster “cfd” (ehpc-1); ")) &&
                 cited.contains(u"zone z1; ") && cited.contains(u"software: VASP 6; ") &&
                 cited.contains(u"nodes: 2 × compute (24 CPU") && cited.contains(u"; deleted 20") &&
                 cited.contains(cpuHours + QStringLiteral(" CPU hours")),
             qPrintable(cited));
    button("Copy text")->click();
    QCOMPARE(QApplication::clipboard()->text(), text("Deleted cluster"));
    button("Copy JSON")->click();
    QVERIFY(QApplication::clipboard()->text().contains(u"\"memory_mb\": 98304"));
    field->clear();
    QCOMPARE(table("Tombstones")->model()->rowCount(), 2);
}

/// More rows than are read at a time: one more deleted cluster does not move the rows in view.
void TestHistory::deletedOnesStayInPlace()
{
    m_stage = std::make_unique<Stage>(160);
    m_stage->arm(Verb::Delete, 150)->sendNow();
    m_stage->clock.advance(3h);
    open();
    pages()->setCurrentIndex(1);
    RecordTable *deletedClusters = table("Tombstones");
    QTRY_COMPARE(deletedClusters->model()->rowCount(), 150);
    deletedClusters->selectRow(120);
    deletedClusters->selectionModel()->select(deletedClusters->model()->index(125, 0),
                                              QItemSelectionModel::Select |
                                                  QItemSelectionModel::Rows);
    deletedClusters->scrollTo(deletedClusters->model()->index(118, 0), RecordTable::PositionAtTop);
    const auto id = [&](int row) { return cell("Tombstones", row, "id"); };
    const auto selected = [&] {
        QStringList ids;
        for (const QModelIndex &row : deletedClusters->selectionModel()->selectedRows())
            ids.append(id(row.row()));
        ids.sort();
        return ids;
    };
    const auto top = [&] { return id(deletedClusters->rowAt(0)); };
    const QString current = id(deletedClusters->currentIndex().row());
    const QStringList before = selected();
    const QString first = top();
    const QString shown = text("Deleted cluster");
    QCOMPARE(before.size(), 2);
    (void)m_stage->confirm(m_stage->plan(Verb::Delete, {Stage::key(155)}));
    m_stage->operationService.batches().last()->sendNow();
    m_stage->clock.advance(10min);
    QTRY_COMPARE(deletedClusters->model()->rowCount(), 151);
    QCOMPARE(id(0), QStringLiteral("ehpc-155"));
    QCOMPARE(id(deletedClusters->currentIndex().row()), current);
    QCOMPARE(selected(), before);
    QTRY_COMPARE(top(), first);
    QCOMPARE(text("Deleted cluster"), shown);
    // Clearing a filter keeps the current row, too.
    part<QLineEdit>(m_window, "Filter tombstones")->setText(current);
    QTRY_COMPARE(id(deletedClusters->currentIndex().row()), current);
    part<QLineEdit>(m_window, "Filter tombstones")->clear();
    QCOMPARE(deletedClusters->model()->rowCount(), 151);
    QCOMPARE(id(deletedClusters->currentIndex().row()), current);
}

/// New events of any item add rows below.
void TestHistory::eventsStayInPlace()
{
    m_stage = std::make_unique<Stage>(40);
    BatchRunner *runner = m_stage->arm(Verb::Delete, 40);
    runner->sendNow();
    m_stage->clock.advance(1s);
    open();
    RecordTable *events = table("Events");
    part<QTabWidget>(m_window, "Pages")->findChildren<QTabWidget *>().first()->setCurrentIndex(1);
    const int before = events->model()->rowCount();
    QVERIFY(before >= 40);
    const auto line = [&](int row) {
        return QStringList{cell("Events", row, "cluster"), cell("Events", row, "event")};
    };
    events->selectRow(30);
    events->scrollTo(events->model()->index(25, 0), RecordTable::PositionAtTop);
    const QStringList current = line(30);
    const int top = events->rowAt(0);
    m_stage->clock.advance(10s);
    QTRY_VERIFY(events->model()->rowCount() > before);
    QCOMPARE(events->currentIndex().row(), 30);
    QVERIFY(events->selectionModel()->isRowSelected(30));
    QCOMPARE(line(30), current);
    QCOMPARE(events->rowAt(0), top);
}

/// The selection in one batch does not apply to the next.
void TestHistory::itemsOfAnotherBatch()
{
    m_stage->arm(Verb::Stop, 2)->sendNow();
    m_stage->clock.advance(5min);
    m_stage->arm(Verb::Delete, 2)->sendNow();
    m_stage->clock.advance(5min);
    open();
    const int all = table("Events")->model()->rowCount();
    table("Items")->selectRow(0);
    QVERIFY(table("Events")->model()->rowCount() < all);
    table("Batches")->selectRow(1);
    QVERIFY(table("Items")->selectedRowNumbers().isEmpty());
    QCOMPARE(table("Items")->model()->rowCount(), 2);
    QVERIFY(table("Events")->model()->rowCount() >= 8);
}

void TestHistory::sortsDeletedOnes()
{
    for (const auto &[id, hours] : {std::pair("ehpc-0", 5.0), std::pair("ehpc-1", 40.0)})
        m_stage->cloud.find(QLatin1String(id))->cpuHours = hours;
    m_stage->arm(Verb::Delete, 3)->sendNow();
    m_stage->clock.advance(5min);
    open();
    pages()->setCurrentIndex(1);
    RecordTable *clusters = table("Tombstones");
    QTRY_COMPARE(clusters->model()->rowCount(), 3);
    clusters->sortByColumn(clusters->recordModel()->columnOf("cpu_hours"), Qt::DescendingOrder);
    QCOMPARE(cell("Tombstones", 0, "id"), QStringLiteral("ehpc-1"));
    QCOMPARE(cell("Tombstones", 1, "id"), QStringLiteral("ehpc-0"));
    part<QLineEdit>(m_window, "Filter tombstones")->setText(QStringLiteral("nothing like this"));
    QCOMPARE(clusters->model()->rowCount(), 0);
    QCOMPARE(clusters->accessibleDescription(),
             QStringLiteral("No deleted cluster matches the filter."));
    QCOMPARE(text("Deleted cluster"), QString());
}

QTEST_MAIN(TestHistory)
#include "tst_history.moc"
