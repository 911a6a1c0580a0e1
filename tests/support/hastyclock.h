// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/clock.h"

#include <QAbstractEventDispatcher>
#include <QTimer>

namespace clusterdeck
{

/// The machine's clocks, `factor` times faster, so that minutes of waiting take moments, with real
/// sockets. Time advances between events only: otherwise a pause of this process between readings
/// of two clocks would look, `factor` times as long, as if the machine had slept.
class HastyClock : public Clock
{
public:
    explicit HastyClock(int factor)
        : m_factor(factor)
        , m_begin(m_real.awake())
        , m_beginUtc(m_real.utcNow())
    {
        QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake,
                         &m_context, [this] { goOn(); });
    }

    [[nodiscard]] QDateTime utcNow() const override { return m_beginUtc + m_passed; }
    [[nodiscard]] std::chrono::milliseconds awake() const override { return m_passed; }
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override { return m_passed; }
    void callLater(std::chrono::milliseconds delay, QObject *context, Action action) override
    {
        const std::chrono::milliseconds real = delay / m_factor + std::chrono::milliseconds(1);
        QTimer::singleShot(real, Qt::PreciseTimer, context, [this, action = std::move(action)] {
            goOn();
            action();
        });
    }

private:
    void goOn() { m_passed = (m_real.awake() - m_begin) * m_factor; }

    SystemClock m_real;
    int m_factor;
    std::chrono::milliseconds m_begin;
    QDateTime m_beginUtc;
    std::chrono::milliseconds m_passed{0};
    QObject m_context;
};

} // namespace clusterdeck
