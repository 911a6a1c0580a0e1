// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/journalcodec.h"

#include "app/api/clusterfields.h"
#include "app/operations/journal/jsonline.h"
#include "app/support/wordtable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace clusterdeck::journalcodec
{

namespace
{

constexpr std::array Reasons{
    Word<ItemReason>{ItemReason::None, ""},
    Word<ItemReason>{ItemReason::Refused, "refused"},
    Word<ItemReason>{ItemReason::RefusedTogether, "refused-together"},
    Word<ItemReason>{ItemReason::OperationFailed, "operation-failed"},
    Word<ItemReason>{ItemReason::AnswerLost, "answer-lost"},
    Word<ItemReason>{ItemReason::NoSuchCluster, "no-such-cluster"},
    Word<ItemReason>{ItemReason::NoJobId, "no-job-id"},
    Word<ItemReason>{ItemReason::TransitionSeen, "transition-seen"},
    Word<ItemReason>{ItemReason::NotCarriedOut, "not-carried-out"},
    Word<ItemReason>{ItemReason::HowIsNotKnown, "how-is-not-known"},
    Word<ItemReason>{ItemReason::StartedByAnotherUser, "started-by-another-user"},
    Word<ItemReason>{ItemReason::Vanished, "vanished"},
    Word<ItemReason>{ItemReason::StoppedByPerson, "stopped-by-person"},
    Word<ItemReason>{ItemReason::ProgramEnded, "program-ended"},
    Word<ItemReason>{ItemReason::LogNotRead, "log-not-read"},
    Word<ItemReason>{ItemReason::LogMayLag, "log-may-lag"},
    Word<ItemReason>{ItemReason::UndoneSince, "undone-since"},
    Word<ItemReason>{ItemReason::ProtectedSince, "protected-since"},
    Word<ItemReason>{ItemReason::ListedAgain, "listed-again"},
    Word<ItemReason>{ItemReason::NotUnderstood, "not-understood"},
};
static_assert(Reasons.size() == size_t(LastItemReason) + 1);

constexpr std::array Reads{
    Word<NodeLayout::Read>{NodeLayout::Read::Not, "not-read"},
    Word<NodeLayout::Read>{NodeLayout::Read::Whole, "read"},
    Word<NodeLayout::Read>{NodeLayout::Read::QuotaLow, "quota-low"},
    Word<NodeLayout::Read>{NodeLayout::Read::Failed, "failed"},
    Word<NodeLayout::Read>{NodeLayout::Read::Incomplete, "incomplete"},
    Word<NodeLayout::Read>{NodeLayout::Read::TooLate, "too-late"},
    Word<NodeLayout::Read>{NodeLayout::Read::NotUnderstood, "not-understood"},
};
static_assert(Reads.size() == enumCount<NodeLayout::Read>());

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectFrom(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

constexpr std::array<std::pair<const char *, std::optional<int> NodeGroup::*>, 3> GroupCounts{{
    {"cpu", &NodeGroup::cpu},
    {"memory_mb", &NodeGroup::memoryMb},
    {"gpu", &NodeGroup::gpu},
}};

void addValue(JsonLine &line, const char *key, const QString &text)
{
    if (!text.isEmpty()) // takeValue() reads a missing member as an empty text
        line.add(key, text);
}

template <class Number>
void addValue(JsonLine &line, const char *key, const std::optional<Number> &number)
{
    if (number)
        line.add(key, *number);
}

void addValue(JsonLine &line, const char *key, const QDateTime &time)
{
    line.add(key, timeText(time));
}

void addValue(JsonLine &line, const char *key, const QStringList &list)
{
    line.add(key, list);
}

void takeValue(const QJsonValue &json, QString &text)
{
    text = json.toString();
}

void takeValue(const QJsonValue &json, std::optional<int> &count)
{
    if (json.isDouble())
        count = json.toInt();
}

void takeValue(const QJsonValue &json, std::optional<double> &amount)
{
    if (json.isDouble())
        amount = json.toDouble();
}

void takeValue(const QJsonValue &json, QDateTime &time)
{
    time = timeFrom(json.toString());
}

void takeValue(const QJsonValue &json, QStringList &list)
{
    const QJsonArray entries = json.toArray();
    for (const QJsonValue entry : entries)
        list.append(entry.toString());
}

} // namespace

QString word(ItemState state)
{
    return QString::fromLatin1(specOf(state).word);
}

QString endWords()
{
    QStringList words;
    for (const StateSpec &spec : StateSpecs) {
        if (spec.phase == ItemPhase::End)
            words.append(u'\'' + QLatin1String(spec.word) + u'\'');
    }
    return words.join(QStringLiteral(", "));
}

QString word(ItemEvent event)
{
    return QString::fromLatin1(wordOf(event));
}

QString word(ItemReason reason)
{
    return wordIn(Reasons, reason);
}

QString word(NodeLayout::Read read)
{
    return wordIn(Reads, read);
}

NodeLayout::Read layoutReadFrom(const QString &word)
{
    return valueIn(Reads, word).value_or(NodeLayout::Read::NotUnderstood);
}

ItemState stateFrom(const QString &word)
{
    const auto *found =
        std::find_if(StateSpecs.begin(), StateSpecs.end(),
                     [&](const StateSpec &spec) { return word == QLatin1String(spec.word); });
    return found == StateSpecs.end() ? ItemState::NotUnderstood : found->state;
}

ItemReason reasonFrom(const QString &word)
{
    return valueIn(Reasons, word).value_or(ItemReason::NotUnderstood);
}

QString timeText(const QDateTime &utc)
{
    return utc.isValid() ? utc.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeFrom(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

QString clusterText(const ClusterRecord &cluster)
{
    JsonLine line;
    forEachField(cluster, [&](const ClusterField &field, const auto &value) {
        addValue(line, field.key, value);
    });
    return line.take();
}

ClusterRecord clusterFrom(const QString &text)
{
    const QJsonObject object = objectFrom(text);
    ClusterRecord cluster;
    forEachField(cluster, [&](const ClusterField &field, auto &value) {
        takeValue(object.value(QLatin1String(field.key)), value);
    });
    return cluster;
}

QString nodeGroupsText(const QList<NodeGroup> &groups)
{
    QJsonArray array;
    for (const NodeGroup &group : groups) {
        QJsonObject object{{QStringLiteral("count"), group.count},
                           {QStringLiteral("role"), group.role},
                           {QStringLiteral("cpu_model"), group.cpuModel}};
        for (const auto &[key, field] : GroupCounts) {
            if (group.*field)
                object.insert(QLatin1String(key), *(group.*field));
        }
        array.append(object);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<NodeGroup> nodeGroupsFrom(const QString &text)
{
    QList<NodeGroup> groups;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue value : array) {
        const QJsonObject object = value.toObject();
        NodeGroup &group = groups.emplace_back();
        group.count = object.value(QStringLiteral("count")).toInt();
        group.role = object.value(QStringLiteral("role")).toString();
        group.cpuModel = object.value(QStringLiteral("cpu_model")).toString();
        for (const auto &[key, field] : GroupCounts) {
            const QJsonValue number = object.value(QLatin1String(key));
            if (number.isDouble())
                group.*field = number.toInt();
        }
    }
    return groups;
}

namespace
{

QJsonObject errorObject(const ApiError &error)
{
    return {{QStringLiteral("kind"), specOf(error.kind).number},
            {QStringLiteral("outcome"), int(error.outcome)},
            {QStringLiteral("ret_code"), error.retCode},
            {QStringLiteral("http_status"), error.httpStatus},
            {QStringLiteral("message"), error.serverText},
            {QStringLiteral("detail"), error.detail},
            {QStringLiteral("tls"), int(error.tls)}};
}

} // namespace

QString errorText(const std::optional<ApiError> &error)
{
    return error ? compact(errorObject(*error)) : QString();
}

namespace
{

ApiError errorIn(const QJsonObject &object)
{
    ApiError error;
    const int kind = object.value(QStringLiteral("kind")).toInt(-1);
    const int outcome = object.value(QStringLiteral("outcome")).toInt(-1);
    const auto *spec = std::ranges::find(ErrorSpecs, kind, &ErrorSpec::number);
    error.kind = spec == ErrorSpecs.end() ? ErrorKind::NotUnderstood : spec->kind;
    if (outcome >= 0 && outcome <= int(Outcome::Unknown))
        error.outcome = Outcome(outcome);
    const int tls = object.value(QStringLiteral("tls")).toInt(0);
    error.tls = tls >= 0 && tls <= int(TlsProblem::Other) ? TlsProblem(tls) : TlsProblem::Other;
    error.retCode = object.value(QStringLiteral("ret_code")).toInt();
    error.httpStatus = object.value(QStringLiteral("http_status")).toInt();
    error.serverText = object.value(QStringLiteral("message")).toString();
    error.detail = object.value(QStringLiteral("detail")).toString();
    return error;
}

} // namespace

std::optional<ApiError> errorFrom(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(errorIn(objectFrom(text)));
}

QString knownOperationsText(const QMap<QString, QByteArray> &operations)
{
    QJsonObject object;
    for (auto operation = operations.cbegin(); operation != operations.cend(); ++operation)
        object.insert(operation.key(), QString::fromLatin1(*operation));
    return compact(object);
}

std::optional<QMap<QString, QByteArray>> knownOperationsFrom(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return {};
    QMap<QString, QByteArray> operations;
    const QJsonObject object = document.object();
    for (auto operation = object.begin(); operation != object.end(); ++operation) {
        if (!operation->isString())
            return {};
        operations.insert(operation.key(), operation->toString().toLatin1());
    }
    return operations;
}

namespace
{

constexpr std::array<std::pair<const char *, Streak Evidence::*>, 4> Readings{{
    {"readings_as_wanted", &Evidence::asWanted},
    {"readings_vanished", &Evidence::vanished},
    {"readings_without_trace", &Evidence::withoutTrace},
    {"readings_unchanged", &Evidence::unchanged},
}};

} // namespace

QString evidenceText(const BatchItem &item)
{
    QJsonObject object;
    if (item.error)
        object.insert(QStringLiteral("answer"), errorObject(*item.error));
    if (!item.jobId.isEmpty())
        object.insert(QStringLiteral("job_id"), item.jobId);
    if (!item.operationErrors.isEmpty())
        object.insert(QStringLiteral("operation_error_codes"), item.operationErrors);
    if (item.reason != ItemReason::None)
        object.insert(QStringLiteral("reason"), word(item.reason));
    if (item.evidence.operationSuccessful)
        object.insert(QStringLiteral("operation"), QStringLiteral("successful"));
    for (const auto &[key, streak] : Readings) {
        if ((item.evidence.*streak).length > 0)
            object.insert(QLatin1String(key), (item.evidence.*streak).length);
    }
    return object.isEmpty() ? QString() : compact(object);
}

bool readEvidence(const QString &text, BatchItem &item)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!text.isEmpty() && !document.isObject())
        return false;
    const QJsonObject object = document.object();
    const QJsonValue answer = object.value(QStringLiteral("answer"));
    if (answer.isObject())
        item.error = errorIn(answer.toObject());
    item.jobId = object.value(QStringLiteral("job_id")).toString();
    item.operationErrors = object.value(QStringLiteral("operation_error_codes")).toString();
    item.reason =
        reasonFrom(object.value(QStringLiteral("reason")).toString(word(ItemReason::None)));
    item.evidence.operationSuccessful =
        object.value(QStringLiteral("operation")).toString() == u"successful";
    for (const auto &[key, streak] : Readings)
        (item.evidence.*streak).length = object.value(QLatin1String(key)).toInt();
    return true;
}

} // namespace clusterdeck::journalcodec
