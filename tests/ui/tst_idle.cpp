// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/acceptance/demoprocess.h"
#include "tests/ui/demowindow.h"
#include "ui/charts/barchart.h"
#include "ui/charts/chartswindow.h"

#include <QAbstractEventDispatcher>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace clusterdeck;

namespace
{

/// Longer than the interval of timers that fire every second.
constexpr std::chrono::milliseconds Slice{1100};
/// Work after the start, such as saving settings, ends within this number of slices.
constexpr int MostSlicesOfAStart = 4;
/// Number of slices that are checked afterwards, before the next refresh is due.
constexpr int Slices = 4;
/// A kept-alive connection closes once, when its time is over.
constexpr int MostLoudSlices = 1;

/// How often this thread went to sleep within `span`.
int timesAsleep(std::chrono::milliseconds span)
{
    int blocks = 0;
    QEventLoop loop;
    QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock,
                     &loop, [&] { ++blocks; });
    QTimer::singleShot(span, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
    return blocks;
}

/// Whether nothing happens, which takes real time to check.
bool staysAtRest(int withNothing)
{
    QList<int> seen;
    const auto isQuiet = [&] {
        seen.append(timesAsleep(Slice) - withNothing);
        return seen.last() <= 0;
    };
    while (!isQuiet()) {
        if (seen.size() == MostSlicesOfAStart) {
            qWarning() << "wake-ups in each" << Slice.count() << "ms of the start:" << seen;
            return false;
        }
    }
    int loud = 0;
    for (int slice = 0; slice < Slices; ++slice)
        loud += isQuiet() ? 0 : 1;
    if (loud > 0)
        qWarning() << "wake-ups in each" << Slice.count() << "ms:" << seen;
    return loud <= MostLoudSlices;
}

} // namespace

/// Between two refreshes, without operations, the program sleeps.
class TestIdle : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { begin(); }
    void cleanup() { end(); }
    void aTimerIsSeen();
    void withACloudElsewhere();
    void withTheCloudInsideAndChartsOpen();

private:
    int m_withNothing = 1000; ///< wake-ups of the dispatcher itself in one slice
};

void TestIdle::initTestCase()
{
    prepare();
    for (int i = 0; i < 5; ++i)
        m_withNothing = std::min(m_withNothing, timesAsleep(std::chrono::milliseconds(100)));
    QVERIFY(m_withNothing <= 2);
}

void TestIdle::aTimerIsSeen()
{
    QTimer timer;
    timer.start(std::chrono::seconds(1));
    QVERIFY(timesAsleep(Slice) - m_withNothing >= 1);
}

void TestIdle::withACloudElsewhere()
{
    const DemoProcess cloud({});
    QVERIFY2(cloud.problem().isEmpty(), qPrintable(cloud.problem()));
    const QTemporaryDir folder;
    m_session->keepTables(folder.path());
    m_session->open(cloud.account());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY(m_session->clusters().rowCount() > 20);
    QVERIFY(staysAtRest(m_withNothing));
    end(); // ends the session before its cloud
}

void TestIdle::withTheCloudInsideAndChartsOpen()
{
    openDemo();
    ChartsWindow charts(*m_session, *table(), nullptr);
    charts.setAttribute(Qt::WA_DeleteOnClose, false);
    charts.show();
    QTRY_VERIFY(charts.findChild<BarChartView *>());
    QVERIFY(staysAtRest(m_withNothing));
}

QTEST_MAIN(TestIdle)
#include "tst_idle.moc"
