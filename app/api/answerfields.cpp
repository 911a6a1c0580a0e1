// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/answerfields.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace clusterdeck::answer
{

namespace
{

/// An object, or the first of a list of objects.
QJsonObject objectOf(const QJsonValue &value)
{
    return value.isArray() ? value.toArray().at(0).toObject() : value.toObject();
}

void appendWords(QStringView text, qsizetype most, QStringList &words)
{
    const auto isGap = [](QChar c) { return c.isSpace() || c == u',' || c == u';'; };
    const auto end = text.end();
    auto at = text.begin();
    while (words.size() < most) {
        at = std::find_if_not(at, end, isGap);
        if (at == end)
            return;
        const auto begin = std::exchange(at, std::find_if(at, end, isGap));
        words += QStringView(begin, at).toString();
    }
}

bool isEmpty(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() ||
           (value.isString() && value.toString().trimmed().isEmpty());
}

bool isList(const QJsonValue &value)
{
    return value.isArray() || value.isObject();
}

/// With U+FFFD in place of each unpaired surrogate, as toUcs4() reads it.
QString wellFormed(const QString &text)
{
    if (text.isValidUtf16())
        return text;
    const QList<uint> points = text.toUcs4();
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()), points.size());
}

} // namespace

QJsonValue valueOf(const QJsonObject &object, QLatin1String name)
{
    const auto found = object.constFind(name);
    return found != object.constEnd() && found.key() == name ? QJsonValue(*found)
                                                             : QJsonValue(QJsonValue::Undefined);
}

QString message(const QString &text)
{
    return text.size() <= MaxMessage ? text : QString();
}

QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return wellFormed(value.toString());
    if (value.isDouble()) {
        constexpr qint64 NotWhole = std::numeric_limits<qint64>::min();
        const qint64 whole = value.toInteger(NotWhole);
        return whole != NotWhole
                   ? QString::number(whole)
                   : QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    }
    if (value.isArray())
        return textOf(value.toArray().at(0));
    return {};
}

std::optional<double> numberOf(const QJsonValue &value)
{
    bool ok = value.isDouble();
    double number = value.toDouble();
    if (value.isString()) {
        const QString text = value.toString();
        if (text.size() <= MaxFigure)
            number = text.trimmed().toDouble(&ok);
    }
    if (!ok || !(number >= 0 && number < EndOfFigures)) // also if it is no number
        return std::nullopt;
    return number;
}

std::optional<int> countOf(const QJsonValue &value)
{
    const auto number = numberOf(value);
    if (!number || *number > std::numeric_limits<int>::max() || std::floor(*number) != *number)
        return std::nullopt;
    return int(*number);
}

QJsonArray rowsOf(const QJsonValue &value, QLatin1String id)
{
    if (!value.isObject())
        return value.toArray();
    const QJsonObject object = value.toObject();
    if (!valueOf(object, id).isUndefined() ||
        !valueOf(object, QLatin1String("app_cluster")).isUndefined())
        return {object};
    QJsonArray rows;
    for (const QJsonValue row : object)
        rows.append(row);
    return rows;
}

QStringList wordsOf(const QJsonValue &value, qsizetype most)
{
    QStringList words;
    if (value.isArray()) {
        for (const QJsonValue entry : value.toArray())
            appendWords(textOf(entry), most, words);
    } else {
        appendWords(textOf(value), most, words);
    }
    return words;
}

QDateTime timeOf(const QString &text)
{
    static const QRegularExpression gapBeforeZone(QStringLiteral("\\s+(?=(Z|[+-]\\d\\d:?\\d\\d)$)"),
                                                  QRegularExpression::CaseInsensitiveOption);
    if (text.size() > MaxFigure)
        return {};
    const QString written = text.trimmed().remove(gapBeforeZone);
    const QDateTime time = QDateTime::fromString(written, Qt::ISODateWithMs);
    // A time without a zone is UTC. As local time it may not exist (daylight saving time begins).
    if (time.timeSpec() == Qt::LocalTime)
        return QDateTime::fromString(written + QLatin1String(written.size() > 10 ? "Z" : "T00:00Z"),
                                     Qt::ISODateWithMs);
    return time.toUTC();
}

QJsonArray rowsOf(const QJsonObject &answer, Names names, QLatin1String id)
{
    for (const QLatin1String name : names) {
        const QJsonValue value = valueOf(answer, name);
        if (isList(value))
            return rowsOf(value, id);
    }
    return {};
}

std::optional<ApiError> missingRows(const QJsonObject &answer, Names names)
{
    const bool hasList = std::any_of(names.begin(), names.end(), [&](QLatin1String name) {
        return isList(valueOf(answer, name));
    });
    if (hasList || countOf(valueOf(answer, QLatin1String("total_count"))) == 0)
        return {};
    return ApiError{.kind = ErrorKind::Protocol,
                    .outcome = Outcome::Unknown,
                    .httpStatus = 200,
                    .detail = QStringLiteral("the answer holds no ") + *names.begin()};
}

Fields::Fields(const QJsonValue &row)
    : m_outer(objectOf(row))
    , m_inner(objectOf(valueOf(m_outer, QLatin1String("app_cluster"))))
{
}

QString Fields::wholeText(Names names) const
{
    const QString text = textOf(field(names));
    if (!text.isEmpty())
        return text;
    const bool isStated = std::any_of(names.begin(), names.end(), [this](QLatin1String name) {
        return m_outer.value(name).isString() || m_inner.value(name).isString();
    });
    return isStated ? QStringLiteral("") : QString();
}

QJsonValue Fields::field(Names names) const
{
    for (const QJsonObject *level : {&m_outer, &m_inner}) {
        for (const QLatin1String name : names) {
            QJsonValue value = valueOf(*level, name);
            if (!isEmpty(value))
                return value;
        }
    }
    return {};
}

} // namespace clusterdeck::answer
