// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accountneeds.h"

#include <QTest>

using namespace clusterdeck;

class TestAccountNeeds : public QObject
{
    Q_OBJECT

private slots:
    void keychain();
    void errors();
    void holds();
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

QTEST_APPLESS_MAIN(TestAccountNeeds)
#include "tst_accountneeds.moc"
