// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/replies.h"
#include "tests/app/api/apicloud.h"
#include "tests/app/api/damagedanswers.h"
#include "tests/fuzz/judged.h"
#include "tests/support/longrun.h"
#include "ui/words/errortext.h"

#include <QHash>
#include <QJsonDocument>
#include <QMap>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTest>
#include <QTestEventLoop>
#include <QTimer>

#include <memory>

using namespace clusterdeck;

namespace
{

/// CLUSTERDECK_SEED=4711 repeats one answer.
std::optional<quint32> onlySeed()
{
    bool given = false;
    const int seed = qEnvironmentVariableIntValue("CLUSTERDECK_SEED", &given);
    return given ? std::optional(quint32(seed)) : std::nullopt;
}

/// Whether an answer may count as success. An answer with a value that is not JSON may, when its
/// ret_code is readable.
bool saysDone(const FaultAnswer &answer)
{
    static const QRegularExpression done(QStringLiteral("\"ret_code\"\\s*:\\s*0\\s*[,}]"));
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    const QJsonValue code = document.object().value(QLatin1String("ret_code"));
    const bool isDone = document.isNull()
                            ? done.match(QString::fromUtf8(answer.body)).hasMatch()
                            : document.isObject() && code.isDouble() && code.toDouble() == 0;
    return answer.status >= 200 && answer.status <= 299 && isDone;
}

/// Describes an error in reading an answer; empty when there is none.
QString fault(const FaultAnswer &answer, const std::optional<ApiError> &error)
{
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
    return {};
}

template <class T>
std::optional<ApiError> errorIn(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

/// Runs every delayed action at once, and advances the clocks to the time it was due.
class ReadyClock : public ManualClock
{
public:
    void callLater(std::chrono::milliseconds delay, QObject *context, Action action) override
    {
        advance(delay);
        QTimer::singleShot(0, context, std::move(action));
    }
};

/// Makes one call after the other, answers each with a damaged answer and checks the result. The
/// cluster id of a write contains the seed, so that each request is counted for its call, whenever
/// it arrives.
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
        m_client = std::make_unique<ApiClient>(settings, m_clock);
        m_server.answerWith([this](const RecordedRequest &) { return m_answer; });
    }

    void next()
    {
        m_clock.advance(std::chrono::seconds(5)); // stays below the limit per hour
        if (m_next == m_end) {
            // One more exchange: any pending request has been sent by then.
            m_answer = noClusters();
            m_client->list(reads::clusters(), 0, this, [this](const auto &result) {
                complain(m_end, result ? QString() : QStringLiteral("the last read failed"));
                countWrites();
                emit done();
            });
            return;
        }
        m_answer = damagedAnswer(m_next);
        ask(callOf(m_next));
    }

    [[nodiscard]] bool finished() const { return m_next == m_end; }
    /// The seed of the call that has not been answered yet.
    [[nodiscard]] quint32 current() const { return m_next; }

    int faults = 0;
    int values = 0;
    QMap<ErrorKind, int> errors;

signals:
    void done();

private:
    void ask(Call call)
    {
        const QString id = idOf(m_next);
        const auto then = [this](const auto &result) { came(errorIn(result)); };
        if (!isWrite(call)) {
            const ReadCall read{readOf(call), {{QStringLiteral("cluster_id"), id}}};
            return m_client->listAny(read, 0, this, then);
        }
        if (call == Call::Modify)
            return m_client->modify(id, {.name = QStringLiteral("name")}, this, then);
        m_client->send(verbOf(call), {id}, this, then);
    }

    void came(const std::optional<ApiError> &error)
    {
        complain(m_next, fault(m_answer, error));
        if (isWrite(callOf(m_next)))
            m_writes.insert(idOf(m_next).toLatin1(), {m_next, error});
        if (error)
            ++errors[error->kind];
        else
            ++values;
        ++m_next;
        QMetaObject::invokeMethod(
            this, [this] { next(); }, Qt::QueuedConnection);
    }

