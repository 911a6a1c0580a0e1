// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/operationlog.h"
#include "tests/support/utc.h"

#include <QJsonObject>
#include <QTest>

using namespace clusterdeck;

Q_DECLARE_METATYPE(clusterdeck::LogSource)
Q_DECLARE_METATYPE(clusterdeck::LogReach)

namespace
{

const QDateTime Noon = utc(QDate(2026, 1, 2), QTime(12, 0));
const QString Cluster1 = QStringLiteral("ehpc-1");

QDateTime at(int minute)
{
    return Noon.addSecs(minute * 60);
}

OperationRecord operation(const QString &job, int minute, const QString &verb = {},
                          const QString &by = QStringLiteral("usr-them"))
{
    OperationRecord record;
    record.jobId = job;
    record.action =
        QStringLiteral("HpcCluster%1Cluster").arg(verb.isEmpty() ? QStringLiteral("Stop") : verb);
    record.status = QStringLiteral("successful");
    record.owner = QStringLiteral("usr-owner");
    record.submitter = by;
    record.resourceIds = {Cluster1};
    record.created = at(minute);
    record.changed = at(minute + 1);
    return record;
}

BatchItem item(const QString &cluster, const QString &job, int sent,
               ItemState state = ItemState::Done)
{
    BatchItem item;
    item.key = {QStringLiteral("a"), cluster};
    item.jobId = job;
    item.state = state;
    if (sent >= 0) {
        item.sentAt = at(sent);
        item.endedAt = at(sent + 2);
    }
    return item;
}

Batch batch(const QString &id, const QList<BatchItem> &items, Verb verb = Verb::Stop)
{
    Batch batch;
    batch.id = id;
    batch.verb = verb;
    batch.user = QStringLiteral("usr-me");
    batch.confirmedAt = at(-1);
    batch.items = items;
    return batch;
}

LogReach readToTheEnd()
{
    return {true};
}

/// "job|source|who" of each line, in their order.
QString told(const QList<LogLine> &lines)
{
    static const QMap<LogSource, QString> Words{{LogSource::Here, QStringLiteral("here")},
                                                {LogSource::OnlyHere, QStringLiteral("only")},
                                                {LogSource::HereUnread, QStringLiteral("unread")},
                                                {LogSource::NotSent, QStringLiteral("not sent")},
                                                {LogSource::Elsewhere, QStringLiteral("else")}};
    QStringList parts;
    for (const LogLine &line : lines) {
        const QString job = line.operation         ? line.operation->jobId
                            : line.items.isEmpty() ? QString()
                                                   : line.items.first().jobId;
        parts.append(QStringList{job, Words.value(line.source), line.who}.join(u'|'));
    }
    return parts.join(u' ');
}

} // namespace

/// The provider's log and our journal, as one.
class TestOperationLog : public QObject
{
    Q_OBJECT

private slots:
    void merged_data();
    void merged();
    void whatALineHolds();
    void severalClustersOfOneJob();
    void whatHasNoJobStandsTogether();
    void times();
    void json();
};

void TestOperationLog::merged_data()
{
    using Operations = QList<OperationRecord>;
    using Batches = QList<Batch>;
    QTest::addColumn<Operations>("operations");
    QTest::addColumn<LogReach>("reach");
    QTest::addColumn<Batches>("batches");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Operations &operations, const LogReach &reach,
                        const QList<BatchItem> &items, const char *expected) {
        const Batches batches = items.isEmpty() ? Batches() : Batches{batch("b", items)};
        QTest::newRow(name) << operations << reach << batches << expected;
    };
    const LogReach all = readToTheEnd();
    const auto op = [](const char *job, int minute) { return operation(job, minute); };
    const BatchItem ours = item(Cluster1, "j-1", 5);
    row("nothing", {}, all, {}, "");
    row("done elsewhere", {op("j-1", 5)}, all, {}, "j-1|else|usr-them");
    row("no submitter: its owner", {operation("j-1", 5, {}, {})}, all, {}, "j-1|else|usr-owner");
    row("ours, in both", {operation("j-1", 5, {}, "usr-me")}, all, {ours}, "j-1|here|usr-me");
    row("ours, not in the log", {}, all, {ours}, "j-1|only|usr-me");
    row("ours, log not read", {}, {}, {ours}, "j-1|unread|usr-me");
    row("ours, log read back to just then", {}, {true, at(5)}, {ours}, "j-1|only|usr-me");
    row("ours, older than what was read", {op("j-2", 6)}, {true, at(6)}, {ours},
        "j-2|else|usr-them j-1|unread|usr-me");
    row("ours, newer than the reading", {}, {true, {}, at(5)}, {ours}, "j-1|unread|usr-me");
    row("ours, just before the reading", {}, {true, {}, at(6)}, {ours}, "j-1|only|usr-me");
    row("never sent", {}, all, {item(Cluster1, {}, -1, ItemState::Cancelled)}, "|not sent|usr-me");
    row("on its way: it may have left", {}, all, {item(Cluster1, {}, -1, ItemState::Sending)},
        "|only|usr-me");
    row("other clusters of the batch are not told", {}, all,
        {item("ehpc-11", "j-2", 5), item(Cluster1, "j-1", 6)}, "j-1|only|usr-me");
    row("newest first, across both", {op("j-9", 9), op("j-3", 3)}, all, {item(Cluster1, "j-6", 6)},
        "j-9|else|usr-them j-6|only|usr-me j-3|else|usr-them");
    row("another job of the same verb is not ours", {op("j-2", 5)}, all, {ours},
        "j-2|else|usr-them j-1|only|usr-me");
}

