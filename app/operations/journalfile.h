// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal.h"

#include <QSqlDatabase>

class QLockFile;

namespace clusterdeck
{

/// The SQLite file under a Journal: found, locked, checked, brought to the current format, or
/// replaced.
class JournalFile
{
public:
    static constexpr int ApplicationId =
        0x434c4455; // "CLDU", told by file(1) and checked on opening

    /// `folder` empty: in memory.
    explicit JournalFile(const QString &folder);
    ~JournalFile();
    JournalFile(const JournalFile &) = delete;
    JournalFile &operator=(const JournalFile &) = delete;

    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }
    [[nodiscard]] Journal::Access access() const { return m_access; }
    /// It can at least be looked at.
    [[nodiscard]] bool isReadable() const
    {
        return m_access == Journal::Access::Writable ||
               m_access == Journal::Access::OtherCopyWrites;
    }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString setAside() const { return m_setAside; }

private:
    enum class Check { Good, Newer, Damaged, Failed };

    void openOnDisk(const QString &folder);
    bool openDatabase(const QString &path, const QString &options);
    [[nodiscard]] Check check();
    [[nodiscard]] Check examine();
    [[nodiscard]] bool hasSchemaOf(int version);
    bool makeReady();
    void replaceDamaged(const QString &path);
    static void finishReplacing(const QString &path);
    void closeDatabase();
    bool execute(const QString &sql);
    [[nodiscard]] QVariant ask(const QString &sql);

    QString m_name; ///< of the connection
    std::unique_ptr<QLockFile> m_lock;
    Journal::Access m_access = Journal::Access::Unusable;
    QString m_problem;
    QString m_failure; ///< SQLite's code of the last failure, as text
    QString m_setAside;
};

} // namespace clusterdeck
