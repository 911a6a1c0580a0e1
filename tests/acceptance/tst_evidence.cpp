// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/clusters/table/clustermodel.h"
#include "app/clusters/table/clusterview.h"
#include "app/operations/operationservice.h"
#include "faultyworld.h"
#include "tests/support/hastyclock.h"

#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

const QString Account = QStringLiteral("a");

/// The answer of a gateway that lost the server's answer.
Misfortune gateway(bool carriesOut)
{
    Misfortune misfortune;
    misfortune.name = QStringLiteral("502");
    misfortune.answer.status = 502;
    misfortune.answer.body = "<html>Bad Gateway</html>";
    misfortune.carriesOut = carriesOut;
    return misfortune;
}

/// One account over real HTTP, with a clock that runs faster.
struct Stage {
    HastyClock clock{60};
    FaultyWorld world;
    Journal journal;
    LockStore locks;
    ClusterModel clusters;
    std::unique_ptr<ApiClient> api;
    std::unique_ptr<OperationService> operationService;
    QObject window;

    Stage(const Misfortune &misfortune, Which which, int count, int inFlight = 2)
        : world(clock, misfortune, Call::Delete, which, count)
    {
        ApiSettings settings;
        settings.baseUrl = world.url();
        settings.zone = QStringLiteral("jn1a");
        settings.owner = QStringLiteral("usr-me");
        settings.credentials = {QStringLiteral("KEY"), QStringLiteral("SECRET")};
        settings.callsAnHour = 1'000'000;
        api = std::make_unique<ApiClient>(settings, clock);
        operationService = std::make_unique<OperationService>(clusters, clock, journal, locks);
        QObject::connect(operationService.get(), &OperationService::listed, &clusters,
                         &ClusterModel::apply);
        operationService->addAccount({Account, {}, {}, {settings.owner}, false, inFlight, 1}, *api);
    }

    /// Confirms the deletion as the dialog does, and sends at once.
    void confirm(const QList<int> &numbers)
    {
        QList<ClusterKey> asked;
        for (const int number : numbers)
            asked.append({Account, FaultyWorld::idOf(number)});
        operationService->plan(Verb::Delete, asked, &window, [this](const Plan &plan) {
            operationService->confirm(plan, {}, &window, [this](const Confirmation &confirmation) {
                QCOMPARE(confirmation.outcome, Confirmation::Outcome::Armed);
                operationService->batches().constLast()->sendNow();
            });
        });
    }

    [[nodiscard]] const Batch &batch() const
    {
        return operationService->batches().constLast()->batch();
    }
    [[nodiscard]] ItemState state(int item) const
    {
        return operationService->batches().isEmpty() ? ItemState::Armed
                                                     : batch().items.at(item).state;
    }
    [[nodiscard]] int posts(int number) const
    {
        return world.postsThatCount(FaultyWorld::idOf(number));
    }
};

} // namespace

/// What the program may state about a request, over real HTTP: compared with the server's own count
/// of requests.
class TestEvidence : public QObject
{
    Q_OBJECT

private slots:
    /// The answer is lost, the log's clock is behind, the list shows no transition while the
    /// deletion runs: no item is reported as not carried out, and nothing is sent again.
    void aLogThatIsBehind_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("behind");
        QTest::newRow("12 s") << std::chrono::milliseconds(12s);
        QTest::newRow("8 h") << std::chrono::milliseconds(8h);
        QTest::newRow("8 h ahead") << std::chrono::milliseconds(-8h);
    }

    void aLogThatIsBehind()
    {
        QFETCH(std::chrono::milliseconds, behind);
        Stage stage(gateway(true), Which::First, 3);
        stage.world.logBehind = behind;
        stage.world.jobTime = 6min;
        stage.world.hidesTransitions = true;
        stage.confirm({0});
        QTRY_COMPARE(stage.state(0), ItemState::Running);
        QVERIFY(!stage.batch().items.constFirst().jobId.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(stage.state(0), ItemState::Done, 60000);
        QCOMPARE(stage.posts(0), 1);
        QVERIFY(!stage.world.has(FaultyWorld::idOf(0)));
    }

    /// The same, and the operation is not in the log: the state stays unknown.
    void nothingShowsThatTheLogIsUpToDate()
    {
        Stage stage(gateway(false), Which::First, 3);
        stage.confirm({0});
        QTRY_VERIFY_WITH_TIMEOUT(!stage.operationService->batches().isEmpty() &&
                                     stage.batch().items.constFirst().reason ==
                                         ItemReason::LogMayLag,
                                 30000);
        QCOMPARE(stage.state(0), ItemState::Unknown);
        // Another operation that the log shows in time proves that the log is up to date.
        stage.confirm({1});
        const auto first = [&] {
            return stage.operationService->batches().constFirst()->batch().items.at(0);
        };
        QTRY_COMPARE_WITH_TIMEOUT(first().state, ItemState::Failed, 30000);
        QCOMPARE(first().reason, ItemReason::NotCarriedOut);
        QCOMPARE(stage.posts(0), 1);
    }

    void deletedButListed_data()
    {
        QTest::addColumn<QString>("status");
        for (const char *status : {"ceased", "terminated", "deleted"})
            QTest::newRow(status) << QString::fromLatin1(status);
    }

    /// The cloud lists a deleted cluster for hours: operation state and list status together are
    /// proof, and the table hides the cluster.
    void deletedButListed()
    {
        QFETCH(QString, status);
        Stage stage(gateway(true), Which::Middle, 3);
        stage.world.statusOfDeleted = status;
        ClusterView view(stage.clusters);
        stage.confirm({0});
        QTRY_COMPARE_WITH_TIMEOUT(stage.state(0), ItemState::Done, 30000);
        QVERIFY(stage.world.has(FaultyWorld::idOf(0)));
        QTRY_VERIFY(!view.rowOf({Account, FaultyWorld::idOf(0)}));
        QCOMPARE(view.rowCount(), 2);
        QCOMPARE(stage.posts(0), 1);
    }

    void aGatewayThatLosesEveryAnswer_data()
    {
        QTest::addColumn<bool>("carriesOut");
        QTest::newRow("carried out") << true;
        QTest::newRow("not carried out") << false;
    }

    void aGatewayThatLosesEveryAnswer()
    {
        QFETCH(bool, carriesOut);
        Stage stage(gateway(carriesOut), Which::All, 4, 1);
        stage.world.jobTime = 6h;
        stage.confirm({0, 1, 2, 3});
        QTRY_VERIFY(!stage.operationService->batches().isEmpty() &&
                    stage.batch().hold == HoldReason::AnswersLost);
        QCOMPARE(stage.world.postedIds().size(), 3);
        QCOMPARE(stage.state(3), ItemState::Held);
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
