// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commandline/commandrun.h"

#include "app/clusters/details/clusterexport.h"
#include "app/history/export.h"
#include "app/session.h"
#include "app/support/jsontext.h"
#include "app/support/slownotice.h"
#include "ui/accounts/accounttext.h"
#include "ui/clusters/filter/filtertext.h"
#include "ui/commandline/commandtext.h"
#include "ui/operations/noticetext.h"
#include "ui/parking/parkedtext.h"
#include "ui/settings/settings.h"
#include "ui/text/filetext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/words/errortext.h"
#include "ui/words/refusaltext.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

QString unreadableText(const FileProblem &problem)
{
    const QString text = fileProblemText(problem);
    return problem.kind == FileProblem::Kind::NotAFile
               ? sentences(
                     {text,
                      CommandRun::tr(
                          "To read the output of another program, use - for standard input.")})
               : text;
}

QString ambiguousText(const AmbiguousId &id)
{
    return id.one.account != id.other.account
               ? CommandRun::tr("%1 is in several accounts: choose one with --account.")
                     .arg(shownLine(id.id))
               : CommandRun::tr("%1 could be %2 or %3: use the exact upper and lower case.")
                     .arg(shownLine(id.id), shownLine(id.one.id), shownLine(id.other.id));
}

} // namespace

CommandRun::CommandRun(const Command &command, Session &session, Terminal terminal, QObject *parent)
    : QObject(parent)
    , m_command(std::make_unique<Command>(command))
    , m_session(session)
    , m_terminal(std::move(terminal))
    , m_work(std::make_unique<QObject>())
    , m_silence(session.clock())
{
}

CommandRun::~CommandRun() = default;

void CommandRun::end(int status, const QString &why)
{
    if (std::exchange(m_over, true))
        return;
    enter(CommandStage::Over);
    if (!why.isEmpty())
        m_terminal.aside(why);
    emit finished(status);
}

AccountLabels CommandRun::labels() const
{
    AccountLabels labels;
    for (const Account &account : m_session.accounts())
        labels.insert(account.id, m_session.clusters().label(account.id));
    return labels;
}

QStringList CommandRun::openAccountIds() const
{
    QStringList ids;
    for (const Account &account : m_session.accounts())
        ids.append(account.id);
    return ids;
}

void CommandRun::start()
{
    // A command that sends nothing does not need a checked journal.
    if (!m_command->sends() || m_session.journal().access() != Journal::Access::Checking)
        return begin();
    connect(&m_session, &Session::journalChecked, this, &CommandRun::begin);
    enter(CommandStage::Checking);
}

void CommandRun::begin()
{
    if (m_over || (!m_command->reports() && !lookAtJournal()))
        return;
    if (m_command->kind == Command::Kind::History)
        return history();
    if (m_command->kind == Command::Kind::List && !m_command->filter.isEmpty()) {
        const auto kept = viewMemoryFrom(Settings(false).value(setting::View)).filters;
        const auto filter = filterNamed(m_command->filter, kept);
        if (!filter)
            return end(exitstatus::WrongUse, noFilterText(m_command->filter, kept));
        m_filter = *filter;
    }
    if (m_command->reports())
        return openAccounts();
    if (m_command->file == QLatin1String("-")) {
        enter(CommandStage::Input);
        m_terminal.input(LargestInput, [this](const auto &content) { takeInput(content); });
        return;
    }
    const auto content = contentOf(*m_command);
    if (!content)
        return end(exitstatus::WrongUse, unreadableText(content.error()));
    take(*content);
}

void CommandRun::takeInput(const StandardInput::Content &content)
{
    if (m_over)
        return;
    if (!content)
        return end(exitstatus::WrongUse, inputProblemText(content.error()));
    take(*content);
}

void CommandRun::take(const QByteArray &content)
{
    if (m_command->kind == Command::Kind::Apply)
        return takePlan(content);
    auto ids = idsFrom(content);
    if (!ids)
        return end(exitstatus::WrongUse,
                   sentences({idListProblemText(ids.error()), tr("Nothing was sent.")}));
    m_ids = std::move(*ids);
    openAccounts();
}

