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

/// How the last listing of an open account ended.
struct ListingOutcome {
    std::optional<ApiError> error; ///< nothing when no exchange failed
    bool isComplete = true;        ///< false: the list changed while it was read, or `error` is set
};

/// An account whose clusters could not be read completely.
struct UnreadAccount {
    int account = 0;          ///< its position among the open accounts
    bool reasonShown = false; ///< a message bar or the page in place of the table has the reason

    bool operator==(const UnreadAccount &) const = default;
};

/// What the status line says about the accounts that could not be read completely.
struct UnreadAccounts {
    static constexpr int MostNamed = 3;

    QList<UnreadAccount> all;
    int named = 0; ///< so many of them, the first ones, are named: all up to MostNamed, else one
};
/// `hasClusters`: whether any clusters are listed; otherwise the page in place of the table has the
/// errors of all listings. Pure.
[[nodiscard]] UnreadAccounts unreadAccounts(const QList<ListingOutcome> &outcomes,
                                            bool hasClusters);

/// The account whose connection is checked when the user names none: the first that could not be
/// listed, or else the first; empty without an account. `failed`: could not be listed. Pure.
[[nodiscard]] QString accountToCheck(const QStringList &accounts, const QSet<QString> &failed);

} // namespace clusterdeck
