// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/providerfiles.h"

#include "app/accounts/providerkeys.h"
#include "app/support/log.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace clusterdeck
{

namespace
{

struct Place {
    ImportCandidate::Source source;
    QString path;
};

QList<Place> placesBelow(const QString &home)
{
    if (home.isEmpty())
        return {};
    return {{ImportCandidate::Source::Yaml, home + QStringLiteral("/.qingcloud/config.yaml")},
            {ImportCandidate::Source::Ini, home + QStringLiteral("/.qingcloud/config")}};
}

/// What could be read of a file, and whether others could as well.
struct Content {
    tl::expected<QByteArray, ProviderFileProblem> bytes;
    bool openToOthers = false;
};

tl::unexpected<ProviderFileProblem> unreadable(const QString &detail)
{
    return tl::unexpected(ProviderFileProblem{FileProblemKind::Unreadable, 0, {}, detail});
}

tl::expected<QByteArray, ProviderFileProblem> readBounded(QFile &file)
{
    // One byte more than allowed shows that there is more, also of a file that grows meanwhile.
    const QByteArray bytes = file.read(MaxProviderFileBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return unreadable(QStringLiteral("reading failed"));
    if (bytes.size() > MaxProviderFileBytes)
        return tl::unexpected(ProviderFileProblem{FileProblemKind::TooLarge, 0, {}, {}});
    return bytes;
}

QString errorNumber()
{
    return QStringLiteral("errno %1").arg(errno);
}

/// Also what cannot be looked at, as behind a folder that is closed to us, is there.
bool isThere(const QString &path)
{
    struct stat status {
    };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ||
           (errno != ENOENT && errno != ENOTDIR);
}

Content contentOf(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status {
    };
    // Looked at before it is opened, since opening a device may already do something to it; and
    // once more afterwards, since it may be another file by then.
    if (::stat(name.constData(), &status) != 0)
        return {unreadable(errorNumber())};
    if (!S_ISREG(status.st_mode))
        return {unreadable(QStringLiteral("not a regular file"))};
    const bool openToOthers = (status.st_mode & 077) != 0;
    // A FIFO that took its place would otherwise wait for its writer for ever.
    const int descriptor = ::open(name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return {unreadable(errorNumber()), openToOthers};
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered,
                   QFileDevice::AutoCloseHandle)) {
        return {unreadable(QStringLiteral("not to be opened"))};
    }
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return {unreadable(QStringLiteral("not a regular file"))};
    return {readBounded(file), (status.st_mode & 077) != 0};
}

ImportCandidate candidateAt(const Place &place)
{
    const Content content = contentOf(place.path);
    auto keys = content.bytes.and_then(
        place.source == ImportCandidate::Source::Yaml ? parseProviderYaml : parseProviderIni);
    return {place.source, place.path, std::move(keys), content.openToOthers};
}

const ProviderNames &variables()
{
    static const ProviderNames names{QStringLiteral("QINGCLOUD_ACCESS_KEY_ID"),
                                     QStringLiteral("QINGCLOUD_SECRET_ACCESS_KEY"),
                                     QStringLiteral("QINGCLOUD_ZONE")};
    return names;
}

bool isInEnvironment(const QMap<QString, QString> &environment)
{
    return !environment.value(variables().accessKeyId).trimmed().isEmpty() ||
           !environment.value(variables().secretAccessKey).trimmed().isEmpty();
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
    if (isInEnvironment(environment))
        candidates.append({ImportCandidate::Source::Environment, {}, keysOf(environment)});
    for (const Place &place : placesBelow(home)) {
        if (isThere(place.path))
            candidates.append(candidateAt(place));
    }
    for (const ImportCandidate &candidate : std::as_const(candidates)) {
        if (candidate.keys)
            guardInLog(candidate.keys->accessKeyId, candidate.keys->secretAccessKey);
    }
    return candidates;
}

bool hasProviderKeys(const QString &home, const QMap<QString, QString> &environment)
{
    const QList<Place> places = placesBelow(home);
    return isInEnvironment(environment) ||
           std::any_of(places.begin(), places.end(),
                       [](const Place &place) { return isThere(place.path); });
}

} // namespace clusterdeck
