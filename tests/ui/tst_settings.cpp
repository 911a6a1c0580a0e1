// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/demowindow.h"
#include "tests/ui/parts.h"
#include "ui/settings/settingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSystemTrayIcon>
#include <QTemporaryDir>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

/// Settings apply and are saved at once, and never lower what the risk asks for.
class TestSettings : public DemoWindow
{
    Q_OBJECT

public slots:
    void openUrl(const QUrl &url) { m_opened.append(url); }

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        QSettings().clear();
        begin();
    }
    void cleanup() { end(); }
    void isTypedAndFollowed();
    void nonsenseIsNotSet_data();
    void nonsenseIsNotSet();
    void opensByKeyAndFinds();
    void holdsAtOnceAndIsOnDisk();
    void isThereTheNextTime();
    void demoIsApart();
    void ofAnEarlierState();
    void asksForMore();
    void newAccountsBeginWithIt();
    void languageIsForTheNextStart();
    void trayOnlyWhereThereIsOne();
    void foldersOpen();

private:
    SettingsDialog *open()
    {
        action("Settings")->trigger();
        return m_window->findChild<SettingsDialog *>();
    }
    template <class T>
    [[nodiscard]] T *part(const char *name) const
    {
        return m_window->findChild<SettingsDialog *>()->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] Settings &settings() const { return *m_window->findChild<Settings *>(); }
    static QByteArray onDisk()
    {
        QFile file(QSettings().fileName()); // not through QSettings, which would return its cache
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void choose(QComboBox *combo, const QVariant &value)
    {
        combo->setCurrentIndex(combo->findData(value));
    }

    QList<QUrl> m_opened;
};

void TestSettings::isTypedAndFollowed()
{
    Settings settings(false);
    QList<std::chrono::seconds> told;
    auto context = std::make_unique<QObject>();
    settings.follow(setting::LeastUndoWindow, context.get(),
                    [&](std::chrono::seconds value) { told.append(value); });
    settings.set(setting::LeastUndoWindow, 60s);
    settings.set(setting::LeastUndoWindow, 60s);
    settings.set(setting::Tray, true); // another setting
    QCOMPARE(told, (QList{0s, 60s}));
    context.reset();
    settings.set(setting::LeastUndoWindow, 30s);
    QCOMPARE(told.size(), 2);
    QCOMPARE(Settings(false).value(setting::LeastUndoWindow), 30s);
    QVERIFY(Settings(false).value(setting::Tray));

    Settings none(false, Settings::Memory::None);
    QVERIFY(!none.value(setting::Tray));
    none.set(setting::ColorTheme, Theme::Dark);
    QCOMPARE(none.value(setting::ColorTheme), Theme::Dark);
    QVERIFY(!onDisk().contains("theme"));
}

void TestSettings::nonsenseIsNotSet_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    for (const char *key : {"theme", "notifications", "tray", "lowestTier", "leastGrace",
                            "callsInFlight", "details", "firstStepsDone"}) {
        for (const QVariant &value : {QVariant(-1), QVariant(100000), QVariant("x"), QVariant()}) {
            QTest::addRow("%s %s", key, qPrintable(value.toString()))
                << QString::fromLatin1(key) << value;
        }
    }
}

void TestSettings::nonsenseIsNotSet()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    QSettings().setValue(QStringLiteral("main/") + key, value);
    const Settings settings(false);
    const Settings unset(false, Settings::Memory::None);
    const auto isUnset = [&](const auto &setting) {
        return key != QLatin1String(setting.key) || settings.value(setting) == unset.value(setting);
    };
    QVERIFY(isUnset(setting::ColorTheme));
    QVERIFY(isUnset(setting::Notifications) && unset.value(setting::Notifications));
    QVERIFY(isUnset(setting::Tray));
    QVERIFY(isUnset(setting::LowestTier));
    QVERIFY(isUnset(setting::LeastUndoWindow));
    QVERIFY(isUnset(setting::CallsInFlight));
    QVERIFY(isUnset(setting::DetailsShown));
    QVERIFY(isUnset(setting::FirstStepsDone));
    QCOMPARE(safetyFrom(unset), SafetySettings());
}

