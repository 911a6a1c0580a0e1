// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/lastuse.h"

#include "app/clusters/clusterstate.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

#include <chrono>

namespace clusterdeck
{

namespace
{

constexpr quint32 UseMark = 0x434c4455; // "CLDU"
constexpr quint32 UseVersion = 1;
constexpr auto UseChecksum = QCryptographicHash::Sha1; // detects damage, not manipulation
constexpr int UseChecksumSize = 20;

void prepareUse(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_0);
}

tl::unexpected<QString> unusable(const char *why)
{
    return tl::unexpected(QString::fromLatin1(why));
}

bool hasJobs(const ClusterRow &cluster)
{
    return cluster.number(&ClusterRecord::runningJobs) != 0.0 ||
           cluster.number(&ClusterRecord::pendingJobs) != 0.0;
}

} // namespace

bool LastUse::Unchanged::isSame(const Unchanged &other) const
{
    return cpuHours == other.cpuHours && finishedJobs == other.finishedJobs &&
           created == other.created;
}

/// std::nullopt unless all counts are known and make sense.
std::optional<LastUse::Unchanged> LastUse::countsOf(const ClusterRow &cluster)
{
    const auto hours = cluster.number(&ClusterRecord::cpuHours);
    const auto finished = cluster.number(&ClusterRecord::finishedJobs);
    const auto running = cluster.number(&ClusterRecord::runningJobs);
    const auto pending = cluster.number(&ClusterRecord::pendingJobs);
    if (!hours || !(*hours >= 0 && *hours <= MostHours) || !running || !pending)
        return {};
    if (!finished || !(*finished >= 0 && *finished <= MostJobs))
        return {};
    return Unchanged{*hours, qint32(*finished), cluster.msecs(&ClusterRecord::created).value_or(0)};
}

void LastUse::follow(const QList<ClusterRow> &clusters, const QDateTime &at)
{
    // After the clock was set back, the earlier times are not comparable.
    const bool goesOn = m_asOf.isValid() && m_asOf <= at;
    const qint64 now = at.toMSecsSinceEpoch();
    ++m_listing;
    m_since.reserve(clusters.size());
    for (const ClusterRow &cluster : clusters) {
        auto counts = countsOf(cluster);
        if (!counts)
            continue;
        const QByteArrayView id = cluster.idBytes();
        auto before = m_since.find(QByteArray::fromRawData(id.data(), id.size()));
        const bool same =
            goesOn && before != m_since.end() && before->isSame(*counts) && !hasJobs(cluster);
        counts->since = same ? before->since : now;
        counts->listing = m_listing;
        if (before == m_since.end())
            m_since.insert(id.toByteArray(), *counts);
        else
            *before = *counts;
    }
    m_since.removeIf([this](auto each) { return each->listing != m_listing; });
    m_asOf = at;
}

std::optional<int> LastUse::daysUnused(const ClusterRow &cluster) const
{
    const auto counts = countsOf(cluster);
    const QByteArrayView id = cluster.idBytes();
    // Looked up without a copy.
    const auto before = m_since.constFind(QByteArray::fromRawData(id.data(), id.size()));
    if (!counts || before == m_since.cend())
        return {};
    if (!before->isSame(*counts) || hasJobs(cluster))
        return 0;
    const std::chrono::milliseconds unused(m_asOf.toMSecsSinceEpoch() - before->since);
    return int(std::chrono::floor<std::chrono::days>(unused).count());
}

QByteArray LastUse::encoded() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    prepareUse(out);
    out << UseMark << UseVersion << m_account << m_asOf << qint32(m_since.size());
    for (auto each = m_since.cbegin(); each != m_since.cend(); ++each)
        out << each.key() << each->cpuHours << each->finishedJobs << each->created << each->since;
    bytes += QCryptographicHash::hash(bytes, UseChecksum);
    return bytes;
}

tl::expected<LastUse, QString> LastUse::decoded(const QByteArray &bytes, const QString &account)
{
    const QByteArray body = bytes.chopped(std::min<qsizetype>(UseChecksumSize, bytes.size()));
    QDataStream in(body);
    prepareUse(in);
    quint32 mark = 0;
    quint32 version = 0;
    in >> mark >> version;
    if (mark != UseMark)
        return unusable("it is not a file of this kind");
    if (version != UseVersion)
        return unusable("it is of another version");
    if (QCryptographicHash::hash(body, UseChecksum) != bytes.last(UseChecksumSize))
        return unusable("it is damaged");
    LastUse use;
    qint32 count = 0;
    in >> use.m_account >> use.m_asOf >> count;
    if (use.m_account != account)
        return unusable("it is another account's");
    if (!use.m_asOf.isValid())
        return unusable("it makes no sense");
    // No memory is reserved for `count`, which may be wrong: the loop ends with the bytes.
    for (; count > 0 && in.status() == QDataStream::Ok; --count) {
        QByteArray id;
        Unchanged each;
        in >> id >> each.cpuHours >> each.finishedJobs >> each.created >> each.since;
        if (each.since > use.m_asOf.toMSecsSinceEpoch())
            return unusable("it makes no sense");
        use.m_since.insert(id, each);
    }
    if (in.status() != QDataStream::Ok || !in.atEnd() || count < 0)
        return unusable("it makes no sense");
    return use;
}

} // namespace clusterdeck
