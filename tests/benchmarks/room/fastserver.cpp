// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/fastserver.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace clusterdeck
{

namespace
{

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

std::string dateHeader()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[64];
    return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

size_t lengthOfBody(std::string_view head)
{
    constexpr std::string_view Name = "content-length:";
    const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
    const auto at = std::search(head.begin(), head.end(), Name.begin(), Name.end(), same);
    if (at == head.end())
        return 0;
    std::string_view value = head.substr(size_t(at - head.begin()) + Name.size());
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    size_t length = 0;
    (void)std::from_chars(value.data(), value.data() + value.size(), length);
    return length;
}

} // namespace

FastServer::FastServer(FastCloud cloud, std::chrono::milliseconds delay)
    : m_cloud(std::move(cloud))
    , m_delay(delay)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *plain = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, plain, size) != 0 || ::listen(m_listener, 64) != 0 ||
        ::getsockname(m_listener, plain, &size) != 0)
        return;
    m_port = ntohs(address.sin_port);
    watch(m_listener);
    watch(STDIN_FILENO);
}

void FastServer::watch(int descriptor) const
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = descriptor;
    if (epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) != 0)
        std::perror("epoll_ctl");
}

void FastServer::run()
{
    std::array<epoll_event, 32> events{};
    for (;;) {
        timespec wait{};
        if (!m_answers.empty()) {
            const auto left = std::chrono::nanoseconds(
                std::max(m_answers.top().due - Clock::now(), Clock::duration(0)));
            wait.tv_sec = left.count() / 1'000'000'000;
            wait.tv_nsec = left.count() % 1'000'000'000;
        }
        const int count = epoll_pwait2(m_epoll, events.data(), int(events.size()),
                                       m_answers.empty() ? nullptr : &wait, nullptr);
        for (int i = 0; i < count; ++i) {
            const int descriptor = events[size_t(i)].data.fd;
            if (descriptor == m_listener)
                accept();
            else if (descriptor != STDIN_FILENO)
                read(descriptor);
            else if (!obey())
                return;
        }
        sendDue();
    }
}

void FastServer::accept()
{
    const int descriptor = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (descriptor < 0)
        return;
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    m_open[descriptor] = {{}, ++m_connections};
    watch(descriptor);
}

void FastServer::read(int descriptor)
{
    std::array<char, 16384> buffer{};
    const ssize_t count = ::recv(descriptor, buffer.data(), buffer.size(), 0);
    if (count <= 0) {
        m_open.erase(descriptor);
        ::close(descriptor);
        return;
    }
    std::string &bytes = m_open[descriptor].bytes;
    bytes.append(buffer.data(), size_t(count));
    const size_t end = bytes.find("\r\n\r\n");
    if (end == std::string::npos)
        return;
    const size_t whole = end + 4 + lengthOfBody(std::string_view(bytes).substr(0, end));
    if (bytes.size() < whole)
        return;
    const std::string request = bytes.substr(0, whole);
    bytes.erase(0, whole);
    take(descriptor, std::string_view(request).substr(0, end),
         std::string_view(request).substr(end + 4));
}

void FastServer::take(int descriptor, std::string_view head, std::string_view body)
{
    const Moment arrived = Clock::now();
    const size_t space = head.find(' ');
    const std::string_view target = head.substr(space + 1, head.find(' ', space + 1) - space - 1);
    noteSignature(target, head.substr(0, 5) == "POST ");
    const std::string text = m_cloud.answer(target, body, arrived);
    m_answers.push({arrived + m_delay, arrived, descriptor, m_open[descriptor].number,
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDate: " + dateHeader() +
                        "\r\nContent-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text});
    ++m_stats.requests;
}

void FastServer::noteSignature(std::string_view target, bool writes)
{
    std::tm parts{};
    const std::string time = timeParameter(target, "timestamp");
    if (!writes || !strptime(time.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts))
        return;
    const double now =
        std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
    const auto signedAt = double(timegm(&parts));
    m_stats.oldestSignature = std::max(m_stats.oldestSignature, int(std::floor(now) - signedAt));
    m_stats.oldestExactly = std::max(m_stats.oldestExactly, now - signedAt);
}

void FastServer::sendDue()
{
    while (!m_answers.empty() && m_answers.top().due <= Clock::now()) {
        const Answer answer = m_answers.top();
        m_answers.pop();
        send(answer);
    }
}

void FastServer::send(const Answer &answer)
{
    const auto open = m_open.find(answer.descriptor);
    if (open == m_open.end() || open->second.number != answer.connection)
        return; // the other side has left
    for (size_t sent = 0; sent < answer.text.size();) {
        const ssize_t count = ::send(answer.descriptor, answer.text.data() + sent,
                                     answer.text.size() - sent, MSG_NOSIGNAL);
        if (count <= 0)
            return;
        sent += size_t(count);
    }
    const double own = milliseconds(Clock::now() - answer.arrived - (answer.due - answer.arrived));
    m_stats.ownTotal += own;
    m_stats.ownLongest = std::max(m_stats.ownLongest, own);
}

bool FastServer::obey()
{
    std::array<char, 1024> buffer{};
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count <= 0)
        return false;
    m_orders.append(buffer.data(), size_t(count));
    for (size_t end = m_orders.find('\n'); end != std::string::npos; end = m_orders.find('\n')) {
        const std::string order = m_orders.substr(0, end);
        m_orders.erase(0, end + 1);
        if (order.rfind("delay ", 0) == 0)
            m_delay = std::chrono::milliseconds(std::atoi(order.c_str() + 6));
        std::printf("{\"requests\": %d, \"lists\": %d, \"logs\": %d, \"deletes\": %d, \"others\": "
                    "%d, \"own_total_ms\": %.3f, \"own_longest_ms\": %.3f, \"oldest_signature_s\": "
                    "%d, \"oldest_exactly_s\": %.3f}\n",
                    m_stats.requests, m_cloud.lists(), m_cloud.logs(), m_cloud.deletes(),
                    m_cloud.others(), m_stats.ownTotal, m_stats.ownLongest, m_stats.oldestSignature,
                    m_stats.oldestExactly);
        std::fflush(stdout);
    }
    return true;
}

} // namespace clusterdeck
