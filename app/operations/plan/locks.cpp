// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/locks.h"

#include "app/operations/plan/namepattern.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace clusterdeck
{

namespace
{

constexpr qint64 LargestFile = qint64{16} * 1024 * 1024;

const QString ClustersMember = QStringLiteral("clusters");
const QString NamesMember = QStringLiteral("names");
const QString AccountMember = QStringLiteral("account");
const QString IdMember = QStringLiteral("id");

struct FoldedPattern {
    std::u32string pattern;
    std::u32string skeleton;
};

/// Cached, because the table compares every name repeatedly.
const FoldedPattern &folded(const QString &pattern)
{
    static QHash<QString, FoldedPattern> made;
    auto found = made.find(pattern);
    if (found == made.end())
        found = made.insert(pattern, {foldedName(pattern), nameSkeleton(pattern)});
    return *found;
}

bool matchesAny(const QStringList &patterns, const std::u32string &name)
{
    return std::any_of(patterns.begin(), patterns.end(), [&](const QString &pattern) {
        return patternMatches(folded(pattern).pattern, name);
    });
}

bool looksLikeAny(const QStringList &patterns, const QString &name)
{
    const std::u32string skeleton = nameSkeleton(name);
    return skeleton.size() <= Locks::LongestName &&
           std::any_of(patterns.begin(), patterns.end(), [&](const QString &pattern) {
               return patternMatches(folded(pattern).skeleton, skeleton);
           });
}

bool isText(const QJsonValue &value)
{
    return value.isString() && !value.toString().isEmpty() &&
           !value.toString().contains(QChar(u'\0'));
}

QJsonObject objectOf(const ClusterKey &key)
{
    return {{AccountMember, key.account}, {IdMember, key.id}};
}

/// Nothing for a value that is not a lock. Account and id are never empty.
std::optional<ClusterKey> keyFrom(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const QJsonValue account = object.value(AccountMember);
    const QJsonValue id = object.value(IdMember);
    if (!isText(account) || !isText(id))
        return {};
    return ClusterKey{account.toString(), id.toString()};
}

QString nameOf(const QJsonValue &row)
{
    const auto key = keyFrom(row);
    return key ? key->account + QChar(u'\0') + key->id : QString();
}

/// Adds the valid entries to `locks`. Returns the first error, in technical words; empty without.
QString understood(const QJsonObject &object, Locks &locks)
{
    QString fault;
    const auto wrong = [&fault](const QString &text) {
        if (fault.isEmpty())
            fault = text;
    };
    for (const QString &member : {ClustersMember, NamesMember}) {
        if (!object.contains(member))
            wrong(QStringLiteral("it has no \"%1\"").arg(member));
        else if (!object.value(member).isArray())
            wrong(QStringLiteral("\"%1\" is not a list").arg(member));
    }
    const QJsonArray clusters = object.value(ClustersMember).toArray();
    for (qsizetype i = 0; i < clusters.size(); ++i) {
        if (const auto key = keyFrom(clusters.at(i)))
            locks.clusters.insert(*key);
        else
            wrong(QStringLiteral("entry %1 of \"clusters\" names no cluster").arg(i + 1));
    }
    const QJsonArray names = object.value(NamesMember).toArray();
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString pattern = names.at(i).toString();
        if (!names.at(i).isString() || problemOfPattern(pattern) != PatternProblem::None)
            wrong(QStringLiteral("entry %1 of \"names\" is no pattern").arg(i + 1));
        else if (!locks.namePatterns.contains(pattern))
            locks.namePatterns.append(pattern);
    }
    return fault;
}

QJsonObject changed(QJsonObject object, const LockChange &change)
{
    QList<RowChange> rows;
    for (const ClusterKey &key : change.lock)
        rows.append({{}, objectOf(key)});
    for (const ClusterKey &key : change.unlock)
        rows.append({objectOf(key), {}});
    object.insert(ClustersMember,
                  withChanges(object.value(ClustersMember).toArray(), rows, nameOf));
    QJsonArray names;
    for (const QJsonValue name : object.value(NamesMember).toArray()) {
        if (!change.removePatterns.contains(name.toString()))
            names.append(name);
    }
    for (const QString &pattern : change.addPatterns) {
        if (!names.contains(pattern))
            names.append(pattern);
    }
    object.insert(NamesMember, names);
    return object;
}

void apply(const LockChange &change, Locks &locks)
{
    locks.clusters.subtract(change.unlock);
    locks.clusters.unite(change.lock);
    locks.namePatterns.removeIf(
        [&](const QString &pattern) { return change.removePatterns.contains(pattern); });
    for (const QString &pattern : change.addPatterns) {
        if (!locks.namePatterns.contains(pattern))
            locks.namePatterns.append(pattern);
    }
}

QStringList without(const QStringList &all, const QStringList &some)
{
    QStringList rest = all;
    rest.removeIf([&](const QString &each) { return some.contains(each); });
    return rest;
}

} // namespace

