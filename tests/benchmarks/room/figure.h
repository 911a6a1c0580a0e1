// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace clusterdeck
{

/// Measured values of one thing. All statistics of none are 0.
class Samples
{
public:
    void add(double value);

    [[nodiscard]] int size() const { return int(m_values.size()); }
    [[nodiscard]] double minimum() const;
    [[nodiscard]] double maximum() const;
    /// The middle one; of an even number, halfway between the two in the middle.
    [[nodiscard]] double median() const;
    /// The smallest value that at least `percent` of all do not exceed (nearest rank).
    [[nodiscard]] double percentile(double percent) const;

private:
    std::vector<double> m_values; ///< smallest first
};

/// One line of what the benchmarks print: what was measured, ours and a floor's or a peer's, and
/// what is aimed at. It is reported only: nothing here compares it with its goal.
struct Figure {
    QString name;
    QString unit;
    Samples ours; ///< one a run
    QString peerName;
    Samples peer; ///< one a run; none: there is nothing to compare with
    QString goal;

    /// Tab-separated: "figure", name, unit, our median, minimum, maximum and number of runs, the
    /// peer's name and the same four of it (empty without), goal. Without a line's end.
    [[nodiscard]] QByteArray line() const;

    /// The line, on standard output, at once.
    void print() const;
};

} // namespace clusterdeck
