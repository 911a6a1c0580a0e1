// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clusterdeck
{

/// Whether a thread of SystemProxies still waits for the system, which may never answer. Then the
/// program must end without running the destructors of libraries: Qt's would wait too.
[[nodiscard]] bool isProxyLookupUnderWay();

} // namespace clusterdeck
