// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"

/// The calls of app/api/README.md in words, before they are signed: pure functions of an account's
/// settings.
namespace clusterdeck::requests
{

[[nodiscard]] ApiRequest clusters(const ApiSettings &settings, int offset);
[[nodiscard]] ApiRequest operations(const ApiSettings &settings, const OperationQuery &query);
[[nodiscard]] ApiRequest nodes(const ApiSettings &settings, const QString &clusterId, int offset);
[[nodiscard]] ApiRequest schedulerJobs(const ApiSettings &settings, const QString &clusterId,
                                       const QString &status, int offset);
[[nodiscard]] ApiRequest logins(const ApiSettings &settings, const QString &clusterId, int offset);
[[nodiscard]] ApiRequest software(const ApiSettings &settings, int offset);
[[nodiscard]] ApiRequest write(const ApiSettings &settings, Verb verb,
                               const QStringList &clusterIds);
[[nodiscard]] ApiRequest modify(const ApiSettings &settings, const QString &clusterId,
                                const QString &name, const QString &description);

} // namespace clusterdeck::requests
