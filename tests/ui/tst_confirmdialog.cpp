// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/plandocument.h"
#include "app/options.h"
#include "tests/ui/dialogonshow.h"
#include "ui/look/language.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QFile>
#include <QInputMethodEvent>
#include <QProcess>
#include <QTemporaryDir>
#include <QToolButton>

using namespace clusterdeck;

class TestConfirmDialog : public DialogOnShow
{
    Q_OBJECT

private slots:
    void initTestCase() { m_texts = loadResources(*qApp); }
    void cleanup() { close(); }
    void namesForAssistiveTechnology();
    void safeDefault();
    void enterNeverDeletes();
    void escapeKeeps();
    void oneNeedsNoNumber();
    void numberMustMatch();
    void numberThroughAnInputMethod();
    void theSameIsTypedInChinese();
    void deadAfterEveryChange();
    void deadFromWhenItIsSeen();
    void untickingChangesEveryNumber();
    void whatIsSentWasShown();
    void nothingCanGo();
    void leftOutIsFolded();
    void wordsOfStopAndStart();
    void unknownJobsAreSaid();
    void fiveHundredRowsFit();
    void models();
    void copiesTheCommand_data();
    void copiesTheCommand();
    void demoIsSaidAndHasNoCommand();

private:
    void runCopied(QStringList &arguments, QByteArray &input) const;

    Translation *m_texts = nullptr;
};

void TestConfirmDialog::namesForAssistiveTechnology()
{
    const auto name = [](QWidget *widget) {
        return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
    };
    open(planOf(Verb::Delete, 12));
    QCOMPARE(name(count()), QStringLiteral("Number of clusters"));
    QCOMPARE(name(stay()), QStringLiteral("Keep them"));
    QCOMPARE(name(go()), QStringLiteral("Delete 12 clusters"));
    QCOMPARE(m_dialog->windowTitle(), QStringLiteral("Delete 12 clusters in lab / z1?"));
    QCOMPARE(label("Title"), m_dialog->windowTitle());
    QCOMPARE(label("Consequence"),
             QStringLiteral("This cannot be undone. 36 running and 12 queued jobs end."));
    QVERIFY(label("Afterwards").contains(u"not confirmed by the provider"));
}

