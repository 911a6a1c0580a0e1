// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/listing/readingorder.h"
#include "app/clusters/table/clustersearch.h"
#include "app/clusters/table/sortedrows.h"
#include "app/clusters/table/viewmemory.h"

#include <QAbstractProxyModel>

#include <functional>

namespace clusterdeck
{

/// A filtered and sorted ClusterModel: a vector of row numbers, updated when something changes, and
/// given to views as one layout change, so that selection and current row follow their clusters. If
/// the shown rows and their order stay the same, only the changed rows are repainted.
///
/// The age of a cluster is checked when the cluster changes and in filterAgain().
///
/// QSortFilterProxyModel is 20 to 80 times slower, see tests/benchmarks.
class ClusterView : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit ClusterView(ClusterModel &model, QObject *parent = nullptr);

    /// Shows the clusters that match `text`, see ClusterSearch.
    void setFilter(const QString &text);
    [[nodiscard]] const QString &filter() const { return m_filter; }

    /// Information that is not part of a row. Without it no age is known and nothing is locked.
    struct Surroundings {
        std::function<QDateTime()> now;
        std::function<bool(const ClusterKey &key, const QString &name)> isLocked;
    };
    void setSurroundings(Surroundings surroundings);

    /// Shows only clusters that meet the criteria and match the text.
    void setCriteria(const FilterCriteria &criteria);
    [[nodiscard]] const FilterCriteria &criteria() const { return m_criteria; }
    /// Changes text and criteria together.
    void setFilter(const QString &text, const FilterCriteria &criteria);

    /// Shows exactly these clusters until the text or the criteria are set or showFiltered() is
    /// called.
    void showOnly(const QList<ClusterKey> &keys);
    void showFiltered();
    [[nodiscard]] bool showsOnlyChosen() const { return m_onlyChosen; }
    /// Whether a filter may hide clusters.
    [[nodiscard]] bool isFiltered() const
    {
        return m_onlyChosen || !m_search.isEmpty() || !m_chips.isEmpty();
    }

    /// Checks the criteria again that depend on time or locks. To be called when locks have changed
    /// and after each listing: the age of a cluster changes without a change of its row.
    void filterAgain();

    /// Texts sort with collatorForPeople(); unknown values come last in both orders. A new column
    /// removes the second level.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// The second level, for rows that are equal by the first. std::nullopt, or the column of the
    /// first level: the order of the model.
    void sortSecond(std::optional<SortLevel> level);
    [[nodiscard]] SortLevel first() const { return {ClusterColumn(m_column), m_sortOrder}; }
    [[nodiscard]] const std::optional<SortLevel> &second() const { return m_second; }

    /// Selects these rows, and no other shown ones. A cluster stays selected until it is removed,
    /// whether it is shown or not.
    void selectShown(const QList<int> &rows);
    /// Selects those of `keys` that exist, and no others.
    void select(const QList<ClusterKey> &keys);
    void deselectHidden();
    [[nodiscard]] bool isSelected(int row) const;
    /// The selected clusters that are not shown, as rows of the model. One that is listed as
    /// deleted is not among them: it leaves the selection when it is hidden.
    [[nodiscard]] QList<int> hiddenSelected() const;
    /// What a refresh reads first while the rows from `first` to `last` are visible; without
    /// underWay. At most `most` selected clusters of each account.
    [[nodiscard]] AttendedClusters attended(int first, int last, int most) const;
    /// The row of the model.
    [[nodiscard]] int sourceRow(int row) const { return m_order.at(row); }

    [[nodiscard]] const ClusterRow &rowAt(int row) const { return m_model.rowAt(m_order.at(row)); }
    [[nodiscard]] Cluster clusterAt(int row) const;
    [[nodiscard]] ClusterKey keyAt(int row) const;
    [[nodiscard]] bool isFromEarlierRun(int row) const
    {
        return m_model.isFromEarlierRun(m_order.at(row));
    }
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
    /// Invalid for a row whose cluster was just removed.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// The same for every row, so that it is right even while the source model has changed and this
    /// view is not updated yet.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void sourceUpdated(const ClusterUpdate &update);
    void labelsChanged();
    void lastUseChanged();
    enum class Searched { All, Found, Others }; ///< rows, by whether they matched before
    void searchText(Searched searched);
    void searchChips();
    void searchChanged(const ClusterUpdate &update, const QList<int> &newNumbers);
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
    std::vector<char> m_matches;        ///< by model row: bits, see clusterview.cpp
    SortedRows m_byName;                ///< always kept: sorting names takes the longest
    std::vector<SortedRows> m_byOthers; ///< by the other columns in use
    QList<int> m_order;                 ///< view row → model row
    QList<int> m_inverse;               ///< model row → view row, -1 when hidden
    int m_column = int(ClusterColumn::Name);
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::optional<SortLevel> m_second;
};

} // namespace clusterdeck
