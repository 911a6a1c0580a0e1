// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/operations/builders.h"
#include "tests/ui/demowindow.h"
#include "tests/ui/parts.h"
#include "ui/clusters/locksdialog.h"
#include "ui/clusters/marksdialog.h"
#include "ui/clusters/renamedialog.h"
#include "ui/history/exportdialog.h"
#include "ui/history/historywindow.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDockWidget>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace clusterdeck;

/// Windows and dialogs besides the main one: locks, renaming, history, and the messages at the
/// start.
class TestWindowRooms : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void locks();
    void namesThatOnlyLookLocked();
    void locksOfAnotherCopyStay();
    void rename();
    void marks();
    void marksStopped();
    void marksCalls();
    void marksProblems();
    void history();
    void banners();
    void damageIsSaid();
};

void TestWindowRooms::locks()
{
    openDemo();
    const int row = deletableRows().first();
    auto *model = qobject_cast<ClusterTableModel *>(table()->model());
    const ClusterKey key = model->clusterAt(row).key();
    selectRow(row);
    QVERIFY(action("Delete")->isEnabled() && action("Lock")->isEnabled());
    QVERIFY(!action("Unlock")->isEnabled());
    action("Lock")->trigger();
    QVERIFY(m_session->operationService().locks().clusters.contains(key));
    QVERIFY(!action("Delete")->isEnabled() && !action("Rename")->isEnabled());
    QVERIFY(!action("Lock")->isEnabled());
    const QModelIndex name = model->index(row, int(ClusterColumn::Name));
    QVERIFY(!name.data(Qt::DecorationRole).value<QIcon>().isNull());
    QVERIFY(name.data(Qt::AccessibleTextRole).toString().endsWith(u", locked"));
    QVERIFY(name.data(Qt::ToolTipRole).toString().contains(u"Locked"));
    QVERIFY(part<QLabel>(m_window, "Selection")->text().endsWith(QStringLiteral("1 locked")));
    action("Unlock")->trigger();
    QVERIFY(action("Delete")->isEnabled());

    action("LockedNames")->trigger();
    auto *dialog = m_window->findChild<LocksDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const auto *review = part<QLabel>(dialog, "Review");
    QVERIFY(!review->isVisible());
    dialog->findChild<QPlainTextEdit *>()->setPlainText(
        QStringLiteral("  nothing-like-this\n\n*\n*\n\u200B"));
    QTRY_VERIFY(review->isVisible());
    QVERIFY(review->text().contains(u"nothing-like-this") && !review->text().contains(u'*'));
    part<QPushButton>(dialog, "Lock these")->click();
    QCOMPARE(m_session->operationService().locks().namePatterns,
             (QStringList{QStringLiteral("nothing-like-this"), QStringLiteral("*")}));
    QVERIFY(!action("Delete")->isEnabled());
    QVERIFY(!action("Unlock")->isEnabled());
}

/// A name that only looks like a locked one is reported in the dialog.
void TestWindowRooms::namesThatOnlyLookLocked()
{
    LocksDialog dialog({}, {QStringLiteral("prod-a"), QStringLiteral("рrоd-b")}, nullptr);
    dialog.show();
    auto *edit = dialog.findChild<QPlainTextEdit *>();
    const auto *review = part<QLabel>(&dialog, "Review");
    const auto *save = part<QPushButton>(&dialog, "Lock these");
    edit->setPlainText(QStringLiteral("PROD\u2011*"));
    QTRY_VERIFY(review->isVisible());
    QVERIFY(review->text().contains(u"рrоd-b") && review->text().contains(u"looks locked"));
    QVERIFY(!review->text().contains(u"prod-a"));
    edit->setPlainText(QString(Locks::LongestPattern + 1, u'x'));
    QTRY_VERIFY(!save->isEnabled());
    QVERIFY(review->text().contains(u"longer than"));
    edit->setPlainText(QStringLiteral("*"));
    QTRY_VERIFY(save->isEnabled() && !review->isVisible());
}

