// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/wiresignature.h"

#include <QTcpServer>

#include <chrono>
#include <functional>

namespace clusterdeck::demo
{

/// HTTP/1.1 on 127.0.0.1 only, with one handler for every path and method. Answers are JSON, status
/// 200, with a Date; HEAD gets an empty 405.
///
/// Based on QTcpServer: QHttpServer's handling of pipelined requests, idle connections and methods
/// differs between Qt 6.4, 6.8 and 6.11, and it limits neither the size of a request nor its time.
/// A library with a thread for each connection does not fit, since the world runs in the event
/// loop.
///
/// Against DNS rebinding: the Host must be 127.0.0.1 or localhost (otherwise 421), and an Origin
/// must be this service (otherwise 403).
///
/// Limits: a request has at most 1 MiB (otherwise 413), is not chunked (otherwise 501) and is
/// complete within the request timeout. A client that sends requests while more than 16 MiB of
/// answers wait is disconnected. Idle connections stay open, so that a request never races with a
/// close.
class HttpPort : public QTcpServer
{
    Q_OBJECT

public:
    /// Returns the body of the answer. Called immediately, in the order of the requests; a latency
    /// delays only the answer.
    using Handler = std::function<QByteArray(const WireRequest &)>;

    explicit HttpPort(Handler handler, QObject *parent = nullptr);

    /// Port 0: any free one. False when the port is not available; errorString() says why.
    [[nodiscard]] bool listen(quint16 port);

    /// The delay of an answer. Answers on one connection keep their order, those of different
    /// connections do not wait for each other.
    void setLatency(std::chrono::milliseconds latency) { m_latency = latency; }
    /// By how much the clock of the Date header is ahead.
    void setClockSkew(std::chrono::seconds skew) { m_skew = skew; }
    /// The time from a request's first byte to its last. 10 s by default.
    void setRequestTimeout(std::chrono::milliseconds timeout) { m_requestTimeout = timeout; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Connection;

    Handler m_handler;
    std::chrono::milliseconds m_latency{0};
    std::chrono::seconds m_skew{0};
    std::chrono::milliseconds m_requestTimeout{10'000};
};

} // namespace clusterdeck::demo
