// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clusterdeck
{

/// The colour that distinguishes production from test environments. Always shown together with the
/// environment's label.
enum class EnvironmentColor { None, Red, Orange, Green, Blue, Purple };

} // namespace clusterdeck
