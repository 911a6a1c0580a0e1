// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTimer>

namespace clusterdeck::demo
{

class GuardedSocket;

/// Accepts connections for QHttpServer, which limits neither the size of a request nor the time it
/// takes: no connection may hold more than a megabyte unread, rest in the middle of a request, or
/// leave more than 16 MB of answers unread. One that does is cut off within some seconds.
/// A connection that is merely idle is left alone, so that no client's next request races with a
/// close.
class GuardedListener : public QTcpServer
{
    Q_OBJECT

public:
    explicit GuardedListener(QObject *parent = nullptr);
    ~GuardedListener() override;

    /// How long a half-sent request may rest, about.
    void setPatience(int milliseconds);

protected:
    void incomingConnection(qintptr handle) override;

private:
    void sweep();
    void watch(); ///< sweeps until every connection is at rest

    QList<QPointer<GuardedSocket>> m_sockets; ///< theirs is whoever took the connection
    QTimer m_sweep;                           ///< runs while a connection is not at rest
    int m_patienceMs = 10000;
};

} // namespace clusterdeck::demo
