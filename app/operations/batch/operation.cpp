// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/operation.h"

namespace clusterdeck
{

bool isOfVerb(const OperationRecord &operation, Verb verb)
{
    // The log's actions are spelt HpcClusterDeleteCluster and alike; the calls' own are not stable,
    // so only the part that tells them apart counts.
    const auto says = [&](QLatin1String word) {
        return operation.action.contains(word, Qt::CaseInsensitive);
    };
    switch (verb) {
    case Verb::Delete:
        return says(QLatin1String("DeleteCluster"));
    case Verb::Stop:
        return says(QLatin1String("StopCluster"));
    case Verb::Start:
        return says(QLatin1String("StartCluster"));
    }
    return false;
}

} // namespace clusterdeck
