// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/listing/clusterlisting.h"
#include "app/clusters/listing/lastuse.h"
#include "app/clusters/table/columns.h"

#include <QAbstractTableModel>
#include <QHash>

namespace clusterdeck
{

/// What one listing did to the rows: rows changed, then rows were removed, then rows were appended.
struct ClusterUpdate {
    int rowsBefore = 0;
    QList<int> changed; ///< row numbers before the update, ascending; not the removed rows
    QList<int> removed; ///< row numbers before the update, ascending
    int arrived = 0;    ///< number of appended rows

    [[nodiscard]] bool isEmpty() const
    {
        return changed.isEmpty() && removed.isEmpty() && arrived == 0;
    }
    /// For each row before the update its number after it; -1 for removed rows.
    [[nodiscard]] QList<int> newNumbers() const;
};

/// All clusters of all open accounts, one per row. A listing inserts, removes and changes rows; the
/// model is never reset, and a row never changes its key.
///
/// Qt::DisplayRole has plain values (unchanged text, int, double, QDateTime; invalid when unknown).
/// ui/ adds words, units and colours.
class ClusterModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Sets or changes the label of an account.
    void setAccount(const QString &account, const AccountLabel &label);

    /// Removes the rows of an account.
    void removeAccount(const QString &account);

    /// Sets what an earlier run knew of the use of the account's clusters. No effect for an account
    /// that the model does not know.
    void setLastUse(const QString &account, const LastUse &use);
    /// Follows a complete listing that was read at `at`, UTC.
    void followUse(const ClusterListing &listing, const QDateTime &at);
    [[nodiscard]] LastUse lastUse(const QString &account) const;
    /// See LastUse::daysUnused().
    [[nodiscard]] std::optional<int> daysUnused(int row) const;

    /// Applies a listing: adds and changes rows, unless it is inParts. Removes the rows that a
    /// complete listing lacks, unless they were read after it had begun (compared in whole
    /// seconds), and the rows of ClusterListing::absent. A listing from an earlier run does not
    /// change rows that were read in this run.
    void apply(const ClusterListing &listing);

    [[nodiscard]] const ClusterRow &rowAt(int row) const { return m_clusters.at(row).row; }
    [[nodiscard]] ClusterKey keyAt(int row) const;
    [[nodiscard]] const AccountLabel &labelAt(int row) const;
    [[nodiscard]] const QString &accountAt(int row) const; ///< the id
    /// Whether the row was not read in this run.
    [[nodiscard]] bool isFromEarlierRun(int row) const
    {
        return m_clusters.at(row).read < std::chrono::seconds(0);
    }
    /// The ids of the account's rows that no listing since `begun` had. `begun`: Clock::awake(),
    /// used in whole seconds.
    [[nodiscard]] QStringList notReadSince(const QString &account,
                                           std::chrono::milliseconds begun) const;
    /// Unpacks the row: slow for all rows.
    [[nodiscard]] Cluster clusterAt(int row) const;
    [[nodiscard]] std::optional<int> rowOf(const ClusterKey &key) const;
    [[nodiscard]] std::optional<Cluster> find(const ClusterKey &key) const;
    [[nodiscard]] int countOf(const QString &account) const; ///< rows of one account
    /// When the last complete listing that was applied began, UTC: the account's rows were all of
    /// its clusters then. Invalid before the first.
    [[nodiscard]] QDateTime completeAsOf(const QString &account) const;
    [[nodiscard]] AccountLabel label(const QString &account) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    /// Before and after all changes of one listing, so that views sort and filter only once. The
    /// usual row signals come in between. Not emitted for a listing that changes nothing.
    void updateBegins(const QString &account);
    void updateEnds(const clusterdeck::ClusterUpdate &update);

    /// These rows are no longer from an earlier run, see isFromEarlierRun(). Emitted before the
    /// changes of the listing that has them.
    void firstRead(const QList<int> &rows);

    /// Labels of accounts have changed; the rows are the same.
    void labelsChanged();
    /// daysUnused() of rows may have changed; the rows are the same.
    void lastUseChanged();

private:
    struct Row {
        ClusterRow row;
        int account = 0; ///< index in m_accounts
        /// When the newest listing with this row began, Clock::awake(). Negative: an earlier run.
        std::chrono::duration<int> read{-1};
    };
    struct KnownAccount {
        QString id;
        AccountLabel label;
        QDateTime completeAsOf{};
        LastUse use{};
    };
    struct Differences;
    Differences compare(const ClusterListing &listing, int account);
    void change(const ClusterListing &listing, const Differences &differences);
    void remove(const QList<int> &rows);
    void append(const ClusterListing &listing, const QList<int> &arrived, int account);
    [[nodiscard]] int placeOf(const QString &account) const;
    int addAccount(const QString &account);
    [[nodiscard]] int find(int account, QByteArrayView idBytes) const;
    void enter(int row);

    QList<Row> m_clusters;
    QList<KnownAccount> m_accounts; ///< never shrinks: rows have indexes into it
    /// Rows by the hash of account and id; if the hash is taken, by the next free number. A
    /// QMultiHash needs 56 bytes per row instead of 24 and takes two to three times as long to
    /// fill.
    QHash<size_t, int> m_index;
};

} // namespace clusterdeck
