// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/accounts/keychainprogram.h"

namespace
{

/// Creates a file of that name that is not a library, so that the loader does not find the real
/// library.
bool hideLibsecret(PrivateDesktop &desktop, const QTemporaryDir &libraries)
{
    QFile fake(libraries.filePath(QStringLiteral("libsecret-1.so.0")));
    desktop.setEnvironment(QStringLiteral("LD_LIBRARY_PATH"), libraries.path());
    return fake.open(QIODevice::WriteOnly);
}

} // namespace

/// The store with real keyrings, each in a separate desktop session.
class TestKeychainStore : public QObject
{
    Q_OBJECT

private slots:
    void unlocked();
    void keepsEverySecretAsItIs_data();
    void keepsEverySecretAsItIs();
    void renames();
    void forgetsWhoHasGone();
    void absent();
    void noBus_data();
    void noBus();
    void withoutGlib();
    void withoutLibsecret();
    void neverIntoAFile();
    void lockedWithoutPrompter();
    void killedBetween();
    void busKilled();
};

void TestKeychainStore::unlocked()
{
    PrivateDesktop desktop;
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("read", Key).outcome, "NotFound");
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    QCOMPARE(desktop.secretFromOutside(Key), Secret.toUtf8());
    QCOMPARE(program.call("read", Key).secret, Secret);
    QCOMPARE(program.call("write", Key, QStringLiteral("another")).outcome, "Done");
    QCOMPARE(program.call("read", Key).secret, QStringLiteral("another"));
    QCOMPARE(program.call("remove", Key).outcome, "Done");
    QCOMPARE(desktop.secretFromOutside(Key), QByteArray());
    QCOMPARE(program.call("remove", Key).outcome, "Done");
    QCOMPARE(program.call("read", Key).outcome, "NotFound");
    QVERIFY(program.keptItsPromises());
    QVERIFY(program.end());
    QCOMPARE(desktop.filesWith(Secret.toUtf8()), QStringList());
}

void TestKeychainStore::keepsEverySecretAsItIs_data()
{
    QTest::addColumn<QString>("secret");
    QTest::newRow("Chinese, emoji") << QStringLiteral("密钥 🔑 ключ");
    QTest::newRow("line breaks") << QStringLiteral("\n one\r\ntwo\t\n");
    QTest::newRow("4 kB") << QString(4096, QLatin1Char('k'));
    QTest::newRow("quotes") << QStringLiteral("a\"b'c\\d%20&<e>");
    QTest::newRow("blanks") << QStringLiteral("  ");
}

void TestKeychainStore::keepsEverySecretAsItIs()
{
    QFETCH(QString, secret);
    PrivateDesktop desktop;
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, secret).outcome, "Done");
    QCOMPARE(program.call("read", Key).secret, secret);
    QCOMPARE(desktop.secretFromOutside(Key), secret.toUtf8());
    // A value that the keychain would change is refused before it replaces anything.
    QCOMPARE(program.call("write", Key, QString()).outcome, "Failed");
    QCOMPARE(program.call("write", Key, QString(QChar(u'a')) + QChar(u'\0') + QChar(u'b')).outcome,
             "Failed");
    QCOMPARE(program.call("read", Key).secret, secret);
    QVERIFY(program.end());
}

void TestKeychainStore::renames()
{
    PrivateDesktop desktop;
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    const QString other = QStringLiteral("account-2");
    QCOMPARE(program.call("rename", Key, other).outcome, "NotFound");
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    const Answer renamed = program.call("rename", Key, other);
    QCOMPARE(renamed.outcome, "Done");
    QCOMPARE(renamed.secret, QString());
    QCOMPARE(desktop.secretFromOutside(Key), QByteArray());
    QCOMPARE(desktop.secretFromOutside(other), Secret.toUtf8());
    QCOMPARE(program.call("rename", other, other).outcome, "Done");
    QCOMPARE(desktop.secretFromOutside(other), Secret.toUtf8());
}

void TestKeychainStore::forgetsWhoHasGone()
{
    PrivateDesktop desktop;
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    const int write = program.ask("forget write", Key, Secret);
    const int read = program.ask("forget read", Key);
    QCOMPARE(program.call("read", Key).secret, Secret); // the value was written nevertheless
    QCOMPARE(program.answersTo(write), 0);
    QCOMPARE(program.answersTo(read), 0);
    QVERIFY(program.end());
}

