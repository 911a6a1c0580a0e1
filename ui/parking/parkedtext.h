// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationservice.h"
#include "app/parking/parking.h"
#include "app/support/privatefile.h"
#include "ui/words/statelook.h"

namespace clusterdeck
{

/// Texts about parked clusters. Plain text; texts from outside are cut and made visible.

/// "3 parked clusters are due to be deleted. Nothing happens until you confirm it."
[[nodiscard]] QString dueText(int clusters);

/// That parked clusters were started again. `startedBy`: the clusters, which are listed, each with
/// the user who started it; an empty text: not in the operation log; nothing: the log was not read.
[[nodiscard]] QString
startedAgainText(const QList<std::pair<ParkedNow, std::optional<QString>>> &startedBy);

/// The day in the user's format and how far it is: "… – due today", "… – 3 days overdue", "… – in 7
/// days"; "… – suspended" after the cluster was started again.
[[nodiscard]] QString dayText(const ParkedCluster &parked, const QDate &today,
                              ParkedState state = ParkedState::Stopped);

/// "Parked, to be deleted on 02/12/2026 – in 7 days", and the note on a second line.
[[nodiscard]] QString parkedUntilText(const ParkedCluster &parked, const QDate &today);

/// The current state of a parked cluster, as in the table if it is listed. `now`: its record;
/// nothing if it is not listed. `latest`: the newest operation of this run on it, if any.
[[nodiscard]] StateLook lookOf(const ParkedCluster &parked, ParkedState state,
                               const std::optional<ClusterRecord> &now, const LatestItem &latest);

/// About the file of the parked clusters: it cannot be read, was kept aside, or was not written.
[[nodiscard]] QString parkingUnreadableText(const FileProblem &problem);
[[nodiscard]] QString parkingSetAsideText(const QString &path);
[[nodiscard]] QString parkingNotWrittenText(const FileProblem &problem);

} // namespace clusterdeck
