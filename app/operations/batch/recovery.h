// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"

namespace clusterdeck
{

/// What an item that was found unfinished in the journal becomes, before anything else happens:
/// nothing unsent is ever sent by itself, nothing sent is forgotten. Nothing: it stays as it is.
[[nodiscard]] std::optional<ItemEvent> eventAfterCrash(const BatchItem &item);

} // namespace clusterdeck
