// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/details/overview.h"
#include "ui/charts/barchartspage.h"

namespace clusterdeck
{

/// The clusters with the most CPU hours and their jobs, and the numbers of idle and of least used
/// clusters.
class UsagePage : public BarChartsPage
{
    Q_OBJECT

public:
    /// `clusters` outlives the page.
    UsagePage(ClusterModel &clusters, QWidget *parent);

protected:
    void count() override;
    [[nodiscard]] QList<QList<BarChart>> charts() const override;

private:
    [[nodiscard]] QString sentence() const;

    ClusterModel &m_clusters;
    Usage m_usage;
};

} // namespace clusterdeck
