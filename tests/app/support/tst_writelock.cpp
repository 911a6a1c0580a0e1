// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/writelock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace clusterdeck;

using Action = WriteRuling::Action;
using Kind = WriteRefusal::Kind;

namespace
{

QString lockFileIn(const QTemporaryDir &folder)
{
    return folder.filePath(QStringLiteral("journal.lock"));
}

void writeLockFile(const QTemporaryDir &folder, const QByteArray &text)
{
    QFile file(lockFileIn(folder));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

LockOwner onAnotherHost()
{
    LockOwner owner = thisProcess();
    owner.host = QStringLiteral("another-host");
    owner.token = QStringLiteral("another-token");
    return owner;
}

/// This program as a child process that tries to take the lock and then waits for its end.
class Contender
{
public:
    explicit Contender(const QString &folder, const QString &rules = {}, bool takeOver = false)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!rules.isEmpty()) {
            environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(ODD_FILE_SYSTEM));
            environment.insert(QStringLiteral("CLUSTERDECK_TEST_FILES"),
                               QStringLiteral("under=%1 %2").arg(folder, rules));
        }
        m_process.setProcessEnvironment(environment);
        m_process.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("--contend"), folder, QString::number(int(takeOver))});
    }
    ~Contender()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Contender(const Contender &) = delete;
    Contender &operator=(const Contender &) = delete;

    /// "held", "refused 0", …, followed by the properties of WriteLock.
    QString word()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(60000)) {
        }
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    void finish()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    [[nodiscard]] qint64 process() const { return m_process.processId(); }

private:
    QProcess m_process;
};

int contend(const QStringList &arguments)
{
    WriteLock lock({arguments.value(0), arguments.value(1).toInt() != 0}, {});
    const QString word =
        lock.isHeld()
            ? QStringLiteral("held %1 %2 %3")
                  .arg(lock.systemLocksWork() ? "locks" : "no-locks",
                       lock.hasRecordLocks() ? "records" : "no-records", lock.fileSystem().name)
            : QStringLiteral("refused %1").arg(int(lock.refusal()->kind));
    std::printf("%s\n", qPrintable(word));
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    return 0;
}

} // namespace

class TestWriteLock : public QObject
{
    Q_OBJECT

private slots:
    void rulings_data();
    void rulings();
    void hosts_data();
    void hosts();
    void lockFileForm();
    void brokenLockFiles_data();
    void brokenLockFiles();
    void oneAtATime();
    void earlierVersions();
    void killedOnThisHost_data();
    void killedOnThisHost();
    void reusedProcessNumber();
    void anotherHost();
    void restartedHost();
    void lost_data();
    void lost();
    void startedTogether_data();
    void startedTogether();
    void whileItIsReplaced();
    void faults_data();
    void faults();
    void cannotBeWritten_data();
    void cannotBeWritten();
    void fileSystems_data();
    void fileSystems();
    void privateFromItsFirstMoment();
};

