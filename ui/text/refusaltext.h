// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/writelock.h"

namespace clusterdeck
{

/// Why nothing can be written in the data folder, and what to do about it, in one sentence or two:
/// the same in the window and in commands. `now`: UTC.
[[nodiscard]] QString refusalText(const WriteRefusal &refusal, const QDateTime &now);

/// That only the program's own lock file keeps two copies apart on the file system of that name;
/// empty without a name.
[[nodiscard]] QString withoutLocksText(const QString &fileSystem);

} // namespace clusterdeck
