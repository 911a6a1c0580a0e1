// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listindex.h"

#include "app/support/visibletext.h"

#include <string_view>

namespace clusterdeck
{

namespace
{

/// Whether narrowedForList() would change nothing, as for nearly all ids and many names.
bool isNarrow(const QString &text)
{
    QChar before = u' ';
    for (const QChar unit : text) {
        const bool plain = unit.unicode() > 0x20 && unit.unicode() < 0x7F;
        if (!plain && (unit != u' ' || before == u' '))
            return false;
        before = unit;
    }
    return text.isEmpty() || before != u' ';
}

/// Characters that look like "-" in the usual fonts.
bool isHyphen(char16_t code)
{
    static constexpr std::u16string_view Hyphens =
        u"\u02D7\u058A\u05BE\u1806\u2010\u2011\u2012\u2013\u2043\u2212\u2796\uFE63\uFF0D";
    return Hyphens.find(code) != std::u16string_view::npos;
}

/// Longer dashes, and characters that look like them. They separate words, except after the
/// beginning of an id.
bool isLongDash(char16_t code)
{
    static constexpr std::u16string_view Dashes =
        u"\u2014\u2015\u2500\u2E3A\u30FC\uFE31\uFE58\uFF70";
    return Dashes.find(code) != std::u16string_view::npos;
}

/// Hidden characters, joiners and variation selectors.
bool isShapeless(char32_t character)
{
    return isHidden(character) || character == 0x200C || character == 0x200D ||
           (character >= 0xFE00 && character <= 0xFE0F);
}

} // namespace

QString narrowedForList(const QString &text)
{
    if (isNarrow(text))
        return text;
    constexpr char16_t FirstWide = 0xFF01;
    constexpr char16_t LastWide = 0xFF5E;
    constexpr char16_t ToNarrow = 0xFEE0;
    QString narrow;
    narrow.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text.at(at);
        const char16_t code = unit.unicode();
        if (unit.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate()) {
            if (!isShapeless(QChar::surrogateToUcs4(unit, text.at(at + 1))))
                narrow += QStringView(text).mid(at, 2);
            ++at;
        } else if (unit.isSpace()) {
            narrow += u' ';
        } else if (isHyphen(code) || (isLongDash(code) &&
                                      narrow.endsWith(QLatin1String("hpc"), Qt::CaseInsensitive))) {
            narrow += u'-';
        } else if (code >= FirstWide && code <= LastWide) {
            narrow += QChar(char16_t(code - ToNarrow));
        } else if (unit.isSurrogate() || !isShapeless(code)) {
            narrow += unit;
        }
    }
    return narrow.normalized(QString::NormalizationForm_C).simplified();
}

QString foldedForList(const QString &text)
{
    return narrowedForList(text).toCaseFolded();
}

void ListIndex::add(const ClusterKey &key, const QString &name)
{
    m_ids[key.id].append(key);
    m_foldedIds[foldedForList(key.id)].append(key);
    ++m_size;
    if (name.isEmpty())
        return;
    m_names[name].append(key);
    m_foldedNames[foldedForList(name)].append(key);
}

QList<ClusterKey> ListIndex::in(const Keys &exact, const Keys &folded, const QString &text) const
{
    ++m_lookups;
    const auto found = exact.constFind(text);
    if (found != exact.cend())
        return *found;
    ++m_lookups;
    const QString sought = foldedForList(text);
    return sought.isEmpty() ? QList<ClusterKey>() : folded.value(sought);
}

QList<ClusterKey> ListIndex::byId(const QString &text) const
{
    return in(m_ids, m_foldedIds, text);
}

QList<ClusterKey> ListIndex::byName(const QString &text) const
{
    return in(m_names, m_foldedNames, text);
}

ListIndex::Found ListIndex::find(const QString &text) const
{
    if (const QList<ClusterKey> keys = byId(text); !keys.isEmpty())
        return {keys, true};
    return {byName(text), false};
}

} // namespace clusterdeck
