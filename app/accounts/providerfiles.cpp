// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/providerfiles.h"

#include "app/accounts/providerkeys.h"
#include "app/support/log.h"
#include "app/support/privatefile.h"

#include <QFile>

#include <cerrno>
#include <optional>
#include <sys/stat.h>

namespace clusterdeck
{

namespace
{

tl::expected<QByteArray, ProviderFileProblem> contentOf(const QString &path)
{
    const auto failed = [](FileProblemKind kind, const QString &detail) {
        return tl::unexpected(ProviderFileProblem{kind, 0, {}, detail});
    };
    auto bytes = readRegularFile(path, MaxProviderFileBytes);
    if (bytes)
        return std::move(*bytes);
    const FileProblem &problem = bytes.error();
    return problem.kind == FileProblem::Kind::TooLarge
               ? failed(FileProblemKind::TooLarge, {})
               : failed(FileProblemKind::Unreadable, problem.detail);
}

/// The keys in a file. std::nullopt when the file does not exist; a file that cannot be examined,
/// for example in a folder without permission, counts as existing.
std::optional<ImportCandidate> candidateAt(ImportCandidate::Source source, const QString &path)
{
    struct stat status = {};
    const bool exists = ::stat(QFile::encodeName(path).constData(), &status) == 0;
    if (!exists && (errno == ENOENT || errno == ENOTDIR))
        return std::nullopt;
    ImportCandidate candidate{source, path, {}, (status.st_mode & 077) != 0};
    // Other kinds of files are not opened: opening a device may have an effect.
    if (exists && !S_ISREG(status.st_mode))
        candidate.keys = tl::unexpected(ProviderFileProblem{
            FileProblemKind::Unreadable, 0, {}, QStringLiteral("not a regular file")});
    else
        candidate.keys = contentOf(path).and_then(
            source == ImportCandidate::Source::Yaml ? parseProviderYaml : parseProviderIni);
    return candidate;
}

const ProviderNames &variables()
{
    static const ProviderNames names{QStringLiteral("QINGCLOUD_ACCESS_KEY_ID"),
                                     QStringLiteral("QINGCLOUD_SECRET_ACCESS_KEY"),
                                     QStringLiteral("QINGCLOUD_ZONE")};
    return names;
}

tl::expected<ProviderKeys, ProviderFileProblem> keysOf(const QMap<QString, QString> &environment)
{
    ProviderKeyCollector keys(variables());
    for (const QString &name :
         {variables().accessKeyId, variables().secretAccessKey, variables().zone}) {
        if (const auto problem = keys.add(name, environment.value(name).trimmed(), 0))
            return tl::unexpected(*problem);
    }
    return keys.keys();
}

} // namespace

QList<ImportCandidate> findProviderKeys(const QString &home,
                                        const QMap<QString, QString> &environment)
{
    QList<ImportCandidate> candidates;
    using Source = ImportCandidate::Source;
    if (!environment.value(variables().accessKeyId).trimmed().isEmpty() ||
        !environment.value(variables().secretAccessKey).trimmed().isEmpty())
        candidates.append({Source::Variables, {}, keysOf(environment)});
    for (const auto &[source, file] : {std::pair{Source::Yaml, "/.qingcloud/config.yaml"},
                                       std::pair{Source::Ini, "/.qingcloud/config"}}) {
        const auto candidate =
            home.isEmpty() ? std::nullopt : candidateAt(source, home + QLatin1String(file));
        if (candidate)
            candidates.append(*candidate);
    }
    for (const ImportCandidate &candidate : std::as_const(candidates)) {
        if (candidate.keys)
            guardInLog(candidate.keys->accessKeyId, candidate.keys->secretAccessKey);
    }
    return candidates;
}

} // namespace clusterdeck
