// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"
#include "ui/widgets/recordmodel.h"

namespace clusterdeck
{

/// The columns of the tables with the details of a cluster.

[[nodiscard]] QList<RecordColumn<NodeRecord>> nodeColumns();

[[nodiscard]] QList<RecordColumn<SchedulerJobRecord>> jobColumns();

/// For the users who can log in to the cluster.
[[nodiscard]] QList<RecordColumn<LoginRecord>> userColumns();

[[nodiscard]] QList<RecordColumn<SoftwareRecord>> softwareColumns();
/// Name and version. They also identify the record, because its ID is only read with its
/// description.
[[nodiscard]] QString softwareText(const SoftwareRecord &software);

} // namespace clusterdeck
