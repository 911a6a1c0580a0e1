// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

/// What every part may use to log: its category, and the guard. Muted by default: of these only
/// warnings and worse are heard, until --verbose or --log-file. What a line says is redacted and
/// made visible where it is written out (LogWriter); still, nobody logs a key on purpose.
namespace clusterdeck
{

Q_DECLARE_LOGGING_CATEGORY(appLog)        // clusterdeck.app
Q_DECLARE_LOGGING_CATEGORY(apiLog)        // clusterdeck.api
Q_DECLARE_LOGGING_CATEGORY(accountsLog)   // clusterdeck.accounts
Q_DECLARE_LOGGING_CATEGORY(operationsLog) // clusterdeck.operations
Q_DECLARE_LOGGING_CATEGORY(journalLog)    // clusterdeck.journal

/// From now on to the end of the program the log shows neither: call it as soon as a secret is in
/// memory, before anything else is done with it. As often as you like; from any thread. Without a
/// LogWriter it does nothing. Either may be empty.
void guardInLog(const QString &accessKeyId, const QString &secretAccessKey);

} // namespace clusterdeck
