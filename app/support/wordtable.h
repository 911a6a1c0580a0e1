// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <optional>
#include <utility>

namespace clusterdeck
{

/// A row of a table of words: a value of an enum, and the word for it in files and exports.
template <class Value>
using Word = std::pair<Value, const char *>;

/// The word of `value`, which has a row in `words`.
template <class Words, class Value>
[[nodiscard]] QString wordIn(const Words &words, Value value)
{
    const auto found = std::ranges::find(words, value, &Words::value_type::first);
    Q_ASSERT(found != words.end());
    return QString::fromLatin1(found->second);
}

/// The value of a word; nothing for an unknown word.
template <class Words>
[[nodiscard]] auto valueIn(const Words &words, const QString &text)
{
    const auto found = std::ranges::find_if(
        words, [&](const auto &row) { return text == QLatin1String(row.second); });
    return found == words.end() ? std::nullopt : std::optional(found->first);
}

} // namespace clusterdeck
