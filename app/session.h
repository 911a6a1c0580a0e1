// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/clusters/clusterfeed.h"
#include "app/clusters/clustermodel.h"
#include "app/operations/operationsdesk.h"

namespace clusterdeck
{

/// One run of the program without its window: owns the rooms and wires them, in an order in which
/// they can be destroyed.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(Clock &clock, QObject *parent = nullptr);
    ~Session() override;

    /// Opens an account and lists it at once; from then on its rows are kept fresh.
    void open(const Account &account);

    [[nodiscard]] Clock &clock() { return m_clock; }
    [[nodiscard]] const QList<Account> &accounts() const { return m_accounts; }
    [[nodiscard]] ClusterModel &clusters() { return m_clusters; }
    [[nodiscard]] OperationsDesk &desk() { return m_desk; }
    /// One an account, in the order of accounts().
    [[nodiscard]] const QList<ClusterFeed *> &feeds() const { return m_feeds; }

    /// Lists every account now.
    void refresh();

signals:
    void accountOpened(const clusterdeck::Account &account);
    /// Some feed's status has changed.
    void statusChanged();

private:
    Clock &m_clock;
    QList<Account> m_accounts;
    ClusterModel m_clusters;
    std::vector<std::unique_ptr<ApiClient>> m_clients; ///< outlive whoever speaks through them
    OperationsDesk m_desk;
    QList<ClusterFeed *> m_feeds;
};

} // namespace clusterdeck
