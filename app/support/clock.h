// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace clusterdeck
{

/// All the time the program knows. Whoever decides by time takes one of these from outside, so that
/// tests can turn the hands.
class Clock
{
public:
    using Action = std::function<void()>;

    virtual ~Clock() = default;

    /// The wall clock, UTC. It may jump; never measure an interval with it.
    [[nodiscard]] virtual QDateTime utcNow() const = 0;

    /// Time since some fixed moment, never going back, standing still while the machine sleeps.
    [[nodiscard]] virtual std::chrono::milliseconds awake() const = 0;

    /// As awake(), but counting the time asleep too. The two drift apart by exactly the sleep.
    [[nodiscard]] virtual std::chrono::milliseconds sinceBoot() const = 0;

    /// Runs `action` once, `delay` from now at the earliest, from the event loop, unless `context`
    /// was destroyed before.
    virtual void callLater(std::chrono::milliseconds delay, QObject *context, Action action) = 0;
};

/// The machine's own clocks.
class SystemClock : public Clock
{
public:
    [[nodiscard]] QDateTime utcNow() const override;
    [[nodiscard]] std::chrono::milliseconds awake() const override;
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override;
    void callLater(std::chrono::milliseconds delay, QObject *context, Action action) override;
};

/// One action that is due later and can be called off. Destroyed, it never runs.
class ClockTimer
{
public:
    /// `clock` outlives the timer.
    explicit ClockTimer(Clock &clock)
        : m_clock(clock)
    {
    }

    /// Runs `action` once, `delay` from now at the earliest, from the event loop; instead of what
    /// was due. The timer rests while it runs, and may be destroyed by it.
    void start(std::chrono::milliseconds delay, Clock::Action action);
    void stop() { m_due.reset(); }
    [[nodiscard]] bool isActive() const { return m_due != nullptr; }

private:
    Clock &m_clock;
    std::unique_ptr<QObject> m_due; ///< what the action lives with
};

} // namespace clusterdeck
