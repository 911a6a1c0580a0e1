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

/// PayForUsed and Reserved in words; anything else as it came, made visible.
[[nodiscard]] QString billingText(const QString &billing);

/// The role of a person in a project or on a cluster; one that is not known as it came.
[[nodiscard]] QString personRoleText(const QString &role);

/// About how much of a foreign text is shown, in UTF-16 units. What is put together from parts that
/// were cut is not cut again.
inline constexpr int LongestNameShown = 80; ///< of a name within a sentence or a title
inline constexpr int LongestQuote = 300;    ///< of a message within a sentence
inline constexpr int LongestLine = 700;     ///< of whatever has a line for itself, such as a cell
inline constexpr int LongestToolTip = 1000; ///< and no more than MostLines lines
inline constexpr int MostLines = 20;

/// Text from the cloud, from an account or from a file as it may stand in a place of one line: see
/// visibleLine(). A longer one is cut and says how long it is: "abc… (10,000 characters)". Every
/// text of others goes through here, or through the next one, on its way to a widget; doing it
/// twice changes nothing more.
[[nodiscard]] QString shownLine(const QString &foreign, int limit = LongestLine);

/// The same for a place of several lines.
[[nodiscard]] QString shownLines(const QString &foreign, int limit = LongestToolTip);

/// `plain` as a tool tip that shows exactly these characters, made visible and cut as above:
/// QToolTip guesses rich text.
[[nodiscard]] QString plainToolTip(const QString &plain);

/// `shown` with places to break at inside words that are longer than any real one: a label that
/// wraps would else be as wide as such a word, and the window with it. Only for what is handed to a
/// widget.
[[nodiscard]] QString breakable(const QString &shown);

/// `shown` as a window's title: Qt takes "[*]" in it for a place of its own.
[[nodiscard]] QString windowTitleFor(const QString &shown);

} // namespace clusterdeck
