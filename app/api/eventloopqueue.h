// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace clusterdeck
{

/// Work of some milliseconds each that may come all at once: one piece each time the event loop
/// comes round, first come first served, so that what else waits there, a repaint first of all,
/// gets in between.
class EventLoopQueue
{
public:
    EventLoopQueue();

    /// Runs `work` from the event loop, unless `context` or this dies first.
    void take(QObject *context, std::function<void()> work);

private:
    void next();

    struct Turn {
        QPointer<QObject> context;
        std::function<void()> work;
    };
    QList<Turn> m_waiting;
    QTimer m_timer;
};

} // namespace clusterdeck
