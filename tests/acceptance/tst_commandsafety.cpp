// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/commandline/plandocument.h"
#include "app/session.h"
#include "app/support/clock.h"
#include "app/support/visibletext.h"
#include "tests/acceptance/commandplace.h"
#include "tests/support/checkedjournal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>

#include <csignal>
#include <sys/stat.h>

using namespace clusterdeck;

namespace
{

/// Waits until stderr contains `words`; `said` holds all of stderr.
bool hasSaid(QProcess &process, const char *words, QByteArray &said)
{
    return QTest::qWaitFor(
        [&] {
            said += process.readAllStandardError();
            return said.contains(words);
        },
        60000);
}

int posts(const CountingForwarder &requests)
{
    return int(std::count_if(requests.requests().begin(), requests.requests().end(),
                             [](const PassedRequest &each) { return each.method == "POST"; }));
}

QJsonObject contentOf(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(opened.readAll()).object()
                                            : QJsonObject();
}

QByteArray bytes(QJsonObject plan, bool newHash)
{
    if (newHash)
        plan.insert(QLatin1String("hash"), planHash(QJsonDocument(plan).toJson()));
    return QJsonDocument(plan).toJson();
}

/// `plan` with another value in its first item, or in the cluster of that item.
QJsonObject forged(QJsonObject plan, const char *key, const QJsonValue &value, bool ofCluster)
{
    QJsonArray items = plan.value(QLatin1String("items")).toArray();
    QJsonObject item = items.at(0).toObject();
    if (ofCluster) {
        QJsonObject cluster = item.value(QLatin1String("cluster")).toObject();
        cluster.insert(QLatin1String(key), value);
        item.insert(QLatin1String("cluster"), cluster);
    } else {
        item.insert(QLatin1String(key), value);
    }
    items.replace(0, item);
    plan.insert(QLatin1String("items"), items);
    return plan;
}

} // namespace

/// Commands with modified plans, with signals at every moment, and with a cloud or a disk that does
/// not answer: the real program, the real service.
class TestCommandSafety : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void forgedPlans_data();
    void forgedPlans();
    void plansThatOthersCanWrite();
    void noRegularFiles();
    void hashOfThePlan();
    void endsWhileAJobRuns_data();
    void endsWhileAJobRuns();
    void endsBeforeAnAnswer();
    void endsWhileItWaits_data();
    void endsWhileItWaits();
    void hiddenCharacters();
    void fullDisk();

private:
    void followToItsEnd(const QString &id, int Recovery::*kind);

    std::unique_ptr<CommandPlace> m_place;
};

void TestCommandSafety::init()
{
    m_place = std::make_unique<CommandPlace>(QStringLiteral("3"));
    QVERIFY2(m_place->problem().isEmpty(), qPrintable(m_place->problem()));
}

void TestCommandSafety::forgedPlans_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<bool>("newHash"); ///< the attacker computes a matching hash
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    QTest::newRow("another cluster") << "exchanged" << false << 2 << "changed after it was made";
    QTest::newRow("another cluster's facts") << "facts" << true << 3 << "name";
    QTest::newRow("label") << "account_name" << true << 3 << "account";
    QTest::newRow("zone") << "zone" << true << 3 << "zone";
    QTest::newRow("zone, old hash") << "zone" << false << 2 << "changed after it was made";
    QTest::newRow("date") << "made_at" << true << 2 << "damaged (valid_until)";
    QTest::newRow("date, old hash") << "made_at" << false << 2 << "changed after it was made";
    QTest::newRow("tier") << "tier" << true << 2 << "damaged (tier)";
    QTest::newRow("jobs") << "jobs" << true << 3 << "Nothing was sent";
    QTest::newRow("no hash") << "none" << false << 2 << "changed after it was made";
}

void TestCommandSafety::forgedPlans()
{
    QFETCH(const QString, how);
    QFETCH(const bool, newHash);
    QFETCH(const int, status);
    QFETCH(const QString, says);
    const QStringList ids = m_place->deletable(2);
    QJsonObject plan = contentOf(m_place->plan({ids.at(0)}));
    const QJsonObject other =
        contentOf(m_place->plan({ids.at(1)})).value(QLatin1String("items"))[0].toObject();
    QVERIFY(!other.isEmpty());
    if (how == u"exchanged") {
        plan.insert(QLatin1String("items"), QJsonArray{other});
    } else if (how == u"facts") {
        QJsonObject cluster = other.value(QLatin1String("cluster")).toObject();
        cluster.insert(QLatin1String("cluster_id"), ids.at(0));
        plan = forged(plan, "cluster", cluster, false);
    } else if (how == u"jobs") {
        plan = forged(plan, "total_node_count", 0, true);
    } else if (how == u"made_at") {
        const auto made = QDateTime::currentDateTimeUtc().addSecs(20);
        plan.insert(how, made.toString(Qt::ISODateWithMs));
    } else if (how == u"tier") {
        plan.insert(how, plan.value(how).toInt() == 0 ? 1 : 0);
    } else if (how == u"none") {
        plan.remove(QLatin1String("hash"));
    } else {
        plan = forged(plan, how.toLatin1().constData(), QStringLiteral("forged"), false);
    }
    const QStringList before = m_place->present();
    const Ending applied = m_place->apply(m_place->write(bytes(plan, newHash)), 1);
    QVERIFY2(applied.status == status, qPrintable(applied.err));
    QVERIFY2(applied.err.contains(says), qPrintable(applied.err));
    QCOMPARE(posts(m_place->requests()), 0);
    QCOMPARE(m_place->present(), before);
}

