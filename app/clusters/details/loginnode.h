// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"

namespace clusterdeck
{

/// "ssh 192.0.2.7": the login node's public address, otherwise its private one. Empty when there is
/// no login node with an IP address: any other text of the cloud could be an option of ssh or shell
/// syntax.
[[nodiscard]] QString sshCommand(const QList<NodeRecord> &nodes);

} // namespace clusterdeck
