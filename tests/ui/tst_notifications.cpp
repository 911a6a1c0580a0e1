// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/batchnotification.h"
#include "tests/app/accounts/privatedesktop.h"
#include "tests/app/operations/builders.h"
#include "tests/ui/stage.h"
#include "ui/desktoppresence.h"
#include "ui/operations/notificationtext.h"
#include "ui/settings/settings.h"
#include "ui/theme/resources.h"

#include <QAction>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

struct Told {
    uint id = 0;
    uint replaces = 0;
    QString title;
    QString body;
    QStringList actions;
    QVariantMap hints;
    int timeout = 0;

    [[nodiscard]] int urgency() const
    {
        return int(hints.value(QStringLiteral("urgency")).value<uchar>());
    }
};

/// A notification service on a real bus, in the program's own thread: a blocking call would wait
/// until its timeout.
class FakeService : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList capabilities{QStringLiteral("body"), QStringLiteral("body-markup"),
                             QStringLiteral("actions")};
    QList<Told> told;
    QList<uint> closed;
    int asked = 0;     ///< requests for its capabilities
    bool mute = false; ///< answers nothing before answerAll()
    /// Sends the answers that were held back.
    void answerAll(const QDBusConnection &bus)
    {
        mute = false;
        for (const QDBusMessage &call : std::exchange(m_waiting, {}))
            QVERIFY(bus.send(call.createReply(capabilities)));
    }

public slots:
    QStringList GetCapabilities() // NOLINT(readability-identifier-naming)
    {
        ++asked;
        if (mute) {
            setDelayedReply(true);
            m_waiting.append(message());
        }
        return capabilities;
    }
    uint Notify(const QString &, uint replaces, const QString &, const QString &title,
                const QString &body, const QStringList &actions, const QVariantMap &hints,
                int timeout) // NOLINT(readability-identifier-naming)
    {
        const uint id = replaces ? replaces : ++m_last;
        told.append({id, replaces, title, body, actions, hints, timeout});
        return id;
    }
    void CloseNotification(uint id) // NOLINT(readability-identifier-naming)
    {
        closed.append(id);
        emit NotificationClosed(id, 3);
    }

signals:
    void ActionInvoked(uint id, const QString &action);  // NOLINT(readability-identifier-naming)
    void NotificationClosed(uint id, uint reason);       // NOLINT(readability-identifier-naming)
    void ActivationToken(uint id, const QString &token); // NOLINT(readability-identifier-naming)

private:
    uint m_last = 40;
    QList<QDBusMessage> m_waiting;
};

/// The program that draws the task bar.
class FakeTaskbar : public QObject
{
    Q_OBJECT

public:
    QList<QVariantMap> updates;
    QString application;

public slots:
    void update(const QString &uri, const QVariantMap &properties)
    {
        application = uri;
        updates.append(properties);
    }
};

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");

Batch inTheLab(const QList<ItemState> &states)
{
    Batch batch = batchOf(states);
    batch.accountName = QStringLiteral("lab");
    batch.zone = QStringLiteral("z1");
    return batch;
}

} // namespace

class TestNotifications : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void words_data();
    void words();
    void oneABatch();
    void noneInFront();
    void heldWaitsForYou();
    void escapedOnlyWhereItIsMarkup();
    void goneWhenSomebodyLooks();
    void clickBringsForward();
    void strangersAreNotHeard();
    void nobodyThere();
    void nobodyWaitsForAnAnswer();
    void taskbar();
    void noneWhenNotWanted();
    void trayIsOffAndRemembered();

private:
    /// Makes the window the active one, or another.
    void look();
    void lookAway();
    BatchRunner *run(Verb verb, int count);
    void waitForTheBus();

    PrivateDesktop m_desktop;
    QDBusConnection m_fakeBus{QStringLiteral("none")};
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<FakeTaskbar> m_taskbar;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<QWidget> m_window;
    QAction m_showActivity;
    Settings *m_settings = nullptr;
    DesktopPresence *m_presence = nullptr;
};

