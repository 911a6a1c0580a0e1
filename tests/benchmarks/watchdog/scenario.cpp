// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/watchdog/scenario.h"

#include "app/clusters/clusterstate.h"
#include "ui/clusters/clusterpane.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace clusterdeck
{

namespace
{

constexpr int Pause = 60;       ///< milliseconds after each step, so that it is painted
constexpr int Patience = 60000; ///< milliseconds for one step
/// Longer than the window waits before it saves where its columns stand.
constexpr int UntilSaved = 800;
constexpr int StoppedByOthers = 20;

void press(QWidget *widget, int key, const QString &text = {})
{
    QKeyEvent down(QEvent::KeyPress, key, {}, text);
    QApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, {}, text);
    QApplication::sendEvent(widget, &up);
}

std::function<bool()> after(int milliseconds)
{
    auto since = std::make_shared<QElapsedTimer>();
    return [since, milliseconds] {
        if (!since->isValid())
            since->start();
        return since->hasExpired(milliseconds);
    };
}

} // namespace

Scenario::Scenario(const Account &account, int clusters, Watchdog &watchdog)
    : m_account(account)
    , m_clusters(clusters)
    , m_watchdog(watchdog)
    , m_session(m_clock)
    , m_otherPerson(account.api, m_clock)
{
    compose();
}

Scenario::~Scenario() = default;

void Scenario::add(const QString &phase, std::function<void()> act, std::function<bool()> isDone)
{
    m_steps.append({phase, std::move(act), std::move(isDone)});
}

void Scenario::compose()
{
    composeListing();
    composeSorts();
    composeTyping();
    composeTheRest();
}

void Scenario::composeListing()
{
    add(
        QStringLiteral("open the window"),
        [this] {
            m_window = std::make_unique<MainWindow>(m_session);
            m_window->show();
        },
        after(300));
    add(
        QStringLiteral("list %1 clusters").arg(m_clusters), [this] { m_session.open(m_account); },
        [this] { return !feed().isRefreshing() && m_window->pane()->shown() == m_clusters; });
}

void Scenario::composeSorts()
{
    const QString phase = QStringLiteral("10 sorts");
    const ClusterColumn columns[] = {ClusterColumn::Id,          ClusterColumn::Owner,
                                     ClusterColumn::Nodes,       ClusterColumn::Created,
                                     ClusterColumn::RunningJobs, ClusterColumn::CpuHours,
                                     ClusterColumn::Type,        ClusterColumn::Billing,
                                     ClusterColumn::Status,      ClusterColumn::Name};
    for (const ClusterColumn column : columns) {
        const auto order =
            column == ClusterColumn::Created ? Qt::DescendingOrder : Qt::AscendingOrder;
        add(column == columns[0] ? phase : QString(),
            [this, column, order] { m_window->pane()->table()->sortByColumn(int(column), order); });
    }
    // The order is a setting, and is written a moment later.
    add(
        {}, [] {}, after(UntilSaved));
}

void Scenario::composeTyping()
{
    add(QStringLiteral("type a filter"), [this] { m_window->pane()->filterField()->setFocus(); });
    for (const QChar letter : QStringLiteral("crash-sim"))
        add({}, [this, letter] {
            press(m_window->pane()->filterField(), letter.toUpper().unicode(), letter);
        });
    add(
        {}, [] {}, [this] { return m_window->pane()->shown() < m_clusters; });
    add(
        QStringLiteral("clear the filter"),
        [this] { press(m_window->pane()->filterField(), Qt::Key_Escape); },
        [this] { return m_window->pane()->shown() == m_clusters; });
}

void Scenario::composeTheRest()
{
    const auto trigger = [this](const char *action) {
        m_window->findChild<QAction *>(QLatin1String(action))->trigger();
    };
    const auto refresh = [trigger] { trigger("Refresh"); };
    const auto refreshed = [this] { return !feed().isRefreshing(); };
    const auto stop = [this] { someoneElseStops(StoppedByOthers); };
    const auto stopped = [this] { return m_answersMissing == 0; };
    add(QStringLiteral("refresh, nothing new"), refresh, refreshed);
    add(QStringLiteral("(others stop %1)").arg(StoppedByOthers), stop, stopped);
    add(QStringLiteral("refresh, %1 changed").arg(StoppedByOthers), refresh, refreshed);
    add(
        QStringLiteral("select all"), [trigger] { trigger("SelectAll"); },
        [this] { return m_window->pane()->summary().selected == m_clusters; });
    add(QStringLiteral("sort, all selected"), [this] {
        m_window->pane()->table()->sortByColumn(int(ClusterColumn::Status), Qt::DescendingOrder);
    });
    add(QStringLiteral("(others stop %1 more)").arg(StoppedByOthers), stop, stopped);
    add(QStringLiteral("refresh, all selected"), refresh, refreshed);
    // Proves that the watchdog barks: one gap, all of it processor time.
    add(QStringLiteral("(control: busy for %1 ms)").arg(ControlGap), [] {
        QElapsedTimer busy;
        busy.start();
        while (!busy.hasExpired(ControlGap)) {
        }
    });
}

void Scenario::someoneElseStops(int clusters)
{
    const ClusterModel &model = m_session.clusters();
    for (int row = 0; row < model.rowCount() && m_answersMissing < clusters; ++row) {
        const ClusterRecord &record = model.clusterAt(row).record;
        // What is shared by others is listed too, and is theirs to stop.
        if (!allows(record, Verb::Stop) || record.owner != m_account.api.owner)
            continue;
        ++m_answersMissing;
        m_otherPerson.send(Verb::Stop, {record.id}, this, [this](const Result<Accepted> &answer) {
            --m_answersMissing;
            if (!answer)
                end(QStringLiteral("a cluster could not be stopped: ") + answer.error().serverText);
        });
    }
}

void Scenario::start()
{
    m_watchdog.start();
    QTimer::singleShot(0, this, &Scenario::next);
}

void Scenario::next()
{
    if (!m_problem.isEmpty())
        return;
    if (m_steps.isEmpty())
        return end({});
    const Step step = m_steps.takeFirst();
    if (!step.phase.isEmpty())
        m_watchdog.enter(step.phase);
    m_stepBegan.start();
    step.act();
    const auto isDone = step.isDone ? step.isDone : [] { return true; };
    QTimer::singleShot(1, this, [this, isDone] { waitFor(isDone); });
}

void Scenario::waitFor(const std::function<bool()> &isDone)
{
    if (isDone())
        QTimer::singleShot(Pause, this, &Scenario::next);
    else if (m_stepBegan.hasExpired(Patience))
        end(QStringLiteral("a step took longer than a minute"));
    else
        QTimer::singleShot(5, this, [this, isDone] { waitFor(isDone); });
}

void Scenario::end(const QString &problem)
{
    if (!m_problem.isEmpty())
        return;
    m_problem = problem;
    m_watchdog.stop();
    emit finished();
}

} // namespace clusterdeck
