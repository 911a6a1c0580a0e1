// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hostiletexts.h"
#include "tests/support/utc.h"
#include "tests/ui/eyes.h"
#include "tests/ui/hostilebuilders.h"
#include "tests/ui/parts.h"
#include "tests/ui/pdftools.h"
#include "tests/ui/stage.h"
#include "ui/operations/confirmdialog.h"
#include "ui/reports/reportdialog.h"
#include "ui/reports/reportfonts.h"
#include "ui/reports/reportofbatch.h"
#include "ui/reports/reportofplan.h"
#include "ui/reports/reportprinter.h"
#include "ui/theme/palette.h"
#include "ui/theme/resources.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPdfWriter>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

const QDateTime Now = utc(QDate(2021, 8, 19), QTime(16, 30));

const ReportTable &tableOf(const Report &report, int number = 0)
{
    for (const ReportBlock &block : report.blocks) {
        if (const auto *table = std::get_if<ReportTable>(&block); table && number-- == 0)
            return *table;
    }
    qFatal("there is no such table");
}

/// All text of the report, one line each.
QString textOf(const Report &report)
{
    QStringList lines{report.kind, report.title, report.mark, report.foot};
    for (const ReportBlock &block : report.blocks) {
        if (const auto *text = std::get_if<ReportText>(&block))
            lines.append(text->text);
        if (const auto *facts = std::get_if<ReportFacts>(&block)) {
            for (const auto &[name, value] : facts->facts)
                lines.append(name + QStringLiteral(": ") + value);
        }
        if (const auto *table = std::get_if<ReportTable>(&block)) {
            for (const QStringList &row : table->rows)
                lines.append(row.join(QStringLiteral(" | ")));
        }
        if (const auto *blanks = std::get_if<ReportSignatures>(&block))
            lines.append(blanks->labels.join(QStringLiteral(" | ")));
    }
    return lines.join(u'\n');
}

/// A finished batch of `count` clusters with ids of equal length.
Batch endedBatch(int count)
{
    Batch batch;
    batch.id = QStringLiteral("5a0c6a4e");
    batch.accountName = QStringLiteral("prod-lab");
    batch.zone = QStringLiteral("jn1a");
    batch.user = QStringLiteral("usr-me");
    batch.confirmedAt = Now;
    batch.shown = QStringLiteral("This cannot be undone.");
    for (int i = 0; i < count; ++i) {
        BatchItem item;
        item.position = i;
        item.key = {QStringLiteral("a"), QStringLiteral("hpc-%1").arg(100000 + i)};
        item.shown = record(item.key.id, QStringLiteral("cluster %1").arg(i));
        item.state = ItemState::Done;
        item.jobId = QStringLiteral("j-%1").arg(200000 + i);
        item.sentAt = Now.addSecs(20 + i);
        item.endedAt = Now.addSecs(30 + i);
        batch.items.append(item);
    }
    return batch;
}

class FileLimit
{
public:
    explicit FileLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit small = m_before;
        small.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FileLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileLimit)

private:
    rlimit m_before{};
};

} // namespace

class TestReports : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadResources(*qApp);
        QVERIFY2(PdfReader::isThere(), "pdftotext (poppler-utils) reads what is printed");
    }
    void cleanup() { delete m_dialog; }
    void batchInWords();
    void underWay();
    void whatWasShownIsKept();
    void fiveHundred();
    void rowsAreNotSplit();
    void demoOnEveryPage();
    void chinese();
    void themesDoNotMatter();
    void hostile_data();
    void hostile();
    void planInWords();
    void writesWholeOrNotAtAll();
    void noPlaceChosen();
    void cancelledWhileItIsMade();
    void dialogSavesAndNothingElse();
    void deadAfterItWasCovered();

private:
    ReportDialog *newDialog(const Report &report)
    {
        auto *dialog = new ReportDialog(report, nullptr);
        m_dialog = dialog;
        return dialog;
    }
    [[nodiscard]] ConfirmDialog *confirmation(const Plan &plan)
    {
        auto *dialog = new ConfirmDialog(plan, labelsOf("lab", "z1"), m_clock);
        m_dialog = dialog;
        dialog->open();
        return dialog;
    }

    ManualClock m_clock;
    QPointer<QDialog> m_dialog;
};

