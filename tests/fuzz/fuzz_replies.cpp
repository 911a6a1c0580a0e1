// SPDX-License-Identifier: GPL-3.0-or-later
// An input is one digit, which stands for an HTTP status, and behind it the body of an answer.
#include "app/api/detailreplies.h"
#include "app/api/ownkeys.h"
#include "app/api/replies.h"
#include "tests/fuzz/holds.h"

#include <array>

using namespace clusterdeck;

namespace
{

constexpr std::array Statuses{200, 201, 204, 299, 302, 400, 401, 404, 500, 503};

const QString KeyId = QStringLiteral("QYACCESSKEYIDEXAMPLE");
const QString Secret = QStringLiteral("SECRETACCESSKEY");

/// What a call does with each answer before anybody reads it.
Result<QJsonObject> asACallGivesIt(Result<QJsonObject> answer, const QByteArray &body)
{
    static const Redactor keys = redactorFor(KeyId, Secret, "a=b&signature=W68niby0THV%252B");
    return withoutKeys(std::move(answer), body, keys);
}

bool isClean(const QString &text)
{
    return !text.contains(KeyId) && !text.contains(Secret);
}

template <class T>
bool isCount(const std::optional<T> &count)
{
    return !count || *count >= 0;
}

void readClusters(const QJsonObject &answer)
{
    const ClusterPage page = replies::clusters(answer);
    holds(isCount(page.total), "the total is a count");
    holds(page.clusters.size() <= page.rows, "no more clusters than rows");
    for (const ClusterRecord &cluster : page.clusters) {
        holds(!cluster.id.isEmpty(), "each cluster has an id");
        holds(isClean(cluster.id) && isClean(cluster.name) && isClean(cluster.description),
              "no value repeats a key");
        holds(!cluster.created.isValid() || cluster.created.timeSpec() == Qt::UTC,
              "times are in UTC");
        for (const auto &count : {cluster.nodes, cluster.pendingJobs, cluster.runningJobs,
                                  cluster.finishedJobs, cluster.stoppedJobs, cluster.deletedJobs})
            holds(isCount(count), "counts are counts");
        holds(isCount(cluster.cpuHours) && isCount(cluster.memoryHours), "hours are not negative");
    }
}

void readOperations(const QJsonObject &answer)
{
    const OperationPage page = replies::operations(answer);
    holds(isCount(page.total), "the total is a count");
    holds(page.operations.size() <= page.rows, "no more operations than rows");
    for (const OperationRecord &operation : page.operations) {
        holds(!operation.jobId.isEmpty(), "each operation has an id");
        (void)progressOf(operation);
    }
}

template <class Record>
void readPage(const DetailPage<Record> &page)
{
    holds(isCount(page.total), "the total is a count");
    holds(page.records.size() <= page.rows, "no more records than rows");
    for (const Record &record : page.records)
        holds(!record.key().isEmpty() && isClean(record.key()), "each record has a name");
}

void readDetails(const QJsonObject &answer)
{
    const NodePage nodes = replies::nodes(answer);
    readPage(nodes);
    for (const NodeRecord &node : nodes.records) {
        holds(isCount(node.cpu) && isCount(node.memoryMb) && isCount(node.gpu),
              "counts are counts");
        holds(!node.created.isValid() || node.created.timeSpec() == Qt::UTC, "times are in UTC");
    }
    readPage(replies::schedulerJobs(answer));
    readPage(replies::logins(answer));
    readPage(replies::software(answer));
}

void judgeError(const ApiError &error, int status)
{
    holds(error.httpStatus == status, "the error knows its status");
    holds(error.outcome != Outcome::NotSent, "an answer proves that it was sent");
    if (error.outcome == Outcome::Refused)
        holds(error.retCode != 0, "only the provider's code proves a refusal");
    if (error.retCode == 0)
        holds(error.serverText.isEmpty(), "no code, no words of the provider");
    holds(!error.detail.isEmpty() && error.detail.size() < 200, "the detail is ours");
    holds(isClean(error.serverText) && isClean(error.detail), "no error repeats a key");
    (void)readMayBeRetried(error.kind);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return -1;
    const int status = Statuses[(data[0] - unsigned('0')) % Statuses.size()];
    const QByteArray body(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    const Result<QJsonObject> answer = asACallGivesIt(replies::classify(status, body), body);
    if (!answer) {
        judgeError(answer.error(), status);
        return 0;
    }
    holds(status >= 200 && status <= 299, "a success has a status of success");
    const QJsonValue code = answer->value(QLatin1String("ret_code"));
    holds(code.isDouble() && code.toDouble() == 0, "a success has ret_code 0");
    readClusters(*answer);
    readOperations(*answer);
    readDetails(*answer);
    (void)replies::accepted(*answer);
    return 0;
}
