// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountneeds.h"

#include <algorithm>

namespace clusterdeck
{

bool mayBeInKeychain(const AccountEntry &entry)
{
    return entry.saved.remember && entry.trouble != SecretOutcome::NotFound;
}

KeyTrouble keyTroubleOf(const AccountTrouble &trouble)
{
    if (trouble.listing && specOf(trouble.listing->kind).ofSettings)
        return {trouble.listing, HoldReason::None};
    const auto found =
        std::find_if(trouble.holds.begin(), trouble.holds.end(), [](HoldReason reason) {
            return reason == HoldReason::Unauthorized || reason == HoldReason::ClockSkew;
        });
    return {std::nullopt, found != trouble.holds.end() ? *found : HoldReason::None};
}

UnreadAccounts unreadAccounts(const QList<ListingOutcome> &outcomes, bool hasClusters)
{
    UnreadAccounts unread;
    for (int account = 0; account < outcomes.size(); ++account) {
        const ListingOutcome &outcome = outcomes.at(account);
        if (!outcome.error && outcome.isComplete)
            continue;
        const bool inMessageBar = keyTroubleOf({outcome.error, {}}).error.has_value();
        unread.all.append({account, outcome.error && (inMessageBar || !hasClusters)});
    }
    const auto count = int(unread.all.size());
    unread.named = count <= UnreadAccounts::MostNamed ? count : 1;
    return unread;
}

QString accountToCheck(const QStringList &accounts, const QSet<QString> &failed)
{
    const auto found = std::find_if(accounts.begin(), accounts.end(),
                                    [&](const QString &id) { return failed.contains(id); });
    return found != accounts.end() ? *found : accounts.value(0);
}

} // namespace clusterdeck
