// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/canonicaljson.h"

#include "app/support/visibletext.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clusterdeck
{

namespace
{

void writeValue(QByteArray &out, const QJsonValue &value);

/// The code points of a text. An unpaired surrogate is kept, as in Python's strings.
std::u32string codePoints(const QString &text)
{
    std::u32string points;
    for (qsizetype at = 0; at < text.size();) {
        points += codePointAt(text, at);
        at += QChar::requiresSurrogates(points.back()) ? 2 : 1;
    }
    return points;
}

void writeUnit(QByteArray &out, char16_t unit)
{
    constexpr std::u16string_view Escaped = u"\"\\\b\f\n\r\t";
    constexpr std::string_view Letters = "\"\\bfnrt";
    const size_t escape = Escaped.find(unit);
    if (escape != std::u16string_view::npos)
        (out += '\\') += Letters[escape];
    else if (unit >= 0x20 && unit < 0x7f)
        out += char(unit);
    else
        out += "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

void writeText(QByteArray &out, const QString &text)
{
    out += '"';
    // One UTF-16 unit at a time: a surrogate pair becomes two escapes, as in Python.
    for (const QChar unit : text)
        writeUnit(out, unit.unicode());
    out += '"';
}

/// As Python's repr(): the shortest digits that give the same number; without an exponent for
/// 1e-4 ≤ |x| < 1e16.
QByteArray pythonRepr(double number)
{
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                   std::chars_format::scientific)
                         .ptr;
    QByteArray scientific(buffer.data(), end - buffer.data());
    const qsizetype mark = scientific.indexOf('e');
    const int exponent = scientific.mid(mark + 1).toInt();
    if (exponent < -4 || exponent >= 16)
        return scientific; // Python also writes the sign and at least two digits of the exponent

    const bool negative = scientific.startsWith('-');
    QByteArray digits = scientific.left(mark).replace("-", "").replace(".", "");
    if (exponent < 0) {
        digits.prepend(QByteArray(-exponent, '0')).insert(1, '.');
    } else {
        digits = digits.leftJustified(exponent + 1, '0');
        digits.insert(exponent + 1, '.');
        if (digits.endsWith('.'))
            digits += '0';
    }
    return negative ? '-' + digits : digits;
}

void writeNumber(QByteArray &out, const QJsonValue &value)
{
    constexpr qint64 NotWhole = 0x5555'5555'5555'5555; // a default that no answer contains
    const qint64 whole = value.toInteger(NotWhole);
    const double number = value.toDouble();
    if (whole != NotWhole)
        out += QByteArray::number(whole);
    else if (std::isfinite(number))
        out += pythonRepr(number);
    else
        out += "null"; // JSON has no infinity or NaN
}

void writeObject(QByteArray &out, const QJsonObject &object)
{
    std::vector<std::pair<std::u32string, QString>> keys;
    for (const QString &key : object.keys())
        keys.emplace_back(codePoints(key), key);
    std::sort(keys.begin(), keys.end());

    out += '{';
    bool first = true;
    for (const auto &[points, key] : keys) {
        if (!std::exchange(first, false))
            out += ", ";
        writeText(out, key);
        out += ": ";
        writeValue(out, object.value(key));
    }
    out += '}';
}

void writeArray(QByteArray &out, const QJsonArray &array)
{
    out += '[';
    bool first = true;
    for (const QJsonValue value : array) {
        if (!std::exchange(first, false))
            out += ", ";
        writeValue(out, value);
    }
    out += ']';
}

void writeValue(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out += "null";
        return;
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        return;
    case QJsonValue::Double:
        writeNumber(out, value);
        return;
    case QJsonValue::String:
        writeText(out, value.toString());
        return;
    case QJsonValue::Array:
        writeArray(out, value.toArray());
        return;
    case QJsonValue::Object:
        writeObject(out, value.toObject());
        return;
    }
}

} // namespace

QByteArray canonicalJson(const QJsonObject &body)
{
    QByteArray out;
    writeObject(out, body);
    return out;
}

} // namespace clusterdeck