void TestWriteLock::rulings_data()
{
    QTest::addColumn<WriteFacts>("facts");
    QTest::addColumn<WriteRuling>("ruling");
    const WriteRuling take{Action::Take, Kind::Other, true};
    const WriteRuling replace{Action::Replace, Kind::Other, true};
    const auto refuse = [](Kind kind, bool mayRead = true) {
        return WriteRuling{Action::Refuse, kind, mayRead};
    };
    const auto row = [](const char *name, const WriteFacts &facts, const WriteRuling &ruling) {
        QTest::newRow(name) << facts << ruling;
    };
    using F = LockFileState;
    using H = LockHost;
    using P = ProcessState;
    using S = SystemLock;
    const auto none = std::optional<Kind>();
    row("no lock file", {none, F::None, H::Same, P::Gone, S::Held, false, false}, take);
    row("no lock file, no locks", {none, F::None, H::Same, P::Gone, S::Unproven, true, false},
        take);
    row("no lock file, locked all the same",
        {none, F::None, H::Same, P::Gone, S::Refused, false, false}, refuse(Kind::RunningHere));
    row("this host, running", {none, F::Readable, H::Same, P::Running, S::Refused, false, false},
        refuse(Kind::RunningHere));
    row("this host, running, no locks",
        {none, F::Readable, H::Same, P::Running, S::Unproven, true, false},
        refuse(Kind::RunningHere));
    row("this host, running, granted",
        {none, F::Readable, H::Same, P::Running, S::Held, false, false}, refuse(Kind::RunningHere));
    row("this host, running, taken over",
        {none, F::Readable, H::Same, P::Running, S::Unproven, true, true},
        refuse(Kind::RunningHere));
    row("this host, dead", {none, F::Readable, H::Same, P::Gone, S::Held, false, false}, replace);
    row("this host, dead, no locks",
        {none, F::Readable, H::Same, P::Gone, S::Unproven, true, false}, replace);
    row("this host, dead, but somebody has it",
        {none, F::Readable, H::Same, P::Gone, S::Refused, false, false}, refuse(Kind::RunningHere));
    row("another container, local disk",
        {none, F::Readable, H::Same, P::Unknown, S::Held, false, false}, replace);
    row("another container, shared disk",
        {none, F::Readable, H::Same, P::Unknown, S::Held, true, false}, refuse(Kind::RunningHere));
    row("another container, no locks",
        {none, F::Readable, H::Same, P::Unknown, S::Unproven, false, false},
        refuse(Kind::RunningHere));
    row("another container, taken over",
        {none, F::Readable, H::Same, P::Unknown, S::Unproven, true, true}, replace);
    row("this host, restarted", {none, F::Readable, H::Restarted, P::Running, S::Held, true, false},
        replace);
    row("this host, restarted, but somebody has it",
        {none, F::Readable, H::Restarted, P::Running, S::Refused, true, false},
        refuse(Kind::RunningHere));
    for (const S system : {S::Held, S::Refused, S::Unproven}) {
        for (const bool shared : {false, true}) {
            row("another host", {none, F::Readable, H::Other, P::Gone, system, shared, false},
                refuse(Kind::RunningElsewhere));
            row("another host, taken over",
                {none, F::Readable, H::Other, P::Gone, system, shared, true}, replace);
        }
    }
    row("unreadable, local disk", {none, F::Unreadable, H::Same, P::Gone, S::Held, false, false},
        replace);
    row("unreadable, shared disk", {none, F::Unreadable, H::Same, P::Gone, S::Held, true, false},
        refuse(Kind::UnreadableLock));
    row("unreadable, no locks", {none, F::Unreadable, H::Same, P::Gone, S::Unproven, false, false},
        refuse(Kind::UnreadableLock));
    row("unreadable, somebody has it",
        {none, F::Unreadable, H::Same, P::Gone, S::Refused, false, true},
        refuse(Kind::RunningHere));
    row("unreadable, taken over", {none, F::Unreadable, H::Same, P::Gone, S::Unproven, true, true},
        replace);
    const QList<std::pair<Kind, bool>> faults{
        {Kind::ForeignOwner, false},      {Kind::OthersCanWrite, false}, {Kind::NotAFolder, false},
        {Kind::NotAFile, false},          {Kind::DanglingLink, false},   {Kind::NoPermission, true},
        {Kind::ReadOnlyFileSystem, true}, {Kind::NoSpace, true},         {Kind::Other, true}};
    for (const auto &[kind, mayRead] : faults) {
        WriteRefusal named;
        named.kind = kind;
        row(qPrintable(technicalText(named)),
            {kind, F::None, H::Same, P::Gone, S::Held, false, true}, refuse(kind, mayRead));
    }
}

void TestWriteLock::rulings()
{
    QFETCH(const WriteFacts, facts);
    QFETCH(const WriteRuling, ruling);
    QVERIFY(ruleOn(facts) == ruling);
}

