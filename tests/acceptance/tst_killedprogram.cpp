// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"
#include "app/session.h"
#include "countingforwarder.h"
#include "demoprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace clusterdeck;

namespace
{

constexpr int Items = 10;
/// A request that was meant and never left takes a minute and a half to settle: all wait together.
constexpr int AtOnce = 30;

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

/// The part of this executable that is killed: the program without its window, which plans,
/// confirms and sends ten deletions, and kills itself right after the n-th event of the batch.
class Victim : public QObject
{
public:
    Victim(const Account &account, int killAt)
        : m_killAt(killAt)
        , m_session(m_clock, dataFolder())
    {
        connect(&m_session, &Session::statusChanged, this, &Victim::begin);
        connect(&m_session.desk(), &OperationsDesk::itemChanged, this, [this] {
            if (++m_events == m_killAt)
                raise(SIGKILL);
        });
        m_session.open(account);
    }

private:
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
        m_session.desk().plan(Verb::Delete, keys, this, [this](const Plan &plan) {
            m_session.desk().confirm(plan, QString(), this,
                                     [this](const Confirmation &confirmation) {
                                         if (confirmation.outcome != Confirmation::Outcome::Armed)
                                             qFatal("not armed");
                                         m_session.desk().batches().constFirst()->sendNow();
                                     });
        });
    }

    int m_killAt;
    int m_events = 0;
    bool m_begun = false;
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

/// One killing: a cloud, what is killed, and the real program that is started after it.
class Killing : public QObject
{
public:
    Killing(int killAt, int together)
        : m_killAt(killAt)
        , m_together(together)
        , m_service({QStringLiteral("--clusters"), QStringLiteral("90"),
                     QStringLiteral("--job-seconds"), QStringLiteral("0.5"),
                     QStringLiteral("--latency"), QStringLiteral("20")})
        , m_forwarder(m_service.url())
    {
        const ApiSettings &api = m_service.account().api;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const auto inHome = [this](const char *folder) {
            return m_home.filePath(QLatin1String(folder));
        };
        environment.insert(QStringLiteral("HOME"), m_home.path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), inHome("data"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), inHome("config"));
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), inHome("cache"));
        environment.insert(QStringLiteral("QINGCLOUD_ACCESS_KEY_ID"), api.credentials.accessKeyId);
        environment.insert(QStringLiteral("QINGCLOUD_SECRET_ACCESS_KEY"),
                           api.credentials.secretAccessKey);
        environment.insert(QStringLiteral("QINGCLOUD_ZONE"), api.zone);
        environment.insert(QStringLiteral("VICTIM_ENDPOINT"), m_forwarder.url().toString());
        environment.insert(QStringLiteral("VICTIM_OWNER"), api.owner);
        environment.insert(QStringLiteral("VICTIM_KILL_AT"), QString::number(killAt));
        environment.insert(QStringLiteral("VICTIM_TOGETHER"), QString::number(together));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {});
    }

    ~Killing() override
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Killing)

    /// True when it has come to its end, with problem() saying what was wrong.
    bool step()
    {
        if (!m_service.problem().isEmpty())
            return fail(m_service.problem());
        if (m_process.state() != QProcess::NotRunning && !m_restarted)
            return false;
        if (!m_restarted) {
            if (m_process.exitStatus() != QProcess::CrashExit)
                return fail(QStringLiteral("was not killed"));
            m_intents = intents();
            restart();
            return false;
        }
        if (m_process.state() == QProcess::NotRunning)
            return fail(QStringLiteral("the program ended with %1").arg(m_process.exitCode()));
        const QMap<QString, QString> states = this->states();
        const bool over = states.size() == Items &&
                          std::all_of(states.begin(), states.end(), [](const QString &state) {
                              return state == QLatin1String("done") ||
                                     state == QLatin1String("cancelled") ||
                                     state == QLatin1String("failed");
                          });
        return over && judge(states);
    }

    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] int sent() const { return int(m_intents.size()); }

private:
    bool fail(const QString &problem)
    {
        m_problem = QStringLiteral("%1 together, killed at event %2: %3")
                        .arg(m_together)
                        .arg(m_killAt)
                        .arg(problem);
        return true;
    }

    void restart()
    {
        m_restarted = true;
        m_process.start(QStringLiteral(CLUSTERDECK_PROGRAM),
                        {QStringLiteral("--endpoint"), m_forwarder.url().toString(),
                         QStringLiteral("--owner"), m_service.account().api.owner});
    }

    bool judge(const QMap<QString, QString> &states)
    {
        QMap<QString, int> posts;
        for (const PassedRequest &request : m_forwarder.requests()) {
            if (request.method != "POST")
                continue;
            for (const QString &id : states.keys())
                posts[id] += request.words().contains(id.toUtf8()) ? 1 : 0;
        }
        for (auto item = states.cbegin(); item != states.cend(); ++item) {
            const QString id = item.key();
            const bool intended = m_intents.contains(id);
            if (posts.value(id) > 1)
                return fail(id + QStringLiteral(" was posted twice"));
            if (posts.value(id) == 1 && !intended)
                return fail(
                    id + QStringLiteral(" was posted though the killed program had not meant to"));
            if (!intended && item.value() != QLatin1String("cancelled"))
                return fail(id + QStringLiteral(" was never sent and is called ") + item.value());
            const bool arrived = posts.value(id) == 1;
            if (intended &&
                item.value() != (arrived ? QLatin1String("done") : QLatin1String("failed")))
                return fail(id + QStringLiteral(" was sent and is called ") + item.value());
        }
        return true;
    }

    /// Reads the journal of whoever runs, without taking part.
    QList<QStringList> ask(const QString &sql) const
    {
        QList<QStringList> rows;
        const QString file =
            m_home.filePath(QStringLiteral("data/clusterdeck/clusterdeck/journal.sqlite"));
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

    [[nodiscard]] QMap<QString, QString> states() const
    {
        QMap<QString, QString> states;
        for (const QStringList &row : ask(QStringLiteral("SELECT cluster_id, state FROM item")))
            states.insert(row.at(0), row.at(1));
        return states;
    }

    int m_killAt;
    int m_together;
    QTemporaryDir m_home;
    DemoProcess m_service;
    CountingForwarder m_forwarder;
    QProcess m_process;
    bool m_restarted = false;
    QSet<QString> m_intents;
    QString m_problem;
};

} // namespace

/// The program is killed after each of many events of a batch of ten, and the real one is started
/// again: nothing unsent is ever sent by itself, nothing sent is lost, and everything ends true.
class TestKilledProgram : public QObject
{
    Q_OBJECT

private slots:
    void atEveryEvent()
    {
        QList<std::pair<int, int>> moments; ///< the event, and how many go in one request
        for (int event = 1; event <= 10; event += 3)
            moments.append({event, 1}); // the countdown's end is one write for all ten
        for (int event = 11; event <= 34; ++event)
            moments.append({event, 1});
        // One alone, then all the others in one request.
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
                running.append(std::make_shared<Killing>(event, together));
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
        const Victim victim(accountFromEnvironment(), killAt);
        return QCoreApplication::exec();
    }
    TestKilledProgram test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killedprogram.moc"