void TestCommandSafety::plansThatOthersCanWrite()
{
    const QString file = m_place->plan(m_place->deletable(1));
    QCOMPARE(::chmod(qPrintable(file), 0666), 0);
    const Ending open = m_place->apply(file, 1);
    QCOMPARE(open.status, 2);
    QVERIFY2(open.err.contains(u"Other users can change"), qPrintable(open.err));
    QCOMPARE(::chmod(qPrintable(file), 0644), 0);

    QCOMPARE(::chmod(qPrintable(m_place->home()), 0777), 0);
    const Ending folder = m_place->apply(file, 1);
    QCOMPARE(folder.status, 2);
    QVERIFY2(folder.err.contains(m_place->home()), qPrintable(folder.err));
    QCOMPARE(::chmod(qPrintable(m_place->home()), 0700), 0);
    QCOMPARE(posts(m_place->requests()), 0);
}

void TestCommandSafety::noRegularFiles()
{
    const QString pipe = m_place->home() + QStringLiteral("/pipe");
    QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
    for (const QString &file :
         {pipe, QStringLiteral("/dev/zero"), m_place->home(), QStringLiteral("/proc/self/fd/0")}) {
        const Ending applied = m_place->apply(file, 1);
        QCOMPARE(applied.status, 2);
        QVERIFY2(applied.err.contains(file) && applied.err.contains(u"not a regular file"),
                 qPrintable(applied.err));
        const Ending planned = m_place->run(
            {QStringLiteral("plan"), QStringLiteral("delete"), QStringLiteral("--ids-from"), file});
        QCOMPARE(planned.status, 2);
        QVERIFY2(planned.err.contains(u"not a regular file"), qPrintable(planned.err));
    }
}

/// The hash is shown with the plan, outside the JSON, and `apply` accepts no other plan.
void TestCommandSafety::hashOfThePlan()
{
    const QStringList ids = m_place->deletable(2);
    const Ending planned = m_place->runPlan({ids.at(0)});
    QCOMPARE(planned.status, 0);
    const QString hash = planHash(planned.out);
    QCOMPARE(QJsonDocument::fromJson(planned.out)[QLatin1String("hash")].toString(), hash);
    QVERIFY2(planned.err.contains(hash), qPrintable(planned.err));

    const QString other = m_place->plan({ids.at(1)});
    const QStringList required{QStringLiteral("--hash"), hash.left(16)};
    const Ending wrong = m_place->run(CommandPlace::applying(other, 1) + required);
    QCOMPARE(wrong.status, 2);
    QVERIFY2(wrong.err.contains(u"a different plan"), qPrintable(wrong.err));

    // From standard input, which is not a file that can be inspected.
    QProcess process;
    m_place->start(process, CommandPlace::applying(QStringLiteral("-"), 1) + required, planned.out);
    QByteArray said;
    QVERIFY2(hasSaid(process, "Ctrl+C", said), said.constData());
    process.terminate();
    QCOMPARE(CommandPlace::endOf(process).status, 7);
    QCOMPARE(posts(m_place->requests()), 0);
}

void TestCommandSafety::endsWhileAJobRuns_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

/// A sent job continues; the next start finds it, follows it to its end, and sends nothing again.
void TestCommandSafety::endsWhileAJobRuns()
{
    QFETCH(const int, signal);
    const QStringList ids = m_place->deletable(1);
    QProcess process;
    m_place->start(process, CommandPlace::applying(m_place->plan(ids), 1));
    QByteArray said;
    QVERIFY2(hasSaid(process, "Waiting for 1 operation to end", said), said.constData());
    QCOMPARE(::kill(pid_t(process.processId()), signal), 0);
    const Ending ended = CommandPlace::endOf(process);
    QCOMPARE(ended.status, 6);
    QVERIFY2(ended.err.contains(u"its next start"), qPrintable(ended.err));
    QCOMPARE(posts(m_place->requests()), 1);

    const Ending history = m_place->run({QStringLiteral("history"), QStringLiteral("--json")});
    const QJsonArray batches = QJsonDocument::fromJson(history.out).array();
    QCOMPARE(batches.size(), 1);
    const QJsonObject item = batches[0][QLatin1String("items")][0].toObject();
    QCOMPARE(item.value(QLatin1String("cluster_id")).toString(), ids.first());
    QCOMPARE(item.value(QLatin1String("state")).toString(), QStringLiteral("running"));

    followToItsEnd(ids.first(), &Recovery::running);
}

