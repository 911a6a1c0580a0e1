// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSslConfiguration>
#include <QTemporaryDir>

namespace clusterdeck
{

/// A certificate authority for one test, created by the openssl command in its own folder, so that
/// no certificate in the repository can expire.
class Authority
{
public:
    /// The contents of a server certificate.
    struct Order {
        QByteArray names = "DNS:localhost,IP:127.0.0.1"; ///< in openssl's form of subjectAltName
        QDateTime from = QDateTime::currentDateTimeUtc().addDays(-1);
        QDateTime until = QDateTime::currentDateTimeUtc().addDays(2);
        bool selfSigned = false;
    };

    Authority();

    /// The authority's certificate, PEM.
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("ca.pem")); }

    /// The TLS configuration of a server with a certificate for `order`. `file` receives the path
    /// of the certificate.
    [[nodiscard]] QSslConfiguration issue(const Order &order, QString *file = nullptr);

private:
    void openssl(const QStringList &arguments) const;

    QTemporaryDir m_folder;
    int m_issued = 0;
};

} // namespace clusterdeck
