// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/export.h"
#include "app/operations/plan/naming.h"
#include "app/support/jsontext.h"
#include "app/support/visibletext.h"
#include "tests/support/utc.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace clusterdeck;

namespace
{

/// Reads RFC 4180 text as a spreadsheet does: rows of cells.
QList<QStringList> parsed(const QString &text, QChar separator)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar at = text.at(i);
        if (quoted && at == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"') {
            cell += u'"';
            ++i;
        } else if (at == u'"') {
            quoted = !quoted;
        } else if (!quoted && at == separator) {
            row.append(std::exchange(cell, {}));
        } else if (!quoted && at == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n') {
            row.append(std::exchange(cell, {}));
            rows.append(std::exchange(row, {}));
            ++i;
        } else {
            cell += at;
        }
    }
    return rows;
}

Batch batchOf(const QStringList &names)
{
    Batch batch;
    batch.id = QStringLiteral("b-1");
    batch.accountName = QStringLiteral("lab");
    batch.zone = QStringLiteral("z1");
    batch.user = QStringLiteral("usr-me");
    batch.confirmedAt = utc(QDate(2021, 5, 1), QTime(12, 0));
    for (const QString &name : names) {
        BatchItem item;
        item.key = {QStringLiteral("a"), QStringLiteral("ehpc-%1").arg(batch.items.size())};
        item.position = 2 * int(batch.items.size()) + 1; // gaps, as after missing items
        item.shown.id = item.key.id;
        item.shown.name = name;
        item.state = ItemState::Failed;
        item.reason = ItemReason::Refused;
        item.error = ApiError{ErrorKind::Forbidden, Outcome::Refused, 1400, 200, name, {}};
        batch.items.append(item);
    }
    return batch;
}

QList<JournalEvent> eventsOf(const Batch &batch)
{
    QList<JournalEvent> events;
    for (const BatchItem &item : batch.items) {
        events.append({batch.confirmedAt, item.position, QStringLiteral("send-started"),
                       QStringLiteral("sending"), QStringLiteral("{\"job_id\":\"j-1\"}")});
    }
    return events;
}

QString textOf(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes);
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT

private slots:
    void cell_data();
    void cell();
    void table();
    void options();
    void pairsInJson();
    void anyNameComesThrough();
    void object();
    void bytes_data();
    void bytes();
    void names_data();
    void names();
};

void TestExport::cell_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *name, const QString &text, const QString &written) {
        QTest::newRow(name) << text << written;
    };
    row("plain", QStringLiteral("lab"), QStringLiteral("\"lab\""));
    row("empty", {}, QStringLiteral("\"\""));
    row("quotes", QStringLiteral("a \"b\""), QStringLiteral("\"a \"\"b\"\"\""));
    row("line break", QStringLiteral("a\nb"), QStringLiteral("\"a\nb\""));
    row("separator", QStringLiteral("a,b;c"), QStringLiteral("\"a,b;c\""));
    row("equals", QStringLiteral("=1+1"), QStringLiteral("\"'=1+1\""));
    row("plus", QStringLiteral("+1"), QStringLiteral("\"'+1\""));
    row("minus", QStringLiteral("-1"), QStringLiteral("\"'-1\""));
    row("at", QStringLiteral("@SUM(A1)"), QStringLiteral("\"'@SUM(A1)\""));
    row("tab", QStringLiteral("\tx"), QStringLiteral("\"'\tx\""));
    row("carriage return", QStringLiteral("\rx"), QStringLiteral("\"⟨U+000D⟩x\""));
    row("line ends", QStringLiteral("a\r\nb"), QStringLiteral("\"a\nb\""));
    row("line end, then equals", QStringLiteral("\r\n=1"), QStringLiteral("\"'\n=1\""));
    row("escape", QStringLiteral("\u001B[31m"), QStringLiteral("\"⟨U+001B⟩[31m\""));
    row("C1 escape", QStringLiteral("\u009B31m"), QStringLiteral("\"⟨U+009B⟩31m\""));
    row("bidi", QStringLiteral("a\u202Eb"), QStringLiteral("\"a⟨U+202E⟩b\""));
    row("hidden, then equals", QStringLiteral("\u200B=1"), QStringLiteral("\"⟨U+200B⟩=1\""));
    row("spaces before", QStringLiteral("  =1"), QStringLiteral("\"'  =1\""));
    row("wide", QStringLiteral("＝1"), QStringLiteral("\"'＝1\""));
    row("inside", QStringLiteral("a=1"), QStringLiteral("\"a=1\""));
    row("quoted formula", QStringLiteral("=cmd|' /C calc'!A0"),
        QStringLiteral("\"'=cmd|' /C calc'!A0\""));
    row("nul", QStringLiteral("a") + QChar(QChar::Null), QStringLiteral("\"a⟨U+0000⟩\""));
}

