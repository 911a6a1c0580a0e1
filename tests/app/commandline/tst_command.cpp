// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/options.h"
#include "app/commandline/outcome.h"
#include "app/commandline/plandocument.h"
#include "app/commandline/waiting.h"

#include <QTest>

#include <array>

using namespace clusterdeck;

/// The command line, and the exit status of a command.
class TestCommand : public QObject
{
    Q_OBJECT

private slots:
    void understood();
    void wrong_data();
    void wrong();
    void endsWith_data();
    void endsWith();
    void reportsEnd();
    void asksFor_data();
    void asksFor();
    void asksForTheStricter();
    void waits();
    void opens_data();
    void opens();

private:
    static tl::expected<Options, QString> parse(const QString &line)
    {
        return parseOptions(line.split(u' ', Qt::SkipEmptyParts), {});
    }
};

void TestCommand::understood()
{
    const auto plan = parse(QStringLiteral("plan stop --ids-from - --json --account lab"));
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error()));
    QVERIFY(plan->command);
    QCOMPARE(plan->command->kind, Command::Kind::Plan);
    QCOMPARE(plan->command->verb, Verb::Stop);
    QCOMPARE(plan->command->file, QStringLiteral("-"));
    QCOMPARE(plan->command->account, QStringLiteral("lab"));
    QVERIFY(plan->command->json);

    for (const Verb verb : allVerbs()) {
        const auto any = parse(QStringLiteral("plan %1 --ids-from -").arg(wordOf(verb)));
        QCOMPARE(any.has_value(), specOf(verb).onCommandLine);
        QVERIFY(!any || any->command->verb == verb);
    }

    const auto apply = parse(QStringLiteral("apply plan.json --count 12 --data-saved"));
    QVERIFY(apply);
    QCOMPARE(apply->command->kind, Command::Kind::Apply);
    QCOMPARE(apply->command->file, QStringLiteral("plan.json"));
    QCOMPARE(apply->command->count, std::optional(12));
    QVERIFY(apply->command->dataSaved);
    QVERIFY(apply->command->hash.isEmpty());
    const auto only = parse(QStringLiteral("apply - --hash sha256:0123456789abcdef"));
    QVERIFY(only);
    QCOMPARE(only->command->file, QStringLiteral("-"));
    QCOMPARE(only->command->hash, QStringLiteral("sha256:0123456789abcdef"));

    for (const char *line :
         {"plan stop --ids-from - --reason CR-4711", "apply - --reason \t\u2028CR-4711"})
        QCOMPARE(parse(QString::fromUtf8(line))->command->reason, QStringLiteral("CR-4711"));
    QVERIFY(only->command->reason.isEmpty());

    const auto valid = parse(QStringLiteral("plan delete --ids-from - --valid 7d"));
    QVERIFY2(valid, qPrintable(valid ? QString() : valid.error()));
    QCOMPARE(valid->command->validity, std::optional(Validity(7 * 24)));
    QVERIFY(!plan->command->validity);
    const auto approved = parse(QStringLiteral("apply - --approval 7k3m-9qxp2TRW-8hjd"));
    QVERIFY2(approved, qPrintable(approved ? QString() : approved.error()));
    QCOMPARE(approved->command->approval, QStringLiteral("7K3M-9QXP-2TRW-8HJD"));

    const auto history = parse(QStringLiteral("--verbose history"));
    QVERIFY(history);
    QCOMPARE(history->command->kind, Command::Kind::History);
    QVERIFY(!history->command->json);
    QVERIFY(!parse(QString())->command);

    const auto list = parse(QStringLiteral("list --filter Idle --account lab --json"));
    QVERIFY2(list, qPrintable(list ? QString() : list.error()));
    QCOMPARE(list->command->kind, Command::Kind::List);
    QCOMPARE(list->command->filter, QStringLiteral("Idle"));
    QVERIFY(list->command->json && list->command->account == u"lab");
    const auto due = parse(QStringLiteral("due --json --account lab"));
    QVERIFY(due);
    QCOMPARE(due->command->kind, Command::Kind::Due);
    QVERIFY(due->command->json && due->command->account == u"lab");

    // `list` needs complete tables; a plan for one account reads only the named clusters.
    QVERIFY(needsTables(*list->command, 1) && needsTables(*due->command, 1));
    Command reads = *plan->command;
    QVERIFY(!needsTables(reads, 2) && !needsTables(*apply->command, 2));
    reads.account.clear();
    QVERIFY(!needsTables(reads, 1) && needsTables(reads, 2));
}

