// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/signature.h"
#include "app/demo/wiresignature.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

/// Requests as a client of the documented API sends them, for tests of the practice service. Signed
/// with the program's own code; tst_demogatekeeper proves that the service checks by the published
/// rule.
struct Signer {
    using Parameters = QMap<QByteArray, QByteArray>;
    using WireRequest = clusterdeck::demo::WireRequest;

    [[nodiscard]] WireRequest request(const QByteArray &method, const QByteArray &path,
                                      const Parameters &parameters,
                                      const QByteArray &body = {}) const
    {
        clusterdeck::Parameters all{{QStringLiteral("zone"), QStringLiteral("jn1a")}};
        for (auto it = parameters.cbegin(); it != parameters.cend(); ++it)
            all.insert(QString::fromUtf8(it.key()), QString::fromUtf8(it.value()));
        const bool reads = method == "GET";
        return {method, path,
                clusterdeck::signedQuery(
                    reads ? clusterdeck::Method::Get : clusterdeck::Method::Post, path, all, body,
                    {keyId, secret}, now.isValid() ? now : QDateTime::currentDateTimeUtc())
                    .value(),
                reads ? QByteArray() : QByteArray("application/json"), body};
    }
    [[nodiscard]] WireRequest get(const QByteArray &path, const Parameters &parameters = {}) const
    {
        return request("GET", path, parameters);
    }
    [[nodiscard]] WireRequest post(const QByteArray &path, const QByteArray &body) const
    {
        return request("POST", path, {}, body);
    }

    QString keyId;
    QString secret;
    QDateTime now = {}; ///< UTC; invalid: the current time
};

[[nodiscard]] inline QByteArray deleteBody(const QList<QByteArray> &ids,
                                           const QByteArray &zone = "jn1a")
{
    return "{\"cluster_ids\": [\"" + ids.join("\", \"") + R"("], "run_user": "u", "zone": ")" +
           zone + "\"}";
}
