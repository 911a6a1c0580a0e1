// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/acceptance/countingforwarder.h"
#include "tests/acceptance/demoprocess.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace clusterdeck
{

/// Exit status and output of a command.
struct Ending {
    int status = -1;
    QByteArray out;
    QString err;
};

/// A service with clusters, and a home folder for the program that works on them.
class CommandPlace
{
public:
    explicit CommandPlace(const QString &jobSeconds = QStringLiteral("1"), int clusters = 40)
        : m_service({QStringLiteral("--clusters"), QString::number(clusters),
                     QStringLiteral("--job-seconds"), jobSeconds})
    {
    }

    [[nodiscard]] const QString &problem() const { return m_service.problem(); }
    [[nodiscard]] const Account &account() const { return m_service.account(); }
    [[nodiscard]] const CountingForwarder &requests() const { return m_forwarder; }
    /// Delays every later answer.
    void delayAnswers(std::chrono::milliseconds delay) { m_forwarder.setDelay(delay); }
    [[nodiscard]] QString home() const { return m_home.path(); }

    /// The account whose requests pass through the counting forwarder.
    [[nodiscard]] Account countedAccount() const
    {
        Account account = m_service.account();
        account.api.baseUrl = m_forwarder.url();
        account.id = accountId(account.api);
        return account;
    }

    /// `endpoint`: the cloud to use instead of the service.
    void begin(QProcess &process, const QStringList &arguments, const QString &endpoint = {})
    {
        const ApiSettings api = countedAccount().api;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QLatin1String(name));
        environment.insert(QStringLiteral("QINGCLOUD_ACCESS_KEY_ID"), api.credentials.accessKeyId);
        environment.insert(QStringLiteral("QINGCLOUD_SECRET_ACCESS_KEY"), m_secret);
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(name), m_home.path());
        // Another process on the test's session bus may report that the screen is locked.
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                           QStringLiteral("unix:path=/nonexistent"));
        process.setProcessEnvironment(environment);
        QStringList all = arguments;
        if (arguments.first() != QLatin1String("history"))
            all += {QStringLiteral("--endpoint"),
                    endpoint.isEmpty() ? api.baseUrl.toString() : endpoint,
                    QStringLiteral("--zone"),
                    api.zone,
                    QStringLiteral("--owner"),
                    api.owner};
        process.start(QStringLiteral(CLUSTERDECK_PROGRAM), all);
    }

    /// Starts the program and writes its whole standard input.
    void start(QProcess &process, const QStringList &arguments, const QByteArray &input = {})
    {
        begin(process, arguments);
        process.write(input);
        process.closeWriteChannel();
    }

    static Ending endOf(QProcess &process)
    {
        // Not waitForFinished(): the forwarder needs the event loop.
        const bool ended =
            QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 120000);
        if (!ended || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                QString::fromUtf8(process.readAllStandardError())};
    }

    Ending run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        start(process, arguments, input);
        return endOf(process);
    }

    QStringList present()
    {
        return listedIds(account(), [](const ClusterRecord &) { return true; });
    }

    QStringList deletable(int count) { return deletableIds(account(), count); }

    QString write(const QByteArray &content, const QString &name = QStringLiteral("plan.json"))
    {
        QFile file(m_home.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        return file.fileName();
    }

    bool writeLocks(const QByteArray &content)
    {
        const QString folder = QStringLiteral("clusterdeck/clusterdeck");
        return QDir(m_home.path()).mkpath(folder) &&
               !write(content, folder + QStringLiteral("/locks.json")).isEmpty();
    }

    Ending runPlan(const QByteArray &list, const QStringList &options = {QStringLiteral("--json")})
    {
        return run(QStringList{QStringLiteral("plan"), QStringLiteral("delete"),
                               QStringLiteral("--ids-from"), QStringLiteral("-")} +
                       options,
                   list);
    }

    Ending runPlan(const QStringList &ids, const QStringList &options = {QStringLiteral("--json")})
    {
        return runPlan(ids.join(u'\n').toUtf8(), options);
    }

    /// Writes a plan for these clusters and returns the file's path.
    QString plan(const QStringList &ids)
    {
        const Ending planned = runPlan(ids);
        return planned.status == 0 ? write(planned.out) : QString();
    }

    static QStringList applying(const QString &file, int count)
    {
        return {QStringLiteral("apply"), file, QStringLiteral("--count"), QString::number(count)};
    }

    Ending apply(const QString &file, int count) { return run(applying(file, count)); }

    void forgetSecret() { m_secret = QStringLiteral("WRONG"); }

private:
    DemoProcess m_service;
    CountingForwarder m_forwarder{m_service.url()};
    QString m_secret = m_service.account().api.credentials.secretAccessKey;
    QTemporaryDir m_home;
};

} // namespace clusterdeck
