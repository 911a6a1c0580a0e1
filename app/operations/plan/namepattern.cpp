// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/namepattern.h"

#include "app/support/visibletext.h"

#include <QList>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace clusterdeck
{

namespace
{

constexpr char32_t NoCharacter = 0xFFFD;

/// Default ignorable code points, control and format characters.
bool isInvisible(char32_t c)
{
    return isHidden(c) || c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0x180B && c <= 0x180F) || (c >= 0xE0100 && c <= 0xE01EF) ||
           QChar::category(c) == QChar::Other_Format;
}

/// White space, and the blank Braille pattern.
bool isBlank(char32_t c)
{
    return QChar::isSpace(c) || c == 0x2800;
}

/// Punctuation dashes, the minus sign, and characters that are used instead of them.
bool isDash(char32_t c)
{
    constexpr std::array Others{
        char32_t(0x02D7), // modifier letter minus sign
        char32_t(0x2043), // hyphen bullet
        char32_t(0x2053), // swung dash
        char32_t(0x2212), // minus sign
        char32_t(0x23AF), // horizontal line extension
        char32_t(0x2500), // box drawings light horizontal
        char32_t(0x2501), // box drawings heavy horizontal
        char32_t(0x2796), // heavy minus sign
        char32_t(0x30FC), // Katakana prolonged sound mark
    };
    return QChar::category(c) == QChar::Punctuation_Dash ||
           std::find(Others.begin(), Others.end(), c) != Others.end();
}

QString fromCodePoints(const std::u32string &text)
{
    return QString::fromUcs4(text.data(), qsizetype(text.size()));
}

std::u32string codePoints(const QString &text)
{
    const QList<uint> points = text.toUcs4(); // an unpaired surrogate becomes U+FFFD
    return {points.begin(), points.end()};
}

/// Runs of blanks become one, none at the ends; dashes become '-'; invisible characters go.
std::u32string tidied(const std::u32string &text)
{
    std::u32string tidy;
    bool blank = false;
    for (const char32_t c : text) {
        if (isBlank(c)) {
            blank = !tidy.empty();
        } else if (!isInvisible(c)) {
            if (std::exchange(blank, false))
                tidy += U' ';
            tidy += isDash(c) ? U'-' : c;
        }
    }
    return tidy;
}

std::u32string foldedOnce(const std::u32string &text)
{
    const QString composed = fromCodePoints(tidied(text)).normalized(QString::NormalizationForm_KC);
    // toCaseFolded() alone does not change characters that fold to several, such as "ß".
    const QString small = composed.toLower().toUpper().toCaseFolded();
    return tidied(codePoints(small.normalized(QString::NormalizationForm_KC)));
}

/// Folded characters that look like a Latin letter, a digit or a dash, and that character. Names
/// are folded first, so a look-alike of a Latin capital is listed by its small form.
struct LookAlike {
    char32_t character;
    char32_t latin;
};
constexpr std::array LookAlikes{
    LookAlike{U'0', U'o'},   LookAlike{U'1', U'l'},   LookAlike{U'|', U'l'},
    LookAlike{0x0131, U'i'}, LookAlike{0x0142, U'l'}, LookAlike{0x00F8, U'o'},
    LookAlike{0x0111, U'd'}, LookAlike{0x0127, U'h'}, LookAlike{0x0167, U't'},
    LookAlike{0x0180, U'b'}, LookAlike{0x0251, U'a'}, LookAlike{0x0261, U'g'},
    LookAlike{0x0269, U'i'}, LookAlike{0x026A, U'i'}, LookAlike{0x01C0, U'l'},
    LookAlike{0x0237, U'j'}, LookAlike{0x0185, U'b'}, LookAlike{0x028F, U'y'},
    LookAlike{0x03B1, U'a'}, LookAlike{0x03B2, U'b'}, LookAlike{0x03B5, U'e'},
    LookAlike{0x03B6, U'z'}, LookAlike{0x03B7, U'h'}, LookAlike{0x03B9, U'i'},
    LookAlike{0x03BA, U'k'}, LookAlike{0x03BC, U'm'}, LookAlike{0x03BD, U'n'},
    LookAlike{0x03BF, U'o'}, LookAlike{0x03C1, U'p'}, LookAlike{0x03C3, U'o'},
    LookAlike{0x03C4, U't'}, LookAlike{0x03C5, U'y'}, LookAlike{0x03C7, U'x'},
    LookAlike{0x03C9, U'w'}, LookAlike{0x03F2, U'c'}, LookAlike{0x03F3, U'j'},
    LookAlike{0x0430, U'a'}, LookAlike{0x0432, U'b'}, LookAlike{0x0433, U'r'},
    LookAlike{0x0435, U'e'}, LookAlike{0x0437, U'3'}, LookAlike{0x0438, U'u'},
    LookAlike{0x043A, U'k'}, LookAlike{0x043C, U'm'}, LookAlike{0x043D, U'h'},
    LookAlike{0x043E, U'o'}, LookAlike{0x043F, U'n'}, LookAlike{0x0440, U'p'},
    LookAlike{0x0441, U'c'}, LookAlike{0x0442, U't'}, LookAlike{0x0443, U'y'},
    LookAlike{0x0445, U'x'}, LookAlike{0x044C, U'b'}, LookAlike{0x0454, U'e'},
    LookAlike{0x0455, U's'}, LookAlike{0x0456, U'i'}, LookAlike{0x0458, U'j'},
    LookAlike{0x0474, U'v'}, LookAlike{0x0475, U'v'}, LookAlike{0x04AF, U'y'},
    LookAlike{0x04B1, U'y'}, LookAlike{0x04BB, U'h'}, LookAlike{0x04CF, U'l'},
    LookAlike{0x0501, U'd'}, LookAlike{0x050D, U'g'}, LookAlike{0x051B, U'q'},
    LookAlike{0x051D, U'w'}, LookAlike{0x0561, U'w'}, LookAlike{0x0563, U'q'},
    LookAlike{0x0566, U'q'}, LookAlike{0x0570, U'h'}, LookAlike{0x0578, U'n'},
    LookAlike{0x057D, U'u'}, LookAlike{0x0581, U'g'}, LookAlike{0x0585, U'o'},
    LookAlike{0x05D5, U'l'}, LookAlike{0x05E1, U'o'}, LookAlike{0x13A0, U'd'},
    LookAlike{0x13A1, U'r'}, LookAlike{0x13A2, U't'}, LookAlike{0x13A5, U'i'},
    LookAlike{0x13AA, U'a'}, LookAlike{0x13AC, U'e'}, LookAlike{0x13B3, U'w'},
    LookAlike{0x13BB, U'h'}, LookAlike{0x13C0, U'g'}, LookAlike{0x13C2, U'h'},
    LookAlike{0x13C3, U'z'}, LookAlike{0x13CE, U'4'}, LookAlike{0x13D2, U'r'},
    LookAlike{0x13D4, U'w'}, LookAlike{0x13D5, U's'}, LookAlike{0x13D9, U'v'},
    LookAlike{0x13DA, U's'}, LookAlike{0x13DE, U'l'}, LookAlike{0x13DF, U'c'},
    LookAlike{0x13E2, U'p'}, LookAlike{0x13E6, U'k'}, LookAlike{0x13E7, U'd'},
    LookAlike{0x2217, U'*'}, LookAlike{0x2223, U'l'}, LookAlike{0x3007, U'o'},
    LookAlike{0x3161, U'-'}, LookAlike{0x4E00, U'-'}, LookAlike{0x4E28, U'l'},
};
char32_t lookOf(char32_t c)
{
    const auto *found = std::ranges::find(LookAlikes, c, &LookAlike::character);
    return found == LookAlikes.end() ? c : found->latin;
}

} // namespace

