// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/clock.h"
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

namespace
{

struct Ending {
    int status = -1;
    QByteArray out;
    QString err;
};

/// A service with its clusters, and a home for the program that works on them.
class Place
{
public:
    [[nodiscard]] const QString &problem() const { return m_service.problem(); }
    [[nodiscard]] const Account &account() const { return m_service.account(); }

    void start(QProcess &process, const QStringList &arguments, const QByteArray &input = {})
    {
        const ApiSettings &api = account().api;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QLatin1String(name));
        environment.insert(QStringLiteral("QINGCLOUD_ACCESS_KEY_ID"), api.credentials.accessKeyId);
        environment.insert(QStringLiteral("QINGCLOUD_SECRET_ACCESS_KEY"), m_secret);
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(name), m_home.path());
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

    static Ending endOf(QProcess &process)
    {
        const bool ended =
            process.state() == QProcess::NotRunning || process.waitForFinished(120000);
        if (!ended || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                QString::fromUtf8(process.readAllStandardError())};
    }

    Ending run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        start(process, arguments, input);
        return endOf(process);
    }

    QStringList present()
    {
        return listedIds(account(), [](const ClusterRecord &) { return true; });
    }

    QStringList deletable(int count) { return deletableIds(account(), count); }

    QString write(const QByteArray &content, const QString &name = QStringLiteral("plan.json"))
    {
        QFile file(m_home.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        return file.fileName();
    }

    Ending runPlan(const QStringList &ids, const QStringList &options = {QStringLiteral("--json")})
    {
        return run(QStringList{QStringLiteral("plan"), QStringLiteral("delete"),
                               QStringLiteral("--ids-from"), QStringLiteral("-")} +
                       options,
                   ids.join(u'\n').toUtf8());
    }

    /// The file of a plan of these.
    QString plan(const QStringList &ids)
    {
        const Ending planned = runPlan(ids);
        return planned.status == 0 ? write(planned.out) : QString();
    }

    static QStringList applying(const QString &file, int count)
    {
        return {QStringLiteral("apply"), file, QStringLiteral("--count"), QString::number(count)};
    }

    Ending apply(const QString &file, int count) { return run(applying(file, count)); }

    void forgetSecret() { m_secret = QStringLiteral("WRONG"); }

private:
    DemoProcess m_service{{QStringLiteral("--clusters"), QStringLiteral("40"),
                           QStringLiteral("--job-seconds"), QStringLiteral("1")}};
    QString m_secret = m_service.account().api.credentials.secretAccessKey;
    QTemporaryDir m_home;
};

} // namespace

/// The commands as a script meets them: the real program without a display, the real service.
class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void planSendsNothing();
    void planForPeople();
    void wrongCountSendsNothing();
    void gotWorse();
    void tooOld();
    void interrupted();
    void notReached();
    void appliesWhatWasPlanned();
    void leavesOutWhatIsGone();

private:
    /// A program that counts down and sends while the other tests run.
    struct Applying {
        Place place;
        QStringList ids = place.deletable(2);
        QString file = place.plan(ids);
        QStringList before = place.present();
        QProcess process;
    };

    std::unique_ptr<Applying> m_whole;
    std::unique_ptr<Applying> m_rest;
    std::unique_ptr<Place> m_place;
};

void TestCommandLine::initTestCase()
{
    m_whole = std::make_unique<Applying>();
    QVERIFY2(m_whole->place.problem().isEmpty(), qPrintable(m_whole->place.problem()));
    m_whole->place.start(m_whole->process, Place::applying(m_whole->file, 2));

    m_rest = std::make_unique<Applying>();
    QVERIFY2(m_rest->place.problem().isEmpty(), qPrintable(m_rest->place.problem()));
    // Somebody else deletes one of the two after they were planned.
    SystemClock clock;
    ApiClient others(m_rest->place.account().api, clock);
    QObject context;
    others.send(Verb::Delete, {m_rest->ids.first()}, &context, [](const Result<Accepted> &) {});
    QTRY_VERIFY_WITH_TIMEOUT(!m_rest->place.present().contains(m_rest->ids.first()), 20000);
    m_rest->place.start(m_rest->process, Place::applying(m_rest->file, 2));
}

void TestCommandLine::init()
{
    m_place = std::make_unique<Place>();
    QVERIFY2(m_place->problem().isEmpty(), qPrintable(m_place->problem()));
}

void TestCommandLine::planSendsNothing()
{
    const QStringList before = m_place->present();
    const QStringList ids = m_place->deletable(2) + QStringList{QStringLiteral("ehpc-nothere1")};
    const Ending planned = m_place->runPlan(ids);
    QCOMPARE(planned.status, 1); // one of them was left out
    const QJsonObject plan = QJsonDocument::fromJson(planned.out).object();
    QCOMPARE(plan.value(QLatin1String("items")).toArray().size(), 2);
    QCOMPARE(plan.value(QLatin1String("left_out")).toArray().size(), 1);
    QCOMPARE(m_place->present(), before);
}

