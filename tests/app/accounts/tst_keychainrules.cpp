// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/keychainstore.h"

#include <QTest>

using namespace clusterdeck;

/// Tables of what the keychain's answers mean, and of which request may start.
class TestKeychainRules : public QObject
{
    Q_OBJECT

private slots:
    void judgesHonestly_data()
    {
        QTest::addColumn<KeychainFacts>("facts");
        QTest::addColumn<SecretOutcome>("outcome");
        using Word = KeychainResult;
        using Entry = KeychainEntry;
        const auto row = [](const char *name, const KeychainFacts &facts, SecretOutcome outcome) {
            QTest::newRow(name) << facts << outcome;
        };
        row("fine", {Word::Fine}, SecretOutcome::Done);
        row("nothing there", {Word::NoEntry, Entry::Nothing}, SecretOutcome::NotFound);
        row("locked, called absent", {Word::NoEntry, Entry::Locked}, SecretOutcome::Denied);
        row("open, called absent", {Word::NoEntry, Entry::Open}, SecretOutcome::Failed);
        row("nobody can say", {Word::NoEntry, Entry::NoAnswer}, SecretOutcome::Failed);
        row("another keychain", {Word::NoEntry, Entry::NoService}, SecretOutcome::NotFound);
        row("died meanwhile", {Word::NoEntry, Entry::NoService, true, true, true},
            SecretOutcome::Failed);
        row("refused", {Word::Refused}, SecretOutcome::Denied);
        row("no backend", {Word::NoBackend}, SecretOutcome::Unavailable);
        row("broke, still there", {Word::Broken}, SecretOutcome::Failed);
        row("nobody there", {Word::Broken, Entry::Nothing, false}, SecretOutcome::Unavailable);
        row("new keyring refused", {Word::Broken, Entry::Nothing, true, false},
            SecretOutcome::Denied);
        row("died", {Word::Broken, Entry::Nothing, false, true, true}, SecretOutcome::Failed);
        row("died, another came", {Word::Broken, Entry::Nothing, true, true, true},
            SecretOutcome::Failed);
        row("no library", {Word::Broken, Entry::Nothing, true, true, false, false},
            SecretOutcome::Unavailable);
    }

    void judgesHonestly()
    {
        QFETCH(KeychainFacts, facts);
        QFETCH(SecretOutcome, outcome);
        QCOMPARE(judge(facts), outcome);
    }

    void knowsWhoseTurnItIs_data()
    {
        QTest::addColumn<QList<QueuedCall>>("line");
        QTest::addColumn<QString>("begins"); // 1 or 0 for each request in the queue
        using V = KeychainVerb;
        const auto row = [](const char *name, const QList<QueuedCall> &line, const char *begins) {
            QTest::newRow(name) << line << QString::fromLatin1(begins);
        };
        const QueuedCall running{V::Read, "a", true};
        row("idle", {{V::Read, "a"}}, "1");
        row("one at a time", {running, {V::Read, "b"}, {V::Write, "c"}}, "000");
        row("asked again", {{V::Read, "a", true, true}, {V::Read, "a", false, true}}, "01");
        row("asked again, not the others",
            {{V::Read, "a", true, true}, {V::Read, "b"}, {V::Read, "a", false, true}}, "001");
        row("asked again while waiting",
            {running, {V::Write, "b", false, true}, {V::Write, "b", false, true}}, "010");
        row("a write waits for the read",
            {{V::Read, "a", true, true}, {V::Write, "a", false, true}}, "00");
        row("a read waits for the write",
            {{V::Write, "a", true, true}, {V::Read, "a", false, true}}, "00");
        row("nothing overtakes a removal",
            {{V::Remove, "a", true, true}, {V::Write, "a", false, true}, {V::Read, "b"}}, "000");
    }

    void knowsWhoseTurnItIs()
    {
        QFETCH(QList<QueuedCall>, line);
        QFETCH(QString, begins);
        QString may;
        for (qsizetype i = 0; i < line.size(); ++i)
            may += mayBegin(line, i) ? QLatin1Char('1') : QLatin1Char('0');
        QCOMPARE(may, begins);
    }

    /// The store reads the keychain back after "done": QtKeychain 0.13 reports "done" for some
    /// requests that it skipped.
    void readsBackWhatIsDone_data()
    {
        QTest::addColumn<KeychainVerb>("verb");
        QTest::addColumn<QList<SecretAnswer>>("answers"); // one per request, in order
        QTest::addColumn<SecretOutcome>("outcome");
        using V = KeychainVerb;
        using O = SecretOutcome;
        const auto row = [](const char *name, KeychainVerb verb, const QList<SecretAnswer> &answers,
                            SecretOutcome outcome) {
            QTest::newRow(name) << verb << answers << outcome;
        };
        const SecretAnswer done{O::Done, {}, {}};
        const SecretAnswer found{O::Done, QStringLiteral("SECRET"), {}};
        const SecretAnswer other{O::Done, QStringLiteral("OLDSECRET"), {}};
        const SecretAnswer nothing{O::NotFound, {}, {}};
        const SecretAnswer denied{O::Denied, {}, {}};
        row("written", V::Write, {done, found}, O::Done);
        row("not written, the old one is there", V::Write, {done, other}, O::Failed);
        row("not written, nothing is there", V::Write, {done, nothing}, O::Failed);
        row("written, it cannot be seen", V::Write, {done, denied}, O::Failed);
        row("written, it reads empty", V::Write, {done, done}, O::Failed);
        row("refused", V::Write, {denied}, O::Denied);
        row("removed", V::Remove, {found, done, nothing}, O::Done);
        row("not removed", V::Remove, {found, done, found}, O::Failed);
        row("removed, it cannot be seen", V::Remove, {found, done, denied}, O::Failed);
        row("there was none", V::Remove, {nothing}, O::Done);
        row("locked", V::Remove, {denied}, O::Denied);
        row("not removed, said so", V::Remove, {found, denied}, O::Denied);
    }

    void readsBackWhatIsDone()
    {
        QFETCH(KeychainVerb, verb);
        QFETCH(QList<SecretAnswer>, answers);
        QFETCH(SecretOutcome, outcome);
        KeychainStore store(QStringLiteral("service"),
                            [&](const KeychainRequest &, const KeychainStore::Step &then) {
                                QVERIFY(!answers.isEmpty());
                                then(answers.takeFirst());
                            });
        std::optional<SecretAnswer> answer;
        const auto take = [&](const SecretAnswer &given) { answer = given; };
        if (verb == KeychainVerb::Write)
            store.write(QStringLiteral("key"), QStringLiteral("SECRET"), this, take);
        else
            store.remove(QStringLiteral("key"), this, take);
        QVERIFY(answer);
        QCOMPARE(answer->outcome, outcome);
        QVERIFY(answers.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestKeychainRules)
#include "tst_keychainrules.moc"
