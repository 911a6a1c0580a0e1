// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace clusterdeck
{

/// Whether `Value` is one of the names of its enum.
template <auto Value>
[[nodiscard]] constexpr bool isEnumerator()
{
    // GCC and Clang end this text with "Value = ns::Enum::Name]", or "Value = (ns::Enum)7]".
    constexpr std::string_view text = __PRETTY_FUNCTION__;
    return text[text.rfind(" = ") + 3] != '(';
}

/// The number of names of an enum whose values count from 0 without a gap. For a static_assert on
/// the size of a table with a row for each name, so that a new name does not compile without its
/// row.
template <class Enum, std::size_t From = 0>
[[nodiscard]] constexpr std::size_t enumCount()
{
    if constexpr (isEnumerator<Enum(From)>())
        return enumCount<Enum, From + 1>();
    else
        return From;
}

} // namespace clusterdeck
