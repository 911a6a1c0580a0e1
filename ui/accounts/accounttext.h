// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountbook.h"
#include "app/accounts/accountform.h"

#include <QString>

namespace clusterdeck
{

/// Accounts, keys and the keychain in words. All results are plain text; none holds a secret.

/// With a mnemonic.
[[nodiscard]] QString fieldLabel(AccountField field);
/// What to enter, and where to find it.
[[nodiscard]] QString fieldHelp(AccountField field);
/// The problem and its solution; empty for None.
[[nodiscard]] QString fieldProblemText(AccountField field, FieldProblem problem);

/// The account's state in a few words, for the list of accounts.
[[nodiscard]] QString statusText(const AccountEntry &entry);
/// Why an account has no secret, and what to do. `outcome`: see AccountEntry::trouble.
[[nodiscard]] QString secretTroubleText(const QString &account, SecretOutcome outcome);
/// Why the secret could not be saved in the keychain, and what to do; empty for Done.
[[nodiscard]] QString notKeptText(SecretOutcome outcome);
/// Why the secret could not be removed from the keychain, and what to do; empty for Done and
/// NotFound.
[[nodiscard]] QString notRemovedText(SecretOutcome outcome);
/// Where a secret is kept: in the keychain, or in memory for this session.
[[nodiscard]] QString rememberText(bool remember);
/// What to do while the keychain does not answer.
[[nodiscard]] QString keychainSlowText();
/// Says that an account waits until the keychain is unlocked.
[[nodiscard]] QString waitsForKeychainText(const QString &account);

/// Why a change was not made; for StillLocked why the old secret was not removed; empty for Done.
[[nodiscard]] QString changeText(const AccountChange &change);
/// The problem of the accounts file; empty without a problem.
[[nodiscard]] QString storeTroubleText(const AccountStore &store);
/// Says that other users could change the saved accounts until now.
[[nodiscard]] QString storeWasOpenText(const AccountStore &store);
/// Says that other users can change a CA file.
[[nodiscard]] QString caFileOpenText(const QString &path);

} // namespace clusterdeck
