// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace clusterdeck
{

/// Characters that must never reach a widget, a tool tip or a terminal. Uses Qt's Unicode tables,
/// not the program's. Characters that a script or an emoji needs are allowed.
[[nodiscard]] inline bool hasNoShape(char32_t character)
{
    const bool joiner = character == 0x200C || character == 0x200D;
    // Visible Arabic, Syriac and Kaithi signs, and layout controls of hieroglyphs.
    const bool drawn = (character >= 0x0600 && character <= 0x0605) || character == 0x06DD ||
                       character == 0x070F || character == 0x0890 || character == 0x0891 ||
                       character == 0x08E2 || character == 0x110BD || character == 0x110CD ||
                       (character >= 0x13430 && character <= 0x1343F);
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Other_Format:
        return !joiner && !drawn;
    default:
        return QChar::isNonCharacter(character);
    }
}

struct HostileText {
    const char *what;
    QString text;
    QString seen; ///< must appear wherever the text is shown in one line
};

/// Text that a name, a description, a message or an account may contain.
[[nodiscard]] inline QList<HostileText> hostileTexts()
{
    const auto same = [](const char *what, const QString &text) {
        return HostileText{what, text, text};
    };
    const QString many = QString(10000, u'x');
    QString zero = QStringLiteral("a0b");
    zero[1] = QChar::Null;
    return {
        same("bold", QStringLiteral("<b>bold</b>")),
        same("picture", QStringLiteral("<img src=/dev/zero>")),
        same("entity", QStringLiteral("&lt;b&gt; &amp; &#x202E;")),
        same("style", QStringLiteral("<qt><style>*{color:red}</style>x</qt>")),
        same("formula", QStringLiteral("=HYPERLINK(\"http://x/?\"&A1;\"x\")")),
        same("places", QStringLiteral("%1 %2 %n %L1")),
        same("window place", QStringLiteral("a[*]b[*][*]c")),
        same("mnemonic", QStringLiteral("&a && b")),
        same("right to left", QStringLiteral("אבג")),
        {"override", QStringLiteral("a\u202Eb"), QStringLiteral("a⟨U+202E⟩b")},
        {"isolate", QStringLiteral("a\u2067b\u2069"), QStringLiteral("a⟨U+2067⟩b⟨U+2069⟩")},
        {"escape", QStringLiteral("\u001B[31mred\u009B0m"),
         QStringLiteral("⟨U+001B⟩[31mred⟨U+009B⟩0m")},
        {"nul", zero, QStringLiteral("a⟨U+0000⟩b")},
        {"line feed", QStringLiteral("a\nb\r\nc"), QStringLiteral("a b c")},
        {"carriage return", QStringLiteral("a\rb"), QStringLiteral("a⟨U+000D⟩b")},
        {"no width", QStringLiteral("a\u200Bb\uFEFFc"), QStringLiteral("a⟨U+200B⟩b⟨U+FEFF⟩c")},
        {"separator", QStringLiteral("a\u2028b"), QStringLiteral("a⟨U+2028⟩b")},
        {"lone surrogate", QStringLiteral("a") + QChar(0xD83D), QStringLiteral("a⟨U+D83D⟩")},
        {"object", QStringLiteral("a\uFFFCb"), QStringLiteral("a⟨U+FFFC⟩b")},
        {"10,000", many, QStringLiteral("x… (10,000 characters)")},
        {"10,000 overrides", QString(10000, QChar(0x202E)),
         QStringLiteral("⟨U+202E⟩… (10,000 characters)")},
        {"10,000 accents", QStringLiteral("e") + QString(9999, QChar(0x0301)),
         QStringLiteral("… (10,000 characters)")},
        {"10,000 lines", QStringLiteral("a\n").repeated(5000),
         QStringLiteral("… (10,000 characters)")},
    };
}

} // namespace clusterdeck
