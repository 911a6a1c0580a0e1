// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterstate.h"
#include "app/session.h"
#include "tests/acceptance/demoprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace clusterdeck;

/// The commands as a script meets them: the real program without a display, the real service.
class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void planSendsNothing();
    void planForPeople();
    void appliesWhatWasPlanned();
    void wrongCountSendsNothing();
    void gotWorse();
    void tooOld();
    void leavesOutWhatIsGone();
    void interrupted();
    void notReached();

private:
    struct Outcome {
        int status = -1;
        QByteArray out;
        QString err;
    };
    void start(QProcess &process, const QStringList &arguments, const QByteArray &input = {});
    Outcome run(const QStringList &arguments, const QByteArray &input = {});
    QString plan(const QStringList &ids);
    QStringList deletable(int count);
    QStringList present();
    QString write(const QByteArray &content);

    std::unique_ptr<DemoProcess> m_service;
    std::unique_ptr<QTemporaryDir> m_home;
    SystemClock m_clock;
};

void TestCommandLine::init()
{
    m_service = std::make_unique<DemoProcess>(
        QStringList{QStringLiteral("--clusters"), QStringLiteral("40"),
                    QStringLiteral("--job-seconds"), QStringLiteral("1")});
    QVERIFY2(m_service->problem().isEmpty(), qPrintable(m_service->problem()));
    m_home = std::make_unique<QTemporaryDir>();
}

void TestCommandLine::cleanup()
{
    m_service.reset();
    m_home.reset();
}

void TestCommandLine::start(QProcess &process, const QStringList &arguments,
                            const QByteArray &input)
{
    const ApiSettings &api = m_service->account().api;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("QINGCLOUD_ACCESS_KEY_ID"), api.credentials.accessKeyId);
    environment.insert(QStringLiteral("QINGCLOUD_SECRET_ACCESS_KEY"),
                       api.credentials.secretAccessKey);
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.insert(QLatin1String(name), m_home->path());
    process.setProcessEnvironment(environment);
    QStringList all = arguments;
    if (arguments.first() != QLatin1String("history"))
        all += {QStringLiteral("--endpoint"), api.baseUrl.toString(),
                QStringLiteral("--zone"),     api.zone,
                QStringLiteral("--owner"),    api.owner};
    process.start(QStringLiteral(CLUSTERDECK_PROGRAM), all);
    process.write(input);
    process.closeWriteChannel();
}

