// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/clusters/clusterlisting.h"
#include "app/environmentcolor.h"

#include <QAbstractTableModel>
#include <QHash>

namespace clusterdeck
{

/// The columns of product.md §1, in the order in which they are first shown.
enum class ClusterColumn {
    Status,
    Name,
    Id,
    Type,
    Nodes,
    RunningJobs,
    PendingJobs,
    CpuHours,
    Billing,
    Owner,
    RunUser,
    Created,
    Zone,
    Account,
};
inline constexpr int ClusterColumnCount = 14;

/// What the table says about where a cluster lives.
struct AccountLabel {
    QString name;
    QString zone;
    QString environment = {}; ///< "PROD", as typed; may be empty
    EnvironmentColor color = EnvironmentColor::None;

    bool operator==(const AccountLabel &) const = default;
};

/// All clusters of all open accounts, a row each. A listing changes rows in place by key: rows are
/// inserted, removed and changed, the model is never reset, and a row never changes its key.
///
/// Qt::DisplayRole holds bare values (text as it came, int, double, QDateTime; nothing when
/// unknown); words, units and colours are the view's business.
class ClusterModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Names an account before its first listing arrives, or anew.
    void setAccount(const QString &account, const AccountLabel &label);

    /// Takes an account's rows away: it is not looked at any more.
    void removeAccount(const QString &account);

    /// A complete listing is the truth about its account: what it lacks is removed. An incomplete
    /// one only adds and changes.
    void apply(const ClusterListing &listing);

    [[nodiscard]] const Cluster &clusterAt(int row) const { return m_clusters.at(row); }
    [[nodiscard]] std::optional<int> rowOf(const ClusterKey &key) const;
    [[nodiscard]] std::optional<Cluster> find(const ClusterKey &key) const;
    [[nodiscard]] int countOf(const QString &account) const; ///< rows of one account
    /// What stands in a column for this cluster, whether it has a row or not.
    [[nodiscard]] QVariant value(const Cluster &cluster, ClusterColumn column) const;
    [[nodiscard]] AccountLabel label(const QString &account) const
    {
        return m_accounts.value(account);
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    /// Around everything that `listing` changes, so that whoever sorts or filters does it once. At
    /// the first the model still holds the old rows; between the two the usual row signals are
    /// sent. Neither comes for a listing that changes nothing.
    void updateBegins(const clusterdeck::ClusterListing &listing);
    void updateEnds();

    /// Accounts are called otherwise now; their rows are the same.
    void labelsChanged();

private:
    [[nodiscard]] bool differs(const ClusterListing &listing) const;
    void removeVanished(const ClusterListing &listing);
    void change(const ClusterListing &listing);
    void append(const ClusterListing &listing);
    void reindexFrom(int row);

    QList<Cluster> m_clusters;
    QHash<ClusterKey, int> m_rows;
    QHash<QString, AccountLabel> m_accounts;
};

} // namespace clusterdeck