void TestNotifications::initTestCase()
{
    loadResources(*qApp);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    const QString address = QStringLiteral("DBUS_SESSION_BUS_ADDRESS");
    qputenv(qPrintable(address), m_desktop.environment().value(address).toUtf8());
    m_fakeBus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("fake"));
}

void TestNotifications::init()
{
    m_service = std::make_unique<FakeService>();
    m_taskbar = std::make_unique<FakeTaskbar>();
    QVERIFY(m_fakeBus.registerService(Service));
    m_fakeBus.registerObject(Path, m_service.get(),
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
    m_fakeBus.connect({}, {}, QStringLiteral("com.canonical.Unity.LauncherEntry"),
                      QStringLiteral("Update"), m_taskbar.get(),
                      SLOT(update(QString, QVariantMap)));
    m_stage = std::make_unique<Stage>(12);
    m_window = std::make_unique<QWidget>();
    m_settings = new Settings(false, Settings::Memory::None, m_window.get());
    m_presence = new DesktopPresence(m_stage->operationService, *m_settings, m_stage->clock,
                                     &m_showActivity, m_window.get());
    lookAway();
}

void TestNotifications::cleanup()
{
    m_window.reset();
    m_stage.reset();
    m_fakeBus.unregisterObject(Path);
    m_fakeBus.unregisterService(Service);
    m_taskbar.reset();
    m_service.reset();
}

/// As a window system reports it; the off-screen platform never takes the focus away.
void TestNotifications::look()
{
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get())); // its own signal comes first
    emit qGuiApp->applicationStateChanged(Qt::ApplicationActive);
}

void TestNotifications::lookAway()
{
    emit qGuiApp->applicationStateChanged(Qt::ApplicationInactive);
}

/// Armed and notified, so that later events cause new notifications.
BatchRunner *TestNotifications::run(Verb verb, int count)
{
    BatchRunner *runner = m_stage->arm(verb, count);
    m_stage->clock.advance(1s);
    return runner;
}

/// Waits until everything sent so far has arrived, and everything sent in reply.
void TestNotifications::waitForTheBus()
{
    for (int round = 0; round < 3; ++round) {
        const QDBusPendingCallWatcher last(QDBusConnection::sessionBus().asyncCall(
            QDBusMessage::createMethodCall(Service, Path, Service, QStringLiteral("NoSuchCall"))));
        QSignalSpy answered(&last, &QDBusPendingCallWatcher::finished);
        QTRY_COMPARE(answered.size(), 1);
    }
}

void TestNotifications::words_data()
{
    using S = ItemState;
    QTest::addColumn<Batch>("batch");
    QTest::addColumn<int>("notification");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("body");
    const auto row = [](const char *name, const Batch &batch, BatchNotification notification,
                        const char *title, const char *body) {
        QTest::newRow(name) << batch << int(notification) << QString::fromUtf8(title)
                            << QString::fromUtf8(body);
    };
    row("begins", inTheLab({S::Armed, S::Armed}), BatchNotification::CountingDown,
        "Delete 2 clusters: starting soon",
        "lab / z1\nIts requests are sent from 12:00:00 PM on. You can cancel until then.");
    Batch held = inTheLab({S::Held, S::Running});
    held.hold = HoldReason::RateLimited;
    held.items[1].sentAt = QDateTime::currentDateTimeUtc();
    row("held", held, BatchNotification::WaitsForPerson, "Delete 2 clusters: waiting for you",
        "lab / z1\nOn hold, nothing more was sent: the call quota is used up. Wait up to an hour, "
        "then continue.\n1 sent, 1 not sent");
    row("ended", inTheLab({S::Done, S::Done, S::AlreadyGone}), BatchNotification::EndedWell,
        "Delete 3 clusters: ended", "lab / z1\n2 done  ·  1 already gone");
    row("failed", inTheLab({S::Done, S::Failed}), BatchNotification::EndedBadly,
        "Delete 2 clusters: 1 failed", "lab / z1\n1 done  ·  1 failed");
    Batch late = inTheLab({S::Unknown});
    late.items[0].needsAttention = true;
    row("late", late, BatchNotification::NeedsAttention, "Delete 1 cluster: needs attention",
        "lab / z1\n1 unknown  ·  1 needs attention");
    Batch foreign = inTheLab({S::Done});
    foreign.accountName = QStringLiteral("<b>济南</b>\n\u202E");
    row("others' text", foreign, BatchNotification::EndedWell, "Delete 1 cluster: ended",
        "<b>济南</b> ⟨U+202E⟩ / z1\n1 done");
}

