// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountform.h"
#include "app/api/cafile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace clusterdeck;

namespace
{

AccountForm goodForm()
{
    AccountForm form = formFrom(Account());
    form.name = QStringLiteral("prod-lab");
    form.address = QStringLiteral("https://hpc.api.qingcloud.com");
    form.zone = QStringLiteral("jn1a");
    form.owner = QStringLiteral("usr-IuZxPyn2");
    form.accessKeyId = QStringLiteral("QYACCESSKEYIDEXAMPLE");
    form.secret = QStringLiteral("SECRETACCESSKEY");
    return form;
}

using Set = void (*)(AccountForm &);

} // namespace

class TestAccountForm : public QObject
{
    Q_OBJECT

private slots:
    void aGoodFormHasNoProblem() { QVERIFY(!firstProblem(goodForm(), {})); }

    void rules_data();
    void rules();
    void addresses_data();
    void addresses();
    void anotherAccountsNameAndPlaceAreTaken();
    void certificates();
    void whoCanChangeTheCaFile();
    void thereAndBack();
    void anAccountIsItsCloudZoneAndOwner();
    void whoseAccountItIs();
};

void TestAccountForm::rules_data()
{
    QTest::addColumn<Set>("set");
    QTest::addColumn<AccountField>("field");
    QTest::addColumn<FieldProblem>("problem");
    using F = AccountField;
    using P = FieldProblem;
    const auto row = [](const char *name, Set set, F field, P problem) {
        QTest::newRow(name) << set << field << problem;
    };
    row(
        "no name", [](AccountForm &f) { f.name = QStringLiteral("  "); }, F::Name, P::Empty);
    row(
        "a name of control characters",
        [](AccountForm &f) { f.name = QStringLiteral("a\x1b[31m"); }, F::Name, P::NotPrintable);
    row(
        "a name that turns text around",
        [](AccountForm &f) { f.name = QStringLiteral("a\u202eb"); }, F::Name, P::NotPrintable);
    row(
        "a Chinese name", [](AccountForm &f) { f.name = QStringLiteral("生产 集群"); }, F::Name,
        P::None);
    row(
        "a long name", [](AccountForm &f) { f.name = QString(201, u'x'); }, F::Name, P::TooLong);
    row(
        "no address", [](AccountForm &f) { f.address.clear(); }, F::Address, P::Empty);
    row(
        "no zone", [](AccountForm &f) { f.zone.clear(); }, F::Zone, P::Empty);
    row(
        "a zone with a blank", [](AccountForm &f) { f.zone = QStringLiteral("jn 1a"); }, F::Zone,
        P::HasSpaces);
    row(
        "a zone with blanks around", [](AccountForm &f) { f.zone = QStringLiteral(" jn1a "); },
        F::Zone, P::None);
    row(
        "a Chinese zone", [](AccountForm &f) { f.zone = QStringLiteral("济南"); }, F::Zone,
        P::NotPrintable);
    row(
        "no owner", [](AccountForm &f) { f.owner.clear(); }, F::Owner, P::Empty);
    row(
        "an owner of another form", [](AccountForm &f) { f.owner = QStringLiteral("IuZxPyn2"); },
        F::Owner, P::NotAUser);
    row(
        "an owner with a tail", [](AccountForm &f) { f.owner = QStringLiteral("usr-a\n"); },
        F::Owner, P::None); // trimmed
    row(
        "no run user", [](AccountForm &f) { f.runUser.clear(); }, F::RunUser, P::None);
    row(
        "a wrong run user", [](AccountForm &f) { f.runUser = QStringLiteral("root"); }, F::RunUser,
        P::NotAUser);
    row(
        "no key", [](AccountForm &f) { f.accessKeyId.clear(); }, F::AccessKeyId, P::Empty);
    row(
        "a key in two words", [](AccountForm &f) { f.accessKeyId = QStringLiteral("QY A"); },
        F::AccessKeyId, P::HasSpaces);
    row(
        "no secret", [](AccountForm &f) { f.secret.clear(); }, F::Secret, P::Empty);
    row(
        "the kept secret",
        [](AccountForm &f) {
            f.secret.clear();
            f.secretIsThereFor = f.accessKeyId;
        },
        F::Secret, P::None);
    row(
        "the kept secret of another key",
        [](AccountForm &f) {
            f.secret.clear();
            f.secretIsThereFor = QStringLiteral("ANOTHERKEY");
        },
        F::Secret, P::Empty);
    row(
        "a secret with a line break inside",
        [](AccountForm &f) { f.secret = QStringLiteral("SECRET\nKEY"); }, F::Secret, P::HasSpaces);
    row(
        "no path", [](AccountForm &f) { f.deletePath.clear(); }, F::DeletePath, P::NotAPath);
    row(
        "another path", [](AccountForm &f) { f.deletePath = QStringLiteral("/api/deleteCluster"); },
        F::DeletePath, P::None);
    row(
        "a path with a query", [](AccountForm &f) { f.deletePath = QStringLiteral("/api/x?y=1"); },
        F::DeletePath, P::NotAPath);
    row(
        "a path that climbs", [](AccountForm &f) { f.deletePath = QStringLiteral("/api/../x"); },
        F::DeletePath, P::NotAPath);
    row(
        "a wrong body key", [](AccountForm &f) { f.deleteIdsKey = QStringLiteral("a b"); },
        F::DeleteIdsKey, P::NotAName);
    row(
        "no unlease", [](AccountForm &f) { f.unlease.clear(); }, F::Unlease, P::None);
    row(
        "no CA file", [](AccountForm &f) { f.caFile.clear(); }, F::CaFile, P::None);
    row(
        "a CA file that is not there",
        [](AccountForm &f) { f.caFile = QStringLiteral("/nowhere/ca.pem"); }, F::CaFile,
        P::NoSuchFile);
    row(
        "a relative CA file", [](AccountForm &f) { f.caFile = QStringLiteral("ca.pem"); },
        F::CaFile, P::NotAbsolute);
    row(
        "a CA file in the home", [](AccountForm &f) { f.caFile = QStringLiteral("~/ca.pem"); },
        F::CaFile, P::NotAbsolute);
    row(
        "a folder as CA file", [](AccountForm &f) { f.caFile = QStringLiteral("/"); }, F::CaFile,
        P::NoSuchFile);
}

