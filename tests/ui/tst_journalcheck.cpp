// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/command.h"
#include "app/commandline/outcome.h"
#include "tests/app/operations/builders.h"
#include "tests/app/operations/journal/failingvfs.h"
#include "tests/ui/demowindow.h"
#include "tests/ui/parts.h"
#include "ui/commandline/commandrun.h"
#include "ui/history/historywindow.h"
#include "ui/widgets/messagebar.h"

#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;
using failingvfs::OtherThreads;

/// The window and the commands during and after the check of a journal whose last run did not end
/// cleanly. The test controls when the check reads.
class TestJournalCheck : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theWindowOpensBefore();
    void damageIsSaidLater();
    void closingDoesNotWait();
    void callsAreWrittenLater();
    void commands_data();
    void commands();

private:
    void openUnclean(bool damaged = false);
    [[nodiscard]] MessageBar *messageBar(const char *name) const
    {
        return part<MessageBar>(m_window, name);
    }
};

void TestJournalCheck::initTestCase()
{
    failingvfs::install();
    prepare();
}

void TestJournalCheck::init()
{
    begin();
}

void TestJournalCheck::cleanup()
{
    failingvfs::setOtherThreads(OtherThreads::Run);
    end();
}

/// A session and its window with a journal that must be checked: one batch of the demo's account in
/// its countdown. The check waits.
void TestJournalCheck::openUnclean(bool damaged)
{
    m_window.reset();
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    Batch batch = batchOf(QList<ItemState>(60, ItemState::Armed));
    batch.account = account().id;
    for (BatchItem &item : batch.items) {
        item.key.account = batch.account;
        item.shown.description = QString(1500, u'x');
    }
    {
        Journal journal(m_folder->path());
        QVERIFY(journal.add(batch));
    }
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("journal.clean"))));
    if (damaged) {
        QFile file(m_folder->filePath(QStringLiteral("journal.sqlite")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        constexpr qsizetype Page = 4096;
        const qsizetype where = file.readAll().indexOf("ehpc-30\"") / Page * Page;
        QVERIFY(where > 0 && file.seek(where));
        file.write(QByteArray(64, '\xff'));
    }
    failingvfs::setOtherThreads(OtherThreads::Wait);
    m_session = std::make_unique<Session>(m_clock, m_folder->path());
    m_window = std::make_unique<MainWindow>(*m_session);
}

void TestJournalCheck::theWindowOpensBefore()
{
    openUnclean();
    openDemo();
    QTRY_VERIFY(failingvfs::isOneWaiting());
    QCOMPARE(m_session->journal().access(), Journal::Access::Checking);
    table()->selectAll();
    for (const char *name : {"Delete", "Stop", "Start"})
        QVERIFY2(!action(name)->isEnabled(), name);
    action("History")->trigger();
    QVERIFY(m_window->findChild<HistoryWindow *>());
    // The message appears when the check takes long.
    m_clock.skip(std::chrono::milliseconds(1500));
    QVERIFY(messageBar("Access"));
    QVERIFY2(
        messageBar("Access")->text().startsWith(u"The journal is checked first, because the last "
                                                u"run of Clusterdeck did not end properly."),
        qPrintable(messageBar("Access")->text()));
    QVERIFY(!messageBar("Recovery") && !messageBar("Damage"));
    QVERIFY(m_session->operationService().batches().isEmpty());

    failingvfs::setOtherThreads(OtherThreads::Run);
    QTRY_VERIFY(m_session->operationService().canOperate());
    QVERIFY(!messageBar("Access") && !messageBar("Damage"));
    QVERIFY(messageBar("Recovery"));
    QVERIFY2(messageBar("Recovery")
                 ->text()
                 .startsWith(u"The last run did not end properly: 60 never sent."),
             qPrintable(messageBar("Recovery")->text()));
    QCOMPARE(m_session->operationService().batches().size(), 1); // its account is already open
    QCOMPARE(m_session->recovery().neverSent, 60);
    QVERIFY(action("Delete")->isEnabled());
    BatchRunner *runner = deleteSome(1);
    QVERIFY(runner);
    runner->sendNow();
    skipUntilAllEnded();
}

void TestJournalCheck::damageIsSaidLater()
{
    openUnclean(true);
    openDemo();
    QTRY_VERIFY(failingvfs::isOneWaiting());
    QVERIFY(!messageBar("Damage"));
    failingvfs::setOtherThreads(OtherThreads::Run);
    QTRY_VERIFY(m_session->operationService().canOperate());
    QVERIFY(messageBar("Damage"));
    QVERIFY2(messageBar("Damage")->text().contains(u"1 batch was recovered"),
             qPrintable(messageBar("Damage")->text()));
    QVERIFY(QFile::exists(m_session->journal().setAside()));
    table()->selectAll();
    QVERIFY(action("Delete")->isEnabled());
}

void TestJournalCheck::closingDoesNotWait()
{
    openUnclean();
    openDemo();
    QTRY_VERIFY(failingvfs::isOneWaiting());
    QVERIFY(m_window->close()); // this run has no operations
    failingvfs::setOtherThreads(OtherThreads::AreSlow);
    m_window.reset();
    m_session.reset();
    failingvfs::setOtherThreads(OtherThreads::Run);
    const Session again(m_clock, m_folder->path());
    QCOMPARE(again.journal().access(), Journal::Access::Checking);
    QTRY_COMPARE(again.recovery().neverSent, 60);
}

/// Calls during the check count in the hourly quota after the next start.
void TestJournalCheck::callsAreWrittenLater()
{
    openUnclean();
    openDemo();
    const QString id = account().id;
    m_clock.skip(std::chrono::seconds(5));
    QVERIFY(m_session->journal().callsSince(id, m_clock.utcNow().addSecs(-3600)).isEmpty());
    failingvfs::setOtherThreads(OtherThreads::Run);
    QTRY_VERIFY(m_session->operationService().canOperate());
    QVERIFY(!m_session->journal().callsSince(id, m_clock.utcNow().addSecs(-3600)).isEmpty());
}

void TestJournalCheck::commands_data()
{
    QTest::addColumn<Command::Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::newRow("apply") << Command::Kind::Apply << exitstatus::WrongUse;
    QTest::newRow("plan") << Command::Kind::Plan << exitstatus::WrongUse;
    QTest::newRow("history") << Command::Kind::History << exitstatus::Done;
}

/// A command that sends waits for the check and says so; a command that only reads does not.
void TestJournalCheck::commands()
{
    QFETCH(const Command::Kind, kind);
    QFETCH(const int, status);
    const bool waits = kind == Command::Kind::Apply;
    openUnclean();
    Command command;
    command.kind = kind;
    command.file = m_folder->filePath(QStringLiteral("nothing"));
    QStringList said;
    Terminal terminal;
    terminal.out = [](const QString &) {};
    terminal.aside = [&](const QString &text) { said.append(text); };
    CommandRun run(command, *m_session, terminal);
    QSignalSpy finished(&run, &CommandRun::finished);
    run.start();
    if (waits) {
        m_clock.skip(CommandRun::SilenceLimit);
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.constFirst().startsWith(u"Checking the journal"),
                 qPrintable(said.constFirst()));
        QVERIFY(finished.isEmpty());
        failingvfs::setOtherThreads(OtherThreads::Run);
    }
    QTRY_COMPARE(finished.size(), 1); // the file is missing, but the journal is ready
    QCOMPARE(finished.constFirst().constFirst().toInt(), status);
    QCOMPARE(m_session->journal().access(),
             waits ? Journal::Access::Writable : Journal::Access::Checking);
}

QTEST_MAIN(TestJournalCheck)
#include "tst_journalcheck.moc"
