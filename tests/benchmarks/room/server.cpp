// SPDX-License-Identifier: GPL-3.0-or-later
// The server that listings and bulk work are measured against, in a process of its own so that its
// time is not counted as the program's: bench_server CLUSTERS DELAY_MS JOB_MS. Prints its port,
// then obeys (see fastserver.h). It serves on loopback only and checks no signature.
#include "tests/benchmarks/room/fastserver.h"
#include "tests/benchmarks/room/syntheticclusters.h"

#include <QJsonDocument>

#include <cstdio>

using namespace clusterdeck;

int main(int argc, char *argv[])
{
    if (argc != 4) {
        std::fputs("usage: bench_server CLUSTERS DELAY_MS JOB_MS\n", stderr);
        return 2;
    }
    const auto number = [&](int argument) { return std::atoi(argv[argument]); };
    std::vector<FastCloud::Row> rows;
    for (const ClusterRecord &record : deletableClusters(number(1), QStringLiteral("usr-bench"))) {
        rows.push_back(
            {record.id.toStdString(),
             QJsonDocument(asListed(record)).toJson(QJsonDocument::Compact).toStdString()});
    }
    FastServer server(FastCloud(std::move(rows), std::chrono::milliseconds(number(3))),
                      std::chrono::milliseconds(number(2)));
    if (server.port() == 0) {
        std::perror("bench_server");
        return 1;
    }
    std::printf("%d\n", server.port());
    std::fflush(stdout);
    server.run();
    return 0;
}
