// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <chrono>

namespace clusterdeck
{

/// The facts that decide when an account's cloud is read next.
struct PollFacts {
    /// An item depends on the snapshot: its answer was lost, its job is not known, or it is in
    /// AwaitingReadback.
    bool urgent = false;
    /// Requests are being sent: most operations will still be running at the next snapshot.
    bool sending = false;
    /// An item was read back once and needs a second reading.
    bool secondReading = false;
    int polls = 0;    ///< since the last change of an item
    int failures = 0; ///< consecutive polls that could read nothing
    int calls = 0;    ///< API calls of the last snapshot
};

/// The pause before the next snapshot: 3 s, then 5, 10 and 30 s; 5 s before a second reading; 30 s,
/// later 5 min, when nothing could be read. Unless it is urgent, also at least 10 s while requests
/// are sent, and at least 2 s for each call over two that the last snapshot needed, up to 30 s. So
/// the polls of a large batch use few calls compared with its requests, and no item is shown as
/// running long after its job ended. Pure. PollBudget limits the hourly number of calls.
[[nodiscard]] std::chrono::milliseconds pauseBeforePoll(const PollFacts &facts);

/// The facts that decide whether a snapshot reads the clusters whose operations have ended.
struct ReadingFacts {
    bool urgent = false; ///< or a second reading is due, see PollFacts
    int calls = 0;       ///< of the reading
    int running = 0; ///< items whose operations have not ended: a later reading can cover them too
    std::chrono::milliseconds waited{0}; ///< since the log first showed one that has ended
};

/// Whether to read now: a reading that needs more than two calls waits for the operations that
/// still run, but at most 30 s. Pure.
[[nodiscard]] bool isWorthReading(const ReadingFacts &facts);

/// Limits the calls of polls to QuotaShares::polls. The more of it is used, the longer are the
/// pauses.
class PollBudget
{
public:
    /// Counts `calls` of the current snapshot.
    void spend(std::chrono::milliseconds now, int calls);

    /// Ends the current snapshot.
    void pollEnds();

    /// Calls of the last snapshot.
    [[nodiscard]] int lastPoll() const { return m_lastPoll; }

    /// The shortest pause before the next snapshot. `now`: Clock::awake(). `callsAnHour`: the most
    /// calls of polls in an hour.
    [[nodiscard]] std::chrono::milliseconds pause(std::chrono::milliseconds now,
                                                  int callsAnHour) const;

private:
    struct Spent {
        std::chrono::milliseconds at;
        int calls;
    };

    QList<Spent> m_spent; ///< of the last hour, oldest first
    int m_poll = 0;       ///< calls of the current snapshot
    int m_lastPoll = 0;
};

} // namespace clusterdeck
