// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/options.h"
#include "app/session.h"
#include "countingforwarder.h"
#include "demoprocess.h"
#include "spawnedprocess.h"
#include "tests/support/hastyclock.h"
#include "tests/support/longrun.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <csignal>
#include <sys/wait.h>
#include <utility>

using namespace clusterdeck;

namespace
{

constexpr int Items = 10;
/// Number of rounds that run at the same time: a round mostly waits.
#ifdef CLUSTERDECK_SANITIZED // sanitizers make each round several times slower
constexpr int AtOnce = 8;
#else
constexpr int AtOnce = 30;
#endif
/// Reconciling a request that was never sent takes a minute and a half by this clock.
constexpr int Haste = 30;

/// Only waits run faster; requests carry the real server's time. A changing request would be
/// treated as delayed by sleep, but none is sent.
class HastyWaiting : public HastyClock
{
public:
    using HastyClock::HastyClock;
    [[nodiscard]] QDateTime utcNow() const override { return m_real.utcNow(); }
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override
    {
        return m_real.sinceBoot();
    }

private:
    SystemClock m_real;
};

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

/// The part of this executable that is killed: the program without its window. It plans, confirms
/// and sends ten deletions, and kills itself at the n-th event of the batch: at once, before the
/// event's request can leave, or some milliseconds later, when the request is on its way.
class Victim : public QObject
{
public:
    Victim(const Account &account, int killAt, int delay)
        : m_killAt(killAt)
        , m_session(m_clock, dataFolder())
    {
        connect(&m_session, &Session::statusChanged, this, &Victim::begin);
        connect(&m_session.operationService(), &OperationService::itemChanged, this, [this, delay] {
            if (++m_events != m_killAt)
                return;
            if (delay == 0)
                raise(SIGKILL);
            QTimer::singleShot(delay, Qt::PreciseTimer, [] { raise(SIGKILL); });
        });
        m_session.open(account);
    }

private:
    /// On a busy machine the facts may be too old to confirm.
    void beginAgain()
    {
        if (++m_tries > 10)
            qFatal("not armed");
        m_begun = false;
        QTimer::singleShot(0, this, [this] { begin(); });
    }

    void begin()
    {
        if (m_begun || !m_session.feeds().constFirst()->isComplete())
            return;
        m_begun = true;
        QList<ClusterKey> keys;
        const ClusterModel &clusters = m_session.clusters();
        const QString owner = m_session.accounts().constFirst().api.owner;
        for (int row = 0; row < clusters.rowCount() && keys.size() < Items; ++row) {
            const Cluster &cluster = clusters.clusterAt(row);
            if (cluster.record.owner == owner &&
                cluster.record.status == QLatin1String("stopped") &&
                cluster.record.transition.isEmpty())
                keys.append(cluster.key());
        }
        m_session.operationService().plan(Verb::Delete, keys, this, [this](const Plan &plan) {
            m_session.operationService().confirm(
                plan, QString(), this, [this](const Confirmation &confirmation) {
                    if (confirmation.outcome != Confirmation::Outcome::Armed)
                        return beginAgain();
                    m_session.operationService().batches().constFirst()->sendNow();
                });
        });
    }

