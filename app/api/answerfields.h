// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apierror.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <initializer_list>
#include <optional>

/// Reads the fields of an answer in every form that the service uses (app/api/README.md §4):
/// numbers as text, lists as objects and the reverse, misspelt names, fields nested in app_cluster.
/// A missing or unreadable value is empty or std::nullopt, never 0. Only for files that read
/// answers.
namespace clusterdeck::answer
{

/// The longest text that is read as a number or a time, in characters.
inline constexpr qsizetype MaxFigure = 64;

/// Up to here whole numbers are exact.
inline constexpr double EndOfFigures = 9007199254740992.0;

/// The longest message that is kept, in characters. A longer message is dropped, not cut: redaction
/// would not find the remaining half of a key.
inline constexpr qsizetype MaxMessage = qsizetype{16} * 1024;

using Names = std::initializer_list<QLatin1String>;

/// The value under exactly this name. (Qt 6.8 also finds a name that is followed by U+0000.)
[[nodiscard]] QJsonValue valueOf(const QJsonObject &object, QLatin1String name);

/// The text; empty when it is longer than MaxMessage.
[[nodiscard]] QString message(const QString &text);

/// The value as text: a text unchanged, except that an unpaired surrogate becomes U+FFFD; a number
/// in decimal digits; of a list its first entry; otherwise empty.
[[nodiscard]] QString textOf(const QJsonValue &value);

/// A number, or a text that is a number. A number below 0 or from EndOfFigures on is unreadable: no
/// field can be negative or so large.
[[nodiscard]] std::optional<double> numberOf(const QJsonValue &value);
/// As numberOf(), for whole numbers: a fraction or a number beyond int is unreadable.
[[nodiscard]] std::optional<int> countOf(const QJsonValue &value);

/// The entries of a list. An object in its place is one entry when it has the field `id`; otherwise
/// its values are the entries.
[[nodiscard]] QJsonArray rowsOf(const QJsonValue &value, QLatin1String id);

/// The entries of the list under the first of `names` that holds a list; empty when none does.
[[nodiscard]] QJsonArray rowsOf(const QJsonObject &answer, Names names, QLatin1String id);

/// The error of an answer without any of these lists. A missing list is no error when total_count
/// is 0.
[[nodiscard]] std::optional<ApiError> missingRows(const QJsonObject &answer, Names names);

/// The first `most` words of a text, or of the entries of a list. White space, commas and
/// semicolons separate words.
[[nodiscard]] QStringList wordsOf(const QJsonValue &value, qsizetype most);

/// A time in any ISO form, in UTC; invalid if unreadable. A time without a zone is read as UTC,
/// like all other times of the service.
[[nodiscard]] QDateTime timeOf(const QString &text);

/// The fields of one row, flat or nested in app_cluster, under any of their spellings. An outer
/// field is used before a nested one, unless it is empty.
class Fields
{
public:
    explicit Fields(const QJsonValue &row);

    /// The first value that is neither null nor blank; null when there is none.
    [[nodiscard]] QJsonValue field(Names names) const;
    /// Without white space at its ends. Null only where the row has no text in the field: an empty
    /// text is not null.
    [[nodiscard]] QString text(Names names) const { return wholeText(names).trimmed(); }
    /// The same with its white space; a text of nothing but white space is empty.
    [[nodiscard]] QString wholeText(Names names) const;
    [[nodiscard]] std::optional<int> count(Names names) const { return countOf(field(names)); }
    [[nodiscard]] std::optional<double> number(Names names) const { return numberOf(field(names)); }
    [[nodiscard]] Fields inside(Names names) const { return Fields(field(names)); }

private:
    QJsonObject m_outer;
    QJsonObject m_inner;
};

} // namespace clusterdeck::answer
