// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/demowindow.h"
#include "tests/ui/parts.h"
#include "ui/accounts/checkdialog.h"
#include "ui/clusters/details/detailtab.h"
#include "ui/clusters/filter/filtersmenu.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/guidewindow.h"
#include "ui/help/safetyguarantees.h"
#include "ui/help/shortcutswindow.h"
#include "ui/text/language.h"
#include "ui/text/mnemonic.h"
#include "ui/widgets/recordtable.h"
#include "ui/words/statelook.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDockWidget>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace clusterdeck;

/// The Help menu is correct: each listed shortcut does what the list says, and no two are the same.
class TestHelp : public DemoWindow
{
    Q_OBJECT

public slots:
    void openUrl(const QUrl &url) { m_opened.append(url); }

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void shortcutsAreReal();
    void noneIsAmbiguous();
    void noneIsMissing();
    void tableKeysAreReal();
    void shortcutsWindow();
    void guide();
    void guideFromDialogs();
    void guideInChinese();
    void guideOpensNothingElse();
    void guaranteesAndAbout();
    void connectionReport();

private:
    void pressMenus(QList<QKeySequence> &pressed);
    void pressFilters(QList<QKeySequence> &pressed);
    [[nodiscard]] QWidget *window(const char *name) const
    {
        const QList<QWidget *> all = QApplication::topLevelWidgets();
        const auto found = std::find_if(all.begin(), all.end(), [name](const QWidget *widget) {
            return widget->objectName() == QLatin1String(name);
        });
        return found != all.end() ? *found : nullptr;
    }
    [[nodiscard]] QList<ShortcutLine> lines() const { return shortcutsOf(m_window.get()); }
    static void press(QWidget *widget, const QKeySequence &keys)
    {
        QTest::keySequence(widget, keys);
    }

    QList<QUrl> m_opened;
};

/// Each key does what the list says; every listed key must be tested here.
void TestHelp::shortcutsAreReal()
{
    Account own = account();
    own.demo = false; // the list includes actions that the demo does not have
    m_session->open(own);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_session->clusters().rowCount() > 20);
    BatchRunner *batch = deleteSome(1);
    QVERIFY(batch);
    QList<QKeySequence> pressed;
    const auto strike = [&](const QKeySequence &keys, QWidget *place = nullptr) {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        place = place ? place : table();
        place->setFocus();
        press(place, keys);
        pressed.append(keys);
    };
    selectDeletable(2);
    table()->selectionModel()->select(table()->selectionModel()->selectedIndexes().first(),
                                      QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    auto *activity = find<QTreeView>("Activity");
    QTRY_VERIFY(activity->isVisible());
    activity->setCurrentIndex(activity->model()->index(0, 0, activity->model()->index(0, 0)));
    const std::tuple<QKeySequence, QWidget *, const char *> windows[] = {
        {Qt::CTRL | Qt::Key_L, table(), "Select by list"},
        {Qt::CTRL | Qt::SHIFT | Qt::Key_A, table(), "Accounts"},
        {Qt::CTRL | Qt::Key_H, table(), "History"},
        {Qt::CTRL | Qt::SHIFT | Qt::Key_P, table(), "Charts window"},
        {Qt::CTRL | Qt::Key_Comma, table(), "Settings"},
        {Qt::Key_F1, table(), "Guide"},
        {Qt::CTRL | Qt::Key_Question, table(), "Shortcuts"},
        {Qt::Key_F2, table(), "Rename"},
        {Qt::Key_Delete, table(), "Confirm"},
        {Qt::CTRL | Qt::Key_T, activity, "Time line window"}};
    for (const auto &[keys, place, name] : windows) {
        QVERIFY2(!window(name), name);
        strike(keys, place);
        QTRY_VERIFY2(window(name) && window(name)->isVisible(), name);
        if (keys != QKeySequence(Qt::Key_F1)) { // which opens the guide from each of them
            window(name)->activateWindow();
            QTRY_COMPARE(QApplication::activeWindow(), window(name));
            press(window(name), Qt::Key_F1);
            QTRY_VERIFY2(window("Guide"), name);
            window("Guide")->close();
            QTRY_VERIFY2(!window("Guide"), name);
        }
        window(name)->close();
        QTRY_VERIFY2(!window(name), name);
    }
    strike(Qt::CTRL | Qt::Key_C, activity);
    QVERIFY(QGuiApplication::clipboard()->text().contains(batch->batch().items.first().key.id));

    strike(Qt::Key_F5);
    QVERIFY(m_session->feeds().first()->isRefreshing());
    strike(Qt::CTRL | Qt::Key_F);
    QVERIFY(filter()->hasFocus());
    strike(Qt::Key_F4);
    QVERIFY(find<QDockWidget>("DetailsPane")->isVisible());
    QTableView *facts = find<DetailTab>("Overview")->table();
    facts->selectRow(2);
    strike(Qt::CTRL | Qt::SHIFT | Qt::Key_C, facts);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u'{'));
    strike(Qt::Key_F4);
    QVERIFY(!find<QDockWidget>("DetailsPane")->isVisible());
    for (const QKeySequence &keys :
         {QKeySequence(Qt::Key_F6), QKeySequence(Qt::SHIFT | Qt::Key_F6)}) {
        strike(keys);
        QVERIFY(!table()->hasFocus());
    }
    strike(Qt::CTRL | Qt::Key_A);
    QCOMPARE(table()->selectedKeys().size(), m_session->clusters().rowCount());
    pressMenus(pressed);
    pressFilters(pressed);
    strike(Qt::CTRL | Qt::Key_Q); // asks, because a batch counts down
    QVERIFY(window("Quit") && window("Quit")->isVisible());

    for (const ShortcutLine &line : lines()) {
        for (const QKeySequence &keys : line.keys) {
            const bool below = line.where == filter()->accessibleName() || // tableKeysAreReal()
                               (line.where == table()->accessibleName() &&
                                keys.toString().contains(
                                    QRegularExpression(QStringLiteral("Space|Up|Down|Home|End"))));
            QVERIFY2(below || pressed.contains(keys), qPrintable(line.what));
        }
    }
}

