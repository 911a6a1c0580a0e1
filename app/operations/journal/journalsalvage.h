// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>

namespace clusterdeck
{

/// Copies every readable batch, item, event and layout of the damaged journal at `path` into
/// `into`, an empty one of the current format. The damaged file is only read, through a copy. What
/// cannot be read is left where it was; false when what could be read was not saved.
[[nodiscard]] bool salvageJournal(const QString &path, const QSqlDatabase &into);

} // namespace clusterdeck
