// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/cafile.h"

#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>

namespace clusterdeck
{

CaFileState checkCaFile(const QString &path)
{
    QList<QSslCertificate> certificates;
    return readCaFile(path, certificates);
}

CaFileState readCaFile(const QString &path, QList<QSslCertificate> &certificates)
{
    certificates.clear();
    // A pipe or a device would keep us waiting, or never end.
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return CaFileState::Unreadable;
    const QByteArray bytes = file.read(MaxCaFileBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return CaFileState::Unreadable;
    if (bytes.size() > MaxCaFileBytes)
        return CaFileState::TooLarge;
    certificates = QSslCertificate::fromData(bytes, QSsl::Pem);
    certificates.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    return certificates.isEmpty() ? CaFileState::NoCertificate : CaFileState::Fine;
}

} // namespace clusterdeck
