// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <mutex>

struct sqlite3;

namespace clusterdeck
{

/// The suffixes of SQLite's own files beside the database. They stay when the program is killed.
inline const QStringList JournalLeftovers{QStringLiteral("-wal"), QStringLiteral("-journal"),
                                          QStringLiteral("-shm")};

/// Creates the file unless it exists, and gives it mode 0600: SQLite would create it readable by
/// others.
[[nodiscard]] bool createPrivateDatabase(const QString &path);

/// The features of the file system that SQLite depends on.
struct JournalPlace {
    bool onDisk = true;         ///< false: in memory
    bool hasRecordLocks = true; ///< fcntl(2) locks work: SQLite fails without them
    bool sharesMemory = true;   ///< processes can share mapped memory: WAL needs it
};

/// The error of the last statement that failed.
struct JournalTrouble {
    QString problem; ///< in technical words
    QString code;    ///< SQLite's extended result code, a decimal number
};

/// A connection to the SQLite file of a journal. It is opened, used and closed on one thread.
class JournalConnection
{
public:
    static constexpr int ApplicationId =
        0x434c4455; // "CLDU": file(1) shows it, examine() checks it

    enum class Finding {
        Good,
        Newer,   ///< a format of a newer version
        Damaged, ///< or not a journal
        Failed,  ///< the file could not be read now; its content is not known
    };
    enum class Mode {
        ReadWrite,
        ReadOnly,
        Immutable, ///< read-only, for a file that nobody writes in a folder that is not writable
        Beside,    ///< read-only, while a ReadWrite connection of this process is open and writes
                   ///< nothing
    };

    explicit JournalConnection(const JournalPlace &place);
    ~JournalConnection();
    JournalConnection(const JournalConnection &) = delete;
    JournalConnection &operator=(const JournalConnection &) = delete;

    [[nodiscard]] bool open(const QString &path, Mode mode);
    void close();
    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }

    /// Judges the file by its header and schema; the size of the file does not matter.
    [[nodiscard]] Finding examine();
    /// Checks every page: about 20 ms for each MB that is in the page cache.
    [[nodiscard]] Finding checkAll();
    /// The version of the format; 0 when there are no tables yet.
    [[nodiscard]] int version();
    [[nodiscard]] bool isInWalMode();
    /// Sets the durability options and migrates the file to the current format. Afterwards the file
    /// can be written.
    [[nodiscard]] bool makeReady();

    /// Makes the running statement fail. For a connection opened as Beside; thread-safe.
    void interrupt();

    [[nodiscard]] const JournalTrouble &trouble() const { return m_trouble; }

private:
    [[nodiscard]] bool connectTo(const QString &name, const QString &options);
    void takeHandle();
    [[nodiscard]] Finding judge();
    [[nodiscard]] Finding unlessUnreadable(Finding found) const;
    [[nodiscard]] bool hasSchemaOf(int version);
    bool execute(const QString &sql);
    [[nodiscard]] QVariant ask(const QString &sql);
    void failed(const QSqlError &error);

    const QString m_name; ///< of the QSqlDatabase
    const JournalPlace m_place;
    QString m_path;
    JournalTrouble m_trouble;
    std::mutex m_mutex; ///< guards m_handle
    sqlite3 *m_handle = nullptr;
};

} // namespace clusterdeck
