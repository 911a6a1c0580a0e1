// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// What a window showed at one moment, and what is decided from that. Pure: no X here.
namespace paintwatch
{

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels; ///< 0x??RRGGBB, row by row; the highest byte means nothing
};

/// Pictures that differ in less than this share of their pixels show the same: cursors blink,
/// clocks go on.
constexpr double SameBelow = 0.01;

/// The share of pixels that differ, 0 to 1. Pictures of different sizes differ in everything.
[[nodiscard]] double difference(const Picture &one, const Picture &other);

/// Nothing is on it that anybody would call painted: nearly all of it has one colour.
[[nodiscard]] bool isBlank(const Picture &picture);

/// Which of several pictures, in the order in which they were taken, showed the last one's content.
struct Painted {
    std::size_t first = 0;  ///< the first that did
    std::size_t steady = 0; ///< the first after which none showed anything else
};

/// `differences`: of each picture from the last one, so the last number is 0. There is at least
/// one.
[[nodiscard]] Painted painted(const std::vector<double> &differences);

} // namespace paintwatch
