// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/journalconnection.h"

#include <optional>
#include <stop_token>

namespace clusterdeck
{

/// The path of the new journal that makeReplacement() creates for `path`.
[[nodiscard]] QString replacementOf(const QString &path);

/// Creates a new journal beside the damaged one at `path` and copies every readable row into it.
/// Returns nothing when the new file is complete and closed, else why the rows could not be saved.
/// The damaged file is not changed: a copy of it is read. Thread-safe; after a stop request it soon
/// returns an error.
[[nodiscard]] std::optional<JournalTrouble>
makeReplacement(const QString &path, const JournalPlace &place, const std::stop_token &stop = {});

} // namespace clusterdeck
