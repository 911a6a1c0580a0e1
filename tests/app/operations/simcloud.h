// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"
#include "app/api/quotapolicy.h"
#include "app/support/clock.h"
#include "tests/support/utc.h"

#include <QHash>
#include <QMap>

#include <array>

namespace clusterdeck
{

/// A cloud in memory with the test's clock, for sequences of events that no real server can be made
/// to show. Its ledger of arrived requests is compared with what the program states.
class SimCloud : public CloudApi
{
public:
    /// The result of one call. The default is a correct answer.
    struct Fate {
        bool arrives = true;           ///< false: nothing reaches the cloud
        std::optional<ApiError> error; ///< returned instead of the correct answer
        int partly = -1;               ///< number of clusters that are carried out; -1: all or none
        std::chrono::milliseconds late{0}; ///< delay of the request on its way
        bool answerOfEarlier = false; ///< answered with the job id of the previous accepted request
    };

    /// Permanent properties of this cloud. The default is the documented behaviour.
    struct Behaviour {
        /// By how much times in the log are ahead of the server's clock: a wrong clock, or local
        /// time without a zone.
        std::chrono::milliseconds logClock{0};
        bool logTimesReadable = true;
        std::chrono::milliseconds logDelay{0}; ///< until an operation appears in the log
        bool ignoresFilters = false;           ///< of the log and of the list
        bool filtersOtherIds = false;          ///< of the list: it never finds an id
        bool showsTransitions = true;
        /// Deleted clusters stay in the list for endedStay with this status, if it is not empty.
        QString endedStatus;
        std::chrono::milliseconds endedStay = std::chrono::hours(5);
        bool keepsStates = false; ///< needed for listingAge
    };

    /// A write that reached the cloud, for one of its clusters.
    struct Entry {
        Verb verb = Verb::Delete;
        QString id;
        bool carriedOut = false;
        int request = 0; ///< number of the request
        int job = 0;     ///< Job::number of the job that carries it out
    };

    struct Job {
        int number = 0; ///< unique, unlike a job id
        OperationRecord record;
        Verb verb = Verb::Delete;
        std::chrono::milliseconds begun{0};
        std::chrono::milliseconds ends{0};
        bool fails = false;
        bool over = false;
    };

    explicit SimCloud(Clock &clock)
        : m_clock(clock)
    {
    }

    QList<ClusterRecord> clusters;
    QList<Job> jobs;
    QList<Entry> ledger;
    QString user = QStringLiteral("usr-me");
    std::chrono::milliseconds latency{50};
    std::chrono::milliseconds jobTime{8000};
    std::chrono::milliseconds ahead{0};
    std::chrono::milliseconds serverJump{0};    ///< change of the server's clock
    std::chrono::milliseconds estimateError{0}; ///< of serverNow(), from the network delay
    /// serverNow() is the client's wall clock plus the difference seen in the last answer, as in
    /// the real client.
    bool estimatesByWallClock = false;
    Behaviour behaviour;
    std::optional<int> left;
    /// Answers 2500 when the quota is used up; the client counts the same calls. None: calls are
    /// not counted.
    std::optional<QuotaPolicy> quota;
    int refusedByQuota = 0;
    std::optional<int> logPageCount; ///< the number of entries that the log claims
    int reads = 0;
    std::array<int, ReadCount> readsOf{}; ///< by kind
    int readsById = 0;                    ///< of clusters
    int sends = 0;                        ///< requests, for any number of clusters
    int pageLimit = PageSize;
    bool answersWithJobId = true;
    std::function<bool(const QString &id)> jobFails = [](const QString &) { return false; };
    std::function<Fate(Verb, const QString &id)> fateOfSend = [](Verb, const QString &) {
        return Fate();
    };
    /// For a request for several clusters; by default the result for its first cluster.
    std::function<Fate(Verb, const QStringList &ids)> fateOfRequest =
        [this](Verb verb, const QStringList &ids) { return fateOfSend(verb, ids.constFirst()); };
    /// The age of the state that a page of the list shows, because replicas lag. Needs
    /// Behaviour::keepsStates.
    std::function<std::chrono::milliseconds()> listingAge = [] {
        return std::chrono::milliseconds(0);
    };
    /// Called for every answer to a write, before the caller gets it.
    std::function<void(int request, const Result<Accepted> &)> answered =
        [](int, const Result<Accepted> &) {};
    std::function<std::optional<ApiError>()> faultOfList = [] { return std::nullopt; };
    std::function<std::optional<ApiError>()> faultOfLog = [] { return std::nullopt; };
    std::function<std::optional<ApiError>()> faultOfModify = [] { return std::nullopt; };

