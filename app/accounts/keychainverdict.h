// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/secretstore.h"

namespace clusterdeck
{

/// What QtKeychain said.
enum class KeychainWord { Fine, NoEntry, Refused, NoBackend, Broken };

/// What the Secret Service itself holds under a key.
enum class KeychainEntry {
    Nothing,
    Locked,
    Open,
    NoService, ///< nobody offers the Secret Service: the keychain is another one, or gone
    NoAnswer,
};

/// What is known when a keychain job is over.
struct KeychainFacts {
    KeychainWord word = KeychainWord::Broken;
    KeychainEntry entry = KeychainEntry::Nothing; ///< looked up after NoEntry
    bool serviceThere = true;                     ///< looked up after Broken
    bool keyringThere =
        true; ///< looked up after a write that is Broken: has it anywhere to write to
    bool serviceLost = false; ///< went away while the job ran
    bool libraryLoads = true; ///< libsecret, asked after Broken
};

/// What it means. QtKeychain 0.13 calls a locked entry whose prompt was dismissed "not found", and
/// a missing service, a missing library, a keyring that was refused and a broken connection all
/// "other error".
[[nodiscard]] SecretOutcome judge(const KeychainFacts &facts);

} // namespace clusterdeck