/// The request was sent, and its result is unknown.
void TestCommandSafety::endsBeforeAnAnswer()
{
    const QStringList ids = m_place->deletable(1);
    QProcess process;
    m_place->start(process, CommandPlace::applying(m_place->plan(ids), 1));
    QByteArray said;
    QVERIFY2(hasSaid(process, "Ctrl+C cancels", said), said.constData());
    m_place->delayAnswers(std::chrono::minutes(5));
    QTRY_COMPARE_WITH_TIMEOUT(posts(m_place->requests()), 1, 60000);
    process.terminate();
    const Ending ended = CommandPlace::endOf(process);
    QCOMPARE(ended.status, 6);
    QVERIFY2(ended.err.contains(u"its next start"), qPrintable(ended.err));
    m_place->delayAnswers(std::chrono::milliseconds(0));
    followToItsEnd(ids.first(), &Recovery::unknown);
}

/// The next start with the same folder finds one unfinished item, and sends nothing for it.
void TestCommandSafety::followToItsEnd(const QString &id, int Recovery::*kind)
{
    SystemClock clock;
    Session next(clock, m_place->home() + QStringLiteral("/clusterdeck/clusterdeck"));
    awaitCheck(next.journal());
    QCOMPARE(next.recovery().*kind, 1);
    next.open(m_place->countedAccount());
    QTRY_COMPARE_WITH_TIMEOUT(next.operationService().batches().size(), 1, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(next.operationService().batches().first()->isFinished(), 120000);
    QCOMPARE(next.operationService().batches().first()->batch().items.first().state,
             ItemState::Done);
    QCOMPARE(posts(m_place->requests()), 1);
    QVERIFY(!m_place->present().contains(id));
}

void TestCommandSafety::endsWhileItWaits_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const QStringList plan{QStringLiteral("plan"), QStringLiteral("delete"),
                           QStringLiteral("--ids-from")};
    QTest::newRow("for the plan") << QStringList{QStringLiteral("apply"), QStringLiteral("-")}
                                  << "Waiting for standard input";
    QTest::newRow("for IDs") << plan + QStringList{QStringLiteral("-")}
                             << "Waiting for standard input";
    QTest::newRow("for the cloud")
        << plan + QStringList{QStringLiteral("IDS")} << "Reading the clusters of usr-";
}

/// The program states once what it waits for, and ends on a signal.
void TestCommandSafety::endsWhileItWaits()
{
    QFETCH(QStringList, arguments);
    QFETCH(const QString, says);
    QTcpServer deaf; // accepts connections, and never answers
    QVERIFY(deaf.listen(QHostAddress::LocalHost));
    const QString ids = m_place->write("ehpc-1\n", QStringLiteral("ids"));
    arguments.replaceInStrings(QStringLiteral("IDS"), ids);
    QProcess process;
    m_place->begin(process, arguments,
                   QStringLiteral("http://127.0.0.1:%1").arg(deaf.serverPort()));
    QByteArray said;
    QVERIFY2(hasSaid(process, says.toLatin1().constData(), said), said.constData());
    process.terminate();
    const Ending ended = CommandPlace::endOf(process);
    QVERIFY2(ended.status == 7, qPrintable(ended.err));
    QVERIFY(ended.out.isEmpty());
    QCOMPARE((QString::fromUtf8(said) + ended.err).count(says), 1);
    QVERIFY2(ended.err.contains(u"Nothing was sent"), qPrintable(ended.err));
}

/// Hidden characters of a name never reach the terminal; the JSON plan still holds the exact name.
void TestCommandSafety::hiddenCharacters()
{
    const QStringList ids = m_place->deletable(1);
    SystemClock clock;
    ApiClient client(m_place->account().api, clock);
    QObject context;
    bool renamed = false;
    const QString name = QStringLiteral("a\u202Eb\u2066c\u200Bd\u0085e");
    client.modify(ids.first(), {.name = name}, &context,
                  [&](const Result<Accepted> &answer) { renamed = bool(answer); });
    QTRY_VERIFY_WITH_TIMEOUT(renamed, 20000);
    for (const QStringList &options : {QStringList{QStringLiteral("--json")}, QStringList()}) {
        const Ending planned = m_place->runPlan(ids, options);
        QCOMPARE(planned.status, 0);
        for (const QChar letter : QString::fromUtf8(planned.out) + planned.err)
            QVERIFY2(letter == u'\n' || !isHidden(letter.unicode()), planned.out.constData());
        if (!options.isEmpty()) {
            const auto written = planFrom(planned.out);
            QVERIFY(written);
            QCOMPARE(written->plan.items.first().cluster.record.name, name);
        }
    }
}

/// A plan that cannot be written in full is an error, and the command says so.
void TestCommandSafety::fullDisk()
{
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    m_place->start(process,
                   {QStringLiteral("plan"), QStringLiteral("delete"), QStringLiteral("--ids-from"),
                    QStringLiteral("-"), QStringLiteral("--json")},
                   m_place->deletable(1).join(u'\n').toUtf8());
    const Ending ended = CommandPlace::endOf(process);
    QCOMPARE(ended.status, 5);
    QVERIFY2(ended.err.contains(u"could not be written"), qPrintable(ended.err));
}

QTEST_GUILESS_MAIN(TestCommandSafety)
#include "tst_commandsafety.moc"