/// Another instance changes the locks while the dialog is open: changes that the user did not see
/// stay, and removed patterns are removed.
void TestWindowRooms::locksOfAnotherCopyStay()
{
    const QTemporaryDir &folder = *(m_folder = std::make_unique<QTemporaryDir>());
    const QString path = folder.filePath(QStringLiteral("locks.json"));
    QVERIFY(LockStore(path).change({{}, {}, {QStringLiteral("a"), QStringLiteral("b")}, {}}));
    m_window.reset();
    m_session = std::make_unique<Session>(m_clock, folder.path());
    m_window = std::make_unique<MainWindow>(*m_session);
    openDemo();
    action("LockedNames")->trigger();
    auto *dialog = m_window->findChild<LocksDialog *>();
    QVERIFY(LockStore(path).change({{}, {}, {QStringLiteral("theirs")}, {}}));
    QTRY_VERIFY(
        m_session->operationService().locks().namePatterns.contains(QStringLiteral("theirs")));
    dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("b\nmine"));
    part<QPushButton>(dialog, "Lock these")->click();
    const QStringList all{QStringLiteral("b"), QStringLiteral("theirs"), QStringLiteral("mine")};
    QCOMPARE(m_session->operationService().locks().namePatterns, all);
    QCOMPARE(LockStore(path).locks().namePatterns, all);
    // When the file is deleted, the locks stay, and a message says so.
    QVERIFY(QFile::remove(path));
    QTRY_VERIFY(part<MessageBar>(m_window, "Locks unreadable"));
    QVERIFY(part<MessageBar>(m_window, "Locks unreadable")->text().contains(u"was removed"));
    QCOMPARE(m_session->operationService().locks().namePatterns, all);
}

void TestWindowRooms::rename()
{
    openDemo();
    selectRow(deletableRows().first());
    const ClusterKey key = table()->selectedKeys().first();
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_F2);
    auto *dialog = m_window->findChild<RenameDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *name = part<QLineEdit>(dialog, "Name");
    auto *save = part<QPushButton>(dialog, "Save");
    const auto *problem = part<QLabel>(dialog, "Problem");
    QVERIFY(!save->isEnabled() && problem->text().isEmpty());
    name->setText(QStringLiteral("  "));
    QVERIFY(!save->isEnabled() && problem->text().contains(u"Enter a name"));
    name->setText(QString(65, u'x'));
    QVERIFY(!save->isEnabled() && problem->text().contains(u"At most 64 characters"));
    name->setText(QStringLiteral("a\u202Eb"));
    QVERIFY(!save->isEnabled() && problem->text().contains(u"invisible characters"));
    name->setText(QStringLiteral("a fine name"));
    QVERIFY(save->isEnabled());
    // Locked meanwhile: refused, with a message in the dialog.
    Locks locks;
    locks.clusters.insert(key);
    QVERIFY(m_session->operationService().setLocks(locks));
    save->click();
    QTRY_VERIFY(!problem->text().isEmpty());
    QVERIFY(dialog->isVisible() && save->isEnabled());
    QVERIFY(m_session->operationService().setLocks({}));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(!m_window->findChild<RenameDialog *>());
    QTRY_COMPARE(m_session->clusters().find(key)->record.name, QStringLiteral("a fine name"));

    // Another user changes the description while the dialog is open: it is not lost unseen.
    QTRY_VERIFY(action("Rename")->isEnabled());
    action("Rename")->trigger();
    dialog = m_window->findChild<RenameDialog *>();
    QVERIFY(dialog);
    bool changed = false;
    m_session->cloud(key.account)
        ->modify(key.id, {.description = QStringLiteral("[keep] of another user")}, this,
                 [&](const auto &answer) { changed = answer.has_value(); });
    QTRY_VERIFY(changed);
    part<QLineEdit>(dialog, "Description")->setText(QStringLiteral("mine"));
    part<QPushButton>(dialog, "Save")->click();
    problem = part<QLabel>(dialog, "Problem");
    QTRY_VERIFY2(problem->text().contains(u"of another user"), qPrintable(problem->text()));
    QCOMPARE(m_session->clusters().find(key)->record.description,
             QStringLiteral("[keep] of another user"));
    QCOMPARE(part<QLineEdit>(dialog, "Description")->text(), QStringLiteral("mine"));
    part<QPushButton>(dialog, "Save")->click(); // it was seen
    QTRY_VERIFY(!m_window->findChild<RenameDialog *>());
    QTRY_COMPARE(m_session->clusters().find(key)->record.description, QStringLiteral("mine"));
}

