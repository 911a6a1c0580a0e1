// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/demowindow.h"
#include "tests/ui/parts.h"
#include "ui/desktoppresence.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/settingsdialog.h"
#include "ui/text/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFile>
#include <QLabel>
#include <QScrollArea>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

/// What a person sets holds at once, is on disk at once, and never asks for less than the risk
/// does.
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
    void nonsenseIsNotSet_data();
    void nonsenseIsNotSet();
    void opensByKeyAndFinds();
    void holdsAtOnceAndIsOnDisk();
    void isThereTheNextTime();
    void ofAnEarlierState();
    void asksForMore();
    void newAccountsBeginWithIt();
    void languageIsForTheNextStart();
    void placesOpen();

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
    static QByteArray onDisk()
    {
        QFile file(QSettings().fileName()); // not through QSettings, which would tell what it has
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void choose(QComboBox *combo, const QVariant &value)
    {
        combo->setCurrentIndex(combo->findData(value));
    }

    QList<QUrl> m_opened;
};

void TestSettings::nonsenseIsNotSet_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    for (const char *key : {"theme", "lowestTier", "leastGrace", "callsInFlight"}) {
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
    QSettings settings;
    settings.setValue(QStringLiteral("x/") + key, value);
    QCOMPARE(readPreferences(settings, QStringLiteral("x/")), Preferences());
}

void TestSettings::opensByKeyAndFinds()
{
    openDemo();
    QVERIFY(!m_window->findChild<SettingsDialog *>()); // made when it is wanted
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    auto *dialog = m_window->findChild<SettingsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->windowTitle(), QStringLiteral("Settings"));
    auto *search = part<QLineEdit>("Find a setting");
    QCOMPARE(dialog->focusWidget(), search);
    const auto shown = [dialog] {
        const QList<SettingRow *> rows = dialog->findChildren<SettingRow *>();
        return std::count_if(rows.begin(), rows.end(),
                             [](const SettingRow *row) { return row->isVisible(); });
    };
    const auto all = shown();
    QVERIFY(all >= 7);
    QTest::keyClicks(search, QStringLiteral("COUNT"));
    QVERIFY(part<QComboBox>("Countdown")->isVisible());
    QVERIFY(!part<QComboBox>("Theme")->isVisible());
    QVERIFY(shown() < all);
    QVERIFY(!part<QLabel>("Nothing found")->isVisible());
    QTest::keyClicks(search, QStringLiteral(" of nothing <b>"));
    QCOMPARE(shown(), 0);
    QCOMPARE(part<QLabel>("Nothing found")->text(),
             QStringLiteral("No setting has “COUNT of nothing <b>” in it."));
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
    choose(part<QComboBox>("Theme"), int(Theme::Dark));
    QTRY_VERIFY(isDark(m_window->palette()));
    QVERIFY(onDisk().contains("theme=2"));
    choose(part<QComboBox>("Theme"), int(Theme::Light));
    QTRY_VERIFY(!isDark(m_window->palette()));
    auto *presence = m_window->findChild<DesktopPresence *>();
    QVERIFY(presence->notifies());
    QTest::keyClick(part<QCheckBox>("Notifications"), Qt::Key_Space);
    QVERIFY(!presence->notifies());
    QVERIFY(onDisk().contains("notifications=false"));
    QVERIFY(!action("Tray")->isChecked());
    part<QCheckBox>("Show in the tray")->setChecked(true);
    QVERIFY(action("Tray")->isChecked());
    QVERIFY(onDisk().contains("tray=true"));
    choose(part<QComboBox>("Ask before deleting"), 2);
    choose(part<QComboBox>("Countdown"), 60);
    part<QSpinBox>("Calls in flight")->setValue(4);
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
    choose(part<QComboBox>("Countdown"), 300);
    part<QCheckBox>("Notifications")->setChecked(false);
    end();
    begin();
    QCOMPARE(m_session->operationService().safety(),
             SafetySettings()); // of one's own accounts, that is
    openDemo();
    m_window = std::make_unique<MainWindow>(*m_session);
    QCOMPARE(m_session->operationService().safety(), (SafetySettings{0, 300s}));
    QVERIFY(!m_window->findChild<DesktopPresence *>()->notifies());
    open();
    QCOMPARE(part<QComboBox>("Countdown")->currentData().toInt(), 300);
    QVERIFY(!part<QCheckBox>("Notifications")->isChecked());
}

/// Files that the program of November 2026 wrote: of the window, and of what is set here.
void TestSettings::ofAnEarlierState()
{
    const auto openWith = [this](const char *fixture) {
        end();
        const QString path = QSettings().fileName();
        QFile::remove(path);
        QVERIFY(QFile::copy(
            QStringLiteral(CLUSTERDECK_FIXTURES_DIR "/2026-11/") + QLatin1String(fixture), path));
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
    QVERIFY(!m_window->findChild<DesktopPresence *>()->notifies());
    QVERIFY(action("Tray")->isChecked());
    open();
    QCOMPARE(part<QComboBox>("Theme")->currentData().toInt(), int(Theme::Light));
    QCOMPARE(part<QSpinBox>("Calls in flight")->value(), 4);
}

void TestSettings::asksForMore()
{
    openDemo();
    open();
    choose(part<QComboBox>("Ask before deleting"), 3);
    choose(part<QComboBox>("Countdown"), 60);
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
    part<QSpinBox>("Calls in flight")->setValue(3);
    m_window->findChild<SettingsDialog *>()->close();
    action("Add account")->trigger();
    QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
    const auto *calls = clusterdeck::part<QSpinBox>(m_window, "Calls in flight");
    QVERIFY(calls);
    QCOMPARE(calls->value(), 3);
}

/// Nothing that is open is lost to another language: the next start has it. An arrow key in the box
/// is enough to choose one.
void TestSettings::languageIsForTheNextStart()
{
    QSettings().setValue(QStringLiteral("language"), QStringLiteral("en"));
    openDemo();
    action("History")->trigger();
    open();
    auto *language = part<QComboBox>("Language");
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
        QCOMPARE(languageWish(), QLatin1String(code));
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QCOMPARE(windows(), before);
        QVERIFY(language->isVisible());
    }
    // Whoever cannot read the others finds their own.
    QCOMPARE(language->itemText(1), QStringLiteral("English"));
    QCOMPARE(language->itemText(2), QStringLiteral("简体中文"));
}

void TestSettings::placesOpen()
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
    QVERIFY(!part<QPushButton>("Open log")->isVisible()); // none is written
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
