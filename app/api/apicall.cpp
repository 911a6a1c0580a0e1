// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apicall.h"

#include "app/api/networkerrors.h"
#include "app/api/nonrewindablebody.h"
#include "app/api/replies.h"
#include "app/api/responseredaction.h"
#include "app/api/transport.h"
#include "app/support/enumcount.h"
#include "app/support/log.h"
#include "app/support/wordtable.h"

#include <QMetaEnum>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>

#include <algorithm>
#include <array>
#include <utility>

namespace clusterdeck
{

namespace
{

/// The URL with exactly these bytes in its query. Other ways of making a QUrl may normalize them.
QUrl exactUrl(const QUrl &baseUrl, const QByteArray &path, const QByteArray &query)
{
    const QByteArray origin = baseUrl
                                  .adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath |
                                            QUrl::RemoveQuery | QUrl::RemoveFragment)
                                  .toEncoded();
    return QUrl::fromEncoded(origin + path + '?' + query, QUrl::StrictMode);
}

QNetworkRequest plainRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    // A signed request must not go to another server.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // HTTP/2 is off because it cannot be tested with the lost-answer matrix: no maintained server
    // can be told to break an HTTP/2 connection in the middle of an answer.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("Accept", "application/json");
    // Uncompressed, so that the size limit counts the bytes that are kept.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "Clusterdeck/" CLUSTERDECK_VERSION);
    return request;
}

QString nameOf(QNetworkReply::NetworkError error)
{
    const char *name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error);
    return QStringLiteral("%1 (%2)").arg(QLatin1String(name)).arg(int(error));
}

constexpr std::array Outcomes{
    Word<Outcome>{Outcome::NotSent, "not sent"},
    Word<Outcome>{Outcome::Refused, "refused"},
    Word<Outcome>{Outcome::Unknown, "unknown"},
};
static_assert(Outcomes.size() == enumCount<Outcome>());

/// Only IMF-fixdate, "Sun, 06 Nov 1994 08:49:37 GMT". Neither the two obsolete forms, which servers
/// no longer send, nor several Date headers, which Qt joins.
QDateTime parseHttpDate(const QByteArray &value)
{
    constexpr qsizetype Length = 29;
    QString text = QString::fromLatin1(value);
    if (text.size() != Length || !text.endsWith(QLatin1String(" GMT")))
        return {};
    text.replace(text.size() - 3, 3, QLatin1String("+0000"));
    return QDateTime::fromString(text, Qt::RFC2822Date).toUTC();
}

/// Whether the answer may come from a cache. Then its Date is as old as the answer.
bool mayBeStored(const QNetworkReply &reply)
{
    if (reply.hasRawHeader("Age"))
        return true;
    // Cache-Status, X-Cache, and headers of single vendors.
    const QList<QNetworkReply::RawHeaderPair> &headers = reply.rawHeaderPairs();
    return std::any_of(headers.begin(), headers.end(), [](const auto &header) {
        return header.first.toLower().contains("cache") && header.second.toLower().contains("hit");
    });
}

} // namespace

ApiCall::ApiCall(Transport &network, const QUrl &baseUrl, ApiRequest request, QObject *parent)
    : QObject(parent)
    , m_network(&network)
    , m_baseUrl(baseUrl)
    , m_request(std::move(request))
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, &ApiCall::deadlinePassed);
}

ApiCall::~ApiCall()
{
    release();
}

bool ApiCall::start(const Credentials &credentials, const QDateTime &utc,
                    std::chrono::milliseconds deadline)
{
    if (m_result) // abort() was called before
        return false;
    const Result<QByteArray> query = signedQuery(
        m_request.method, m_request.path, m_request.parameters, m_request.body, credentials, utc);
    m_since.start();
    if (!query) {
        finish(query.error());
        return false;
    }
    m_keys = redactorFor(credentials.accessKeyId, credentials.secretAccessKey, *query);
    const QUrl url = exactUrl(m_baseUrl, m_request.path, *query);
    if (const std::optional<ApiError> error = obstacle(url)) {
        finish(*error);
        return false;
    }
    m_deadline.start(deadline);
    const QNetworkRequest request = plainRequest(url);
    if (m_request.method == Method::Post)
        post(request);
    else
        m_reply = m_network->get(request);
    watch();
    return true;
}

