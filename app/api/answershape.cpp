// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/answershape.h"

#include <QRegularExpression>

#include <algorithm>
#include <cctype>

namespace clusterdeck
{

namespace
{

constexpr qsizetype HexDigits = 4; ///< of \uXXXX

bool isWordCharacter(char c)
{
    return std::isalnum(uchar(c)) != 0 || c == '+' || c == '-' || c == '.';
}

bool isJsonWord(const QByteArray &word)
{
    static const QRegularExpression number(
        QStringLiteral("^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?$"));
    if (word == "true" || word == "false" || word == "null")
        return true;
    bool fits = false;
    (void)word.toDouble(&fits);
    return fits && number.match(QLatin1String(word)).hasMatch();
}

} // namespace

QString shapeFault(const QByteArray &body)
{
    int depth = 0;
    int values = 0;
    bool inText = false;
    const char *const end = body.constData() + body.size();
    for (const char *at = body.constData(); at < end; ++at) {
        const char c = *at;
        if (inText) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                inText = false;
            continue;
        }
        if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            ++values;
            if (++depth > MaxAnswerDepth)
                return QStringLiteral("the answer is nested too deep");
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == ',' && ++values > MaxAnswerValues) {
            break;
        }
    }
    return values > MaxAnswerValues ? QStringLiteral("the answer holds too many values")
                                    : QString();
}

QByteArray repairedAnswer(const QByteArray &body)
{
    const QByteArray utf8 = QString::fromUtf8(body).toUtf8();
    QByteArray repaired;
    repaired.reserve(utf8.size());
    bool inText = false;
    for (auto at = utf8.cbegin(); at != utf8.cend();) {
        const char c = *at;
        if (c == '"') {
            inText = !inText;
            repaired += *at++;
        } else if (inText && c == '\\' && at + 1 != utf8.cend()) {
            const auto digits = at + 2;
            const auto end = std::find_if_not(
                digits, digits + std::min<qsizetype>(HexDigits, utf8.cend() - digits),
                [](char digit) { return std::isxdigit(uchar(digit)) != 0; });
            const bool isCut = at[1] == 'u' && end - digits < HexDigits;
            repaired += isCut ? QByteArray("\\ufffd") : QByteArray(at, 2);
            at = isCut ? end : digits;
        } else if (!inText && isWordCharacter(c)) {
            const auto end = std::find_if_not(at, utf8.cend(), isWordCharacter);
            const QByteArray word(at, end - at);
            repaired += isJsonWord(word) ? word : QByteArray("null");
            at = end;
        } else {
            repaired += *at++;
        }
    }
    return repaired;
}

} // namespace clusterdeck
