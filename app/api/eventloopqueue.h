// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace clusterdeck
{

/// Runs one piece of work per turn of the event loop, in the order of the calls. For pieces of some
/// milliseconds that arrive together: other events, such as a repaint, are handled in between.
class EventLoopQueue
{
public:
    EventLoopQueue();

    /// Runs `work` from the event loop, unless `context` or the queue is destroyed first.
    void take(QObject *context, std::function<void()> work);

private:
    void next();

    struct Work {
        QPointer<QObject> context;
        std::function<void()> work;
    };
    QList<Work> m_waiting;
    QTimer m_timer;
};

} // namespace clusterdeck
