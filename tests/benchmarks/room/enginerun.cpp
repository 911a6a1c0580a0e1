// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/enginerun.h"

#include "tests/benchmarks/room/cputime.h"
#include "tests/benchmarks/room/requirement.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

constexpr std::chrono::hours Patience{3}; ///< nothing moves for that long only when it is broken

} // namespace

EngineRun::EngineRun(const Account &account, const QString &folder)
    : m_account(account)
    , m_session(m_clock, folder)
{
    require(m_session.desk().canOperate(), "the journal can be written");
    m_time.start();
}

template <class Condition>
void EngineRun::waitFor(const Condition &condition, const char *what)
{
    QElapsedTimer waited;
    waited.start();
    while (!condition()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        require(!waited.hasExpired(std::chrono::milliseconds(Patience).count()), what);
        require(!m_runner || m_runner->batch().hold == HoldReason::None, "the batch is not held");
    }
}

int EngineRun::arm()
{
    m_session.open(m_account);
    ClusterFeed *feed = m_session.feeds().first();
    feed->keepFresh(std::chrono::hours(24)); // the table's own refreshes are not the batch's calls
    waitFor([&] { return !feed->isRefreshing(); }, "the listing ends");
    require(feed->isComplete(), "the listing is complete");
    QList<ClusterKey> keys;
    const ClusterModel &clusters = m_session.clusters();
    for (int row = 0; row < clusters.rowCount(); ++row) {
        keys.append({m_account.id, clusters.index(row, int(ClusterColumn::Id)).data().toString()});
    }

    std::optional<Plan> plan;
    m_session.desk().plan(Verb::Delete, keys, &m_context, [&](const Plan &made) { plan = made; });
    waitFor([&] { return plan.has_value(); }, "the plan is made");
    require(plan->items.size() == keys.size(), "everything can be deleted");
    std::optional<Confirmation> confirmation;
    m_session.desk().confirm(*plan, QStringLiteral("benchmark"), &m_context,
                             [&](const Confirmation &made) { confirmation = made; });
    waitFor([&] { return confirmation.has_value(); }, "the confirmation is made");
    require(confirmation->outcome == Confirmation::Outcome::Armed, "the batch is armed");
    m_runner = m_session.desk().batches().constLast();
    QObject::connect(m_runner, &BatchRunner::itemChanged, &m_context,
                     [this](int item) { itemChanged(item); });
    for (const BatchItem &item : m_runner->batch().items)
        m_states.append(item.state);
    m_unanswered = int(m_states.size());
    return m_unanswered;
}

void EngineRun::itemChanged(int item)
{
    const ItemState state = m_runner->batch().items.at(item).state;
    const ItemState before = std::exchange(m_states[item], state);
    const double now = double(m_time.nsecsElapsed()) / 1e6;
    if (state == ItemState::Sending && m_firstSend < 0)
        m_firstSend = now;
    if (before == ItemState::Sending && state != ItemState::Sending) {
        m_lastAnswer = now;
        --m_unanswered;
        require(state == ItemState::Running, "every deletion is accepted");
    }
}

void EngineRun::sendAll()
{
    m_cpuBefore = processCpuMs();
    m_runner->sendNow();
    waitFor([&] { return m_unanswered == 0; }, "every request is answered");
}

void EngineRun::finish()
{
    waitFor([&] { return m_runner->batch().isFinished(); }, "every item comes to its end");
    for (const BatchItem &item : m_runner->batch().items)
        require(item.state == ItemState::Done, "every item is done");
}

double EngineRun::cpuMs() const
{
    return processCpuMs() - m_cpuBefore;
}

} // namespace clusterdeck
