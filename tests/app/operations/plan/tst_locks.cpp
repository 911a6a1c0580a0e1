// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/locks.h"
#include "app/operations/plan/namepattern.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace clusterdeck;

namespace
{

const QString Account = QStringLiteral("https://hpc.api.qingcloud.com:443 jn1a usr-IuZxPyn2");

ClusterKey key(const char *id)
{
    return {Account, QLatin1String(id)};
}

LockChange locking(const QSet<ClusterKey> &keys, const QStringList &patterns = {})
{
    return {keys, {}, patterns, {}};
}

bool covers(const QString &pattern, const QString &name)
{
    Locks locks;
    locks.namePatterns = {pattern};
    return locks.covers({}, name);
}

using Kind = FileProblem::Kind;

} // namespace

class TestLocks : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("locks.json"));
    }

    void opensWhatIsOnDisk();
    void theSameLetters_data();
    void theSameLetters();
    void foldingEnds();
    void wildcards_data();
    void wildcards();
    void wildcardsAgreeWithTheRule();
    void hostileNamesEndSoon_data();
    void hostileNamesEndSoon();
    void whatOnlyLooksLockedIsNamed_data();
    void whatOnlyLooksLockedIsNamed();
    void patternsThatMatchNothing();
    void notUnderstood_data();
    void notUnderstood();
    void noFileIsNoLock();
    void notReadable();
    void replacingKeepsTheOldFile();
    void twoCopiesMerge();
    void aRemovalTakesOnlyWhatThisPersonRemoved();
    void unknownMembersStay();
    void anotherCopyIsNoticed();
    void aChangeWithinTheGrainOfTheClockIsNoticed();
    void aVanishedFileProtects();
    void aVanishedFileThatWasNotUnderstoodProtects();
    void whatCannotBeWrittenLocksAllTheSame();
    void anotherCopyIsWriting();
    void privateToItsOwner();
    void manyCopiesAtOnce();