void TestWindowRooms::marks()
{
    openDemo();
    selectDeletable(3);
    const QList<ClusterKey> keys = table()->selectedKeys();
    const auto choose = [&](const char *choice) {
        action("Marks")->trigger();
        auto *dialog = m_window->findChild<MarksDialog *>();
        part<QRadioButton>(dialog, choice)->setChecked(true);
        QCOMPARE(part<QDateEdit>(dialog, "Day")->isEnabled(),
                 QByteArray(choice) == "Keep until" || QByteArray(choice) == "Expire");
        part<QPushButton>(dialog, "Set")->click();
        QVERIFY(!part<QPushButton>(dialog, "Set")->isEnabled());
        QVERIFY(skipUntil([&] { return !m_window->findChild<MarksDialog *>(); }));
    };
    const auto marks = [&](int cluster) {
        return marksIn(m_session->clusters().find(keys.at(cluster))->record.description);
    };
    const auto cell = [&](ClusterColumn column) {
        const auto row = table()->view().rowOf(keys.first());
        return table()->model()->index(*row, int(column)).data().toString();
    };
    choose("Keep");
    QVERIFY(marks(0).keep && marks(1).keep && marks(2).keep); // the table shows it at once
    QCOMPARE(cell(ClusterColumn::Keep), QStringLiteral("Always"));
    QVERIFY(!action("Delete")->isEnabled() && action("Marks")->isEnabled());
    QVERIFY(part<QLabel>(m_window, "Selection")->text().contains(u"3 marked to keep"));
    choose("Expire");
    QVERIFY(marks(0).keep && marks(0).expires.isValid());
    QVERIFY(!cell(ClusterColumn::Expires).isEmpty());
    choose("Remove keep");
    QVERIFY(!marks(0).keep && marks(0).expires.isValid());
    QVERIFY(action("Delete")->isEnabled());

    // A cluster that cannot be marked is reported, and the dialog stays open.
    Locks locks;
    locks.clusters.insert(keys.first());
    QVERIFY(m_session->operationService().setLocks(locks));
    action("Marks")->trigger();
    auto *dialog = m_window->findChild<MarksDialog *>();
    // Three changes, and one page before and after them.
    const auto *calls = part<QLabel>(dialog, "Calls");
    QVERIFY2(calls->isVisible() && calls->text() == u"This takes about 5 calls.",
             qPrintable(calls->text()));
    part<QPushButton>(dialog, "Set")->click();
    const auto *state = part<QLabel>(dialog, "State");
    QVERIFY(skipUntil([&] { return state->text().contains(u"is locked, or"); }));
    QVERIFY(!marks(0).keep && marks(1).keep && marks(2).keep);
    QVERIFY(!part<QPushButton>(dialog, "Set")->isEnabled()); // a retry would not help
    dialog->reject();

    // The filters.
    FilterCriteria kept;
    kept.kept = true;
    m_window->pane()->setFilter({}, kept);
    QCOMPARE(m_window->pane()->shown(), 2);
    m_window->pane()->setFilter({}, expiredCriteria());
    QCOMPARE(m_window->pane()->shown(), 0);
    QVERIFY(m_session->operationService().setLocks({}));
    m_session->operationService().mark(
        keys, {MarkChange::What::Expire, QDate(2020, 1, 1)}, this, [](int) {}, [](const auto &) {});
    QVERIFY(skipUntil([&] { return m_window->pane()->shown() == 3; }));
    QVERIFY(cell(ClusterColumn::Expires).contains(u"expired"));
}

/// Closing the dialog while it works stops the rest, and what was changed is read back.
void TestWindowRooms::marksStopped()
{
    openDemo();
    selectDeletable(3);
    const QList<ClusterKey> keys = table()->selectedKeys();
    action("Marks")->trigger();
    auto *dialog = m_window->findChild<MarksDialog *>();
    part<QPushButton>(dialog, "Set")->click();
    dialog->reject();
    const auto *state = part<QLabel>(dialog, "State");
    QVERIFY(dialog->isVisible() && state->text().startsWith(u"Nothing more is changed."));
    QVERIFY(skipUntil([&] { return state->text() == u"3 clusters were not changed."; }));
    QVERIFY(part<QPushButton>(dialog, "Set")->isEnabled()); // for those three
    for (const ClusterKey &key : keys)
        QVERIFY(!marksIn(m_session->clusters().find(key)->record.description).keep);
    dialog->reject();
    QTRY_VERIFY(!m_window->findChild<MarksDialog *>());
}

