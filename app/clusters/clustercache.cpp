// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clustercache.h"

#include "app/log.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSet>
#include <QtEndian>

#include <array>
#include <limits>

namespace clusterdeck
{

namespace
{

constexpr quint32 Mark = 0x434c4454; // "CLDT"
constexpr quint32 FormatVersion = 1;
constexpr auto Checksum = QCryptographicHash::Sha1; // against damage, not against people
constexpr int ChecksumSize = 20;
constexpr qint64 LargestFile = qint64{256} * 1024 * 1024;

constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

constexpr std::array Texts{
    &ClusterRecord::id,
    &ClusterRecord::name,
    &ClusterRecord::status,
    &ClusterRecord::transition,
    &ClusterRecord::type,
    &ClusterRecord::description,
    &ClusterRecord::owner,
    &ClusterRecord::runUser,
    &ClusterRecord::appClusterId,
    &ClusterRecord::nasId,
    &ClusterRecord::mountPoint,
    &ClusterRecord::nasPath,
    &ClusterRecord::nasSharedPath,
    &ClusterRecord::billing,
    &ClusterRecord::scheduler,
    &ClusterRecord::sharedStatus,
    &ClusterRecord::projectRole,
    &ClusterRecord::createdText,
};

constexpr std::array Counts{
    &ClusterRecord::nodes,        &ClusterRecord::pendingJobs, &ClusterRecord::runningJobs,
    &ClusterRecord::finishedJobs, &ClusterRecord::stoppedJobs, &ClusterRecord::deletedJobs,
};

constexpr std::array Hours{&ClusterRecord::cpuHours, &ClusterRecord::memoryHours};

constexpr qint64 NoTime = std::numeric_limits<qint64>::min();

qint64 numberOf(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : NoTime;
}

QDateTime timeOf(qint64 number)
{
    return number == NoTime ? QDateTime() : QDateTime::fromMSecsSinceEpoch(number, Qt::UTC);
}

void prepare(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_0);
    stream.setFloatingPointPrecision(QDataStream::DoublePrecision);
}

template <class T>
void put(QDataStream &out, const std::optional<T> &number)
{
    out << number.has_value();
    if (number)
        out << *number;
}

/// UTF-8: half the bytes, for what is Latin nearly always.
void put(QDataStream &out, const QString &text)
{
    out << text.toUtf8();
}

void put(QDataStream &out, const ClusterRecord &record)
{
    for (const auto text : Texts)
        put(out, record.*text);
    out << numberOf(record.created);
    for (const auto count : Counts)
        put(out, record.*count);
    for (const auto hours : Hours)
        put(out, record.*hours);
    out << qint32(record.software.size());
    for (const QString &each : record.software)
        put(out, each);
}

/// Reads what QDataStream wrote, without a copy of every text on the way: thousands of rows are
/// read before the first picture. Past the end everything is 0 or empty, and isGood() false.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    [[nodiscard]] bool isGood() const { return m_good; }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

    template <class T>
    T number()
    {
        const QByteArrayView bytes = next(sizeof(T));
        return bytes.isEmpty() ? T() : qFromBigEndian<T>(bytes.data());
    }

    QByteArrayView text()
    {
        constexpr quint32 Null = 0xffffffff;
        const auto size = number<quint32>();
        return size == Null ? QByteArrayView() : next(size);
    }

    template <class T>
    void take(std::optional<T> &number)
    {
        if (this->number<quint8>() != 0)
            number = this->number<T>();
    }

private:
    QByteArrayView next(qsizetype size)
    {
        if (size > m_rest.size()) {
            m_good = false;
            m_rest = {};
            return {};
        }
        const QByteArrayView bytes = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return bytes;
    }

    QByteArrayView m_rest;
    bool m_good = true;
};