void TestNotifications::words()
{
    QFETCH(Batch, batch);
    QFETCH(int, notification);
    QFETCH(QString, title);
    QFETCH(QString, body);
    const QDateTime noon(QDate(2021, 8, 19), QTime(12, 0));
    const DesktopNotice notice =
        noticeOf(batch, BatchNotification(notification), DataKind::Real, noon);
    QCOMPARE(notice.title, title);
    QCOMPARE(QString(notice.body).replace(QChar(0x202F), u' '), body); // of newer locales
    QCOMPARE(notice.stays, mustBeSeen(BatchNotification(notification)));
    QCOMPARE(notice.action, QStringLiteral("Show activity"));
    QCOMPARE(noticeOf(batch, BatchNotification(notification), DataKind::Demo, noon).title,
             QStringLiteral("DEMO – ") + title);
}

void TestNotifications::oneABatch()
{
    look();
    BatchRunner *runner = run(Verb::Delete, 3);
    QVERIFY(m_service->told.isEmpty());
    lookAway();
    runner->sendNow();
    m_stage->clock.advance(5min);
    QVERIFY(runner->isFinished());
    waitForTheBus();
    QCOMPARE(m_service->told.size(), 1);
    const Told told = m_service->told.first();
    QCOMPARE(told.title, QStringLiteral("Delete 3 clusters: ended"));
    QCOMPARE(told.body, QStringLiteral("lab / z1\n3 done"));
    QCOMPARE(told.urgency(), 1);
    QCOMPARE(told.timeout, -1);
    QCOMPARE(told.actions,
             (QStringList{QStringLiteral("default"), QStringLiteral("Show activity")}));
    QCOMPARE(told.hints.value(QStringLiteral("desktop-entry")).toString(),
             QStringLiteral("org.clusterdeck.clusterdeck"));
    QVERIFY(m_service->closed.isEmpty());
}

void TestNotifications::noneInFront()
{
    look();
    waitForTheBus();
    QVERIFY(m_taskbar->updates.isEmpty()); // no operation is under way
    BatchRunner *runner = run(Verb::Delete, 2);
    runner->sendNow();
    m_stage->clock.advance(5min);
    QVERIFY(runner->isFinished());
    lookAway(); // the user has seen it, so there is no later notification
    m_stage->clock.advance(1min);
    waitForTheBus();
    QCOMPARE(m_service->asked, 0);
    QVERIFY(m_service->told.isEmpty());
}

void TestNotifications::noneWhenNotWanted()
{
    m_settings->set(setting::Notifications, false);
    lookAway();
    BatchRunner *runner = run(Verb::Delete, 2);
    runner->sendNow();
    m_stage->clock.advance(5min);
    QVERIFY(runner->isFinished());
    waitForTheBus();
    QVERIFY(m_service->told.isEmpty());
}