void TestExport::cell()
{
    QFETCH(const QString, text);
    QFETCH(const QString, written);
    QCOMPARE(QString::fromUtf8(csvTable({text}, {}, {false, u',', DataKind::Real})),
             written + QStringLiteral("\r\n"));
    // On the clipboard only cells that would otherwise be split are quoted.
    const QString copied = tabbedTable({QStringLiteral("head")}, {{text, QStringLiteral("next")}});
    const bool several = text.contains(u'"') || text.contains(u'\n') || text.contains(u'\t');
    QString cell = written;
    if (!several && !copied.contains(u'"'))
        cell = written.sliced(1, written.size() - 2);
    QCOMPARE(copied, QStringLiteral("head\n%1\tnext\n").arg(cell));
    QVERIFY(!several || copied.contains(u'"'));
}

void TestExport::table()
{
    const Batch batch = batchOf({QStringLiteral("one"), QStringLiteral("two")});
    const auto rows = parsed(textOf(csv(batch, eventsOf(batch))), u',');
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(1).size(), rows.at(0).size());
    const auto at = [&](int row, const char *column) {
        return rows.at(row).at(rows.at(0).indexOf(QLatin1String(column)));
    };
    QCOMPARE(at(1, "cluster_id"), QStringLiteral("ehpc-0"));
    QCOMPARE(at(2, "cluster_name"), QStringLiteral("two"));
    QCOMPARE(at(2, "state"), QStringLiteral("failed"));
    QCOMPARE(at(2, "code"), QStringLiteral("1400"));
    QVERIFY(at(2, "story").contains(u"send-started > sending"));
    QVERIFY(at(1, "confirmed_at").startsWith(QStringLiteral("2021-05-01T12:00:00")));
    QCOMPARE(at(1, "shown_nodes"), QString()); // unknown is not 0
}

void TestExport::options()
{
    const Batch batch = batchOf({QStringLiteral("one")});
    QVERIFY(csv(batch, {}).startsWith("\xEF\xBB\xBF\"batch\",\"confirmed_at\""));
    QVERIFY(csv(batch, {}, {false, u';', DataKind::Real}).startsWith("\"batch\";\"confirmed_at\""));
    const auto rows = parsed(textOf(csv(batch, {}, {true, u'\t', DataKind::Demo})), u'\t');
    QCOMPARE(rows.at(0).first(), QStringLiteral("demo"));
    QCOMPARE(rows.at(1).first(), QStringLiteral("DEMO"));
    QVERIFY(
        csv(batch, {}, {false, u',', DataKind::Presenter}).startsWith("\"presenter\",\"batch\""));
    QCOMPARE(csv(Batch(), {}).count('\n'), 1);
}

/// Random names of dangerous characters: the visible text is exported, and no cell is a formula.
void TestExport::anyNameComesThrough()
{
    const QString letters = QStringLiteral("=+-@\t\r\n\",;' ab\\|!＝é中\u202e");
    QRandomGenerator random(7);
    for (int round = 0; round < 2000; ++round) {
        QString name;
        const int length = random.bounded(12);
        for (int i = 0; i < length; ++i)
            name += letters.at(random.bounded(int(letters.size())));
        const QChar separator = QStringLiteral(",;\t").at(random.bounded(3));
        const Batch batch = batchOf({name});
        const auto rows =
            parsed(textOf(csv(batch, eventsOf(batch), {round % 2 == 0, separator, DataKind::Real})),
                   separator);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(1).size(), rows.at(0).size());
        const QString out = rows.at(1).at(7);
        const QString seen = visibleLines(name);
        QVERIFY2(out == seen || out == u'\'' + seen, qPrintable(out));
        for (const QString &cell : rows.at(1))
            QVERIFY2(cell.isEmpty() || !QStringLiteral("=+-@\t\r").contains(cell.at(0)),
                     qPrintable(cell));
    }
}

