// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace clusterdeck
{

/// Brackets open at once: whatever reads the tree goes down it as deep as it is.
inline constexpr int MaxAnswerDepth = 512;

/// A thousand values for each row of a full page. Of empty rows 32 MiB hold eleven million, which
/// took eighteen seconds to read, on the window's own thread.
inline constexpr int MaxAnswerValues = 100'000;

/// Why an answer must not even be parsed, in technical words; empty when it may. Pure. Counts
/// brackets and commas but for those inside texts, which is no more than Qt's parser would find.
[[nodiscard]] QString shapeFault(const QByteArray &body);

/// The answer with replaced what is no JSON in single values, so that one of them does not hide the
/// others: bytes that are no UTF-8 and an escape that is cut become U+FFFD (a name that was cut in
/// the middle of a character), a number that is none or has no end becomes null (Python's NaN).
/// Pure. What is wrong besides stays wrong.
[[nodiscard]] QByteArray mendedAnswer(const QByteArray &body);

} // namespace clusterdeck
