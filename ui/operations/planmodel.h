// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/operations/verbtext.h"
#include "ui/widgets/recordmodel.h"

namespace clusterdeck
{

/// The items of a plan, each with a check box. The plan itself never changes and never grows;
/// reduced() is the plan of the checked items.
class PlanModel : public RecordModel<PlanItem, ClusterKey>
{
    Q_OBJECT

public:
    PlanModel(Plan plan, const AccountLabels &labels, QObject *parent = nullptr);

    [[nodiscard]] const Plan &full() const { return m_plan; }
    [[nodiscard]] const Plan &reduced() const { return m_reduced; }

    /// Shows the items with `text`, in either case, in one of their columns; empty: all. Items that
    /// are not shown keep their check boxes.
    void search(const QString &text);
    void setChecked(const QList<ClusterKey> &keys, bool checked);

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// reduced() has changed.
    void reducedChanged();

private:
    [[nodiscard]] bool isFound(const PlanItem &item) const;
    void show();

    Plan m_plan;
    Plan m_reduced;
    QList<Column> m_searched;
    QString m_searchText;
    QSet<ClusterKey> m_checked;
};

/// Clusters that were asked for and cannot go, and why.
[[nodiscard]] QList<RecordColumn<ExcludedItem>> excludedColumns(Verb verb);

} // namespace clusterdeck
