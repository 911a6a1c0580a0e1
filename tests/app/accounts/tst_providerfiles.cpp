// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/providerfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace clusterdeck;

using Kind = FileProblemKind;

namespace
{

using Parsed = tl::expected<ProviderKeys, ProviderFileProblem>;

const ProviderKeys Good{QStringLiteral("QYACCESSKEYIDEXAMPLE"),
                        QStringLiteral("SECRETACCESSKEY/with+signs="), QStringLiteral("jn1a")};

Parsed problem(Kind kind, int line, const char *name = "")
{
    return tl::unexpected(ProviderFileProblem{kind, line, QString::fromLatin1(name), {}});
}

/// Technical details are not compared; they only must not contain the file's secrets.
Parsed withoutDetail(Parsed parsed)
{
    if (parsed)
        return parsed;
    const QString detail = std::exchange(parsed.error().detail, QString());
    if (detail.contains(QLatin1String("SECRET")) || detail.contains(QLatin1String("QYACCESS")))
        qFatal("the detail quotes the file: %s", qPrintable(detail));
    return parsed;
}

QString shown(const Parsed &parsed)
{
    if (parsed)
        return parsed->accessKeyId + u'|' + parsed->secretAccessKey + u'|' + parsed->zone;
    return QStringLiteral("problem %1 in line %2 about \"%3\"")
        .arg(int(parsed.error().kind))
        .arg(parsed.error().line)
        .arg(parsed.error().name);
}

const QByteArray GoodYaml = "qy_access_key_id: 'QYACCESSKEYIDEXAMPLE'\n"
                            "qy_secret_access_key: 'SECRETACCESSKEY/with+signs='\n"
                            "zone: jn1a\n";
const QByteArray GoodIni = "[default]\n"
                           "access_key_id = QYACCESSKEYIDEXAMPLE\n"
                           "secret_access_key = SECRETACCESSKEY/with+signs=\n"
                           "zone = jn1a\n";

/// A home folder with a .qingcloud folder.
struct Home {
    Home() { QDir(dir.path()).mkdir(QStringLiteral(".qingcloud")); }
    [[nodiscard]] QString yaml() const { return dir.filePath(".qingcloud/config.yaml"); }
    [[nodiscard]] QString ini() const { return dir.filePath(".qingcloud/config"); }
    void write(const QString &path, const QByteArray &bytes, mode_t mode = 0600) const
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", qPrintable(path));
        file.close();
        chmod(QFile::encodeName(path).constData(), mode);
    }
    [[nodiscard]] QList<ImportCandidate> find(const QMap<QString, QString> &environment = {}) const
    {
        return findProviderKeys(dir.path(), environment);
    }

    QTemporaryDir dir;
};

Kind kindOf(const ImportCandidate &candidate)
{
    if (candidate.keys)
        qFatal("keys where a problem was expected");
    return candidate.keys.error().kind;
}

/// Reports each write in a folder, and each opening of a file for writing.
struct WriteWatch {
    explicit WriteWatch(const QString &folder)
        : descriptor(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        inotify_add_watch(descriptor, QFile::encodeName(folder).constData(),
                          IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVE);
    }
    ~WriteWatch() { close(descriptor); }
    [[nodiscard]] bool heard() const
    {
        char buffer[4096];
        return read(descriptor, buffer, sizeof buffer) > 0;
    }
    int descriptor;
};

} // namespace

/// The provider's own files and variables: the values taken from them, and the errors for those
/// that cannot be used.
class TestProviderFiles : public QObject
{
    Q_OBJECT

private slots:
    void yaml_data();
    void yaml();
    void ini_data();
    void ini();
    void environment_data();
    void environment();
    void orderOfPrecedence();
    void nothingThere();
    void openToOthers_data();
    void openToOthers();
    void noRegularFile_data();
    void noRegularFile();
    void largeFile();
    void largestFile();
    void closedFile();
    void neverWritten();
};

