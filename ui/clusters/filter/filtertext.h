// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/viewmemory.h"

namespace clusterdeck
{

/// A value of a field as the table shows it, in one line.
[[nodiscard]] QString choiceText(FilterField field, const QString &value,
                                 const ClusterModel &clusters);

[[nodiscard]] QString fieldText(FilterField field);
[[nodiscard]] QString noJobsText();
[[nodiscard]] QString ageLimitText(int days);
[[nodiscard]] QString unusedLimitText(int days);
/// With a mnemonic, for a menu.
[[nodiscard]] QString flagText(FilterFlag flag, bool is);

/// Each criterion in a few words: "Status: Active or Stopped", "No jobs", "Older than 90 days".
[[nodiscard]] QStringList criteriaTexts(const FilterCriteria &criteria,
                                        const ClusterModel &clusters);

/// The whole filter in one line: "“usr-a” · Status: Active · No jobs".
[[nodiscard]] QString filterText(const NamedFilter &filter, const ClusterModel &clusters);

/// The built-in filters, with their names in the program's language.
[[nodiscard]] QList<NamedFilter> builtInFilters();
/// The filter of this name, without regard to case: a built-in one, one of `saved`, or a built-in
/// one by its English name, which a script can use in every language.
[[nodiscard]] std::optional<NamedFilter> filterNamed(const QString &name,
                                                     const QList<NamedFilter> &saved);

/// "37 of 2,000 shown".
[[nodiscard]] QString shownText(int shown, int all);

/// The question before an operation on clusters that a filter hides.
[[nodiscard]] QString hiddenQuestion(int hidden);
/// Shown while the table shows selected clusters only.
[[nodiscard]] QString onlySelectedText(int shown);

} // namespace clusterdeck
