// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/details/fleet.h"
#include "ui/pictures/chartspage.h"

namespace clusterdeck
{

/// Which clusters are used most, and how much of the fleet hardly anybody uses.
class UsePage : public ChartsPage
{
    Q_OBJECT

public:
    /// `clusters` outlives the page.
    UsePage(ClusterModel &clusters, const QStringList &pluginFolders, QWidget *parent);

protected:
    void count() override;
    [[nodiscard]] QList<QList<ChartData>> charts(const QPalette &palette) const override;

private:
    [[nodiscard]] QString sentence() const;

    ClusterModel &m_clusters;
    FleetUse m_use;
};

} // namespace clusterdeck