void TestProviderFiles::yaml_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Parsed>("expected");

    const QByteArray id = "qy_access_key_id: QYACCESSKEYIDEXAMPLE\n";
    const QByteArray secret = "qy_secret_access_key: SECRETACCESSKEY/with+signs=\n";
    const QByteArray zone = "zone: jn1a\n";
    const ProviderKeys zoneless{Good.accessKeyId, Good.secretAccessKey, {}};
    const auto row = [](const char *name, const QByteArray &bytes, const Parsed &expected) {
        QTest::newRow(name) << bytes << expected;
    };
    row("good", GoodYaml, Good);
    row("plain", id + secret + zone, Good);
    row("CRLF", QByteArray(GoodYaml).replace("\n", "\r\n"), Good);
    row("byte order mark", "\xef\xbb\xbf" + GoodYaml, Good);
    row("comments", "# mine\n\n" + id + "\n# more\n" + secret + zone + "# end", Good);
    row("document marks", "---\n" + GoodYaml + "...\n", Good);
    row("flow",
        "{qy_access_key_id: QYACCESSKEYIDEXAMPLE, zone: jn1a, "
        "\"qy_secret_access_key\": \"SECRETACCESSKEY/with+signs=\"}",
        Good);
    row("with a tag for text", "qy_access_key_id: !!str QYACCESSKEYIDEXAMPLE\n" + secret + zone,
        Good);
    row("host and uri are not taken",
        GoodYaml + "host: 'api.qingcloud.com'\nport: 443\nuri: '/iaas'\nlog_level: debug\n", Good);
    row("only the top counts", id + secret + "more:\n  zone: pek3\n  " + id + "  list: [zone, 2]\n",
        zoneless);
    row("no zone", id + secret, zoneless);
    row("empty zone", id + secret + "zone:\n", zoneless);
    row("numbers are their digits", "qy_access_key_id: 00123\nqy_secret_access_key: 1.50\nzone: 7",
        ProviderKeys{"00123", "1.50", "7"});

    row("empty", "", problem(Kind::Missing, 0, "qy_access_key_id"));
    row("only a mark", "---\n", problem(Kind::Missing, 0, "qy_access_key_id"));
    row("id missing", secret + zone, problem(Kind::Missing, 0, "qy_access_key_id"));
    row("secret missing", id + zone, problem(Kind::Missing, 0, "qy_secret_access_key"));
    row("secret empty", id + "qy_secret_access_key:\n" + zone,
        problem(Kind::Missing, 2, "qy_secret_access_key"));
    row("secret nothing", id + "qy_secret_access_key: ~",
        problem(Kind::Missing, 2, "qy_secret_access_key"));

    row("list", id + "qy_secret_access_key: [SECRET]\n",
        problem(Kind::WrongType, 2, "qy_secret_access_key"));
    row("list of lines", id + "qy_secret_access_key:\n  - SECRET\n",
        problem(Kind::WrongType, 2, "qy_secret_access_key"));
    row("mapping", "qy_access_key_id: {QYACCESS: b}\n" + secret,
        problem(Kind::WrongType, 1, "qy_access_key_id"));
    row("zone is a list", id + secret + "zone: [jn1a]\n", problem(Kind::WrongType, 3, "zone"));
    row("alias", "a: &x SECRET\nqy_secret_access_key: *x\n" + id,
        problem(Kind::WrongType, 2, "qy_secret_access_key"));
    row("other tag", "qy_access_key_id: !!binary UVlBQ0NFU1M=\n" + secret,
        problem(Kind::WrongType, 1, "qy_access_key_id"));
    row("two words", "qy_access_key_id: QYACCESS KEY\n" + secret,
        problem(Kind::WrongType, 1, "qy_access_key_id"));
    row("several lines", id + "qy_secret_access_key: |\n  SECRET\n  SECRET\n",
        problem(Kind::WrongType, 2, "qy_secret_access_key"));
    row("not ASCII", "qy_access_key_id: QYACCÈSS\n" + secret,
        problem(Kind::WrongType, 1, "qy_access_key_id"));
    row("direction override", id + secret + "zone: \"\\u202ejn1a\"\n",
        problem(Kind::WrongType, 3, "zone"));
    row("long", id + "qy_secret_access_key: " + QByteArray(257, 'S') + "\n",
        problem(Kind::WrongType, 2, "qy_secret_access_key"));

    row("twice", id + secret + id, problem(Kind::Broken, 3, "qy_access_key_id"));
    row("zone twice", GoodYaml + zone, problem(Kind::Broken, 4, "zone"));
    row("a list at the top", "- " + id, problem(Kind::Broken, 1));
    row("a text at the top", "\nSECRET\n", problem(Kind::Broken, 2));
    row("two documents", GoodYaml + "---\n" + GoodYaml, problem(Kind::Broken, 4));
    row("rubbish behind the end", GoodYaml + "...\n]\n", problem(Kind::Broken, 5));
    row("a bracket too many", GoodYaml + "}\n", problem(Kind::Broken, 4));
    row("never closed", "more: [\n", problem(Kind::Broken, 1));
    row("quote never closed", id + "qy_secret_access_key: 'SECRET", problem(Kind::Broken, 2));
    // yaml-cpp accepts the end of the last line as the closing quote; the blank that it adds
    // reveals the error.
    row("quote never closed, line ends", id + "qy_secret_access_key: 'SECRET\n",
        problem(Kind::WrongType, 2, "qy_secret_access_key"));
    row("quote never closed, lines follow", id + "qy_secret_access_key: \"SECRET\n\n" + zone,
        problem(Kind::WrongType, 2, "qy_secret_access_key"));
    row("tab", id + "\tzone: x\n", problem(Kind::Broken, 2));
    row("unknown alias", id + "zone: *SECRET\n", problem(Kind::Broken, 2));
    row("bad escape", id + "zone: \"\\SECRET\"\n", problem(Kind::Broken, 2));
    row("INI instead", GoodIni, problem(Kind::Broken, 1));
    row("deep", "a: " + QByteArray(30000, '[') + QByteArray(30000, ']') + "\n" + GoodYaml,
        problem(Kind::Broken, 1));
    row("deep dashes", QByteArray("- ").repeated(30000), problem(Kind::Broken, 1));
    row("deep mappings", "a: " + QByteArray("{a: ").repeated(15000), problem(Kind::Broken, 1));

    row("NUL", id + QByteArray("zone: \0x", 8), problem(Kind::NotText, 2));
    row("the parser's own end of file", GoodYaml + "\x04}", problem(Kind::NotText, 4));
    row("Latin-1", id + secret + "# \xe4\n", problem(Kind::NotText, 3));
    row("UTF-16", "\xff\xfeq", problem(Kind::NotText, 1));
    row("too large", QByteArray(MaxProviderFileBytes + 1, '#'), problem(Kind::TooLarge, 0));
}

