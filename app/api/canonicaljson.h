// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace clusterdeck
{

/// The bytes that Python's `json.dumps(body, sort_keys=True)` writes: the only JSON form that is
/// signed (app/api/README.md §2). Separators ", " and ": ", keys sorted by code point, ASCII only
/// with lower-case \uXXXX and surrogate pairs, "/" as it is. Whole numbers are written without a
/// fraction.
[[nodiscard]] QByteArray canonicalJson(const QJsonObject &body);

} // namespace clusterdeck
