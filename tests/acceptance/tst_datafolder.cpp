// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/journal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <csignal>
#include <cstdio>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace clusterdeck;

namespace
{

constexpr int NotReached = 5;

struct Ending {
    int status = -1;
    QString out;
    QString err;
};

Batch batchOf(int items)
{
    Batch batch;
    batch.id = QUuid::createUuid().toString();
    batch.account = QStringLiteral("account");
    batch.accountName = QStringLiteral("lab");
    batch.zone = QStringLiteral("jn1a");
    batch.confirmedAt = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < items; ++i) {
        BatchItem &item = batch.items.emplace_back();
        item.position = i;
        item.key = {batch.account, QStringLiteral("ehpc-%1").arg(i)};
        item.shown.id = item.key.id;
        item.state = ItemState::Armed;
    }
    return batch;
}

/// Writes a batch and the intents of its items, and prints each on stdout when it is durable.
/// Arguments: the folder, and "killed" to end by SIGKILL.
int writeBatch(const QStringList &arguments)
{
    umask(0);
    {
        Journal journal(arguments.value(0));
        Batch batch = batchOf(3);
        if (!journal.add(batch))
            return 1;
        QFile log(QString::fromLocal8Bit(qgetenv("CLUSTERDECK_TEST_LOG")));
        if (!log.fileName().isEmpty() && !log.open(QIODevice::Append | QIODevice::Unbuffered))
            return 2;
        for (BatchItem &item : batch.items) {
            item.state = ItemState::Sending;
            if (log.isOpen())
                log.write("begin\n");
            if (!journal.record(batch.id, {item}, ItemEvent::SendStarted,
                                QDateTime::currentDateTimeUtc()))
                return 3;
            if (log.isOpen())
                log.write("durable\n");
        }
        if (arguments.value(1) == u"killed")
            raise(SIGKILL);
    }
    return 0;
}

QStringList linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
               ? QString::fromLocal8Bit(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
               : QStringList();
}

/// A home folder, and runs of the program in it.
class Home
{
public:
    [[nodiscard]] QString data() const { return m_top.filePath(QStringLiteral("data")); }
    [[nodiscard]] QString file(const char *name) const
    {
        return data() + u'/' + QLatin1String(name);
    }
    [[nodiscard]] QString log() const { return m_top.filePath(QStringLiteral("log")); }

    /// Sets the behaviour of the data folder's file system, see oddfilesystem.cpp.
    void setRules(const QString &rules) { m_rules = rules; }
    /// Sets shell commands that run before the program, in a separate mount namespace; $D is the
    /// data folder, $B a copy of its earlier contents.
    void setMounts(const QString &commands) { m_mounts = commands; }
    void setArguments(const QStringList &arguments) { m_arguments = arguments; }
    void setVariable(const char *name, const QString &value)
    {
        m_environment.insert(QLatin1String(name), value);
    }

