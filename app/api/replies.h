// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/answerfields.h"
#include "app/api/records.h"
#include "app/api/result.h"

#include <QJsonObject>

/// Reads whole answers, in every form that app/api/answerfields.h accepts.
namespace clusterdeck::replies
{

/// The result of an HTTP answer (app/api/README.md §4): the object when the status is 2xx, the body
/// is a JSON object and ret_code is the integer 0; otherwise the error that the answer proves. The
/// body is read at every status except 3xx, which is Redirected. Values that are not valid JSON do
/// not make the other values unreadable: see repairedAnswer(). An answer that is nested deeper than
/// MaxAnswerDepth or has more than MaxAnswerValues is not read, so that reading never blocks the
/// window.
[[nodiscard]] Result<QJsonObject> classify(int httpStatus, const QByteArray &body);

/// A page of the list that `read` asks for. An answer without its list is an error, not an empty
/// page, unless total_count is 0.
[[nodiscard]] Result<AnyPage> page(Read read, const QJsonObject &answer);

/// One row of the list of clusters. The id is empty if the row has none.
[[nodiscard]] ClusterRecord cluster(const answer::Fields &row);

/// The answer to a write. If one of its job ids is damaged, none is read.
[[nodiscard]] Accepted accepted(const QJsonObject &answer);

} // namespace clusterdeck::replies
