// SPDX-License-Identifier: GPL-3.0-or-later
// The client's reads of what is inside a cluster.
#include "app/api/apiclient.h"
#include "app/api/detailreplies.h"
#include "app/api/requests.h"

namespace clusterdeck
{

namespace
{

/// What takes an answer for one page: an answer without the list is none.
template <class Page>
CloudApi::Then<QJsonObject> pageReader(answer::Names set, Page (*read)(const QJsonObject &),
                                       CloudApi::Then<Page> then)
{
    return [set, read, then = std::move(then)](const Result<QJsonObject> &reply) {
        if (!reply)
            return then(reply.error());
        Page page = read(*reply);
        if (const auto fault = answer::missingRows(*reply, set, page.total))
            return then(*fault);
        then(std::move(page));
    };
}

} // namespace

void ApiClient::listNodes(const QString &clusterId, int offset, QObject *context,
                          Then<NodePage> then)
{
    const auto compose = [=, this] { return requests::nodes(m_settings, clusterId, offset); };
    enqueue(Method::Get, compose, context,
            pageReader(replies::NodeSet, replies::nodes, std::move(then)));
}

void ApiClient::listSchedulerJobs(const QString &clusterId, const QString &status, int offset,
                                  QObject *context, Then<SchedulerJobPage> then)
{
    const auto compose = [=, this] {
        return requests::schedulerJobs(m_settings, clusterId, status, offset);
    };
    enqueue(Method::Get, compose, context,
            pageReader(replies::SchedulerJobSet, replies::schedulerJobs, std::move(then)));
}

void ApiClient::listLogins(const QString &clusterId, int offset, QObject *context,
                           Then<LoginPage> then)
{
    const auto compose = [=, this] { return requests::logins(m_settings, clusterId, offset); };
    enqueue(Method::Get, compose, context,
            pageReader(replies::LoginSet, replies::logins, std::move(then)));
}

void ApiClient::listSoftware(int offset, QObject *context, Then<SoftwarePage> then)
{
    const auto compose = [=, this] { return requests::software(m_settings, offset); };
    enqueue(Method::Get, compose, context,
            pageReader(replies::SoftwareSet, replies::software, std::move(then)));
}

} // namespace clusterdeck
