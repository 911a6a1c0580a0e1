// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screenlock.h"

#include <QDBusConnection>

namespace clusterdeck
{

namespace
{

/// The interfaces that send the signal: the common one, and those of individual desktops.
constexpr const char *Announcers[]{"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver",
                                   "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver",
                                   "org.xfce.ScreenSaver"};

} // namespace

void ScreenLock::listen()
{
    if (std::exchange(m_listening, true))
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    for (const char *interface : Announcers) {
        // From any sender and path: a false "locked" only holds countdowns, and a false "unlocked"
        // resumes nothing.
        bus.connect(QString(), QString(), QLatin1String(interface), QStringLiteral("ActiveChanged"),
                    this, SIGNAL(lockedChanged(bool)));
    }
}

} // namespace clusterdeck
