// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/logfile.h"
#include "logchild.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace clusterdeck;
using namespace logchild;

class TestLogFile : public QObject
{
    Q_OBJECT

private slots:
    void fileIsPrivate();
    void fileThatWasThereIsKept();
    void rotation();
    void whatIsNotWritten_data();
    void whatIsNotWritten();
    void fullDisk();
    void rotationThatFails();
    void linksInTheWayOfRotation();
};

void TestLogFile::fileIsPrivate()
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

void TestLogFile::fileThatWasThereIsKept()
{
    const QTemporaryDir folder;
    run({"speak", "quiet", folder.filePath("log")});
    const QByteArray first = read(folder.filePath("log"));
    run({"speak", "quiet", folder.filePath("log")});
    const QByteArray both = read(folder.filePath("log"));
    QVERIFY(both.startsWith(first) && both.size() > first.size());
}

/// No line is lost or duplicated, the order is kept, and only the oldest lines are dropped.
void TestLogFile::rotation()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath("log");
    const int lines = 6000; // of about 950 bytes: more than five files
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

void TestLogFile::whatIsNotWritten_data()
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
                                           << "is not a regular file";
    QTest::newRow("no such folder") << "nowhere/log"
                                    << "folder of the log file does not exist";
    QTest::newRow("second name of another file") << "second name"
                                                 << "has a hard link";
    QTest::newRow("behind a file") << "victim/log"
                                   << "cannot be opened";
    if (geteuid() == 0) {
        QTest::newRow("another user's") << "foreign"
                                        << "belongs to another user";
        QTest::newRow("behind a planted link") << "planted/none"
                                               << "symbolic link of another user";
    }
}

void TestLogFile::whatIsNotWritten()
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
    QCOMPARE(chmod(qPrintable(in("victim")), 0644), 0);
    QCOMPARE(link(qPrintable(in("victim")), qPrintable(in("second name"))), 0);
    QVERIFY(QFile::link(folder.path(), in("planted")));
    QVERIFY(geteuid() != 0 || lchown(qPrintable(in("planted")), 65534, 65534) == 0);
    QVERIFY(QFile::copy(in("victim"), in("foreign")));
    QVERIFY(geteuid() != 0 || chown(qPrintable(in("foreign")), 65534, 65534) == 0);

    const Outcome outcome = run({"speak", "quiet", folder.filePath(name)});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(says.toUtf8()), outcome.err.constData());
    QVERIFY2(outcome.err.endsWith('.') && outcome.count("\n") == 0, outcome.err.constData());
    QCOMPARE(read(in("victim")), QByteArray("mine"));
    QCOMPARE(read(in("foreign")), QByteArray("mine"));
    struct stat found = {};
    QCOMPARE(stat(qPrintable(in("victim")), &found), 0);
    QCOMPARE(found.st_mode & 0777U, 0644U);
    QVERIFY(!QFileInfo::exists(in("none")));
}

void TestLogFile::fullDisk()
{
    const Outcome outcome = run({"flood100", "quiet", "/dev/full"});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.count("The log file cannot be written: ") == 1, outcome.err.constData());
    QCOMPARE(outcome.count("\n"), 1);
    QVERIFY(QFileInfo::exists("/dev/full") && !QFileInfo::exists("/dev/full.1"));
}

void TestLogFile::rotationThatFails()
{
    const QTemporaryDir folder;
    // A folder that is not empty cannot be replaced, not even by root.
    QVERIFY(QDir(folder.path()).mkpath("log.1/inside"));
    QVERIFY(QDir(folder.path()).mkpath("log.2/inside"));
    QVERIFY(QDir(folder.path()).mkpath("log.3/inside"));
    const Outcome outcome = run({"flood2000", "quiet", folder.filePath("log")});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.count("The log file cannot be renamed.") == 1, outcome.err.constData());
    QCOMPARE(outcome.count("\n"), 1);
    QVERIFY(QFileInfo(folder.filePath("log")).size() <= LogFile::MostBytes);
}

/// Links at the names of old log files: their targets are neither written nor created.
void TestLogFile::linksInTheWayOfRotation()
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

int main(int argc, char *argv[])
{
    TestLogFile test;
    return logchild::main(argc, argv, test);
}

#include "tst_logfile.moc"