void TestCommand::wrong_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *line, const char *says) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(says);
    };
    row("erase everything", "The commands are");
    row("history now", "The commands are");
    row("plan", "The operation is missing");
    row("plan erase --ids-from f", "no such operation");
    row("plan delete", "--ids-from is missing");
    row("plan delete ehpc-1", "Cluster IDs are not arguments");
    row("apply", "The plan is missing");
    row("apply a b", "Only one plan");
    row("apply a --reason --data-saved", "--reason needs a value");
    row("apply a --count none", "--count must be");
    row("apply a --count 0", "--count must be");
    row("apply a --approval 7K3M-9QXP-2TRW", "--approval must be");
    row("apply a --approval=", "--approval must be");
    row("apply a --approval 7K3M-9QXP-2TRW-8HJU", "--approval must be");
    row("plan delete --ids-from f --approval 7K3M-9QXP-2TRW-8HJD", "belongs to the command apply");
    row("apply a --valid 7d", "belongs to the command plan");
    for (const char *line :
         {"plan delete --ids-from f --valid 31d", "plan delete --ids-from f --valid 0d",
          "plan delete --ids-from f --valid 721h", "plan delete --ids-from f --valid 7",
          "plan delete --ids-from f --valid 7w", "plan delete --ids-from f --valid=-1d",
          "plan delete --ids-from f --valid 1.5d", "plan delete --ids-from f --valid="})
        row(line, "--valid must be");
    row("apply a --hash 0123456789abcde", "--hash must be");
    row("apply a --hash 0123456789abcdeg", "--hash must be");
    row("apply a --hash=", "--hash must be");
    row("history --hash 0123456789abcdef", "belongs to the command apply");
    row("apply a --reason a\001b", "--reason must be one line");
    row("history --reason a", "belongs to the commands plan and apply");
    row("apply a --json", "belongs to the commands plan, history, list and due");
    row("history --count 3", "belongs to the command apply");
    row("--json", "belongs to the commands plan, history, list and due");
    row("list idle", "The commands are");
    row("list --filter=", "--filter needs the name");
    row("due --filter idle", "belongs to the command list");
    row("history --account lab", "the commands plan, apply, list and due");
    row("list --demo", "leave out --demo");
    row("--count 3 --demo", "belongs to the command apply");
    row("plan delete --ids-from f --demo", "leave out --demo");
}

void TestCommand::wrong()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    const auto options = parse(line);
    QVERIFY(!options);
    QVERIFY2(options.error().contains(says), qPrintable(options.error()));
}

void TestCommand::endsWith_data()
{
    QTest::addColumn<QList<int>>("states");
    QTest::addColumn<CommandEvents>("events");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QList<ItemState> &states,
                        const CommandEvents &events, int status) {
        QList<int> numbers;
        for (const ItemState state : states)
            numbers.append(int(state));
        QTest::newRow(name) << numbers << events << status;
    };
    constexpr CommandEvents Nothing;
    constexpr CommandEvents LeftOut{.someLeftOut = true};
    constexpr CommandEvents Signal{.interrupted = true};
    const auto heldBy = [](HoldReason reason) { return CommandEvents{.heldBy = reason}; };
    row("all done", {ItemState::Done, ItemState::AlreadyGone}, Nothing, 0);
    row("some were left out", {ItemState::Done}, LeftOut, 1);
    row("one failed", {ItemState::Done, ItemState::Failed}, Nothing, 1);
    row("one was never sent", {ItemState::Done, ItemState::Cancelled}, Nothing, 1);
    row("one is not known", {ItemState::Failed, ItemState::Unknown}, Nothing, 6);
    row("one runs", {ItemState::Running, ItemState::Done}, LeftOut, 6);
    row("nothing was done", {}, Nothing, 1);
    const QList<ItemState> neverSent{ItemState::Cancelled, ItemState::Cancelled};
    row("a signal before the first request", neverSent, Signal, 7);
    row("a signal later", {ItemState::Done, ItemState::Cancelled}, Signal, 1);
    row("a signal, with an operation under way", {ItemState::Running}, Signal, 6);
    row("a signal after the end", {ItemState::Done}, Signal, 0);
    row("no network", neverSent, heldBy(HoldReason::Unreachable), 5);
    row("no network later", {ItemState::Done, ItemState::Cancelled},
        heldBy(HoldReason::Unreachable), 1);
    row("the key was not accepted", neverSent, heldBy(HoldReason::Unauthorized), 5);
    row("the journal cannot be written", neverSent, heldBy(HoldReason::JournalFailed), 5);
    row("suspended in the countdown", neverSent, heldBy(HoldReason::Suspended), 1);
}

