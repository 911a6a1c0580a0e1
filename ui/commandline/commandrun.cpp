// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commandline/commandrun.h"

#include "app/commandline/outcome.h"
#include "app/operations/export.h"
#include "app/session.h"
#include "ui/accounts/accounttext.h"
#include "ui/commandline/commandtext.h"
#include "ui/look/errortext.h"
#include "ui/look/format.h"
#include "ui/look/joining.h"
#include "ui/look/refusaltext.h"
#include "ui/operations/noticetext.h"

#include <QFile>

namespace clusterdeck
{

namespace
{

/// More than any list of clusters: what is larger was not meant.
constexpr qint64 MostBytes = 64 * 1024 * 1024;

tl::expected<QByteArray, QString> contentOf(const QString &path)
{
    QFile file(path);
    const bool opened = path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly)
                                                   : file.open(QIODevice::ReadOnly);
    if (!opened)
        return tl::unexpected(CommandRun::tr("%1 cannot be read: %2.", "file, reason")
                                  .arg(shownLine(path), shownLine(file.errorString())));
    QByteArray content = file.read(MostBytes + 1);
    if (content.size() > MostBytes)
        return tl::unexpected(CommandRun::tr("%1 is too large.", "file").arg(shownLine(path)));
    return content;
}

} // namespace

CommandRun::CommandRun(const Command &command, Session &session, Terminal terminal, QObject *parent)
    : QObject(parent)
    , m_command(std::make_unique<Command>(command))
    , m_session(session)
    , m_terminal(std::move(terminal))
{
}

CommandRun::~CommandRun() = default;

void CommandRun::end(int status, const QString &why)
{
    if (std::exchange(m_over, true))
        return;
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

void CommandRun::start()
{
    if (!lookAtJournal())
        return;
    if (m_command->kind == Command::Kind::History)
        return history();
    const auto content = contentOf(m_command->file);
    if (!content)
        return end(exitstatus::WrongUse, content.error());
    if (m_command->kind == Command::Kind::Plan) {
        auto ids = idsFrom(*content);
        if (!ids)
            return end(exitstatus::WrongUse, ids.error());
        m_ids = std::move(*ids);
    } else {
        auto written = planFrom(*content);
        if (!written)
            return end(exitstatus::WrongUse, written.error());
        m_written = std::move(*written);
        if (m_written.isOver(m_session.clock().utcNow()))
            return end(exitstatus::TooOld,
                       tr("This plan was made at %1 and holds for %n minute(s). Make a new one. "
                          "Nothing was sent.",
                          nullptr, int(PlanLife.count()))
                           .arg(dateTimeText(m_written.madeAt.toLocalTime())));
    }
    openAccounts();
}

/// False: the run is over, since what was done before cannot be known, or nothing can be written.
bool CommandRun::lookAtJournal()
{
    const Journal &journal = m_session.journal();
    const QString problem = journalText(journal, m_session.clock().utcNow());
    const bool sends = m_command->kind == Command::Kind::Apply;
    if (!journal.isReadable() || (sends && !m_session.desk().canOperate())) {
        end(exitstatus::NotReached,
            sends ? sentences({problem, tr("Nothing was sent.")}) : problem);
        return false;
    }
    // That another copy is running is of no matter to what sends nothing.
    if (journal.access() == Journal::Access::ReadOnly)
        m_terminal.aside(problem);
    if (const QString text = withoutLocksText(journal.fileSystemWithoutLocks()); !text.isEmpty())
        m_terminal.aside(text);
    return true;
}

void CommandRun::history()
{
    const Journal &journal = m_session.journal();
    const QList<Batch> batches = journal.history({}, std::numeric_limits<int>::max());
    if (!journal.readProblem().isEmpty())
        return end(exitstatus::NotReached,
                   tr("The journal could not be read: %1")
                       .arg(shownLine(journal.readProblem(), LongestQuote)));
    if (!m_command->json) {
        for (const Batch &batch : batches)
            m_terminal.out(historyLine(batch));
        if (batches.isEmpty())
            m_terminal.aside(tr("Nothing was done yet."));
        return end(exitstatus::Done);
    }
    QByteArray all = "[";
    for (const Batch &batch : batches)
        all += (all.size() > 1 ? ",\n" : "\n") +
               json(batch, journal.events(batch.id), m_session.isDemo()).trimmed();
    m_terminal.document(all + "\n]\n");
    end(exitstatus::Done);
}

void CommandRun::openAccounts()
{
    connect(&m_session.book(), &AccountBook::entriesChanged, this, &CommandRun::lookWhetherOpen);
    connect(&m_session, &Session::statusChanged, this, &CommandRun::lookWhetherOpen);
    m_session.clock().callLater(OpeningLimit, this, [this] {
        if (!m_open)
            end(exitstatus::NotReached, notOpenText());
    });
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
            return end(exitstatus::WrongUse, tr("There is no account of that name."));
        m_session.book().open(named->id());
    }
    lookWhetherOpen();
}

