// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/eventloopqueue.h"

namespace clusterdeck
{

EventLoopQueue::EventLoopQueue()
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { next(); });
}

void EventLoopQueue::take(QObject *context, std::function<void()> work)
{
    m_waiting.append({context, std::move(work)});
    if (!m_timer.isActive())
        m_timer.start();
}

void EventLoopQueue::next()
{
    const Work next = m_waiting.takeFirst();
    if (!m_waiting.isEmpty())
        m_timer.start();
    if (next.context)
        next.work(); // last: it may destroy this queue
}

} // namespace clusterdeck
