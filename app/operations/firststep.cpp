// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/firststep.h"

namespace clusterdeck
{

FirstStep firstStepOf(const FirstStepFacts &facts)
{
    if (!facts.practice || facts.done || facts.busy || facts.clusters == 0)
        return FirstStep::None;
    return facts.deletable > 0 ? FirstStep::Delete : FirstStep::Select;
}

} // namespace clusterdeck
