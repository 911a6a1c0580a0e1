// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/guardedlistener.h"

#include <QElapsedTimer>
#include <QTcpSocket>

#include <algorithm>
#include <functional>

namespace clusterdeck::demo
{

namespace
{

constexpr qint64 MaxUnread = 1 << 20;
constexpr qint64 MaxUnsent = 16 << 20;

} // namespace

/// A connection that knows when something last came in, and tells when it may come to a halt.
class GuardedSocket : public QTcpSocket
{
public:
    /// `moved` runs whenever something came in or is to go out.
    GuardedSocket(QObject *parent, std::function<void()> moved)
        : QTcpSocket(parent)
        , m_moved(std::move(moved))
    {
        setReadBufferSize(MaxUnread);
        m_sinceInput.start();
        connect(this, &QIODevice::readyRead, this, [this] {
            m_sinceInput.start();
            m_moved();
        });
    }

    /// Between two requests there is nothing that could get stuck.
    [[nodiscard]] bool isAtRest() const { return bytesToWrite() == 0 && !isTransactionStarted(); }

    [[nodiscard]] bool isStuck(int patienceMs) const
    {
        // QHttpServer keeps a read transaction open exactly while a request is incomplete. A
        // request that fills the buffer gets no further and therefore comes to rest as well.
        return bytesToWrite() > MaxUnsent ||
               (isTransactionStarted() && m_sinceInput.hasExpired(patienceMs));
    }

protected:
    qint64 writeData(const char *data, qint64 size) override
    {
        m_moved();
        return QTcpSocket::writeData(data, size);
    }

private:
    QElapsedTimer m_sinceInput;
    std::function<void()> m_moved;
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
    const bool atRest = std::all_of(m_sockets.begin(), m_sockets.end(), [](const auto &socket) {
        return !socket || socket->isAtRest();
    });
    if (atRest)
        m_sweep.stop(); // the program sleeps while nobody asks anything
}

void GuardedListener::watch()
{
    if (!m_sweep.isActive())
        m_sweep.start();
}

void GuardedListener::setPatience(int milliseconds)
{
    m_patienceMs = milliseconds;
    m_sweep.setInterval(qBound(20, milliseconds / 5, 2000));
}

void GuardedListener::incomingConnection(qintptr handle)
{
    auto *socket = new GuardedSocket(this, [this] { watch(); });
    if (!socket->setSocketDescriptor(handle)) {
        delete socket;
        return;
    }
    // QHttpServer writes an answer in pieces, and the system would hold the last one back until the
    // client had confirmed the first: 40 ms.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_sockets.append(socket);
    addPendingConnection(socket);
}

} // namespace clusterdeck::demo
