// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clusterdeck
{

/// Why a new name or description is not accepted. The provider publishes no limits; these limits
/// fit a table and any request.
enum class NameProblem {
    None,
    Empty,            ///< nothing but spaces
    TooLong,          ///< more code points than the limit
    ControlCharacter, ///< control and format characters, line breaks, tabs
    Damaged,          ///< contains U+FFFD, which would overwrite the unreadable text for good
};

/// In code points, without spaces at the ends.
inline constexpr int LongestName = 64;
inline constexpr int LongestDescription = 255;

[[nodiscard]] NameProblem nameProblem(const QString &name);

/// As nameProblem(), but an empty text is allowed.
[[nodiscard]] NameProblem descriptionProblem(const QString &description);

} // namespace clusterdeck
