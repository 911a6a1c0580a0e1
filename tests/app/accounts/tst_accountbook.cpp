// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountbuilder.h"
#include "app/accounts/accountbook.h"
#include "scriptedstore.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace clusterdeck;
using Change = AccountChange::Outcome;

/// Uses a real file of accounts, and a keychain that fails on request.
class TestAccountBook : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void aNewAccountIsKeptAndOpened();
    void opensWhatWasOpen();
    void withoutItsSecretAnAccountWaits_data();
    void withoutItsSecretAnAccountWaits();
    void aLateAnswerOfAnEarlierQuestionIsWelcome();
    void aKeychainThatFailsChangesNothing();
    void forThisSessionOnly();
    void aCancelledChangeIsTakenBack();
    void anotherKeyIsAChange();
    void anotherZoneIsAnotherAccount();
    void aClosedAccountMovesWithItsSecret();
    void whatCannotBeWrittenIsTakenBack_data();
    void whatCannotBeWrittenIsTakenBack();
    void underWayNothingThatMattersChanges();
    void removingTakesTheSecretAlong();
    void removingKeepsWhatTheKeychainKeeps();
    void closingLasts();
    void aPromptAnsweredMeanwhileIsTakenUp();
    void theOnlyCopyOfASecretIsNotLost();
    void aCancelledSaveDoesNotUndoALaterOne();
    void aRefusedSaveDoesNotHinderTheUndoing();
    void keptAfterAll();
    void twoCopiesDoNotForgetEachOthersAccounts();
    void anotherCopysChangesAreTakenUp();
    void anotherCopysChangesWaitForWhatIsUnderWay();
    void anOlderRefusalSaysNothing();

private:
    void start()
    {
        m_book.reset();
        m_store = std::make_unique<AccountStore>(m_path);
        m_book = std::make_unique<AccountBook>(
            *m_store, m_secrets, [this](const QString &id) { return !m_underWay.contains(id); });
        m_opened = std::make_unique<QSignalSpy>(m_book.get(), &AccountBook::opened);
        m_changed = std::make_unique<QSignalSpy>(m_book.get(), &AccountBook::changed);
        m_closed = std::make_unique<QSignalSpy>(m_book.get(), &AccountBook::closed);
    }

    AccountChange put(const QString &id, const Account &account, bool remember = true)
    {
        std::optional<AccountChange> change;
        m_book->put(id, account, remember, this,
                    [&](const AccountChange &result) { change = result; });
        if (change)
            qFatal("answered before the call returned");
        (void)QTest::qWaitFor([&] { return change.has_value(); });
        return change.value_or(
            AccountChange{Change::OperationsRunning, {}, QStringLiteral("no answer")});
    }

    AccountChange remove(const QString &id, bool evenIfKept = false)
    {
        std::optional<AccountChange> change;
        m_book->remove(id, evenIfKept, this, [&](const AccountChange &result) { change = result; });
        (void)QTest::qWaitFor([&] { return change.has_value(); });
        return change.value_or(
            AccountChange{Change::OperationsRunning, {}, QStringLiteral("no answer")});
    }

    /// The account names in the file.
    [[nodiscard]] QStringList written() const
    {
        QStringList names;
        const AccountStore store(m_path);
        for (const SavedAccount &saved : store.accounts())
            names.append(saved.account.name);
        return names;
    }
    [[nodiscard]] AccountStatus status(const Account &account) const
    {
        const AccountEntry *entry = m_book->find(account.id);
        return entry ? entry->status : AccountStatus::Closed;
    }
    /// Makes writing the accounts fail: a folder that is not empty replaces the file.
    void blockTheFile() const
    {
        QFile::remove(m_path);
        QVERIFY(QDir().mkpath(m_path + QStringLiteral("/inside")));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    ScriptedStore m_secrets;
    QSet<QString> m_underWay;
    std::unique_ptr<AccountStore> m_store;
    std::unique_ptr<AccountBook> m_book;
    std::unique_ptr<QSignalSpy> m_opened;
    std::unique_ptr<QSignalSpy> m_changed;
    std::unique_ptr<QSignalSpy> m_closed;
    const Account m_lab = accountNamed(QStringLiteral("lab"), QStringLiteral("SECRETOFLAB"));
};