/// An unseen countdown is notified; its result replaces the notification.
void TestNotifications::heldWaitsForYou()
{
    m_presence->setDataKind(DataKind::Demo);
    BatchRunner *runner = run(Verb::Delete, 2);
    QTRY_COMPARE(m_service->told.size(), 1);
    QCOMPARE(m_service->told.last().title,
             QStringLiteral("DEMO – Delete 2 clusters: starting soon"));
    QCOMPARE(m_service->told.last().urgency(), 1);
    runner->hold(HoldReason::ScreenLocked);
    m_stage->clock.advance(1s);
    QTRY_COMPARE(m_service->told.size(), 2);
    QCOMPARE(m_service->told.last().title,
             QStringLiteral("DEMO – Delete 2 clusters: waiting for you"));
    QCOMPARE(m_service->told.last().replaces, m_service->told.first().id);
    QCOMPARE(m_service->told.last().urgency(), 2);
    QCOMPARE(m_service->told.last().timeout, 0);
    runner->resume(); // by a user at the window
    runner->stopTheRest();
    m_stage->clock.advance(1s);
    QTRY_COMPARE(m_service->closed, QList<uint>{m_service->told.first().id});
}

void TestNotifications::escapedOnlyWhereItIsMarkup()
{
    DesktopNotifier notifier;
    const DesktopNotice notice{QStringLiteral("<i>&"), QStringLiteral("<b>a & b</b>"), false, {}};
    notifier.show(QStringLiteral("k"), notice);
    QTRY_COMPARE(m_service->told.size(), 1);
    QCOMPARE(m_service->told.last().title, QStringLiteral("<i>&")); // never markup
    QCOMPARE(m_service->told.last().body, QStringLiteral("&lt;b&gt;a &amp; b&lt;/b&gt;"));
    QVERIFY(m_service->told.last().actions.isEmpty());
    m_service->capabilities = {QStringLiteral("body")};
    DesktopNotifier plain;
    plain.show(QStringLiteral("k"), {{}, notice.body, false, QStringLiteral("Show")});
    QTRY_COMPARE(m_service->told.size(), 2);
    QCOMPARE(m_service->told.last().body, notice.body);
    QVERIFY(m_service->told.last().actions.isEmpty());
}

void TestNotifications::goneWhenSomebodyLooks()
{
    m_stage->cloud.jobFails = [](const QString &) { return true; };
    BatchRunner *runner = m_stage->arm(Verb::Delete, 2);
    runner->sendNow();
    m_stage->clock.advance(5min);
    QTRY_COMPARE(m_service->told.size(), 1);
    QVERIFY(m_service->closed.isEmpty());
    QTRY_VERIFY(m_taskbar->updates.last().value(QStringLiteral("urgent")).toBool());
    look();
    QTRY_COMPARE(m_service->closed, QList<uint>{m_service->told.first().id});
    QTRY_VERIFY(!m_taskbar->updates.last().value(QStringLiteral("urgent")).toBool());
}

void TestNotifications::clickBringsForward()
{
    QSignalSpy wanted(&m_showActivity, &QAction::triggered);
    m_window->showMinimized();
    lookAway();
    m_stage->arm(Verb::Delete, 2)->sendNow();
    m_stage->clock.advance(5min);
    QTRY_COMPARE(m_service->told.size(), 1);
    waitForTheBus(); // until the answer is read
    emit m_service->ActivationToken(m_service->told.first().id, QStringLiteral("token-1"));
    emit m_service->ActionInvoked(m_service->told.first().id, QStringLiteral("default"));
    QTRY_COMPARE(wanted.size(), 1);
    QVERIFY(m_window->isVisible() && !m_window->isMinimized());
    QTRY_VERIFY(m_window->isActiveWindow());
    QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArrayLiteral("token-1"));
    QTRY_COMPARE(m_service->closed.size(), 1);
    waitForTheBus();
    QCOMPARE(m_service->closed.size(), 1); // closed only once
}

