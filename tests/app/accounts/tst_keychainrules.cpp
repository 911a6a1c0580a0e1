// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/keychainturns.h"
#include "app/accounts/keychainverdict.h"

#include <QTest>

using namespace clusterdeck;

/// What answers mean and whose turn it is, as tables.
class TestKeychainRules : public QObject
{
    Q_OBJECT

private slots:
    void judgesHonestly_data()
    {
        QTest::addColumn<KeychainFacts>("facts");
        QTest::addColumn<SecretOutcome>("outcome");
        using Word = KeychainWord;
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
        QTest::addColumn<QList<KeychainTurn>>("line");
        QTest::addColumn<QString>("begins"); // of each in line
        using V = KeychainVerb;
        const auto row = [](const char *name, const QList<KeychainTurn> &line, const char *begins) {
            QTest::newRow(name) << line << QString::fromLatin1(begins);
        };
        const KeychainTurn running{V::Read, "a", true};
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
        QFETCH(QList<KeychainTurn>, line);
        QFETCH(QString, begins);
        QString may;
        for (qsizetype i = 0; i < line.size(); ++i)
            may += mayBegin(line, i) ? QLatin1Char('1') : QLatin1Char('0');
        QCOMPARE(may, begins);
    }
};

QTEST_APPLESS_MAIN(TestKeychainRules)
#include "tst_keychainrules.moc"
