// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/logwriter.h"

#include "app/support/log.h"
#include "app/support/visibletext.h"
#include "app/support/wordtable.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cstdio>
#include <mutex>
#include <utility>

namespace clusterdeck
{

Q_LOGGING_CATEGORY(appLog, "clusterdeck.app", QtWarningMsg)
Q_LOGGING_CATEGORY(apiLog, "clusterdeck.api", QtWarningMsg)
Q_LOGGING_CATEGORY(accountsLog, "clusterdeck.accounts", QtWarningMsg)
Q_LOGGING_CATEGORY(operationsLog, "clusterdeck.operations", QtWarningMsg)
Q_LOGGING_CATEGORY(journalLog, "clusterdeck.journal", QtWarningMsg)

namespace
{

// Qt calls handle(), a plain function, on any thread. It finds the writer through these variables.
std::mutex writing;
LogWriter *writer = nullptr;

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // Drops messages that writing a message causes.
    thread_local bool inside = false;
    if (std::exchange(inside, true))
        return;
    {
        const std::scoped_lock lock(writing);
        if (writer)
            writer->write(type, context.category, message);
    }
    inside = false;
}

/// In ascending order, which the numbers of QtMsgType are not.
constexpr std::array Levels{
    Word<QtMsgType>{QtDebugMsg, "debug"},     Word<QtMsgType>{QtInfoMsg, "info"},
    Word<QtMsgType>{QtWarningMsg, "warning"}, Word<QtMsgType>{QtCriticalMsg, "error"},
    Word<QtMsgType>{QtFatalMsg, "fatal"},
};

const auto *levelOf(QtMsgType type)
{
    return std::ranges::find(Levels, type, &Word<QtMsgType>::first);
}

QString cut(const QString &text)
{
    if (text.size() <= LongestLogText)
        return text;
    return QStringLiteral("%1 (%2 more characters)")
        .arg(text.first(LongestLogText))
        .arg(text.size() - LongestLogText);
}

void say(const QByteArray &line)
{
    std::fputs(QString::fromUtf8(line).toLocal8Bit().constData(), stderr);
    std::fflush(stderr);
}

} // namespace

QByteArray logLine(QtMsgType type, QByteArrayView category, const QString &text,
                   const QDateTime &utc)
{
    const QString time = utc.toUTC().toString(Qt::ISODateWithMs);
    return QStringLiteral("%1 %2 %3: %4\n")
        .arg(time, QLatin1String(levelOf(type)->second), QString::fromUtf8(category),
             visibleText(cut(text)))
        .toUtf8();
}

void guardInLog(const QString &accessKeyId, const QString &secretAccessKey)
{
    const std::scoped_lock lock(writing);
    if (writer)
        writer->guard(accessKeyId, secretAccessKey);
}

QString openLogFile()
{
    const std::scoped_lock lock(writing);
    const QString file = writer ? writer->file() : QString();
    return file.isEmpty() ? QString() : QFileInfo(file).absoluteFilePath();
}

LogWriter::LogWriter(const LogOptions &options)
    : m_options(options)
{
    if (!options.file.isEmpty() && !m_file.open(options.file))
        m_problem = m_file.problem();
    if (options.verbose || !options.file.isEmpty()) {
        QLoggingCategory::setFilterRules(
            QStringLiteral("clusterdeck.*.debug=true\nclusterdeck.*.info=true"));
    }
    const std::scoped_lock lock(writing);
    writer = this;
    m_before = qInstallMessageHandler(handle);
}

LogWriter::~LogWriter()
{
    qInstallMessageHandler(m_before);
    QLoggingCategory::setFilterRules({});
    const std::scoped_lock lock(writing);
    writer = nullptr;
}

void LogWriter::guard(const QString &accessKeyId, const QString &secretAccessKey)
{
    m_redactor.guardKey(accessKeyId, secretAccessKey);
}

void LogWriter::write(QtMsgType type, const char *category, const QString &message)
{
    const QByteArrayView name(category ? category : "default");
    const QtMsgType least = name.startsWith("qt.") ? QtCriticalMsg : QtWarningMsg;
    const bool toStderr = m_options.verbose || levelOf(type) >= levelOf(least);
    if (!toStderr && !m_file.isOpen())
        return;
    // Redacted before logLine() cuts the text: half a secret is not found.
    const QByteArray line =
        logLine(type, name, m_redactor.redacted(message), QDateTime::currentDateTimeUtc());
    if (toStderr)
        say(line);
    if (m_options.file.isEmpty() || !m_problem.isEmpty() || m_file.add(line))
        return;
    if (!std::exchange(m_fileFailed, true))
        say("clusterdeck: " + m_file.problem().toUtf8() + '\n');
}

} // namespace clusterdeck
