// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDataStream>
#include <QDateTime>

#include <functional>
#include <tl/expected.hpp>

namespace clusterdeck
{

/// What the files that keep something of an account's listing have in common: a mark that tells
/// their kind, the version of their format, the account, the time of the listing, a number of
/// values, and a checksum of all before it, which detects damage, not manipulation.
struct KeptFrame {
    quint32 mark = 0;
    quint32 version = 0;
    QDataStream::ByteOrder order = QDataStream::BigEndian;

    /// `write` writes `count` values.
    [[nodiscard]] QByteArray encoded(const QString &account, const QDateTime &asOf, qint32 count,
                                     const std::function<void(QDataStream &)> &write) const;

    /// The time of the listing in a file of this account, or why the file is not usable, in English
    /// for the log. `read` reads one value and returns whether it makes sense; it is called for
    /// each value, with the time of the listing.
    [[nodiscard]] tl::expected<QDateTime, QString>
    decoded(const QByteArray &bytes, const QString &account,
            const std::function<bool(QDataStream &, const QDateTime &asOf)> &read) const;
};

} // namespace clusterdeck
