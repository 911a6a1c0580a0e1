// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"
#include "tests/app/accounts/privatedesktop.h"
#include "ui/mainwindow.h"
#include "ui/theme/palette.h"
#include "ui/theme/resources.h"

#include <QApplication>
#include <QDBusConnectionInterface>
#include <QDBusContext>
#include <QDBusVariant>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;

namespace
{

const QString PortalName = QStringLiteral("org.freedesktop.portal.Desktop");
const QString ObjectPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString Group = QStringLiteral("org.freedesktop.appearance");
const QString Key = QStringLiteral("color-scheme");

/// The desktop's settings portal, on a real bus.
class FakePortal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;
    bool old = false; ///< supports Read only
    bool silent = false;
    int asked = 0;

    void change(uint to)
    {
        scheme = to;
        emit SettingChanged(Group, Key, QDBusVariant(to));
    }

public slots:
    QDBusVariant ReadOne(const QString &group, const QString &key) // NOLINT(*-naming)
    {
        ++asked;
        if (old)
            sendErrorReply(QDBusError::UnknownMethod, QStringLiteral("no ReadOne"));
        else if (silent)
            setDelayedReply(true);
        return value(group, key);
    }
    QDBusVariant Read(const QString &group, const QString &key) // NOLINT(*-naming)
    {
        return QDBusVariant(QVariant::fromValue(value(group, key)));
    }

signals:
    void SettingChanged(const QString &, const QString &, const QDBusVariant &); // NOLINT(*-naming)

private:
    [[nodiscard]] QDBusVariant value(const QString &group, const QString &key) const
    {
        return QDBusVariant(group == Group && key == Key ? scheme : 0U);
    }
};

} // namespace

/// Light or dark as the desktop, from its portal on the test's own D-Bus.
class TestColorScheme : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setApplicationName(QStringLiteral("clusterdeck-test-colorscheme"));
        QSettings().clear();
        const QString address =
            m_desktop.environment().value(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        qputenv("DBUS_SESSION_BUS_ADDRESS", address.toLocal8Bit());
        m_bus = QDBusConnection::connectToBus(address, QStringLiteral("portal"));
        QVERIFY(QDBusConnection::sessionBus().isConnected());
    }

    void init()
    {
        m_portal = std::make_unique<FakePortal>();
        QVERIFY(m_bus.registerService(PortalName));
        QVERIFY(m_bus.registerObject(ObjectPath, m_portal.get(),
                                     QDBusConnection::ExportAllSlots |
                                         QDBusConnection::ExportAllSignals));
    }

    void cleanup()
    {
        m_bus.unregisterObject(ObjectPath);
        m_bus.unregisterService(PortalName);
    }

    void decision()
    {
        using enum ColorScheme;
        for (const ColorScheme desktop : {NoPreference, Dark, Light}) {
            for (const bool dark : {false, true}) {
                QCOMPARE(ownTheme(Theme::Light, desktop, dark), std::optional(Theme::Light));
                QCOMPARE(ownTheme(Theme::Dark, desktop, dark), std::optional(Theme::Dark));
                if (desktop != Dark)
                    QCOMPARE(ownTheme(Theme::System, desktop, dark), std::nullopt);
            }
        }
        QCOMPARE(ownTheme(Theme::System, Dark, false), std::optional(Theme::Dark));
        QCOMPARE(ownTheme(Theme::System, Dark, true), std::nullopt);
    }

    void readsAndHears_data()
    {
        QTest::addColumn<bool>("old");
        QTest::newRow("portal") << false;
        QTest::newRow("portal of before ReadOne") << true;
    }

    void readsAndHears()
    {
        QFETCH(bool, old);
        m_portal->old = old;
        m_portal->scheme = 1;
        ColorSchemePortal portal;
        QSignalSpy changed(&portal, &ColorSchemePortal::changed);
        portal.listen();
        portal.listen();
        QCOMPARE(portal.scheme(), ColorScheme::NoPreference); // it did not wait
        QTRY_COMPARE(portal.scheme(), ColorScheme::Dark);
        m_portal->change(2);
        QTRY_COMPARE(portal.scheme(), ColorScheme::Light);
        emit m_portal->SettingChanged(Group, QStringLiteral("contrast"), QDBusVariant(1U));
        m_portal->change(2);
        m_portal->change(7); // an undefined value
        QTRY_COMPARE(portal.scheme(), ColorScheme::NoPreference);
        QCOMPARE(changed.count(), 3);
        QTRY_COMPARE(m_portal->asked, 4); // the contrast caused no request
    }

    void nobodyThere()
    {
        QVERIFY(m_bus.unregisterService(PortalName));
        ColorSchemePortal portal;
        portal.listen();
        // The bus answers in order, so it has already answered that there is no portal.
        QVERIFY(!QDBusConnection::sessionBus().interface()->isServiceRegistered(PortalName));
        QVERIFY(m_bus.registerService(PortalName));
        m_portal->change(1);
        QTRY_COMPARE(portal.scheme(), ColorScheme::Dark);
        QCOMPARE(m_portal->asked, 1);
    }

    void neverAnswers()
    {
        m_portal->silent = true;
        ColorSchemePortal portal;
        portal.listen();
        QTRY_COMPARE(m_portal->asked, 1);
        m_portal->silent = false;
        m_portal->change(2);
        QTRY_COMPARE(portal.scheme(), ColorScheme::Light);
    }

    void windowsFollow()
    {
        loadResources(*qApp);
        SystemClock clock;
        Session session(clock);
        m_portal->scheme = 1;
        applyTheme(Theme::System);
        const MainWindow window(session);
        ColorSchemePortal late;
// From 6.5 Qt itself follows the desktop, and the windows do not ask.
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
        QTRY_VERIFY(isDark(window.palette()));
        m_portal->change(2);
        QTRY_VERIFY(!isDark(window.palette()));
        applyTheme(Theme::Light);
        const int before = m_portal->asked;
        m_portal->change(1);
        QTRY_COMPARE(m_portal->asked, before + 1);
        late.listen(); // answered after the request before
        QTRY_COMPARE(late.scheme(), ColorScheme::Dark);
        QVERIFY(!isDark(QApplication::palette()));
        applyTheme(Theme::System);
        QVERIFY(isDark(QApplication::palette()));
#else
        late.listen();
        QTRY_COMPARE(late.scheme(), ColorScheme::Dark);
        QCOMPARE(m_portal->asked, 1); // Qt reports it: the windows have not asked
#endif
    }

private:
    PrivateDesktop m_desktop;
    QDBusConnection m_bus{QStringLiteral("none")};
    std::unique_ptr<FakePortal> m_portal;
};

QTEST_MAIN(TestColorScheme)
#include "tst_colorscheme.moc"
