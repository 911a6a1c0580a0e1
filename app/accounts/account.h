// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"

namespace clusterdeck
{

/// One cloud as the user knows it. In this form it lives in memory only.
struct Account {
    QString id;   ///< stable, never shown
    QString name; ///< "prod-lab"
    ApiSettings api;
    bool readOnly = false; ///< to be looked at only: the desk refuses every operation
    int inFlight = 2;      ///< requests on their way at a time, 1 to 4
    bool demo = false;     ///< the embedded service: say so on every window
};

} // namespace clusterdeck
