// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batchrunner.h"

#include <functional>

namespace clusterdeck
{

/// Actions for a batch that the activity pane offers and the window carries out.
struct BatchCommands {
    std::function<void(BatchRunner *)> showTimeline;
    /// Begins the batch's verb again, with confirmation and its reason, for exactly those of its
    /// clusters that failed.
    std::function<void(const Batch &)> retry;
    std::function<void(const Batch &)> saveReport;
};

} // namespace clusterdeck
