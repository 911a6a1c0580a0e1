// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountbook.h"
#include "app/operations/batch/batch.h"

namespace clusterdeck
{

/// Why an account needs the user's attention.

/// Whether to ask the keychain for the secret. Otherwise the user has to enter it.
[[nodiscard]] bool mayBeInKeychain(const AccountEntry &entry);

/// Recent problems of an account.
struct AccountTrouble {
    std::optional<ApiError> listing; ///< of its last listing
    QList<HoldReason> holds;         ///< of its batches that are not finished
};

/// Why the account's key or connection needs the user: one of the two reasons, or neither.
struct KeyTrouble {
    std::optional<ApiError> error;
    HoldReason hold = HoldReason::None;

    explicit operator bool() const { return error || hold != HoldReason::None; }
};
/// The error has priority. Errors that pass without the user, or that settings cannot solve, do not
/// count.
[[nodiscard]] KeyTrouble keyTroubleOf(const AccountTrouble &trouble);

} // namespace clusterdeck
