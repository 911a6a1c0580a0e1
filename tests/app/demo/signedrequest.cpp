// SPDX-License-Identifier: GPL-3.0-or-later
#include "signedrequest.h"

#include "app/api/signature.h"

using clusterdeck::demo::WireRequest;

/// Signed as the program signs. That the service checks by the published rule, and not by the
/// program's, is what tst_demogatekeeper proves.
QByteArray Signer::query(const QByteArray &method, const QByteArray &path,
                         const Parameters &parameters, const QByteArray &body) const
{
    clusterdeck::Parameters all{{QStringLiteral("zone"), QString::fromUtf8(zone)}};
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it)
        all.insert(QString::fromUtf8(it.key()), QString::fromUtf8(it.value()));
    return clusterdeck::signedQuery(
        method == "GET" ? clusterdeck::Method::Get : clusterdeck::Method::Post, path, all, body,
        {QString::fromUtf8(keyId), QString::fromUtf8(secret)},
        now.isValid() ? now : QDateTime::currentDateTimeUtc());
}

WireRequest Signer::get(const QByteArray &path, const Parameters &parameters) const
{
    return {"GET", path, query("GET", path, parameters), {}, {}};
}

WireRequest Signer::post(const QByteArray &path, const QByteArray &body) const
{
    return {"POST", path, query("POST", path, {}, body), "application/json", body};
}

QByteArray httpBytes(const WireRequest &request)
{
    QByteArray bytes = request.method + ' ' + request.path + '?' + request.query +
                       " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    if (!request.contentType.isEmpty())
        bytes += "Content-Type: " + request.contentType + "\r\n";
    if (!request.body.isEmpty())
        bytes += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return bytes + "\r\n" + request.body;
}

QByteArray deleteBody(const QList<QByteArray> &ids, const QByteArray &runUser,
                      const QByteArray &zone)
{
    return "{\"cluster_ids\": [\"" + ids.join("\", \"") + "\"], \"run_user\": \"" + runUser +
           "\", \"zone\": \"" + zone + "\"}";
}
