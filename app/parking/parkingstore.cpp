// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/parking/parkingstore.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <utility>

namespace clusterdeck
{

namespace
{

constexpr qint64 LargestFile = qint64{16} * 1024 * 1024;

/// The time; invalid when the value is missing or empty; std::nullopt when it is not a time.
std::optional<QDateTime> timeFrom(const QJsonValue &value)
{
    if (!value.isUndefined() && !value.isString())
        return std::nullopt;
    const QString text = value.toString();
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
    return text.isEmpty() || time.isValid() ? std::optional(time) : std::nullopt;
}

constexpr std::array<std::pair<const char *, QString ParkedCluster::*>, 3> Texts{{
    {"name", &ParkedCluster::name},
    {"note", &ParkedCluster::note},
    {"by", &ParkedCluster::by},
}};

/// A row lacks the times that are not known.
constexpr std::array<std::pair<const char *, QDateTime ParkedCluster::*>, 4> Times{{
    {"parked_at", &ParkedCluster::parkedAt},
    {"stopped_at", &ParkedCluster::stoppedAt},
    {"started_again_at", &ParkedCluster::startedAgainAt},
    {"gone_at", &ParkedCluster::goneAt},
}};

QJsonObject objectOf(const ParkedCluster &parked)
{
    QJsonObject object{{QStringLiteral("account"), parked.key.account},
                       {QStringLiteral("id"), parked.key.id},
                       {QStringLiteral("due"), parked.due.toString(Qt::ISODate)}};
    for (const auto &[member, text] : Texts)
        object.insert(QLatin1String(member), parked.*text);
    for (const auto &[member, time] : Times) {
        if ((parked.*time).isValid())
            object.insert(QLatin1String(member),
                          (parked.*time).toUTC().toString(Qt::ISODateWithMs));
    }
    if (parked.deletedHere)
        object.insert(QStringLiteral("deleted_here"), true);
    return object;
}

bool isTextOrNone(const QJsonValue &value)
{
    return value.isUndefined() || value.isString();
}

/// std::nullopt without a cluster or a day, or when a member has the wrong type.
std::optional<ParkedCluster> parkedFrom(const QJsonValue &value)
{
    ParkedCluster parked;
    for (const char *member : {"account", "id", "due"}) {
        if (!isTextOrNone(value[QLatin1String(member)]))
            return {};
    }
    for (const auto &[member, text] : Texts) {
        const QJsonValue found = value[QLatin1String(member)];
        if (!isTextOrNone(found))
            return {};
        parked.*text = found.toString();
    }
    for (const auto &[member, time] : Times) {
        const auto found = timeFrom(value[QLatin1String(member)]);
        if (!found)
            return {};
        parked.*time = *found;
    }
    const QJsonValue deleted = value[QStringLiteral("deleted_here")];
    if (!deleted.isUndefined() && !deleted.isBool())
        return {};
    parked.key = {value[QStringLiteral("account")].toString(),
                  value[QStringLiteral("id")].toString()};
    parked.due = QDate::fromString(value[QStringLiteral("due")].toString(), Qt::ISODate);
    parked.deletedHere = deleted.toBool();
    return parked.key.id.isEmpty() || !parked.due.isValid() ? std::nullopt : std::optional(parked);
}

QString nameOf(const QJsonValue &row)
{
    const QString id = row[QStringLiteral("id")].toString();
    return id.isEmpty() ? id : row[QStringLiteral("account")].toString() + QChar(u'\0') + id;
}

QHash<ClusterKey, qsizetype> placesOf(const QList<ParkedCluster> &parked)
{
    QHash<ClusterKey, qsizetype> places;
    for (qsizetype i = 0; i < parked.size(); ++i)
        places.insert(parked.at(i).key, i);
    return places;
}

QList<RowChange> changesBetween(const QList<ParkedCluster> &before,
                                const QList<ParkedCluster> &after)
{
    QList<RowChange> changes;
    const auto then = placesOf(before);
    const auto now = placesOf(after);
    for (const ParkedCluster &parked : before) {
        if (!now.contains(parked.key))
            changes.append({objectOf(parked), {}});
    }
    for (const ParkedCluster &parked : after) {
        const auto place = then.constFind(parked.key);
        if (place == then.cend())
            changes.append({{}, objectOf(parked)});
        else if (before.at(*place) != parked)
            changes.append({objectOf(before.at(*place)), objectOf(parked)});
    }
    return changes;
}

/// The valid rows; `fault` gets the first invalid one, in technical words.
QList<ParkedCluster> understood(const QJsonArray &rows, QString &fault)
{
    QList<ParkedCluster> parked;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (const auto row = parkedFrom(rows.at(i)))
            parked.append(*row);
        else if (fault.isEmpty())
            fault = QStringLiteral("entry %1 of \"clusters\" is no parked cluster").arg(i + 1);
    }
    return withParked({}, parked);
}

} // namespace