void TestProviderFiles::yaml()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Parsed, expected);
    const Parsed parsed = withoutDetail(parseProviderYaml(bytes));
    QVERIFY2(parsed == expected, qPrintable(shown(parsed)));
}

void TestProviderFiles::ini_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Parsed>("expected");

    const QByteArray head = "[default]\n";
    const QByteArray id = "access_key_id = QYACCESSKEYIDEXAMPLE\n";
    const QByteArray secret = "secret_access_key = SECRETACCESSKEY/with+signs=\n";
    const QByteArray zone = "zone = jn1a\n";
    const auto row = [](const char *name, const QByteArray &bytes, const Parsed &expected) {
        QTest::newRow(name) << bytes << expected;
    };
    row("good", GoodIni, Good);
    row("CRLF", QByteArray(GoodIni).replace("\n", "\r\n"), Good);
    row("byte order mark", "\xef\xbb\xbf" + GoodIni, Good);
    row("blanks",
        "  [ default ]  \n\t access_key_id=QYACCESSKEYIDEXAMPLE \t\n" + secret + "zone\t=\tjn1a",
        Good);
    row("comments", "# a\n; b = c\n\n" + head + id + "#zone = x\n ; zone = y\n" + secret + zone,
        Good);
    row("capital names", head + "ACCESS_KEY_ID = QYACCESSKEYIDEXAMPLE\n" + secret + zone, Good);
    row("quotes", head + "access_key_id = \"QYACCESSKEYIDEXAMPLE\"\n" + secret + "zone = 'jn1a'",
        Good);
    row("other settings", head + "host = api.qingcloud.com\nuri = /iaas\n" + id + secret + zone,
        Good);
    row("other sections", "[work]\n" + id + "zone = pek3\nany form\n" + GoodIni + "[x]\n" + zone,
        Good);
    row("as it is written", head + "access_key_id = a,b\\x41%41\nsecret_access_key = c;d#e==\n",
        ProviderKeys{"a,b\\x41%41", "c;d#e==", {}});

    row("empty", "", problem(Kind::Missing, 0, "access_key_id"));
    row("no default section", "[work]\n" + id + secret, problem(Kind::Missing, 0, "access_key_id"));
    row("secret missing", head + id, problem(Kind::Missing, 0, "secret_access_key"));
    row("secret empty", head + id + "secret_access_key =\n",
        problem(Kind::Missing, 3, "secret_access_key"));
    row("two words", head + id + "secret_access_key = SECRET ; mine\n",
        problem(Kind::WrongType, 3, "secret_access_key"));
    row("not ASCII", head + id + secret + "zone = ü\n", problem(Kind::WrongType, 4, "zone"));
    row("twice", GoodIni + id, problem(Kind::Broken, 5, "access_key_id"));
    row("section twice", GoodIni + head, problem(Kind::Broken, 5));
    row("section never ends", "\n[default\n", problem(Kind::Broken, 2));
    row("no section", id + secret, problem(Kind::Broken, 1));
    row("no setting", head + id + "SECRET\n", problem(Kind::Broken, 3));
    row("no name", head + "= SECRET\n", problem(Kind::Broken, 2));
    row("YAML instead", GoodYaml, problem(Kind::Broken, 1));
    row("NUL", head + QByteArray("zone = \0x", 9), problem(Kind::NotText, 2));
    row("Latin-1", GoodIni + "# \xe4\n", problem(Kind::NotText, 5));
    row("UTF-16", "\xfe\xff[", problem(Kind::NotText, 1));
    row("too large", QByteArray(MaxProviderFileBytes + 1, '\n'), problem(Kind::TooLarge, 0));
}

