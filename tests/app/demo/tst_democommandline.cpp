// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/commandline.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

#include <csignal>
#include <limits>

using namespace clusterdeck::demo;

namespace
{

CommandLine read(const QString &options)
{
    return readCommandLine(QStringList{QStringLiteral("clusterdeck-demo-service")} +
                           options.split(u' ', Qt::SkipEmptyParts));
}

/// The real program, run to its end.
struct Run {
    explicit Run(const QStringList &options)
    {
        QProcess process;
        process.start(QStringLiteral(DEMO_SERVICE), options);
        if (!process.waitForFinished(20000))
            process.kill();
        status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        out = process.readAllStandardOutput();
        err = process.readAllStandardError();
    }

    int status = -1;
    QByteArray out;
    QByteArray err;
};

} // namespace

class TestDemoCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void defaults();
    void values();
    void complaints_data();
    void complaints();
    void programComplains();
    void programTellsAboutItself();
    void portTaken();
    void servesUntilSignalled_data();
    void servesUntilSignalled();
};

void TestDemoCommandLine::defaults()
{
    const CommandLine line = read(QString());
    QCOMPARE(line.complaint, QString());
    QCOMPARE(line.text, QString());
    QCOMPARE(line.service.port, quint16(0));
    QCOMPARE(line.service.clusters, 60);
    QCOMPARE(line.service.seed, quint64(1));
    QCOMPARE(line.service.jobSeconds, 6.0);
    QCOMPARE(line.faults, Faults());
}

void TestDemoCommandLine::values()
{
    const CommandLine line =
        read(QStringLiteral("--port 8080 --clusters=1000 --seed 18446744073709551615 "
                            "--job-seconds 0.5 --latency 250 --fail-percent 12.5 "
                            "--lose-percent 100 --quota 0 --clock-skew -90 "
                            "--fail-reads 50 --fail-reads-of listNodes --extremes"));
    QCOMPARE(line.complaint, QString());
    QCOMPARE(line.service.port, quint16(8080));
    QCOMPARE(line.service.clusters, 1000);
    QCOMPARE(line.service.seed, std::numeric_limits<quint64>::max());
    QCOMPARE(line.service.jobSeconds, 0.5);
    QCOMPARE(line.faults, (Faults{250, 12.5, 100, 0, -90, 50, "listNodes"}));
    QVERIFY(line.service.extremes);
}

void TestDemoCommandLine::complaints_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("mentions");
    for (const char *options :
         {"--port 65536", "--port -1", "--port http", "--port", "--clusters 0", "--clusters 100001",
          "--clusters 1e3", "--seed -1", "--seed one", "--job-seconds -0.1", "--job-seconds nan",
          "--job-seconds inf", "--latency -1", "--fail-percent 101", "--lose-percent -1",
          "--quota many", "--clock-skew 1.5", "--fail-reads 101"}) {
        const QString text = QLatin1String(options);
        QTest::newRow(options) << text << text.section(u' ', 0, 0).mid(2);
    }
    QTest::newRow("unknown") << QStringLiteral("--verbose") << QStringLiteral("verbose");
    QTest::newRow("argument") << QStringLiteral("8080") << QStringLiteral("8080");
}

void TestDemoCommandLine::complaints()
{
    QFETCH(QString, options);
    QFETCH(QString, mentions);
    const QString complaint = read(options).complaint;
    QVERIFY2(complaint.contains(mentions), qPrintable(complaint));
    QVERIFY(complaint.endsWith(u'.'));
    QVERIFY(!complaint.contains(u'\n'));
}

void TestDemoCommandLine::programComplains()
{
    const Run run({QStringLiteral("--clusters"), QStringLiteral("lots")});
    QCOMPARE(run.status, 2);
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY(run.err.contains("--clusters"));
}

void TestDemoCommandLine::programTellsAboutItself()
{
    const Run version({QStringLiteral("--version")});
    QCOMPARE(version.status, 0);
    QCOMPARE(version.out, QByteArray("clusterdeck-demo-service " CLUSTERDECK_VERSION "\n"));
    const Run help({QStringLiteral("--help")});
    QCOMPARE(help.status, 0);
    for (const char *option : {"--port", "--clusters", "--seed", "--job-seconds", "--latency"})
        QVERIFY(help.out.contains(option));
}

void TestDemoCommandLine::portTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString port = QString::number(other.serverPort());
    const Run run({QStringLiteral("--port"), port});
    QCOMPARE(run.status, 1);
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY(run.err.contains(port.toLatin1()));
}

void TestDemoCommandLine::servesUntilSignalled_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestDemoCommandLine::servesUntilSignalled()
{
    QFETCH(int, signal);
    QProcess process;
    process.start(QStringLiteral(DEMO_SERVICE), {});
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).count('\n') == 5, 20000);
    const QList<QByteArray> lines = out.split('\n');
    QVERIFY(lines.at(0).startsWith("endpoint=http://127.0.0.1:"));
    QVERIFY(lines.at(1).startsWith("zone="));
    QVERIFY(lines.at(2).startsWith("owner=usr-"));
    QVERIFY(lines.at(3).startsWith("QINGCLOUD_ACCESS_KEY_ID="));
    QVERIFY(lines.at(4).startsWith("QINGCLOUD_SECRET_ACCESS_KEY="));
    for (const QByteArray &line : lines) // a shell can eval them
        QVERIFY(
            !QString::fromLatin1(line).contains(QRegularExpression(QStringLiteral("[^\\w=:/.-]"))));
    ::kill(static_cast<pid_t>(process.processId()), signal);
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardError().count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestDemoCommandLine)
#include "tst_democommandline.moc"