void TestWriteLock::hosts_data()
{
    QTest::addColumn<QStringList>("owner"); // host, boot, machine
    QTest::addColumn<bool>("shared");
    QTest::addColumn<int>("host");
    const auto row = [](const char *name, const QStringList &owner, bool shared, LockHost host) {
        QTest::newRow(name) << owner << shared << int(host);
    };
    row("this one", {"node1", "boot1", "machine1"}, true, LockHost::Same);
    row("this one, without a machine ID", {"node1", "boot1", ""}, true, LockHost::Same);
    row("no boot ID", {"node1", "", "machine1"}, true, LockHost::Same);
    row("another name", {"node2", "boot1", "machine1"}, true, LockHost::Other);
    row("another name, local disk", {"node2", "boot1", "machine1"}, false, LockHost::Other);
    row("cloned from the same image", {"node2", "boot2", "machine1"}, true, LockHost::Other);
    row("started again", {"node1", "boot2", "machine1"}, true, LockHost::Restarted);
    row("started again, local disk", {"node1", "boot2", "machine2"}, false, LockHost::Restarted);
    row("another machine of that name", {"node1", "boot2", "machine2"}, true, LockHost::Other);
    row("of that name, no machine ID", {"node1", "boot2", ""}, true, LockHost::Other);
}

void TestWriteLock::hosts()
{
    QFETCH(const QStringList, owner);
    QFETCH(const bool, shared);
    QFETCH(const int, host);
    LockOwner self;
    self.host = QStringLiteral("node1");
    self.boot = QStringLiteral("boot1");
    self.machine = QStringLiteral("machine1");
    LockOwner other;
    other.host = owner.at(0);
    other.boot = owner.at(1);
    other.machine = owner.at(2);
    QCOMPARE(int(hostOf(other, self, shared)), host);
    // A host name that many machines have proves nothing.
    self.host = other.host = QStringLiteral("localhost.localdomain");
    other.boot = QStringLiteral("boot2");
    QCOMPARE(int(hostOf(other, self, true)), int(LockHost::Other));
}

void TestWriteLock::lockFileForm()
{
    const LockOwner self = thisProcess();
    QVERIFY(self.started > 0 && !self.host.isEmpty() && !self.boot.isEmpty());
    const auto read = lockOwnerFrom(lockFileText(self));
    QVERIFY(read.has_value());
    LockOwner expected = self; // in milliseconds
    expected.since = QDateTime::fromMSecsSinceEpoch(self.since.toMSecsSinceEpoch()).toUTC();
    QVERIFY(*read == expected);
    QVERIFY(thisProcess().token != self.token);
}

void TestWriteLock::brokenLockFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeroes") << QByteArray(200, '\0');
    QTest::newRow("text") << QByteArray("this\nis\nno\nlock\nfile\n");
    QTest::newRow("process 0") << QByteArray("0\na\nb\n\nc\n");
    QTest::newRow("negative") << QByteArray("-1\na\nb\n\nc\n");
    const QByteArray whole = lockFileText(onAnotherHost());
    QTest::newRow("cut") << whole.first(whole.size() / 2);
    QTest::newRow("cut in its last line") << whole.chopped(3);
    QTest::newRow("first lines alone") << QByteArray("12\na\nb\n");
}

void TestWriteLock::brokenLockFiles()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!lockOwnerFrom(text));
    const QTemporaryDir folder;
    writeLockFile(folder, text);
    // On a local disk with working locks, no process can hold the lock.
    const WriteLock lock(folder.path(), {});
    QVERIFY(lock.isHeld() && lock.replacedLeftover());
    // Where locks prove nothing, another process may hold it.
    writeLockFile(folder, text);
    QCOMPARE(Contender(folder.path(), QStringLiteral("flock=GRANTED")).word(),
             QStringLiteral("refused %1").arg(int(Kind::UnreadableLock)));
    QVERIFY(Contender(folder.path(), QStringLiteral("flock=GRANTED"), true)
                .word()
                .startsWith(QLatin1String("held")));
}