void TestAccountForm::rules()
{
    QFETCH(const Set, set);
    QFETCH(const AccountField, field);
    QFETCH(const FieldProblem, problem);
    AccountForm form = goodForm();
    set(form);
    QCOMPARE(problemOf(field, form, {}), problem);
    // Nothing else is reported as wrong.
    QCOMPARE(firstProblem(form, {}),
             problem == FieldProblem::None ? std::nullopt : std::optional(field));
}

void TestAccountForm::addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<FieldProblem>("problem");
    QTest::addColumn<QString>("url");
    using P = FieldProblem;
    QTest::newRow("host alone") << QStringLiteral("hpc.api.shanhe.com") << P::None
                                << QStringLiteral("https://hpc.api.shanhe.com");
    QTest::newRow("slash") << QStringLiteral(" https://a.example/ ") << P::None
                           << QStringLiteral("https://a.example");
    QTest::newRow("port") << QStringLiteral("https://a.example:8443") << P::None
                          << QStringLiteral("https://a.example:8443");
    QTest::newRow("plain http") << QStringLiteral("http://a.example") << P::PlainHttp << QString();
    QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8480") << P::None
                              << QStringLiteral("http://127.0.0.1:8480");
    QTest::newRow("looks like loopback")
        << QStringLiteral("http://127.0.0.1.evil.example") << P::PlainHttp << QString();
    QTest::newRow("path") << QStringLiteral("https://a.example/api") << P::HasPath << QString();
    QTest::newRow("query") << QStringLiteral("https://a.example?x=1") << P::HasPath << QString();
    QTest::newRow("password") << QStringLiteral("https://me:word@a.example") << P::HasUserName
                              << QString();
    QTest::newRow("another scheme")
        << QStringLiteral("ftp://a.example") << P::NotAnAddress << QString();
    QTest::newRow("words") << QStringLiteral("the usual one") << P::NotAnAddress << QString();
}

void TestAccountForm::addresses()
{
    QFETCH(const QString, typed);
    QFETCH(const FieldProblem, problem);
    QFETCH(const QString, url);
    AccountForm form = goodForm();
    form.address = typed;
    QCOMPARE(problemOf(AccountField::Address, form, {}), problem);
    if (problem == FieldProblem::None)
        QCOMPARE(accountFrom(form).api.baseUrl.toString(), url);
}

void TestAccountForm::anotherAccountsNameAndPlaceAreTaken()
{
    AccountForm form = goodForm();
    const Account other = accountFrom(form);
    QCOMPARE(problemOf(AccountField::Name, form, {other}), FieldProblem::NameTaken);
    form.name = QStringLiteral("PROD-LAB");
    QCOMPARE(problemOf(AccountField::Name, form, {other}), FieldProblem::NameTaken);
    form.name = QStringLiteral("second");
    QCOMPARE(firstProblem(form, {other}), std::optional(AccountField::Owner));
    QCOMPARE(problemOf(AccountField::Owner, form, {other}), FieldProblem::AccountExists);
    form.zone = QStringLiteral("other");
    QVERIFY(!firstProblem(form, {other}));
}

