// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountform.h"
#include "app/accounts/accountstore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

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
        m_path = m_folder->filePath(QStringLiteral("below/accounts.json"));
    }

    void keepsEverythingButTheSecret();
    void readableByNobodyElse();
    void unreadableIsKeptAside_data();
    void unreadableIsKeptAside();
    void brokenEntriesStayAsTheyAre();
    void halfUnderstoodIsNotOpened_data();
    void halfUnderstoodIsNotOpened();
    void aNewerFileIsLeftAlone();
    void whatCannotBeWrittenChangesNothing();

private:
    [[nodiscard]] QByteArray bytes(const QString &path = {}) const
    {
        QFile file(path.isEmpty() ? m_path : path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("below"))));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

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
}

void TestAccountStore::unreadableIsKeptAside()
{
    QFETCH(const QByteArray, bytes);
    put(bytes);
    AccountStore store(m_path);
    QCOMPARE(store.trouble(), AccountStore::Trouble::Unreadable);
    QVERIFY(store.accounts().isEmpty());
    QCOMPARE(this->bytes(), bytes); // looking changes nothing
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
    QVERIFY(!store.errorText().isEmpty());
    QVERIFY(store.accounts().isEmpty());
    QCOMPARE(bytes(), newer);
}

void TestAccountStore::whatCannotBeWrittenChangesNothing()
{
    // Nobody can write there, root neither.
    AccountStore store(QStringLiteral("/proc/clusterdeck/accounts.json"));
    QVERIFY(!store.set({savedAccount(QStringLiteral("one"))}));
    QVERIFY(store.accounts().isEmpty());
    QVERIFY(!store.errorText().isEmpty());
}

QTEST_GUILESS_MAIN(TestAccountStore)
#include "tst_accountstore.moc"
