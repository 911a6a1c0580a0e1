// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"

/// The calls of app/api/README.md in words, before they are signed: pure functions of an account's
/// settings.
namespace clusterdeck::requests
{

[[nodiscard]] ApiRequest page(const ApiSettings &settings, const ReadCall &call, int offset);
[[nodiscard]] ApiRequest write(const ApiSettings &settings, Verb verb,
                               const QStringList &clusterIds);
[[nodiscard]] ApiRequest modify(const ApiSettings &settings, const QString &clusterId,
                                const QString &name, const QString &description);

} // namespace clusterdeck::requests
