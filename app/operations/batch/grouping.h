// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"

#include <QMap>

namespace clusterdeck
{

// Decides which clusters of a batch go into one request, and what an answer means for them. Pure.
//
// A request for several clusters gets one answer. A refusal does not say which of them it is about,
// and the service may have carried out a part before it refused. So each of them is read back
// first, in the operation log and in a listing. Items found untouched are sent again in halves,
// until the refused ones are in requests of their own. All others are never sent again: they are
// reconciled as after a lost answer.

/// The batch is held after this many consecutive refusals with ErrorKind::Forbidden. Only requests
/// for a single cluster count, because only then it is known which cluster was refused; a refused
/// group neither counts nor resets the count. An accepted request and a refusal of another kind
/// reset it.
inline constexpr int RefusalsInARow = 3;

/// Groups of items that were refused together and are sent again, as indexes into Batch::items, in
/// the order of sending.
using RetryGroups = QList<QList<int>>;

/// Limits for the choice of the next request.
struct TakeLimits {
    int together = 1;         ///< most clusters in a request, at least 1
    int firstFresh = 0;       ///< no item before this index waits for its first request
    bool freshAllowed = true; ///< false: only retry groups, while there are any
};

/// The items of the next request; empty when none can be sent now. Retry groups go before items
/// that were never sent, and are not mixed with them. Items that were cancelled meanwhile leave
/// their group, and chosen items leave `retryGroups`. A group with an item in AwaitingReadback
/// waits.
[[nodiscard]] QList<int> nextGroup(const QList<BatchItem> &items, RetryGroups &retryGroups,
                                   const TakeLimits &limits);

/// Halves a refused group, the larger half first. Empty for a single item.
[[nodiscard]] RetryGroups halvesOf(const QList<int> &items);

/// Whether items that were never sent may be sent. `refusedRequests`: the number of refused
/// requests (for groups and single clusters) since the last accepted one. When everything is
/// refused, the retried halves must first show which clusters are the cause.
[[nodiscard]] bool mayBeginFresh(int refusedRequests);

/// The batch is held after this many consecutive lost answers: the connection seems to lose all
/// answers, and each further request would add items with an unknown outcome.
inline constexpr int LostInARow = 3;

/// Counts consecutive lost answers, in the order in which the requests were sent. A request counts
/// once, however many clusters it named.
class LostAnswers
{
public:
    /// Call when the request with this number was answered, or its answer was `lost`. Returns the
    /// length of the run of lost answers that includes it. A request in flight does not interrupt a
    /// run; any answer does, also a refusal.
    int ended(int request, bool lost);
    /// Forgets the requests before this number.
    void beginAfter(int request);

private:
    QMap<int, bool> m_ended; ///< by number: lost
    int m_first = 0;
};

/// The effect of an answer that is an error on every cluster of the request.
struct Consequence {
    ItemEvent event = ItemEvent::AnswerLost;
    ItemReason reason = ItemReason::AnswerLost;
    HoldReason hold = HoldReason::None;
    bool counts = false; ///< towards RefusalsInARow

    bool operator==(const Consequence &) const = default;
};
/// `together`: the number of clusters in the request.
[[nodiscard]] Consequence consequenceOf(const ApiError &error, Verb verb, int together);

struct Observation;

/// What the readings after a refusal show about an item in AwaitingReadback.
enum class AfterRefusal {
    LookAgain, ///< not decided yet
    Untouched, ///< listed as before, not in transition, no operation of this kind since the request
    Touched,   ///< anything else
};
/// `evidence`: of the readings since the refusal, including `observation`. One reading is enough
/// when the log is known to be up to date. A log that may lag can show an operation later: then the
/// decision takes as long as for a single refused cluster, see TimeWithoutTrace.
[[nodiscard]] AfterRefusal afterRefusal(const Observation &observation, const Evidence &evidence);

} // namespace clusterdeck