void TestNotifications::strangersAreNotHeard()
{
    QSignalSpy wanted(&m_showActivity, &QAction::triggered);
    m_stage->arm(Verb::Delete, 2)->sendNow();
    m_stage->clock.advance(5min);
    QTRY_COMPARE(m_service->told.size(), 1);
    waitForTheBus(); // until the answer is read
    QDBusMessage message =
        QDBusMessage::createSignal(Path, Service, QStringLiteral("ActionInvoked"));
    message << m_service->told.first().id << QStringLiteral("default");
    QDBusConnection stranger =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("stranger"));
    QVERIFY(stranger.send(message));
    emit m_service->ActionInvoked(m_service->told.first().id + 1, QStringLiteral("default"));
    emit m_service->ActionInvoked(m_service->told.first().id, QStringLiteral("other"));
    waitForTheBus();
    QVERIFY(wanted.isEmpty());
    QDBusConnection::disconnectFromBus(QStringLiteral("stranger"));
}

/// Without a service nothing is shown; when one starts later, it gets the next notification.
void TestNotifications::nobodyThere()
{
    m_fakeBus.unregisterService(Service);
    BatchRunner *first = m_stage->arm(Verb::Stop, 1);
    first->sendNow();
    m_stage->clock.advance(5min);
    QVERIFY(first->isFinished());
    waitForTheBus();
    QVERIFY(m_service->told.isEmpty());
    QVERIFY(m_fakeBus.registerService(Service));
    (void)m_stage->confirm(m_stage->plan(Verb::Delete, {Stage::key(5)}));
    m_stage->clock.advance(1s);
    QTRY_COMPARE(m_service->told.size(), 1);
}

/// While the service does not answer, the batch ends and the task bar shows it; a later answer is
/// still used.
void TestNotifications::nobodyWaitsForAnAnswer()
{
    m_service->mute = true;
    BatchRunner *runner = run(Verb::Delete, 2);
    QTRY_COMPARE(m_service->asked, 1);
    runner->sendNow();
    m_stage->clock.advance(5min);
    QVERIFY(runner->isFinished());
    QTRY_VERIFY(!m_taskbar->updates.isEmpty() &&
                !m_taskbar->updates.last().value(QStringLiteral("progress-visible")).toBool());
    QVERIFY(m_service->told.isEmpty());
    m_service->answerAll(m_fakeBus);
    QTRY_COMPARE(m_service->told.size(), 1);
    QCOMPARE(m_service->told.first().title, QStringLiteral("Delete 2 clusters: ended"));
}

void TestNotifications::taskbar()
{
    look();
    BatchRunner *runner = run(Verb::Delete, 4);
    QTRY_COMPARE(m_taskbar->updates.size(), 1);
    QCOMPARE(m_taskbar->application,
             QStringLiteral("application://org.clusterdeck.clusterdeck.desktop"));
    QCOMPARE(m_taskbar->updates.last().value(QStringLiteral("progress")).toDouble(), 0.0);
    QVERIFY(m_taskbar->updates.last().value(QStringLiteral("progress-visible")).toBool());
    runner->removeFromBatch(0);
    m_stage->clock.advance(1s);
    QTRY_COMPARE(m_taskbar->updates.size(), 2);
    QCOMPARE(m_taskbar->updates.last().value(QStringLiteral("progress")).toDouble(), 0.25);
    runner->stopTheRest();
    m_stage->clock.advance(1s);
    QTRY_COMPARE(m_taskbar->updates.size(), 3);
    QVERIFY(!m_taskbar->updates.last().value(QStringLiteral("progress-visible")).toBool());
}

void TestNotifications::trayIsOffAndRemembered()
{
    QAction *action = m_presence->trayAction();
    QVERIFY(action->isCheckable() && !action->isChecked());
    m_settings->set(setting::Tray, true);
    QVERIFY(action->isChecked());
    action->trigger();
    QVERIFY(!action->isChecked());
    QVERIFY(!m_settings->value(setting::Tray));
}

QTEST_MAIN(TestNotifications)
#include "tst_notifications.moc"
