// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/detailreplies.h"
#include "app/api/replies.h"
#include "tests/app/api/apicloud.h"
#include "tests/app/api/damagedanswers.h"
#include "tests/support/hastyclock.h"
#include "ui/look/errortext.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QTest>
#include <QTestEventLoop>

#include <ctime>
#include <memory>

using namespace clusterdeck;

namespace
{

/// Over the wire, and judged without one. CLUSTERDECK_FUZZED_ANSWERS=300000 makes the second a long
/// run, CLUSTERDECK_SEED=4711 sends one answer again.
constexpr int Answers = 5040;
constexpr int PureAnswers = 20000;
constexpr qint64 Longest = 1000; // ms

std::optional<quint32> onlySeed()
{
    bool given = false;
    const int seed = qEnvironmentVariableIntValue("CLUSTERDECK_SEED", &given);
    return given ? std::optional(quint32(seed)) : std::nullopt;
}

/// What may be taken for a success.
bool saysDone(const FaultAnswer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    const QJsonValue code = document.object().value(QLatin1String("ret_code"));
    return answer.status >= 200 && answer.status <= 299 && document.isObject() && code.isDouble() &&
           code.toDouble() == 0;
}

/// What is wrong with how an answer was taken; empty when nothing is.
QString fault(const FaultAnswer &answer, const std::optional<ApiError> &error, qint64 milliseconds)
{
    if (milliseconds > Longest)
        return QStringLiteral("took %1 ms").arg(milliseconds);
    if (!error) {
        return saysDone(answer) ? QString()
                                : QStringLiteral("taken for a success with HTTP status %1: %2")
                                      .arg(answer.status)
                                      .arg(QString::fromUtf8(answer.body.left(300)));
    }
    const QString sentence = errorText(*error);
    if (sentence.size() < 10 || !sentence.endsWith(u'.') || sentence.contains(u'\n') ||
        sentence.contains(u'%'))
        return QStringLiteral("no sentence: ") + sentence;
    for (const QString &text : {sentence, error->detail}) {
        if (text.contains(vectors::credentials().secretAccessKey) ||
            text.contains(vectors::credentials().accessKeyId))
            return QStringLiteral("quotes a key: ") + text;
    }
    if (error->outcome == Outcome::NotSent)
        return QStringLiteral("sent and answered, but told as not sent");
    return {};
}

template <class T>
std::optional<ApiError> errorIn(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

/// Makes one call after the other, each answered with its damage, and judges what comes of it.
class Barrage : public QObject
{
    Q_OBJECT

public:
    Barrage(quint32 first, int calls)
        : m_next(first)
        , m_end(first + quint32(calls))
    {
        ApiSettings settings;
        settings.baseUrl = m_server.url();
        settings.zone = QStringLiteral("jn1a");
        settings.owner = QStringLiteral("usr-IuZxPyn2");
        settings.credentials = vectors::credentials();
        settings.deadline = std::chrono::seconds(5);
        m_client = std::make_unique<ApiClient>(settings, m_clock);
        m_server.answerWith([this](const RecordedRequest &request) {
            m_arrived += request.complete ? 1 : 0;
            return m_answer;
        });
    }

    void next()
    {
        if (m_next == m_end) {
            emit done();
            return;
        }
        m_answer = damagedAnswer(m_next);
        m_arrived = 0;
        m_timer.start();
        ask(callOf(m_next));
    }

    [[nodiscard]] bool finished() const { return m_next == m_end; }
    /// The one that has been asked and not come back.
    [[nodiscard]] quint32 current() const { return m_next; }

    int faults = 0;
    int values = 0;
    QMap<ErrorKind, int> errors;
    qint64 slowest = 0; // ms

signals:
    void done();

private:
    void ask(Call call)
    {
        const QString id = QStringLiteral("hpc-6o2qc9tl");
        const auto then = [this](const auto &result) { came(errorIn(result)); };
        switch (call) {
        case Call::List:
            return m_client->listClusters(0, this, then);
        case Call::Operations:
            return m_client->listOperations({}, this, then);
        case Call::Nodes:
            return m_client->listNodes(id, 0, this, then);
        case Call::SchedulerJobs:
            return m_client->listSchedulerJobs(id, {}, 0, this, then);
        case Call::Logins:
            return m_client->listLogins(id, 0, this, then);
        case Call::Software:
            return m_client->listSoftware(0, this, then);
        case Call::Delete:
            return m_client->send(Verb::Delete, {id}, this, then);
        case Call::Stop:
            return m_client->send(Verb::Stop, {id}, this, then);
        case Call::Start:
            return m_client->send(Verb::Start, {id}, this, then);
        case Call::Modify:
            return m_client->modify(id, QStringLiteral("name"), QString(), this, then);
        }
    }

    void came(const std::optional<ApiError> &error)
    {
        const qint64 took = m_timer.elapsed();
        // A busy machine is slow now and then; what hangs hangs again.
        if (took > Longest && ++m_slow < 3) {
            QMetaObject::invokeMethod(
                this, [this] { next(); }, Qt::QueuedConnection);
            return;
        }
        m_slow = 0;
        slowest = std::max(slowest, took);
        QString wrong = fault(m_answer, error, took);
        // On a busy machine the hasty clock may take a pause for a sleep, or the deadline be over
        // before the request is on its way: then none arrives, and it is not said to be done.
        const bool notSent = error && error->outcome == Outcome::NotSent;
        const bool untrue = m_arrived > (notSent ? 0 : 1) || (m_arrived == 0 && !error);
        if (wrong.isEmpty() && isWrite(callOf(m_next)) && untrue)
            wrong = QStringLiteral("a write arrived %1 times").arg(m_arrived);
        if (!wrong.isEmpty()) {
            qWarning("seed %u: %s", m_next, qPrintable(wrong));
            ++faults;
        }
        if (error)
            ++errors[error->kind];
        else
            ++values;
        ++m_next;
        QMetaObject::invokeMethod(
            this, [this] { next(); }, Qt::QueuedConnection);
    }

    FaultServer m_server;
    HastyClock m_clock{1000}; // the waits before a read is repeated take no time
    std::unique_ptr<ApiClient> m_client;
    FaultAnswer m_answer;
    int m_arrived = 0;
    int m_slow = 0; ///< how often in a row the same one took too long
    QElapsedTimer m_timer;
    quint32 m_next;
    quint32 m_end;
};

} // namespace

/// Answers as no service gives them: each gives a value or an error with its sentence, soon; and no
/// write is taken for carried out unless the answer says so.
class TestFuzzedAnswers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    }

    void theGoodOnesAreGood()
    {
        for (int call = 0; call < Calls; ++call) {
            const Result<QJsonObject> answer = replies::classify(200, goodAnswer(Call(call)));
            QVERIFY(answer.has_value());
            if (Call(call) == Call::List)
                QCOMPARE(replies::clusters(*answer).clusters.size(), 2);
            if (Call(call) == Call::Operations)
                QCOMPARE(replies::operations(*answer).operations.size(), 1);
            if (Call(call) == Call::Nodes)
                QCOMPARE(replies::nodes(*answer).records.size(), 1);
            if (Call(call) == Call::SchedulerJobs)
                QCOMPARE(replies::schedulerJobs(*answer).records.size(), 2);
            if (Call(call) == Call::Logins)
                QCOMPARE(replies::logins(*answer).records.size(), 1);
            if (Call(call) == Call::Software)
                QCOMPARE(replies::software(*answer).records.size(), 1);
        }
    }

    void overTheWire()
    {
        const auto only = onlySeed();
        Barrage barrage(only.value_or(0), only ? 1 : Answers);
        connect(&barrage, &Barrage::done, &m_loop, &QTestEventLoop::exitLoop);
        barrage.next();
        // Not QTRY_…, which sleeps 10 ms after each turn of the event loop.
        m_loop.enterLoop(300);
        QVERIFY2(barrage.finished(),
                 qPrintable(QStringLiteral("seed %1 never came back").arg(barrage.current())));
        QCOMPARE(barrage.faults, 0);
        if (only)
            return;
        qInfo("%d answers: %d with a value, %d kinds of error, the slowest took %lld ms", Answers,
              barrage.values, int(barrage.errors.size()), barrage.slowest);
        // Otherwise the damage is too dull, or too great, to show anything.
        QVERIFY(barrage.values > Answers / 10 && barrage.values < Answers * 9 / 10);
        for (const ErrorKind kind :
             {ErrorKind::Protocol, ErrorKind::Redirected, ErrorKind::Network, ErrorKind::Rejected,
              ErrorKind::ClockSkew, ErrorKind::Forbidden, ErrorKind::ServerFault})
            QVERIFY2(barrage.errors.value(kind) > 0, qPrintable(QString::number(int(kind))));
    }

    void withoutAWire()
    {
        const int asked = qEnvironmentVariableIntValue("CLUSTERDECK_FUZZED_ANSWERS");
        const int answers = asked > 0 ? asked : PureAnswers;
        const auto only = onlySeed();
        int faults = 0;
        if (only)
            faults += judge(*only) ? 0 : 1;
        for (int i = 0; i < answers && !only; ++i)
            faults += judge(quint32(i)) ? 0 : 1;
        QCOMPARE(faults, 0);
    }

