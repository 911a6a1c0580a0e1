// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"
#include "app/operations/operationservice.h"
#include "tests/app/operations/simcloud.h"
#include "tests/support/manualclock.h"

namespace clusterdeck
{

/// An operation service with a simulated cloud and the test's clock: the account "a" with the
/// clusters ehpc-0, ehpc-1 and so on.
struct Stage {
    ManualClock clock;
    SimCloud cloud{clock};
    ClusterModel clusters;
    Journal journal;
    LockStore locks;
    OperationService operationService{clusters, clock, journal, locks};

    /// `folder`: as for Journal; empty: in memory.
    explicit Stage(int count, const QString &folder = {})
        : journal(folder)
    {
        for (int i = 0; i < count; ++i)
            cloud.add(QStringLiteral("ehpc-%1").arg(i));
        clusters.setAccount(QStringLiteral("a"), {QStringLiteral("lab"), QStringLiteral("z1")});
        OperationAccount account;
        account.id = QStringLiteral("a");
        account.name = QStringLiteral("lab");
        account.zone = QStringLiteral("z1");
        account.users = {QStringLiteral("usr-me")};
        operationService.addAccount(account, cloud);
        QObject::connect(&operationService, &OperationService::listed, &clusters,
                         &ClusterModel::apply);
    }

    [[nodiscard]] static ClusterKey key(int cluster)
    {
        return {QStringLiteral("a"), QStringLiteral("ehpc-%1").arg(cluster)};
    }
    [[nodiscard]] static QList<ClusterKey> keys(int count)
    {
        QList<ClusterKey> keys;
        for (int i = 0; i < count; ++i)
            keys.append(key(i));
        return keys;
    }

    [[nodiscard]] Plan plan(Verb verb, const QList<ClusterKey> &asked)
    {
        QObject context;
        std::optional<Plan> plan;
        operationService.plan(verb, asked, &context, [&](const Plan &made) { plan = made; });
        clock.advance(std::chrono::seconds(1));
        return plan.value_or(Plan());
    }

    Confirmation confirm(const Plan &plan)
    {
        QObject context;
        std::optional<Confirmation> confirmation;
        operationService.confirm(plan, QStringLiteral("as shown"), &context,
                                 [&](const Confirmation &made) { confirmation = made; });
        clock.advance(std::chrono::milliseconds(200));
        return confirmation.value_or(Confirmation());
    }

    /// A batch of the first `count` clusters, in its countdown.
    BatchRunner *arm(Verb verb, int count)
    {
        (void)confirm(plan(verb, keys(count)));
        return operationService.batches().isEmpty() ? nullptr : operationService.batches().last();
    }
};

} // namespace clusterdeck
