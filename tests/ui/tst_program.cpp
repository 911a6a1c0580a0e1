// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/environment.h"

#include <QDir>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace clusterdeck;

/// The program itself, as used in a terminal.
class TestProgram : public QObject
{
    Q_OBJECT

private slots:
    void answersWithoutADisplay();
    void wrongUse_data();
    void wrongUse();
    void childrenInheritNoSecret();
    void theSecretLeavesTheEnvironment();
    void tour();
    void tourIntoPlantedLinks();
    void noDisplay_data();
    void noDisplay();
    void deafDisplay();
    void closedDescriptors();
    void theSystemEndsTheWindow();

private:
    struct Outcome {
        int status = -1;
        QString out;
        QString err;
    };
    static Outcome run(const QStringList &arguments, bool display);
    /// Runs without a display, with these variables.
    static Outcome runWith(const QStringList &arguments, const QStringList &variables);
    static QProcessEnvironment withoutDisplay();
    static Outcome run(const QStringList &arguments, const QProcessEnvironment &environment);
};

QProcessEnvironment TestProgram::withoutDisplay()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE",
                             "XDG_RUNTIME_DIR", "QINGCLOUD_ACCESS_KEY_ID"})
        environment.remove(QLatin1String(name));
    return environment;
}

TestProgram::Outcome TestProgram::runWith(const QStringList &arguments,
                                          const QStringList &variables)
{
    QProcessEnvironment environment = withoutDisplay();
    for (const QString &variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    return run(arguments, environment);
}

TestProgram::Outcome TestProgram::run(const QStringList &arguments, bool display)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!display) {
        environment = withoutDisplay();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    }
    environment.remove(QStringLiteral("QINGCLOUD_ACCESS_KEY_ID"));
    return run(arguments, environment);
}

