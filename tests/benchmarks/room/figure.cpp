// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/figure.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace clusterdeck
{

namespace
{

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', std::abs(value) < 10 ? 3 : 1);
}

QByteArray columns(const Samples &samples)
{
    if (samples.size() == 0)
        return "\t\t\t";
    return number(samples.median()) + '\t' + number(samples.minimum()) + '\t' +
           number(samples.maximum()) + '\t' + QByteArray::number(samples.size());
}

/// Whatever stands in a field must not look like the next one.
QByteArray field(const QString &text)
{
    return text.simplified().toUtf8();
}

} // namespace

void Samples::add(double value)
{
    m_values.insert(std::upper_bound(m_values.begin(), m_values.end(), value), value);
}

double Samples::minimum() const
{
    return m_values.empty() ? 0 : m_values.front();
}

double Samples::maximum() const
{
    return m_values.empty() ? 0 : m_values.back();
}

double Samples::median() const
{
    if (m_values.empty())
        return 0;
    const std::size_t upper = m_values.size() / 2;
    return m_values.size() % 2 == 1 ? m_values[upper] : (m_values[upper - 1] + m_values[upper]) / 2;
}

double Samples::percentile(double percent) const
{
    if (m_values.empty())
        return 0;
    const double rank = std::ceil(percent / 100 * double(m_values.size()));
    const auto last = double(m_values.size());
    return m_values[std::size_t(std::clamp(rank, 1.0, last)) - 1];
}

QByteArray Figure::line() const
{
    return "figure\t" + field(name) + '\t' + field(unit) + '\t' + columns(ours) + '\t' +
           field(peerName) + '\t' + columns(peer) + '\t' + field(goal);
}

void Figure::print() const
{
    std::puts(line().constData());
    std::fflush(stdout);
}

} // namespace clusterdeck
