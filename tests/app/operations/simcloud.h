// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"
#include "app/clock.h"
#include "tests/support/utc.h"

#include <QHash>
#include <QMap>

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
    };

    /// A write that reached the cloud, for one of the clusters it named.
    struct Entry {
        Verb verb = Verb::Delete;
        QString id;
        bool carriedOut = false;
        int request = 0;
    };

    struct Job {
        OperationRecord record;
        Verb verb = Verb::Delete;
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
    std::chrono::milliseconds estimateError{0}; ///< of serverNow(): a Date header and a journey
    std::optional<int> left;
    std::optional<int> logPageCount; ///< what the log claims to hold
    int reads = 0;
    int sends = 0; ///< requests, whatever they name
    int pageLimit = PageSize;
    bool answersWithJobId = true;
    std::function<bool(const QString &id)> jobFails = [](const QString &) { return false; };
    std::function<Fate(Verb, const QString &id)> fateOfSend = [](Verb, const QString &) {
        return Fate();
    };
    /// Of a request for several; as its first cluster's, unless a test says otherwise.
    std::function<Fate(Verb, const QStringList &ids)> fateOfRequest =
        [this](Verb verb, const QStringList &ids) { return fateOfSend(verb, ids.constFirst()); };
    std::function<std::optional<ApiError>()> faultOfList = [] { return std::nullopt; };
    std::function<std::optional<ApiError>()> faultOfLog = [] { return std::nullopt; };

    /// A cluster that is active, mine and idle.
    void add(const QString &id);
    [[nodiscard]] bool has(const QString &id) const;
    ClusterRecord *find(const QString &id);
    [[nodiscard]] int timesSent(const QString &id) const;
    /// Begins an operation as if `by` had asked for it elsewhere; false when it is refused.
    bool begin(Verb verb, const QString &id, const QString &by);
    /// The same for several in one operation, or for none when one of them cannot go.
    bool beginAll(Verb verb, const QStringList &ids, const QString &by, QString *jobId = nullptr);
    /// Lets time pass for the jobs. Every call does so first.
    void settleJobs();

    void listClusters(int offset, QObject *context, Then<ClusterPage> then) override;
    void listOperations(const OperationQuery &query, QObject *context,
                        Then<OperationPage> then) override;
    void send(Verb verb, const QStringList &clusterIds, QObject *context,
              Then<Accepted> then) override;
    void modify(const QString &clusterId, const QString &name, const QString &description,
                QObject *context, Then<Accepted> then) override;
    /// The server's clock knows nothing of anyone setting ours.
    [[nodiscard]] QDateTime serverTime() const
    {
        return utc(QDate(2026, 1, 2), QTime(3, 4, 5)) + m_clock.sinceBoot();
    }
    [[nodiscard]] QDateTime serverNow() const override { return serverTime() + estimateError; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> serverAhead() const override
    {
        return ahead;
    }
    [[nodiscard]] std::optional<int> callsLeft() const override { return left; }

private:
    [[nodiscard]] Result<Accepted> carryOut(Verb verb, const QStringList &ids, int partly);
    [[nodiscard]] bool canGo(const QString &id);

    Clock &m_clock;
    int m_nextJob = 1;
    int m_arrived = 0; ///< requests
};

/// The error that ret_code stands for, as an answer would carry it.
[[nodiscard]] ApiError refusal(int retCode);
/// A broken connection of which nothing is known.
[[nodiscard]] ApiError lostAnswer();

} // namespace clusterdeck
