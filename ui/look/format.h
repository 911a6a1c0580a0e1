// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace clusterdeck
{

/// What stands where a fact is not known; a screen reader gets unknownWord() in its place.
[[nodiscard]] QString unknownDash();
[[nodiscard]] QString unknownWord();

[[nodiscard]] QString numberText(const std::optional<int> &number);
[[nodiscard]] QString hoursText(double hours);

/// How long ago, in one short word: "5 min", "3 h", "12 d", "3 mo", "2 y".
[[nodiscard]] QString ageText(const QDateTime &then, const QDateTime &now);

/// "0:42", "12:05", "1:02:03".
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);

/// Local date and time in the user's form, and the time of day with its seconds.
[[nodiscard]] QString dateTimeText(const QDateTime &time);
[[nodiscard]] QString timeText(const QDateTime &time);

/// PayForUsed and Reserved in words; anything else as it came.
[[nodiscard]] QString billingText(const QString &billing);

/// `plain` as a tool tip that shows exactly these characters: QToolTip guesses rich text.
[[nodiscard]] QString plainToolTip(const QString &plain);

} // namespace clusterdeck
