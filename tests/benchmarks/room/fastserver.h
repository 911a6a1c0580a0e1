// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/room/fastcloud.h"

#include <queue>

#include <unordered_map>

namespace clusterdeck
{

/// What the server saw of the requests so far.
struct ServerStats {
    int requests = 0;
    double ownTotal = 0;   ///< milliseconds beyond the delay, from reading a request to its answer
    double ownLongest = 0; ///< the same of the slowest
    int oldestSignature = 0;  ///< seconds: the second of arrival minus the timestamp, of writes
    double oldestExactly = 0; ///< the same with the arrival's fraction of a second
};

/// HTTP/1.1 on loopback, as fast as it goes: one thread, any number of connections, one request at
/// a time on each, and an answer `delay` after its request, to a fraction of a millisecond. Told
/// what to do by lines on standard input: "stats", "delay MILLISECONDS". Ends when that is closed.
class FastServer
{
public:
    FastServer(FastCloud cloud, std::chrono::milliseconds delay);

    /// The port it listens on, or 0.
    [[nodiscard]] int port() const { return m_port; }
    /// Serves until standard input is closed.
    void run();

private:
    using Moment = FastCloud::Moment;
    struct Connection {
        std::string bytes; ///< of a request that is not complete yet
        int number = 0;    ///< descriptors are used again
    };
    struct Answer {
        Moment due;
        Moment arrived;
        int descriptor;
        int connection;
        std::string text;
    };
    struct Later {
        bool operator()(const Answer &a, const Answer &b) const { return a.due > b.due; }
    };
    void accept();
    void read(int descriptor);
    void take(int descriptor, std::string_view head, std::string_view body);
    void noteSignature(std::string_view target, bool writes);
    void sendDue();
    void send(const Answer &answer);
    [[nodiscard]] bool obey();
    void watch(int descriptor) const;

    FastCloud m_cloud;
    std::chrono::milliseconds m_delay;
    ServerStats m_stats;
    int m_port = 0;
    int m_listener = -1;
    int m_epoll = -1;
    int m_connections = 0;
    std::string m_orders;
    std::unordered_map<int, Connection> m_open; ///< by descriptor
    std::priority_queue<Answer, std::vector<Answer>, Later> m_answers;
};

} // namespace clusterdeck
