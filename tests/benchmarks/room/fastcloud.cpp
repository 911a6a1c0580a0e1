// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/fastcloud.h"

#include <algorithm>
#include <charconv>
#include <ctime>

namespace clusterdeck
{

namespace
{

constexpr int PageSize = 100;

int numberOf(std::string_view target, std::string_view name, int otherwise)
{
    const std::string_view text = parameterOf(target, name);
    int number = otherwise;
    (void)std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// The texts in the array that follows `key`; made for bodies that hold one, and no escapes in it.
std::vector<std::string> arrayOf(std::string_view body, std::string_view key)
{
    std::vector<std::string> texts;
    const size_t at = body.find(key);
    const size_t open = at == std::string_view::npos ? at : body.find('[', at);
    const size_t close = open == std::string_view::npos ? open : body.find(']', open);
    if (close == std::string_view::npos)
        return texts;
    for (size_t quote = body.find('"', open); quote < close; quote = body.find('"', quote + 1)) {
        const size_t end = body.find('"', quote + 1);
        texts.emplace_back(body.substr(quote + 1, end - quote - 1));
        quote = end;
    }
    return texts;
}

std::string utcNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

} // namespace

std::string timeParameter(std::string_view target, std::string_view name)
{
    std::string time;
    std::string_view text = parameterOf(target, name);
    while (!text.empty()) {
        const bool colon = text.substr(0, 3) == "%3A"; // nothing else in a time is encoded
        time += colon ? ':' : text.front();
        text.remove_prefix(colon ? 3 : 1);
    }
    return time;
}

std::string_view parameterOf(std::string_view target, std::string_view name)
{
    for (size_t at = target.find_first_of("?&"); at != std::string_view::npos;
         at = target.find('&', at + 1)) {
        const std::string_view rest = target.substr(at + 1);
        if (rest.size() > name.size() && rest.substr(0, name.size()) == name &&
            rest[name.size()] == '=') {
            const std::string_view value = rest.substr(name.size() + 1);
            return value.substr(0, value.find('&'));
        }
    }
    return {};
}

FastCloud::FastCloud(std::vector<Row> rows, std::chrono::milliseconds jobTime)
    : m_rows(std::move(rows))
    , m_jobTime(jobTime)
{
    for (const Row &row : m_rows)
        m_known.emplace(row.id, false);
}

std::string FastCloud::answer(std::string_view target, std::string_view body, Moment now)
{
    const std::string_view path = target.substr(0, target.find('?'));
    dropDeleted(now);
    if (path == "/api/cluster/list")
        return list(target, now);
    if (path == "/api/operation") {
        ++m_logs;
        return operations(target, now);
    }
    if (path == "/api/cluster/deleteCluster") {
        ++m_deletes;
        return remove(body, now);
    }
    ++m_others;
    return R"({"ret_code": 1101, "message": "this service knows three calls"})";
}

std::string FastCloud::list(std::string_view target, Moment)
{
    ++m_lists;
    const auto offset = size_t(std::max(0, numberOf(target, "offset", 0)));
    const size_t end = std::min(m_rows.size(), offset + PageSize);
    std::string text = R"({"action": "HpcListClustersResponse", "ret_code": 0, "total_count": )" +
                       std::to_string(m_rows.size()) + R"(, "cluster_set": [)";
    text.reserve(text.size() + PageSize * 1000);
    for (size_t row = offset; row < end; ++row) {
        if (row > offset)
            text += ", ";
        text += m_rows[row].json;
    }
    return text + "]}";
}

std::string FastCloud::operations(std::string_view target, Moment now) const
{
    const std::string_view job = parameterOf(target, "job_ids");
    const std::string since = timeParameter(target, "start_time");
    const bool newestFirst = parameterOf(target, "reverse") != "0";
    std::vector<const Operation *> found;
    for (const Operation &operation : m_operations) {
        if ((job.empty() || operation.jobId == job) && operation.created >= since)
            found.push_back(&operation);
    }
    if (newestFirst)
        std::reverse(found.begin(), found.end());
    const auto offset = size_t(std::max(0, numberOf(target, "offset", 0)));
    const size_t end = std::min(found.size(), offset + PageSize);
    std::string text = R"({"action": "HpcListOperationResponse", "ret_code": 0, "total_count": )" +
                       std::to_string(found.size()) + R"(, "job_set": [)";
    for (size_t row = offset; row < end; ++row) {
        const Operation &one = *found[row];
        text += row > offset ? ", " : "";
        text += R"({"job_id": ")" + one.jobId +
                R"(", "job_action": "HpcClusterDeleteCluster", "status": ")" +
                (one.ends <= now ? "successful" : "pending") + R"(", "resource_ids": ")" +
                one.clusterIds + R"(", "create_time": ")" + one.created +
                R"(", "owner": "usr-bench", "submitter": "usr-bench", "error_codes": ""})";
    }
    return text + "]}";
}

std::string FastCloud::remove(std::string_view body, Moment now)
{
    const std::vector<std::string> ids = arrayOf(body, "cluster_ids");
    Operation operation;
    for (const std::string &id : ids) {
        const auto known = m_known.find(id);
        if (known == m_known.end())
            return R"({"ret_code": 2100, "message": "no such cluster"})";
        if (known->second)
            return R"({"ret_code": 1400, "message": "it is being deleted"})";
    }
    if (ids.empty())
        return R"({"ret_code": 1100, "message": "cluster_ids is missing"})";
    for (const std::string &id : ids) {
        m_known[id] = true;
        m_leaving[id] = now + m_jobTime;
        operation.clusterIds += (operation.clusterIds.empty() ? "" : " ") + id;
    }
    operation.jobId = "j-" + std::to_string(100000 + m_operations.size());
    operation.created = utcNow();
    operation.ends = now + m_jobTime;
    m_operations.push_back(operation);
    return R"({"action": "HpcDeleteClusterResponse", "ret_code": 0, "job_id": ")" +
           operation.jobId + "\"}";
}

void FastCloud::dropDeleted(Moment now)
{
    if (m_leaving.empty())
        return;
    const auto isGone = [&](const Row &row) {
        const auto leaving = m_leaving.find(row.id);
        return leaving != m_leaving.end() && leaving->second <= now;
    };
    m_rows.erase(std::remove_if(m_rows.begin(), m_rows.end(), isGone), m_rows.end());
}

} // namespace clusterdeck