/// As the confirmation says it, with the account where there are several.
void TestWindowRooms::marksCalls()
{
    AccountCheck check;
    check.account = QStringLiteral("a");
    check.callsNeeded = 484;
    QCOMPARE(marksCallsText({check}, {}), QStringLiteral("This takes about 484 calls."));
    check.callsLeft = 100;
    QVERIFY2(marksCallsText({check}, {}).startsWith(u"This takes about 484 calls, more than the "),
             qPrintable(marksCallsText({check}, {})));
    check.enoughCallsAt = QDateTime(QDate(2026, 12, 4), QTime(14, 20)).toUTC();
    QCOMPARE(marksCallsText({check}, {}), callsText(check));
    QVERIFY(callsText(check).startsWith(u"100 calls are left"));
    AccountLabels labels;
    labels[QStringLiteral("a")].name = QStringLiteral("lab");
    AccountCheck other = check;
    other.account = QStringLiteral("b");
    const QStringList lines = marksCallsText({check, other}, labels).split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines.constFirst().startsWith(u"lab: 100 calls"), qPrintable(lines.constFirst()));
}

/// Each reason once, with the names of its clusters.
void TestWindowRooms::marksProblems()
{
    MarkResult lost;
    lost.outcome = MarkOutcome::Lost;
    QList<MarkResult> results;
    for (const char *name : {"a", "b", "c", "d", "e"}) {
        lost.name = QString::fromLatin1(name);
        results.append(lost);
    }
    MarkResult set = lost;
    set.outcome = MarkOutcome::Set;
    results.append(set);
    QVERIFY(marksProblemText({set}).isEmpty());
    QVERIFY(marksProblemText(results).startsWith(u"a, b, c, and 2 more: The mark was lost"));
    QSet<QString> texts;
    for (int outcome = int(MarkOutcome::AlsoChanged); outcome <= int(MarkOutcome::Failed);
         ++outcome) {
        lost.outcome = MarkOutcome(outcome);
        lost.error = ApiError();
        texts.insert(marksProblemText({lost}));
    }
    QVERIFY(!texts.contains(QString()));
    QVERIFY(texts.size() >= 7);
}