void TestSettings::opensByKeyAndFinds()
{
    openDemo();
    QVERIFY(!m_window->findChild<SettingsDialog *>()); // created on demand
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    auto *dialog = m_window->findChild<SettingsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->windowTitle(), QStringLiteral("Settings"));
    auto *search = part<QLineEdit>("Find a setting");
    QCOMPARE(dialog->focusWidget(), search);
    const auto shown = [dialog] {
        const QList<QWidget *> rows = dialog->findChildren<QWidget *>(QStringLiteral("Row"));
        return std::count_if(rows.begin(), rows.end(),
                             [](const QWidget *row) { return row->isVisible(); });
    };
    const auto all = shown();
    QVERIFY(all > 0);
    QTest::keyClicks(search, QStringLiteral("COUNT"));
    QVERIFY(part<QComboBox>("leastGrace")->isVisible());
    QVERIFY(!part<QComboBox>("theme")->isVisible());
    QVERIFY(shown() < all);
    QVERIFY(!part<QLabel>("Nothing found")->isVisible());
    QTest::keyClicks(search, QStringLiteral(" of nothing <b>"));
    QCOMPARE(shown(), 0);
    QCOMPARE(part<QLabel>("Nothing found")->text(),
             QStringLiteral("No setting contains “COUNT of nothing <b>”."));
    QVERIFY(part<QLabel>("Nothing found")->isVisible());
    search->clear();
    QCOMPARE(shown(), all);
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
}

void TestSettings::holdsAtOnceAndIsOnDisk()
{
    openDemo();
    open();
    choose(part<QComboBox>("theme"), int(Theme::Dark));
    QTRY_VERIFY(isDark(m_window->palette()));
    QVERIFY(onDisk().contains("theme=2"));
    choose(part<QComboBox>("theme"), int(Theme::Light));
    QTRY_VERIFY(!isDark(m_window->palette()));
    QVERIFY(settings().value(setting::Notifications));
    QTest::keyClick(part<QCheckBox>("notifications"), Qt::Key_Space);
    QVERIFY(!settings().value(setting::Notifications));
    QVERIFY(onDisk().contains("notifications=false"));
    QVERIFY(!action("Tray")->isChecked());
    settings().set(setting::Tray, true);
    QVERIFY(action("Tray")->isChecked());
    QVERIFY(onDisk().contains("tray=true"));
    choose(part<QComboBox>("lowestTier"), 2);
    choose(part<QComboBox>("leastGrace"), 60);
    part<QSpinBox>("callsInFlight")->setValue(4);
    QCOMPARE(m_session->operationService().safety(), (SafetySettings{2, 60s}));
    const QByteArray now = onDisk();
    QVERIFY(now.contains("lowestTier=2") && now.contains("leastGrace=60"));
    QVERIFY(now.contains("callsInFlight=4"));
    QVERIFY(now.contains("[demo]") && !now.contains("[main]"));
}

void TestSettings::isThereTheNextTime()
{
    openDemo();
    open();
    choose(part<QComboBox>("leastGrace"), 300);
    part<QCheckBox>("notifications")->setChecked(false);
    end();
    begin();
    QCOMPARE(m_session->operationService().safety(),
             SafetySettings()); // the settings outside the demo
    openDemo();
    m_window = std::make_unique<MainWindow>(*m_session);
    QCOMPARE(m_session->operationService().safety(), (SafetySettings{0, 300s}));
    QVERIFY(!settings().value(setting::Notifications));
    open();
    QCOMPARE(part<QComboBox>("leastGrace")->currentData().toInt(), 300);
    QVERIFY(!part<QCheckBox>("notifications")->isChecked());
}

void TestSettings::demoIsApart()
{
    Settings settings(true);
    settings.set(setting::LowestTier, 3);
    settings.set(setting::Language, QStringLiteral("zh_CN"));
    settings.setDemo(false);
    QCOMPARE(settings.value(setting::LowestTier), 0);
    QCOMPARE(settings.value(setting::Language), QStringLiteral("zh_CN"));
    settings.setDemo(true);
    QCOMPARE(settings.value(setting::LowestTier), 3);
}

/// Files written by the program of November 2026: the window's state, and the settings of this
/// dialog.
void TestSettings::ofAnEarlierState()
{
    const auto openWith = [this](const char *fixture) {
        end();
        const QString path = QSettings().fileName();
        QFile::remove(path);
        QVERIFY(QFile::copy(QStringLiteral(CLUSTERDECK_TESTS_DIR "/fixtures/2026-11/") +
                                QLatin1String(fixture),
                            path));
        begin();
        openDemo();
        m_window = std::make_unique<MainWindow>(*m_session);
    };
    openWith("settings-view.conf");
    QCOMPARE(filter()->text(), QStringLiteral("usr"));
    QCOMPARE(table()->view().first(), (SortLevel{ClusterColumn::Nodes, Qt::DescendingOrder}));
    QCOMPARE(table()->view().second(), (SortLevel{ClusterColumn::Created, Qt::DescendingOrder}));
    QVERIFY(table()->isColumnHidden(int(ClusterColumn::Zone)));
    QCOMPARE(table()->columnWidth(int(ClusterColumn::Name)), 321);
    QCOMPARE(m_session->operationService().safety(), SafetySettings());

    openWith("settings-preferences.conf");
    QVERIFY(filter()->text().isEmpty());
    QCOMPARE(m_session->operationService().safety(), (SafetySettings{2, 60s}));
    QVERIFY(!settings().value(setting::Notifications));
    QVERIFY(action("Tray")->isChecked());
    open();
    QCOMPARE(part<QComboBox>("theme")->currentData().toInt(), int(Theme::Light));
    QCOMPARE(part<QSpinBox>("callsInFlight")->value(), 4);
}

