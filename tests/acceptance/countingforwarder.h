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

/// One request as its bytes went by.
struct PassedRequest {
    QByteArray method;
    QByteArray target; ///< path and query, untouched
    QByteArray body;
    QDateTime at; ///< when its last byte came by

    [[nodiscard]] QByteArray path() const;
    /// Query and body without their percent escapes: whatever form an id is sent in, it is here.
    [[nodiscard]] QByteArray words() const;
};

/// Stands on loopback between a client and a server, hands every byte on in both directions as it
/// is, and writes down each HTTP/1.1 request that the client sends. Whatever the client believes to
/// have sent, this is what left it.
class CountingForwarder : public QTcpServer
{
    Q_OBJECT

public:
    /// Listens on a free port of 127.0.0.1.
    explicit CountingForwarder(const QUrl &server, QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;
    /// Answers come so much later from here on.
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }
    /// Whole requests, in the order in which their last byte came by.
    [[nodiscard]] const QList<PassedRequest> &requests() const { return m_requests; }
    /// Bytes that are no whole request (yet), or none that could be read.
    [[nodiscard]] qsizetype remains() const;
    /// Clients that are connected, or whose end was not seen yet.
    [[nodiscard]] qsizetype connections() const;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void read(QByteArray &unread);

    QUrl m_server;
    std::chrono::milliseconds m_delay{0};
    QList<PassedRequest> m_requests;
    QList<std::shared_ptr<QByteArray>> m_unread; ///< one a connection, never forgotten
};

} // namespace clusterdeck
