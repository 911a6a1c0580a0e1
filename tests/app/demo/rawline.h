// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>

/// A raw connection that reads everything as it arrives.
class Line
{
public:
    explicit Line(quint16 port)
    {
        QObject::connect(&m_socket, &QIODevice::readyRead, &m_socket,
                         [this] { m_received += m_socket.readAll(); });
        QObject::connect(&m_socket, &QIODevice::bytesWritten, &m_socket,
                         [this](qint64 bytes) { sent += bytes; });
        QObject::connect(&m_socket, &QAbstractSocket::connected, &m_socket,
                         [this] { wasConnected = true; });
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    [[nodiscard]] bool isOpen() const
    {
        return m_socket.state() != QAbstractSocket::UnconnectedState;
    }
    [[nodiscard]] bool isConnected() const
    {
        return m_socket.state() == QAbstractSocket::ConnectedState;
    }
    void abort() { m_socket.abort(); }

    /// Takes a complete answer from the received bytes; false when there is none yet.
    bool take()
    {
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        head = m_received.left(end + 2);
        const qsizetype length = header("Content-Length").toLongLong();
        if (m_received.size() < end + 4 + length)
            return false;
        body = m_received.mid(end + 4, length);
        m_received.remove(0, end + 4 + length);
        return true;
    }
    bool waitForAnswer()
    {
        return QTest::qWaitFor([this] { return take(); }, 20000);
    }
    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        const qsizetype at = head.indexOf("\r\n" + name + ": ");
        if (at < 0)
            return {};
        const qsizetype from = at + 2 + name.size() + 2;
        return head.mid(from, head.indexOf("\r\n", from) - from);
    }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] int code() const { return json().value(QStringLiteral("ret_code")).toInt(-1); }

    QByteArray head;
    QByteArray body;
    bool wasConnected = false;
    qint64 sent = 0; ///< bytes that have left this process

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};
