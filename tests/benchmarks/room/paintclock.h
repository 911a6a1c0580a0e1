// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/room/requirement.h"

#include <QApplication>
#include <QElapsedTimer>

#include <functional>

namespace clusterdeck
{

/// An application that can tell when a widget, or something inside it, has been painted: the end of
/// the outermost event in which that happened, when the window's contents have been handed over
/// too.
class PaintClock : public QApplication
{
    Q_OBJECT

public:
    PaintClock(int &argc, char **argv);

    /// Runs `act`, then the event loop until `watched` has been painted with `isShown` true, and
    /// returns the milliseconds from before `act` to the end of that painting. When `act` changes
    /// nothing that has to be painted there, it is the end of the last painting of anything at all,
    /// or of `act` itself. Ends the program with a message when `isShown` does not become true.
    [[nodiscard]] double timeUntilPainted(QWidget *watched, const std::function<void()> &act,
                                          const std::function<bool()> &isShown = {});

    /// Runs the event loop until nothing has been painted for a while.
    static void settle();

    bool notify(QObject *receiver, QEvent *event) override;

private:
    void noteEndOfPainting();

    QWidget *m_watched = nullptr;
    std::function<bool()> m_isShown;
    QElapsedTimer m_time;
    int m_depth = 0;
    bool m_anythingPainted = false;
    bool m_watchedPainted = false;
    double m_anythingAt = -1; ///< milliseconds, end of the last painting; negative before
    double m_watchedAt = -1;  ///< the same of `watched`, showing what is waited for
};

} // namespace clusterdeck
