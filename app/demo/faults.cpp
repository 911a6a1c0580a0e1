// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/faults.h"

namespace clusterdeck::demo
{

// A random stream for each fault, so that changing one percentage does not change the others.
FaultDice::FaultDice(quint64 seed)
    : m_refusals(seed ^ 0x7265667573616C73ULL)
    , m_losses(seed ^ 0x6C6F737365730000ULL)
    , m_reads(seed ^ 0x7265616473000000ULL)
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

bool FaultDice::failsRead(const Faults &faults, const QByteArray &path)
{
    if (!faults.failReadsOf.isEmpty() && !path.contains(faults.failReadsOf))
        return false;
    return m_reads.fraction() * 100 < faults.failReadsPercent;
}

} // namespace clusterdeck::demo
