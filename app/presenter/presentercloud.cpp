// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/presenter/presentercloud.h"

#include "app/presenter/rehearsal.h"

namespace clusterdeck
{

Account presented(const Account &account, Pseudonyms &names)
{
    Account shown;
    shown.id = names.pseudonym(NameKind::Account, account.id);
    shown.name = shown.id;
    // Zones of two clouds may have the same name.
    shown.api.zone =
        names.pseudonym(NameKind::Zone, account.api.baseUrl.toString() + u' ' + account.api.zone);
    shown.api.owner = names.pseudonym(NameKind::User, account.api.owner);
    shown.api.runUser = names.pseudonym(NameKind::User, account.api.runUser);
    shown.api.callsAnHour = account.api.callsAnHour;
    shown.readOnly = true;
    shown.color = account.color;
    return shown;
}

ClusterRecord presented(const ClusterRecord &cluster, Pseudonyms &names)
{
    // The same list of fields as for the practice cloud, so that a new field is left out of both.
    ClusterRecord shown = rehearsalOf(cluster, {}, RehearsedNames::Invented);
    shown.id = names.pseudonym(NameKind::Cluster, cluster.id);
    if (!cluster.name.isEmpty())
        shown.name = names.pseudonym(NameKind::ClusterName, cluster.id);
    shown.owner = names.pseudonym(NameKind::User, cluster.owner);
    shown.runUser = names.pseudonym(NameKind::User, cluster.runUser);
    shown.mountPoint = names.pseudonym(NameKind::MountPoint, cluster.mountPoint);
    shown.projectRole = cluster.projectRole;
    shown.sharedStatus = cluster.sharedStatus;
    shown.scheduler = cluster.scheduler;
    return shown;
}

OperationRecord presented(const OperationRecord &operation, Pseudonyms &names)
{
    OperationRecord shown;
    shown.jobId = names.pseudonym(NameKind::Operation, operation.jobId);
    shown.action = operation.action;
    shown.status = operation.status;
    shown.owner = names.pseudonym(NameKind::User, operation.owner);
    shown.submitter = names.pseudonym(NameKind::User, operation.submitter);
    for (const QString &id : operation.resourceIds)
        shown.resourceIds.append(names.pseudonym(NameKind::Cluster, id));
    shown.created = operation.created;
    shown.changed = operation.changed;
    return shown;
}

NodeRecord presented(const NodeRecord &node, Pseudonyms &names)
{
    NodeRecord shown;
    shown.id = names.pseudonym(NameKind::Node, node.id);
    shown.name = names.pseudonym(NameKind::NodeName, node.name);
    shown.role = node.role;
    shown.status = node.status;
    shown.transition = node.transition;
    shown.health = node.health;
    shown.cpuModel = node.cpuModel;
    shown.created = node.created;
    shown.cpu = node.cpu;
    shown.memoryMb = node.memoryMb;
    shown.gpu = node.gpu;
    return shown;
}

SchedulerJobRecord presented(const SchedulerJobRecord &job, Pseudonyms &names)
{
    SchedulerJobRecord shown;
    shown.uuid = names.pseudonym(NameKind::Job, job.uuid);
    shown.id = names.pseudonym(NameKind::Job, job.id);
    shown.name = names.pseudonym(NameKind::JobName, job.name);
    shown.status = job.status;
    shown.queue = names.pseudonym(NameKind::Queue, job.queue);
    shown.runUser = names.pseudonym(NameKind::UserName, job.runUser);
    shown.submitted = job.submitted;
    shown.started = job.started;
    shown.ended = job.ended;
    return shown;
}

LoginRecord presented(const LoginRecord &login, Pseudonyms &names)
{
    return {names.pseudonym(NameKind::User, login.id),
            names.pseudonym(NameKind::UserName, login.name), login.role};
}

SoftwareRecord presented(const SoftwareRecord &software, Pseudonyms &)
{
    return {software.id, software.name, software.version, {}};
}

ApiError presented(const ApiError &error)
{
    ApiError shown = error;
    shown.serverText.clear();
    shown.detail.clear();
    return shown;
}

namespace
{

/// Calls `then` from the event loop, like every answer.
void refuse(QObject *context, const CloudApi::Then<Accepted> &then)
{
    const ApiError error{.kind = ErrorKind::Forbidden, .outcome = Outcome::NotSent};
    QMetaObject::invokeMethod(
        context, [then, error] { then(tl::unexpected(error)); }, Qt::QueuedConnection);
}

} // namespace

void PresenterCloud::listAny(const ReadCall &call, int offset, QObject *context, Then<AnyPage> then)
{
    ReadCall real = call;
    for (QString &value : real.parameters)
        value = m_names.real(value);
    m_cloud.listAny(real, offset, context,
                    [&names = m_names, then = std::move(then)](const Result<AnyPage> &answer) {
                        if (!answer)
                            return then(tl::unexpected(presented(answer.error())));
                        AnyPage page = *answer;
                        std::visit(
                            [&names](auto &list) {
                                for (auto &record : list.records)
                                    record = presented(record, names);
                            },
                            page);
                        then(page);
                    });
}

void PresenterCloud::send(Verb, const QStringList &, QObject *context, Then<Accepted> then)
{
    refuse(context, then);
}

void PresenterCloud::modify(const QString &, const ClusterChange &, QObject *context,
                            Then<Accepted> then)
{
    refuse(context, then);
}

} // namespace clusterdeck
