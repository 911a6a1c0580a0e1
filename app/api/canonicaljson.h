// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace clusterdeck
{

/// The bytes that Python's `json.dumps(body, sort_keys=True)` writes: the only JSON form that is
/// signed (app/api/README.md §2). Separators are ", " and ": ", keys are sorted by code point, text
/// is ASCII with lower-case \uXXXX and surrogate pairs, "/" is not escaped. Whole numbers have no
/// fraction.
[[nodiscard]] QByteArray canonicalJson(const QJsonObject &body);

} // namespace clusterdeck
