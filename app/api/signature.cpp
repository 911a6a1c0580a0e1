// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/signature.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <map>

namespace clusterdeck
{

namespace
{

QByteArray percentEncodeBytes(const QByteArray &bytes)
{
    // Qt does not encode A-Z a-z 0-9 - . _ ~. The service differs for "/" and "~".
    return bytes.toPercentEncoding("/", "~");
}

QByteArray canonicalQuery(const Parameters &parameters)
{
    // QMap sorts by UTF-16 unit, the service by byte.
    std::map<QByteArray, QString> byName;
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it) {
        if (!it.value().isEmpty())
            byName.emplace(it.key().toUtf8(), it.value());
    }
    QByteArray query;
    for (const auto &[name, value] : byName) {
        if (!query.isEmpty())
            query += '&';
        query += percentEncodeBytes(name) + '=' + percentEncode(value);
    }
    return query;
}

} // namespace

QByteArray percentEncode(const QString &text)
{
    return percentEncodeBytes(text.toUtf8());
}

QByteArray stringToSign(Method method, const QByteArray &path, const QByteArray &canonicalQuery,
                        const QByteArray &body)
{
    const QByteArray verb = method == Method::Get ? "GET" : "POST";
    const QByteArray closedPath = path.endsWith('/') ? path : path + '/';
    const QByteArray digest = QCryptographicHash::hash(body, QCryptographicHash::Md5).toHex();
    return verb + '\n' + closedPath + '\n' + canonicalQuery + '\n' + digest;
}

Result<QByteArray> signedQuery(Method method, const QByteArray &path, Parameters parameters,
                               const QByteArray &body, const Credentials &credentials,
                               const QDateTime &utc)
{
    const QDateTime moment = utc.toUTC();
    const int year = moment.date().year(); // 0 when invalid
    if (year < FirstSignedYear || year > LastSignedYear) {
        return ApiError{.kind = ErrorKind::ClockSkew,
                        .outcome = Outcome::NotSent,
                        .detail = QStringLiteral("the year %1 is not signed").arg(year)};
    }
    parameters.remove(QStringLiteral("signature"));
    parameters[QStringLiteral("access_key_id")] = credentials.accessKeyId;
    parameters[QStringLiteral("signature_method")] = QStringLiteral("HmacSHA256");
    parameters[QStringLiteral("signature_version")] = QStringLiteral("1");
    parameters[QStringLiteral("timestamp")] = moment.toString(Qt::ISODate);
    parameters[QStringLiteral("version")] = QStringLiteral("1");

    const QByteArray query = canonicalQuery(parameters);
    const QByteArray mac = QMessageAuthenticationCode::hash(stringToSign(method, path, query, body),
                                                            credentials.secretAccessKey.toUtf8(),
                                                            QCryptographicHash::Sha256);
    // Encoded twice, with "/" too: these bytes are sent unchanged.
    const QByteArray once = mac.toBase64().toPercentEncoding();
    return query + "&signature=" + once.toPercentEncoding();
}

} // namespace clusterdeck