private:
    [[nodiscard]] QByteArray bytes(const QString &path = {}) const
    {
        QFile file(path.isEmpty() ? m_path : path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &bytes) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestLocks::opensWhatIsOnDisk()
{
    QVERIFY(
        QFile::copy(QStringLiteral(CLUSTERDECK_TESTS_DIR "/fixtures/2026-11/locks.json"), m_path));
    const LockStore store(m_path);
    QVERIFY(!store.problem());
    QCOMPARE(store.locks().clusters, (QSet{key("ehpc-v4uu2l1a"), key("hpc-0001")}));
    QCOMPARE(
        store.locks().namePatterns,
        (QStringList{QStringLiteral("prod-*"), QStringLiteral("*keep*"), QStringLiteral("生产?")}));
}

void TestLocks::theSameLetters_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("locked");
    const QString prod = QStringLiteral("prod-*");
    QTest::newRow("as written") << prod << QStringLiteral("prod-a") << true;
    QTest::newRow("capitals") << prod << QStringLiteral("PROD-A") << true;
    QTest::newRow("another") << prod << QStringLiteral("my-prod-a") << false;
    QTest::newRow("non-breaking hyphen") << prod << QStringLiteral("prod\u2011c") << true;
    QTest::newRow("hyphen") << prod << QStringLiteral("prod\u2010c") << true;
    QTest::newRow("figure dash") << prod << QStringLiteral("prod\u2012c") << true;
    QTest::newRow("en dash") << prod << QStringLiteral("prod\u2013e") << true;
    QTest::newRow("em dash") << prod << QStringLiteral("prod\u2014e") << true;
    QTest::newRow("minus") << prod << QStringLiteral("prod\u22121") << true;
    QTest::newRow("superscript minus") << prod << QStringLiteral("prod\u207B1") << true;
    QTest::newRow("small hyphen-minus") << prod << QStringLiteral("prod\uFE631") << true;
    QTest::newRow("full-width hyphen") << prod << QStringLiteral("prod\uFF0D1") << true;
    QTest::newRow("vertical em dash") << prod << QStringLiteral("prod\uFE311") << true;
    QTest::newRow("Katakana mark") << prod << QStringLiteral("prodー1") << true;
    QTest::newRow("dash in the pattern")
        << QStringLiteral("prod\u2013*") << QStringLiteral("prod-a") << true;
    QTest::newRow("full-width letters") << prod << QStringLiteral("ｐｒｏｄ-a") << true;
    QTest::newRow("full-width capitals") << prod << QStringLiteral("ＰＲＯＤ－A") << true;
    QTest::newRow("full-width asterisk")
        << QStringLiteral("prod-＊") << QStringLiteral("prod-a") << true;
    QTest::newRow("full-width question mark")
        << QStringLiteral("prod-？") << QStringLiteral("prod-a") << true;
    QTest::newRow("mathematical letters") << prod << QStringLiteral("𝐩𝐫𝐨𝐝-a") << true;
    QTest::newRow("zero width space") << prod << QStringLiteral("pr\u200Bod-a") << true;
    QTest::newRow("zero width joiner") << prod << QStringLiteral("prod\u200D-a") << true;
    QTest::newRow("zero width non-joiner") << prod << QStringLiteral("prod\u200C-a") << true;
    QTest::newRow("byte order mark") << prod << QStringLiteral("\uFEFFprod-a") << true;
    QTest::newRow("soft hyphen") << prod << QStringLiteral("pr\u00ADod-a") << true;
    QTest::newRow("word joiner") << prod << QStringLiteral("prod\u2060-a") << true;
    QTest::newRow("grapheme joiner") << prod << QStringLiteral("pro\u034Fd-a") << true;
    QTest::newRow("variation selector") << prod << QStringLiteral("prod\uFE0F-a") << true;
    QTest::newRow("later variation selector") << prod << QStringLiteral("prod\U000E0100-a") << true;
    QTest::newRow("tag") << prod << QStringLiteral("prod\U000E0041-a") << true;
    QTest::newRow("right-to-left override") << prod << QStringLiteral("\u202Eprod-a") << true;
    QTest::newRow("isolate") << prod << QStringLiteral("\u2068prod-a\u2069") << true;
    QTest::newRow("Hangul filler") << prod << QStringLiteral("prod\u3164-a") << true;
    QTest::newRow("Mongolian selector") << prod << QStringLiteral("prod\u180B-a") << true;
    QTest::newRow("U+0000") << prod << QStringLiteral("pr") + QChar(u'\0') + "od-a" << true;
    QTest::newRow("escape") << prod << QStringLiteral("\u001Bprod-a") << true;
    QTest::newRow("blanks at the ends") << prod << QStringLiteral(" \u00A0prod-a\u3000") << true;
    QTest::newRow("no-break space within")
        << QStringLiteral("my lab") << QStringLiteral("my\u00A0lab") << true;
    QTest::newRow("ideographic space within")
        << QStringLiteral("my lab*") << QStringLiteral("my\u3000\u2002lab 2") << true;
    QTest::newRow("Braille blank")
        << QStringLiteral("my lab") << QStringLiteral("my\u2800lab") << true;
    QTest::newRow("blanks around the pattern")
        << QStringLiteral(" prod-* ") << QStringLiteral("prod-a") << true;
    QTest::newRow("composed, decomposed")
        << QStringLiteral("école-*") << QStringLiteral("e\u0301cole-1") << true;
    QTest::newRow("decomposed, composed")
        << QStringLiteral("e\u0301cole-*") << QStringLiteral("École-1") << true;
    QTest::newRow("sharp s") << QStringLiteral("straße") << QStringLiteral("STRASSE") << true;
    QTest::newRow("final sigma") << QStringLiteral("*ος") << QStringLiteral("ΛΟΓΟΣ") << true;
    QTest::newRow("dotted capital I")
        << QStringLiteral("prod-i*") << QStringLiteral("PROD-İ") << true;
    QTest::newRow("ligature") << QStringLiteral("final-*") << QStringLiteral("ﬁnal-1") << true;
    QTest::newRow("one character beyond the first plane")
        << QStringLiteral("prod-?") << QStringLiteral("prod-😀") << true;
    QTest::newRow("half a surrogate pair")
        << prod << QStringLiteral("prod") + QChar(0xD83D) << true;
    QTest::newRow("a name with a broken character")
        << prod << QStringLiteral("pro\uFFFD-a") << true;
    QTest::newRow("Chinese") << QStringLiteral("生产*") << QStringLiteral("生产-1") << true;
    QTest::newRow("compatibility ideograph")
        << QStringLiteral("\u6F22*") << QStringLiteral("\uFA47字") << true;
    QTest::newRow("an accent is another letter") << prod << QStringLiteral("pro\u0301d-a") << false;
    QTest::newRow("Cyrillic is another letter") << prod << QStringLiteral("рrоd-a") << false;
}

