// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/plan/risk.h"
#include "ui/theme/palette.h"

class QSettings;

namespace clusterdeck
{

/// What a person can set, with what holds when nothing was set.
struct Preferences {
    Theme theme = Theme::System;
    bool notifications = true; ///< of the desktop, while no window of ours is in front
    bool tray = false;
    SafetySettings safety;
    int callsInFlight = 2; ///< of accounts that are added from now on, 1 to 4

    bool operator==(const Preferences &) const = default;
};

/// The practice cloud's are kept apart from those of the accounts: "demo/", "main/".
[[nodiscard]] QString settingsPrefix(bool demo);

/// What is missing or makes no sense is as if it was never set.
[[nodiscard]] Preferences readPreferences(const QSettings &settings, const QString &prefix);
/// Does not sync: the caller has more to write.
void writePreferences(QSettings &settings, const QString &prefix, const Preferences &preferences);

} // namespace clusterdeck
