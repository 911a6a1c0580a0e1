// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/clock.h"

#include <QDateTime>
#include <QList>

#include <algorithm>
#include <optional>

namespace clusterdeck
{

/// The quota that the provider names (app/api/README.md §3).
inline constexpr int DocumentedCallsAnHour = 2000;

/// How an account's hourly calls are shared, as numbers of calls. Operations may use all of them.
struct QuotaShares {
    int polls;            ///< most calls of the polls of operations
    int listings;         ///< most calls of the automatic listings, in the long run
    int listedAtOnce;     ///< a list of at most so many pages is read without a pause
    int keptFromListings; ///< the reading of a longer list pauses when fewer are left
    int keptFromDetails;  ///< details and the operation log are not read when fewer are left
    /// When fewer calls are left, the nodes of clusters about to be deleted are not read, and no
    /// clusters are read before a long list.
    int keptFromRecords;
};

constexpr QuotaShares sharesOf(int callsAnHour)
{
    const auto percent = [callsAnHour](int share) {
        return std::max(1, callsAnHour * share / 100);
    };
    return {percent(30), percent(30), percent(5), percent(45), percent(15), percent(25)};
}

/// Counts the calls of an account in the last hour, by Clock::sinceBoot(), which cannot be set.
class QuotaPolicy
{
public:
    /// `clock` must outlive the policy.
    QuotaPolicy(const Clock &clock, int callsAnHour)
        : m_clock(clock)
        , m_callsAnHour(callsAnHour)
    {
    }

    void setCallsAnHour(int calls) { m_callsAnHour = calls; }
    [[nodiscard]] int callsAnHour() const { return m_callsAnHour; }

    /// A call is made now.
    void count();
    /// Adds calls of an earlier run, UTC by this machine's clock. A time in the future counts as
    /// now.
    void remember(const QList<QDateTime> &calls);

    /// The calls that are left now; never negative.
    [[nodiscard]] int left() const;
    /// The time until that many calls are left, if no other call is made; std::nullopt when
    /// callsAnHour() is smaller.
    [[nodiscard]] std::optional<std::chrono::milliseconds> until(int calls) const;

private:
    const Clock &m_clock;
    int m_callsAnHour;
    QList<std::chrono::milliseconds> m_calls; ///< Clock::sinceBoot(), sorted
};

} // namespace clusterdeck
