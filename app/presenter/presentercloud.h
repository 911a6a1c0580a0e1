// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/api/cloudapi.h"
#include "app/presenter/pseudonyms.h"

namespace clusterdeck
{

/// The account as an audience may see it: under pseudonyms, read-only, without address, key, label
/// and other text that a person typed. Not for requests.
[[nodiscard]] Account presented(const Account &account, Pseudonyms &names);

// Records as an audience may see them. Names, ids, users, queues and mount points are pseudonyms.
// States, types, roles, numbers and times are unchanged. Every other text is left out, such as
// descriptions, addresses and other paths.
[[nodiscard]] ClusterRecord presented(const ClusterRecord &cluster, Pseudonyms &names);
[[nodiscard]] OperationRecord presented(const OperationRecord &operation, Pseudonyms &names);
[[nodiscard]] NodeRecord presented(const NodeRecord &node, Pseudonyms &names);
[[nodiscard]] SchedulerJobRecord presented(const SchedulerJobRecord &job, Pseudonyms &names);
[[nodiscard]] LoginRecord presented(const LoginRecord &login, Pseudonyms &names);
/// What the cloud offers to everybody; without its description.
[[nodiscard]] SoftwareRecord presented(const SoftwareRecord &software, Pseudonyms &names);

/// Without the texts of the provider and of the network.
[[nodiscard]] ApiError presented(const ApiError &error);

/// The cloud of an account in presenter mode. It passes each answer through presented() and refuses
/// each write, so the parts of the program that use it never get a real name.
class PresenterCloud : public CloudApi
{
public:
    /// `cloud` and `names` must outlive this object and every call.
    PresenterCloud(CloudApi &cloud, Pseudonyms &names)
        : m_cloud(cloud)
        , m_names(names)
    {
    }

    /// Pseudonyms in the parameters of `call` are replaced by the real names before it is sent.
    void listAny(const ReadCall &call, int offset, QObject *context, Then<AnyPage> then) override;
    /// Sends nothing: `then` gets ErrorKind::Forbidden with Outcome::NotSent.
    void send(Verb verb, const QStringList &clusterIds, QObject *context,
              Then<Accepted> then) override;
    /// As send().
    void modify(const QString &clusterId, const ClusterChange &change, QObject *context,
                Then<Accepted> then) override;

    [[nodiscard]] QDateTime serverNow() const override { return m_cloud.serverNow(); }
    [[nodiscard]] std::optional<std::chrono::milliseconds> serverAhead() const override
    {
        return m_cloud.serverAhead();
    }
    [[nodiscard]] int callsAnHour() const override { return m_cloud.callsAnHour(); }
    [[nodiscard]] std::optional<int> callsLeft() const override { return m_cloud.callsLeft(); }
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilCallsLeft(int calls) const override
    {
        return m_cloud.untilCallsLeft(calls);
    }

private:
    CloudApi &m_cloud;
    Pseudonyms &m_names;
};

} // namespace clusterdeck
