// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/taskbarprogress.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>

namespace clusterdeck
{

TaskbarProgress::~TaskbarProgress()
{
    clear();
}

void TaskbarProgress::show(int percent, bool urgent)
{
    if (percent == m_percent && urgent == m_urgent)
        return;
    m_percent = percent;
    m_urgent = urgent;
    send(percent, true, urgent);
}

void TaskbarProgress::clear()
{
    if (m_percent < 0)
        return;
    m_percent = -1;
    m_urgent = false;
    send(0, false, false);
}

void TaskbarProgress::send(int percent, bool visible, bool urgent)
{
    QDBusMessage message = QDBusMessage::createSignal(
        QStringLiteral("/com/canonical/unity/launcherentry/clusterdeck"),
        QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"));
    message << QStringLiteral("application://org.clusterdeck.clusterdeck.desktop")
            << QVariantMap{{QStringLiteral("progress"), percent / 100.0},
                           {QStringLiteral("progress-visible"), visible},
                           {QStringLiteral("urgent"), urgent}};
    QDBusConnection::sessionBus().send(message);
}

} // namespace clusterdeck
