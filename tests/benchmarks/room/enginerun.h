// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"

#include <QElapsedTimer>

#include <optional>

namespace clusterdeck
{

/// The engine without a window: lists an account, deletes all that it holds, and times it. The
/// journal is a real one, in a folder of its own.
class EngineRun
{
public:
    EngineRun(const Account &account, const QString &folder);

    /// Lists, plans and confirms the deletion of every cluster: from then on the countdown runs.
    /// Returns how many there are.
    int arm();
    /// Ends the countdown and waits until every request has been answered.
    void sendAll();
    /// Waits until every item has come to its end, which must be Done.
    void finish();

    /// Milliseconds from the first request's intent to the last request's answer.
    [[nodiscard]] double sendingMs() const { return m_lastAnswer - m_firstSend; }
    /// Processor time of this process since sendAll() began, in milliseconds.
    [[nodiscard]] double cpuMs() const;

private:
    void itemChanged(int item);
    template <class Condition>
    void waitFor(const Condition &condition, const char *what);

    Account m_account;
    SystemClock m_clock;
    Session m_session;
    BatchRunner *m_runner = nullptr;
    QObject m_context;
    QElapsedTimer m_time;
    QList<ItemState> m_states; ///< by item, as last seen
    double m_firstSend = -1;
    double m_lastAnswer = -1;
    double m_cpuBefore = 0;
    int m_unanswered = 0;
};

} // namespace clusterdeck
