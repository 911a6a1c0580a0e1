// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/accounts/keychainprogram.h"

/// The store at the real prompt of a real keyring, answered, dismissed, ignored and killed.
class TestKeychainPrompt : public QObject
{
    Q_OBJECT

private slots:
    void lockedAndUnlockedAtThePrompt();
    void promptDismissed();
    void askedAgainAtThePrompt();
    void firstKeyringRefused();
    void prompterKilled();
    void killedAtThePrompt();
    void busKilledAtThePrompt();
};

void TestKeychainPrompt::lockedAndUnlockedAtThePrompt()
{
    PrivateDesktop desktop;
    if (!desktop.startPrompter())
        QSKIP("gcr-prompter, Xvfb or xdotool is missing");
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    QVERIFY(desktop.lock());

    const int read = program.ask("read", Key);
    const int write = program.ask("write", QStringLiteral("account-2"), Secret);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
    QCOMPARE(program.answersTo(read), 0);
    desktop.type("test");
    desktop.press("Return");
    QCOMPARE(program.answer(read).secret, Secret);
    QCOMPARE(program.answer(write).outcome, "Done");
    QVERIFY(program.keptItsPromises());
    QVERIFY(program.end());
}

void TestKeychainPrompt::promptDismissed()
{
    PrivateDesktop desktop;
    if (!desktop.startPrompter())
        QSKIP("gcr-prompter, Xvfb or xdotool is missing");
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    QVERIFY(desktop.lock());

    for (const char *verb : {"read", "write", "remove"}) {
        const int asked = program.ask(verb, Key, QStringLiteral("new"));
        const int behind = program.ask("read", QStringLiteral("account-2"));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
        desktop.press("Escape");
        QCOMPARE(program.answer(asked).outcome, "Denied");
        QCOMPARE(program.answer(behind).outcome, "Denied");
        QTRY_VERIFY_WITH_TIMEOUT(!desktop.promptShows(), 20000);
    }

    const int again = program.ask("read", Key);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
    desktop.type("test");
    desktop.press("Return");
    QCOMPARE(program.answer(again).secret, Secret);
    QVERIFY(program.end());
}

void TestKeychainPrompt::askedAgainAtThePrompt()
{
    PrivateDesktop desktop;
    if (!desktop.startPrompter())
        QSKIP("gcr-prompter, Xvfb or xdotool is missing");
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    QVERIFY(desktop.lock());
    const int first = program.ask("read", Key);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
    const int other = program.ask("read", QStringLiteral("account-2"));
    // Unlocked elsewhere, with the prompt still open: who asks again is not kept waiting for it.
    QVERIFY(desktop.unlock());
    const Answer second = program.call("read", Key);
    QCOMPARE(second.secret, Secret);
    QCOMPARE(program.answersTo(first), 0);
    QCOMPARE(program.answersTo(other), 0);
    desktop.type("test");
    desktop.press("Return");
    QCOMPARE(program.answer(first).secret, Secret);
    QCOMPARE(program.answer(other).outcome, "NotFound");
    QVERIFY(program.keptItsPromises());
    QVERIFY(program.end());
}

void TestKeychainPrompt::firstKeyringRefused()
{
    PrivateDesktop desktop;
    if (!desktop.startPrompter())
        QSKIP("gcr-prompter, Xvfb or xdotool is missing");
    QVERIFY(desktop.startKeyring(PrivateDesktop::Keyring::NoneYet));
    Program program(desktop);
    const int write = program.ask("write", Key, Secret);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
    desktop.press("Escape");
    const Answer said = program.answer(write);
    qInfo("first keyring refused: %s %s", said.outcome.constData(), said.detail.constData());
    QCOMPARE(said.outcome, "Denied");
    QVERIFY(program.end());
}

void TestKeychainPrompt::prompterKilled()
{
    PrivateDesktop desktop;
    if (!desktop.startPrompter())
        QSKIP("gcr-prompter, Xvfb or xdotool is missing");
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    QVERIFY(desktop.lock());
    const int read = program.ask("read", Key);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
    desktop.killPrompter();
    QCOMPARE(program.answer(read).outcome, "Denied");
    QVERIFY(program.end());
}

void TestKeychainPrompt::killedAtThePrompt()
{
    PrivateDesktop desktop;
    if (!desktop.startPrompter())
        QSKIP("gcr-prompter, Xvfb or xdotool is missing");
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    QVERIFY(desktop.lock());
    const int read = program.ask("read", Key);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
    desktop.killKeyring();
    QCOMPARE(program.answer(read).outcome, "Failed");
    QCOMPARE(program.call("read", Key).outcome, "Unavailable");
    QVERIFY(desktop.startKeyring()); // the new one is unlocked
    QCOMPARE(program.call("read", Key).secret, Secret);
    QVERIFY(program.end());
}

void TestKeychainPrompt::busKilledAtThePrompt()
{
    PrivateDesktop desktop;
    if (!desktop.startPrompter())
        QSKIP("gcr-prompter, Xvfb or xdotool is missing");
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    QVERIFY(desktop.lock());
    const int read = program.ask("read", Key);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
    desktop.killBus();
    QCOMPARE(program.answer(read).outcome, "Failed");
    QCOMPARE(program.call("read", Key).outcome, "Unavailable");
    QVERIFY(program.end());
}

int main(int argc, char **argv)
{
    return runTestOrWorker<TestKeychainPrompt>(argc, argv);
}

#include "tst_keychainprompt.moc"
