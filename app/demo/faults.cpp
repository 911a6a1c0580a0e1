// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/faults.h"

namespace clusterdeck::demo
{

// Two streams, so that turning one dial leaves the pattern of the other as it was.
FaultDice::FaultDice(quint64 seed)
    : m_refusals(seed ^ 0x7265667573616C73ULL)
    , m_losses(seed ^ 0x6C6F737365730000ULL)
{
}

bool FaultDice::refuses(const Faults &faults)
{
    return m_refusals.fraction() * 100 < faults.refusePercent;
}

bool FaultDice::loses(const Faults &faults)
{
    return m_losses.fraction() * 100 < faults.losePercent;
}

} // namespace clusterdeck::demo
