// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/pastedlist/listmatching.h"

#include "app/clusters/batchcolumns.h"
#include "app/clusters/table/clustermodel.h"
#include "app/support/csv.h"

#include <QRegularExpression>

#include <algorithm>

namespace clusterdeck
{

namespace
{

bool isPlain(QChar unit)
{
    return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') ||
           (unit >= u'0' && unit <= u'9');
}

/// Letters that look like letters of ids, combining marks and U+FFFD belong to a word, so that the
/// rest of the word is not read as an id.
bool isWordCharacter(QChar unit)
{
    if (unit.unicode() < 0x80)
        return isPlain(unit) || unit == u'-' || unit == u'_';
    if (unit.isMark() || unit == QChar::ReplacementCharacter)
        return true;
    const QChar::Script script = unit.script();
    return unit.isLetter() && (script == QChar::Script_Latin || script == QChar::Script_Cyrillic ||
                               script == QChar::Script_Greek);
}

/// Whether a word is hpc- or ehpc- followed only by letters and digits.
bool isIdForm(QStringView word)
{
    for (const QLatin1String beginning : {QLatin1String("hpc-"), QLatin1String("ehpc-")}) {
        if (!word.startsWith(beginning, Qt::CaseInsensitive))
            continue;
        const QStringView rest = word.mid(beginning.size());
        return !rest.isEmpty() && std::all_of(rest.begin(), rest.end(), isPlain);
    }
    return false;
}

/// The words with "hpc-" in them: ids, mistyped ids, names of nodes.
QStringList wordsLikeIds(const QString &text)
{
    if (!text.contains(QLatin1String("pc"), Qt::CaseInsensitive) && !text.contains(u'ｐ') &&
        !text.contains(u'Ｐ'))
        return {};
    // Narrowing keeps the ends of words: it only merges white space.
    const QString plain = narrowedForList(text);
    QStringList words;
    for (qsizetype at = 0; at < plain.size();) {
        if (!isWordCharacter(plain.at(at))) {
            ++at;
            continue;
        }
        const auto end = std::find_if_not(plain.begin() + at, plain.end(), isWordCharacter);
        QStringView word = QStringView(plain).mid(at, end - plain.begin() - at);
        at += word.size();
        const auto isDash = [](QChar unit) { return unit == u'-' || unit == u'_'; };
        while (!word.isEmpty() && isDash(word.back()))
            word.chop(1);
        while (!word.isEmpty() && isDash(word.front()))
            word = word.mid(1);
        if (word.contains(QLatin1String("hpc-"), Qt::CaseInsensitive))
            words.append(word.toString());
    }
    return words;
}

/// Names of columns after foldedForList(), the clearest first.
const QStringList IdHeadings{QStringLiteral("cluster_id"), QStringLiteral("cluster id"),
                             QStringLiteral("clusterid"),  QStringLiteral("cluster-id"),
                             QStringLiteral("集群id"),     QStringLiteral("集群 id"),
                             QStringLiteral("id"),         QStringLiteral("编号")};
const QStringList NameHeadings{
    QStringLiteral("cluster_name"), QStringLiteral("cluster name"), QStringLiteral("clustername"),
    QStringLiteral("cluster-name"), QStringLiteral("集群名称"),     QStringLiteral("集群名"),
    QStringLiteral("name"),         QStringLiteral("名称"),         QStringLiteral("名字")};
const QStringList EitherHeadings{QStringLiteral("cluster"), QStringLiteral("clusters"),
                                 QStringLiteral("集群")};

int columnNamed(const QStringList &headings, const QStringList &cells)
{
    for (const QString &heading : headings) {
        if (const qsizetype column = cells.indexOf(heading); column >= 0)
            return int(column);
    }
    return -1;
}

/// The columns of our own export of a batch except the cluster id. Empty for another table.
QSet<int> ownColumnsOf(const QStringList &titles)
{
    for (const char *mark : {"confirmed_at", "provider_text", "story"}) {
        if (!titles.contains(QLatin1String(mark)))
            return {};
    }
    QSet<int> columns;
    for (int column = 0; column < titles.size(); ++column) {
        const QString &title = titles.at(column);
        const bool own =
            std::any_of(BatchColumns.begin(), BatchColumns.end(),
                        [&](const char *name) { return title == QLatin1String(name); });
        if (title == u"demo" || title == u"presenter" || (own && title != u"cluster_id"))
            columns.insert(column);
    }
    return columns;
}

} // namespace

QStringList idsWithin(const QString &text)
{
    QStringList ids = wordsLikeIds(text);
    ids.removeIf([](const QString &word) { return !isIdForm(word); });
    return ids;
}

std::optional<QString> idOf(const QString &text)
{
    static const QString Around = QStringLiteral(" \"'`“”‘’,;，；、");
    const QStringList ids = idsWithin(text);
    if (ids.size() != 1)
        return std::nullopt;
    QString rest = narrowedForList(text);
    rest.remove(rest.indexOf(ids.first()), ids.first().size());
    const bool alone =
        std::all_of(rest.begin(), rest.end(), [](QChar unit) { return Around.contains(unit); });
    return alone ? std::optional(ids.first()) : std::nullopt;
}

ListMatcher::ListMatcher(const ListIndex &index, const QString &text)
    : m_index(index)
    , m_records(text)
{
}

bool ListMatcher::advance(int records)
{
    for (; records > 0 && !m_records.atEnd(); --records) {
        if (!m_begun)
            readFirst();
        else if (m_columns)
            readRow();
        else
            readLine();
    }
    if (!m_records.atEnd())
        return false;
    // A result may depend on all other lines. Finishing a line is less work than reading it.
    constexpr qsizetype LinesPerRecord = 8;
    const qsizetype end = qMin(m_lines.size(), m_judged + LinesPerRecord * (records + 1));
    for (; m_judged < end; ++m_judged)
        judge(m_lines[m_judged]);
    return m_judged == m_lines.size();
}

/// Reads up to the first line that is not blank, which may be the header of a table.
void ListMatcher::readFirst()
{
    const ListRecord line = m_records.peekLine();
    if (line.text.trimmed().isEmpty()) {
        m_now = {};
        m_now.line = line.line;
        skip(line.text, Result::Blank);
        (void)m_records.takeLine();
        return;
    }
    m_begun = true;
    m_columns = columnsOf(line.text);
    if (!m_columns) {
        readLine();
        return;
    }
    m_now = {};
    m_now.line = line.line;
    skip(line.text.trimmed(), Result::Header);
    (void)m_records.takeLine();
}

std::optional<ListMatcher::Columns> ListMatcher::columnsOf(const QString &line) const
{
    std::optional<Columns> best;
    if (!idsWithin(line).isEmpty())
        return best; // a line with ids is not a header
    int most = 0;
    for (const QChar separator : {u'\t', u';', u','}) {
        QStringList cells = ListRecords(line).takeRecord(QString(separator)).cells;
        // A single cell is a header only if no cluster has this name.
        const bool single = cells.size() == 1;
        for (QString &cell : cells)
            cell = foldedForList(cell);
        Columns columns{separator,
                        columnNamed(IdHeadings, cells),
                        columnNamed(NameHeadings, cells),
                        columnNamed(EitherHeadings, cells),
                        {},
                        {}};
        const int known = (columns.id >= 0) + (columns.name >= 0) + (columns.either >= 0);
        if (known > most && !(single && !m_index.find(line.trimmed()).keys.isEmpty())) {
            most = known;
            columns.facts = ownColumnsOf(cells);
            for (int column = 0; column < cells.size(); ++column) {
                const bool own = columns.facts.contains(column); // such as approval_code
                columns.titles.append(own ? ListTitle::Fact : titleOf(cells.at(column)));
            }
            best = columns;
        }
    }
    return best;
}

/// Finds the doubt of a record, from the lines above and from its own words.
void ListMatcher::begin(const ListRecord &record)
{
    m_now = {};
    m_now.line = record.line;
    m_now.whole = record.text.trimmed();
    m_folded = foldedForList(record.text);
    m_recordBegin = m_lines.size();
    const ListMarkup before = std::exchange(m_markup, markupBehind(m_folded, m_markup));
    if (m_folded.isEmpty()) {
        m_role = ListRole::Neither;
        m_paragraphBegin = m_recordBegin;
        m_goesOn = false;
        if (m_section && m_section->untilBlank)
            m_section.reset();
        return;
    }
    const QStringList ids = idsWithin(m_folded);
    // Rows of a table are not sentences, but a single filled cell may be a heading.
    QStringList filled = record.cells;
    filled.removeAll(QString());
    const bool sentence = !m_columns || (filled.size() == 1 && ids.isEmpty());
    if (m_columns && sentence)
        m_folded = foldedForList(filled.first());
    m_role = sentence ? roleOf(m_folded, !ids.isEmpty()) : ListRole::Neither;
    if (m_role == ListRole::AsksFor) {
        m_section.reset();
        m_sectionBegin = m_recordBegin;
    }
    if (!std::exchange(m_goesOn, !m_columns && goesOn(m_folded))) {
        m_sentenceBegin = m_recordBegin;
        m_sentenceDoubt = 0;
    }
    const bool bare = ids.size() == 1 && ids.first() == m_folded;
    m_now.doubt = doubtOf(before);
    if (m_now.doubt == ListDoubt::None && !m_columns && !bare)
        m_now.doubt = doubtIn(m_folded);
    if (m_now.doubt == ListDoubt::None)
        m_now.doubt = doubtOf(m_markup);
    if (m_now.doubt != ListDoubt::None)
        return;
    m_now.because = m_section ? m_section->line : m_sentenceDoubt;
    if (m_now.because > 0)
        m_now.doubt = ListDoubt::Section;
}

/// Applies what a record says about the lines around it.
void ListMatcher::end()
{
    if (m_now.doubt == ListDoubt::Words && m_sentenceDoubt == 0) {
        m_sentenceDoubt = m_now.line;
        doubtFrom(m_sentenceBegin);
    }
    const bool names = std::any_of(m_lines.begin() + m_recordBegin, m_lines.end(),
                                   [](const ListLine &line) { return !line.keys.isEmpty(); });
    const bool hasIds = !idsWithin(m_folded).isEmpty();
    if (names && !hasIds)
        return;
    switch (m_role) {
    case ListRole::Neither:
    case ListRole::AsksFor:
        return;
    case ListRole::Keeps:
        break;
    case ListRole::KeepsAround:
        doubtFrom(m_paragraphBegin);
        break;
    case ListRole::KeepsAbove:
        doubtFrom(m_sectionBegin);
        break;
    }
    m_section = {m_now.line, hasIds};
}

void ListMatcher::doubtFrom(qsizetype first)
{
    for (qsizetype i = first; i < m_recordBegin; ++i) {
        ListLine &line = m_lines[i];
        if (line.doubt != ListDoubt::None)
            continue;
        line.doubt = ListDoubt::OtherLine;
        line.because = m_now.line;
        for (const ClusterKey &key : std::as_const(line.keys))
            m_doubted.insert(key, m_now.line);
    }
}

void ListMatcher::readLine()
{
    const ListRecord line = m_records.takeLine();
    begin(line);
    readText(line.text);
    end();
}

void ListMatcher::readText(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (m_folded.isEmpty()) {
        skip(text, Result::Blank);
        return;
    }
    if (const auto found = m_index.find(trimmed); !found.keys.isEmpty()) {
        take(trimmed, found.keys);
        return;
    }
    const QStringList ids = idsWithin(trimmed);
    if (isListComment(m_folded)) {
        skip(trimmed, Result::Comment);
        for (const QString &id : ids) {
            const QList<ClusterKey> keys = m_index.find(id).keys;
            for (const ClusterKey &key : keys) {
                if (holdsKeepingWord(m_folded))
                    m_doubted.insert(key, m_now.line);
            }
        }
        return;
    }
    const QStringList cells = ids.isEmpty() ? cutAnywhere(trimmed) : QStringList();
    const bool known = std::any_of(cells.begin(), cells.end(), [this](const QString &cell) {
        return !cell.isEmpty() && !m_index.find(cell).keys.isEmpty();
    });
    if (known) {
        for (const QString &cell : cells) {
            if (!cell.isEmpty())
                take(cell, m_index.find(cell).keys);
        }
        return;
    }
    const QStringList words = wordsLikeIds(trimmed);
    for (const QString &word : words) {
        // Only a whole line may be a name: "old-hpc-1" of "old-hpc-1.2" is none.
        take(word, isIdForm(word) ? m_index.find(word).keys : QList<ClusterKey>());
    }
    if (words.isEmpty() && mayBeEntry(trimmed))
        take(trimmed, {});
    else if (words.isEmpty())
        skip(trimmed, Result::Ignored);
}

/// Whether a line without a known name may be a name or a row of a list.
bool ListMatcher::mayBeEntry(const QString &trimmed) const
{
    static const QRegularExpression Word(
        QStringLiteral("^(?!<.*>$)[^ ]*[\\p{L}\\p{N}][^ ]*(?<![,.:!?。、…])$"),
        QRegularExpression::UseUnicodePropertiesOption);
    const bool letters = std::all_of(m_folded.begin(), m_folded.end(),
                                     [](QChar unit) { return unit.isLetter() || unit.isMark(); });
    return trimmed.contains(u'\t') ||
           (Word.match(m_folded).hasMatch() && !(letters && m_role != ListRole::Neither));
}

/// The doubt from the other cells of a row. The name of the cluster itself raises no doubt.
ListDoubt ListMatcher::doubtOfRow(const QStringList &cells, int idColumn) const
{
    if (isListComment(m_folded))
        return ListDoubt::Commented;
    const QString id = cells.value(idColumn);
    for (int column = 0; column < cells.size(); ++column) {
        const QString cell = foldedForList(cells.at(column));
        const ListTitle title = m_columns->titles.value(column, ListTitle::Fact);
        if ((title == ListTitle::Decides && !isYes(cell)) ||
            (title == ListTitle::Keeps && !isNo(cell)))
            return ListDoubt::Decision;
        if (title != ListTitle::Fact || cell.isEmpty() || m_columns->facts.contains(column))
            continue;
        const ListDoubt doubt = doubtIn(cell);
        if (doubt == ListDoubt::None)
            continue;
        const QList<ClusterKey> named = m_index.byName(cells.at(column));
        const bool ownName = std::any_of(named.begin(), named.end(), [&](const ClusterKey &key) {
            return idColumn < 0 || foldedForList(key.id) == foldedForList(id);
        });
        if (!ownName)
            return doubt;
    }
    return ListDoubt::None;
}

void ListMatcher::readRow()
{
    const ListRecord row = m_records.takeRecord(QString(m_columns->separator));
    begin(row);
    const auto cell = [&row](int column) { return row.cells.value(column); };
    const bool byId = !cell(m_columns->id).isEmpty();
    const int column = byId                                 ? m_columns->id
                       : !cell(m_columns->either).isEmpty() ? m_columns->either
                                                            : m_columns->name;
    if (m_now.doubt == ListDoubt::None)
        m_now.doubt = doubtOfRow(row.cells, byId ? column : -1);
    if (!cell(column).isEmpty())
        readCell(cell(column), byId);
    else if (std::all_of(row.cells.begin(), row.cells.end(),
                         [](const QString &c) { return c.isEmpty(); }))
        skip(row.text, Result::Blank);
    else
        take(row.text.trimmed(), {});
    end();
}

void ListMatcher::readCell(const QString &cell, bool idOnly)
{
    const auto find = [&](const QString &text) {
        return idOnly ? m_index.byId(text) : m_index.find(text).keys;
    };
    QList<ClusterKey> keys = find(cell);
    if (keys.isEmpty()) {
        if (const QString inner = withoutApostrophe(cell); !inner.isEmpty())
            keys = find(inner);
    }
    if (keys.isEmpty() && isListComment(foldedForList(cell))) {
        skip(cell, Result::Comment);
        return;
    }
    const QStringList words = keys.isEmpty() ? wordsLikeIds(cell) : QStringList();
    for (const QString &word : words)
        take(word, isIdForm(word) ? m_index.byId(word) : QList<ClusterKey>());
    if (words.isEmpty())
        take(cell, keys);
}

void ListMatcher::skip(const QString &text, Result result)
{
    ListLine line = m_now;
    line.text = text;
    line.result = result;
    m_lines.append(line);
}

void ListMatcher::take(const QString &text, const QList<ClusterKey> &keys)
{
    ListLine line = m_now;
    line.text = text;
    line.keys = keys;
    if (line.doubt != ListDoubt::None) {
        for (const ClusterKey &key : keys)
            m_doubted.insert(key, m_doubted.value(key, line.line));
    }
    m_lines.append(line);
}

/// Sets the final result of a line, when all lines are known.
void ListMatcher::judge(ListLine &line)
{
    const auto isNew = [](auto &seen, const auto &value) {
        const qsizetype before = seen.size();
        seen.insert(value);
        return seen.size() > before;
    };
    if (line.result != Result::NotFound) {
        ++(line.result == Result::Ignored ? m_counts.ignored : m_counts.skipped);
        return;
    }
    for (const ClusterKey &key : std::as_const(line.keys)) {
        if (line.doubt == ListDoubt::None && m_doubted.contains(key)) {
            line.doubt = ListDoubt::OtherLine;
            line.because = m_doubted.value(key);
        }
    }
    int *count = &m_counts.notFound;
    if (line.keys.isEmpty()) {
        line.again = !isNew(m_missed, foldedForList(line.text));
    } else if (line.keys.size() == 1 && line.doubt == ListDoubt::None) {
        line.result = Result::Matched;
        line.again = !isNew(m_seen, line.keys.first());
        count = &m_counts.matched;
        if (!line.again)
            m_matched.append(line.keys.first());
    } else {
        const bool doubtful = line.doubt != ListDoubt::None;
        line.result = doubtful ? Result::Doubtful : Result::Ambiguous;
        // The same spelling may have different candidates: those of the exact form or all.
        const QString spelling = line.keys.size() == 1 ? QString() : foldedForList(line.text);
        line.again = !isNew(m_asked, QStringLiteral("%1 %2 %3\n")
                                             .arg(line.keys.size())
                                             .arg(line.keys.first().account, line.keys.first().id) +
                                         spelling);
        count = doubtful ? &m_counts.doubtful : &m_counts.ambiguous;
    }
    ++(line.again ? m_counts.again : *count);
}

ListMatching::ListMatching(const ClusterModel &clusters)
    : m_clusters(clusters)
{
    restart();
}

void ListMatching::setText(const QString &text)
{
    m_text = text;
    m_matcher.emplace(m_index, m_text);
    m_done = false;
}

void ListMatching::restart()
{
    m_index = ListIndex();
    m_indexed = 0;
    setText(m_text);
}

bool ListMatching::advance(int steps)
{
    for (; steps > 0 && m_indexed < m_clusters.rowCount(); ++m_indexed, --steps) {
        m_index.add(m_clusters.keyAt(m_indexed),
                    m_clusters.rowAt(m_indexed).text(&ClusterRecord::name));
    }
    if (m_indexed < m_clusters.rowCount())
        return false;
    m_done = m_matcher->advance(steps);
    return m_done;
}

} // namespace clusterdeck
