// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/lastuse.h"

#include "app/clusters/clusterstate.h"
#include "app/clusters/listing/keptframe.h"

#include <chrono>

namespace clusterdeck
{

namespace
{

constexpr KeptFrame UseFrame{0x434c4455, 1}; // "CLDU"

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

bool LastUse::isUnused(const ClusterRow &then, const ClusterRow &now)
{
    const auto before = countsOf(then);
    const auto counts = countsOf(now);
    return before && counts && before->isSame(*counts) && !hasJobs(now);
}

QByteArray LastUse::encoded() const
{
    return UseFrame.encoded(m_account, m_asOf, qint32(m_since.size()), [this](QDataStream &out) {
        for (auto each = m_since.cbegin(); each != m_since.cend(); ++each)
            out << each.key() << each->cpuHours << each->finishedJobs << each->created
                << each->since;
    });
}

tl::expected<LastUse, QString> LastUse::decoded(const QByteArray &bytes, const QString &account)
{
    LastUse use;
    const auto asOf =
        UseFrame.decoded(bytes, account, [&use](QDataStream &in, const QDateTime &at) {
            QByteArray id;
            Unchanged each;
            in >> id >> each.cpuHours >> each.finishedJobs >> each.created >> each.since;
            use.m_since.insert(id, each);
            return each.since <= at.toMSecsSinceEpoch();
        });
    if (!asOf)
        return tl::unexpected(asOf.error());
    use.m_account = account;
    use.m_asOf = *asOf;
    return use;
}

} // namespace clusterdeck
