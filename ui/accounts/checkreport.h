// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/checkfindings.h"

namespace clusterdeck
{

/// Where and as whom, in one line: address, zone, the last of the key.
[[nodiscard]] QString subjectText(const ApiSettings &settings);

/// `text` without the account's secret, all but the end of its key id, and any signature: what a
/// server says may repeat them.
[[nodiscard]] QString withoutSecrets(const QString &text, const ApiSettings &settings);

/// What the provider or this program has to add about what went wrong, without secrets; empty when
/// nothing.
[[nodiscard]] QString providersWords(const CheckEvidence &evidence, const ApiSettings &settings);

/// The whole check as plain text for somebody who helps. Without secrets; `at` in UTC.
[[nodiscard]] QString checkReport(const QString &accountName, const ApiSettings &settings,
                                  const CheckEvidence &evidence, const QDateTime &at);

} // namespace clusterdeck