void TestAccountBook::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("accounts.json"));
    m_secrets = ScriptedStore();
    m_underWay.clear();
    start();
}

void TestAccountBook::aNewAccountIsKeptAndOpened()
{
    QCOMPARE(put({}, m_lab).outcome, Change::Done);
    QCOMPARE(m_secrets.secrets.value(m_lab.id), QStringLiteral("SECRETOFLAB"));
    QCOMPARE(written(), QStringList{QStringLiteral("lab")});
    QCOMPARE(m_opened->size(), 1);
    const auto opened = m_opened->first().first().value<Account>();
    QCOMPARE(opened.api.credentials.secretAccessKey, QStringLiteral("SECRETOFLAB"));
    QCOMPARE(status(m_lab), AccountStatus::Open);
    // The same account cannot be added twice.
    QCOMPARE(put({}, m_lab).outcome, Change::Exists);
    QCOMPARE(m_book->entries().size(), 1);
}

void TestAccountBook::opensWhatWasOpen()
{
    const Account other = accountNamed(QStringLiteral("other"), QStringLiteral("SECRETOFOTHER"));
    (void)put({}, m_lab);
    (void)put({}, other);
    QCOMPARE(m_book->close(other.id).outcome, Change::Done);
    start();
    m_secrets.calls.clear();
    m_book->openAll();
    QCOMPARE(status(m_lab), AccountStatus::WaitsForKey);
    QTRY_COMPARE(status(m_lab), AccountStatus::Open);
    QCOMPARE(m_opened->size(), 1);
    QCOMPARE(m_secrets.calls, QStringList{QStringLiteral("read ") + m_lab.id});
    QCOMPARE(m_opened->first().first().value<Account>().api.credentials.secretAccessKey,
             QStringLiteral("SECRETOFLAB"));
}

void TestAccountBook::withoutItsSecretAnAccountWaits_data()
{
    QTest::addColumn<int>("outcome");
    for (const SecretOutcome outcome : {SecretOutcome::NotFound, SecretOutcome::Denied,
                                        SecretOutcome::Unavailable, SecretOutcome::Failed})
        QTest::addRow("%d", int(outcome)) << int(outcome);
}

void TestAccountBook::withoutItsSecretAnAccountWaits()
{
    QFETCH(const int, outcome);
    (void)put({}, m_lab);
    start();
    m_secrets.outcome = SecretOutcome(outcome);
    m_book->openAll();
    QTRY_COMPARE(status(m_lab), AccountStatus::NeedsSecret);
    QCOMPARE(m_book->find(m_lab.id)->trouble, SecretOutcome(outcome));
    QCOMPARE(m_opened->size(), 0);
    // The next try finds the secret.
    m_secrets.outcome = SecretOutcome::Done;
    m_book->open(m_lab.id);
    QTRY_COMPARE(status(m_lab), AccountStatus::Open);
}

void TestAccountBook::aLateAnswerOfAnEarlierQuestionIsWelcome()
{
    (void)put({}, m_lab);
    start();
    m_secrets.holdsBack = true;
    m_book->openAll(); // will find the secret
    m_secrets.outcome = SecretOutcome::Denied;
    m_book->open(m_lab.id); // will be refused
    QCOMPARE(status(m_lab), AccountStatus::WaitsForKey);
    m_secrets.release();
    QTRY_COMPARE(status(m_lab), AccountStatus::Open);
    QTest::qWait(0);
    QCOMPARE(status(m_lab), AccountStatus::Open);
    QCOMPARE(m_opened->size(), 1);
}

