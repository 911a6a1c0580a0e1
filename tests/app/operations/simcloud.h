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

/// A cloud in memory that lives by a clock the test turns: for schedules that no real server could
/// be driven through. It keeps a ledger of what reached it, which is what the program is measured
/// against.
class SimCloud : public CloudApi
{
public:
    /// What becomes of one call. The default is an honest answer.
    struct Fate {
        bool arrives = true;           ///< false: nothing reaches the cloud
        std::optional<ApiError> error; ///< answered instead of the truth
        int partly = -1; ///< of those that can go only so many are carried out; -1: all or none
        std::chrono::milliseconds late{0}; ///< it waits this long on its way
        bool answerOfEarlier = false; ///< answered with the job id of the request accepted before
    };

    /// What this cloud always does. The default is what its documentation says.
    struct Behaviour {
        /// Times in the log are this far ahead of the server's clock: a clock that is wrong, or
        /// local time without a zone.
        std::chrono::milliseconds logClock{0};
        bool logTimesReadable = true;
        std::chrono::milliseconds logDelay{0}; ///< until an operation appears in the log
        bool ignoresFilters = false;           ///< of the log and of the list
        bool filtersOtherIds = false;          ///< of the list: no cluster has the id asked for
        bool showsTransitions = true;
        /// Deleted clusters stay listed with this status, if it is not empty, for so long.
        QString endedStatus;
        std::chrono::milliseconds endedStay = std::chrono::hours(5);
        bool keepsStates = false; ///< for listingAge
    };

    /// A write that reached the cloud, for one of the clusters it named.
    struct Entry {
        Verb verb = Verb::Delete;
        QString id;
        bool carriedOut = false;
        int request = 0; ///< its number among those sent
        int job = 0;     ///< Job::number of what carries it out
    };

    struct Job {
        int number = 0; ///< never given twice, unlike a job id
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
    std::chrono::milliseconds serverJump{0};    ///< somebody has set the server's clock
    std::chrono::milliseconds estimateError{0}; ///< of serverNow(): a Date header and a journey
    /// serverNow() is then the client's wall clock and what the last answer showed it to lack, as
    /// the real client has it.
    bool estimatesByWallClock = false;
    Behaviour behaviour;
    std::optional<int> left;
    /// Answers 2500 when it is used up; the client counts the same calls. None: nobody counts.
    std::optional<QuotaPolicy> quota;
    int refusedByQuota = 0;
    std::optional<int> logPageCount; ///< what the log claims to hold
    int reads = 0;
    std::array<int, ReadCount> readsOf{}; ///< by kind
    int readsById = 0;                    ///< of the clusters
    int sends = 0;                        ///< requests, whatever they name
    int pageLimit = PageSize;
    bool answersWithJobId = true;
    std::function<bool(const QString &id)> jobFails = [](const QString &) { return false; };
    std::function<Fate(Verb, const QString &id)> fateOfSend = [](Verb, const QString &) {
        return Fate();
    };
    /// Of a request for several; as its first cluster's, unless a test says otherwise.
    std::function<Fate(Verb, const QStringList &ids)> fateOfRequest =
        [this](Verb verb, const QStringList &ids) { return fateOfSend(verb, ids.constFirst()); };
    /// How old the state is that a page of the listing shows: replicas lag. Needs
    /// Behaviour::keepsStates.
    std::function<std::chrono::milliseconds()> listingAge = [] {
        return std::chrono::milliseconds(0);
    };
    /// Of every answer to a write, before the caller hears of it.
    std::function<void(int request, const Result<Accepted> &)> answered =
        [](int, const Result<Accepted> &) {};
    std::function<std::optional<ApiError>()> faultOfList = [] { return std::nullopt; };
    std::function<std::optional<ApiError>()> faultOfLog = [] { return std::nullopt; };

    /// A cluster that is active, mine and idle.
    void add(const QString &id);
    /// It exists: one that is listed as deleted does not.
    [[nodiscard]] bool has(const QString &id) const;
    ClusterRecord *find(const QString &id);
    /// Another cluster under the id of one that was deleted.
    void addAgain(const QString &id);
    [[nodiscard]] int timesSent(const QString &id) const;
    /// Begins an operation as if `by` had asked for it elsewhere; false when it is refused.
    bool begin(Verb verb, const QString &id, const QString &by);
    /// The same for several in one operation, or for none when one of them cannot go.
    bool beginAll(Verb verb, const QStringList &ids, const QString &by, QString *jobId = nullptr);
    /// Job ids begin anew, so that the next ones were given before.
    void repeatJobIds() { m_nextJob = 1; }
    /// Lets time pass for the jobs. Every call does so first.
    void settleJobs();

    void listAny(const ReadCall &call, int offset, QObject *context, Then<AnyPage> then) override;
    void send(Verb verb, const QStringList &clusterIds, QObject *context,
              Then<Accepted> then) override;
    void modify(const QString &clusterId, const QString &name, const QString &description,
                QObject *context, Then<Accepted> then) override;
    /// The server's clock knows nothing of anyone setting ours.
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
    /// What was to be seen of the clusters, from a moment on.
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
    QHash<QString, std::chrono::milliseconds> m_ended; ///< listed still, by id
    std::chrono::milliseconds m_seenAhead{0};          ///< of the server's clock, by an answer
    Accepted m_lastAccepted;
};

/// The error that ret_code stands for, as an answer would carry it.
[[nodiscard]] ApiError refusal(int retCode);
/// A broken connection of which nothing is known.
[[nodiscard]] ApiError lostAnswer();

} // namespace clusterdeck
