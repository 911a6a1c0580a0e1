// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/figure.h"
#include "tests/benchmarks/room/plainpeer.h"
#include "tests/benchmarks/room/syntheticclusters.h"
#include "tests/benchmarks/room/tablefigures.h"
#include "tests/benchmarks/room/tablestage.h"
#include "ui/clusters/clusterpane.h"

#include <QLocale>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// A name, an owner's beginning, an ending, something that no cluster has, and Chinese.
const QStringList &typedWords()
{
    static const QStringList words = {QStringLiteral("cfd-wing"), QStringLiteral("usr-a"),
                                      QStringLiteral("thesis"), QStringLiteral("zzqqx7"),
                                      QStringLiteral("气象")};
    return words;
}

/// One key: a letter more, or with none the last one away.
struct Stroke {
    QString letter;
    QString text; ///< what the field holds afterwards
};

QList<Stroke> strokes()
{
    QList<Stroke> all;
    for (const QString &word : typedWords()) {
        for (int length = 1; length <= word.size(); ++length)
            all.append({word.mid(length - 1, 1), word.left(length)});
        for (int length = int(word.size()) - 1; length >= 0; --length)
            all.append({QString(), word.left(length)});
    }
    return all;
}

/// By reading every text of every cluster: slow, and nothing of what is measured.
QHash<QString, int> expectedCounts(const QList<ClusterRecord> &clusters, const AccountLabel &label)
{
    QHash<QString, int> counts;
    for (const Stroke &stroke : strokes()) {
        if (counts.contains(stroke.text))
            continue;
        const auto holds = [&](const QString &text) {
            return text.contains(stroke.text, Qt::CaseInsensitive);
        };
        counts.insert(stroke.text,
                      int(std::count_if(clusters.begin(), clusters.end(), [&](const auto &record) {
                          return holds(record.name) || holds(record.id) || holds(record.owner) ||
                                 holds(record.runUser) || holds(record.type) ||
                                 holds(record.status) || holds(record.billing) ||
                                 holds(label.zone) || holds(label.name) ||
                                 holds(record.mountPoint) || holds(record.transition) ||
                                 holds(record.description);
                      })));
    }
    return counts;
}

void type(QLineEdit *field, const Stroke &stroke)
{
    if (stroke.letter.isEmpty())
        press(field, Qt::Key_Backspace);
    else
        press(field, stroke.letter.at(0).toUpper().unicode(), stroke.letter);
}

/// All strokes once, ours and the peer's in turn.
void typeAll(const TableRun &run, TableStage &stage, PlainPeer *peer,
             const QHash<QString, int> &counts, Samples &ours, Samples &theirs)
{
    QLineEdit *field = stage.pane()->filterField();
    for (const Stroke &stroke : strokes()) {
        const int expected = counts.value(stroke.text);
        ours.add(run.clock.timeUntilPainted(
            stage.place(), [&] { type(field, stroke); },
            [&] { return stage.pane()->shown() == expected; }));
        require(field->text() == stroke.text, "the keys have arrived in the filter field");
        if (peer)
            theirs.add(
                run.clock.timeUntilPainted(peer->table(), [&] { type(peer->field(), stroke); }));
    }
}

} // namespace

void measureFilter(const TableRun &run)
{
    const QList<ClusterRecord> clusters = syntheticClusters(run.rows);
    TableStage stage;
    stage.refresh(clusters);
    std::unique_ptr<PlainPeer> peer;
    if (run.withPeers)
        peer = std::make_unique<PlainPeer>(stage.clusters(), *stage.table());
    const QHash<QString, int> counts =
        expectedCounts(clusters, stage.clusters().label(stage.key({}).account));
    require(counts.value(typedWords().at(3)) == 0, "one of the words is nowhere");
    stage.pane()->filterField()->setFocus();

    Figure p95{QStringLiteral("key stroke in the filter, painted, p95, %1 rows").arg(run.rows),
               QStringLiteral("ms"),
               {},
               peer ? QStringLiteral("QSortFilterProxyModel") : QString(),
               {},
               run.rows < 100000 ? QStringLiteral("<= 16.7 ms")
                                 : QStringLiteral("<= 33 ms, ratio <= 0.025")};
    Figure median = p95;
    median.name =
        QStringLiteral("key stroke in the filter, painted, median, %1 rows").arg(run.rows);
    median.goal.clear();
    // The first round warms up, and needs the peer's strokes only for its own warming up.
    for (int round = 0; round <= run.rounds; ++round) {
        Samples ours;
        Samples theirs;
        typeAll(run, stage, peer.get(), counts, ours, theirs);
        if (round == 0)
            continue;
        p95.ours.add(ours.percentile(95));
        median.ours.add(ours.median());
        if (peer) {
            p95.peer.add(theirs.percentile(95));
            median.peer.add(theirs.median());
        }
    }
    p95.print();
    median.print();
}

} // namespace clusterdeck
