// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listindex.h"

#include "app/visibletext.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// Whether folding would change nothing: nearly every id, and many a name.
bool isFolded(const QString &text)
{
    QChar before = u' ';
    for (const QChar unit : text) {
        const bool plain = unit.unicode() > 0x20 && unit.unicode() < 0x7F;
        if ((!plain && (unit != u' ' || before == u' ')) || (unit >= u'A' && unit <= u'Z'))
            return false;
        before = unit;
    }
    return text.isEmpty() || before != u' ';
}

} // namespace

QString foldedForList(const QString &text)
{
    if (isFolded(text))
        return text;
    constexpr char16_t FirstWide = 0xFF01;
    constexpr char16_t LastWide = 0xFF5E;
    constexpr char16_t ToNarrow = 0xFEE0;
    QString folded;
    folded.reserve(text.size());
    for (const QChar unit : text) {
        const char16_t code = unit.unicode();
        if (unit.isSpace())
            folded += u' ';
        else if (code >= FirstWide && code <= LastWide)
            folded += QChar(char16_t(code - ToNarrow));
        else if (unit.isSurrogate() || !isHidden(code))
            folded += unit;
    }
    return folded.normalized(QString::NormalizationForm_C).simplified().toCaseFolded();
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
