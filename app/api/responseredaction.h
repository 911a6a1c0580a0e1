// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/result.h"
#include "app/support/redaction.h"

#include <QJsonObject>

namespace clusterdeck
{

/// Removes from an answer what its request must not show again: the key `id` and `secret`, and the
/// signature in `query` (as signedQuery() returns it).
[[nodiscard]] Redactor redactorFor(const QString &id, const QString &secret,
                                   const QByteArray &query);

/// The answer without keys, so that it may be stored and shown. The texts of an error are redacted
/// completely. From the texts of a successful answer only what `keys` guards is removed: names and
/// descriptions are sent back to the cloud when a cluster is renamed. `raw`: the bytes of the
/// answer.
[[nodiscard]] Result<QJsonObject> withoutKeys(Result<QJsonObject> answer, const QByteArray &raw,
                                              const Redactor &keys);

} // namespace clusterdeck
