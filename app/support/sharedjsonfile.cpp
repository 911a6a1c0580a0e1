// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/sharedjsonfile.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QLockFile>
#include <QSet>

#include <cerrno>
#include <unistd.h>

namespace clusterdeck
{

namespace
{

constexpr int LongestWait = 500;             // ms
constexpr qint64 StampGrain = 2'000'000'000; // ns: the coarsest time stamps of a file system

/// The text of a JSON string, given with its quotes.
QString decoded(const QByteArray &quoted)
{
    if (!quoted.contains('\\'))
        return QString::fromUtf8(quoted.mid(1, quoted.size() - 2));
    return QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString();
}

/// The first error in the names of members, for valid JSON. Empty without an error.
QString memberFault(const QByteArray &json)
{
    QList<QSet<QString>> open; ///< the members of each enclosing object
    const auto size = json.size();
    for (qsizetype at = 0; at < size; ++at) {
        const char c = json.at(at);
        if (c == '{' || c == '[')
            open.append(QSet<QString>());
        else if (c == '}' || c == ']')
            open.removeLast();
        if (c != '"')
            continue;
        const qsizetype begin = at;
        for (++at; json.at(at) != '"'; ++at)
            at += json.at(at) == '\\' ? 1 : 0;
        qsizetype next = at + 1;
        while (next < size && QByteArrayView(" \t\r\n").contains(json.at(next)))
            ++next;
        if (next >= size || json.at(next) != ':')
            continue; // a value
        const QString name = decoded(json.mid(begin, at - begin + 1));
        if (name.contains(QChar(u'\0')))
            return QStringLiteral("the name of a member holds U+0000");
        if (open.last().contains(name))
            return QStringLiteral("the member \"%1\" stands twice").arg(name);
        open.last().insert(name);
    }
    return {};
}

/// "host, process"; empty when it is not known.
QString ownerOf(const QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    return lock.getLockInfo(&process, &host, &program)
               ? QStringLiteral("%1, %2").arg(host, QString::number(process))
               : QString();
}

} // namespace

QString lockPathOf(const QString &path)
{
    return path + QStringLiteral(".lock");
}

tl::expected<QJsonObject, QString> strictJsonObject(const QByteArray &bytes)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError)
        return tl::unexpected(
            QStringLiteral("byte %1: %2").arg(fault.offset).arg(fault.errorString()));
    if (!document.isObject())
        return tl::unexpected(QStringLiteral("it is not a JSON object"));
    if (const QString problem = memberFault(bytes); !problem.isEmpty())
        return tl::unexpected(problem);
    return document.object();
}

QJsonArray withChanges(QJsonArray rows, const QList<RowChange> &changes, const RowName &nameOf)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (const QString name = nameOf(rows.at(i)); !name.isEmpty() && !places.contains(name))
            places.insert(name, i);
    }
    QSet<qsizetype> gone;
    for (const RowChange &change : changes) {
        const bool isNew = change.before.isEmpty();
        const auto place = places.constFind(nameOf(isNew ? change.after : change.before));
        if (place == places.cend()) {
            if (!change.after.isEmpty())
                rows.append(change.after);
            continue;
        }
        if (change.after.isEmpty()) {
            gone.insert(*place);
            continue;
        }
        QJsonObject row = rows.at(*place).toObject();
        QStringList members = change.before.keys() + change.after.keys();
        members.removeDuplicates();
        for (const QString &member : std::as_const(members)) {
            const QJsonValue after = change.after.value(member);
            if (after == change.before.value(member))
                continue;
            if (after.isUndefined())
                row.remove(member);
            else
                row.insert(member, after);
        }
        rows.replace(*place, row);
    }
    QJsonArray left;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!gone.contains(i))
            left.append(rows.at(i));
    }
    return left;
}

SharedJsonFile::SharedJsonFile(QString path, qint64 limit)
    : m_path(std::move(path))
    , m_limit(limit)
{
}

