// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/clusterfields.h"
#include "app/api/replies.h"
#include "app/api/responseredaction.h"
#include "tests/fuzz/judged.h"

namespace clusterdeck
{

namespace
{

const QString KeyId = QStringLiteral("QYACCESSKEYIDEXAMPLE");
const QString Secret = QStringLiteral("SECRETACCESSKEY");

/// Removes keys from the answer, as a call does with each answer.
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

template <class Record>
void judgeRecord(Verdict &, const Record &)
{
}

void judgeRecord(Verdict &verdict, const ClusterRecord &cluster)
{
    verdict.holds(isClean(cluster.name) && isClean(cluster.description), "no value repeats a key");
    verdict.holds(!cluster.created.isValid() || cluster.created.timeSpec() == Qt::UTC,
                  "times are in UTC");
    for (const auto count : FieldsOf<std::optional<int>>)
        verdict.holds(isCount(cluster.*count), "counts are counts");
    for (const auto amount : FieldsOf<std::optional<double>>)
        verdict.holds(isCount(cluster.*amount), "amounts are not negative");
}

void judgeRecord(Verdict &, const OperationRecord &operation)
{
    (void)progressOf(operation);
}

void judgeRecord(Verdict &verdict, const NodeRecord &node)
{
    verdict.holds(isCount(node.cpu) && isCount(node.memoryMb) && isCount(node.gpu),
                  "counts are counts");
    verdict.holds(!node.created.isValid() || node.created.timeSpec() == Qt::UTC,
                  "times are in UTC");
}

template <class Record>
void judgePage(Verdict &verdict, const Page<Record> &page)
{
    verdict.holds(isCount(page.total), "the total is a count");
    verdict.holds(page.records.size() <= page.rows, "no more records than rows");
    for (const Record &record : page.records) {
        verdict.holds(!record.key().isEmpty() && isClean(record.key()), "each record has a name");
        judgeRecord(verdict, record);
    }
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
    for (int read = 0; read < ReadCount; ++read) {
        const ReadSpec &spec = specOf(Read(read));
        std::visit([&verdict](const auto &page) { judgePage(verdict, page); },
                   spec.pageOf(spec, *answer));
    }
    (void)replies::accepted(*answer);
    return verdict.broken;
}

} // namespace clusterdeck
