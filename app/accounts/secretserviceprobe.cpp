// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/secretserviceprobe.h"

#include <QAbstractEventDispatcher>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QLibrary>

namespace clusterdeck
{

namespace
{

constexpr int AnswerLimitMs = 5000;
const QString SecretService = QStringLiteral("org.freedesktop.secrets");

QLibrary &libsecret()
{
    static QLibrary library(QStringLiteral("secret-1"), 0);
    return library;
}

QLibrary &gio()
{
    static QLibrary library(QStringLiteral("gio-2.0"), 0);
    return library;
}

void onSessionBus(void * /*source*/, void *result, void * /*data*/)
{
    using Finish = void *(*)(void *result, void **error);
    using SetExit = void (*)(void *connection, int exits);
    const auto finish = reinterpret_cast<Finish>(gio().resolve("g_bus_get_finish"));
    const auto setExit =
        reinterpret_cast<SetExit>(gio().resolve("g_dbus_connection_set_exit_on_close"));
    if (finish == nullptr || setExit == nullptr)
        return;
    // Not released: the setting stays, since the process has only one such connection.
    if (void *connection = finish(result, nullptr))
        setExit(connection, 0);
}

/// GLib, which libsecret uses, ends the process when the session bus closes. Turns that off, so
/// that the program survives a restart of the bus.
void surviveTheBus()
{
    using Callback = void (*)(void *, void *, void *);
    using GetBus = void (*)(int type, void *cancellable, Callback, void *data);
    constexpr int SessionBus = 2; // G_BUS_TYPE_SESSION
    if (const auto getBus = reinterpret_cast<GetBus>(gio().resolve("g_bus_get")))
        getBus(SessionBus, nullptr, onSessionBus, nullptr);
}

/// Calls `then` with the reply, of the type Reply.
template <class Reply, class Then>
void ask(const QDBusMessage &message, QObject *context, Then then)
{
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(message, AnswerLimitMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, then] {
        watcher->deleteLater();
        then(Reply(*watcher));
    });
}

QDBusMessage askSecretService(const QString &method)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(SecretService, QStringLiteral("/org/freedesktop/secrets"),
                                       QStringLiteral("org.freedesktop.Secret.Service"), method);
    // Must not start a Secret Service on a desktop with another keychain.
    message.setAutoStartService(false);
    return message;
}

using Paths = QList<QDBusObjectPath>;

KeychainEntry entryOf(const QDBusPendingReply<Paths, Paths> &reply)
{
    if (reply.isError()) {
        const auto type = reply.error().type();
        const bool isMissing =
            type == QDBusError::ServiceUnknown || type == QDBusError::Disconnected;
        return isMissing ? KeychainEntry::NoService : KeychainEntry::NoAnswer;
    }
    if (!reply.argumentAt<1>().isEmpty())
        return KeychainEntry::Locked;
    return reply.argumentAt<0>().isEmpty() ? KeychainEntry::Nothing : KeychainEntry::Open;
}

} // namespace

SecretServiceProbe::SecretServiceProbe(QObject *parent)
    : QObject(parent)
{
}

SecretServiceProbe::~SecretServiceProbe() = default;

QString SecretServiceProbe::obstacle()
{
    const QAbstractEventDispatcher *loop = QAbstractEventDispatcher::instance();
    if (loop == nullptr || !loop->inherits("QEventDispatcherGlib"))
        return QStringLiteral("Qt runs without GLib's event loop, which libsecret answers through");
    if (!QDBusConnection::sessionBus().isConnected())
        return QStringLiteral("no session bus: %1")
            .arg(QDBusConnection::sessionBus().lastError().message());
    if (m_watcher == nullptr)
        watch();
    return {};
}

void SecretServiceProbe::watch()
{
    surviveTheBus();
    QDBusConnection bus = QDBusConnection::sessionBus();
    m_watcher = std::make_unique<QDBusServiceWatcher>(SecretService, bus);
    connect(m_watcher.get(), &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &before) {
                if (before.isEmpty())
                    return;
                forgetSession();
                emit serviceLost();
            });
    bus.connect(QString(), QStringLiteral("/org/freedesktop/DBus/Local"),
                QStringLiteral("org.freedesktop.DBus.Local"), QStringLiteral("Disconnected"), this,
                SIGNAL(serviceLost()));
}

bool SecretServiceProbe::libraryLoads()
{
    return libsecret().load();
}

void SecretServiceProbe::forgetSession()
{
    if (!libsecret().load())
        return;
    using Disconnect = void (*)();
    if (const auto disconnect =
            reinterpret_cast<Disconnect>(libsecret().resolve("secret_service_disconnect")))
        disconnect();
}

void SecretServiceProbe::findEntry(const QString &service, const QString &key, QObject *context,
                                   const std::function<void(KeychainEntry)> &then)
{
    qDBusRegisterMetaType<QMap<QString, QString>>();
    QDBusMessage search = askSecretService(QStringLiteral("SearchItems"));
    search << QVariant::fromValue(
        QMap<QString, QString>{{QStringLiteral("user"), key}, {QStringLiteral("server"), service}});
    ask<QDBusPendingReply<Paths, Paths>>(search, context,
                                         [then](const auto &reply) { then(entryOf(reply)); });
}

void SecretServiceProbe::findService(QObject *context, const std::function<void(bool)> &then)
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("NameHasOwner"));
    question << SecretService;
    ask<QDBusPendingReply<bool>>(
        question, context, [then](const auto &reply) { then(reply.isValid() && reply.value()); });
}

void SecretServiceProbe::findKeyring(QObject *context, const std::function<void(bool)> &then)
{
    QDBusMessage question = askSecretService(QStringLiteral("ReadAlias"));
    question << QStringLiteral("default");
    ask<QDBusPendingReply<QDBusObjectPath>>(question, context, [then](const auto &reply) {
        then(!reply.isValid() || reply.value().path() != QLatin1String("/"));
    });
}

} // namespace clusterdeck
