// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/replies.h"
#include "app/clusters/clusterstate.h"
#include "app/clusters/details/clusterexport.h"
#include "app/history/export.h"
#include "app/session.h"
#include "tests/app/api/parsed.h"
#include "tests/support/hostiletexts.h"
#include "tests/ui/eyes.h"
#include "tests/ui/hostilebuilders.h"
#include "tests/ui/stage.h"
#include "ui/clusters/details/overviewmodel.h"
#include "ui/clusters/renamedialog.h"
#include "ui/clusters/table/clusterpane.h"
#include "ui/clusters/table/columnlook.h"
#include "ui/history/historywindow.h"
#include "ui/mainwindow.h"
#include "ui/operations/activitypane.h"
#include "ui/operations/confirmdialog.h"
#include "ui/operations/noticetext.h"
#include "ui/text/format.h"
#include "ui/theme/resources.h"
#include "ui/widgets/recordtable.h"
#include "ui/words/errortext.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>
#include <QWindow>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

constexpr int ScreenWidth = 1366;
/// A cell never paints a longer text than this.
constexpr int MostInACell = 800;

/// A cloud that refuses a new name with the message `text`.
class RudeCloud : public SimCloud
{
public:
    RudeCloud(Clock &clock, QString text)
        : SimCloud(clock)
        , m_clock(clock)
        , m_text(std::move(text))
    {
    }

    void modify(const QString &, const ClusterChange &, QObject *context,
                Then<Accepted> then) override
    {
        ApiError error = refusal(1400);
        error.serverText = m_text;
        m_clock.callLater(latency, context, [error, then = std::move(then)] { then(error); });
    }

private:
    Clock &m_clock;
    QString m_text;
};

/// The invisible characters of a text, except line ends, as numbers.
QString shapeless(const QString &text)
{
    QStringList found;
    for (const char32_t character : text.toUcs4()) {
        if (hasNoShape(character) && character != U'\n')
            found.append(QString::number(character, 16));
    }
    return found.join(u' ');
}

} // namespace

/// Text from outside stays text: whatever a cloud or an account contains is shown as characters, in
/// every window, tool tip, sentence and file.
class TestHostileText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void shownOnce_data() { texts(); }
    void shownOnce();
    void mainWindow_data() { texts(); }
    void mainWindow();
    void confirmDialog_data() { texts(); }
    void confirmDialog();
    void activity_data() { texts(); }
    void activity();
    void history_data() { texts(); }
    void history();
    void renameDialog_data() { texts(); }
    void renameDialog();
    void sentences_data() { texts(); }
    void sentences();
    void exports_data() { texts(); }
    void exports();
    void numbers_data();
    void numbers();
    void searchTakesWhatIsShown();
    void longWordsBreak();

private:
    static void texts();
    /// Shown, and no wider than a small screen.
    static void fits(QWidget *window);
};

void TestHostileText::initTestCase()
{
    loadResources(*qApp);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestHostileText::texts()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("seen");
    for (const HostileText &hostile : hostileTexts())
        QTest::newRow(hostile.what) << hostile.text << hostile.seen;
}

void TestHostileText::fits(QWidget *window)
{
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window));
    QVERIFY2(window->minimumSizeHint().width() <= ScreenWidth,
             qPrintable(QString::number(window->minimumSizeHint().width())));
    QVERIFY(window->width() <= ScreenWidth);
}

/// Shown text can be shown again, in a longer text or a tool tip, without further changes.
void TestHostileText::shownOnce()
{
    QFETCH(const QString, text);
    QFETCH(const QString, seen);
    const QString line = shownLine(text);
    QVERIFY2(line.contains(seen), qPrintable(line));
    QVERIFY(line.size() < MostInACell);
    QCOMPARE(shownLine(line), line);
    const QString lines = shownLines(text);
    QCOMPARE(shownLines(lines), lines);
    Eyes eyes;
    eyes.readToolTip(QStringLiteral("line"), plainToolTip(text));
    eyes.readToolTip(QStringLiteral("shown line"), plainToolTip(line), line);
    eyes.readToolTip(QStringLiteral("shown lines"), plainToolTip(lines), lines);
    QVERIFY2(eyes.faults().isEmpty(), qPrintable(eyes.faults()));
}

