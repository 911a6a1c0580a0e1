// SPDX-License-Identifier: GPL-3.0-or-later
#include "logchild.h"

#include "app/support/crashes.h"
#include "app/support/log.h"
#include "app/support/logwriter.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <stdexcept>
#include <sys/resource.h>
#include <thread>

using namespace clusterdeck;

namespace logchild
{

namespace
{

Q_LOGGING_CATEGORY(qtLog, "qt.something")

void speakOfSecrets()
{
    const QByteArray secret = Secret.toUtf8();
    qWarning("plain %s", secret.constData());
    qWarning() << "quoted" << Secret << QStringList{Secret} << secret;
    qCWarning(accountsLog, "base64 %s", (KeyId.toUtf8() + ':' + secret).toBase64().constData());
    qCDebug(apiLog, "url /api?access_key_id=%s&signature=%s", qUtf8Printable(KeyId),
            secret.toPercentEncoding().toPercentEncoding().constData());
    qCCritical(journalLog, "a very long line %s",
               QByteArray(15990, '.').append(secret).constData());
    std::thread([&secret] { qCWarning(appLog, "thread %s", secret.constData()); }).join();
}

void speak()
{
    qCDebug(apiLog, "a debug line");
    qCInfo(operationsLog, "an info line");
    qCWarning(journalLog, "a warning line");
    qCCritical(appLog, "a critical line");
    qCWarning(qtLog, "a warning of Qt");
    qCCritical(qtLog, "a critical word of Qt");
    qWarning("first\nsecond\x1b[31m\xc2\x9b\xe2\x80\xae%s", "end");
}

void flood(int lines)
{
    for (int line = 1; line <= lines; ++line)
        qCDebug(apiLog, "%06d %s", line, QByteArray(900, 'x').constData());
}

void crash(const QByteArray &how)
{
    const QByteArray secret = Secret.toUtf8();
    if (how == "fatal")
        qFatal("ends with %s", secret.constData());
    if (how == "assert")
        qt_assert_x("where", secret.constData(), "file.cpp", 1);
    if (how == "terminate")
        std::thread([&secret] { throw std::runtime_error(secret.toStdString()); }).join();
    if (how == "terminate-int")
        std::thread([] { throw 1; }).join();
}

void raiseCoreLimit()
{
    rlimit limit = {};
    getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_CORE, &limit);
}

int child(const QList<QByteArray> &arguments)
{
    const QByteArray &what = arguments.at(0);
    if (what == "core" || what == "no-core") {
        raiseCoreLimit();
        if (what == "no-core")
            keepSecretsOutOfCrashes();
        std::abort();
    }
    keepSecretsOutOfCrashes();
    const LogWriter log({arguments.at(1) == "verbose", QFile::decodeName(arguments.value(2))});
    if (!log.problem().isEmpty()) {
        std::fputs(qPrintable(log.problem()), stderr);
        return 2;
    }
    guardInLog(KeyId, Secret);
    if (what == "speak")
        speak();
    else if (what == "secrets")
        speakOfSecrets();
    else if (what.startsWith("flood"))
        flood(what.mid(5).toInt());
    else
        crash(what);
    return 0;
}

} // namespace

QList<QByteArray> formsOfSecret()
{
    const QByteArray plain = Secret.toUtf8();
    const QByteArray once = plain.toPercentEncoding();
    QList<QByteArray> jsonencoding{plain, once, once.toPercentEncoding(), KeyId.toUtf8()};
    for (const int shift : {0, 1, 2})
        jsonencoding.append((QByteArray(shift, 'x') + plain).toBase64().mid(4, 40));
    return jsonencoding;
}

Outcome run(const QStringList &arguments)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(),
                  QStringList{QStringLiteral("--child")} + arguments);
    if (!process.waitForFinished(120000))
        return {};
    return {process.exitCode(), process.exitStatus() == QProcess::CrashExit,
            process.readAllStandardError()};
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

int main(int argc, char *argv[], QObject &test)
{
    QCoreApplication application(argc, argv);
    if (argc > 2 && qstrcmp(argv[1], "--child") == 0)
        return child(QList<QByteArray>(argv + 2, argv + argc));
    return QTest::qExec(&test, argc, argv);
}

} // namespace logchild
