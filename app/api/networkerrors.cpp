// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/networkerrors.h"

#include <QSslError>

#include <algorithm>

namespace clusterdeck
{

namespace
{

TlsProblem problemOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        return TlsProblem::Expired;
    case QSslError::HostNameMismatch:
        return TlsProblem::WrongHost;
    case QSslError::SelfSignedCertificate:
        return TlsProblem::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return TlsProblem::UnknownIssuer;
    default: // Qt may add values: each of them means that the certificate was refused
        return TlsProblem::Other;
    }
}

} // namespace

NetworkFault networkFaultOf(QNetworkReply::NetworkError error, bool behindProxy)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return {behindProxy ? ErrorKind::Proxy : ErrorKind::HostNotFound, false};
    case QNetworkReply::ConnectionRefusedError:
        return {behindProxy ? ErrorKind::Proxy : ErrorKind::ConnectionRefused, false};
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorKind::Tls, false};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return {ErrorKind::Proxy, false};
    case QNetworkReply::UnknownNetworkError:
        return {behindProxy ? ErrorKind::Proxy : ErrorKind::Network, true};
    default:
        return {ErrorKind::Network, true};
    }
}

bool isOfHttpStatus(QNetworkReply::NetworkError error)
{
    if (error == QNetworkReply::ContentReSendError)
        return false;
    return error == QNetworkReply::ProtocolInvalidOperationError // Qt's reading of status 400
           || (error >= QNetworkReply::ContentAccessDenied &&
               error <= QNetworkReply::UnknownContentError) ||
           (error >= QNetworkReply::InternalServerError &&
            error <= QNetworkReply::UnknownServerError);
}

TlsProblem tlsProblemOf(const QList<QSslError> &errors)
{
    for (const TlsProblem problem : {TlsProblem::WrongHost, TlsProblem::Expired,
                                     TlsProblem::SelfSigned, TlsProblem::UnknownIssuer}) {
        const bool found =
            std::any_of(errors.cbegin(), errors.cend(), [problem](const QSslError &error) {
                return problemOf(error.error()) == problem;
            });
        if (found)
            return problem;
    }
    return TlsProblem::Other;
}

TlsProblem tlsProblemOf(const QString &handshakeMessage)
{
    // "unsupported protocol": the server chose an old protocol; "… alert protocol version": the
    // server refused ours.
    for (const char *words : {"unsupported protocol", "protocol version"}) {
        if (handshakeMessage.contains(QLatin1String(words), Qt::CaseInsensitive))
            return TlsProblem::TooOld;
    }
    return TlsProblem::Other;
}

} // namespace clusterdeck