void CommandRun::takePlan(const QByteArray &content)
{
    auto written = planFrom(content);
    if (!written)
        return end(exitstatus::WrongUse,
                   sentences({planProblemText(written.error()), tr("Nothing was sent.")}));
    m_written = std::move(*written);
    auto reason = reasonFor(*m_command, m_written, m_session.clock().utcNow());
    if (!reason)
        return end(reason.error());
    m_written.plan.givenReason = std::move(*reason);
    openAccounts();
}

void CommandRun::end(PlanRefusal refusal)
{
    end(statusOf(refusal), planRefusalText(refusal, *m_command, m_written));
}

/// Returns false after it has ended the run, because the journal cannot be read, or cannot be
/// written by a command that sends.
bool CommandRun::lookAtJournal()
{
    const Journal &journal = m_session.journal();
    const QString problem = journalText(journal, m_session.clock().utcNow());
    const bool sends = m_command->sends();
    if (!journal.isReadable() || (sends && !m_session.operationService().canOperate())) {
        end(exitstatus::NotReached,
            sends ? sentences({problem, tr("Nothing was sent.")}) : problem);
        return false;
    }
    // A command that sends nothing may run beside another copy of the program.
    if (journal.access() == Journal::Access::ReadOnly)
        m_terminal.aside(problem);
    if (const QString text = withoutLocksText(journal.fileSystemWithoutLocks()); !text.isEmpty())
        m_terminal.aside(text);
    return true;
}

void CommandRun::history()
{
    const SlowNotice notice(
        {{SilenceLimit, [this] { m_terminal.aside(tr("Reading the journal.")); }}});
    const Journal &journal = m_session.journal();
    const QList<Batch> batches =
        journal.history({}, std::numeric_limits<int>::max(),
                        m_command->json ? Journal::Detail::All : Journal::Detail::States);
    QString problem = journal.readProblem();
    if (m_command->json) {
        QByteArray all = "[";
        for (const Batch &batch : batches) {
            all += (all.size() > 1 ? ",\n" : "\n") +
                   json(batch, journal.events(batch.id), m_session.dataKind()).trimmed();
            if (problem.isEmpty())
                problem = journal.readProblem();
        }
        m_terminal.document(all + "\n]\n");
    } else {
        for (const Batch &batch : batches)
            m_terminal.out(historyLine(batch));
    }
    if (!problem.isEmpty())
        return end(exitstatus::NotReached, tr("The journal could not be read completely: %1")
                                               .arg(shownLine(problem, LongestQuote)));
    end(exitstatus::Done,
        batches.isEmpty() && !m_command->json ? tr("No operations yet.") : QString());
}

void CommandRun::openAccounts()
{
    enter(CommandStage::Opening);
    for (const QString &text :
         {locksProblemText(m_session.lockStore()), storeTroubleText(m_session.book().store())}) {
        if (!text.isEmpty())
            m_terminal.aside(text);
    }
    const auto look = [this] { lookWhetherOpen(false); };
    connect(&m_session.book(), &AccountBook::entriesChanged, this, look);
    connect(&m_session, &Session::statusChanged, this, look);
    m_session.clock().callLater(OpeningLimit, this, [this] { lookWhetherOpen(true); });
    m_allAccounts = m_session.accounts().isEmpty() && m_command->account.isEmpty();
    if (!m_session.accounts().isEmpty())
        return;
    const QList<AccountEntry> &entries = m_session.book().entries();
    if (m_command->account.isEmpty()) {
        m_session.book().openAll();
    } else {
        const auto named = std::find_if(entries.begin(), entries.end(), [&](const auto &entry) {
            return entry.saved.account.name == m_command->account;
        });
        if (named == entries.end())
            return end(exitstatus::WrongUse,
                       tr("There is no saved account “%1”.")
                           .arg(shownLine(m_command->account, LongestNameShown)));
        m_session.book().open(named->id());
    }
    look();
}

