// SPDX-License-Identifier: GPL-3.0-or-later
// The real window with 10,000 and 100,000 made-up clusters: how long it takes from a key, a click
// or a listing until the paint that shows it has ended, beside Qt's own proxy model. Figures go to
// standard output (figure.h), everything else to standard error. Nothing is asserted by time; the
// program fails when what is shown is wrong.
#include "tests/benchmarks/room/tablefigures.h"
#include "ui/look/resources.h"

#include <QCommandLineParser>

#include <cstdio>

using namespace clusterdeck;

namespace
{

struct Section {
    const char *name;
    void (*measure)(const TableRun &run);
    QList<int> rows;
};

const QList<Section> &sections()
{
    static const QList<Section> all = {
        {"memory", measureMemory, {10000}},
        {"filter", measureFilter, {10000, 100000}},
        {"sort", measureSort, {10000, 100000}},
        {"scroll", measureScroll, {100000}},
        {"refresh", measureRefresh, {10000}},
        {"restatus", measureRestatus, {10000}},
        {"selection", measureSelection, {10000, 100000}},
    };
    return all;
}

} // namespace

int main(int argc, char *argv[])
{
    PaintClock application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck"));
    QCoreApplication::setApplicationName(QStringLiteral("bench_table"));
    loadResources(application);

    QCommandLineParser parser;
    const QCommandLineOption only(QStringLiteral("only"),
                                  QStringLiteral("Measures this section alone."),
                                  QStringLiteral("section"));
    const QCommandLineOption rows(QStringLiteral("rows"),
                                  QStringLiteral("With this many clusters alone."),
                                  QStringLiteral("number"));
    const QCommandLineOption rounds(QStringLiteral("rounds"),
                                    QStringLiteral("Rounds that are measured."),
                                    QStringLiteral("number"), QStringLiteral("3"));
    const QCommandLineOption noPeers(QStringLiteral("no-peers"),
                                     QStringLiteral("Measures ours alone."));
    parser.addOptions({only, rows, rounds, noPeers});
    parser.addHelpOption();
    parser.process(application);
    const int howMany = parser.value(rounds).toInt();
    require(howMany > 0, "--rounds is a number above 0");

    bool measured = false;
    for (const Section &section : sections()) {
        if (parser.isSet(only) && parser.value(only) != QLatin1String(section.name))
            continue;
        for (const int standard : section.rows) {
            if (parser.isSet(rows) && section.rows.size() > 1 &&
                parser.value(rows).toInt() != standard)
                continue;
            std::fprintf(stderr, "%s, %d rows\n", section.name, standard);
            section.measure({application, standard, howMany, !parser.isSet(noPeers)});
            measured = true;
        }
    }
    require(measured, "--only names a section, and --rows one of its sizes");
    return 0;
}