std::u32string foldedName(const QString &name)
{
    // The fast path: most names are ASCII and Chinese.
    const bool plain = std::all_of(name.begin(), name.end(), [](QChar unit) {
        const char16_t c = unit.unicode();
        return (c > 0x20 && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FFF);
    });
    if (plain) {
        std::u32string folded(size_t(name.size()), U' ');
        std::transform(name.begin(), name.end(), folded.begin(), [](QChar unit) {
            return char32_t(unit >= u'A' && unit <= u'Z' ? unit.unicode() + 0x20 : unit.unicode());
        });
        return folded;
    }
    // Removing or mapping a character can let its neighbours combine, so it is repeated.
    std::u32string folded = codePoints(name);
    for (int round = 0; round < 8; ++round) {
        std::u32string again = foldedOnce(folded);
        if (again == folded)
            break;
        folded = std::move(again);
    }
    return folded;
}

std::u32string nameSkeleton(const QString &name)
{
    const QString split =
        fromCodePoints(foldedName(name)).normalized(QString::NormalizationForm_KD);
    std::u32string skeleton;
    for (const char32_t c : codePoints(split)) {
        if (c != U' ' && !QChar::isMark(c))
            skeleton += lookOf(c);
    }
    return skeleton;
}

/// Greedy matching that backtracks to the last `*` only. An earlier `*` never needs to match more,
/// because the last one can match everything between them.
bool patternMatches(std::u32string_view pattern, std::u32string_view name)
{
    constexpr size_t None = std::u32string_view::npos;
    size_t p = 0;
    size_t n = 0;
    size_t star = None;
    size_t taken = 0; ///< end of the characters that the last `*` matches
    while (n < name.size()) {
        const bool more = p < pattern.size();
        if (more && pattern[p] == U'*') {
            star = p++;
            taken = n;
        } else if (more &&
                   (pattern[p] == U'?' || pattern[p] == name[n] || name[n] == NoCharacter)) {
            ++p;
            ++n;
        } else if (star != None) {
            p = star + 1;
            n = ++taken;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == U'*')
        ++p;
    return p == pattern.size();
}

} // namespace clusterdeck