void TestKeychainStore::absent()
{
    const PrivateDesktop desktop;
    Program program(desktop);
    QCOMPARE(program.call("read", Key).outcome, "Unavailable");
    QCOMPARE(program.call("write", Key, Secret).outcome, "Unavailable");
    QCOMPARE(program.call("remove", Key).outcome, "Unavailable");
    QCOMPARE(program.call("rename", Key, Key).outcome, "Unavailable");
    QVERIFY(program.keptItsPromises());
    QVERIFY(program.end());
    QCOMPARE(desktop.filesWith(Secret.toUtf8()), QStringList());
}

void TestKeychainStore::noBus_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("none") << QString();
    QTest::newRow("empty") << QStringLiteral("");
    QTest::newRow("nobody listens") << QStringLiteral("unix:path=/nonexistent/bus");
    QTest::newRow("rubbish") << QStringLiteral("rubbish");
}

void TestKeychainStore::noBus()
{
    QFETCH(QString, address);
    PrivateDesktop desktop(PrivateDesktop::Bus::None);
    if (!address.isNull())
        desktop.setEnvironment(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), address);
    Program program(desktop);
    for (const char *verb : {"read", "write", "remove"})
        QCOMPARE(program.call(verb, Key, Secret).outcome, "Unavailable");
    QVERIFY(program.end());
    QCOMPARE(desktop.filesWith(Secret.toUtf8()), QStringList());
}

void TestKeychainStore::withoutGlib()
{
    PrivateDesktop desktop;
    QVERIFY(desktop.startKeyring());
    desktop.setEnvironment(QStringLiteral("QT_NO_GLIB"), QStringLiteral("1"));
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Unavailable");
    QVERIFY(program.end());
}

void TestKeychainStore::withoutLibsecret()
{
    PrivateDesktop desktop;
    QVERIFY(desktop.startKeyring());
    QTemporaryDir libraries;
    QVERIFY(hideLibsecret(desktop, libraries));
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Unavailable");
    QCOMPARE(program.call("read", Key).outcome, "Unavailable");
    QVERIFY(program.end());
    QCOMPARE(desktop.filesWith(Secret.toUtf8()), QStringList());
}

/// An environment in which QtKeychain would use a plain-text file, if that were allowed.
void TestKeychainStore::neverIntoAFile()
{
    PrivateDesktop desktop;
    QTemporaryDir libraries;
    QVERIFY(hideLibsecret(desktop, libraries));
    desktop.setEnvironment(QStringLiteral("XDG_CURRENT_DESKTOP"), QStringLiteral("KDE"));
    desktop.setEnvironment(QStringLiteral("KDE_SESSION_VERSION"), QStringLiteral("5"));
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Unavailable");
    QCOMPARE(program.call("read", Key).outcome, "Unavailable");
    QVERIFY(program.end());
    QCOMPARE(desktop.filesWith(Secret.toUtf8()), QStringList());
}

void TestKeychainStore::lockedWithoutPrompter()
{
    PrivateDesktop desktop;
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    QVERIFY(desktop.lock());
    QCOMPARE(program.call("read", Key).outcome, "Denied");
    QCOMPARE(program.call("write", Key, QStringLiteral("new")).outcome, "Denied");
    QCOMPARE(program.call("remove", Key).outcome, "Denied");
    QVERIFY(program.end());
}

void TestKeychainStore::killedBetween()
{
    PrivateDesktop desktop;
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    desktop.killKeyring();
    QVERIFY(desktop.startKeyring());
    QCOMPARE(program.call("read", Key).secret, Secret);
    QCOMPARE(program.call("write", Key, QStringLiteral("new")).outcome, "Done");
    QCOMPARE(program.call("remove", Key).outcome, "Done");
    QVERIFY(program.end());
}

void TestKeychainStore::busKilled()
{
    PrivateDesktop desktop;
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    desktop.killBus();
    // The first request may come before the program notices.
    const QByteArray first = program.call("read", Key).outcome;
    QVERIFY2(first == "Failed" || first == "Unavailable", first.constData());
    QCOMPARE(program.call("read", Key).outcome, "Unavailable");
    QVERIFY(program.runs());
    QVERIFY(program.end());
}

int main(int argc, char **argv)
{
    return runTestOrWorker<TestKeychainStore>(argc, argv);
}

#include "tst_keychainstore.moc"
