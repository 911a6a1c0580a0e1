// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screenlock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;

/// On a real session bus, with the signal that desktop environments send.
class TestScreenLock : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QDBusConnection::sessionBus().isConnected())
            QSKIP("there is no session bus; packaging/test.sh brings one");
    }

    void hearsTheDesktop_data()
    {
        QTest::addColumn<QString>("interface");
        QTest::newRow("freedesktop") << QStringLiteral("org.freedesktop.ScreenSaver");
        QTest::newRow("GNOME") << QStringLiteral("org.gnome.ScreenSaver");
    }

    void hearsTheDesktop()
    {
        QFETCH(QString, interface);
        ScreenLock lock;
        QSignalSpy locked(&lock, &ScreenLock::lockedChanged);
        lock.listen();
        lock.listen();
        // The second signal is sent after the first has arrived: while Qt still delays messages of
        // a new connection, signals can arrive in the wrong order (seen with Qt 6.4.2).
        say(interface, false);
        QTRY_COMPARE(locked.count(), 1);
        QCOMPARE(locked.at(0).at(0).toBool(), false);
        say(interface, true);
        QTRY_COMPARE(locked.count(), 2);
        QCOMPARE(locked.at(1).at(0).toBool(), true);
    }

private:
    static void say(const QString &interface, bool active)
    {
        QDBusMessage message = QDBusMessage::createSignal(QStringLiteral("/ScreenSaver"), interface,
                                                          QStringLiteral("ActiveChanged"));
        message << active;
        QVERIFY(QDBusConnection::sessionBus().send(message));
    }
};

QTEST_GUILESS_MAIN(TestScreenLock)
#include "tst_screenlock.moc"
