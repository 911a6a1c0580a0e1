// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/locks.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// "*" stands for anything and "?" for one character, also a slash or a line's end: Qt's own
/// wildcards are for paths and stop at a slash, which a lock must not.
QRegularExpression wildcard(const QString &pattern)
{
    QString expression = QRegularExpression::escape(pattern);
    expression.replace(QLatin1String("\\*"), QLatin1String(".*"));
    expression.replace(QLatin1String("\\?"), QLatin1String("."));
    return QRegularExpression(QRegularExpression::anchoredPattern(expression),
                              QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::DotMatchesEverythingOption);
}

/// A table asks about every name it shows, again and again; making an expression takes longer than
/// matching it.
const QRegularExpression &expressionFor(const QString &pattern)
{
    static QHash<QString, QRegularExpression> made;
    auto found = made.find(pattern);
    if (found == made.end())
        found = made.insert(pattern, wildcard(pattern));
    return *found;
}

} // namespace

bool Locks::covers(const ClusterKey &key, const QString &name) const
{
    if (clusters.contains(key))
        return true;
    return std::any_of(namePatterns.begin(), namePatterns.end(), [&](const QString &pattern) {
        return expressionFor(pattern).match(name).hasMatch();
    });
}

LockStore::LockStore(QString path)
    : m_path(std::move(path))
{
    if (!m_path.isEmpty())
        load();
}

void LockStore::load()
{
    QFile file(m_path);
    if (!file.exists())
        return;
    const QJsonDocument document =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    if (!document.isObject()) {
        m_unreadable = true;
        m_locks.namePatterns = {QStringLiteral("*")};
        return;
    }
    const QJsonArray clusters = document.object().value(QStringLiteral("clusters")).toArray();
    for (const QJsonValue &entry : clusters) {
        m_locks.clusters.insert(
            {entry[QStringLiteral("account")].toString(), entry[QStringLiteral("id")].toString()});
    }
    const QJsonArray patterns = document.object().value(QStringLiteral("names")).toArray();
    for (const QJsonValue &pattern : patterns)
        m_locks.namePatterns.append(pattern.toString());
}

bool LockStore::set(const Locks &locks)
{
    m_locks = locks;
    m_unreadable = false;
    if (m_path.isEmpty())
        return true;
    QJsonArray clusters;
    for (const ClusterKey &key : locks.clusters) {
        clusters.append(
            QJsonObject{{QStringLiteral("account"), key.account}, {QStringLiteral("id"), key.id}});
    }
    const QJsonObject object{
        {QStringLiteral("clusters"), clusters},
        {QStringLiteral("names"), QJsonArray::fromStringList(locks.namePatterns)}};
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(object).toJson()) > 0 &&
           file.flush() && file.commit();
}

} // namespace clusterdeck
