// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/keychainstore.h"
#include "tests/app/accounts/keychainworker.h"
#include "tests/app/accounts/privatedesktop.h"

#include <QCoreApplication>
#include <QTest>

using namespace clusterdeck;

namespace
{

struct Answer {
    QByteArray outcome; ///< empty: none came
    QString secret;
    qint64 ms = 0;
    QByteArray detail;
};

/// A worker process in a private desktop, and what it answered.
class Program
{
public:
    explicit Program(const PrivateDesktop &desktop)
    {
        m_process.setProcessEnvironment(desktop.environment());
        m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--worker")});
    }

    /// Returns the number of the question.
    int ask(const QByteArray &verb, const QString &key, const QString &other = {})
    {
        const QByteArray number = QByteArray::number(++m_number);
        m_process.write(number + ' ' + verb + ' ' + key.toUtf8().toBase64() + ' ' +
                        other.toUtf8().toBase64() + '\n');
        return m_number;
    }

    Answer answer(int number, int limitMs = 20000)
    {
        const QByteArray start = QByteArray::number(number) + ' ';
        const auto line = [&]() -> QByteArray {
            listen();
            for (const QByteArray &heard : std::as_const(m_lines)) {
                if (heard.startsWith(start))
                    return heard;
            }
            return {};
        };
        if (!QTest::qWaitFor([&] { return !line().isEmpty(); }, limitMs))
            return {};
        const QList<QByteArray> words = line().split(' ');
        return {words.value(1), QString::fromUtf8(QByteArray::fromBase64(words.value(2))),
                words.value(3).toLongLong(), words.mid(4).join(' ')};
    }

    Answer call(const QByteArray &verb, const QString &key, const QString &other = {})
    {
        const Answer said = answer(ask(verb, key, other));
        qInfo("%s: %s after %lld ms %s", verb.constData(), said.outcome.constData(),
              static_cast<long long>(said.ms), said.detail.constData());
        return said;
    }

    /// The longest time its event loop stood still since the last question of this kind.
    double longestGapMs()
    {
        const QByteArray number = QByteArray::number(++m_number);
        m_process.write(number + " gap\n");
        return answer(m_number).secret.isNull() ? -1 : gapOf(number);
    }

    bool keptItsPromises()
    {
        listen();
        return !m_lines.contains("BROKEN PROMISE");
    }

    [[nodiscard]] bool runs() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] qsizetype answersTo(int number)
    {
        listen();
        return std::count_if(m_lines.begin(), m_lines.end(), [&](const QByteArray &line) {
            return line.startsWith(QByteArray::number(number) + ' ');
        });
    }

    /// Ends it as its user would; false when it did not go, or with an error.
    bool end()
    {
        m_process.closeWriteChannel();
        const bool gone = QTest::qWaitFor([this] { return !runs(); }, 20000);
        listen();
        if (!gone || m_process.exitCode() != 0)
            qWarning("%s", m_lines.join('\n').constData());
        return gone && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }

private:
    void listen()
    {
        while (m_process.canReadLine())
            m_lines.append(m_process.readLine().chopped(1));
    }

    double gapOf(const QByteArray &number) const
    {
        for (const QByteArray &line : m_lines) {
            if (line.startsWith(number + ' '))
                return line.split(' ').value(2).toDouble() / 1000;
        }
        return -1;
    }

    OwnProcess m_process;
    QList<QByteArray> m_lines;
    int m_number = 0;
};

const QString Key = QStringLiteral("account-1");
const QString Secret = QStringLiteral("Gh7kQ2vX9sLp0aZb");

/// A file of its name that is no library keeps the loader from finding the real one.
bool hideLibsecret(PrivateDesktop &desktop, const QTemporaryDir &libraries)
{
    QFile fake(libraries.filePath(QStringLiteral("libsecret-1.so.0")));
    desktop.setEnvironment(QStringLiteral("LD_LIBRARY_PATH"), libraries.path());
    return fake.open(QIODevice::WriteOnly);
}

} // namespace

/// The store against real keyrings, each in a desktop session of its own.
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
    void lockedAndUnlockedAtThePrompt();
    void promptDismissed();
    void askedAgainAtThePrompt();
    void firstKeyringRefused();
    void prompterKilled();
    void killedAtThePrompt();
    void killedBetween();
    void busKilled();
    void busKilledAtThePrompt();
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
    qInfo("longest gap of the event loop: %.1f ms", program.longestGapMs());
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
    // What the keychain would change is refused before it has replaced anything.
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
    QCOMPARE(program.call("read", Key).secret, Secret); // it was written all the same
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
    for (const char *verb : {"read", "write", "remove"}) {
        const Answer said = program.call(verb, Key, Secret);
        QCOMPARE(said.outcome, "Unavailable");
        QVERIFY(said.ms < 2000);
    }
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

/// Where QtKeychain would fall back to a plain-text file, if it were allowed to.
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

void TestKeychainStore::lockedAndUnlockedAtThePrompt()
{
    PrivateDesktop desktop;
    if (!desktop.startPrompter())
        QSKIP("gcr-prompter, Xvfb or xdotool is missing");
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    QVERIFY(desktop.lock());
    (void)program.longestGapMs();

    const int read = program.ask("read", Key);
    const int write = program.ask("write", QStringLiteral("account-2"), Secret);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
    QTest::qWait(1000); // a person thinks
    QCOMPARE(program.answersTo(read), 0);
    qInfo("longest gap of the event loop at the prompt: %.1f ms", program.longestGapMs());
    desktop.type("test");
    desktop.press("Return");
    QCOMPARE(program.answer(read).secret, Secret);
    QCOMPARE(program.answer(write).outcome, "Done");
    QVERIFY(program.keptItsPromises());
    QVERIFY(program.end());
}

