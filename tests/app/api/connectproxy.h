// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

namespace clusterdeck
{

/// An HTTP proxy on loopback that supports CONNECT only. Every tunnel ends at the same port of this
/// machine, whichever host is requested.
class ConnectProxy : public QTcpServer
{
public:
    enum class Conduct {
        Tunnel,
        Hang,        ///< reads and never answers
        CloseAtOnce, ///< accepts the connection, and closes it
        CloseUnsaid, ///< reads the request, and closes without an answer
        Answer,      ///< answers with `status`
        NoHttp,      ///< answers with text that is not HTTP
        CloseTunnel, ///< answers 200, and closes
    };

    explicit ConnectProxy(quint16 target = 0)
        : m_target(target)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen on loopback");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection())
                accept(client);
        });
    }

    Conduct conduct = Conduct::Tunnel;
    int status = 200;
    int connections = 0;
    int tunnels = 0;
    QList<QByteArray> requests; ///< the first line of each request

    [[nodiscard]] QByteArray url() const
    {
        return "http://127.0.0.1:" + QByteArray::number(serverPort());
    }

    /// Closes both ends of every tunnel at once.
    void cut()
    {
        for (QTcpSocket *socket : findChildren<QTcpSocket *>())
            socket->abort();
    }

private:
    void accept(QTcpSocket *client)
    {
        ++connections;
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        if (conduct == Conduct::CloseAtOnce) {
            client->disconnectFromHost();
            return;
        }
        auto greeting = std::make_shared<QByteArray>();
        connect(client, &QTcpSocket::readyRead, this, [this, client, greeting] {
            if (greeting->endsWith("\r\n\r\n"))
                return;
            *greeting += client->readAll();
            if (greeting->endsWith("\r\n\r\n"))
                answer(client, *greeting);
        });
    }

    void answer(QTcpSocket *client, const QByteArray &greeting)
    {
        requests += greeting.left(greeting.indexOf('\r'));
        switch (conduct) {
        case Conduct::Tunnel:
            tunnel(client);
            return;
        case Conduct::Hang:
        case Conduct::CloseAtOnce:
            return;
        case Conduct::CloseUnsaid:
            client->disconnectFromHost();
            return;
        case Conduct::CloseTunnel:
            client->write("HTTP/1.1 200 Yes\r\n\r\n");
            client->disconnectFromHost();
            return;
        case Conduct::NoHttp:
            client->write("SSH-2.0-whatever\r\n\r\n");
            return;
        case Conduct::Answer: {
            const QByteArray body = R"({"ret_code": 1400, "message": "not the provider"})";
            client->write("HTTP/1.1 " + QByteArray::number(status) +
                          " No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: " +
                          QByteArray::number(body.size()) + "\r\n\r\n" + body);
            return;
        }
        }
    }

    void tunnel(QTcpSocket *client)
    {
        ++tunnels;
        auto *server = new QTcpSocket(client);
        connect(server, &QTcpSocket::connected, client,
                [client] { client->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
        connect(client, &QTcpSocket::readyRead, server, [client, server] {
            if (server->state() == QAbstractSocket::ConnectedState)
                server->write(client->readAll());
        });
        connect(server, &QTcpSocket::readyRead, client,
                [client, server] { client->write(server->readAll()); });
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        server->connectToHost(QHostAddress::LocalHost, m_target);
    }

    quint16 m_target;
};

} // namespace clusterdeck
