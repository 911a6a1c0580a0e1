// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/account.h"
#include "app/commandline/options.h"

#include <QDir>
#include <QTest>

using namespace clusterdeck;

class TestOptions : public QObject
{
    Q_OBJECT

private slots:
    void wrong_data();
    void wrong();
    void none();
    void demo();
    void logging();
    void dataFolder();
    void real();
    void zoneFromEnvironment();
    void keysAloneOpenNothing();
    void idOfTheAccount();
    void helpComesFirst();
    void repeatsNoValue();
};

namespace
{

const Environment keys{{QStringLiteral("QINGCLOUD_ACCESS_KEY_ID"), QStringLiteral("ID")},
                       {QStringLiteral("QINGCLOUD_SECRET_ACCESS_KEY"), QStringLiteral("SECRET")}};

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

void TestOptions::wrong_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("withKeys");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *line, const char *says, bool withKeys = true) {
        QTest::addRow("%s", line) << QString::fromLatin1(line) << withKeys
                                  << QString::fromLatin1(says);
    };
    row("--nonsense", "no option --nonsense");
    row("stray", "The commands are");
    row("--zone a --zone b", "more than once");
    row("--demo=yes", "takes no value");
    row("--verbose=1", "takes no value");
    row("--log-file", "--log-file needs a value");
    row("--log-file=", "--log-file needs a file name");
    row("--data-dir", "--data-dir needs a value");
    row("--data-dir=", "--data-dir needs a folder name");
    row("--data-dir a --data-dir b", "more than once");
    row("--demo --data-dir a", "leave out --demo or --data-dir");
    row("--demo --take-over", "leave out --demo or --take-over");
    row("--take-over=yes", "takes no value");
    row("--log-file a --log-file b", "more than once");
    row("--zone", "--zone needs a value");
    row("--tour /tmp", "--tour needs --demo");
    row("--demo-seed 2", "--demo-seed needs --demo");
    row("--demo --demo-clusters many", "--demo-clusters must be");
    row("--demo --demo-clusters -1", "--demo-clusters must be");
    row("--demo --demo-seed -1", "--demo-seed must be");
    row("--demo --demo-job-seconds 0", "--demo-job-seconds must be");
    row("--demo --demo-job-seconds nan", "--demo-job-seconds must be");
    row("--demo --zone jn1a", "--demo uses the practice cloud");
    row("--zone jn1a --owner usr-a", "--endpoint is missing");
    row("list --account a --endpoint https://cloud.example --zone z --owner usr-a",
        "leave out one of them");
    row("--endpoint nonsense --zone z --owner usr-a", "must be an address");
    row("--endpoint http://cloud.example --zone z --owner usr-a", "must begin with https");
    row("--endpoint https://cloud.example/api?x=1 --zone z --owner usr-a",
        "must end after the host");
    row("--endpoint https://u:p@cloud.example --zone z --owner usr-a", "user name or a password");
    row("--endpoint https://cloud.example --owner usr-a", "zone is missing");
    row("--endpoint https://cloud.example --zone z", "--owner is missing");
    row("--endpoint https://cloud.example --zone z --owner me", "--owner must be a user ID");
    row("--endpoint https://cloud.example --zone z --owner usr-a --run-user me",
        "--run-user must be a user ID");
    row("--endpoint https://cloud.example --zone z --owner usr-a", "QINGCLOUD_ACCESS_KEY_ID",
        false);
}

void TestOptions::wrong()
{
    QFETCH(const QString, line);
    QFETCH(const bool, withKeys);
    QFETCH(const QString, says);
    const auto options =
        parseOptions(line.split(u' ', Qt::SkipEmptyParts), withKeys ? keys : Environment());
    QVERIFY(!options);
    QVERIFY2(options.error().contains(says), qPrintable(options.error()));
    QVERIFY(options.error().endsWith(u'.'));
}

void TestOptions::none()
{
    const auto options = parseOptions({}, {});
    QVERIFY(options);
    QVERIFY(!options->demo && !options->real && options->tour.isEmpty());
}

void TestOptions::demo()
{
    const auto options = parseOptions(
        words("--demo --tour out --demo-clusters 7 --demo-seed 9 --demo-job-seconds 0.5"), keys);
    QVERIFY(options);
    QVERIFY(options->demo && !options->real);
    QCOMPARE(options->tour, QStringLiteral("out"));
    QCOMPARE(options->demoClusters, 7);
    QCOMPARE(options->demoSeed, quint64(9));
    QCOMPARE(options->demoJobSeconds, 0.5);
}

