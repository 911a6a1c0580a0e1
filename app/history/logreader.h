// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/paging.h"
#include "app/history/timeline.h"
#include "app/support/clock.h"

#include <QHash>

#include <memory>

namespace clusterdeck
{

/// Where an account's operation log is read from.
struct LogPlace {
    QString account;
    QString accountName;
    QString zone;
    QString cloud; ///< see AccountLog
    CloudApi *api = nullptr;

    /// Whether it is the same log, whatever the account is called.
    [[nodiscard]] bool isSameLog(const LogPlace &other) const
    {
        return account == other.account && zone == other.zone && cloud == other.cloud &&
               api == other.api;
    }
};

/// Reads one account's operation log, the newest first and only as far as it is asked to: a few
/// pages at a time, and none when few calls are left of the hour. What was read stays when a later
/// page fails.
class LogReader : public QObject
{
    Q_OBJECT

public:
    /// Pages that one call of readNewest() or readOlder() reads at the most.
    static constexpr int PagesAtOnce = 3;
    /// Calls of the hour that are left to operating.
    static constexpr int CallsKept = 300;

    enum class Status {
        Idle,     ///< nothing is on its way; what was asked for was read
        Reading,  ///< a page is on its way
        Stopped,  ///< a person stopped it
        Failed,   ///< see error()
        QuotaLow, ///< too little of the hourly quota is left: nothing was asked
    };

    /// `place.api` and `clock` outlive it.
    LogReader(LogPlace place, Clock &clock, QObject *parent = nullptr);
    ~LogReader() override;

    /// Reads what is new since the last time, or the first pages. Nothing while it reads.
    void readNewest();
    /// Reads on where it ended. Nothing while it reads, or when the beginning was reached.
    void readOlder();
    /// Gives up what is on its way. What was read stays.
    void stop();

    [[nodiscard]] const LogPlace &place() const { return m_place; }
    void setAccountName(const QString &name) { m_place.accountName = name; }
    [[nodiscard]] Status status() const { return m_status; }
    /// With Failed.
    [[nodiscard]] const ApiError &error() const { return m_error; }
    /// Each job once, as it was read last.
    [[nodiscard]] const QList<OperationRecord> &operations() const { return m_operations; }
    /// There is nothing older.
    [[nodiscard]] bool reachesBeginning() const { return m_whole; }
    /// Lines that the server says there are.
    [[nodiscard]] std::optional<int> total() const { return m_total; }
    /// Rows of the log that could not be read.
    [[nodiscard]] int unreadable() const { return m_unreadable; }
    /// UTC, when the newest page was asked for that arrived; invalid before.
    [[nodiscard]] QDateTime asOf() const { return m_asOf; }
    [[nodiscard]] AccountLog log() const;

signals:
    /// Something of the above is different now. From the event loop, but for stop().
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
    int m_next = 0;                     ///< rows from the newest that were read
    std::unique_ptr<QObject> m_reading; ///< the context of the page that is on its way

    // Of the reading that is on its way.
    bool m_older = false;
    bool m_met = false; ///< a page held something that was known before
    bool m_gap = false; ///< what is new does not reach what was known yet
    Paging m_paging;
    int m_added = 0;       ///< jobs that were not known before
    qsizetype m_known = 0; ///< jobs when it began
    QDateTime m_asked;
};

} // namespace clusterdeck
