// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/table/clustersearch.h"

#include "app/clusters/listindex.h"

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

constexpr std::array<char, 256> LowerCase = [] {
    std::array<char, 256> letters{};
    for (int byte = 0; byte < 256; ++byte)
        letters[size_t(byte)] = char(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
    return letters;
}();

char lowerCase(char letter)
{
    return LowerCase[quint8(letter)];
}

/// `word` in lower case.
bool occurs(QByteArrayView word, QByteArrayView text)
{
    const char *last = text.data() + text.size() - word.size();
    for (const char *at = text.data(); at <= last; ++at) {
        if (lowerCase(*at) == word.front() &&
            std::equal(word.begin() + 1, word.end(), at + 1,
                       [](char wanted, char found) { return wanted == lowerCase(found); }))
            return true;
    }
    return false;
}

} // namespace

ClusterSearch::ClusterSearch(const QString &text)
{
    for (const QString &typed : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString narrow = narrowedForList(typed);
        if (narrow.isEmpty())
            continue; // only hidden characters
        QList<Word> &spellings = m_words.emplace_back();
        spellings.append(wordOf(typed));
        if (narrow != typed)
            spellings.append(wordOf(narrow));
    }
}

ClusterSearch::Word ClusterSearch::wordOf(const QString &text)
{
    Word word;
    word.text = text;
    word.bytes = text.toUtf8();
    for (char &byte : word.bytes)
        byte = lowerCase(byte);
    word.caseless = std::all_of(text.begin(), text.end(), [](QChar letter) {
        const bool oneForm = letter.toUpper() == letter && letter.toCaseFolded() == letter;
        return letter.unicode() < 0x80 || (oneForm && !letter.isSurrogate());
    });
    return word;
}

bool ClusterSearch::holds(const ClusterRow &row, const Word &word)
{
    // Nearly all rows and words: compare bytes, without unpacking the row.
    const ClusterRow::Script script = row.script();
    if (script != ClusterRow::Script::Odd && word.caseless)
        return occurs(word.bytes, row.searched());
    if (script == ClusterRow::Script::Ascii)
        return false; // the word has a letter outside ASCII
    for (int text = 0; text < ClusterRow::SearchedTexts; ++text) {
        if (row.text(ClusterRow::Text(text)).contains(word.text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool ClusterSearch::holds(const AccountLabel &label, const Word &word)
{
    return label.environment.contains(word.text, Qt::CaseInsensitive) ||
           label.zone.contains(word.text, Qt::CaseInsensitive) ||
           label.name.contains(word.text, Qt::CaseInsensitive);
}

ClusterSearch ClusterSearch::without(const AccountLabel &label) const
{
    ClusterSearch others = *this;
    others.m_words.removeIf([&](const QList<Word> &spellings) {
        return std::any_of(spellings.begin(), spellings.end(),
                           [&](const Word &word) { return holds(label, word); });
    });
    return others;
}

bool ClusterSearch::matches(const ClusterRow &row) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&](const QList<Word> &spellings) {
        return std::any_of(spellings.begin(), spellings.end(),
                           [&](const Word &word) { return holds(row, word); });
    });
}

} // namespace clusterdeck
