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

} // namespace clusterdeck
