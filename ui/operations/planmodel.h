// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/operations/verbtext.h"

#include <QAbstractTableModel>

namespace clusterdeck
{

/// The items of a plan, a tick each. The plan itself is never changed and never grows; reduced() is
/// what the ticks leave of it.
class PlanModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Id,
        Status,
        Flags,
        Nodes,
        Running,
        Queued,
        Billing,
        Storage,
        Owner,
        Account
    };
    static constexpr int ColumnCount = 11;
    /// What a cell shows, but whole, however long it is: for searching.
    static constexpr int SoughtRole = Qt::UserRole;

    PlanModel(Plan plan, AccountLabels labels, QObject *parent = nullptr);

    [[nodiscard]] const Plan &full() const { return m_plan; }
    [[nodiscard]] const Plan &reduced() const { return m_reduced; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// reduced() has changed.
    void reducedChanged();

private:
    [[nodiscard]] QString text(const PlanItem &item, int column) const;
    [[nodiscard]] PlanItem itemAt(int row) const;
    void reduce();

    Plan m_plan;
    Plan m_reduced;
    AccountLabels m_labels;
    QSet<ClusterKey> m_ticked;
    QHash<ClusterKey, RiskFlags> m_flags; ///< of the ticked ones, as they are among these
};

/// What was asked for and cannot go: name, id, status, reason.
class ExcludedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Id, Status, Reason };
    static constexpr int ColumnCount = 4;

    explicit ExcludedModel(const Plan &plan, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    Verb m_verb;
    QList<ExcludedItem> m_items;
};

} // namespace clusterdeck
