// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/clusters/listing/clusterreader.h"
#include "app/clusters/marks.h"
#include "app/operations/plan/naming.h"

namespace clusterdeck
{

/// How the change of a mark ended for one cluster.
enum class MarkOutcome {
    Set,         ///< read back: the description is as it was written
    AlreadySo,   ///< the description had these marks before; nothing was sent
    AlsoChanged, ///< read back: the mark is there, and another user has changed the description too
    Lost,        ///< read back: another user's change has replaced ours
    NotReadBack, ///< the cloud has accepted it, and the description could not be read again
    NotAllowed,  ///< locked, its account is read-only or closed, or nothing may be sent now
    Gone,        ///< the cluster does not exist any more
    NotRead,     ///< its description could not be read, so nothing was sent
    DoesNotFit,  ///< the new description would not be accepted, see MarkResult::problem
    Failed,      ///< see MarkResult::error; with its outcome Unknown it may have been carried out
};

/// Whether the same change may succeed when it is tried again.
constexpr bool mayStillSucceed(MarkOutcome outcome)
{
    switch (outcome) {
    case MarkOutcome::Lost:
    case MarkOutcome::NotReadBack:
    case MarkOutcome::NotRead:
    case MarkOutcome::Failed:
        return true;
    case MarkOutcome::Set:
    case MarkOutcome::AlreadySo:
    case MarkOutcome::AlsoChanged:
    case MarkOutcome::NotAllowed:
    case MarkOutcome::Gone:
    case MarkOutcome::DoesNotFit:
        return false;
    }
    Q_UNREACHABLE();
}

struct MarkResult {
    ClusterKey key;
    QString name; ///< empty when not known
    MarkOutcome outcome = MarkOutcome::NotRead;
    NameProblem problem = NameProblem::None;
    std::optional<ApiError> error{};
};

/// About how many calls it takes to change the marks of `clusters` clusters of one account.
/// `reading`: the calls of one reading of so many of its clusters. Pure.
[[nodiscard]] int callsToMark(int clusters, const std::function<int(int clusters)> &reading);

/// What the description `now`, read after `written` was sent, proves. Pure.
[[nodiscard]] MarkOutcome readBack(const QString &now, const QString &written,
                                   const MarkChange &change);

/// Changes the marks of many clusters, one after the other. The cloud has no conditional update:
/// when two users change a description at the same time, the later change wins. So each description
/// is read at most ReadingLife before it is written (the first of each reading may be older, if the
/// reading was slow), and read again at least ReadBackAfter later. If two users of this program
/// change it at the same time, the result of the user whose change was lost is MarkOutcome::Lost.
class Marking : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds ReadingLife{3};
    static constexpr std::chrono::seconds ReadBackAfter{5};
    /// Most clusters that are read together; fewer when the last reading became too old before all
    /// of them were written.
    static constexpr int Together = 20;
    /// So many lost answers in a row stop an account.
    static constexpr int MostLost = 3;

    struct Account {
        ClusterReader &reader;
        CloudApi &api;
    };
    struct Surroundings {
        /// std::nullopt when the account is not open.
        std::function<std::optional<Account>(const QString &account)> account;
        /// Called before each change, with the cluster as it was just read. False: NotAllowed.
        std::function<bool(const Cluster &)> mayChange;
        /// Called with each listing that was read.
        std::function<void(const ClusterListing &)> listed;
        std::function<void(int ended)> progress; ///< clusters to which nothing more is sent
        std::function<void(const QList<MarkResult> &)> finished;
    };

    /// Starts the work; `finished` is never called before this returns. The object then deletes
    /// itself. If it is destroyed earlier, nothing more is sent, and `finished` is not called. What
    /// `surroundings` refer to must outlive the object.
    Marking(QList<ClusterKey> keys, const MarkChange &change, Surroundings surroundings,
            Clock &clock, QObject *parent);

    /// Sends nothing more. What was sent is read back; the other clusters have no result.
    void stop();

private:
    struct Written {
        ClusterKey key;
        QString name;
        QString text;
        std::optional<ApiError> error{}; ///< the answer was lost
    };
    void readNext();
    void writeNext();
    [[nodiscard]] bool write(const ClusterKey &key);
    void answered(const Written &written, const Result<Accepted> &answer);
    void readBackNext();
    void compare(const QList<Written> &written, const ClusterListing &listing);
    void end(const ClusterKey &key, const QString &name, MarkOutcome outcome,
             const std::optional<ApiError> &error = {}, NameProblem problem = NameProblem::None);

    MarkChange m_change;
    Surroundings m_surroundings;
    Clock &m_clock;
    QList<ClusterKey> m_waiting;
    QList<ClusterKey> m_read; ///< in m_listing, not written yet
    ClusterListing m_listing;
    int m_sent = 0; ///< changes based on m_listing that were sent
    int m_together = Together;
    int m_lost = 0;           ///< answers in a row, of m_account
    QString m_account;        ///< of m_read
    QList<Written> m_written; ///< to be read again
    std::chrono::milliseconds m_lastWrite{0};
    QList<MarkResult> m_results;
};

} // namespace clusterdeck
