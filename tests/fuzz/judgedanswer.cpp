// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/detailreplies.h"
#include "app/api/ownkeys.h"
#include "app/api/replies.h"
#include "tests/fuzz/judged.h"

namespace clusterdeck
{

namespace
{

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

void readClusters(Verdict &verdict, const QJsonObject &answer)
{
    const ClusterPage page = replies::clusters(answer);
    verdict.holds(isCount(page.total), "the total is a count");
    verdict.holds(page.clusters.size() <= page.rows, "no more clusters than rows");
    for (const ClusterRecord &cluster : page.clusters) {
        verdict.holds(!cluster.id.isEmpty(), "each cluster has an id");
        verdict.holds(isClean(cluster.id) && isClean(cluster.name) && isClean(cluster.description),
                      "no value repeats a key");
        verdict.holds(!cluster.created.isValid() || cluster.created.timeSpec() == Qt::UTC,
                      "times are in UTC");
        for (const auto &count : {cluster.nodes, cluster.pendingJobs, cluster.runningJobs,
                                  cluster.finishedJobs, cluster.stoppedJobs, cluster.deletedJobs})
            verdict.holds(isCount(count), "counts are counts");
        verdict.holds(isCount(cluster.cpuHours) && isCount(cluster.memoryHours),
                      "hours are not negative");
    }
}

void readOperations(Verdict &verdict, const QJsonObject &answer)
{
    const OperationPage page = replies::operations(answer);
    verdict.holds(isCount(page.total), "the total is a count");
    verdict.holds(page.operations.size() <= page.rows, "no more operations than rows");
    for (const OperationRecord &operation : page.operations) {
        verdict.holds(!operation.jobId.isEmpty(), "each operation has an id");
        (void)progressOf(operation);
    }
}

template <class Record>
void readPage(Verdict &verdict, const DetailPage<Record> &page)
{
    verdict.holds(isCount(page.total), "the total is a count");
    verdict.holds(page.records.size() <= page.rows, "no more records than rows");
    for (const Record &record : page.records)
        verdict.holds(!record.key().isEmpty() && isClean(record.key()), "each record has a name");
}

void readDetails(Verdict &verdict, const QJsonObject &answer)
{
    const NodePage nodes = replies::nodes(answer);
    readPage(verdict, nodes);
    for (const NodeRecord &node : nodes.records) {
        verdict.holds(isCount(node.cpu) && isCount(node.memoryMb) && isCount(node.gpu),
                      "counts are counts");
        verdict.holds(!node.created.isValid() || node.created.timeSpec() == Qt::UTC,
                      "times are in UTC");
    }
    readPage(verdict, replies::schedulerJobs(answer));
    readPage(verdict, replies::logins(answer));
    readPage(verdict, replies::software(answer));
}

void judgeError(Verdict &verdict, const ApiError &error, int status)
{
    verdict.holds(error.httpStatus == status, "the error knows its status");
    verdict.holds(error.outcome != Outcome::NotSent, "an answer proves that it was sent");
    if (error.outcome == Outcome::Refused)
        verdict.holds(error.retCode != 0, "only the provider's code proves a refusal");
    if (error.retCode == 0)
        verdict.holds(error.serverText.isEmpty(), "no code, no words of the provider");
    verdict.holds(!error.detail.isEmpty() && error.detail.size() < 200, "the detail is ours");
    verdict.holds(isClean(error.serverText) && isClean(error.detail), "no error repeats a key");
}

} // namespace

const char *brokenByAnswer(int status, const QByteArray &body)
{
    Verdict verdict;
    const Result<QJsonObject> answer = asACallGivesIt(replies::classify(status, body), body);
    if (!answer) {
        judgeError(verdict, answer.error(), status);
        return verdict.broken;
    }
    verdict.holds(status >= 200 && status <= 299, "a success has a status of success");
    const QJsonValue code = answer->value(QLatin1String("ret_code"));
    verdict.holds(code.isDouble() && code.toDouble() == 0, "a success has ret_code 0");
    readClusters(verdict, *answer);
    readOperations(verdict, *answer);
    readDetails(verdict, *answer);
    (void)replies::accepted(*answer);
    return verdict.broken;
}

} // namespace clusterdeck
