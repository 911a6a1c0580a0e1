// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/demowindow.h"
#include "ui/accounts/checkdialog.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/promises.h"
#include "ui/help/shortcutswindow.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLabel>
#include <QShortcut>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace clusterdeck;

/// What Help shows is so: each shortcut in its list does what it says, and no two are the same.
class TestHelp : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void shortcutsAreReal();
    void noneIsAmbiguous();
    void noneIsMissing();
    void tableKeysAreReal();
    void shortcutsWindow();
    void promisesAndAbout();
    void connectionReport();

private:
    [[nodiscard]] QList<ShortcutLine> lines() const { return shortcutsOf(m_window.get()); }
    [[nodiscard]] QWidget *named(const QString &accessibleName) const
    {
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (widget->accessibleName() == accessibleName)
                return widget;
        }
        return m_window.get();
    }
    static void press(QWidget *widget, const QKeySequence &keys)
    {
        QTest::keySequence(widget, keys);
    }
};

/// Whatever listens is taken away: what counts is that the keys arrive.
void TestHelp::shortcutsAreReal()
{
    openDemo();
    action("Details")->setChecked(true);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    int pressed = 0;
    for (QAction *action : m_window->findChildren<QAction *>()) {
        if (action->shortcuts().isEmpty() || action->text().isEmpty())
            continue;
        action->disconnect();
        action->setEnabled(true);
    }
    for (QShortcut *shortcut : m_window->findChildren<QShortcut *>())
        shortcut->disconnect();
    for (const ShortcutLine &line : lines()) {
        QWidget *place = line.where.isEmpty() ? table() : named(line.where);
        if (!place->isVisible())
            continue;
        place->setFocus();
        for (const QKeySequence &keys : line.keys) {
            int answers = 0;
            QObject context;
            for (QAction *action : m_window->findChildren<QAction *>()) {
                if (action->shortcuts().contains(keys))
                    connect(action, &QAction::triggered, &context, [&] { ++answers; });
            }
            for (QShortcut *shortcut : m_window->findChildren<QShortcut *>()) {
                if (shortcut->key() == keys)
                    connect(shortcut, &QShortcut::activated, &context, [&] { ++answers; });
            }
            if (keys.toString().startsWith(u"Alt+") || keys == QKeySequence(Qt::Key_Space))
                continue; // menus open; the others are pressed below
            if (line.where == table()->accessibleName() && !line.keys.contains(Qt::Key_Delete) &&
                keys.toString().contains(QRegularExpression(QStringLiteral("Up|Down|Home|End"))))
                continue;
            if (line.where == filter()->accessibleName())
                continue;
            press(place, keys);
            QVERIFY2(answers == 1, qPrintable(line.what + u' ' + keys.toString() + u' ' +
                                              QString::number(answers)));
            ++pressed;
        }
    }
    QVERIFY2(pressed >= 20, qPrintable(QString::number(pressed)));
}

void TestHelp::noneIsAmbiguous()
{
    openDemo();
    QHash<QString, QString> taken; // where and keys → what
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

/// Those that README names, one of each kind.
void TestHelp::noneIsMissing()
{
    openDemo();
    QStringList all;
    for (const ShortcutLine &line : lines())
        all.append(line.where + u'|' + line.what + u'|' + keysText(line.keys));
    for (const char *wanted :
         {"|Filter|Ctrl+F", "|Refresh|F5", "Clusters|Delete|Del", "Clusters|Rename|F2",
          "|Select by List|Ctrl+L", "|Details|F4", "|History|Ctrl+H", "|Pictures|Ctrl+Shift+P",
          "|Accounts|Ctrl+Shift+A", "|Settings|Ctrl+,", "|Keyboard Shortcuts|F1", "|Quit|Ctrl+Q",
          "|Named filter 1|Ctrl+1", "|Show all again|Ctrl+0", "|Menu Clusters|Alt+C",
          "Clusters|Select the row, or no longer|Space"})
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
    press(m_window.get(), Qt::Key_F1);
    auto *window = m_window->findChild<ShortcutsWindow *>();
    QVERIFY(window && window->isVisible() && !window->isModal());
    action("Shortcuts")->trigger();
    QCOMPARE(m_window->findChildren<ShortcutsWindow *>().size(), 1);
    auto *list = window->findChild<QTableView *>(QStringLiteral("Shortcut list"));
    const QAbstractItemModelTester tester(list->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(list->model()->rowCount(), int(lines().size()));
    QCOMPARE(window->focusWidget(), list);
    window->findChild<QPushButton *>(QStringLiteral("Copy"))->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Refresh\tF5\tEverywhere\n"));
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<ShortcutsWindow *>());
}

void TestHelp::promisesAndAbout()
{
    action("Promises")->trigger();
    auto *window = m_window->findChild<PromisesWindow *>();
    QVERIFY(window && window->isVisible() && !window->isModal());
    QVERIFY(promises().size() >= 7); // five of the product, secrets, telemetry
    window->findChild<QPushButton *>(QStringLiteral("Copy"))->click();
    for (const Promise &promise : promises()) {
        QVERIFY(promise.never.startsWith(u"It never "));
        QVERIFY(QGuiApplication::clipboard()->text().contains(promise.never + u'\n' + promise.how));
    }
    for (const QLabel *label : window->findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(label->textInteractionFlags() & Qt::TextSelectableByMouse);
    }
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
    QVERIFY(!action("Connection report")->isEnabled()); // of nobody
    openDemo();
    QVERIFY(action("Connection report")->isEnabled() && action("Connection report")->isVisible());
    action("Connection report")->trigger();
    auto *check = m_window->findChild<CheckDialog *>();
    QVERIFY(check && check->isVisible());
    auto *copy = check->findChild<QPushButton *>(QStringLiteral("Copy report"));
    QTRY_VERIFY(copy->isEnabled());
    copy->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(m_service->zone()));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(m_service->secretAccessKey()));
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
