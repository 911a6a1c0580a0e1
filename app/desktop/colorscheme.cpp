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

/// The scheme in the portal's answer. The answer of Read has one more QDBusVariant than ReadOne's.
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
    // From any sender, since Qt would block to resolve the name of the portal. The value in the
    // signal is not trusted: the portal is asked again.
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
            // Portals before 2023 have only Read; later portals may remove it.
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
