// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/parallel.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace clusterdeck;

class TestParallel : public QObject
{
    Q_OBJECT

private slots:
    void visitsEachOnce_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 19'999, 20'000, 40'001, 1'000'003})
            QTest::addRow("%d", count) << count;
    }

    /// Also while no thread of the pool is free.
    void visitsEachOnce()
    {
        QFETCH(int, count);
        QThreadPool *pool = QThreadPool::globalInstance();
        for (const int busy : {0, pool->maxThreadCount()}) {
            QSemaphore released;
            for (int i = 0; i < busy; ++i)
                pool->start([&released] { released.acquire(); });
            std::vector<int> visits;
            visits.resize(size_t(count));
            inParallel(count, [&](int begin, int end) {
                for (int i = begin; i < end; ++i)
                    ++visits[size_t(i)];
            });
            released.release(busy);
            pool->waitForDone();
            QVERIFY(std::all_of(visits.begin(), visits.end(), [](int each) { return each == 1; }));
        }
    }
};

QTEST_GUILESS_MAIN(TestParallel)
#include "tst_parallel.moc"
