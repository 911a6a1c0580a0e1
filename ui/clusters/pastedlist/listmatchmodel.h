// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/pastedlist/listmatching.h"
#include "app/clusters/table/clustermodel.h"
#include "ui/widgets/rowmodel.h"

#include <QSet>

namespace clusterdeck
{

/// What a list came to, a row for each thing it asks for; below an ambiguous or doubtful one its
/// candidates, to be ticked. Blank lines have no row.
class ListMatchModel : public RowModel
{
    Q_OBJECT

public:
    enum Column { Result, Line, Sought, Whole, Name, Id, Status, Account };
    static constexpr int ColumnCount = 8;

    /// `clusters` outlives the model.
    explicit ListMatchModel(const ClusterModel &clusters, QObject *parent = nullptr);

    /// Candidates that are ticked stay so as long as they are candidates.
    void setLines(const QList<ListLine> &lines);
    /// Only what was not found, and what is ambiguous or doubtful with its candidates.
    void setOnlyProblems(bool only);

    [[nodiscard]] bool isCandidate(int row) const { return m_rows.at(row).candidate >= 0; }
    void toggle(int row);

    /// The candidates that a person ticked, none twice.
    [[nodiscard]] QList<ClusterKey> ticked() const;
    /// What was not found, as it stands in the list, none twice.
    [[nodiscard]] QStringList notFound() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// ticked() has changed by the person's hand.
    void tickedChanged();

private:
    struct Row {
        int line = 0;       ///< place in m_lines
        int candidate = -1; ///< place in its keys
    };
    void arrange(const QList<ListLine> &lines);
    [[nodiscard]] std::optional<ClusterKey> keyOf(const Row &row) const;
    [[nodiscard]] QString text(const Row &row, Column column) const;
    [[nodiscard]] QString clusterText(const ClusterKey &key, Column column) const;

    const ClusterModel &m_clusters;
    QList<ListLine> m_lines;
    QList<Row> m_rows;
    QSet<ClusterKey> m_ticked;
    bool m_onlyProblems = false;
};

} // namespace clusterdeck
