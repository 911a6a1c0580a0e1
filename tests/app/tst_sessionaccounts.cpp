// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/secretstore.h"
#include "app/session.h"
#include "tests/app/accountcloud.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace clusterdeck;

namespace
{

QStringList clustersOf(const QString &name, int count)
{
    QStringList ids;
    for (int i = 0; i < count; ++i)
        ids.append(QStringLiteral("ehpc-%1-%2").arg(name).arg(i));
    return ids;
}

/// A cloud with some clusters, and the requests that it received.
struct Cloud : AccountCloud {
    Cloud(const QString &name, int clusters)
        : AccountCloud(name, clustersOf(name, clusters))
    {
    }

    /// Why this request cannot have been made with the account's own key; empty if it can.
    [[nodiscard]] QString fault(const RecordedRequest &request, const Credentials &own) const
    {
        if (request.parameter("access_key_id") != own.accessKeyId.toLatin1())
            return QStringLiteral("signed with the key of another account: ") +
                   QString::fromLatin1(request.parameter("access_key_id"));
        if (request.parameter("zone") != account.api.zone.toLatin1())
            return QStringLiteral("in the zone of another account");
        const QUrl url = QUrl::fromEncoded("http://host" + request.target);
        Parameters parameters;
        const QUrlQuery query(url);
        for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
            static const QStringList common{
                QStringLiteral("access_key_id"),    QStringLiteral("signature"),
                QStringLiteral("signature_method"), QStringLiteral("signature_version"),
                QStringLiteral("timestamp"),        QStringLiteral("version")};
            if (!common.contains(name))
                parameters.insert(name, value);
        }
        QDateTime utc = QDateTime::fromString(
            query.queryItemValue(QStringLiteral("timestamp"), QUrl::FullyDecoded), Qt::ISODate);
        const Method method = request.method == "POST" ? Method::Post : Method::Get;
        const QByteArray expected =
            signedQuery(method, request.path(), parameters, request.body, own, utc).value();
        return request.target == request.path() + '?' + expected
                   ? QString()
                   : QStringLiteral("not signed with the account's own secret");
    }
    [[nodiscard]] QString fault() const
    {
        for (const RecordedRequest &request : server.requests()) {
            const QString fault = this->fault(request, account.api.credentials);
            if (!fault.isEmpty())
                return fault;
        }
        return {};
    }
};

} // namespace

/// Several accounts in one session, over real HTTP.
class TestSessionAccounts : public QObject
{
    Q_OBJECT

private slots:
    void eachRowIsSignedWithItsOwnKey();
    void closingTakesTheRowsAndTheKey();
    void closingWaitsForOperations();
    void aMendedKeyIsUsedFromTheNextCallOn();
    void aMendedKeyDoesNotWaitForTheWrongOne();
    void labelsFollow();
    void whatAnotherCopyProtectsHoldsHere();
    void theBookOpensAndCloses();
    void whatAnEarlierRunLeftKeepsTheAccount();

private:
    /// Plans the deletion of all these clusters, and confirms it.
    bool arms(Session &session, const QList<ClusterKey> &keys)
    {
        std::optional<Confirmation> confirmation;
        session.operationService().plan(Verb::Delete, keys, this, [&](const Plan &plan) {
            if (plan.items.size() == keys.size())
                session.operationService().confirm(
                    plan, {}, this, [&](const Confirmation &made) { confirmation = made; });
        });
        return QTest::qWaitFor([&] { return confirmation.has_value(); }) &&
               confirmation->outcome == Confirmation::Outcome::Armed;
    }

    SystemClock m_clock;
};