    Ending run(const QString &program, const QStringList &arguments)
    {
        QProcessEnvironment environment = m_environment;
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QLatin1String(name));
        for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
            environment.insert(QLatin1String(name), m_top.path());
        environment.insert(QStringLiteral("CLUSTERDECK_TEST_LOG"), log());
        if (!m_rules.isEmpty()) {
            environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(ODD_FILE_SYSTEM));
            environment.insert(QStringLiteral("CLUSTERDECK_TEST_FILES"),
                               QStringLiteral("under=%1 log=%2 %3").arg(data(), log(), m_rules));
        }
        QStringList all{program};
        all += arguments;
        if (!m_mounts.isEmpty()) {
            environment.insert(QStringLiteral("D"), data());
            const QString kind = geteuid() == 0 ? QStringLiteral("-m") : QStringLiteral("-rm");
            const QString script =
                QStringLiteral("set -e; B=$(mktemp -d); [ ! -d \"$D\" ] || cp -a \"$D\"/. \"$B\";"
                               " mkdir -p \"$D\"; %1; set +e; \"$@\"; status=$?; rm -rf \"$B\";"
                               " exit $status")
                    .arg(m_mounts);
            all = QStringList{QStringLiteral("unshare"), kind,   QStringLiteral("sh"),
                              QStringLiteral("-c"),      script, QStringLiteral("sh")} +
                  all;
        }
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(all.first(), all.mid(1));
        process.closeWriteChannel();
        process.waitForFinished(120000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    /// Runs the program with its data folder.
    Ending command(const QStringList &arguments)
    {
        return run(QStringLiteral(CLUSTERDECK_PROGRAM),
                   arguments + QStringList{QStringLiteral("--data-dir"), data()} + m_arguments);
    }
    Ending history() { return command({QStringLiteral("history")}); }

    /// Writes a journal with a batch; the writer ends normally or is killed.
    bool writeJournal(bool killed = false)
    {
        const QString mounts = std::exchange(m_mounts, QString());
        const Ending ending = run(QCoreApplication::applicationFilePath(),
                                  {QStringLiteral("--write"), data(),
                                   killed ? QStringLiteral("killed") : QStringLiteral("ended")});
        m_mounts = mounts;
        return ending.status == (killed ? -1 : 0);
    }

private:
    QTemporaryDir m_top;
    QString m_rules;
    QString m_mounts;
    QStringList m_arguments;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

const QString Full = QStringLiteral("mount -t tmpfs -o size=48k,mode=700 none \"$D\"");
/// A full file system that holds the journal.
const QString FullWithJournal =
    QStringLiteral("mount -t tmpfs -o size=64m,mode=700 none \"$D\"; cp -a \"$B\"/. \"$D\";"
                   " dd if=/dev/zero of=\"$D\"/filler bs=64k 2>/dev/null || true;"
                   " dd if=/dev/zero of=\"$D\"/filler2 bs=1k 2>/dev/null || true");
const QString ReadOnly =
    QStringLiteral("mount -t tmpfs -o mode=700 none \"$D\"; cp -a \"$B\"/. \"$D\";"
                   " mount -o remount,ro \"$D\"");

} // namespace

/// Data folders as they occur: full, read-only, on a network file system, of another user. The real
/// program reports the problem and never claims that nothing was done.
class TestDataFolder : public QObject
{
    Q_OBJECT

private slots:
    void cannotBeUsed_data();
    void cannotBeUsed();
    void canBeReadAllTheSame_data();
    void canBeReadAllTheSame();
    void anotherHost();
    void anotherHostBegins();
    void withoutLocks_data();
    void withoutLocks();
    void sharedByMachines_data();
    void sharedByMachines();
    void intentsAreSynced_data();
    void intentsAreSynced();
    void everyFileIsPrivate_data();
    void everyFileIsPrivate();
    void variable();
    void foldersOfOthersStayAsTheyAre();
};

void TestDataFolder::cannotBeUsed_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *fault, const QStringList &words) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << words;
    };
    row("full", {"There is no space left", "tmpfs", "--data-dir"});
    row("quota", {"There is no space left", "quota"});
    row("read-only", {"mounted read-only", "tmpfs"});
    row("no permission", {"no permission"});
    row("file", {"is not a folder"});
    row("foreign", {"belongs to the user"});
    row("foreign journal", {"belongs to the user"});
    row("others", {"Other users can change"});
    row("pipe", {"journal.sqlite", "is not a regular file"});
    row("device", {"journal.sqlite", "is not a regular file"});
    row("folder", {"journal.sqlite", "is not a regular file"});
    row("link", {"journal.sqlite", "link to something that does not exist"});
    row("pipe beside it", {"journal.sqlite-wal", "is not a regular file"});
}