void TestHostileText::mainWindow()
{
    QFETCH(const QString, text);
    QFETCH(const QString, seen);
    SystemClock clock;
    Session session(clock);
    MainWindow window(session, MainWindow::Memory::None);
    Account account;
    account.id = QStringLiteral("a");
    account.name = text;
    account.api.zone = text;
    account.api.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:1/"));
    session.open(account);
    session.clusters().apply(
        listing({hostileRecord(text, text), hostileRecord(text, text + u'2')}));
    (void)session.operationService().setLocks({{{QStringLiteral("a"), text}}, {}});
    fits(&window);
    Eyes eyes;
    eyes.readWindow(&window);
    QVERIFY2(eyes.faults().isEmpty(), qPrintable(eyes.faults()));
    const QAbstractItemModel *model = window.pane()->table()->model();
    QCOMPARE(model->rowCount(), 2);
    for (int column = 0; column < model->columnCount(); ++column)
        QVERIFY(model->index(0, column).data().toString().size() < MostInACell);
    for (const auto &[column, key, title, source, byBytes] : ClusterColumns) {
        if (std::holds_alternative<ClusterRow::Number>(source) ||
            std::holds_alternative<Derived>(source))
            continue;
        const QModelIndex cell = model->index(0, int(column));
        for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)})
            QVERIFY2(cell.data(role).toString().contains(seen), qPrintable(seen));
        if (column == ClusterColumn::Name || column == ClusterColumn::Status)
            continue;
        QString tip = cell.data().toString();
        if (column == ClusterColumn::Id && !isWholeId(text))
            tip += QStringLiteral(
                "\nThe ID contains unreadable characters, so this cluster cannot be changed here.");
        eyes.readToolTip(QStringLiteral("cell"), cell.data(Qt::ToolTipRole).toString(), tip);
    }
    QVERIFY2(eyes.faults().isEmpty(), qPrintable(eyes.faults()));
    QVERIFY(window.findChild<QLabel *>(QStringLiteral("Account"))->text().contains(seen));
}