void TestSessionAccounts::eachRowIsSignedWithItsOwnKey()
{
    Cloud one(QStringLiteral("one"), 3);
    Cloud two(QStringLiteral("two"), 4);
    Session session(m_clock);
    const QAbstractItemModelTester tester(&session.clusters());
    session.open(one.account);
    session.open(two.account);
    QTRY_COMPARE(session.clusters().rowCount(), 7);

    QList<ClusterKey> keys;
    for (int row = 0; row < session.clusters().rowCount(); ++row)
        keys.append(session.clusters().clusterAt(row).key());
    QVERIFY(arms(session, keys));
    QCOMPARE(session.operationService().batches().size(), 2);
    for (BatchRunner *runner : session.operationService().batches())
        runner->sendNow();
    QTRY_COMPARE(one.server.complete("POST"), 3);
    QTRY_COMPARE(two.server.complete("POST"), 4);
    QCOMPARE(one.fault(), QString());
    QCOMPARE(two.fault(), QString());
    for (const Cloud *cloud : {&one, &two}) {
        for (const RecordedRequest &request : cloud->server.requests()) {
            if (request.method == "POST")
                QVERIFY(request.body.contains("ehpc-" + cloud->account.name.toLatin1()));
        }
    }
    // The check detects a wrong key.
    QVERIFY(!one.fault(one.server.requests().first(), two.account.api.credentials).isEmpty());
    Credentials halfWrong = one.account.api.credentials;
    halfWrong.secretAccessKey = two.account.api.credentials.secretAccessKey;
    QVERIFY(!one.fault(one.server.requests().first(), halfWrong).isEmpty());
}

void TestSessionAccounts::closingTakesTheRowsAndTheKey()
{
    Cloud one(QStringLiteral("one"), 3);
    Cloud two(QStringLiteral("two"), 4);
    Session session(m_clock);
    const QAbstractItemModelTester tester(&session.clusters());
    session.open(one.account);
    session.open(two.account);
    QTRY_COMPARE(session.clusters().rowCount(), 7);
    QVERIFY(session.close(session.accounts().first().id)); // the id is removed with its account
    QCOMPARE(session.clusters().rowCount(), 4);
    QCOMPARE(session.accounts().size(), 1);
    QCOMPARE(session.feeds().size(), 1);

    // Clusters of the closed account are excluded with their reason, and no request reaches its
    // cloud.
    const auto before = one.server.requests().size();
    std::optional<Plan> plan;
    session.operationService().plan(Verb::Delete, {{one.account.id, QStringLiteral("ehpc-one-0")}},
                                    this, [&](const Plan &made) { plan = made; });
    QTRY_VERIFY(plan);
    QVERIFY(plan->items.isEmpty());
    QCOMPARE(plan->excluded.first().reason, Exclusion::AccountClosed);
    session.refresh();
    QTRY_VERIFY(two.server.requests().size() >= 2);
    QCOMPARE(one.server.requests().size(), before);

    session.open(one.account);
    QTRY_COMPARE(session.clusters().rowCount(), 7);
    QCOMPARE(one.fault(), QString());
}

void TestSessionAccounts::closingWaitsForOperations()
{
    Cloud one(QStringLiteral("one"), 1);
    Session session(m_clock);
    session.open(one.account);
    QTRY_COMPARE(session.clusters().rowCount(), 1);
    QVERIFY(arms(session, {session.clusters().clusterAt(0).key()}));
    QVERIFY(!session.close(one.account.id));
    QCOMPARE(session.accounts().size(), 1);
    QCOMPARE(session.clusters().rowCount(), 1);
    session.operationService().batches().first()->stopTheRest();
    QVERIFY(session.close(one.account.id));
    QCOMPARE(one.server.complete("POST"), 0);
}

void TestSessionAccounts::aMendedKeyIsUsedFromTheNextCallOn()
{
    Cloud one(QStringLiteral("one"), 2);
    const Credentials right = one.account.api.credentials;
    one.server.answerWith([right](const RecordedRequest &request) {
        return request.parameter("access_key_id") == right.accessKeyId.toLatin1()
                   ? FaultAnswer::json(
                         R"({"ret_code": 0, "total_count": 1, "cluster_set": [{"cluster_id": "ehpc-a"}]})")
                   : FaultAnswer::code(1200);
    });
    Account wrong = one.account;
    wrong.api.credentials = {QStringLiteral("WRONG"), QStringLiteral("WRONGSECRET")};
    Session session(m_clock);
    session.open(wrong);
    QTRY_VERIFY(session.feeds().first()->error());
    QCOMPARE(session.feeds().first()->error()->kind, ErrorKind::Unauthorized);
    session.change(one.account);
    QTRY_COMPARE(session.clusters().rowCount(), 1);
    QVERIFY(!session.feeds().first()->error());
    QCOMPARE(one.fault(one.server.requests().last(), right), QString());
}