void TestAccountBook::aKeychainThatFailsChangesNothing()
{
    for (const SecretOutcome outcome :
         {SecretOutcome::Denied, SecretOutcome::Unavailable, SecretOutcome::Failed}) {
        m_secrets.outcome = outcome;
        const AccountChange change = put({}, m_lab);
        QCOMPARE(change.outcome, Change::Keychain);
        QCOMPARE(change.secret, outcome);
        QVERIFY(m_book->entries().isEmpty());
        QVERIFY(written().isEmpty());
        QVERIFY(m_opened->isEmpty());
    }
}

void TestAccountBook::forThisSessionOnly()
{
    m_secrets.outcome = SecretOutcome::Unavailable;
    QCOMPARE(put({}, m_lab, false).outcome, Change::Done);
    QVERIFY(m_secrets.calls.isEmpty());
    QCOMPARE(status(m_lab), AccountStatus::Open);
    // The next start knows the account and asks the user for its secret, not the keychain.
    start();
    m_book->openAll();
    QCOMPARE(status(m_lab), AccountStatus::NeedsSecret);
    QVERIFY(m_secrets.calls.isEmpty());
    m_book->openWith(m_lab.id, QStringLiteral("SECRETOFLAB"));
    QCOMPARE(status(m_lab), AccountStatus::Open);
    QVERIFY(m_secrets.secrets.isEmpty());
    // A stored secret is removed when the user chooses not to save it.
    m_secrets.outcome = SecretOutcome::Done;
    QCOMPARE(put(m_lab.id, m_lab, true).outcome, Change::Done);
    QVERIFY(m_secrets.secrets.contains(m_lab.id));
    QCOMPARE(put(m_lab.id, m_lab, false).outcome, Change::Done);
    QVERIFY(m_secrets.secrets.isEmpty());
}

void TestAccountBook::aCancelledChangeIsTakenBack()
{
    m_secrets.holdsBack = true;
    {
        QObject dialog;
        m_book->put({}, m_lab, true, &dialog, [](const AccountChange &) { QFAIL("told"); });
    }
    m_secrets.release();
    QTRY_VERIFY(m_secrets.calls.contains(QStringLiteral("remove ") + m_lab.id));
    QTRY_VERIFY(m_secrets.secrets.isEmpty());
    QVERIFY(m_book->entries().isEmpty());
    QVERIFY(written().isEmpty());
    QVERIFY(m_opened->isEmpty());
}

void TestAccountBook::anotherKeyIsAChange()
{
    (void)put({}, m_lab);
    Account changed = m_lab;
    changed.name = QStringLiteral("renamed");
    changed.api.credentials = {QStringLiteral("NEWKEY"), QStringLiteral("NEWSECRET")};
    QCOMPARE(put(m_lab.id, changed).outcome, Change::Done);
    QCOMPARE(m_changed->size(), 1);
    QCOMPARE(m_changed->first().first().value<Account>().api.credentials.secretAccessKey,
             QStringLiteral("NEWSECRET"));
    QCOMPARE(m_secrets.secrets.value(m_lab.id), QStringLiteral("NEWSECRET"));
    QCOMPARE(written(), QStringList{QStringLiteral("renamed")});
    QCOMPARE(m_opened->size(), 1);
    QCOMPARE(m_closed->size(), 0);
    // When no secret is typed, the stored secret stays.
    changed.api.credentials.secretAccessKey.clear();
    changed.name = QStringLiteral("again");
    m_secrets.calls.clear();
    QCOMPARE(put(m_lab.id, changed).outcome, Change::Done);
    QVERIFY(m_secrets.calls.isEmpty());
    QCOMPARE(m_changed->last().first().value<Account>().api.credentials.secretAccessKey,
             QStringLiteral("NEWSECRET"));
}

