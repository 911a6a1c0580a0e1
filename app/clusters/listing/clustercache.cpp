// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/clustercache.h"

#include "app/support/log.h"
#include "app/support/privatefile.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QFile>
#include <QSet>

#include <functional>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace clusterdeck
{

namespace
{

constexpr quint32 Mark = 0x434c4454;                // "CLDT"
constexpr auto Checksum = QCryptographicHash::Sha1; // detects damage, not manipulation
constexpr int ChecksumSize = 20;
constexpr qint64 LargestFile = qint64{256} * 1024 * 1024;

/// Rows are stored as they are in memory. A file in another byte order has another mark.
void prepare(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_0);
    stream.setByteOrder(QDataStream::ByteOrder(QSysInfo::ByteOrder));
}

tl::unexpected<QString> refused(const char *why)
{
    return tl::unexpected(QString::fromLatin1(why));
}

} // namespace

QByteArray encodedTable(const KeptTable &table)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    prepare(out);
    out << Mark << ClusterRow::layout() << table.account << table.asOf
        << qint32(table.clusters.size());
    for (const ClusterRow &row : table.clusters)
        out << row.bytes();
    bytes += QCryptographicHash::hash(bytes, Checksum);
    return bytes;
}

tl::expected<KeptTable, QString> decodedTable(const QByteArray &bytes, const QString &account)
{
    const QByteArray body = bytes.chopped(std::min<qsizetype>(ChecksumSize, bytes.size()));
    QDataStream in(body);
    prepare(in);
    quint32 mark = 0;
    quint32 version = 0;
    in >> mark >> version;
    if (mark != Mark)
        return refused("it is not a table of this program on a machine of this kind");
    if (version != ClusterRow::layout())
        return refused("it is of another version");
    if (QCryptographicHash::hash(body, Checksum) != bytes.last(ChecksumSize))
        return refused("it is damaged");
    KeptTable table;
    qint32 count = 0;
    in >> table.account >> table.asOf >> count;
    if (table.account != account)
        return refused("it is another account's");
    QSet<QByteArrayView> ids;
    // No memory is reserved for `count`, which may be wrong: the loop ends with the bytes.
    for (; count > 0 && in.status() == QDataStream::Ok; --count) {
        QByteArray row;
        in >> row;
        const auto cluster = ClusterRow::fromBytes(row);
        if (!cluster || ids.contains(cluster->idBytes()))
            return refused("it holds a cluster without an id of its own");
        table.clusters.append(*cluster);
        ids.insert(table.clusters.constLast().idBytes());
    }
    if (in.status() != QDataStream::Ok || !in.atEnd() || count < 0 || !table.asOf.isValid())
        return refused("it makes no sense");
    return table;
}

ClusterCache::ClusterCache(QString folder)
    : m_folder(std::move(folder))
{
    m_writer.setMaxThreadCount(1);
    m_writer.setExpiryTimeout(1000);
}

ClusterCache::~ClusterCache() = default; // the pool waits for its thread

QString ClusterCache::fileOf(const QString &account, const char *ending) const
{
    const QByteArray name =
        QCryptographicHash::hash(account.toUtf8(), QCryptographicHash::Sha256).toHex().first(32);
    return m_folder + QLatin1Char('/') + QLatin1String(name) + QLatin1String(ending);
}

QString ClusterCache::pathOf(const QString &account) const
{
    return fileOf(account, ".table");
}

QString ClusterCache::usePathOf(const QString &account) const
{
    return fileOf(account, ".use");
}

namespace
{

/// The content of the file, read by `decoded`; std::nullopt when there is no usable file.
template <class T>
std::optional<T>
readFile(const QString &path,
         const std::function<tl::expected<T, QString>(const QByteArray &bytes)> &decoded)
{
    const auto bytes = readRegularFile(path, LargestFile);
    if (!bytes) {
        if (bytes.error().kind != FileProblem::Kind::Missing)
            qCWarning(appLog).noquote() << "the last table in" << path << "cannot be read";
        return {};
    }
    tl::expected<T, QString> content = decoded(*bytes);
    if (!content) {
        qCWarning(appLog).noquote()
            << "the last table in" << path << "is not used:" << content.error();
        return {};
    }
    return std::move(*content);
}

void writeFile(const QString &folder, const QString &path, const QByteArray &bytes)
{
    std::optional<FileProblem> problem = makePrivateFolder(folder);
    if (!problem)
        problem = writePrivateFile(path, bytes);
    if (problem)
        qCWarning(appLog).noquote() << "the table could not be kept in" << path << ": problem"
                                    << int(problem->kind) << problem->detail;
}

} // namespace

std::optional<KeptTable> ClusterCache::read(const QString &account) const
{
    return readFile<KeptTable>(
        pathOf(account), [&](const QByteArray &bytes) { return decodedTable(bytes, account); });
}

std::optional<LastUse> ClusterCache::readUse(const QString &account) const
{
    return readFile<LastUse>(usePathOf(account), [&](const QByteArray &bytes) {
        return LastUse::decoded(bytes, account);
    });
}

void ClusterCache::write(const KeptTable &table)
{
    m_writer.start([table, folder = m_folder, path = pathOf(table.account)] {
        writeFile(folder, path, encodedTable(table));
#ifdef __GLIBC__
        // A reading of all clusters leaves many free pages, which glibc keeps in the process.
        malloc_trim(0);
#endif
    });
}

void ClusterCache::write(const QString &account, const LastUse &use)
{
    m_writer.start([use, folder = m_folder, path = usePathOf(account)] {
        writeFile(folder, path, use.encoded());
    });
}

void ClusterCache::remove(const QString &account)
{
    m_writer.start([paths = QStringList{pathOf(account), usePathOf(account)}] {
        for (const QString &path : paths) {
            QFile file(path);
            if (file.exists() && !file.remove())
                qCWarning(appLog).noquote()
                    << "the last table in" << path << "could not be deleted:" << file.errorString();
        }
    });
}

} // namespace clusterdeck
