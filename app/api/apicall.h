// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/result.h"
#include "app/api/signature.h"
#include "app/support/redaction.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <optional>

class QNetworkReply;
class QNetworkRequest;

namespace clusterdeck
{

class NonRewindableBody;
class Transport;

/// A request before it is signed.
struct ApiRequest {
    Method method = Method::Get;
    QByteArray path; ///< /api/cluster/list
    Parameters parameters;
    QByteArray body; ///< of a POST, from canonicalJson()
    int attempt = 0; ///< from 1, for the log; 0: not set
};

/// One HTTP exchange: sends one request at most once and classifies one answer.
///
/// - A total deadline ends the exchange, whatever the server does.
/// - Redirects are not followed. HTTP/1.1 only (the reason is in apicall.cpp).
/// - An answer of more than MaxAnswerBytes ends the exchange. Qt buffers at most MaxUnreadBytes,
///   however busy the event loop is. (Two exceptions, where only the deadline is a limit: Qt reads
///   the body of a 401 or 407 to its end, and it can read more of one endless chunk.)
/// - The body of a POST is a NonRewindableBody, so that Qt cannot send it twice.
/// - The key and the signature are removed from the answer.
///
/// Deletes itself after finished(). If it is destroyed before, no signal is sent.
class ApiCall : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds DefaultDeadline{30};
    static constexpr qint64 MaxAnswerBytes = qint64{32} * 1024 * 1024;
    static constexpr qint64 MaxUnreadBytes = qint64{1} * 1024 * 1024;

    ApiCall(Transport &network, const QUrl &baseUrl, ApiRequest request, QObject *parent = nullptr);
    ~ApiCall() override;

    /// Signs the request for the time `utc` and sends it. Call once. False: nothing was sent,
    /// because the URL, the CA file, the proxies or `utc` cannot be used; finished() follows with
    /// NotSent. After abort() it does nothing and returns false.
    bool start(const Credentials &credentials, const QDateTime &utc,
               std::chrono::milliseconds deadline = DefaultDeadline);

    /// Ends the exchange: emits finished() with kind Cancelled before it returns, unless the result
    /// is already known.
    void abort();

signals:
    /// Exactly once after start(), never from within start(), also when the network manager is
    /// destroyed. A slot may destroy the call, the network manager and their owners.
    void finished(const clusterdeck::Result<QJsonObject> &result);

    /// The answer arrived completely but is not parsed yet: its connection is free. At most once,
    /// and only before finished(). A slot must not destroy the call.
    void answered();

    /// The `Date` header, UTC, when the headers arrive. Only a single header in the form that HTTP
    /// prescribes, and only if no header shows that the answer comes from a cache. Whether the
    /// answer comes from the service is known with finished().
    void serverDate(const QDateTime &utc);

private:
    [[nodiscard]] std::optional<ApiError> obstacle(const QUrl &url) const;
    void post(const QNetworkRequest &request);
    void watch();
    void readHeaders();
    void readSome();
    void replyFinished();
    void readAnswer();
    void networkDied();
    void deadlinePassed();
    void finish(Result<QJsonObject> result);
    void fail(ErrorKind kind, const QString &detail);
    void release();
    void deliver();
    void log() const;
    [[nodiscard]] ApiError networkError() const;
    [[nodiscard]] TlsProblem tlsProblem() const;
    [[nodiscard]] bool bodyTaken() const;
    [[nodiscard]] bool behindProxy() const;
    [[nodiscard]] ApiError localError(ErrorKind kind, const QString &detail) const;
    [[nodiscard]] Outcome outcomeWithoutAnswer(bool connected) const;

    QPointer<Transport> m_network;
    QUrl m_baseUrl;
    ApiRequest m_request;
    QPointer<QNetworkReply> m_reply;
    QPointer<NonRewindableBody> m_body; ///< child of the reply, which reads from it
    QTimer m_deadline;
    QByteArray m_answer;
    Redactor m_keys;
    QElapsedTimer m_since;
    QString m_tlsDetail;
    std::optional<Result<QJsonObject>> m_result;
    int m_status = 0; ///< of HTTP
    bool m_dateSeen = false;
    bool m_bodyTaken = false; ///< a byte of the body was read; known when the body is closed
};

} // namespace clusterdeck
