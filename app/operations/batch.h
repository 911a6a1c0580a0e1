// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/operations/itemstate.h"
#include "app/operations/operation.h"

#include <QMap>

#include <chrono>

namespace clusterdeck
{

/// Why an item is where it is, where its state alone does not say it.
enum class ItemReason {
    None,
    Refused,              ///< see error
    OperationFailed,      ///< see operationErrors
    AnswerLost,           ///< see error
    NoJobId,              ///< accepted, but the answer held no job id
    TransitionSeen,       ///< no job id known, but something is under way on the cluster
    NotCarriedOut,        ///< listed unchanged, no operation: the request did nothing
    HowIsNotKnown,        ///< read back as wanted, but no operation of ours was found
    StartedByAnotherUser, ///< the operation that was found has another owner
    Vanished,             ///< it was to be stopped or started, and is gone
    StoppedByPerson,      ///< "Stop the rest", spared, or cancelled
};

/// Readings in a row that showed the same thing.
struct Row {
    int length = 0;
    std::chrono::milliseconds first{0}; ///< Clock::awake()
    std::chrono::milliseconds last{0};

    /// One more reading: it continues the row, or breaks it.
    void add(bool shows, std::chrono::milliseconds at);
    /// At least `readings` of it, the first and the last at least `apart` apart.
    [[nodiscard]] bool spans(int readings, std::chrono::milliseconds apart) const;

    bool operator==(const Row &) const = default;
};

/// What was read back about an item since it was sent.
struct Evidence {
    bool operationSuccessful = false;
    Row asWanted;     ///< absent from complete listings; stop and start: in the wanted state
    Row vanished;     ///< absent, though it was only to be stopped or started
    Row withoutTrace; ///< listed as if nothing had been asked, and no operation in the log

    bool operator==(const Evidence &) const = default;
};

/// One cluster of a confirmed set: what was shown of it, and what has become of it.
struct BatchItem {
    ClusterKey key;
    ClusterRecord shown; ///< the facts that the person confirmed
    ItemState state = ItemState::Queued;
    ItemReason reason = ItemReason::None;
    std::optional<ApiError> error; ///< the last answer that was not the wanted one
    QString jobId;
    QString operationErrors; ///< error_codes of a failed operation, the provider's text
    QDateTime sentAt;        ///< UTC by the server's clock; invalid while unsent
    QDateTime endedAt;       ///< UTC; invalid until an end state
    std::chrono::milliseconds sentAwake{0}; ///< Clock::awake() when it was sent
    Evidence evidence;
    bool needsAttention = false; ///< Running or Unknown for more than 20 minutes
};

/// Why the unsent part of a batch waits for a person.
enum class HoldReason { None, Unauthorized, ClockSkew, RateLimited, Maintenance, Unreachable };

/// One confirmed set, frozen by id: nothing is ever added to it.
struct Batch {
    QString id; ///< a UUID
    Verb verb = Verb::Delete;
    QString account;
    QString user;          ///< usr-…, whose key signs; empty when not known
    QDateTime confirmedAt; ///< UTC
    HoldReason hold = HoldReason::None;
    QList<BatchItem> items;

    [[nodiscard]] QMap<ItemState, int> counts() const;
    [[nodiscard]] int ended() const; ///< items in an end state
    [[nodiscard]] bool isFinished() const { return ended() == items.size(); }
};

} // namespace clusterdeck