void CommandRun::lookWhetherOpen(bool isLimitReached)
{
    noteWaiting();
    if (m_open || m_over)
        return;
    switch (openingOf(waitFacts(), m_command->reports(), isLimitReached)) {
    case Opening::Waits:
        return;
    case Opening::Failed:
        return end(exitstatus::NotReached, notOpenText());
    case Opening::Open:
        m_open = true;
        return opened();
    }
}

/// Why accounts are not open or not completely read, a line for each reason.
QStringList CommandRun::troubles() const
{
    QStringList lines;
    for (const AccountEntry &entry : m_session.book().entries()) {
        if (entry.status == AccountStatus::WaitsForKey)
            lines.append(waitsForKeychainText(entry.saved.account.name));
        if (entry.status == AccountStatus::NeedsSecret)
            lines.append(secretTroubleText(entry.saved.account.name, entry.trouble));
    }
    for (const ClusterFeed *feed : m_session.feeds()) {
        const QString name = shownLine(m_session.clusters().label(feed->account()).name);
        if (feed->error())
            lines.append(QStringLiteral("%1: %2 %3")
                             .arg(name, errorText(*feed->error()), providerText(*feed->error()))
                             .trimmed());
        else if (m_command->reports() && !feed->isComplete())
            lines.append(labelled(name, tr("The list of clusters could not be read completely.")));
    }
    return lines;
}

QString CommandRun::notOpenText() const
{
    if (const QStringList lines = troubles(); !lines.isEmpty())
        return lines.constFirst();
    return m_session.accounts().isEmpty()
               ? tr("No account is open. Add one in the window, or pass --endpoint, --zone and "
                    "--owner.")
               : tr("The clusters could not be read in time. Nothing was sent.");
}

void CommandRun::opened()
{
    switch (m_command->kind) {
    case Command::Kind::Plan:
        enter(CommandStage::Planning);
        return plan();
    case Command::Kind::Apply:
        enter(CommandStage::Planning);
        return apply();
    case Command::Kind::List:
        return list();
    case Command::Kind::Due:
        return due();
    case Command::Kind::History:
        break; // needs no account
    }
    Q_UNREACHABLE();
}

void CommandRun::list()
{
    ClusterView view(m_session.clusters());
    view.setSurroundings({[this] { return m_session.clock().utcNow(); },
                          [this](const ClusterKey &key, const QString &name) {
                              return m_session.operationService().locks().covers(key, name);
                          }});
    view.setFilter(m_filter.text, m_filter.criteria);
    if (m_command->json) {
        m_terminal.document(
            clustersDocument(view, m_session.listedAccounts(), m_session.dataKind()));
    } else {
        const ClusterCells cells = clusterCells(view, allClusterColumns());
        m_terminal.out(tabbedTable(cells.head, cells.rows).chopped(1));
    }
    const QStringList missing = troubles();
    end(statusOfList(missing.isEmpty()),
        missing.isEmpty() ? QString()
                          : missing.join(u'\n') + u'\n' + tr("The list is not complete."));
}