void TestWindowRooms::history()
{
    openDemo();
    QVERIFY(deleteSome(1));
    const QString id = table()->selectedKeys().first().id;
    // The nodes of a cluster are read during the countdown, so this refresh comes first.
    m_session->refresh();
    QTRY_VERIFY(!m_session->feeds().first()->isRefreshing());
    skipUntilAllEnded();
    QCOMPARE(action("History")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_H));
    action("History")->trigger();
    auto *window = m_window->findChild<HistoryWindow *>();
    QVERIFY(window && window->isVisible());
    const auto rows = [&](const char *name) {
        return part<QTableView>(window, name)->model()->rowCount();
    };
    QVERIFY(rows("Batches") >= 1);
    QCOMPARE(rows("Items"), 1);
    QVERIFY(rows("Events") >= 4);
    const auto *shown = part<QPlainTextEdit>(window, "As shown");
    QVERIFY(shown->toPlainText().contains(id));
    // The practice cloud's earlier operations come from its log.
    QTRY_VERIFY(rows("Batches") > 10);
    QCOMPARE(rows("Items"), 1); // the open row stays open
    QVERIFY(part<QLabel>(window, "Demo")->isVisible());
    part<QComboBox>(window, "Who")->setCurrentIndex(1); // this program
    QTRY_COMPARE(rows("Batches"), 1);
    QVERIFY(part<QTableView>(window, "Tombstones")->model()->rowCount() ==
            0); // not before it is shown
    part<QTabWidget>(window, "Pages")->setCurrentIndex(1);
    QCOMPARE(rows("Tombstones"), 1);
    QTRY_VERIFY(
        part<QPlainTextEdit>(window, "Deleted cluster")->toPlainText().contains(u"× controller"));
    part<QTabWidget>(window, "Pages")->setCurrentIndex(0);

    part<QPushButton>(window, "Export history")->click();
    auto *dialog = window->findChild<ExportDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(dialog->content().startsWith("\xEF\xBB\xBF\"demo\""));
    dialog->write(QStringLiteral("/proc/none/batch.csv"));
    QVERIFY(dialog->isVisible());
    QVERIFY(part<QLabel>(dialog, "Problem")->isVisible());
    part<QRadioButton>(dialog, "JSON")->click();
    const QTemporaryDir folder;
    dialog->write(folder.filePath(QStringLiteral("batch.json")));
    QTRY_VERIFY(!window->findChild<ExportDialog *>());
    QFile file(folder.filePath(QStringLiteral("batch.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains(id.toUtf8()));
}

/// All messages about the last run and the journal appear when the window opens.
void TestWindowRooms::banners()
{
    const auto messageBar = [this](const char *name) { return part<MessageBar>(m_window, name); };
    QVERIFY(!m_window->findChild<MessageBar *>());
    const QTemporaryDir &folder = *(m_folder = std::make_unique<QTemporaryDir>());
    Batch batch =
        batchOf({ItemState::Armed, ItemState::Queued, ItemState::Sending, ItemState::Running});
    batch.account = QStringLiteral("demo");
    for (BatchItem &item : batch.items)
        item.key.account = batch.account;
    {
        Journal journal(folder.path());
        QVERIFY(journal.add(batch));
    }
    m_window.reset();
    m_session = std::make_unique<Session>(m_clock, folder.path());
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->show();
    QVERIFY(messageBar("Recovery"));
    const QString told = messageBar("Recovery")->text();
    QVERIFY2(
        told.startsWith(
            u"The last run did not end properly: 2 never sent, 1 being checked, 1 still running."),
        qPrintable(told));
    QVERIFY(told.contains(u"closed accounts")); // which is not watched yet
    messageBar("Recovery")->findChild<QPushButton *>()->click();
    QVERIFY(part<QDockWidget>(m_window, "ActivityPane")->isVisible());
    part<QToolButton>(messageBar("Recovery"), "Dismiss")->click();
    QTRY_VERIFY(!messageBar("Recovery"));

    // A second instance with the same folder shows clusters, but does not operate.
    Session second(m_clock, folder.path());
    MainWindow other(second, MainWindow::Memory::None);
    const auto *access = other.findChild<MessageBar *>(QStringLiteral("Access"));
    QVERIFY(access && access->text().startsWith(u"Another copy of Clusterdeck is using"));
}

void TestWindowRooms::damageIsSaid()
{
    const QTemporaryDir &folder = *(m_folder = std::make_unique<QTemporaryDir>());
    for (const char *name : {"journal.sqlite", "locks.json"}) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
    }
    m_window.reset();
    m_session = std::make_unique<Session>(m_clock, folder.path());
    m_window = std::make_unique<MainWindow>(*m_session);
    openDemo();
    if (!m_session->journal().setAside().isEmpty()) {
        const auto *damage = part<MessageBar>(m_window, "Damage");
        QVERIFY(damage && damage->text().contains(u"0 batches were recovered"));
    }
    auto *locks = part<MessageBar>(m_window, "Locks unreadable");
    QVERIFY(locks);
    selectRow(0);
    QVERIFY(!action("Delete")->isEnabled());
    // The message states the file, the problem and what to do.
    QVERIFY(locks->text().contains(folder.filePath(QStringLiteral("locks.json"))));
    QVERIFY(locks->text().contains(u"is not valid"));
    // To lock one cluster is no way out: all stay locked.
    action("Lock")->trigger();
    QVERIFY(part<MessageBar>(m_window, "Locks not written"));
    QVERIFY(m_session->operationService().locks().everything);
    locks = part<MessageBar>(m_window, "Locks unreadable");
    locks->findChild<QPushButton *>()->click();
    auto *dialog = m_window->findChild<LocksDialog *>();
    dialog->findChild<QPlainTextEdit *>()->clear();
    part<QPushButton>(dialog, "Lock these")->click();
    QTRY_VERIFY(!part<MessageBar>(m_window, "Locks unreadable"));
    const auto *aside = part<MessageBar>(m_window, "Locks kept aside");
    QVERIFY(aside && aside->text().contains(u"locks.json.unreadable-1"));
    // Only the cluster that was to be locked is locked.
    QCOMPARE(m_session->operationService().locks().clusters.size(), 1);
    action("Unlock")->trigger();
    QCOMPARE(m_session->operationService().locks(), Locks());
    table()->clearSelection();
    selectRow(deletableRows().first());
    QVERIFY(action("Delete")->isEnabled());
}

QTEST_MAIN(TestWindowRooms)
#include "tst_windowrooms.moc"
