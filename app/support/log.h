// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

/// The logging categories, and guardInLog(). By default only warnings and errors are written;
/// --verbose and --log-file enable the rest. LogWriter redacts every line; still, no code may log a
/// key on purpose.
namespace clusterdeck
{

Q_DECLARE_LOGGING_CATEGORY(appLog)        // clusterdeck.app
Q_DECLARE_LOGGING_CATEGORY(apiLog)        // clusterdeck.api
Q_DECLARE_LOGGING_CATEGORY(accountsLog)   // clusterdeck.accounts
Q_DECLARE_LOGGING_CATEGORY(operationsLog) // clusterdeck.operations
Q_DECLARE_LOGGING_CATEGORY(journalLog)    // clusterdeck.journal

/// Makes the log redact both values until the program ends. Call it as soon as a secret is in
/// memory, before any other use. Thread-safe; may be repeated. Without a LogWriter it does nothing.
/// Either value may be empty.
void guardInLog(const QString &accessKeyId, const QString &secretAccessKey);

} // namespace clusterdeck