ParkingStore::ParkingStore(QString path)
    : m_file(std::move(path), LargestFile)
{
}

const QList<ParkedCluster> &ParkingStore::parked()
{
    if (!m_loaded)
        (void)refresh();
    return m_parked;
}

const ParkedCluster *ParkingStore::find(const ClusterKey &key)
{
    const QList<ParkedCluster> &all = parked();
    const auto place = m_places.constFind(key);
    return place == m_places.cend() ? nullptr : &all.at(*place);
}

bool ParkingStore::isUnreadable()
{
    (void)parked();
    return m_unreadable;
}

bool ParkingStore::refresh()
{
    const bool first = !std::exchange(m_loaded, true);
    if (m_file.path().isEmpty() || !m_file.refresh())
        return false;
    const QList<ParkedCluster> before = m_parked;
    if (first)
        (void)keepPrivate(m_file.path());
    understand();
    return before != m_parked;
}

void ParkingStore::understand()
{
    using Kind = FileProblem::Kind;
    const QList<RowChange> unwritten = this->unwritten();
    m_problem = m_file.problem();
    m_unreadable = m_problem && m_problem->kind != Kind::Vanished;
    const QJsonObject &object = m_file.object();
    const QJsonArray rows = object.value(QStringLiteral("clusters")).toArray();
    QString fault;
    if (!object.value(QStringLiteral("clusters")).isArray())
        fault = QStringLiteral("\"clusters\" is not a list");
    m_onDisk = understood(rows, fault);
    std::optional<FileProblem> found = m_file.versionProblem();
    if (!found && !fault.isEmpty())
        found = FileProblem{Kind::NotUnderstood, m_file.path(), fault};
    if (!m_unreadable && m_file.hasExisted() && found) {
        m_problem = found;
        m_unreadable = true;
    }
    QString none;
    show(understood(withChanges(rows, unwritten, nameOf), none));
}

void ParkingStore::show(const QList<ParkedCluster> &parked)
{
    m_parked = parked;
    m_places = placesOf(m_parked);
}

QList<RowChange> ParkingStore::unwritten() const
{
    return changesBetween(m_onDisk, m_parked);
}

bool ParkingStore::set(const QList<ParkedCluster> &parked)
{
    (void)this->parked();
    show(withParked({}, parked));
    m_problem.reset();
    if (m_file.path().isEmpty()) {
        m_onDisk = m_parked;
        return true;
    }
    const auto writeLock = m_file.beginWrite();
    if (!writeLock) {
        m_problem = writeLock.error();
        return false;
    }
    const QList<RowChange> changes = unwritten();
    understand();
    if (m_unreadable) {
        const auto aside = m_file.keepAside();
        if (!aside) {
            m_problem = aside.error();
            return false;
        }
        m_setAside = *aside;
    }
    QJsonObject object = m_file.object();
    QJsonArray rows = object.value(QStringLiteral("clusters")).toArray();
    if (m_unreadable) {
        // The invalid part is in the file that was kept aside.
        object = {};
        rows = {};
        for (const ParkedCluster &known : std::as_const(m_onDisk))
            rows.append(objectOf(known));
    }
    object.insert(QStringLiteral("version"), SharedJsonFile::Version);
    object.insert(QStringLiteral("clusters"), withChanges(rows, changes, nameOf));
    if (const auto problem = m_file.write(object)) {
        m_problem = problem;
        return false;
    }
    m_onDisk = m_parked;
    understand();
    return true;
}

} // namespace clusterdeck
