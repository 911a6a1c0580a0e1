// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/options.h"
#include "app/commandline/plandocument.h"
#include "tests/support/manualclock.h"
#include "tests/ui/builders.h"
#include "tests/ui/confirmdriver.h"
#include "ui/theme/resources.h"
#include "ui/widgets/windowcontext.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QFile>
#include <QInputMethodEvent>
#include <QProcess>
#include <QTemporaryDir>
#include <QToolButton>

using namespace clusterdeck;

/// A confirmation with the test's clock. The tests of the confirmation level prove what is asked at
/// which risk; this test covers each control.
class TestConfirmDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadResources(*qApp); }
    void cleanup() { close(); }
    void enterNeverDeletes();
    void theNumberIsTypedAtOnce();
    void enterAndEscapeKeep();
    void typedThroughAnInputMethod();
    void dataMustBeSaved();
    void endOfTheIdOfOne();
    void deadWheneverItIsShown();
    void untickingChangesEveryNumber();
    void leftOut();
    void approvedWithoutReason();
    void nothingCanGo();
    void flagsAreSaid();
    void wordsForOne();
    void rowsAreAlwaysReadable_data();
    void rowsAreAlwaysReadable();
    void flagsFollowTheTicks();
    void emptyColumnsAreHidden();
    void whatIsNewIsMarked();
    void clockAndQuotaAreSaid();
    void whatIsUnusualIsSaid();
    void stopInstead();
    void deadAfterEveryChange();
    void wordsOfStopAndStart();
    void unknownJobsAreSaid();
    void models();
    void copiesTheCommand_data();
    void copiesTheCommand();
    void demoIsSaidAndHasNoCommand();

private:
    void open(const Plan &plan, ConfirmDialog::Asking asking = ConfirmDialog::Asking::First,
              bool demo = false)
    {
        close();
        m_confirmed.clear();
        setWindowContext(
            &m_parent, {.dataKind = demo ? DataKind::Demo : DataKind::Real, .settingsPrefix = {}});
        m_dialog = new ConfirmDialog(plan, labelsOf("lab", "z1"), m_clock, &m_parent, asking);
        connect(m_dialog, &ConfirmDialog::confirmed, this,
                [this](const Plan &confirmed, const QString &shown) {
                    m_confirmed.append(confirmed);
                    m_recorded = shown;
                });
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    void close() { delete m_dialog; }
    void passDeadTime() { m_clock.advance(ConfirmDialog::DeadTime); }

    template <class T>
    [[nodiscard]] T *child(const char *name) const
    {
        return m_dialog.child<T>(name);
    }
    [[nodiscard]] QString label(const char *name) const { return m_dialog.label(name); }
    [[nodiscard]] QPushButton *go() const { return m_dialog.go(); }
    [[nodiscard]] QPushButton *stay() const { return m_dialog.stay(); }
    [[nodiscard]] QCheckBox *saved() const { return m_dialog.saved(); }
    [[nodiscard]] QLineEdit *count() const { return m_dialog.count(); }
    [[nodiscard]] RecordTable *table() const { return m_dialog.table(); }

    void runCopied(QStringList &arguments, QByteArray &input) const;

    ManualClock m_clock;
    QWidget m_parent;
    ConfirmDriver m_dialog;
    QList<Plan> m_confirmed;
    QString m_recorded;
};

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

/// Without a click into its field: the safe button has the focus at first.
void TestConfirmDialog::theNumberIsTypedAtOnce()
{
    open(planOf(Verb::Delete, 2));
    QVERIFY(stay()->hasFocus());
    QTest::keyClicks(stay(), QStringLiteral("2"));
    QCOMPARE(count()->text(), QStringLiteral("2"));
    QVERIFY(count()->hasFocus());
}

