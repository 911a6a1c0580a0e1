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

/// How long a deletion takes, by the hasty clock.
constexpr std::chrono::milliseconds JobTime = 20s;

FaultAnswer jsonOf(const QJsonObject &object)
{
    return FaultAnswer::json(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Misfortune broken(const QString &name, Fault fault, bool carriesOut)
{
    Misfortune misfortune;
    misfortune.name = name + (carriesOut ? QStringLiteral(", carried out") : QString());
    misfortune.answer = FaultAnswer::of(fault);
    misfortune.carriesOut = carriesOut;
    return misfortune;
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
        rows.append(broken(QLatin1String(name), fault, false));
        if (fault != Fault::CloseAfterHead && fault != Fault::ResetAfterHead)
            rows.append(broken(QLatin1String(name), fault, true));
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
        307; // the redirect that would repeat a POST elsewhere; Location is filled in later
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

FaultyWorld::FaultyWorld(Clock &clock, Misfortune misfortune, Call call, Which which, int clusters)
    : m_clock(clock)
    , m_misfortune(std::move(misfortune))
    , m_call(call)
    , m_which(which)
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
    // Every call of a world that nobody vouches for, or that is not there, goes wrong alike.
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
    const bool struck = call == m_call && strikes(call);
    if (struck && m_misfortune.clockAhead != 0) {
        FaultAnswer refusal = FaultAnswer::code(1300);
        const QDateTime there = m_clock.utcNow().addSecs(m_misfortune.clockAhead);
        refusal.headers = {"Date: " +
                           QLocale::c()
                               .toString(there, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
                               .toLatin1()};
        return refusal;
    }
    if (call == Call::Delete) {
        for (const QString &id : idsIn(request.body)) {
            // A refusal that concerns the whole batch proves that nothing was done: once a person
            // has looked into it, the id may be sent again.
            if (!struck || !m_misfortune.holdsTheBatch)
                ++m_posts[id];
        }
    }
    if (!struck)
        return truth(call, request);
    if (m_misfortune.carriesOut)
        (void)truth(call, request);
    return m_misfortune.answer;
}

bool FaultyWorld::strikes(Call)
{
    ++m_seen;
    switch (m_which) {
    case Which::First:
        return m_seen == 1;
    case Which::Middle:
        return m_call == Call::Delete ? m_seen == 10 : m_seen >= 3 && m_seen <= 6;
    case Which::All:
        return true;
    }
    return false;
}

FaultAnswer FaultyWorld::truth(Call call, const RecordedRequest &request)
{
    switch (call) {
    case Call::List:
        return list(request);
    case Call::Operation:
        return operations(request);
    case Call::Delete:
        break;
    }
    const QStringList ids = idsIn(request.body);
    return ids.size() == 1 ? remove(ids.constFirst()) : FaultAnswer::code(1100);
}

FaultAnswer FaultyWorld::list(const RecordedRequest &request) const
{
    const int offset = request.parameter("offset").toInt();
    QJsonArray rows;
    const QStringList ids = m_clusters.keys();
    for (const QString &id : ids.mid(offset, 100)) {
        const ClusterRecord &cluster = *m_clusters.constFind(id);
        rows.append(QJsonObject{{"cluster_id", cluster.id},
                                {"cluster_name", cluster.name},
                                {"cluster_status", cluster.status},
                                {"transition_status", cluster.transition},
                                {"paid_type", cluster.billing},
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
    QJsonArray rows;
    for (const Job &job : m_jobs) {
        const QString jobId = QStringLiteral("j-") + job.id;
        if (!asked.isEmpty() && asked != jobId)
            continue;
        rows.append(QJsonObject{{"job_id", jobId},
                                {"job_action", "HpcClusterDeleteCluster"},
                                {"status", job.ends > m_clock.awake() ? "pending" : "successful"},
                                {"resource_ids", job.id},
                                {"owner", "usr-me"},
                                {"create_time", job.created.toString(Qt::ISODate)}});
    }
    return jsonOf({{"ret_code", 0}, {"total_count", rows.size()}, {"job_set", rows}});
}

FaultAnswer FaultyWorld::remove(const QString &id)
{
    const auto cluster = m_clusters.find(id);
    if (cluster == m_clusters.end())
        return FaultAnswer::code(2100);
    if (!cluster->transition.isEmpty())
        return FaultAnswer::code(1400);
    cluster->transition = QStringLiteral("deleting");
    const QDateTime here = m_clock.utcNow().addSecs(m_misfortune.clockAhead);
    m_jobs.insert(id, {id, here, m_clock.awake() + JobTime});
    return jsonOf({{"ret_code", 0}, {"job_id", QStringLiteral("j-") + id}});
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
        if (job.ends <= m_clock.awake())
            m_clusters.remove(job.id);
    }
}

} // namespace clusterdeck
