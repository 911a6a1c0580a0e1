// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/details/overview.h"
#include "ui/charts/barchartspage.h"

namespace clusterdeck
{

/// The numbers of clusters and nodes by status, type and billing, in percent of the total, so that
/// clusters and nodes can be compared.
class OverviewPage : public BarChartsPage
{
    Q_OBJECT

public:
    /// `clusters` outlives the page.
    OverviewPage(ClusterModel &clusters, QWidget *parent);

protected:
    void count() override;
    [[nodiscard]] QList<QList<BarChart>> charts() const override;

private:
    ClusterModel &m_clusters;
    Overview m_overview;
};

} // namespace clusterdeck