void TestConfirmDialog::enterAndEscapeKeep()
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
        open(planOf(Verb::Delete, 1));
        passDeadTime();
        QVERIFY(go()->isEnabled() && stay()->hasFocus());
        QVERIFY(!go()->isDefault() && !go()->autoDefault());
        QTest::keyClick(stay(), key);
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_confirmed.isEmpty());
    }
}

/// Text that is still being composed does not count as typed.
void TestConfirmDialog::typedThroughAnInputMethod()
{
    open(planOf(Verb::Delete, 3));
    QCOMPARE(count()->accessibleName(), QStringLiteral("Number of clusters"));
    count()->setFocus();
    QTRY_VERIFY(count()->hasFocus());
    QInputMethodEvent composing(QStringLiteral("3"), {});
    QCoreApplication::sendEvent(count(), &composing);
    passDeadTime(); // only the number is missing
    QVERIFY(!go()->isEnabled());
    QInputMethodEvent committed;
    committed.setCommitString(QStringLiteral("３"));
    QCoreApplication::sendEvent(count(), &committed);
    QVERIFY(go()->isEnabled());
    QTest::keyClicks(count(), QStringLiteral("0"));
    QVERIFY(!go()->isEnabled());
}

void TestConfirmDialog::dataMustBeSaved()
{
    open(planOf(Verb::Delete, 5));
    QCOMPARE(saved()->accessibleName(), QStringLiteral("The data is saved or not needed"));
    QVERIFY(saved()->isVisible() && !saved()->isChecked());
    QTest::keyClicks(count(), QStringLiteral("5"));
    passDeadTime(); // only the tick is missing
    QVERIFY(!go()->isEnabled());
    QTest::keyClick(saved(), Qt::Key_Return);
    QVERIFY(!saved()->isChecked());
    QTest::keyClick(saved(), Qt::Key_Space);
    QVERIFY(go()->isEnabled());
    m_dialog.untick(0); // four clusters have tier 2
    QVERIFY(!saved()->isVisible());
}

void TestConfirmDialog::endOfTheIdOfOne()
{
    Plan plan = planOf(Verb::Delete, 1);
    plan.items.first().cluster.record.id = QStringLiteral("ehpc-ab3Xyz");
    plan.items.first().flags = RiskFlag::HasJobs;
    open(plan);
    QCOMPARE(count()->accessibleName(), QStringLiteral("Last 4 characters of the ID"));
    passDeadTime();
    QVERIFY(!go()->isEnabled());
    count()->setText(QStringLiteral("3xyz"));
    QVERIFY(go()->isEnabled());
}

void TestConfirmDialog::deadWheneverItIsShown()
{
    open(planOf(Verb::Delete, 1));
    QVERIFY(!count()->isVisible() && !saved()->isVisible());
    m_dialog->hide();
    passDeadTime();
    QVERIFY(go()->isEnabled());
    m_dialog->show();
    QVERIFY(!go()->isEnabled());
    QTest::mouseClick(go(), Qt::LeftButton);
    QVERIFY(m_confirmed.isEmpty());
    passDeadTime();
    QTest::mouseClick(go(), Qt::LeftButton);
    QCOMPARE(m_confirmed.size(), 1);
}

/// A search does not change the plan: hidden rows stay ticked, and count.
void TestConfirmDialog::untickingChangesEveryNumber()
{
    open(planOf(Verb::Delete, 12));
    QTest::keyClicks(child<QLineEdit>("Search"), QStringLiteral("cluster 7"));
    QCOMPARE(table()->model()->rowCount(), 1);
    table()->setCurrentIndex(m_dialog.cell(0, 3));
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(m_dialog->windowTitle(), QStringLiteral("Delete 11 clusters in lab / z1?"));
    QCOMPARE(label("Title"), m_dialog->windowTitle());
    QCOMPARE(label("Consequence"),
             QStringLiteral("This cannot be undone. 33 running and 11 queued jobs end."));
    QVERIFY(label("Afterwards").contains(u"the provider does not confirm"));
    QCOMPARE(go()->text().remove(u'&'), QStringLiteral("Delete 11 clusters"));
    const auto name = [](QWidget *widget) {
        return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
    };
    QCOMPARE(name(go()), QStringLiteral("Delete 11 clusters"));
    QCOMPARE(name(stay()), QStringLiteral("Keep them"));
    m_dialog.giveWhatIsAsked();
    passDeadTime();
    QTest::keyClick(go(), Qt::Key_Space);
    QCOMPARE(m_confirmed.size(), 1);
    QCOMPARE(m_confirmed.first().items.size(), 11);
    for (const PlanItem &item : m_confirmed.first().items)
        QVERIFY(item.cluster.record.id != u"hpc-7");
}

