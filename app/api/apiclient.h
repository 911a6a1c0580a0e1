// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apicall.h"
#include "app/api/cloudapi.h"
#include "app/clock.h"

#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace clusterdeck
{

/// Where and as whom an account speaks. Every choice that api-reference.md leaves open is here.
struct ApiSettings {
    QUrl baseUrl; ///< https, or http to loopback; see endpointProblem()
    QString zone;
    QString owner;   ///< usr-…; sent when known
    QString runUser; ///< usr-…; empty = the owner
    Credentials credentials;
    QByteArray deletePath = "/api/cluster/deleteCluster";
    QString deleteIdsKey = QStringLiteral("cluster_ids");
    QString unlease; ///< sent with a deletion when not empty
    std::chrono::milliseconds deadline = ApiCall::DefaultDeadline;
};

enum class EndpointProblem { None, NotAUrl, PlainHttp, HasPathOrQuery };

/// Whether `url` may be spoken to: plain http only to this machine itself, and nothing behind the
/// host.
[[nodiscard]] EndpointProblem endpointProblem(const QUrl &url);

/// CloudApi over HTTP, one account's. Never more than six exchanges are on their way, since Qt
/// would queue the rest already signed; what waits is signed when its turn comes, first come first
/// served.
///
/// A base URL that endpointProblem() objects to is never spoken to: every call ends NotSent.
/// Reads are repeated twice at the most, after a random wait of up to 0.5 s and 1 s, signed anew;
/// one that was refused because of its time (1300) once more by the server's clock. Writes never
/// are. Destroying the client gives up what is on its way and drops what waits; no `then` runs any
/// more.
class ApiClient : public QObject, public CloudApi
{
    Q_OBJECT

public:
    static constexpr int MaxInFlight = 6;
    static constexpr int ReadTries = 3;

    ApiClient(ApiSettings settings, Clock &clock, QObject *parent = nullptr);
    ~ApiClient() override;

    [[nodiscard]] const ApiSettings &settings() const { return m_settings; }

    void listClusters(int offset, QObject *context, Then<ClusterPage> then) override;
    void listOperations(const OperationQuery &query, QObject *context,
                        Then<OperationPage> then) override;
    void send(Verb verb, const QString &clusterId, QObject *context, Then<Accepted> then) override;
    [[nodiscard]] QDateTime serverNow() const override;

private:
    struct Pending;
    void enqueue(ApiRequest request, int triesLeft, QObject *context, Then<QJsonObject> then);
    void pump();
    void launch(const std::shared_ptr<Pending> &pending);
    void contextDied(const std::shared_ptr<Pending> &pending);
    void learnServerTime(Pending &pending, const QDateTime &date);
    void settle(const std::shared_ptr<Pending> &pending, const Result<QJsonObject> &result);
    [[nodiscard]] bool askAgain(const std::shared_ptr<Pending> &pending, const ApiError &error);
    [[nodiscard]] Parameters zoned() const;
    [[nodiscard]] ApiRequest writeRequest(Verb verb, const QString &clusterId) const;

    ApiSettings m_settings;
    Clock &m_clock;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QList<std::shared_ptr<Pending>> m_waiting;
    int m_inFlight = 0;
    std::chrono::milliseconds m_serverAhead{0};
};

} // namespace clusterdeck
