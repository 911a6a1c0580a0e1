// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/operation.h"

namespace clusterdeck
{

bool isOfVerb(const OperationRecord &operation, Verb verb)
{
    const QLatin1String action(specOf(verb).logAction);
    const qsizetype place = operation.action.indexOf(action, 0, Qt::CaseInsensitive);
    // "RestartCluster" holds "StartCluster".
    return place >= 0 &&
           !QStringView(operation.action).first(place).endsWith(u"re", Qt::CaseInsensitive);
}

std::optional<Verb> verbOf(const OperationRecord &operation)
{
    for (const Verb verb : allVerbs()) {
        if (isOfVerb(operation, verb))
            return verb;
    }
    return {};
}

} // namespace clusterdeck
