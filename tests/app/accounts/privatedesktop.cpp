// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/accounts/privatedesktop.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QDir>
#include <QDirIterator>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

namespace
{

constexpr const char *BusConfiguration = R"(<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=%1/bus</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
)";

void writeFile(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(name));
}

QDBusObjectPath loginKeyring()
{
    return QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"));
}

QDBusMessage askService(const char *interface, const char *method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
                                          QStringLiteral("/org/freedesktop/secrets"),
                                          QLatin1String(interface), QLatin1String(method));
}

} // namespace

/// An unencrypted secret in the form that the Secret Service accepts.
struct PlainSecret {
    QDBusObjectPath session;
    QByteArray value;
};
Q_DECLARE_METATYPE(PlainSecret)

QDBusArgument &operator<<(QDBusArgument &argument, const PlainSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << QByteArray() << secret.value << QStringLiteral("text/plain");
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, PlainSecret & /*secret*/)
{
    return argument; // never received
}

OwnProcess::OwnProcess()
{
    setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    setProcessChannelMode(QProcess::MergedChannels);
}

OwnProcess::~OwnProcess()
{
    kill();
    waitForFinished();
}

PrivateDesktop::PrivateDesktop(Bus bus)
{
    const QString home = m_home.path();
    for (const char *folder : {"run", ".local/share/keyrings", ".config", ".cache"})
        QDir(home).mkpath(QLatin1String(folder));
    QFile::setPermissions(home + QStringLiteral("/run"),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (const char *name : {"PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(name))
            m_environment.insert(QLatin1String(name), qEnvironmentVariable(name));
    }
    setEnvironment(QStringLiteral("HOME"), home);
    setEnvironment(QStringLiteral("XDG_RUNTIME_DIR"), home + QStringLiteral("/run"));
    setEnvironment(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    if (bus == Bus::None)
        return;
    const QString configuration = home + QStringLiteral("/bus.conf");
    writeFile(configuration, QString::fromLatin1(BusConfiguration).arg(home).toUtf8());
    m_bus = std::make_unique<OwnProcess>();
    m_bus->setProcessEnvironment(m_environment);
    m_bus->start(QStringLiteral("dbus-daemon"),
                 {QStringLiteral("--config-file=") + configuration, QStringLiteral("--nofork"),
                  QStringLiteral("--print-address")});
    // The daemon prints its address when it listens; the socket's file exists a moment earlier.
    if (!QTest::qWaitFor([&] { return m_bus->canReadLine(); }, 10000))
        qFatal("the private D-Bus does not start");
    setEnvironment(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                   QStringLiteral("unix:path=") + home + QStringLiteral("/bus"));
}

PrivateDesktop::~PrivateDesktop()
{
    QDBusConnection::disconnectFromBus(
        m_environment.value(QStringLiteral("DBUS_SESSION_BUS_ADDRESS")));
}

void PrivateDesktop::setEnvironment(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

bool PrivateDesktop::startKeyring(Keyring keyring)
{
    QStringList arguments{QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
    if (keyring == Keyring::Unlocked)
        arguments.append(QStringLiteral("--unlock"));
    m_keyring = std::make_unique<OwnProcess>();
    m_keyring->setProcessEnvironment(m_environment);
    m_keyring->start(QStringLiteral("gnome-keyring-daemon"), arguments);
    if (keyring == Keyring::Unlocked)
        m_keyring->write("test");
    m_keyring->closeWriteChannel();
    return QTest::qWaitFor([this] { return hasOwner(QStringLiteral("org.freedesktop.secrets")); },
                           10000);
}

void PrivateDesktop::killKeyring()
{
    m_keyring.reset();
}

void PrivateDesktop::killBus()
{
    m_bus.reset();
}

void PrivateDesktop::killPrompter()
{
    m_prompter.reset();
}

bool PrivateDesktop::lock()
{
    QDBusMessage message = askService("org.freedesktop.Secret.Service", "Lock");
    message << QVariant::fromValue(QList<QDBusObjectPath>{loginKeyring()});
    const QDBusReply<QList<QDBusObjectPath>> locked = bus().call(message);
    return locked.isValid() && locked.value().size() == 1;
}

bool PrivateDesktop::unlock()
{
    qDBusRegisterMetaType<PlainSecret>();
    QDBusMessage open = askService("org.freedesktop.Secret.Service", "OpenSession");
    open << QStringLiteral("plain") << QVariant::fromValue(QDBusVariant(QString()));
    const QDBusMessage opened = bus().call(open);
    if (opened.type() != QDBusMessage::ReplyMessage)
        return false;
    QDBusMessage unlock = askService("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
                                     "UnlockWithMasterPassword");
    unlock << QVariant::fromValue(loginKeyring())
           << QVariant::fromValue(
                  PlainSecret{qvariant_cast<QDBusObjectPath>(opened.arguments().at(1)), "test"});
    return bus().call(unlock).type() == QDBusMessage::ReplyMessage;
}

QDBusConnection PrivateDesktop::bus() const
{
    const QString address = m_environment.value(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    return QDBusConnection::connectToBus(address, address);
}

bool PrivateDesktop::startPrompter()
{
    const QString prompter = QStringLiteral("/usr/libexec/gcr-prompter");
    if (!QFile::exists(prompter) ||
        QStandardPaths::findExecutable(QStringLiteral("xdotool")).isEmpty())
        return false;
    m_screen = std::make_unique<OwnProcess>();
    m_screen->setProcessChannelMode(QProcess::SeparateChannels);
    m_screen->start(QStringLiteral("Xvfb"),
                    {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                     QStringLiteral("0"), QStringLiteral("800x600x24"), QStringLiteral("-nolisten"),
                     QStringLiteral("tcp")});
    if (!QTest::qWaitFor([this] { return m_screen->canReadLine(); }, 20000))
        return false;
    setEnvironment(QStringLiteral("DISPLAY"),
                   QLatin1Char(':') + QString::fromLatin1(m_screen->readLine().trimmed()));
    setEnvironment(QStringLiteral("NO_AT_BRIDGE"), QStringLiteral("1"));
    m_prompter = std::make_unique<OwnProcess>();
    m_prompter->setProcessEnvironment(m_environment);
    m_prompter->start(prompter, QStringList());
    return QTest::qWaitFor(
        [this] { return hasOwner(QStringLiteral("org.gnome.keyring.SystemPrompter")); }, 20000);
}

bool PrivateDesktop::promptShows() const
{
    return !run(QStringLiteral("xdotool"),
                {QStringLiteral("search"), QStringLiteral("--onlyvisible"),
                 QStringLiteral("--class"), QStringLiteral("gcr-prompter")})
                .trimmed()
                .isEmpty();
}

void PrivateDesktop::type(const QByteArray &text)
{
    run(QStringLiteral("xdotool"), {QStringLiteral("type"), QStringLiteral("--delay"),
                                    QStringLiteral("30"), QString::fromLatin1(text)});
}

void PrivateDesktop::press(const QByteArray &key)
{
    run(QStringLiteral("xdotool"), {QStringLiteral("key"), QString::fromLatin1(key)});
}

QByteArray PrivateDesktop::run(const QString &program, const QStringList &arguments,
                               const QByteArray &input) const
{
    OwnProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.setProcessEnvironment(m_environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(20000))
        return QByteArrayLiteral("(does not end)");
    const QByteArray out = process.readAllStandardOutput();
    return process.exitCode() == 0 ? out : process.readAllStandardError();
}

QByteArray PrivateDesktop::secretFromOutside(const QString &key) const
{
    return run(QStringLiteral("secret-tool"),
               {QStringLiteral("lookup"), QStringLiteral("server"),
                QStringLiteral("clusterdeck-test"), QStringLiteral("user"), key});
}

QStringList PrivateDesktop::filesWith(const QByteArray &text) const
{
    QStringList names;
    QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            names.append(file.fileName());
    }
    return names;
}

bool PrivateDesktop::hasOwner(const QString &name) const
{
    return bus().interface()->isServiceRegistered(name);
}
