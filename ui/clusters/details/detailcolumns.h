// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"
#include "ui/widgets/recordmodel.h"

namespace clusterdeck
{

/// The tables of the details of a cluster.

[[nodiscard]] QList<RecordColumn<NodeRecord>> nodeColumns();

[[nodiscard]] QList<RecordColumn<SchedulerJobRecord>> jobColumns();

/// Of the people who can log in.
[[nodiscard]] QList<RecordColumn<LoginRecord>> userColumns();

[[nodiscard]] QList<RecordColumn<SoftwareRecord>> softwareColumns();
/// Name and version: an ID comes later, with the description.
[[nodiscard]] QString softwareText(const SoftwareRecord &software);

} // namespace clusterdeck