/// Menus and the filter buttons above the table: each opens, or is ticked.
void TestHelp::pressMenus(QList<QKeySequence> &pressed)
{
    for (const ShortcutLine &line : lines()) {
        const QKeySequence keys = line.keys.first();
        if (!keys.toString().startsWith(u"Alt+"))
            continue;
        table()->setFocus();
        press(table(), keys);
        pressed.append(keys);
        if (line.what == u"No jobs") {
            QVERIFY(find<QToolButton>("No jobs")->isChecked());
            press(table(), keys);
            QVERIFY(!find<QToolButton>("No jobs")->isChecked());
            continue;
        }
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY2(menu, qPrintable(line.what));
        if (line.what == u"Filters")
            QCOMPARE(menu, m_window->findChild<FiltersMenu *>());
        else if (line.what.startsWith(u"Menu "))
            QCOMPARE(withoutMnemonic(menu->title()), line.what.mid(5));
        else
            QCOMPARE(menu->objectName(), line.what);
        while (QApplication::activePopupWidget())
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    }
}

void TestHelp::pressFilters(QList<QKeySequence> &pressed)
{
    const int all = m_window->pane()->shown();
    QList<NamedFilter> filters;
    for (int number = 3; number <= 9; ++number) // the first ones are built in
        filters.append({QString::number(number), QStringLiteral("text %1").arg(number), {}});
    m_window->findChild<FiltersMenu *>()->setFilters(filters);
    for (int number = 9; number >= 0; --number) {
        const QKeySequence keys(Qt::CTRL | Qt::Key(Qt::Key_0 + number));
        press(table(), keys);
        pressed.append(keys);
        if (number > 2)
            QCOMPARE(filter()->text(), QStringLiteral("text %1").arg(number));
        QVERIFY2((m_window->pane()->shown() == all) == (number == 0), qPrintable(keys.toString()));
    }
}

