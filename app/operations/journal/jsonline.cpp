// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/jsonline.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

namespace clusterdeck
{

JsonLine::JsonLine()
{
    constexpr qsizetype UsualSize = 1024;
    m_line.reserve(UsualSize);
    m_line += u'{';
}

void JsonLine::begin(const char *key)
{
    if (m_line.size() > 1)
        m_line += u',';
    m_line.append(u'"').append(QLatin1String(key)).append(QLatin1String("\":"));
}

/// In a text with an unpaired surrogate, which has no UTF-8, surrogates are written as \uXXXX.
void JsonLine::quote(QStringView text)
{
    const bool valid = text.isValidUtf16();
    const auto needsEscape = [valid](QChar unit) {
        return unit < u' ' || unit == u'"' || unit == u'\\' || (!valid && unit.isSurrogate());
    };
    m_line += u'"';
    for (auto from = text.begin(); from != text.end();) {
        const auto special = std::find_if(from, text.end(), needsEscape);
        m_line.append(from, special - from);
        if (special == text.end())
            break;
        m_line += QStringLiteral("\\u%1").arg(uint(special->unicode()), 4, 16, QChar(u'0'));
        from = special + 1;
    }
    m_line += u'"';
}

void JsonLine::add(const char *key, QStringView text)
{
    begin(key);
    quote(text);
}

void JsonLine::add(const char *key, int number)
{
    begin(key);
    m_line += QString::number(number);
}

void JsonLine::add(const char *key, double number)
{
    if (!std::isfinite(number))
        return;
    begin(key);
    m_line += QString::number(number, 'g', QLocale::FloatingPointShortest);
}

void JsonLine::add(const char *key, const QStringList &texts)
{
    begin(key);
    m_line += u'[';
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (i > 0)
            m_line += u',';
        quote(texts.at(i));
    }
    m_line += u']';
}

QString JsonLine::take()
{
    m_line += u'}';
    return std::exchange(m_line, {});
}

} // namespace clusterdeck
