// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/details/overview.h"
#include "ui/charts/chartspage.h"

namespace clusterdeck
{

/// How many clusters there are and how many nodes they have: by status, by type, by billing. Each
/// bar is a share of all, so that clusters and nodes can be held against each other.
class OverviewPage : public ChartsPage
{
    Q_OBJECT

public:
    /// `clusters` outlives the page.
    OverviewPage(ClusterModel &clusters, const QStringList &pluginFolders, QWidget *parent);

protected:
    void count() override;
    [[nodiscard]] QList<QList<ChartData>> charts(const QPalette &palette) const override;

private:
    ClusterModel &m_clusters;
    Overview m_overview;
};

} // namespace clusterdeck
