// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

namespace clusterdeck
{

/// The key pair that signs. The secret lives here and in the keychain, nowhere else.
struct Credentials {
    QString accessKeyId;
    QString secretAccessKey;
};

enum class Method { Get, Post };

/// Query parameters by name. A parameter without a value is never sent.
using Parameters = QMap<QString, QString>;

/// Percent-encodes UTF-8 as the service does before it signs: unreserved are A-Z a-z 0-9 _ . - /,
/// hex digits are upper-case (app/api/README.md §2, rule 2).
[[nodiscard]] QByteArray percentEncode(const QString &text);

/// The text that is signed (rule 4). `path` is that of the URL; the closing slash is added here.
[[nodiscard]] QByteArray stringToSign(Method method, const QByteArray &path,
                                      const QByteArray &canonicalQuery, const QByteArray &body);

/// The years whose times are signed, first and last. No clock that is set shows another, and from
/// the year 10000 on the timestamp has no form.
inline constexpr int FirstSignedYear = 2020;
inline constexpr int LastSignedYear = 2099;

/// The exact bytes of the query, signature last, for a request made at `utc`. The common parameters
/// (key id, method, version, timestamp) are added here; `zone` is the caller's like any other.
/// A time that is invalid or outside the years above is not signed: ClockSkew, NotSent.
[[nodiscard]] Result<QByteArray> signedQuery(Method method, const QByteArray &path,
                                             Parameters parameters, const QByteArray &body,
                                             const Credentials &credentials, const QDateTime &utc);

} // namespace clusterdeck
