// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"
#include "ui/clusters/details/detailmodel.h"

namespace clusterdeck
{

/// Everything that the listing told about one cluster, a fact a row.
class OverviewModel : public DetailModel
{
    Q_OBJECT

public:
    enum { Fact, Value };

    explicit OverviewModel(QObject *parent = nullptr);

    /// Nothing: no rows. `look`: how the table shows its state.
    void setCluster(const std::optional<ClusterRecord> &record, const AccountLabel &label,
                    const StateLook &look, const QDateTime &now);

    /// One row is pasted as its value alone, several as "fact: value".
    [[nodiscard]] QString text(const QList<int> &rows) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] QString cell(int row, int column) const override;
    [[nodiscard]] std::optional<StateLook> look(int row, int column) const override;

private:
    struct Line {
        QString fact;
        QString value;
        bool isNone = false; ///< an empty value: the cloud says that there is none; else not known
        bool operator==(const Line &) const = default;
    };
    [[nodiscard]] static QList<Line> linesOf(const ClusterRecord &record, const AccountLabel &label,
                                             const StateLook &look, const QDateTime &now);

    [[nodiscard]] QString emptyText(int row) const;

    QList<Line> m_rows;
    StateLook m_look;
};

} // namespace clusterdeck
