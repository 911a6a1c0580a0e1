// SPDX-License-Identifier: GPL-3.0-or-later
#include "signedrequest.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using clusterdeck::demo::WireRequest;

QByteArray Signer::query(const QByteArray &method, const QByteArray &path,
                         const Parameters &parameters, const QByteArray &body) const
{
    // Sorted by its keys, as the rule wants it. What the caller gives wins, so that it can be
    // wrong.
    Parameters all = {{"access_key_id", keyId},
                      {"signature_method", "HmacSHA256"},
                      {"signature_version", "1"},
                      {"version", "1"},
                      {"zone", zone}};
    const QDateTime moment = now.isValid() ? now : QDateTime::currentDateTimeUtc();
    all.insert("timestamp", moment.toString(Qt::ISODate).toLatin1());
    all.insert(parameters);
    QByteArray query;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (!it.value().isEmpty())
            query += (query.isEmpty() ? "" : "&") + it.key().toPercentEncoding("/", "~") + '=' +
                     it.value().toPercentEncoding("/", "~");
    }
    const QByteArray digest = QCryptographicHash::hash(body, QCryptographicHash::Md5).toHex();
    const QByteArray mac = QMessageAuthenticationCode::hash(
        method + '\n' + path + "/\n" + query + '\n' + digest, secret, QCryptographicHash::Sha256);
    return query + "&signature=" + mac.toBase64().toPercentEncoding().toPercentEncoding();
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
