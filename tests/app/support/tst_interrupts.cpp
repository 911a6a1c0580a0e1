// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/interrupts.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>

using namespace clusterdeck;

namespace
{

void say(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
}

/// The process that gets the signals. `what` sets its behaviour: quit: exits with status 7 when
/// interrupted; stay: reports the interrupt and continues; block: its event loop does not run;
/// hang: sets its exit status and never ends.
int child(const QByteArray &what)
{
    int argc = 1;
    QByteArray name = "child";
    char *argv = name.data();
    const QCoreApplication application(argc, &argv);
    Interrupts interrupts;
    QObject::connect(&interrupts, &Interrupts::interrupted, [&] {
        say("interrupted");
        if (what == "quit")
            QCoreApplication::exit(7);
        if (what == "hang") {
            interrupts.setStatus(6);
            for (;;)
                ::pause();
        }
    });
    QTimer::singleShot(0, [&] {
        say("ready");
        while (what == "block")
            ::pause();
    });
    return QCoreApplication::exec();
}

class Child
{
public:
    explicit Child(const char *what, void (*modifier)() = nullptr)
    {
        if (modifier)
            m_process.setChildProcessModifier(modifier);
        m_process.start(QCoreApplication::applicationFilePath(), {"--child", what});
    }

    bool says(const char *word)
    {
        while (!m_said.contains(word)) {
            if (!m_process.waitForReadyRead(30000))
                return false;
            m_said += m_process.readAllStandardOutput();
        }
        return true;
    }

    void send(int signal) { ::kill(pid_t(m_process.processId()), signal); }

    /// The exit status, or minus the number of the signal that ended the process.
    int end()
    {
        if (!m_process.waitForFinished(60000))
            return -1000;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode()
                                                              : -m_process.exitCode();
    }

private:
    QProcess m_process;
    QByteArray m_said;
};

} // namespace

class TestInterrupts : public QObject
{
    Q_OBJECT

private slots:
    void told_data();
    void told();
    void secondEndsAtOnce();
    void blockedLoop();
    void hangsAtItsEnd();
    void ignoredStaysIgnored();
};

void TestInterrupts::told_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestInterrupts::told()
{
    QFETCH(const int, signal);
    Child child("quit");
    QVERIFY(child.says("ready"));
    child.send(signal);
    QCOMPARE(child.end(), 7);
}

void TestInterrupts::secondEndsAtOnce()
{
    Child child("stay");
    QVERIFY(child.says("ready"));
    child.send(SIGINT);
    QVERIFY(child.says("interrupted"));
    child.send(SIGTERM);
    QCOMPARE(child.end(), -SIGTERM);
}

/// The first signal is not handled; after its time limit it ends the program.
void TestInterrupts::blockedLoop()
{
    Child child("block");
    QVERIFY(child.says("ready"));
    child.send(SIGTERM);
    QCOMPARE(child.end(), -SIGTERM);
}

void TestInterrupts::hangsAtItsEnd()
{
    Child child("hang");
    QVERIFY(child.says("ready"));
    child.send(SIGTERM);
    QCOMPARE(child.end(), 6);
}

/// As under nohup.
void TestInterrupts::ignoredStaysIgnored()
{
    Child child("quit", [] { std::signal(SIGHUP, SIG_IGN); });
    QVERIFY(child.says("ready"));
    child.send(SIGHUP);
    child.send(SIGINT);
    QCOMPARE(child.end(), 7);
}

int main(int argc, char *argv[])
{
    if (argc > 2 && qstrcmp(argv[1], "--child") == 0)
        return child(argv[2]);
    QCoreApplication application(argc, argv);
    TestInterrupts test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_interrupts.moc"
