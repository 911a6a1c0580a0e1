// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clock.h"

#include <QTimer>

namespace clusterdeck
{

/// The machine's clocks, running `factor` times as fast: what takes minutes of waiting happens in
/// moments, over real sockets.
class HastyClock : public Clock
{
public:
    explicit HastyClock(int factor)
        : m_factor(factor)
        , m_begin(m_real.awake())
        , m_beginUtc(m_real.utcNow())
    {
    }

    [[nodiscard]] QDateTime utcNow() const override { return m_beginUtc + passed(); }
    [[nodiscard]] std::chrono::milliseconds awake() const override { return passed(); }
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override { return passed(); }
    void callLater(std::chrono::milliseconds delay, QObject *context, Action action) override
    {
        const std::chrono::milliseconds real = delay / m_factor + std::chrono::milliseconds(1);
        QTimer::singleShot(real, Qt::PreciseTimer, context, std::move(action));
    }

private:
    [[nodiscard]] std::chrono::milliseconds passed() const
    {
        return (m_real.awake() - m_begin) * m_factor;
    }

    SystemClock m_real;
    int m_factor;
    std::chrono::milliseconds m_begin;
    QDateTime m_beginUtc;
};

} // namespace clusterdeck
