// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/batch.h"

#include <QTest>

using namespace clusterdeck;

using S = ItemState;
using E = ItemEvent;

namespace
{

QList<S> allStates()
{
    QList<S> states;
    for (const StateSpec &spec : StateSpecs)
        states.append(spec.state);
    return states;
}

const QList<S> States = allStates();
const QList<E> Events{E::UndoWindowOver,
                      E::Cancel,
                      E::Hold,
                      E::Resume,
                      E::SendStarted,
                      E::Accepted,
                      E::Refused,
                      E::RefusedAndHolding,
                      E::FoundGone,
                      E::AnswerLost,
                      E::JobFound,
                      E::OperationFailed,
                      E::NotCarriedOut,
                      E::Completed,
                      E::RefusedTogether,
                      E::NotSentTogether,
                      E::FoundUntouched,
                      E::LeftInDoubt,
                      E::Unproven};

} // namespace

/// The table of transitions, written a second time: every pair of state and event.
class TestItemState : public QObject
{
    Q_OBJECT

private slots:
    void everyPair()
    {
        QMap<std::pair<S, E>, S> allowed{
            {{S::Armed, E::UndoWindowOver}, S::Queued},
            {{S::Armed, E::Cancel}, S::Cancelled},
            {{S::Armed, E::Hold}, S::Held},
            {{S::Queued, E::SendStarted}, S::Sending},
            {{S::Queued, E::Cancel}, S::Cancelled},
            {{S::Queued, E::Hold}, S::Held},
            {{S::AwaitingReadback, E::FoundUntouched}, S::Queued},
            {{S::AwaitingReadback, E::LeftInDoubt}, S::Unknown},
            {{S::Sending, E::RefusedTogether}, S::AwaitingReadback},
            {{S::Sending, E::NotSentTogether}, S::Queued},
            {{S::Held, E::Resume}, S::Queued},
            {{S::Held, E::Cancel}, S::Cancelled},
            {{S::Sending, E::Accepted}, S::Running},
            {{S::Sending, E::Refused}, S::Failed},
            {{S::Sending, E::RefusedAndHolding}, S::Held},
            {{S::Unknown, E::FoundGone}, S::AlreadyGone},
            {{S::Sending, E::AnswerLost}, S::Unknown},
            {{S::Running, E::JobFound}, S::Running},
            {{S::Running, E::OperationFailed}, S::Failed},
            {{S::Unknown, E::OperationFailed}, S::Failed},
            {{S::Running, E::NotCarriedOut}, S::Failed},
            {{S::Running, E::Completed}, S::Done},
            {{S::Unknown, E::JobFound}, S::Running},
            {{S::Unknown, E::NotCarriedOut}, S::Failed},
            {{S::Unknown, E::Completed}, S::Done},
            {{S::Running, E::Unproven}, S::Unknown},
            {{S::Unknown, E::Unproven}, S::Unknown},
        };
        int pairs = 0;
        for (const S state : States) {
            for (const E event : Events) {
                const auto found = allowed.constFind({state, event});
                const std::optional<S> expected =
                    found == allowed.cend() ? std::nullopt : std::optional(*found);
                QVERIFY2(next(state, event) == expected,
                         qPrintable(
                             QStringLiteral("state %1, event %2").arg(int(state)).arg(int(event))));
                ++pairs;
            }
        }
        QCOMPARE(pairs, ItemStateCount * ItemEventCount);
    }

    /// No event leaves a final state, and no event leads from a sent state back to sending.
    void atMostOnce()
    {
        for (const E event : Events) {
            for (const S state : States) {
                if (isEnd(state))
                    QVERIFY(!next(state, event));
            }
            QVERIFY(next(S::Unknown, event) != S::Queued);
            QVERIFY(next(S::Unknown, event) != S::Sending);
            QVERIFY(next(S::Running, event) != S::Queued);
            QVERIFY(next(S::Running, event) != S::Sending);
        }
        for (const S state : States) {
            if (state != S::Queued)
                QVERIFY(next(state, E::SendStarted) != S::Sending);
        }
    }

    /// An item with unknown words is never sent, and no statement is made about it.
    void notUnderstood()
    {
        for (const E event : Events)
            QVERIFY(!next(S::NotUnderstood, event));
        QVERIFY(!isEnd(S::NotUnderstood) && !isUnsent(S::NotUnderstood));
    }

    /// Only an unsent item can be removed from its batch.
    void unsent()
    {
        QVERIFY(isUnsent(S::Armed) && isUnsent(S::Queued) && isUnsent(S::Held));
        QVERIFY(!isUnsent(S::Sending) && !isUnsent(S::Running) && !isUnsent(S::Cancelled));
        for (const S state : States)
            QCOMPARE(next(state, E::Cancel) || next(state, E::LeftInDoubt), isUnsent(state));
    }

    /// After a crash, "never sent" is not stated for an item that was sent and not read back since.
    void afterACrash()
    {
        const QMap<S, S> becomes{{S::Armed, S::Cancelled},
                                 {S::Queued, S::Cancelled},
                                 {S::Held, S::Cancelled},
                                 {S::AwaitingReadback, S::Unknown},
                                 {S::Sending, S::Unknown}};
        const QMap<S, ItemReason> reasons{{S::Armed, ItemReason::ProgramEnded},
                                          {S::Queued, ItemReason::ProgramEnded},
                                          {S::Held, ItemReason::ProgramEnded},
                                          {S::Sending, ItemReason::AnswerLost}};
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (const StateSpec &spec : StateSpecs) {
            BatchItem item;
            item.state = spec.state;
            const auto leaving = item.leaving(ItemReason::ProgramEnded);
            QCOMPARE(leaving.has_value(), becomes.contains(spec.state));
            if (!leaving)
                continue;
            QVERIFY(item.apply(leaving->event, now));
            QCOMPARE(item.state, becomes.value(spec.state));
            QCOMPARE(leaving->reason, reasons.value(spec.state, ItemReason::None));
            QCOMPARE(item.endedAt, isEnd(item.state) ? now : QDateTime());
        }
    }

    void phasesAndOutcomes()
    {
        for (const StateSpec &spec : StateSpecs) {
            const bool ended =
                spec.outcome != ItemOutcome::Running && spec.outcome != ItemOutcome::Unknown;
            QCOMPARE(spec.phase == ItemPhase::End, ended);
            QCOMPARE(isOpen(spec.state), spec.state == S::Running || spec.state == S::Unknown);
        }
    }
};

QTEST_APPLESS_MAIN(TestItemState)
#include "tst_itemstate.moc"
