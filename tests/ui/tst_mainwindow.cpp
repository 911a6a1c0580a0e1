// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/operations/builders.h"
#include "tests/ui/demowindow.h"
#include "tests/ui/parts.h"
#include "ui/clusters/table/clusterpane.h"
#include "ui/history/historywindow.h"
#include "ui/operations/noticetext.h"
#include "ui/widgets/messagebar.h"
#include "ui/words/verbwords.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QMenuBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <sys/stat.h>

using namespace clusterdeck;

/// The real window with the real session and the practice cloud, over HTTP.
class TestMainWindow : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void noAccount();
    void dataFolderThatCannotBeUsed_data();
    void dataFolderThatCannotBeUsed();
    void windowsBeforeTheAccount();
    void emptyStates();
    void unreachable();
    void mainJobByKeyboard();
    void idsAreTakenAtOnce();
    void readingCanBeGivenUp();
    void closingAsks();
    void theSystemClosesIt();
    void failedStaySelected();
    void everyVerbHasItsAction();
    void everyMenuHasItsOwnLetters();
    void whatComesBackIsSaid();
    void editing();
    void panesComeBackWhereTheyWere();
};

void TestMainWindow::noAccount()
{
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Clusterdeck"));
    // The page names the practice cloud only with its button.
    const auto names = [this](auto kind) {
        const auto all = m_window->centralWidget()->findChildren<decltype(kind)>();
        return std::any_of(all.begin(), all.end(), [](const auto *part) {
            return part->isVisible() && part->text().contains(u"practice cloud");
        });
    };
    for (const bool offered : {false, true}) {
        m_window->demo()->setEnabled(offered);
        QCOMPARE(names(static_cast<QLabel *>(nullptr)), offered);
        QCOMPARE(names(static_cast<QPushButton *>(nullptr)), offered);
    }
    bool wanted = false;
    connect(m_window->demo(), &QAction::triggered, this, [&] {
        wanted = true;
        openDemo();
    });
    for (auto *button : m_window->findChildren<QPushButton *>()) {
        if (button->text() == u"Try the practice cloud")
            button->click();
    }
    QVERIFY(wanted);
    QVERIFY(m_window->windowTitle().contains(u"DEMO"));
    QVERIFY(part<QLabel>(m_window, "Demo")->isVisible());
    QVERIFY(part<QLabel>(m_window, "As of")->text().startsWith(u"As of "));
    QCOMPARE(part<QLabel>(m_window, "Count")->text(),
             QStringLiteral("%1 clusters").arg(ids().size()));
    QVERIFY(table()->isVisible());
}

void TestMainWindow::dataFolderThatCannotBeUsed_data()
{
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<QString>("says");
    QTest::newRow("a file") << "file"
                            << "is not a folder. Choose another folder with --data-dir.";
    QTest::newRow("others can write") << "others"
                                      << "Other users can change files";
    QTest::newRow("another host") << "host"
                                  << "on the computer login2, for";
    QTest::newRow("pipe") << "pipe"
                          << "journal.sqlite is not a regular file";
}

/// The window opens, shows clusters, and states why it cannot operate.
void TestMainWindow::dataFolderThatCannotBeUsed()
{
    QFETCH(const QString, trouble);
    QFETCH(const QString, says);
    const QTemporaryDir folder;
    QString path = folder.path();
    const QByteArray name = QFile::encodeName(path);
    if (trouble == u"file") {
        path += QStringLiteral("/file");
        QVERIFY(QFile(path).open(QIODevice::WriteOnly));
    } else if (trouble == u"others") {
        QCOMPARE(chmod(name.constData(), 0777), 0);
    } else if (trouble == u"pipe") {
        QCOMPARE(mkfifo((name + "/journal.sqlite").constData(), 0600), 0);
    } else {
        LockOwner owner = thisProcess();
        owner.host = QStringLiteral("login2");
        QFile lock(path + QStringLiteral("/journal.lock"));
        QVERIFY(lock.open(QIODevice::WriteOnly) && lock.write(lockFileText(owner)) > 0);
    }
    m_window.reset();
    m_session = std::make_unique<Session>(m_clock, path);
    m_window = std::make_unique<MainWindow>(*m_session);
    openDemo();
    const QString sentence = part<MessageBar>(m_window, "Access")->text();
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
    QVERIFY(sentence.contains(journalText(m_session->journal(), m_clock.utcNow())));
    table()->selectAll();
    QVERIFY(!m_session->operationService().canOperate());
    QVERIFY(!action("Delete")->isEnabled());
}

