// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/acceptance/countingforwarder.h"

#include <QTcpSocket>
#include <QTimer>

namespace clusterdeck
{

namespace
{

/// The value of Content-Length; -1 when the body's length is announced in another way.
qsizetype bodyLength(const QByteArray &head)
{
    qsizetype length = 0;
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon).trimmed().toLower();
        if (name == "content-length")
            length = line.mid(colon + 1).trimmed().toLongLong();
        else if (name == "transfer-encoding")
            return -1;
    }
    return length;
}

} // namespace

QByteArray PassedRequest::path() const
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.left(query);
}

QByteArray PassedRequest::words() const
{
    return QByteArray::fromPercentEncoding(target.mid(path().size())) + ' ' +
           QByteArray::fromPercentEncoding(body);
}

CountingForwarder::CountingForwarder(const QUrl &server, QObject *parent)
    : QTcpServer(parent)
    , m_server(server)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("the forwarder cannot listen: %s", qPrintable(errorString()));
}

QUrl CountingForwarder::url() const
{
    QUrl url = m_server;
    url.setPort(serverPort());
    return url;
}

qsizetype CountingForwarder::remains() const
{
    qsizetype bytes = 0;
    for (const auto &unread : m_unread)
        bytes += unread->size();
    return bytes;
}

qsizetype CountingForwarder::connections() const
{
    return findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly).size();
}

void CountingForwarder::incomingConnection(qintptr descriptor)
{
    auto *client = new QTcpSocket(this);
    if (!client->setSocketDescriptor(descriptor)) {
        delete client;
        return;
    }
    auto *server = new QTcpSocket(client);
    const auto unread = m_unread.emplace_back(std::make_shared<QByteArray>());
    connect(client, &QIODevice::readyRead, this, [this, client, server, unread] {
        const QByteArray bytes = client->readAll();
        unread->append(bytes);
        read(*unread);
        server->write(bytes); // buffered until the connection is open
    });
    connect(server, &QIODevice::readyRead, client, [this, client, server] {
        const QByteArray bytes = server->readAll();
        if (m_delay.count() == 0)
            client->write(bytes);
        else
            QTimer::singleShot(m_delay, Qt::PreciseTimer, client,
                               [client, bytes] { client->write(bytes); });
    });
    connect(client, &QAbstractSocket::disconnected, server, &QAbstractSocket::disconnectFromHost);
    connect(server, &QAbstractSocket::disconnected, client, &QAbstractSocket::disconnectFromHost);
    connect(server, &QAbstractSocket::errorOccurred, client,
            [client] { client->disconnectFromHost(); });
    connect(client, &QAbstractSocket::disconnected, client, &QObject::deleteLater);
    server->connectToHost(m_server.host(), quint16(m_server.port()));
}

void CountingForwarder::read(QByteArray &unread)
{
    for (;;) {
        const qsizetype end = unread.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = unread.left(end);
        const qsizetype length = bodyLength(head);
        const qsizetype body = end + 4;
        if (length < 0 || unread.size() < body + length)
            return; // counted by remains()
        const QList<QByteArray> first = head.left(head.indexOf('\r')).split(' ');
        m_requests.append({first.value(0), first.value(1), unread.mid(body, length),
                           QDateTime::currentDateTimeUtc()});
        unread.remove(0, body + length);
    }
}

} // namespace clusterdeck
