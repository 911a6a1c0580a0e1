// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/paging.h"
#include "app/history/timeline.h"
#include "app/support/clock.h"

#include <QHash>

#include <memory>

namespace clusterdeck
{

/// The account and API of an operation log.
struct LogPlace {
    QString account;
    QString accountName;
    QString zone;
    QString cloud; ///< see AccountLog
    CloudApi *api = nullptr;

    /// Whether it is the same log; the account's name may differ.
    [[nodiscard]] bool isSameLog(const LogPlace &other) const
    {
        return account == other.account && zone == other.zone && cloud == other.cloud &&
               api == other.api;
    }
};

/// Reads one account's operation log on demand, the newest first: a few pages at a time, and none
/// when little of the hourly quota is left. Pages that were read stay when a later page fails. When
/// readNewest() ends before it reaches the entries that were known, those are dropped, so that
/// operations() has no gap.
class LogReader : public QObject
{
    Q_OBJECT

public:
    /// Most pages that one call of readNewest() or readOlder() reads.
    static constexpr int PagesAtOnce = 3;
    enum class Status {
        Idle, ///< not started, or finished without an error
        Reading,
        Stopped,  ///< by stop()
        Failed,   ///< see error()
        QuotaLow, ///< too little of the hourly quota is left for the next page
    };

    /// `place.api` and `clock` must outlive this object.
    LogReader(LogPlace place, Clock &clock, QObject *parent = nullptr);
    ~LogReader() override;

    /// Reads the entries since the last time, or the first pages. Does nothing while Reading.
    void readNewest();
    /// Reads older entries. Does nothing while Reading, or when the beginning was reached.
    void readOlder();
    /// Cancels the current reading. Pages that were read stay.
    void stop();

    [[nodiscard]] const LogPlace &place() const { return m_place; }
    void setAccountName(const QString &name) { m_place.accountName = name; }
    [[nodiscard]] Status status() const { return m_status; }
    /// With Failed.
    [[nodiscard]] const ApiError &error() const { return m_error; }
    /// Each job once, as last read.
    [[nodiscard]] const QList<OperationRecord> &operations() const { return m_operations; }
    /// There are no older entries.
    [[nodiscard]] bool reachesBeginning() const { return m_whole; }
    /// The server's total number of entries.
    [[nodiscard]] std::optional<int> total() const { return m_total; }
    /// The number of entries that could not be parsed, in the first pages and in older ones.
    [[nodiscard]] int unreadable() const { return m_unreadable; }
    /// UTC, time of the last successful request for the newest page; invalid before.
    [[nodiscard]] QDateTime asOf() const { return m_asOf; }
    [[nodiscard]] AccountLog log() const;

signals:
    /// Any of the values above has changed. Emitted from the event loop, except by stop().
    void changed();

private:
    void begin(int offset, bool older);
    bool mayAsk();
    bool arrived(int offset, const Result<Page<OperationRecord>> &page);
    void take(const QList<OperationRecord> &operations);
    void forgetOld();
    void end(Status status);

    LogPlace m_place;
    Clock &m_clock;
    Status m_status = Status::Idle;
    ApiError m_error;
    QList<OperationRecord> m_operations;
    QHash<QString, qsizetype> m_places; ///< in m_operations, by job id
    std::optional<int> m_total;
    int m_unreadable = 0;
    bool m_whole = false;
    QDateTime m_asOf;
    int m_next = 0;                     ///< offset of the next older row
    std::unique_ptr<QObject> m_reading; ///< the context of the current request

    // The current reading.
    bool m_older = false;
    bool m_met = false; ///< a page contained a job that was known before
    bool m_gap = false; ///< the new entries do not reach the known ones yet
    Paging m_paging;
    int m_added = 0;       ///< new jobs
    qsizetype m_known = 0; ///< number of jobs at the beginning
    QDateTime m_asked;
};

} // namespace clusterdeck
