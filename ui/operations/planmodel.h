// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/recordmodel.h"
#include "ui/words/verbtext.h"

namespace clusterdeck
{

/// The items of a plan, each with a check box; all are checked at first. full() never changes;
/// reduced() is the plan of the checked items, its risk included.
class PlanModel : public RecordModel<PlanItem, ClusterKey>
{
    Q_OBJECT

public:
    PlanModel(Plan plan, const AccountLabels &labels, QObject *parent = nullptr);

    [[nodiscard]] const Plan &full() const { return m_plan; }
    [[nodiscard]] const Plan &reduced() const { return m_reduced; }

    /// Shows only the items with `text` in one of their columns, ignoring case; empty: all. Items
    /// that are not shown stay checked or unchecked.
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

/// The columns for the clusters that are excluded from a plan, with the reason.
[[nodiscard]] QList<RecordColumn<ExcludedItem>> excludedColumns(Verb verb);

} // namespace clusterdeck
