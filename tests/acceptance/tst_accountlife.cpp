// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/acceptance/accounthands.h"
#include "tests/acceptance/echoingcloud.h"
#include "tests/app/accounts/privatedesktop.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTest>

using namespace clusterdeck;

namespace
{

const Credentials Key{QStringLiteral("QYACCESSKEYIDEXAMPLE"),
                      QStringLiteral("S3cret/Access+Key=Zq91")};

constexpr qsizetype MostShown = 900; ///< Qt Test truncates longer text; the reason is at the end

/// The encodings in which a secret could appear: plain, percent-encoded once and twice, Base64 at
/// each of its three alignments.
QList<QByteArray> formsOf(const QString &text)
{
    const QByteArray plain = text.toUtf8();
    const QByteArray once = plain.toPercentEncoding();
    QList<QByteArray> jsonencoding{plain, once, once.toPercentEncoding(), plain.toHex()};
    for (int shift = 0; shift < 3; ++shift) {
        // Without the first and the last group of four, which depend on neighbouring bytes.
        const QByteArray encoded = (QByteArray(shift, 'x') + plain).toBase64();
        jsonencoding.append(encoded.mid(shift == 0 ? 0 : 4, encoded.size() - 8));
    }
    return jsonencoding;
}

} // namespace

/// From an empty home folder to an empty keychain: adds an account by keyboard, restarts the real
/// program with it, removes it, then searches all files that remain.
class TestAccountLife : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void addedByKeyboard();
    void theProgramOpensItAgain();
    void everythingThatSpeaks();
    void nothingOfTheKeyIsAnywhere();
    void removedByKeyboard();
    void theProgramKnowsNothingAnyMore();
    void noTraceIsLeft();
    void theSearchFinds();

private:
    struct Outcome {
        int status = -1;
        QByteArray said; ///< stdout and stderr
    };
    Outcome act(const QStringList &arguments);
    /// Starts the real program, waits until `ready`, and ends it as a desktop session does.
    template <class Ready>
    bool runProgram(Ready ready);
    [[nodiscard]] QByteArray journalText() const;
    [[nodiscard]] QStringList placesOf(const QByteArray &text) const;
    [[nodiscard]] QString home() const
    {
        return m_desktop->environment().value(QStringLiteral("HOME"));
    }

    std::unique_ptr<PrivateDesktop> m_desktop;
    std::unique_ptr<EchoingCloud> m_cloud;
    QByteArray m_said; ///< all output on stdout and stderr
};

void TestAccountLife::initTestCase()
{
    m_desktop = std::make_unique<PrivateDesktop>();
    m_desktop->setEnvironment(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    QVERIFY(m_desktop->startKeyring());
    m_cloud = std::make_unique<EchoingCloud>(Key);
}

TestAccountLife::Outcome TestAccountLife::act(const QStringList &arguments)
{
    OwnProcess process;
    process.setProcessEnvironment(m_desktop->environment());
    process.start(QCoreApplication::applicationFilePath(),
                  QStringList{QStringLiteral("--person")} + arguments);
    // The cloud runs in this process, so the event loop must run meanwhile.
    const bool ended =
        QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 120000);
    Outcome outcome;
    outcome.status =
        ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    outcome.said = process.readAll();
    m_said += outcome.said;
    return outcome;
}

template <class Ready>
bool TestAccountLife::runProgram(Ready ready)
{
    OwnProcess process;
    process.setProcessEnvironment(m_desktop->environment());
    process.start(QStringLiteral(CLUSTERDECK_PROGRAM),
                  {QStringLiteral("--verbose"), QStringLiteral("--log-file"),
                   home() + QStringLiteral("/program.log")});
    const bool came = QTest::qWaitFor([&] { return ready(process); }, 30000);
    process.terminate();
    (void)QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 10000);
    m_said += process.readAll();
    return came;
}

void TestAccountLife::addedByKeyboard()
{
    const Outcome outcome =
        act({QStringLiteral("add"), QStringLiteral("lab"), m_cloud->url().toString(),
             QStringLiteral("jn1a"), QStringLiteral("usr-IuZxPyn2"), Key.accessKeyId,
             Key.secretAccessKey});
    QVERIFY2(outcome.status == 0, outcome.said.right(MostShown).constData());
    const QByteArray kept = m_desktop->run(
        QStringLiteral("secret-tool"), {QStringLiteral("search"), QStringLiteral("--all"),
                                        QStringLiteral("server"), QStringLiteral("clusterdeck")});
    QVERIFY2(kept.contains(Key.secretAccessKey.toUtf8()), kept.constData());
}

