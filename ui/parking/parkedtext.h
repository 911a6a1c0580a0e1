// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationservice.h"
#include "app/parking/parking.h"
#include "app/support/privatefile.h"
#include "ui/theme/statelook.h"

namespace clusterdeck
{

/// Texts about parked clusters. Plain text.

/// "3 parked clusters are due to be deleted. Nothing happens until you confirm it."
[[nodiscard]] QString dueText(int clusters);

/// Parked clusters that were started again. `startedBy`: usr-…; empty when not known.
[[nodiscard]] QString
startedAgainText(const QList<std::pair<ParkedNow, std::optional<QString>>> &startedBy);

/// "2 Dec 2026 – due today", "… – 3 days overdue", "… – in 7 days"; "… – suspended" while it is
/// running again.
[[nodiscard]] QString dayText(const QDate &due, const QDate &today,
                              ParkedState state = ParkedState::Stopped);

/// "Parked, to be deleted on 2 Dec 2026 – in 7 days", with the note.
[[nodiscard]] QString parkedUntilText(const ParkedCluster &parked, const QDate &today);

/// Its state now, in the table's words where it is in the table. `latest`: our newest operation on
/// it, if there is one.
[[nodiscard]] StateLook lookOf(const ParkedCluster &parked, ParkedState state,
                               const std::optional<ClusterRecord> &now, const LatestItem &latest);

/// About the file of the parked clusters: it cannot be read, was kept aside, or was not written.
[[nodiscard]] QString parkingUnreadableText(const FileProblem &problem);
[[nodiscard]] QString parkingSetAsideText(const QString &path);
[[nodiscard]] QString parkingNotWrittenText(const FileProblem &problem);

} // namespace clusterdeck
