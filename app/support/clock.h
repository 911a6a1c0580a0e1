// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace clusterdeck
{

/// The source of all times in the program. Classes that depend on time get a Clock from outside, so
/// that tests can use their own.
class Clock
{
public:
    using Action = std::function<void()>;

    virtual ~Clock() = default;

    /// The wall clock, UTC. It may jump, so it does not measure intervals.
    [[nodiscard]] virtual QDateTime utcNow() const = 0;

    /// Time since a fixed moment, without the time when the machine sleeps. Never goes back.
    [[nodiscard]] virtual std::chrono::milliseconds awake() const = 0;

    /// As awake(), but with the time when the machine sleeps.
    [[nodiscard]] virtual std::chrono::milliseconds sinceBoot() const = 0;

    /// Runs `action` once from the event loop, not before `delay` is over, unless `context` is
    /// destroyed before.
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

/// A single-shot timer that can be stopped. Its destruction cancels the action.
class ClockTimer
{
public:
    /// `clock` must outlive the timer.
    explicit ClockTimer(Clock &clock)
        : m_clock(clock)
    {
    }

    /// Runs `action` once from the event loop, not before `delay` is over. Replaces an earlier
    /// action. The timer is inactive while the action runs, and the action may destroy it.
    void start(std::chrono::milliseconds delay, Clock::Action action);
    void stop() { m_due.reset(); }
    [[nodiscard]] bool isActive() const { return m_due != nullptr; }

private:
    Clock &m_clock;
    std::unique_ptr<QObject> m_due; ///< the context of the action; null while inactive
};

} // namespace clusterdeck
