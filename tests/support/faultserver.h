// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

class QTcpSocket;

namespace clusterdeck
{

/// One request as its bytes arrived.
struct RecordedRequest {
    int connection = 0; ///< counted from 1: equal numbers came over the same connection
    QByteArray method;
    QByteArray target; ///< path and query, untouched
    QByteArray head;   ///< request line and headers, without the empty line
    QByteArray body;
    bool complete = false; ///< all that Content-Length announced has arrived

    [[nodiscard]] QByteArray path() const;
    [[nodiscard]] QByteArray parameter(const QByteArray &name) const; ///< as encoded on the wire
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QList<QByteArray> headers(const QByteArray &name) const;
};

/// What the server does with a request. Those of the first group act as soon as the request's
/// headers are there, all others when it has arrived completely.
enum class Fault {
    CloseAfterHead,
    ResetAfterHead,

    None,          ///< answers as told, connection kept
    ReadAndClose,  ///< closes without a word
    ReadAndReset,  ///< the same with a TCP reset
    Hang,          ///< never answers
    CloseInHeader, ///< breaks off inside a header line
    ResetInHeader,
    HangInHeader,
    CloseInBody, ///< breaks off inside the announced body
    ResetInBody,
    HangInBody,
    TrickleHeader, ///< one byte more of a header every few milliseconds, for ever
    TrickleBody,
    ManyHeaders,     ///< more than a hundred, then silence
    MalformedHeader, ///< a line that is none, then silence
    OnlyContinue,    ///< 100 Continue, then closes
};

struct FaultAnswer {
    Fault fault = Fault::None;
    int status = 200;
    QByteArray body = R"({"ret_code": 0})";
    QList<QByteArray> headers; ///< whole lines, added to Content-Length and Content-Type
    bool closeAfterwards = false;

    static FaultAnswer of(Fault fault);
    static FaultAnswer json(const QByteArray &body, int status = 200);
    static FaultAnswer code(int retCode, int status = 200);
};

/// An HTTP/1.1 server on loopback, optionally over TLS, that records what arrives and misbehaves as
/// told.
class FaultServer : public QTcpServer
{
    Q_OBJECT

public:
    enum class Transport { Plain, Tls };
    using Script = std::function<FaultAnswer(const RecordedRequest &)>;

    /// Listens on a free port of 127.0.0.1.
    explicit FaultServer(Transport transport = Transport::Plain, QObject *parent = nullptr);

    /// Over TLS, with the certificate, key and protocols of `tls`.
    explicit FaultServer(const QSslConfiguration &tls, QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;

    /// Asked for each request, when its headers are there. Without a script: {"ret_code": 0}.
    void answerWith(Script script) { m_script = std::move(script); }
    /// Resets every connection at once, before reading from it.
    void resetOnAccept(bool on) { m_resetOnAccept = on; }
    /// Resets every connection that stands, whatever is on its way over it.
    void resetConnections();
    void resetOldestConnection();
    /// Answers with a Date header this far from now; no such header without it.
    void setDateAhead(qint64 seconds) { m_dateAhead = seconds; }

    /// In the order of their first byte.
    [[nodiscard]] const QList<RecordedRequest> &requests() const { return m_requests; }
    [[nodiscard]] int complete(const QByteArray &method = {}) const;
    [[nodiscard]] int partial() const;
    [[nodiscard]] int connections() const { return m_connections; }

    /// A port of 127.0.0.1 on which nobody listens.
    static quint16 closedPort();
    /// Makes this process trust the servers with Transport::Tls. For good: before the first
    /// request.
    static void trustTestCertificate();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Connection;
    void accept(QTcpSocket *socket);
    void read(const std::shared_ptr<Connection> &connection);
    void act(Connection &connection, const FaultAnswer &answer);
    void trickle(Connection &connection);
    [[nodiscard]] QByteArray headOf(const FaultAnswer &answer) const;
    [[nodiscard]] QByteArray wordsOf(const FaultAnswer &answer) const;

    Transport m_transport;
    QSslConfiguration m_tls;
    Script m_script;
    bool m_resetOnAccept = false;
    std::optional<qint64> m_dateAhead;
    QList<RecordedRequest> m_requests;
    int m_connections = 0;
};

} // namespace clusterdeck
