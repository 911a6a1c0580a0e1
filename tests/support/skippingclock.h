// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/clock.h"

#include <QPointer>

#include <algorithm>
#include <memory>
#include <vector>

namespace clusterdeck
{

/// The machine's clocks, from which a test can skip spans of waiting: real sockets keep their
/// deadlines, and no test waits for a pause.
class SkippingClock : public Clock
{
public:
    [[nodiscard]] QDateTime utcNow() const override
    {
        return m_real.utcNow().addMSecs(m_skipped.count());
    }
    [[nodiscard]] std::chrono::milliseconds awake() const override
    {
        return m_real.awake() + m_skipped;
    }
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override
    {
        return m_real.sinceBoot() + m_skipped;
    }
    void callLater(std::chrono::milliseconds delay, QObject *context, Action action) override
    {
        Q_ASSERT(context);
        m_alarms.erase(
            std::remove_if(m_alarms.begin(), m_alarms.end(),
                           [](const auto &alarm) { return !alarm->context || !alarm->action; }),
            m_alarms.end());
        auto alarm = std::make_shared<Alarm>(Alarm{awake() + delay, context, std::move(action)});
        m_real.callLater(delay, context, [alarm] { run(*alarm); });
        m_alarms.push_back(std::move(alarm));
    }

    /// Moves the clocks forward by `span`, and runs the actions that are due, in order.
    void skip(std::chrono::milliseconds span)
    {
        m_skipped += span;
        std::vector<std::shared_ptr<Alarm>> due;
        for (auto &alarm : std::exchange(m_alarms, {}))
            (alarm->due <= awake() ? due : m_alarms).push_back(std::move(alarm));
        std::stable_sort(due.begin(), due.end(),
                         [](const auto &a, const auto &b) { return a->due < b->due; });
        for (const auto &alarm : due) {
            if (alarm->context)
                run(*alarm);
        }
    }

private:
    struct Alarm {
        std::chrono::milliseconds due;
        QPointer<QObject> context;
        Action action; ///< empty once it has run
    };

    static void run(Alarm &alarm)
    {
        if (const Action action = std::exchange(alarm.action, nullptr))
            action();
    }

    SystemClock m_real;
    std::chrono::milliseconds m_skipped{0};
    std::vector<std::shared_ptr<Alarm>> m_alarms;
};

} // namespace clusterdeck
