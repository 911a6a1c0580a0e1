// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>
#include <QVariant>

namespace clusterdeck
{

/// A text of ours in the roles in which a cell shows, says and explains it; nothing for the others.
[[nodiscard]] QVariant ownCell(int role, const QString &text);

/// The same for a text that others may have written.
[[nodiscard]] QVariant foreignCell(int role, const QString &foreign);

/// A column's name, at the left of its place.
[[nodiscard]] QVariant headerCell(int section, Qt::Orientation orientation, int role,
                                  const QStringList &names);

/// Local date and time; empty when it is not known.
[[nodiscard]] QString dateTimeOrNothing(const QDateTime &time);

} // namespace clusterdeck
