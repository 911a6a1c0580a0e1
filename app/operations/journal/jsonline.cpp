// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/jsonline.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace clusterdeck
{

JsonLine::JsonLine()
{
    constexpr qsizetype Usual = 1024;
    m_line.reserve(Usual);
    m_line += '{';
}

void JsonLine::begin(const char *key)
{
    if (m_line.size() > 1)
        m_line += ',';
    m_line += '"';
    m_line += key;
    m_line += "\":";
}

void JsonLine::quote(QStringView text)
{
    m_line += '"';
    if (text.isValidUtf16()) {
        quoteLetters(text);
    } else {
        // Half a surrogate pair has no UTF-8: by its number.
        for (const QChar &letter : text) {
            if (letter.isSurrogate())
                escape(letter.unicode());
            else
                quoteLetters({&letter, 1});
        }
    }
    m_line += '"';
}

void JsonLine::quoteLetters(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    const char *at = utf8.begin();
    while (at != utf8.end()) {
        const char *const special = std::find_if(at, utf8.end(), [](char letter) {
            return quint8(letter) < 0x20 || letter == '"' || letter == '\\';
        });
        m_line.append(at, special - at);
        at = special;
        if (at == utf8.end())
            return;
        if (quint8(*at) < 0x20)
            escape(char16_t(*at));
        else
            m_line.append('\\').append(*at);
        ++at;
    }
}

void JsonLine::escape(char16_t letter)
{
    m_line += "\\u" + QByteArray::number(letter, 16).rightJustified(4, '0');
}

void JsonLine::add(const char *key, QStringView text)
{
    begin(key);
    quote(text);
}

void JsonLine::add(const char *key, int number)
{
    begin(key);
    m_line += QByteArray::number(number);
}

void JsonLine::add(const char *key, double number)
{
    if (!std::isfinite(number))
        return;
    begin(key);
    m_line += QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

void JsonLine::add(const char *key, const QStringList &texts)
{
    begin(key);
    m_line += '[';
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (i > 0)
            m_line += ',';
        quote(texts.at(i));
    }
    m_line += ']';
}

QString JsonLine::take()
{
    m_line += '}';
    return QString::fromUtf8(std::exchange(m_line, {}));
}

} // namespace clusterdeck
