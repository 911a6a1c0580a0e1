// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/details/overview.h"
#include "ui/charts/charts.h"

class QPalette;

namespace clusterdeck
{

/// Some of all clusters, with a name that is ready to be shown.
struct Share {
    QString name;
    NodeCount count;
};

/// For each share a bar of clusters and one of nodes, in hundredths of `all`, with the numbers
/// behind them.
[[nodiscard]] ChartData shareChart(const QString &title, const QList<Share> &shares,
                                   const NodeCount &all, const QPalette &palette);

/// The same in a table: clusters, their share, nodes, their share, clusters with unknown nodes.
[[nodiscard]] QStringList cellsOf(const NodeCount &count, const NodeCount &all);

} // namespace clusterdeck
