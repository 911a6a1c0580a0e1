// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/details/overview.h"
#include "ui/charts/barchart.h"

namespace clusterdeck
{

// How numbers of clusters and nodes are written and drawn.

/// "12 clusters".
[[nodiscard]] QString clustersText(int clusters);

/// "340 nodes"; "at least 340 nodes" when some are not known; "an unknown number of nodes" when
/// none is.
[[nodiscard]] QString nodesText(const NodeCount &count);

/// The number alone, for a cell or a bar: "340", "≥ 340", "–".
[[nodiscard]] QString nodesCell(const NodeCount &count);

/// Some of the clusters, with a name for display (see shownLine()).
struct NamedCount {
    QString name;
    NodeCount count;
};

/// A bar of clusters and one of nodes for each of `counts`, in percent of `all`, labelled with the
/// numbers.
[[nodiscard]] BarChart percentageChart(const QString &title, const QList<NamedCount> &counts,
                                       const NodeCount &all);

/// The cells of a table row: clusters, their percentage, nodes, their percentage, clusters with an
/// unknown number of nodes.
[[nodiscard]] QStringList percentageCells(const NodeCount &count, const NodeCount &all);

} // namespace clusterdeck