void TestReports::batchInWords()
{
    Stage stage(6);
    stage.cloud.jobFails = [](const QString &id) { return id == u"ehpc-1"; };
    stage.arm(Verb::Delete, 3)->sendNow();
    stage.clock.advance(5min);
    const Batch batch = stage.journal.history().first();
    const Report report = reportOfBatch(batch, stage.journal.events(batch.id), DataKind::Real, Now);
    QCOMPARE(report.title, QStringLiteral("Delete 3 clusters in lab / z1"));
    QVERIFY(report.mark.isEmpty());
    const QString text = textOf(report);
    for (const QString part :
         {"Account: lab", "Zone: z1", "Signed with the key of: usr-me", "2 done  ·  1 failed",
          "Requests sent for: 3 of 3 clusters", "Confirmed: 2021-", "as shown",
          "Created 2021-08-19 16:30:00 +00:00"})
        QVERIFY2(text.contains(part), qPrintable(part + "\n" + text));
    const QList<QStringList> rows = tableOf(report).rows;
    QCOMPARE(rows.size(), 3);
    // What failed comes first; the numbers are those of the batch.
    QCOMPARE(rows.at(0).at(0), QStringLiteral("2"));
    QCOMPARE(rows.at(0).at(2), QStringLiteral("ehpc-1"));
    QCOMPARE(rows.at(0).at(4), QStringLiteral("Failed"));
    QVERIFY2(rows.at(0).last().contains(u"5000"), qPrintable(rows.at(0).last()));
    QCOMPARE(rows.at(1).at(0), QStringLiteral("1"));
    QCOMPARE(rows.at(1).at(2), QStringLiteral("ehpc-0"));
    QCOMPARE(rows.at(1).at(4), QStringLiteral("Done"));
    QCOMPARE(rows.at(1).at(5), QStringLiteral("j-1"));
    QVERIFY2(rows.at(1).last().startsWith(
                 QStringLiteral("Read back: operation successful, missing in 2 readings")),
             qPrintable(rows.at(1).last()));
    QCOMPARE(rows.at(2).at(2), QStringLiteral("ehpc-2"));
    QCOMPARE(report.fileName, QStringLiteral("clusterdeck-report-") +
                                  batch.confirmedAt.toString(QStringLiteral("yyyyMMdd-HHmmss")));
}

void TestReports::underWay()
{
    Stage stage(3);
    BatchRunner *runner = stage.arm(Verb::Stop, 2);
    QString text = textOf(reportOfBatch(runner->batch(), {}, DataKind::Real, Now));
    QVERIFY(text.contains(QStringLiteral("Sent: Nothing was sent")));
    QVERIFY(text.contains(QStringLiteral("Ended: Not finished: 2 clusters still open")));
    runner->hold(HoldReason::RateLimited);
    text = textOf(reportOfBatch(runner->batch(), {}, DataKind::Real, Now));
    QVERIFY(text.contains(
        QStringLiteral("On hold, nothing more was sent: the call quota is used up.")));
}

/// The text shown at confirmation is kept, except lines that the table repeats.
void TestReports::whatWasShownIsKept()
{
    Batch batch = endedBatch(2);
    const Plan plan = planOf(Verb::Delete, 1);
    batch.shown = QStringLiteral("Delete 3?\nThis cannot be undone.\n"
                                 "a (b) c (hpc-100000) Active\nx (hpc-100001) Active\n"
                                 "other (hpc-7) Active");
    const QString text = textOf(reportOfBatch(batch, {}, DataKind::Real, Now));
    QVERIFY(text.contains(QStringLiteral("This cannot be undone.")));
    QVERIFY(text.contains(QStringLiteral("other (hpc-7) Active")));
    QCOMPARE(text.count(QStringLiteral("hpc-100000")), 1);
    batch.shown.clear();
    QVERIFY(textOf(reportOfBatch(batch, {}, DataKind::Real, Now))
                .contains(QStringLiteral("Not recorded.")));
}

void TestReports::fiveHundred()
{
    const Batch batch = endedBatch(500);
    const QStringList pages =
        PdfReader(pdfOf(reportOfBatch(batch, {}, DataKind::Real, Now))).pages();
    QVERIFY(pages.size() > 5);
    for (int page = 0; page < pages.size(); ++page) {
        const QString number = QStringLiteral("Page %1 of %2").arg(page + 1).arg(pages.size());
        QVERIFY2(pages.at(page).contains(number), qPrintable(pages.at(page)));
        const bool rows = pages.at(page).contains(QStringLiteral("hpc-1"));
        QCOMPARE(pages.at(page).contains(QStringLiteral("Explanation and evidence")), rows);
        if (page < pages.size() - 1)
            QVERIFY(pages.at(page).count(QStringLiteral("hpc-1")) > 10);
    }
    const QString all = pages.join(u'\n');
    qsizetype before = -1;
    for (const BatchItem &item : batch.items) {
        QCOMPARE(all.count(item.key.id), 1);
        const qsizetype place = all.indexOf(item.key.id);
        QVERIFY(place > before);
        before = place;
    }
}

