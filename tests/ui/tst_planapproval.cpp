// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/agedplan.h"
#include "tests/ui/demowindow.h"
#include "ui/clusters/marksdialog.h"
#include "ui/operations/openplandialog.h"
#include "ui/operations/saveplandialog.h"
#include "ui/operations/tellownersdialog.h"
#include "ui/reports/reportofbatch.h"
#include "ui/reports/reportofplan.h"
#include "ui/text/format.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDesktopServices>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>

using namespace clusterdeck;

/// Receives what is opened in the desktop's mail program.
class MailProgram : public QObject
{
    Q_OBJECT

public slots:
    void open(const QUrl &url) { opened = url; }

public:
    QUrl opened;
};

/// "Clean-up with consent" in the window: the idle ones of 400 clusters are marked, a plan of them
/// is saved, the owners are told, two of them object, and the rest is deleted with the approval
/// code.
class TestPlanApproval : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init();
    void cleanup() { end(); }
    void ownersAreTold();
    void longTextsAreCopied();
    void theWholeStory();
    void badFiles();

private:
    /// Asks about the selected clusters, saves the plan, and lets them live. Its bytes.
    QByteArray savePlan();
    QString write(const QByteArray &document)
    {
        QFile file(m_folder->filePath(QStringLiteral("open.json")));
        return file.open(QIODevice::WriteOnly) && file.write(document) == document.size()
                   ? file.fileName()
                   : QString();
    }
    [[nodiscard]] OpenPlanDialog *openDialog()
    {
        action("OpenPlan")->trigger();
        return m_window->findChild<OpenPlanDialog *>();
    }
    /// Sets the mark of the selected clusters in the dialog; `day`: for a mark with a day.
    void mark(const char *choice, const QDate &day = {});

    QList<ClusterKey> m_keys;
    QString m_code;
    QString m_until;
};

void TestPlanApproval::init()
{
    begin();
    m_folder = std::make_unique<QTemporaryDir>();
    openDemo();
}

