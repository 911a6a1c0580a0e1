// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace clusterdeck
{

/// An object for a program to read, as exports and the clipboard hold it: indented UTF-8. Its texts
/// are exact; hidden characters are in it as \uXXXX, so that a terminal or an editor does not obey
/// them. `demo`: with a member that says that none of it was real.
[[nodiscard]] QByteArray jsonText(QJsonObject object, bool demo);

/// The same for rows: an object with a list `rows`, in which each row is an object of its texts by
/// `keys`. An empty text is null.
[[nodiscard]] QByteArray jsonRows(const QStringList &keys, const QList<QStringList> &rows,
                                  bool demo);

/// null when it is empty.
[[nodiscard]] QJsonValue textOrNull(const QString &text);

} // namespace clusterdeck