void TestAccountLife::theProgramOpensItAgain()
{
    const int before = m_cloud->lists();
    QVERIFY(runProgram([&](const QProcess &) { return m_cloud->lists() > before; }));
}

void TestAccountLife::everythingThatSpeaks()
{
    const Outcome outcome = act({QStringLiteral("work")});
    QVERIFY2(outcome.status == 0, outcome.said.right(MostShown).constData());
    QCOMPARE(m_cloud->writes(), 1);
    QVERIFY(outcome.said.contains("clusterdeck.api")); // the log was written
    for (const char *file :
         {"batch.csv", "batch.json", "activity.txt", "report.txt", "clusterdeck.log"}) {
        const QFileInfo written(home() + u'/' + QLatin1String(file));
        QVERIFY2(written.size() > 100, file);
    }
}

/// Every cell of the journal: a database may store a value in several parts on disk.
QByteArray TestAccountLife::journalText() const
{
    QByteArray text;
    const QString path =
        home() + QStringLiteral("/.local/share/clusterdeck/clusterdeck/journal.sqlite");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), path);
        database.setDatabaseName(path);
        if (!QFile::exists(path) || !database.open())
            return {};
        for (const QString &table : database.tables()) {
            QSqlQuery query(QStringLiteral("SELECT * FROM \"%1\"").arg(table), database);
            while (query.next()) {
                for (int column = 0; column < query.record().count(); ++column)
                    text += query.value(column).toByteArray() + '\n';
            }
        }
    }
    QSqlDatabase::removeDatabase(path);
    return text;
}

QStringList TestAccountLife::placesOf(const QByteArray &text) const
{
    QStringList places = m_desktop->filesWith(text);
    if (m_said.contains(text))
        places.append(QStringLiteral("stdout or stderr"));
    if (journalText().contains(text))
        places.append(QStringLiteral("a row of the journal"));
    return places;
}

void TestAccountLife::nothingOfTheKeyIsAnywhere()
{
    for (const QByteArray &form : formsOf(Key.secretAccessKey))
        QVERIFY2(placesOf(form).isEmpty(),
                 qPrintable(placesOf(form).join(u' ') + QStringLiteral(": ") +
                            QString::fromLatin1(form)));
    QVERIFY(m_cloud->signatures().size() > 5);
    for (const QByteArray &signature : m_cloud->signatures())
        QVERIFY2(placesOf(signature).isEmpty(), qPrintable(placesOf(signature).join(u' ')));
    // The access key id may be stored in the accounts file only.
    const QStringList places = placesOf(Key.accessKeyId.toUtf8());
    QVERIFY2(places.size() == 1 && places.first().endsWith(QStringLiteral("accounts.json")),
             qPrintable(places.join(u' ')));
    QVERIFY(placesOf("\u2026MPLE").size() >= 2); // its last characters may be shown
}

void TestAccountLife::removedByKeyboard()
{
    const Outcome outcome = act({QStringLiteral("remove")});
    QVERIFY2(outcome.status == 0, outcome.said.right(MostShown).constData());
}

void TestAccountLife::theProgramKnowsNothingAnyMore()
{
    const int before = m_cloud->lists();
    // The program is ready when it has written its log; until then it must not have sent a request.
    QVERIFY(runProgram([&](QProcess &process) {
        return process.state() == QProcess::Running &&
               QFile::exists(home() + QStringLiteral("/program.log"));
    }));
    QCOMPARE(m_cloud->lists(), before);
}

void TestAccountLife::noTraceIsLeft()
{
    const QByteArray kept = m_desktop->run(
        QStringLiteral("secret-tool"), {QStringLiteral("search"), QStringLiteral("--all"),
                                        QStringLiteral("server"), QStringLiteral("clusterdeck")});
    QVERIFY2(!kept.contains(Key.secretAccessKey.toUtf8()), kept.constData());
    for (const QByteArray &form : formsOf(Key.secretAccessKey) + formsOf(Key.accessKeyId))
        QVERIFY2(placesOf(form).isEmpty(), qPrintable(placesOf(form).join(u' ')));
}

/// The search finds a secret in every encoding.
void TestAccountLife::theSearchFinds()
{
    for (const QByteArray &form : formsOf(Key.secretAccessKey)) {
        QFile file(home() + QStringLiteral("/.config/planted"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write("before " + form + " after"), form.size() + 13);
        file.close();
        QCOMPARE(placesOf(form).size(), 1);
    }
}

int main(int argc, char *argv[])
{
    if (argc > 1 && QByteArrayView(argv[1]) == "--person")
        return actAsPerson(argc, argv);
    QCoreApplication application(argc, argv);
    TestAccountLife test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_accountlife.moc"
