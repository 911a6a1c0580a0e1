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
    int connection = 0; ///< counted from 1; equal numbers mean the same connection
    QByteArray method;
    QByteArray target; ///< path and query, unchanged
    QByteArray head;   ///< request line and headers, without the empty line
    QByteArray body;
    bool complete = false; ///< the body has the length of Content-Length

    [[nodiscard]] QByteArray path() const;
    [[nodiscard]] QByteArray parameter(const QByteArray &name) const; ///< as encoded in the request
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QList<QByteArray> headers(const QByteArray &name) const;
};

/// The server's reaction to a request. Those of the first group begin when the request's headers
/// have arrived, the others when the whole request has arrived.
enum class Fault {
    CloseAfterHead,
    ResetAfterHead,

    None,          ///< sends the given answer, keeps the connection
    ReadAndClose,  ///< closes without an answer
    ReadAndReset,  ///< the same with a TCP reset
    Hang,          ///< never answers
    CloseInHeader, ///< closes inside a header line
    ResetInHeader,
    HangInHeader,
    CloseInBody, ///< closes inside the announced body
    ResetInBody,
    HangInBody,
    TrickleHeader, ///< one byte of a header every few milliseconds, without end
    TrickleBody,
    ManyHeaders,     ///< more than a hundred, then silence
    MalformedHeader, ///< an invalid line, then silence
    OnlyContinue,    ///< 100 Continue, then closes
};

struct FaultAnswer {
    Fault fault = Fault::None;
    int status = 200;
    QByteArray body = R"({"ret_code": 0})";
    QList<QByteArray> headers; ///< complete lines, after Content-Length and Content-Type
    bool closeAfterwards = false;

    static FaultAnswer of(Fault fault);
    static FaultAnswer json(const QByteArray &body, int status = 200);
    static FaultAnswer code(int retCode, int status = 200);
};

/// An HTTP/1.1 server on loopback, optionally with TLS, that records requests and produces the
/// given faults.
class FaultServer : public QTcpServer
{
    Q_OBJECT

public:
    enum class Transport { Plain, Tls };
    using Script = std::function<FaultAnswer(const RecordedRequest &)>;

    /// Listens on a free port of 127.0.0.1.
    explicit FaultServer(Transport transport = Transport::Plain, QObject *parent = nullptr);

    /// With TLS, using the certificate, key and protocols of `tls`.
    explicit FaultServer(const QSslConfiguration &tls, QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;

    /// Called for each request when its headers have arrived. Without a script the answer is
    /// {"ret_code": 0}.
    void answerWith(Script script) { m_script = std::move(script); }
    /// Resets every new connection at once, before reading from it.
    void resetOnAccept(bool on) { m_resetOnAccept = on; }
    /// Resets every open connection.
    void resetConnections();
    void resetOldestConnection();
    /// Answers with a Date header this far from now; without this call there is no Date.
    void setDateAhead(qint64 seconds) { m_dateAhead = seconds; }

    /// In the order of their first byte.
    [[nodiscard]] const QList<RecordedRequest> &requests() const { return m_requests; }
    [[nodiscard]] int complete(const QByteArray &method = {}) const;
    [[nodiscard]] int partial() const;
    [[nodiscard]] int connections() const { return m_connections; }

    /// A port of 127.0.0.1 that is closed.
    static quint16 closedPort();
    /// Makes this process trust the servers with Transport::Tls. Cannot be undone; call before the
    /// first request.
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
