// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"
#include "app/support/clock.h"
#include "tests/support/faultserver.h"

#include <QMap>

#include <chrono>

namespace clusterdeck
{

enum class Call { Delete, List, Operation };
enum class Which { First, Middle, All };

[[nodiscard]] QString nameOf(Call call);
[[nodiscard]] QString nameOf(Which which);

/// A fault in a call.
struct Misfortune {
    QString name;
    FaultAnswer answer;
    bool carriesOut = false;        ///< the deletion is carried out nevertheless
    bool carriesOutHalf = false;    ///< the same, for the first half of a request for several
    bool provesNothingDone = false; ///< the answer states that nothing was done
    bool refusesPort = false;       ///< the port is closed while the fault lasts
    bool holdsTheBatch = false;     ///< a refusal that says nothing about the single cluster
    qint64 clockAhead = 0;          ///< seconds; the server refuses the request's time with 1300
    bool untrusted = false;         ///< TLS with an untrusted certificate
};

/// Whether the fault affects every call, whichever call it is meant for.
[[nodiscard]] inline bool lastsAlways(const Misfortune &misfortune)
{
    return misfortune.refusesPort || misfortune.untrusted;
}

/// The faults of the matrix.
[[nodiscard]] QList<Misfortune> misfortunes();
/// Further faults of requests for several clusters: half is carried out, the whole is refused.
[[nodiscard]] QList<Misfortune> misfortunesOfGroups();

/// A cloud as in app/api/README.md behind a FaultServer: list, delete and operation log, with one
/// fault in one kind of call. Records which requests arrived and what was carried out.
class FaultyWorld
{
public:
    /// `together`: clusters in one request; determines which request is the middle one.
    FaultyWorld(Clock &clock, Misfortune misfortune, Call call, Which which, int clusters,
                int together = 1);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] static QString idOf(int cluster);
    [[nodiscard]] static ClusterRecord record(int cluster);

    /// How long a deletion takes, from the next deletion on.
    std::chrono::milliseconds jobTime{20'000};
    /// How far the operation log's clock is behind the server's clock.
    std::chrono::milliseconds logBehind{0};
    /// The list shows no transition while a deletion runs.
    bool hidesTransitions = false;
    /// The status with which the list still shows a deleted cluster; empty: it is not listed.
    QString statusOfDeleted = {};

    [[nodiscard]] bool has(const QString &id) const { return m_clusters.contains(id); }
    [[nodiscard]] bool wasCarriedOut(const QString &id) const { return m_jobs.contains(id); }
    [[nodiscard]] QStringList postedIds() const { return m_posts.keys(); }
    /// Deletions of this id that arrived, except those refused only for their time.
    [[nodiscard]] int postsThatCount(const QString &id) const { return m_posts.value(id); }
    /// Ids that were refused together with others and were sent again before both list and log were
    /// read again.
    [[nodiscard]] QStringList postedUnread() const { return m_postedUnread; }
    /// Requests for more than one cluster that arrived.
    [[nodiscard]] int groups() const { return m_groups; }
    /// Whether the client followed a redirect; it must not.
    [[nodiscard]] bool wasFollowed() const { return !m_elsewhere.requests().isEmpty(); }

private:
    struct Job {
        QString id; ///< of the deleted cluster
        QString jobId;
        QDateTime created;
        std::chrono::milliseconds ends{0};
    };

    [[nodiscard]] FaultAnswer answer(const RecordedRequest &request);
    [[nodiscard]] bool strikes();
    [[nodiscard]] FaultAnswer truth(Call call, const RecordedRequest &request);
    [[nodiscard]] FaultAnswer list(const RecordedRequest &request) const;
    [[nodiscard]] FaultAnswer operations(const RecordedRequest &request) const;
    [[nodiscard]] FaultAnswer remove(const QStringList &ids);
    void notePosts(const QStringList &ids, bool struck);
    [[nodiscard]] int refusalOf(const QStringList &ids) const;
    [[nodiscard]] static QStringList idsIn(const QByteArray &body);
    void settleJobs();

    Clock &m_clock;
    int m_clockAhead = 0; ///< seconds
    Misfortune m_misfortune;
    Call m_call;
    Which m_which;
    int m_together;
    std::unique_ptr<FaultServer> m_server;
    FaultServer m_elsewhere; ///< target of redirects
    int m_seen = 0;          ///< calls of the affected kind
    QMap<QString, ClusterRecord> m_clusters;
    QMap<QString, Job> m_jobs; ///< by cluster
    QMap<QString, int> m_posts;
    int m_lists = 0; ///< correct answers
    int m_logs = 0;  ///< correct answers
    int m_groups = 0;
    QMap<QString, std::pair<int, int>> m_refusedTogether; ///< lists and logs until then
    QStringList m_postedUnread;
};

} // namespace clusterdeck
