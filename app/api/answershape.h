// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace clusterdeck
{

/// The deepest nesting of brackets that is parsed: reading the tree is recursive.
inline constexpr int MaxAnswerDepth = 512;

/// The most values that are parsed: 1,000 for each row of a full page. 32 MiB of empty rows are
/// eleven million values and took 18 seconds to read, on the thread of the window.
inline constexpr int MaxAnswerValues = 100'000;

/// Why an answer must not be parsed, in technical words; empty when it may be parsed. Pure. Counts
/// the brackets and commas outside texts, and never more of them than Qt's parser would find.
[[nodiscard]] QString shapeFault(const QByteArray &body);

/// The answer with single values that are not valid JSON replaced, so that the other values can be
/// read: invalid UTF-8 and incomplete \u escapes become U+FFFD (the service cuts names in the
/// middle of a character), invalid or infinite numbers become null (Python's NaN). Pure. Other
/// errors stay.
[[nodiscard]] QByteArray repairedAnswer(const QByteArray &body);

} // namespace clusterdeck
