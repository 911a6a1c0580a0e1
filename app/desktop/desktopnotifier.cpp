// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopnotifier.h"

#include "app/support/log.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QHash>

#include <optional>
#include <utility>

namespace clusterdeck
{

namespace
{

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");
const QString DefaultAction = QStringLiteral("default");
constexpr uchar Normal = 1;
constexpr uchar Critical = 2; ///< does not expire

QDBusMessage callOf(const char *method)
{
    return QDBusMessage::createMethodCall(Service, Path, Service, QLatin1String(method));
}

} // namespace

/// The D-Bus side: the notifications with their numbers.
class DesktopNotifier::Bus : public QObject
{
    Q_OBJECT

public:
    explicit Bus(DesktopNotifier &owner)
        : m_owner(owner)
    {
    }

    void show(const QString &key, const DesktopNotice &notice);
    void close(const QString &key);

private slots:
    void actionInvoked(uint id, const QString &action, const QDBusMessage &message);
    void notificationClosed(uint id, uint reason, const QDBusMessage &message);
    void activationToken(uint id, const QString &token, const QDBusMessage &message);

private:
    struct Shown {
        uint id = 0;                         ///< 0: the service has not answered yet
        bool asked = false;                  ///< Notify was sent and has no answer yet
        std::optional<DesktopNotice> wanted; ///< shown after the answer
        bool unwanted = false;               ///< closed after the answer
        QString token;
    };
    void listen();
    void askCapabilities();
    void send(const QString &key);
    void askSender();
    void answered(const QString &key, const QDBusPendingReply<uint> &reply);
    [[nodiscard]] QVariantList argumentsOf(const Shown &shown, const DesktopNotice &notice) const;
    [[nodiscard]] QString keyOf(uint id, const QDBusMessage &message) const;

    DesktopNotifier &m_owner;
    QHash<QString, Shown> m_shown;
    std::optional<QStringList> m_capabilities;
    bool m_askingCapabilities = false;
    bool m_listening = false;
    QString m_sender; ///< the unique bus name of the service
};

void DesktopNotifier::Bus::listen()
{
    if (std::exchange(m_listening, true))
        return;
    // From any sender, since Qt would block to resolve the name of the service. The sender is
    // checked when a signal comes.
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect({}, Path, Service, QStringLiteral("ActionInvoked"), this,
                SLOT(actionInvoked(uint, QString, QDBusMessage)));
    bus.connect({}, Path, Service, QStringLiteral("NotificationClosed"), this,
                SLOT(notificationClosed(uint, uint, QDBusMessage)));
    bus.connect({}, Path, Service, QStringLiteral("ActivationToken"), this,
                SLOT(activationToken(uint, QString, QDBusMessage)));
}

void DesktopNotifier::Bus::show(const QString &key, const DesktopNotice &notice)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        qCInfo(appLog) << "no notification: there is no session bus";
        return;
    }
    listen();
    Shown &shown = m_shown[key];
    shown.wanted = notice;
    shown.unwanted = false;
    if (m_capabilities)
        send(key);
    else
        askCapabilities();
}

void DesktopNotifier::Bus::askCapabilities()
{
    if (std::exchange(m_askingCapabilities, true))
        return;
    const QDBusPendingCall call =
        QDBusConnection::sessionBus().asyncCall(callOf("GetCapabilities"));
    auto *watcher = new QDBusPendingCallWatcher(call, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_askingCapabilities = false;
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isError()) {
            qCInfo(appLog) << "no notification:" << reply.error().message();
            m_shown.clear(); // the next show() asks again
            return;
        }
        m_capabilities = reply.value();
        const QStringList keys = m_shown.keys();
        for (const QString &key : keys)
            send(key);
    });
}