void TestHostileText::confirmDialog()
{
    QFETCH(const QString, text);
    QFETCH(const QString, seen);
    ManualClock clock;
    ConfirmDialog dialog(hostilePlan(text), hostileLabels(text), clock, nullptr,
                         ConfirmDialog::Asking::Again);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    fits(&dialog);
    Eyes eyes;
    eyes.readWindow(&dialog);
    QVERIFY2(eyes.faults().isEmpty(), qPrintable(eyes.faults()));
    auto *table = dialog.findChild<RecordTable *>(QStringLiteral("Plan"));
    for (const char *column : {"name", "id", "status", "billing", "storage", "owner", "account"}) {
        const QModelIndex cell = table->model()->index(0, table->recordModel()->columnOf(column));
        QVERIFY2(cell.data().toString().contains(seen), qPrintable(cell.data().toString()));
        eyes.readToolTip(QStringLiteral("cell"), cell.data(Qt::ToolTipRole).toString(),
                         cell.data().toString());
    }
    QVERIFY2(eyes.faults().isEmpty(), qPrintable(eyes.faults()));
    // The title contains the name of the only account.
    QVERIFY(
        table->model()->setData(table->model()->index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    Eyes again;
    again.readWindow(dialog.findChild<QLabel *>(QStringLiteral("Title")));
    QVERIFY2(again.faults().isEmpty(), qPrintable(again.faults()));
    QVERIFY(again.saw(seen));
    QVERIFY2(dialog.windowHandle()->title().contains(seen),
             qPrintable(dialog.windowHandle()->title()));
}

void TestHostileText::activity()
{
    QFETCH(const QString, text);
    QFETCH(const QString, seen);
    Stage stage(1);
    QVERIFY(stage.journal.add(hostileBatch(text)));
    (void)stage.operationService.recover();
    QMainWindow window;
    auto *pane = new ActivityPane(stage.operationService, stage.clock, {}, &window);
    window.addDockWidget(Qt::BottomDockWidgetArea, pane);
    fits(&window);
    Eyes eyes;
    eyes.readWindow(&window);
    QVERIFY2(eyes.faults().isEmpty(), qPrintable(eyes.faults()));
    const ActivityModel &model = pane->model();
    const QModelIndex batch = model.index(0, 0);
    QCOMPARE(model.rowCount(batch), 4);
    for (const int column : {ActivityModel::Cluster, ActivityModel::Job, ActivityModel::Reason}) {
        const QModelIndex cell = model.index(0, column, batch);
        QVERIFY2(cell.data().toString().contains(throughJournal(seen)) ||
                     cell.data().toString().contains(seen),
                 qPrintable(cell.data().toString()));
        eyes.readToolTip(QStringLiteral("cell"), cell.data(Qt::ToolTipRole).toString(),
                         cell.data().toString());
    }
    pane->tree()->selectAll();
    auto *copy = pane->tree()->actions().constFirst();
    copy->trigger();
    const QString copied = QApplication::clipboard()->text();
    eyes.read(QStringLiteral("clipboard"), copied, true);
    QVERIFY(copied.contains(seen));
    QVERIFY2(eyes.faults().isEmpty(), qPrintable(eyes.faults()));
}

void TestHostileText::history()
{
    QFETCH(const QString, text);
    QFETCH(const QString, seen);
    Stage stage(1);
    const Batch batch = hostileBatch(text);
    QVERIFY(stage.journal.add(batch));
    QVERIFY(stage.journal.record(batch.id, {batch.items.first()}, ItemEvent::Refused,
                                 batch.confirmedAt));
    Batch done = batch;
    done.id = QStringLiteral("b-2");
    for (BatchItem &item : done.items)
        item.state = ItemState::Done;
    QVERIFY(stage.journal.add(done));
    SimCloud::Job job;
    job.record = {text + u'9', text, text, text, text, text, text, {text, text}, {}, {}};
    job.over = true;
    stage.cloud.jobs.append(job);
    HistoryWindow window(stage.operationService, nullptr);
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    window.timeline()->readLogs({{text, text, text, text, &stage.cloud}}, stage.clock,
                                [&](const ClusterKey &) { return text; });
    stage.clock.advance(1s);
    fits(&window);
    auto *lines = window.findChild<QTableView *>(QStringLiteral("Batches"));
    QTRY_COMPARE(lines->model()->rowCount(), 3);
    lines->selectRow(2); // has no time, so it is the last
    Eyes eyes;
    eyes.readWindow(&window);
    QVERIFY(window.findChild<QPlainTextEdit *>(QStringLiteral("Facts"))->isVisible());
    eyes.read(QStringLiteral("facts"),
              window.findChild<QPlainTextEdit *>(QStringLiteral("Facts"))->toPlainText(), true);
    lines->selectRow(1);
    window.findChild<QTabWidget *>(QStringLiteral("Pages"))->setCurrentIndex(1);
    QCOMPARE(window.findChild<QTableView *>(QStringLiteral("Tombstones"))->model()->rowCount(), 4);
    eyes.readWindow(&window);
    eyes.read(QStringLiteral("tombstone"),
              window.findChild<QPlainTextEdit *>(QStringLiteral("Deleted cluster"))->toPlainText(),
              true);
    window.findChild<QPushButton *>(QStringLiteral("Copy citation"))->click();
    eyes.read(QStringLiteral("citation"), QApplication::clipboard()->text());
    QVERIFY2(eyes.faults().isEmpty(), qPrintable(eyes.faults()));
    const auto cell = [&](const char *name, const char *column) {
        const RecordModelBase *model =
            window.findChild<RecordTable *>(QLatin1String(name))->recordModel();
        return model->index(0, model->columnOf(column));
    };
    for (const QModelIndex &at :
         {cell("Batches", "account"), cell("Batches", "zone"), cell("Items", "name"),
          cell("Items", "job"), cell("Items", "reason")}) {
        QVERIFY2(at.data().toString().contains(throughJournal(seen)) ||
                     at.data().toString().contains(seen),
                 qPrintable(at.data().toString()));
        eyes.readToolTip(QStringLiteral("cell"), at.data(Qt::ToolTipRole).toString(),
                         at.data().toString());
    }
    QVERIFY2(eyes.faults().isEmpty(), qPrintable(eyes.faults()));
}

void TestHostileText::renameDialog()
{
    QFETCH(const QString, text);
    QFETCH(const QString, seen);
    Stage stage(0);
    RudeCloud cloud(stage.clock, text);
    OperationAccount account;
    account.id = QStringLiteral("a");
    stage.operationService.addAccount(account, cloud);
    // A cluster whose id is not whole cannot be renamed.
    const QString id = isWholeId(text) ? text : QStringLiteral("ehpc-1");
    const ClusterRecord record = hostileRecord(text, id);
    stage.clusters.apply(listing({record}));
    RenameDialog dialog({QStringLiteral("a"), record}, stage.operationService, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    fits(&dialog);
    Eyes eyes;
    eyes.readWindow(&dialog);
    QVERIFY2(dialog.windowHandle()->title().contains(id == text ? seen : id),
             qPrintable(dialog.windowHandle()->title()));
    // Invisible characters in the field are shown below it.
    auto *name = dialog.findChild<QLineEdit *>(QStringLiteral("Name"));
    QCOMPARE(name->text().size(), text.size()); // edited unchanged
    const auto *problem = dialog.findChild<QLabel *>(QStringLiteral("Problem"));
    if (text.contains(QChar(0x202E)) && text.size() < 100)
        QVERIFY2(problem->text().contains(u"a⟨U+202E⟩b"), qPrintable(problem->text()));
    name->setText(QStringLiteral("new"));
    dialog.findChild<QLineEdit *>(QStringLiteral("Description"))->setText(QStringLiteral("new"));
    auto *save = dialog.findChild<QPushButton *>(QStringLiteral("Save"));
    QVERIFY(save->isEnabled());
    save->click();
    stage.clock.advance(10s);
    eyes.readWindow(&dialog);
    QVERIFY(eyes.saw(QStringLiteral("could not be read again"))); // so nothing was sent

    // With its description as it is, the change is sent, and refused in the cloud's words.
    ClusterRecord plain = record;
    plain.description.clear();
    RenameDialog second({QStringLiteral("a"), plain}, stage.operationService, nullptr);
    second.setAttribute(Qt::WA_DeleteOnClose, false);
    fits(&second);
    second.findChild<QLineEdit *>(QStringLiteral("Name"))->setText(QStringLiteral("new"));
    second.findChild<QPushButton *>(QStringLiteral("Save"))->click();
    stage.clock.advance(10s);
    eyes.readWindow(&second);
    QVERIFY2(eyes.faults().isEmpty(), qPrintable(eyes.faults()));
    QVERIFY(eyes.saw(QStringLiteral("Provider: “")));
    QVERIFY(eyes.saw(seen));
    QVERIFY(dialog.minimumSizeHint().width() <= ScreenWidth);
}

void TestHostileText::sentences()
{
    QFETCH(const QString, text);
    QFETCH(const QString, seen);
    Eyes eyes;
    const auto both = [&](const char *where, const QString &sentence, bool lines = false) {
        eyes.read(QLatin1String(where), sentence, lines);
        QVERIFY2(sentence.contains(seen), qPrintable(sentence));
        QVERIFY(lines || sentence.size() < 1000);
    };
    both("provider", providerText(hostileError(text)));
    const Batch batch = hostileBatch(text);
    for (int item = 0; item < 3; ++item)
        both("reason", reasonText(batch.items.at(item)));
    Confirmation notWritten;
    notWritten.outcome = Confirmation::Outcome::NotWritten;
    for (int kind = 0; kind < WriteRefusal::KindCount; ++kind) {
        WriteRefusal refusal;
        refusal.kind = WriteRefusal::Kind(kind);
        refusal.path = refusal.detail = refusal.fileSystem = refusal.owner.host = text;
        refusal.owner.process = 1;
        notWritten.refusal = refusal;
        both("not written", confirmationText(notWritten, QDateTime::currentDateTimeUtc()));
    }
    Confirmation dropped;
    dropped.droppedOut = {{key(text), {}, text, Exclusion::Busy},
                          {key(text), text, text, Exclusion::Gone}};
    both("dropped out", confirmationText(dropped, QDateTime::currentDateTimeUtc()));
    both("damage", damageText(text, 3));
    const Plan plan = hostilePlan(text);
    both("checks", checksText(plan, hostileLabels(text)), true);
    both("as shown", shownText(plan, hostileLabels(text)), true);
    QVERIFY2(eyes.faults().isEmpty(), qPrintable(eyes.faults()));
}

void TestHostileText::exports()
{
    QFETCH(const QString, text);
    const Batch batch = hostileBatch(text);
    const QList<JournalEvent> events{
        {batch.confirmedAt, 0, QStringLiteral("refused"), QStringLiteral("failed"), text}};
    const QByteArray object = json(batch, events);
    QCOMPARE(shapeless(QString::fromUtf8(object)), QString());
    // The values are still exact.
    const QJsonObject read = QJsonDocument::fromJson(object).object();
    QVERIFY(read.value(QStringLiteral("account")).toString() == text);
    const QJsonObject item = read.value(QStringLiteral("items")).toArray().at(0).toObject();
    const QJsonObject shown = item.value(QStringLiteral("shown")).toObject();
    QVERIFY(shown.value(QStringLiteral("cluster_name")).toString() == text);
    QVERIFY(item.value(QStringLiteral("answer"))
                .toObject()
                .value(QStringLiteral("message"))
                .toString() == text);
}

/// A value in place of each number of a listing: how it is shown where a count is wanted, and where
/// hours are. Empty: it is not known.
void TestHostileText::numbers_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("count");
    QTest::addColumn<QString>("hours");
    const auto row = [](const QByteArray &value, const char *count, const char *hours) {
        QTest::newRow(value.left(30).constData())
            << value << QString::fromLatin1(count) << QString::fromLatin1(hours);
    };
    row("7", "7", "7.0");
    row(R"(" 0012 ")", "12", "12");
    row("1.5", "", "1.5");
    row("2147483648", "", "2,147,483,648");
    row("1e15", "", "1,000,000,000,000,000");
    row("1e-320", "", "0.0");
    row("-0.0", "0", "0.0");
    for (const char *value : {"-1",
                              "-1e300",
                              "1e16",
                              "1e308",
                              "1e400",
                              "99999999999999999999999999999999",
                              "NaN",
                              "Infinity",
                              R"("NaN")",
                              R"("inf")",
                              R"("-Infinity")",
                              R"("1e308")",
                              R"("0x10")",
                              R"("<b>7</b>")",
                              R"("7\u202e")",
                              R"("７")",
                              R"("1 000")",
                              R"("")",
                              "null",
                              "true",
                              "[]",
                              "{}",
                              "[7]",
                              "[[[[[7]]]]]",
                              R"({"a": {"b": [7]}})"})
        row(value, "", "");
    row('"' + QByteArray(100'000, '9') + '"', "", "");
}

/// Each number of a listing, and each column and line that shows one.
void TestHostileText::numbers()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, count);
    QFETCH(const QString, hours);
    QByteArray row(R"("cluster_id": "hpc-1", "cluster_name": "n")");
    for (const ClusterField &field : ClusterFields) {
        if (std::holds_alternative<std::optional<int> ClusterRecord::*>(field.member) ||
            std::holds_alternative<std::optional<double> ClusterRecord::*>(field.member))
            row += R"(, ")" + QByteArray(field.name) + R"(": )" + value;
    }
    const auto answer =
        replies::classify(200, R"({"ret_code": 0, "cluster_set": [{)" + row + "}]}");
    QVERIFY(answer);
    const ClusterRecord record = pageOf(reads::clusters(), *answer).records.value(0);
    QCOMPARE(record.name, QStringLiteral("n"));
    for (const auto member : FieldsOf<std::optional<int>>)
        QCOMPARE((record.*member).has_value(), !count.isEmpty());
    for (const auto member : FieldsOf<std::optional<double>>)
        QCOMPARE((record.*member).has_value(), !hours.isEmpty());

    SystemClock clock;
    Session session(clock);
    MainWindow window(session, MainWindow::Memory::None);
    Account account;
    account.id = QStringLiteral("a");
    account.name = QStringLiteral("lab");
    account.api.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:1/"));
    session.open(account);
    const ClusterListing listed = listing({record});
    session.clusters().apply(listed);
    for (const int day : {0, 9})
        session.clusters().followUse(listed, utc(qint64(day) * 24 * 60 * 60 * 1000));
    fits(&window);
    Eyes eyes;
    eyes.readWindow(&window);
    constexpr int MostOfAFigure = 40;
    const QAbstractItemModel *model = window.pane()->table()->model();
    QCOMPARE(model->rowCount(), 1);
    for (const ColumnSpec &spec : ClusterColumns) {
        const QModelIndex cell = model->index(0, int(spec.column));
        const QString shown = cell.data().toString();
        QVERIFY2(shown.size() < MostOfAFigure, qPrintable(shown));
        eyes.readToolTip(QString::fromLatin1(spec.key), cell.data(Qt::ToolTipRole).toString());
        const auto *number = std::get_if<ClusterRow::Number>(&spec.source);
        if (!number || lookOf(spec.column).text)
            continue;
        const QString &known = number->isWhole() ? count : hours;
        QCOMPARE(shown, known.isEmpty() ? unknownDash() : known);
    }
    OverviewModel details;
    details.setCluster(record, {}, lookOf(record), clock.utcNow());
    eyes.readModel(details);
    for (int line = 0; line < details.rowCount(); ++line)
        QVERIFY(details.index(line, OverviewModel::Value).data().toString().size() <
                2 * MostOfAFigure);
    QVERIFY2(eyes.faults().isEmpty(), qPrintable(eyes.faults()));
    const ClusterView view(session.clusters());
    const QJsonValue written =
        QJsonDocument::fromJson(clustersDocument(view, {}, DataKind::Real))[u"clusters"][0];
    forEachField(record, [&](const ClusterField &field, const auto &known) {
        if constexpr (requires { known.has_value(); })
            QCOMPARE(written[QLatin1String(field.key)].isDouble(), known.has_value());
    });
}

/// The confirmation's search finds text in its shown form.
void TestHostileText::searchTakesWhatIsShown()
{
    ManualClock clock;
    Plan plan = planOf(Verb::Delete, 12);
    plan.items[3].cluster.record.name = QString(10000, u'x') + QStringLiteral("end\u202E");
    ConfirmDialog dialog(plan, hostileLabels(QStringLiteral("lab")), clock);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.findChild<QLineEdit *>(QStringLiteral("Search"))->setText(QStringLiteral("end⟨U+202E"));
    QCOMPARE(dialog.findChild<QTableView *>(QStringLiteral("Plan"))->model()->rowCount(), 1);
}

void TestHostileText::longWordsBreak()
{
    const QString ordinary = QStringLiteral("The cloud refused the request. ").repeated(5);
    QVERIFY(breakable(ordinary).isSharedWith(ordinary));
    QCOMPARE(breakable(QString(40, u'x')), QString(40, u'x'));
    const QString broken = breakable(QStringLiteral("a ") + QString(95, u'x'));
    QCOMPARE(broken.count(QChar(0x200B)), 2);
    QCOMPARE(broken.indexOf(QChar(0x200B)), 42);
    const QString faces = QStringLiteral("😀").repeated(60);
    QCOMPARE(QString(breakable(faces)).remove(QChar(0x200B)), faces);
    QVERIFY(QString::fromUtf8(breakable(faces).toUtf8()) == breakable(faces));
}

QTEST_MAIN(TestHostileText)
#include "tst_hostiletext.moc"