/// In a menu and in the tool bar, with an icon.
void TestMainWindow::everyVerbHasItsAction()
{
    for (const Verb verb : allVerbs()) {
        const VerbWords &words = VerbWords::of(verb);
        QStringList places;
        for (const QObject *place : action(words.name)->associatedObjects())
            places.append(QLatin1String(place->metaObject()->className()));
        QVERIFY2(places.contains(u"QMenu") && places.contains(u"QToolBar"), words.name);
        QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(words.icon))),
                 words.icon);
    }
}

/// No mnemonic occurs twice in a menu, and no mnemonic of the menu bar is used by a button.
void TestMainWindow::everyMenuHasItsOwnLetters()
{
    openDemo();
    int seen = 0;
    const auto check = [&seen](const QString &where, const QStringList &texts) {
        QHash<QString, QString> taken;
        for (const QString &text : texts) {
            const QString key = QKeySequence::mnemonic(text).toString();
            QVERIFY2(key.isEmpty() || !taken.contains(key),
                     qPrintable(QStringList({where, text, taken.value(key)}).join(u' ')));
            taken.insert(key, text);
            seen += key.isEmpty() ? 0 : 1;
        }
    };
    for (QMenu *menu : m_window->findChildren<QMenu *>()) {
        emit menu->aboutToShow(); // some menus are filled then
        QStringList texts;
        for (const QAction *action : menu->actions()) {
            if (action->isVisible())
                texts.append(action->text());
        }
        check(menu->title(), texts);
    }
    QStringList bar;
    for (const QAction *action : m_window->menuBar()->actions())
        bar.append(action->text());
    QCOMPARE(bar.size(), 5);
    for (const auto *button : m_window->findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            bar.append(button->text());
    }
    check(QStringLiteral("menu bar"), bar);
    QVERIFY(seen > 50);
}

/// A deletion of an earlier run is Done, and the cloud lists the cluster.
void TestMainWindow::whatComesBackIsSaid()
{
    openDemo();
    const Cluster back = m_session->clusters().clusterAt(0);
    m_window.reset();
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    Batch batch = batchOf({ItemState::Done});
    batch.account = back.account;
    BatchItem &item = batch.items.first();
    item.key = back.key();
    item.shown = back.record;
    item.endedAt = m_clock.utcNow().addSecs(-60);
    QVERIFY(Journal(m_folder->path()).add(batch));
    m_session = std::make_unique<Session>(m_clock, m_folder->path());
    m_window = std::make_unique<MainWindow>(*m_session);
    openDemo();
    const auto bar = [&] {
        return m_window->findChild<MessageBar *>(QStringLiteral("Listed again: ") + back.key().id);
    };
    QTRY_VERIFY(bar());
    QVERIFY2(bar()->text().startsWith(u"1 deleted cluster is listed again: "),
             qPrintable(bar()->text()));
    QVERIFY(bar()->text().contains(back.key().id));
    QCOMPARE(m_session->journal().history().constFirst().items.constFirst().reason,
             ItemReason::ListedAgain);
}

