// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/parkingstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace clusterdeck
{

namespace
{

constexpr int FormatVersion = 1;
constexpr qint64 LargestFile = qint64{16} * 1024 * 1024;

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

/// Nothing when there is a text and it is no time.
std::optional<QDateTime> timeFrom(const QJsonValue &value)
{
    const QString text = value.toString();
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
    return text.isEmpty() || time.isValid() ? std::optional(time) : std::nullopt;
}

QJsonObject objectOf(const ParkedCluster &parked)
{
    QJsonObject object{{QStringLiteral("account"), parked.key.account},
                       {QStringLiteral("id"), parked.key.id},
                       {QStringLiteral("name"), parked.name},
                       {QStringLiteral("parked_at"), timeText(parked.parkedAt)},
                       {QStringLiteral("due"), parked.due.toString(Qt::ISODate)},
                       {QStringLiteral("note"), parked.note},
                       {QStringLiteral("by"), parked.by}};
    if (parked.stoppedAt.isValid())
        object.insert(QStringLiteral("stopped_at"), timeText(parked.stoppedAt));
    if (parked.goneAt.isValid())
        object.insert(QStringLiteral("gone_at"), timeText(parked.goneAt));
    if (parked.deletedHere)
        object.insert(QStringLiteral("deleted_here"), true);
    return object;
}

/// Nothing without a cluster, a day, or with a time that is none.
std::optional<ParkedCluster> parkedFrom(const QJsonValue &value)
{
    ParkedCluster parked;
    parked.key = {value[QStringLiteral("account")].toString(),
                  value[QStringLiteral("id")].toString()};
    parked.name = value[QStringLiteral("name")].toString();
    parked.due = QDate::fromString(value[QStringLiteral("due")].toString(), Qt::ISODate);
    parked.note = value[QStringLiteral("note")].toString();
    parked.by = value[QStringLiteral("by")].toString();
    parked.deletedHere = value[QStringLiteral("deleted_here")].toBool();
    const auto parkedAt = timeFrom(value[QStringLiteral("parked_at")]);
    const auto stoppedAt = timeFrom(value[QStringLiteral("stopped_at")]);
    const auto goneAt = timeFrom(value[QStringLiteral("gone_at")]);
    if (parked.key.id.isEmpty() || !parked.due.isValid() || !parkedAt || !stoppedAt || !goneAt)
        return {};
    parked.parkedAt = *parkedAt;
    parked.stoppedAt = *stoppedAt;
    parked.goneAt = *goneAt;
    return parked;
}

} // namespace

ParkingStore::ParkingStore(QString path)
    : m_path(std::move(path))
{
}

const QList<ParkedCluster> &ParkingStore::parked()
{
    load();
    return m_parked;
}

const ParkedCluster *ParkingStore::find(const ClusterKey &key)
{
    load();
    const auto place = m_places.constFind(key);
    return place == m_places.cend() ? nullptr : &m_parked.at(*place);
}

bool ParkingStore::isUnreadable()
{
    load();
    return m_unreadable;
}

void ParkingStore::load()
{
    if (std::exchange(m_loaded, true) || m_path.isEmpty())
        return;
    QFile file(m_path);
    if (!file.exists())
        return;
    const bool read = file.size() <= LargestFile && file.open(QIODevice::ReadOnly);
    m_unreadable = !read || !understand(file.readAll());
    if (m_unreadable)
        m_problem = file.errorString();
    for (qsizetype i = 0; i < m_parked.size(); ++i)
        m_places.insert(m_parked.at(i).key, i);
}

bool ParkingStore::understand(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const QJsonValue clusters = object.value(QStringLiteral("clusters"));
    bool understood =
        object.value(QStringLiteral("version")).toInt() == FormatVersion && clusters.isArray();
    for (const QJsonValue &entry : clusters.toArray()) {
        if (const auto parked = parkedFrom(entry))
            m_parked = withParked(m_parked, {*parked});
        else
            understood = false;
    }
    return understood;
}

bool ParkingStore::set(const QList<ParkedCluster> &parked)
{
    load();
    m_parked = parked;
    m_places.clear();
    for (qsizetype i = 0; i < m_parked.size(); ++i)
        m_places.insert(m_parked.at(i).key, i);
    m_problem.clear();
    if (m_path.isEmpty())
        return true;
    if (m_unreadable && !keepAside())
        return false;
    QJsonArray clusters;
    for (const ParkedCluster &cluster : parked)
        clusters.append(objectOf(cluster));
    const QByteArray bytes = QJsonDocument(QJsonObject{{QStringLiteral("version"), FormatVersion},
                                                       {QStringLiteral("clusters"), clusters}})
                                 .toJson();
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    // commit() does not see when what was still in the buffer finds no room on the disk, and puts
    // a file that ends too early in place: flush() tells.
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.flush() && file.commit();
    if (!written)
        m_problem = file.errorString();
    return written;
}

/// Copied where that can be done, so that there is a file at every moment.
bool ParkingStore::keepAside()
{
    const QString now =
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMddHHmmsszzz"));
    const QString aside = m_path + QStringLiteral(".damaged-") + now;
    QFile file(m_path);
    if (!QFile::copy(m_path, aside) && !file.rename(aside)) {
        m_problem = file.errorString();
        return false;
    }
    QFile::setPermissions(aside, QFile::ReadOwner | QFile::WriteOwner);
    m_setAside = aside;
    m_unreadable = false;
    return true;
}

} // namespace clusterdeck