void TestAccountForm::certificates()
{
    const QTemporaryDir folder;
    const auto write = [&](const char *name, const QByteArray &bytes) {
        QFile file(folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QFile certificate(QStringLiteral(CLUSTERDECK_TESTS_DIR "/support/localhost.crt"));
    QVERIFY(certificate.open(QIODevice::ReadOnly));
    QVERIFY(write("good.pem", certificate.readAll()));
    QVERIFY(write("text.pem", "not a certificate\n"));
    QVERIFY(write("empty.pem", ""));
    AccountForm form = goodForm();
    form.caFile = folder.filePath(QStringLiteral("good.pem"));
    QCOMPARE(problemOf(AccountField::CaFile, form, {}), FieldProblem::None);
    for (const char *name : {"text.pem", "empty.pem"}) {
        form.caFile = folder.filePath(QLatin1String(name));
        QCOMPARE(problemOf(AccountField::CaFile, form, {}), FieldProblem::NoCertificate);
    }
}

/// Other users who can change the file would decide which servers are trusted.
void TestAccountForm::whoCanChangeTheCaFile()
{
    const QTemporaryDir folder;
    const QByteArray below = QFile::encodeName(folder.filePath(QStringLiteral("below")));
    const QByteArray name = below + "/ca.pem";
    const QString path = QFile::decodeName(name);
    QVERIFY(QDir().mkdir(QFile::decodeName(below)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    // A group that is not this user's private group.
    (void)::chown(name.constData(), uid_t(-1), 65534);
    (void)::chown(below.constData(), uid_t(-1), 65534);
    const auto open = [&](mode_t folderMode, mode_t fileMode) {
        return ::chmod(below.constData(), folderMode) == 0 &&
               ::chmod(name.constData(), fileMode) == 0 && othersCanChangeCaFile(path);
    };
    QVERIFY(!open(0755, 0644));
    QVERIFY(open(0755, 0664));
    QVERIFY(open(0755, 0646));
    QVERIFY(open(0775, 0644));
    QVERIFY(!open(01777, 0644));                                    // as in /tmp
    QVERIFY(!othersCanChangeCaFile(QStringLiteral("/etc/passwd"))); // owned by root
    QVERIFY(!othersCanChangeCaFile(QStringLiteral("/nowhere/ca.pem")));
    const QString link = folder.filePath(QStringLiteral("link.pem"));
    QVERIFY(QFile::link(path, link));
    QVERIFY(open(0775, 0644) && othersCanChangeCaFile(link));
    QVERIFY(!open(0755, 0644) && !othersCanChangeCaFile(link));
}

void TestAccountForm::thereAndBack()
{
    AccountForm form = goodForm();
    form.runUser = QStringLiteral("usr-other");
    form.environment = QStringLiteral("PROD");
    form.color = EnvironmentColor::Red;
    form.readOnly = true;
    form.unlease = QStringLiteral("1");
    form.inFlight = 4;
    form.together = 20;
    form.callsAnHour = 500;
    const AccountForm back = formFrom(accountFrom(form));
    QVERIFY(back.secret.isEmpty()); // never copied into a field
    QCOMPARE(back.name, form.name);
    QCOMPARE(back.address, form.address);
    QCOMPARE(back.runUser, form.runUser);
    QCOMPARE(back.environment, form.environment);
    QCOMPARE(back.color, form.color);
    QCOMPARE(back.readOnly, form.readOnly);
    QCOMPARE(back.unlease, form.unlease);
    QCOMPARE(back.inFlight, form.inFlight);
    QCOMPARE(back.together, 20);
    QCOMPARE(back.callsAnHour, form.callsAnHour);
    QCOMPARE(back.deletePath, QStringLiteral("/api/cluster/deleteCluster"));
    QCOMPARE(accountFrom(form).api.credentials.secretAccessKey, form.secret);
}

void TestAccountForm::anAccountIsItsCloudZoneAndOwner()
{
    const QString id = accountFrom(goodForm()).id;
    AccountForm same = goodForm();
    same.name = QStringLiteral("other");
    same.accessKeyId = QStringLiteral("OTHERKEY");
    same.address = QStringLiteral("HTTPS://HPC.api.qingcloud.com:443/");
    QCOMPARE(accountFrom(same).id, id);
    AccountForm other = goodForm();
    other.owner = QStringLiteral("usr-other");
    QVERIFY(accountFrom(other).id != id);
    QVERIFY(!id.contains(goodForm().accessKeyId));
    QVERIFY(!id.contains(goodForm().secret));
}

/// The first one is the author of what is written in the account's name.
void TestAccountForm::whoseAccountItIs()
{
    const auto users = [](const char *runUser, const char *owner) {
        ApiSettings api;
        api.runUser = QLatin1String(runUser);
        api.owner = QLatin1String(owner);
        return usersOf(api);
    };
    QCOMPARE(users("", ""), QStringList());
    QCOMPARE(users("", "usr-owner"), QStringList{"usr-owner"});
    QCOMPARE(users("usr-run", ""), QStringList{"usr-run"});
    QCOMPARE(users("usr-run", "usr-owner"), (QStringList{"usr-run", "usr-owner"}));
    QCOMPARE(users("usr-one", "usr-one"), QStringList{"usr-one"});
}

QTEST_GUILESS_MAIN(TestAccountForm)
#include "tst_accountform.moc"