void TestWriteLock::oneAtATime()
{
    const QTemporaryDir folder;
    {
        WriteLock first(folder.path(), {});
        QVERIFY(first.isHeld() && !first.replacedLeftover() && first.systemLocksWork());
        const WriteLock second(folder.path(), {});
        QVERIFY(!second.isHeld() && second.mayRead());
        QCOMPARE(int(second.refusal()->kind), int(Kind::RunningHere));
        QCOMPARE(second.refusal()->owner.process, qint64(getpid()));
        QCOMPARE(second.refusal()->path, folder.path());
        QCOMPARE(Contender(folder.path(), {}, true).word(),
                 QStringLiteral("refused %1").arg(int(Kind::RunningHere)));
        QVERIFY(first.confirm());
    }
    QVERIFY(QDir(folder.path()).isEmpty(QDir::Files | QDir::Hidden));
    const WriteLock third(folder.path(), {});
    QVERIFY(third.isHeld() && !third.replacedLeftover());
}

/// Earlier versions lock the same file with QLockFile.
void TestWriteLock::earlierVersions()
{
    const QTemporaryDir folder;
    {
        QLockFile theirs(lockFileIn(folder));
        theirs.setStaleLockTime(0);
        QVERIFY(theirs.tryLock(0));
        const WriteLock ours(folder.path(), {});
        QCOMPARE(int(ours.refusal()->kind), int(Kind::RunningHere));
        QCOMPARE(ours.refusal()->owner.process, qint64(getpid()));
        QVERIFY(ours.refusal()->owner.since.isValid());
    }
    {
        const WriteLock ours(folder.path(), {});
        QVERIFY(ours.isHeld());
        QLockFile theirs(lockFileIn(folder));
        theirs.setStaleLockTime(0);
        QVERIFY(!theirs.tryLock(0));
        qint64 process = 0;
        QString host;
        QString program;
        QVERIFY(theirs.getLockInfo(&process, &host, &program));
        QCOMPARE(process, qint64(getpid()));
        QCOMPARE(host, QSysInfo::machineHostName());
    }
    // The lock file of a killed process: no process has its number.
    Contender ended(folder.path());
    (void)ended.word();
    const qint64 number = ended.process();
    ended.kill();
    QFile::remove(lockFileIn(folder));
    writeLockFile(folder, QByteArray::number(number) + "\nclusterdeck\n" +
                              QSysInfo::machineHostName().toUtf8() + '\n' +
                              QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n');
    const WriteLock lock(folder.path(), {});
    QVERIFY(lock.isHeld() && lock.replacedLeftover());
}

void TestWriteLock::killedOnThisHost_data()
{
    QTest::addColumn<QString>("rules");
    QTest::newRow("with locks") << QString();
    for (const char *rules :
         {"flock=GRANTED fcntl=GRANTED", "flock=ENOLCK fcntl=ENOLCK", "flock=ENOSYS fcntl=ENOSYS",
          "flock=ENOLCK fcntl=ENOLCK link=EPERM", "type=0x6969", "type=0x6969 flock=ENOLCK"})
        QTest::newRow(rules) << QString::fromLatin1(rules);
}

/// A running instance never counts as ended, and a killed one always does.
void TestWriteLock::killedOnThisHost()
{
    QFETCH(const QString, rules);
    const QTemporaryDir folder;
    for (int round = 0; round < 3; ++round) {
        Contender first(folder.path(), rules);
        QVERIFY(first.word().startsWith(QLatin1String("held")));
        QCOMPARE(Contender(folder.path(), rules).word(),
                 QStringLiteral("refused %1").arg(int(Kind::RunningHere)));
        first.kill();
        QVERIFY(QFile::exists(lockFileIn(folder)));
    }
    // A killed process whose parent has not waited for it.
    const pid_t child = fork();
    if (child == 0) {
        WriteLock lock(folder.path(), {});
        raise(SIGKILL);
    }
    siginfo_t info = {};
    QCOMPARE(waitid(P_PID, id_t(child), &info, WEXITED | WNOWAIT), 0);
    Contender last(folder.path(), rules);
    QVERIFY(last.word().startsWith(QLatin1String("held")));
    waitpid(child, nullptr, 0);
    last.finish();
    QVERIFY(!QFile::exists(lockFileIn(folder)));
}

void TestWriteLock::reusedProcessNumber()
{
    const QTemporaryDir folder;
    LockOwner owner = thisProcess();
    writeLockFile(folder, lockFileText(owner));
    QVERIFY(!WriteLock(folder.path(), {}).isHeld());
    owner.started -= 1; // the same number, but an earlier process
    writeLockFile(folder, lockFileText(owner));
    QVERIFY(WriteLock(folder.path(), {}).isHeld());
}

void TestWriteLock::anotherHost()
{
    const QTemporaryDir folder;
    LockOwner owner = onAnotherHost();
    owner.since = owner.since.addYears(-1); // its age does not matter
    writeLockFile(folder, lockFileText(owner));
    {
        const WriteLock lock(folder.path(), {});
        QVERIFY(!lock.isHeld() && lock.mayRead());
        QCOMPARE(int(lock.refusal()->kind), int(Kind::RunningElsewhere));
        QCOMPARE(lock.refusal()->owner.host, owner.host);
        QCOMPARE(lock.refusal()->owner.process, owner.process);
        QCOMPARE(lock.refusal()->owner.since.date(), owner.since.date());
    }
    QVERIFY(QFile::exists(lockFileIn(folder)));
    const WriteLock lock({folder.path(), true}, {});
    QVERIFY(lock.isHeld() && lock.replacedLeftover());
}

void TestWriteLock::restartedHost()
{
    const QTemporaryDir folder;
    LockOwner owner = thisProcess();
    owner.boot = QStringLiteral("an-earlier-one");
    writeLockFile(folder, lockFileText(owner));
    QVERIFY(WriteLock(folder.path(), {}).isHeld());
}

void TestWriteLock::lost_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("removed") << QByteArray();
    QTest::newRow("another host's") << lockFileText(onAnotherHost());
    QTest::newRow("not readable") << QByteArray("x");
}

