// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clusterfilter.h"

namespace clusterdeck
{

/// A filter under a name.
struct NamedFilter {
    QString name;
    QString text; ///< as typed; empty: it leaves what is typed as it is
    FilterCriteria criteria;

    bool operator==(const NamedFilter &) const = default;
};

/// What lies idle: active, no jobs, older than seven days. Its name is the window's business.
[[nodiscard]] FilterCriteria idleCriteria();

/// Puts `filter` among `filters`, in the place of one of the same name, else at the end.
void keepFilter(QList<NamedFilter> &filters, const NamedFilter &filter);

/// One level of an order.
struct SortLevel {
    ClusterColumn column = ClusterColumn::Name;
    Qt::SortOrder order = Qt::AscendingOrder;

    bool operator==(const SortLevel &) const = default;
};

/// What a table's look is made of, but for what its header keeps: to be written down and found
/// again.
struct ViewMemory {
    QString text;
    FilterCriteria criteria;
    std::optional<SortLevel> second; ///< what decides among rows that are equal by the first
    QList<NamedFilter> filters;
    bool chipsHidden = false;

    bool operator==(const ViewMemory &) const = default;
};

[[nodiscard]] QByteArray toBytes(const ViewMemory &memory);
/// Whatever the bytes hold: what cannot be understood is left out.
[[nodiscard]] ViewMemory viewMemoryFrom(const QByteArray &bytes);

} // namespace clusterdeck
