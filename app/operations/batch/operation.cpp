// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/operation.h"

namespace clusterdeck
{

bool isOfVerb(const OperationRecord &operation, Verb verb)
{
    return operation.action.contains(QLatin1String(specOf(verb).logAction), Qt::CaseInsensitive);
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
