// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustersearch.h"
#include "app/clusters/table/sortedrows.h"
#include "app/clusters/table/viewmemory.h"

#include <QAbstractProxyModel>

#include <functional>

namespace clusterdeck
{

/// Filter and sort over a ClusterModel: a plain vector of its rows, mended when something changes,
/// and handed to views as one layout change, so that selection and current row follow their
/// clusters. A change that leaves what is shown in its order repaints the changed rows and nothing
/// else.
///
/// Whether a cluster is older than asked for is looked at when it changes and in lookAgain().
///
/// QSortFilterProxyModel does the same 20 to 80 times slower, see tests/benchmarks.
class ClusterView : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit ClusterView(ClusterModel &model, QObject *parent = nullptr);

    /// Shows the clusters in which every word of `text` occurs somewhere (name, id, owner, any text
    /// column), whatever the case. Empty: all.
    void setFilter(const QString &text);
    [[nodiscard]] const QString &filter() const { return m_filter; }

    /// What a row does not say of itself. Until they are set, no age is known and nothing is
    /// locked.
    struct Surroundings {
        std::function<QDateTime()> now;
        std::function<bool(const ClusterKey &key, const QString &name)> isLocked;
    };
    void setSurroundings(Surroundings surroundings);

    /// Of those that the text finds, only the ones that fit.
    void setCriteria(const FilterCriteria &criteria);
    [[nodiscard]] const FilterCriteria &criteria() const { return m_criteria; }
    /// Another text and other criteria, in one go.
    void setFilter(const QString &text, const FilterCriteria &criteria);

    /// Shows exactly these, whatever the text and the criteria say, until one of those is set or
    /// showFiltered() is called.
    void showOnly(const QList<ClusterKey> &keys);
    void showFiltered();
    [[nodiscard]] bool showsOnlyChosen() const { return m_onlyChosen; }
    /// Whether anything may keep a cluster out of sight.
    [[nodiscard]] bool isFiltered() const
    {
        return m_onlyChosen || !m_search.isEmpty() || !m_chips.isEmpty();
    }

    /// Time went by, or what is locked has changed: looks again at what depends on it. To be called
    /// after each listing, which may have changed nothing; rows grow old by themselves.
    void lookAgain();

    /// Texts sort as people read them ("node 9" before "node 10"); unknown values come last either
    /// way. By another column than before: by that one alone.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// What decides among rows that are equal by the first level; nothing: the order in which they
    /// came. The first level's own column is nothing.
    void sortSecond(std::optional<SortLevel> level);
    [[nodiscard]] SortLevel first() const { return {ClusterColumn(m_column), m_sortOrder}; }
    [[nodiscard]] const std::optional<SortLevel> &second() const { return m_second; }

    [[nodiscard]] Cluster clusterAt(int row) const;
    [[nodiscard]] ClusterKey keyAt(int row) const;
    [[nodiscard]] const ClusterRow &clusterRowAt(int row) const;
    [[nodiscard]] const AccountLabel &labelAt(int row) const;
    [[nodiscard]] AccountLabel label(const QString &account) const
    {
        return m_model.label(account);
    }
    [[nodiscard]] std::optional<int> rowOf(const ClusterKey &key) const;

    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// Nothing for a row whose cluster has just left.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// The same for every row, so that it can be answered while the source is already a step ahead.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void sourceUpdated(const ClusterUpdate &update);
    void labelsChanged();
    void searchText(bool narrower);
    void searchChips();
    void searchChanged(const ClusterUpdate &update, const QList<int> &newNumbers);
    [[nodiscard]] bool matchesText(int sourceRow) const;
    [[nodiscard]] bool matchesChips(int sourceRow, const QDateTime &now) const;
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] bool isShown(char matches) const;
    SortedRows &sortedBy(ClusterColumn column);
    [[nodiscard]] QList<int> arrange();
    bool show(QList<int> order, const QList<int> &newNumbers = {});
    void setOrder(QList<int> order);
    void repaint(const QList<int> &sourceRows);

    ClusterModel &m_model;
    QString m_filter;
    ClusterSearch m_search;
    FilterCriteria m_criteria;
    ClusterFilter m_chips;
    Surroundings m_surroundings;
    bool m_onlyChosen = false;
    std::vector<char> m_matches;        ///< by model row: which of the filters let it through
    SortedRows m_byName;                ///< kept for good: names take the longest to sort
    std::vector<SortedRows> m_byOthers; ///< by the columns in use but for names
    QList<int> m_order;                 ///< view row → model row
    QList<int> m_inverse;               ///< model row → view row, -1 when hidden
    int m_column = int(ClusterColumn::Name);
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::optional<SortLevel> m_second;
};

} // namespace clusterdeck
