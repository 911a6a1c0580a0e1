// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/pastedlist/listmatching.h"
#include "app/clusters/table/clustermodel.h"
#include "ui/widgets/recordmodel.h"

#include <QSet>

namespace clusterdeck
{

/// An entry of a pasted list, or one of its candidates.
struct ListMatchRow {
    int line = 0;       ///< index in setLines()
    int candidate = -1; ///< index in ListLine::keys; -1: the entry itself

    [[nodiscard]] bool isCandidate() const { return candidate >= 0; }
};

/// The matches of a pasted list, a row for each entry; below an ambiguous or doubtful entry a row
/// with a check box for each candidate. Blank lines have no row.
class ListMatchModel : public RecordModel<ListMatchRow, std::pair<int, int>>
{
    Q_OBJECT

public:
    /// `clusters` outlives the model.
    explicit ListMatchModel(const ClusterModel &clusters, QObject *parent = nullptr);

    /// Ticked clusters stay ticked as long as they are candidates.
    void setLines(const QList<ListLine> &lines);
    /// True: shows only entries that were not found, and ambiguous or doubtful ones with their
    /// candidates.
    void setOnlyProblems(bool only);

    [[nodiscard]] bool isCandidate(int row) const { return at(row).isCandidate(); }
    /// Ticks the candidates in these rows, or unticks them if all are ticked. Other rows of them
    /// are not changed.
    void toggle(const QList<int> &rows);

    /// The candidates that the user ticked, without duplicates.
    [[nodiscard]] QList<ClusterKey> ticked() const;
    /// The entries that were not found, as in the list, without duplicates.
    [[nodiscard]] QStringList notFound() const;

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// The user changed ticked().
    void tickedChanged();

private:
    using Row = ListMatchRow;
    void showTicked();
    void arrange(const QList<ListLine> &lines);
    [[nodiscard]] const ListLine &lineOf(const Row &row) const;
    [[nodiscard]] std::optional<ClusterKey> keyOf(const Row &row) const;
    [[nodiscard]] QString nameText(const Row &row) const;

    const ClusterModel &m_clusters;
    QList<ListLine> m_lines;
    QSet<ClusterKey> m_ticked;
    bool m_onlyProblems = false;
};

} // namespace clusterdeck
