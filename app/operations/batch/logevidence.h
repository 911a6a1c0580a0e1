// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"

#include <QByteArray>
#include <QMap>

#include <chrono>

namespace clusterdeck
{

// What the provider's operation log can prove about a request. Its times may be late, jump, or lack
// a time zone. So an operation is new if it was not in the log before sending, whatever its time
// is. Pure.

/// The operations in the log before a batch was sent: the newest page, read together with the last
/// facts before the countdown.
struct LogBefore {
    bool read = false;  ///< false: it cannot be determined later which operations are new
    bool whole = false; ///< `operations` holds the whole log
    QMap<QString, QByteArray> operations; ///< fingerprintOf() by job id

    bool operator==(const LogBefore &) const = default;
};

/// A hash of action, clusters and creation time: providers reuse job ids.
[[nodiscard]] QByteArray fingerprintOf(const OperationRecord &operation);

/// From the first page of the log, the newest operations first.
[[nodiscard]] LogBefore logBefore(const Page<OperationRecord> &page);

/// Whether an operation was there before sending.
enum class Newness {
    Before,
    Since,
    Unclear, ///< older than the known operations, or with a reused job id
};

/// Compares a log that was read after sending, the newest first, with the log before.
class LogComparison
{
public:
    LogComparison() = default;
    /// Both must outlive this object.
    LogComparison(const QList<OperationRecord> &log, const LogBefore &before);

    /// `place`: an index into the log.
    [[nodiscard]] Newness newness(qsizetype place) const;

    /// The number of operations that were known before. With KnownEnough of them, consecutive or
    /// not, the reading has reached the known part of the log.
    [[nodiscard]] int known() const { return m_known; }
    static constexpr int KnownEnough = 50;

private:
    const QList<OperationRecord> *m_log = nullptr;
    const LogBefore *m_before = nullptr;
    qsizetype m_lastKnown = -1; ///< place of the oldest known operation
    int m_known = 0;
};

/// An operation of this program: its job id was the answer to a request.
struct OwnOperation {
    QString jobId;
    QDateTime sentAt;     ///< UTC, by the server's clock
    QDateTime answeredAt; ///< UTC, by the server's clock; invalid when sent in an earlier run
    std::chrono::milliseconds sentAwake{0}; ///< Clock::awake() at the send, in this run
    bool mustBeListed = false;              ///< a complete log must contain it
};

/// How the log's clock compares with the server's, measured with our own operations.
enum class LogClock {
    NotMeasured, ///< the log contains no operation of ours that measures it, see MeasuredWithin
    Agrees,
    Disagrees, ///< a different time, no time, or a missing operation of ours: the log is unreliable
};

/// An operation measures the log's clock only if its request was answered within this time. It is
/// short compared with TimeWithoutTrace.
inline constexpr std::chrono::seconds MeasuredWithin{30};

/// Clock::awake() at the send of the latest of our operations of this run that is in the log;
/// nothing without one. Log entries may appear minutes late, so a request that was sent after this
/// time may have been carried out without an entry. Not a wall clock time: those can be set.
[[nodiscard]] std::optional<std::chrono::milliseconds>
latestShown(const QList<OperationRecord> &log, const QList<OwnOperation> &own);

/// `complete`: see CloudSnapshot::logComplete.
[[nodiscard]] LogClock measureLog(const QList<OperationRecord> &log, bool complete,
                                  const QList<OwnOperation> &own);

} // namespace clusterdeck
