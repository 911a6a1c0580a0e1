// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/journal.h"
#include "app/operations/journal/journalcheck.h"
#include "app/operations/journal/journalconnection.h"
#include "app/support/writelock.h"

class QTemporaryDir;

namespace clusterdeck
{

/// The SQLite file under a Journal: found, locked, checked, brought to the current format, or
/// replaced.
class JournalFile
{
public:
    explicit JournalFile(const DataFolder &folder);
    ~JournalFile();
    JournalFile(const JournalFile &) = delete;
    JournalFile &operator=(const JournalFile &) = delete;

    [[nodiscard]] QSqlDatabase database() const { return m_connection->database(); }
    [[nodiscard]] Journal::Access access() const { return m_access; }
    /// It can at least be looked at.
    [[nodiscard]] bool isReadable() const;
    /// The check that runs while access() is Checking; else none, or one that has ended.
    [[nodiscard]] JournalCheck *check() const { return m_check.get(); }
    /// Makes the file writable, replaces it, or leaves it alone, as the check found, which has
    /// ended. Afterwards access() is not Checking, and database() may be another one.
    void endCheck();
    /// Why nothing can be written; nothing when it can, or when the format is a newer one, or when
    /// the check has not ended.
    [[nodiscard]] const std::optional<WriteRefusal> &refusal() const { return m_refusal; }
    /// SQLite's own locks keep two processes apart that write the file.
    [[nodiscard]] bool isGuarded() const { return m_place.sharesMemory; }
    /// Whether it still is this process that may write, see WriteLock::confirm().
    [[nodiscard]] bool confirm();
    /// The true reason of a write that failed with this code of SQLite, with this text.
    [[nodiscard]] WriteRefusal reasonOf(const QString &code, const QString &text) const;
    /// A statement failed: the next start checks all of the file.
    void suspect() { m_suspect = true; }
    /// The file system on which no lock keeps two processes apart but the journal's own; empty
    /// where the system's locks work.
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
    std::unique_ptr<QTemporaryDir> m_copy; ///< of what cannot be opened where it is
    std::unique_ptr<JournalConnection> m_connection;
    std::unique_ptr<JournalCheck> m_check;
    std::optional<WriteRefusal> m_refusal;
    bool m_suspect = false; ///< something in it could not be read
    Journal::Access m_access = Journal::Access::Unusable;
    JournalTrouble m_trouble; ///< the last that kept it from being opened
    QString m_problem;
    QString m_setAside;
};

} // namespace clusterdeck
