// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/clusters/table/clustermodel.h"
#include "app/operations/operationservice.h"
#include "faultyworld.h"
#include "tests/support/hastyclock.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

constexpr int Items = 20;
constexpr int Bystanders = 3;
/// Number of cases that run at the same time: a case mostly waits.
constexpr int AtOnce = 50;
/// The clock runs this many times faster; the deadline of an exchange is real.
constexpr int Haste = 150;
constexpr std::chrono::milliseconds Deadline = 400ms;

/// One cell of the matrix: a batch of twenty over real HTTP against a server with one fault.
class Case
{
public:
    Case(const Misfortune &misfortune, Call call, Which which, int together)
        : name(QStringLiteral("%1, %2 %3, %4 together")
                   .arg(misfortune.name, nameOf(which), nameOf(call))
                   .arg(together))
        , m_lasting(which == Which::All || lastsAlways(misfortune))
        , m_world(m_clock, misfortune, call, which, Items + Bystanders, together)
    {
        ApiSettings settings;
        settings.baseUrl = m_world.url();
        settings.zone = QStringLiteral("jn1a");
        settings.owner = QStringLiteral("usr-me");
        settings.credentials = {QStringLiteral("KEY"), QStringLiteral("SECRET")};
        settings.deadline = Deadline;
        settings.callsAnHour = 1'000'000;
        m_api = std::make_unique<ApiClient>(settings, m_clock);
        m_operationService =
            std::make_unique<OperationService>(m_clusters, m_clock, m_journal, m_locks);
        QObject::connect(m_operationService.get(), &OperationService::listed, &m_clusters,
                         &ClusterModel::apply);
        m_operationService->addAccount(
            {QStringLiteral("a"), {}, {}, {settings.owner}, false, 2, together}, *m_api);
    }

    const QString name;

    void begin()
    {
        ClusterListing listing;
        listing.account = QStringLiteral("a");
        listing.complete = true;
        QList<ClusterKey> asked;
        for (int i = 0; i < Items + Bystanders; ++i) {
            listing.clusters.append(FaultyWorld::record(i));
            if (i < Items) {
                asked.append({listing.account, FaultyWorld::idOf(i)});
                m_shown.insert(FaultyWorld::idOf(i));
            }
        }
        m_clusters.apply(listing);
        m_operationService->plan(Verb::Delete, asked, &m_window,
                                 [this](const Plan &plan) { confirm(plan); });
    }

    /// Every item has ended, or the fault is permanent and enough time has passed to check that
    /// nothing untrue is stated.
    [[nodiscard]] bool isOver()
    {
        if (m_gaveUp)
            return true;
        if (m_operationService->batches().isEmpty())
            return false;
        const Batch &batch = runner()->batch();
        // The user resumes the batch once the cause is gone; under a permanent fault never.
        if (batch.hold != HoldReason::None && !m_lasting)
            runner()->resume();
        const bool held = batch.hold != HoldReason::None;
        if (!held && hasSettled())
            return true;
        const QList<std::pair<ItemState, ItemReason>> states = statesOf(batch);
        if (states != m_states) {
            m_states = states;
            m_changedAt = m_clock.awake();
        }
        // After a fault that passed, only standing still ends the waiting: on a busy machine each
        // exchange takes minutes of this clock.
        const bool waited =
            m_lasting ? m_clock.awake() - m_armedAt > 8min : m_clock.awake() - m_changedAt > 90min;
        return batch.isFinished() || (held && m_lasting && !runner()->needsPolling()) || waited;
    }

    [[nodiscard]] int groups() const { return m_world.groups(); }