void TestLocks::theSameLetters()
{
    QFETCH(QString, pattern);
    QFETCH(QString, name);
    QTEST(covers(pattern, name), "locked");
}

/// For every character: folding the folded text changes nothing.
void TestLocks::foldingEnds()
{
    for (char32_t c = 1; c <= 0x1FFFF; ++c) {
        const QString text = QStringLiteral("a") + QString::fromUcs4(&c, 1) + QStringLiteral("b");
        const std::u32string once = foldedName(text);
        const QString again = QString::fromUcs4(once.data(), qsizetype(once.size()));
        if (foldedName(again) != once)
            QFAIL(qPrintable(QStringLiteral("U+%1").arg(uint(c), 4, 16)));
    }
}

void TestLocks::wildcards_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("locked");
    QTest::newRow("all") << "*"
                         << "" << true;
    QTest::newRow("lines and slashes") << "a*d"
                                       << "a/b\nc-d" << true;
    QTest::newRow("one needs one") << "a?"
                                   << "a" << false;
    QTest::newRow("brackets are characters") << "[x]?"
                                             << "[x]/" << true;
    QTest::newRow("brackets are no set") << "[x]?"
                                         << "x1" << false;
    QTest::newRow("a dot is a dot") << "a.c"
                                    << "abc" << false;
    QTest::newRow("a backslash is a character") << "a\\*"
                                                << "a\\b" << true;
    QTest::newRow("the last star decides") << "*a*b"
                                           << "xaybab" << true;
    QTest::newRow("stars in a row") << "a***b"
                                    << "ab" << true;
    QTest::newRow("to the end") << "*b"
                                << "abc" << false;
    QTest::newRow("star and one") << "*?"
                                  << "" << false;
}

void TestLocks::wildcards()
{
    QFETCH(QString, pattern);
    QFETCH(QString, name);
    QTEST(covers(pattern, name), "locked");
}

namespace
{

/// The rule of wildcards, implemented literally.
bool fits(std::u32string_view pattern, std::u32string_view name)
{
    if (pattern.empty())
        return name.empty();
    if (pattern.front() == U'*')
        return fits(pattern.substr(1), name) || (!name.empty() && fits(pattern, name.substr(1)));
    return !name.empty() && (pattern.front() == U'?' || pattern.front() == name.front()) &&
           fits(pattern.substr(1), name.substr(1));
}

void forEachText(std::u32string_view alphabet, size_t longest,
                 const std::function<void(const std::u32string &)> &then)
{
    QList<std::u32string> texts{{}};
    for (qsizetype i = 0; i < texts.size(); ++i) {
        then(std::u32string(texts.at(i)));
        if (texts.at(i).size() == longest)
            continue;
        for (const char32_t c : alphabet)
            texts.append(std::u32string(texts.at(i)) + c);
    }
}

} // namespace

/// Every pattern of up to five characters with every name of up to five.
void TestLocks::wildcardsAgreeWithTheRule()
{
    forEachText(U"ab*?", 5, [](const std::u32string &pattern) {
        forEachText(U"ab", 5, [&](const std::u32string &name) {
            if (patternMatches(pattern, name) != fits(pattern, name))
                qFatal("they differ");
        });
    });
}