/// A row is never split between two pages, however high it is.
void TestReports::rowsAreNotSplit()
{
    Batch batch = endedBatch(60);
    for (int i = 0; i < batch.items.size(); ++i) {
        ApiError error;
        error.serverText = QStringLiteral("begin%1 ").arg(i) +
                           QStringLiteral("word ").repeated(40) + QStringLiteral("end%1x").arg(i);
        batch.items[i].state = ItemState::Failed;
        batch.items[i].reason = ItemReason::Refused;
        batch.items[i].error = error;
    }
    const QStringList pages =
        PdfReader(pdfOf(reportOfBatch(batch, {}, DataKind::Real, Now))).pages();
    QVERIFY(pages.size() > 5);
    for (int i = 0; i < batch.items.size(); ++i) {
        const QString begin = QStringLiteral("begin%1 ").arg(i);
        const QString end = QStringLiteral("end%1x").arg(i);
        const auto with = std::find_if(pages.begin(), pages.end(),
                                       [&](const QString &page) { return page.contains(begin); });
        QVERIFY(with != pages.end());
        QVERIFY2(with->contains(end), qPrintable(*with));
    }
}

void TestReports::demoOnEveryPage()
{
    const Report report = reportOfBatch(endedBatch(100), {}, DataKind::Demo, Now);
    QVERIFY(report.fileName.startsWith(QStringLiteral("DEMO-")));
    const QStringList pages = PdfReader(pdfOf(report)).pages();
    QVERIFY(pages.size() > 1);
    for (const QString &page : pages)
        QVERIFY(page.contains(QStringLiteral("DEMO – sample data, not a real cloud")));
    const Report plan =
        reportOfPlan(planOf(Verb::Delete, 2), planOf(Verb::Delete, 2), {}, DataKind::Demo, Now);
    QVERIFY(PdfReader(pdfOf(plan)).pages().first().contains(QStringLiteral("DEMO")));
}

/// Chinese characters have glyphs in the embedded font, and can be copied.
void TestReports::chinese()
{
    const QString name = QStringLiteral("气象预报 测试集群(直刃)");
    QPdfWriter device(QString{});
    for (const QFont &font : {ReportFonts::standard().cell, ReportFonts::standard().title}) {
        QTextLayout layout(name, font, &device);
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
        for (const QGlyphRun &run : layout.glyphRuns()) {
            const bool shapeless = run.glyphIndexes().contains(0);
            QVERIFY2(!shapeless, qPrintable(run.rawFont().familyName()));
        }
    }
    Batch batch = endedBatch(3);
    batch.accountName = QStringLiteral("济南超算");
    batch.items[1].shown.name = name;
    const PdfReader reader(pdfOf(reportOfBatch(batch, {}, DataKind::Real, Now)));
    const QString text = reader.pages().first().remove(u' ');
    QVERIFY2(text.contains(QString(name).remove(u' ')), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("济南超算")), qPrintable(text));
    static const QRegularExpression embedded(QStringLiteral(" yes (yes|no) +yes "));
    for (const QString &font : reader.fonts().split(u'\n').mid(2)) {
        QVERIFY2(font.isEmpty() || embedded.match(font).hasMatch(),
                 qPrintable(font)); // and maps them to characters
    }
}

void TestReports::themesDoNotMatter()
{
    const auto withoutDate = [](QByteArray pdf) {
        const qsizetype from = pdf.indexOf("/CreationDate");
        return pdf.remove(from, pdf.indexOf('\n', from) - from);
    };
    const auto drawn = [&] {
        QByteArray pdf = withoutDate(pdfOf(reportOfBatch(endedBatch(3), {}, DataKind::Real, Now)));
        return pdf.left(pdf.indexOf("xref"));
    };
    applyTheme(Theme::Light);
    const qsizetype light = drawn().size();
    applyTheme(Theme::Dark);
    const qsizetype dark = drawn().size();
    applyTheme(Theme::System);
    QCOMPARE(dark, light);
}

void TestReports::hostile_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("seen");
    for (const HostileText &text : hostileTexts())
        QTest::newRow(text.what) << text.text << text.seen;
}

