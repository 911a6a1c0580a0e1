// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screenlock.h"

#include <QDBusConnection>

namespace clusterdeck
{

namespace
{

/// Who announces it: the common name, and the desktops that use their own.
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
        // From any sender and path: whoever may say it on this bus can only make us more careful.
        bus.connect(QString(), QString(), QLatin1String(interface), QStringLiteral("ActiveChanged"),
                    this, SIGNAL(lockedChanged(bool)));
    }
}

} // namespace clusterdeck
