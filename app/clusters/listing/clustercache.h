// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/clusterrow.h"

#include <QThreadPool>

#include <optional>
#include <tl/expected.hpp>

namespace clusterdeck
{

/// What one account showed when it was last read completely. Holds no key and no signature.
struct KeptTable {
    QString account; ///< the account's id
    QDateTime asOf;  ///< UTC, when the reading began
    QList<ClusterRow> clusters;

    bool operator==(const KeptTable &) const = default;
};

/// The bytes of a file that holds `table`: a mark, the format's version, the values, a checksum.
[[nodiscard]] QByteArray encodedTable(const KeptTable &table);

/// The table of `account` in `bytes`; or, in technical words, why it cannot be had. Bytes of
/// anything else, cut, damaged or newer ones are refused as a whole, however they were made.
[[nodiscard]] tl::expected<KeptTable, QString> decodedTable(const QByteArray &bytes,
                                                            const QString &account);

/// The last tables on disk, one file (mode 0600) an account in a folder (mode 0700). They can be
/// deleted at any time: all that is lost is what the window shows before the first answer.
class ClusterCache
{
public:
    /// `folder` is made with the first write.
    explicit ClusterCache(QString folder);
    /// Waits for what is being written.
    ~ClusterCache();
    ClusterCache(const ClusterCache &) = delete;
    ClusterCache &operator=(const ClusterCache &) = delete;

    /// Nothing when there is none. One that cannot be used is named in the log and left alone.
    [[nodiscard]] std::optional<KeptTable> read(const QString &account) const;

    /// Written whole or not at all, by a thread that does nothing else: neither putting thousands
    /// of rows into bytes nor the disk may stop the window. In the order of the calls. What goes
    /// wrong is in the log.
    void write(const KeptTable &table);
    void remove(const QString &account);

    /// Until everything that was asked for has been done.
    void wait() { m_writer.waitForDone(); }

    [[nodiscard]] QString pathOf(const QString &account) const;

private:
    QString m_folder;
    QThreadPool m_writer; ///< one thread, which ends soon after its work
};

} // namespace clusterdeck
