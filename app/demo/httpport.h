// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/wiresignature.h"

#include <QTcpServer>

#include <chrono>
#include <functional>

namespace clusterdeck::demo
{

/// HTTP/1.1 on 127.0.0.1 and nowhere else, with one handler for every path and method. Answers are
/// JSON, status 200, with a Date; HEAD gets an empty 405.
///
/// Written on QTcpServer: QHttpServer's handling of pipelined requests, idle connections and
/// methods differs between Qt 6.4, 6.8 and 6.11, and it limits neither the size of a request nor
/// the time it takes. A server library with a thread for each connection does not fit, since the
/// world behind the handler lives in the event loop.
///
/// Answers only those who ask for 127.0.0.1 or localhost (otherwise 421), and no script of a web
/// page from elsewhere (403): a page whose own name was made to point here must not use a browser
/// to speak with the service.
///
/// Bounds, whatever is sent: a request holds at most 1 MiB (otherwise 413), is not chunked
/// (otherwise 501) and is complete within the request timeout. A client that asks on while more
/// than 16 MiB of answers wait for it is cut off. An idle connection stays open for ever, so that a
/// client's next request never races with a close.
class HttpPort : public QTcpServer
{
    Q_OBJECT

public:
    /// Returns the body of the answer. Called at once, in the order in which requests arrive; only
    /// the answer waits when there is a latency.
    using Handler = std::function<QByteArray(const WireRequest &)>;

    explicit HttpPort(Handler handler, QObject *parent = nullptr);

    /// Port 0: any free one. False when the port is not available; errorString() says why.
    [[nodiscard]] bool listen(quint16 port);

    /// How long an answer waits. Answers on one connection keep their order, those of different
    /// connections do not wait for each other.
    void setLatency(std::chrono::milliseconds latency) { m_latency = latency; }
    /// By how much the clock of the Date header is ahead.
    void setClockSkew(std::chrono::seconds skew) { m_skew = skew; }
    /// How long a request may take from its first byte to its last. 10 s by default.
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