void TestLocks::hostileNamesEndSoon_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("name");
    const QString prods = QStringLiteral("prod").repeated(20);
    QTest::newRow("many places to begin") << "*prod*-*-*-*-x*"
                                          << "prod-a-b-c-x" + prods + QString(60, u'-');
    QTest::newRow("many stars") << QStringLiteral("*a").repeated(400) + "*" << QString(4000, u'a');
    QTest::newRow("too long to be decided") << "nothing-like-it" << QString(200'000, u'a');
    QTest::newRow("too long, not ASCII") << "nothing-like-it" << QString(200'000, u'é');
}

/// Every name is locked: by the pattern, or because matching takes too long to decide. With a
/// backtracking regular expression the first would not match, and the second would exceed the
/// test's time limit.
void TestLocks::hostileNamesEndSoon()
{
    QFETCH(QString, pattern);
    QFETCH(QString, name);
    QVERIFY(covers(pattern, name));
}

void TestLocks::whatOnlyLooksLockedIsNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("looks");
    QTest::newRow("Cyrillic") << QStringLiteral("рrоd-a") << true;
    QTest::newRow("Cyrillic capitals") << QStringLiteral("РRОD-A") << true;
    QTest::newRow("Greek") << QStringLiteral("prοd-a") << true;
    QTest::newRow("a digit") << QStringLiteral("pr0d-a") << true;
    QTest::newRow("an accent") << QStringLiteral("pro\u0301d-a") << true;
    QTest::newRow("a thin space") << QStringLiteral("prod\u200A-a") << true;
    QTest::newRow("a stroke") << QStringLiteral("prođ-a") << true;
    QTest::newRow("the Chinese one") << QStringLiteral("prod一a") << true;
    QTest::newRow("another name") << QStringLiteral("test-a") << false;
    QTest::newRow("locked") << QStringLiteral("prod-a") << false;
}

void TestLocks::whatOnlyLooksLockedIsNamed()
{
    QFETCH(QString, name);
    QFETCH(bool, looks);
    Locks locks;
    locks.namePatterns = {QStringLiteral("prod-*")};
    QCOMPARE(locks.looksCovered(key("a"), name), looks);
    const PatternReview review = reviewPatterns(locks.namePatterns, {name});
    QCOMPARE(review.onlyLook, looks ? QStringList{name} : QStringList());
    locks.clusters = {key("a")}; // locked by its id
    QVERIFY(!locks.looksCovered(key("a"), name));
}

void TestLocks::patternsThatMatchNothing()
{
    const QStringList patterns{QStringLiteral("prod-*"), QStringLiteral("prd-*"),
                               QStringLiteral("*-LAB")};
    const PatternReview review =
        reviewPatterns(patterns, {QStringLiteral("prod\u2011a"), QStringLiteral("test-lab")});
    QCOMPARE(review.matchNothing, QStringList{QStringLiteral("prd-*")});
    QVERIFY(review.onlyLook.isEmpty());
    QCOMPARE(reviewPatterns(patterns, {}).matchNothing, patterns);
}