void TestProviderFiles::ini()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Parsed, expected);
    const Parsed parsed = withoutDetail(parseProviderIni(bytes));
    QVERIFY2(parsed == expected, qPrintable(shown(parsed)));
}

void TestProviderFiles::environment_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<bool>("found");
    QTest::addColumn<Parsed>("expected");

    const QString id = Good.accessKeyId;
    const QString secret = Good.secretAccessKey;
    QTest::newRow("all") << id << secret << "jn1a" << true << Parsed(Good);
    QTest::newRow("blanks") << " " + id << secret + "\n"
                            << "jn1a" << true << Parsed(Good);
    QTest::newRow("no zone") << id << secret << "" << true << Parsed(ProviderKeys{id, secret, {}});
    QTest::newRow("only a zone") << ""
                                 << ""
                                 << "jn1a" << false << Parsed();
    QTest::newRow("blank") << " "
                           << ""
                           << "jn1a" << false << Parsed();
    QTest::newRow("no secret") << id << ""
                               << "jn1a" << true
                               << problem(Kind::Missing, 0, "QINGCLOUD_SECRET_ACCESS_KEY");
    QTest::newRow("no id") << "" << secret << "jn1a" << true
                           << problem(Kind::Missing, 0, "QINGCLOUD_ACCESS_KEY_ID");
    QTest::newRow("two words") << id << secret << "jn1a pek3" << true
                               << problem(Kind::WrongType, 0, "QINGCLOUD_ZONE");
}

void TestProviderFiles::environment()
{
    QFETCH(QString, id);
    QFETCH(QString, secret);
    QFETCH(QString, zone);
    QFETCH(bool, found);
    QFETCH(Parsed, expected);
    QMap<QString, QString> variables{{"PATH", "/bin"}};
    if (!id.isEmpty())
        variables["QINGCLOUD_ACCESS_KEY_ID"] = id;
    if (!secret.isEmpty())
        variables["QINGCLOUD_SECRET_ACCESS_KEY"] = secret;
    if (!zone.isEmpty())
        variables["QINGCLOUD_ZONE"] = zone;

    const Home home;
    const QList<ImportCandidate> candidates = home.find(variables);
    QCOMPARE(candidates.size(), found ? 1 : 0);
    if (!found)
        return;
    const ImportCandidate &candidate = candidates.first();
    QCOMPARE(candidate.source, ImportCandidate::Source::Variables);
    QVERIFY(!candidate.openToOthers);
    const Parsed parsed = withoutDetail(candidate.keys);
    QVERIFY2(parsed == expected, qPrintable(shown(parsed)));
}

