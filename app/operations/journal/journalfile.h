// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/journal.h"
#include "app/operations/journal/journalcheck.h"
#include "app/operations/journal/journalconnection.h"
#include "app/support/writelock.h"

class QTemporaryDir;

namespace clusterdeck
{

/// Opens the SQLite file of a Journal: takes the lock, checks the file, and migrates or replaces
/// it.
class JournalFile
{
public:
    explicit JournalFile(const DataFolder &folder);
    ~JournalFile();
    JournalFile(const JournalFile &) = delete;
    JournalFile &operator=(const JournalFile &) = delete;

    [[nodiscard]] QSqlDatabase database() const { return m_connection->database(); }
    [[nodiscard]] Journal::Access access() const { return m_access; }
    /// It can at least be read.
    [[nodiscard]] bool isReadable() const;
    /// The check that runs while access() is Checking; else null, or a check that has ended.
    [[nodiscard]] JournalCheck *check() const { return m_check.get(); }
    /// Call when the check has ended. Makes the file writable, replaces it, or leaves it alone, by
    /// the check's outcome. Afterwards access() is not Checking, and database() may have changed.
    void endCheck();
    /// Why nothing can be written; nothing when the file is writable, has a newer format, or is
    /// being checked.
    [[nodiscard]] const std::optional<WriteRefusal> &refusal() const { return m_refusal; }
    /// SQLite's own locks prevent two processes from writing at the same time.
    [[nodiscard]] bool isGuarded() const { return m_place.sharesMemory; }
    /// Whether this process still may write, see WriteLock::confirm().
    [[nodiscard]] bool confirm();
    /// Why a write failed: SQLite's result `code`, its error `text`, and what a test write finds.
    [[nodiscard]] WriteRefusal reasonOf(const QString &code, const QString &text) const;
    /// Call when a statement failed: the next start then checks the whole file.
    void suspect() { m_suspect = true; }
    /// See Journal::fileSystemWithoutLocks().
    [[nodiscard]] QString fileSystemWithoutLocks() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString setAside() const { return m_setAside; }

private:
    using Finding = JournalConnection::Finding;
    using Mode = JournalConnection::Mode;

    void openOnDisk(const DataFolder &folder);
    void takeLock(const DataFolder &folder);
    void openForReading();
    [[nodiscard]] bool open(Mode mode);
    [[nodiscard]] bool makeReady();
    [[nodiscard]] bool openCopy();
    [[nodiscard]] bool hasLeftovers() const;
    [[nodiscard]] bool endedWell() const;
    void finishOpening(Finding found, const std::optional<JournalTrouble> &trouble);
    [[nodiscard]] bool replace();
    void finishReplacing() const;

    QString m_path; ///< of the file
    std::unique_ptr<WriteLock> m_lock;
    JournalPlace m_place;
    std::unique_ptr<QTemporaryDir> m_copy; ///< holds the copy that openCopy() reads
    std::unique_ptr<JournalConnection> m_connection;
    std::unique_ptr<JournalCheck> m_check;
    std::optional<WriteRefusal> m_refusal;
    bool m_suspect = false; ///< see suspect()
    Journal::Access m_access = Journal::Access::Unusable;
    JournalTrouble m_trouble; ///< why it could not be opened for writing
    QString m_problem;
    QString m_setAside;
};

} // namespace clusterdeck