void TestSessionAccounts::aMendedKeyDoesNotWaitForTheWrongOne()
{
    Cloud one(QStringLiteral("one"), 2);
    const Credentials right = one.account.api.credentials;
    one.server.answerWith([right](const RecordedRequest &request) {
        return request.parameter("access_key_id") == right.accessKeyId.toLatin1()
                   ? FaultAnswer::json(
                         R"({"ret_code": 0, "total_count": 1, "cluster_set": [{"cluster_id": "ehpc-a"}]})")
                   : FaultAnswer::of(Fault::Hang);
    });
    Account wrong = one.account;
    wrong.api.credentials.accessKeyId = QStringLiteral("WRONG");
    Session session(m_clock);
    session.open(wrong);
    QSignalSpy listed(session.feeds().first(), &ClusterFeed::listed);
    QTRY_COMPARE(one.server.complete(), 1);
    session.change(one.account);
    QTRY_COMPARE(session.clusters().rowCount(), 1);
    QCOMPARE(listed.size(), 1); // the hanging request was cancelled
    QVERIFY(!session.feeds().first()->isRefreshing());
}

void TestSessionAccounts::labelsFollow()
{
    Cloud one(QStringLiteral("one"), 2);
    Session session(m_clock);
    session.open(one.account);
    QTRY_COMPARE(session.clusters().rowCount(), 2);
    QSignalSpy changed(&session.clusters(), &QAbstractItemModel::dataChanged);
    Account renamed = one.account;
    renamed.name = QStringLiteral("other");
    renamed.environment = QStringLiteral("PROD");
    renamed.readOnly = true;
    session.change(renamed);
    QCOMPARE(changed.size(), 1);
    const QModelIndex cell = session.clusters().index(0, int(ClusterColumn::Account));
    QCOMPARE(cell.data().toString(), QStringLiteral("other"));
    QCOMPARE(session.clusters().label(one.account.id).environment, QStringLiteral("PROD"));
    // Read-only applies at once, also to plans.
    std::optional<Plan> plan;
    session.operationService().plan(Verb::Delete, {session.clusters().clusterAt(0).key()}, this,
                                    [&](const Plan &made) { plan = made; });
    QTRY_VERIFY(plan);
    QCOMPARE(plan->excluded.first().reason, Exclusion::ReadOnly);
}

