// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/secretstore.h"

namespace clusterdeck
{

void renameSecret(SecretStore &store, const QString &from, const QString &to, QObject *context,
                  const SecretStore::Then &then)
{
    store.read(from, context, [=, &store](const SecretAnswer &found) {
        // Under its own name it is already there: to go on would end with removing it.
        if (found.outcome != SecretOutcome::Done || from == to) {
            then({found.outcome, {}, found.detail});
            return;
        }
        store.write(to, found.secret, context, [=, &store](const SecretAnswer &written) {
            if (written.outcome != SecretOutcome::Done)
                then(written);
            else
                store.remove(from, context, then);
        });
    });
}

} // namespace clusterdeck
