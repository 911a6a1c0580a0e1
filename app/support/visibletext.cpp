// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/visibletext.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

struct Range {
    char32_t first;
    char32_t last;
};

/// Unicode's general category Cc, the default ignorable code points without joiners and variation
/// selectors, the separators Zl and Zp, U+FFFC (an image in QTextDocument), and the
/// noncharacters of the first plane. Sorted.
constexpr std::array Hidden{
    Range{0x0000, 0x001F},   // C0
    Range{0x007F, 0x009F},   // DEL and C1
    Range{0x00AD, 0x00AD},   // soft hyphen
    Range{0x034F, 0x034F},   // combining grapheme joiner
    Range{0x061C, 0x061C},   // Arabic letter mark
    Range{0x115F, 0x1160},   // Hangul fillers: letters without ink
    Range{0x17B4, 0x17B5},   // Khmer inherent vowels
    Range{0x180E, 0x180E},   // Mongolian vowel separator
    Range{0x200B, 0x200B},   // zero width space
    Range{0x200E, 0x200F},   // left-to-right and right-to-left mark
    Range{0x2028, 0x202E},   // line and paragraph separator, embeddings and overrides
    Range{0x2060, 0x206F},   // word joiner, invisible operators, isolates, deprecated ones
    Range{0x3164, 0x3164},   // Hangul filler
    Range{0xD800, 0xDFFF},   // unpaired surrogates
    Range{0xFDD0, 0xFDEF},   // noncharacters
    Range{0xFEFF, 0xFEFF},   // byte order mark, zero width no-break space
    Range{0xFFA0, 0xFFA0},   // halfwidth Hangul filler
    Range{0xFFF0, 0xFFFC},   // unassigned ignorables, interlinear annotation, object replacement
    Range{0xFFFE, 0xFFFF},   // noncharacters
    Range{0x1BCA0, 0x1BCA3}, // shorthand format controls
    Range{0x1D173, 0x1D17A}, // musical beams, ties and phrases
    Range{0xE0000, 0xE00FF}, // tags
    Range{0xE01F0, 0xE0FFF}, // unassigned ignorables
};

bool isLayout(char32_t character)
{
    return character == U'\n' || character == U'\t';
}

/// The position of the first character to replace; if there is none in the first `enough` units, a
/// position after them; the size of the text if there is none at all.
qsizetype firstToChange(const QString &text, bool layoutStays, qsizetype enough)
{
    qsizetype at = 0;
    while (at < text.size() && at < enough) {
        const char32_t character = codePointAt(text, at);
        if (isHidden(character) && !(layoutStays && isLayout(character)))
            return at;
        at += QChar::requiresSurrogates(character) ? 2 : 1;
    }
    return at;
}

QString signFor(char32_t character)
{
    // Numbers also for C0, because most fonts lack its symbols in Unicode and would show empty
    // boxes.
    return QStringLiteral("⟨U+%1⟩").arg(
        QString::number(character, 16).toUpper().rightJustified(4, u'0'));
}

QString madeVisible(const QString &text, bool layoutStays, qsizetype enough)
{
    qsizetype at = firstToChange(text, layoutStays, enough);
    if (at == text.size())
        return text;
    QString visible = text.left(at);
    while (at < text.size() && visible.size() < enough) {
        const char32_t character = codePointAt(text, at);
        const int units = QChar::requiresSurrogates(character) ? 2 : 1;
        const bool lineEnd = character == U'\r' && at + 1 < text.size() && text.at(at + 1) == u'\n';
        if (layoutStays && (isLayout(character) || lineEnd))
            visible += lineEnd ? QStringView() : QStringView(text).mid(at, units);
        else if (isHidden(character))
            visible += signFor(character);
        else
            visible += QStringView(text).mid(at, units);
        at += units;
    }
    return visible;
}

/// Whether simplified() would change nothing: it copies the text even then.
bool isSimple(const QString &text)
{
    QChar before = u' ';
    for (const QChar unit : text) {
        if (unit.isSpace() && (unit != u' ' || before == u' '))
            return false;
        before = unit;
    }
    return text.isEmpty() || before != u' ';
}

/// The beginning of the ⟨U+…⟩ sign that a cut at `at` would split; `at` when it splits none.
qsizetype beforeSign(const QString &text, qsizetype at)
{
    constexpr qsizetype LongestSign = 10; // ⟨U+10FFFF⟩
    const qsizetype opens = text.lastIndexOf(u'⟨', at - 1);
    if (at == text.size() || opens < 0 || opens + LongestSign <= at)
        return at;
    const qsizetype closes = text.indexOf(u'⟩', opens);
    const bool sign = QStringView(text).mid(opens).startsWith(u"⟨U+") && closes >= at &&
                      closes < opens + LongestSign;
    return sign && opens > 0 ? opens : at;
}

} // namespace

char32_t codePointAt(const QString &text, qsizetype at)
{
    const QChar unit = text.at(at);
    if (unit.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate())
        return QChar::surrogateToUcs4(unit, text.at(at + 1));
    return unit.unicode();
}

bool isHidden(char32_t character)
{
    // The fast path for most characters.
    if ((character >= 0x20 && character < 0x7F) || (character >= 0x3165 && character < 0xD800))
        return false;
    if ((character & 0xFFFE) == 0xFFFE)
        return true; // the last two of every plane are noncharacters
    const auto range =
        std::lower_bound(Hidden.begin(), Hidden.end(), character,
                         [](const Range &of, char32_t sought) { return of.last < sought; });
    return range != Hidden.end() && range->first <= character;
}

QString visibleText(const QString &text)
{
    return madeVisible(text, false, Everything);
}

QString visibleLines(const QString &text, qsizetype enough)
{
    return madeVisible(text, true, enough);
}

QString visibleLine(const QString &text, qsizetype enough)
{
    const qsizetype ample = enough > Everything / 2 ? Everything : 2 * enough;
    QString line = madeVisible(text, true, ample);
    const bool stopped = line.size() >= ample;
    if (!isSimple(line))
        line = line.simplified();
    // Too much white space was removed: start again with the whole text.
    return stopped && line.size() < enough ? visibleLine(text) : line;
}

QString beginningOf(const QString &text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    // One unit more shows whether the last grapheme continues after the limit.
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.left(limit + 1));
    finder.setPosition(limit);
    qsizetype cut = finder.isAtBoundary() ? limit : finder.toPreviousBoundary();
    if (cut <= 0)
        cut = text.at(limit - 1).isHighSurrogate() ? limit - 1 : limit;
    return text.left(beforeSign(text, cut));
}

} // namespace clusterdeck
