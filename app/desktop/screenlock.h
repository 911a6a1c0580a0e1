// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace clusterdeck
{

/// Reports when the screen is locked, from the signals of desktops on the session's D-Bus. Some
/// desktops send none: without a signal the screen may still be locked.
class ScreenLock : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Connects to the bus, which is not used before. A second call does nothing.
    void listen();

signals:
    void lockedChanged(bool locked);

private:
    bool m_listening = false;
};

} // namespace clusterdeck
