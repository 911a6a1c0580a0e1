// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"

#include <QByteArray>
#include <QMap>

#include <chrono>

namespace clusterdeck
{

// What the provider's operation log can prove about a request. Its times may lag, leap or lack a
// zone: an operation is new when it was not in the log before sending, whatever its time says.
// Pure.

/// What the log held before anything of a batch was sent: the newest page, read together with the
/// last facts before the countdown.
struct LogBefore {
    bool read = false;  ///< false: nothing in the log tells later which operations are new
    bool whole = false; ///< every operation that there was
    QMap<QString, QByteArray> operations; ///< fingerprintOf() by job id

    bool operator==(const LogBefore &) const = default;
};

/// Tells two operations apart that have the same job id: action, clusters and time of creation.
[[nodiscard]] QByteArray fingerprintOf(const OperationRecord &operation);

/// The first page of the log, the newest operations first.
[[nodiscard]] LogBefore logBefore(const Page<OperationRecord> &page);

/// Whether an operation was there before sending.
enum class Newness {
    Before,
    Since,
    Unclear, ///< older than what was read before, or of a job id that stood for something else
};

/// A log as it was read since, the newest first, held against what was known.
class LogComparison
{
public:
    LogComparison() = default;
    /// Both outlive it.
    LogComparison(const QList<OperationRecord> &log, const LogBefore &before);

    /// `place`: in the log.
    [[nodiscard]] Newness newness(qsizetype place) const;

    /// Operations of the log that were known before. As many as KnownEnough, one after the other or
    /// not, say that the reading has arrived at what was known.
    [[nodiscard]] int known() const { return m_known; }
    static constexpr int KnownEnough = 50;

private:
    const QList<OperationRecord> *m_log = nullptr;
    const LogBefore *m_before = nullptr;
    qsizetype m_lastKnown = -1; ///< place of the oldest that was known
    int m_known = 0;
};

/// An operation of ours: its job id was the answer to our request.
struct OwnOperation {
    QString jobId;
    QDateTime sentAt;     ///< UTC, by the server's clock
    QDateTime answeredAt; ///< the same; invalid when it was sent in an earlier run
    std::chrono::milliseconds sentAwake{0}; ///< Clock::awake(); of this run
    bool mustBeListed = false; ///< it was answered before the log was read, as far back as this
};

/// How the log's clock compares with the server's, measured by operations of ours.
enum class LogClock {
    NotMeasured, ///< none of ours is in it
    Agrees,
    Disagrees, ///< another time, no time, or one of ours is missing: the log lags or leaps
};

/// A request whose answer came longer than this after its operation began measures nothing. It is
/// short beside the time that a claim waits for, see TimeWithoutTrace.
inline constexpr std::chrono::seconds MeasuredWithin{30};

/// Clock::awake() when the latest of ours of this run that are in the log was sent; nothing: none
/// is. An entry may appear minutes after its operation, so that what was sent after this may have
/// been done all the same. Not by wall clocks: they are set, and so is what is known of the
/// server's.
[[nodiscard]] std::optional<std::chrono::milliseconds>
latestShown(const QList<OperationRecord> &log, const QList<OwnOperation> &own);

/// `complete`: the log was read back to what was known before, or to its beginning.
[[nodiscard]] LogClock measureLog(const QList<OperationRecord> &log, bool complete,
                                  const QList<OwnOperation> &own);

} // namespace clusterdeck