void TestProviderFiles::orderOfPrecedence()
{
    const Home home;
    home.write(home.yaml(), GoodYaml);
    home.write(home.ini(), "[default]\n");
    const auto candidates = home.find(
        {{"QINGCLOUD_ACCESS_KEY_ID", "ENVKEY"}, {"QINGCLOUD_SECRET_ACCESS_KEY", "ENVSECRET"}});
    QCOMPARE(candidates.size(), 3);
    QCOMPARE(candidates.at(0).source, ImportCandidate::Source::Variables);
    QCOMPARE(candidates.at(0).keys->accessKeyId, QStringLiteral("ENVKEY"));
    QCOMPARE(candidates.at(1).source, ImportCandidate::Source::Yaml);
    QCOMPARE(candidates.at(1).path, home.yaml());
    QVERIFY(candidates.at(1).keys == Parsed(Good));
    QCOMPARE(candidates.at(2).source, ImportCandidate::Source::Ini);
    QCOMPARE(candidates.at(2).path, home.ini());
    QCOMPARE(kindOf(candidates.at(2)), Kind::Missing);
}

void TestProviderFiles::nothingThere()
{
    const QTemporaryDir empty;
    QVERIFY(findProviderKeys(empty.path(), {}).isEmpty());
    QVERIFY(findProviderKeys(QString(), {}).isEmpty());
    const Home home;
    QVERIFY(home.find().isEmpty());
    // A broken link counts as missing, and a file in place of the folder contains nothing.
    QVERIFY(QFile::link(home.dir.filePath("nowhere"), home.yaml()));
    QVERIFY(home.find().isEmpty());
    home.write(empty.filePath(".qingcloud"), GoodYaml);
    QVERIFY(findProviderKeys(empty.path(), {}).isEmpty());
}

void TestProviderFiles::openToOthers_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("expected");
    QTest::newRow("600") << 0600 << false;
    QTest::newRow("400") << 0400 << false;
    QTest::newRow("700") << 0700 << false;
    QTest::newRow("640") << 0640 << true;
    QTest::newRow("604") << 0604 << true;
    QTest::newRow("644") << 0644 << true;
    QTest::newRow("620") << 0620 << true;
}

void TestProviderFiles::openToOthers()
{
    QFETCH(int, mode);
    QFETCH(bool, expected);
    const Home home;
    home.write(home.yaml(), GoodYaml, mode_t(mode));
    home.write(home.ini(), "broken", mode_t(mode)); // reported for an unusable file as well
    const auto candidates = home.find();
    QCOMPARE(candidates.size(), 2);
    QVERIFY(candidates.at(0).keys);
    QCOMPARE(candidates.at(0).openToOthers, expected);
    QVERIFY(!candidates.at(1).keys);
    QCOMPARE(candidates.at(1).openToOthers, expected);
}

void TestProviderFiles::noRegularFile_data()
{
    QTest::addColumn<QByteArray>("linkTo");
    QTest::newRow("FIFO") << QByteArray("fifo");
    QTest::newRow("directory") << QByteArray("directory");
    QTest::newRow("/dev/zero") << QByteArray("/dev/zero");
    QTest::newRow("/dev/null") << QByteArray("/dev/null");
    QTest::newRow("itself") << QByteArray("config.yaml");
}

void TestProviderFiles::noRegularFile()
{
    QFETCH(QByteArray, linkTo);
    const Home home;
    QCOMPARE(mkfifo(QFile::encodeName(home.dir.filePath(".qingcloud/fifo")).constData(), 0600), 0);
    QVERIFY(QDir(home.dir.path()).mkdir(".qingcloud/directory"));
    for (const QString &path : {home.yaml(), home.ini()}) {
        const QByteArray target =
            linkTo == "config.yaml" ? QFile::encodeName(QFileInfo(path).fileName()) : linkTo;
        QCOMPARE(symlink(target.constData(), QFile::encodeName(path).constData()), 0);
    }
    const auto candidates = home.find();
    QCOMPARE(candidates.size(), 2);
    QCOMPARE(kindOf(candidates.at(0)), Kind::Unreadable);
    QCOMPARE(kindOf(candidates.at(1)), Kind::Unreadable);
}

