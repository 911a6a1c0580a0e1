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

/// Where and as whom an account speaks. Every choice that app/api/README.md leaves open is here.
struct ApiSettings {
    QUrl baseUrl; ///< https, or http to loopback; see endpointProblem()
    QString zone;
    QString owner;   ///< usr-…; sent when known
    QString runUser; ///< usr-…; empty = the owner
    Credentials credentials;
    QByteArray deletePath = "/api/cluster/deleteCluster";
    QString deleteIdsKey = QStringLiteral("cluster_ids");
    int callsAnHour = 2000;
    QString unlease; ///< sent with a deletion when not empty
    QString caFile;  ///< PEM, accepted besides the system's authorities; empty: none
    std::chrono::milliseconds deadline = ApiCall::DefaultDeadline;
    int readTries = 3; ///< of one read, the first included
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
/// one that was refused because of its time (1300) once more by the server's clock. Writes go
/// before reads that wait, and one that waited while the machine slept ends NotSent. Writes are
/// never repeated. Destroying the client gives up what is on its way and drops what waits; no
/// `then` runs any more.
///
/// Signed is by the server's clock, as the `Date` of its own answers tells it (see
/// ApiCall::serverDate()): JSON with a whole ret_code, that of a refusal too. It is followed by at
/// most MostCorrection either way, so that nobody can collect requests that are good another day.
/// Beyond that this machine's clock holds, and a write ends NotSent with ClockSkew until one of the
/// two clocks is set right.
/// With a caFile that cannot be used every call ends NotSent, with TlsProblem::CaFile. What is
/// asked before the system has named its proxies waits for that, SystemProxies::Deadline at the
/// longest; from then on every call ends NotSent, with kind Proxy, until it does.
class ApiClient : public QObject, public CloudApi
{
    Q_OBJECT

public:
    static constexpr int MaxInFlight = 6;
    /// How far the server's clock is followed away from this machine's.
    static constexpr std::chrono::minutes MostCorrection{15};

    ApiClient(ApiSettings settings, Clock &clock, QObject *parent = nullptr);
    ~ApiClient() override;

    [[nodiscard]] const ApiSettings &settings() const { return m_settings; }

    /// The same account with other settings: key, run user, paths, quota, CA file, deadline. They
    /// hold for every request that is put together and signed from now on, those that wait
    /// included; what is on its way ends as it was begun. Cloud, zone and owner make the account
    /// and stay as they were, whatever `settings` holds. A CA file is read anew, and no connection
    /// that another one vouched for is used again. The calls counted so far and the server's time
    /// stay. Nothing happens after retire().
    void setSettings(ApiSettings settings);

    /// The account is closed: its key is forgotten; what waits ends, from the event loop, with kind
    /// Cancelled and NotSent, and so does every later call. What is on its way is heard to its end,
    /// but not asked again. For good.
    void retire();

    void listAny(const ReadCall &call, int offset, QObject *context, Then<AnyPage> then) override;
    void send(Verb verb, const QStringList &clusterIds, QObject *context,
              Then<Accepted> then) override;
    void modify(const QString &clusterId, const QString &name, const QString &description,
                QObject *context, Then<Accepted> then) override;

    /// What is signed for. Once an answer has told the server's time this runs on by the clock that
    /// counts sleep: whoever sets the wall clock by no more than MostCorrection changes nothing
    /// about it.
    [[nodiscard]] QDateTime serverNow() const override;
    /// As told, also beyond MostCorrection.
    [[nodiscard]] std::optional<std::chrono::milliseconds> serverAhead() const override;
    [[nodiscard]] std::optional<int> callsLeft() const override;

    /// Nothing for an account that is never spoken to.
    [[nodiscard]] const SystemProxies *proxies() const;

    /// Calls of an earlier run that still count against the hour; times in UTC.
    void rememberCalls(const QList<QDateTime> &calls);

signals:
    /// A request leaves: one more call of the hourly quota. `at` in UTC by this machine's clock.
    void called(const QDateTime &at);

private:
    struct Pending;
    void useNetwork(const QString &caFile);
    using Compose = std::function<ApiRequest()>;
    void enqueue(Method method, Compose compose, QObject *context, Then<QJsonObject> then);
    void pump();
    void launch(const std::shared_ptr<Pending> &pending);
    void contextDied(const std::shared_ptr<Pending> &pending);
    void learnServerTime(const Pending &pending);
    [[nodiscard]] bool clockIsOff() const;
    void countCall();
    void leaveWire(Pending &pending);
    void giveBack(const std::shared_ptr<Pending> &pending, ErrorKind kind, const QString &why);
    void finish(const std::shared_ptr<Pending> &pending, const Result<QJsonObject> &result);
    [[nodiscard]] bool askAgain(const std::shared_ptr<Pending> &pending, const ApiError &error);
    void rest(const std::shared_ptr<Pending> &pending);

    ApiSettings m_settings;
    Clock &m_clock;
    std::shared_ptr<Transport> m_network; ///< and of calls on their way, when it is replaced
    QList<std::shared_ptr<Pending>> m_waiting;
    QList<std::shared_ptr<Pending>> m_resting; ///< reads between two tries
    int m_inFlight = 0;
    bool m_retired = false;
    QDateTime
        m_serverAtBoot; ///< the server's time when sinceBoot() was 0; invalid before an answer
    QList<QDateTime> m_calls; ///< of the last hour, oldest first
};

} // namespace clusterdeck