void TestLocks::notUnderstood_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<FileProblem::Kind>("kind");
    QTest::addColumn<QString>("detail"); // a part of the detail
    const auto row = [](const char *name, const QByteArray &bytes, const char *detail,
                        Kind kind = Kind::NotUnderstood) {
        QTest::newRow(name) << bytes << kind << QString::fromUtf8(detail);
    };
    row("empty", "", "");
    row("cut off", R"({"clusters": [], "names": ["prod-*")", "byte");
    row("more behind it", R"({"clusters": [], "names": []} x)", "byte");
    row("a list", R"(["prod-*"])", "not a JSON object");
    row("nothing in it", "{}", "no \"clusters\"");
    row("names missing", R"({"clusters": []})", "no \"names\"");
    row("another file", R"({"version": 1, "clusters": [{"id": "a"}]})", "no \"names\"");
    row("names misspelt", R"({"clusters": [], "Names": ["prod-*"]})", "no \"names\"");
    row("names as a text", R"({"clusters": [], "names": "*"})", "\"names\" is not a list");
    row("names as an object", R"({"clusters": [], "names": {"a": 1}})", "\"names\" is not a list");
    row("names as null", R"({"clusters": [], "names": null})", "\"names\" is not a list");
    row("a number among the names", R"({"clusters": [], "names": ["a", 7]})", "entry 2");
    row("a list among the names", R"({"clusters": [], "names": [["prod-*"]]})", "entry 1");
    row("an empty name", R"({"clusters": [], "names": ["a", ""]})", "entry 2");
    row("a name of blanks", R"({"clusters": [], "names": [" \t"]})", "entry 1");
    row("an invisible name", R"({"clusters": [], "names": ["\u200b"]})", "entry 1");
    row("U+0000 in a name", R"({"clusters": [], "names": ["pr\u0000od-*"]})", "entry 1");
    row("U+0000 in the file",
        QByteArray(R"({"clusters": [], "names": ["a?b"]})").replace('?', '\0'), "entry 1");
    row("a name that is too long",
        R"({"clusters": [], "names": [")" + QByteArray(1001, 'a') + R"("]})", "entry 1");
    row("broken UTF-8", "{\"clusters\": [], \"names\": [\"prod\xff-*\"]}", "byte");
    row("clusters as an object", R"({"clusters": {}, "names": []})", "\"clusters\" is not a list");
    row("a cluster as a text", R"({"clusters": ["ehpc-1"], "names": []})", "entry 1");
    row("a cluster without id", R"({"clusters": [{"account": "a"}], "names": []})", "entry 1");
    row("a cluster without account", R"({"clusters": [{"id": "a"}], "names": []})", "entry 1");
    row("an id that is a number", R"({"clusters": [{"account": "a", "id": 1}], "names": []})",
        "entry 1");
    row("an empty id", R"({"clusters": [{"account": "a", "id": ""}], "names": []})", "entry 1");
    row("names twice", R"({"clusters": [], "names": ["prod-*"], "names": []})",
        "\"names\" stands twice");
    row("names twice, once escaped", R"({"clusters": [], "names": ["a"], "n\u0061mes": []})",
        "\"names\" stands twice");
    row("an id twice", R"({"clusters": [{"account": "a", "id": "b", "id": "c"}], "names": []})",
        "\"id\" stands twice");
    row("a member with U+0000", R"({"clusters": [], "names\u0000": [], "names": []})", "U+0000");
    row("another version", R"({"version": "1", "clusters": [], "names": []})", "version");
    row("version 0", R"({"version": 0, "clusters": [], "names": []})", "version");
    row("a newer version", R"({"version": 2, "clusters": [], "names": []})", "",
        Kind::NewerVersion);
    row("deep", QByteArray(100'000, '['), "byte");
    row("huge", QByteArray(17 * 1024 * 1024, ' '), "", Kind::TooLarge);
}

/// All clusters are locked, readable parts are kept, the file is not changed, and locking or
/// unlocking one cluster does not change that.
void TestLocks::notUnderstood()
{
    QFETCH(QByteArray, bytes);
    QFETCH(FileProblem::Kind, kind);
    QFETCH(QString, detail);
    put(bytes);
    LockStore store(m_path);
    QVERIFY(store.isUnreadable());
    QVERIFY(store.problem());
    QCOMPARE(store.problem()->kind, kind);
    QCOMPARE(store.problem()->path, m_path);
    QVERIFY2(store.problem()->detail.contains(detail), qPrintable(store.problem()->detail));
    QVERIFY(store.locks().covers(key("any"), QStringLiteral("any")));
    QVERIFY(!store.change(locking({key("one")})));
    QVERIFY(!store.change({{}, {key("one")}, {}, {}}));
    QVERIFY(store.locks().covers(key("any"), QString()));
    QCOMPARE(this->bytes(), bytes);
    QCOMPARE(files(), QStringList{QStringLiteral("locks.json")});

    QVERIFY(store.replace({{key("one")}, {}}));
    QVERIFY(!store.isUnreadable() && !store.problem());
    QCOMPARE(this->bytes(store.setAside()), bytes);
    QCOMPARE(LockStore(m_path).locks(), (Locks{{key("one")}, {}}));
}

void TestLocks::noFileIsNoLock()
{
    LockStore store(m_path);
    QVERIFY(!store.problem() && store.locks() == Locks());
    QVERIFY(!store.refresh());
    QVERIFY(files().isEmpty());
    LockStore memory;
    QVERIFY(memory.change(locking({key("one")})));
    QVERIFY(memory.locks().covers(key("one"), QString()));
    QVERIFY(memory.replace({}));
    QVERIFY(!memory.refresh() && memory.locks() == Locks());
}

/// Things with this name that are not readable files.
void TestLocks::notReadable()
{
    QVERIFY(QDir().mkdir(m_path));
    {
        LockStore store(m_path);
        QVERIFY(store.isUnreadable());
        QCOMPARE(store.problem()->kind, Kind::NotAFile);
        QVERIFY(!store.replace({})); // a folder cannot be replaced
        QVERIFY(store.writeProblem());
        QVERIFY(store.isUnreadable());
    }
    QVERIFY(QDir().rmdir(m_path));
    QVERIFY(QFile::link(QStringLiteral("nowhere"), m_path));
    QCOMPARE(LockStore(m_path).problem()->kind, Kind::NotAFile);
    QVERIFY(LockStore(m_path).isUnreadable());
    QVERIFY(QFile::remove(m_path));
    QVERIFY(QFile::link(m_path, m_path)); // a link to itself
    QVERIFY(LockStore(m_path).isUnreadable());
    QVERIFY(QFile::remove(m_path));
    QCOMPARE(::mkfifo(QFile::encodeName(m_path).constData(), 0600), 0);
    QCOMPARE(LockStore(m_path).problem()->kind, Kind::NotAFile);
    QVERIFY(LockStore(m_path).isUnreadable());
    QVERIFY(QFile::remove(m_path));
    // Root can read every file, so the test reads as another user when it runs as root.
    put(R"({"clusters": [], "names": []})");
    QVERIFY(QFile::setPermissions(m_path, {}));
    QVERIFY(::geteuid() != 0 ||
            ::chmod(QFile::encodeName(m_folder->path()).constData(), 0755) == 0);
    const uid_t me = ::geteuid();
    QVERIFY(me != 0 || ::seteuid(65534) == 0);
    const LockStore store(m_path);
    QCOMPARE(::seteuid(me), 0);
    QVERIFY(store.isUnreadable());
    QCOMPARE(store.problem()->kind, Kind::NoPermission);
}

void TestLocks::replacingKeepsTheOldFile()
{
    const QByteArray old = R"({"clusters": [{"account": "a", "id": "b"}], "names": "*"})";
    put(old);
    LockStore store(m_path);
    // The readable parts can be shown.
    QCOMPARE(store.locks().clusters,
             (QSet<ClusterKey>{{QStringLiteral("a"), QStringLiteral("b")}}));
    QVERIFY(store.replace({store.locks().clusters, {QStringLiteral("prod-*")}}));
    QCOMPARE(bytes(store.setAside()), old);
    QVERIFY(!(QFile::permissions(store.setAside()) & (QFile::ReadGroup | QFile::ReadOther)));
    put("{");
    QVERIFY(store.refresh());
    QVERIFY(store.replace({}));
    QCOMPARE(files().size(), 3); // each with a different name

    // The file is corrected before it is replaced: its locks stay.
    put("{");
    LockStore late(m_path);
    QVERIFY(late.isUnreadable());
    put(R"({"clusters": [{"account": "a", "id": "b"}], "names": ["prod-*"]})");
    QVERIFY(late.replace({{}, {QStringLiteral("keep-*")}}));
    QCOMPARE(LockStore(m_path).locks(),
             (Locks{{{QStringLiteral("a"), QStringLiteral("b")}},
                    {QStringLiteral("prod-*"), QStringLiteral("keep-*")}}));
}

void TestLocks::twoCopiesMerge()
{
    LockStore one(m_path);
    LockStore two(m_path);
    QVERIFY(one.change(locking({key("a")}, {QStringLiteral("prod-*")})));
    QVERIFY(two.change(locking({key("b")}, {QStringLiteral("keep-*")})));
    QVERIFY(one.change(locking({key("c")})));
    const Locks all{{key("a"), key("b"), key("c")},
                    {QStringLiteral("prod-*"), QStringLiteral("keep-*")}};
    QCOMPARE(one.locks(), all);
    QCOMPARE(LockStore(m_path).locks(), all);
    QVERIFY(two.refresh());
    QCOMPARE(two.locks(), all);
    QCOMPARE(files(), QStringList{QStringLiteral("locks.json")});
}

void TestLocks::aRemovalTakesOnlyWhatThisPersonRemoved()
{
    LockStore one(m_path);
    QVERIFY(one.change(locking({key("a"), key("b")}, {QStringLiteral("x"), QStringLiteral("y")})));
    LockStore two(m_path);
    const Locks seen = two.locks();
    QVERIFY(one.change(locking({key("c")}, {QStringLiteral("z")})));
    // The user of the second instance removes a and x, in a list that was read before c and z were
    // added.
    Locks wanted = seen;
    wanted.clusters.remove(key("a"));
    wanted.namePatterns.removeOne(QStringLiteral("x"));
    QVERIFY(two.change(lockChange(seen, wanted)));
    QCOMPARE(LockStore(m_path).locks(),
             (Locks{{key("b"), key("c")}, {QStringLiteral("y"), QStringLiteral("z")}}));
}

void TestLocks::unknownMembersStay()
{
    put(R"({"site": {"by": "admin"}, "clusters": [{"account": "a", "id": "b", "why": "audit"}],
            "names": ["x"]})");
    LockStore store(m_path);
    QVERIFY(!store.problem());
    QVERIFY(store.change(locking({key("c")}, {QStringLiteral("y")})));
    const QJsonObject object = QJsonDocument::fromJson(bytes()).object();
    QCOMPARE(object[u"site"][u"by"], QJsonValue(QStringLiteral("admin")));
    QCOMPARE(object[u"clusters"][0][u"why"], QJsonValue(QStringLiteral("audit")));
    QCOMPARE(object[u"clusters"].toArray().size(), 2);
}

void TestLocks::anotherCopyIsNoticed()
{
    LockStore store(m_path);
    QVERIFY(!store.refresh());
    QVERIFY(LockStore(m_path).change(locking({key("a")})));
    QVERIFY(store.refresh());
    QVERIFY(store.locks().clusters.contains(key("a")));
    QVERIFY(!store.refresh());
    put("{");
    QVERIFY(store.refresh());
    QVERIFY(store.isUnreadable());
    put(R"({"clusters": [], "names": []})");
    QVERIFY(store.refresh());
    QVERIFY(!store.isUnreadable() && !store.problem());
}

/// A change to equal size within the same file, made at once: the modification time may stay the
/// same.
void TestLocks::aChangeWithinTheGrainOfTheClockIsNoticed()
{
    put(R"({"clusters": [], "names": ["aaa"]})");
    LockStore store(m_path);
    struct stat before = {};
    QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &before), 0);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(28));
    QCOMPARE(file.write("bbb"), 3);
    file.close();
    const std::array times{before.st_atim, before.st_mtim};
    QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(m_path).constData(), times.data(), 0), 0);
    QVERIFY(store.refresh());
    QCOMPARE(store.locks().namePatterns, QStringList{QStringLiteral("bbb")});
}