QVariantList DesktopNotifier::Bus::argumentsOf(const Shown &shown,
                                               const DesktopNotice &notice) const
{
    QString body = m_capabilities->contains(QStringLiteral("body")) ? notice.body : QString();
    if (m_capabilities->contains(QStringLiteral("body-markup"))) {
        body.replace(u'&', QStringLiteral("&amp;"));
        body.replace(u'<', QStringLiteral("&lt;"));
        body.replace(u'>', QStringLiteral("&gt;"));
    }
    const bool acts =
        !notice.action.isEmpty() && m_capabilities->contains(QStringLiteral("actions"));
    const QVariantMap hints{
        {QStringLiteral("urgency"), QVariant::fromValue(notice.stays ? Critical : Normal)},
        {QStringLiteral("desktop-entry"), QStringLiteral("org.clusterdeck.clusterdeck")}};
    return {QStringLiteral("Clusterdeck"),
            shown.id,
            QStringLiteral("org.clusterdeck.clusterdeck"),
            notice.title,
            body,
            acts ? QStringList{DefaultAction, notice.action} : QStringList(),
            hints,
            notice.stays ? 0 : -1};
}

void DesktopNotifier::Bus::send(const QString &key)
{
    Shown &shown = m_shown[key];
    if (shown.asked || !shown.wanted)
        return;
    QDBusMessage message = callOf("Notify");
    message.setArguments(argumentsOf(shown, *shown.wanted));
    shown.wanted.reset();
    shown.asked = true;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        watcher->deleteLater();
        answered(key, *watcher);
    });
}

/// Asks the bus for the service's unique name: from Qt 6.8 on a reply does not have it.
void DesktopNotifier::Bus::askSender()
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetNameOwner"));
    message << Service;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QString> owner = *watcher;
        m_sender = owner.isError() ? QString() : owner.value();
    });
}

void DesktopNotifier::Bus::answered(const QString &key, const QDBusPendingReply<uint> &reply)
{
    if (reply.isError()) {
        qCInfo(appLog) << "no notification:" << reply.error().message();
        m_capabilities.reset(); // the next call may reach another service
        m_shown.remove(key);
        return;
    }
    askSender();
    Shown &shown = m_shown[key];
    shown.asked = false;
    shown.id = reply.value();
    if (shown.unwanted)
        close(key);
    else
        send(key);
}

void DesktopNotifier::Bus::close(const QString &key)
{
    const auto shown = m_shown.find(key);
    if (shown == m_shown.end())
        return;
    if (shown->asked) {
        shown->unwanted = true;
        shown->wanted.reset();
        return;
    }
    if (shown->id != 0) {
        QDBusMessage message = callOf("CloseNotification");
        message << shown->id;
        QDBusConnection::sessionBus().asyncCall(message);
    }
    m_shown.erase(shown);
}

/// Empty when the notification is not ours or the sender is not the service.
QString DesktopNotifier::Bus::keyOf(uint id, const QDBusMessage &message) const
{
    if (message.service() != m_sender)
        return {};
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it) {
        if (it->id == id && id != 0)
            return it.key();
    }
    return {};
}

void DesktopNotifier::Bus::activationToken(uint id, const QString &token,
                                           const QDBusMessage &message)
{
    if (const QString key = keyOf(id, message); !key.isEmpty())
        m_shown[key].token = token;
}

void DesktopNotifier::Bus::actionInvoked(uint id, const QString &action,
                                         const QDBusMessage &message)
{
    const QString key = keyOf(id, message);
    if (key.isEmpty() || action != DefaultAction)
        return;
    const QString token = m_shown.value(key).token;
    close(key);
    emit m_owner.activated(key, token);
}

void DesktopNotifier::Bus::notificationClosed(uint id, uint, const QDBusMessage &message)
{
    const QString key = keyOf(id, message);
    // While Notify has no answer, the number may still change.
    if (!key.isEmpty() && !m_shown.value(key).asked)
        m_shown.remove(key);
}

DesktopNotifier::DesktopNotifier(QObject *parent)
    : QObject(parent)
    , m_bus(std::make_unique<Bus>(*this))
{
}

DesktopNotifier::~DesktopNotifier() = default;

void DesktopNotifier::show(const QString &key, const DesktopNotice &notice)
{
    m_bus->show(key, notice);
}

void DesktopNotifier::close(const QString &key)
{
    m_bus->close(key);
}

} // namespace clusterdeck

#include "desktopnotifier.moc"