    int m_killAt;
    int m_events = 0;
    bool m_begun = false;
    int m_tries = 0;
    SystemClock m_clock;
    Session m_session;
};

Account accountFromEnvironment()
{
    Account account;
    account.api.baseUrl = QUrl(qEnvironmentVariable("VICTIM_ENDPOINT"));
    account.api.zone = qEnvironmentVariable("QINGCLOUD_ZONE");
    account.api.owner = qEnvironmentVariable("VICTIM_OWNER");
    account.api.credentials = {qEnvironmentVariable("QINGCLOUD_ACCESS_KEY_ID"),
                               qEnvironmentVariable("QINGCLOUD_SECRET_ACCESS_KEY")};
    account.together = qEnvironmentVariableIntValue("VICTIM_TOGETHER");
    account.id = accountId(account.api);
    return account;
}

/// One round: a cloud, the killed program, and the real program started after it.
class Killing
{
public:
    /// `delay`: milliseconds from the event to the kill.
    Killing(int killAt, int delay, int together)
        : m_killAt(killAt)
        , m_delay(delay)
        , m_together(together)
        , m_service({QStringLiteral("--clusters"), QStringLiteral("90"),
                     QStringLiteral("--job-seconds"), QStringLiteral("0.5"),
                     QStringLiteral("--latency"), QStringLiteral("20")})
        , m_forwarder(m_service.url())
        , m_account(m_service.account())
    {
        m_account.api.baseUrl = m_forwarder.url();
        m_account.together = together;
        m_account.id = accountId(m_account.api);
        const ApiSettings &api = m_account.api;
        const auto set = [this](const char *name, const QString &value) {
            m_environment.insert(QLatin1String(name), value);
        };
        set("QT_QPA_PLATFORM", QStringLiteral("offscreen"));
        set("HOME", m_home.path());
        set("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")));
        set("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")));
        set("XDG_CACHE_HOME", m_home.filePath(QStringLiteral("cache")));
        set("QINGCLOUD_ACCESS_KEY_ID", api.credentials.accessKeyId);
        set("QINGCLOUD_SECRET_ACCESS_KEY", api.credentials.secretAccessKey);
        set("QINGCLOUD_ZONE", api.zone);
        set("VICTIM_ENDPOINT", api.baseUrl.toString());
        set("VICTIM_OWNER", api.owner);
        set("VICTIM_KILL_AT", QString::number(killAt));
        set("VICTIM_DELAY", QString::number(delay));
        set("VICTIM_TOGETHER", QString::number(together));
        start(QCoreApplication::applicationFilePath(), {});
        m_age.start();
    }

    /// True when the round has ended; problem() states what was wrong.
    bool step()
    {
        if (!m_service.problem().isEmpty())
            fail(m_service.problem());
        if (!m_problem.isEmpty())
            return true;
        if (m_age.hasExpired(LongestMs)) {
            QStringList states;
            for (const QStringList &row : ask(QStringLiteral("SELECT cluster_id, state FROM item")))
                states.append(row.join(QLatin1Char(' ')));
            return fail(QStringLiteral("did not come to an end: ") +
                        states.join(QStringLiteral(", ")));
        }
        const std::optional<int> ended = m_child.ended();
        if (!m_restarted) {
            // When all connections are seen closed, every byte that the killed program sent has
            // been read.
            if (ended && std::exchange(m_ended, true) && m_forwarder.connections() == 0)
                restart(*ended);
            return !m_problem.isEmpty();
        }
        if (ended)
            return fail(QStringLiteral("the program ended with status %1").arg(*ended));
        const QMap<QString, QString> states = this->states();
        const auto all = [&](const std::function<bool(const QString &id)> &holds) {
            const QStringList ids = states.keys();
            return ids.size() == Items && std::all_of(ids.begin(), ids.end(), holds);
        };
        const auto isOver = [&](const QString &id) {
            const QString state = states.value(id);
            return state == QLatin1String("done") || state == QLatin1String("cancelled") ||
                   state == QLatin1String("failed");
        };
        // Without an answer to any request, nothing shows that the log is up to date.
        const auto isSettled = [&](const QString &id) {
            return isOver(id) || (m_settling && states.value(id) == QLatin1String("unknown") &&
                                  unproven().contains(id));
        };
        if (all(isSettled))
            return judge(states);
        const auto waits = [&](const QString &id) {
            return m_intents.contains(id) && posts(id) == 0 &&
                   states.value(id) == QLatin1String("unknown");
        };
        if (!m_settling && runs(1, 0) && hasLookedTwice() &&
            all([&](const QString &id) { return isOver(id) || waits(id); }))
            settleQuickly();
        return false;
    }

    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] int sent() const { return int(m_intents.size()); }

