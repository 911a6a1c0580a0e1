// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/plandocument.h"
#include "app/operations/operationsdesk.h"
#include "ui/commandline/terminal.h"
#include "ui/operations/verbtext.h"

#include <QObject>

namespace clusterdeck
{

struct Command;
class Session;

/// One command from its beginning to its end, over a session without a window. It goes through the
/// same gate as the window does and decides nothing itself.
class CommandRun : public QObject
{
    Q_OBJECT

public:
    /// How long accounts, their keys and their first listings may take together.
    static constexpr std::chrono::seconds OpeningLimit{120};

    /// `session` outlives the run; accounts that are open in it already are the ones it works on.
    CommandRun(const Command &command, Session &session, Terminal terminal,
               QObject *parent = nullptr);
    ~CommandRun() override;

    /// Begins. The rest happens from the event loop.
    void start();

    /// The person wants it to end: what was not sent is cancelled; a second time nothing is waited
    /// for any more.
    void interrupt();

signals:
    /// Exactly once.
    void finished(int status);

private:
    bool lookAtJournal();
    void history();
    void openAccounts();
    void lookWhetherOpen();
    [[nodiscard]] QString notOpenText() const;
    void opened();
    void plan();
    [[nodiscard]] std::optional<QList<ClusterKey>> keysOf(const QStringList &ids);
    void apply();
    void compare(Plan fresh);
    [[nodiscard]] bool mayGo(const Plan &fresh);
    void confirmed(const Confirmation &confirmation);
    void follow(BatchRunner *runner);
    void finishWhenOver();
    [[nodiscard]] AccountLabels labels() const;
    void end(int status, const QString &why = {});

    std::unique_ptr<Command> m_command;
    Session &m_session;
    Terminal m_terminal;
    QStringList m_ids;
    WrittenPlan m_written;
    QList<BatchRunner *> m_runners;
    bool m_open = false;
    bool m_someLeftOut = false;
    bool m_interrupted = false;
    bool m_over = false;
};

} // namespace clusterdeck
