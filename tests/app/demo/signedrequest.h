// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/wiresignature.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

/// Requests as a client of the documented API would send them, for tests of the embedded service.
struct Signer {
    QByteArray keyId;
    QByteArray secret;
    QByteArray zone;
    QDateTime now; ///< UTC; invalid: the moment of signing

    using Parameters = QMap<QByteArray, QByteArray>;

    /// The query with its signature, ready for the wire.
    [[nodiscard]] QByteArray query(const QByteArray &method, const QByteArray &path,
                                   const Parameters &parameters, const QByteArray &body = {}) const;

    [[nodiscard]] clusterdeck::demo::WireRequest get(const QByteArray &path,
                                                     const Parameters &parameters = {}) const;
    [[nodiscard]] clusterdeck::demo::WireRequest post(const QByteArray &path,
                                                      const QByteArray &body) const;
};

/// The bytes of an HTTP/1.1 request.
[[nodiscard]] QByteArray httpBytes(const clusterdeck::demo::WireRequest &request);

/// {"cluster_ids": […], "run_user": …, "zone": …}
[[nodiscard]] QByteArray deleteBody(const QList<QByteArray> &ids, const QByteArray &runUser,
                                    const QByteArray &zone);