void TestAccountBook::anotherZoneIsAnotherAccount()
{
    (void)put({}, m_lab);
    Account moved = accountNamed(QStringLiteral("moved"), {});
    QCOMPARE(put(m_lab.id, moved).outcome, Change::Done);
    QCOMPARE(m_closed->size(), 1);
    QCOMPARE(m_closed->first().first().toString(), m_lab.id);
    QCOMPARE(m_opened->size(), 2);
    QCOMPARE(m_opened->last().first().value<Account>().api.credentials.secretAccessKey,
             QStringLiteral("SECRETOFLAB"));
    QCOMPARE(m_secrets.secrets.keys(), QStringList{moved.id});
    QCOMPARE(written(), QStringList{QStringLiteral("moved")});
    QCOMPARE(m_book->entries().size(), 1);
}

void TestAccountBook::aClosedAccountMovesWithItsSecret()
{
    (void)put({}, m_lab);
    QCOMPARE(m_book->close(m_lab.id).outcome, Change::Done);
    start();
    const Account moved = accountNamed(QStringLiteral("moved"), {});
    QCOMPARE(put(m_lab.id, moved).outcome, Change::Done);
    QCOMPARE(m_secrets.secrets.value(moved.id), QStringLiteral("SECRETOFLAB"));
    QCOMPARE(m_secrets.secrets.size(), 1);
    QCOMPARE(status(moved), AccountStatus::Closed);
    QVERIFY(m_opened->isEmpty());
}

void TestAccountBook::whatCannotBeWrittenIsTakenBack_data()
{
    QTest::addColumn<bool>("moves");
    QTest::newRow("another key") << false;
    QTest::newRow("another zone") << true;
}

void TestAccountBook::whatCannotBeWrittenIsTakenBack()
{
    QFETCH(const bool, moves);
    (void)put({}, m_lab);
    Account changed = moves ? accountNamed(QStringLiteral("moved"), {}) : m_lab;
    if (!moves)
        changed.api.credentials.secretAccessKey = QStringLiteral("NEWSECRET");
    blockTheFile();
    const AccountChange change = put(m_lab.id, changed);
    QCOMPARE(change.outcome, Change::NotWritten);
    QVERIFY(change.problem);
    QCOMPARE(m_secrets.secrets,
             (QHash<QString, QString>{{m_lab.id, QStringLiteral("SECRETOFLAB")}}));
    QCOMPARE(m_book->entries().size(), 1);
    QCOMPARE(m_book->entries().first().id(), m_lab.id);
    QCOMPARE(status(m_lab), AccountStatus::Open);
    QVERIFY(m_changed->isEmpty() && m_closed->isEmpty());
    // A new account that cannot be written leaves no secret behind either.
    const Account other = accountNamed(QStringLiteral("other"), QStringLiteral("SECRETOFOTHER"));
    QCOMPARE(put({}, other).outcome, Change::NotWritten);
    QVERIFY(!m_secrets.secrets.contains(other.id));
}

void TestAccountBook::underWayNothingThatMattersChanges()
{
    (void)put({}, m_lab);
    m_underWay.insert(m_lab.id);
    Account other = m_lab;
    other.api.runUser = QStringLiteral("usr-other");
    QCOMPARE(put(m_lab.id, other).outcome, Change::OperationsRunning);
    QCOMPARE(put(m_lab.id, accountNamed(QStringLiteral("moved"), {})).outcome,
             Change::OperationsRunning);
    QCOMPARE(remove(m_lab.id).outcome, Change::OperationsRunning);
    QCOMPARE(m_book->close(m_lab.id).outcome, Change::OperationsRunning);
    QCOMPARE(written(), QStringList{QStringLiteral("lab")});
    QVERIFY(m_closed->isEmpty());
    // Also refused when an operation starts while the keychain is slow.
    m_underWay.clear();
    m_secrets.holdsBack = true;
    std::optional<AccountChange> late;
    other.api.credentials.secretAccessKey = QStringLiteral("OTHERSECRET");
    m_book->put(m_lab.id, other, true, this, [&](const AccountChange &made) { late = made; });
    m_underWay.insert(m_lab.id);
    m_secrets.release();
    QTRY_VERIFY(late);
    QCOMPARE(late->outcome, Change::OperationsRunning);
    QCOMPARE(m_secrets.secrets.value(m_lab.id), QStringLiteral("SECRETOFLAB"));
    QVERIFY(m_changed->isEmpty());
    // A wrong key can be corrected: a batch on hold waits for that.
    Account mended = m_lab;
    mended.api.credentials.secretAccessKey = QStringLiteral("RIGHTSECRET");
    QCOMPARE(put(m_lab.id, mended).outcome, Change::Done);
    QCOMPARE(m_changed->size(), 1);
}