/// The Edit menu applies to the widget that had the focus, or to the table when that was not
/// editable.
void TestMainWindow::editing()
{
    openDemo();
    const auto chooseEdit = [this](Qt::Key key) {
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::AltModifier);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), key);
    };
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->clear();
    selectDeletable(2);
    const QString id = table()->selectedKeys().first().id;
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    const QString rows = clipboard->text();
    QVERIFY(rows.contains(id) && rows.count(u'\n') == 3); // with the header
    clipboard->clear();
    chooseEdit(Qt::Key_C);
    QCOMPARE(clipboard->text(), rows);
    table()->clearSelection();
    chooseEdit(Qt::Key_C);
    QCOMPARE(clipboard->text(), rows); // nothing to copy
    while (QApplication::activePopupWidget())
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    chooseEdit(Qt::Key_A);
    QCOMPARE(table()->selectedKeys().size(), m_session->clusters().rowCount());

    chooseEdit(Qt::Key_F);
    QVERIFY(filter()->hasFocus());
    filter()->setText(QStringLiteral("usr"));
    chooseEdit(Qt::Key_A);
    QCOMPARE(filter()->selectedText(), QStringLiteral("usr"));
    // Alt and a letter move the focus to the menu bar, and Qt then deselects the field's text.
    filter()->selectAll();
    action("Edit copy")->trigger();
    QCOMPARE(clipboard->text(), QStringLiteral("usr"));

    selectDeletable(1);
    find<QToolButton>("No jobs")->setFocus();
    chooseEdit(Qt::Key_C);
    QVERIFY(clipboard->text().contains(table()->selectedKeys().first().id));
}

void TestMainWindow::panesComeBackWhereTheyWere()
{
    openDemo();
    action("Details")->setChecked(true);
    auto *activity = find<QDockWidget>("ActivityPane");
    m_window->addDockWidget(Qt::TopDockWidgetArea, activity);
    activity->show();
    m_window->remember();
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->show();
    QTRY_VERIFY(find<QDockWidget>("DetailsPane") && find<QDockWidget>("DetailsPane")->isVisible());
    activity = find<QDockWidget>("ActivityPane");
    QCOMPARE(m_window->dockWidgetArea(activity), Qt::TopDockWidgetArea);
    QVERIFY(!activity->isVisible()); // it is empty before the first batch
    action("Details")->setChecked(false);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, activity);
    m_window->remember();
}

/// A window opened before its account shows the account and its name later.
void TestMainWindow::windowsBeforeTheAccount()
{
    m_window->show();
    action("History")->trigger();
    auto *history = m_window->findChild<HistoryWindow *>();
    QVERIFY(history && part<QLabel>(history, "Log state")->text().isEmpty());
    m_window->activateWindow(); // the history is a separate window
    openDemo();
    QTRY_VERIFY(part<QLabel>(history, "Log state")->text().startsWith(account().name));

    FilterCriteria criteria;
    criteria.of(FilterField::Account) = {account().id};
    m_window->pane()->setFilter({}, criteria);
    int painted = 0;
    connect(table()->model(), &QAbstractItemModel::dataChanged, this,
            [&](const QModelIndex &first, const QModelIndex &last) {
                painted += first.row() == 0 && last.row() == table()->model()->rowCount() - 1;
            });
    Account renamed = account();
    renamed.name = QStringLiteral("another name");
    emit m_session->book().changed(renamed);
    QVERIFY(painted > 0);
    QCOMPARE(table()->model()->index(0, int(ClusterColumn::Account)).data().toString(),
             QStringLiteral("another name"));
    QTRY_VERIFY(part<QLabel>(history, "Log state")->text().startsWith(renamed.name));
    bool chip = false;
    for (const auto *button : m_window->findChildren<QToolButton *>())
        chip = chip || button->text().contains(renamed.name);
    QVERIFY(chip);
}

