// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crashes.h"
#include "app/log.h"
#include "app/logwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <stdexcept>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace clusterdeck;

Q_LOGGING_CATEGORY(qtLog, "qt.something")

namespace
{

const QString KeyId = QStringLiteral("QYACCESSKEYIDEXAMPLE");
const QString Secret = QStringLiteral("s3cr+t/Of=40~chars_AND-more.4567890123xyz");

/// Whatever form somebody who greps would look for.
QList<QByteArray> formsOfSecret()
{
    const QByteArray plain = Secret.toUtf8();
    const QByteArray once = plain.toPercentEncoding();
    QList<QByteArray> forms{plain, once, once.toPercentEncoding(), KeyId.toUtf8()};
    for (const int shift : {0, 1, 2})
        forms.append((QByteArray(shift, 'x') + plain).toBase64().mid(4, 40));
    return forms;
}

// What follows runs in a process of its own, since it ends it, or speaks to its stderr.

void speakOfSecrets()
{
    const QByteArray secret = Secret.toUtf8();
    qWarning("plain %s", secret.constData());
    qWarning() << "quoted" << Secret << QStringList{Secret} << secret;
    qCWarning(accountsLog, "base64 %s", (KeyId.toUtf8() + ':' + secret).toBase64().constData());
    qCDebug(apiLog, "url /api?access_key_id=%s&signature=%s", qUtf8Printable(KeyId),
            secret.toPercentEncoding().toPercentEncoding().constData());
    qCCritical(journalLog, "a very long line %s",
               QByteArray(15990, '.').append(secret).constData());
    std::thread([&secret] { qCWarning(appLog, "thread %s", secret.constData()); }).join();
}

void speak()
{
    qCDebug(apiLog, "a debug line");
    qCInfo(operationsLog, "an info line");
    qCWarning(journalLog, "a warning line");
    qCCritical(appLog, "a critical line");
    qCWarning(qtLog, "a warning of Qt");
    qCCritical(qtLog, "a critical word of Qt");
    qWarning("first\nsecond\x1b[31m\xc2\x9b\xe2\x80\xae%s", "end");
}

void flood(int lines)
{
    for (int line = 1; line <= lines; ++line)
        qCDebug(apiLog, "%06d %s", line, QByteArray(900, 'x').constData());
}

void crash(const QByteArray &how)
{
    const QByteArray secret = Secret.toUtf8();
    if (how == "fatal")
        qFatal("ends with %s", secret.constData());
    if (how == "assert")
        qt_assert_x("where", secret.constData(), "file.cpp", 1);
    if (how == "terminate")
        std::thread([&secret] { throw std::runtime_error(secret.toStdString()); }).join();
    if (how == "terminate-int")
        std::thread([] { throw 1; }).join();
}

void raiseCoreLimit()
{
    rlimit limit = {};
    getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_CORE, &limit);
}

int child(const QList<QByteArray> &arguments)
{
    const QByteArray &what = arguments.at(0);
    if (what == "core" || what == "no-core") {
        raiseCoreLimit();
        if (what == "no-core")
            keepSecretsOutOfCrashes();
        std::abort();
    }
    keepSecretsOutOfCrashes();
    const LogWriter log({arguments.at(1) == "verbose", QFile::decodeName(arguments.value(2))});
    if (!log.problem().isEmpty()) {
        std::fputs(qPrintable(log.problem()), stderr);
        return 2;
    }
    guardInLog(KeyId, Secret);
    if (what == "speak")
        speak();
    else if (what == "secrets")
        speakOfSecrets();
    else if (what.startsWith("flood"))
        flood(what.mid(5).toInt());
    else
        crash(what);
    return 0;
}

} // namespace

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
    void fileIsPrivate();
    void fileThatWasThereIsKept();
    void rotation();
    void whatIsNotWritten_data();
    void whatIsNotWritten();
    void fullDisk();
    void rotationThatFails();
    void linksInTheWayOfRotation();
    void quietAgainAfterwards();

