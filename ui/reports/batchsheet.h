// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/journal.h"
#include "ui/reports/sheet.h"

class QWidget;

namespace clusterdeck
{

/// The report of a batch, under way or ended: who, where, when, how it came out, every cluster with
/// its evidence, and what was shown when it was confirmed. `events`: its story, as
/// Journal::events() tells it. `now` stands at its foot.
[[nodiscard]] Sheet batchSheet(const Batch &batch, const QList<JournalEvent> &events, bool demo,
                               const QDateTime &now);

/// Asks where the report is to go and makes a PDF of it there. `parent`: whose window it is about.
void saveBatchReport(const Batch &batch, const QList<JournalEvent> &events, bool demo,
                     QWidget *parent);

} // namespace clusterdeck