void TestHelp::noneIsAmbiguous()
{
    openDemo();
    QHash<QString, QString> taken; // place and keys → action
    int seen = 0;
    for (const ShortcutLine &line : lines()) {
        for (const QKeySequence &keys : line.keys) {
            ++seen;
            for (const QString &where : {line.where, QString()}) {
                const QString place = where + u'|' + keys.toString();
                QVERIFY2(!taken.contains(place) || taken.value(place) == line.what,
                         qPrintable(place + u' ' + line.what + u' ' + taken.value(place)));
            }
            taken.insert(line.where + u'|' + keys.toString(), line.what);
        }
    }
    QVERIFY(seen > 35);
}

/// Those that resources/guide/en/keyboard.md names, one of each kind.
void TestHelp::noneIsMissing()
{
    openDemo();
    QStringList all;
    for (const ShortcutLine &line : lines())
        all.append(line.where + u'|' + line.what + u'|' + keysText(line.keys));
    for (const char *wanted :
         {"|Find|Ctrl+F", "|Refresh|F5", "Clusters|Delete|Del", "Clusters|Rename|F2",
          "|Select by List|Ctrl+L", "|Details|F4", "|History|Ctrl+H", "|Charts|Ctrl+Shift+P",
          "|Accounts|Ctrl+Shift+A", "|Settings|Ctrl+,", "|User Guide|F1",
          "|Keyboard Shortcuts|Ctrl+?", "|Quit|Ctrl+Q", "|Named filter 1|Ctrl+1",
          "|Show All Clusters|Ctrl+0", "|Menu Clusters|Alt+C",
          "Clusters|Select or deselect the row|Space"})
        QVERIFY2(all.contains(QString::fromLatin1(wanted)), wanted);
}

void TestHelp::tableKeysAreReal()
{
    openDemo();
    table()->setFocus();
    press(table(), Qt::CTRL | Qt::Key_Home);
    QCOMPARE(table()->currentIndex().row(), 0);
    table()->clearSelection();
    press(table(), Qt::Key_Space);
    QCOMPARE(table()->selectedKeys().size(), 1);
    press(table(), Qt::SHIFT | Qt::Key_Down);
    QCOMPARE(table()->selectedKeys().size(), 2);
    press(table(), Qt::CTRL | Qt::Key_Down);
    QCOMPARE(table()->selectedKeys().size(), 2);
    QCOMPARE(table()->currentIndex().row(), 2);
    press(table(), Qt::CTRL | Qt::Key_Up);
    QCOMPARE(table()->currentIndex().row(), 1);
    press(table(), Qt::Key_Space);
    QCOMPARE(table()->selectedKeys().size(), 1);
    press(table(), Qt::CTRL | Qt::Key_End);
    QCOMPARE(table()->currentIndex().row(), table()->model()->rowCount() - 1);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Return}) {
        filter()->setFocus();
        press(filter(), key);
        QVERIFY(table()->hasFocus());
    }
    filter()->setFocus();
    filter()->setText(QStringLiteral("a"));
    press(filter(), Qt::Key_Escape);
    QVERIFY(filter()->text().isEmpty() && filter()->hasFocus());
    press(filter(), Qt::Key_Escape);
    QVERIFY(table()->hasFocus());
}

void TestHelp::shortcutsWindow()
{
    openDemo();
    action("Shortcuts")->trigger();
    auto *window = m_window->findChild<ShortcutsWindow *>();
    QVERIFY(window && window->isVisible() && !window->isModal());
    action("Shortcuts")->trigger();
    QCOMPARE(m_window->findChildren<ShortcutsWindow *>().size(), 1);
    auto *list = part<RecordTable>(window, "Shortcut list");
    const QAbstractItemModelTester tester(list->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(list->model()->rowCount(), int(lines().size()));
    QCOMPARE(window->focusWidget(), list);
    part<QPushButton>(window, "Copy")->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Refresh\tF5\tEverywhere\n"));
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<ShortcutsWindow *>());
}

