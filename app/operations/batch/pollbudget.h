// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <chrono>

namespace clusterdeck
{

/// How much of the hourly call quota looking may use: three tenths of the 2000 calls that
/// app/api/README.md §3 names. The nearer to the end, the longer the pauses.
class PollBudget
{
public:
    static constexpr int CallsAnHour = 600;

    /// A call, or several, of the look that is under way.
    void spend(std::chrono::milliseconds now, int calls);

    /// That was all the look cost.
    void lookEnds();

    /// Calls that the last look cost.
    [[nodiscard]] int lastLook() const { return m_lastLook; }

    /// The least pause before the next look.
    [[nodiscard]] std::chrono::milliseconds pause(std::chrono::milliseconds now) const;

private:
    struct Spent {
        std::chrono::milliseconds at;
        int calls;
    };

    QList<Spent> m_spent; ///< of the last hour, oldest first
    int m_look = 0;       ///< calls of the look under way
    int m_lastLook = 0;
};

} // namespace clusterdeck
