// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/journal.h"
#include "app/support/datakind.h"
#include "ui/reports/report.h"

class QWidget;

namespace clusterdeck
{

/// The report of a batch, running or finished: who, where, when, the outcome, every cluster with
/// its evidence, and what was shown at confirmation. `events`: from Journal::events() for this
/// batch. `now`: the time of the report, UTC.
[[nodiscard]] Report reportOfBatch(const Batch &batch, const QList<JournalEvent> &events,
                                   DataKind dataKind, const QDateTime &now);

/// Asks for a file name and writes the report there as PDF. Returns before that happens.
void saveBatchReport(const Batch &batch, const QList<JournalEvent> &events, DataKind dataKind,
                     QWidget *parent);

} // namespace clusterdeck
