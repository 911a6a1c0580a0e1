// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace clusterdeck::demo
{

/// One request as it came over the wire.
struct WireRequest {
    QByteArray method;
    QByteArray path;  ///< without the query
    QByteArray query; ///< as sent, still percent-encoded, without the "?"
    QByteArray contentType;
    QByteArray body;
};

/// Names and values, decoded, in the order in which they were sent.
using QueryItems = QList<std::pair<QByteArray, QByteArray>>;

/// Takes a raw query apart and decodes it. A "+" reads as a space, as it does in every web
/// framework; a parameter without a value is dropped, as Python's parse_qs does: signed, it breaks
/// the signature.
[[nodiscard]] QueryItems decodedQuery(const QByteArray &rawQuery);

/// The value of `name`, empty when it was not sent.
[[nodiscard]] QByteArray valueOf(const QueryItems &items, QByteArrayView name);

/// The signature in Base64 that a request must carry (app/api/README.md §2, rules 1 to 5). The path
/// may end in a slash or not.
[[nodiscard]] QByteArray expectedSignature(const QByteArray &method, const QByteArray &path,
                                           const QueryItems &items, const QByteArray &body,
                                           const QByteArray &secret);

/// The Base64 text in a `signature` value that has been decoded once. The documented form arrives
/// with one more layer of percent-encoding; a client that encoded only once is understood as well.
[[nodiscard]] QByteArray signatureText(QByteArray decodedOnce);

} // namespace clusterdeck::demo
