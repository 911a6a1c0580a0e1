// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/datakind.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <limits>
#include <optional>

namespace clusterdeck
{

/// A dash, shown in place of a fact that is not known; a screen reader gets unknownWord() instead.
[[nodiscard]] QString unknownDash();
[[nodiscard]] QString unknownWord();

/// The number in the format of the locale; unknownDash() without a number.
[[nodiscard]] QString numberText(const std::optional<qint64> &number);
/// "80 GB"; "1,500 MB" if it is not a whole number of GB.
[[nodiscard]] QString memoryText(int megabytes);
/// With one decimal below 10, else without decimals.
[[nodiscard]] QString hoursText(double hours);

/// The time since `then`, short: "5 min", "3 h", "12 d", "3 mo", "2 y". "0 min" if `then` is after
/// `now`.
[[nodiscard]] QString ageText(const QDateTime &then, const QDateTime &now);

/// "34 d"; "< 1 d" for 0.
[[nodiscard]] QString daysUnusedText(int days);
/// "No use seen for 34 days on this computer: …", with the evidence.
[[nodiscard]] QString unusedSentence(int days);
/// "no use seen for 34 days", as a part of a list; empty for 0 and for nothing.
[[nodiscard]] QString unusedNote(const std::optional<int> &days);

/// "0:42", "12:05", "1:02:03".
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);

/// The local date and time in the short format of the locale, with four digits of the year.
/// `time` may be in any time zone.
[[nodiscard]] QString dateTimeText(const QDateTime &time);
/// The local time of day with seconds, otherwise in the short format of the locale.
[[nodiscard]] QString timeText(const QDateTime &time);

/// The short format of the locale for a day, with four digits of the year.
[[nodiscard]] QString dayForm();

/// A day in this format.
[[nodiscard]] QString dayText(const QDate &day);

/// PayForUsed and Reserved as words; any other value through shownLine().
[[nodiscard]] QString billingText(const QString &billing);

/// The role of a user in a project or on a cluster. An unknown role is returned unchanged: the
/// caller makes it visible.
[[nodiscard]] QString personRoleText(const QString &role);

/// About how many UTF-16 units of a text from outside are shown. A text that is composed of cut
/// parts is not cut again.
inline constexpr int LongestNameShown = 80; ///< of a name within a sentence or a title
inline constexpr int LongestQuote = 300;    ///< of a message within a sentence
inline constexpr int LongestLine = 700;     ///< of a text on its own line, such as a cell
inline constexpr int LongestToolTip = 1000; ///< and no more than MostLines lines
inline constexpr int LongestMessage = 800;  ///< of a message that a tool tip is about
inline constexpr int MostLines = 20;
inline constexpr int NotCut = std::numeric_limits<int>::max(); ///< for programs, not to be shown

/// A text from the cloud, an account or a file as one line of plain text: see visibleLine(). A text
/// longer than `limit` is cut and its length added: "abc… (10,000 characters)". Every text from
/// outside goes through this function or shownLines() before a widget shows it; a second call
/// changes nothing.
[[nodiscard]] QString shownLine(const QString &foreign, int limit = LongestLine);

/// The same for several lines, at most MostLines.
[[nodiscard]] QString shownLines(const QString &foreign, int limit = LongestToolTip);

/// What a document says about its data, such as "DEMO – sample data, not a real cloud."; empty for
/// Real.
[[nodiscard]] QString dataKindText(DataKind dataKind);

/// The rich text of a tool tip that shows exactly the characters of `plain`, passed through
/// shownLines(). QToolTip would guess whether a plain text is rich text.
[[nodiscard]] QString plainToolTip(const QString &plain);

/// `shown` with line break opportunities (U+200B) inside very long words; without them a label that
/// wraps, and its window, would be as wide as the word. Only for widgets, not for copied texts.
[[nodiscard]] QString breakable(const QString &shown);

/// `shown` as the title of a window: "[*]", which Qt would replace, is escaped.
[[nodiscard]] QString windowTitleFor(const QString &shown);

} // namespace clusterdeck
