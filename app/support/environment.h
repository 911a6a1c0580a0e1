// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace clusterdeck
{

/// Variables by name.
using Environment = QMap<QString, QString>;

/// The environment that this process was started with. The first call takes out of it what holds a
/// secret, so that no child inherits it and nobody reads it in /proc: make it in main(), before
/// there is a thread.
[[nodiscard]] const Environment &startEnvironment();

} // namespace clusterdeck
