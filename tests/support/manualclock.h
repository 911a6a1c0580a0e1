// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/clock.h"
#include "tests/support/utc.h"

#include <QList>
#include <QPointer>

namespace clusterdeck
{

/// A clock that moves only when a test moves it. It begins at 2021-08-19T16:44:40Z, the time of the
/// signature's test vectors.
class ManualClock : public Clock
{
public:
    [[nodiscard]] QDateTime utcNow() const override { return m_utc; }
    [[nodiscard]] std::chrono::milliseconds awake() const override { return m_awake; }
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override { return m_sinceBoot; }
    void callLater(std::chrono::milliseconds delay, QObject *context, Action action) override;

    /// Moves all three clocks and runs every action that becomes due, in order, with the clocks at
    /// its time. Includes actions that these actions request, when they are due within the same
    /// span.
    void advance(std::chrono::milliseconds span);

    /// The machine sleeps: the wall clock and sinceBoot() continue, awake() stops, no action runs.
    void sleepFor(std::chrono::milliseconds span);

    /// Changes the wall clock; the other two stay the same.
    void jumpWall(std::chrono::milliseconds span);

    /// Number of pending actions.
    [[nodiscard]] int waiting() const;
    /// The times until each action is due, in order.
    [[nodiscard]] QList<std::chrono::milliseconds> dueIn() const;

private:
    struct Alarm {
        std::chrono::milliseconds due;
        QPointer<QObject> context;
        bool hasContext = false;
        Action action;
    };

    void move(std::chrono::milliseconds span);
    [[nodiscard]] qsizetype firstDue(std::chrono::milliseconds end) const;

    QDateTime m_utc = utc(QDate(2021, 8, 19), QTime(16, 44, 40));
    std::chrono::milliseconds m_awake{1'000'000};
    std::chrono::milliseconds m_sinceBoot{1'000'000};
    QList<Alarm> m_alarms; ///< in the order of their requests
};

} // namespace clusterdeck