    /// Adds an active, idle cluster of this user.
    void add(const QString &id);
    /// Whether the cluster exists; one that is listed as deleted does not.
    [[nodiscard]] bool has(const QString &id) const;
    ClusterRecord *find(const QString &id);
    /// Adds another cluster with the id of a deleted one.
    void addAgain(const QString &id);
    [[nodiscard]] int timesSent(const QString &id) const;
    /// Starts an operation as if the user `by` had requested it elsewhere; false when it is
    /// refused.
    bool begin(Verb verb, const QString &id, const QString &by);
    /// The same for several in one operation; refused for all when one cannot be changed.
    bool beginAll(Verb verb, const QStringList &ids, const QString &by, QString *jobId = nullptr);
    /// Restarts the job ids, so that the next ones are duplicates.
    void repeatJobIds() { m_nextJob = 1; }
    /// Ends the jobs that are due. Every call does so first.
    void settleJobs();

    void listAny(const ReadCall &call, int offset, QObject *context, Then<AnyPage> then) override;
    void send(Verb verb, const QStringList &clusterIds, QObject *context,
              Then<Accepted> then) override;
    void modify(const QString &clusterId, const ClusterChange &change, QObject *context,
                Then<Accepted> then) override;
    /// The server's clock does not change with the local clock.
    [[nodiscard]] QDateTime serverTime() const
    {
        return utc(QDate(2026, 1, 2), QTime(3, 4, 5)) + m_clock.sinceBoot() + serverJump;
    }
    [[nodiscard]] QDateTime serverNow() const override;
    [[nodiscard]] std::optional<std::chrono::milliseconds> serverAhead() const override
    {
        return ahead;
    }
    [[nodiscard]] int callsAnHour() const override
    {
        return quota ? quota->callsAnHour() : CloudApi::callsAnHour();
    }
    [[nodiscard]] std::optional<int> callsLeft() const override
    {
        return left || !quota ? left : quota->left();
    }
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilCallsLeft(int calls) const override
    {
        return quota ? quota->until(calls) : std::nullopt;
    }

private:
    /// The state of the clusters from a certain time on.
    struct Past {
        std::chrono::milliseconds since;
        QList<ClusterRecord> clusters;
    };

    [[nodiscard]] Result<Accepted> carryOut(int request, Verb verb, const QStringList &ids,
                                            int partly);
    [[nodiscard]] bool canGo(const QString &id);
    [[nodiscard]] bool isEnded(const ClusterRecord &cluster) const;
    [[nodiscard]] Page<ClusterRecord> clusterPage(const Parameters &filter, int offset) const;
    [[nodiscard]] Page<OperationRecord> logPage(const Parameters &filter, int offset) const;
    [[nodiscard]] bool isAbout(const Job &job, const Parameters &filter) const;
    [[nodiscard]] bool isOverQuota();
    void finish(Job &job);
    void dropEnded();
    void keepState(std::chrono::milliseconds since);
    [[nodiscard]] QList<ClusterRecord> shownAt(std::chrono::milliseconds age) const;
    void answerSeen();

    Clock &m_clock;
    int m_nextJob = 1;
    QList<Past> m_past;
    QHash<QString, std::chrono::milliseconds> m_ended; ///< end of their time in the list, by id
    std::chrono::milliseconds m_seenAhead{0};          ///< of the server's clock, last seen
    Accepted m_lastAccepted;
};

/// The error for this ret_code, as in an answer.
[[nodiscard]] ApiError refusal(int retCode);
/// The error of a broken connection with an unknown outcome.
[[nodiscard]] ApiError lostAnswer();

} // namespace clusterdeck