/// Two instances of the program with one home folder: protection set in the other applies here
/// without a restart.
void TestSessionAccounts::whatAnotherCopyProtectsHoldsHere()
{
    Cloud one(QStringLiteral("one"), 2);
    const QTemporaryDir folder;
    const QTemporaryDir settings;
    const QString accounts = settings.filePath(QStringLiteral("accounts.json"));
    SavedAccount kept;
    kept.account = one.account;
    QVERIFY(AccountStore(accounts).set({kept}));
    AccountStore saved(accounts);
    MemoryStore secrets;
    Session session(m_clock, folder.path(), saved, secrets);
    session.book().openWith(one.account.id, one.account.api.credentials.secretAccessKey);
    QTRY_COMPARE(session.clusters().rowCount(), 2);
    const ClusterKey key = session.clusters().keyAt(0);

    // Automatically when the file changes: first when it is created, then when it is replaced.
    QSignalSpy locksChanged(&session.operationService(), &OperationService::locksChanged);
    LockStore otherLocks(folder.filePath(QStringLiteral("locks.json")));
    QVERIFY(otherLocks.change({{key}, {}, {}, {}}));
    QTRY_VERIFY(session.operationService().locks().clusters.contains(key));
    QVERIFY(otherLocks.change({{}, {}, {QStringLiteral("prod-*")}, {}}));
    QTRY_COMPARE(session.operationService().locks().namePatterns,
                 QStringList{QStringLiteral("prod-*")});
    QVERIFY(!locksChanged.isEmpty());
    QSignalSpy parkingChanged(&session, &Session::parkingChanged);
    ParkedCluster parked;
    parked.key = key;
    parked.due = QDate(2026, 12, 24);
    QVERIFY(ParkingStore(folder.filePath(QStringLiteral("parked.json"))).set({parked}));
    QTRY_VERIFY(!parkingChanged.isEmpty());
    QVERIFY(session.parking().find(key));

    AccountStore other(accounts);
    QList<SavedAccount> changed = other.accounts();
    changed.first().account.readOnly = true;
    QVERIFY(other.set(changed));
    QTRY_VERIFY(session.accounts().first().readOnly);
    changed.first().account.readOnly = false;
    QVERIFY(other.set(changed));
    QTRY_VERIFY(!session.accounts().first().readOnly);
    // And when a plan is made, without waiting for an event.
    changed.first().account.readOnly = true;
    QVERIFY(other.set(changed) && otherLocks.change({{}, {key}, {}, {}}));
    session.operationService().refreshProtection();
    QVERIFY(session.accounts().first().readOnly);
    QVERIFY(session.operationService().locks().clusters.isEmpty());
    std::optional<Plan> plan;
    session.operationService().plan(Verb::Delete, {key}, this,
                                    [&](const Plan &made) { plan = made; });
    QTRY_VERIFY(plan);
    QCOMPARE(plan->excluded.first().reason, Exclusion::ReadOnly);
    // Protection stays when the file is removed.
    QVERIFY(QFile::remove(accounts));
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("locks.json"))));
    session.refreshStores();
    QVERIFY(session.accounts().first().readOnly);
    QCOMPARE(session.operationService().locks().namePatterns,
             QStringList{QStringLiteral("prod-*")});
}

void TestSessionAccounts::theBookOpensAndCloses()
{
    Cloud one(QStringLiteral("one"), 2);
    AccountStore saved;
    MemoryStore secrets;
    Session session(m_clock, {}, saved, secrets);
    std::optional<AccountChange> change;
    session.book().put({}, one.account, true, this,
                       [&](const AccountChange &made) { change = made; });
    QTRY_COMPARE(session.clusters().rowCount(), 2);
    QTRY_VERIFY(change);
    QCOMPARE(session.book().close(one.account.id).outcome, AccountChange::Outcome::Done);
    QCOMPARE(session.clusters().rowCount(), 0);
    QVERIFY(session.accounts().isEmpty());
}

void TestSessionAccounts::whatAnEarlierRunLeftKeepsTheAccount()
{
    Cloud one(QStringLiteral("one"), 1);
    const QTemporaryDir folder;
    AccountStore saved;
    MemoryStore secrets;
    SavedAccount kept;
    kept.account = one.account;
    QVERIFY(saved.set({kept}));
    {
        Session session(m_clock, folder.path());
        session.open(one.account);
        QTRY_COMPARE(session.clusters().rowCount(), 1);
        QVERIFY(arms(session, {session.clusters().clusterAt(0).key()}));
        QCOMPARE(session.operationService().batches().size(), 1);
        session.operationService().batches().first()->sendNow();
        QTRY_COMPARE(session.operationService().batches().first()->batch().items.first().state,
                     ItemState::Running);
    }
    // The keychain has not answered yet; the account has running operations nevertheless.
    Session session(m_clock, folder.path(), saved, secrets);
    QCOMPARE(session.recovery().running, 1);
    QVERIFY(session.operationService().isUnderWay(one.account.id));
    QCOMPARE(session.book().close(one.account.id).outcome,
             AccountChange::Outcome::OperationsRunning);
    std::optional<AccountChange> change;
    session.book().remove(one.account.id, false, this,
                          [&](const AccountChange &made) { change = made; });
    QTRY_VERIFY(change);
    QCOMPARE(change->outcome, AccountChange::Outcome::OperationsRunning);
    session.book().openWith(one.account.id, one.account.api.credentials.secretAccessKey);
    QTRY_COMPARE(session.operationService().batches().size(), 1);
}

QTEST_GUILESS_MAIN(TestSessionAccounts)
#include "tst_sessionaccounts.moc"