void TestLocks::aVanishedFileProtects()
{
    LockStore store(m_path);
    QVERIFY(store.change(locking({key("a")}, {QStringLiteral("prod-*")})));
    const Locks locks = store.locks();
    QVERIFY(QFile::remove(m_path));
    QVERIFY(store.refresh());
    QCOMPARE(store.locks(), locks);
    QCOMPARE(store.problem()->kind, Kind::Vanished);
    QVERIFY(!store.isUnreadable());
    // The next change writes all locks.
    QVERIFY(store.change(locking({key("b")})));
    QVERIFY(!store.problem());
    QCOMPARE(LockStore(m_path).locks().clusters, (QSet{key("a"), key("b")}));
    QCOMPARE(LockStore(m_path).locks().namePatterns, locks.namePatterns);
    // The same when the folder is removed.
    QVERIFY(QDir(m_folder->path()).removeRecursively());
    QVERIFY(store.refresh());
    QVERIFY(store.locks().covers(key("b"), QString()));
}

void TestLocks::aVanishedFileThatWasNotUnderstoodProtects()
{
    put("{");
    LockStore store(m_path);
    QVERIFY(QFile::remove(m_path));
    (void)store.refresh();
    QVERIFY(store.isUnreadable());
    QCOMPARE(store.problem()->kind, Kind::NotUnderstood);
    QVERIFY(store.replace({})); // there is no file to keep
    QVERIFY(!store.isUnreadable() && store.setAside().isEmpty());
    put(R"({"clusters": [], "names": "*"})");
    QVERIFY(store.refresh() && QFile::remove(m_path));
    (void)store.refresh();
    QVERIFY(store.isUnreadable());
}