void TestDataFolder::cannotBeUsed()
{
    QFETCH(const QString, fault);
    QFETCH(const QStringList, words);
    Home home;
    const QString journal = home.file("journal.sqlite");
    const bool isRoot = geteuid() == 0;
    if (fault != u"file")
        QVERIFY(QDir().mkdir(home.data()) && chmod(qPrintable(home.data()), 0700) == 0);
    if (fault == u"full")
        home.setMounts(Full);
    else if (fault == u"quota")
        home.setRules(QStringLiteral("write=EDQUOT"));
    else if (fault == u"read-only")
        home.setMounts(ReadOnly);
    else if (fault == u"no permission")
        home.setRules(QStringLiteral("create=EACCES open=EACCES"));
    else if (fault == u"file")
        QVERIFY(QFile(home.data()).open(QIODevice::WriteOnly));
    else if (fault == u"others")
        QCOMPARE(chmod(qPrintable(home.data()), 0777), 0);
    else if (fault == u"pipe")
        QCOMPARE(mkfifo(qPrintable(journal), 0600), 0);
    else if (fault == u"pipe beside it")
        QCOMPARE(mkfifo(qPrintable(journal + "-wal"), 0600), 0);
    else if (fault == u"device")
        QVERIFY(QFile::link(QStringLiteral("/dev/zero"), journal));
    else if (fault == u"folder")
        QVERIFY(QDir().mkdir(journal));
    else if (fault == u"link")
        QVERIFY(QFile::link(QStringLiteral("/nowhere/at/all"), journal));
    if (fault.startsWith(u"foreign")) {
        // Only root can change a file's owner; other users use /usr, which belongs to root.
        const QString given = fault == u"foreign" ? home.data() : journal;
        if (fault == u"foreign journal")
            QVERIFY(home.writeJournal());
        if (isRoot)
            QCOMPARE(chown(qPrintable(given), 1, 1), 0);
        else
            home.setArguments({QStringLiteral("--verbose")});
    }
    const QString foreign = QStringLiteral("/usr");
    for (const QStringList &arguments : {QStringList{"history"}, QStringList{"history", "--json"},
                                         QStringList{"plan", "delete", "--ids-from", "/dev/null"},
                                         QStringList{"apply", "/dev/null"}}) {
        const Ending ending =
            fault.startsWith(u"foreign") && !isRoot
                ? home.run(QStringLiteral(CLUSTERDECK_PROGRAM),
                           arguments + QStringList{QStringLiteral("--data-dir"), foreign})
                : home.command(arguments);
        QVERIFY2(ending.status == NotReached, qPrintable(ending.err));
        QVERIFY2(ending.out.isEmpty(), qPrintable(ending.out));
        QVERIFY2(!ending.err.contains(QLatin1String("Another")), qPrintable(ending.err));
        QCOMPARE(ending.err.count(u'\n'), 1);
        for (const QString &word : words)
            QVERIFY2(ending.err.contains(word), qPrintable(ending.err));
    }
}

void TestDataFolder::canBeReadAllTheSame_data()
{
    QTest::addColumn<QString>("mounts");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<bool>("killed");
    QTest::addColumn<QString>("word");
    for (const bool killed : {false, true}) {
        const QByteArray how = killed ? ", killed" : "";
        QTest::newRow(("full" + how).constData())
            << FullWithJournal << QString() << killed << "no space left";
        QTest::newRow(("read-only" + how).constData())
            << ReadOnly << QString() << killed << "read-only";
        QTest::newRow(("quota" + how).constData())
            << QString() << "write=EDQUOT create=EDQUOT" << killed << "quota";
        QTest::newRow(("no permission" + how).constData())
            << QString() << "open=EACCES create=EACCES" << killed << "no permission";
    }
}

/// Earlier operations are shown, and the reason why no operation is possible now.
void TestDataFolder::canBeReadAllTheSame()
{
    QFETCH(const QString, mounts);
    QFETCH(const QString, rules);
    QFETCH(const bool, killed);
    QFETCH(const QString, word);
    Home home;
    QVERIFY(home.writeJournal(killed));
    home.setMounts(mounts);
    home.setRules(rules);
    const Ending history = home.history();
    QVERIFY2(history.status == 0, qPrintable(history.err));
    QVERIFY2(history.out.contains(QLatin1String("in lab / jn1a")), qPrintable(history.out));
    QVERIFY2(history.err.contains(word), qPrintable(history.err));
    const Ending apply = home.command({"apply", "/dev/null"});
    QVERIFY2(apply.status != 0 && !apply.err.contains(QLatin1String("Another")),
             qPrintable(apply.err));
}