/// Collapsed while other clusters can be deleted. The record says how many there were, and why.
void TestConfirmDialog::leftOut()
{
    Plan plan = planOf(Verb::Delete, 2);
    for (const char *id : {"x", "y", "z"})
        plan.excluded.append({key(QLatin1String(id)), {}, {}, Exclusion::Gone});
    plan.excluded.last().reason = Exclusion::Busy;
    open(plan);
    QCOMPARE(child<QToolButton>("Left out")->text(), QStringLiteral("3 excluded"));
    QVERIFY(!child<QTableView>("Excluded")->isVisible());
    child<QToolButton>("Left out")->click();
    QVERIFY(child<QTableView>("Excluded")->isVisible());
    QCOMPARE(child<QTableView>("Excluded")->model()->index(0, 3).data().toString(),
             QStringLiteral("The cluster no longer exists"));
    m_dialog.giveWhatIsAsked();
    passDeadTime();
    QTest::keyClick(go(), Qt::Key_Space);
    QCOMPARE(m_confirmed.size(), 1);
    const QString excluded = m_recorded.mid(m_recorded.indexOf(u"Excluded: "));
    QCOMPARE(m_recorded, shownText(plan, labelsOf("lab", "z1")) + u'\n' + excluded);
    QVERIFY2(excluded.startsWith(u"Excluded: 1 ") && excluded.contains(u"Another operation") &&
                 excluded.contains(u"Excluded: 2 ") && excluded.endsWith(u"no longer exists"),
             qPrintable(excluded));
    // An approved plan has a line for each.
    plan.approval.code = QStringLiteral("code");
    QCOMPARE(recordedText(plan, {}), shownText(plan, {}));
}

/// The approval covers that there is no reason.
void TestConfirmDialog::approvedWithoutReason()
{
    Plan plan = planOf(Verb::Delete, 1);
    plan.approval.code = QStringLiteral("code");
    open(plan);
    auto *reason = child<QLineEdit>("Reason");
    QVERIFY(reason->isReadOnly() && reason->accessibleDescription().isEmpty());
    plan.reasonRequired = {plan.items.constFirst().cluster.account};
    open(plan);
    reason = child<QLineEdit>("Reason");
    QVERIFY(reason->isReadOnly());
    QVERIFY2(reason->accessibleDescription().contains(u"make a new plan"),
             qPrintable(reason->accessibleDescription()));
    m_dialog.giveWhatIsAsked();
    passDeadTime();
    QVERIFY(!go()->isEnabled());
}

void TestConfirmDialog::nothingCanGo()
{
    Plan plan;
    plan.excluded.append({key(QStringLiteral("x")), QStringLiteral("x"), {}, Exclusion::Busy});
    open(plan);
    QVERIFY(!go()->isVisible() && !count()->isVisible());
    QCOMPARE(stay()->text(), QStringLiteral("Close"));
    QVERIFY(child<QTableView>("Excluded")->isVisible());
}

