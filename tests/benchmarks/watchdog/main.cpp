// SPDX-License-Identifier: GPL-3.0-or-later
// bench_watchdog [CLUSTERS]: opens the real window on the demonstration service (in a process of
// its own), does what people do in it, and prints the longest time that the event loop was held up.
// What each phase came to goes to stderr. A watchdog that did not bark in the phase that is there
// to make it bark is an error and no figure. See tests/benchmarks/run.sh.
#include "tests/acceptance/demoprocess.h"
#include "tests/benchmarks/watchdog/scenario.h"
#include "ui/look/resources.h"

#include <QApplication>
#include <QLocale>

#include <algorithm>
#include <cstdio>
#include <optional>

using namespace clusterdeck;

namespace
{

constexpr int Rounds = 3;
constexpr int FewestClusters = 100;

/// The longest gap of one round, in milliseconds.
struct Gap {
    double wall = 0;
    double cpu = 0; ///< of processor time: what is left on a machine that others use too
};

void print(const QList<PhaseReport> &phases)
{
    std::fprintf(stderr, "%-26s %13s %11s %13s %11s %13s\n", "phase", "longest gap", "> 16.7 ms",
                 "longest cpu", "> 16.7 ms", "duration");
    for (const PhaseReport &phase : phases) {
        std::fprintf(stderr, "%-26s %10.1f ms %11d %10.1f ms %11d %10.0f ms\n",
                     qPrintable(phase.name), phase.longest, phase.overFrame, phase.longestCpu,
                     phase.overFrameCpu, phase.duration);
    }
}

/// Of the phases that are the program's own work; the names of the others stand in brackets.
Gap longestOf(const QList<PhaseReport> &phases)
{
    Gap gap;
    for (const PhaseReport &phase : phases) {
        if (phase.name.startsWith(u'('))
            continue;
        gap.wall = std::max(gap.wall, phase.longest);
        gap.cpu = std::max(gap.cpu, phase.longestCpu);
    }
    return gap;
}

/// Nothing, and said why, when there is no figure to be had.
std::optional<Gap> measure(int clusters)
{
    const DemoProcess service({QStringLiteral("--clusters"), QString::number(clusters),
                               QStringLiteral("--job-seconds"), QStringLiteral("60"),
                               QStringLiteral("--quota"), QStringLiteral("1000000")});
    QString problem = service.problem();
    if (problem.isEmpty()) {
        Watchdog watchdog;
        Scenario scenario(service.account(), clusters, watchdog);
        QObject::connect(&scenario, &Scenario::finished, qApp, &QCoreApplication::quit);
        scenario.start();
        QApplication::exec();
        print(watchdog.reports());
        problem = scenario.problem();
        if (problem.isEmpty() && watchdog.reports().constLast().longest < Scenario::ControlGap)
            problem = QStringLiteral("the watchdog did not see the gap that was made for it");
        if (problem.isEmpty())
            return longestOf(watchdog.reports());
    }
    std::fprintf(stderr, "bench_watchdog: %s\n", qPrintable(problem));
    return {};
}

void printFigure(const char *what, int clusters, QList<double> gaps)
{
    std::sort(gaps.begin(), gaps.end());
    std::printf("figure\t%s, %s clusters\tms\t%.2f\t%.2f\t%.2f\t%d\t\t\t\t\t\t<= 16.7 ms\n", what,
                qPrintable(QLocale(QLocale::English).toString(clusters)), gaps.at(gaps.size() / 2),
                gaps.constFirst(), gaps.constLast(), int(gaps.size()));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck"));
    QCoreApplication::setApplicationName(QStringLiteral("bench_watchdog"));
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false); // there is another round
    loadResources(application);

    const QString number = QCoreApplication::arguments().value(1, QStringLiteral("10000"));
    bool isNumber = false;
    const int clusters = number.toInt(&isNumber);
    if (!isNumber || clusters < FewestClusters) {
        std::fputs("bench_watchdog: The only argument is how many clusters, 100 or more.\n",
                   stderr);
        return 2;
    }
    QList<double> wall;
    QList<double> cpu;
    for (int round = 0; round < Rounds; ++round) {
        const std::optional<Gap> gap = measure(clusters);
        if (!gap)
            return 1;
        wall.append(gap->wall);
        cpu.append(gap->cpu);
    }
    printFigure("longest event-loop gap", clusters, wall);
    printFigure("of it the thread's own work", clusters, cpu);
    return 0;
}
