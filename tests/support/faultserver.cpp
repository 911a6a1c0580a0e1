// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultserver.h"

#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <sys/socket.h>

namespace clusterdeck
{

namespace
{

QByteArray fileOfSupport(const QString &name)
{
    QFile file(QStringLiteral(CLUSTERDECK_TESTS_DIR "/support/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

QSslCertificate testCertificate()
{
    return QSslCertificate(fileOfSupport(QStringLiteral("localhost.crt")));
}

/// Closes the connection with a TCP reset.
void reset(QTcpSocket *socket)
{
    const linger none{1, 0};
    setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    socket->abort();
}

/// Sends the written data, then closes or resets.
void leave(QTcpSocket *socket, bool withReset)
{
    while (socket->bytesToWrite() > 0 && socket->waitForBytesWritten(1000)) {
    }
    if (withReset)
        reset(socket);
    else
        socket->disconnectFromHost();
}

QByteArray manyHeaders()
{
    QByteArray lines = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 200; ++i)
        lines += "X-Filler-" + QByteArray::number(i) + ": x\r\n";
    return lines + "Content-Length: 15\r\n\r\n{\"ret_code\": 0}";
}

} // namespace

QByteArray RecordedRequest::path() const
{
    return target.left(target.indexOf('?'));
}

QByteArray RecordedRequest::parameter(const QByteArray &name) const
{
    const qsizetype mark = target.indexOf('?');
    if (mark < 0)
        return {};
    for (const QByteArray &pair : target.mid(mark + 1).split('&')) {
        if (pair.startsWith(name + '='))
            return pair.mid(name.size() + 1);
    }
    return {};
}

QList<QByteArray> RecordedRequest::headers(const QByteArray &name) const
{
    QList<QByteArray> values;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            values += line.mid(colon + 1).trimmed();
    }
    return values;
}

QByteArray RecordedRequest::header(const QByteArray &name) const
{
    return headers(name).value(0);
}

FaultAnswer FaultAnswer::of(Fault fault)
{
    FaultAnswer answer;
    answer.fault = fault;
    return answer;
}

FaultAnswer FaultAnswer::json(const QByteArray &body, int status)
{
    FaultAnswer answer;
    answer.body = body;
    answer.status = status;
    return answer;
}

FaultAnswer FaultAnswer::code(int retCode, int status)
{
    return json("{\"ret_code\": " + QByteArray::number(retCode) + R"(, "message": "as told"})",
                status);
}

/// One connection and the bytes of its unfinished request.
struct FaultServer::Connection {
    QTcpSocket *socket = nullptr;
    int number = 0;
    QByteArray bytes;
    qsizetype request = -1; ///< index of the request that is being read
    bool done = false;      ///< no more data is read
};

FaultServer::FaultServer(Transport transport, QObject *parent)
    : QTcpServer(parent)
    , m_transport(transport)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback: %s", qPrintable(errorString()));
    if (transport == Transport::Plain)
        return;
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls.setLocalCertificate(testCertificate());
    m_tls.setPrivateKey(QSslKey(fileOfSupport(QStringLiteral("localhost.key")), QSsl::Rsa));
}

FaultServer::FaultServer(const QSslConfiguration &tls, QObject *parent)
    : FaultServer(Transport::Plain, parent)
{
    m_transport = Transport::Tls;
    m_tls = tls;
}

QUrl FaultServer::url() const
{
    QUrl url;
    url.setScheme(m_transport == Transport::Tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(serverPort());
    return url;
}

int FaultServer::complete(const QByteArray &method) const
{
    return int(std::count_if(
        m_requests.cbegin(), m_requests.cend(), [&method](const RecordedRequest &request) {
            return request.complete && (method.isEmpty() || request.method == method);
        }));
}

int FaultServer::partial() const
{
    return int(m_requests.size()) - complete();
}

void FaultServer::resetOldestConnection()
{
    if (auto *oldest = findChild<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly))
        reset(oldest);
}

void FaultServer::resetConnections()
{
    for (QTcpSocket *socket : findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly))
        reset(socket);
}

quint16 FaultServer::closedPort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback");
    return server.serverPort();
}

void FaultServer::trustTestCertificate()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificate(testCertificate());
    QSslConfiguration::setDefaultConfiguration(configuration);
}

void FaultServer::incomingConnection(qintptr descriptor)
{
    if (m_transport == Transport::Plain || m_resetOnAccept) {
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        accept(socket);
        return;
    }
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    socket->setSslConfiguration(m_tls);
    accept(socket);
    socket->startServerEncryption();
}

