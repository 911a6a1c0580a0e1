// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace clusterdeck
{

/// The clusters and operations behind the benchmarks' server: answers are put together from text
/// that was made beforehand. Checks nothing about who asks.
class FastCloud
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    /// `rows`: one JSON object for each cluster, by id. An operation takes `jobTime`.
    struct Row {
        std::string id;
        std::string json;
    };
    FastCloud(std::vector<Row> rows, std::chrono::milliseconds jobTime);

    /// The body of the answer to one request.
    [[nodiscard]] std::string answer(std::string_view target, std::string_view body, Moment now);

    [[nodiscard]] int lists() const { return m_lists; }     ///< calls answered so far
    [[nodiscard]] int logs() const { return m_logs; }       ///< the operation log's
    [[nodiscard]] int deletes() const { return m_deletes; } ///< deleteCluster
    [[nodiscard]] int others() const { return m_others; }

private:
    struct Operation {
        std::string jobId;
        std::string clusterIds; ///< separated by spaces
        std::string created;    ///< as in an answer
        Moment ends;
    };
    [[nodiscard]] std::string list(std::string_view target, Moment now);
    [[nodiscard]] std::string operations(std::string_view target, Moment now) const;
    [[nodiscard]] std::string remove(std::string_view body, Moment now);
    void dropDeleted(Moment now);

    std::vector<Row> m_rows;                           ///< those that are listed
    std::unordered_map<std::string, bool> m_known;     ///< id → being deleted, or gone
    std::unordered_map<std::string, Moment> m_leaving; ///< id → when its operation ends
    std::vector<Operation> m_operations;               ///< oldest first
    std::chrono::milliseconds m_jobTime;
    int m_lists = 0;
    int m_logs = 0;
    int m_deletes = 0;
    int m_others = 0;
};

/// A parameter of a request's target, still encoded; empty when it is not there.
[[nodiscard]] std::string_view parameterOf(std::string_view target, std::string_view name);

/// The same of a time, decoded.
[[nodiscard]] std::string timeParameter(std::string_view target, std::string_view name);

} // namespace clusterdeck
