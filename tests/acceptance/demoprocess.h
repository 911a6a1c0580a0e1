// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/api/records.h"

#include <QProcess>

#include <functional>

namespace clusterdeck
{

/// The built clusterdeck-demo-service in a separate process, so that nothing of the service runs in
/// the test's process. The process ends with this object.
class DemoProcess
{
public:
    /// Starts the service and reads its output. problem() describes a failure.
    explicit DemoProcess(const QStringList &options);
    ~DemoProcess();
    Q_DISABLE_COPY_MOVE(DemoProcess)

    /// Empty while the service works.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] QUrl url() const { return m_account.api.baseUrl; }

    /// An account of the service, as `clusterdeck --endpoint` would open it.
    [[nodiscard]] const Account &account() const { return m_account; }

private:
    void readLine(const QString &line);
    [[nodiscard]] bool isComplete() const;

    QProcess m_process;
    Account m_account;
    QString m_problem;
};

/// The ids of the account's clusters that match; empty when listing fails.
[[nodiscard]] QStringList listedIds(const Account &account,
                                    const std::function<bool(const ClusterRecord &)> &wanted);

/// Ids of clusters that the account's owner can delete. The practice cloud has stopped clusters, so
/// one of them alone has the lowest tier.
[[nodiscard]] QStringList deletableIds(const Account &account, int count);

} // namespace clusterdeck
