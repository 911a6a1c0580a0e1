// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// The program itself, as a person at a terminal meets it.
class TestProgram : public QObject
{
    Q_OBJECT

private slots:
    void answersWithoutADisplay();
    void wrongUse_data();
    void wrongUse();
    void tour();

private:
    struct Outcome {
        int status = -1;
        QString out;
        QString err;
    };
    static Outcome run(const QStringList &arguments, bool display);
};

TestProgram::Outcome TestProgram::run(const QStringList &arguments, bool display)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!display) {
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    }
    environment.remove(QStringLiteral("QINGCLOUD_ACCESS_KEY_ID"));
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

void TestProgram::tour()
{
    const QTemporaryDir folder;
    const Outcome outcome =
        run({QStringLiteral("--demo"), QStringLiteral("--demo-job-seconds"), QStringLiteral("1"),
             QStringLiteral("--tour"), folder.filePath(QStringLiteral("new/pictures")),
             QStringLiteral("--log-file"), folder.filePath(QStringLiteral("log"))},
            true);
    QVERIFY2(outcome.status == 0, qPrintable(outcome.out + outcome.err));
    QVERIFY(outcome.out.contains(u"really gone"));
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

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
