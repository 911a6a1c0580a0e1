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

/// What is asked, before it is signed.
struct ApiRequest {
    Method method = Method::Get;
    QByteArray path; ///< /api/cluster/list
    Parameters parameters;
    QByteArray body; ///< of a POST, in canonicalJson() form
    int attempt = 0; ///< from 1; for the log
};

/// One HTTP exchange: one request leaves at most once, one answer is judged.
///
/// Its own total deadline bounds it, whatever the server does; redirects are not followed; an
/// answer of more than MaxAnswerBytes is given up, and no more than MaxUnreadBytes lie between the
/// network and this, however busy the event loop is. (The body of a 401 or 407 Qt reads to its end
/// before it tells anybody of it, and of one endless chunk it can read more in one go: there only
/// the deadline is a bound.) A POST's body is a NonRewindableBody, so Qt cannot send it twice. The
/// key and the signature are taken out of what the server says before anybody reads it. HTTP/1.1
/// only: what of HTTP/2 is left out by that is said in apicall.cpp. Deletes itself after
/// finished(). Destroyed before that, it gives up silently.
class ApiCall : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds DefaultDeadline{30};
    static constexpr qint64 MaxAnswerBytes = qint64{32} * 1024 * 1024;
    static constexpr qint64 MaxUnreadBytes = qint64{1} * 1024 * 1024;

    ApiCall(Transport &network, const QUrl &baseUrl, ApiRequest request, QObject *parent = nullptr);
    ~ApiCall() override;

    /// Signs for `utc` and sends. Call once. False: nothing was given to the network, because the
    /// URL, the network's CA file or `utc` is no good; finished() says so, with outcome NotSent.
    bool start(const Credentials &credentials, const QDateTime &utc,
               std::chrono::milliseconds deadline = DefaultDeadline);

    /// Gives up: finished() follows at once with kind Cancelled, unless it was already sent.
    void abort();

signals:
    /// Exactly once after start(), never from within it, also when the network manager dies.
    /// The call, the network manager and whoever owns them may be destroyed from here.
    void finished(const clusterdeck::Result<QJsonObject> &result);

    /// Nothing is on the wire for it any more, though the answer is not read yet: at most once, and
    /// only before finished(). Nobody may destroy the call from here.
    void answered();

    /// The `Date` header of an answer, UTC, when its headers arrive: only one that stands alone, in
    /// the form that HTTP prescribes, without a sign that the answer lay in a cache. Whether it is
    /// an answer of the service only finished() tells.
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
    void giveUp(ErrorKind kind, const QString &detail);
    void letGo();
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
    QPointer<NonRewindableBody>
        m_body; ///< the reply's child: Qt may look at it as long as that lives
    QTimer m_deadline;
    QByteArray m_answer;
    Redactor m_keys;
    QElapsedTimer m_since;
    QString m_tlsDetail;
    std::optional<Result<QJsonObject>> m_result;
    int m_status = 0; ///< of HTTP
    bool m_dateSeen = false;
    bool m_bodyTaken = false; ///< as of the moment when the body was let go
};

} // namespace clusterdeck
