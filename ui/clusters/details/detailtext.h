// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/details/detailsection.h"

#include <QString>

namespace clusterdeck
{

/// The texts of the details pane about a section. They depend on its status alone.

/// The message in place of rows while there are none.
struct DetailMessage {
    QString title;
    QString text;
    QString button;      ///< its text; empty: there is none
    bool anyway = false; ///< the button reads in spite of the quota
};
[[nodiscard]] DetailMessage messageFor(DetailSection section, const SectionStatus &status);

/// The lines below the rows: the time of reading, the number of rows shown and in total, and why
/// there are no newer rows. Empty when nothing is known.
[[nodiscard]] QString footText(const SectionStatus &status, int shown);

/// The same for a cluster's software. Its names came with the listing of `listed`; `offered` is the
/// status of their descriptions.
[[nodiscard]] QString softwareFootText(const SectionStatus &offered, const QDateTime &listed,
                                       int shown);

/// The number for display; empty when it is not known.
[[nodiscard]] QString numberOrNothing(const std::optional<int> &number);

/// A section's key in exports, such as "nodes"; the same in every language.
[[nodiscard]] QString sectionWord(DetailSection section);

} // namespace clusterdeck