    /// Empty when every stated result is true.
    [[nodiscard]] QString verdict()
    {
        if (m_world.wasFollowed())
            return QStringLiteral("a redirect was followed");
        if (m_gaveUp)
            return m_world.postedIds().isEmpty() ? QString()
                                                 : QStringLiteral("sent without a batch");
        for (const QString &id : m_world.postedIds()) {
            if (!m_shown.contains(id))
                return id + QStringLiteral(" was sent and not shown");
        }
        if (!m_world.postedUnread().isEmpty())
            return m_world.postedUnread().constFirst() +
                   QStringLiteral(" was refused with others and sent again unread");
        for (int i = Items; i < Items + Bystanders; ++i) {
            if (!m_world.has(FaultyWorld::idOf(i)))
                return QStringLiteral("a bystander is gone");
        }
        QSet<QString> intents;
        const Batch &batch = runner()->batch();
        for (const JournalEvent &event : m_journal.events(batch.id)) {
            if (event.event == QLatin1String("send-started"))
                intents.insert(batch.items.at(event.item).key.id);
        }
        for (const BatchItem &item : batch.items) {
            const QString wrong = wrongAbout(item, intents.contains(item.key.id));
            if (!wrong.isEmpty())
                return item.key.id + QStringLiteral(": ") + wrong;
        }
        if (!m_lasting && !hasSettled()) {
            QStringList open;
            for (const BatchItem &item : batch.items) {
                if (!isEnd(item.state))
                    open.append(QStringLiteral("%1 state %2 reason %3%4")
                                    .arg(item.key.id)
                                    .arg(int(item.state))
                                    .arg(int(item.reason))
                                    .arg(item.needsAttention ? u" needs attention" : u""));
            }
            return QStringLiteral("not every item came to an end after a fault that passed: %1, "
                                  "held %2")
                .arg(open.join(QStringLiteral("; ")))
                .arg(int(batch.hold));
        }
        return {};
    }

private:
    [[nodiscard]] BatchRunner *runner() const { return m_operationService->batches().constFirst(); }

    /// Every item has ended, or asks the user to check it and states why. With a clock this fast
    /// all answers are slow; a slow answer does not show how late the log is, or comes after the
    /// waiting has ended.
    [[nodiscard]] bool hasSettled() const
    {
        const QList<BatchItem> &items = runner()->batch().items;
        return std::all_of(items.begin(), items.end(), [](const BatchItem &item) {
            const bool saysWhy =
                item.reason == ItemReason::LogMayLag || item.reason == ItemReason::LogNotRead;
            return isEnd(item.state) ||
                   (item.state == ItemState::Unknown && item.needsAttention && saysWhy);
        });
    }

    [[nodiscard]] static QList<std::pair<ItemState, ItemReason>> statesOf(const Batch &batch)
    {
        QList<std::pair<ItemState, ItemReason>> states;
        for (const BatchItem &item : batch.items)
            states.append({item.state, item.reason});
        return states;
    }

    void confirm(const Plan &plan)
    {
        m_operationService->confirm(plan, QString(), &m_window,
                                    [this](const Confirmation &confirmation) {
                                        switch (confirmation.outcome) {
                                        case Confirmation::Outcome::Armed:
                                            m_armedAt = m_clock.awake();
                                            runner()->sendNow();
                                            return;
                                        case Confirmation::Outcome::LookAgain:
                                            if (++m_looks < 5) {
                                                confirm(confirmation.plan);
                                                return;
                                            }
                                            break;
                                        case Confirmation::Outcome::NothingLeft:
                                        case Confirmation::Outcome::Expired:
                                        case Confirmation::Outcome::NoReason:
                                        case Confirmation::Outcome::NotWritten:
                                        case Confirmation::Outcome::OtherCopy:
                                            break;
                                        }
                                        m_gaveUp = true;
                                    });
    }

    [[nodiscard]] QString wrongAbout(const BatchItem &item, bool intended) const
    {
        const QString id = item.key.id;
        const int posts = m_world.postsThatCount(id);
        if (posts > 1)
            return QStringLiteral("posted %1 times").arg(posts);
        if (posts > 0 && !intended)
            return QStringLiteral("posted without an intent in the journal");
        const bool there = m_world.has(id);
        const bool done = m_world.wasCarriedOut(id);
        switch (item.state) {
        case ItemState::Done:
            return there ? QStringLiteral("Done and there") : QString();
        case ItemState::AlreadyGone:
            return there ? QStringLiteral("Already gone and there") : QString();
        case ItemState::Failed:
            return done ? QStringLiteral("Failed and carried out") : QString();
        case ItemState::Cancelled:
        case ItemState::Armed:
        case ItemState::Queued:
        case ItemState::Held:
            return done ? QStringLiteral("not sent and carried out") : QString();
        case ItemState::Running:
            return done ? QString() : QStringLiteral("Running and never carried out");
        case ItemState::AwaitingReadback:
        case ItemState::Sending:
        case ItemState::Unknown:
        case ItemState::NotUnderstood:
            return {};
        }
        return {};
    }

