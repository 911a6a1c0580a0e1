// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/details/detailcolumns.h"

#include "ui/clusters/details/detailtext.h"
#include "ui/text/format.h"
#include "ui/words/statelook.h"

#include <QCoreApplication>
#include <QLocale>

namespace clusterdeck
{

namespace
{

struct DetailColumns {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::DetailColumns)
};

StateLook lookOf(const NodeRecord &node)
{
    return clusterdeck::lookOf(node.status, node.transition);
}

QString roleText(const QString &role)
{
    if (role == u"controller")
        return DetailColumns::tr("Controller", "node");
    if (role == u"login")
        return DetailColumns::tr("Login", "node");
    if (role == u"compute")
        return DetailColumns::tr("Compute", "node");
    return role;
}

QString healthText(const QString &health)
{
    if (health == u"healthy")
        return DetailColumns::tr("Healthy", "node");
    if (health == u"unhealthy")
        return DetailColumns::tr("Unhealthy", "node");
    return health == u"unknown" ? QString() : health;
}

/// The states of the schedulers that the provider installs; others are shown unchanged.
StateLook lookOf(const SchedulerJobRecord &job)
{
    const QString status = job.status.toLower();
    if (status == u"running")
        return {DetailColumns::tr("Running", "job"), Glyph::Arc, StatusColor::Busy};
    if (status == u"pending")
        return {DetailColumns::tr("Queued", "job"), Glyph::Dots, StatusColor::Neutral};
    if (status == u"finished" || status == u"completed")
        return {DetailColumns::tr("Finished", "job"), Glyph::Check, StatusColor::Good};
    if (status == u"failed")
        return {DetailColumns::tr("Failed", "job"), Glyph::Cross, StatusColor::Bad};
    if (status == u"stopped" || status == u"cancelled")
        return {DetailColumns::tr("Stopped", "job"), Glyph::Square, StatusColor::Neutral};
    return {job.status, Glyph::Question, StatusColor::Neutral};
}

template <class Record>
QString stateText(const Record &record)
{
    return record.status.isEmpty() ? QString() : lookOf(record).word;
}

template <class Record>
QIcon stateIcon(const Record &record)
{
    const StateLook look = lookOf(record);
    return record.status.isEmpty() ? QIcon() : glyphIcon(look.glyph, look.statusColor);
}

} // namespace

QList<RecordColumn<NodeRecord>> nodeColumns()
{
    return {
        {"name", DetailColumns::tr("Name"), {.digits = 15, .spoken = true}, &NodeRecord::name},
        {"role",
         DetailColumns::tr("Role"),
         {},
         [](const NodeRecord &node) { return roleText(node.role); }},
        {"status",
         DetailColumns::tr("Status"),
         {.digits = 13, .spoken = true},
         stateText<NodeRecord>,
         stateIcon<NodeRecord>},
        {"private_ip", DetailColumns::tr("Private IP"), {.digits = 15}, &NodeRecord::privateIp},
        {"cpus",
         DetailColumns::tr("CPUs"),
         {.digits = 7, .numeric = true},
         [](const NodeRecord &node) { return numberOrNothing(node.cpu); }},
        {"memory",
         DetailColumns::tr("Memory"),
         {.digits = 9, .numeric = true},
         [](const NodeRecord &node) {
             return node.memoryMb ? memoryText(*node.memoryMb) : QString();
         }},
        {"gpus",
         DetailColumns::tr("GPUs"),
         {.digits = 7, .numeric = true},
         [](const NodeRecord &node) { return numberOrNothing(node.gpu); }},
        {"health",
         DetailColumns::tr("Health"),
         {.digits = 11, .optional = true},
         [](const NodeRecord &node) { return healthText(node.health); }},
        {"public_ip",
         DetailColumns::tr("Public IP"),
         {.digits = 15, .optional = true},
         &NodeRecord::publicIp},
        {"cpu_model",
         DetailColumns::tr("CPU model"),
         {.digits = 15, .optional = true},
         &NodeRecord::cpuModel},
        {"created",
         DetailColumns::tr("Created"),
         {.digits = 17, .optional = true},
         [](const NodeRecord &node) {
             return node.created.isValid() ? dateTimeText(node.created) : node.createdText;
         }},
        {"id", DetailColumns::tr("ID"), {.digits = 15, .whole = true}, &NodeRecord::id},
    };
}

QList<RecordColumn<SchedulerJobRecord>> jobColumns()
{
    using Job = SchedulerJobRecord;
    const ColumnStyle time{.digits = 20, .optional = true};
    return {
        {"name", DetailColumns::tr("Name"), {.digits = 19, .spoken = true}, &Job::name},
        {"status",
         DetailColumns::tr("Status"),
         {.digits = 13, .spoken = true},
         stateText<Job>,
         stateIcon<Job>},
        {"job", DetailColumns::tr("Job ID"), {.digits = 9, .numeric = true}, &Job::id},
        {"user", DetailColumns::tr("User"), {}, &Job::runUser},
        {"queue", DetailColumns::tr("Queue"), {.digits = 11}, &Job::queue},
        {"submitted", DetailColumns::tr("Submitted"), time, &Job::submitted},
        {"started", DetailColumns::tr("Started"), time, &Job::started},
        {"ended", DetailColumns::tr("Ended"), time, &Job::ended},
    };
}

QList<RecordColumn<LoginRecord>> userColumns()
{
    return {
        {"user", DetailColumns::tr("User"), {.digits = 20, .spoken = true}, &LoginRecord::name},
        {"role",
         DetailColumns::tr("Role"),
         {.digits = 14},
         [](const LoginRecord &login) { return personRoleText(login.role); }},
        {"id",
         DetailColumns::tr("ID"),
         {.digits = 18, .whole = true, .optional = true},
         &LoginRecord::id},
    };
}

QList<RecordColumn<SoftwareRecord>> softwareColumns()
{
    return {
        {"software", DetailColumns::tr("Software"), {.digits = 24, .spoken = true}, softwareText},
        {"description",
         DetailColumns::tr("Description"),
         {.digits = 36, .optional = true},
         &SoftwareRecord::description},
        {"id",
         DetailColumns::tr("ID"),
         {.digits = 18, .whole = true, .optional = true},
         &SoftwareRecord::id},
    };
}

QString softwareText(const SoftwareRecord &software)
{
    return QString(software.name + u' ' + software.version).trimmed();
}

} // namespace clusterdeck