void CommandRun::due()
{
    QList<ParkedCluster> parked = m_session.parking().parked();
    if (!m_allAccounts) {
        parked.removeIf(
            [this](const ParkedCluster &mark) { return !m_session.cloud(mark.key.account); });
    }
    const QDateTime now = m_session.clock().utcNow();
    QList<Cluster> clusters;
    for (int row = 0; row < m_session.clusters().rowCount(); ++row)
        clusters.append(m_session.clusters().clusterAt(row));
    const DueList due = withExpired(
        dueList(
            parkedNow(parked, [this](const ClusterKey &key) { return m_session.parkedFacts(key); }),
            dayAt(now, QTimeZone::systemTimeZone())),
        clusters, now);
    QList<QStringList> rows;
    for (const DueCluster &each : due.clusters) {
        const AccountLabel label = m_session.clusters().label(each.key.account);
        rows.append({each.key.id, each.name, each.day.toString(Qt::ISODate),
                     QLatin1String(each.why), each.note, label.name, label.zone});
    }
    const QStringList head{QStringLiteral("cluster_id"), QStringLiteral("cluster_name"),
                           QStringLiteral("due"),        QStringLiteral("why"),
                           QStringLiteral("note"),       QStringLiteral("account"),
                           QStringLiteral("zone")};
    if (m_command->json)
        m_terminal.document(jsonRows(head, rows, m_session.dataKind()));
    else if (!rows.isEmpty())
        m_terminal.out(tabbedTable(head, rows).chopped(1));
    QStringList missing = troubles();
    if (m_session.parking().isUnreadable())
        missing.append(
            parkingUnreadableText(m_session.parking().problem().value_or(FileProblem())));
    if (due.notRead > 0)
        missing.append(tr("%Ln more parked cluster(s) could be due: their accounts were not read.",
                          nullptr, due.notRead));
    const bool complete = missing.isEmpty();
    if (complete && rows.isEmpty())
        missing.append(tr("Nothing is due."));
    end(statusOfDue(rows.size(), complete), missing.join(u'\n'));
}

void CommandRun::plan()
{
    const ClusterModel &clusters = m_session.clusters();
    ListIndex listed;
    for (int row = 0; row < clusters.rowCount(); ++row)
        listed.add(clusters.keyAt(row), {});
    const QStringList open = openAccountIds();
    const auto keys = keysOf(m_ids, open, listed, clusters.completeAsOf(open.first()).isValid());
    if (!keys)
        return end(exitstatus::WrongUse, ambiguousText(keys.error()));
    m_session.operationService().plan(m_command->verb, *keys, m_work.get(), [this](Plan planned) {
        auto inCase = inCaseOfCloud(std::move(planned));
        if (!inCase) {
            const QString &id = inCase.error();
            return end(exitstatus::WrongUse, ambiguousText({id, {{}, id}, {{}, id.toLower()}}));
        }
        Plan &plan = *inCase;
        plan.givenReason = m_command->reason;
        if (m_command->validity && !plan.hasValidReason()) // it could never be applied
            return end(exitstatus::WrongUse, noReasonText(plan));
        if (m_command->json || m_command->validity) {
            const QDateTime now = m_session.clock().utcNow();
            const QByteArray document = planDocument(plan, labels(), now, m_command->validity);
            m_terminal.document(document);
            m_terminal.aside(tr("Clusters in the plan: %1. Excluded: %2.")
                                 .arg(QString::number(plan.items.size()),
                                      QString::number(plan.excluded.size())));
            if (!plan.excluded.isEmpty())
                m_terminal.aside(leftOutLines(plan.excluded, plan.verb));
            if (m_command->validity)
                m_terminal.aside(
                    tr("The approval code of this plan is %1. Until %2 it can be applied with "
                       "apply --approval and this code.")
                        .arg(approvalCode(planHash(document)),
                             terminalTime(
                                 now.addSecs(std::chrono::seconds(*m_command->validity).count()))));
            m_terminal.aside(
                tr("The hash of this plan is %1. Pass it to apply --hash to apply only this plan.")
                    .arg(planHash(document)));
        } else {
            m_terminal.out(planReport(plan, labels()));
        }
        end(statusOf(plan));
    });
}

void CommandRun::apply()
{
    if (isForOtherAccounts(m_written, openAccountIds()))
        return end(PlanRefusal::AccountsClosed);
    m_session.operationService().plan(
        m_written.plan.verb, m_written.plan.keys(), m_work.get(),
        [this](const Plan &fresh) { compare(reviewOf(m_written, fresh, labels())); });
}