void TestConfirmDialog::deadAfterEveryChange()
{
    using namespace std::chrono_literals;
    open(planOf(Verb::Delete, 3));
    QTest::keyClicks(count(), QStringLiteral("2"));
    QVERIFY(!go()->isEnabled());
    m_clock.advance(999ms);
    m_dialog.untick(0); // the delay starts again
    m_clock.advance(999ms);
    QVERIFY(!go()->isEnabled());
    m_clock.advance(1ms);
    QVERIFY(go()->isEnabled());
    m_dialog.untick(1);
    QVERIFY(!go()->isEnabled());
    QTest::mouseClick(go(), Qt::LeftButton);
    QTest::keyClick(go(), Qt::Key_Space);
    QVERIFY(m_confirmed.isEmpty());
}

void TestConfirmDialog::wordsOfStopAndStart()
{
    open(planOf(Verb::Stop, 3));
    QCOMPARE(go()->text().remove(u'&'), QStringLiteral("Stop 3 clusters"));
    QVERIFY(!label("Consequence").contains(u"undone"));
    open(planOf(Verb::Start, 1));
    QCOMPARE(go()->text().remove(u'&'), QStringLiteral("Start 1 cluster"));
    QCOMPARE(label("Consequence"), QStringLiteral("Charges for 2 nodes start again."));
}