    bool m_lasting;
    HastyClock m_clock{Haste};
    FaultyWorld m_world;
    Journal m_journal;
    LockStore m_locks;
    ClusterModel m_clusters;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<OperationService> m_operationService;
    QObject m_window;
    QSet<QString> m_shown;
    std::chrono::milliseconds m_armedAt{0};
    std::chrono::milliseconds m_changedAt{0};
    QList<std::pair<ItemState, ItemReason>> m_states;
    int m_looks = 0;
    bool m_gaveUp = false;
};

} // namespace

/// Every fault × {first, middle, all} × {delete, list, operation}, each with a batch of twenty:
/// compares the server's records with the journal, item by item.
class TestFaultMatrix : public QObject
{
    Q_OBJECT

private slots:
    void nothingUntrueIsClaimed()
    {
        const QList<Cell> alone = cellsOfOne();
        const QList<Cell> together = cellsOfTwenty();
        QList<Cell> cells = alone + together;
        // Permanent faults take longest, so they start first.
        std::stable_partition(cells.begin(), cells.end(),
                              [](const Cell &cell) { return cell.which == Which::All; });
        QList<std::shared_ptr<Case>> running;
        QStringList failures;
        qsizetype next = 0;
        int groups = 0;
        const auto step = [&] {
            for (const auto &current : QList<std::shared_ptr<Case>>(running)) {
                if (!current->isOver())
                    continue;
                const QString wrong = current->verdict();
                if (!wrong.isEmpty())
                    failures.append(current->name + QStringLiteral(": ") + wrong);
                groups += current->groups();
                running.removeOne(current);
            }
            while (running.size() < AtOnce && next < cells.size()) {
                const Cell &cell = cells.at(next++);
                running.append(
                    std::make_shared<Case>(cell.misfortune, cell.call, cell.which, cell.together));
                running.constLast()->begin();
            }
            return running.isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(step(), 700000);
        qInfo("%lld cases with one cluster in a request, %lld with twenty, %d requests for several",
              static_cast<long long>(alone.size()), static_cast<long long>(together.size()),
              groups);
        for (const QString &failure : std::as_const(failures))
            qWarning("%s", qPrintable(failure));
        QVERIFY(failures.isEmpty());
        QVERIFY(groups > together.size() / 2); // enough such requests were sent
    }

private:
    struct Cell {
        Misfortune misfortune;
        Call call;
        Which which;
        int together;
    };

    static QList<Cell> cellsOfOne()
    {
        QList<Cell> cells;
        for (const Misfortune &misfortune : misfortunes()) {
            for (const Call call : {Call::Delete, Call::List, Call::Operation}) {
                if (lastsAlways(misfortune) && call != Call::Delete)
                    continue; // the fault affects every call alike
                if (misfortune.carriesOut && call != Call::Delete)
                    continue; // only a write can be carried out
                for (const Which which : {Which::First, Which::Middle, Which::All})
                    cells.append({misfortune, call, which, 1});
            }
        }
        return cells;
    }

    /// The same for requests of up to twenty clusters, with the faults of such requests. The first
    /// request names one cluster, so the middle request is the group.
    static QList<Cell> cellsOfTwenty()
    {
        QList<Cell> cells;
        for (const Misfortune &misfortune : misfortunes() + misfortunesOfGroups()) {
            for (const Which which : {Which::First, Which::Middle, Which::All})
                cells.append({misfortune, Call::Delete, which, 20});
            if (lastsAlways(misfortune) || misfortune.carriesOut || misfortune.carriesOutHalf)
                continue;
            for (const Call call : {Call::List, Call::Operation})
                cells.append({misfortune, call, Which::Middle, 20});
        }
        return cells;
    }
};

QTEST_GUILESS_MAIN(TestFaultMatrix)
#include "tst_faultmatrix.moc"
