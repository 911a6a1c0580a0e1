// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSslConfiguration>
#include <QTemporaryDir>

namespace clusterdeck
{

/// A certificate authority for one test, made by the openssl command in a folder of its own:
/// nothing in the repository expires.
class Authority
{
public:
    /// What a server's certificate says.
    struct Order {
        QByteArray names = "DNS:localhost,IP:127.0.0.1"; ///< as openssl writes subjectAltName
        QDateTime from = QDateTime::currentDateTimeUtc().addDays(-1);
        QDateTime until = QDateTime::currentDateTimeUtc().addDays(2);
        bool selfSigned = false;
    };

    Authority();

    /// Its own certificate, PEM.
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("ca.pem")); }

    /// What a server needs in order to be who `order` says. With `file`: where its certificate
    /// lies.
    [[nodiscard]] QSslConfiguration issue(const Order &order, QString *file = nullptr);

private:
    void openssl(const QStringList &arguments) const;

    QTemporaryDir m_folder;
    int m_issued = 0;
};

} // namespace clusterdeck
