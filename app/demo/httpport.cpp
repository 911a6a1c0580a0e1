// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/httpport.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QLocale>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <deque>
#include <optional>

namespace clusterdeck::demo
{

namespace
{

constexpr qsizetype MaxRequest = 1 << 20;
constexpr qint64 MaxUnsent = 16 << 20;
const QByteArray Scheme = "http://";

/// The first request in the received bytes.
struct ParsedRequest {
    qsizetype size = 0; ///< of the whole request; 0: it is not complete
    QByteArray refusal; ///< status for an invalid request, such as "400 Bad Request"; or empty
    WireRequest request;
    bool keepAlive = true;
};

ParsedRequest refused(const char *status)
{
    ParsedRequest parsed;
    parsed.refusal = status;
    return parsed;
}

/// Whether an authority (of a Host header) is this machine. Any port, because of port forwarding.
bool isThisMachine(const QByteArray &authority)
{
    const qsizetype colon = authority.lastIndexOf(':');
    const QByteArray host = (colon < 0 ? authority : authority.left(colon)).toLower();
    bool isPort = colon < 0;
    if (colon >= 0)
        (void)authority.mid(colon + 1).toUShort(&isPort);
    return isPort && (host == "127.0.0.1" || host == "localhost");
}

/// The status if there is not exactly one Host, or if Host, target or Origin name another machine;
/// otherwise empty. `hosts`, `origins`: the values of these headers. A client that uses a proxy
/// sends a target with scheme and host.
QByteArray refusalOfSender(const QByteArray &target, const QList<QByteArray> &hosts,
                           const QList<QByteArray> &origins)
{
    if (hosts.size() != 1)
        return "400 Bad Request";
    const bool named = target.startsWith(Scheme);
    const QByteArray authority = target.mid(Scheme.size()).split('/').constFirst();
    if (!isThisMachine(hosts.constFirst()) || (named && !isThisMachine(authority)))
        return "421 Misdirected Request";
    const bool foreign = std::any_of(origins.begin(), origins.end(), [&](const QByteArray &origin) {
        return origin.toLower() != Scheme + hosts.constFirst().toLower();
    });
    return foreign ? "403 Forbidden" : "";
}

/// The path and query of a request's target.
QByteArray withoutHost(const QByteArray &target)
{
    if (!target.startsWith(Scheme))
        return target;
    return target.mid(std::max<qsizetype>(0, target.indexOf('/', Scheme.size())));
}

ParsedRequest parseHead(const QByteArray &head)
{
    ParsedRequest parsed;
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.constFirst().trimmed().split(' ');
    if (words.size() != 3 || words.at(0).isEmpty() || !words.at(2).startsWith("HTTP/1."))
        return refused("400 Bad Request");
    parsed.keepAlive = words.at(2) != "HTTP/1.0";
    parsed.request.method = words.at(0);
    const QByteArray target = withoutHost(words.at(1));
    const qsizetype mark = target.indexOf('?');
    parsed.request.path = mark < 0 ? target : target.left(mark);
    if (mark >= 0)
        parsed.request.query = target.mid(mark + 1);

    std::optional<qsizetype> length;
    QList<QByteArray> hosts;
    QList<QByteArray> origins;
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon).toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (colon <= 0) {
            return refused("400 Bad Request");
        } else if (name == "transfer-encoding") {
            return refused("501 Not Implemented");
        } else if (name == "host") {
            hosts += value;
        } else if (name == "origin") {
            origins += value;
        } else if (name == "content-length") {
            bool isNumber = false;
            const qsizetype number = value.toLongLong(&isNumber);
            if (!isNumber || number < 0 || (length && *length != number))
                return refused("400 Bad Request");
            length = number;
        } else if (name == "content-type") {
            parsed.request.contentType = value;
        } else if (name == "connection") {
            parsed.keepAlive = value.toLower() != "close";
        }
    }
    if (const QByteArray refusal = refusalOfSender(words.at(1), hosts, origins); !refusal.isEmpty())
        return refused(refusal.constData());
    if (length.value_or(0) > MaxRequest - head.size())
        return refused("413 Payload Too Large");
    parsed.size = head.size() + 4 + length.value_or(0);
    return parsed;
}

