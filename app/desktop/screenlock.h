// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace clusterdeck
{

/// Tells when the desktop's screen is locked, by what desktops announce on the session's D-Bus.
/// Where no desktop announces it, nothing is ever told: silence here proves nothing.
class ScreenLock : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins to listen. The bus is not touched before; calling it again does nothing.
    void listen();

signals:
    void lockedChanged(bool locked);

private:
    bool m_listening = false;
};

} // namespace clusterdeck
