// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/paintclock.h"

#include <QAbstractEventDispatcher>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace clusterdeck
{

namespace
{

constexpr int Patience = 20000; ///< milliseconds for one step
constexpr int Quiet = 25;       ///< milliseconds without an event that mean: nothing more comes

} // namespace

PaintClock::PaintClock(int &argc, char **argv)
    : QApplication(argc, argv)
{
    setCursorFlashTime(0); // would paint the field again and again
}

double PaintClock::timeUntilPainted(QWidget *watched, const std::function<void()> &act,
                                    const std::function<bool()> &isShown)
{
    settle();
    m_watched = watched;
    m_isShown = isShown;
    m_anythingAt = m_watchedAt = -1;
    m_anythingPainted = m_watchedPainted = false;
    m_time.start();
    act();
    const double actedAt = double(m_time.nsecsElapsed()) / 1e6;
    QElapsedTimer acted;
    acted.start();
    while (m_watchedAt < 0) {
        processEvents(QEventLoop::AllEvents);
        const bool done = !isShown || isShown();
        if (m_watchedAt < 0 && done && acted.hasExpired(Quiet))
            break;
        if (acted.hasExpired(Patience))
            giveUp(QStringLiteral("a step was not painted as it should be within 20 s"));
    }
    m_watched = nullptr;
    return m_watchedAt >= 0 ? m_watchedAt : std::max(actedAt, m_anythingAt);
}

void PaintClock::settle()
{
    QElapsedTimer quiet;
    quiet.start();
    while (!quiet.hasExpired(Quiet)) {
        if (QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents))
            quiet.start();
    }
}

bool PaintClock::notify(QObject *receiver, QEvent *event)
{
    const bool paints = event->type() == QEvent::Paint && receiver->isWidgetType();
    m_anythingPainted = m_anythingPainted || paints;
    if (paints && m_watched) {
        auto *widget = static_cast<QWidget *>(receiver);
        m_watchedPainted =
            m_watchedPainted || widget == m_watched || m_watched->isAncestorOf(widget);
    }
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    if (m_depth == 0 && m_anythingPainted)
        noteEndOfPainting();
    return handled;
}

void PaintClock::noteEndOfPainting()
{
    m_anythingPainted = false;
    if (!m_watched)
        return;
    const double now = double(m_time.nsecsElapsed()) / 1e6;
    m_anythingAt = now;
    if (std::exchange(m_watchedPainted, false) && m_watchedAt < 0 && (!m_isShown || m_isShown()))
        m_watchedAt = now;
}

} // namespace clusterdeck
