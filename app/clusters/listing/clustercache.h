// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/clusterrow.h"
#include "app/clusters/listing/lastuse.h"

#include <QThreadPool>

#include <functional>
#include <optional>
#include <tl/expected.hpp>

namespace clusterdeck
{

/// The last listing of one account that was read to its end. Contains no key and no signature.
struct KeptTable {
    QString account; ///< the account's id
    QDateTime asOf;  ///< UTC, when reading began
    QList<ClusterRow> clusters;

    bool operator==(const KeptTable &) const = default;
};

/// The content of a file for `table`: a magic number, the version of the format, the values, a
/// checksum.
[[nodiscard]] QByteArray encodedTable(const KeptTable &table);

/// The table of `account` in `bytes`, or the reason, in technical words, why it cannot be read.
/// Safe for any bytes: incomplete, damaged and newer files are refused completely.
[[nodiscard]] tl::expected<KeptTable, QString> decodedTable(const QByteArray &bytes,
                                                            const QString &account);

/// The last tables on disk, and since when no use of their clusters was seen: two files (mode 0600)
/// per account in a folder (mode 0700). The files can be deleted at any time: tables are only shown
/// until the first answer, and use is then counted from the next listing on.
class ClusterCache
{
public:
    /// `folder` is created by the first write.
    explicit ClusterCache(QString folder);
    /// Waits for all that was begun.
    ~ClusterCache();
    ClusterCache(const ClusterCache &) = delete;
    ClusterCache &operator=(const ClusterCache &) = delete;

    /// std::nullopt when there is no usable file. An unusable file is logged and not changed.
    [[nodiscard]] std::optional<KeptTable> read(const QString &account) const;

    /// As read(), for the use.
    [[nodiscard]] std::optional<LastUse> readUse(const QString &account) const;

    /// Reads first the table and then the use, by a thread, after the earlier writes, since a long
    /// table takes a moment. The functions are called from the event loop of `context`, which must
    /// outlive this object.
    void readLater(const QString &account, QObject *context,
                   const std::function<void(const std::optional<KeptTable> &)> &table,
                   const std::function<void(const std::optional<LastUse> &)> &use);

    /// Written atomically and in the order of the calls, by a thread: encoding thousands of rows or
    /// a slow disk must not block the window. Errors are logged. The clusters are written in the
    /// order of their names, as the table shows them at first, so that its first rows can be shown
    /// before the others.
    void write(const KeptTable &table);
    void write(const QString &account, const LastUse &use);
    /// Both files.
    void remove(const QString &account);

    /// Waits for all that was begun.
    void wait() { m_thread.waitForDone(); }

    [[nodiscard]] QString pathOf(const QString &account) const;
    [[nodiscard]] QString usePathOf(const QString &account) const;

private:
    [[nodiscard]] QString fileOf(const QString &account, const char *ending) const;
    QString m_folder;
    QThreadPool m_thread; ///< one thread, which ends after 1 s without work
};

} // namespace clusterdeck
