// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/journal.h"
#include "app/support/writelock.h"

#include <QSqlDatabase>

class QTemporaryDir;

namespace clusterdeck
{

/// The SQLite file under a Journal: found, locked, checked, brought to the current format, or
/// replaced.
class JournalFile
{
public:
    static constexpr int ApplicationId =
        0x434c4455; // "CLDU", told by file(1) and checked on opening

    explicit JournalFile(const DataFolder &folder);
    ~JournalFile();
    JournalFile(const JournalFile &) = delete;
    JournalFile &operator=(const JournalFile &) = delete;

    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }
    [[nodiscard]] Journal::Access access() const { return m_access; }
    /// It can at least be looked at.
    [[nodiscard]] bool isReadable() const
    {
        return m_access == Journal::Access::Writable ||
               m_access == Journal::Access::OtherCopyWrites ||
               m_access == Journal::Access::ReadOnly;
    }
    /// Why nothing can be written; nothing when it can, or when the format is a newer one.
    [[nodiscard]] const std::optional<WriteRefusal> &refusal() const { return m_refusal; }
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
    enum class Check { Good, Newer, Damaged, Failed };

    void openOnDisk(const DataFolder &folder);
    void openForReading();
    bool readCopy();
    bool openDatabase(const QString &path, const QString &options = {});
    bool connectDatabase(const QString &name, const QString &options);
    [[nodiscard]] bool hasLeftovers() const;
    [[nodiscard]] bool sharesMemory() const;
    [[nodiscard]] Check check();
    [[nodiscard]] Check examine();
    [[nodiscard]] Check checkAll();
    [[nodiscard]] bool hasSchemaOf(int version);
    bool makeReady();
    void replaceDamaged(const QString &path);
    static void finishReplacing(const QString &path);
    void closeDatabase();
    bool execute(const QString &sql);
    [[nodiscard]] QVariant ask(const QString &sql);

    QString m_name; ///< of the connection
    QString m_path; ///< of the file
    std::unique_ptr<WriteLock> m_lock;
    std::unique_ptr<QTemporaryDir> m_copy; ///< of what cannot be opened where it is
    std::optional<WriteRefusal> m_refusal;
    bool m_endedWell = false; ///< it is as its last writer left it, who had no trouble with it
    bool m_suspect = false;   ///< something in it could not be read
    Journal::Access m_access = Journal::Access::Unusable;
    QString m_problem;
    QString m_failure; ///< SQLite's code of the last failure, as text
    QString m_setAside;
};

} // namespace clusterdeck
