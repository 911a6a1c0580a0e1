// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/details/detailsection.h"

#include <QString>

namespace clusterdeck
{

/// What the details pane says about a section: decided by its status alone.

/// Stands where the rows would be, while there are none.
struct DetailMessage {
    QString title;
    QString text;
    QString button;      ///< what can be done about it; empty: nothing
    bool anyway = false; ///< the button reads in spite of the quota
};
[[nodiscard]] DetailMessage messageFor(DetailSection section, const SectionStatus &status);

/// The line below the rows: how old they are, how many of how many, and why there are no newer
/// ones.
[[nodiscard]] QString footText(const SectionStatus &status, int shown);

/// The same for a cluster's software, which came with the listing of `listed`; `offered` is the
/// reading of what explains it.
[[nodiscard]] QString softwareFootText(const SectionStatus &offered, const QDateTime &listed,
                                       int shown);

/// Empty: not known.
[[nodiscard]] QString numberOrNothing(const std::optional<int> &number);

/// "nodes", for the keys of an export; the same in every language.
[[nodiscard]] QString sectionWord(DetailSection section);

} // namespace clusterdeck