ParsedRequest parsed(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if ((end < 0 ? bytes.size() : end) >= MaxRequest)
        return refused("413 Payload Too Large");
    if (end < 0)
        return {};
    ParsedRequest request = parseHead(bytes.left(end));
    if (request.refusal.isEmpty() && bytes.size() < request.size)
        return {};
    request.request.body = bytes.mid(end + 4, request.size - end - 4);
    return request;
}

} // namespace

/// One client connection: its unread bytes and its delayed answers.
class HttpPort::Connection : public QTcpSocket
{
public:
    Connection(HttpPort &port, qintptr descriptor)
        : QTcpSocket(&port)
        , m_port(port)
    {
        m_timeout.setSingleShot(true);
        m_latency.setSingleShot(true);
        m_latency.setTimerType(Qt::PreciseTimer);
        setReadBufferSize(MaxRequest);
        connect(this, &QIODevice::readyRead, this, [this] { takeRequests(); });
        connect(this, &QAbstractSocket::disconnected, this, &QObject::deleteLater);
        connect(&m_timeout, &QTimer::timeout, this, [this] { abort(); });
        connect(&m_latency, &QTimer::timeout, this, [this] { sendDue(); });
        if (!setSocketDescriptor(descriptor))
            deleteLater();
        setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }

private:
    struct Answer {
        QDeadlineTimer due;
        QByteArray status;
        QByteArray body;
        bool close = false;
    };

    void takeRequests();
    void append(Answer &&answer);
    void sendDue();

    HttpPort &m_port;
    QByteArray m_unread;
    std::deque<Answer> m_answers;
    QTimer m_timeout;      ///< runs while a request is incomplete
    QTimer m_latency;      ///< runs until the next answer is due
    qint64 m_unsent = 0;   ///< bytes of `m_answers`
    bool m_isLast = false; ///< the connection closes after the last answer; no more is read
};

void HttpPort::Connection::takeRequests()
{
    if (m_isLast) {
        skip(bytesAvailable());
        return;
    }
    m_unread += readAll();
    while (!m_isLast && !m_unread.isEmpty()) {
        if (bytesToWrite() + m_unsent > MaxUnsent) {
            abort();
            return;
        }
        ParsedRequest next = parsed(m_unread);
        if (!next.refusal.isEmpty()) {
            append({{}, next.refusal, {}, true});
        } else if (next.size == 0) {
            // The time counts from the request's first byte; further bytes do not restart it.
            if (!m_timeout.isActive())
                m_timeout.start(m_port.m_requestTimeout);
            break;
        } else {
            m_unread.remove(0, next.size);
            const bool isHead = next.request.method == "HEAD";
            append({{},
                    isHead ? "405 Method Not Allowed" : "200 OK",
                    isHead ? QByteArray() : m_port.m_handler(next.request),
                    !next.keepAlive});
        }
    }
    sendDue();
}

/// Answers of a connection keep their order.
void HttpPort::Connection::append(Answer &&answer)
{
    answer.due = QDeadlineTimer(m_port.m_latency, Qt::PreciseTimer);
    if (!m_answers.empty())
        answer.due = std::max(answer.due, m_answers.back().due);
    m_isLast = answer.close;
    m_unsent += answer.body.size();
    m_timeout.stop();
    m_answers.push_back(std::move(answer));
}

void HttpPort::Connection::sendDue()
{
    for (; !m_answers.empty() && m_answers.front().due.hasExpired(); m_answers.pop_front()) {
        const Answer &answer = m_answers.front();
        const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(m_port.m_skew.count());
        write("HTTP/1.1 " + answer.status + "\r\nDate: " +
              QLocale::c().toString(now, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'").toLatin1() +
              "\r\nContent-Type: application/json\r\nContent-Length: " +
              QByteArray::number(answer.body.size()) +
              (answer.close ? "\r\nConnection: close" : "") + "\r\n\r\n" + answer.body);
        m_unsent -= answer.body.size();
        if (answer.close)
            disconnectFromHost();
    }
    if (!m_answers.empty())
        m_latency.start(std::chrono::milliseconds(m_answers.front().due.remainingTime()));
}

HttpPort::HttpPort(Handler handler, QObject *parent)
    : QTcpServer(parent)
    , m_handler(std::move(handler))
{
    setListenBacklogSize(1024); // many clients may connect at the same time
}

bool HttpPort::listen(quint16 port)
{
    return QTcpServer::listen(QHostAddress::LocalHost, port);
}

void HttpPort::incomingConnection(qintptr descriptor)
{
    new Connection(*this, descriptor);
}

} // namespace clusterdeck::demo