void TestDataFolder::anotherHost()
{
    Home home;
    QVERIFY(home.writeJournal());
    LockOwner owner = thisProcess();
    owner.host = QStringLiteral("login2");
    owner.since = owner.since.addDays(-3);
    QFile lock(home.file("journal.lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(lockFileText(owner));
    lock.close();
    const Ending history = home.history();
    QVERIFY(history.status == 0 && history.out.contains(QLatin1String("jn1a")));
    const Ending apply = home.command({"apply", "/dev/null"});
    QCOMPARE(apply.status, NotReached);
    for (const QString &word : {QStringLiteral("login2"), QString::number(owner.process),
                                QStringLiteral("3 d"), QStringLiteral("--take-over")})
        QVERIFY2(apply.err.contains(word), qPrintable(apply.err));
    QVERIFY(lock.exists());
    home.setArguments({QStringLiteral("--take-over")});
    QCOMPARE(home.command({"apply", "/dev/null"}).status, 2); // the plan is rejected
    QVERIFY(!lock.exists());
}

/// Another host holds the folder's lock, and there is no journal yet.
void TestDataFolder::anotherHostBegins()
{
    Home home;
    const QString path = home.file("journal.lock");
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile::setPermissions(QFileInfo(path).path(),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    LockOwner owner = thisProcess();
    owner.host = QStringLiteral("login2");
    QFile lock(path);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(lockFileText(owner));
    lock.close();
    const Ending history = home.history();
    QCOMPARE(history.status, NotReached);
    QVERIFY2(history.out.isEmpty() && history.err.contains(QLatin1String("login2")),
             qPrintable(history.err));
    QCOMPARE(history.err.count(u'\n'), 1);
}

void TestDataFolder::withoutLocks_data()
{
    QTest::addColumn<QString>("rules");
    for (const char *rules :
         {"flock=GRANTED fcntl=GRANTED", "flock=ENOSYS fcntl=ENOSYS", "flock=ENOLCK fcntl=ENOLCK"})
        QTest::newRow(rules) << QString::fromLatin1(rules);
}

void TestDataFolder::withoutLocks()
{
    QFETCH(const QString, rules);
    Home home;
    home.setRules(rules + QStringLiteral(" type=0x6969"));
    // First a killed writer, then one that ends: each reads what the writer before it wrote.
    for (const bool killed : {true, false}) {
        QVERIFY(home.writeJournal(killed));
        const Ending history = home.history();
        QVERIFY2(history.status == 0, qPrintable(history.err));
        QVERIFY(history.out.contains(QLatin1String("jn1a")));
        QCOMPARE(history.err.count(u'\n'), 1);
        QVERIFY2(history.err.contains(QLatin1String("(nfs)")) &&
                     history.err.contains(QLatin1String("--data-dir")),
                 qPrintable(history.err));
        QVERIFY(QFile::remove(home.file("journal.sqlite")));
    }
}

void TestDataFolder::sharedByMachines_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("killed");
    for (const bool killed : {false, true}) {
        for (const char *type : {"0x6969", "0xff534d42", "0x0bd00bd0", "0x47504653", "0x12345678"})
            QTest::addRow("%s%s", type, killed ? ", killed" : "")
                << QString::fromLatin1(type) << killed;
    }
}

/// Machines share no memory: a WAL journal on a network file system is converted without shared
/// memory, including the files its writer left.
void TestDataFolder::sharedByMachines()
{
    QFETCH(const QString, type);
    QFETCH(const bool, killed);
    Home home;
    QVERIFY(home.writeJournal(killed)); // on a local disk
    QFile file(home.file("journal.sqlite"));
    const auto version = [&] {
        constexpr int FileFormat = 18;
        return file.open(QIODevice::ReadOnly) && file.seek(FileFormat) ? file.read(1) : "?";
    };
    QCOMPARE(version(), QByteArray(1, 2)); // WAL
    file.close();
    QFile::remove(home.file("journal.sqlite-shm"));
    home.setRules(QStringLiteral("type=") + type);
    const Ending history = home.history();
    QVERIFY2(history.status == 0, qPrintable(history.err));
    QVERIFY2(history.err.isEmpty(), qPrintable(history.err)); // the file system's locks work
    QVERIFY(history.out.contains(QLatin1String("jn1a")));
    QCOMPARE(version(), QByteArray(1, 1)); // a rollback journal
    for (const QString &line : linesOf(home.log()))
        QVERIFY2(!line.contains(QLatin1String("-shm")), qPrintable(line));
}

void TestDataFolder::intentsAreSynced_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("last");
    // The file whose sync makes a transaction durable: the log, or the deleted rollback journal.
    QTest::newRow("local disk") << "type=0xef53"
                                << "journal.sqlite-wal";
    QTest::newRow("shared") << "type=0x6969"
                            << "journal.sqlite-journal";
    QTest::newRow("without locks") << "type=0x6969 flock=ENOLCK fcntl=ENOLCK"
                                   << "journal.sqlite-journal";
}

/// When record() returns, the intent has been synced to the disk.
void TestDataFolder::intentsAreSynced()
{
    QFETCH(const QString, rules);
    QFETCH(const QString, last);
    Home home;
    home.setRules(rules);
    QVERIFY(home.writeJournal());
    const QStringList lines = linesOf(home.log());
    int intents = 0;
    QString synced;
    for (const QString &line : lines) {
        if (line == u"begin") {
            synced.clear();
        } else if (line.startsWith(u"sync ")) {
            synced = line;
        } else if (line == u"durable") {
            ++intents;
            QVERIFY2(synced.endsWith(last), qPrintable(lines.join(u'\n')));
        }
    }
    QCOMPARE(intents, 3);
}

void TestDataFolder::everyFileIsPrivate_data()
{
    QTest::addColumn<QString>("rules");
    QTest::newRow("local disk") << "type=0xef53";
    QTest::newRow("shared") << "type=0x6969";
    QTest::newRow("without links") << "link=EPERM";
}

void TestDataFolder::everyFileIsPrivate()
{
    QFETCH(const QString, rules);
    Home home;
    home.setRules(rules);
    QVERIFY(home.writeJournal(true));
    QVERIFY(QFile::remove(home.file("journal.sqlite-wal")) || rules.contains(u"0x6969"));
    QFile damaged(home.file("journal.sqlite")); // the program replaces it by a new journal
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(QByteArray(6000, 'x')) == 6000);
    damaged.close();
    QVERIFY(home.writeJournal());
    QStringList made;
    for (const QString &line : linesOf(home.log())) {
        if (!line.startsWith(u"sync ") && line.contains(home.data())) {
            made.append(line);
            QVERIFY2(line.startsWith(u"600 "), qPrintable(line));
        }
    }
    for (const char *name : {"journal.sqlite", "journal.sqlite.new", "journal.lock"})
        QVERIFY2(made.join(u'\n').contains(QLatin1String(name)), qPrintable(made.join(u'\n')));
    struct stat found = {};
    QCOMPARE(stat(qPrintable(home.data()), &found), 0);
    QCOMPARE(int(found.st_mode & 0777), 0700);
    for (const QFileInfo &file : QDir(home.data()).entryInfoList(QDir::Files | QDir::Hidden)) {
        QCOMPARE(stat(qPrintable(file.filePath()), &found), 0);
        QVERIFY2((found.st_mode & 0077) == 0, qPrintable(file.filePath()));
    }
}