void TestProviderFiles::largeFile()
{
    const Home home;
    home.write(home.yaml(), GoodYaml + QByteArray(qsizetype{10} * 1024 * 1024, '#'));
    home.write(home.ini(), QByteArray("[default]\n").repeated(qsizetype{1024} * 1024));
    const auto candidates = home.find();
    QCOMPARE(candidates.size(), 2);
    QCOMPARE(kindOf(candidates.at(0)), Kind::TooLarge);
    QCOMPARE(kindOf(candidates.at(1)), Kind::TooLarge);
}

void TestProviderFiles::largestFile()
{
    const Home home;
    home.write(home.yaml(), GoodYaml + QByteArray(MaxProviderFileBytes - GoodYaml.size(), '#'));
    home.write(home.ini(), GoodIni + QByteArray(MaxProviderFileBytes - GoodIni.size(), '\n'));
    for (const ImportCandidate &candidate : home.find())
        QVERIFY(candidate.keys == Parsed(Good));
}

/// Root can read every file, so the test looks as another user for a moment.
void TestProviderFiles::closedFile()
{
    const Home home;
    home.write(home.yaml(), GoodYaml, 0000);
    home.write(home.ini(), GoodIni, 0644);
    chmod(QFile::encodeName(home.dir.path()).constData(), 0755);
    const bool isRoot = geteuid() == 0;
    constexpr uid_t Nobody = 65534;
    if (isRoot && seteuid(Nobody) != 0)
        QSKIP("root cannot become another user here, and nothing is closed to root");
    const auto fileClosed = home.find();
    if (isRoot)
        QCOMPARE(seteuid(0), 0);
    QCOMPARE(fileClosed.size(), 2);
    QCOMPARE(kindOf(fileClosed.at(0)), Kind::Unreadable);
    QVERIFY(fileClosed.at(1).keys);

    // An unreadable folder may contain anything.
    const QByteArray folder = QFile::encodeName(home.dir.filePath(".qingcloud"));
    chmod(folder.constData(), 0000);
    if (isRoot)
        QCOMPARE(seteuid(Nobody), 0);
    const auto folderClosed = home.find();
    if (isRoot)
        QCOMPARE(seteuid(0), 0);
    chmod(folder.constData(), 0700);
    QCOMPARE(folderClosed.size(), 2);
    QCOMPARE(kindOf(folderClosed.at(1)), Kind::Unreadable);
}

void TestProviderFiles::neverWritten()
{
    const Home home;
    home.write(home.yaml(), GoodYaml, 0640);
    home.write(home.ini(), "broken\n", 0604);
    struct stat before[2], after[2];
    stat(QFile::encodeName(home.yaml()).constData(), &before[0]);
    stat(QFile::encodeName(home.ini()).constData(), &before[1]);
    const WriteWatch watch(home.dir.filePath(".qingcloud"));
    QCOMPARE(home.find().size(), 2);
    QVERIFY(!watch.heard());

    stat(QFile::encodeName(home.yaml()).constData(), &after[0]);
    stat(QFile::encodeName(home.ini()).constData(), &after[1]);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(after[i].st_mode, before[i].st_mode);
        QCOMPARE(after[i].st_size, before[i].st_size);
        QCOMPARE(after[i].st_ino, before[i].st_ino);
        QCOMPARE(after[i].st_mtim.tv_sec, before[i].st_mtim.tv_sec);
        QCOMPARE(after[i].st_mtim.tv_nsec, before[i].st_mtim.tv_nsec);
    }
    QFile yaml(home.yaml());
    QVERIFY(yaml.open(QIODevice::ReadOnly));
    QCOMPARE(yaml.readAll(), GoodYaml);
    QCOMPARE(QDir(home.dir.filePath(".qingcloud")).entryList(QDir::Files | QDir::Hidden).size(), 2);

    // The watch works: it notices opening for writing without a write.
    QFile ini(home.ini());
    QVERIFY(ini.open(QIODevice::Append));
    ini.close();
    QVERIFY(watch.heard());
}

QTEST_GUILESS_MAIN(TestProviderFiles)
#include "tst_providerfiles.moc"
