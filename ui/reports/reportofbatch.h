// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/journal.h"
#include "ui/reports/report.h"

class QWidget;

namespace clusterdeck
{

/// The report of a batch, under way or ended: who, where, when, the outcome, every cluster with its
/// evidence, and what was shown when it was confirmed. `events`: those of Journal::events().
/// `now`: when the report is made.
[[nodiscard]] Report reportOfBatch(const Batch &batch, const QList<JournalEvent> &events, bool demo,
                                   const QDateTime &now);

/// Asks for a file name and writes the report there as PDF.
void saveBatchReport(const Batch &batch, const QList<JournalEvent> &events, bool demo,
                     QWidget *parent);

} // namespace clusterdeck
