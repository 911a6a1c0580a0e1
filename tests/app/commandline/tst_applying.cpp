// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/applying.h"
#include "app/support/enumcount.h"
#include "tests/support/utc.h"

#include <QTest>

using namespace clusterdeck;

namespace
{

const QDateTime Made = utc(QDate(2026, 11, 25), QTime(12, 0));
const QString Code = QStringLiteral("7K3M-9QXP-2TRW-8HJD");
const QString Hash = QStringLiteral("0123456789abcdef").repeated(4);

WrittenPlan written(bool isApproved, const QString &reason)
{
    WrittenPlan written;
    written.madeAt = Made;
    written.hash = Hash;
    written.plan.givenReason = reason;
    for (const char *account : {"lab", "lab", "prod"}) {
        PlanItem item;
        item.cluster.account = QLatin1String(account);
        written.plan.items.append(item);
    }
    if (isApproved)
        written.plan.approval = {Code, Made, Made.addSecs(PlanLife.count() * 60)};
    return written;
}

} // namespace

/// What `apply` decides, and the exit status of each end.
class TestApplying : public QObject
{
    Q_OBJECT

private slots:
    void planFile_data();
    void planFile();
    void otherAccounts_data();
    void otherAccounts();
    void review_data();
    void review();
    void asksNext_data();
    void asksNext();
    void answers_data();
    void answers();
    void statuses();
};

void TestApplying::planFile_data()
{
    QTest::addColumn<bool>("isApproved");
    QTest::addColumn<QString>("planned"); // the reason in the plan
    QTest::addColumn<QString>("hash");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("given"); // the reason of the command
    QTest::addColumn<int>("minutes");   // after it was made
    QTest::addColumn<std::optional<PlanRefusal>>("refusal");
    QTest::addColumn<QString>("used"); // the reason
    const QString none;
    const QString ticket = QStringLiteral("CR-4711");
    const QString other = QStringLiteral("other");
    using Refusal = std::optional<PlanRefusal>;
    const auto row = [](const char *name, bool isApproved, const QString &planned,
                        const QString &hash, const QString &code, const QString &given, int minutes,
                        const Refusal &refusal, const QString &used) {
        QTest::newRow(name) << isApproved << planned << hash << code << given << minutes << refusal
                            << used;
    };
    row("plain", false, none, none, none, none, 0, {}, none);
    row("plain, reason added", false, none, none, none, ticket, 0, {}, ticket);
    row("plain, reason planned", false, ticket, none, none, none, 0, {}, ticket);
    row("plain, same reason", false, ticket, none, none, ticket, 0, {}, ticket);
    row("plain, other reason", false, ticket, none, none, other, 0, PlanRefusal::OtherReason, none);
    row("approved", true, none, none, Code, none, 0, {}, none);
    row("approved, reason added", true, none, none, Code, ticket, 0, PlanRefusal::ReasonNotApproved,
        none);
    row("approved, reason planned", true, ticket, none, Code, none, 0, {}, ticket);
    row("approved, same reason", true, ticket, none, Code, ticket, 0, {}, ticket);
    row("approved, other reason", true, ticket, none, Code, other, 0, PlanRefusal::OtherReason,
        none);
    row("approved, no code", true, none, none, none, none, 0, PlanRefusal::NeedsApproval, none);
    row("approved, other code", true, none, none, QStringLiteral("0000-0000-0000-0000"), none, 0,
        PlanRefusal::OtherApproval, none);
    row("plain, with a code", false, none, none, Code, none, 0, PlanRefusal::NeedsNoApproval, none);
    row("its hash", false, none, Hash.left(16), none, none, 0, {}, none);
    row("another hash", false, none, QString(16, u'0'), none, none, 0, PlanRefusal::OtherHash,
        none);
    row("last minute", false, none, none, none, none, 30, {}, none);
    row("too old", false, none, none, none, none, 31, PlanRefusal::TooOld, none);
    row("approved, too old", true, ticket, none, Code, none, 31, PlanRefusal::TooOld, none);
    // The first problem is reported.
    row("another hash, no code", true, none, QString(16, u'0'), none, ticket, 31,
        PlanRefusal::OtherHash, none);
    row("no code, other reason", true, ticket, none, none, other, 31, PlanRefusal::NeedsApproval,
        none);
    row("other reason, too old", false, ticket, none, none, other, 31, PlanRefusal::OtherReason,
        none);
}

void TestApplying::planFile()
{
    QFETCH(const bool, isApproved);
    QFETCH(const QString, planned);
    QFETCH(const QString, hash);
    QFETCH(const QString, code);
    QFETCH(const QString, given);
    QFETCH(const int, minutes);
    Command command;
    command.kind = Command::Kind::Apply;
    command.hash = hash;
    command.approval = code;
    command.reason = given;
    const auto reason =
        reasonFor(command, written(isApproved, planned), Made.addSecs(minutes * 60));
    QTEST(reason ? std::nullopt : std::optional(reason.error()), "refusal");
    QTEST(reason.value_or(QString()), "used");
}

void TestApplying::otherAccounts_data()
{
    QTest::addColumn<QStringList>("open");
    QTest::addColumn<bool>("isOther");
    const QString lab = QStringLiteral("lab");
    const QString prod = QStringLiteral("prod");
    QTest::newRow("both") << QStringList{prod, lab} << false;
    QTest::newRow("one of them") << QStringList{prod, QStringLiteral("third")} << false;
    QTest::newRow("another") << QStringList{QStringLiteral("third")} << true;
    QTest::newRow("none") << QStringList{} << true;
}

