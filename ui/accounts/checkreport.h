// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/checkfindings.h"

namespace clusterdeck
{

/// Address, zone and the end of the key ID in one line, without secrets.
[[nodiscard]] QString subjectText(const ApiSettings &settings);

/// `text` without the account's secret, any signature, and the key ID except its last four
/// characters: a server's answer may contain them. See Redactor::redacted().
[[nodiscard]] QString withoutSecrets(const QString &text, const ApiSettings &settings);

/// What the provider said about the first request that failed, without secrets; empty when none
/// failed or the provider said nothing. See providerText().
[[nodiscard]] QString providerAnswer(const CheckEvidence &evidence, const ApiSettings &settings);

/// The whole check as plain text for support, without secrets. `at` in UTC.
[[nodiscard]] QString checkReport(const QString &accountName, const ApiSettings &settings,
                                  const CheckEvidence &evidence, const QDateTime &at);

} // namespace clusterdeck