void TestCommand::endsWith()
{
    QFETCH(QList<int>, states);
    QFETCH(CommandEvents, events);
    QList<Batch> batches;
    for (const int state : states) {
        Batch batch;
        batch.items.append(BatchItem());
        batch.items.first().state = ItemState(state);
        if (ItemState(state) != ItemState::Cancelled)
            batch.items.first().sentAt = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
        batches.append(batch);
    }
    QTEST(statusOf(batches, events), "status");
}

/// For use by a timer: "nothing is due" only when every account was read.
void TestCommand::reportsEnd()
{
    QCOMPARE(statusOfList(true), 0);
    QCOMPARE(statusOfList(false), 1);
    QCOMPARE(statusOfDue(0, true), 0);
    QCOMPARE(statusOfDue(2, true), 1);
    QCOMPARE(statusOfDue(2, false), 1);
    QCOMPARE(statusOfDue(0, false), 6);
}

void TestCommand::asksFor_data()
{
    QTest::addColumn<int>("items");
    QTest::addColumn<int>("typed"); // -1: nothing was typed
    QTest::addColumn<bool>("saved");
    QTest::addColumn<int>("missing");
    const auto row = [](const char *name, int items, int typed, bool saved, Missing missing) {
        QTest::newRow(name) << items << typed << saved << int(missing);
    };
    row("nobody", 3, -1, false, Missing::Count);
    row("one too few", 3, 2, true, Missing::WrongCount);
    row("right", 3, 3, false, Missing::None);
    row("right, one", 1, 1, false, Missing::None);
    row("five, and the data", 5, 5, false, Missing::DataSaved);
    row("five, saved", 5, 5, true, Missing::None);
}

/// The plan asked for less than what is to be confirmed now: the stricter of both holds.
void TestCommand::asksForTheStricter()
{
    Plan counted;
    counted.items.append({PlanItem(), PlanItem()});
    Plan fresh = counted;
    QCOMPARE(missingFor(counted, fresh, 2, false), Missing::None);
    fresh.largestBefore = 1;
    QCOMPARE(missingFor(counted, fresh, 2, false), Missing::DataSaved);
    QCOMPARE(missingFor(counted, fresh, 2, true), Missing::None);
    QCOMPARE(missingFor(fresh, counted, 2, false), Missing::DataSaved);
}

void TestCommand::asksFor()
{
    QFETCH(int, items);
    QFETCH(int, typed);
    QFETCH(bool, saved);
    Plan plan;
    for (int i = 0; i < items; ++i)
        plan.items.append(PlanItem());
    const auto count = typed < 0 ? std::nullopt : std::optional(typed);
    QTEST(int(missingFor(plan, plan, count, saved)), "missing");
}

