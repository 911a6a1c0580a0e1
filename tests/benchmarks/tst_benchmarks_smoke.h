// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch.h"

#include <QHash>
#include <QTest>

#include <functional>
#include <memory>

namespace clusterdeck
{

/// How much is measured: CLUSTERDECK_BENCHMARKS names one of them.
enum class Sizes {
    Smoke, ///< not set: the least at which everything still happens, as the test does
    Quick,
    Usual,
    Long, ///< also what takes hours: a million rows, 1,900 deletions at 10 s an answer
};
[[nodiscard]] Sizes sizes();
/// The value for the sizes at hand.
template <class Value>
[[nodiscard]] Value bySize(Value smoke, Value quick, Value usual, Value large)
{
    const Value values[] = {smoke, quick, usual, large};
    return values[int(sizes())];
}

/// The practice cloud's clusters as its answers tell them; `count` may be more than one such cloud
/// has. The same for the same `count`, with texts of their own each time.
[[nodiscard]] QList<ClusterRecord> practiceClusters(int count);

/// Turns the event loop until `holds`; false when it does not for `patience` milliseconds.
[[nodiscard]] bool turnUntil(const std::function<bool()> &holds, int patience = 600'000);
/// Turns the event loop until it has nothing more to do: what was to be painted is painted.
void turnUntilIdle();
/// Does `act` once and reports the milliseconds until it is painted. QBENCHMARK_ONCE counts whole
/// milliseconds with Qt 6.4.
void reportPainted(const std::function<void()> &act);

void press(QWidget *widget, int key, const QString &text = {});

/// Leaves a journal where the program keeps its own: batches that came to their end, and with
/// `interrupted` one more of ten items whose program is killed here while some are sent and others
/// are not. Arguments: endpoint, zone, owner, batches, items a batch, "interrupted" or nothing.
int leaveJournal(const QStringList &arguments);
[[nodiscard]] Batch armedBatch(const QString &account, const QList<ClusterRecord> &clusters);

struct TableStage;
struct GapStage;

/// What is measured inside the program. The name of a row is the figure's: what follows ";" tells
/// measurements of one figure apart, and what follows "|" is what ours is compared with. See
/// report() in measure.py. Nothing is judged here, but what is measured must have happened.
class Benchmarks : public QObject
{
    Q_OBJECT

private slots:
    void cleanupTestCase();

    void keyInFilter_data();
    void keyInFilter();
    void sort_data();
    void sort();
    void refresh_data();
    void refresh();
    void selection_data();
    void selection();
    void heap();

    void gap_data();
    void gap();

    void listing_data();
    void listing();
    void deletions_data();
    void deletions();
    void intents_data();
    void intents();
    void signatureAge_data();
    void signatureAge();

private:
    TableStage &stage(int rows, bool plain = false);
    void list(int clusters, int pageMs);
    void deleteAll(int clusters, int callMs, int inFlight, int together);
    void gapIn(int clusters, const QString &phase);
    void ageOf(int deletions, int answerMs);
    /// Reports what `measure` has found for this row, and maybe for others; it is done once, though
    /// Qt Test runs every benchmark twice.
    void reportFound(const std::function<void()> &measure,
                     QTest::QBenchmarkMetric metric = QTest::WalltimeMilliseconds);

    std::shared_ptr<TableStage> m_stage;
    std::shared_ptr<GapStage> m_gap;
    QHash<QString, double> m_found; ///< by row
};

} // namespace clusterdeck