void TestReports::hostile()
{
    QFETCH(QString, text);
    QFETCH(QString, seen);
    const Batch batch = hostileBatch(text);
    const Plan plan = hostilePlan(text);
    for (const Report &report :
         {reportOfBatch(batch, {}, DataKind::Demo, Now),
          reportOfPlan(plan, plan, hostileLabels(text), DataKind::Demo, Now)}) {
        Eyes eyes;
        const QString all = textOf(report);
        for (const QString &line : all.split(u'\n'))
            eyes.read(report.kind, line);
        QVERIFY2(eyes.faults().isEmpty(), qPrintable(eyes.faults()));
        QVERIFY2(all.contains(seen), qPrintable(all));
        ReportPrinter printer(report);
        while (printer.step())
            QVERIFY(printer.percent() <= 100);
        QVERIFY(printer.pages() <= 3);
        QVERIFY(printer.pdf().trimmed().endsWith("%%EOF"));
    }
}

void TestReports::planInWords()
{
    Plan plan = planOf(Verb::Delete, 3);
    plan.factsAsOf = Now.addSecs(-10);
    plan.items[0].flags = RiskFlags(RiskFlag::Prepaid) | RiskFlag::HasJobs;
    plan.items[0].cluster.record.billing = QStringLiteral("Reserved");
    plan.items[0].cluster.record.runUser = QStringLiteral("usr-run");
    plan.items[1].flags = RiskFlag::LastOnMount;
    plan.excluded = {{key(QStringLiteral("hpc-9")), QStringLiteral("busy one"),
                      QStringLiteral("active"), Exclusion::Busy}};
    const AccountLabels labels{
        {QStringLiteral("a"), {QStringLiteral("lab"), QStringLiteral("z1")}}};
    const Report report = reportOfPlan(plan, plan, labels, DataKind::Real, Now);
    QCOMPARE(report.title, QStringLiteral("Delete 3 clusters in lab / z1?"));
    const QString text = textOf(report);
    for (const QString part :
         {"This cannot be undone. 9 running and 3 queued jobs end.", "Nothing had been sent",
          "Account and zone: lab / z1", "State as of: 2021-08-19 16:29:50 +00:00",
          "Tier 3: the number of clusters typed, “The data is saved or not needed” ticked, the "
          "button "
          "pressed, then a countdown of 20 s",
          "Clusters: 3", "Nodes: 6", "Running and queued jobs: 9 and 3",
          "Prepaid (the remaining term is lost): 1", "Excluded: 1",
          "cluster 1 | hpc-1 | Active | has jobs, prepaid | 2 | 3 | 1 | usr-me | usr-run | Prepaid "
          "| 10.0.0.1:/nas",
          "Users whose jobs end", "usr-run | lab | 1 | 3 | 1 | 0", "usr-me | lab | 2 | 6 | 2 | 0",
          "10.0.0.1:/nas in lab, used only by 1 cluster of this plan",
          "the provider does not confirm",
          "busy one | hpc-9 | Active | Another operation is running on this cluster",
          "Approved by | Date | "
          "Signature"})
        QVERIFY2(text.contains(part), qPrintable(part + "\n" + text));
    const Plan stop = planOf(Verb::Stop, 1);
    QVERIFY(textOf(reportOfPlan(stop, stop, {}, DataKind::Real, Now))
                .contains(QStringLiteral("Users whose jobs are interrupted")));
}

void TestReports::writesWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.pdf"));
    auto *dialog = newDialog(reportOfBatch(endedBatch(3), {}, DataKind::Real, Now));
    QSignalSpy written(dialog, &ReportDialog::written);
    QSignalSpy finished(dialog, &QDialog::finished);
    const auto label = [&](const char *name) { return part<QLabel>(dialog, name); };
    {
        const FileLimit full(2000); // as a full disk: the system writes only the beginning
        dialog->write(path);
        QTRY_VERIFY(label("Problem")->isVisible());
        QVERIFY2(
            label("Problem")->text().startsWith(QStringLiteral("The file could not be written: ")),
            qPrintable(label("Problem")->text()));
    }
    QVERIFY(QDir(folder.path()).isEmpty());
    QVERIFY(written.isEmpty());
    auto *again = part<QPushButton>(dialog, "Another place");
    QVERIFY(again->isVisible());
    QTest::mouseClick(again, Qt::LeftButton);
    auto *chooser = dialog->findChild<QFileDialog *>();
    QVERIFY(chooser);
    QCOMPARE(chooser->selectedFiles().first().section(u'/', -1),
             QStringLiteral("clusterdeck-report-20210819-163000.pdf"));
    chooser->reject();
    QVERIFY(dialog->isVisible());
    dialog->write(path);
    QTRY_COMPARE(written.size(), 1);
    QVERIFY(!label("Problem")->isVisible());
    QVERIFY2(label("Text")->text().startsWith(QStringLiteral("1 page, saved as ")),
             qPrintable(label("Text")->text()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().trimmed().endsWith("%%EOF"));
    part<QPushButton>(dialog, "Open")->click(); // the test has no desktop that opens files
    QVERIFY(dialog->isVisible() && label("Problem")->isVisible());
    QCOMPARE(label("Problem")->accessibleName(),
             QStringLiteral("The file could not be opened: ") + path);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(finished.size(), 1);
    QTRY_VERIFY(!m_dialog);
}

