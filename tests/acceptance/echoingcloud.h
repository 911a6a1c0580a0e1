// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/signature.h"
#include "tests/support/faultserver.h"

namespace clusterdeck
{

/// A cloud of three clusters that refuses every write and repeats the access key in its answers: in
/// messages, in names, in the operation log.
class EchoingCloud
{
public:
    explicit EchoingCloud(const Credentials &credentials)
        : m_credentials(credentials)
    {
        m_server.answerWith([this](const RecordedRequest &request) { return answer(request); });
    }

    [[nodiscard]] QUrl url() const { return m_server.url(); }
    [[nodiscard]] int lists() const
    {
        int lists = 0;
        for (const RecordedRequest &request : m_server.requests()) {
            const bool ours =
                request.parameter("access_key_id") == m_credentials.accessKeyId.toLatin1();
            lists += ours && request.path() == "/api/cluster/list" ? 1 : 0;
        }
        return lists;
    }
    [[nodiscard]] int writes() const { return m_server.complete("POST"); }
    /// The signature of every request; it must not appear in any output either.
    [[nodiscard]] QList<QByteArray> signatures() const
    {
        QList<QByteArray> signatures;
        for (const RecordedRequest &request : m_server.requests())
            signatures.append(request.parameter("signature"));
        return signatures;
    }

private:
    [[nodiscard]] FaultAnswer answer(const RecordedRequest &request) const
    {
        // Without the time: the program requests a cluster again when its name changes.
        QByteArray target = request.target;
        target.replace(request.parameter("timestamp"), QByteArray());
        const QByteArray told = "key [" + m_credentials.accessKeyId.toLatin1() + "] secret [" +
                                m_credentials.secretAccessKey.toLatin1() +
                                "] signature=" + request.parameter("signature") + " of " +
                                target.toPercentEncoding();
        if (request.parameter("access_key_id") != m_credentials.accessKeyId.toLatin1())
            return refusal(1200, "AuthFailure, " + told);
        if (request.method == "POST")
            return refusal(1100, "InvalidRequestFormat, " + told);
        if (request.path() == "/api/operation") {
            return FaultAnswer::json(R"({"ret_code": 0, "total_count": 1, "job_set": [{
                "job_id": "j-1", "job_action": "HpcClusterDeleteCluster", "status": "failed",
                "resource_ids": "ehpc-0", "error_codes": ")" +
                                     told + R"("}]})");
        }
        return FaultAnswer::json(R"({"ret_code": 0, "total_count": 3, "cluster_set": [
            {"cluster_id": "ehpc-0", "cluster_name": "named )" +
                                 told + R"(", "cluster_status": "stopped"},
            {"cluster_id": "ehpc-1", "cluster_name": "one", "cluster_status": "stopped"},
            {"cluster_id": "ehpc-2", "cluster_name": "two", "cluster_status": "active"}]})");
    }
    static FaultAnswer refusal(int code, const QByteArray &message)
    {
        return FaultAnswer::json("{\"ret_code\": " + QByteArray::number(code) +
                                 ", \"message\": \"" + message + "\"}");
    }

    Credentials m_credentials;
    FaultServer m_server;
};

} // namespace clusterdeck