void TestLocks::whatCannotBeWrittenLocksAllTheSame()
{
    LockStore nowhere(QStringLiteral("/proc/none/at/all/locks.json"));
    QVERIFY(!nowhere.change(locking({key("a")}, {QStringLiteral("prod-*")})));
    QVERIFY(nowhere.writeProblem());
    QVERIFY(nowhere.locks().covers(key("a"), QString()));
    QVERIFY(nowhere.locks().covers({}, QStringLiteral("prod-1")));
    (void)nowhere.refresh();
    QVERIFY(nowhere.locks().covers(key("a"), QString()));
    // A lock that was never written can be removed.
    QVERIFY(!nowhere.change({{}, {key("a")}, {}, {}}));
    QVERIFY(!nowhere.locks().covers(key("a"), QString()));

    // Locks on disk stay; a lock added meanwhile is written with the next change.
    LockStore store(m_path);
    QVERIFY(store.change(locking({key("a")})));
    QVERIFY(QDir().mkdir(m_path + QStringLiteral(".lock")));
    QVERIFY(!store.change({{key("b")}, {key("a")}, {}, {}}));
    QCOMPARE(store.locks().clusters, (QSet{key("a"), key("b")}));
    QVERIFY(QDir().rmdir(m_path + QStringLiteral(".lock")));
    QVERIFY(store.change(locking({key("c")})));
    QCOMPARE(LockStore(m_path).locks().clusters, (QSet{key("a"), key("b"), key("c")}));
}

