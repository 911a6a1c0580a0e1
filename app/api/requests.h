// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"

/// The requests of app/api/README.md before they are signed. Pure functions of an account's
/// settings.
namespace clusterdeck::requests
{

[[nodiscard]] ApiRequest page(const ApiSettings &settings, const ReadCall &call, int offset);
[[nodiscard]] ApiRequest write(const ApiSettings &settings, Verb verb,
                               const QStringList &clusterIds);
[[nodiscard]] ApiRequest modify(const ApiSettings &settings, const QString &clusterId,
                                const ClusterChange &change);

} // namespace clusterdeck::requests
