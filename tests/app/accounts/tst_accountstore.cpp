// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountform.h"
#include "app/accounts/accountstore.h"
#include "app/api/cafile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace clusterdeck;

namespace
{

const QString Secret = QStringLiteral("SECRETACCESSKEY");

SavedAccount savedAccount(const QString &name)
{
    AccountForm form = formFrom(Account());
    form.name = name;
    form.address = QStringLiteral("https://hpc.api.qingcloud.com");
    form.zone = QStringLiteral("zone-") + name;
    form.owner = QStringLiteral("usr-IuZxPyn2");
    form.accessKeyId = QStringLiteral("QYACCESSKEYIDEXAMPLE");
    form.secret = Secret;
    form.color = EnvironmentColor::Orange;
    form.environment = QStringLiteral("生产");
    SavedAccount saved;
    saved.account = accountFrom(form);
    return saved;
}

} // namespace

class TestAccountStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("below %2/accounts.json"));
    }

    void opensWhatIsOnDisk();
    void keepsEverythingButTheSecret();
    void readableByNobodyElse();
    void unreadableIsKeptAside_data();
    void unreadableIsKeptAside();
    void brokenEntriesStayAsTheyAre();
    void halfUnderstoodIsNotOpened_data();
    void halfUnderstoodIsNotOpened();
    void aNewerFileIsLeftAlone();
    void whatCannotBeWrittenChangesNothing();
    void readOnlyThatCannotBeReadIsOn_data();
    void readOnlyThatCannotBeReadIsOn();
    void whetherAReasonIsRequired();
    void unknownMembersStay();
    void twoCopiesMerge();
    void readOnlyOfAnotherCopyStays();
    void whatAnotherCopyRemovedIsNotChanged();
    void twoCopiesCannotTakeOneName();
    void anotherCopyIsNoticed();
    void aVanishedFileLeavesTheAccounts();
    void whatBecomesUnreadableLeavesTheAccounts();
    void aFolderForItsOwnerAlone();
    void openToOthersIsRepairedAndSaid_data();
    void openToOthersIsRepairedAndSaid();
    void ofAnotherOwnerIsNotUsed_data();
    void ofAnotherOwnerIsNotUsed();
    void aRelativeCaFileIsKeptAndNotUsed();

private:
    [[nodiscard]] QByteArray bytes(const QString &path = {}) const
    {
        QFile file(path.isEmpty() ? m_path : path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("below %2"))));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    /// Edits the first account in the file.
    void change(const std::function<void(QJsonObject &)> &edit) const
    {
        QJsonObject file = QJsonDocument::fromJson(bytes()).object();
        QJsonArray rows = file.value(QStringLiteral("accounts")).toArray();
        QJsonObject row = rows.first().toObject();
        edit(row);
        rows[0] = row;
        file[QStringLiteral("accounts")] = rows;
        put(QJsonDocument(file).toJson());
    }
    [[nodiscard]] QString folder() const { return m_folder->filePath(QStringLiteral("below %2")); }
    [[nodiscard]] static QStringList names(const AccountStore &store)
    {
        QStringList names;
        for (const SavedAccount &saved : store.accounts())
            names.append(saved.account.name);
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

/// A file written by a version of November 2026.
void TestAccountStore::opensWhatIsOnDisk()
{
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("below %2"))));
    QVERIFY(QFile::copy(QStringLiteral(CLUSTERDECK_TESTS_DIR "/fixtures/2026-11/accounts.json"),
                        m_path));
    const AccountStore store(m_path);
    QCOMPARE(store.trouble(), AccountStore::Trouble::None);
    QCOMPARE(store.accounts().size(), 2);
    const SavedAccount &lab = store.accounts().first();
    QCOMPARE(lab.account.id, QStringLiteral("https://hpc.api.qingcloud.com:443 jn1a usr-IuZxPyn2"));
    QCOMPARE(lab.account.name, QStringLiteral("lab"));
    QCOMPARE(lab.account.api.runUser, QStringLiteral("usr-Second01"));
    QCOMPARE(lab.account.api.credentials.accessKeyId, QStringLiteral("QYACCESSKEYIDEXAMPLE"));
    QCOMPARE(lab.account.api.caFile, QStringLiteral("/etc/ssl/certs/site.pem"));
    QCOMPARE(lab.account.api.callsAnHour, 1500);
    QCOMPARE(lab.account.environment, QStringLiteral("生产"));
    QCOMPARE(lab.account.color, EnvironmentColor::Red);
    QVERIFY(lab.account.readOnly && lab.open && lab.remember);
    const SavedAccount &test = store.accounts().last();
    QVERIFY(!test.account.readOnly && !test.open && !test.remember);
}

