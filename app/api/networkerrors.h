// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apierror.h"

#include <QList>
#include <QNetworkReply>

class QSslError;

namespace clusterdeck
{

/// What Qt's error says about an exchange that ended without an answer.
struct NetworkFault {
    ErrorKind kind = ErrorKind::Network;
    bool connected = true; ///< false: certainly no connection to the cloud was made

    bool operator==(const NetworkFault &) const = default;
};

/// The fault behind Qt's error. Pure. `behindProxy`: the request goes through a proxy, and no byte
/// of its body was read yet. Then a failed connection is reported by the proxy. Qt has no separate
/// codes for most of these errors: a proxy that refuses or answers 502 is UnknownNetworkError, and
/// its 404 and 503 look like an unknown host and a closed port.
[[nodiscard]] NetworkFault networkFaultOf(QNetworkReply::NetworkError error, bool behindProxy);

/// Whether the error only repeats the HTTP status. Then the answer arrived completely and can be
/// read. False for 407: that answer comes from a proxy, not from the provider. Pure.
[[nodiscard]] bool isOfHttpStatus(QNetworkReply::NetworkError error);

/// The most important of several problems. A wrong host comes before an unknown signer, since a CA
/// file cannot solve it. Pure.
[[nodiscard]] TlsProblem tlsProblemOf(const QList<QSslError> &errors);

/// The problem of a handshake that failed before the certificate was checked, by OpenSSL's words at
/// the end of Qt's message. Qt does not report in any other way that the protocol was the reason.
/// Pure.
[[nodiscard]] TlsProblem tlsProblemOf(const QString &handshakeMessage);

} // namespace clusterdeck
