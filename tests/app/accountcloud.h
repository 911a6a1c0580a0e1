// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/accounts/accountbuilder.h"
#include "tests/support/faultserver.h"

namespace clusterdeck
{

/// A cloud with the clusters that a test gives it, and an account of that cloud.
struct AccountCloud {
    explicit AccountCloud(const QString &name = QStringLiteral("one"),
                          const QStringList &clusters = {})
        : account(accountNamed(name, QStringLiteral("SECRETOF") + name.toUpper()))
        , ids(clusters)
    {
        account.api.baseUrl = server.url();
        account.id = accountId(account.api);
        server.answerWith([this](const RecordedRequest &request) {
            if (broken)
                return FaultAnswer::json(R"({"ret_code": 5000, "message": "out of order"})");
            if (request.path() == "/api/cluster/list")
                return FaultAnswer::json(list());
            if (request.path() == "/api/operation")
                return FaultAnswer::json(R"({"ret_code": 0, "total_count": 0, "job_set": []})");
            return FaultAnswer::json(R"({"ret_code": 0, "job_id": "j-1"})");
        });
    }

    [[nodiscard]] QByteArray list() const
    {
        QStringList rows;
        for (const QString &id : ids)
            rows.append(QStringLiteral(R"({"cluster_id": "%1", "cluster_status": "stopped",
                                           "cluster_name": "same", "owner": "usr-IuZxPyn2"})")
                            .arg(id));
        return QStringLiteral(R"({"ret_code": 0, "total_count": %1, "cluster_set": [%2]})")
            .arg(ids.size())
            .arg(rows.join(u','))
            .toUtf8();
    }

    FaultServer server;
    Account account;
    QStringList ids;
    bool broken = false;
};

} // namespace clusterdeck