void TestAccountBook::removingTakesTheSecretAlong()
{
    (void)put({}, m_lab);
    QCOMPARE(remove(m_lab.id).outcome, Change::Done);
    QVERIFY(m_secrets.secrets.isEmpty());
    QVERIFY(written().isEmpty());
    QCOMPARE(m_closed->size(), 1);
    start();
    m_book->openAll();
    QVERIFY(m_book->entries().isEmpty());
}

void TestAccountBook::removingKeepsWhatTheKeychainKeeps()
{
    (void)put({}, m_lab);
    m_secrets.outcome = SecretOutcome::Denied;
    AccountChange change = remove(m_lab.id);
    QCOMPARE(change.outcome, Change::Keychain);
    QCOMPARE(change.secret, SecretOutcome::Denied);
    QCOMPARE(written(), QStringList{QStringLiteral("lab")});
    QCOMPARE(status(m_lab), AccountStatus::Open);
    change = remove(m_lab.id, true);
    QCOMPARE(change.outcome, Change::StillLocked);
    QVERIFY(written().isEmpty());
    QVERIFY(m_book->entries().isEmpty());
}

void TestAccountBook::closingLasts()
{
    (void)put({}, m_lab);
    QCOMPARE(m_book->close(m_lab.id).outcome, Change::Done);
    QCOMPARE(m_closed->size(), 1);
    QVERIFY(m_book->entries().first().saved.account.api.credentials.secretAccessKey.isEmpty());
    start();
    m_book->openAll();
    QCOMPARE(status(m_lab), AccountStatus::Closed);
    m_book->open(m_lab.id);
    QTRY_COMPARE(status(m_lab), AccountStatus::Open);
    start();
    m_book->openAll();
    QTRY_COMPARE(status(m_lab), AccountStatus::Open);
}

/// The account waits for the keychain at the start, and its change to a new zone waits for the same
/// prompt.
void TestAccountBook::aPromptAnsweredMeanwhileIsTakenUp()
{
    (void)put({}, m_lab);
    start();
    m_secrets.holdsBack = true;
    m_book->openAll();
    const Account moved = accountNamed(QStringLiteral("moved"), QStringLiteral("NEWSECRET"));
    std::optional<AccountChange> change;
    m_book->put(m_lab.id, moved, true, this, [&](const AccountChange &made) { change = made; });
    m_secrets.release();
    QTRY_VERIFY(change);
    QCOMPARE(change->outcome, Change::Done);
    QCOMPARE(m_opened->size(), 2); // with the old and with the new zone
    QCOMPARE(m_closed->size(), 1);
    QCOMPARE(m_closed->first().first().toString(), m_lab.id);
    QCOMPARE(m_book->entries().size(), 1);
    QCOMPARE(status(moved), AccountStatus::Open);
}

void TestAccountBook::theOnlyCopyOfASecretIsNotLost()
{
    (void)put({}, m_lab);
    QCOMPARE(m_book->close(m_lab.id).outcome, Change::Done);
    start();
    Account bare = m_lab;
    bare.api.credentials.secretAccessKey.clear();
    m_secrets.outcome = SecretOutcome::Denied;
    QCOMPARE(put(m_lab.id, bare, false).outcome, Change::Keychain);
    m_secrets.outcome = SecretOutcome::Done;
    QVERIFY(m_secrets.secrets.contains(m_lab.id));
    QCOMPARE(put(m_lab.id, bare, false).outcome, Change::Done);
    QVERIFY(m_secrets.secrets.isEmpty()); // moved into memory
    QCOMPARE(m_book->find(m_lab.id)->saved.account.api.credentials.secretAccessKey,
             QStringLiteral("SECRETOFLAB"));
}

