// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"

#include <QMap>

namespace clusterdeck
{

// Which clusters of a batch go together in one request, and what an answer says about them. Pure.
//
// A request for several clusters gets one answer. When it is a refusal nobody knows which of them
// it is about, so all of them wait: each is read back first, in the operation log and in a
// complete listing, since a service may have carried out a part before it refused. What is found
// untouched goes again in halves, until whatever is refused stands alone, with a refusal of its
// own. What is found otherwise never goes again: it is reconciled like a lost answer.

/// Refusals one after the other that make a batch wait for a person. Only a cluster that stood
/// alone counts, since only then is it known who was refused: a refused group counts nothing, and
/// breaks no row either. What was accepted, alone or together, ends the row.
inline constexpr int RefusalsInARow = 3;

/// What was refused together and waits for its halves, as indexes into Batch::items, in the order
/// in which they are to go.
using RetryGroups = QList<QList<int>>;

/// What the next request is to hold.
struct TakeLimits {
    int together = 1;         ///< clusters a request, at least 1
    int firstFresh = 0;       ///< before this index nothing waits for its first turn
    bool freshAllowed = true; ///< false: what was refused together goes first, while there is any
};

/// The items of the next request, empty when none can go now. A retry group goes before what is
/// fresh, and never mixed with anything else; what has left the queue meanwhile is left out of it,
/// and what is taken leaves `retryGroups`. A retry group with an item that awaits its readback
/// waits.
[[nodiscard]] QList<int> nextGroup(const QList<BatchItem> &items, RetryGroups &retryGroups,
                                   const TakeLimits &limits);

/// The halves of what was refused together, the larger first. One alone has none.
[[nodiscard]] RetryGroups halvesOf(const QList<int> &items);

/// Whether groups that were never sent may go on, after so many refused requests (groups or single
/// ones) since the last one that was accepted. When everything is refused the halves must tell why
/// before more is asked for.
[[nodiscard]] bool mayBeginFresh(int refusedRequests);

/// Answers lost one after the other that make a batch wait for a person: something on the way loses
/// them all, and every further request would be one more of which nobody knows what became of it.
inline constexpr int LostInARow = 3;

/// Which requests of a batch were answered, in the order in which they were sent. A request counts
/// once, whatever number of clusters it named.
class LostAnswers
{
public:
    /// The answer to the request with this number is there, or lost. Returns how many lost ones in
    /// a row this one is part of. What is still on its way breaks no row; any answer does, a
    /// refusal too.
    int ended(int request, bool lost);
    /// Requests before this number count no more.
    void beginAfter(int request);

private:
    QMap<int, bool> m_ended; ///< by number: lost
    int m_first = 0;
};

/// What follows from an answer that was not the wanted one, for every cluster of the request.
struct Consequence {
    ItemEvent event = ItemEvent::AnswerLost;
    ItemReason reason = ItemReason::AnswerLost;
    HoldReason hold = HoldReason::None;
    bool counts = false; ///< in the row of RefusalsInARow

    bool operator==(const Consequence &) const = default;
};
[[nodiscard]] Consequence consequenceOf(const ApiError &error, Verb verb, int together);

struct Observation;

/// What the readings after a refusal say about one item that awaits its readback.
enum class AfterRefusal {
    LookAgain, ///< nothing yet
    Untouched, ///< listed as before, nothing under way, no operation of this kind since the request
    Touched,   ///< anything else
};
/// `evidence`: of the readings since the refusal, `observation` collected. One reading is enough
/// when the log is known to be up to date. Else it may show later what was done: then it takes as
/// long as to believe a refusal of one alone, see TimeWithoutTrace.
[[nodiscard]] AfterRefusal afterRefusal(const Observation &observation, const Evidence &evidence);

} // namespace clusterdeck
