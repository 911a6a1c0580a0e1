// SPDX-License-Identifier: GPL-3.0-or-later
// How old a request's signature is when it arrives at a slow server, four requests in flight. The
// timestamp that is signed has whole seconds; the server compares it with the whole second of the
// arrival, and the oldest counts.
//
// bench_signatureage: 40 deletions against a server that takes 10 s for an answer, and 1,900
// against one that takes 0.2 s. With --full: 1,900 against the former, which takes 80 minutes.
#include "tests/benchmarks/room/enginerun.h"
#include "tests/benchmarks/room/figure.h"
#include "tests/benchmarks/room/requirement.h"
#include "tests/benchmarks/room/serverprocess.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace clusterdeck;

namespace
{

constexpr int InFlight = 4;
constexpr int PreparingMs = 5; ///< an answer's time until all is armed
constexpr int JobMs = 1000;

void measureAge(int deletions, int answerMs)
{
    ServerProcess server(deletions, PreparingMs, JobMs);
    const QTemporaryDir folder;
    require(folder.isValid(), "there is a folder for the journal");
    Account account = server.account();
    account.inFlight = InFlight;
    EngineRun engine(account, folder.path());
    require(engine.arm() == deletions, "all are armed");
    server.setDelay(answerMs);
    engine.sendAll();
    const QJsonObject stats = server.stats();
    require(stats.value(QLatin1String("deletes")).toInt() == deletions, "all have arrived once");

    const auto sample = [&](const char *name) {
        Samples samples;
        samples.add(stats.value(QLatin1String(name)).toDouble());
        return samples;
    };
    const QString what =
        QStringLiteral("oldest signature on arrival, %1 deletions, %2 s an answer, %3 in flight")
            .arg(deletions)
            .arg(answerMs / 1000.0)
            .arg(InFlight);
    Figure{what + QStringLiteral(", whole seconds"),
           QStringLiteral("s"),
           sample("oldest_signature_s"),
           {},
           {},
           QStringLiteral("<= 1 s")}
        .print();
    Figure{what + QStringLiteral(", with the fraction that the timestamp lacks"),
           QStringLiteral("s"),
           sample("oldest_exactly_s"),
           {},
           {},
           {}}
        .print();
    std::fprintf(stderr, "%d deletions took %.1f s\n", deletions, engine.sendingMs() / 1000);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("bench_signatureage"));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments == QStringList{QStringLiteral("--full")}) {
        measureAge(1900, 10000);
        return 0;
    }
    require(arguments.isEmpty(), "the only option is --full");
    measureAge(40, 10000);
    measureAge(1900, 200);
    return 0;
}