private:
    struct Outcome {
        int status = -1;
        bool crashed = false;
        QByteArray err;
        [[nodiscard]] int count(const char *text) const { return int(err.count(text)); }
    };
    static Outcome run(const QStringList &arguments);
    static QByteArray read(const QString &path);
};

TestLog::Outcome TestLog::run(const QStringList &arguments)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(),
                  QStringList{QStringLiteral("--child")} + arguments);
    if (!process.waitForFinished(120000))
        return {};
    return {process.exitCode(), process.exitStatus() == QProcess::CrashExit,
            process.readAllStandardError()};
}

QByteArray TestLog::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

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
    // Line feed, escape, C1 and bidirectional characters are seen and do nothing.
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
        // Cut after it was redacted: not even the beginning of it.
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
                               << "fatal default: an exception that nobody caught: [redacted]";
    QTest::newRow("no exception") << "terminate-int"
                                  << "fatal default: an exception that nobody caught";
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

/// As the kernel tells it, whatever it does with the dumps of this machine.
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

void TestLog::fileIsPrivate()
{
    const QTemporaryDir folder;
    const mode_t before = umask(0);
    run({"speak", "quiet", folder.filePath("new")});
    QFile loose(folder.filePath("old"));
    QVERIFY(loose.open(QIODevice::WriteOnly));
    loose.close();
    QCOMPARE(chmod(qPrintable(loose.fileName()), 0666), 0);
    run({"flood3000", "quiet", folder.filePath("old")});
    umask(before);
    for (const char *name : {"new", "old", "old.1", "old.2"}) {
        struct stat found = {};
        QCOMPARE(stat(qPrintable(folder.filePath(name)), &found), 0);
        QCOMPARE(found.st_mode & 0777U, 0600U);
    }
}

void TestLog::fileThatWasThereIsKept()
{
    const QTemporaryDir folder;
    run({"speak", "quiet", folder.filePath("log")});
    const QByteArray first = read(folder.filePath("log"));
    run({"speak", "quiet", folder.filePath("log")});
    const QByteArray both = read(folder.filePath("log"));
    QVERIFY(both.startsWith(first) && both.size() > first.size());
}

/// Nothing is lost and nothing twice, in order, up to what is dropped at the far end.
void TestLog::rotation()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath("log");
    const int lines = 6000; // of some 950 bytes: more than five files
    QCOMPARE(run({QStringLiteral("flood%1").arg(lines), "quiet", name}).status, 0);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
             QStringList({"log", "log.1", "log.2", "log.3"}));
    QByteArray all;
    for (const QString &part : {name + ".3", name + ".2", name + ".1", name}) {
        const QByteArray bytes = read(part);
        QVERIFY(bytes.size() <= LogFile::MostBytes);
        QVERIFY(part == name || bytes.size() > LogFile::MostBytes - 1000);
        all += bytes;
    }
    static const QRegularExpression number(QStringLiteral("clusterdeck\\.api: (\\d{6}) "));
    auto found = number.globalMatch(QString::fromUtf8(all));
    const int first = found.hasNext() ? found.peekNext().captured(1).toInt() : 0;
    QVERIFY(first > 1);
    int next = first;
    while (found.hasNext())
        QCOMPARE(found.next().captured(1).toInt(), next++);
    QCOMPARE(next, lines + 1);
}

void TestLog::whatIsNotWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("symbolic link") << "link"
                                   << "is a symbolic link";
    QTest::newRow("dangling link") << "dangling"
                                   << "is a symbolic link";
    QTest::newRow("folder") << "folder"
                            << "cannot be opened";
    QTest::newRow("pipe without a reader") << "pipe"
                                           << "is no plain file";
    QTest::newRow("no such folder") << "nowhere/log"
                                    << "folder of the log file does not exist";
    QTest::newRow("behind a file") << "victim/log"
                                   << "cannot be opened";
    if (geteuid() == 0)
        QTest::newRow("another user's") << "foreign"
                                        << "belongs to another user";
}