void TestSettings::asksForMore()
{
    openDemo();
    open();
    choose(part<QComboBox>("lowestTier"), 3);
    choose(part<QComboBox>("leastGrace"), 60);
    QTest::keyClick(m_window->findChild<SettingsDialog *>(), Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
    selectDeletable(1);
    ask("Delete");
    QVERIFY(dialog().count()->isVisible() && dialog().saved()->isVisible());
    const BatchRunner *runner = confirm();
    QVERIFY(runner);
    QCOMPARE(runner->batch().undoWindow, 60s);
    QCOMPARE(runner->batch().tier, 3);
}

void TestSettings::newAccountsBeginWithIt()
{
    open();
    part<QSpinBox>("callsInFlight")->setValue(3);
    m_window->findChild<SettingsDialog *>()->close();
    action("Add account")->trigger();
    QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
    const auto *calls = clusterdeck::part<QSpinBox>(m_window, "Calls in flight");
    QVERIFY(calls);
    QCOMPARE(calls->value(), 3);
}

/// A change of language applies at the next start and closes no window. An arrow key in the box is
/// enough to choose a language.
void TestSettings::languageIsForTheNextStart()
{
    settings().set(setting::Language, QStringLiteral("en"));
    openDemo();
    action("History")->trigger();
    open();
    auto *language = part<QComboBox>("language");
    QCOMPARE(language->currentData().toString(), QStringLiteral("en"));
    const auto windows = [] {
        QList<QWidget *> shown = QApplication::topLevelWidgets();
        shown.removeIf([](const QWidget *window) { return !window->isVisible(); });
        std::sort(shown.begin(), shown.end());
        return shown;
    };
    const QList<QWidget *> before = windows();
    QVERIFY(before.size() >= 3);
    for (const char *code : {"zh_CN", "en", ""}) {
        QTest::keyClick(language, *code == 'z' ? Qt::Key_Down : Qt::Key_Up);
        QCOMPARE(language->currentData().toString(), QLatin1String(code));
        QCOMPARE(Settings(false).value(setting::Language), QLatin1String(code));
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QCOMPARE(windows(), before);
        QVERIFY(language->isVisible());
    }
    // Each language is listed by its own name.
    QCOMPARE(language->itemText(1), QStringLiteral("English"));
    QCOMPARE(language->itemText(2), QStringLiteral("简体中文"));
}

/// The off-screen platform has no tray.
void TestSettings::trayOnlyWhereThereIsOne()
{
    QVERIFY(!QSystemTrayIcon::isSystemTrayAvailable());
    openDemo();
    open();
    QVERIFY(part<QCheckBox>("notifications"));
    QVERIFY(!part<QCheckBox>("tray"));
    m_window->findChild<SettingsDialog *>()->close();
    auto *menu = qobject_cast<QMenu *>(action("Tray")->associatedObjects().value(0));
    QVERIFY(menu);
    emit menu->aboutToShow();
    QVERIFY(!action("Tray")->isVisible());
}

void TestSettings::foldersOpen()
{
    const QTemporaryDir folder;
    m_window.reset();
    m_session = std::make_unique<Session>(m_clock, folder.path());
    m_window = std::make_unique<MainWindow>(*m_session);
    QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "openUrl");
    open();
    part<QPushButton>("Open settings")->click();
    QCOMPARE(m_opened.size(), 1);
    QVERIFY(QSettings().fileName().startsWith(m_opened.first().toLocalFile() + u'/'));
    part<QPushButton>("Open data")->click();
    QCOMPARE(m_opened.size(), 2);
    QCOMPARE(m_opened.last().toLocalFile(), folder.path());
    QVERIFY(!part<QPushButton>("Open log")->isVisible()); // no log is written
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    const auto *problem = part<QLabel>("Problem");
    QVERIFY(!problem->isVisible());
    part<QPushButton>("Open data")->click(); // the test has no desktop that opens folders
    QVERIFY(problem->isVisible());
    QCOMPARE(problem->accessibleName(),
             QStringLiteral("The folder could not be opened: ") + folder.path());
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