void TestReports::noPlaceChosen()
{
    auto *dialog = newDialog(reportOfBatch(endedBatch(1), {}, DataKind::Real, Now));
    QSignalSpy finished(dialog, &QDialog::finished);
    dialog->choosePath();
    QVERIFY(!dialog->isVisible());
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *chooser = qobject_cast<QFileDialog *>(widget))
            chooser->reject();
    }
    QCOMPARE(finished.size(), 1);
    QTRY_VERIFY(!m_dialog);
}

void TestReports::cancelledWhileItIsMade()
{
    const QTemporaryDir folder;
    auto *dialog = newDialog(reportOfBatch(endedBatch(500), {}, DataKind::Real, Now));
    dialog->write(folder.filePath(QStringLiteral("report.pdf")));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestReports::dialogSavesAndNothingElse()
{
    const QTemporaryDir folder;
    auto *dialog = confirmation(planOf(Verb::Delete, 3));
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QSignalSpy confirmed(dialog, &ConfirmDialog::confirmed);
    auto *save = part<QPushButton>(dialog, "Save as PDF");
    auto *stay = part<QPushButton>(dialog, "Keep them");
    QVERIFY(save && save->isVisible() && save->isEnabled());
    QVERIFY(!save->autoDefault() && !save->isDefault());
    save->setFocus();
    QTest::keyClick(save, Qt::Key_Return); // Return activates the safe button, as in every dialog
    QVERIFY(stay->hasFocus());
    QVERIFY(!dialog->findChild<ReportDialog *>());
    QAbstractItemModel *model = part<QTableView>(dialog, "Plan")->model();
    QVERIFY(model->setData(model->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QTest::mouseClick(save, Qt::LeftButton);
    auto *report = dialog->findChild<ReportDialog *>();
    QVERIFY(report);
    const QString path = folder.filePath(QStringLiteral("plan.pdf"));
    QSignalSpy written(report, &ReportDialog::written);
    auto *chooser = dialog->findChild<QFileDialog *>();
    QVERIFY(chooser);
    chooser->reject();
    QTest::mouseClick(save, Qt::LeftButton);
    report = dialog->findChildren<ReportDialog *>().last();
    QSignalSpy made(report, &ReportDialog::written);
    report->write(path);
    QTRY_COMPARE(made.size(), 1);
    QVERIFY(confirmed.isEmpty());
    QVERIFY(dialog->isVisible());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString page = PdfReader(file.readAll()).pages().first();
    QVERIFY2(page.contains(QStringLiteral("Delete 2 clusters in lab / z1?")), qPrintable(page));
    QVERIFY(page.contains(QStringLiteral("Removed by hand")));
    delete report;
    QVERIFY(dialog->isVisible());
    QVERIFY(confirmed.isEmpty());
}

/// An accidental click where another window covered the buttons must not delete.
void TestReports::deadAfterItWasCovered()
{
    auto *dialog = confirmation(planOf(Verb::Delete, 1));
    QSignalSpy confirmed(dialog, &ConfirmDialog::confirmed);
    auto *go = part<QPushButton>(dialog, "Go");
    m_clock.advance(ConfirmDialog::DeadTime);
    QTest::mouseClick(part<QPushButton>(dialog, "Save as PDF"), Qt::LeftButton);
    QVERIFY(go->isEnabled()); // this plan asks for no input
    dialog->findChild<QFileDialog *>()->reject();
    QVERIFY(!go->isEnabled());
    QTest::mouseClick(go, Qt::LeftButton);
    QVERIFY(confirmed.isEmpty());
    m_clock.advance(ConfirmDialog::DeadTime);
    QVERIFY(go->isEnabled());
}

QTEST_MAIN(TestReports)
#include "tst_reports.moc"