void TestMainWindow::emptyStates()
{
    openDemo();
    QVERIFY(!action("Delete")->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(filter()->hasFocus());
    // The clear button is visible while there is text.
    const auto buttons = [this] {
        const QList<QToolButton *> all = filter()->findChildren<QToolButton *>();
        return std::count_if(all.begin(), all.end(),
                             [](const QToolButton *button) { return button->isVisible(); });
    };
    QCOMPARE(buttons(), 1); // the search icon
    QTest::keyClicks(filter(), QStringLiteral("no such cluster anywhere"));
    QCOMPARE(buttons(), 2);
    QVERIFY(!table()->isVisible());
    QTest::keyClick(filter(), Qt::Key_Escape);
    QVERIFY(filter()->text().isEmpty());
    QVERIFY(table()->isVisible());
}

void TestMainWindow::unreachable()
{
    openDemo();
    const int before = m_session->clusters().rowCount();
    m_service.reset();
    m_session->refresh();
    const QLabel *asOf = part<QLabel>(m_window, "As of");
    QVERIFY(skipUntil([&] { return asOf->text().contains(u"incomplete"); }));
    QVERIFY(asOf->text().startsWith(u"As of "));
    QCOMPARE(m_session->clusters().rowCount(), before);
}

void TestMainWindow::mainJobByKeyboard()
{
    openDemo();
    const QSet<QString> before = ids();
    table()->setFocus();
    // Selects rows by keyboard: Ctrl and an arrow key move, Space selects.
    const QList<int> rows = deletableRows().mid(2, 3);
    QCOMPARE(rows.size(), 3);
    QTest::keyClick(table(), Qt::Key_Home, Qt::ControlModifier);
    table()->clearSelection();
    for (int row = 0; row <= rows.last(); ++row) {
        if (rows.contains(row))
            QTest::keyClick(table(), Qt::Key_Space);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ControlModifier);
    }
    QSet<QString> chosen;
    for (const ClusterKey &key : table()->selectedKeys())
        chosen.insert(key.id);
    QCOMPARE(chosen.size(), 3);

    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_VERIFY(dialog().isShown());
    QTRY_VERIFY(dialog()->focusWidget() && dialog()->focusWidget()->objectName() == u"Keep them");
    const auto pressInDialog = [this](int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(dialog()->focusWidget(), Qt::Key(key), modifiers);
    };
    QTest::keyClick(dialog(), Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(dialog()->focusWidget()->objectName(), QStringLiteral("Number of clusters"));
    pressInDialog(Qt::Key_3);
    if (dialog().saved()->isVisible()) {
        pressInDialog(Qt::Key_Tab);
        QCOMPARE(dialog()->focusWidget(), dialog().saved());
        pressInDialog(Qt::Key_Space);
    }
    m_clock.skip(ConfirmDialog::DeadTime);
    QVERIFY(dialog().go()->isEnabled());
    for (int i = 0; i < 6 && dialog()->focusWidget()->objectName() != u"Go"; ++i)
        pressInDialog(Qt::Key_Tab);
    QCOMPARE(dialog()->focusWidget()->objectName(), QStringLiteral("Go"));
    pressInDialog(Qt::Key_Space);

    QTRY_VERIFY(!dialog());
    QTRY_COMPARE(m_session->operationService().batches().size(), 1);
    QCOMPARE(m_session->operationService().openItems(), 3);
    QTRY_COMPARE(m_window->focusWidget()->objectName(), QStringLiteral("Cancel all"));
    for (int i = 0; i < 4 && m_window->focusWidget()->objectName() != u"Send now"; ++i)
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
    QCOMPARE(m_window->focusWidget()->objectName(), QStringLiteral("Send now"));
    QVERIFY(m_session->operationService().batches().first()->undoWindowLeft());
    // An operation that is under way cannot be requested again.
    QVERIFY(!action("Delete")->isEnabled());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Space);
    skipUntilAllEnded();
    QCOMPARE(
        m_session->operationService().batches().first()->batch().counts().value(ItemState::Done),
        3);
    m_session->refresh();
    QTRY_COMPARE(ids(), before - chosen);
    QVERIFY(table()->selectedKeys().isEmpty());
}

