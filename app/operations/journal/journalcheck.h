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

/// Checks all of a journal's file on a thread of its own, over a connection of its own that only
/// reads. When the file is damaged, makes its replacement beside it, see makeReplacement(), which
/// nothing uses yet. Nothing may write the file meanwhile.
///
/// A thread, since SQLite's check is one call that took 4 s for 204 MB.
class JournalCheck : public QObject
{
    Q_OBJECT

public:
    struct Outcome {
        JournalConnection::Finding finding = JournalConnection::Finding::Failed;
        /// Why the file could not be checked, or its replacement not be made.
        std::optional<JournalTrouble> trouble;
    };

    /// Begins.
    JournalCheck(const QString &path, const JournalPlace &place);
    /// Ends it without an outcome if it still runs, and waits for that: no longer than the file
    /// system needs for the pages that are being read.
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
    JournalConnection m_connection; ///< of the thread, but for interrupt()
    std::stop_source m_stop;
    Outcome m_outcome;
    std::unique_ptr<QThread> m_thread;
};

} // namespace clusterdeck
