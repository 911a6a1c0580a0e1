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

} // namespace

class TestDemoCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void defaults();
    void values();
    void complaints_data();
    void complaints();
    void programEnds_data();
    void programEnds();
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

void TestDemoCommandLine::programEnds_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says"); // after ":" in an error message
    QTest::newRow("--clusters lots") << 2 << QByteArray(":--clusters");
    QTest::newRow("--port") << 1 << QByteArray(":127.0.0.1");
    QTest::newRow("--version") << 0
                               << QByteArray("clusterdeck-demo-service " CLUSTERDECK_VERSION "\n");
    QTest::newRow("--help") << 0 << QByteArray("--job-seconds");
}

void TestDemoCommandLine::programEnds()
{
    QFETCH(QByteArray, says);
    QStringList options = QString::fromLatin1(QTest::currentDataTag()).split(u' ');
    QTcpServer other; // --port: a port in use
    QVERIFY(other.listen(QHostAddress::LocalHost));
    if (options == QStringList{QStringLiteral("--port")})
        options += QString::number(other.serverPort());
    QProcess process;
    process.start(QStringLiteral(DEMO_SERVICE), options);
    QVERIFY(process.waitForFinished(20000) && process.exitStatus() == QProcess::NormalExit);
    QTEST(process.exitCode(), "status");
    QByteArray said = process.readAllStandardOutput();
    const QByteArray complaint = process.readAllStandardError();
    const bool fails = says.startsWith(':');
    QCOMPARE(said.isEmpty(), fails);
    QCOMPARE(complaint.count('\n'), fails ? 1 : 0);
    QVERIFY((fails ? complaint : said).contains(says.mid(fails ? 1 : 0)));
}

/// A web page or a program that knows the source must not know the key: each start makes a new key.
void TestDemoCommandLine::servesUntilSignalled()
{
    QSet<QByteArray> secrets;
    for (const int signal : {SIGTERM, SIGINT}) {
        QProcess process;
        process.start(QStringLiteral(DEMO_SERVICE), {});
        QByteArray out;
        QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).count('\n') == 5, 20000);
        const QRegularExpression lines( // a shell can evaluate these lines
            QStringLiteral("^endpoint=http://127.0.0.1:\\d+\nzone=\\w+\nowner=usr-\\w+\n"
                           "QINGCLOUD_ACCESS_KEY_ID=\\w+\nQINGCLOUD_SECRET_ACCESS_KEY=[\\w-]+\n$"));
        QVERIFY2(QString::fromLatin1(out).contains(lines), out.constData());
        secrets += out.trimmed().split('=').constLast();
        QVERIFY(secrets.values().constFirst().size() >= 32);
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(process.readAllStandardError().count('\n'), 1);
    }
    QCOMPARE(secrets.size(), 2);
}

QTEST_GUILESS_MAIN(TestDemoCommandLine)
#include "tst_democommandline.moc"