void TestOperationLog::merged()
{
    QFETCH(QList<OperationRecord>, operations);
    QFETCH(LogReach, reach);
    QFETCH(QList<Batch>, batches);
    QTEST(told(operationLog(operations, reach, batches, Cluster1)), "expected");
}

void TestOperationLog::whatALineHolds()
{
    OperationRecord failed = operation("j-1", 5, "Delete");
    failed.status = QStringLiteral("failed");
    failed.errorCodes = QStringLiteral("5000");
    const QList<LogLine> lines =
        operationLog({failed}, readToTheEnd(), {batch("b", {item(Cluster1, "j-1", 4)})});
    QCOMPARE(lines.size(), 1);
    const LogLine &line = lines.first();
    QCOMPARE(line.at, at(5)); // by the provider's clock
    QCOMPARE(line.ended, at(6));
    QCOMPARE(line.operation->errorCodes, QStringLiteral("5000"));
    QCOMPARE(line.batch, QStringLiteral("b"));
    QCOMPARE(line.items.size(), 1);
    QCOMPARE(line.clusterIds, QStringList{Cluster1});
    // What this program never does has no verb.
    const auto resize = operation("j-2", 5, "Resize");
    QVERIFY(!operationLog({resize}, readToTheEnd(), {}).first().verb);
}

void TestOperationLog::severalClustersOfOneJob()
{
    const QString job = QStringLiteral("j-1");
    const Batch together = batch("b", {item("x", job, 5), item("y", job, 6), item("z", {}, -1)});
    QList<LogLine> lines = operationLog({}, readToTheEnd(), {together});
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0).clusterIds, (QStringList{"x", "y"}));
    QCOMPARE(lines.at(0).at, at(5));    // the first of them
    QCOMPARE(lines.at(0).ended, at(8)); // the last of them
    OperationRecord one = operation(job, 5);
    one.resourceIds = {"x"}; // the log may not name them all
    lines = operationLog({one}, readToTheEnd(), {together});
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0).clusterIds, (QStringList{"x", "y"}));
}

void TestOperationLog::whatHasNoJobStandsTogether()
{
    const Batch cancelled =
        batch("b", {item("x", {}, -1, ItemState::Cancelled),
                    item("y", {}, -1, ItemState::Cancelled), item("z", {}, 5, ItemState::Failed)});
    const QList<LogLine> lines = operationLog({}, readToTheEnd(), {cancelled});
    QCOMPARE(told(lines), QStringLiteral("|only|usr-me |not sent|usr-me"));
    QCOMPARE(lines.at(1).items.size(), 2);
    QCOMPARE(lines.at(1).at, cancelled.confirmedAt);
}

void TestOperationLog::times()
{
    OperationRecord timeless = operation("j-1", 5);
    timeless.created = {};
    timeless.changed = {};
    OperationRecord running = operation("j-2", 1);
    running.status = QStringLiteral("working");
    const QList<LogLine> lines = operationLog({timeless, running}, readToTheEnd(), {});
    QCOMPARE(told(lines), QStringLiteral("j-2|else|usr-them j-1|else|usr-them"));
    QVERIFY(!lines.at(0).ended.isValid()); // status_time of what runs is no end
    // Ours knows when, where the provider does not say it.
    const QList<LogLine> known =
        operationLog({timeless}, readToTheEnd(), {batch("b", {item(Cluster1, "j-1", 7)})});
    QCOMPARE(known.first().at, at(7));
    QCOMPARE(known.first().ended, at(9));
}

void TestOperationLog::json()
{
    const QJsonArray rows = logJson(operationLog({operation("j-1", 5)}, readToTheEnd(),
                                                 {batch("b", {item(Cluster1, {}, -1)})}));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0)[u"source"].toString(), QStringLiteral("elsewhere"));
    QCOMPARE(rows.at(0)[u"provider"][u"job_id"].toString(), QStringLiteral("j-1"));
    QVERIFY(rows.at(0)[u"batch"].isNull());
    QCOMPARE(rows.at(1)[u"source"].toString(), QStringLiteral("not_sent"));
    QVERIFY(rows.at(1)[u"provider"].isNull());
    QVERIFY(rows.at(1)[u"items"].toArray().at(0)[u"sent_at"].isNull());
}

QTEST_GUILESS_MAIN(TestOperationLog)
#include "tst_operationlog.moc"
