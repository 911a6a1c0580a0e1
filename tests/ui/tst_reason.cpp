// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/command.h"
#include "app/commandline/outcome.h"
#include "tests/ui/demowindow.h"
#include "ui/commandline/commandrun.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;

/// An account that requires a reason: neither the window nor a command sends without a reason, and
/// the journal stores it.
class TestReason : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init();
    void cleanup() { end(); }
    void theWindowAsksForIt();
    void theCommandTakesIt();
    void anApprovedPlanTakesNone();

private:
    /// Runs a command whose file or standard input is `input`; returns its exit status. `m_out` and
    /// `m_said` are its output.
    int run(Command command, const QByteArray &input);

    QByteArray m_out;
    QStringList m_said;
};

void TestReason::init()
{
    begin();
    openDemo();
    Account strict = account();
    strict.reasonRequired = true;
    m_session->change(strict);
}

int TestReason::run(Command command, const QByteArray &input)
{
    m_out.clear();
    m_said.clear();
    command.file = QStringLiteral("-");
    Terminal terminal;
    terminal.out = [this](const QString &text) { m_said.append(text); };
    terminal.aside = [this](const QString &text) { m_said.append(text); };
    terminal.document = [this](const QByteArray &bytes) { m_out = bytes; };
    terminal.input = [&input](qint64, const Terminal::Input &then) { then(input); };
    CommandRun run(command, *m_session, terminal);
    QSignalSpy finished(&run, &CommandRun::finished);
    run.start();
    m_session->refresh(); // as if the accounts had just been opened
    // No time is skipped before there is a batch, because readings have a time limit.
    const auto isOver = [&] {
        if (m_session->operationService().openItems() > 0)
            m_clock.skip(std::chrono::milliseconds(100));
        return !finished.isEmpty();
    };
    return QTest::qWaitFor(isOver, 60000) ? finished.constFirst().constFirst().toInt() : -1;
}

void TestReason::theWindowAsksForIt()
{
    selectDeletable(1);
    ask("Delete");
    dialog().giveWhatIsAsked();
    m_clock.skip(ConfirmDialog::DeadTime);
    QVERIFY(!dialog().go()->isEnabled());
    auto *reason = dialog().child<QLineEdit>("Reason");
    QCOMPARE(reason->accessibleDescription(), QStringLiteral("The account requires a reason"));
    reason->setText(QStringLiteral("a\u202Eb"));
    QVERIFY(!dialog().go()->isEnabled());
    reason->clear();
    QTest::keyClicks(reason, QStringLiteral(" CR-4711 "));
    QVERIFY(dialog().go()->isEnabled());
    const BatchRunner *runner = confirm();
    QVERIFY(runner);
    QCOMPARE(runner->batch().givenReason, QStringLiteral("CR-4711"));
    QVERIFY(runner->batch().shown.contains(u"Reason: CR-4711"));
    skipUntilAllEnded();
}

void TestReason::theCommandTakesIt()
{
    Command plan;
    plan.kind = Command::Kind::Plan;
    plan.verb = Verb::Stop;
    plan.json = true;
    QByteArray document;
    for (int row = 0; row < m_session->clusters().rowCount();
         ++row) { // the first that can be stopped
        const ClusterRecord each = m_session->clusters().clusterAt(row).record;
        if (each.owner == account().api.owner && run(plan, each.id.toUtf8()) == exitstatus::Done) {
            document = m_out;
            break;
        }
    }
    QVERIFY(!document.isEmpty());
    Command apply;
    apply.kind = Command::Kind::Apply;
    apply.count = 1;
    QCOMPARE(run(apply, document), exitstatus::WrongUse);
    QVERIFY2(m_said.constLast().contains(u"pass --reason"), qPrintable(m_said.constLast()));
    QVERIFY(m_session->operationService().batches().isEmpty());

    plan.reason = QStringLiteral("CR-4711");
    const auto item = QJsonDocument::fromJson(document)[u"items"][0];
    QCOMPARE(run(plan, item[u"cluster"][u"cluster_id"].toString().toUtf8()), exitstatus::Done);
    document = m_out;
    apply.reason = QStringLiteral("another");
    QCOMPARE(run(apply, document), exitstatus::WrongUse);
    QVERIFY2(m_said.constLast().contains(u"CR-4711"), qPrintable(m_said.constLast()));
    QVERIFY(m_session->operationService().batches().isEmpty());

    apply.reason.clear();
    const int status = run(apply, document);
    QVERIFY2(status == exitstatus::Done, qPrintable(m_said.join(u'\n')));
    QCOMPARE(m_session->journal().history().constFirst().givenReason, plan.reason);
    Command history;
    QCOMPARE(run(history, {}), exitstatus::Done);
    QVERIFY2(m_said.constFirst().endsWith(u"Reason: CR-4711"), qPrintable(m_said.constFirst()));
}

/// The approval covers the reason: an approved plan without one needs another approval, and is not
/// made where a reason is required.
void TestReason::anApprovedPlanTakesNone()
{
    const Account strict = m_session->accounts().constFirst();
    m_session->change(account());
    Command plan;
    plan.kind = Command::Kind::Plan;
    plan.verb = Verb::Stop;
    plan.validity = Validity(24);
    QByteArray document;
    QByteArray id;
    for (int row = 0; document.isEmpty() && row < m_session->clusters().rowCount(); ++row) {
        const ClusterRecord each = m_session->clusters().clusterAt(row).record;
        id = each.id.toUtf8();
        if (each.owner == account().api.owner && run(plan, id) == exitstatus::Done)
            document = m_out;
    }
    m_session->change(strict);
    QCOMPARE(run(plan, id), exitstatus::WrongUse);
    QVERIFY2(m_said.constLast().contains(u"pass --reason"), qPrintable(m_said.constLast()));
    QVERIFY(m_out.isEmpty());
    Command apply;
    apply.kind = Command::Kind::Apply;
    apply.count = 1;
    apply.approval = QJsonDocument::fromJson(document)[u"approval_code"].toString();
    QVERIFY(!apply.approval.isEmpty());
    QCOMPARE(run(apply, document), exitstatus::WrongUse);
    QVERIFY2(m_said.constLast().contains(u"this approved plan has none"),
             qPrintable(m_said.constLast()));
    apply.reason = QStringLiteral("CR-4711");
    QCOMPARE(run(apply, document), exitstatus::WrongUse);
    QVERIFY2(m_said.constLast().contains(u"approved without a reason"),
             qPrintable(m_said.constLast()));
    QVERIFY(m_session->operationService().batches().isEmpty());
}

QTEST_MAIN(TestReason)
#include "tst_reason.moc"
