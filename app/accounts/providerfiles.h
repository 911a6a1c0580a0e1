// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <tl/expected.hpp>

namespace clusterdeck
{

/// The key in the settings of the provider's own tools (app/api/README.md §9). Their host and uri
/// belong to another service and are not imported.
struct ProviderKeys {
    QString accessKeyId;
    QString secretAccessKey;
    QString zone; ///< may be empty

    bool operator==(const ProviderKeys &) const = default;
};

enum class FileProblemKind {
    Unreadable, ///< exists but cannot be opened
    TooLarge,   ///< more than MaxProviderFileBytes
    NotText,    ///< not UTF-8, or with control characters: a binary file
    Broken,     ///< not valid YAML or INI
    WrongType,  ///< the value of `name` is not one word, see MaxProviderWord
    Missing,    ///< `name` is missing or empty
};

struct ProviderFileProblem {
    FileProblemKind kind = FileProblemKind::Broken;
    int line = 0;   ///< from 1; 0: the whole file
    QString name;   ///< of the setting; empty: the whole file
    QString detail; ///< technical words, untranslated, without any text of the file

    bool operator==(const ProviderFileProblem &) const = default;
};

inline constexpr qint64 MaxProviderFileBytes = qint64{64} * 1024;

/// The longest value, in characters. A value is one word of visible ASCII characters, like all keys
/// of the provider. A number is read as its digits.
inline constexpr int MaxProviderWord = 256;

/// Parse a settings file. Pure. `~/.qingcloud/config.yaml` is YAML; `~/.qingcloud/config` is INI
/// with a section [default]. The problem is the first one in the file; a setting given twice is
/// Broken. They return within about 30 ms for any bytes and never throw.
[[nodiscard]] tl::expected<ProviderKeys, ProviderFileProblem>
parseProviderYaml(const QByteArray &bytes);
[[nodiscard]] tl::expected<ProviderKeys, ProviderFileProblem>
parseProviderIni(const QByteArray &bytes);

/// A place with keys, or with a problem that prevents reading them.
struct ImportCandidate {
    enum class Source { Variables, Yaml, Ini };
    Source source = Source::Variables;
    QString path; ///< of a file
    tl::expected<ProviderKeys, ProviderFileProblem> keys;
    bool openToOthers = false; ///< the file's mode gives rights to its group or to others
};

/// The keys in the environment and in the files below `home`, in the order of precedence. Places
/// that do not exist are left out. Reads only regular files of at most MaxProviderFileBytes, and
/// writes nothing. The log redacts the found keys from now on. Fast enough for the thread of the
/// window.
[[nodiscard]] QList<ImportCandidate> findProviderKeys(const QString &home,
                                                      const QMap<QString, QString> &environment);

} // namespace clusterdeck
