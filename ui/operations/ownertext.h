// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/plan/ownernotice.h"
#include "ui/operations/verbtext.h"

namespace clusterdeck
{

/// The message to an owner about a planned deletion. Plain text.

/// "Clusters to be deleted on 2026-12-15".
[[nodiscard]] QString ownerSubject(const QDate &day);

/// Which clusters, when, why, and how to object: lines, separated by line feeds. `day`: the first
/// on which they may be deleted.
[[nodiscard]] QString ownerText(const Plan &plan, const OwnerNotice &notice,
                                const AccountLabels &labels, const QDate &day);

/// "usr-1 in lab (12 clusters)", to choose from.
[[nodiscard]] QString ownerLabel(const OwnerNotice &notice, const AccountLabels &labels);

} // namespace clusterdeck