void CommandRun::compare(const PlanReview &review)
{
    const Plan &fresh = review.plan;
    if (m_written.needsApproval())
        m_terminal.aside(planAgeText(fresh, m_session.clock().utcNow()));
    if (!fresh.excluded.isEmpty()) {
        m_events.someLeftOut = true;
        // shownText() of an approved plan contains them, too.
        if (!m_written.needsApproval() || fresh.items.isEmpty())
            m_terminal.aside(leftOutLines(fresh.excluded, fresh.verb));
    }
    if (!fresh.items.isEmpty()) {
        m_terminal.aside(shownText(fresh, labels()));
        m_terminal.aside(tr("Risk tier %1.").arg(fresh.confirmationLevel().tier));
    }
    if (const auto problem = problemOf(review))
        return end(statusOf(*problem), reviewProblemText(*problem, review));
    ask(fresh, {});
}

/// `typed`: see nextQuestion().
void CommandRun::ask(const Plan &fresh, std::optional<int> typed)
{
    if (m_over)
        return;
    switch (nextQuestion(*m_command, fresh, bool(m_terminal.ask), typed)) {
    case Question::Count:
        enter(CommandStage::Asking);
        return m_terminal.ask(
            tr("Type %1, the number of clusters, to continue: ").arg(fresh.items.size()),
            [this, fresh](const std::optional<QString> &answer) {
                if (!answer)
                    m_terminal.aside({}); // ends the line of the question
                ask(fresh, countFrom(answer));
            });
    case Question::DataSaved:
        return m_terminal.ask(
            tr("Is their data saved or not needed? Type %1: ", "a word").arg(YesWord),
            [this, fresh, typed](const std::optional<QString> &answer) {
                mayGo(fresh, fresh, typed, isYes(answer));
            });
    case Question::None:
        return typed ? mayGo(fresh, fresh, typed, m_command->dataSaved)
                     : mayGo(fresh, m_written.plan, m_command->count, m_command->dataSaved);
    }
}

/// `counted`: the plan that the typed number and answer refer to: the one just shown, or the one in
/// the plan file.
void CommandRun::mayGo(const Plan &fresh, const Plan &counted, std::optional<int> count, bool saved)
{
    if (m_over)
        return;
    const Missing missing = missingFor(counted, fresh, count, saved);
    if (missing != Missing::None)
        return end(exitstatus::WrongUse, missingText(missing, counted));
    enter(CommandStage::Confirming);
    connect(&m_session.operationService(), &OperationService::batchAdded, this,
            [this](BatchRunner *runner) { m_runners.append(runner); });
    m_session.operationService().confirm(fresh, recordedText(fresh, labels()), m_work.get(),
                                         [this](const Confirmation &said) { confirmed(said); });
}

void CommandRun::confirmed(const Confirmation &confirmation)
{
    if (!confirmation.droppedOut.isEmpty()) {
        m_events.someLeftOut = true;
        m_terminal.aside(leftOutLines(confirmation.droppedOut, confirmation.plan.verb));
    }
    if (const auto status = statusOf(confirmation.outcome)) {
        if (confirmation.outcome == Confirmation::Outcome::LookAgain)
            m_terminal.aside(shownText(confirmation.plan, labels()));
        return end(*status, notArmedText(confirmation, m_session.clock().utcNow()));
    }
    for (BatchRunner *runner : std::as_const(m_runners))
        follow(runner);
    enter(CommandStage::Running);
    finishWhenOver();
}

void CommandRun::follow(BatchRunner *runner)
{
    if (const auto left = runner->undoWindowLeft())
        m_terminal.aside(tr("%1. Ctrl+C cancels.").arg(countdownText(runner->batch(), *left)));
    connect(runner, &BatchRunner::itemChanged, this, [this, runner](int item) {
        // What is held is cancelled at once, see stopWhenHeld.
        if (runner->batch().items.at(item).state != ItemState::Held)
            m_terminal.out(itemLine(runner->batch().items.at(item)));
        noteWaiting();
        endWhenAnswered();
    });
    const auto stopWhenHeld = [this, runner] {
        noteWaiting();
        const HoldReason hold = runner->batch().hold;
        if (hold == HoldReason::None)
            return;
        if (m_events.heldBy == HoldReason::None)
            m_events.heldBy = hold;
        // The command line has no way to resume a batch.
        m_terminal.aside(
            sentences({holdCauseText(*runner, m_session.clock().utcNow()),
                       tr("A command cannot continue: the rest is cancelled. Make a new plan.")}));
        runner->stopTheRest();
    };
    connect(runner, &BatchRunner::holdChanged, this, stopWhenHeld);
    connect(runner, &BatchRunner::finished, this, &CommandRun::finishWhenOver);
    stopWhenHeld(); // the batch may be held already
}

