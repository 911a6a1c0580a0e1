// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>

namespace clusterdeck
{

/// Compares texts by locale, with numbers ("node 9" before "node 10"), without regard to case.
[[nodiscard]] QCollator collatorForPeople();

} // namespace clusterdeck
