// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the real window on the demonstration service (in a process of its own) and reports how long
// the event loop was held up in each phase. Nothing is asserted: the exit status only tells whether
// the scenario came to its end. See tests/benchmarks/run.sh.
#include "tests/acceptance/demoprocess.h"
#include "tests/benchmarks/watchdog/scenario.h"
#include "ui/look/resources.h"

#include <QApplication>

#include <cstdio>

using namespace clusterdeck;

namespace
{

void print(const QList<PhaseReport> &phases)
{
    std::printf("%-26s %13s %11s %13s %11s %13s\n", "phase", "longest gap", "> 16.7 ms",
                "longest cpu", "> 16.7 ms", "duration");
    for (const PhaseReport &phase : phases) {
        std::printf("%-26s %10.1f ms %11d %10.1f ms %11d %10.0f ms\n", qPrintable(phase.name),
                    phase.longest, phase.overFrame, phase.longestCpu, phase.overFrameCpu,
                    phase.duration);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck"));
    QCoreApplication::setApplicationName(QStringLiteral("bench_watchdog"));
    QApplication application(argc, argv);
    loadResources(application);

    const QString number = QCoreApplication::arguments().value(1, QStringLiteral("1000"));
    bool isNumber = false;
    const int clusters = number.toInt(&isNumber);
    if (!isNumber || clusters < 100) {
        std::fputs("bench_watchdog: The only argument is how many clusters, 100 or more.\n",
                   stderr);
        return 2;
    }
    const DemoProcess service({QStringLiteral("--clusters"), number,
                               QStringLiteral("--job-seconds"), QStringLiteral("60")});
    if (!service.problem().isEmpty()) {
        std::fprintf(stderr, "bench_watchdog: %s\n", qPrintable(service.problem()));
        return 1;
    }

    Watchdog watchdog;
    Scenario scenario(service.account(), clusters, watchdog);
    QObject::connect(&scenario, &Scenario::finished, &application, &QCoreApplication::quit);
    scenario.start();
    QApplication::exec();

    std::printf("%d clusters, platform %s, Qt %s\n\n", clusters,
                qPrintable(QGuiApplication::platformName()), qVersion());
    print(watchdog.reports());
    if (scenario.problem().isEmpty())
        return 0;
    std::fprintf(stderr, "bench_watchdog: %s\n", qPrintable(scenario.problem()));
    return 1;
}