/// Why the request must not be sent.
std::optional<ApiError> ApiCall::obstacle(const QUrl &url) const
{
    const bool isWeb =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!m_network || !url.isValid() || !isWeb || url.host().isEmpty()) {
        return ApiError{.kind = ErrorKind::Network,
                        .outcome = Outcome::NotSent,
                        .detail = QStringLiteral("no network, or not a web address")};
    }
    const SystemProxies *proxies = m_network->proxies();
    if (proxies && proxies->state() != SystemProxies::State::Known) {
        return ApiError{.kind = ErrorKind::Proxy,
                        .outcome = Outcome::NotSent,
                        .detail = QStringLiteral("the system named no proxy within %1 ms")
                                      .arg(SystemProxies::Deadline.count())};
    }
    const CaFileState state = m_network->caFileState();
    if (state == CaFileState::Fine)
        return std::nullopt;
    return ApiError{.kind = ErrorKind::Tls,
                    .outcome = Outcome::NotSent,
                    .detail = QStringLiteral("the CA file was not accepted (%1)").arg(int(state)),
                    .tls = TlsProblem::CaFile};
}

void ApiCall::post(const QNetworkRequest &request)
{
    QNetworkRequest withBody = request;
    withBody.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    withBody.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
    withBody.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    m_body = new NonRewindableBody(m_request.body);
    m_reply = m_network->post(withBody, m_body);
    m_body->setParent(m_reply);
}

void ApiCall::watch()
{
    // Without a limit Qt's thread buffers all data that arrives while this thread is busy.
    m_reply->setReadBufferSize(MaxUnreadBytes);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &ApiCall::readHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &ApiCall::readSome);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsDetail += QStringLiteral("; ") + error.errorString();
    });
    // Queued: a slot of finished() may destroy the manager, which must not be emitting a signal
    // then.
    connect(m_reply, &QNetworkReply::finished, this, &ApiCall::replyFinished, Qt::QueuedConnection);
    connect(m_reply, &QObject::destroyed, this, &ApiCall::networkDied);
    if (m_reply->isFinished())
        QMetaObject::invokeMethod(this, &ApiCall::replyFinished, Qt::QueuedConnection);
}

void ApiCall::abort()
{
    if (m_result)
        return;
    release();
    m_result = localError(ErrorKind::Cancelled, QStringLiteral("given up by this program"));
    deliver();
}

void ApiCall::readHeaders()
{
    if (m_dateSeen || m_result)
        return;
    const QDateTime date = parseHttpDate(m_reply->rawHeader("Date"));
    if (!date.isValid() || mayBeStored(*m_reply))
        return;
    m_dateSeen = true;
    emit serverDate(date);
}

void ApiCall::readSome()
{
    if (m_result || !m_reply)
        return;
    m_answer += m_reply->readAll();
    if (m_answer.size() > MaxAnswerBytes) {
        fail(ErrorKind::Protocol,
             QStringLiteral("the answer is larger than %1 bytes").arg(MaxAnswerBytes));
    }
}

void ApiCall::replyFinished()
{
    if (m_result || !m_reply)
        return;
    readHeaders();
    readSome();
    if (m_result)
        return;
    const QNetworkReply::NetworkError error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_status = status;
    // For a 307 Qt reports an error although redirects are off: it cannot rewind the body.
    const bool isRedirect = status >= 300 && status <= 399;
    const bool isAnswer = error == QNetworkReply::NoError || isOfHttpStatus(error) || isRedirect;
    // isOfHttpStatus() is false for a 407: its body comes from a proxy, not from the provider.
    if (status != 0 && isAnswer)
        readAnswer();
    else
        finish(networkError());
}

/// Parses the answer. A page of a listing takes 1 to 2 ms, and six pages may arrive together:
/// therefore only a short answer is parsed at once.
void ApiCall::readAnswer()
{
    constexpr qsizetype Short = 16 * 1024;
    release();
    emit answered();
    const auto read = [this] {
        if (!m_result)
            finish(replies::classify(m_status, m_answer));
    };
    if (m_network && m_answer.size() > Short)
        m_network->eventLoopQueue().take(this, read);
    else
        read();
}

