// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"

#include <array>

namespace clusterdeck
{

/// How the items of a batch stand, kept up to date change by change: a batch of thousands is asked
/// after every one of them.
class BatchTally
{
public:
    BatchTally() = default;
    explicit BatchTally(const QList<BatchItem> &items);

    /// An item stands as `now`, and no longer as `before`.
    void moved(const BatchItem &before, const BatchItem &now);

    [[nodiscard]] int in(ItemState state) const { return m_states.at(size_t(state)); }
    [[nodiscard]] int in(ItemPhase phase) const { return m_phases.at(size_t(phase)); }
    [[nodiscard]] int ended() const { return in(ItemPhase::End); }
    [[nodiscard]] int unsent() const { return in(ItemPhase::Unsent); }
    [[nodiscard]] int open() const { return in(ItemPhase::Open); }
    /// Open, and nobody knows the operation: what is settled without delay.
    [[nodiscard]] int withoutJob() const { return m_withoutJob; }

    bool operator==(const BatchTally &) const = default;

private:
    void count(const BatchItem &item, int by);

    std::array<int, ItemStateCount> m_states{};
    std::array<int, ItemPhaseCount> m_phases{};
    int m_withoutJob = 0;
};

} // namespace clusterdeck
