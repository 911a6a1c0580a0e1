// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/log.h"
#include "app/support/logwriter.h"
#include "logchild.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace clusterdeck;
using namespace logchild;

class TestLog : public QObject
{
    Q_OBJECT

private slots:
    void quiet();
    void verbose();
    void fileOnly();
    void lines();
    void longTextIsCut();
    void noSecretWhoeverSpeaks();
    void crashTexts_data();
    void crashTexts();
    void noCoreDump();
    void quietAgainAfterwards();
};

void TestLog::quiet()
{
    const Outcome outcome = run({"speak", "quiet"});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.count("a warning line") == 1, outcome.err.constData());
    QCOMPARE(outcome.count("a critical line"), 1);
    QCOMPARE(outcome.count("a critical word of Qt"), 1);
    QCOMPARE(outcome.count("first"), 1);
    QCOMPARE(outcome.count("\n"), 4);
}

void TestLog::verbose()
{
    const Outcome outcome = run({"speak", "verbose"});
    QVERIFY2(outcome.count("\n") == 7, outcome.err.constData());
    QCOMPARE(outcome.count(" debug clusterdeck.api: a debug line\n"), 1);
    QCOMPARE(outcome.count(" info clusterdeck.operations: an info line\n"), 1);
    QCOMPARE(outcome.count(" warning clusterdeck.journal: a warning line\n"), 1);
    QCOMPARE(outcome.count(" error clusterdeck.app: a critical line\n"), 1);
    QCOMPARE(outcome.count(" warning qt.something: a warning of Qt\n"), 1);
}

void TestLog::fileOnly()
{
    const QTemporaryDir folder;
    const Outcome outcome = run({"speak", "quiet", folder.filePath("log")});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.count("\n"), 4);
    const QByteArray log = read(folder.filePath("log"));
    QVERIFY2(log.count('\n') == 7, log.constData());
    QVERIFY(log.contains("a debug line") && log.contains("a warning of Qt"));
}

void TestLog::lines()
{
    const QTemporaryDir folder;
    run({"speak", "quiet", folder.filePath("log")});
    static const QRegularExpression form(QRegularExpression::anchoredPattern(QStringLiteral(
        R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (debug|info|warning|error) [a-z.]+: .+)")));
    const QString log = QString::fromUtf8(read(folder.filePath("log")));
    for (const QString &line : log.chopped(1).split(u'\n'))
        QVERIFY2(form.match(line).hasMatch(), qPrintable(line));
    // Line feed, escape, C1 and bidirectional characters are made visible and have no effect.
    const QString odd = log.section(u'\n', 6, 6).section(QStringLiteral("default: "), 1);
    QVERIFY2(odd.startsWith(QStringLiteral("first")) && odd.endsWith(QStringLiteral("end")),
             qPrintable(odd));
    for (const QChar c : odd)
        QVERIFY2(c.isPrint(), qPrintable(odd));
    QVERIFY2(odd.contains(QStringLiteral("202E")), qPrintable(odd));
    QVERIFY(odd.contains(QStringLiteral("[31m")));
}

void TestLog::longTextIsCut()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QByteArray line = logLine(QtDebugMsg, "c", QString(LongestLogText + 7, u'x'), now);
    QVERIFY(line.endsWith("xx (7 more characters)\n"));
    QVERIFY(logLine(QtDebugMsg, "c", QString(LongestLogText, u'x'), now).endsWith("xxx\n"));
}

void TestLog::noSecretWhoeverSpeaks()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("log");
    for (const char *loud : {"quiet", "verbose"}) {
        const Outcome outcome = run({"secrets", loud, file});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.count("[redacted]") >= 6, true);
        QVERIFY2(outcome.count("thread [redacted]") == 1, outcome.err.constData());
        QCOMPARE(outcome.count("access_key_id=\xe2\x80\xa6MPLE&signature=[redacted]"),
                 QByteArray(loud) == "verbose" ? 1 : 0);
        for (const QByteArray &form : formsOfSecret())
            QVERIFY2(!(outcome.err + read(file)).contains(form), form.constData());
        // Truncated after redaction: not even the beginning of the secret is left.
        QVERIFY(!outcome.err.contains(Secret.left(8).toUtf8()));
    }
    QVERIFY(read(file).contains("url /api"));
}

void TestLog::crashTexts_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("says");
    QTest::newRow("qFatal") << "fatal"
                            << "fatal default: ends with [redacted]";
    QTest::newRow("Q_ASSERT") << "assert"
                              << "fatal default: ASSERT failure in where: \"[redacted]\"";
    QTest::newRow("exception") << "terminate"
                               << "fatal default: an uncaught exception: [redacted]";
    QTest::newRow("no exception") << "terminate-int"
                                  << "fatal default: an uncaught exception";
}

void TestLog::crashTexts()
{
    QFETCH(const QString, how);
    QFETCH(const QString, says);
    const QTemporaryDir folder;
    const Outcome outcome = run({how, "quiet", folder.filePath("log")});
    QVERIFY(outcome.crashed);
    QVERIFY2(outcome.err.contains(says.toUtf8()), outcome.err.constData());
    QVERIFY2(read(folder.filePath("log")).contains(says.toUtf8()), outcome.err.constData());
    for (const QByteArray &form : formsOfSecret())
        QVERIFY2(!outcome.err.contains(form), outcome.err.constData());
}

/// As reported by the kernel, whatever this machine does with core dumps.
void TestLog::noCoreDump()
{
    const QTemporaryDir folder;
    const auto dumps = [&folder](const char *what) {
        const QByteArray program = QFile::encodeName(QCoreApplication::applicationFilePath());
        const QByteArray place = QFile::encodeName(folder.path());
        const pid_t pid = fork();
        if (pid == 0) {
            if (chdir(place.constData()) == 0)
                execl(program.constData(), program.constData(), "--child", what, nullptr);
            _exit(127);
        }
        int status = 0;
        waitpid(pid, &status, 0);
        return WIFSIGNALED(status) ? int(WCOREDUMP(status) != 0) : -1;
    };
    const int otherwise = dumps("core");
    QDir(folder.path()).removeRecursively();
    QDir().mkpath(folder.path());
    QCOMPARE(dumps("no-core"), 0);
    QVERIFY(QDir(folder.path()).isEmpty());
    if (otherwise != 1)
        QSKIP("This system makes no core dumps anyway.");
}

/// The log's settings end with the writer; later calls to guard a key are harmless.
void TestLog::quietAgainAfterwards()
{
    QVERIFY(!apiLog().isDebugEnabled() && apiLog().isWarningEnabled());
    {
        const LogWriter log({true, {}});
        QVERIFY(apiLog().isDebugEnabled());
    }
    QVERIFY(!apiLog().isDebugEnabled() && apiLog().isWarningEnabled());
    guardInLog(KeyId, Secret);
}

int main(int argc, char *argv[])
{
    TestLog test;
    return logchild::main(argc, argv, test);
}

#include "tst_log.moc"
