// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"
#include "tests/benchmarks/watchdog/watchdog.h"
#include "ui/mainwindow.h"

#include <functional>

namespace clusterdeck
{

/// What a person does with a long list, done in the real window one step after the other, each from
/// the event loop, with the watchdog told which phase it is.
class Scenario : public QObject
{
    Q_OBJECT

public:
    /// Milliseconds for which the last phase keeps the event loop waiting, to prove the watchdog.
    static constexpr int ControlGap = 50;

    Scenario(const Account &account, int clusters, Watchdog &watchdog);
    ~Scenario() override;

    void start();
    /// Why the scenario ended early; empty: it did not.
    [[nodiscard]] const QString &problem() const { return m_problem; }

signals:
    void finished();

private:
    struct Step {
        QString phase; ///< empty: goes on in the same one
        std::function<void()> act;
        std::function<bool()> isDone; ///< none: done at once
    };
    void compose();
    void composeListing();
    void composeSorts();
    void composeTyping();
    void composeTheRest();
    void add(const QString &phase, std::function<void()> act, std::function<bool()> isDone = {});
    void next();
    void waitFor(const std::function<bool()> &isDone);
    void end(const QString &problem);
    void someoneElseStops(int clusters);
    [[nodiscard]] ClusterFeed &feed() { return *m_session.feeds().first(); }

    Account m_account;
    int m_clusters;
    Watchdog &m_watchdog;
    SystemClock m_clock;
    Session m_session;
    ApiClient m_otherPerson; ///< changes the world behind the window's back
    std::unique_ptr<MainWindow> m_window;
    QList<Step> m_steps;
    QElapsedTimer m_stepBegan;
    int m_answersMissing = 0;
    QString m_problem;
};

} // namespace clusterdeck
