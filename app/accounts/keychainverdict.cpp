// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/keychainverdict.h"

namespace clusterdeck
{

namespace
{

SecretOutcome judgeNoEntry(const KeychainFacts &facts)
{
    switch (facts.entry) {
    case KeychainEntry::Nothing:
        return SecretOutcome::NotFound;
    case KeychainEntry::Locked:
        return SecretOutcome::Denied;
    case KeychainEntry::NoService:
        // Without a Secret Service it was KWallet that found nothing, unless it has just died.
        return facts.serviceLost ? SecretOutcome::Failed : SecretOutcome::NotFound;
    case KeychainEntry::Open: // unlocked since, or not readable: no proof of absence
    case KeychainEntry::NoAnswer:
        return SecretOutcome::Failed;
    }
    Q_UNREACHABLE();
}

SecretOutcome judgeBroken(const KeychainFacts &facts)
{
    if (!facts.libraryLoads)
        return SecretOutcome::Unavailable;
    if (facts.serviceLost)
        return SecretOutcome::Failed;
    if (!facts.serviceThere)
        return SecretOutcome::Unavailable;
    // The first write asks for the password of a new keyring; that prompt was dismissed.
    return facts.keyringThere ? SecretOutcome::Failed : SecretOutcome::Denied;
}

} // namespace

SecretOutcome judge(const KeychainFacts &facts)
{
    switch (facts.word) {
    case KeychainWord::Fine:
        return SecretOutcome::Done;
    case KeychainWord::NoEntry:
        return judgeNoEntry(facts);
    case KeychainWord::Refused:
        return SecretOutcome::Denied;
    case KeychainWord::NoBackend:
        return SecretOutcome::Unavailable;
    case KeychainWord::Broken:
        return judgeBroken(facts);
    }
    Q_UNREACHABLE();
}

} // namespace clusterdeck
