// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"
#include "tests/app/accounts/accountbuilder.h"
#include "tests/app/accounts/scriptedstore.h"
#include "tests/support/faultserver.h"
#include "tests/ui/parts.h"
#include "ui/accounts/accountdialog.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/accounts/checkdialog.h"
#include "ui/accounts/importdialog.h"
#include "ui/accounts/secretdialog.h"
#include "ui/clusters/table/clusterpane.h"
#include "ui/mainwindow.h"
#include "ui/theme/environment.h"
#include "ui/theme/resources.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace clusterdeck;

/// Accounts in the main window: the buttons of the first page, the messages, and the dialogs that
/// they open.
class TestAccountController : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void threeDoors();
    void importFillsTheForm();
    void aLockedKeychainIsSaidAndTriedAgain();
    void aSlowKeychainIsSaid();
    void aWrongKeyLeadsToTheCheckAndTheAccount();
    void environmentsAreMarked();
    void theDemoHasNoAccounts();
    void unreadableAccountsAreSaid();

private:
    void start()
    {
        m_session = std::make_unique<Session>(m_clock, QString(), *m_saved, m_secrets);
        m_window = std::make_unique<MainWindow>(*m_session, MainWindow::Memory::None);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    [[nodiscard]] Account lab() const
    {
        Account account = accountNamed(QStringLiteral("lab"), QStringLiteral("SECRETOFLAB"));
        account.api.baseUrl = m_server->url();
        account.id = accountId(account.api);
        return account;
    }
    void add(const Account &account)
    {
        bool done = false;
        m_session->book().put({}, account, true, this, [&](const AccountChange &) { done = true; });
        QTRY_VERIFY(done);
    }
    template <class Dialog>
    [[nodiscard]] Dialog *dialog() const
    {
        return m_window->findChild<Dialog *>();
    }
    [[nodiscard]] MessageBar *messageBar(const char *prefix) const
    {
        for (MessageBar *messageBar : m_window->findChildren<MessageBar *>()) {
            if (messageBar->objectName().startsWith(QLatin1String(prefix)))
                return messageBar;
        }
        return nullptr;
    }
    void press(const char *prefix, const QString &button) const
    {
        for (QPushButton *each : messageBar(prefix)->findChildren<QPushButton *>()) {
            if (each->text() == button)
                return each->click();
        }
        QFAIL(qPrintable(QStringLiteral("no button ") + button));
    }

    SystemClock m_clock;
    ScriptedStore m_secrets;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<AccountStore> m_saved;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestAccountController::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck-test"));
    QCoreApplication::setApplicationName(QStringLiteral("accountflow"));
    loadResources(*qApp);
}

void TestAccountController::init()
{
    m_secrets = ScriptedStore();
    m_saved = std::make_unique<AccountStore>();
    m_server = std::make_unique<FaultServer>();
    m_server->answerWith([](const RecordedRequest &) {
        return FaultAnswer::json(
            R"({"ret_code": 0, "total_count": 1, "cluster_set": [{"cluster_id": "ehpc-a", "cluster_name": "one"}]})");
    });
}

void TestAccountController::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_server.reset();
}

void TestAccountController::threeDoors()
{
    start();
    QSignalSpy demo(m_window->demo(), &QAction::triggered);
    const auto door = [&](int number) {
        return m_window->findChild<QPushButton *>(QStringLiteral("Button %1").arg(number));
    };
    door(2)->click();
    QCOMPARE(demo.size(), 1);
    door(1)->click();
    QVERIFY(dialog<ImportDialog>());
    part<QPushButton>(dialog<ImportDialog>(), "By hand")->click();
    QVERIFY(dialog<AccountDialog>());
    delete dialog<AccountDialog>();
    QTRY_VERIFY(!dialog<ImportDialog>());
    door(0)->click();
    QVERIFY(dialog<AccountDialog>());
    delete dialog<AccountDialog>();
    // When there is an account, the page shows this message.
    m_secrets.outcome = SecretOutcome::Done;
    add(lab());
    QTRY_COMPARE(m_session->clusters().rowCount(), 1);
    QCOMPARE(m_session->book().close(lab().id).outcome, AccountChange::Outcome::Done);
    QCOMPARE(door(1)->text(), m_window->demo()->text());
    QVERIFY(!door(2)->isVisible());
    door(0)->click();
    QVERIFY(dialog<AccountsDialog>());
}

