// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"

#include <QHash>
#include <QTest>

#include <functional>
#include <memory>

namespace clusterdeck
{

/// Selects a value by CLUSTERDECK_BENCHMARKS: unset (the test: the minimum with which everything
/// still happens), "quick", "usual" or "long", which takes hours.
template <class Value>
[[nodiscard]] Value bySize(Value smoke, Value quick, Value usual, Value large)
{
    const QByteArray size = qgetenv("CLUSTERDECK_BENCHMARKS");
    return size == "long" ? large : size == "usual" ? usual : size == "quick" ? quick : smoke;
}

/// The practice cloud's clusters as in its answers; `count` may be larger than such a cloud. Equal
/// for equal `count`, with new copies of the texts each time.
[[nodiscard]] QList<ClusterRecord> practiceClusters(int count);

/// For a practice service with jobs of one second; latency in milliseconds.
[[nodiscard]] QStringList serviceOptions(int clusters, int latency = 0);

/// Runs the event loop until `holds`; false when it does not for `patience` milliseconds.
[[nodiscard]] bool turnUntil(const std::function<bool()> &holds, int patience = 600'000);
/// Runs the event loop until it is idle, so that all painting is done.
void turnUntilIdle();

struct TableStage;

/// The measurements inside the program. The name of a row is the name of the figure: the part after
/// ";" distinguishes measurements of one figure, the part after " | " names what ours is compared
/// with. See measure.py. Results are not judged here, but each measured action must have happened.
class Benchmarks : public QObject
{
    Q_OBJECT

private slots:
    void cleanupTestCase();

    void keyInFilter_data();
    void keyInFilter() { run(); }
    void sort_data();
    void sort() { run(); }
    void refresh_data();
    void refresh() { run(); }
    void changes_data();
    void changes() { run(); }
    void gap_data();
    void gap() { run(); }
    void listing_data();
    void listing() { run(); }
    void deletions_data();
    void deletions() { run(); }

private:
    using Act = std::function<void()>;
    static void row(const QString &name, const Act &act);
    void run();
    /// A row whose value `measure` writes to m_found, possibly with values of other rows. It runs
    /// once, although Qt Test runs every benchmark twice.
    void foundRow(const QString &name, const Act &measure,
                  QTest::QBenchmarkMetric metric = QTest::WalltimeMilliseconds);

    TableStage &stage(int rows, bool plain = false);
    void pressInFilter(int rows, bool plain, const QString &before, const QString &after);
    void sortBy(int rows, bool plain, int column);
    void refreshWith(int every, bool status);
    void changeForAMinute(int rows, const QString &longest, const QString &own);
    void findGap(int clusters, const QString &longest, const QString &own);
    void list(int clusters, int pageMs, const QString &name);
    void deleteAll(int clusters, int inFlight, int together, const QString &name);

    std::shared_ptr<TableStage> m_stage;
    QHash<QString, double> m_found; ///< by row
};

} // namespace clusterdeck
