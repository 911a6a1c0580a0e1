// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/turns.h"

namespace clusterdeck
{

Turns::Turns()
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { next(); });
}

void Turns::take(QObject *context, std::function<void()> work)
{
    m_waiting.append({context, std::move(work)});
    if (!m_timer.isActive())
        m_timer.start();
}

void Turns::next()
{
    const Turn turn = m_waiting.takeFirst();
    if (!m_waiting.isEmpty())
        m_timer.start();
    if (turn.context)
        turn.work(); // the last thing: it may destroy this
}

} // namespace clusterdeck
