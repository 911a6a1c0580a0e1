// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountneeds.h"

#include <QTest>

using namespace clusterdeck;

class TestAccountNeeds : public QObject
{
    Q_OBJECT

private slots:
    void keychain();
    void errors();
    void holds();
    void unread_data();
    void unread();
    void accountsToCheck();
};

void TestAccountNeeds::keychain()
{
    const auto asks = [](bool remember, SecretOutcome trouble) {
        AccountEntry entry;
        entry.saved.remember = remember;
        entry.trouble = trouble;
        return mayBeInKeychain(entry);
    };
    QVERIFY(asks(true, SecretOutcome::Done));
    QVERIFY(asks(true, SecretOutcome::Denied));
    QVERIFY(asks(true, SecretOutcome::Unavailable));
    QVERIFY(!asks(true, SecretOutcome::NotFound));
    QVERIFY(!asks(false, SecretOutcome::Done)); // for one session only
}

/// Exactly the errors that the connection check explains.
void TestAccountNeeds::errors()
{
    int told = 0;
    for (int kind = 0; kind < ErrorKindCount; ++kind) {
        AccountTrouble trouble;
        trouble.listing = ApiError();
        trouble.listing->kind = ErrorKind(kind);
        const KeyTrouble found = keyTroubleOf(trouble);
        QCOMPARE(bool(found), specOf(ErrorKind(kind)).ofSettings);
        QCOMPARE(found.error.has_value(), bool(found));
        told += found ? 1 : 0;
    }
    QVERIFY(told > 2 && told < ErrorKindCount);
}

void TestAccountNeeds::holds()
{
    QVERIFY(!keyTroubleOf({}));
    for (int reason = 0; reason <= int(LastHoldReason); ++reason) {
        const auto hold = HoldReason(reason);
        const bool ofKey = hold == HoldReason::Unauthorized || hold == HoldReason::ClockSkew;
        QCOMPARE(bool(keyTroubleOf({{}, {hold}})), ofKey);
    }
    const QList<HoldReason> holds{HoldReason::RateLimited, HoldReason::ClockSkew,
                                  HoldReason::Unauthorized};
    QCOMPARE(keyTroubleOf({{}, holds}).hold, HoldReason::ClockSkew);
    ApiError refused;
    refused.kind = ErrorKind::Unauthorized;
    const KeyTrouble both = keyTroubleOf({refused, holds});
    QVERIFY(both.error && both.hold == HoldReason::None);
}

void TestAccountNeeds::unread_data()
{
    const auto failed = [](ErrorKind kind) {
        ApiError error;
        error.kind = kind;
        return ListingOutcome{error, false};
    };
    const ListingOutcome fine;
    const ListingOutcome changed{{}, false};
    const ListingOutcome timeout = failed(ErrorKind::Timeout);
    const ListingOutcome refused = failed(ErrorKind::Unauthorized); // a message bar says so
    QTest::addColumn<QList<ListingOutcome>>("outcomes");
    QTest::addColumn<bool>("hasClusters");
    QTest::addColumn<QList<UnreadAccount>>("all");
    QTest::addColumn<int>("named");
    const auto row = [](const char *name, const QList<ListingOutcome> &outcomes, bool hasClusters,
                        const QList<UnreadAccount> &all, int named) {
        QTest::newRow(name) << outcomes << hasClusters << all << named;
    };
    row("no account", {}, true, {}, 0);
    row("all fine", {fine, fine}, true, {}, 0);
    row("one failed", {timeout}, true, {{0, false}}, 1);
    row("one failed, nothing listed", {timeout}, false, {{0, true}}, 1);
    row("one changed while it was read", {changed}, true, {{0, false}}, 1);
    row("the page has no reason for a change", {changed}, false, {{0, false}}, 1);
    row("a key was refused", {fine, refused}, true, {{1, true}}, 1);
    row("two of three", {timeout, fine, refused}, true, {{0, false}, {2, true}}, 2);
    row("three are named", {timeout, timeout, changed}, true, {{0, false}, {1, false}, {2, false}},
        3);
    row("of four, one is named", {timeout, timeout, changed, refused}, true,
        {{0, false}, {1, false}, {2, false}, {3, true}}, 1);
}

void TestAccountNeeds::unread()
{
    QFETCH(QList<ListingOutcome>, outcomes);
    QFETCH(bool, hasClusters);
    const UnreadAccounts found = unreadAccounts(outcomes, hasClusters);
    QTEST(found.all, "all");
    QTEST(found.named, "named");
}

void TestAccountNeeds::accountsToCheck()
{
    const QStringList accounts{"a", "b", "c"};
    QCOMPARE(accountToCheck({}, {}), QString());
    QCOMPARE(accountToCheck(accounts, {}), QStringLiteral("a"));
    QCOMPARE(accountToCheck(accounts, {"c", "b"}), QStringLiteral("b"));
    QCOMPARE(accountToCheck(accounts, {"closed"}), QStringLiteral("a"));
}

QTEST_APPLESS_MAIN(TestAccountNeeds)
#include "tst_accountneeds.moc"
