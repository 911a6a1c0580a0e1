// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/operation.h"

#include <algorithm>

namespace clusterdeck
{

bool isOfVerb(const OperationRecord &operation, Verb verb)
{
    const QString &text = operation.action;
    const qsizetype place =
        text.indexOf(QLatin1String(specOf(verb).logAction), 0, Qt::CaseInsensitive);
    if (place < 1)
        return place == 0;
    // "RestartCluster" contains "StartCluster" too; in "SoftwareStartCluster" a word begins there.
    const bool beginsWord = text.at(place).isUpper() && text.at(place - 1).isLower();
    return beginsWord || !QStringView(text).first(place).endsWith(u"re", Qt::CaseInsensitive);
}

bool isOfAnotherVerb(const OperationRecord &operation, Verb verb)
{
    constexpr std::array Verbs = allVerbs();
    return !isOfVerb(operation, verb) && std::any_of(Verbs.begin(), Verbs.end(), [&](Verb other) {
        return operation.action.contains(QLatin1String(specOf(other).logAction),
                                         Qt::CaseInsensitive);
    });
}

std::optional<Verb> verbOf(const OperationRecord &operation)
{
    for (const Verb verb : allVerbs()) {
        if (isOfVerb(operation, verb))
            return verb;
    }
    return {};
}

const QString &requesterOf(const OperationRecord &operation)
{
    return operation.submitter.isEmpty() ? operation.owner : operation.submitter;
}

QString latestRequester(const QList<OperationRecord> &operations, Verb verb,
                        const QString &clusterId)
{
    const auto found =
        std::find_if(operations.begin(), operations.end(), [&](const OperationRecord &operation) {
            return verbOf(operation) && operation.resourceIds.contains(clusterId) &&
                   progressOf(operation) != OperationProgress::Failed;
        });
    const bool isIt = found != operations.end() && isOfVerb(*found, verb);
    return isIt ? requesterOf(*found) : QString();
}

} // namespace clusterdeck
