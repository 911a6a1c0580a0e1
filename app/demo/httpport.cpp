// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/httpport.h"

#include "app/demo/guardedlistener.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QLocale>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <map>

namespace clusterdeck::demo
{

namespace
{

QByteArray methodName(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Head:
        return "HEAD";
    default:
        return "OTHER"; // No call takes it, and nothing else is done with the name.
    }
}

WireRequest wireRequest(const QHttpServerRequest &request)
{
    const QUrl url = request.url();
    return {methodName(request.method()), url.path(QUrl::FullyEncoded).toLatin1(),
            url.query(QUrl::FullyEncoded).toLatin1(), request.value("content-type"),
            request.body()};
}

/// An answer that waits for its time.
struct Pending {
    QHttpServerResponder responder;
    bool isHead = false;
    QByteArray body;
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    // Until Qt 6.5 a responder holds a bare pointer to a socket that goes with its client.
    QPointer<QTcpSocket> socket;
#endif
};

bool clientIsThere(const Pending &answer)
{
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    return answer.socket && answer.socket->state() == QAbstractSocket::ConnectedState;
#else
    Q_UNUSED(answer); // From 6.5 on the connection outlives its responder.
    return true;
#endif
}

Pending pendingFor(QHttpServerResponder &&responder)
{
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    QTcpSocket *socket = responder.socket();
    return {std::move(responder), false, {}, socket};
#else
    return {std::move(responder), false, {}};
#endif
}

void write(Pending &answer, const QByteArray &date)
{
    if (answer.isHead) {
        answer.responder.write(QHttpServerResponder::StatusCode::MethodNotAllowed);
        return;
    }
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    answer.responder.write(answer.body, {{"Content-Type", "application/json"}, {"Date", date}});
#else
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/json");
    headers.append(QHttpHeaders::WellKnownHeader::Date, date);
    answer.responder.write(answer.body, headers);
#endif
}

} // namespace

struct HttpPort::Private {
    Handler handler;
    QHttpServer server;
    GuardedListener *listener = nullptr;    ///< belongs to `server`
    std::multimap<qint64, Pending> pending; ///< by when they are due; goes before `server` does
    QElapsedTimer clock;
    QTimer timer;
    int latencyMs = 0;
    int skewSeconds = 0;

    void serve(const QHttpServerRequest &request, QHttpServerResponder &&responder);
    void postpone(Pending &&answer);
    void sendDue();
    [[nodiscard]] QByteArray date() const;
};

HttpPort::HttpPort(Handler handler, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->handler = std::move(handler);
    d->listener = new GuardedListener(&d->server);
    d->clock.start();
    d->timer.setSingleShot(true);
    d->timer.setTimerType(Qt::PreciseTimer);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->sendDue(); });

    // No route is registered: each request is "missing" and comes here, whatever its path and
    // method.
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    d->server.setMissingHandler(
        [this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
            d->serve(request, std::move(responder));
        });
#else
    d->server.setMissingHandler(
        this, [this](const QHttpServerRequest &request, QHttpServerResponder &responder) {
            d->serve(request, std::move(responder));
        });
#endif
}

HttpPort::~HttpPort() = default;

bool HttpPort::listen(quint16 port)
{
    if (!d->listener->listen(QHostAddress::LocalHost, port))
        return false;
    d->server.bind(d->listener);
    return true;
}

QString HttpPort::errorText() const
{
    return d->listener->errorString();
}

quint16 HttpPort::port() const
{
    return d->listener->serverPort();
}

void HttpPort::setLatency(int milliseconds)
{
    d->latencyMs = milliseconds;
}

void HttpPort::setClockSkew(int seconds)
{
    d->skewSeconds = seconds;
}

void HttpPort::setPatience(int milliseconds)
{
    d->listener->setPatience(milliseconds);
}

void HttpPort::Private::serve(const QHttpServerRequest &request, QHttpServerResponder &&responder)
{
    const WireRequest wire = wireRequest(request);
    Pending answer = pendingFor(std::move(responder));
    answer.isHead = wire.method == "HEAD";
    if (!answer.isHead)
        answer.body = handler(wire);
    postpone(std::move(answer));
}

void HttpPort::Private::postpone(Pending &&answer)
{
    qint64 due = clock.elapsed() + latencyMs;
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    // Pipelined requests: an answer never overtakes an earlier one of its connection. Later
    // versions read no further before they have answered.
    for (const auto &[otherDue, other] : pending) {
        if (other.socket == answer.socket)
            due = std::max(due, otherDue);
    }
#endif
    pending.emplace(due, std::move(answer));
    sendDue();
}

void HttpPort::Private::sendDue()
{
    while (!pending.empty() && pending.begin()->first <= clock.elapsed()) {
        auto node = pending.extract(pending.begin());
        if (clientIsThere(node.mapped()))
            write(node.mapped(), date());
    }
    if (!pending.empty())
        timer.start(
            static_cast<int>(std::max<qint64>(0, pending.begin()->first - clock.elapsed())));
}

QByteArray HttpPort::Private::date() const
{
    const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(skewSeconds);
    return QLocale::c().toString(now, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
}

} // namespace clusterdeck::demo
