// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"

#include "app/api/replies.h"
#include "app/api/requests.h"
#include "app/api/transport.h"
#include "app/support/log.h"
#include "app/support/timemark.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace clusterdeck
{

using namespace std::chrono_literals;

namespace
{

/// The longest wait before the first repetition of a read; the second waits up to twice as long.
constexpr std::chrono::milliseconds FirstBackOff = 500ms;

/// `Date` has whole seconds and is as old as the transfer took: smaller differences are ignored.
constexpr std::chrono::milliseconds Slack = 2s;

/// Full jitter: a random wait from 0 to the maximum, so that clients that failed together do not
/// repeat together.
std::chrono::milliseconds backOff(int failures)
{
    const auto longest = FirstBackOff * (1 << (failures - 1));
    return std::chrono::milliseconds(QRandomGenerator::global()->bounded(int(longest.count()) + 1));
}

/// Whether the service itself answered, not a proxy or gateway with an error page or a redirect.
bool isOfTheService(const Result<QJsonObject> &result)
{
    return result.has_value() || result.error().retCode != 0;
}

} // namespace

EndpointProblem endpointProblem(const QUrl &url)
{
    const bool http = url.scheme() == QLatin1String("http");
    const bool https = url.scheme() == QLatin1String("https");
    if (!url.isValid() || (!http && !https) || url.host().isEmpty())
        return EndpointProblem::NotAUrl;
    if (http && !isLoopbackHost(url.host()))
        return EndpointProblem::PlainHttp;
    const bool hasPath = !url.path().isEmpty() && url.path() != QLatin1String("/");
    if (hasPath || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return EndpointProblem::HasPathOrQuery;
    return EndpointProblem::None;
}

struct ApiClient::Pending {
    Method method = Method::Get;
    Compose compose;
    int triesLeft = 1; ///< including the current attempt
    int failures = 0;
    int attempts = 0; ///< including the current attempt; for the log
    QPointer<QObject> context;
    Then<QJsonObject> then;
    QPointer<ApiCall> call;             ///< while the exchange runs
    std::shared_ptr<Transport> network; ///< while the exchange runs
    QMetaObject::Connection watch;
    std::chrono::milliseconds sentAt{0};     ///< Clock::sinceBoot()
    bool onWire = false;                     ///< counts in m_inFlight
    QDateTime date;                          ///< of the last answer, see ApiCall::serverDate()
    std::chrono::milliseconds dateCameAt{0}; ///< Clock::sinceBoot()
    bool timeCorrected = false;              ///< repeated after a 1300
    TimeMark asked;                          ///< the clocks at the time of the call

    [[nodiscard]] bool isRead() const { return method == Method::Get; }
};

ApiClient::ApiClient(ApiSettings settings, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_clock(clock)
    , m_quota(clock, m_settings.callsAnHour)
{
    guardInLog(m_settings.credentials.accessKeyId, m_settings.credentials.secretAccessKey);
    useNetwork(m_settings.caFile);
}

ApiClient::~ApiClient()
{
    // The calls use the manager's replies, so they are destroyed first.
    qDeleteAll(findChildren<ApiCall *>(QString(), Qt::FindDirectChildrenOnly));
}

/// A new network without connections. Running calls keep the old one alive.
void ApiClient::useNetwork(const QString &caFile)
{
    const bool asks = !m_retired && endpointProblem(m_settings.baseUrl) == EndpointProblem::None;
    m_network = std::make_shared<Transport>(caFile, asks ? m_settings.baseUrl : QUrl());
    connect(m_network.get(), &Transport::ready, this, &ApiClient::pump);
}

void ApiClient::setSettings(ApiSettings settings)
{
    if (m_retired)
        return;
    settings.baseUrl = m_settings.baseUrl;
    settings.zone = m_settings.zone;
    settings.owner = m_settings.owner;
    const bool trustMayDiffer = !settings.caFile.isEmpty() || !m_settings.caFile.isEmpty();
    m_settings = std::move(settings);
    m_quota.setCallsAnHour(m_settings.callsAnHour);
    guardInLog(m_settings.credentials.accessKeyId, m_settings.credentials.secretAccessKey);
    if (trustMayDiffer)
        useNetwork(m_settings.caFile);
    pump(); // requests may have waited for a CA file that is no longer set
}

void ApiClient::retire()
{
    m_retired = true;
    m_settings.credentials = {};
    useNetwork({}); // closes the connections
    const auto ended = std::exchange(m_waiting, {}) + std::exchange(m_resting, {});
    for (const std::shared_ptr<Pending> &pending : ended) {
        if (pending->context)
            launch(pending);
    }
}

void ApiClient::listAny(const ReadCall &call, int offset, QObject *context, Then<AnyPage> then)
{
    const auto compose = [=, this] { return requests::page(m_settings, call, offset); };
    enqueue(Method::Get, compose, context,
            [read = call.read, then = std::move(then)](const Result<QJsonObject> &reply) {
                if (!reply)
                    return then(reply.error());
                then(replies::page(read, *reply));
            });
}

void ApiClient::send(Verb verb, const QStringList &clusterIds, QObject *context,
                     Then<Accepted> then)
{
    const auto compose = [=, this] { return requests::write(m_settings, verb, clusterIds); };
    write(compose, context, std::move(then));
}

void ApiClient::modify(const QString &clusterId, const ClusterChange &change, QObject *context,
                       Then<Accepted> then)
{
    const auto compose = [=, this] { return requests::modify(m_settings, clusterId, change); };
    write(compose, context, std::move(then));
}

void ApiClient::write(Compose compose, QObject *context, Then<Accepted> then)
{
    enqueue(Method::Post, std::move(compose), context,
            [then = std::move(then)](const Result<QJsonObject> &answer) {
                if (!answer)
                    return then(answer.error());
                then(replies::accepted(*answer));
            });
}

QDateTime ApiClient::serverNow() const
{
    return m_serverAtBoot.isValid() && !clockIsOff() ? m_serverAtBoot + m_clock.sinceBoot()
                                                     : m_clock.utcNow();
}

std::optional<std::chrono::milliseconds> ApiClient::serverAhead() const
{
    if (!m_serverAtBoot.isValid())
        return {};
    return std::chrono::milliseconds(
        m_clock.utcNow().msecsTo(m_serverAtBoot + m_clock.sinceBoot()));
}

/// The two clocks differ too much to decide which of them is right.
bool ApiClient::clockIsOff() const
{
    const auto ahead = serverAhead();
    return ahead && std::chrono::abs(*ahead) > MostCorrection;
}

const SystemProxies *ApiClient::proxies() const
{
    return m_network->proxies();
}

void ApiClient::enqueue(Method method, Compose compose, QObject *context, Then<QJsonObject> then)
{
    auto pending = std::make_shared<Pending>();
    pending->method = method;
    pending->compose = std::move(compose);
    pending->triesLeft = pending->isRead() ? m_settings.readTries : 1;
    pending->context = context;
    pending->then = std::move(then);
    // A weak pointer: the connection lives as long as the context, which may be the whole run.
    pending->watch =
        connect(context, &QObject::destroyed, this, [this, weak = std::weak_ptr<Pending>(pending)] {
            if (const auto orphan = weak.lock())
                contextDied(orphan);
        });
    pending->asked = TimeMark(m_clock);
    // Writes go before reads: the user has confirmed a write to be sent now.
    auto place = m_waiting.end();
    if (!pending->isRead()) {
        place = std::find_if(m_waiting.begin(), m_waiting.end(),
                             [](const auto &waiting) { return waiting->isRead(); });
    }
    m_waiting.insert(place, std::move(pending));
    pump();
}

void ApiClient::pump()
{
    // A request while the CA file is read would block the window, and without the proxies nothing
    // can be sent.
    while (m_network->isReady() && m_inFlight < MaxInFlight && !m_waiting.isEmpty()) {
        const std::shared_ptr<Pending> next = m_waiting.takeFirst();
        if (next->context)
            launch(next);
    }
}

void ApiClient::launch(const std::shared_ptr<Pending> &pending)
{
    ++m_inFlight;
    pending->onWire = true;
    if (m_retired)
        return endUnsent(pending, ErrorKind::Cancelled, QStringLiteral("the account was closed"));
    // A write that waited while the machine slept must not be sent later than it was confirmed for.
    if (!pending->isRead() && pending->asked.sleptOrJumped(m_clock))
        return endUnsent(pending, ErrorKind::Cancelled,
                         QStringLiteral("the machine slept before it could be sent"));
    if (!pending->isRead() && clockIsOff())
        return endUnsent(pending, ErrorKind::ClockSkew,
                         QStringLiteral("the server's clock is %1 s ahead of this machine's")
                             .arg(serverAhead()->count() / 1000));
    // Instead of an endpoint that must not be used, an empty URL: with it the call ends NotSent.
    const bool allowed = endpointProblem(m_settings.baseUrl) == EndpointProblem::None;
    ApiRequest request = pending->compose();
    request.attempt = ++pending->attempts;
    auto *call = new ApiCall(*m_network, allowed ? m_settings.baseUrl : QUrl(), request, this);
    pending->call = call;
    pending->network = m_network;
    pending->date = {};
    pending->sentAt = m_clock.sinceBoot();
    connect(call, &ApiCall::serverDate, this, [this, pending](const QDateTime &date) {
        pending->date = date;
        pending->dateCameAt = m_clock.sinceBoot();
    });
    connect(call, &ApiCall::answered, this, [this, pending] {
        leaveWire(*pending);
        pump();
    });
    connect(call, &ApiCall::finished, this,
            [this, pending](const Result<QJsonObject> &result) { finish(pending, result); });
    if (call->start(m_settings.credentials, serverNow(), m_settings.deadline))
        countCall();
}

/// Ends a call that was not sent, from the event loop like every call.
void ApiClient::endUnsent(const std::shared_ptr<Pending> &pending, ErrorKind kind,
                          const QString &why)
{
    const ApiError error{.kind = kind, .outcome = Outcome::NotSent, .detail = why};
    QMetaObject::invokeMethod(
        this, [this, pending, error] { finish(pending, error); }, Qt::QueuedConnection);
}

void ApiClient::contextDied(const std::shared_ptr<Pending> &pending)
{
    m_waiting.removeOne(pending);
    m_resting.removeOne(pending);
    // A running write goes on: ending the exchange could not undo it.
    if (pending->isRead() && pending->call)
        pending->call->abort();
}

/// The server wrote the date between the sending and the arrival, without the fraction of the
/// second. This gives a lower and an upper bound. The known time, at first this machine's own, is
/// kept if it is within the bounds; otherwise the middle of the bounds replaces it.
void ApiClient::learnServerTime(const Pending &pending)
{
    const QDateTime least = pending.date.addMSecs(-pending.dateCameAt.count());
    const QDateTime most = pending.date.addMSecs((1s - pending.sentAt).count());
    const QDateTime known = m_serverAtBoot.isValid()
                                ? m_serverAtBoot
                                : m_clock.utcNow().addMSecs(-m_clock.sinceBoot().count());
    const bool fits =
        known >= least.addMSecs(-Slack.count()) && known <= most.addMSecs(Slack.count());
    m_serverAtBoot = fits ? known : least.addMSecs(least.msecsTo(most) / 2);
}

void ApiClient::countCall()
{
    m_quota.count();
    emit called(m_clock.utcNow());
}

void ApiClient::leaveWire(Pending &pending)
{
    m_inFlight -= std::exchange(pending.onWire, false) ? 1 : 0;
}

void ApiClient::finish(const std::shared_ptr<Pending> &pending, const Result<QJsonObject> &result)
{
    leaveWire(*pending);
    pending->call = nullptr;
    pending->network.reset();
    if (pending->date.isValid() && isOfTheService(result))
        learnServerTime(*pending);
    const bool again = pending->context && !result && askAgain(pending, result.error());
    if (!again)
        disconnect(pending->watch);
    pump();
    if (!again && pending->context)
        pending->then(result); // last: it may destroy this client
}

bool ApiClient::askAgain(const std::shared_ptr<Pending> &pending, const ApiError &error)
{
    if (m_retired || !pending->isRead())
        return false;
    const bool timeIsKnown = pending->date.isValid() && !clockIsOff();
    if (error.kind == ErrorKind::ClockSkew && timeIsKnown && !pending->timeCorrected) {
        pending->timeCorrected = true;
        m_waiting.prepend(pending);
        return true;
    }
    if (pending->triesLeft <= 1 || !specOf(error.kind).retried)
        return false;
    --pending->triesLeft;
    rest(pending);
    return true;
}

void ApiClient::rest(const std::shared_ptr<Pending> &pending)
{
    m_resting.append(pending);
    m_clock.callLater(backOff(++pending->failures), this, [this, pending] {
        // Not in the list: the context was destroyed, or retire() has ended the call.
        if (m_resting.removeOne(pending)) {
            m_waiting.append(pending);
            pump();
        }
    });
}

} // namespace clusterdeck