void TestAccountBook::aCancelledSaveDoesNotUndoALaterOne()
{
    m_secrets.holdsBack = true;
    {
        QObject dialog;
        m_book->put({}, m_lab, true, &dialog, [](const AccountChange &) { QFAIL("told"); });
    }
    std::optional<AccountChange> change;
    m_book->put({}, m_lab, true, this, [&](const AccountChange &made) { change = made; });
    m_secrets.release();
    QTRY_VERIFY(change);
    QCOMPARE(change->outcome, Change::Done);
    QCOMPARE(m_secrets.calls, QStringList(2, QStringLiteral("write ") + m_lab.id));
    QCOMPARE(m_secrets.secrets.value(m_lab.id), QStringLiteral("SECRETOFLAB"));
}

void TestAccountBook::aRefusedSaveDoesNotHinderTheUndoing()
{
    (void)put({}, m_lab);
    Account changed = m_lab;
    changed.api.credentials.secretAccessKey = QStringLiteral("NEWSECRET");
    m_secrets.holdsBack = true;
    {
        QObject dialog;
        m_book->put(m_lab.id, changed, true, &dialog, [](const AccountChange &) { QFAIL("told"); });
    }
    m_underWay.insert(m_lab.id);
    changed.api.runUser = QStringLiteral("usr-other");
    QCOMPARE(put(m_lab.id, changed).outcome, Change::OperationsRunning);
    m_secrets.release();
    QTRY_COMPARE(m_secrets.secrets.value(m_lab.id), QStringLiteral("SECRETOFLAB"));
}

/// When the dialog of a removal closes before the keychain answers, the account stays.
void TestAccountBook::keptAfterAll()
{
    (void)put({}, m_lab);
    m_secrets.holdsBack = true;
    {
        QObject dialog;
        m_book->remove(m_lab.id, false, &dialog, [](const AccountChange &) { QFAIL("told"); });
    }
    m_secrets.release();
    QTRY_COMPARE(m_secrets.secrets.value(m_lab.id), QStringLiteral("SECRETOFLAB"));
    QCOMPARE(m_secrets.calls.last(), QStringLiteral("write ") + m_lab.id);
    QCOMPARE(written(), QStringList{QStringLiteral("lab")});
    QCOMPARE(status(m_lab), AccountStatus::Open);
}

void TestAccountBook::twoCopiesDoNotForgetEachOthersAccounts()
{
    (void)put({}, m_lab);
    AccountStore second(m_path);
    AccountBook other(second, m_secrets, [](const QString &) { return true; });
    const Account prod = accountNamed(QStringLiteral("prod"), QStringLiteral("SECRETOFPROD"));
    QCOMPARE(put({}, prod).outcome, Change::Done);
    QCOMPARE(other.close(m_lab.id).outcome, Change::Done);
    QCOMPARE(written(), (QStringList{QStringLiteral("lab"), QStringLiteral("prod")}));
    QTRY_VERIFY(other.find(prod.id)); // and it has read the other account
    QCOMPARE(other.find(prod.id)->status, AccountStatus::Closed);
    QCOMPARE(remove(m_lab.id).outcome, Change::Done);
    Account renamed = m_lab;
    renamed.name = QStringLiteral("renamed");
    std::optional<AccountChange> change;
    other.put(m_lab.id, renamed, false, this, [&](const AccountChange &made) { change = made; });
    QTRY_VERIFY(change);
    QCOMPARE(change->outcome, Change::OtherCopy);
    QCOMPARE(written(), QStringList{QStringLiteral("prod")});
}