void TestCommandLine::planForPeople()
{
    const QStringList ids = m_place->deletable(3);
    const Ending planned = m_place->runPlan(ids, {});
    QCOMPARE(planned.status, 0);
    const QString text = QString::fromUtf8(planned.out);
    QVERIFY2(text.contains(QLatin1String("Delete 3 clusters")), qPrintable(text));
    QVERIFY(text.contains(QLatin1String("Nothing was sent.")));
    for (const QString &id : ids)
        QCOMPARE(text.count(id), 1);
}

void TestCommandLine::wrongCountSendsNothing()
{
    const QStringList before = m_place->present();
    const QString file = m_place->plan(m_place->deletable(2));
    QCOMPARE(m_place->apply(file, 3).status, 2);
    const Ending nobody = m_place->run({QStringLiteral("apply"), file});
    QCOMPARE(nobody.status, 2);
    QVERIFY(nobody.err.contains(QLatin1String("--count 2")));
    const QString five = m_place->plan(m_place->deletable(5));
    const Ending unsaved = m_place->apply(five, 5);
    QCOMPARE(unsaved.status, 2);
    QVERIFY(unsaved.err.contains(QLatin1String("--data-saved")));
    QCOMPARE(m_place->present(), before);
}

void TestCommandLine::gotWorse()
{
    const QStringList before = m_place->present();
    QFile file(m_place->plan(m_place->deletable(1)));
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
    const Ending applied = m_place->apply(m_place->write(QJsonDocument(object).toJson()), 1);
    QCOMPARE(applied.status, 3);
    QVERIFY(applied.err.contains(QLatin1String("Nothing was sent")));
    QCOMPARE(m_place->present(), before);
}

void TestCommandLine::tooOld()
{
    const QStringList before = m_place->present();
    QFile file(m_place->plan(m_place->deletable(1)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    object.insert(QLatin1String("made_at"), QStringLiteral("2026-01-01T00:00:00.000Z"));
    const Ending applied = m_place->apply(m_place->write(QJsonDocument(object).toJson()), 1);
    QCOMPARE(applied.status, 4);
    QCOMPARE(m_place->present(), before);
}

/// Ctrl+C in the countdown: nothing is sent.
void TestCommandLine::interrupted()
{
    const QStringList before = m_place->present();
    const QString file = m_place->plan(m_place->deletable(2));
    QProcess process;
    m_place->start(process, Place::applying(file, 2));
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((process.waitForReadyRead(50), said += process.readAllStandardError(),
                              said.contains("Ctrl+C")),
                             30000);
    QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(m_place->present(), before);
    const Ending history = m_place->run({QStringLiteral("history")});
    QVERIFY(QString::fromUtf8(history.out).contains(QLatin1String("2 cancelled")));
}

void TestCommandLine::notReached()
{
    const QStringList ids = m_place->deletable(1);
    const QString file = m_place->plan(ids);
    m_place->forgetSecret();
    QCOMPARE(m_place->apply(file, 1).status, 5);
    QVERIFY(m_place->present().contains(ids.first()));
}

void TestCommandLine::appliesWhatWasPlanned()
{
    const Ending applied = Place::endOf(m_whole->process);
    QVERIFY2(applied.status == 0, qPrintable(applied.err));
    QStringList after = m_whole->before;
    for (const QString &id : m_whole->ids)
        after.removeOne(id);
    QCOMPARE(m_whole->place.present(), after);

    const Ending history =
        m_whole->place.run({QStringLiteral("history"), QStringLiteral("--json")});
    QCOMPARE(history.status, 0);
    const QJsonArray batches = QJsonDocument::fromJson(history.out).array();
    QCOMPARE(batches.size(), 1);
    const QJsonArray items = batches.at(0).toObject().value(QLatin1String("items")).toArray();
    QCOMPARE(items.size(), 2);
    for (const QJsonValue item : items)
        QCOMPARE(item.toObject().value(QLatin1String("state")).toString(), QStringLiteral("done"));
    const Ending lines = m_whole->place.run({QStringLiteral("history")});
    QVERIFY(QString::fromUtf8(lines.out).contains(QLatin1String("Delete 2 clusters: 2 done")));
}

/// What went meanwhile drops out and is told; the rest goes.
void TestCommandLine::leavesOutWhatIsGone()
{
    const Ending rest = Place::endOf(m_rest->process);
    QCOMPARE(rest.status, 1);
    QVERIFY2(rest.err.contains(m_rest->ids.first()), qPrintable(rest.err));
    QVERIFY2(!m_rest->place.present().contains(m_rest->ids.last()), qPrintable(rest.err));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