void TestLocks::anotherCopyIsWriting()
{
    LockStore store(m_path);
    QLockFile other(m_path + QStringLiteral(".lock"));
    QVERIFY(other.tryLock());
    QVERIFY(!store.change(locking({key("a")})));
    QCOMPARE(store.writeProblem()->kind, Kind::Busy);
    QVERIFY(store.locks().covers(key("a"), QString()));
    other.unlock();
    QVERIFY(store.change({}));
    QVERIFY(LockStore(m_path).locks().covers(key("a"), QString()));

    // A lock file of another machine, whose clock is an hour behind.
    QFile lock(m_path + QStringLiteral(".lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    QVERIFY(lock.write("4711\nclusterdeck\nlogin2\nother-machine\nother-boot\n") > 0);
    QVERIFY(lock.flush() && lock.setFileTime(QDateTime::currentDateTime().addSecs(-3600),
                                             QFileDevice::FileModificationTime));
    lock.close();
    QVERIFY(!store.change(locking({key("b")})));
    QCOMPARE(store.writeProblem()->kind, Kind::Busy);
    QCOMPARE(store.writeProblem()->detail, QStringLiteral("login2, 4711"));
    QVERIFY(lock.remove());
    QVERIFY(store.change({}));
    QVERIFY(LockStore(m_path).locks().covers(key("b"), QString()));
}

void TestLocks::privateToItsOwner()
{
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    const QString folder = m_folder->filePath(QStringLiteral("data"));
    const QString path = folder + QStringLiteral("/locks.json");
    LockStore store(path);
    const mode_t before = ::umask(0);
    const bool written = store.change(locking({key("a")}));
    ::umask(before);
    QVERIFY(written);
    QVERIFY(!(QFile::permissions(path) & others) && !(QFile::permissions(folder) & others));
    // As an earlier version wrote the file, with umask 002.
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup |
                                            QFile::WriteGroup | QFile::ReadOther));
    LockStore second(path);
    QVERIFY(!second.problem());
    QCOMPARE(second.locks().clusters, QSet{key("a")});
    QVERIFY(!(QFile::permissions(path) & others));
}

/// Eight at the same time, each with other locks: none is lost.
void TestLocks::manyCopiesAtOnce()
{
    constexpr int Copies = 8;
    constexpr int Each = 10;
    std::vector<std::thread> threads;
    std::atomic<int> written = 0;
    for (int copy = 0; copy < Copies; ++copy) {
        threads.emplace_back([&, copy] {
            LockStore store(m_path);
            for (int i = 0; i < Each; ++i) {
                const ClusterKey one{Account, QStringLiteral("%1-%2").arg(copy).arg(i)};
                bool done = store.change(locking({one}));
                for (int again = 0; again < 100 && !done; ++again)
                    done = store.change({});
                written += done ? 1 : 0;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(written.load(), Copies * Each);
    QCOMPARE(LockStore(m_path).locks().clusters.size(), Copies * Each);
}

QTEST_APPLESS_MAIN(TestLocks)
#include "tst_locks.moc"
