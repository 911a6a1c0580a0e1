// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/result.h"
#include "app/support/redaction.h"

#include <QJsonObject>

namespace clusterdeck
{

/// A Redactor for the answer to one request. It removes the key `id` and `secret`, and the
/// signature in `query` (from signedQuery()), which the answer may repeat.
[[nodiscard]] Redactor redactorFor(const QString &id, const QString &secret,
                                   const QByteArray &query);

/// The answer without keys, so that it may be stored and shown. The texts of an error are redacted
/// completely. From the texts of a successful answer only the secrets of `keys` are removed: names
/// and descriptions must stay unchanged, since they are sent back when a cluster is renamed. `raw`:
/// the bytes of the answer.
[[nodiscard]] Result<QJsonObject> withoutKeys(Result<QJsonObject> answer, const QByteArray &raw,
                                              const Redactor &keys);

} // namespace clusterdeck
