// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batchrunner.h"

#include <functional>

namespace clusterdeck
{

/// Actions for a batch that the activity pane offers and the window carries out.
struct BatchCommands {
    std::function<void(BatchRunner *)> showTimeline;
    /// The same verb once more for exactly these, which failed.
    std::function<void(Verb, const QList<ClusterKey> &)> retry;
    std::function<void(const Batch &)> saveReport;
};

} // namespace clusterdeck