void TestWriteLock::lost()
{
    QFETCH(const QByteArray, text);
    const QTemporaryDir folder;
    {
        WriteLock lock(folder.path(), {});
        QVERIFY(lock.confirm());
        QFile::remove(lockFileIn(folder));
        if (!text.isEmpty())
            writeLockFile(folder, text);
        QVERIFY(!lock.confirm());
        QCOMPARE(int(lock.refusal()->kind), int(Kind::LockLost));
        QCOMPARE(lock.refusal()->owner.host, lockOwnerFrom(text).value_or(LockOwner()).host);
        QVERIFY(!lock.confirm()); // the lock is lost for good
    }
    QCOMPARE(QFile::exists(lockFileIn(folder)), !text.isEmpty()); // never removes another's
}

void TestWriteLock::startedTogether_data()
{
    killedOnThisHost_data();
}

/// When several processes find an old lock file, or none, at the same time, one gets the lock.
void TestWriteLock::startedTogether()
{
    QFETCH(const QString, rules);
    const QTemporaryDir folder;
    for (int round = 0; round < 4; ++round) {
        if (round % 2 == 0) {
            LockOwner owner = thisProcess();
            owner.started -= 1;
            writeLockFile(folder, lockFileText(owner));
        }
        std::vector<std::unique_ptr<Contender>> all;
        for (int i = 0; i < 6; ++i)
            all.push_back(std::make_unique<Contender>(folder.path(), rules));
        int held = 0;
        for (const auto &each : all)
            held += each->word().startsWith(QLatin1String("held")) ? 1 : 0;
        QCOMPARE(held, 1);
        for (const auto &each : all)
            each->finish();
        QVERIFY(QDir(folder.path()).isEmpty(QDir::Files | QDir::Hidden));
    }
}