private:
    bool fail(const QString &problem)
    {
        m_problem = QStringLiteral("%1 together, killed %2 ms after event %3: %4")
                        .arg(m_together)
                        .arg(m_delay)
                        .arg(m_killAt)
                        .arg(problem);
        return true;
    }

    void start(const QString &program, const QStringList &arguments)
    {
        if (!m_child.start(program, arguments, m_environment))
            fail(QStringLiteral("%1 does not start").arg(program));
    }

    void restart(int status)
    {
        if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL) {
            fail(QStringLiteral("was not killed, but ended with status %1").arg(status));
            return;
        }
        m_intents = intents();
        m_restarted = true;
        m_before = m_forwarder.requests().size();
        start(QStringLiteral(CLUSTERDECK_PROGRAM),
              {QStringLiteral("--endpoint"), m_account.api.baseUrl.toString(),
               QStringLiteral("--owner"), m_account.api.owner});
    }

    /// Whether the restarted program has read the operation log and the list twice.
    [[nodiscard]] bool hasLookedTwice() const
    {
        int logs = 0;
        int lists = 0;
        for (const PassedRequest &request : m_forwarder.requests().mid(m_before)) {
            logs += request.path() == "/api/operation" ? 1 : 0;
            lists += request.path() == "/api/cluster/list" ? 1 : 0;
        }
        return logs >= 2 && lists >= 3; // one list is the table's own
    }

    /// Kills the real program, which now only waits, and continues with the same folder and a
    /// faster clock.
    void settleQuickly()
    {
        m_child.kill();
        m_clock = std::make_unique<HastyWaiting>(Haste);
        m_settling = std::make_unique<Session>(*m_clock, folder());
        m_settling->open(m_account);
    }

    [[nodiscard]] int posts(const QString &id) const
    {
        int posts = 0;
        for (const PassedRequest &request : m_forwarder.requests())
            posts += request.method == "POST" && request.words().contains(id.toUtf8()) ? 1 : 0;
        return posts;
    }

    [[nodiscard]] QString folder() const
    {
        return m_home.filePath(QStringLiteral("data/clusterdeck/clusterdeck"));
    }

    bool judge(const QMap<QString, QString> &states)
    {
        for (const PassedRequest &request : m_forwarder.requests().mid(m_before)) {
            if (request.method == "POST")
                return fail(QStringLiteral("the program that came after it sent ") +
                            QString::fromUtf8(request.body));
        }
        for (auto item = states.cbegin(); item != states.cend(); ++item) {
            const QString id = item.key();
            const bool intended = m_intents.contains(id);
            if (posts(id) > 1)
                return fail(id + QStringLiteral(" was posted twice"));
            if (posts(id) == 1 && !intended)
                return fail(
                    id + QStringLiteral(" was posted though the killed program had not meant to"));
            if (!intended && item.value() != QLatin1String("cancelled"))
                return fail(id + QStringLiteral(" was never sent and is called ") + item.value());
            const bool arrived = posts(id) == 1;
            const bool unknown = item.value() == QLatin1String("unknown");
            if (intended && !(unknown && !arrived) &&
                item.value() != (arrived ? QLatin1String("done") : QLatin1String("failed")))
                return fail(id + QStringLiteral(" was sent and is called ") + item.value());
        }
        return true;
    }

    /// Reads the running program's journal, without writing to it.
    QList<QStringList> ask(const QString &sql) const
    {
        QList<QStringList> rows;
        const QString file = folder() + QStringLiteral("/journal.sqlite");
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("looker"));
            database.setDatabaseName(file);
            database.setConnectOptions(
                QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=1000"));
            if (QFile::exists(file) && database.open()) {
                QSqlQuery query(database);
                query.exec(sql);
                while (query.next())
                    rows.append({query.value(0).toString(), query.value(1).toString()});
            }
        }
        QSqlDatabase::removeDatabase(QStringLiteral("looker"));
        return rows;
    }

    [[nodiscard]] QSet<QString> intents() const
    {
        QSet<QString> ids;
        for (const QStringList &row :
             ask(QStringLiteral("SELECT DISTINCT item.cluster_id, 1 FROM event JOIN item USING"
                                " (batch, position) WHERE event.event = 'send-started'")))
            ids.insert(row.constFirst());
        return ids;
    }

    /// Unknown items with a recorded reason why nothing can be stated.
    [[nodiscard]] QSet<QString> unproven() const
    {
        QSet<QString> ids;
        for (const QStringList &row :
             ask(QStringLiteral("SELECT cluster_id, 1 FROM item WHERE state = 'unknown'"
                                " AND reason IN ('log-may-lag', 'log-not-read')")))
            ids.insert(row.constFirst());
        return ids;
    }

    [[nodiscard]] QMap<QString, QString> states() const
    {
        QMap<QString, QString> states;
        for (const QStringList &row : ask(QStringLiteral("SELECT cluster_id, state FROM item")))
            states.insert(row.at(0), row.at(1));
        return states;
    }

    int m_killAt;
    int m_delay;
    int m_together;
    QTemporaryDir m_home;
    DemoProcess m_service;
    CountingForwarder m_forwarder;
    Account m_account;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    SpawnedProcess m_child;
    /// Many times the duration of a round on a busy machine: then the test reports the moment,
    /// instead of being killed without a message.
    static constexpr qint64 LongestMs = 400'000;
    QElapsedTimer m_age;
    bool m_ended = false;
    bool m_restarted = false;
    qsizetype m_before = 0; ///< requests until the restart
    std::unique_ptr<HastyWaiting> m_clock;
    std::unique_ptr<Session> m_settling;
    QSet<QString> m_intents;
    QString m_problem;
};

} // namespace