void TestKeychainStore::promptDismissed()
{
    PrivateDesktop desktop;
    if (!desktop.startPrompter())
        QSKIP("gcr-prompter, Xvfb or xdotool is missing");
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    QVERIFY(desktop.lock());

    for (const char *verb : {"read", "write", "remove"}) {
        const int asked = program.ask(verb, Key, QStringLiteral("new"));
        const int behind = program.ask("read", QStringLiteral("account-2"));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
        desktop.press("Escape");
        QCOMPARE(program.answer(asked).outcome, "Denied");
        QCOMPARE(program.answer(behind).outcome, "Denied");
        QTRY_VERIFY_WITH_TIMEOUT(!desktop.promptShows(), 20000);
    }

    const int again = program.ask("read", Key);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
    desktop.type("test");
    desktop.press("Return");
    QCOMPARE(program.answer(again).secret, Secret);
    QVERIFY(program.end());
}

void TestKeychainStore::askedAgainAtThePrompt()
{
    PrivateDesktop desktop;
    if (!desktop.startPrompter())
        QSKIP("gcr-prompter, Xvfb or xdotool is missing");
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    QVERIFY(desktop.lock());
    const int first = program.ask("read", Key);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
    const int other = program.ask("read", QStringLiteral("account-2"));
    // Unlocked elsewhere, with the prompt still open: who asks again is not kept waiting for it.
    QVERIFY(desktop.unlock());
    const Answer second = program.call("read", Key);
    QCOMPARE(second.secret, Secret);
    QCOMPARE(program.answersTo(first), 0);
    QCOMPARE(program.answersTo(other), 0);
    desktop.type("test");
    desktop.press("Return");
    QCOMPARE(program.answer(first).secret, Secret);
    QCOMPARE(program.answer(other).outcome, "NotFound");
    QVERIFY(program.keptItsPromises());
    QVERIFY(program.end());
}

void TestKeychainStore::firstKeyringRefused()
{
    PrivateDesktop desktop;
    if (!desktop.startPrompter())
        QSKIP("gcr-prompter, Xvfb or xdotool is missing");
    QVERIFY(desktop.startKeyring(PrivateDesktop::Keyring::NoneYet));
    Program program(desktop);
    const int write = program.ask("write", Key, Secret);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
    desktop.press("Escape");
    const Answer said = program.answer(write);
    qInfo("first keyring refused: %s %s", said.outcome.constData(), said.detail.constData());
    QCOMPARE(said.outcome, "Denied");
    QVERIFY(program.end());
}

void TestKeychainStore::prompterKilled()
{
    PrivateDesktop desktop;
    if (!desktop.startPrompter())
        QSKIP("gcr-prompter, Xvfb or xdotool is missing");
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    QVERIFY(desktop.lock());
    const int read = program.ask("read", Key);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
    desktop.killPrompter();
    QCOMPARE(program.answer(read).outcome, "Denied");
    QVERIFY(program.end());
}

void TestKeychainStore::killedAtThePrompt()
{
    PrivateDesktop desktop;
    if (!desktop.startPrompter())
        QSKIP("gcr-prompter, Xvfb or xdotool is missing");
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    QVERIFY(desktop.lock());
    const int read = program.ask("read", Key);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
    QElapsedTimer since;
    since.start();
    desktop.killKeyring();
    const Answer said = program.answer(read);
    qInfo("killed at the prompt: %s after %lld ms", said.outcome.constData(), since.elapsed());
    QCOMPARE(said.outcome, "Failed");
    QCOMPARE(program.call("read", Key).outcome, "Unavailable");
    QVERIFY(desktop.startKeyring()); // the new one is unlocked
    QCOMPARE(program.call("read", Key).secret, Secret);
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
    // The first may be asked before the program has heard of it.
    const QByteArray first = program.call("read", Key).outcome;
    QVERIFY2(first == "Failed" || first == "Unavailable", first.constData());
    QCOMPARE(program.call("read", Key).outcome, "Unavailable");
    QVERIFY(program.runs());
    QVERIFY(program.end());
}

void TestKeychainStore::busKilledAtThePrompt()
{
    PrivateDesktop desktop;
    if (!desktop.startPrompter())
        QSKIP("gcr-prompter, Xvfb or xdotool is missing");
    QVERIFY(desktop.startKeyring());
    Program program(desktop);
    QCOMPARE(program.call("write", Key, Secret).outcome, "Done");
    QVERIFY(desktop.lock());
    const int read = program.ask("read", Key);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.promptShows(), 20000);
    desktop.killBus();
    QCOMPARE(program.answer(read).outcome, "Failed");
    QCOMPARE(program.call("read", Key).outcome, "Unavailable");
    QVERIFY(program.end());
}

int main(int argc, char **argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--worker") == 0)
        return runKeychainWorker(argc, argv);
    QCoreApplication application(argc, argv);
    TestKeychainStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychainstore.moc"