private:
    QTestEventLoop m_loop;

    static bool judge(quint32 seed)
    {
        const FaultAnswer answer = damagedAnswer(seed);
        const std::clock_t begin = std::clock(); // of this process: others do not count
        const Result<QJsonObject> result = replies::classify(answer.status, answer.body);
        if (result) {
            const ClusterPage clusters = replies::clusters(*result);
            const OperationPage operations = replies::operations(*result);
            (void)replies::accepted(*result);
            const auto fits = [](const auto &page) { return page.records.size() <= page.rows; };
            const bool inside = fits(replies::nodes(*result)) &&
                                fits(replies::schedulerJobs(*result)) &&
                                fits(replies::logins(*result)) && fits(replies::software(*result));
            if (!inside || clusters.clusters.size() > clusters.rows ||
                operations.operations.size() > operations.rows) {
                qWarning("seed %u: more than there are rows", seed);
                return false;
            }
        }
        const auto took = qint64((std::clock() - begin) * 1000 / CLOCKS_PER_SEC);
        const QString wrong = fault(answer, errorIn(result), took);
        if (!wrong.isEmpty())
            qWarning("seed %u: %s", seed, qPrintable(wrong));
        return wrong.isEmpty();
    }
};

QTEST_GUILESS_MAIN(TestFuzzedAnswers)
#include "tst_fuzzedanswers.moc"