/// A process that ended while it replaced a lock file has left a ".next" file.
void TestWriteLock::whileItIsReplaced()
{
    const QTemporaryDir folder;
    LockOwner owner = thisProcess();
    owner.started -= 1;
    writeLockFile(folder, lockFileText(owner));
    QFile next(lockFileIn(folder) + QStringLiteral(".next"));
    QVERIFY(next.open(QIODevice::WriteOnly));
    next.write(lockFileText(owner));
    next.close();
    {
        const WriteLock lock(folder.path(), {});
        QVERIFY(lock.isHeld());
    }
    QVERIFY(QDir(folder.path()).isEmpty(QDir::Files | QDir::Hidden));
    // A process that is replacing the lock file is not disturbed.
    writeLockFile(folder, lockFileText(owner));
    QVERIFY(next.open(QIODevice::WriteOnly));
    next.write(lockFileText(thisProcess()));
    next.close();
    const WriteLock lock(folder.path(), {});
    QCOMPARE(int(lock.refusal()->kind), int(Kind::RunningHere));
}

void TestWriteLock::faults_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("kind");
    QTest::newRow("folder is a file") << "folder is a file" << int(Kind::NotAFolder);
    QTest::newRow("parent is a file") << "parent is a file" << int(Kind::NotAFolder);
    QTest::newRow("folder is a dangling link") << "folder link" << int(Kind::DanglingLink);
    QTest::newRow("folder of another user") << "foreign folder" << int(Kind::ForeignOwner);
    QTest::newRow("others can write") << "others" << int(Kind::OthersCanWrite);
    QTest::newRow("dangling link") << "link" << int(Kind::DanglingLink);
    QTest::newRow("link to itself") << "loop" << int(Kind::DanglingLink);
    QTest::newRow("pipe") << "pipe" << int(Kind::NotAFile);
    QTest::newRow("lock is a pipe") << "lock pipe" << int(Kind::NotAFile);
    QTest::newRow("folder for a file") << "directory" << int(Kind::NotAFile);
    QTest::newRow("device") << "device" << int(Kind::NotAFile);
}

void TestWriteLock::faults()
{
    QFETCH(const QString, fault);
    QFETCH(const int, kind);
    const QTemporaryDir top;
    QString folder = top.filePath(QStringLiteral("data"));
    QVERIFY(QDir().mkdir(folder));
    const QString file = folder + QStringLiteral("/file");
    const QByteArray name = QFile::encodeName(file);
    if (fault == u"folder is a file" || fault == u"parent is a file") {
        QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        folder = fault == u"parent is a file" ? file + QStringLiteral("/deep/er") : file;
    } else if (fault == u"folder link") {
        folder = file;
        QVERIFY(QFile::link(QStringLiteral("/nowhere/at/all"), file));
    } else if (fault == u"foreign folder") {
        if (geteuid() == 0)
            QCOMPARE(chown(QFile::encodeName(folder).constData(), 1, 1), 0);
        else
            folder = QStringLiteral("/usr");
    } else if (fault == u"others") {
        QCOMPARE(chmod(QFile::encodeName(folder).constData(), 0777), 0);
    } else if (fault == u"link") {
        QVERIFY(QFile::link(QStringLiteral("/nowhere/at/all"), file));
    } else if (fault == u"loop") {
        QVERIFY(QFile::link(file, file));
    } else if (fault == u"pipe") {
        QCOMPARE(mkfifo(name.constData(), 0600), 0);
    } else if (fault == u"lock pipe") {
        QCOMPARE(mkfifo(QFile::encodeName(folder + "/journal.lock").constData(), 0600), 0);
    } else if (fault == u"directory") {
        QVERIFY(QDir().mkdir(file));
    } else {
        QVERIFY(QFile::link(QStringLiteral("/dev/null"), file));
    }
    const WriteLock lock(folder, {QStringLiteral("file")});
    QVERIFY(!lock.isHeld());
    QCOMPARE(int(lock.refusal()->kind), kind);
    QVERIFY(!lock.mayRead());
    QVERIFY(!lock.refusal()->path.isEmpty());
}