void TestAccountStore::keepsEverythingButTheSecret()
{
    SavedAccount one = savedAccount(QStringLiteral("one"));
    one.open = false;
    one.account.readOnly = true;
    SavedAccount two = savedAccount(QStringLiteral("two"));
    two.remember = false;
    {
        AccountStore store(m_path);
        QVERIFY(store.accounts().isEmpty());
        QVERIFY(store.set({one, two}));
    }
    QVERIFY(!bytes().contains(Secret.toUtf8()));
    const AccountStore store(m_path);
    QCOMPARE(store.trouble(), AccountStore::Trouble::None);
    QCOMPARE(store.accounts().size(), 2);
    const SavedAccount &read = store.accounts().first();
    QCOMPARE(read.account.id, one.account.id);
    QCOMPARE(read.account.name, one.account.name);
    QCOMPARE(read.account.environment, one.account.environment);
    QCOMPARE(read.account.color, EnvironmentColor::Orange);
    QCOMPARE(read.account.api.credentials.accessKeyId, QStringLiteral("QYACCESSKEYIDEXAMPLE"));
    QVERIFY(read.account.api.credentials.secretAccessKey.isEmpty());
    QVERIFY(read.account.readOnly && !read.open && read.remember);
    QVERIFY(!store.accounts().last().remember);
}

void TestAccountStore::readableByNobodyElse()
{
    AccountStore store(m_path);
    QVERIFY(store.set({savedAccount(QStringLiteral("one"))}));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m_path) & others));
}

void TestAccountStore::unreadableIsKeptAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("half a file") << QByteArray("{\"version\": 1, \"accou");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no accounts") << QByteArray("{\"version\": 1}");
    QTest::newRow("accounts of another type") << QByteArray("{\"version\": 1, \"accounts\": {}}");
    QTest::newRow("binary") << QByteArray("\x00\xff\xfe\x01", 4);
    QTest::newRow("deep") << QByteArray(100000, '[');
    QTest::newRow("accounts twice")
        << QByteArray(R"({"version": 1, "accounts": [], "accounts": []})");
    QTest::newRow("a version that is a word") << QByteArray(R"({"version": "1", "accounts": []})");
    QTest::newRow("no version") << QByteArray(R"({"accounts": []})");
}

void TestAccountStore::unreadableIsKeptAside()
{
    QFETCH(const QByteArray, bytes);
    put(bytes);
    AccountStore store(m_path);
    QCOMPARE(store.trouble(), AccountStore::Trouble::Unreadable);
    QVERIFY(store.accounts().isEmpty());
    QCOMPARE(this->bytes(), bytes); // reading does not change the file
    QVERIFY(store.set({savedAccount(QStringLiteral("one"))}));
    QCOMPARE(store.trouble(), AccountStore::Trouble::None);
    QCOMPARE(this->bytes(m_path + QStringLiteral(".unreadable-1")), bytes);
    QCOMPARE(AccountStore(m_path).accounts().size(), 1);
}

void TestAccountStore::brokenEntriesStayAsTheyAre()
{
    {
        AccountStore store(m_path);
        QVERIFY(store.set({savedAccount(QStringLiteral("one"))}));
    }
    QJsonObject file = QJsonDocument::fromJson(bytes()).object();
    QJsonArray entries = file.value(QStringLiteral("accounts")).toArray();
    const QJsonObject broken{{QStringLiteral("name"), 7},
                             {QStringLiteral("note"), QStringLiteral("mine")}};
    entries.prepend(broken);
    file[QStringLiteral("accounts")] = entries;
    put(QJsonDocument(file).toJson());

    AccountStore store(m_path);
    QCOMPARE(store.trouble(), AccountStore::Trouble::SomeBroken);
    QCOMPARE(store.brokenCount(), 1);
    QCOMPARE(store.accounts().size(), 1);
    QVERIFY(store.set(store.accounts() + QList{savedAccount(QStringLiteral("two"))}));
    const QJsonArray after = QJsonDocument::fromJson(bytes()).object()[u"accounts"].toArray();
    QCOMPARE(after.size(), 3);
    QVERIFY(after.contains(broken));
}

