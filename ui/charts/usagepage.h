// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/details/overview.h"
#include "ui/charts/chartspage.h"

namespace clusterdeck
{

/// Which clusters are used most, and how much of the fleet hardly anybody uses.
class UsagePage : public ChartsPage
{
    Q_OBJECT

public:
    /// `clusters` outlives the page.
    UsagePage(ClusterModel &clusters, const QStringList &pluginFolders, QWidget *parent);

protected:
    void count() override;
    [[nodiscard]] QList<QList<ChartData>> charts(const QPalette &palette) const override;

private:
    [[nodiscard]] QString sentence() const;

    ClusterModel &m_clusters;
    Usage m_use;
};

} // namespace clusterdeck
