// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <tl/expected.hpp>

namespace clusterdeck
{

/// What the provider's own tools know of a key (app/api/README.md §9). Their host and uri are of
/// another service and are never taken over.
struct ProviderKeys {
    QString accessKeyId;
    QString secretAccessKey;
    QString zone; ///< may be empty

    bool operator==(const ProviderKeys &) const = default;
};

enum class FileProblemKind {
    Unreadable, ///< it is there and cannot be opened
    TooLarge,   ///< more than MaxProviderFileBytes
    NotText,    ///< not UTF-8, or with control characters in it: a binary file
    Broken,     ///< not the form that it should have: YAML or INI
    WrongType,  ///< `name` holds something else than one word, see MaxProviderWord
    Missing,    ///< `name` is not there or empty
};

struct ProviderFileProblem {
    FileProblemKind kind = FileProblemKind::Broken;
    int line = 0;   ///< from 1; 0 when it concerns the whole file
    QString name;   ///< the setting it is about, if one
    QString detail; ///< technical words, untranslated, without anything of the file's text

    bool operator==(const ProviderFileProblem &) const = default;
};

inline constexpr qint64 MaxProviderFileBytes = qint64{64} * 1024;

/// A value is one word of visible ASCII characters, of this many at most: no key of the provider is
/// anything else. A number counts as its digits.
inline constexpr int MaxProviderWord = 256;

/// Pure: what a file says. `~/.qingcloud/config.yaml` is YAML, `~/.qingcloud/config` INI with a
/// section [default]. The problem is the first one in the file; a setting given twice is Broken.
/// Whatever the bytes are, these return, within milliseconds; they never throw.
[[nodiscard]] tl::expected<ProviderKeys, ProviderFileProblem>
parseProviderYaml(const QByteArray &bytes);
[[nodiscard]] tl::expected<ProviderKeys, ProviderFileProblem>
parseProviderIni(const QByteArray &bytes);

/// One place where keys were found, or where they should be and are not to be had.
struct ImportCandidate {
    enum class Source { Environment, Yaml, Ini };
    Source source = Source::Environment;
    QString path; ///< of a file
    tl::expected<ProviderKeys, ProviderFileProblem> keys;
    bool openToOthers = false; ///< the file's mode lets other users of this machine in
};

/// Looks into the environment first, then the files below `home`, which is the order of precedence.
/// What does not exist is left out. Reads only, and only regular files, never more of one than
/// MaxProviderFileBytes; never writes. Cheap enough for the window's own thread.
[[nodiscard]] QList<ImportCandidate> findProviderKeys(const QString &home,
                                                      const QMap<QString, QString> &environment);

/// Whether one of the places exists, without opening it: cheap enough for the first window.
[[nodiscard]] bool hasProviderKeys(const QString &home, const QMap<QString, QString> &environment);

} // namespace clusterdeck