void TestAccountStore::halfUnderstoodIsNotOpened_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no name") << QStringLiteral("name") << QJsonValue();
    QTest::newRow("plain http") << QStringLiteral("address")
                                << QJsonValue(QStringLiteral("http://a.example"));
    QTest::newRow("an address with a password")
        << QStringLiteral("address") << QJsonValue(QStringLiteral("https://a:b@a.example"));
    QTest::newRow("a zone of another type") << QStringLiteral("zone") << QJsonValue(7);
    QTest::newRow("another path") << QStringLiteral("delete_path")
                                  << QJsonValue(QStringLiteral("elsewhere"));
    QTest::newRow("too many in flight") << QStringLiteral("calls_in_flight") << QJsonValue(500);
    QTest::newRow("none in one request")
        << QStringLiteral("clusters_in_one_request") << QJsonValue(0);
    QTest::newRow("too many in one request")
        << QStringLiteral("clusters_in_one_request") << QJsonValue(21);
    QTest::newRow("words in one request")
        << QStringLiteral("clusters_in_one_request") << QJsonValue(QStringLiteral("many"));
    QTest::newRow("open as a word") << QStringLiteral("open") << QJsonValue(QStringLiteral("no"));
    QTest::newRow("remembered as a number") << QStringLiteral("remember_secret") << QJsonValue(0);
    QTest::newRow("a colour of another type") << QStringLiteral("color") << QJsonValue(3);
    QTest::newRow("no quota") << QStringLiteral("calls_an_hour") << QJsonValue(QStringLiteral("9"));
}

void TestAccountStore::halfUnderstoodIsNotOpened()
{
    QFETCH(const QString, key);
    QFETCH(const QJsonValue, value);
    {
        AccountStore store(m_path);
        QVERIFY(store.set({savedAccount(QStringLiteral("one"))}));
    }
    QJsonObject file = QJsonDocument::fromJson(bytes()).object();
    QJsonArray entries = file.value(QStringLiteral("accounts")).toArray();
    QJsonObject entry = entries.first().toObject();
    QVERIFY(entry.contains(key));
    entry[key] = value;
    entries[0] = entry;
    file[QStringLiteral("accounts")] = entries;
    put(QJsonDocument(file).toJson());
    const AccountStore store(m_path);
    QVERIFY(store.accounts().isEmpty());
    QCOMPARE(store.brokenCount(), 1);
}

void TestAccountStore::aNewerFileIsLeftAlone()
{
    const QByteArray newer = R"({"version": 2, "accounts": "elsewhere"})";
    put(newer);
    AccountStore store(m_path);
    QCOMPARE(store.trouble(), AccountStore::Trouble::NewerFormat);
    QVERIFY(!store.set({savedAccount(QStringLiteral("one"))}));
    QVERIFY(store.writeProblem());
    QVERIFY(store.accounts().isEmpty());
    QCOMPARE(bytes(), newer);
}

void TestAccountStore::whatCannotBeWrittenChangesNothing()
{
    // Nobody can write there, not even root.
    AccountStore store(QStringLiteral("/proc/clusterdeck/accounts.json"));
    QVERIFY(!store.set({savedAccount(QStringLiteral("one"))}));
    QVERIFY(store.accounts().isEmpty());
    QVERIFY(store.writeProblem());
}

void TestAccountStore::readOnlyThatCannotBeReadIsOn_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("null") << QJsonValue();
    QTest::newRow("a word") << QJsonValue(QStringLiteral("false"));
    QTest::newRow("a number") << QJsonValue(0);
    QTest::newRow("a list") << QJsonValue(QJsonArray{false});
}

void TestAccountStore::readOnlyThatCannotBeReadIsOn()
{
    QFETCH(const QJsonValue, value);
    QVERIFY(AccountStore(m_path).set({savedAccount(QStringLiteral("one"))}));
    change([&](QJsonObject &row) { row[QStringLiteral("read_only")] = value; });
    const AccountStore store(m_path);
    QCOMPARE(store.accounts().size(), 1);
    QVERIFY(store.accounts().first().account.readOnly);
}

