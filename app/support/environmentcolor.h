// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clusterdeck
{

/// The colour by which a person tells production from a test at a glance. It never stands alone:
/// the environment's label is beside it.
enum class EnvironmentColor { None, Red, Orange, Green, Blue, Purple };

} // namespace clusterdeck
