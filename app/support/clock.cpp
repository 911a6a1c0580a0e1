// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/clock.h"

#include <QTimer>

#include <ctime>

namespace clusterdeck
{

namespace
{

std::chrono::milliseconds read(clockid_t id)
{
    timespec now{};
    clock_gettime(id, &now);
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec));
}

} // namespace

QDateTime SystemClock::utcNow() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::awake() const
{
    return read(CLOCK_MONOTONIC);
}

std::chrono::milliseconds SystemClock::sinceBoot() const
{
    return read(CLOCK_BOOTTIME);
}

void SystemClock::callLater(std::chrono::milliseconds delay, QObject *context, Action action)
{
    if (delay.count() <= 0 || !context) {
        QTimer::singleShot(delay, Qt::PreciseTimer, context, std::move(action));
        return;
    }
    // A QTimer that is deleted with its context. QTimer::singleShot() keeps running without its
    // context: each answered API call would wake the program again at its deadline.
    auto *timer = new QTimer(context);
    timer->setSingleShot(true);
    timer->setTimerType(Qt::PreciseTimer);
    QObject::connect(timer, &QTimer::timeout, context, [timer, action = std::move(action)] {
        timer->setParent(nullptr); // the action may delete the context
        timer->deleteLater();
        action();
    });
    timer->start(delay);
}

void ClockTimer::start(std::chrono::milliseconds delay, Clock::Action action)
{
    m_due = std::make_unique<QObject>();
    m_clock.callLater(delay, m_due.get(), [this, action = std::move(action)] {
        const auto context = std::move(m_due); // must live until the action has returned
        action();
    });
}

} // namespace clusterdeck
