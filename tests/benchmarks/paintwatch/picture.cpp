// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/paintwatch/picture.h"

#include <algorithm>
#include <unordered_map>

namespace paintwatch
{

namespace
{

constexpr std::uint32_t Colour = 0x00ffffff;
constexpr double BlankFrom = 0.995;

} // namespace

double difference(const Picture &one, const Picture &other)
{
    if (one.width != other.width || one.height != other.height || one.pixels.empty())
        return 1;
    std::size_t different = 0;
    for (std::size_t i = 0; i < one.pixels.size(); ++i)
        different += ((one.pixels[i] ^ other.pixels[i]) & Colour) != 0 ? 1 : 0;
    return double(different) / double(one.pixels.size());
}

bool isBlank(const Picture &picture)
{
    std::unordered_map<std::uint32_t, std::size_t> counts;
    std::size_t most = 0;
    for (const std::uint32_t pixel : picture.pixels)
        most = std::max(most, ++counts[pixel & Colour]);
    return double(most) >= BlankFrom * double(picture.pixels.size());
}

Painted painted(const std::vector<double> &differences)
{
    const auto shows = [](double different) { return different < SameBelow; };
    Painted found;
    while (found.first + 1 < differences.size() && !shows(differences[found.first]))
        ++found.first;
    found.steady = differences.size() - 1;
    while (found.steady > 0 && shows(differences[found.steady - 1]))
        --found.steady;
    return found;
}

} // namespace paintwatch
