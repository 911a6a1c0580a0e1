// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/support/environmentcolor.h"

namespace clusterdeck
{

/// One account of a cloud. `api` has the secret only in memory.
struct Account {
    QString id;   ///< see accountId(); never shown
    QString name; ///< such as "prod-lab"
    ApiSettings api;
    bool readOnly = false;       ///< the operation service refuses every operation
    bool reasonRequired = false; ///< the operation service refuses batches without a reason
    int inFlight = 2;            ///< parallel requests of a batch, 1 to 4
    int together = 1;            ///< most clusters in one request, 1 to CloudApi::MostTogether
    bool demo = false;           ///< an account of the embedded service: every window says so
    QString environment;         ///< such as "PROD", as typed; may be empty
    EnvironmentColor color = EnvironmentColor::None;
};

/// The id of an account in the journal, the locks and the keychain: the same in every run for the
/// same cloud, zone and owner. If one of these differs it is another account, so that operations of
/// one cloud are never looked for on another. Contains no key.
[[nodiscard]] QString accountId(const ApiSettings &api);

/// The usr-… ids that count as "me" in the account, each once: first the user who acts, which is
/// the run user if there is one, then the owner of the key. Pure.
[[nodiscard]] QStringList usersOf(const ApiSettings &api);

} // namespace clusterdeck
