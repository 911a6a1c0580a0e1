// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/writelock.h"

namespace clusterdeck
{

/// Why nothing can be written in the data folder, and what to do: one or two sentences, the same in
/// the window and in commands. `now`: UTC.
[[nodiscard]] QString refusalText(const WriteRefusal &refusal, const QDateTime &now);

/// A warning that the file system has no working locks, so that only the program's own lock file
/// keeps two copies apart. `fileSystem`: its name; empty: the result is empty.
[[nodiscard]] QString withoutLocksText(const QString &fileSystem);

} // namespace clusterdeck