TestProgram::Outcome TestProgram::run(const QStringList &arguments,
                                      const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CLUSTERDECK_PROGRAM), arguments);
    if (!process.waitForFinished(150000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestProgram::answersWithoutADisplay()
{
    const Outcome version = run({QStringLiteral("--version")}, false);
    QCOMPARE(version.status, 0);
    QCOMPARE(version.out, QStringLiteral("clusterdeck " CLUSTERDECK_VERSION "\n"));
    const Outcome help = run({QStringLiteral("--help")}, false);
    QCOMPARE(help.status, 0);
    QVERIFY(help.out.contains(u"--endpoint"));
}

void TestProgram::wrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown") << QStringList{QStringLiteral("--nonsense")};
    QTest::newRow("steers the terminal") << QStringList{QStringLiteral("--\u001B[31mred")};
    QTest::newRow("tour alone") << QStringList{QStringLiteral("--tour"), QStringLiteral("/tmp")};
    QTest::newRow("folder that cannot be") << QStringList{
        QStringLiteral("--demo"), QStringLiteral("--tour"), QStringLiteral("/proc/none")};
    QTest::newRow("log file that cannot be")
        << QStringList{QStringLiteral("--log-file"), QStringLiteral("/proc/none/log")};
    QTest::newRow("log file that is none")
        << QStringList{QStringLiteral("--demo"), QStringLiteral("--log-file=/proc/self/exe")};
    QTest::newRow("no keys") << QStringList{QStringLiteral("--endpoint=https://cloud.example"),
                                            QStringLiteral("--zone=z"),
                                            QStringLiteral("--owner=usr-a")};
}

void TestProgram::wrongUse()
{
    QFETCH(const QStringList, arguments);
    const Outcome outcome = run(arguments, false);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY(outcome.err.startsWith(QStringLiteral("clusterdeck: ")));
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(!outcome.err.contains(QChar(0x1B)));
}

void TestProgram::childrenInheritNoSecret()
{
    const char *name = "QINGCLOUD_SECRET_ACCESS_KEY";
    qputenv(name, "a-secret-of-the-environment");
    QCOMPARE(startEnvironment().value(QLatin1String(name)),
             QStringLiteral("a-secret-of-the-environment"));
    QVERIFY(!qEnvironmentVariableIsSet(name));
    QProcess child;
    child.start(QStringLiteral("env"), QStringList());
    QVERIFY(child.waitForFinished());
    const QByteArray inherited = child.readAllStandardOutput();
    QVERIFY(inherited.contains("HOME="));
    QVERIFY(!inherited.contains("a-secret-of-the-environment"));
    // Later calls return the same.
    QVERIFY(startEnvironment().contains(QLatin1String(name)));
}

/// As seen by other processes of the user, while the program talks to the cloud.
void TestProgram::theSecretLeavesTheEnvironment()
{
    QTcpServer cloud; // accepts, and never answers
    QVERIFY(cloud.listen(QHostAddress::LocalHost));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QINGCLOUD_ACCESS_KEY_ID"), QStringLiteral("the-key-id"));
    environment.insert(QStringLiteral("QINGCLOUD_SECRET_ACCESS_KEY"), QStringLiteral("the-secret"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CLUSTERDECK_PROGRAM),
                  {QStringLiteral("plan"), QStringLiteral("delete"), QStringLiteral("--ids-from"),
                   QStringLiteral("-"), QStringLiteral("--zone=z"), QStringLiteral("--owner=usr-a"),
                   QStringLiteral("--endpoint=http://127.0.0.1:%1").arg(cloud.serverPort())});
    process.write("ehpc-v4uu2l\n");
    process.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(cloud.hasPendingConnections(), 60'000);
    QFile seen(QStringLiteral("/proc/%1/environ").arg(process.processId()));
    QVERIFY(seen.open(QIODevice::ReadOnly));
    const QByteArray variables = seen.readAll();
    process.kill();
    QVERIFY(process.waitForFinished());
    QVERIFY(variables.contains("the-key-id"));
    QVERIFY(!variables.contains("the-secret"));
}

void TestProgram::tour()
{
    const QTemporaryDir folder;
    const Outcome outcome =
        run({QStringLiteral("--demo"), QStringLiteral("--demo-job-seconds"), QStringLiteral("1"),
             QStringLiteral("--tour"), folder.filePath(QStringLiteral("new/pictures")),
             QStringLiteral("--log-file"), folder.filePath(QStringLiteral("log"))},
            true);
    QVERIFY2(outcome.status == 0, qPrintable(outcome.out + outcome.err));
    QVERIFY(outcome.out.contains(u"clusters are deleted"));
    QVERIFY2(!outcome.err.contains(u" debug "), qPrintable(outcome.err));
    QFile file(folder.filePath(QStringLiteral("log")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString log = QString::fromUtf8(file.readAll());
    for (const char *line :
         {" debug clusterdeck.api: POST /api/cluster/deleteCluster #1: HTTP 200, ret_code 0, ",
          " debug clusterdeck.accounts: opened ", " debug clusterdeck.operations: "})
        QVERIFY2(log.contains(QLatin1String(line)), line);
    QVERIFY(!log.contains(u"signature=") && !log.contains(u"access_key_id"));
    QVERIFY(QDir(folder.filePath(QStringLiteral("new/pictures")))
                .entryList({QStringLiteral("*.png")})
                .size() >= 5);
}

/// Links at the names of the pictures, in a folder that another user created or can write to.
void TestProgram::tourIntoPlantedLinks()
{
    const QTemporaryDir folder;
    QFile victim(folder.filePath(QStringLiteral("victim")));
    QVERIFY(victim.open(QIODevice::WriteOnly) && victim.write("mine") == 4);
    victim.close();
    const QString pictures = folder.filePath(QStringLiteral("pictures"));
    QVERIFY(QDir().mkdir(pictures));
    QVERIFY(QFile::link(victim.fileName(), pictures + QStringLiteral("/01-clusters.png")));
    const QStringList tour{QStringLiteral("--demo"), QStringLiteral("--demo-job-seconds"),
                           QStringLiteral("1"), QStringLiteral("--tour")};
    const Outcome link = run(tour + QStringList{pictures}, true);
    QCOMPARE(link.status, 1);
    QVERIFY2(link.out.contains(u"symbolic link"), qPrintable(link.out));

    QVERIFY(QFile::remove(pictures + QStringLiteral("/01-clusters.png")));
    QCOMPARE(::chmod(qPrintable(pictures), 0777), 0);
    const Outcome open = run(tour + QStringList{pictures}, true);
    QCOMPARE(open.status, 2);
    QVERIFY2(open.err.contains(u"Other users can change"), qPrintable(open.err));

    QVERIFY(QFile::link(pictures, folder.filePath(QStringLiteral("link"))));
    const Outcome through = run(tour + QStringList{folder.filePath(QStringLiteral("link/"))}, true);
    QCOMPARE(through.status, 2);
    QVERIFY2(through.err.contains(u"symbolic link"), qPrintable(through.err));
    QVERIFY(victim.open(QIODevice::ReadOnly));
    QCOMPARE(victim.readAll(), QByteArray("mine"));
}

void TestProgram::noDisplay_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("says");
    const QString none = QStringLiteral("no display can be opened");
    QTest::newRow("none") << QStringList() << QStringLiteral("DISPLAY is not set");
    QTest::newRow("dead X") << QStringList{QStringLiteral("DISPLAY=:7777")} << none;
    QTest::newRow("no such host") << QStringList{QStringLiteral("DISPLAY=none.invalid:0")} << none;
    QTest::newRow("nonsense") << QStringList{QStringLiteral("DISPLAY=\u001B[31m\nx")} << none;
    QTest::newRow("dead Wayland") << QStringList{QStringLiteral("WAYLAND_DISPLAY=none"),
                                                 QStringLiteral("XDG_SESSION_TYPE=wayland")}
                                  << none;
    QTest::newRow("dead Wayland alone") << QStringList{QStringLiteral("WAYLAND_DISPLAY=none"),
                                                       QStringLiteral("QT_QPA_PLATFORM=wayland")}
                                        << none;
    QTest::newRow("both dead") << QStringList{QStringLiteral("WAYLAND_DISPLAY=none"),
                                              QStringLiteral("DISPLAY=:7777"),
                                              QStringLiteral("XDG_SESSION_TYPE=wayland")}
                               << none;
    QTest::newRow("no such plug-in") << QStringList{QStringLiteral("QT_QPA_PLATFORM=nonsense")}
                                     << QStringLiteral("plug-in is not installed");
    QTest::newRow("no plug-ins") << QStringList{QStringLiteral("QT_QPA_PLATFORM_PLUGIN_PATH=/none"),
                                                QStringLiteral("QT_PLUGIN_PATH=/none"),
                                                QStringLiteral("DISPLAY=:7777")}
                                 << QStringLiteral("No window can be shown");
}

/// One sentence and exit status 1, whatever the window system lacks.
void TestProgram::noDisplay()
{
    QFETCH(const QStringList, variables);
    QFETCH(const QString, says);
    for (const QStringList &arguments : {QStringList(), QStringList{QStringLiteral("--demo")}}) {
        const Outcome outcome = runWith(arguments, variables);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
        QVERIFY2(outcome.err.startsWith(QStringLiteral("clusterdeck: No window can be shown")),
                 qPrintable(outcome.err));
        QCOMPARE(outcome.err.count(u'\n'), 1);
        QVERIFY2(!outcome.err.contains(u"U+000A"), qPrintable(outcome.err));
        QVERIFY(outcome.out.isEmpty());
    }
}

/// A display that accepts and never answers: the program states what it waits for, and can be
/// ended.
void TestProgram::deafDisplay()
{
    constexpr int FirstPort = 6000; // of display 0
    QTcpServer server;
    int display = 50;
    while (!server.listen(QHostAddress::LocalHost, quint16(FirstPort + display)))
        ++display;
    const QString name = QStringLiteral("127.0.0.1:%1").arg(display);
    QProcess process;
    QProcessEnvironment environment = withoutDisplay();
    environment.insert(QStringLiteral("DISPLAY"), name);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CLUSTERDECK_PROGRAM), {QStringLiteral("--demo")});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((process.waitForReadyRead(50), said += process.readAllStandardError(),
                              said.contains("Waiting for the display")),
                             30000);
    QVERIFY2(said.contains(name.toLocal8Bit()), said.constData());
    process.terminate();
    QVERIFY(process.waitForFinished(30000));
}

/// Error messages are never written to a file that got stderr's descriptor.
void TestProgram::closedDescriptors()
{
    const QTemporaryDir folder;
    QProcess process;
    QProcessEnvironment environment = withoutDisplay();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), folder.path());
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([] { ::close(STDERR_FILENO); });
    const QString log = folder.filePath(QStringLiteral("log"));
    process.start(QStringLiteral(CLUSTERDECK_PROGRAM),
                  {QStringLiteral("history"), QStringLiteral("--log-file"), log});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QFile file(log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("No operations yet"));
}

/// As at the end of a desktop session: the journal is closed cleanly, so that the next start need
/// not check it.
void TestProgram::theSystemEndsTheWindow()
{
    const QTemporaryDir home;
    QProcessEnvironment environment = withoutDisplay();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.insert(QLatin1String(name), home.path());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(CLUSTERDECK_PROGRAM), {});
    const QDir data(home.filePath(QStringLiteral("clusterdeck/clusterdeck")));
    QTRY_VERIFY_WITH_TIMEOUT(data.exists(QStringLiteral("journal.sqlite-wal")), 30000);
    QVERIFY(!data.exists(QStringLiteral("journal.clean")));
    process.terminate();
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY2(data.exists(QStringLiteral("journal.clean")), process.readAll().constData());
    QVERIFY(!data.exists(QStringLiteral("journal.sqlite-wal")));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