void TestConfirmDialog::safeDefault()
{
    open(planOf(Verb::Delete, 1));
    QVERIFY(stay()->hasFocus());
    QVERIFY(!go()->isDefault() && !go()->autoDefault());
    QTest::keyClick(stay(), Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(m_confirmed.isEmpty());
}

void TestConfirmDialog::enterNeverDeletes()
{
    open(planOf(Verb::Delete, 2));
    QTest::keyClicks(count(), QStringLiteral("2"));
    passDeadTime();
    QVERIFY(go()->isEnabled());
    QTest::keyClick(count(), Qt::Key_Return);
    QVERIFY(m_dialog && m_dialog->isVisible());
    QVERIFY(stay()->hasFocus());
    go()->setFocus();
    QTest::keyClick(go(), Qt::Key_Return);
    QTest::keyClick(go(), Qt::Key_Enter);
    QVERIFY(m_dialog && m_dialog->isVisible());
    QTest::keyClick(table(), Qt::Key_Return);
    QTest::keyClick(m_dialog, Qt::Key_Return);
    QVERIFY(m_dialog && m_dialog->isVisible());
    QVERIFY(m_confirmed.isEmpty());
    QTest::keyClick(go(), Qt::Key_Space);
    QCOMPARE(m_confirmed.size(), 1);
}

void TestConfirmDialog::escapeKeeps()
{
    open(planOf(Verb::Delete, 2));
    QTest::keyClicks(count(), QStringLiteral("2"));
    passDeadTime();
    QVERIFY(go()->isEnabled());
    QTest::keyClick(count(), Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(m_confirmed.isEmpty());
}

void TestConfirmDialog::oneNeedsNoNumber()
{
    open(planOf(Verb::Delete, 1));
    QVERIFY(!count()->isVisible());
    QCOMPARE(go()->text().remove(u'&'), QStringLiteral("Delete 1 cluster"));
    QVERIFY(!go()->isEnabled());
    passDeadTime();
    QTest::mouseClick(go(), Qt::LeftButton);
    QCOMPARE(m_confirmed.size(), 1);
}

void TestConfirmDialog::numberMustMatch()
{
    open(planOf(Verb::Delete, 12));
    QTest::keyClick(saved(), Qt::Key_Space);
    QTest::keyClicks(count(), QStringLiteral("1"));
    passDeadTime(); // only the number holds it back
    QVERIFY(!go()->isEnabled());
    QTest::keyClicks(count(), QStringLiteral("2"));
    QVERIFY(go()->isEnabled());
    QTest::keyClicks(count(), QStringLiteral("0"));
    QVERIFY(!go()->isEnabled());
    count()->setText(QStringLiteral(" １２ "));
    QVERIFY(go()->isEnabled());
}

/// What is still being composed is not typed yet; digits of full width are digits.
void TestConfirmDialog::numberThroughAnInputMethod()
{
    open(planOf(Verb::Delete, 3));
    count()->setFocus();
    QTRY_VERIFY(count()->hasFocus());
    QInputMethodEvent composing(QStringLiteral("3"), {});
    QCoreApplication::sendEvent(count(), &composing);
    passDeadTime();
    QVERIFY(!go()->isEnabled());
    QInputMethodEvent committed;
    committed.setCommitString(QStringLiteral("３"));
    QCoreApplication::sendEvent(count(), &committed);
    QVERIFY(go()->isEnabled());
}

void TestConfirmDialog::theSameIsTypedInChinese()
{
    m_texts->use(QStringLiteral("zh_CN"));
    open(planOf(Verb::Delete, 3));
    QCOMPARE(m_dialog->windowTitle(), QStringLiteral("在 lab / z1 中删除 3 个集群？"));
    QCOMPARE(go()->text(), QStringLiteral("删除 3 个集群(&D)"));
    QTest::keyClicks(count(), QStringLiteral("3"));
    passDeadTime();
    QVERIFY(go()->isEnabled());
    close();
    m_texts->use({});
}

void TestConfirmDialog::deadAfterEveryChange()
{
    using namespace std::chrono_literals;
    open(planOf(Verb::Delete, 3));
    QTest::keyClicks(count(), QStringLiteral("2"));
    QVERIFY(!go()->isEnabled());
    m_clock.advance(ConfirmDialog::DeadTime - 1ms);
    m_dialog.untick(0); // it begins again
    m_clock.advance(ConfirmDialog::DeadTime - 1ms);
    QVERIFY(!go()->isEnabled());
    m_clock.advance(1ms);
    QVERIFY(go()->isEnabled());
    m_dialog.untick(1);
    QVERIFY(!go()->isEnabled());
    QTest::mouseClick(go(), Qt::LeftButton);
    QTest::keyClick(go(), Qt::Key_Space);
    QVERIFY(m_confirmed.isEmpty());
}

void TestConfirmDialog::deadFromWhenItIsSeen()
{
    open(planOf(Verb::Delete, 1));
    m_dialog->hide();
    passDeadTime();
    QVERIFY(go()->isEnabled());
    m_dialog->show();
    QVERIFY(!go()->isEnabled());
}

void TestConfirmDialog::untickingChangesEveryNumber()
{
    open(planOf(Verb::Delete, 3));
    table()->setCurrentIndex(m_dialog.cell(1, 3));
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(m_dialog->windowTitle(), QStringLiteral("Delete 2 clusters in lab / z1?"));
    QCOMPARE(label("Title"), m_dialog->windowTitle());
    QCOMPARE(label("Consequence"),
             QStringLiteral("This cannot be undone. 6 running and 2 queued jobs end."));
    QCOMPARE(go()->text().remove(u'&'), QStringLiteral("Delete 2 clusters"));
    m_dialog.giveWhatIsAsked();
    passDeadTime();
    QTest::keyClick(go(), Qt::Key_Space);
    QCOMPARE(m_confirmed.size(), 1);
    QCOMPARE(m_confirmed.first().items.size(), 2);
    QCOMPARE(m_confirmed.first().items.at(0).cluster.record.id, QStringLiteral("hpc-1"));
    QCOMPARE(m_confirmed.first().items.at(1).cluster.record.id, QStringLiteral("hpc-3"));
}

void TestConfirmDialog::whatIsSentWasShown()
{
    open(planOf(Verb::Delete, 20));
    QVERIFY(child<QLineEdit>("Search")->isVisible());
    // Searching only looks: what it hides is still ticked and still counts.
    QTest::keyClicks(child<QLineEdit>("Search"), QStringLiteral("cluster 7"));
    QCOMPARE(table()->model()->rowCount(), 1);
    m_dialog.untick(0);
    QCOMPARE(go()->text().remove(u'&'), QStringLiteral("Delete 19 clusters"));
    QTest::keyClicks(count(), QStringLiteral("19"));
    QTest::keyClick(saved(), Qt::Key_Space);
    passDeadTime();
    QTest::keyClick(go(), Qt::Key_Space);
    QCOMPARE(m_confirmed.size(), 1);
    for (const PlanItem &item : m_confirmed.first().items)
        QVERIFY(item.cluster.record.id != u"hpc-7");
    QCOMPARE(m_confirmed.first().items.size(), 19);
}

void TestConfirmDialog::nothingCanGo()
{
    Plan plan;
    plan.excluded.append({key(QStringLiteral("hpc-1")), QStringLiteral("one"),
                          QStringLiteral("active"), Exclusion::Busy});
    open(plan);
    QVERIFY(!go()->isVisible());
    QVERIFY(!count()->isVisible());
    QCOMPARE(stay()->text(), QStringLiteral("Close"));
    QVERIFY(child<QTableView>("Excluded")->isVisible());
    QTest::keyClick(stay(), Qt::Key_Space);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(m_confirmed.isEmpty());
}

void TestConfirmDialog::leftOutIsFolded()
{
    Plan plan = planOf(Verb::Delete, 2);
    for (int i = 0; i < 4; ++i)
        plan.excluded.append({key(QString::number(i)), QStringLiteral("x"), {}, Exclusion::Gone});
    open(plan);
    QCOMPARE(child<QToolButton>("Left out")->text(), QStringLiteral("4 left out"));
    QVERIFY(!child<QTableView>("Excluded")->isVisible());
    child<QToolButton>("Left out")->click();
    QVERIFY(child<QTableView>("Excluded")->isVisible());
    QCOMPARE(child<QTableView>("Excluded")->model()->index(0, 3).data().toString(),
             QStringLiteral("It does not exist any more"));
}

void TestConfirmDialog::wordsOfStopAndStart()
{
    open(planOf(Verb::Stop, 3));
    QCOMPARE(go()->text().remove(u'&'), QStringLiteral("Stop 3 clusters"));
    QVERIFY(!label("Consequence").contains(u"undone"));
    open(planOf(Verb::Start, 1));
    QCOMPARE(go()->text().remove(u'&'), QStringLiteral("Start 1 cluster"));
    QCOMPARE(label("Consequence"), QStringLiteral("The fees for 2 nodes begin again."));
}

void TestConfirmDialog::unknownJobsAreSaid()
{
    Plan plan = planOf(Verb::Delete, 2);
    plan.items.first().cluster.record.runningJobs.reset();
    plan.items.last().fresh = false;
    open(plan);
    QCOMPARE(label("Consequence"),
             QStringLiteral("This cannot be undone. At least 3 running and 2 queued "
                            "jobs end; of 1 cluster it is unknown."));
    QVERIFY(label("Afterwards").contains(u"1 cluster could not be read just now"));
    plan.items.last().cluster.record.pendingJobs.reset();
    open(plan);
    QCOMPARE(label("Consequence"),
             QStringLiteral("This cannot be undone. How many jobs end is unknown."));
}

void TestConfirmDialog::fiveHundredRowsFit()
{
    open(planOf(Verb::Delete, 500));
    QVERIFY2(m_dialog->height() <= 700, qPrintable(QString::number(m_dialog->height())));
    QVERIFY2(m_dialog->width() <= 1366, qPrintable(QString::number(m_dialog->width())));
    QVERIFY(m_dialog->minimumSizeHint().height() < 600);
}

void TestConfirmDialog::models()
{
    Plan plan = planOf(Verb::Delete, 3);
    plan.excluded.append({key(QStringLiteral("x")), {}, {}, Exclusion::UnderWay});
    PlanModel planned(plan, {});
    QAbstractItemModelTester first(&planned,
                                   QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(planned.setData(planned.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(planned.setData(planned.index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(planned.reduced().items.size(), 3);
    QVERIFY(!planned.setData(planned.index(0, 1), Qt::Checked, Qt::CheckStateRole));
    ExcludedModel excluded(plan);
    QAbstractItemModelTester second(&excluded,
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(excluded.rowCount(), 1);
}

/// Runs what was copied in a shell, with something in the program's place that writes down what it
/// is given.
void TestConfirmDialog::runCopied(QStringList &arguments, QByteArray &input) const
{
    const QTemporaryDir folder;
    QFile program(folder.filePath(QStringLiteral("clusterdeck")));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\n[ \"$1\" = plan ] || exit 0\n"
                  "printf '%s\\n' \"$@\" > arguments\ncat > input\n");
    program.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    program.close();
    QProcess shell;
    shell.setWorkingDirectory(folder.path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"),
                       folder.path() + u':' + environment.value(QStringLiteral("PATH")));
    shell.setProcessEnvironment(environment);
    shell.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"), QGuiApplication::clipboard()->text()});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 0);
    const auto read = [&](const char *name) {
        QFile file(folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    arguments = QString::fromUtf8(read("arguments")).split(u'\n', Qt::SkipEmptyParts);
    input = read("input");
    // Nothing else was done.
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 4);
}

void TestConfirmDialog::copiesTheCommand_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<QString>("hostile"); // the first cluster's id
    QTest::newRow("delete") << Verb::Delete << QString();
    QTest::newRow("stop") << Verb::Stop << QString();
    for (const char *id :
         {"END", "x'; touch stolen; '", "$(touch stolen)", "`touch stolen`", "a\ntouch stolen",
          "\\", "%s%n", "-rf", "a b", "\"", "!!", "a\rtouch stolen"})
        QTest::newRow(id) << Verb::Delete << QString::fromLatin1(id);
}

void TestConfirmDialog::copiesTheCommand()
{
    QFETCH(Verb, verb);
    QFETCH(QString, hostile);
    Plan plan = planOf(verb, 4);
    if (!hostile.isEmpty())
        plan.items.first().cluster.record.id = hostile;
    open(plan);
    m_dialog.untick(2);
    child<QPushButton>("Copy command")->click();
    QCOMPARE(child<QPushButton>("Copy command")->text(), QStringLiteral("Command copied"));
    QVERIFY(m_dialog->isVisible() && m_confirmed.isEmpty());
    QStringList arguments;
    QByteArray input;
    runCopied(arguments, input);
    const auto options = parseOptions(arguments, {});
    QVERIFY2(options, qPrintable(arguments.join(u' ')));
    QCOMPARE(options->command->kind, Command::Kind::Plan);
    QCOMPARE(options->command->verb, verb);
    QCOMPARE(options->command->account, QStringLiteral("lab"));
    const auto ids = idsFrom(input);
    if (hostile.isEmpty()) {
        QVERIFY(ids);
        QCOMPARE(*ids, (QStringList{QStringLiteral("hpc-1"), QStringLiteral("hpc-2"),
                                    QStringLiteral("hpc-4")}));
    } else { // no id that the program would take: it refuses them all
        QVERIFY(!ids);
        QCOMPARE(input.count('\n'), 3);
    }
    m_dialog.untick(1);
    QCOMPARE(child<QPushButton>("Copy command")->text(), QStringLiteral("&Copy command"));
}

void TestConfirmDialog::demoIsSaidAndHasNoCommand()
{
    open(planOf(Verb::Delete, 2), ConfirmDialog::Asking::First, true);
    QVERIFY(child<QLabel>("Demo")->isVisible());
    QVERIFY(!child<QPushButton>("Copy command")->isVisible());
}

QTEST_MAIN(TestConfirmDialog)
#include "tst_confirmdialog.moc"
