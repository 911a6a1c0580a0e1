// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/commandline.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <sys/socket.h>
#include <unistd.h>

using namespace clusterdeck;

namespace
{

constexpr int ExitNoPort = 1;
constexpr int ExitUsage = 2;

void print(FILE *stream, const QString &text)
{
    std::fputs(text.toUtf8().constData(), stream);
    std::fflush(stream);
}

/// Lines that a shell can eval: none of the values needs quoting.
void printEndpoint(const demo::Service &service)
{
    print(stdout, QStringLiteral("endpoint=%1\nzone=%2\nowner=%3\nQINGCLOUD_ACCESS_KEY_ID=%4\n"
                                 "QINGCLOUD_SECRET_ACCESS_KEY=%5\n")
                      .arg(service.url().toString(), service.zone(), service.owner(),
                           service.accessKeyId(), service.secretAccessKey()));
    print(stderr, QStringLiteral("This is a practice cloud with invented clusters, on this "
                                 "computer only. Press Ctrl+C to stop it.\n"));
}

int signalPipe[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 0;
    // write() is allowed in a signal handler; the rest happens in the event loop.
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[0], &byte, sizeof byte);
}

void quitOnSignals(QCoreApplication &application)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0)
        return; // signals then kill the program, which loses nothing
    auto *notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application,
                     [&application] { application.exit(0); });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGPIPE, SIG_IGN);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const demo::CommandLine line = demo::readCommandLine(QCoreApplication::arguments());
    if (!line.complaint.isEmpty()) {
        print(stderr, line.complaint + QLatin1Char('\n'));
        return ExitUsage;
    }
    if (!line.text.isEmpty()) {
        print(stdout, line.text);
        return 0;
    }
    quitOnSignals(application);
    demo::Service service(line.service);
    service.setFaults(line.faults);
    if (!service.listen()) {
        print(stderr, service.errorText() + QLatin1Char('\n'));
        return ExitNoPort;
    }
    printEndpoint(service);
    return QCoreApplication::exec();
}
