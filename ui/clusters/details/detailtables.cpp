// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/details/detailtables.h"

#include "ui/text/format.h"

#include <QLocale>

namespace clusterdeck
{

namespace
{

QString numberOrNothing(const std::optional<int> &number)
{
    return number ? numberText(number) : QString();
}

QString memoryText(const std::optional<int> &megabytes)
{
    if (!megabytes)
        return {};
    return *megabytes % 1024 == 0
               ? NodesModel::tr("%1 GB", "memory").arg(QLocale().toString(*megabytes / 1024))
               : NodesModel::tr("%1 MB", "memory").arg(QLocale().toString(*megabytes));
}

/// What the provider calls its nodes' states are the words for clusters.
StateLook lookOf(const NodeRecord &node)
{
    ClusterRecord cluster;
    cluster.status = node.status;
    cluster.transition = node.transition;
    return clusterdeck::lookOf(cluster);
}

QString roleText(const QString &role)
{
    if (role == u"controller")
        return NodesModel::tr("Controller", "node");
    if (role == u"login")
        return NodesModel::tr("Login", "node");
    if (role == u"compute")
        return NodesModel::tr("Compute", "node");
    return role;
}

QString healthText(const QString &health)
{
    if (health == u"healthy")
        return NodesModel::tr("Healthy", "node");
    if (health == u"unhealthy")
        return NodesModel::tr("Unhealthy", "node");
    return health == u"unknown" ? QString() : health;
}

/// The states of the schedulers that the provider installs; others are shown as they come.
StateLook lookOf(const SchedulerJobRecord &job)
{
    const QString status = job.status.toLower();
    if (status == u"running")
        return {JobsModel::tr("Running", "job"), Glyph::Arc, StatusColor::Busy};
    if (status == u"pending")
        return {JobsModel::tr("Pending", "job"), Glyph::Dots, StatusColor::Neutral};
    if (status == u"finished" || status == u"completed")
        return {JobsModel::tr("Finished", "job"), Glyph::Check, StatusColor::Good};
    if (status == u"failed")
        return {JobsModel::tr("Failed", "job"), Glyph::Cross, StatusColor::Bad};
    if (status == u"stopped" || status == u"cancelled")
        return {JobsModel::tr("Stopped", "job"), Glyph::Square, StatusColor::Neutral};
    return {job.status, Glyph::Question, StatusColor::Neutral};
}

} // namespace

NodesModel::NodesModel(QObject *parent)
    : DetailModel({{tr("Name"), 15},
                   {tr("Role"), 12},
                   {tr("Status"), 13},
                   {tr("Private IP"), 15},
                   {tr("CPUs"), 7, true},
                   {tr("Memory"), 9, true},
                   {tr("GPUs"), 7, true},
                   {tr("Health"), 11, false, true},
                   {tr("Public IP"), 15, false, true},
                   {tr("CPU model"), 15, false, true},
                   {tr("Created"), 17, false, true},
                   {tr("ID"), 15, false, false, true}},
                  parent)
{
}

void NodesModel::setRows(const QList<NodeRecord> &rows)
{
    replaceRows(m_rows, rows, [](const NodeRecord &row) { return row.key(); });
}

int NodesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString NodesModel::cell(int row, int column) const
{
    const NodeRecord &node = m_rows.at(row);
    switch (column) {
    case Name:
        return node.name;
    case Role:
        return roleText(node.role);
    case Status:
        return node.status.isEmpty() ? QString() : lookOf(node).word;
    case PrivateIp:
        return node.privateIp;
    case Cpu:
        return numberOrNothing(node.cpu);
    case Memory:
        return memoryText(node.memoryMb);
    case Gpu:
        return numberOrNothing(node.gpu);
    case Health:
        return healthText(node.health);
    case PublicIp:
        return node.publicIp;
    case Model:
        return node.cpuModel;
    case Created:
        return node.created.isValid() ? dateTimeText(node.created) : node.createdText;
    case Id:
        return node.id;
    default:
        return {};
    }
}

std::optional<StateLook> NodesModel::look(int row, int column) const
{
    if (column != Status || m_rows.at(row).status.isEmpty())
        return {};
    return lookOf(m_rows.at(row));
}

JobsModel::JobsModel(QObject *parent)
    : DetailModel({{tr("Name"), 19},
                   {tr("Status"), 13},
                   {tr("Job"), 9, true},
                   {tr("User"), 12},
                   {tr("Queue"), 11},
                   {tr("Submitted"), 20, false, true},
                   {tr("Started"), 20, false, true},
                   {tr("Ended"), 20, false, true}},
                  parent)
{
}

void JobsModel::setRows(const QList<SchedulerJobRecord> &rows)
{
    replaceRows(m_rows, rows, [](const SchedulerJobRecord &row) { return row.key(); });
}

int JobsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString JobsModel::cell(int row, int column) const
{
    const SchedulerJobRecord &job = m_rows.at(row);
    switch (column) {
    case Name:
        return job.name;
    case Status:
        return lookOf(job).word;
    case Number:
        return job.id;
    case User:
        return job.runUser;
    case Queue:
        return job.queue;
    case Submitted:
        return job.submitted;
    case Started:
        return job.started;
    case Ended:
        return job.ended;
    default:
        return {};
    }
}

std::optional<StateLook> JobsModel::look(int row, int column) const
{
    if (column != Status || m_rows.at(row).status.isEmpty())
        return {};
    return lookOf(m_rows.at(row));
}

UsersModel::UsersModel(QObject *parent)
    : DetailModel({{tr("User"), 20}, {tr("Role"), 14}, {tr("ID"), 18, false, true, true}}, parent)
{
}

void UsersModel::setRows(const QList<LoginRecord> &rows)
{
    replaceRows(m_rows, rows, [](const LoginRecord &row) { return row.key(); });
}

int UsersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString UsersModel::cell(int row, int column) const
{
    const LoginRecord &login = m_rows.at(row);
    switch (column) {
    case Name:
        return login.name;
    case Role:
        return personRoleText(login.role);
    case Id:
        return login.id;
    default:
        return {};
    }
}

SoftwareModel::SoftwareModel(QObject *parent)
    : DetailModel({{tr("Software"), 24},
                   {tr("Description"), 36, false, true},
                   {tr("ID"), 18, false, true, true}},
                  parent)
{
}

void SoftwareModel::setRows(const QList<SoftwareRecord> &rows)
{
    // By what is always there: an id comes with the explanation.
    replaceRows(m_rows, rows, [](const SoftwareRecord &row) {
        return QString(row.name + u' ' + row.version).trimmed();
    });
}

int SoftwareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString SoftwareModel::cell(int row, int column) const
{
    const SoftwareRecord &software = m_rows.at(row);
    switch (column) {
    case Name:
        return QString(software.name + u' ' + software.version).trimmed();
    case Description:
        return software.description;
    case Id:
        return software.id;
    default:
        return {};
    }
}

} // namespace clusterdeck
