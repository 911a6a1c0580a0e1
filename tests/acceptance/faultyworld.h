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

/// Something that goes wrong with a call.
struct Misfortune {
    QString name;
    FaultAnswer answer;
    bool carriesOut = false;        ///< the deletion happens all the same
    bool carriesOutHalf = false;    ///< the same for the first half of several
    bool provesNothingDone = false; ///< says so, that is
    bool refusesPort = false;       ///< nobody listens while it lasts
    bool holdsTheBatch = false;     ///< a refusal that says nothing about the one cluster
    qint64 clockAhead = 0;          ///< seconds; the server then refuses our time with 1300
    bool untrusted = false;         ///< TLS with a certificate that nobody vouches for
};

/// Whether it is a state of the whole world, whichever call it is meant for.
[[nodiscard]] inline bool lastsAlways(const Misfortune &misfortune)
{
    return misfortune.refusesPort || misfortune.untrusted;
}

/// The rows of the matrix.
[[nodiscard]] QList<Misfortune> misfortunes();
/// More of them, which only requests for several clusters can meet: a part is carried out, and the
/// whole is refused.
[[nodiscard]] QList<Misfortune> misfortunesOfGroups();

/// A cloud of app/api/README.md behind a FaultServer: list, delete and operation log, with one
/// misfortune in the way of one kind of call. It keeps its own books of what arrived and what was
/// done.
class FaultyWorld
{
public:
    /// `together`: clusters in one request, which says how many requests make a middle.
    FaultyWorld(Clock &clock, Misfortune misfortune, Call call, Which which, int clusters,
                int together = 1);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] static QString idOf(int cluster);
    [[nodiscard]] static ClusterRecord record(int cluster);

    /// How long a deletion takes, from the next one on.
    std::chrono::milliseconds jobTime{20'000};
    /// How far the operation log's clock is behind the server's.
    std::chrono::milliseconds logBehind{0};
    /// The list shows nothing of a deletion that runs.
    bool hidesTransitions = false;
    /// What the list goes on saying of a cluster that was deleted; empty: it is not listed.
    QString statusOfDeleted = {};

    [[nodiscard]] bool has(const QString &id) const { return m_clusters.contains(id); }
    [[nodiscard]] bool wasCarriedOut(const QString &id) const { return m_jobs.contains(id); }
    [[nodiscard]] QStringList postedIds() const { return m_posts.keys(); }
    /// Deletions of this id that arrived; one that was refused for its time alone does not count.
    [[nodiscard]] int postsThatCount(const QString &id) const { return m_posts.value(id); }
    /// Ids that were refused together with others and came again before the list and the log had
    /// been read anew.
    [[nodiscard]] QStringList postedUnread() const { return m_postedUnread; }
    /// Requests for more than one cluster that arrived.
    [[nodiscard]] int groups() const { return m_groups; }
    /// Whether a redirect was followed: nothing may arrive where it leads.
    [[nodiscard]] bool wasFollowed() const { return !m_elsewhere.requests().isEmpty(); }

private:
    struct Job {
        QString id; ///< of its cluster
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
    FaultServer m_elsewhere; ///< where redirects lead
    int m_seen = 0;          ///< calls of the kind that is struck
    QMap<QString, ClusterRecord> m_clusters;
    QMap<QString, Job> m_jobs; ///< by cluster
    QMap<QString, int> m_posts;
    int m_lists = 0; ///< answered truly
    int m_logs = 0;  ///< the same
    int m_groups = 0;
    QMap<QString, std::pair<int, int>> m_refusedTogether; ///< lists and logs until then
    QStringList m_postedUnread;
};

} // namespace clusterdeck