void TestExport::object()
{
    const Batch batch = batchOf({QStringLiteral("=1\"\n")});
    const QJsonObject all = QJsonDocument::fromJson(json(batch, eventsOf(batch))).object();
    QCOMPARE(all.value(QStringLiteral("verb")).toString(), QStringLiteral("delete"));
    QVERIFY(!all.contains(QStringLiteral("demo")));
    const QJsonObject item = all.value(QStringLiteral("items")).toArray().at(0).toObject();
    QCOMPARE(item.value(QStringLiteral("shown")).toObject().value(QStringLiteral("cluster_name")),
             QJsonValue(QStringLiteral("=1\"\n"))); // JSON has no formulas
    const QJsonObject event = item.value(QStringLiteral("events")).toArray().at(0).toObject();
    QCOMPARE(event.value(QStringLiteral("evidence")).toObject().value(QStringLiteral("job_id")),
             QJsonValue(QStringLiteral("j-1")));
    QVERIFY(json(batch, {}, DataKind::Demo).contains("\"demo\": \"DEMO\""));
    QVERIFY(json(batch, {}, DataKind::Presenter).contains("\"presenter\": \"PRESENTER\""));
}

namespace
{

QDateTime at(int minutes)
{
    return utc(QDate(2026, 1, 2), QTime(12, 0)).addSecs(60LL * minutes);
}

OperationRecord operationOf(const QString &job, const QStringList &ids, const QString &action,
                            int minutes)
{
    OperationRecord record;
    record.jobId = job;
    record.action = action;
    record.status = QStringLiteral("successful");
    record.owner = QStringLiteral("usr-owner");
    record.submitter = QStringLiteral("usr-other");
    record.resourceIds = ids;
    record.created = at(minutes);
    record.changed = at(minutes + 1);
    return record;
}

/// Items of every kind: with a job, refused, lost and never sent.
Batch everyKind()
{
    Batch batch = batchOf({"one\u202E", "=two", {}, "four"});
    batch.tier = 3;
    batch.undoWindow = std::chrono::seconds(20);
    batch.givenReason = QStringLiteral("=CR-4711");
    batch.approvalCode = QStringLiteral("7K3M-9QXP-2TRW-8HJD");
    batch.shown = QStringLiteral("Delete 4 clusters\n\"for good\"");
    batch.confirmedAt = at(0);
    BatchItem &done = batch.items[0];
    done.shown.status = QStringLiteral("active");
    done.shown.nodes = 3;
    done.shown.runningJobs = 2;
    done.shown.cpuHours = 0.1;
    done.shown.owner = QStringLiteral("usr-owner");
    done.shown.software = {QStringLiteral("VASP 6"), QStringLiteral("GROMACS")};
    done.state = ItemState::Done;
    done.reason = ItemReason::None;
    done.error.reset();
    done.jobId = QStringLiteral("j-1");
    done.sentAt = at(1);
    done.endedAt = at(4);
    batch.items[1].sentAt = at(2);
    batch.items[1].endedAt = at(2);
    BatchItem &lost = batch.items[2];
    lost.state = ItemState::Unknown;
    lost.reason = ItemReason::AnswerLost;
    lost.error->retCode = 0;
    lost.operationErrors = QStringLiteral("5000");
    lost.sentAt = at(3);
    BatchItem &kept = batch.items[3];
    kept.state = ItemState::Cancelled;
    kept.reason = ItemReason::StoppedByPerson;
    kept.error.reset();
    return batch;
}

QList<OperationRecord> everyOperation()
{
    OperationRecord ours = operationOf("j-1", {"ehpc-0"}, "HpcClusterDeleteCluster", 1);
    OperationRecord perhaps = operationOf("j-2", {"ehpc-2"}, "HpcClusterDeleteCluster", 3);
    OperationRecord other = operationOf("j-3", {"ehpc-8", "ehpc-9"}, "HpcClusterResize", 2);
    other.description = QStringLiteral("a\u202Eb");
    other.status = QStringLiteral("failed");
    other.errorCodes = QStringLiteral("5300");
    OperationRecord bare;
    bare.jobId = QStringLiteral("j-4");
    return {ours, perhaps, other, bare};
}

DeletedCluster everyFact()
{
    DeletedCluster deletedCluster;
    ClusterRecord &record = deletedCluster.record;
    record.id = deletedCluster.key.id = QStringLiteral("ehpc-1");
    record.name = QStringLiteral("=1+1\u202E");
    record.createdText = QStringLiteral("some day");
    record.owner = QStringLiteral("usr-owner");
    record.software = {QStringLiteral("VASP 6"), QStringLiteral("GROMACS")};
    record.cpuHours = 12345678.5;
    record.nodes = 2;
    deletedCluster.accountName = QStringLiteral("lab");
    deletedCluster.givenReason = QStringLiteral("=CR-4711");
    deletedCluster.approvalCode = QStringLiteral("7K3M-9QXP-2TRW-8HJD");
    deletedCluster.confirmedAt = at(0);
    deletedCluster.sentAt = at(1);
    deletedCluster.nodes.read = NodeLayout::Read::Whole;
    deletedCluster.nodes.at = at(0);
    deletedCluster.nodes.groups = {
        {1, QStringLiteral("controller"), {}, {}, {}, {}},
        {2, QStringLiteral("compute"), QStringLiteral("Xeon"), 24, 98304, 1}};
    return deletedCluster;
}

} // namespace

