// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/seededrandom.h"

#include <QByteArray>

#include <optional>

namespace clusterdeck::demo
{

/// The dials with which the embedded cloud misbehaves. All at rest by default.
struct Faults {
    int latencyMs = 0;            ///< added to every answer; requests do not wait for each other
    double refusePercent = 0;     ///< of the writes: answered 1400 and not carried out
    double losePercent = 0;       ///< of the writes carried out: answered 5000 nevertheless
    std::optional<int> callsLeft; ///< calls until 2500, from now on; not set: the documented quota
    int clockSkewSeconds = 0;     ///< what the service's clock is ahead, in all it says and checks
    double failReadsPercent = 0;  ///< of the reads: answered 5000
    QByteArray failReadsOf = {};  ///< only reads whose path holds this; empty: all

    bool operator==(const Faults &) const = default;
};

/// Decides which calls go wrong: the same seed and the same order of calls meet the same faults.
class FaultDice
{
public:
    explicit FaultDice(quint64 seed);

    /// To be asked once a write, before it is carried out.
    [[nodiscard]] bool refuses(const Faults &faults);
    /// To be asked once a write that was carried out.
    [[nodiscard]] bool loses(const Faults &faults);
    /// To be asked once a read.
    [[nodiscard]] bool failsRead(const Faults &faults, const QByteArray &path);

private:
    SeededRandom m_refusals;
    SeededRandom m_losses;
    SeededRandom m_reads;
};

} // namespace clusterdeck::demo
