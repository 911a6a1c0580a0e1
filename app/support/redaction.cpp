// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/redaction.h"

#include "app/support/namedsecrets.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace clusterdeck
{

namespace
{

const QByteArray Mark = QByteArrayLiteral("[redacted]");
const QByteArray Ellipsis = QByteArrayLiteral("\xe2\x80\xa6");

/// Shorter secrets are found only as a whole word, or, below TooShort, not at all.
constexpr qsizetype ShortSecret = 6;
constexpr qsizetype TooShort = 4;

/// Of such a short id the last four characters would reveal too much.
constexpr qsizetype ShortKeyId = 8;

constexpr qsizetype MostEscapes = 8;
constexpr int MostPercents = 4;

/// The byte of two hexadecimal digits at `at`; nothing without two digits.
std::optional<char> hexByte(const QByteArray &text, qsizetype at)
{
    if (at + 2 > text.size())
        return {};
    uchar byte = 0;
    const char *const digits = text.constData() + at;
    const char *const end = digits + 2;
    return std::from_chars(digits, end, byte, 16).ptr == end ? std::optional(char(byte))
                                                             : std::nullopt;
}

/// A decoded byte, and the number of bytes it takes in the text.
struct Written {
    char byte = 0;
    qsizetype length = 1;
};

/// Decodes %41, and its repeated encodings %2541, %252541 …
Written readPercent(const QByteArray &text, qsizetype at)
{
    Written read{'%', 1};
    for (int again = 0; again < MostPercents && read.byte == '%'; ++again) {
        const std::optional<char> byte = hexByte(text, at + read.length);
        if (!byte)
            break;
        read = {*byte, read.length + 2};
    }
    return read;
}

/// Decodes \/ and \u002f, also with several backslashes.
Written readEscape(const QByteArray &text, qsizetype at)
{
    qsizetype behind = at;
    while (behind < text.size() && behind - at < MostEscapes && text.at(behind) == '\\')
        ++behind;
    if (behind == text.size())
        return {'\\', 1};
    if (QByteArrayView(text).sliced(behind).startsWith("u00")) {
        if (const std::optional<char> byte = hexByte(text, behind + 3))
            return {*byte, behind + 5 - at};
    }
    return {text.at(behind), behind + 1 - at};
}

bool isEncoding(char c)
{
    return c == '%' || c == '\\';
}

/// Decodes the byte at `at`.
Written readByte(const QByteArray &text, qsizetype at)
{
    const char c = text.at(at);
    if (c == '%')
        return readPercent(text, at);
    return isEncoding(c) ? readEscape(text, at) : Written{c, 1};
}

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           uchar(c) >= 0x80;
}

bool isBase64Byte(char c)
{
    return isWordByte(c) || c == '+' || c == '/' || c == '-' || c == '_';
}

/// The part of the Base64 text that is the same for every text in which `secret` begins at an
/// offset with the remainder `shift` modulo three.
QByteArray base64Core(const QByteArray &secret, int shift)
{
    const QByteArray encoded = (QByteArray(shift, '\0') + secret).toBase64();
    // Only the letters (of 6 bits each) that contain no bits of the bytes before and after.
    const qsizetype first = (qsizetype(shift) * 8 + 5) / 6;
    const qsizetype end = (shift + secret.size()) * 8 / 6;
    return encoded.mid(first, end - first);
}

QByteArray lastFour(const QByteArray &keyId)
{
    const bool plain = std::all_of(keyId.begin(), keyId.end(),
                                   [](char c) { return uchar(c) < 0x80 && isWordByte(c); });
    return plain && keyId.size() > ShortKeyId ? Ellipsis + keyId.right(4) : Mark;
}

bool isLastFour(const QByteArray &text)
{
    return text.startsWith(Ellipsis) && text.size() == Ellipsis.size() + 4;
}

} // namespace

/// [begin, end) in the text, and its replacement.
struct Redactor::Span {
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArray standIn;
};

void Redactor::add(Needle needle)
{
    if (needle.bytes.size() < TooShort)
        return;
    needle.wholeWord = needle.bytes.size() < ShortSecret;
    for (const Needle &known : std::as_const(m_needles)) {
        if (known.bytes == needle.bytes && known.standIn == needle.standIn)
            return;
    }
    m_firsts.set(uchar(needle.bytes.front()));
    for (const char encoded : {'%', '\\'})
        m_firsts.set(uchar(encoded));
    m_needles.append(std::move(needle));
}

void Redactor::addWithBase64(const QByteArray &bytes, const QByteArray &standIn)
{
    add({bytes, standIn});
    if (bytes.size() < ShortSecret)
        return;
    for (const int shift : {0, 1, 2}) {
        QByteArray core = base64Core(bytes, shift);
        add({core, Mark, true});
        add({core.replace('+', '-').replace('/', '_'), Mark, true}); // as in URLs
    }
}

