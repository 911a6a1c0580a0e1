// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/journalconnection.h"

#include <optional>
#include <stop_token>

namespace clusterdeck
{

/// Where makeReplacement() makes the new journal that takes the place of `path`.
[[nodiscard]] QString replacementOf(const QString &path);

/// Makes a new journal beside the damaged one at `path` and copies every readable batch, item,
/// event and layout into it. It is whole and closed when this returns nothing; else the trouble is
/// why what is readable could not be saved. The damaged file is only read, through a copy; what
/// cannot be read stays where it was. Runs on any thread; after a request to stop it ends soon,
/// with a trouble.
[[nodiscard]] std::optional<JournalTrouble>
makeReplacement(const QString &path, const JournalPlace &place, const std::stop_token &stop = {});

} // namespace clusterdeck
