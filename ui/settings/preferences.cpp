// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preferences.h"

#include <QSettings>

namespace clusterdeck
{

QString settingsPrefix(bool demo)
{
    return demo ? QStringLiteral("demo/") : QStringLiteral("main/");
}

Preferences readPreferences(const QSettings &settings, const QString &prefix)
{
    const auto number = [&](const char *name, int otherwise, int least, int most) {
        bool fine = false;
        const int value = settings.value(prefix + QLatin1String(name)).toInt(&fine);
        return fine && value >= least && value <= most ? value : otherwise;
    };
    Preferences read;
    read.theme = Theme(number("theme", int(Theme::System), 0, int(Theme::Dark)));
    read.notifications =
        settings.value(prefix + QStringLiteral("notifications"), read.notifications).toBool();
    read.tray = settings.value(prefix + QStringLiteral("tray"), read.tray).toBool();
    read.safety.lowestTier = number("lowestTier", 0, 0, 3);
    read.safety.leastUndoWindow =
        std::chrono::seconds(number("leastGrace", 0, 0, int(LongestUndoWindow.count())));
    read.callsInFlight = number("callsInFlight", read.callsInFlight, 1, 4);
    return read;
}

void writePreferences(QSettings &settings, const QString &prefix, const Preferences &preferences)
{
    settings.setValue(prefix + QStringLiteral("theme"), int(preferences.theme));
    settings.setValue(prefix + QStringLiteral("notifications"), preferences.notifications);
    settings.setValue(prefix + QStringLiteral("tray"), preferences.tray);
    settings.setValue(prefix + QStringLiteral("lowestTier"), preferences.safety.lowestTier);
    settings.setValue(prefix + QStringLiteral("leastGrace"),
                      int(preferences.safety.leastUndoWindow.count()));
    settings.setValue(prefix + QStringLiteral("callsInFlight"), preferences.callsInFlight);
}

} // namespace clusterdeck
