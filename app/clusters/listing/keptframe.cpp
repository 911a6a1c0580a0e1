// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/keptframe.h"

#include <QCryptographicHash>
#include <QIODevice>

#include <algorithm>

namespace clusterdeck
{

namespace
{

constexpr auto Checksum = QCryptographicHash::Sha1;
constexpr int ChecksumSize = 20;

void prepare(QDataStream &stream, QDataStream::ByteOrder order)
{
    stream.setVersion(QDataStream::Qt_6_0);
    stream.setByteOrder(order);
}

} // namespace

QByteArray KeptFrame::encoded(const QString &account, const QDateTime &asOf, qint32 count,
                              const std::function<void(QDataStream &)> &write) const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    prepare(out, order);
    out << mark << version << account << asOf << count;
    write(out);
    bytes += QCryptographicHash::hash(bytes, Checksum);
    return bytes;
}

tl::expected<QDateTime, QString>
KeptFrame::decoded(const QByteArray &bytes, const QString &account,
                   const std::function<bool(QDataStream &, const QDateTime &asOf)> &read) const
{
    const auto unusable = [](const char *why) { return tl::unexpected(QString::fromLatin1(why)); };
    const QByteArray body = QByteArray::fromRawData(
        bytes.constData(), std::max<qsizetype>(0, bytes.size() - ChecksumSize)); // not a copy
    QDataStream in(body);
    prepare(in, order);
    quint32 markThere = 0;
    quint32 versionThere = 0;
    in >> markThere >> versionThere;
    if (markThere != mark)
        return unusable("it is not a file of this kind, or of another kind of computer");
    if (versionThere != version)
        return unusable("it is of another version");
    if (QCryptographicHash::hash(body, Checksum) != bytes.last(ChecksumSize))
        return unusable("it is damaged");
    QString accountThere;
    QDateTime asOf;
    qint32 count = 0;
    in >> accountThere >> asOf >> count;
    if (accountThere != account)
        return unusable("it is another account's");
    bool fine = asOf.isValid() && count >= 0;
    // No memory is reserved for `count`, which may be wrong: the loop ends with the bytes.
    for (; fine && count > 0 && in.status() == QDataStream::Ok; --count)
        fine = read(in, asOf);
    if (!fine || in.status() != QDataStream::Ok || !in.atEnd())
        return unusable("it makes no sense");
    return asOf;
}

} // namespace clusterdeck