void ApiCall::networkDied()
{
    if (m_result)
        return;
    release();
    finish(localError(ErrorKind::Network, QStringLiteral("the network manager was shut down")));
}

void ApiCall::deadlinePassed()
{
    // With HTTP/1.1 only, Qt 6.4.2 waits forever when a proxy closes the connection instead of
    // answering a CONNECT. The proxy is the likely reason until the host was reached once.
    const bool stuck = behindProxy() && !m_network->hasReached(m_reply->url().host());
    fail(stuck ? ErrorKind::Proxy : ErrorKind::Timeout,
         QStringLiteral("no complete answer within %1 ms%2")
             .arg(m_deadline.interval())
             .arg(QLatin1String(stuck ? ", nor a connection through the proxy" : "")));
}

void ApiCall::fail(ErrorKind kind, const QString &detail)
{
    if (m_result)
        return;
    const int status =
        m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
    release();
    ApiError error = localError(kind, detail);
    error.httpStatus = status;
    finish(error);
}

void ApiCall::finish(Result<QJsonObject> result)
{
    m_result = withoutKeys(std::move(result), m_answer, m_keys);
    release();
    QMetaObject::invokeMethod(this, &ApiCall::deliver, Qt::QueuedConnection);
}

void ApiCall::release()
{
    m_deadline.stop();
    if (m_body) {
        // After close() no byte can be read, so that m_bodyTaken stays correct.
        m_bodyTaken = m_body->wasTouched();
        m_body->close();
    }
    if (!m_reply)
        return;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void ApiCall::deliver()
{
    deleteLater();
    log();
    const Result<QJsonObject> result = *m_result;
    emit finished(result); // last: a slot may destroy this object
}

void ApiCall::log() const
{
    if (!apiLog().isDebugEnabled())
        return;
    const ApiError error = m_result->has_value() ? ApiError() : m_result->error();
    QDebug line = qDebug(apiLog());
    line.nospace().noquote();
    line << (m_request.method == Method::Get ? "GET " : "POST ") << m_request.path << " #"
         << m_request.attempt << ": HTTP " << m_status << ", ret_code " << error.retCode << ", "
         << m_answer.size() << " bytes, " << (m_since.isValid() ? m_since.elapsed() : 0) << " ms, ";
    if (*m_result)
        line << "good";
    else
        line << wordIn(Outcomes, error.outcome) << "; " << error.detail << "; " << error.serverText;
}

ApiError ApiCall::networkError() const
{
    const QNetworkReply::NetworkError error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const NetworkFault fault = networkFaultOf(error, behindProxy());
    // errorString() must not be stored: it may contain the URL with the signature.
    return {.kind = fault.kind,
            .outcome = outcomeWithoutAnswer(fault.connected || status != 0),
            .httpStatus = status,
            .detail = nameOf(error) + m_tlsDetail,
            .tls = fault.kind == ErrorKind::Tls ? tlsProblem() : TlsProblem::None};
}

TlsProblem ApiCall::tlsProblem() const
{
    const TlsProblem handshake = tlsProblemOf(m_reply->errorString());
    if (handshake != TlsProblem::Other || !m_network)
        return handshake;
    return m_network->lastTlsProblem(m_reply->url().host());
}

ApiError ApiCall::localError(ErrorKind kind, const QString &detail) const
{
    return {.kind = kind, .outcome = outcomeWithoutAnswer(true), .detail = detail};
}

/// The request goes through a proxy, and no byte of a body was read yet.
bool ApiCall::behindProxy() const
{
    return m_network && m_reply && !bodyTaken() && m_network->proxies() &&
           m_network->proxies()->isProxied();
}

bool ApiCall::bodyTaken() const
{
    return m_bodyTaken || (m_body && m_body->wasTouched());
}

Outcome ApiCall::outcomeWithoutAnswer(bool connected) const
{
    if (m_request.method == Method::Get)
        return connected ? Outcome::Unknown : Outcome::NotSent;
    return bodyTaken() ? Outcome::Unknown : Outcome::NotSent;
}

} // namespace clusterdeck