void TestConfirmDialog::unknownJobsAreSaid()
{
    Plan plan = planOf(Verb::Delete, 2);
    plan.items.first().cluster.record.runningJobs.reset();
    plan.items.last().fresh = false;
    open(plan);
    QCOMPARE(label("Consequence"),
             QStringLiteral("This cannot be undone. At least 3 running and 2 queued "
                            "jobs end; for 1 cluster it is unknown."));
    QVERIFY(label("Afterwards").contains(u"1 cluster could not be read just now"));
    plan.items.last().cluster.record.pendingJobs.reset();
    open(plan);
    QCOMPARE(label("Consequence"),
             QStringLiteral("This cannot be undone. The number of jobs that end is unknown."));
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
    planned.search(QStringLiteral("cluster 1"));
    QCOMPARE(planned.rowCount(), 1);
    planned.setChecked({plan.items.at(0).cluster.key(), plan.items.at(1).cluster.key()}, false);
    QCOMPARE(planned.reduced().items.size(), 1);
    planned.search({});
    QCOMPARE(planned.rowCount(), 3);
    QCOMPARE(planned.index(2, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestConfirmDialog::flagsAreSaid()
{
    Plan plan = planOf(Verb::Delete, 3);
    plan.items[0].flags = RiskFlag::HasJobs | RiskFlag::Prepaid | RiskFlag::Shared;
    plan.items[1].flags = RiskFlag::NotMine | RiskFlag::LastOnMount | RiskFlag::Unknown;
    plan.mountsInUse.insert({QStringLiteral("a"), QStringLiteral("10.0.0.1:/nas")});
    open(plan);
    const auto cell = [&](int row) { return m_dialog.cell(row, "note"); };
    QCOMPARE(cell(0).data().toString(), QStringLiteral("has jobs, prepaid, shared"));
    QCOMPARE(cell(1).data().toString(),
             QStringLiteral("not yours, last on its mount point, details unknown"));
    QVERIFY(!cell(0).data(Qt::DecorationRole).value<QIcon>().isNull());
    QCOMPARE(cell(2).data().toString(), QString());
    QCOMPARE(cell(2).data(Qt::AccessibleTextRole).toString(), QStringLiteral("nothing to note"));
    QVERIFY2(label("Consequence")
                 .endsWith(QStringLiteral("Among the clusters: 1 prepaid, 1 shared, 1 not yours, 1 "
                                          "the last on its mount point.")),
             qPrintable(label("Consequence")));
}

/// A single cluster is not counted.
void TestConfirmDialog::wordsForOne()
{
    Plan plan = planOf(Verb::Delete, 2);
    for (PlanItem &item : plan.items)
        item.flags = RiskFlag::LastOnMount | RiskFlag::Prepaid;
    plan.items[1].cluster.record.mountPoint = QStringLiteral("10.0.0.9:/other");
    open(plan);
    QCOMPARE(stay()->text(), QStringLiteral("&Keep them"));
    m_dialog.untick(1);
    QCOMPARE(stay()->text(), QStringLiteral("&Keep it"));
    QVERIFY2(
        label("Consequence")
                .endsWith(
                    QStringLiteral("It is prepaid and the last cluster on its mount point.")) ||
            label("Consequence")
                .endsWith(QStringLiteral("It is prepaid, the last cluster on its mount point.")),
        qPrintable(label("Consequence")));
    QVERIFY(!label("Consequence").contains(u"Among the clusters"));
    for (const Verb verb : {Verb::Stop, Verb::Start}) {
        close();
        open(planOf(verb, 1));
        QCOMPARE(stay()->text(), verb == Verb::Stop ? QStringLiteral("&Keep it running")
                                                    : QStringLiteral("&Keep it stopped"));
        QVERIFY(!label("Consequence").contains(u"clusters"));
    }
}

/// On every screen size: names and ids are visible in three rows, and the texts below collapse
/// first.
void TestConfirmDialog::rowsAreAlwaysReadable_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("clusters");
    for (const int clusters : {1, 3, 40}) {
        QTest::addRow("%d, small", clusters) << QSize(1000, 700) << clusters;
        QTest::addRow("%d, smaller", clusters) << QSize(760, 480) << clusters;
        QTest::addRow("%d, least", clusters) << QSize(620, 330) << clusters;
    }
}

void TestConfirmDialog::rowsAreAlwaysReadable()
{
    QFETCH(QSize, size);
    QFETCH(int, clusters);
    Plan plan = planOf(Verb::Delete, clusters);
    for (PlanItem &item : plan.items)
        item.cluster.record.mountPoint = QStringLiteral("10.0.0.1:/nas");
    open(plan);
    m_dialog->resize(size);
    QTRY_COMPARE(m_dialog->size(), size.expandedTo(m_dialog->minimumSizeHint()));
    QCoreApplication::processEvents();
    const QRect seen = table()->viewport()->rect();
    QVERIFY(seen.height() >= qMin(3, clusters) * table()->rowHeight(0));
    for (const char *column : {"name", "id"}) {
        const QRect cell = table()->visualRect(m_dialog.cell(0, column));
        QVERIFY(seen.contains(cell));
        const QAbstractItemView *view = table();
        QVERIFY(cell.width() >= view->sizeHintForIndex(m_dialog.cell(0, column)).width());
    }
    // The lines below are visible, or a button shows them.
    auto *afterwards = child<QLabel>("Afterwards");
    auto *fold = child<QToolButton>("Afterwards fold");
    QVERIFY(afterwards->isVisible() != fold->isVisible());
    if (fold->isVisible()) {
        fold->click();
        QVERIFY(afterwards->isVisible());
        QCoreApplication::processEvents();
        QVERIFY(table()->viewport()->height() >= qMin(3, clusters) * table()->rowHeight(0));
        QVERIFY(!afterwards->geometry().intersects(table()->geometry()));
        fold->click();
        QVERIFY(!afterwards->isVisible());
    }
}

void TestConfirmDialog::flagsFollowTheTicks()
{
    Plan plan = planOf(Verb::Delete, 2);
    for (PlanItem &item : plan.items)
        item.flags = RiskFlag::LastOnMount;
    open(plan);
    QCOMPARE(m_dialog.cell(0, "note").data().toString(), QStringLiteral("last on its mount point"));
    m_dialog.untick(1); // the other cluster stays on the mount point
    QCOMPARE(m_dialog.cell(0, "note").data().toString(), QString());
    QVERIFY(!label("Consequence").contains(u"mount point"));
}

/// A column without any value takes no width from the others.
void TestConfirmDialog::emptyColumnsAreHidden()
{
    Plan plan = planOf(Verb::Delete, 2);
    const auto isHidden = [&](const char *column) {
        return table()->isColumnHidden(m_dialog.cell(0, column).column());
    };
    for (PlanItem &item : plan.items)
        item.daysUnused = 0;
    open(plan);
    QVERIFY(isHidden("note") && isHidden("unused"));
    plan.items[1].flags = RiskFlag::HasJobs;
    plan.items[1].daysUnused = 3;
    open(plan);
    QVERIFY(!isHidden("note") && !isHidden("unused"));
}

void TestConfirmDialog::whatIsNewIsMarked()
{
    Plan plan = planOf(Verb::Delete, 2);
    plan.items[0].flags = RiskFlag::HasJobs | RiskFlag::Prepaid;
    plan.items[0].added = RiskFlag::HasJobs;
    open(plan, ConfirmDialog::Asking::Again);
    QVERIFY(child<QWidget>("Changes")->isVisible());
    QVERIFY(child<QWidget>("Changes")->accessibleName().startsWith(u"Nothing was sent"));
    QCOMPARE(m_dialog.cell(0, "note").data().toString(), QStringLiteral("new: has jobs; prepaid"));
    QVERIFY(count()->text().isEmpty() && stay()->hasFocus());
    open(plan);
    QVERIFY(!child<QWidget>("Changes")->isVisible());
}

void TestConfirmDialog::clockAndQuotaAreSaid()
{
    Plan plan = planOf(Verb::Delete, 2);
    open(plan);
    QVERIFY(!child<QWidget>("Checks")->isVisible());
    plan.checks.append({QStringLiteral("a"), std::chrono::seconds(-45), 5, 12});
    open(plan);
    QVERIFY(child<QWidget>("Checks")->isVisible());
    const auto said = [this] { return child<QWidget>("Checks")->accessibleName(); };
    QVERIFY2(said().contains(u"45 seconds ahead of"), qPrintable(said()));
    QVERIFY2(said().contains(u"more than the hourly quota"), qPrintable(said()));
    plan.checks[0].enoughCallsAt = QDateTime(QDate(2026, 1, 2), QTime(14, 20)).toUTC();
    open(plan);
    QVERIFY2(said().contains(u"5 calls are left") && said().contains(u"available from 2:20"),
             qPrintable(said()));
}

/// Facts that differ from earlier batches, or from the other clusters, are shown for ticked rows.
void TestConfirmDialog::whatIsUnusualIsSaid()
{
    Plan plan = planOf(Verb::Delete, 10);
    plan.largestBefore = 9;
    plan.items[0].cluster.record.owner = QStringLiteral("usr-other");
    plan.items[1].cluster.record.owner = QStringLiteral("usr-third");
    open(plan);
    const auto said = [this] { return child<QWidget>("Checks")->accessibleName(); };
    QCOMPARE(said(),
             QStringLiteral(
                 "This is larger than any batch before: the largest so far had 9 clusters.\n2 of "
                 "10 have a different owner than the rest: cluster 1, cluster 2."));
    m_dialog.untick(0);
    QCOMPARE(said(), QStringLiteral("1 of 9 has a different owner than the rest: cluster 2."));
    m_dialog.untick(1);
    QVERIFY(!child<QWidget>("Checks")->isVisible());
}

void TestConfirmDialog::stopInstead()
{
    const auto stop = [this] { return child<QPushButton>("Stop instead"); };
    Plan plan = planOf(Verb::Delete, 2);
    plan.items[0].cluster.record.status = QStringLiteral("stopped");
    open(plan);
    QVERIFY(stop()->isVisible());
    QTest::keyClick(stop(), Qt::Key_Return);
    QVERIFY(m_dialog && m_confirmed.isEmpty());
    plan.items.removeLast();
    open(plan);
    QVERIFY(!stop()->isVisible());
    open(planOf(Verb::Stop, 2));
    QVERIFY(!stop()->isVisible());
}

/// Runs the copied command in a shell, with a script in place of the program that records its
/// arguments and input.
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
    // Nothing else was run.
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
    } else { // the program rejects these ids
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
