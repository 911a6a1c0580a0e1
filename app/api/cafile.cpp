// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/cafile.h"

#include "app/support/privatefile.h"

#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>

#include <sys/stat.h>

namespace clusterdeck
{

CaFileState checkCaFile(const QString &path)
{
    QList<QSslCertificate> certificates;
    return readCaFile(path, certificates);
}

namespace
{

bool canOthersChange(const QString &path)
{
    struct stat found = {};
    const auto trust = trustOf(path);
    if (!trust || ::stat(QFile::encodeName(path).constData(), &found) != 0)
        return false;
    // In a folder with the sticky bit, such as /tmp, users cannot replace files of other users.
    const bool sticky = S_ISDIR(found.st_mode) && (found.st_mode & S_ISVTX) != 0;
    return !trust->ownOrRoot || (trust->othersCanWrite && !sticky);
}

} // namespace

bool othersCanChangeCaFile(const QString &path)
{
    const QString file = QFileInfo(path).canonicalFilePath();
    return canOthersChange(path) || canOthersChange(QFileInfo(path).path()) ||
           canOthersChange(file) || canOthersChange(QFileInfo(file).path());
}

CaFileState readCaFile(const QString &path, QList<QSslCertificate> &certificates)
{
    certificates.clear();
    if (!path.startsWith(u'/'))
        return CaFileState::NotAbsolute;
    const auto bytes = readRegularFile(path, MaxCaFileBytes);
    if (!bytes)
        return bytes.error().kind == FileProblem::Kind::TooLarge ? CaFileState::TooLarge
                                                                 : CaFileState::Unreadable;
    certificates = QSslCertificate::fromData(*bytes, QSsl::Pem);
    certificates.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    return certificates.isEmpty() ? CaFileState::NoCertificate : CaFileState::Fine;
}

} // namespace clusterdeck