bool Locks::covers(const ClusterKey &key, const QString &name) const
{
    if (everything || clusters.contains(key))
        return true;
    if (namePatterns.isEmpty())
        return false;
    const std::u32string text = foldedName(name);
    return text.size() > LongestName || matchesAny(namePatterns, text);
}

bool Locks::looksCovered(const ClusterKey &key, const QString &name) const
{
    return !namePatterns.isEmpty() && !covers(key, name) && looksLikeAny(namePatterns, name);
}

PatternProblem problemOfPattern(const QString &pattern)
{
    if (pattern.contains(QChar(u'\0')))
        return PatternProblem::HasNul;
    if (pattern.size() > Locks::LongestPattern)
        return PatternProblem::TooLong;
    return foldedName(pattern).empty() ? PatternProblem::Empty : PatternProblem::None;
}

PatternReview reviewPatterns(const QStringList &patterns, const QStringList &names)
{
    PatternReview review;
    QSet<QString> unmatched(patterns.begin(), patterns.end());
    for (const QString &name : names) {
        const std::u32string text = foldedName(name);
        const bool undecided = text.size() > Locks::LongestName;
        bool locked = undecided;
        for (const QString &pattern : patterns) {
            if (undecided || !patternMatches(folded(pattern).pattern, text))
                continue;
            locked = true;
            unmatched.remove(pattern);
        }
        if (!locked && looksLikeAny(patterns, name))
            review.onlyLook.append(name);
    }
    for (const QString &pattern : patterns) {
        if (unmatched.contains(pattern))
            review.matchNothing.append(pattern);
    }
    return review;
}

LockChange lockChange(const Locks &seen, const Locks &wanted)
{
    return {wanted.clusters - seen.clusters, seen.clusters - wanted.clusters,
            without(wanted.namePatterns, seen.namePatterns),
            without(seen.namePatterns, wanted.namePatterns)};
}

LockStore::LockStore(QString path)
    : m_file(std::move(path), LargestFile)
{
    if (!m_file.path().isEmpty())
        (void)refresh();
}

bool LockStore::refresh()
{
    if (m_file.path().isEmpty() || !m_file.refresh())
        return false;
    const Locks locks = m_locks;
    const std::optional<FileProblem> problem = m_problem;
    understand();
    return locks != m_locks || problem != m_problem;
}

void LockStore::understand()
{
    using Kind = FileProblem::Kind;
    m_locks = {};
    m_problem = m_file.problem();
    const QJsonObject &object = m_file.object();
    const QString fault = understood(object, m_locks);
    const bool vanished = m_problem && m_problem->kind == Kind::Vanished;
    if ((!m_problem || vanished) && m_file.hasExisted()) {
        // This version of the program writes none.
        const bool hasVersion = object.contains(QStringLiteral("version"));
        const auto otherVersion = hasVersion ? m_file.versionProblem() : std::nullopt;
        if (otherVersion)
            m_problem = otherVersion;
        else if (!fault.isEmpty())
            m_problem = FileProblem{Kind::NotUnderstood, m_file.path(), fault};
    }
    m_locks.everything = m_problem && m_problem->kind != Kind::Vanished;
    // If others can write the file they can remove locks; the locks in it are valid nevertheless.
    if (const FilePrivacy privacy = keepPrivate(m_file.path()); !m_problem)
        m_problem = privacy.problem;
    apply(m_unwritten, m_locks);
}

bool LockStore::change(const LockChange &change)
{
    if (m_file.path().isEmpty()) {
        apply(change, m_locks);
        return true;
    }
    LockChange wanted = change;
    wanted.lock.unite(m_unwritten.lock);
    wanted.lock.subtract(change.unlock);
    for (const QString &pattern : m_unwritten.addPatterns) {
        if (!change.removePatterns.contains(pattern) && !wanted.addPatterns.contains(pattern))
            wanted.addPatterns.append(pattern);
    }
    m_unwritten.lock = wanted.lock;
    m_unwritten.addPatterns = wanted.addPatterns;
    const auto turn = m_file.beginWrite();
    understand();
    if (turn && !isUnreadable())
        return write(changed(m_file.object(), wanted));
    m_writeProblem = turn ? m_problem : std::optional(turn.error());
    return false;
}

bool LockStore::replace(const Locks &locks)
{
    if (m_file.path().isEmpty()) {
        m_locks = locks;
        return true;
    }
    const auto turn = m_file.beginWrite();
    if (!turn) {
        m_writeProblem = turn.error();
        return false;
    }
    understand();
    const LockChange add{locks.clusters, {}, locks.namePatterns, {}};
    if (!isUnreadable()) // it was repaired meanwhile
        return write(changed(m_file.object(), add));
    const auto aside = m_file.keepAside();
    if (!aside) {
        m_writeProblem = aside.error();
        return false;
    }
    m_setAside = *aside;
    return write(changed({}, add));
}

/// Call between SharedJsonFile::beginWrite() and the end of its result.
bool LockStore::write(const QJsonObject &object)
{
    m_writeProblem = m_file.write(object);
    if (m_writeProblem)
        return false;
    m_unwritten = {};
    understand();
    return true;
}

} // namespace clusterdeck