/// Changes that another instance saves apply here without a restart.
void TestAccountBook::anotherCopysChangesAreTakenUp()
{
    (void)put({}, m_lab);
    AccountStore second(m_path);
    QList<SavedAccount> accounts = second.accounts();
    accounts.first().account.readOnly = true;
    accounts.first().account.environment = QStringLiteral("PROD");
    accounts.first().account.api.credentials.accessKeyId = QStringLiteral("ANOTHERKEY");
    QVERIFY(second.set(accounts));
    m_book->takeUpChanges();
    QCOMPARE(m_changed->size(), 1);
    const auto lab = m_changed->first().first().value<Account>();
    QVERIFY(lab.readOnly);
    QCOMPARE(lab.environment, QStringLiteral("PROD"));
    // The key id in use still belongs to the secret in use.
    QCOMPARE(lab.api.credentials.accessKeyId, m_lab.api.credentials.accessKeyId);
    QCOMPARE(lab.api.credentials.secretAccessKey, m_lab.api.credentials.secretAccessKey);
    QCOMPARE(status(m_lab), AccountStatus::Open);
    m_book->takeUpChanges();
    QCOMPARE(m_changed->size(), 1);

    // An account that the other instance closes or removes stays in use here until it is closed
    // here.
    QVERIFY(second.set({}));
    m_book->takeUpChanges();
    QCOMPARE(status(m_lab), AccountStatus::Open);
    QVERIFY(m_book->find(m_lab.id)->saved.account.readOnly);
    QCOMPARE(m_book->close(m_lab.id).outcome, Change::Done);
    QTRY_VERIFY(!m_book->find(m_lab.id));
    QVERIFY(written().isEmpty());
}

/// Confirmed operations keep the settings they were confirmed with; read-only applies at once.
void TestAccountBook::anotherCopysChangesWaitForWhatIsUnderWay()
{
    (void)put({}, m_lab);
    m_underWay.insert(m_lab.id);
    AccountStore second(m_path);
    QList<SavedAccount> accounts = second.accounts();
    accounts.first().account.readOnly = true;
    accounts.first().account.api.runUser = QStringLiteral("usr-other");
    QVERIFY(second.set(accounts));
    m_book->takeUpChanges();
    QCOMPARE(m_changed->last().first().value<Account>().api.runUser, m_lab.api.runUser);
    QVERIFY(m_changed->last().first().value<Account>().readOnly);
    m_underWay.clear();
    m_book->takeUpChanges();
    QCOMPARE(m_changed->last().first().value<Account>().api.runUser, QStringLiteral("usr-other"));
}

/// Two requests: only the latest answer may report that there is no secret.
void TestAccountBook::anOlderRefusalSaysNothing()
{
    (void)put({}, m_lab);
    start();
    m_secrets.holdsBack = true;
    m_book->open(m_lab.id);
    m_book->open(m_lab.id);
    m_secrets.answerOldest({SecretOutcome::Denied, {}, QStringLiteral("old")});
    QCOMPARE(status(m_lab), AccountStatus::WaitsForKey);
    m_secrets.answerOldest({SecretOutcome::Denied, {}, QStringLiteral("new")});
    QCOMPARE(status(m_lab), AccountStatus::NeedsSecret);
    QCOMPARE(m_book->find(m_lab.id)->detail, QStringLiteral("new"));
    // An older answer with the secret is accepted.
    m_book->open(m_lab.id);
    m_book->open(m_lab.id);
    m_secrets.answerOldest({SecretOutcome::Done, QStringLiteral("SECRETOFLAB"), {}});
    QCOMPARE(status(m_lab), AccountStatus::Open);
    m_secrets.answerOldest({SecretOutcome::Denied, {}, {}});
    QCOMPARE(status(m_lab), AccountStatus::Open);
}

QTEST_GUILESS_MAIN(TestAccountBook)
#include "tst_accountbook.moc"
