// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QSslCertificate;

namespace clusterdeck
{

/// The result of reading an account's own CA file.
enum class CaFileState {
    Fine,          ///< at least one certificate; in Transport also: no CA file is set
    Unreadable,    ///< missing, not a file, or no permission
    NoCertificate, ///< nothing in it is a certificate in PEM form
    NotAbsolute,   ///< a relative path: it would depend on the working directory
    TooLarge,      ///< more than MaxCaFileBytes: probably another file
};

inline constexpr qint64 MaxCaFileBytes = qint64{1024} * 1024;

/// Whether `path` can be used as an account's CA file. Reads the file on the calling thread. Does
/// not tell whether a server's certificate will be accepted. An empty path is NotAbsolute.
[[nodiscard]] CaFileState checkCaFile(const QString &path);

/// Whether a user other than this one and root can change or replace the file. False if this cannot
/// be examined.
[[nodiscard]] bool othersCanChangeCaFile(const QString &path);

/// Reads the certificates of a PEM file; none unless Fine. Other content is ignored.
[[nodiscard]] CaFileState readCaFile(const QString &path, QList<QSslCertificate> &certificates);

} // namespace clusterdeck
