// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <memory>

class QTcpSocket;

namespace clusterdeck
{

/// One HTTP request as its bytes passed through the forwarder.
struct PassedRequest {
    QByteArray method;
    QByteArray target; ///< path and query, unchanged
    QByteArray body;
    QDateTime at; ///< when its last byte arrived

    [[nodiscard]] QByteArray path() const;
    /// Query and body with percent escapes decoded, so that an id is found in every encoding.
    [[nodiscard]] QByteArray words() const;
};

/// Listens on loopback between a client and a server, forwards every byte unchanged in both
/// directions and records each HTTP/1.1 request of the client. Shows what the client really sent.
class CountingForwarder : public QTcpServer
{
    Q_OBJECT

public:
    /// Listens on a free port of 127.0.0.1.
    explicit CountingForwarder(const QUrl &server, QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;
    /// Delays every later answer.
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }
    /// Complete requests, in the order in which their last byte arrived.
    [[nodiscard]] const QList<PassedRequest> &requests() const { return m_requests; }
    /// Bytes that do not form a complete request yet, or that cannot be parsed.
    [[nodiscard]] qsizetype remains() const;
    /// Connected clients, and clients whose disconnection has not been seen yet.
    [[nodiscard]] qsizetype connections() const;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void read(QByteArray &unread);

    QUrl m_server;
    std::chrono::milliseconds m_delay{0};
    QList<PassedRequest> m_requests;
    QList<std::shared_ptr<QByteArray>> m_unread; ///< one per connection, never removed
};

} // namespace clusterdeck
