// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/namedsecrets.h"

#include <QByteArrayView>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// How many bytes before a separator are searched for a name, and for the blanks and backslashes
/// around it. Limits the time.
constexpr qsizetype LongestName = 64;
constexpr qsizetype MostBlanks = 8;

enum class Sort { Plain, Secret, WholeLine, KeyId };

struct Separator {
    qsizetype length = 0; ///< 0: none here
    bool isColon = false;
    bool isEncoded = false; ///< %3D: the value then ends at %26
};

struct Name {
    Sort sort = Sort::Plain;
    bool quoted = false;
    bool beginsLine = false;
};

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

bool isQuote(char c)
{
    return c == '"' || c == '\'';
}

bool hasAt(const QByteArray &text, qsizetype at, QByteArrayView word)
{
    return QByteArrayView(text).sliced(at).startsWith(word);
}

Separator separatorAt(const QByteArray &text, qsizetype at)
{
    const char c = text.at(at);
    if (c == '=' || c == ':')
        return {1, c == ':', false};
    if (c == '%') {
        for (const QByteArrayView encoded : {"%3D", "%3d", "%253D", "%253d"}) {
            if (hasAt(text, at, encoded))
                return {encoded.size(), false, true};
        }
    }
    return {};
}

Sort sortOf(QByteArrayView name)
{
    QByteArray letters = name.toByteArray().toLower();
    letters.removeIf([](char c) { return c == '_' || c == '-' || c == '.'; });
    for (const char *part : {"secret", "passw", "passphrase"}) {
        if (letters.contains(part))
            return Sort::Secret;
    }
    if (letters.endsWith("signature"))
        return Sort::Secret;
    if (letters.endsWith("authorization"))
        return Sort::WholeLine;
    return letters.endsWith("accesskeyid") ? Sort::KeyId : Sort::Plain;
}

/// The name that ends before `at`, with or without quotes, which may be escaped.
Name nameBefore(const QByteArray &text, qsizetype at)
{
    const auto backWhile = [&text](qsizetype from, qsizetype most, auto fits) {
        qsizetype to = from;
        while (to > 0 && from - to < most && fits(text.at(to - 1)))
            --to;
        return to;
    };
    qsizetype end = backWhile(at, MostBlanks, isBlank);
    Name name;
    name.quoted = end > 0 && isQuote(text.at(end - 1));
    if (name.quoted)
        end = backWhile(end - 1, MostBlanks, [](char c) { return c == '\\'; });
    const qsizetype begin = backWhile(end, LongestName, isNameByte);
    name.sort = sortOf(QByteArrayView(text).sliced(begin, end - begin));
    const qsizetype indent = backWhile(begin, MostBlanks, isBlank);
    name.beginsLine = indent == 0 || isLineEnd(text.at(indent - 1));
    return name;
}

/// The end of a quoted text that begins at `from`; its opening quote has `escapes` backslashes in
/// front. The end of `text` if it is not closed.
qsizetype endOfQuoted(const QByteArray &text, qsizetype from, char quote, qsizetype escapes)
{
    qsizetype run = 0; // of backslashes
    for (qsizetype at = from; at < text.size(); ++at) {
        const char c = text.at(at);
        if (c == '\\') {
            ++run;
            continue;
        }
        // In JSON inside JSON, \" closes and \\\" is a quote inside.
        const bool closes = escapes == 0   ? run % 2 == 0
                            : escapes == 1 ? run % 4 == 1
                                           : run == escapes;
        if (c == quote && closes)
            return at - escapes;
        run = 0;
    }
    return text.size();
}

/// The end of a JSON list or object that begins at `from`.
qsizetype endOfNested(const QByteArray &text, qsizetype from)
{
    int depth = 0;
    for (qsizetype at = from; at < text.size(); ++at) {
        const char c = text.at(at);
        if (c == '"')
            at = endOfQuoted(text, at + 1, c, 0);
        else if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return at + 1;
    }
    return text.size();
}

qsizetype endOfBare(const QByteArray &text, qsizetype from, const Separator &separator,
                    const Name &name)
{
    const bool wholeLine =
        name.sort == Sort::WholeLine ||
        (name.sort == Sort::Secret && separator.isColon && name.beginsLine && !name.quoted);
    for (qsizetype at = from; at < text.size(); ++at) {
        const char c = text.at(at);
        if (isLineEnd(c) || isQuote(c))
            return at;
        if (wholeLine)
            continue;
        if (isBlank(c) || c == '&' || c == '<' || c == '>')
            return at;
        if (name.quoted && (c == ',' || c == '}' || c == ']'))
            return at;
        if (separator.isEncoded && (hasAt(text, at, "%26") || hasAt(text, at, "%2526")))
            return at;
    }
    return text.size();
}

NamedSecret valueAfter(const QByteArray &text, qsizetype from, const Separator &separator,
                       const Name &name)
{
    NamedSecret value;
    value.isKeyId = name.sort == Sort::KeyId;
    while (from < text.size() && isBlank(text.at(from)))
        ++from;
    qsizetype quote = from;
    while (quote < text.size() && text.at(quote) == '\\')
        ++quote;
    value.begin = value.end = from;
    if (quote < text.size() && isQuote(text.at(quote))) {
        value.begin = quote + 1;
        value.end =
            std::max(value.begin, endOfQuoted(text, value.begin, text.at(quote), quote - from));
    } else if (from < text.size() && separator.isColon &&
               (text.at(from) == '{' || text.at(from) == '[')) {
        value.end = endOfNested(text, from);
    } else {
        value.end = endOfBare(text, from, separator, name);
    }
    return value;
}

} // namespace

QList<NamedSecret> namedSecrets(const QByteArray &text)
{
    QList<NamedSecret> found;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const Separator separator = separatorAt(text, at);
        if (separator.length == 0)
            continue;
        const Name name = nameBefore(text, at);
        if (name.sort == Sort::Plain)
            continue;
        const NamedSecret value = valueAfter(text, at + separator.length, separator, name);
        if (value.end > value.begin)
            found.append(value);
        at = std::max(at, value.end - 1);
    }
    return found;
}

} // namespace clusterdeck
