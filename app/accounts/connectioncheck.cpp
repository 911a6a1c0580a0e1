// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/connectioncheck.h"

#include "app/api/systemproxies.h"

#include <QHostAddress>

#include <algorithm>

namespace clusterdeck
{

using namespace std::chrono_literals;

namespace
{

ApiSettings forOneCheck(ApiSettings settings)
{
    settings.deadline = std::min(settings.deadline, ConnectionCheck::QuestionLimit);
    // A repetition would hide the errors that the check is to show.
    settings.readTries = 1;
    return settings;
}

CheckEvidence atFirst(const ApiSettings &settings)
{
    CheckEvidence evidence;
    evidence.endpoint = endpointProblem(settings.baseUrl);
    evidence.isHttps = settings.baseUrl.scheme() == QLatin1String("https");
    evidence.hostIsNumber = !QHostAddress(settings.baseUrl.host()).isNull() ||
                            settings.baseUrl.host() == QLatin1String("localhost");
    evidence.hasKey = !settings.credentials.accessKeyId.isEmpty();
    evidence.hasSecret = !settings.credentials.secretAccessKey.isEmpty();
    evidence.hasZone = !settings.zone.isEmpty();
    evidence.signsAsPublished = signsAsPublished();
    evidence.callsAnHour = settings.callsAnHour;
    return evidence;
}

template <class Record>
CheckAnswer answerOf(const Result<Page<Record>> &result)
{
    if (!result)
        return {.error = result.error()};
    return {.rows = result->rows, .total = result->total};
}

} // namespace

ConnectionCheck::ConnectionCheck(const ApiSettings &settings, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_client(std::make_unique<ApiClient>(forOneCheck(settings), clock))
    , m_evidence(atFirst(settings))
{
    connect(m_client.get(), &ApiClient::called, this, [this](const QDateTime &at) {
        ++m_evidence.callsMade;
        emit called(at);
    });
}

ConnectionCheck::~ConnectionCheck() = default;

void ConnectionCheck::start()
{
    if (m_evidence.endpoint != EndpointProblem::None) {
        m_clock.callLater(0ms, this, [this] { end(); });
        return;
    }
    m_clock.callLater(TotalLimit, this, [this] {
        if (m_ended)
            return;
        std::optional<CheckAnswer> &missing = !m_evidence.list  ? m_evidence.list
                                              : !m_evidence.log ? m_evidence.log
                                                                : m_evidence.page;
        missing = CheckAnswer{
            .error = ApiError{
                .kind = ErrorKind::Timeout,
                .detail = QStringLiteral("not finished within %1 ms").arg(TotalLimit.count())}};
        m_client.reset(); // ends the running request
        end();
    });
    askForList();
}

void ConnectionCheck::askForList()
{
    m_client->list(reads::clusters(), 0, this, [this](const auto &result) {
        if (result) {
            for (const ClusterRecord &cluster : result->records)
                m_firstPage.insert(cluster.id);
        }
        take(m_evidence.list, answerOf(result));
        if (!result)
            return end();
        emit progressed();
        askForLog();
    });
}

void ConnectionCheck::askForLog()
{
    m_client->list(reads::operations(), 0, this, [this](const auto &result) {
        take(m_evidence.log, answerOf(result));
        if (!hasSecondPage(*m_evidence.list))
            return end();
        emit progressed();
        askForPage();
    });
}

void ConnectionCheck::askForPage()
{
    m_client->list(reads::clusters(), m_evidence.list->rows, this, [this](const auto &result) {
        CheckAnswer answer = answerOf(result);
        if (result) {
            answer.seenBefore = int(
                std::count_if(result->records.begin(), result->records.end(),
                              [this](const auto &each) { return m_firstPage.contains(each.id); }));
        }
        take(m_evidence.page, std::move(answer));
        end();
    });
}

void ConnectionCheck::take(std::optional<CheckAnswer> &place, CheckAnswer answer)
{
    place = std::move(answer);
    if (const SystemProxies *proxies = m_client->proxies()) {
        m_evidence.proxy = proxies->name();
        m_evidence.proxyIsSilent = proxies->state() != SystemProxies::State::Known;
    }
    m_evidence.serverAhead = m_client->serverAhead();
    m_evidence.callsLeft = m_client->callsLeft();
}

void ConnectionCheck::end()
{
    if (m_ended)
        return;
    m_ended = true;
    emit finished(); // last: a slot may destroy this object
}

} // namespace clusterdeck