QList<Batch> CommandRun::batches() const
{
    QList<Batch> batches;
    for (const BatchRunner *runner : m_runners)
        batches.append(runner->batch());
    return batches;
}

void CommandRun::finishWhenOver()
{
    if (!std::all_of(m_runners.begin(), m_runners.end(),
                     [](const BatchRunner *runner) { return runner->isFinished(); }))
        return;
    endWith(batches());
}

void CommandRun::endWith(const QList<Batch> &batches, const QString &why)
{
    if (m_over)
        return;
    for (const Batch &batch : batches) {
        m_terminal.aside(endText(batch));
        // Again, since the lines above have every change of every cluster.
        if (const QString lines = notDoneLines(batch); !lines.isEmpty())
            m_terminal.aside(lines);
    }
    end(statusOf(batches, m_events), why);
}

void CommandRun::interrupt()
{
    if (m_over || std::exchange(m_events.interrupted, true))
        return;
    if (m_runners.isEmpty()) {
        if (m_stage == CommandStage::Asking)
            m_terminal.aside({}); // ends the line of the question
        m_work.reset();           // otherwise a running confirmation would write the batch
        return end(exitstatus::Interrupted, tr("Cancelled. Nothing was sent."));
    }
    for (BatchRunner *runner : std::as_const(m_runners)) {
        m_terminal.aside(sentText(runner->batch()));
        runner->stopTheRest();
    }
    m_ending = true; // all items are sent or cancelled
    m_session.clock().callLater(AnswerLimit, this, [this] { endInterrupted(); });
    endWhenAnswered();
}

void CommandRun::endWhenAnswered()
{
    if (m_ending && !m_over && waitFacts().sending == 0)
        endInterrupted();
}

void CommandRun::endInterrupted()
{
    endWith(batches(), waitFacts().running > 0 || waitFacts().sending > 0
                           ? tr("Stopped waiting. Operations that were sent continue, and "
                                "Clusterdeck follows them at its next start.")
                           : QString());
}

void CommandRun::enter(CommandStage stage)
{
    m_stage = stage;
    noteWaiting();
}

/// Prints what the command waits for, once this has not changed for SilenceLimit. A change of the
/// count alone is not printed.
void CommandRun::noteWaiting()
{
    const Waiting now = waitingFor(waitFacts());
    if (now.what == m_waiting.what && now.accounts == m_waiting.accounts) {
        m_waiting = now;
        return;
    }
    m_waiting = now;
    m_silence.start(SilenceLimit, [this] {
        if (m_waiting.what != Waiting::For::Nothing)
            m_terminal.aside(waitingText(m_waiting));
    });
}

WaitFacts CommandRun::waitFacts() const
{
    WaitFacts facts;
    facts.stage = m_stage;
    for (const AccountEntry &entry : m_session.book().entries()) {
        if (entry.status == AccountStatus::WaitsForKey)
            facts.withoutKey.append(entry.saved.account.name);
    }
    for (const ClusterFeed *feed : m_session.feeds()) {
        const QString name = m_session.clusters().label(feed->account()).name;
        facts.open.append(name);
        facts.read += feed->isRead() ? 1 : 0;
        if (feed->isRefreshing() || (!feed->isRead() && !feed->error()))
            facts.listing.append(name);
    }
    facts.hasClusters = m_session.clusters().rowCount() > 0;
    for (const BatchRunner *runner : m_runners) {
        facts.countsDown = facts.countsDown || runner->undoWindowLeft();
        facts.sending += runner->tally().in(ItemState::Sending);
        facts.running += runner->tally().open();
    }
    return facts;
}

} // namespace clusterdeck
