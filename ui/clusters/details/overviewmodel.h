// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"
#include "ui/theme/statelook.h"
#include "ui/widgets/recordmodel.h"

#include <QCoreApplication>

namespace clusterdeck
{

/// A line of the details' overview.
struct ClusterFact {
    QString fact;
    QString value; ///< empty: the cloud says that there is none; null: not known
    QIcon icon = {};
};

/// Everything that the listing told about one cluster, a fact a row.
class OverviewModel : public RecordModel<ClusterFact>
{
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::OverviewModel)

public:
    enum { Fact, Value };

    explicit OverviewModel(QObject *parent = nullptr);

    /// Nothing: no rows. `look`: how the table shows its state.
    void setCluster(const std::optional<ClusterRecord> &record, const AccountLabel &label,
                    const StateLook &look, const QDateTime &now);

    /// What is copied of rows: of one row its value alone, of several "fact: value".
    [[nodiscard]] QString copiedText(const QList<int> &rows) const;

    /// Long values may be broken anywhere.
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] static QList<ClusterFact> factsOf(const ClusterRecord &record,
                                                    const AccountLabel &label,
                                                    const StateLook &look, const QDateTime &now);
};

} // namespace clusterdeck
