// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/datakind.h"

#include <QJsonObject>

namespace clusterdeck
{

/// JSON for exports and the clipboard: indented UTF-8. Texts are unchanged; hidden characters are
/// written as \uXXXX, so that they have no effect in a terminal or an editor. The kind of data
/// becomes a member, such as "demo": "DEMO".
[[nodiscard]] QByteArray jsonText(QJsonObject object, DataKind dataKind);

/// The same for rows: an object with a list `rows`, in which each row is an object of its texts by
/// `keys`. An empty text is null. Each row must have at least as many texts as `keys`.
[[nodiscard]] QByteArray jsonRows(const QStringList &keys, const QList<QStringList> &rows,
                                  DataKind dataKind);

/// The text, or null when it is empty.
[[nodiscard]] QJsonValue textOrNull(const QString &text);

} // namespace clusterdeck