void TestLog::whatIsNotWritten()
{
    QFETCH(const QString, name);
    QFETCH(const QString, says);
    const QTemporaryDir folder;
    const auto in = [&folder](const char *file) { return folder.filePath(file); };
    QFile victim(in("victim"));
    QVERIFY(victim.open(QIODevice::WriteOnly) && victim.write("mine") == 4);
    victim.close();
    QVERIFY(QFile::link(in("victim"), in("link")) && QFile::link(in("none"), in("dangling")));
    QVERIFY(QDir(folder.path()).mkdir("folder"));
    QCOMPARE(mkfifo(qPrintable(in("pipe")), 0600), 0);
    QVERIFY(QFile::copy(in("victim"), in("foreign")));
    QVERIFY(geteuid() != 0 || chown(qPrintable(in("foreign")), 65534, 65534) == 0);

    const Outcome outcome = run({"speak", "quiet", folder.filePath(name)});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(says.toUtf8()), outcome.err.constData());
    QVERIFY2(outcome.err.endsWith('.') && outcome.count("\n") == 0, outcome.err.constData());
    QCOMPARE(read(in("victim")), QByteArray("mine"));
    QCOMPARE(read(in("foreign")), QByteArray("mine"));
    QVERIFY(!QFileInfo::exists(in("none")));
}

void TestLog::fullDisk()
{
    const Outcome outcome = run({"flood100", "quiet", "/dev/full"});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.count("The log file cannot be written: ") == 1, outcome.err.constData());
    QCOMPARE(outcome.count("\n"), 1);
    QVERIFY(QFileInfo::exists("/dev/full") && !QFileInfo::exists("/dev/full.1"));
}

void TestLog::rotationThatFails()
{
    const QTemporaryDir folder;
    // Whoever runs this, a name that a folder with something in it has cannot be taken.
    QVERIFY(QDir(folder.path()).mkpath("log.1/inside"));
    QVERIFY(QDir(folder.path()).mkpath("log.2/inside"));
    QVERIFY(QDir(folder.path()).mkpath("log.3/inside"));
    const Outcome outcome = run({"flood2000", "quiet", folder.filePath("log")});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.count("The log file cannot be renamed.") == 1, outcome.err.constData());
    QCOMPARE(outcome.count("\n"), 1);
    QVERIFY(QFileInfo(folder.filePath("log")).size() <= LogFile::MostBytes);
}

/// Planted where the old ones go: what they point at is neither written nor made.
void TestLog::linksInTheWayOfRotation()
{
    const QTemporaryDir folder;
    const QTemporaryDir others;
    QFile victim(others.filePath("victim"));
    QVERIFY(victim.open(QIODevice::WriteOnly) && victim.write("mine") == 4);
    victim.close();
    for (const char *name : {"log.1", "log.2", "log.3"}) {
        const bool dangles = QByteArray(name) == "log.1";
        QVERIFY(QFile::link(others.filePath(dangles ? "none" : "victim"), folder.filePath(name)));
    }
    QCOMPARE(run({"flood6000", "quiet", folder.filePath("log")}).err, QByteArray());
    QCOMPARE(read(victim.fileName()), QByteArray("mine"));
    QCOMPARE(QDir(others.path()).entryList(QDir::Files), QStringList("victim"));
    for (const char *name : {"log", "log.1", "log.2", "log.3"})
        QVERIFY(!QFileInfo(folder.filePath(name)).isSymLink());
}

/// What is installed for a while is taken away again; and then guarding does nothing, harmlessly.
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
    QCoreApplication application(argc, argv);
    if (argc > 2 && qstrcmp(argv[1], "--child") == 0)
        return child(QList<QByteArray>(argv + 2, argv + argc));
    TestLog test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_log.moc"
