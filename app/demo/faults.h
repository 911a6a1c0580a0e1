// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/seededrandom.h"

#include <QByteArray>

#include <optional>

namespace clusterdeck::demo
{

/// The faults of the demo cloud. None by default.
struct Faults {
    int latencyMs = 0;            ///< added to every answer; requests do not wait for each other
    double refusePercent = 0;     ///< of the writes: not carried out, answer 1400
    double losePercent = 0;       ///< of the writes: carried out, answer 5000
    std::optional<int> callsLeft; ///< calls until error 2500; not set: the documented quota
    int clockSkewSeconds = 0;     ///< by how much the service's clock is ahead
    double failReadsPercent = 0;  ///< of the reads: answer 5000
    QByteArray failReadsOf = {};  ///< only reads whose path contains this; empty: all

    bool operator==(const Faults &) const = default;
};

/// Decides which calls fail: the same seed and the same order of calls give the same faults.
class FaultDice
{
public:
    explicit FaultDice(quint64 seed);

    /// Call once for each write, before it is carried out.
    [[nodiscard]] bool refuses(const Faults &faults);
    /// Call once for each write that was carried out.
    [[nodiscard]] bool loses(const Faults &faults);
    /// Call once for each read.
    [[nodiscard]] bool failsRead(const Faults &faults, const QByteArray &path);

private:
    SeededRandom m_refusals;
    SeededRandom m_losses;
    SeededRandom m_reads;
};

} // namespace clusterdeck::demo
