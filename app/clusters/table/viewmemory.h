// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clusterfilter.h"

namespace clusterdeck
{

/// A saved filter.
struct NamedFilter {
    QString name;
    QString text; ///< of the filter field; empty: the filter leaves that text unchanged
    FilterCriteria criteria;

    bool operator==(const NamedFilter &) const = default;
};

/// The criteria for idle clusters: active, no jobs, older than seven days.
[[nodiscard]] FilterCriteria idleCriteria();

/// The criteria for clusters whose marks say that they have expired.
[[nodiscard]] FilterCriteria expiredCriteria();

/// Adds `filter`, or replaces the filter with the same name (without regard to case).
void keepFilter(QList<NamedFilter> &filters, const NamedFilter &filter);

/// One level of a sort order.
struct SortLevel {
    ClusterColumn column = ClusterColumn::Name;
    Qt::SortOrder order = Qt::AscendingOrder;

    bool operator==(const SortLevel &) const = default;
};

/// The state of the table's view that is saved, except the state of its header.
struct ViewMemory {
    QString text;
    FilterCriteria criteria;
    std::optional<SortLevel> second; ///< see ClusterView::sortSecond()
    QList<NamedFilter> filters;
    bool chipsHidden = false; ///< the filter chips are hidden

    bool operator==(const ViewMemory &) const = default;
};

[[nodiscard]] QByteArray toBytes(const ViewMemory &memory);
/// Safe for any bytes: invalid parts are left out.
[[nodiscard]] ViewMemory viewMemoryFrom(const QByteArray &bytes);

} // namespace clusterdeck
