// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clusterdeck
{

/// What a new name or description may not be. The provider publishes no limits: these are what a
/// table can show and a request can carry without doubt.
enum class NameProblem {
    None,
    Empty,            ///< nothing but spaces
    TooLong,          ///< more characters than the limit, counted as people count them
    ControlCharacter, ///< line breaks, tabs and whatever else has no shape
    Damaged,          ///< U+FFFD stands for what could not be read: it would replace that for good
};

inline constexpr int LongestName = 64;
inline constexpr int LongestDescription = 255;

[[nodiscard]] NameProblem nameProblem(const QString &name);

/// As nameProblem(), but it may be empty.
[[nodiscard]] NameProblem descriptionProblem(const QString &description);

} // namespace clusterdeck