/// A separate window with a search field; it closes with the main window.
void TestHelp::guide()
{
    openDemo();
    press(m_window.get(), Qt::Key_F1);
    auto *guide = qobject_cast<GuideWindow *>(window("Guide"));
    QVERIFY(guide && guide->isVisible() && !guide->windowHandle()->transientParent());
    action("Guide")->trigger();
    QCOMPARE(window("Guide"), guide);
    QVERIFY(QTest::qWaitForWindowActive(guide));
    QCOMPARE(guide->focusWidget(), guide->browser());
    press(guide, QKeySequence::Find);
    auto *field = part<QLineEdit>(guide, "Find in the guide");
    auto *contents = part<QListWidget>(guide, "Guide contents");
    QVERIFY(field->hasFocus());
    const auto pageShown = [&] { return guide->browser()->source().fileName(); };
    // Through all pages that contain the text, and back to the first; the list counts the matches.
    QTest::keyClicks(field, QStringLiteral("usr-"));
    const QStringList holding{QStringLiteral("accounts.md"), QStringLiteral("command-line.md")};
    QStringList seen;
    int places = 0;
    for (; places < 30; ++places) {
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(guide->browser()->textCursor().selectedText().toLower(), QStringLiteral("usr-"));
        if (seen.size() > 1 && pageShown() == seen.first())
            break;
        if (!seen.contains(pageShown()))
            seen.append(pageShown());
    }
    QCOMPARE(seen, holding);
    QVERIFY(part<QLabel>(guide, "Not found")->text().isEmpty());
    int counted = 0;
    static const QRegularExpression number(QStringLiteral("\\((\\d+)\\)$"));
    for (int row = 0; row < contents->count(); ++row)
        counted += number.match(contents->item(row)->text()).captured(1).toInt();
    QCOMPARE(counted, places);
    press(guide, QKeySequence::FindPrevious);
    QCOMPARE(pageShown(), holding.last());
    QTest::keyClicks(field, QStringLiteral("no such words"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(part<QLabel>(guide, "Not found")->text(), QStringLiteral("Not found"));
    press(guide, QKeySequence::Back);
    QCOMPARE(pageShown(), holding.first());
    press(guide, QKeySequence::Forward);
    QCOMPARE(pageShown(), holding.last());
    QCOMPARE(contents->currentItem()->text(), QStringLiteral("Command line"));
    contents->setFocus();
    QTest::keyClick(contents, Qt::Key_Home);
    QCOMPARE(pageShown(), QStringLiteral("index.md"));
    m_window.reset();
    QVERIFY(!window("Guide"));
}

/// Each dialog opens its page of the guide, with F1 and with its button; the guide can be read
/// beside the dialog. There is only one guide window.
void TestHelp::guideFromDialogs()
{
    openDemo();
    const std::tuple<const char *, const char *, GuideTopic> dialogs[] = {
        {"SelectByList", "Select by list", GuideTopic::SelectByList},
        {"LockedNames", "Locks", GuideTopic::Locks},
        {"OpenPlan", "Open plan", GuideTopic::ApplyPlan},
        {"Connection report", "Connection check", GuideTopic::ConnectionCheck},
        {"Delete", "Confirm", GuideTopic::Confirmation},
        {"Park", "Park", GuideTopic::Parking}};
    selectDeletable(1);
    for (const auto &[actionName, name, topic] : dialogs) {
        action(actionName)->trigger();
        QTRY_VERIFY2(window(name) && window(name)->isVisible(), name);
        QWidget *dialog = window(name);
        dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        press(dialog, QKeySequence(Qt::Key_F1));
        QTRY_VERIFY2(window("Guide"), name); // the button appears pressed for a moment
        auto *guide = qobject_cast<GuideWindow *>(window("Guide"));
        QTRY_COMPARE(guide->browser()->source().fileName(), QLatin1String(placeOf(topic).page));
        QCOMPARE(anchorOf(guide->browser()->textCursor().block().text()),
                 QLatin1String(placeOf(topic).anchor));
        QVERIFY(QTest::qWaitForWindowActive(guide));
        press(guide, QKeySequence::Find);
        QTest::keyClick(guide->windowHandle(), Qt::Key_X);
        QVERIFY(part<QLineEdit>(guide, "Find in the guide")->text().endsWith(u'x'));
        part<QPushButton>(dialog, "Help")->click();
        QCOMPARE(m_window->findChildren<GuideWindow *>().size(), 1);
        dialog->close();
        QTRY_VERIFY(!window(name));
    }
}

void TestHelp::guideInChinese()
{
    const QLocale english;
    QLocale::setDefault(QLocale(QLocale::Chinese));
    const GuideWindow guide;
    QLocale::setDefault(english);
    QVERIFY(guide.browser()->source().path().endsWith(QStringLiteral("/zh_CN/index.md")));
    QVERIFY(guide.browser()->toPlainText().contains(QStringLiteral("演练环境")));
}

/// Opens pages of the guide, and https addresses in the desktop's browser.
void TestHelp::guideOpensNothingElse()
{
    GuideWindow guide;
    const QUrl index = guide.browser()->source();
    QCOMPARE(index, QUrl(QStringLiteral("qrc:/guide/en/index.md")));
    m_opened.clear();
    for (const char *scheme : {"https", "http", "file"})
        QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "openUrl");
    for (const char *link : {"https://example.org/", "http://example.org/", "file:///etc/passwd",
                             "missing.md", "../../icons/clear.svg", "index.md"})
        emit guide.browser()->anchorClicked(QUrl(QLatin1String(link)));
    for (const char *scheme : {"https", "http", "file"})
        QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    QCOMPARE(m_opened, QList<QUrl>{QUrl(QStringLiteral("https://example.org/"))});
    QCOMPARE(guide.browser()->source(), index);
    const auto *problem = guide.findChild<QLabel *>(QStringLiteral("Problem"));
    QVERIFY(problem->isHidden());
    emit guide.browser()->anchorClicked(m_opened.first()); // the test has no desktop for links
    QVERIFY(!problem->isHidden());
    QCOMPARE(problem->text(), QStringLiteral("The link could not be opened: https://example.org/"));
    emit guide.browser()->anchorClicked(QUrl(QStringLiteral("find.md")));
    QVERIFY(problem->isHidden());
}

void TestHelp::guaranteesAndAbout()
{
    action("Safety guarantees")->trigger();
    auto *window = m_window->findChild<SafetyGuaranteesWindow *>();
    QVERIFY(window && window->isVisible() && !window->isModal());
    QVERIFY(safetyGuarantees().size() >= 7); // five guarantees of operations, secrets, telemetry
    part<QPushButton>(window, "Copy")->click();
    for (const SafetyGuarantee &guarantee : safetyGuarantees()) {
        QVERIFY(guarantee.never.startsWith(u"It never "));
        QVERIFY(
            QGuiApplication::clipboard()->text().contains(guarantee.never + u'\n' + guarantee.how));
    }
    for (const QLabel *label : window->findChildren<QLabel *>())
        QVERIFY(label->textInteractionFlags() & Qt::TextSelectableByMouse);
    action("About")->trigger();
    auto *about = m_window->findChild<AboutDialog *>();
    QVERIFY(about && about->isVisible());
    QString said;
    for (const QLabel *label : about->findChildren<QLabel *>())
        said += label->text() + u'\n';
    for (const char *word : {CLUSTERDECK_VERSION, "GPL-3.0-or-later", "QtKeychain", "SQLite"})
        QVERIFY2(said.contains(QLatin1String(word)), word);
    QVERIFY(said.contains(QLatin1String(qVersion())));
}

void TestHelp::connectionReport()
{
    QVERIFY(!action("Connection report")->isEnabled()); // no account is chosen
    openDemo();
    QVERIFY(action("Connection report")->isEnabled() && action("Connection report")->isVisible());
    action("Connection report")->trigger();
    auto *check = m_window->findChild<CheckDialog *>();
    QVERIFY(check && check->isVisible());
    auto *copy = part<QPushButton>(check, "Copy report");
    QTRY_VERIFY(copy->isEnabled());
    copy->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(m_service->zone()));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(m_service->secretAccessKey()));
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
