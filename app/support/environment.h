// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace clusterdeck
{

/// Variables by name.
using Environment = QMap<QString, QString>;

/// The environment that this process was started with. The first call removes secrets from the
/// process's environment, so that child processes do not inherit them and /proc does not show them.
/// Call it in main(), before any thread starts.
[[nodiscard]] const Environment &startEnvironment();

} // namespace clusterdeck