QByteArray TestPlanApproval::savePlan()
{
    m_keys = table()->selectedKeys();
    ask("Delete");
    dialog().child<QLineEdit>("Reason")->setText(QStringLiteral("CR-4711"));
    dialog().button("Save plan")->click();
    auto *save = m_window->findChild<SavePlanDialog *>();
    part<QSpinBox>(save, "Days")->setValue(15);
    m_until = part<QLabel>(save, "Until")->text();
    const QString path = m_folder->filePath(QStringLiteral("plan.json"));
    const auto *saveAs = part<QPushButton>(save, "Save as");
    const auto ended = [saveAs] { return saveAs->isEnabled(); };
    save->write(m_folder->filePath(QStringLiteral("none/plan.json")));
    if (ended() || !QTest::qWaitFor(ended)) // written in the background
        return {};
    m_code = part<QLineEdit>(save, "Approval code")->text();
    const bool refused = m_code.isEmpty() && !part<QLabel>(save, "State")->text().isEmpty();
    save->write(path);
    if (!QTest::qWaitFor(ended))
        return {};
    m_code = part<QLineEdit>(save, "Approval code")->text();
    save->close();
    dialog().stay()->click();
    QFile file(path);
    return refused && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestPlanApproval::mark(const char *choice, const QDate &day)
{
    action("Marks")->trigger();
    auto *dialog = m_window->findChild<MarksDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QTest::mouseClick(part<QRadioButton>(dialog, choice), Qt::LeftButton);
    if (day.isValid())
        part<QDateEdit>(dialog, "Day")->setDate(day);
    QTest::mouseClick(part<QPushButton>(dialog, "Set"), Qt::LeftButton);
    const auto *state = part<QLabel>(dialog, "State");
    QTRY_VERIFY_WITH_TIMEOUT(state->text().startsWith(u"Reading back"), 30000);
    QVERIFY(skipUntil([&] { return !m_window->findChild<MarksDialog *>(); })); // without problems
}

void TestPlanApproval::ownersAreTold()
{
    MailProgram mails;
    QDesktopServices::setUrlHandler(QStringLiteral("mailto"), &mails, "open");
    selectDeletable(3);
    const QList<ClusterKey> keys = table()->selectedKeys();
    ask("Delete");
    dialog().child<QLineEdit>("Reason")->setText(QStringLiteral("CR-4711"));
    dialog().button("Tell owners")->click();
    auto *tell = m_window->findChild<TellOwnersDialog *>();
    QVERIFY(tell);
    const QString text = part<QPlainTextEdit>(tell, "Text")->toPlainText();
    QVERIFY2(text.contains(u"[keep]") && text.contains(u"Reason: CR-4711"), qPrintable(text));
    part<QPushButton>(tell, "Write mail")->click();
    QVERIFY(mails.opened.isValid());
    QCOMPARE(QByteArray::fromPercentEncoding(mails.opened.toEncoded()).contains("[keep]"), true);
    QDesktopServices::unsetUrlHandler(QStringLiteral("mailto"));
    // Every cluster is in one of the texts.
    part<QPushButton>(tell, "Copy all")->click();
    const QString all = QGuiApplication::clipboard()->text();
    for (const ClusterKey &key : keys)
        QCOMPARE(all.count(key.id), 1);
    tell->close();
    dialog().stay()->click();
    QVERIFY(m_session->operationService().batches().isEmpty());
}

void TestPlanApproval::longTextsAreCopied()
{
    Plan plan;
    for (int i = 0; i < 60; ++i) {
        PlanItem &item = plan.items.emplace_back();
        item.cluster = {QStringLiteral("a"), {}};
        item.cluster.record.id = QStringLiteral("ehpc-%1").arg(i);
        item.cluster.record.name = QStringLiteral("<b>a cluster with a name</b>");
        item.cluster.record.owner = QStringLiteral("usr-1");
    }
    TellOwnersDialog tell(plan, {}, QDate(2026, 12, 1), nullptr);
    QVERIFY(!tell.mail());
    QVERIFY(!part<QPushButton>(&tell, "Write mail")->isEnabled());
    QVERIFY(part<QLabel>(&tell, "State")->text().contains(u"too long"));
    QVERIFY(part<QPlainTextEdit>(&tell, "Text")->toPlainText().contains(u"<b>a cluster"));
    plan.items.resize(2);
    TellOwnersDialog few(plan, {}, QDate(2026, 12, 1), nullptr);
    QVERIFY(few.mail() && part<QPushButton>(&few, "Write mail")->isEnabled());
    QVERIFY(part<QLabel>(&few, "State")->text().contains(u"not known"));
}

void TestPlanApproval::theWholeStory()
{
    end();
    begin(false, 400);
    m_folder = std::make_unique<QTemporaryDir>();
    openDemo();
    QTRY_COMPARE(m_session->clusters().rowCount(), 400);
    FilterCriteria idle = idleCriteria();
    idle.of(FilterField::Owner) = {m_service->owner()};
    idle.olderThanDays = 90;
    m_window->pane()->setFilter({}, idle);
    action("SelectAll")->trigger();
    const int count = int(table()->selectedKeys().size());
    QVERIFY2(count > 20, qPrintable(QString::number(count)));
    const QDate day = QDate::currentDate().addDays(14);
    mark("Expire", day);
    if (QTest::currentTestFailed())
        return;
    for (const ClusterKey &key : table()->selectedKeys())
        QCOMPARE(marksIn(m_session->clusters().find(key)->record.description).expires, day);
    const QByteArray saved = savePlan();
    const auto written = planFrom(saved);
    QVERIFY2(written, qPrintable(written ? QString() : written.error().part));
    QCOMPARE(written->plan.approval.code, m_code);
    QVERIFY2(
        m_until.contains(dayText(m_session->clock().utcNow().addDays(15).toLocalTime().date())),
        qPrintable(m_until));
    QCOMPARE(written->plan.givenReason, QStringLiteral("CR-4711"));
    QCOMPARE(written->plan.keys().size(), count);
    table()->select(m_keys.first(2));
    mark("Keep");
    if (QTest::currentTestFailed())
        return;

    const QByteArray old = agedPlan(saved, 14);
    const QString code = planFrom(old)->plan.approval.code;
    OpenPlanDialog *open = openDialog();
    QVERIFY(open);
    auto *go = part<QPushButton>(open, "Continue");
    const auto *choose = part<QPushButton>(open, "Choose");
    QVERIFY(choose->isDefault() && open->focusWidget() == choose); // for Enter
    open->load(write(old));
    auto *typed = part<QLineEdit>(open, "Approval code");
    QVERIFY(!typed->isEnabled()); // read in the background
    QTRY_VERIFY(typed->isEnabled());
    QVERIFY(!go->isEnabled());
    typed->setText(m_code); // of the file as it was before
    QVERIFY(!go->isEnabled());
    QVERIFY(part<QLabel>(open, "Problem")->text().contains(u"not the approved plan"));
    typed->setText(code.toLower());
    QVERIFY(go->isEnabled() && go->isDefault());
    go->click();
    QTRY_VERIFY(dialog().isShown());
    const QString age = dialog().child<MessageBar>("Approval")->text();
    QVERIFY2(age.contains(u"14 d") && age.contains(code), qPrintable(age));
    QVERIFY2(age.contains(u"2 of its clusters"), qPrintable(age));
    QCOMPARE(dialog().ids().size(), count - 2);
    QVERIFY(!dialog().ids().contains(m_keys.at(0).id));
    BatchRunner *runner = confirm();
    QVERIFY(runner);
    QCOMPARE(runner->batch().items.size(), count - 2);
    QCOMPARE(runner->batch().approvalCode, code);
    skipUntilAllEnded();
    QCOMPARE(runner->tally().in(ItemState::Done), count - 2);
    QVERIFY(ids().contains(m_keys.at(0).id) && ids().contains(m_keys.at(1).id));
    QCOMPARE(ids().size(), 400 - (count - 2));

    // The report says on whose approval, why, and who was left out.
    const Batch batch = m_session->journal().history().constFirst();
    const Report report = reportOfBatch(batch, m_session->journal().events(batch.id),
                                        DataKind::Demo, m_clock.utcNow());
    QStringList facts;
    QString texts;
    for (const ReportBlock &block : report.blocks) {
        if (const auto *some = std::get_if<ReportFacts>(&block)) {
            for (const auto &[name, value] : some->facts)
                facts.append(value);
        } else if (const auto *text = std::get_if<ReportText>(&block)) {
            texts += text->text;
        }
    }
    QVERIFY2(facts.contains(code) && facts.contains(QStringLiteral("CR-4711")),
             qPrintable(facts.join(u'\n')));
    for (int i = 0; i < 2; ++i)
        QVERIFY2(texts.contains(u'(' + m_keys.at(i).id + u')'), qPrintable(texts));
}

/// Each is refused with a sentence, and nothing can be continued.
void TestPlanApproval::badFiles()
{
    selectDeletable(1);
    const QByteArray saved = savePlan();
    QVERIFY(planFrom(saved));
    QByteArray changed = saved;
    changed.replace("CR-4711", "CR-4712");
    OpenPlanDialog *open = openDialog();
    const auto problemOf = [&](const QString &path) {
        open->load(path);
        const bool ended =
            QTest::qWaitFor([&] { return part<QPushButton>(open, "Choose")->isEnabled(); });
        return !ended || part<QPushButton>(open, "Continue")->isEnabled()
                   ? QString()
                   : part<QLabel>(open, "Problem")->text();
    };
    QVERIFY(problemOf(write(changed)).contains(u"changed after it was made"));
    QVERIFY(problemOf(write(agedPlan(saved, 16))).contains(u"was valid until"));
    QVERIFY(problemOf(write("[]")).contains(u"not a plan"));
    QVERIFY(!problemOf(m_folder->filePath(QStringLiteral("nothing.json"))).isEmpty());
    open->close();
}

QTEST_MAIN(TestPlanApproval)
#include "tst_planapproval.moc"
