// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/waiting.h"

namespace clusterdeck
{

Waiting waitingFor(const WaitFacts &facts)
{
    switch (facts.stage) {
    case CommandStage::Checking:
        return {Waiting::For::Check, {}, 0};
    case CommandStage::Input:
        return {Waiting::For::Input, {}, 0};
    case CommandStage::Opening:
        if (!facts.withoutKey.isEmpty())
            return {Waiting::For::Keychain, facts.withoutKey, 0};
        if (!facts.listing.isEmpty())
            return {Waiting::For::Clusters, facts.listing, 0};
        return {};
    case CommandStage::Planning:
    case CommandStage::Confirming:
        return {Waiting::For::Facts, facts.open, 0};
    case CommandStage::Running:
        if (facts.countsDown)
            return {};
        if (facts.sending > 0)
            return {Waiting::For::Answers, {}, facts.sending};
        if (facts.running > 0)
            return {Waiting::For::Operations, {}, facts.running};
        return {};
    case CommandStage::Asking:
    case CommandStage::Over:
        return {};
    }
    Q_UNREACHABLE();
}

Opening openingOf(const WaitFacts &facts, bool reports, bool isLimitReached)
{
    if (isLimitReached)
        return reports && facts.hasClusters ? Opening::Open : Opening::Failed;
    if (!facts.withoutKey.isEmpty() || !facts.listing.isEmpty())
        return Opening::Waits;
    const bool isEnough = reports ? facts.hasClusters || facts.read > 0
                                  : !facts.open.isEmpty() && facts.read == facts.open.size();
    return isEnough ? Opening::Open : Opening::Failed;
}

} // namespace clusterdeck