void TestApplying::otherAccounts()
{
    QFETCH(const QStringList, open);
    QTEST(isForOtherAccounts(written(false, {}), open), "isOther");
}

void TestApplying::review_data()
{
    QTest::addColumn<bool>("isEmpty");
    QTest::addColumn<bool>("differs");
    QTest::addColumn<bool>("isWorse");
    QTest::addColumn<bool>("lacksReason");
    QTest::addColumn<std::optional<ReviewProblem>>("problem");
    using Problem = std::optional<ReviewProblem>;
    QTest::newRow("fits") << false << false << false << false << Problem();
    QTest::newRow("nothing left") << true << true << true << false
                                  << Problem(ReviewProblem::NothingLeft);
    QTest::newRow("differs") << false << true << true << true << Problem(ReviewProblem::Differs);
    QTest::newRow("worse") << false << false << true << true << Problem(ReviewProblem::Worse);
    QTest::newRow("no reason") << false << false << false << true
                               << Problem(ReviewProblem::NoReason);
}

void TestApplying::review()
{
    QFETCH(const bool, isEmpty);
    QFETCH(const bool, differs);
    QFETCH(const bool, isWorse);
    QFETCH(const bool, lacksReason);
    PlanReview review;
    review.plan = written(false, {}).plan;
    if (isEmpty)
        review.plan.items.clear();
    if (differs)
        review.differences.append(PlanDifference());
    review.worse = isWorse;
    if (lacksReason)
        review.plan.reasonRequired = {QStringLiteral("lab")};
    QTEST(problemOf(review), "problem");
}

void TestApplying::asksNext_data()
{
    QTest::addColumn<int>("items"); // 5: asks whether the data is saved
    QTest::addColumn<std::optional<int>>("count");
    QTest::addColumn<bool>("dataSaved");
    QTest::addColumn<bool>("hasTerminal");
    QTest::addColumn<std::optional<int>>("typed");
    QTest::addColumn<Question>("next");
    using Number = std::optional<int>;
    const auto row = [](const char *name, int items, Number count, bool dataSaved, bool hasTerminal,
                        Number typed, Question next) {
        QTest::newRow(name) << items << count << dataSaved << hasTerminal << typed << next;
    };
    row("first the number", 5, {}, false, true, {}, Question::Count);
    row("then the data", 5, {}, false, true, 5, Question::DataSaved);
    row("wrong number", 5, {}, false, true, 4, Question::None);
    row("--data-saved", 5, {}, true, true, 5, Question::None);
    row("low risk", 3, {}, false, true, 3, Question::None);
    row("low risk, the number", 3, {}, true, true, {}, Question::Count);
    row("--count", 5, 5, false, true, {}, Question::None);
    row("no terminal", 5, {}, false, false, {}, Question::None);
}

void TestApplying::asksNext()
{
    QFETCH(const int, items);
    QFETCH(const std::optional<int>, count);
    QFETCH(const bool, dataSaved);
    QFETCH(const bool, hasTerminal);
    QFETCH(const std::optional<int>, typed);
    Command command;
    command.count = count;
    command.dataSaved = dataSaved;
    Plan plan;
    plan.items.resize(items);
    QTEST(nextQuestion(command, plan, hasTerminal, typed), "next");
}

void TestApplying::answers_data()
{
    QTest::addColumn<std::optional<QString>>("answer");
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("agrees");
    const auto row = [](const char *answer, int count, bool agrees) {
        QTest::newRow(answer) << std::optional(QString::fromUtf8(answer)) << count << agrees;
    };
    row("12", 12, false);
    row(" 12\r", 12, false);
    row("12 of them", 0, false);
    row("", 0, false);
    row("yes", 0, true);
    row(" yes ", 0, true);
    row("Yes", 0, false);
    row("y", 0, false);
    QTest::newRow("end of the input") << std::optional<QString>() << 0 << false;
}

void TestApplying::answers()
{
    QFETCH(const std::optional<QString>, answer);
    QTEST(countFrom(answer), "count");
    QTEST(isYes(answer), "agrees");
}

/// Numbers, since scripts compare them.
void TestApplying::statuses()
{
    for (int each = 0; each < int(enumCount<PlanRefusal>()); ++each)
        QCOMPARE(statusOf(PlanRefusal(each)), PlanRefusal(each) == PlanRefusal::TooOld ? 4 : 2);
    QCOMPARE(statusOf(ReviewProblem::NothingLeft), 1);
    QCOMPARE(statusOf(ReviewProblem::Differs), 3);
    QCOMPARE(statusOf(ReviewProblem::Worse), 3);
    QCOMPARE(statusOf(ReviewProblem::NoReason), 2);
    using Outcome = Confirmation::Outcome;
    const std::pair<Outcome, std::optional<int>> outcomes[]{
        {Outcome::Armed, {}},   {Outcome::LookAgain, 3}, {Outcome::NothingLeft, 1},
        {Outcome::Expired, 4},  {Outcome::NoReason, 2},  {Outcome::NotWritten, 5},
        {Outcome::OtherCopy, 5}};
    QCOMPARE(int(std::size(outcomes)), int(enumCount<Outcome>()));
    for (const auto &[outcome, status] : outcomes)
        QCOMPARE(statusOf(outcome), status);
}

QTEST_GUILESS_MAIN(TestApplying)
#include "tst_applying.moc"
