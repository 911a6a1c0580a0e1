// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/viewmemory.h"
#include "app/commandline/applying.h"
#include "app/commandline/terminal.h"
#include "app/commandline/waiting.h"
#include "ui/words/verbtext.h"

#include <QObject>

namespace clusterdeck
{

struct Command;
class Session;

/// Runs one command on a session without a window. As in the window, the operation service decides
/// what may be sent; what the command decides itself is pure functions of app/commandline, which
/// this class calls in order. It is in ui/ because nearly every step prints a sentence, and one
/// gives a text to the operation service: in app/ it would need a message type for each sentence,
/// and an overload that prints it, which is more code.
class CommandRun : public QObject
{
    Q_OBJECT

public:
    /// The longest time in which accounts are opened and listed for the first time.
    static constexpr std::chrono::seconds OpeningLimit{120};
    /// The longest wait for answers after interrupt().
    static constexpr std::chrono::milliseconds AnswerLimit{1000};
    /// A command that waits for longer prints what it waits for.
    static constexpr std::chrono::milliseconds SilenceLimit{1000};

    /// `session` outlives the run. If it has open accounts, the command uses those; otherwise it
    /// opens saved ones.
    CommandRun(const Command &command, Session &session, Terminal terminal,
               QObject *parent = nullptr);
    ~CommandRun() override;

    /// Call once. finished() may be emitted before this returns.
    void start();

    /// Ends the command: unsent items are cancelled. Waits at most AnswerLimit for the answers of
    /// sent requests, and not for the end of operations: they are in the journal.
    void interrupt();

signals:
    /// Exactly once. `status`: see exitstatus.
    void finished(int status);

private:
    void begin();
    bool lookAtJournal();
    void history();
    void takeInput(const StandardInput::Content &content);
    void take(const QByteArray &content);
    void takePlan(const QByteArray &content);
    void openAccounts();
    void lookWhetherOpen(bool isLimitReached);
    [[nodiscard]] QString notOpenText() const;
    [[nodiscard]] QStringList troubles() const;
    void opened();
    void list();
    void due();
    void plan();
    void apply();
    void compare(const PlanReview &review);
    void ask(const Plan &fresh, std::optional<int> typed);
    void mayGo(const Plan &fresh, const Plan &counted, std::optional<int> count, bool saved);
    void confirmed(const Confirmation &confirmation);
    void follow(BatchRunner *runner);
    void finishWhenOver();
    void endWith(const QList<Batch> &batches, const QString &why = {});
    void endWhenAnswered();
    void endInterrupted();
    [[nodiscard]] QList<Batch> batches() const;
    void enter(CommandStage stage);
    void noteWaiting();
    [[nodiscard]] WaitFacts waitFacts() const;
    [[nodiscard]] AccountLabels labels() const;
    [[nodiscard]] QStringList openAccountIds() const;
    void end(int status, const QString &why = {});
    void end(PlanRefusal refusal);

    std::unique_ptr<Command> m_command;
    Session &m_session;
    Terminal m_terminal;
    NamedFilter m_filter; ///< for the command `list`
    QStringList m_ids;
    WrittenPlan m_written;
    QList<BatchRunner *> m_runners;
    std::unique_ptr<QObject> m_work; ///< context of the calls to the operation service
    CommandStage m_stage = CommandStage::Opening;
    Waiting m_waiting;
    ClockTimer m_silence; ///< prints what the command waits for
    bool m_open = false;
    bool m_allAccounts = true; ///< false: only the account of the command line
    CommandEvents m_events;
    bool m_ending = false; ///< waits only for answers of sent requests
    bool m_over = false;
};

} // namespace clusterdeck
