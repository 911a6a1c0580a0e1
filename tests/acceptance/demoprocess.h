// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/api/records.h"

#include <QProcess>

#include <functional>

namespace clusterdeck
{

/// clusterdeck-demo-service, the built program, in a process of its own: nothing it does happens in
/// the process of the test. Ends with this object.
class DemoProcess
{
public:
    /// Starts it and reads what it prints. What went wrong is in problem().
    explicit DemoProcess(const QStringList &options);
    ~DemoProcess();
    Q_DISABLE_COPY_MOVE(DemoProcess)

    /// Empty: it serves.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] QUrl url() const { return m_account.api.baseUrl; }

    /// An account on it, as `clusterdeck --endpoint` would open one.
    [[nodiscard]] const Account &account() const { return m_account; }

private:
    void readLine(const QString &line);
    [[nodiscard]] bool isComplete() const;

    QProcess m_process;
    Account m_account;
    QString m_problem;
};

/// The ids of an account's clusters that are wanted; nothing when they cannot be listed.
[[nodiscard]] QStringList listedIds(const Account &account,
                                    const std::function<bool(const ClusterRecord &)> &wanted);

/// Some that the account's owner can delete. The practice cloud has stopped ones, so that one alone
/// is the lowest tier.
[[nodiscard]] QStringList deletableIds(const Account &account, int count);

} // namespace clusterdeck
