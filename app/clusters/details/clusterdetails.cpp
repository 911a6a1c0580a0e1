// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/details/clusterdetails.h"

#include <algorithm>

namespace clusterdeck
{

ClusterDetails::ClusterDetails(const ClusterModel &clusters, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clusters(clusters)
    , m_clock(clock)
{
    connect(&clusters, &ClusterModel::updateEnds, this, &ClusterDetails::follow);
}

void ClusterDetails::choose(const ClusterKey &key, CloudApi *api)
{
    if (m_cluster && m_cluster->key() == key && m_api == api)
        return;
    std::optional<Cluster> cluster = m_clusters.find(key);
    if (!cluster) {
        clear();
        return;
    }
    m_cluster = std::move(cluster);
    m_api = api;
    forget();
    m_settling.start(Settle, [this] {
        m_settled = true;
        readSeen();
    });
}

void ClusterDetails::clear()
{
    if (!m_cluster)
        return;
    m_cluster.reset();
    m_api = nullptr;
    forget();
}

/// Removes everything of the cluster before; nothing is read yet.
void ClusterDetails::forget()
{
    m_settling.stop();
    m_settled = false;
    m_listed = true;
    m_denied = false;
    m_reads = {};
    m_keys = {};
    m_nodes.clear();
    m_jobs.clear();
    m_users.clear();
    m_operations.clear();
    m_logUntil = {};
    // The offered software is the same for all clusters of a cloud.
    const bool offered = m_offeredBy == m_api && status(DetailSection::Software).atEnd;
    const SectionStatus software = offered ? status(DetailSection::Software) : SectionStatus();
    m_status = {};
    m_status[std::size_t(DetailSection::Software)] = software;
    if (!offered)
        m_offered.clear();
    emit clusterChanged();
    for (int section = 0; section < DetailSectionCount; ++section)
        emit sectionChanged(DetailSection(section));
}

/// After a listing: updates the cluster, or notes that it is no longer listed.
void ClusterDetails::follow()
{
    if (!m_cluster)
        return;
    std::optional<Cluster> now = m_clusters.find(m_cluster->key());
    const bool listed = now.has_value();
    if (listed == m_listed && (!listed || *now == *m_cluster))
        return;
    const bool otherSoftware = listed && now->record.software != m_cluster->record.software;
    m_denied = m_denied && listed == m_listed;
    m_listed = listed;
    if (listed)
        m_cluster = std::move(now);
    emit clusterChanged();
    if (otherSoftware)
        emit sectionChanged(DetailSection::Software);
}

void ClusterDetails::setDenied(bool denied)
{
    const bool wasGone = isGone();
    m_denied = denied;
    if (isGone() != wasGone)
        emit clusterChanged();
}

void ClusterDetails::see(std::optional<DetailSection> section)
{
    m_seen = section;
    readSeen();
}

void ClusterDetails::readSeen()
{
    if (!m_seen || !m_settled || status(*m_seen).state != ReadState::NotAsked)
        return;
    if (*m_seen == DetailSection::Software && m_cluster->record.software.isEmpty())
        return; // nothing to explain
    read(*m_seen, 0, Quota::Respected);
}

void ClusterDetails::refresh(DetailSection section)
{
    read(section, 0, Quota::Respected);
}

void ClusterDetails::readMore(DetailSection section)
{
    const SectionStatus &now = status(section);
    if (now.state != ReadState::Loading && now.hasMore())
        read(section, now.sent, Quota::Respected);
}

void ClusterDetails::readAnyway(DetailSection section)
{
    const SectionStatus &now = status(section);
    if (now.state == ReadState::Withheld)
        read(section, now.hasMore() ? now.sent : 0, Quota::Ignored);
}

void ClusterDetails::read(DetailSection section, int offset, Quota quota)
{
    if (!m_cluster || !m_api)
        return;
    const std::optional<int> left = m_api->callsLeft();
    if (quota == Quota::Respected && left &&
        *left <= sharesOf(m_api->callsAnHour()).keptFromDetails) {
        setStatus(section, withheld(status(section)));
        return;
    }
    auto &context = m_reads.at(std::size_t(section));
    context = std::make_unique<QObject>(); // ends the read before, if there is one
    m_begun.at(std::size_t(section)) = m_clock.utcNow();
    setStatus(section, asked(status(section)));
    ask(section, offset, context.get());
}

void ClusterDetails::ask(DetailSection section, int offset, QObject *context)
{
    const QString id = m_cluster->record.id;
    switch (section) {
    case DetailSection::Nodes:
        return ask(section, offset, context, reads::nodes(id), m_nodes);
    case DetailSection::Jobs:
        return ask(section, offset, context, reads::schedulerJobs(id), m_jobs);
    case DetailSection::Users:
        return ask(section, offset, context, reads::logins(id), m_users);
    case DetailSection::Software:
        m_offeredBy = m_api;
        return ask(section, offset, context, reads::software(), m_offered);
    case DetailSection::Operations:
        m_logAsked = m_api->serverNow();
        return ask(section, offset, context, reads::operationsAbout(id), m_operations);
    }
}

template <class Record>
void ClusterDetails::ask(DetailSection section, int offset, QObject *context,
                         const PageCall<Record> &call, QList<Record> &rows)
{
    m_api->list(call, offset, context,
                [this, section, offset, &rows](const Result<Page<Record>> &page) {
                    if (!page)
                        return failed(section, page.error());
                    take(section, offset, rows, page->records);
                    pageCame(section, offset, page->rows, page->total);
                });
}

/// Rows may move between two pages: a row that is already there is not shown twice.
template <class Record>
void ClusterDetails::take(DetailSection section, int offset, QList<Record> &rows,
                          const QList<Record> &page)
{
    QSet<QString> &keys = m_keys.at(std::size_t(section));
    if (offset == 0) {
        rows.clear();
        keys.clear();
    }
    for (const Record &record : page) {
        // A service that ignores the filter sends operations of other clusters too.
        if (keys.contains(record.key()) || !isAbout(record))
            continue;
        keys.insert(record.key());
        rows.append(record);
    }
}

void ClusterDetails::pageCame(DetailSection section, int offset, int rows, std::optional<int> total)
{
    const QDateTime begun = m_begun.at(std::size_t(section));
    if (section == DetailSection::Operations && offset == 0)
        m_logUntil = m_logAsked;
    setStatus(section, pageRead(status(section), offset, rows, total, begun));
    const SectionStatus &now = status(section);
    // The log also has deleted clusters, and the offered software belongs to no cluster.
    if (section != DetailSection::Software && section != DetailSection::Operations)
        setDenied(false);
    if (section == DetailSection::Software && now.hasMore() && now.sent < MostSoftware)
        read(section, now.sent, Quota::Respected);
}

void ClusterDetails::failed(DetailSection section, const ApiError &error)
{
    SectionStatus now = pageFailed(status(section), error);
    // The offered software says nothing about the cluster.
    if (section == DetailSection::Software)
        now.state = ReadState::Failed;
    setStatus(section, now);
    if (now.state == ReadState::Gone)
        setDenied(true);
}

void ClusterDetails::setStatus(DetailSection section, const SectionStatus &status)
{
    m_status.at(std::size_t(section)) = status;
    emit sectionChanged(section);
}

/// Whether the operation names this cluster or no resource at all.
bool ClusterDetails::isAbout(const OperationRecord &operation) const
{
    const ClusterRecord &record = m_cluster->record;
    return operation.resourceIds.isEmpty() || operation.resourceIds.contains(record.id) ||
           (!record.appClusterId.isEmpty() && operation.resourceIds.contains(record.appClusterId));
}

QList<SoftwareRecord> ClusterDetails::software() const
{
    return m_cluster ? explained(m_cluster->record.software, m_offered) : QList<SoftwareRecord>();
}

QList<SoftwareRecord> explained(const QStringList &software, const QList<SoftwareRecord> &offered)
{
    QList<SoftwareRecord> found;
    for (const QString &each : software) {
        const auto known = std::find_if(offered.begin(), offered.end(), [&](const auto &record) {
            return (record.name + u' ' + record.version).trimmed() == each;
        });
        SoftwareRecord record;
        record.name = each;
        found.append(known == offered.end() ? record : *known);
    }
    return found;
}

} // namespace clusterdeck