/// Files from before November 2026 lack this field.
void TestAccountStore::whetherAReasonIsRequired()
{
    SavedAccount strict = savedAccount(QStringLiteral("one"));
    strict.account.reasonRequired = true;
    QVERIFY(AccountStore(m_path).set({strict}));
    QVERIFY(AccountStore(m_path).accounts().first().account.reasonRequired);
    const auto isRequiredWith = [&](const QJsonValue &value) {
        change([&](QJsonObject &row) { row[QStringLiteral("reason_required")] = value; });
        return AccountStore(m_path).accounts().first().account.reasonRequired;
    };
    QVERIFY(!isRequiredWith(false));
    QVERIFY(isRequiredWith(QStringLiteral("false")));
    QVERIFY(!isRequiredWith(QJsonValue::Undefined));
}

void TestAccountStore::unknownMembersStay()
{
    QVERIFY(AccountStore(m_path).set({savedAccount(QStringLiteral("one"))}));
    change([](QJsonObject &row) { row[QStringLiteral("later")] = QStringLiteral("kept"); });
    QJsonObject file = QJsonDocument::fromJson(bytes()).object();
    file[QStringLiteral("site")] = 7;
    put(QJsonDocument(file).toJson());
    AccountStore store(m_path);
    QList<SavedAccount> accounts = store.accounts();
    accounts.first().account.name = QStringLiteral("renamed");
    QVERIFY(store.set(accounts << savedAccount(QStringLiteral("two"))));
    file = QJsonDocument::fromJson(bytes()).object();
    QCOMPARE(file[u"site"], QJsonValue(7));
    QCOMPARE(file[u"accounts"][0][u"later"], QJsonValue(QStringLiteral("kept")));
    QCOMPARE(file[u"accounts"][0][u"name"], QJsonValue(QStringLiteral("renamed")));
    // Also when the account becomes another account with another zone.
    accounts = store.accounts();
    AccountForm form = formFrom(accounts.first().account);
    form.zone = QStringLiteral("elsewhere");
    accounts.first().account = accountFrom(form);
    QVERIFY(store.set(accounts));
    file = QJsonDocument::fromJson(bytes()).object();
    QCOMPARE(file[u"accounts"].toArray().size(), 2);
    QCOMPARE(file[u"accounts"][0][u"later"], QJsonValue(QStringLiteral("kept")));
    QCOMPARE(file[u"accounts"][0][u"zone"], QJsonValue(QStringLiteral("elsewhere")));
}

void TestAccountStore::twoCopiesMerge()
{
    AccountStore one(m_path);
    QVERIFY(one.set({savedAccount(QStringLiteral("a")), savedAccount(QStringLiteral("b"))}));
    AccountStore two(m_path);
    QList<SavedAccount> ones = one.accounts();
    ones.first().account.environment = QStringLiteral("PROD");
    QVERIFY(one.set(ones << savedAccount(QStringLiteral("c"))));
    QList<SavedAccount> twos = two.accounts();
    twos.first().account.inFlight = 4;
    twos.removeLast();
    QVERIFY(two.set(twos));
    QVERIFY(two.set(two.accounts() + QList{savedAccount(QStringLiteral("d"))}));
    const AccountStore both(m_path);
    QCOMPARE(names(both),
             (QStringList{QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("d")}));
    QCOMPARE(both.accounts().first().account.environment, QStringLiteral("PROD"));
    QCOMPARE(both.accounts().first().account.inFlight, 4);
    QCOMPARE(names(two), names(both));
}

void TestAccountStore::readOnlyOfAnotherCopyStays()
{
    AccountStore one(m_path);
    QVERIFY(one.set({savedAccount(QStringLiteral("a"))}));
    AccountStore two(m_path);
    QList<SavedAccount> protectedOnes = one.accounts();
    protectedOnes.first().account.readOnly = true;
    QVERIFY(one.set(protectedOnes));
    // The second instance still has the old value, and closes the account.
    QList<SavedAccount> closed = two.accounts();
    closed.first().open = false;
    QVERIFY(two.set(closed));
    QVERIFY(AccountStore(m_path).accounts().first().account.readOnly);
    QVERIFY(two.accounts().first().account.readOnly);
    // An instance that has read the new value can switch read-only off.
    QList<SavedAccount> free = two.accounts();
    free.first().account.readOnly = false;
    QVERIFY(two.set(free));
    QVERIFY(!AccountStore(m_path).accounts().first().account.readOnly);
}