void TestDataFolder::variable()
{
    Home home;
    QVERIFY(home.writeJournal());
    home.setVariable("CLUSTERDECK_DATA_DIR", home.data());
    const Ending there = home.run(QStringLiteral(CLUSTERDECK_PROGRAM), {"history"});
    QVERIFY2(there.out.contains(QLatin1String("jn1a")), qPrintable(there.err));
    home.setVariable("CLUSTERDECK_DATA_DIR", home.data() + QStringLiteral("/other"));
    const Ending other = home.run(QStringLiteral(CLUSTERDECK_PROGRAM), {"history"});
    QVERIFY(other.status == 0 && other.out.isEmpty());
    QVERIFY(home.history().out.contains(QLatin1String("jn1a"))); // the option has priority
}

/// The permissions of a folder that the user names are not changed.
void TestDataFolder::foldersOfOthersStayAsTheyAre()
{
    Home home;
    QVERIFY(QDir().mkdir(home.data()));
    QCOMPARE(chmod(qPrintable(home.data()), 0755), 0);
    QCOMPARE(home.history().status, 0);
    struct stat found = {};
    QCOMPARE(stat(qPrintable(home.data()), &found), 0);
    QCOMPARE(int(found.st_mode & 0777), 0755);
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--write")
        return writeBatch(arguments.mid(2));
    TestDataFolder test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_datafolder.moc"
