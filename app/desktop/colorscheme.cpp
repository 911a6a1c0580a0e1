// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/colorscheme.h"

#include "app/support/log.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <utility>

namespace clusterdeck
{

namespace
{

const QString PortalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString PortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString PortalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString PortalReadOne = QStringLiteral("ReadOne");
const QString PortalRead = QStringLiteral("Read");
const QStringList SchemeKey{QStringLiteral("org.freedesktop.appearance"),
                            QStringLiteral("color-scheme")};

/// The portal's number, from its answer. Read wraps it once more than ReadOne does.
ColorScheme schemeIn(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    switch (value.toUInt()) {
    case 1:
        return ColorScheme::Dark;
    case 2:
        return ColorScheme::Light;
    default:
        return ColorScheme::NoPreference;
    }
}

} // namespace

void ColorSchemePortal::listen()
{
    if (std::exchange(m_listening, true))
        return;
    // From any sender, since naming the portal would wait for the bus to resolve the name. The
    // signal's value is not trusted: the portal is asked again.
    QDBusConnection::sessionBus().connect({}, PortalPath, PortalSettings,
                                          QStringLiteral("SettingChanged"), SchemeKey, {}, this,
                                          SLOT(ask()));
    ask();
}

void ColorSchemePortal::ask()
{
    ask(PortalReadOne);
}

void ColorSchemePortal::ask(const QString &method)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(PortalService, PortalPath, PortalSettings, method);
    message << SchemeKey.first() << SchemeKey.last();
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    const bool first = method == PortalReadOne;
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, first] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError()) {
            // Portals of before 2023 know Read alone; later ones may drop it.
            if (first && reply.error().type() == QDBusError::UnknownMethod)
                ask(PortalRead);
            else
                qCInfo(appLog) << "the desktop's colour scheme is not known:"
                               << reply.error().message();
            return;
        }
        const ColorScheme scheme = schemeIn(QVariant::fromValue(reply.value()));
        if (std::exchange(m_scheme, scheme) != scheme)
            emit changed();
    });
}

} // namespace clusterdeck