void TestWriteLock::cannotBeWritten_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<int>("kind");
    QTest::newRow("full") << "write=ENOSPC" << int(Kind::NoSpace);
    QTest::newRow("no file fits") << "create=ENOSPC" << int(Kind::NoSpace);
    QTest::newRow("quota") << "write=EDQUOT" << int(Kind::NoSpace);
    QTest::newRow("quota of files") << "create=EDQUOT" << int(Kind::NoSpace);
    QTest::newRow("read-only") << "create=EROFS open=EROFS" << int(Kind::ReadOnlyFileSystem);
    QTest::newRow("no permission") << "create=EACCES open=EACCES" << int(Kind::NoPermission);
    QTest::newRow("broken") << "write=EIO" << int(Kind::Other);
}

void TestWriteLock::cannotBeWritten()
{
    QFETCH(const QString, rules);
    QFETCH(const int, kind);
    const QTemporaryDir top;
    const QString folder = top.filePath(QStringLiteral("data"));
    for (const bool exists : {false, true}) {
        if (exists) // otherwise the rules apply to the parent folder, too
            QVERIFY(QDir().mkdir(folder));
        if (!exists && !rules.contains(u"create"))
            continue;
        QCOMPARE(Contender(folder, rules).word(), QStringLiteral("refused %1").arg(kind));
        QVERIFY(!exists || QDir(folder).isEmpty(QDir::Files | QDir::Hidden));
    }
}

void TestWriteLock::fileSystems_data()
{
    QTest::addColumn<quint32>("type");
    QTest::addColumn<QString>("mountedAs");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("shared");
    const auto row = [](quint32 type, const char *mountedAs, const char *name, bool shared) {
        QTest::newRow(name) << type << QString::fromLatin1(mountedAs) << QString::fromLatin1(name)
                            << shared;
    };
    row(0xef53, "", "ext4", false);
    row(0x01021994, "tmpfs", "tmpfs", false);
    row(0x6969, "nfs4", "nfs", true);
    row(0xff534d42, "cifs", "cifs", true);
    row(0x0bd00bd0, "", "lustre", true);
    row(0x47504653, "gpfs", "gpfs", true);
    row(0x19830326, "", "beegfs", true);
    row(0x5346414f, "", "afs", true);
    row(0x00c36400, "", "ceph", true);
    row(0x65735546, "fuse.sshfs", "fuse.sshfs", true);
    row(0x65735546, "fuseblk", "fuseblk", false);
    row(0x65735546, "", "fuse", true);
    row(0x12345678, "newfs", "newfs", true);
    row(0x12345678, "", "0x12345678", true);
}

void TestWriteLock::fileSystems()
{
    QFETCH(const quint32, type);
    QFETCH(const QString, mountedAs);
    QFETCH(const QString, name);
    QFETCH(const bool, shared);
    const FileSystem found = fileSystemNamed(type, mountedAs);
    QCOMPARE(found.name, name);
    QCOMPARE(found.shared, shared);
    const QTemporaryDir folder;
    Contender contender(folder.path(),
                        QStringLiteral("type=%1 flock=ENOLCK fcntl=ENOSYS").arg(type));
    QVERIFY(contender.word().startsWith(QLatin1String("held no-locks no-records ")));
}

/// Also when the umask lets others read new files.
void TestWriteLock::privateFromItsFirstMoment()
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("log"));
    const QString data = folder.filePath(QStringLiteral("data"));
    const mode_t before = umask(0);
    Contender contender(data, QStringLiteral("log=") + log);
    QVERIFY(contender.word().startsWith(QLatin1String("held")));
    umask(before);
    QFile file(log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QVERIFY(!lines.first().isEmpty());
    for (const QByteArray &line : lines)
        QVERIFY2(line.startsWith("600 ") || line.startsWith("sync "), line.constData());
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--contend")
        return contend(arguments.mid(2));
    TestWriteLock test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_writelock.moc"
