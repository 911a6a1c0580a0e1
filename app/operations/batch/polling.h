// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <chrono>

namespace clusterdeck
{

/// What decides when an account's cloud is looked at next.
struct PollFacts {
    /// Something waits for the snapshot itself: an answer was lost, a job is not known, or what was
    /// refused with others is to be read back.
    bool urgent = false;
    /// Requests are leaving: whatever is done meanwhile, most of it will still be under way.
    bool sending = false;
    /// Something was read back once and waits for its second reading.
    bool secondReading = false;
    int polls = 0;    ///< since an item last moved
    int failures = 0; ///< polls in a row that could read nothing
    int calls = 0;    ///< that the last snapshot cost
};

/// The pause before the next snapshot: 3 s, then 5, 10 and 30 s; 5 s before a second reading; 30 s,
/// later 5 min, when nothing could be read. Unless something is urgent, at least 10 s while
/// requests leave, and two seconds for every call beyond two that the last snapshot cost, up to
/// 30 s: a large batch is looked at seldom enough that looking stays a small part of its calls, and
/// often enough that no item stands still in view for long after its job ended. Pure; the hourly
/// share of the quota is PollBudget's.
[[nodiscard]] std::chrono::milliseconds pauseBeforePoll(const PollFacts &facts);

/// How much of the hourly call quota looking may use: three tenths of the 2000 calls that
/// app/api/README.md §3 names. The nearer to the end, the longer the pauses.
class PollBudget
{
public:
    static constexpr int CallsAnHour = 600;

    /// A call, or several, of the snapshot that is under way.
    void spend(std::chrono::milliseconds now, int calls);

    /// That was all the snapshot cost.
    void pollEnds();

    /// Calls that the last snapshot cost.
    [[nodiscard]] int lastPoll() const { return m_lastPoll; }

    /// The least pause before the next snapshot.
    [[nodiscard]] std::chrono::milliseconds pause(std::chrono::milliseconds now) const;

private:
    struct Spent {
        std::chrono::milliseconds at;
        int calls;
    };

    QList<Spent> m_spent; ///< of the last hour, oldest first
    int m_poll = 0;       ///< calls of the snapshot under way
    int m_lastPoll = 0;
};

} // namespace clusterdeck
