// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apierror.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <initializer_list>
#include <optional>

/// How the fields of an answer are read, whatever form they came in (app/api/README.md §4): numbers
/// as text, lists as objects and back, misspelt names, fields nested in app_cluster. What is
/// missing or unreadable is empty or not there, never 0. For the files that read answers, and no
/// others.
namespace clusterdeck::answer
{

/// The longest text that may be a number or a time.
inline constexpr qsizetype MaxFigure = 64;

/// The longest text that is kept to be shown. A longer one is left out, not cut: half a key is not
/// found any more by what takes keys out of it.
inline constexpr qsizetype MaxMessage = qsizetype{16} * 1024;

using Names = std::initializer_list<QLatin1String>;

/// The value under exactly this name: Qt 6.8 finds one with U+0000 behind its name, too.
[[nodiscard]] QJsonValue valueOf(const QJsonObject &object, QLatin1String name);

/// The text, or nothing when it is longer than MaxMessage.
[[nodiscard]] QString message(const QString &text);

/// A text as it came, but for U+FFFD in the place of half a surrogate pair; a number as its digits,
/// a list as its first entry; else empty.
[[nodiscard]] QString textOf(const QJsonValue &value);

/// A number, or a text that is one; never negative, since all that is counted here cannot be.
[[nodiscard]] std::optional<double> numberOf(const QJsonValue &value);
[[nodiscard]] std::optional<int> countOf(const QJsonValue &value);

/// A list; an object instead of it is a list of one when it holds `id`, else the list of its
/// values.
[[nodiscard]] QJsonArray rowsOf(const QJsonValue &value, QLatin1String id);

/// The list of an answer under the first of its names that holds one; empty when none does.
[[nodiscard]] QJsonArray rowsOf(const QJsonObject &answer, Names names, QLatin1String id);

/// A list that is not there is not an empty list, unless the answer itself counts none: the error
/// that it is then.
[[nodiscard]] std::optional<ApiError> missingRows(const QJsonObject &answer, Names names);

/// Words of a text, or of the entries of a list: the first `most` of them.
[[nodiscard]] QStringList wordsOf(const QJsonValue &value, qsizetype most);

/// Any of the ISO forms, UTC. A time without a zone is taken as UTC, which is what the service's
/// other times are in.
[[nodiscard]] QDateTime timeOf(const QString &text);

/// The fields of one row, flat or nested in app_cluster, under any of their spellings. The outer
/// one wins, unless it is empty.
class Fields
{
public:
    explicit Fields(const QJsonValue &row);

    [[nodiscard]] QJsonValue field(Names names) const;
    /// Not null where the row has the field as a text, even an empty one.
    [[nodiscard]] QString text(Names names) const;
    [[nodiscard]] std::optional<int> count(Names names) const { return countOf(field(names)); }
    [[nodiscard]] std::optional<double> number(Names names) const { return numberOf(field(names)); }
    [[nodiscard]] Fields inside(Names names) const { return Fields(field(names)); }

private:
    QJsonObject m_outer;
    QJsonObject m_inner;
};

} // namespace clusterdeck::answer