/// The one reason for waiting that is reported.
void TestCommand::waits()
{
    const QStringList lab{QStringLiteral("lab")};
    const QStringList both{QStringLiteral("lab"), QStringLiteral("prod")};
    WaitFacts facts;
    facts.open = both;
    const auto waiting = [&facts](CommandStage stage) {
        facts.stage = stage;
        return waitingFor(facts);
    };
    for (const CommandStage stage : {CommandStage::Asking, CommandStage::Over})
        QCOMPARE(waiting(stage), Waiting());
    QCOMPARE(waiting(CommandStage::Checking), (Waiting{Waiting::For::Check, {}, 0}));
    QCOMPARE(waiting(CommandStage::Input), (Waiting{Waiting::For::Input, {}, 0}));
    for (const CommandStage stage : {CommandStage::Planning, CommandStage::Confirming})
        QCOMPARE(waiting(stage), (Waiting{Waiting::For::Facts, both, 0}));

    QCOMPARE(waiting(CommandStage::Opening), Waiting());
    facts.listing = lab;
    QCOMPARE(waiting(CommandStage::Opening), (Waiting{Waiting::For::Clusters, lab, 0}));
    facts.withoutKey = both; // the user can act on this one
    QCOMPARE(waiting(CommandStage::Opening), (Waiting{Waiting::For::Keychain, both, 0}));

    QCOMPARE(waiting(CommandStage::Running), Waiting());
    facts.running = 3;
    QCOMPARE(waiting(CommandStage::Running), (Waiting{Waiting::For::Operations, {}, 3}));
    facts.sending = 1;
    QCOMPARE(waiting(CommandStage::Running), (Waiting{Waiting::For::Answers, {}, 1}));
    facts.countsDown = true; // the countdown is shown instead
    QCOMPARE(waiting(CommandStage::Running), Waiting());
}

void TestCommand::opens_data()
{
    QTest::addColumn<int>("open");
    QTest::addColumn<int>("read");
    QTest::addColumn<int>("listing");
    QTest::addColumn<bool>("withoutKey");
    QTest::addColumn<bool>("hasClusters");
    // For a command that needs all clusters, and for one that reports what is missing:
    QTest::addColumn<Opening>("needs");
    QTest::addColumn<Opening>("reports");
    // The same after the longest time:
    QTest::addColumn<Opening>("needsAtLast");
    QTest::addColumn<Opening>("reportsAtLast");
    constexpr auto Waits = Opening::Waits;
    constexpr auto Open = Opening::Open;
    constexpr auto Failed = Opening::Failed;
    const auto row = [](const char *name, int open, int read, int listing, bool withoutKey,
                        bool hasClusters, std::array<Opening, 4> ends) {
        QTest::newRow(name) << open << read << listing << withoutKey << hasClusters << ends[0]
                            << ends[1] << ends[2] << ends[3];
    };
    row("nothing is open", 0, 0, 0, false, false, {Failed, Failed, Failed, Failed});
    row("the key is missing", 0, 0, 0, true, false, {Waits, Waits, Failed, Failed});
    row("being listed", 1, 0, 1, false, false, {Waits, Waits, Failed, Failed});
    row("listed again", 1, 1, 1, false, true, {Waits, Waits, Failed, Open});
    row("one is listed", 2, 1, 1, false, true, {Waits, Waits, Failed, Open});
    row("another key is missing", 1, 1, 0, true, true, {Waits, Waits, Failed, Open});
    row("all are read", 2, 2, 0, false, true, {Open, Open, Failed, Open});
    row("read, without clusters", 1, 1, 0, false, false, {Open, Open, Failed, Failed});
    row("one could not be read", 2, 1, 0, false, true, {Failed, Open, Failed, Open});
    row("none could be read", 2, 0, 0, false, false, {Failed, Failed, Failed, Failed});
    row("a saved table alone", 1, 0, 0, false, true, {Failed, Open, Failed, Open});
}

void TestCommand::opens()
{
    QFETCH(const int, open);
    QFETCH(const int, read);
    QFETCH(const int, listing);
    QFETCH(const bool, withoutKey);
    QFETCH(const bool, hasClusters);
    WaitFacts facts;
    facts.open.resize(open);
    facts.read = read;
    facts.listing.resize(listing);
    facts.withoutKey.resize(withoutKey ? 1 : 0);
    facts.hasClusters = hasClusters;
    QTEST(openingOf(facts, false, false), "needs");
    QTEST(openingOf(facts, true, false), "reports");
    QTEST(openingOf(facts, false, true), "needsAtLast");
    QTEST(openingOf(facts, true, true), "reportsAtLast");
}

QTEST_GUILESS_MAIN(TestCommand)
#include "tst_command.moc"
