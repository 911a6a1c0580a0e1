// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountbook.h"
#include "app/operations/batch/batch.h"

namespace clusterdeck
{

/// What a person has to do about an account.

/// Whether to ask the keychain for the secret. Else the person has to enter it.
[[nodiscard]] bool mayBeInKeychain(const AccountEntry &entry);

/// What went wrong with an account lately.
struct AccountTrouble {
    std::optional<ApiError> listing; ///< of its last listing
    QList<HoldReason> holds;         ///< of its batches that are not finished
};

/// Why its key or its connection needs a person: one of the two, or neither.
struct KeyTrouble {
    std::optional<ApiError> error;
    HoldReason hold = HoldReason::None;

    explicit operator bool() const { return error || hold != HoldReason::None; }
};
/// The error comes first. What passes by itself, and what is no matter of settings, is none.
[[nodiscard]] KeyTrouble keyTroubleOf(const AccountTrouble &trouble);

} // namespace clusterdeck
