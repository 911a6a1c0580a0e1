// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/answerfields.h"
#include "app/api/records.h"
#include "app/api/result.h"

#include <QJsonObject>

/// How answers are read. Tolerant: numbers as text, lists as objects and back, misspelt names,
/// fields nested in app_cluster.
namespace clusterdeck::replies
{

/// What an HTTP answer says (app/api/README.md §4): the object when the status is 2xx, the body a
/// JSON object and its ret_code an integer 0; else the error that it proves. Bodies are read at
/// every status, and one value that is no JSON does not hide the others: see mendedAnswer(). What
/// is nested deeper than 512 or holds more than 100,000 values is not read, so
/// that neither this nor the readings below hold the window up, whatever the answer is.
[[nodiscard]] Result<QJsonObject> classify(int httpStatus, const QByteArray &body);

/// A page of what `read` lists. An answer without its list is no empty list, but an error.
[[nodiscard]] Result<AnyPage> page(Read read, const QJsonObject &answer);

/// One row of the list of clusters.
[[nodiscard]] ClusterRecord cluster(const answer::Fields &row);

/// What a write was answered. A damaged job id is none.
[[nodiscard]] Accepted accepted(const QJsonObject &answer);

} // namespace clusterdeck::replies
