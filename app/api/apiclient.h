// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apicall.h"
#include "app/api/cloudapi.h"
#include "app/support/clock.h"

#include <QUrl>

#include <memory>

namespace clusterdeck
{

class SystemProxies;
class Transport;

/// The server, the user and the key of an account, and every choice that app/api/README.md leaves
/// open.
struct ApiSettings {
    QUrl baseUrl; ///< https, or http to loopback; see endpointProblem()
    QString zone;
    QString owner;   ///< usr-…; sent if not empty
    QString runUser; ///< usr-…; empty = the owner
    Credentials credentials;
    QByteArray deletePath = "/api/cluster/deleteCluster";
    QString deleteIdsKey = QStringLiteral("cluster_ids");
    int callsAnHour = DocumentedCallsAnHour;
    QString unlease; ///< sent with a deletion if not empty
    QString caFile;  ///< PEM; accepted in addition to the system's authorities; empty: none
    std::chrono::milliseconds deadline = ApiCall::DefaultDeadline;
    int readTries = 3; ///< attempts for one read, including the first
};

enum class EndpointProblem { None, NotAUrl, PlainHttp, HasPathOrQuery };

/// Whether `url` may be used: plain http only to this machine, and nothing after host and port.
[[nodiscard]] EndpointProblem endpointProblem(const QUrl &url);

/// CloudApi over HTTP, for one account.
///
/// - At most MaxInFlight exchanges run at a time, since Qt would queue more of them already signed.
///   Other requests wait in the order of the calls and are signed when they are sent.
/// - With a base URL that has an endpointProblem() every call ends NotSent.
/// - A read whose error is retried (ErrorSpec::retried) is sent up to ApiSettings::readTries times,
///   each time signed again, after a random wait of up to 0.5 s, then 1 s. A read that was refused
///   because of its time (1300) is repeated once more with the server's time.
/// - A write is never repeated. It is sent before waiting reads. It ends NotSent if the machine
///   slept or its clock was set while the write waited.
/// - Requests are signed with the server's time, from the `Date` header of answers of the service
///   itself (see ApiCall::serverDate()): JSON with a whole ret_code, refusals too. The correction
///   is at most MostCorrection in either direction, so that no server can collect requests that are
///   valid on another day. Beyond that this machine's time is used, and a write ends NotSent with
///   ClockSkew until one of the two clocks is corrected.
/// - With a caFile that cannot be used every call ends NotSent with TlsProblem::CaFile.
/// - Requests wait until the CA file is read and the system has named its proxies, for the proxies
///   at most SystemProxies::Deadline. After that every call ends NotSent with kind Proxy, until the
///   system answers.
///
/// Destroying the client ends the running exchanges and drops the waiting ones; no `then` runs
/// after that.
class ApiClient : public QObject, public CloudApi
{
    Q_OBJECT

public:
    static constexpr int MaxInFlight = 6;
    /// The largest difference between the server's and this machine's clock that is corrected.
    static constexpr std::chrono::minutes MostCorrection{15};

    /// `clock` must outlive the client.
    ApiClient(ApiSettings settings, Clock &clock, QObject *parent = nullptr);
    ~ApiClient() override;

    [[nodiscard]] const ApiSettings &settings() const { return m_settings; }

    /// Other settings for the same account: key, run user, paths, quota, CA file, deadline. They
    /// apply to every request that is made and signed from now on, waiting requests included;
    /// running exchanges are not changed. Cloud, zone and owner identify the account: those in
    /// `settings` are ignored. The CA file is read again, and connections that were accepted with
    /// the old file are not used again. The counted calls and the server's time stay. No effect
    /// after retire().
    void setSettings(ApiSettings settings);

    /// Closes the account permanently: the key is deleted. Waiting and later calls end, from the
    /// event loop, with kind Cancelled and NotSent. Running exchanges go on to their end, without a
    /// repetition.
    void retire();

    void listAny(const ReadCall &call, int offset, QObject *context, Then<AnyPage> then) override;
    void send(Verb verb, const QStringList &clusterIds, QObject *context,
              Then<Accepted> then) override;
    void modify(const QString &clusterId, const ClusterChange &change, QObject *context,
                Then<Accepted> then) override;

    /// The time that requests are signed with. After the first answer it follows
    /// Clock::sinceBoot() and not this machine's wall clock, as long as the wall clock differs from
    /// the server's by at most MostCorrection.
    [[nodiscard]] QDateTime serverNow() const override;
    /// The full difference, also beyond MostCorrection.
    [[nodiscard]] std::optional<std::chrono::milliseconds> serverAhead() const override;
    [[nodiscard]] int callsAnHour() const override { return m_quota.callsAnHour(); }
    [[nodiscard]] std::optional<int> callsLeft() const override { return m_quota.left(); }
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilCallsLeft(int calls) const override
    {
        return m_quota.until(calls);
    }

    /// Null with a base URL that has an endpointProblem(), and after retire(). Do not keep the
    /// pointer: setSettings() may replace the object.
    [[nodiscard]] const SystemProxies *proxies() const;

    /// Adds calls of an earlier run to the count of the hour; times in UTC.
    void rememberCalls(const QList<QDateTime> &calls) { m_quota.remember(calls); }

signals:
    /// A request is sent: one more call of the hourly quota. `at`: UTC by this machine's clock.
    void called(const QDateTime &at);

private:
    struct Pending;
    void useNetwork(const QString &caFile);
    using Compose = std::function<ApiRequest()>;
    void enqueue(Method method, Compose compose, QObject *context, Then<QJsonObject> then);
    void write(Compose compose, QObject *context, Then<Accepted> then);
    void pump();
    void launch(const std::shared_ptr<Pending> &pending);
    void contextDied(const std::shared_ptr<Pending> &pending);
    void learnServerTime(const Pending &pending);
    [[nodiscard]] bool clockIsOff() const;
    void countCall();
    void leaveWire(Pending &pending);
    void endUnsent(const std::shared_ptr<Pending> &pending, ErrorKind kind, const QString &why);
    void finish(const std::shared_ptr<Pending> &pending, const Result<QJsonObject> &result);
    [[nodiscard]] bool askAgain(const std::shared_ptr<Pending> &pending, const ApiError &error);
    void rest(const std::shared_ptr<Pending> &pending);

    ApiSettings m_settings;
    Clock &m_clock;
    std::shared_ptr<Transport> m_network; ///< running calls keep an old one alive
    QList<std::shared_ptr<Pending>> m_waiting;
    QList<std::shared_ptr<Pending>> m_resting; ///< reads that wait before a repetition
    int m_inFlight = 0;
    bool m_retired = false;
    /// The server's time when sinceBoot() was 0; invalid before an answer.
    QDateTime m_serverAtBoot;
    QuotaPolicy m_quota;
};

} // namespace clusterdeck
