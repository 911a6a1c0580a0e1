// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/export.h"
#include "app/history/timeline.h"

namespace clusterdeck
{

/// Lines of a time line for others to read, in the form of export.h: in a table a row for each
/// cluster of each line, in JSON an object for each line. Who is "this program" or "elsewhere", or
/// "perhaps this program".
[[nodiscard]] QByteArray csv(const Timeline &timeline, const QList<qsizetype> &lines,
                             const CsvOptions &options = {});
[[nodiscard]] QByteArray json(const Timeline &timeline, const QList<qsizetype> &lines,
                              bool demo = false);

/// One line of the provider's log as json() writes it.
[[nodiscard]] QJsonObject operationObject(const OperationRecord &operation);

} // namespace clusterdeck
