// SPDX-License-Identifier: GPL-3.0-or-later
// interrupted ENDPOINT OWNER: leaves behind what a crash in the middle of a batch leaves. It
// is the program without its window: lists, confirms the deletion of ten clusters, sends, and ends
// itself with SIGKILL when some are sent and others are not. The key and the zone come from the
// environment, the journal goes where the program's goes. Any other end is a failure.
#include "app/operations/operationsdesk.h"
#include "app/session.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <csignal>
#include <cstdio>
#include <cstdlib>

using namespace clusterdeck;

namespace
{

constexpr int Items = 10;
/// Events of the batch until then: the countdown's end for all ten, and three of the sends.
constexpr int KillAt = 18;

[[noreturn]] void fail(const char *why)
{
    std::fprintf(stderr, "interrupted: %s\n", why);
    std::exit(1);
}

Account accountOf(const QStringList &arguments)
{
    Account account;
    account.api.baseUrl = QUrl(arguments.value(1));
    account.api.owner = arguments.value(2);
    account.api.zone = qEnvironmentVariable("QINGCLOUD_ZONE");
    account.api.credentials = {qEnvironmentVariable("QINGCLOUD_ACCESS_KEY_ID"),
                               qEnvironmentVariable("QINGCLOUD_SECRET_ACCESS_KEY")};
    account.id = accountId(account.api);
    return account;
}

QList<ClusterKey> stoppedOnes(Session &session)
{
    QList<ClusterKey> keys;
    const QString owner = session.accounts().constFirst().api.owner;
    for (int row = 0; row < session.clusters().rowCount() && keys.size() < Items; ++row) {
        const Cluster &cluster = session.clusters().clusterAt(row);
        const ClusterRecord &record = cluster.record;
        if (record.owner == owner && record.status == u"stopped" && record.transition.isEmpty())
            keys.append(cluster.key());
    }
    return keys;
}

void deleteSome(Session &session)
{
    OperationsDesk &desk = session.desk();
    desk.plan(Verb::Delete, stoppedOnes(session), &session, [&](const Plan &plan) {
        desk.confirm(plan, QString(), &session, [&](const Confirmation &confirmation) {
            if (confirmation.outcome != Confirmation::Outcome::Armed)
                fail("the batch was not armed");
            desk.batches().constFirst()->sendNow();
        });
    });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck"));
    QCoreApplication::setApplicationName(QStringLiteral("clusterdeck"));
    SystemClock clock;
    Session session(clock, QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    bool begun = false;
    QObject::connect(&session, &Session::statusChanged, &session, [&] {
        if (begun || !session.feeds().constFirst()->isComplete())
            return;
        begun = true;
        deleteSome(session);
    });
    int events = 0;
    QObject::connect(&session.desk(), &OperationsDesk::itemChanged, &session, [&] {
        if (++events == KillAt)
            raise(SIGKILL);
    });
    QObject::connect(&session.desk(), &OperationsDesk::batchFinished, &session,
                     [] { fail("the batch came to its end"); });
    session.open(accountOf(QCoreApplication::arguments()));
    return QCoreApplication::exec();
}