/// The texts of one row after another. What stands in the row above as well, as statuses and owners
/// do, is one string for both.
class Rows
{
public:
    void take(Reader &in, ClusterRecord &record)
    {
        for (size_t i = 0; i < Texts.size(); ++i) {
            const QByteArrayView bytes = in.text();
            if (bytes != m_above.at(i))
                m_texts.at(i) = QString::fromUtf8(bytes);
            m_above.at(i) = bytes;
            record.*Texts.at(i) = m_texts.at(i);
        }
        record.created = timeOf(in.number<qint64>());
        for (const auto count : Counts)
            in.take(record.*count);
        for (const auto hours : Hours)
            in.take(record.*hours);
        // Nothing is allocated for what a number promises: the end of the bytes ends it.
        for (auto left = in.number<qint32>(); left > 0 && in.isGood(); --left)
            record.software.append(QString::fromUtf8(in.text()));
    }

private:
    std::array<QByteArrayView, Texts.size()> m_above;
    std::array<QString, Texts.size()> m_texts;
};

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
    out << Mark << FormatVersion;
    put(out, table.account);
    out << numberOf(table.asOf) << qint32(table.clusters.size());
    for (const ClusterRecord &record : table.clusters)
        put(out, record);
    bytes += QCryptographicHash::hash(bytes, Checksum);
    return bytes;
}

tl::expected<KeptTable, QString> decodedTable(const QByteArray &bytes, const QString &account)
{
    const QByteArrayView body =
        QByteArrayView(bytes).chopped(std::min<qsizetype>(ChecksumSize, bytes.size()));
    Reader in(body);
    if (in.number<quint32>() != Mark)
        return refused("it is not a table of this program");
    if (in.number<quint32>() != FormatVersion)
        return refused("it is of another version");
    QCryptographicHash checksum(Checksum);
    checksum.addData(body);
    if (checksum.result() != bytes.last(ChecksumSize))
        return refused("it is damaged");
    KeptTable table;
    table.account = QString::fromUtf8(in.text());
    table.asOf = timeOf(in.number<qint64>());
    if (table.account != account)
        return refused("it is another account's");
    Rows rows;
    QSet<QString> ids;
    auto count = in.number<qint32>();
    for (; count > 0 && in.isGood(); --count) {
        ClusterRecord &record = table.clusters.emplace_back();
        rows.take(in, record);
        if (record.id.isEmpty() || ids.contains(record.id))
            return refused("it holds a cluster without an id of its own");
        ids.insert(record.id);
    }
    if (!in.isGood() || !in.atEnd() || count < 0 || !table.asOf.isValid())
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

QString ClusterCache::pathOf(const QString &account) const
{
    const QByteArray name =
        QCryptographicHash::hash(account.toUtf8(), QCryptographicHash::Sha256).toHex().first(32);
    return m_folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".table");
}

std::optional<KeptTable> ClusterCache::read(const QString &account) const
{
    QFile file(pathOf(account));
    if (!file.exists())
        return {};
    if (!QFileInfo(file).isFile() || file.size() > LargestFile || !file.open(QIODevice::ReadOnly)) {
        qCWarning(appLog).noquote() << "the last table in" << file.fileName() << "cannot be read";
        return {};
    }
    tl::expected<KeptTable, QString> table = decodedTable(file.readAll(), account);
    if (!table) {
        qCWarning(appLog).noquote()
            << "the last table in" << file.fileName() << "is not used:" << table.error();
        return {};
    }
    return std::move(*table);
}

void ClusterCache::write(const KeptTable &table)
{
    m_writer.start([table, folder = m_folder, path = pathOf(table.account)] {
        QDir().mkpath(folder);
        QFile::setPermissions(folder, OwnerOnly | QFileDevice::ExeOwner);
        const QByteArray bytes = encodedTable(table);
        QSaveFile file(path);
        const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(OwnerOnly) &&
                             file.write(bytes) == bytes.size() && file.commit();
        if (!written)
            qCWarning(appLog).noquote()
                << "the table could not be kept in" << path << ":" << file.errorString();
    });
}

void ClusterCache::remove(const QString &account)
{
    m_writer.start([path = pathOf(account)] {
        QFile file(path);
        if (file.exists() && !file.remove())
            qCWarning(appLog).noquote()
                << "the last table in" << path << "could not be deleted:" << file.errorString();
    });
}

} // namespace clusterdeck