void TestMainWindow::idsAreTakenAtOnce()
{
    openDemo();
    selectDeletable(2);
    const QList<ClusterKey> taken = table()->selectedKeys();
    action("Delete")->trigger();
    // The selection changes while facts are read, and while the dialog is open.
    table()->clearSelection();
    selectRow(deletableRows().at(4));
    QTRY_VERIFY(dialog().isShown());
    table()->selectAll();
    m_session->refresh();
    const BatchRunner *runner = confirm();
    QVERIFY(runner);
    QSet<ClusterKey> sent;
    for (const BatchItem &item : runner->batch().items)
        sent.insert(item.key);
    QCOMPARE(sent, QSet<ClusterKey>(taken.begin(), taken.end()));
}

void TestMainWindow::readingCanBeGivenUp()
{
    openDemo();
    selectRow(deletableRows().first());
    action("Delete")->trigger();
    auto *cancel = part<QPushButton>(m_window, "Cancel reading");
    QVERIFY(cancel->isVisible());
    QVERIFY(!action("Delete")->isEnabled());
    QCOMPARE(part<QLabel>(m_window, "Reading")->text(),
             QStringLiteral("Reading the current state of 1 cluster…"));
    cancel->click();
    QVERIFY(!cancel->isVisible());
    QVERIFY(action("Delete")->isEnabled());
    m_session->refresh();
    QTRY_VERIFY(!m_session->feeds().first()->isRefreshing());
    QVERIFY(!dialog());
}

void TestMainWindow::closingAsks()
{
    openDemo();
    QVERIFY(deleteSome(1));
    m_window->close();
    QVERIFY(m_window->isVisible());
    auto *quit = part<QDialog>(m_window, "Quit");
    QVERIFY(quit && quit->isVisible());
    QCOMPARE(part<QLabel>(quit, "Numbers")->text(),
             QStringLiteral("1 not sent yet: cancelled when Clusterdeck quits."));
    QTest::keyClick(quit, Qt::Key_Escape);
    QTRY_VERIFY(!part<QDialog>(m_window, "Quit"));
    QVERIFY(m_window->isVisible());
    m_window->close();
    quit = part<QDialog>(m_window, "Quit");
    for (auto *button : quit->findChildren<QPushButton *>()) {
        if (button->text() == u"&Quit anyway")
            button->click();
    }
    QVERIFY(!m_window->isVisible());
    QCOMPARE(m_session->operationService().openItems(),
             0); // cancelled, and not left to the next start
}

/// As at the end of a desktop session: no question, and nothing more is sent.
void TestMainWindow::theSystemClosesIt()
{
    openDemo();
    const BatchRunner *runner = deleteSome(2);
    QVERIFY(runner && runner->undoWindowLeft());
    m_window->end();
    QVERIFY(!m_window->isVisible() && !part<QDialog>(m_window, "Quit"));
    QVERIFY(!runner->undoWindowLeft());
    QCOMPARE(runner->tally().in(ItemState::Cancelled), 2);
}

/// Failed clusters stay selected, and can be retried for the same reason.
void TestMainWindow::failedStaySelected()
{
    openDemo();
    selectDeletable(2);
    ask("Delete");
    const QString reason = QStringLiteral("CR-4711");
    dialog()->findChild<QLineEdit *>(QStringLiteral("Reason"))->setText(reason);
    BatchRunner *runner = confirm();
    QVERIFY(runner);
    const QList<ClusterKey> keys = table()->selectedKeys();
    demo::Faults faults;
    faults.refusePercent = 100;
    m_service->setFaults(faults);
    table()->clearSelection();
    runner->sendNow();
    skipUntilAllEnded();
    m_service->setFaults({});
    const QList<ClusterKey> left = table()->selectedKeys();
    QCOMPARE(QSet<ClusterKey>(left.begin(), left.end()),
             QSet<ClusterKey>(keys.begin(), keys.end()));
    part<QPushButton>(m_window, "Retry failed")->click();
    QTRY_VERIFY(dialog().isShown());
    QVERIFY(dialog()->windowTitle().startsWith(u"Delete 2 clusters"));
    QCOMPARE(dialog()->findChild<QLineEdit *>(QStringLiteral("Reason"))->text(), reason);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
