// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountbook.h"
#include "app/operations/batch/batch.h"

namespace clusterdeck
{

/// Whether to ask the keychain for the secret. Otherwise the user has to enter it.
[[nodiscard]] bool mayBeInKeychain(const AccountEntry &entry);

/// Recent problems of an account.
struct AccountTrouble {
    std::optional<ApiError> listing; ///< the error of its last listing; nothing without one
    QList<HoldReason> holds;         ///< of its unfinished batches
};

/// Why the user must check the account's key or connection. At most one member is set.
struct KeyTrouble {
    std::optional<ApiError> error;
    HoldReason hold = HoldReason::None;

    explicit operator bool() const { return error || hold != HoldReason::None; }
};
/// The error of the listing has priority. Only errors that a connection check explains
/// (ErrorSpec::ofSettings) and the holds Unauthorized and ClockSkew count. Pure.
[[nodiscard]] KeyTrouble keyTroubleOf(const AccountTrouble &trouble);

} // namespace clusterdeck
