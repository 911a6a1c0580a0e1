// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/accounts/keychainprogram.h"

#include <memory>
#include <optional>

/// The store with the real prompt of a real keyring: answered, dismissed, ignored and killed.
class TestKeychainPrompt : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void lockedAndUnlockedAtThePrompt();
    void promptDismissed();
    void askedAgainAtThePrompt();
    void firstKeyringRefused();
    void prompterKilled();
    void killedAtThePrompt();
    void busKilledAtThePrompt();

private:
    /// Starts a locked keyring that holds Secret, and a program.
    bool startLocked()
    {
        if (!m_desktop->startKeyring())
            return false;
        m_program.emplace(*m_desktop);
        return m_program->call("write", Key, Secret).outcome == "Done" && m_desktop->lock();
    }

    std::unique_ptr<PrivateDesktop> m_desktop;
    std::optional<Program> m_program;
};

void TestKeychainPrompt::init()
{
    m_desktop = std::make_unique<PrivateDesktop>();
    if (!m_desktop->startPrompter())
        QSKIP("gcr-prompter, Xvfb or xdotool is missing");
}

void TestKeychainPrompt::cleanup()
{
    m_program.reset();
    m_desktop.reset();
}

void TestKeychainPrompt::lockedAndUnlockedAtThePrompt()
{
    QVERIFY(startLocked());
    const int read = m_program->ask("read", Key);
    const int write = m_program->ask("write", QStringLiteral("account-2"), Secret);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->promptShows(), 20000);
    QCOMPARE(m_program->answersTo(read), 0);
    m_desktop->type("test");
    m_desktop->press("Return");
    QCOMPARE(m_program->answer(read).secret, Secret);
    QCOMPARE(m_program->answer(write).outcome, "Done");
    QVERIFY(m_program->keptItsPromises());
    QVERIFY(m_program->end());
}

void TestKeychainPrompt::promptDismissed()
{
    QVERIFY(startLocked());
    for (const char *verb : {"read", "write", "remove"}) {
        const int asked = m_program->ask(verb, Key, QStringLiteral("new"));
        const int behind = m_program->ask("read", QStringLiteral("account-2"));
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->promptShows(), 20000);
        m_desktop->press("Escape");
        QCOMPARE(m_program->answer(asked).outcome, "Denied");
        QCOMPARE(m_program->answer(behind).outcome, "Denied");
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->promptShows(), 20000);
    }

    const int again = m_program->ask("read", Key);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->promptShows(), 20000);
    m_desktop->type("test");
    m_desktop->press("Return");
    QCOMPARE(m_program->answer(again).secret, Secret);
    QVERIFY(m_program->end());
}

void TestKeychainPrompt::askedAgainAtThePrompt()
{
    QVERIFY(startLocked());
    const int first = m_program->ask("read", Key);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->promptShows(), 20000);
    const int other = m_program->ask("read", QStringLiteral("account-2"));
    // The keyring is unlocked elsewhere while the prompt is open: a new request does not wait for
    // the prompt.
    QVERIFY(m_desktop->unlock());
    const Answer second = m_program->call("read", Key);
    QCOMPARE(second.secret, Secret);
    QCOMPARE(m_program->answersTo(first), 0);
    QCOMPARE(m_program->answersTo(other), 0);
    m_desktop->type("test");
    m_desktop->press("Return");
    QCOMPARE(m_program->answer(first).secret, Secret);
    QCOMPARE(m_program->answer(other).outcome, "NotFound");
    QVERIFY(m_program->keptItsPromises());
    QVERIFY(m_program->end());
}

void TestKeychainPrompt::firstKeyringRefused()
{
    QVERIFY(m_desktop->startKeyring(PrivateDesktop::Keyring::NoneYet));
    m_program.emplace(*m_desktop);
    const int write = m_program->ask("write", Key, Secret);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->promptShows(), 20000);
    m_desktop->press("Escape");
    const Answer said = m_program->answer(write);
    qInfo("first keyring refused: %s %s", said.outcome.constData(), said.detail.constData());
    QCOMPARE(said.outcome, "Denied");
    QVERIFY(m_program->end());
}

void TestKeychainPrompt::prompterKilled()
{
    QVERIFY(startLocked());
    const int read = m_program->ask("read", Key);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->promptShows(), 20000);
    m_desktop->killPrompter();
    QCOMPARE(m_program->answer(read).outcome, "Denied");
    QVERIFY(m_program->end());
}

void TestKeychainPrompt::killedAtThePrompt()
{
    QVERIFY(startLocked());
    const int read = m_program->ask("read", Key);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->promptShows(), 20000);
    m_desktop->killKeyring();
    QCOMPARE(m_program->answer(read).outcome, "Failed");
    QCOMPARE(m_program->call("read", Key).outcome, "Unavailable");
    QVERIFY(m_desktop->startKeyring()); // the new keyring is unlocked
    QCOMPARE(m_program->call("read", Key).secret, Secret);
    QVERIFY(m_program->end());
}

void TestKeychainPrompt::busKilledAtThePrompt()
{
    QVERIFY(startLocked());
    const int read = m_program->ask("read", Key);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->promptShows(), 20000);
    m_desktop->killBus();
    QCOMPARE(m_program->answer(read).outcome, "Failed");
    QCOMPARE(m_program->call("read", Key).outcome, "Unavailable");
    QVERIFY(m_program->end());
}

int main(int argc, char **argv)
{
    return runTestOrWorker<TestKeychainPrompt>(argc, argv);
}

#include "tst_keychainprompt.moc"
