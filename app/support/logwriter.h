// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/logfile.h"
#include "app/support/redaction.h"

#include <QDateTime>

namespace clusterdeck
{

struct LogOptions {
    bool verbose = false; ///< writes debug messages to stderr too
    QString file;         ///< gets all messages; empty: no file
};

/// One line with a line feed: UTC, level, category, visibleText(). Longer texts than LongestLogText
/// are cut.
[[nodiscard]] QByteArray logLine(QtMsgType type, QByteArrayView category, const QString &text,
                                 const QDateTime &utc);
inline constexpr qsizetype LongestLogText = 16000; ///< UTF-16 units

/// Writes the messages of the program, Qt and the libraries (qWarning, qCDebug, qFatal, Q_ASSERT)
/// while it exists: one object, in main(), from the start. Every line is redacted first.
///
/// stderr gets warnings and errors, of Qt's own categories only critical errors; with `verbose`
/// everything. The file gets everything. If it cannot be written, stderr gets one message, and the
/// program continues.
class LogWriter
{
public:
    explicit LogWriter(const LogOptions &options);
    ~LogWriter();
    LogWriter(const LogWriter &) = delete;
    LogWriter &operator=(const LogWriter &) = delete;

    /// Why the file could not be opened, in one English sentence; empty without an error.
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Use openLogFile().
    [[nodiscard]] QString file() const { return m_problem.isEmpty() ? m_options.file : QString(); }

    /// Use guardInLog().
    void guard(const QString &accessKeyId, const QString &secretAccessKey);
    /// For the message handler; other code uses qCDebug() and the like.
    void write(QtMsgType type, const char *category, const QString &message);

private:
    LogOptions m_options;
    Redactor m_redactor;
    LogFile m_file;
    QString m_problem;
    bool m_fileFailed = false; ///< stderr got the message
    QtMessageHandler m_before;
};

/// The absolute path of the log file; empty without one.
[[nodiscard]] QString openLogFile();

} // namespace clusterdeck
