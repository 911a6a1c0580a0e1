// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyworld.h"

#include "app/api/apierror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QUrlQuery>

#include <algorithm>

namespace clusterdeck
{

using namespace std::chrono_literals;

namespace
{

FaultAnswer jsonOf(const QJsonObject &object)
{
    return FaultAnswer::json(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Misfortune said(const QString &name, const FaultAnswer &answer, bool carriesOut = false)
{
    Misfortune misfortune;
    misfortune.name = name + (carriesOut ? QStringLiteral(", carried out") : QString());
    misfortune.answer = answer;
    misfortune.carriesOut = carriesOut;
    return misfortune;
}

QList<Misfortune> transportFaults()
{
    const QList<std::pair<const char *, Fault>> faults{
        {"close after the head", Fault::CloseAfterHead},
        {"reset after the head", Fault::ResetAfterHead},
        {"read and closed", Fault::ReadAndClose},
        {"read and reset", Fault::ReadAndReset},
        {"hang", Fault::Hang},
        {"half header", Fault::CloseInHeader},
        {"half header and reset", Fault::ResetInHeader},
        {"half header and silence", Fault::HangInHeader},
        {"half body", Fault::CloseInBody},
        {"half body and reset", Fault::ResetInBody},
        {"half body and silence", Fault::HangInBody},
        {"trickling header", Fault::TrickleHeader},
        {"trickling body", Fault::TrickleBody},
        {"many headers", Fault::ManyHeaders},
        {"malformed header", Fault::MalformedHeader},
    };
    QList<Misfortune> rows;
    for (const auto &[name, fault] : faults) {
        rows.append(said(QLatin1String(name), FaultAnswer::of(fault)));
        if (fault != Fault::CloseAfterHead && fault != Fault::ResetAfterHead)
            rows.append(said(QLatin1String(name), FaultAnswer::of(fault), true));
    }
    return rows;
}

QList<Misfortune> wrongAnswers()
{
    QList<Misfortune> rows;
    for (const bool done : {false, true}) {
        rows.append(said(QStringLiteral("500 with HTML"),
                         FaultAnswer::json("<html>oops</html>", 500), done));
        rows.append(
            said(QStringLiteral("502"), FaultAnswer::json("<html>Bad Gateway</html>", 502), done));
        rows.append(
            said(QStringLiteral("200 with garbage"), FaultAnswer::json("\x01\x02{{{"), done));
        rows.append(said(QStringLiteral("200 without ret_code"),
                         FaultAnswer::json(R"({"action": "x"})"), done));
        rows.append(said(QStringLiteral("200 and empty"), FaultAnswer::json(""), done));
    }
    const QList<int> Holding{1200, 1300, 1600, 1662, 2000, 2500, 5300};
    for (const int code : {1100, 1101, 1200, 1300, 1400, 1600, 1662, 2000, 2100, 2300, 2400, 2500,
                           3300, 4000, 4005, 5000, 5100, 5200, 5300, 5400, 8000, 8004, 7777}) {
        const QString name = QStringLiteral("code %1").arg(code);
        rows.append(said(name, FaultAnswer::code(code)));
        rows.last().holdsTheBatch = Holding.contains(code);
        rows.last().provesNothingDone = errorForCode(code).outcome != Outcome::Unknown;
        if (errorForCode(code).outcome == Outcome::Unknown)
            rows.append(said(name, FaultAnswer::code(code), true));
    }
    return rows;
}

QList<Misfortune> otherMisfortunes()
{
    Misfortune refused;
    refused.name = QStringLiteral("connection refused");
    refused.refusesPort = true;
    Misfortune untrusted;
    untrusted.name = QStringLiteral("TLS failure");
    untrusted.untrusted = true;
    Misfortune early;
    early.name = QStringLiteral("clock 10 min ahead");
    early.clockAhead = 600;
    Misfortune late = early;
    late.name = QStringLiteral("clock 10 min behind");
    late.clockAhead = -600;
    FaultAnswer redirect;
    redirect.status =
        307; // a client that follows it repeats the POST elsewhere; Location is filled in later
    return {refused, untrusted, early, late, said(QStringLiteral("redirect"), redirect)};
}

} // namespace

QString nameOf(Call call)
{
    switch (call) {
    case Call::Delete:
        return QStringLiteral("delete");
    case Call::List:
        return QStringLiteral("list");
    case Call::Operation:
        return QStringLiteral("operation");
    }
    return {};
}

QString nameOf(Which which)
{
    switch (which) {
    case Which::First:
        return QStringLiteral("first");
    case Which::Middle:
        return QStringLiteral("middle");
    case Which::All:
        return QStringLiteral("every");
    }
    return {};
}

QList<Misfortune> misfortunes()
{
    return transportFaults() + wrongAnswers() + otherMisfortunes();
}

QList<Misfortune> misfortunesOfGroups()
{
    QList<Misfortune> rows;
    for (const int code : {1200, 1400, 2100, 2500, 5000, 5200, 5300, 5400}) {
        Misfortune partly = said(QStringLiteral("code %1, half of it carried out").arg(code),
                                 FaultAnswer::code(code));
        partly.carriesOutHalf = true;
        partly.holdsTheBatch = code == 1200 || code == 2500 || code == 5300;
        partly.provesNothingDone = errorForCode(code).outcome != Outcome::Unknown;
        rows.append(partly);
    }
    return rows;
}

FaultyWorld::FaultyWorld(Clock &clock, Misfortune misfortune, Call call, Which which, int clusters,
                         int together)
    : m_clock(clock)
    , m_misfortune(std::move(misfortune))
    , m_call(call)
    , m_which(which)
    , m_together(together)
    , m_server(std::make_unique<FaultServer>(
          m_misfortune.untrusted ? FaultServer::Transport::Tls : FaultServer::Transport::Plain))
{
    for (int i = 0; i < clusters; ++i)
        m_clusters.insert(idOf(i), record(i));
    if (m_misfortune.answer.status == 307)
        m_misfortune.answer.headers = {"Location: " + m_elsewhere.url().toEncoded() +
                                       "/api/cluster/list"};
    m_server->answerWith([this](const RecordedRequest &request) { return answer(request); });
}

QUrl FaultyWorld::url() const
{
    // With an untrusted certificate or a closed port, every call fails.
    if (m_misfortune.refusesPort)
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(FaultServer::closedPort()));
    return m_server->url();
}

QString FaultyWorld::idOf(int cluster)
{
    return QStringLiteral("ehpc-%1").arg(cluster, 3, 10, QLatin1Char('0'));
}

ClusterRecord FaultyWorld::record(int cluster)
{
    ClusterRecord record;
    record.id = idOf(cluster);
    record.name = record.id;
    record.status = QStringLiteral("stopped");
    record.billing = QStringLiteral("PayForUsed");
    record.description = QStringLiteral(" "); // the cloud states that there is none
    record.owner = QStringLiteral("usr-me");
    record.nodes = 1;
    record.runningJobs = 0;
    record.pendingJobs = 0;
    return record;
}

FaultAnswer FaultyWorld::answer(const RecordedRequest &request)
{
    settleJobs();
    const Call call = request.method == "POST"             ? Call::Delete
                      : request.path() == "/api/operation" ? Call::Operation
                                                           : Call::List;
    const bool struck = call == m_call && strikes();
    if (struck && m_misfortune.clockAhead != 0) {
        FaultAnswer refusal = FaultAnswer::code(1300);
        m_clockAhead = m_misfortune.clockAhead; // the server's clock and the log's clock jump
        const QDateTime there = m_clock.utcNow().addSecs(m_clockAhead);
        refusal.headers = {"Date: " +
                           QLocale::c()
                               .toString(there, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
                               .toLatin1()};
        return refusal;
    }
    const QStringList ids = call == Call::Delete ? idsIn(request.body) : QStringList();
    if (call == Call::Delete)
        notePosts(ids, struck);
    if (!struck)
        return truth(call, request);
    if (m_misfortune.carriesOut)
        (void)truth(call, request);
    if (m_misfortune.carriesOutHalf && ids.size() > 1)
        (void)remove(ids.first((ids.size() + 1) / 2));
    return m_misfortune.answer;
}

/// Counts the requests that may have been carried out.
void FaultyWorld::notePosts(const QStringList &ids, bool struck)
{
    m_groups += ids.size() > 1 ? 1 : 0;
    for (const QString &id : ids) {
        const auto refused = m_refusedTogether.constFind(id);
        if (refused != m_refusedTogether.cend() &&
            (refused->first == m_lists || refused->second == m_logs))
            m_postedUnread.append(id);
    }
    const bool honestRefusal = !struck && ids.size() > 1 && refusalOf(ids) != 0;
    const bool saysNo = honestRefusal || (struck && m_misfortune.provesNothingDone);
    const qsizetype done = struck && m_misfortune.carriesOut ? ids.size()
                           : struck && m_misfortune.carriesOutHalf && ids.size() > 1
                               ? (ids.size() + 1) / 2
                               : 0;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (saysNo && ids.size() > 1)
            m_refusedTogether.insert(ids.at(i), {m_lists, m_logs});
        // A refusal of the whole batch proves that nothing was done; a refusal of several clusters
        // proves it after a read-back. Such an id may be sent again, unless it was carried out.
        const bool proven = struck && m_misfortune.holdsTheBatch;
        const bool together = saysNo && ids.size() > 1;
        const bool forgiven = (proven || together) && i >= done;
        if (!forgiven)
            ++m_posts[ids.at(i)];
    }
}

bool FaultyWorld::strikes()
{
    ++m_seen;
    switch (m_which) {
    case Which::First:
        return m_seen == 1;
    case Which::Middle:
        return m_call == Call::Delete ? m_seen == (m_together > 1 ? 2 : 10)
                                      : m_seen >= 3 && m_seen <= 6;
    case Which::All:
        return true;
    }
    return false;
}

FaultAnswer FaultyWorld::truth(Call call, const RecordedRequest &request)
{
    switch (call) {
    case Call::List:
        ++m_lists;
        return list(request);
    case Call::Operation:
        ++m_logs;
        return operations(request);
    case Call::Delete:
        break;
    }
    return remove(idsIn(request.body));
}

FaultAnswer FaultyWorld::list(const RecordedRequest &request) const
{
    const int offset = request.parameter("offset").toInt();
    QJsonArray rows;
    const QStringList ids = m_clusters.keys();
    for (const QString &id : ids.mid(offset, 100)) {
        const ClusterRecord &cluster = *m_clusters.constFind(id);
        rows.append(
            QJsonObject{{"cluster_id", cluster.id},
                        {"cluster_name", cluster.name},
                        {"cluster_status", cluster.status},
                        {"transition_status", hidesTransitions ? QString() : cluster.transition},
                        {"paid_type", cluster.billing},
                        {"description", cluster.description},
                        {"owner", cluster.owner},
                        {"total_node_count", 1},
                        {"running_job_count", 0},
                        {"pending_job_count", 0}});
    }
    return jsonOf({{"ret_code", 0}, {"total_count", int(ids.size())}, {"cluster_set", rows}});
}

FaultAnswer FaultyWorld::operations(const RecordedRequest &request) const
{
    const QString asked = QString::fromLatin1(request.parameter("job_ids"));
    QMap<QString, QStringList> clusters;
    for (const Job &job : m_jobs)
        clusters[job.jobId].append(job.id);
    QJsonArray rows;
    for (auto it = clusters.cbegin(); it != clusters.cend(); ++it) {
        if (!asked.isEmpty() && asked != it.key())
            continue;
        const Job job = m_jobs.value(it.value().constFirst());
        rows.append(QJsonObject{{"job_id", it.key()},
                                {"job_action", "HpcClusterDeleteCluster"},
                                {"status", job.ends > m_clock.awake() ? "pending" : "successful"},
                                {"resource_ids", it.value().join(u' ')},
                                {"owner", "usr-me"},
                                {"create_time", (job.created - logBehind).toString(Qt::ISODate)}});
    }
    return jsonOf({{"ret_code", 0}, {"total_count", rows.size()}, {"job_set", rows}});
}

/// The code of a correct cloud's refusal; 0: not refused.
int FaultyWorld::refusalOf(const QStringList &ids) const
{
    if (ids.isEmpty())
        return 1100;
    for (const QString &id : ids) {
        const auto cluster = m_clusters.constFind(id);
        if (cluster == m_clusters.cend())
            return 2100;
        if (!cluster->transition.isEmpty())
            return 1400;
    }
    return 0;
}

/// Deletes all in one job, or none.
FaultAnswer FaultyWorld::remove(const QStringList &ids)
{
    if (const int code = refusalOf(ids); code != 0)
        return FaultAnswer::code(code);
    const QString jobId = QStringLiteral("j-") + ids.constFirst();
    const QDateTime here = m_clock.utcNow().addSecs(m_clockAhead);
    for (const QString &id : ids) {
        m_clusters[id].transition = QStringLiteral("deleting");
        m_jobs.insert(id, {id, jobId, here, m_clock.awake() + jobTime});
    }
    return jsonOf({{"ret_code", 0}, {"job_id", jobId}});
}

QStringList FaultyWorld::idsIn(const QByteArray &body)
{
    QStringList ids;
    const QJsonArray array =
        QJsonDocument::fromJson(body).object().value(QStringLiteral("cluster_ids")).toArray();
    for (const QJsonValue &id : array)
        ids.append(id.toString());
    return ids;
}

void FaultyWorld::settleJobs()
{
    for (const Job &job : std::as_const(m_jobs)) {
        if (job.ends > m_clock.awake())
            continue;
        if (statusOfDeleted.isEmpty()) {
            m_clusters.remove(job.id);
        } else {
            m_clusters[job.id].status = statusOfDeleted;
            m_clusters[job.id].transition.clear();
        }
    }
}

} // namespace clusterdeck