void Redactor::guardKey(const QString &accessKeyId, const QString &secretAccessKey)
{
    const QByteArray id = accessKeyId.trimmed().toUtf8();
    addWithBase64(id, lastFour(id));
    guardSecret(secretAccessKey);
}

void Redactor::guardSecret(const QString &secret)
{
    addWithBase64(secret.trimmed().toUtf8(), Mark);
}

/// The end of the needle that begins at `at`, plain or encoded; `at` when it is not there.
qsizetype Redactor::Needle::endIn(const QByteArray &text, qsizetype at) const
{
    if (QByteArrayView(text).sliced(at).startsWith(bytes))
        return at + bytes.size();
    qsizetype end = at;
    for (const char wanted : bytes) {
        if (end >= text.size())
            return at;
        const Written read = readByte(text, end);
        if (read.byte != wanted)
            return at;
        end += read.length;
    }
    return end;
}

/// The longest match that begins at `at`; empty without a match.
Redactor::Span Redactor::findAt(const QByteArray &text, qsizetype at) const
{
    Span longest{at, at, {}};
    const char first = text.at(at);
    const char second = at + 1 < text.size() ? text.at(at + 1) : '\0';
    const bool maybeWritten = isEncoding(first) || isEncoding(second);
    const char meant = maybeWritten ? readByte(text, at).byte : first;
    for (const Needle &needle : m_needles) {
        // Two bytes exclude most needles quickly.
        const char wanted = needle.bytes.front();
        const bool begins = first == wanted && second == needle.bytes.at(1);
        if (!begins && !(maybeWritten && meant == wanted))
            continue;
        const qsizetype end = needle.endIn(text, at);
        const bool inWord = needle.wholeWord && ((at > 0 && isWordByte(text.at(at - 1))) ||
                                                 (end < text.size() && isWordByte(text.at(end))));
        if (end == longest.end && end > at && needle.standIn == Mark)
            longest.standIn = Mark; // an id that is also a secret
        if (end <= longest.end || inWord)
            continue;
        longest = {at, end, needle.standIn};
        if (needle.base64)
            widen(longest, text);
    }
    return longest;
}

/// Adds the Base64 letters at both sides, which contain some bits of the secret, and the padding.
void Redactor::widen(Span &span, const QByteArray &text)
{
    if (span.begin > 0 && isBase64Byte(text.at(span.begin - 1)))
        --span.begin;
    if (span.end < text.size() && isBase64Byte(text.at(span.end)))
        ++span.end;
    for (int fill = 0; fill < 2 && span.end < text.size() && text.at(span.end) == '='; ++fill)
        ++span.end;
}

/// Overlapping matches become one. If their replacements differ, it is [redacted].
void Redactor::append(QList<Span> &spans, const Span &span)
{
    if (spans.isEmpty() || span.begin >= spans.constLast().end) {
        spans.append(span);
        return;
    }
    Span &last = spans.last();
    if (last.standIn != span.standIn)
        last.standIn = Mark;
    last.end = std::max(last.end, span.end);
}

QList<Redactor::Span> Redactor::spansOfKeys(const QByteArray &text) const
{
    QList<Span> spans;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!m_firsts.test(uchar(text.at(at))))
            continue;
        if (const Span span = findAt(text, at); span.end > at)
            append(spans, span);
    }
    return spans;
}

bool Redactor::finds(const QByteArray &utf8) const
{
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        if (m_firsts.test(uchar(utf8.at(at))) && findAt(utf8, at).end > at)
            return true;
    }
    return false;
}

QString Redactor::withoutKeys(const QString &text) const
{
    if (m_needles.isEmpty())
        return text;
    const QByteArray utf8 = text.toUtf8();
    return without(spansOfKeys(utf8), text, utf8);
}

QString Redactor::redacted(const QString &text) const
{
    const QByteArray utf8 = text.toUtf8();
    QList<Span> spans = spansOfKeys(utf8);
    for (const NamedSecret &named : namedSecrets(utf8)) {
        const QByteArray value = utf8.mid(named.begin, named.end - named.begin);
        // Text that was redacted before is not changed.
        if (value == Mark || (named.isKeyId && isLastFour(value)))
            continue;
        spans.append({named.begin, named.end, named.isKeyId ? lastFour(value) : Mark});
    }
    return without(spans, text, utf8);
}

QString Redactor::without(const QList<Span> &spans, const QString &text, const QByteArray &utf8)
{
    if (spans.isEmpty())
        return text;
    QList<Span> sorted = spans;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Span &a, const Span &b) { return a.begin < b.begin; });
    QList<Span> merged;
    for (const Span &span : std::as_const(sorted))
        append(merged, span);
    QByteArray result;
    qsizetype copied = 0;
    for (const Span &span : std::as_const(merged)) {
        result += utf8.mid(copied, span.begin - copied) + span.standIn;
        copied = span.end;
    }
    return QString::fromUtf8(result + utf8.mid(copied));
}

} // namespace clusterdeck
