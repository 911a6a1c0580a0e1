// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/guardedlistener.h"

#include <QElapsedTimer>
#include <QTcpSocket>

namespace clusterdeck::demo
{

namespace
{

constexpr qint64 MaxUnread = 1 << 20;
constexpr qint64 MaxUnsent = 16 << 20;

} // namespace

/// A connection that knows when something last came in.
class GuardedSocket : public QTcpSocket
{
public:
    explicit GuardedSocket(QObject *parent)
        : QTcpSocket(parent)
    {
        setReadBufferSize(MaxUnread);
        m_sinceInput.start();
        connect(this, &QIODevice::readyRead, this, [this] { m_sinceInput.start(); });
    }

    [[nodiscard]] bool isStuck(int patienceMs) const
    {
        // QHttpServer keeps a read transaction open exactly while a request is incomplete. A
        // request that fills the buffer gets no further and therefore comes to rest as well.
        return bytesToWrite() > MaxUnsent ||
               (isTransactionStarted() && m_sinceInput.hasExpired(patienceMs));
    }

private:
    QElapsedTimer m_sinceInput;
};

GuardedListener::GuardedListener(QObject *parent)
    : QTcpServer(parent)
{
    setPatience(m_patienceMs);
    connect(&m_sweep, &QTimer::timeout, this, &GuardedListener::sweep);
}

GuardedListener::~GuardedListener() = default;

void GuardedListener::sweep()
{
    m_sockets.removeIf([](const QPointer<GuardedSocket> &socket) { return !socket; });
    const auto sockets = m_sockets; // aborting one may take it out of the world
    for (const QPointer<GuardedSocket> &socket : sockets) {
        if (socket && socket->isStuck(m_patienceMs))
            socket->abort();
    }
    if (m_sockets.isEmpty())
        m_sweep.stop();
}

void GuardedListener::setPatience(int milliseconds)
{
    m_patienceMs = milliseconds;
    m_sweep.setInterval(qBound(20, milliseconds / 5, 2000));
}

void GuardedListener::incomingConnection(qintptr handle)
{
    auto *socket = new GuardedSocket(this);
    if (!socket->setSocketDescriptor(handle)) {
        delete socket;
        return;
    }
    m_sockets.append(socket);
    addPendingConnection(socket);
    if (!m_sweep.isActive())
        m_sweep.start();
}

} // namespace clusterdeck::demo