void FaultServer::accept(QTcpSocket *socket)
{
    ++m_connections;
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (m_resetOnAccept) {
        reset(socket);
        return;
    }
    auto connection = std::make_shared<Connection>();
    connection->socket = socket;
    connection->number = m_connections;
    connect(socket, &QTcpSocket::readyRead, this, [this, connection] { read(connection); });
}

void FaultServer::read(const std::shared_ptr<Connection> &connection)
{
    if (connection->done)
        return;
    connection->bytes += connection->socket->readAll();
    if (connection->request < 0) {
        if (connection->bytes.isEmpty())
            return;
        connection->request = m_requests.size();
        RecordedRequest begun;
        begun.connection = connection->number;
        m_requests.append(begun);
    }
    const qsizetype end = connection->bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return;

    RecordedRequest &request = m_requests[connection->request];
    request.head = connection->bytes.left(end);
    const QList<QByteArray> line = request.head.left(request.head.indexOf('\r')).split(' ');
    request.method = line.value(0);
    request.target = line.value(1);
    const qsizetype length = request.header("Content-Length").toLongLong();
    request.body = connection->bytes.mid(end + 4, length);
    request.complete = request.body.size() == length;

    const RecordedRequest seen = request;
    const FaultAnswer answer = m_script ? m_script(seen) : FaultAnswer();
    if (!seen.complete && answer.fault >= Fault::None)
        return;
    connection->bytes.remove(0, end + 4 + seen.body.size());
    connection->request = -1;
    act(*connection, answer);
}

QByteArray FaultServer::headOf(const FaultAnswer &answer) const
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " As told\r\n";
    for (const QByteArray &line : answer.headers)
        head += line + "\r\n";
    if (m_dateAhead) {
        const QDateTime date = QDateTime::currentDateTimeUtc().addSecs(*m_dateAhead);
        head += "Date: " +
                QLocale::c()
                    .toString(date, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
                    .toLatin1() +
                "\r\n";
    }
    return head + "Content-Type: application/json\r\nContent-Length: " +
           QByteArray::number(answer.body.size()) + "\r\n\r\n";
}

QByteArray FaultServer::wordsOf(const FaultAnswer &answer) const
{
    const QByteArray head = headOf(answer);
    switch (answer.fault) {
    case Fault::None:
        return head + answer.body;
    case Fault::CloseAfterHead:
    case Fault::ResetAfterHead:
    case Fault::ReadAndClose:
    case Fault::ReadAndReset:
    case Fault::Hang:
        return {};
    case Fault::CloseInHeader:
    case Fault::ResetInHeader:
    case Fault::HangInHeader:
        return head.left(head.size() / 2);
    case Fault::CloseInBody:
    case Fault::ResetInBody:
    case Fault::HangInBody:
        return head + answer.body.left(answer.body.size() / 2);
    case Fault::TrickleHeader:
        return "HTTP/1.1 200 OK\r\nX-Endless: ";
    case Fault::TrickleBody:
        return "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
    case Fault::ManyHeaders:
        return manyHeaders();
    case Fault::MalformedHeader:
        return "HTTP/1.1 200 OK\r\nthis is no header\r\n\r\n{\"ret_code\": 0}";
    case Fault::OnlyContinue:
        return "HTTP/1.1 100 Continue\r\n\r\n";
    }
    return {};
}

void FaultServer::act(Connection &connection, const FaultAnswer &answer)
{
    connection.done = answer.fault != Fault::None || answer.closeAfterwards;
    connection.socket->write(wordsOf(answer));
    switch (answer.fault) {
    case Fault::None:
        if (answer.closeAfterwards)
            leave(connection.socket, false);
        return;
    case Fault::CloseAfterHead:
    case Fault::ReadAndClose:
    case Fault::CloseInHeader:
    case Fault::CloseInBody:
    case Fault::OnlyContinue:
        leave(connection.socket, false);
        return;
    case Fault::ResetAfterHead:
    case Fault::ReadAndReset:
    case Fault::ResetInHeader:
    case Fault::ResetInBody:
        leave(connection.socket, true);
        return;
    case Fault::TrickleHeader:
    case Fault::TrickleBody:
        trickle(connection);
        return;
    case Fault::Hang:
    case Fault::HangInHeader:
    case Fault::HangInBody:
    case Fault::ManyHeaders:
    case Fault::MalformedHeader:
        return;
    }
}

void FaultServer::trickle(Connection &connection)
{
    auto *timer = new QTimer(connection.socket);
    connect(timer, &QTimer::timeout, connection.socket,
            [socket = connection.socket] { socket->write(" "); });
    timer->start(5);
}

} // namespace clusterdeck