/// With all log options, and with none.
void TestOptions::logging()
{
    for (const char *rest :
         {"", "--demo", "--endpoint https://cloud.example --zone z --owner usr-a"}) {
        const auto quiet = parseOptions(words(rest), keys);
        QVERIFY(quiet && !quiet->verbose && quiet->logFile.isEmpty());
        const auto loud = parseOptions(words("--verbose --log-file x.log") + words(rest), keys);
        QVERIFY(loud && loud->verbose);
        QCOMPARE(loud->logFile, QStringLiteral("x.log"));
        QCOMPARE(loud->real.has_value(), quiet->real.has_value());
    }
    QVERIFY(helpText().contains(u"--verbose") && helpText().contains(u"--log-file"));
}

void TestOptions::dataFolder()
{
    const Environment variable{{QStringLiteral("CLUSTERDECK_DATA_DIR"), QStringLiteral("/b")}};
    QVERIFY(parseOptions({}, {})->dataFolder.isEmpty());
    QVERIFY(!parseOptions({}, {})->takeOver);
    QCOMPARE(parseOptions({}, variable)->dataFolder, QStringLiteral("/b"));
    QCOMPARE(parseOptions(words("--data-dir /a --take-over"), variable)->dataFolder,
             QStringLiteral("/a"));
    QVERIFY(parseOptions(words("history --data-dir /a --take-over"), {})->takeOver);
    QCOMPARE(parseOptions(words("history --data-dir a"), {})->dataFolder,
             QDir::current().filePath(QStringLiteral("a")));
    QVERIFY(parseOptions(words("--demo"), variable)->demo); // the demo keeps no data
}

void TestOptions::real()
{
    const auto options = parseOptions(
        words("--endpoint http://127.0.0.1:8080 --zone jn1a --owner usr-a1 --run-user usr-B2"),
        keys);
    QVERIFY2(options, qPrintable(options ? QString() : options.error()));
    QVERIFY(options->real);
    QCOMPARE(options->real->baseUrl, QUrl(QStringLiteral("http://127.0.0.1:8080")));
    QCOMPARE(options->real->zone, QStringLiteral("jn1a"));
    QCOMPARE(options->real->owner, QStringLiteral("usr-a1"));
    QCOMPARE(options->real->runUser, QStringLiteral("usr-B2"));
    QCOMPARE(options->real->credentials.accessKeyId, QStringLiteral("ID"));
    QCOMPARE(options->real->credentials.secretAccessKey, QStringLiteral("SECRET"));
}

void TestOptions::zoneFromEnvironment()
{
    Environment environment = keys;
    environment.insert(QStringLiteral("QINGCLOUD_ZONE"), QStringLiteral("from-env"));
    const QStringList base = words("--endpoint https://cloud.example --owner usr-a");
    QCOMPARE(parseOptions(base, environment)->real->zone, QStringLiteral("from-env"));
    QCOMPARE(parseOptions(base + words("--zone mine"), environment)->real->zone,
             QStringLiteral("mine"));
}

void TestOptions::keysAloneOpenNothing()
{
    const auto options = parseOptions({}, keys);
    QVERIFY(options && !options->real);
}

void TestOptions::idOfTheAccount()
{
    const auto id = [](const char *line) {
        return accountId(*parseOptions(words(line), keys)->real);
    };
    const QString one = id("--endpoint https://cloud.example --zone z --owner usr-a");
    QCOMPARE(id("--endpoint https://CLOUD.example:443 --zone z --owner usr-a --run-user usr-b"),
             one);
    QVERIFY(id("--endpoint https://cloud.example --zone y --owner usr-a") != one);
    QVERIFY(id("--endpoint https://cloud.example --zone z --owner usr-b") != one);
    QVERIFY(id("--endpoint https://cloud.example:8443 --zone z --owner usr-a") != one);
    QVERIFY(!one.contains(u"SECRET") && !one.contains(u"ID"));
}

void TestOptions::helpComesFirst()
{
    QVERIFY(parseOptions(words("--help --zone z"), {})->help);
    QVERIFY(parseOptions(words("-v"), {})->version);
    QVERIFY(helpText().contains(u"--endpoint"));
}

void TestOptions::repeatsNoValue()
{
    for (const char *line :
         {"--secret=HUSH", "HUSH", "--demo=HUSH", "--endpoint HUSH --owner usr-a",
          "--endpoint https://x.example --zone z --owner HUSH"}) {
        const auto options = parseOptions(words(line), keys);
        QVERIFY(!options);
        QVERIFY2(!options.error().contains(u"HUSH"), qPrintable(options.error()));
    }
}

QTEST_APPLESS_MAIN(TestOptions)
#include "tst_options.moc"
