// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

namespace clusterdeck
{

/// The key pair that signs requests. Only the keychain stores the secret.
struct Credentials {
    QString accessKeyId;
    QString secretAccessKey;
};

enum class Method { Get, Post };

/// Query parameters by name. A parameter with an empty value is not sent.
using Parameters = QMap<QString, QString>;

/// Percent-encodes UTF-8 as the service does before it signs: unreserved are A-Z a-z 0-9 _ . - /,
/// hex digits are upper-case (app/api/README.md §2, rule 2).
[[nodiscard]] QByteArray percentEncode(const QString &text);

/// The text that is signed (rule 4). `path` is the path of the URL; a slash is added at its end.
[[nodiscard]] QByteArray stringToSign(Method method, const QByteArray &path,
                                      const QByteArray &canonicalQuery, const QByteArray &body);

/// The first and last year whose times are signed. A clock outside them is not set, and the
/// timestamp has no format for years from 10000 on.
inline constexpr int FirstSignedYear = 2020;
inline constexpr int LastSignedYear = 2099;

/// The exact bytes of the query, with the signature last, for a request made at `utc`. The common
/// parameters (key id, method, version, timestamp) are added here; all others, `zone` too, come
/// from the caller. A time that is invalid or outside the years above: ClockSkew, NotSent.
[[nodiscard]] Result<QByteArray> signedQuery(Method method, const QByteArray &path,
                                             Parameters parameters, const QByteArray &body,
                                             const Credentials &credentials, const QDateTime &utc);

} // namespace clusterdeck