/// Kills the program at each of many events of a batch of ten, and starts the real program again:
/// nothing unsent is sent without the user, nothing sent is lost, and every final state is true.
class TestKilledProgram : public QObject
{
    Q_OBJECT

private slots:
    void atEveryEvent()
    {
        struct Moment {
            int event;
            int together; ///< clusters in one request
        };
        QList<Moment> moments;
        for (int event = 1; event <= 10; event += 3)
            moments.append({event, 1}); // the end of the countdown is one write for all ten
        for (int event = 11; event <= 34; ++event)
            moments.append({event, 1});
        // One request for one cluster, then one request for all others.
        for (int event = 10; event <= 34; ++event)
            moments.append({event, 20});
        QVERIFY(moments.size() >= 50);
        QList<std::shared_ptr<Killing>> running;
        QStringList problems;
        QSet<int> sent;
        qsizetype next = 0;
        const auto step = [&] {
            for (const auto &killing : QList<std::shared_ptr<Killing>>(running)) {
                if (!killing->step())
                    continue;
                if (!killing->problem().isEmpty())
                    problems.append(killing->problem());
                sent.insert(killing->sent());
                running.removeOne(killing);
            }
            while (running.size() < AtOnce && next < moments.size()) {
                const auto [event, together] = moments.at(next++);
                const int delay = event % 2 == 0 ? 0 : 10;
                running.append(std::make_shared<Killing>(event, delay, together));
            }
            return running.isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(step(), 700000);
        qInfo("%lld kills, with %lld different numbers of items sent",
              static_cast<long long>(moments.size()), static_cast<long long>(sent.size()));
        for (const QString &problem : std::as_const(problems))
            qWarning("%s", qPrintable(problem));
        QVERIFY(problems.isEmpty());
        QVERIFY(sent.contains(0) && sent.contains(Items) && sent.size() > 5);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck"));
    QCoreApplication::setApplicationName(QStringLiteral("clusterdeck"));
    if (const int killAt = qEnvironmentVariableIntValue("VICTIM_KILL_AT"); killAt > 0) {
        const Victim victim(accountFromEnvironment(), killAt,
                            qEnvironmentVariableIntValue("VICTIM_DELAY"));
        return QCoreApplication::exec();
    }
    TestKilledProgram test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killedprogram.moc"
