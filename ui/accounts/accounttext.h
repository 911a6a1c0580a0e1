// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountbook.h"
#include "app/accounts/accountform.h"

#include <QString>

namespace clusterdeck
{

/// Accounts, keys and the keychain in words. All results are plain text; none holds a secret.

[[nodiscard]] QString fieldLabel(AccountField field);
/// What belongs into it, and where a person finds that.
[[nodiscard]] QString fieldHelp(AccountField field);
/// What is wrong with it and what to do; empty for None.
[[nodiscard]] QString fieldProblemText(AccountField field, FieldProblem problem);

/// One or two words for the list of accounts.
[[nodiscard]] QString statusText(const AccountEntry &entry);
/// Why the secret of an account could not be had, and what to do.
[[nodiscard]] QString secretTroubleText(const QString &account, SecretOutcome outcome);
/// Why the secret could not be put into the keychain, and what to do.
[[nodiscard]] QString notKeptText(SecretOutcome outcome);
/// Why the secret could not be taken out of the keychain, and what to do.
[[nodiscard]] QString notRemovedText(SecretOutcome outcome);
/// What happens to a secret without a keychain.
[[nodiscard]] QString sessionOnlyText();
/// An account waits for the keychain's own window.
[[nodiscard]] QString waitsForKeychainText(const QString &account);

/// What hindered a change; empty when it was done. Of the keychain's part see above.
[[nodiscard]] QString changeText(const AccountChange &change);
/// What is wrong with the file of accounts; empty when nothing is.
[[nodiscard]] QString storeTroubleText(const AccountStore &store);
/// That others could change the saved accounts until now.
[[nodiscard]] QString storeWasOpenText(const AccountStore &store);
/// That others can change a CA file.
[[nodiscard]] QString caFileOpenText(const QString &path);

} // namespace clusterdeck