bool SharedJsonFile::refresh()
{
    const auto now = stampOf(m_path);
    if (now && m_known && *now == m_stamp)
        return false;
    const QJsonObject object = m_object;
    const std::optional<FileProblem> problem = m_problem;
    const bool missing = !now && now.error().kind == FileProblem::Kind::Missing;
    m_known = false;
    if (now)
        m_problem = read(*now);
    else if (!missing)
        m_problem = now.error();
    else if (m_existed && !m_problem)
        m_problem = FileProblem{FileProblem::Kind::Vanished, m_path, {}};
    const bool appeared = !m_existed && !missing;
    m_existed = m_existed || appeared;
    return appeared || object != m_object || problem != m_problem;
}

/// `before`: as the file was when this began.
std::optional<FileProblem> SharedJsonFile::read(const FileStamp &before)
{
    const auto bytes = readRegularFile(m_path, m_limit);
    const auto after = stampOf(m_path);
    // A second change within the resolution of the time stamps would not change the stamp. The
    // stamp can be used only after that time.
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    m_stamp = before;
    m_known =
        after && *after == before && now - std::max(before.changed, before.modified) > StampGrain;
    if (!bytes)
        return bytes.error();
    const auto object = strictJsonObject(*bytes);
    if (!object)
        return FileProblem{FileProblem::Kind::NotUnderstood, m_path, object.error()};
    m_object = *object;
    return {};
}

std::optional<FileProblem> SharedJsonFile::versionProblem() const
{
    const QJsonValue version = m_object.value(QStringLiteral("version"));
    if (version == QJsonValue(Version))
        return {};
    if (version.isDouble() && version.toDouble() > Version)
        return FileProblem{FileProblem::Kind::NewerVersion, m_path, {}};
    return FileProblem{FileProblem::Kind::NotUnderstood, m_path,
                       QStringLiteral("its \"version\" is not %1").arg(Version)};
}

tl::expected<SharedJsonFile::Turn, FileProblem> SharedJsonFile::beginWrite()
{
    if (auto problem = makePrivateFolder(QFileInfo(m_path).absolutePath()))
        return tl::unexpected(*problem);
    auto turn = std::make_unique<QLockFile>(lockPathOf(m_path));
    // No time limit: clocks of machines that share a home differ. QLockFile still takes over the
    // lock of a process of this machine that has ended.
    turn->setStaleLockTime(0);
    if (!turn->tryLock(LongestWait)) {
        using Kind = FileProblem::Kind;
        switch (turn->error()) {
        case QLockFile::LockFailedError:
            return tl::unexpected(FileProblem{Kind::Busy, m_path, ownerOf(*turn)});
        case QLockFile::PermissionError:
            return tl::unexpected(FileProblem{Kind::NoPermission, m_path, {}});
        case QLockFile::NoError:
        case QLockFile::UnknownError: // documented: no space for the lock file
            return tl::unexpected(FileProblem{Kind::NoSpace, m_path, {}});
        }
    }
    (void)refresh();
    return turn;
}

std::optional<FileProblem> SharedJsonFile::write(const QJsonObject &object)
{
    if (auto problem = writePrivateFile(m_path, QJsonDocument(object).toJson()))
        return problem;
    m_object = object;
    m_problem.reset();
    m_existed = true;
    m_known = false;
    return {};
}

tl::expected<QString, FileProblem> SharedJsonFile::keepAside() const
{
    for (int number = 1; number < 1000; ++number) {
        const QString aside =
            QStringLiteral("%1.unreadable-%2").arg(m_path, QString::number(number));
        // A hard link, so that the file exists at every moment. Not every file system has links.
        const bool linked = ::link(QFile::encodeName(m_path).constData(),
                                   QFile::encodeName(aside).constData()) == 0;
        const int error = errno;
        if (!linked && error == ENOENT)
            return QString();
        if (!linked && error == EEXIST)
            continue;
        QFile file(m_path);
        if (!linked && !file.copy(aside)) {
            if (QFileInfo::exists(aside))
                continue;
            return tl::unexpected(FileProblem{FileProblem::Kind::Other, aside, file.errorString()});
        }
        QFile::setPermissions(aside, QFile::ReadOwner | QFile::WriteOwner);
        return aside;
    }
    return tl::unexpected(FileProblem{FileProblem::Kind::Other, m_path,
                                      QStringLiteral("too many unreadable files beside it")});
}

} // namespace clusterdeck
