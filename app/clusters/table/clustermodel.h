// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/listing/clusterlisting.h"
#include "app/clusters/table/columns.h"

#include <QAbstractTableModel>
#include <QHash>

namespace clusterdeck
{

/// What one listing did to the rows: some changed, then some left, then some arrived at the end.
struct ClusterUpdate {
    int rowsBefore = 0;
    QList<int> changed; ///< by their numbers before, rising; none of them left
    QList<int> removed; ///< by their numbers before, rising
    int arrived = 0;

    [[nodiscard]] bool isEmpty() const
    {
        return changed.isEmpty() && removed.isEmpty() && arrived == 0;
    }
    /// The number of a row after the update, for each of them before; -1 for those that left.
    [[nodiscard]] QList<int> newNumbers() const;
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

    [[nodiscard]] const ClusterRow &rowAt(int row) const { return m_clusters.at(row).row; }
    [[nodiscard]] ClusterKey keyAt(int row) const;
    [[nodiscard]] const AccountLabel &labelAt(int row) const;
    [[nodiscard]] const QString &accountAt(int row) const; ///< its id
    /// Unfolded: for one cluster, not for all of them.
    [[nodiscard]] Cluster clusterAt(int row) const;
    [[nodiscard]] std::optional<int> rowOf(const ClusterKey &key) const;
    [[nodiscard]] std::optional<Cluster> find(const ClusterKey &key) const;
    [[nodiscard]] int countOf(const QString &account) const; ///< rows of one account
    [[nodiscard]] AccountLabel label(const QString &account) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    /// Around everything that one listing changes, so that whoever sorts or filters does it once.
    /// At the first the model still holds the old rows; between the two the usual row signals are
    /// sent. Neither comes for a listing that changes nothing.
    void updateBegins(const QString &account);
    void updateEnds(const clusterdeck::ClusterUpdate &update);

    /// Accounts are called otherwise now; their rows are the same.
    void labelsChanged();

private:
    struct Row {
        ClusterRow row;
        int account = 0; ///< place in m_accounts
    };
    struct KnownAccount {
        QString id;
        AccountLabel label;
    };
    struct Differences;
    [[nodiscard]] Differences differences(const ClusterListing &listing, int account) const;
    void change(const ClusterListing &listing, const Differences &differences);
    void remove(const QList<int> &rows);
    void append(const ClusterListing &listing, const QList<int> &arrived, int account);
    [[nodiscard]] int placeOf(const QString &account) const;
    int addAccount(const QString &account);
    [[nodiscard]] int find(int account, QByteArrayView idBytes) const;
    void enter(int row);

    QList<Row> m_clusters;
    QList<KnownAccount> m_accounts; ///< never shorter: rows hold places in it
    /// Row by the hash of its account and id; those whose hash is taken stand at the next number.
    /// A QMultiHash needs 56 bytes a row instead of 24, and two to three times as long to fill.
    QHash<size_t, int> m_index;
};

} // namespace clusterdeck
