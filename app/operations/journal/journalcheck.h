// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/journalconnection.h"

#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>

class QThread;

namespace clusterdeck
{

/// Checks the whole file of a journal on its own thread, through its own read-only connection. When
/// the file is damaged it also creates the replacement beside it, see makeReplacement(), and leaves
/// it to the caller to put it in place. Nothing may write the file during the check.
///
/// A thread, because SQLite's check is one call that took 4 s for 204 MB.
class JournalCheck : public QObject
{
    Q_OBJECT

public:
    struct Outcome {
        JournalConnection::Finding finding = JournalConnection::Finding::Failed;
        /// Why the file could not be checked, or its replacement not be made.
        std::optional<JournalTrouble> trouble;
    };

    /// Starts the check.
    JournalCheck(const QString &path, const JournalPlace &place);
    /// Cancels a running check and waits for its thread: as long as the file system takes to read
    /// the current pages.
    ~JournalCheck() override;

    /// Call after ended().
    [[nodiscard]] const Outcome &outcome() const { return m_outcome; }

signals:
    /// Once, from the event loop.
    void ended();

private:
    void run();

    const QString m_path;
    const JournalPlace m_place;
    JournalConnection m_connection; ///< used on the thread, except for interrupt()
    std::stop_source m_stop;
    Outcome m_outcome;
    std::unique_ptr<QThread> m_thread;
};

} // namespace clusterdeck
