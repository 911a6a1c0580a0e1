// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountstore.h"
#include "tests/acceptance/demoprocess.h"
#include "tests/app/accounts/privatedesktop.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace clusterdeck;

namespace
{

struct Ending {
    int status = -1;
    QByteArray out;
    QByteArray err;
};

/// The real program without a display, with a home folder with two saved accounts and their secrets
/// in a real keyring. Only the first is opened at the start.
class SavedHome
{
public:
    [[nodiscard]] QString prepare()
    {
        if (!m_desktop.startKeyring())
            return QStringLiteral("no keyring came up");
        QList<SavedAccount> accounts;
        for (DemoProcess *service : {&m_first, m_second.get()}) {
            if (!service->problem().isEmpty())
                return service->problem();
            Account account = service->account();
            account.id = accountId(account.api);
            account.name = QStringLiteral("lab-%1").arg(accounts.size() + 1);
            (void)m_desktop.run(QStringLiteral("secret-tool"),
                                {QStringLiteral("store"), QStringLiteral("--label"), account.name,
                                 QStringLiteral("server"), QStringLiteral("clusterdeck"),
                                 QStringLiteral("user"), account.id, QStringLiteral("xdg:schema"),
                                 QStringLiteral("org.qt.keychain"), QStringLiteral("type"),
                                 QStringLiteral("plaintext")},
                                account.api.credentials.secretAccessKey.toUtf8());
            account.api.credentials.secretAccessKey.clear();
            accounts.append({account, accounts.isEmpty(), true});
        }
        QDir().mkpath(QFileInfo(accountsFile()).path());
        AccountStore store(accountsFile());
        return store.set(accounts) ? QString() : store.writeProblem()->path;
    }

    /// Sets whether the second account is opened at the start. A command that names the account
    /// opens it, too.
    bool openSecond(bool open)
    {
        AccountStore store(accountsFile());
        QList<SavedAccount> accounts = store.accounts();
        accounts[1].open = open;
        return store.set(accounts);
    }
    /// Ends the second account's cloud.
    void endSecond() { m_second.reset(); }

    Ending run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        QProcessEnvironment environment = m_desktop.environment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_CONFIG_HOME",
                                 "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            environment.remove(QLatin1String(name));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(CLUSTERDECK_PROGRAM), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    [[nodiscard]] const Account &first() const { return m_first.account(); }

    /// Writes a file in the home folder.
    QString write(const QByteArray &content)
    {
        QFile file(home() + QStringLiteral("/plan.json"));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
                   ? file.fileName()
                   : QString();
    }

private:
    [[nodiscard]] QString home() const
    {
        return m_desktop.environment().value(QStringLiteral("HOME"));
    }

    [[nodiscard]] QString accountsFile() const
    {
        return home() + QStringLiteral("/.config/clusterdeck/clusterdeck/accounts.json");
    }

    static QStringList options(const char *seed)
    {
        return {QStringLiteral("--clusters"),    QStringLiteral("20"),
                QStringLiteral("--job-seconds"), QStringLiteral("0.5"),
                QStringLiteral("--seed"),        QLatin1String(seed)};
    }

    PrivateDesktop m_desktop;
    DemoProcess m_first{options("1")};
    std::unique_ptr<DemoProcess> m_second = std::make_unique<DemoProcess>(options("2"));
};

} // namespace

/// Every command without --endpoint, for users with saved accounts.
class TestSavedAccounts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void planAndApply();
    void closedAccountByName();
    void unknownAccount();
    void anAccountThatCannotBeRead();

private:
    /// The result of `plan` for these ids.
    [[nodiscard]] Ending plan(const QByteArray &ids, const QStringList &options = {})
    {
        return m_home.run(QStringList{QStringLiteral("plan"), QStringLiteral("delete"),
                                      QStringLiteral("--ids-from"), QStringLiteral("-")} +
                              options,
                          ids);
    }

    SavedHome m_home;
    QByteArray m_id; ///< of a cluster of the first account
};

void TestSavedAccounts::initTestCase()
{
    const QString problem = m_home.prepare();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_id = deletableIds(m_home.first(), 1).value(0).toUtf8();
    QVERIFY(!m_id.isEmpty());
}

void TestSavedAccounts::planAndApply()
{
    const Ending planned = plan(m_id, {QStringLiteral("--json")});
    QVERIFY2(planned.status == 0, planned.err.constData());
    const QString file = m_home.write(planned.out);
    const Ending applied =
        m_home.run({QStringLiteral("apply"), file, QStringLiteral("--count"), QStringLiteral("1")});
    QVERIFY2(applied.status == 0, applied.err.constData());
    const Ending history = m_home.run({QStringLiteral("history"), QStringLiteral("--json")});
    QCOMPARE(history.status, 0);
    const QJsonArray batches = QJsonDocument::fromJson(history.out).array();
    QCOMPARE(batches.size(), 1);
    QCOMPARE(batches.at(0)[QLatin1String("account")].toString(), QStringLiteral("lab-1"));
}

void TestSavedAccounts::closedAccountByName()
{
    const Ending planned = plan(m_id, {QStringLiteral("--account"), QStringLiteral("lab-2")});
    QCOMPARE(planned.status, 1); // the cluster belongs to the other account
    QVERIFY2(planned.out.contains(m_id), planned.out.constData());
}

void TestSavedAccounts::unknownAccount()
{
    const Ending planned = plan(m_id, {QStringLiteral("--account"), QStringLiteral("lab-3")});
    QCOMPARE(planned.status, 2);
    QVERIFY(planned.err.contains("There is no saved account"));
}

/// The data of the other accounts is printed, and the missing account is reported.
void TestSavedAccounts::anAccountThatCannotBeRead()
{
    const QStringList list{QStringLiteral("list"), QStringLiteral("--json")};
    QVERIFY(m_home.openSecond(false));
    const Ending first = m_home.run(list);
    QVERIFY2(first.status == 0, first.err.constData());
    QVERIFY(m_home.openSecond(true));
    const Ending both = m_home.run(list);
    QVERIFY2(both.status == 0, both.err.constData());
    const auto count = [](const Ending &ending) {
        return QJsonDocument::fromJson(ending.out)[u"clusters"].toArray().size();
    };
    QVERIFY(count(both) > count(first));
    m_home.endSecond();
    const Ending rest = m_home.run(list);
    QCOMPARE(rest.status, 1);
    QCOMPARE(count(rest), count(first));
    QCOMPARE(QJsonDocument::fromJson(rest.out)[u"accounts"][1][u"complete"].toBool(true), false);
    QVERIFY2(rest.err.contains("lab-2") && rest.err.contains("The list is not complete."),
             rest.err.constData());
    const Ending due = m_home.run({QStringLiteral("due")});
    QCOMPARE(due.status, 6);
    QCOMPARE(
        m_home.run({QStringLiteral("due"), QStringLiteral("--account"), QStringLiteral("lab-1")})
            .status,
        0);
}

QTEST_GUILESS_MAIN(TestSavedAccounts)
#include "tst_savedaccounts.moc"
