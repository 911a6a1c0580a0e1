// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mutations.h"

#include <QString>
#include <QStringEncoder>

namespace clusterdeck
{

namespace
{

constexpr int LargestRepeated = 256 * 1024;

/// Bytes that text parsers often handle wrongly.
const QList<QByteArray> &strangeBytes()
{
    static const QList<QByteArray> strange{
        QByteArray(1, '\0'),
        "\x04",
        "\x1b[2J",
        "\x7f",
        "\xff\xfe",
        "\xfe\xff",
        "\xef\xbb\xbf",
        "\xc0\x80",         // NUL in an overlong encoding
        "\xed\xa0\x80",     // half a surrogate pair
        "\xf4\x90\x80\x80", // beyond the last code point
        "\xe2\x80\xae",     // right-to-left override
        "\xe2\x80\xa8",     // line separator
        "\xc3",             // an incomplete character
        "\r",
        "\r\n\r\n",
        "\\",
        "\"",
        "'",
        "\\ud800",
        "<b>",
        "%s%n",
    };
    return strange;
}

} // namespace

QByteArray Mutations::damaged(QByteArray bytes)
{
    const int size = int(bytes.size());
    const int at = below(size + 1);
    const int length = below(size - at + 1);
    switch (below(8)) {
    case 0:
        if (at < size)
            bytes[at] = char(bytes.at(at) ^ (1 << below(8)));
        return bytes;
    case 1:
        return bytes.left(at);
    case 2:
        return bytes.remove(at, length);
    case 3: {
        // Otherwise repeated damage would grow without limit.
        const int most = qBound(1, LargestRepeated / qMax(1, length), 50);
        return bytes.insert(at, bytes.mid(at, length).repeated(1 + below(most)));
    }
    case 4:
        return bytes.insert(at, anyOf(strangeBytes()));
    case 5: {
        const QByteArray piece = bytes.mid(at, length);
        bytes.remove(at, length);
        return bytes.insert(below(int(bytes.size()) + 1), piece);
    }
    case 6:
        for (int i = at; i < size && i < at + 8; ++i)
            bytes[i] = char(below(256));
        return bytes;
    default:
        return bytes.insert(at, QByteArray(1, char(below(128))).repeated(1 + below(2000)));
    }
}

QByteArray Mutations::inAnotherEncoding(const QByteArray &utf8)
{
    const QString text = QString::fromUtf8(utf8);
    const auto encoded = [&text](QStringConverter::Encoding encoding, bool mark) {
        QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom
                                              : QStringConverter::Flag::Default);
        return QByteArray(encoder(text));
    };
    switch (below(7)) {
    case 0:
        return text.toLatin1() + "\xe4";
    case 1:
        return encoded(QStringConverter::Utf16LE, below(2) == 0);
    case 2:
        return encoded(QStringConverter::Utf16BE, below(2) == 0);
    case 3:
        return encoded(QStringConverter::Utf32, below(2) == 0);
    case 4:
        return "\xef\xbb\xbf" + utf8;
    case 5:
        return "\xff\xfe" + utf8;
    default:
        return "\xef\xbb\xbf\xef\xbb\xbf" + utf8;
    }
}

} // namespace clusterdeck