void TestAccountController::importFillsTheForm()
{
    const QTemporaryDir home;
    QVERIFY(QDir(home.path()).mkdir(QStringLiteral(".qingcloud")));
    QFile file(home.filePath(QStringLiteral(".qingcloud/config.yaml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("qy_access_key_id: 'KEYOFTHEFILE'\nqy_secret_access_key: 'SECRETOFTHEFILE'\n"
               "zone: 'jn1a'\nhost: 'api.qingcloud.com'\n");
    file.close();
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.path().toLocal8Bit());
    start();
    part<QAction>(m_window, "Import key")->trigger();
    qputenv("HOME", before);
    auto *import = dialog<ImportDialog>();
    QVERIFY(import);
    QVERIFY(QTest::qWaitForWindowActive(import));
    QTRY_VERIFY(import->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    part<QPushButton>(import, "Use this key")->click();
    auto *form = dialog<AccountDialog>();
    QVERIFY(form);
    const auto text = [&](AccountField field) {
        return form->findChild<QLineEdit *>(QStringLiteral("Field %1").arg(int(field)))->text();
    };
    QCOMPARE(text(AccountField::AccessKeyId), QStringLiteral("KEYOFTHEFILE"));
    QCOMPARE(text(AccountField::Secret), QStringLiteral("SECRETOFTHEFILE"));
    QCOMPARE(text(AccountField::Zone), QStringLiteral("jn1a"));
    QCOMPARE(text(AccountField::Address), knownAddresses().constFirst()); // never the file's
    QVERIFY(m_session->book().entries().isEmpty());
    QVERIFY(m_secrets.calls.isEmpty());
}

void TestAccountController::aLockedKeychainIsSaidAndTriedAgain()
{
    SavedAccount saved;
    saved.account = lab();
    QVERIFY(m_saved->set({saved}));
    m_secrets.outcome = SecretOutcome::Denied;
    start();
    m_session->book().openAll();
    QTRY_VERIFY(messageBar("Secret "));
    QVERIFY(messageBar("Secret ")->text().contains(u"locked"));
    press("Secret ", QStringLiteral("Enter secret…"));
    QVERIFY(dialog<SecretDialog>());
    delete dialog<SecretDialog>();
    m_secrets.outcome = SecretOutcome::Done;
    m_secrets.secrets.insert(lab().id, QStringLiteral("SECRETOFLAB"));
    press("Secret ", QStringLiteral("Try again"));
    QTRY_COMPARE(m_session->clusters().rowCount(), 1);
    QTRY_VERIFY(!messageBar("Secret "));
}

void TestAccountController::aSlowKeychainIsSaid()
{
    SavedAccount saved;
    saved.account = lab();
    QVERIFY(m_saved->set({saved}));
    m_secrets.secrets.insert(lab().id, QStringLiteral("SECRETOFLAB"));
    m_secrets.holdsBack = true;
    start();
    m_session->book().openAll();
    QVERIFY(!messageBar("Secret ")); // no message for an immediate answer
    QTRY_VERIFY(messageBar("Secret "));
    QVERIFY(messageBar("Secret ")->text().contains(u"waiting"));
    m_secrets.release();
    QTRY_COMPARE(m_session->clusters().rowCount(), 1);
    QTRY_VERIFY(!messageBar("Secret "));
}

void TestAccountController::aWrongKeyLeadsToTheCheckAndTheAccount()
{
    m_server->answerWith([](const RecordedRequest &) { return FaultAnswer::code(1200); });
    start();
    add(lab());
    QTRY_VERIFY(messageBar("Key "));
    QVERIFY(messageBar("Key ")->text().startsWith(QStringLiteral("lab: ")));
    const int before = m_server->complete();
    press("Key ", QStringLiteral("Check connection…"));
    QVERIFY(dialog<CheckDialog>());
    QTRY_VERIFY(m_server->complete() > before);
    delete dialog<CheckDialog>();
    press("Key ", QStringLiteral("Edit account…"));
    QVERIFY(dialog<AccountDialog>());
    delete dialog<AccountDialog>();
    const auto button = [this](const char *name) {
        return m_window->findChild<QPushButton *>(QLatin1String(name));
    };
    QTRY_VERIFY(button("Button 2") && button("Button 2")->isVisible());
    QCOMPARE(button("Button 2")->text(), QStringLiteral("Show accounts…"));
    button("Button 2")->click();
    QVERIFY(dialog<AccountsDialog>());
    delete dialog<AccountsDialog>();
    // The message disappears when the problem is solved.
    m_server->answerWith([](const RecordedRequest &) {
        return FaultAnswer::json(R"({"ret_code": 0, "total_count": 0, "cluster_set": []})");
    });
    m_session->refresh();
    QTRY_VERIFY(!messageBar("Key "));
    QSignalSpy demo(m_window->demo(), &QAction::triggered);
    QTRY_COMPARE(button("Button 1")->text(), m_window->demo()->text()); // without a cluster
    button("Button 1")->click();
    QCOMPARE(demo.size(), 1);
}

void TestAccountController::environmentsAreMarked()
{
    start();
    Account account = lab();
    account.environment = QStringLiteral("PROD");
    account.color = EnvironmentColor::Red;
    add(account);
    QTRY_COMPARE(m_session->clusters().rowCount(), 1);
    auto *badge = m_window->findChild<EnvironmentBadge *>();
    QVERIFY(badge);
    QCOMPARE(badge->text(), QStringLiteral("PROD"));
    const QAbstractItemModel *model = m_window->pane()->table()->model();
    const QModelIndex cell = model->index(0, int(ClusterColumn::Account));
    QVERIFY(cell.data().toString().contains(u"PROD")); // never by colour alone
    QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(u"PROD"));
    QVERIFY(!cell.data(Qt::DecorationRole).value<QIcon>().isNull());
    account.environment.clear();
    bool done = false;
    m_session->book().put(account.id, account, true, this,
                          [&](const AccountChange &) { done = true; });
    QTRY_VERIFY(done);
    QVERIFY(!m_window->findChild<EnvironmentBadge *>());
}

void TestAccountController::theDemoHasNoAccounts()
{
    start();
    QVERIFY(part<QAction>(m_window, "Accounts")->isEnabled());
    Account demo = lab();
    demo.demo = true;
    m_session->open(demo);
    for (const char *name : {"Accounts", "Add account", "Import key"}) {
        const auto *action = m_window->findChild<QAction *>(QLatin1String(name));
        QVERIFY(!action->isEnabled());
        QVERIFY(action->toolTip().contains(QLatin1String("Leave the practice cloud first")));
    }
}

void TestAccountController::unreadableAccountsAreSaid()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("accounts.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("rubbish");
    file.close();
    m_saved = std::make_unique<AccountStore>(path);
    start();
    QVERIFY(messageBar("Accounts unreadable"));
    QVERIFY(messageBar("Accounts unreadable")->text().contains(path));
}

QTEST_MAIN(TestAccountController)
#include "tst_accountcontroller.moc"
