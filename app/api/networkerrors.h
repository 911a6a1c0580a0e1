// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apierror.h"

#include <QList>
#include <QNetworkReply>

class QSslError;

namespace clusterdeck
{

/// What Qt's error says about an exchange that ended without an answer. All pure.
struct NetworkFault {
    ErrorKind kind = ErrorKind::Network;
    bool connected = true; ///< false: it is certain that no connection to the cloud ever stood

    bool operator==(const NetworkFault &) const = default;
};

/// `behindProxy`: a proxy stands between, and no byte of a body was taken yet. Then whatever keeps
/// the connection from coming about is the proxy's word: Qt has no code of its own for most of it
/// (a proxy that refuses or answers 502 is UnknownNetworkError), and a proxy's 404 and 503 look
/// like an unknown host and a closed port.
[[nodiscard]] NetworkFault networkFaultOf(QNetworkReply::NetworkError error, bool behindProxy);

/// Whether the error only repeats the HTTP status: such an answer has arrived whole and can be
/// read. 407 is none of these: by its meaning that is not the provider speaking.
[[nodiscard]] bool isOfHttpStatus(QNetworkReply::NetworkError error);

/// The one that the person should hear of first when several things are wrong: a certificate for
/// another host is not to be mended by a CA file, so that goes before an unknown signer.
[[nodiscard]] TlsProblem tlsProblemOf(const QList<QSslError> &errors);

/// The same of a handshake that failed without a certificate's being judged, by OpenSSL's words at
/// the end of Qt's message: there is no other way to learn that the protocol was the reason.
[[nodiscard]] TlsProblem tlsProblemOf(const QString &handshakeMessage);

} // namespace clusterdeck
