// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batchrunner.h"

#include <functional>

namespace clusterdeck
{

/// Actions for a batch that the activity pane offers and the window carries out.
struct BatchCommands {
    std::function<void(BatchRunner *)> showTimeline;
    /// Begins the same verb again, with confirmation, for exactly these clusters, which failed.
    std::function<void(Verb, const QList<ClusterKey> &)> retry;
    std::function<void(const Batch &)> saveReport;
};

} // namespace clusterdeck
