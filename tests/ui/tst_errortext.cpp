// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/filetext.h"
#include "ui/words/errortext.h"

#include <QSet>
#include <QTest>

using namespace clusterdeck;

class TestErrorText : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasItsSentence();
    void everyHoldSaysNothingMoreWasSent();
    void everyFileProblemHasOneSentence();
    void everyReasonHasWords();
    void exclusions();
    void providersWordsAreQuoted();
};

void TestErrorText::everyKindHasItsSentence()
{
    QSet<QString> seen;
    for (int kind = 0; kind <= int(ErrorKind::NotUnderstood); ++kind) {
        ApiError error;
        error.kind = ErrorKind(kind);
        error.detail = QStringLiteral("DETAIL");
        const QString text = errorText(error);
        QVERIFY(text.endsWith(u'.'));
        QVERIFY(!text.contains(u"DETAIL"));
        QVERIFY2(!seen.contains(text), qPrintable(text));
        seen.insert(text);
    }
    ApiError refused;
    refused.kind = ErrorKind::Rejected;
    refused.retCode = 2400;
    QVERIFY(errorText(refused).contains(u"2400"));
}

void TestErrorText::everyHoldSaysNothingMoreWasSent()
{
    QVERIFY(holdText(HoldReason::None).isEmpty());
    for (int reason = 1; reason <= int(LastHoldReason); ++reason)
        QVERIFY(holdText(HoldReason(reason)).contains(u"nothing more was sent"));
    // A command cannot continue a batch: the cause alone does not ask for it.
    for (int reason = 1; reason <= int(LastHoldReason); ++reason)
        QVERIFY(!holdCauseText(HoldReason(reason)).contains(u"ontinue"));
}

void TestErrorText::everyFileProblemHasOneSentence()
{
    QSet<QString> seen;
    const auto isNew = [&seen](const QString &text) {
        const bool fine = text.endsWith(u'.') && !seen.contains(text);
        seen.insert(text);
        return fine;
    };
    using Plan = PlanProblem::Kind;
    for (const Plan kind :
         {Plan::NotAPlan, Plan::OtherVersion, Plan::Changed, Plan::Empty, Plan::Damaged})
        QVERIFY(isNew(planProblemText({kind, QStringLiteral("items 3")})));
    using List = IdListProblem::Kind;
    for (const List kind :
         {List::Binary, List::Encoding, List::Empty, List::NotAnId, List::MayLeaveOut})
        QVERIFY(isNew(idListProblemText({kind, 3, 0, QStringLiteral("a")})));
    QVERIFY(isNew(idListProblemText({List::MayLeaveOut, 3, 1, QStringLiteral("a")})));
    // What cannot be seen is shown.
    const QString hidden =
        idListProblemText({List::NotAnId, 2, 0, QStringLiteral("e\u200E\x1B[31m")});
    QVERIFY2(hidden.contains(u"Line 2") && hidden.contains(u"⟨U+200E⟩") &&
                 hidden.contains(u"⟨U+001B⟩"),
             qPrintable(hidden));
}

void TestErrorText::everyReasonHasWords()
{
    BatchItem item;
    QVERIFY(reasonText(item).isEmpty());
    for (int reason = 1; reason <= int(LastItemReason); ++reason) {
        item.reason = ItemReason(reason);
        QVERIFY(!reasonText(item).isEmpty());
    }
    item.reason = ItemReason::None;
    item.state = ItemState::Running;
    item.needsAttention = true;
    QVERIFY(!reasonText(item).isEmpty());
    item.state = ItemState::Done;
    QVERIFY(reasonText(item).isEmpty());
}

void TestErrorText::exclusions()
{
    for (const Verb verb : allVerbs()) {
        QSet<QString> seen;
        for (const Exclusion reason :
             {Exclusion::Gone, Exclusion::Busy, Exclusion::WrongState, Exclusion::UnderWay,
              Exclusion::Locked, Exclusion::Kept, Exclusion::ReadOnly, Exclusion::AccountClosed,
              Exclusion::NotRead, Exclusion::NotFound, Exclusion::DamagedId, Exclusion::Changed})
            seen.insert(exclusionText({{}, {}, {}, reason}, verb));
        QCOMPARE(seen.size(), 12);
    }
}

void TestErrorText::providersWordsAreQuoted()
{
    BatchItem item;
    item.reason = ItemReason::Refused;
    item.error = ApiError{ErrorKind::Forbidden,
                          Outcome::Refused,
                          1400,
                          200,
                          QStringLiteral("cluster <b>busy</b>\n now"),
                          {}};
    const QString text = reasonText(item);
    QVERIFY2(text.contains(u"“cluster <b>busy</b> now” (code 1400)"), qPrintable(text));
}

QTEST_APPLESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
