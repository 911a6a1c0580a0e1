// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"

#include <QJsonObject>
#include <QProcess>

namespace clusterdeck
{

/// bench_server in a process of its own, and an account that speaks to it. Ends the program when it
/// does not come up.
class ServerProcess
{
public:
    ServerProcess(int clusters, int delayMs, int jobMs);
    ~ServerProcess();

    [[nodiscard]] const Account &account() const { return m_account; }
    /// What it has counted since it started; see FastServer::obey().
    [[nodiscard]] QJsonObject stats();
    /// From the next request on.
    void setDelay(int milliseconds);

private:
    QByteArray ask(const QByteArray &order);

    QProcess m_process;
    Account m_account;
};

} // namespace clusterdeck
