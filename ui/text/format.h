// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace clusterdeck
{

/// Shown in place of a fact that is not known; a screen reader gets unknownWord() instead.
[[nodiscard]] QString unknownDash();
[[nodiscard]] QString unknownWord();

[[nodiscard]] QString numberText(const std::optional<int> &number);
[[nodiscard]] QString hoursText(double hours);

/// The time since `then`, short: "5 min", "3 h", "12 d", "3 mo", "2 y".
[[nodiscard]] QString ageText(const QDateTime &then, const QDateTime &now);

/// "34 d"; "< 1 d" for 0.
[[nodiscard]] QString daysUnusedText(int days);
/// "No use seen for 34 days on this computer: …", with what that means.
[[nodiscard]] QString unusedSentence(int days);
/// "no use seen for 34 days", within a list; empty for 0 and nothing.
[[nodiscard]] QString unusedNote(const std::optional<int> &days);

/// "0:42", "12:05", "1:02:03".
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);

/// Local date and time in the user's form, and the time of day with its seconds.
[[nodiscard]] QString dateTimeText(const QDateTime &time);
[[nodiscard]] QString timeText(const QDateTime &time);

/// A day in the user's form.
[[nodiscard]] QString dayText(const QDate &day);

/// PayForUsed and Reserved as words; any other value as it came, made visible.
[[nodiscard]] QString billingText(const QString &billing);

/// The role of a user in a project or on a cluster; an unknown role as it came.
[[nodiscard]] QString personRoleText(const QString &role);

/// How much of a text from outside is shown, in UTF-16 units, about. A text that is composed of cut
/// parts is not cut again.
inline constexpr int LongestNameShown = 80; ///< of a name within a sentence or a title
inline constexpr int LongestQuote = 300;    ///< of a message within a sentence
inline constexpr int LongestLine = 700;     ///< of a text on its own line, such as a cell
inline constexpr int LongestToolTip = 1000; ///< and no more than MostLines lines
inline constexpr int MostLines = 20;

/// A text from the cloud, an account or a file as one line: see visibleLine(). A longer text is cut
/// and its length added: "abc… (10,000 characters)". Every text from outside goes through this
/// function or shownLines() before a widget shows it; a second call changes nothing.
[[nodiscard]] QString shownLine(const QString &foreign, int limit = LongestLine);

/// The same for several lines.
[[nodiscard]] QString shownLines(const QString &foreign, int limit = LongestToolTip);

/// A tool tip that shows exactly these characters, made visible and cut as above; without this
/// QToolTip takes some texts for rich text.
[[nodiscard]] QString plainToolTip(const QString &plain);

/// `shown` with line break opportunities inside very long words; without them a label that wraps,
/// and its window, would be as wide as the word. Only for texts of widgets.
[[nodiscard]] QString breakable(const QString &shown);

/// `shown` as a window's title: Qt replaces "[*]" in titles, so it is escaped.
[[nodiscard]] QString windowTitleFor(const QString &shown);

} // namespace clusterdeck
