// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/logfile.h"
#include "app/support/redaction.h"

#include <QDateTime>

namespace clusterdeck
{

struct LogOptions {
    bool verbose = false; ///< what is logged for debugging goes to stderr too
    QString file;         ///< all of that goes there; empty: no file
};

/// One line, with its end: UTC, level, category, visibleText(). A text of more than LongestLogText
/// is cut.
[[nodiscard]] QByteArray logLine(QtMsgType type, QByteArrayView category, const QString &text,
                                 const QDateTime &utc);
inline constexpr qsizetype LongestLogText = 16000;

/// Takes over what the program, Qt and the libraries say (qWarning, qCDebug, qFatal, Q_ASSERT) for
/// as long as it lives: one, in main, from the start. Every line is redacted first.
///
/// stderr gets warnings and worse, of Qt's own categories only what is critical; with `verbose`
/// everything. The file gets what `verbose` would give to stderr. That it cannot be written is said
/// on stderr once, and the program goes on.
class LogWriter
{
public:
    explicit LogWriter(const LogOptions &options);
    ~LogWriter();
    LogWriter(const LogWriter &) = delete;
    LogWriter &operator=(const LogWriter &) = delete;

    /// Why the file could not be opened, in one English sentence; empty: all is well.
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Use openLogFile().
    [[nodiscard]] QString file() const { return m_problem.isEmpty() ? m_options.file : QString(); }

    /// Use guardInLog().
    void guard(const QString &accessKeyId, const QString &secretAccessKey);
    /// Use qCDebug() and its like.
    void write(QtMsgType type, const char *category, const QString &message);

private:
    LogOptions m_options;
    Redactor m_redactor;
    LogFile m_file;
    QString m_problem;
    bool m_fileFailed = false; ///< said already
    QtMessageHandler m_before;
};

/// The absolute path of the file that the log goes to; empty: to none.
[[nodiscard]] QString openLogFile();

} // namespace clusterdeck
