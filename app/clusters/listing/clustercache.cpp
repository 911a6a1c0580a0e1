// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/clustercache.h"

#include "app/clusters/listing/keptframe.h"
#include "app/support/collator.h"
#include "app/support/log.h"
#include "app/support/privatefile.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QFile>
#include <QSet>

#include <algorithm>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace clusterdeck
{

namespace
{

constexpr qint64 LargestFile = qint64{256} * 1024 * 1024;

/// Rows are stored as they are in memory. A file in another byte order has another mark.
KeptFrame tableFrame()
{
    return {0x434c4454, ClusterRow::layout(), // "CLDT"
            QDataStream::ByteOrder(QSysInfo::ByteOrder)};
}

} // namespace

QByteArray encodedTable(const KeptTable &table)
{
    return tableFrame().encoded(table.account, table.asOf, qint32(table.clusters.size()),
                                [&table](QDataStream &out) {
                                    for (const ClusterRow &row : table.clusters)
                                        out << row.bytes();
                                });
}

tl::expected<KeptTable, QString> decodedTable(const QByteArray &bytes, const QString &account)
{
    KeptTable table;
    table.account = account;
    QSet<QByteArrayView> ids;
    ids.reserve(bytes.size() / 300); // a row has about 300 bytes
    const auto asOf = tableFrame().decoded(bytes, account, [&](QDataStream &in, const QDateTime &) {
        QByteArray row;
        in >> row;
        const auto cluster = ClusterRow::fromBytes(row);
        if (!cluster || ids.contains(cluster->idBytes()))
            return false; // each cluster has an ID of its own
        table.clusters.append(*cluster);
        ids.insert(table.clusters.constLast().idBytes());
        return true;
    });
    if (!asOf)
        return tl::unexpected(asOf.error());
    table.asOf = *asOf;
    return table;
}

ClusterCache::ClusterCache(QString folder)
    : m_folder(std::move(folder))
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(1000);
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

void ClusterCache::readLater(const QString &account, QObject *context,
                             const std::function<void(const std::optional<KeptTable> &)> &table,
                             const std::function<void(const std::optional<LastUse> &)> &use)
{
    m_thread.start([this, account, context, table, use] {
        const auto give = [context](const auto &taker, const auto &value) {
            QMetaObject::invokeMethod(
                context, [taker, value] { taker(value); }, Qt::QueuedConnection);
        };
        give(table, read(account));
        give(use, readUse(account));
    });
}

namespace
{

/// Those without a name come last.
QList<ClusterRow> byName(const QList<ClusterRow> &clusters)
{
    const QCollator collator = collatorForPeople();
    struct Place {
        bool nameless;
        QCollatorSortKey key;
        qsizetype at;
    };
    std::vector<Place> places;
    places.reserve(size_t(clusters.size()));
    for (qsizetype at = 0; at < clusters.size(); ++at) {
        const QString name = clusters.at(at).text(&ClusterRecord::name);
        places.push_back({name.isEmpty(), collator.sortKey(name), at});
    }
    std::stable_sort(places.begin(), places.end(), [](const Place &a, const Place &b) {
        return a.nameless != b.nameless ? b.nameless : a.key < b.key;
    });
    QList<ClusterRow> sorted;
    sorted.reserve(clusters.size());
    for (const Place &place : places)
        sorted.append(clusters.at(place.at));
    return sorted;
}

} // namespace

void ClusterCache::write(const KeptTable &table)
{
    m_thread.start([table, folder = m_folder, path = pathOf(table.account)] {
        writeFile(folder, path, encodedTable({table.account, table.asOf, byName(table.clusters)}));
#ifdef __GLIBC__
        // A reading of all clusters leaves many free pages, which glibc keeps in the process.
        malloc_trim(0);
#endif
    });
}

void ClusterCache::write(const QString &account, const LastUse &use)
{
    m_thread.start([use, folder = m_folder, path = usePathOf(account)] {
        writeFile(folder, path, use.encoded());
    });
}

void ClusterCache::remove(const QString &account)
{
    m_thread.start([paths = QStringList{pathOf(account), usePathOf(account)}] {
        for (const QString &path : paths) {
            QFile file(path);
            if (file.exists() && !file.remove())
                qCWarning(appLog).noquote()
                    << "the last table in" << path << "could not be deleted:" << file.errorString();
        }
    });
}

} // namespace clusterdeck
