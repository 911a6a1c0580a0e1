// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"
#include "ui/widgets/recordmodel.h"
#include "ui/words/statelook.h"

#include <QCoreApplication>

namespace clusterdeck
{

/// A line of the details' overview.
struct ClusterFact {
    QString fact;
    QString value; ///< empty: the cloud says that there is none; null: not known
    QIcon icon = {};
};

/// The facts of one cluster in the listing, one per row.
class OverviewModel : public RecordModel<ClusterFact>
{
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::OverviewModel)

public:
    enum { Fact, Value };

    explicit OverviewModel(QObject *parent = nullptr);

    /// `record`: nothing removes all rows. `look`: the cluster's state. `now`: UTC, for its age.
    void setCluster(const std::optional<ClusterRecord> &record, const AccountLabel &label,
                    const StateLook &look, const QDateTime &now);

    /// The copied text: the value alone for one row, "fact: value" for several.
    [[nodiscard]] QString copiedText(const QList<int> &rows) const;

    /// Long display texts may be wrapped anywhere.
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] static QList<ClusterFact> factsOf(const ClusterRecord &record,
                                                    const AccountLabel &label,
                                                    const StateLook &look, const QDateTime &now);
};

} // namespace clusterdeck
