// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clusterdeck::demo
{

/// Random numbers that depend only on the seed, on every machine and library (SplitMix64). The
/// distributions of <random> do not guarantee that.
class SeededRandom
{
public:
    explicit SeededRandom(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    /// 0 … bound - 1; `bound` > 0.
    int below(int bound) { return static_cast<int>(next() % static_cast<quint64>(bound)); }
    /// low … high, both included.
    int between(int low, int high) { return low + below(high - low + 1); }
    /// 0 ≤ x < 1.
    double fraction() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return fraction() < probability; }

    template <class Container>
    const auto &pick(const Container &container)
    {
        return *(std::begin(container) + below(static_cast<int>(std::size(container))));
    }

    /// `length` characters of a-z and 0-9, as in the provider's ids.
    QString idText(int length)
    {
        QString text;
        for (int i = 0; i < length; ++i)
            text += QLatin1Char("abcdefghijklmnopqrstuvwxyz0123456789"[below(36)]);
        return text;
    }

private:
    quint64 m_state;
};

} // namespace clusterdeck::demo