    /// Each id is posted once at most; never when the write is reported as not sent, once when it
    /// is reported as done.
    void countWrites()
    {
        QHash<QByteArray, int> arrived;
        for (const RecordedRequest &request : m_server.requests()) {
            if (request.method != "POST")
                continue;
            const qsizetype begin = request.body.indexOf("hpc-");
            ++arrived[request.body.mid(begin, request.body.indexOf('"', begin) - begin)];
        }
        for (auto write = m_writes.cbegin(); write != m_writes.cend(); ++write) {
            const auto &[seed, error] = *write;
            const int times = arrived.take(write.key());
            const bool notSent = error && error->outcome == Outcome::NotSent;
            if (times > (notSent ? 0 : 1) || (times == 0 && !error))
                complain(seed, QStringLiteral("a write arrived %1 times").arg(times));
        }
        complain(m_end, arrived.isEmpty() ? QString() : QStringLiteral("a write of no call"));
    }

    void complain(quint32 seed, const QString &wrong)
    {
        if (wrong.isEmpty())
            return;
        qWarning("seed %u: %s", seed, qPrintable(wrong));
        ++faults;
    }

    static QString idOf(quint32 seed) { return QStringLiteral("hpc-%1").arg(seed); }

    struct Write {
        quint32 seed = 0;
        std::optional<ApiError> error;
    };

    FaultServer m_server;
    ReadyClock m_clock;
    std::unique_ptr<ApiClient> m_client;
    FaultAnswer m_answer;
    QHash<QByteArray, Write> m_writes; ///< by cluster id
    quint32 m_next;
    quint32 m_end;
};

} // namespace

/// Damaged answers: each results in a value or in an error with its message, quickly; and no write
/// counts as carried out unless the answer says so.
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
            if (isWrite(Call(call)))
                continue;
            const ReadSpec &spec = specOf(readOf(Call(call)));
            std::visit(
                [](const auto &page) {
                    QVERIFY(page.rows > 0);
                    QCOMPARE(page.records.size(), page.rows);
                },
                spec.pageOf(spec, *answer));
        }
    }

    void overTheWire()
    {
        const auto only = onlySeed();
        const int answers = only ? 1 : runs(1000, 5040);
        Barrage barrage(only.value_or(0), answers);
        connect(&barrage, &Barrage::done, &m_loop, &QTestEventLoop::exitLoop);
        barrage.next();
        // Not QTRY_…, which sleeps 10 ms after each turn of the event loop.
        m_loop.enterLoop(600);
        QVERIFY2(barrage.finished(),
                 qPrintable(QStringLiteral("seed %1 never came back").arg(barrage.current())));
        QCOMPARE(barrage.faults, 0);
        if (only)
            return;
        qInfo("%d answers: %d with a value, %d kinds of error", answers, barrage.values,
              int(barrage.errors.size()));
        // Otherwise the damage is too small or too large to test anything.
        QVERIFY(barrage.values > answers / 10 && barrage.values < answers * 9 / 10);
        for (const ErrorKind kind :
             {ErrorKind::Protocol, ErrorKind::Redirected, ErrorKind::Network, ErrorKind::Rejected,
              ErrorKind::ClockSkew, ErrorKind::Forbidden, ErrorKind::ServerFault})
            QVERIFY2(barrage.errors.value(kind) > 0, qPrintable(QString::number(int(kind))));
    }

    /// The same checks as the libFuzzer target, with seeds: every parser reads every answer.
    void withoutAWire()
    {
        const auto only = onlySeed();
        const quint32 first = only.value_or(0);
        for (quint32 seed = first; seed - first < quint32(only ? 1 : runs(4000, 100'000)); ++seed) {
            const FaultAnswer answer = damagedAnswer(seed);
            const char *broken = brokenByAnswer(answer.status, answer.body);
            QVERIFY2(!broken, qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(broken)));
        }
    }

private:
    QTestEventLoop m_loop;
};

QTEST_GUILESS_MAIN(TestFuzzedAnswers)
#include "tst_fuzzedanswers.moc"