/// A character outside the first plane is written as it is, or escaped, as a whole.
void TestExport::pairsInJson()
{
    const auto written = [](const QString &text) {
        return jsonText({{QStringLiteral("text"), text}}, DataKind::Real);
    };
    QVERIFY(written(QStringLiteral("a😀b")).contains("\"a😀b\""));
    QVERIFY(written(QStringLiteral("a\U000E0041b")).contains("\"a\\udb40\\udc41b\""));
}

void TestExport::bytes_data()
{
    QTest::addColumn<QByteArray>("written");
    const Batch batch = everyKind();
    const QList<JournalEvent> events = eventsOf(batch);
    const CsvOptions options{true, u';', DataKind::Demo};
    QTest::newRow("batch.csv") << csv(batch, events, options);
    QTest::newRow("batch.json") << json(batch, events, DataKind::Demo);
    const QList<TimelineLine> lines = timelineOf(
        {batch}, {{QStringLiteral("a"), QStringLiteral("lab"), {}, {}, everyOperation()}});
    QTest::newRow("timeline.csv") << csv(lines, options);
    QTest::newRow("timeline.json") << json(lines, DataKind::Demo);
    const QJsonArray log = logJson(operationLog(everyOperation(), {batch}), {true, at(3)});
    QTest::newRow("log.json") << jsonText({{QStringLiteral("operations"), log}}, DataKind::Real);
    DeletedCluster failed = everyFact();
    failed.reason = ItemReason::HowIsNotKnown;
    failed.endedAt = at(2);
    failed.nodes = {NodeLayout::Read::Failed, {}, at(0), batch.items.at(1).error};
    QTest::newRow("deleted.csv") << csv({everyFact(), failed}, options);
    QTest::newRow("deleted.json") << json({everyFact(), failed}, DataKind::Demo);
}

/// Other programs read these files, so they must stay the same, byte for byte.
void TestExport::bytes()
{
    QFETCH(const QByteArray, written);
    QFile file(QStringLiteral(CLUSTERDECK_TESTS_DIR "/fixtures/exports/") +
               QLatin1String(QTest::currentDataTag()));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    QCOMPARE(written, file.readAll());
}

void TestExport::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *what, const QString &name, NameProblem problem) {
        QTest::newRow(what) << name << int(problem);
    };
    row("plain", QStringLiteral("lab 1"), NameProblem::None);
    row("Chinese", QStringLiteral("测试集群"), NameProblem::None);
    row("empty", {}, NameProblem::Empty);
    row("spaces", QStringLiteral(" \t "), NameProblem::Empty);
    row("64", QString(64, u'x'), NameProblem::None);
    row("65", QString(65, u'x'), NameProblem::TooLong);
    row("64 outside the first plane", QStringLiteral("😀").repeated(64), NameProblem::None);
    row("line break", QStringLiteral("a\nb"), NameProblem::ControlCharacter);
    row("nul", QStringLiteral("a") + QChar(QChar::Null) + u'b', NameProblem::ControlCharacter);
    row("turns the text", QStringLiteral("a\u202Eb"), NameProblem::ControlCharacter);
    row("not read", QStringLiteral("a\uFFFD"), NameProblem::Damaged);
}

void TestExport::names()
{
    QFETCH(const QString, name);
    QFETCH(const int, problem);
    QCOMPARE(int(nameProblem(name)), problem);
    QCOMPARE(descriptionProblem({}), NameProblem::None);
    QCOMPARE(descriptionProblem(QString(256, u'x')), NameProblem::TooLong);
}

QTEST_APPLESS_MAIN(TestExport)
#include "tst_export.moc"
