// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/interrupts.h"

#include <QSocketNotifier>

#include <sys/socket.h>
#include <unistd.h>

namespace clusterdeck
{

namespace
{

// Global, because a signal handler can reach nothing else.
std::array<int, 2> ends{-1, -1};      ///< the handler writes to [0], the event loop reads from [1]
volatile std::sig_atomic_t first = 0; ///< the first signal; 0: none yet
volatile std::sig_atomic_t endStatus = -1; ///< -1: not known yet

void endBy(int signal)
{
    std::signal(signal, SIG_DFL);
    ::raise(signal); // takes effect when the handler returns
}

void handle(int signal)
{
    if (first != 0)
        return endBy(signal);
    first = signal;
    ::alarm(Interrupts::EndsWithin);
    [[maybe_unused]] const auto written = ::write(ends[0], "x", 1);
}

void timeIsOver(int)
{
    if (endStatus >= 0)
        ::_exit(endStatus);
    std::signal(first, SIG_DFL);
    ::raise(first);
}

} // namespace

Interrupts::Interrupts(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return;
    first = 0;
    endStatus = -1;
    auto *notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(ends[1], &byte, 1) == 1)
            emit interrupted();
    });
    std::signal(SIGALRM, timeIsOver);
    for (size_t i = 0; i < Signals.size(); ++i) {
        struct sigaction action = {};
        action.sa_handler = handle;
        action.sa_flags = SA_RESTART;
        ::sigaction(Signals.at(i), nullptr, &m_before.at(i));
        if (m_before.at(i).sa_handler != SIG_IGN)
            ::sigaction(Signals.at(i), &action, nullptr);
    }
}

Interrupts::~Interrupts()
{
    if (ends[0] < 0)
        return;
    for (size_t i = 0; i < Signals.size(); ++i)
        ::sigaction(Signals.at(i), &m_before.at(i), nullptr);
    for (int &end : ends)
        ::close(std::exchange(end, -1));
}

void Interrupts::setStatus(int status)
{
    endStatus = status;
}

} // namespace clusterdeck
