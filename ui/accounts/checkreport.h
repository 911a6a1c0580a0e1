// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/checkfindings.h"

namespace clusterdeck
{

/// Address, zone and the end of the key in one line.
[[nodiscard]] QString subjectText(const ApiSettings &settings);

/// `text` without the account's secret, its key ID but for the end, and any signature: a server's
/// answer may contain them.
[[nodiscard]] QString withoutSecrets(const QString &text, const ApiSettings &settings);

/// The provider's or this program's own text about an error, without secrets; empty without one.
[[nodiscard]] QString providersWords(const CheckEvidence &evidence, const ApiSettings &settings);

/// The whole check as plain text for support, without secrets. `at` in UTC.
[[nodiscard]] QString checkReport(const QString &accountName, const ApiSettings &settings,
                                  const CheckEvidence &evidence, const QDateTime &at);

} // namespace clusterdeck
