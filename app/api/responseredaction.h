// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/result.h"
#include "app/support/redaction.h"

#include <QJsonObject>

namespace clusterdeck
{

/// What a request must not find again in its answer: `id` and `secret` that signed, and the
/// signature in `query`, as signedQuery() makes it.
[[nodiscard]] Redactor redactorFor(const QString &id, const QString &secret,
                                   const QByteArray &query);

/// The answer as anybody may keep and show it. Of a failure the texts are redacted in full. Of a
/// good answer the text values lose what `keys` guards and nothing else: names and descriptions go
/// back to the cloud when a cluster is renamed. `raw` are the bytes that `answer` was read from.
[[nodiscard]] Result<QJsonObject> withoutKeys(Result<QJsonObject> answer, const QByteArray &raw,
                                              const Redactor &keys);

} // namespace clusterdeck