void CommandRun::lookWhetherOpen()
{
    if (m_open || m_over)
        return;
    bool waits = false;
    for (const AccountEntry &entry : m_session.book().entries())
        waits = waits || entry.status == AccountStatus::WaitsForKey;
    bool failed = m_session.accounts().isEmpty();
    for (const ClusterFeed *feed : m_session.feeds()) {
        waits = waits || feed->isRefreshing() || (!feed->asOf().isValid() && !feed->error());
        failed = failed || !feed->asOf().isValid();
    }
    if (waits)
        return;
    if (failed)
        return end(exitstatus::NotReached, notOpenText());
    m_open = true;
    opened();
}

QString CommandRun::notOpenText() const
{
    for (const AccountEntry &entry : m_session.book().entries()) {
        if (entry.status == AccountStatus::WaitsForKey)
            return waitsForKeychainText(entry.saved.account.name);
        if (entry.status == AccountStatus::NeedsSecret)
            return secretTroubleText(entry.saved.account.name, entry.trouble);
    }
    for (const ClusterFeed *feed : m_session.feeds()) {
        if (!feed->error())
            continue;
        const QString name = shownLine(m_session.clusters().label(feed->account()).name);
        return QStringLiteral("%1: %2 %3")
            .arg(name, errorText(*feed->error()), providerText(*feed->error()))
            .trimmed();
    }
    return m_session.accounts().isEmpty()
               ? tr("No account is open. Add one in the window, or say --endpoint, --zone and "
                    "--owner.")
               : tr("The clusters could not be read in time. Nothing was sent.");
}

void CommandRun::opened()
{
    if (m_command->kind == Command::Kind::Plan)
        plan();
    else
        apply();
}

/// Where each id is. An account that shows it twice over is for the person to choose.
std::optional<QList<ClusterKey>> CommandRun::keysOf(const QStringList &ids)
{
    QList<ClusterKey> keys;
    for (const QString &id : ids) {
        QList<ClusterKey> found;
        for (const Account &account : m_session.accounts()) {
            if (m_session.clusters().rowOf({account.id, id}))
                found.append({account.id, id});
        }
        if (found.size() > 1) {
            end(exitstatus::WrongUse,
                tr("%1 is in several accounts: choose one with --account.").arg(shownLine(id)));
            return std::nullopt;
        }
        // Absent everywhere: the desk reads once more and says so.
        keys.append(found.isEmpty() ? ClusterKey{m_session.accounts().first().id, id}
                                    : found.first());
    }
    return keys;
}

void CommandRun::plan()
{
    const auto keys = keysOf(m_ids);
    if (!keys)
        return;
    m_session.desk().plan(m_command->verb, *keys, this, [this](const Plan &plan) {
        if (m_command->json)
            m_terminal.document(planDocument(plan, labels(), m_session.clock().utcNow()));
        else
            m_terminal.out(planReport(plan, labels()));
        end(statusOf(plan));
    });
}

void CommandRun::apply()
{
    m_session.desk().plan(m_written.plan.verb, m_written.keys(), this, [this](const Plan &fresh) {
        compare(comparedTo(m_written.plan, fresh));
    });
}

void CommandRun::compare(Plan fresh)
{
    if (!fresh.excluded.isEmpty()) {
        m_someLeftOut = true;
        m_terminal.aside(leftOutLines(fresh.excluded, fresh.verb));
    }
    if (fresh.items.isEmpty())
        return end(exitstatus::NotAll, notArmedText({}, m_session.clock().utcNow()));
    if (isWorse(m_written.plan, fresh)) {
        m_terminal.aside(shownText(fresh, labels()));
        return end(exitstatus::GotWorse, changesText(fresh));
    }
    if (!mayGo(fresh))
        return;
    connect(&m_session.desk(), &OperationsDesk::batchAdded, this,
            [this](BatchRunner *runner) { m_runners.append(runner); });
    m_session.desk().confirm(fresh, shownText(fresh, labels()), this,
                             [this](const Confirmation &said) { confirmed(said); });
}

