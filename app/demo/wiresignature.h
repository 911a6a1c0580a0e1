// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace clusterdeck::demo
{

/// One HTTP request as received.
struct WireRequest {
    QByteArray method;
    QByteArray path;  ///< without the query
    QByteArray query; ///< as sent, still percent-encoded, without the "?"
    QByteArray contentType;
    QByteArray body;
};

/// Names and values, decoded, in the order of sending.
using QueryItems = QList<std::pair<QByteArray, QByteArray>>;

/// Splits and decodes a raw query. "+" is a space, as in every web framework. Parameters without a
/// value are dropped, as by Python's parse_qs: a client that signs them gets a wrong signature.
[[nodiscard]] QueryItems decodedQuery(const QByteArray &rawQuery);

/// The value of `name`; empty when missing.
[[nodiscard]] QByteArray valueOf(const QueryItems &items, QByteArrayView name);

/// The correct signature of a request, in Base64 (app/api/README.md §2, rules 1 to 5). The path may
/// end in a slash or not.
[[nodiscard]] QByteArray expectedSignature(const QByteArray &method, const QByteArray &path,
                                           const QueryItems &items, const QByteArray &body,
                                           const QByteArray &secret);

/// The Base64 text in a `signature` value that was decoded once. By the documentation it is
/// percent-encoded twice; a client that encoded it once is accepted too.
[[nodiscard]] QByteArray signatureText(QByteArray decodedOnce);

} // namespace clusterdeck::demo