void TestAccountStore::whatAnotherCopyRemovedIsNotChanged()
{
    AccountStore one(m_path);
    QVERIFY(one.set({savedAccount(QStringLiteral("a"))}));
    AccountStore two(m_path);
    QVERIFY(one.set({}));
    QList<SavedAccount> changed = two.accounts();
    changed.first().account.name = QStringLiteral("renamed");
    QVERIFY(!two.set(changed));
    QVERIFY(two.isChangedElsewhere());
    QVERIFY(AccountStore(m_path).accounts().isEmpty());
    QVERIFY(two.set({})); // removing the removed account is no conflict
    QVERIFY(!two.isChangedElsewhere());
}

void TestAccountStore::twoCopiesCannotTakeOneName()
{
    AccountStore one(m_path);
    AccountStore two(m_path);
    QVERIFY(one.set({savedAccount(QStringLiteral("a"))}));
    SavedAccount same = savedAccount(QStringLiteral("b"));
    same.account.name = QStringLiteral("A");
    QVERIFY(!two.set({same}));
    QVERIFY(two.isChangedElsewhere());
    QVERIFY(!two.set({savedAccount(QStringLiteral("a"))}) || two.accounts().size() == 1);
    const AccountStore both(m_path);
    QCOMPARE(both.trouble(), AccountStore::Trouble::None);
    QCOMPARE(names(both), QStringList{QStringLiteral("a")});
}

void TestAccountStore::anotherCopyIsNoticed()
{
    AccountStore store(m_path);
    QVERIFY(!store.refresh());
    QVERIFY(AccountStore(m_path).set({savedAccount(QStringLiteral("a"))}));
    QVERIFY(store.refresh());
    QCOMPARE(names(store), QStringList{QStringLiteral("a")});
    QVERIFY(!store.refresh());
}

void TestAccountStore::aVanishedFileLeavesTheAccounts()
{
    AccountStore store(m_path);
    QVERIFY(store.set({savedAccount(QStringLiteral("a"))}));
    QVERIFY(QFile::remove(m_path));
    QVERIFY(store.refresh());
    QCOMPARE(store.trouble(), AccountStore::Trouble::Vanished);
    QCOMPARE(names(store), QStringList{QStringLiteral("a")});
    QVERIFY(store.set(store.accounts() + QList{savedAccount(QStringLiteral("b"))}));
    QCOMPARE(store.trouble(), AccountStore::Trouble::None);
    QCOMPARE(AccountStore(m_path).accounts().size(), 2);
}

void TestAccountStore::whatBecomesUnreadableLeavesTheAccounts()
{
    AccountStore store(m_path);
    QVERIFY(store.set({savedAccount(QStringLiteral("a"))}));
    put("{");
    QVERIFY(store.refresh());
    QCOMPARE(store.trouble(), AccountStore::Trouble::Unreadable);
    QCOMPARE(names(store), QStringList{QStringLiteral("a")});
    QVERIFY(store.set(store.accounts() + QList{savedAccount(QStringLiteral("b"))}));
    QCOMPARE(AccountStore(m_path).accounts().size(), 2);
    QCOMPARE(bytes(m_path + QStringLiteral(".unreadable-1")), QByteArray("{"));
}

void TestAccountStore::aFolderForItsOwnerAlone()
{
    const mode_t before = ::umask(0);
    const bool written = AccountStore(m_path).set({savedAccount(QStringLiteral("one"))});
    ::umask(before);
    QVERIFY(written);
    struct stat found = {};
    QCOMPARE(::stat(QFile::encodeName(folder()).constData(), &found), 0);
    QCOMPARE(found.st_mode & 0777, mode_t(0700));
    QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &found), 0);
    QCOMPARE(found.st_mode & 0777, mode_t(0600));
}

