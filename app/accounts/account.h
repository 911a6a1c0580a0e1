// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/support/environmentcolor.h"

namespace clusterdeck
{

/// One cloud as the user knows it. With its secret only in memory.
struct Account {
    QString id;   ///< see accountId(); never shown
    QString name; ///< "prod-lab"
    ApiSettings api;
    bool readOnly = false; ///< to be looked at only: the operation service refuses every operation
    int inFlight = 2;      ///< requests on their way at a time, 1 to 4
    int together = 1;      ///< clusters in one request at the most, 1 to
                           ///< CloudApi::MostTogether; 1: never together
    bool demo = false;     ///< the embedded service: say so on every window
    QString environment;   ///< "PROD", as typed; may be empty
    EnvironmentColor color = EnvironmentColor::None;
};

/// What names an account in the journal, among the locks and in the keychain: the same in every run
/// for the same cloud, zone and owner. Another of these is another account, so that what was begun
/// on one cloud is never looked for on another. Holds no key.
[[nodiscard]] QString accountId(const ApiSettings &api);

} // namespace clusterdeck