/// Asks, or takes what the options say about the plan as it was written. Ends the run on a no.
bool CommandRun::mayGo(const Plan &fresh)
{
    std::optional<int> count = m_command->count;
    bool saved = m_command->dataSaved;
    const bool asks = !count && m_terminal.ask;
    const Plan &counted = asks ? fresh : m_written.plan;
    if (asks) {
        m_terminal.aside(shownText(fresh, labels()));
        const auto typed = m_terminal.ask(tr("Type the number of clusters to go on: "));
        bool fine = false;
        const int number = typed.value_or(QString()).trimmed().toInt(&fine);
        count = fine ? number : 0;
        if (counted.friction().tick && !saved && *count == counted.items.size()) {
            // What is typed is the same in every language.
            const auto answer =
                m_terminal.ask(tr("Is their data saved or not needed? Type %1: ", "a word")
                                   .arg(QStringLiteral("yes")));
            saved = answer.value_or(QString()).trimmed() == QLatin1String("yes");
        }
    }
    const Missing missing = missingFor(counted, count, saved);
    if (missing != Missing::None)
        end(exitstatus::WrongUse, missingText(missing, counted));
    return missing == Missing::None;
}

void CommandRun::confirmed(const Confirmation &confirmation)
{
    if (!confirmation.droppedOut.isEmpty()) {
        m_someLeftOut = true;
        m_terminal.aside(leftOutLines(confirmation.droppedOut, confirmation.plan.verb));
    }
    switch (confirmation.outcome) {
    case Confirmation::Outcome::Armed:
        break;
    case Confirmation::Outcome::LookAgain:
        m_terminal.aside(shownText(confirmation.plan, labels()));
        return end(exitstatus::GotWorse, notArmedText(confirmation, m_session.clock().utcNow()));
    case Confirmation::Outcome::NothingLeft:
        return end(exitstatus::NotAll, notArmedText(confirmation, m_session.clock().utcNow()));
    case Confirmation::Outcome::NotWritten:
    case Confirmation::Outcome::OtherCopy:
        return end(exitstatus::NotReached, notArmedText(confirmation, m_session.clock().utcNow()));
    }
    for (BatchRunner *runner : std::as_const(m_runners))
        follow(runner);
    finishWhenOver();
}

void CommandRun::follow(BatchRunner *runner)
{
    if (const auto left = runner->graceLeft())
        m_terminal.aside(tr("%1. Ctrl+C cancels.").arg(graceText(runner->batch(), *left)));
    connect(runner, &BatchRunner::itemChanged, this,
            [this, runner](int item) { m_terminal.out(itemLine(runner->batch().items.at(item))); });
    connect(runner, &BatchRunner::holdChanged, this, [this, runner] {
        const HoldReason hold = runner->batch().hold;
        if (hold == HoldReason::None)
            return;
        // There is nobody to say when to go on.
        m_terminal.aside(holdText(*runner, m_session.clock().utcNow()));
        runner->stopTheRest();
    });
    connect(runner, &BatchRunner::finished, this, &CommandRun::finishWhenOver);
}

void CommandRun::finishWhenOver()
{
    QList<Batch> batches;
    for (const BatchRunner *runner : std::as_const(m_runners)) {
        if (!runner->isFinished())
            return;
        batches.append(runner->batch());
    }
    for (const Batch &batch : batches)
        m_terminal.aside(endText(batch));
    end(statusOf(batches, m_someLeftOut));
}

void CommandRun::interrupt()
{
    if (m_runners.isEmpty() || std::exchange(m_interrupted, true)) {
        QList<Batch> batches;
        for (const BatchRunner *runner : std::as_const(m_runners))
            batches.append(runner->batch());
        const int status = batches.isEmpty() ? exitstatus::WrongUse : statusOf(batches, true);
        return end(status, batches.isEmpty()
                               ? tr("Given up. Nothing was sent.")
                               : tr("Not waited for any longer. What was sent goes on; the next "
                                    "start of Clusterdeck watches it to its end."));
    }
    for (BatchRunner *runner : std::as_const(m_runners)) {
        m_terminal.aside(sentText(runner->batch()));
        runner->stopTheRest();
    }
}

} // namespace clusterdeck