void TestAccountStore::openToOthersIsRepairedAndSaid_data()
{
    QTest::addColumn<int>("folderMode");
    QTest::addColumn<int>("fileMode");
    QTest::addColumn<bool>("said");
    QTest::newRow("private") << 0700 << 0600 << false;
    QTest::newRow("readable") << 0755 << 0644 << false;
    QTest::newRow("umask 002") << 0775 << 0664 << true;
    QTest::newRow("a folder of a project") << 02770 << 0600 << true;
    QTest::newRow("the file alone") << 0700 << 0660 << true;
    QTest::newRow("for everybody") << 01777 << 0666 << true;
}

void TestAccountStore::openToOthersIsRepairedAndSaid()
{
    QFETCH(int, folderMode);
    QFETCH(int, fileMode);
    QFETCH(bool, said);
    QVERIFY(AccountStore(m_path).set({savedAccount(QStringLiteral("one"))}));
    // A group that is not this user's private group.
    (void)::chown(QFile::encodeName(folder()).constData(), uid_t(-1), 65534);
    (void)::chown(QFile::encodeName(m_path).constData(), uid_t(-1), 65534);
    QCOMPARE(::chmod(QFile::encodeName(folder()).constData(), mode_t(folderMode)), 0);
    QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), mode_t(fileMode)), 0);
    const AccountStore store(m_path);
    QCOMPARE(store.trouble(), AccountStore::Trouble::None);
    QCOMPARE(store.accounts().size(), 1);
    QCOMPARE(store.wasOpenToOthers(), said);
    struct stat found = {};
    QCOMPARE(::stat(QFile::encodeName(folder()).constData(), &found), 0);
    QCOMPARE(found.st_mode & 0777, mode_t(0700));
    QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &found), 0);
    QCOMPARE(found.st_mode & 0777, mode_t(0600));
}

void TestAccountStore::ofAnotherOwnerIsNotUsed_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("the file") << QStringLiteral("below %2/accounts.json");
    QTest::newRow("its folder") << QStringLiteral("below %2");
    QTest::newRow("what a link points to") << QStringLiteral("below %2/target");
}

/// Root gives the file to another user; other users use a file of root.
void TestAccountStore::ofAnotherOwnerIsNotUsed()
{
    QFETCH(QString, what);
    QVERIFY(AccountStore(m_path).set({savedAccount(QStringLiteral("one"))}));
    if (what.endsWith(u"target")) {
        const QString target = m_folder->filePath(what);
        QVERIFY(QFile::rename(m_path, target) && QFile::link(target, m_path));
    }
    const QByteArray before = bytes();
    if (::geteuid() == 0) {
        const QByteArray name = QFile::encodeName(m_folder->filePath(what));
        QCOMPARE(::chown(name.constData(), 65534, gid_t(-1)), 0);
    } else {
        // /etc and its files belong to root.
        QVERIFY(QFile::remove(m_path) && QFile::link(QStringLiteral("/etc/passwd"), m_path));
    }
    AccountStore store(m_path);
    QCOMPARE(store.trouble(), AccountStore::Trouble::Untrusted);
    QVERIFY(store.accounts().isEmpty());
    QCOMPARE(store.problem()->kind, FileProblem::Kind::ForeignOwner);
    QVERIFY(!store.problem()->detail.isEmpty());
    QVERIFY(!store.set({savedAccount(QStringLiteral("two"))}));
    QVERIFY(store.accounts().isEmpty());
    QVERIFY(::geteuid() != 0 || bytes() == before);
}

/// The path is shown, so that the user can correct it; no request is sent with it (see tst_tls).
void TestAccountStore::aRelativeCaFileIsKeptAndNotUsed()
{
    QVERIFY(AccountStore(m_path).set({savedAccount(QStringLiteral("one"))}));
    change([](QJsonObject &row) { row[QStringLiteral("ca_file")] = QStringLiteral("ca.pem"); });
    const AccountStore store(m_path);
    QCOMPARE(store.accounts().size(), 1);
    QCOMPARE(store.accounts().first().account.api.caFile, QStringLiteral("ca.pem"));
    QCOMPARE(checkCaFile(store.accounts().first().account.api.caFile), CaFileState::NotAbsolute);
}

QTEST_GUILESS_MAIN(TestAccountStore)
#include "tst_accountstore.moc"
