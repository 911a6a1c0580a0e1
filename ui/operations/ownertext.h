// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/plan/ownernotice.h"
#include "ui/words/verbtext.h"

namespace clusterdeck
{

/// The message to an owner about a planned deletion. Plain text.

/// The subject of the message, with the day in the user's format.
[[nodiscard]] QString ownerSubject(const QDate &day);

/// The body: which clusters, when, why, and how to object; lines separated by line feeds. `day`:
/// the first day on which the clusters may be deleted, written in ISO 8601.
[[nodiscard]] QString ownerText(const Plan &plan, const OwnerNotice &notice,
                                const AccountLabels &labels, const QDate &day);

/// "usr-1 in lab (12 clusters)", for a list of owners.
[[nodiscard]] QString ownerLabel(const OwnerNotice &notice, const AccountLabels &labels);

} // namespace clusterdeck
