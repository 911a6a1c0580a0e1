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

/// What SQLite keeps beside a file while the file is open, and leaves there when the program is
/// killed.
inline const QStringList JournalLeftovers{QStringLiteral("-wal"), QStringLiteral("-journal"),
                                          QStringLiteral("-shm")};

/// Creates the file unless it exists, with mode 0600 from the first moment: SQLite would create it
/// readable to others.
[[nodiscard]] bool createPrivateDatabase(const QString &path);

/// What the file system under a journal offers to SQLite.
struct JournalPlace {
    bool onDisk = true;         ///< false: in memory
    bool hasRecordLocks = true; ///< fcntl(2) locks can be asked for: SQLite fails without
    bool sharesMemory = true;   ///< all processes that open the file can share memory: WAL needs it
};

/// The last statement that failed.
struct JournalTrouble {
    QString problem; ///< technical words
    QString code;    ///< SQLite's extended code as a number, as Qt gives it
};

/// A connection to the SQLite file of a journal. It is opened, used and closed on one thread.
class JournalConnection
{
public:
    static constexpr int ApplicationId =
        0x434c4455; // "CLDU", told by file(1) and checked on opening

    enum class Finding {
        Good,
        Newer,   ///< of a format that this version does not know
        Damaged, ///< or not a journal
        Failed,  ///< the file could not be read just now, which says nothing about its content
    };
    enum class Mode {
        ReadWrite,
        ReadOnly,
        Immutable, ///< nobody writes the file, and no file can be made beside it
        Beside,    ///< reads only, while a ReadWrite connection of this process is open and writes
                   ///< nothing
    };

    explicit JournalConnection(const JournalPlace &place);
    ~JournalConnection();
    JournalConnection(const JournalConnection &) = delete;
    JournalConnection &operator=(const JournalConnection &) = delete;

    [[nodiscard]] bool open(const QString &path, Mode mode);
    void close();
    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }

    /// Whether the file is a journal, from its header and its schema, which takes no longer for a
    /// large file.
    [[nodiscard]] Finding examine();
    /// Whether all of the file is in order: reads every page, about 20 ms for each MB in memory.
    [[nodiscard]] Finding checkAll();
    /// The number of the format; 0 when there are no tables yet.
    [[nodiscard]] int version();
    [[nodiscard]] bool isInWalMode();
    /// Sets durability and brings the format up to date. Afterwards the file can be written.
    [[nodiscard]] bool makeReady();

    /// Ends the statement that runs, which fails then. For a connection opened as Beside; may be
    /// called on any thread.
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

    const QString m_name; ///< of the connection
    const JournalPlace m_place;
    QString m_path;
    JournalTrouble m_trouble;
    std::mutex m_mutex; ///< around m_handle
    sqlite3 *m_handle = nullptr;
};

} // namespace clusterdeck