TestCommandLine::Outcome TestCommandLine::run(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    start(process, arguments, input);
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

QStringList TestCommandLine::present()
{
    Session session(m_clock);
    session.open(m_service->account());
    const ClusterFeed *feed = session.feeds().first();
    QStringList ids;
    if (!QTest::qWaitFor([feed] { return feed->isComplete() || feed->error(); }, 20000))
        return {};
    for (int row = 0; row < session.clusters().rowCount(); ++row)
        ids.append(session.clusters().clusterAt(row).record.id);
    return ids;
}

/// Own ones, stopped, so that one alone is the lowest tier.
QStringList TestCommandLine::deletable(int count)
{
    Session session(m_clock);
    session.open(m_service->account());
    const ClusterFeed *feed = session.feeds().first();
    QStringList ids;
    if (!QTest::qWaitFor([feed] { return feed->isComplete() || feed->error(); }, 20000))
        return {};
    const QString owner = m_service->account().api.owner;
    for (int row = 0; row < session.clusters().rowCount() && ids.size() < count; ++row) {
        const Cluster cluster = session.clusters().clusterAt(row);
        if (cluster.record.owner == owner && allows(cluster.record, Verb::Delete))
            ids.append(cluster.record.id);
    }
    return ids;
}

QString TestCommandLine::write(const QByteArray &content)
{
    QFile file(m_home->filePath(QStringLiteral("plan.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

QString TestCommandLine::plan(const QStringList &ids)
{
    const Outcome planned =
        run({QStringLiteral("plan"), QStringLiteral("delete"), QStringLiteral("--ids-from"),
             QStringLiteral("-"), QStringLiteral("--json")},
            ids.join(u'\n').toUtf8());
    return planned.status == 0 ? write(planned.out) : QString();
}

void TestCommandLine::planSendsNothing()
{
    const QStringList before = present();
    const QStringList ids = deletable(2) + QStringList{QStringLiteral("ehpc-nothere1")};
    const Outcome planned =
        run({QStringLiteral("plan"), QStringLiteral("delete"), QStringLiteral("--ids-from"),
             QStringLiteral("-"), QStringLiteral("--json")},
            ids.join(u'\n').toUtf8());
    QCOMPARE(planned.status, 1); // one of them was left out
    const QJsonObject plan = QJsonDocument::fromJson(planned.out).object();
    QCOMPARE(plan.value(QLatin1String("items")).toArray().size(), 2);
    QCOMPARE(plan.value(QLatin1String("left_out")).toArray().size(), 1);
    QCOMPARE(present(), before);
}

void TestCommandLine::planForPeople()
{
    const QStringList ids = deletable(3);
    const Outcome planned = run({QStringLiteral("plan"), QStringLiteral("delete"),
                                 QStringLiteral("--ids-from"), QStringLiteral("-")},
                                ids.join(u'\n').toUtf8());
    QCOMPARE(planned.status, 0);
    const QString text = QString::fromUtf8(planned.out);
    QVERIFY2(text.contains(QLatin1String("Delete 3 clusters")), qPrintable(text));
    QVERIFY(text.contains(QLatin1String("Nothing was sent.")));
    for (const QString &id : ids)
        QCOMPARE(text.count(id), 1);
}

void TestCommandLine::appliesWhatWasPlanned()
{
    const QStringList before = present();
    const QStringList ids = deletable(2);
    const QString file = plan(ids);
    const Outcome applied =
        run({QStringLiteral("apply"), file, QStringLiteral("--count"), QStringLiteral("2")});
    QVERIFY2(applied.status == 0, qPrintable(applied.err));
    QStringList after = before;
    for (const QString &id : ids)
        after.removeOne(id);
    QCOMPARE(present(), after);

    const Outcome history = run({QStringLiteral("history"), QStringLiteral("--json")});
    QCOMPARE(history.status, 0);
    const QJsonArray batches = QJsonDocument::fromJson(history.out).array();
    QCOMPARE(batches.size(), 1);
    const QJsonArray items = batches.at(0).toObject().value(QLatin1String("items")).toArray();
    QCOMPARE(items.size(), 2);
    for (const QJsonValue item : items)
        QCOMPARE(item.toObject().value(QLatin1String("state")).toString(), QStringLiteral("done"));
    const Outcome lines = run({QStringLiteral("history")});
    QVERIFY(QString::fromUtf8(lines.out).contains(QLatin1String("Delete 2 clusters: 2 done")));
}

void TestCommandLine::wrongCountSendsNothing()
{
    const QStringList before = present();
    const QString file = plan(deletable(2));
    QCOMPARE(
        run({QStringLiteral("apply"), file, QStringLiteral("--count"), QStringLiteral("3")}).status,
        2);
    const Outcome nobody = run({QStringLiteral("apply"), file});
    QCOMPARE(nobody.status, 2);
    QVERIFY(nobody.err.contains(QLatin1String("--count 2")));
    const QString five = plan(deletable(5));
    const Outcome unsaved =
        run({QStringLiteral("apply"), five, QStringLiteral("--count"), QStringLiteral("5")});
    QCOMPARE(unsaved.status, 2);
    QVERIFY(unsaved.err.contains(QLatin1String("--data-saved")));
    QCOMPARE(present(), before);
}

void TestCommandLine::gotWorse()
{
    const QStringList before = present();
    QFile file(plan(deletable(1)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray items = object.value(QLatin1String("items")).toArray();
    QJsonObject item = items.at(0).toObject();
    QJsonObject cluster = item.value(QLatin1String("cluster")).toObject();
    QVERIFY(cluster.contains(QLatin1String("cluster_name")));
    cluster.insert(QLatin1String("cluster_name"), QStringLiteral("another name than it has now"));
    item.insert(QLatin1String("cluster"), cluster);
    items.replace(0, item);
    object.insert(QLatin1String("items"), items);
    const Outcome applied = run({QStringLiteral("apply"), write(QJsonDocument(object).toJson()),
                                 QStringLiteral("--count"), QStringLiteral("1")});
    QCOMPARE(applied.status, 3);
    QVERIFY(applied.err.contains(QLatin1String("Nothing was sent")));
    QCOMPARE(present(), before);
}

void TestCommandLine::tooOld()
{
    const QStringList before = present();
    QFile file(plan(deletable(1)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    object.insert(QLatin1String("made_at"), QStringLiteral("2026-01-01T00:00:00.000Z"));
    const Outcome applied = run({QStringLiteral("apply"), write(QJsonDocument(object).toJson()),
                                 QStringLiteral("--count"), QStringLiteral("1")});
    QCOMPARE(applied.status, 4);
    QCOMPARE(present(), before);
}

/// What went meanwhile drops out and is told; the rest goes.
void TestCommandLine::leavesOutWhatIsGone()
{
    const QStringList ids = deletable(2);
    const QString both = plan(ids);
    QVERIFY(QFile::copy(both, both + QStringLiteral(".both")));
    const QString one = plan({ids.first()});
    QCOMPARE(
        run({QStringLiteral("apply"), one, QStringLiteral("--count"), QStringLiteral("1")}).status,
        0);
    const Outcome rest = run({QStringLiteral("apply"), both + QStringLiteral(".both"),
                              QStringLiteral("--count"), QStringLiteral("2")});
    QCOMPARE(rest.status, 1);
    QVERIFY2(rest.err.contains(ids.first()), qPrintable(rest.err));
    QVERIFY(!present().contains(ids.last()));
}

/// Ctrl+C in the countdown: nothing is sent.
void TestCommandLine::interrupted()
{
    const QStringList before = present();
    const QString file = plan(deletable(2));
    QProcess process;
    start(process, {QStringLiteral("apply"), file, QStringLiteral("--count"), QStringLiteral("2")});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((process.waitForReadyRead(50), said += process.readAllStandardError(),
                              said.contains("Ctrl+C")),
                             30000);
    QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(present(), before);
    const Outcome history = run({QStringLiteral("history")});
    QVERIFY(QString::fromUtf8(history.out).contains(QLatin1String("2 cancelled")));
}

void TestCommandLine::notReached()
{
    const QStringList ids = deletable(1);
    const QString file = plan(ids);
    // The account stays as it was, the service behind it goes.
    QProcess process;
    const ApiSettings api = m_service->account().api;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QINGCLOUD_ACCESS_KEY_ID"), api.credentials.accessKeyId);
    environment.insert(QStringLiteral("QINGCLOUD_SECRET_ACCESS_KEY"), QStringLiteral("WRONG"));
    environment.insert(QStringLiteral("HOME"), m_home->path());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CLUSTERDECK_PROGRAM),
                  {QStringLiteral("apply"), file, QStringLiteral("--count"), QStringLiteral("1"),
                   QStringLiteral("--endpoint"), api.baseUrl.toString(), QStringLiteral("--zone"),
                   api.zone, QStringLiteral("--owner"), api.owner});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 5);
    QVERIFY(present().contains(ids.first()));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
