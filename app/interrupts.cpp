// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interrupts.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace clusterdeck
{

namespace
{

/// What the handler writes into and the event loop reads from; -1: none.
std::array<int, 2> ends{-1, -1};

void handle(int)
{
    // The only thing that may be done here; when it is full, enough was said already.
    [[maybe_unused]] const auto written = ::write(ends[0], "x", 1);
}

constexpr std::array Signals{SIGINT, SIGTERM};

} // namespace

Interrupts::Interrupts(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return;
    auto *notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(ends[1], &byte, 1) == 1)
            emit interrupted();
    });
    for (const int signal : Signals)
        std::signal(signal, handle);
}

Interrupts::~Interrupts()
{
    for (const int signal : Signals)
        std::signal(signal, SIG_DFL);
    for (int &end : ends)
        ::close(std::exchange(end, -1));
}

} // namespace clusterdeck
