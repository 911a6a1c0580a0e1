// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clusterdeck
{

/// Whether a thread of SystemProxies still waits for the system, which may never answer. The
/// program must then end without the destructors of libraries: Qt's wait for the same.
[[nodiscard]] bool isProxyLookupUnderWay();

} // namespace clusterdeck
