// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QSslCertificate;

namespace clusterdeck
{

/// What became of reading an account's own CA file.
enum class CaFileState {
    Fine,          ///< at least one certificate; also: no file was asked for
    Unreadable,    ///< not there, not a file, or not ours to read
    NoCertificate, ///< nothing in it is a certificate in PEM form
    NotAbsolute,   ///< what it names would depend on where the program was started
    TooLarge,      ///< more than MaxCaFileBytes: some other file, chosen by mistake
};

inline constexpr qint64 MaxCaFileBytes = qint64{1024} * 1024;

/// Whether `path` would do as an account's CA file. Reads it, at once: for a form. Says nothing
/// about whether a server's certificate will be accepted by it.
[[nodiscard]] CaFileState checkCaFile(const QString &path);

/// Whether somebody else than this user and root can change the file, or put another in its place.
[[nodiscard]] bool othersCanChangeCaFile(const QString &path);

/// The certificates of a PEM file; none unless Fine. What else the file holds is passed over.
[[nodiscard]] CaFileState readCaFile(const QString &path, QList<QSslCertificate> &certificates);

} // namespace clusterdeck
