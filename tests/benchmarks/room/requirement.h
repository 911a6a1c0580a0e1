// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clusterdeck
{

/// Ends the program: what was measured would not mean what it says.
[[noreturn]] void giveUp(const QString &why);
/// The same unless `holds`.
void require(bool holds, const char *what);

} // namespace clusterdeck
