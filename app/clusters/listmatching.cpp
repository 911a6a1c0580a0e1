// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listmatching.h"

#include "app/clusters/clustermodel.h"

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

bool isWordCharacter(QChar unit)
{
    return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') ||
           (unit >= u'0' && unit <= u'9') || unit == u'-' || unit == u'_';
}

/// hpc- or ehpc-, then letters and digits to the end.
bool isIdForm(QStringView word)
{
    for (const QLatin1String beginning : {QLatin1String("hpc-"), QLatin1String("ehpc-")}) {
        if (!word.startsWith(beginning, Qt::CaseInsensitive))
            continue;
        const QStringView rest = word.mid(beginning.size());
        return !rest.isEmpty() && !rest.contains(u'-') && !rest.contains(u'_');
    }
    return false;
}

/// Headings, folded; those that say it best come first.
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

/// What was taken out of a list without being taken away.
bool isComment(const QString &text)
{
    return text.startsWith(u'#') || text.startsWith(u'＃');
}

/// What our own export, and others, put in front of a cell that a spreadsheet would calculate.
QString withoutApostrophe(const QString &cell)
{
    static const QString Signs = QStringLiteral("=+-@＝＋－＠");
    const QString rest = cell.startsWith(u'\'') ? cell.mid(1).trimmed() : QString();
    return !rest.isEmpty() && Signs.contains(rest.front()) ? rest : QString();
}

} // namespace

QStringList idsWithin(const QString &text)
{
    if (!text.contains(u'-') && !text.contains(u'－'))
        return {};
    // Narrow characters, and none that hide between them. What folding gathers into blanks are the
    // ends of words all the same.
    const QString plain = foldedForList(text);
    QStringList ids;
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
        if (isIdForm(word))
            ids.append(word.toString());
    }
    return ids;
}

ListMatcher::ListMatcher(const ListIndex &index, const QString &text)
    : m_index(index)
    , m_records(text)
{
}

bool ListMatcher::advance(int records)
{
    for (int i = 0; i < records && !m_records.atEnd(); ++i) {
        if (!m_begun)
            readFirst();
        else if (m_columns)
            readRow();
        else
            readLine();
    }
    return m_records.atEnd();
}

/// Up to the first line with something on it, which may say what the others hold.
void ListMatcher::readFirst()
{
    const ListRecord line = m_records.peekLine();
    if (line.text.trimmed().isEmpty()) {
        skip(line.line, line.text, Result::Blank);
        (void)m_records.takeLine();
        return;
    }
    m_begun = true;
    m_columns = columnsOf(line.text);
    if (!m_columns) {
        readLine();
        return;
    }
    skip(line.line, line.text.trimmed(), Result::Header);
    (void)m_records.takeLine();
}

std::optional<ListMatcher::Columns> ListMatcher::columnsOf(const QString &line) const
{
    std::optional<Columns> best;
    if (!idsWithin(line).isEmpty())
        return best; // it asks for something
    int most = 0;
    for (const QChar separator : {u'\t', u';', u','}) {
        QStringList cells = cutAt(line, separator);
        // A cluster may be called "Name": a heading by itself is one only when none is.
        const bool single = cells.size() == 1;
        for (QString &cell : cells)
            cell = foldedForList(cell);
        const Columns columns{separator, columnNamed(IdHeadings, cells),
                              columnNamed(NameHeadings, cells), columnNamed(EitherHeadings, cells)};
        const int known = (columns.id >= 0) + (columns.name >= 0) + (columns.either >= 0);
        if (known > most && !(single && !m_index.find(line.trimmed()).keys.isEmpty())) {
            most = known;
            best = columns;
        }
    }
    return best;
}

void ListMatcher::readLine()
{
    const ListRecord line = m_records.takeLine();
    readText(line.line, line.text);
}

void ListMatcher::readText(int line, const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        skip(line, text, Result::Blank);
        return;
    }
    if (const auto found = m_index.find(trimmed); !found.keys.isEmpty()) {
        take(line, trimmed, found.keys);
        return;
    }
    if (isComment(trimmed)) {
        skip(line, trimmed, Result::Comment);
        return;
    }
    const QStringList ids = idsWithin(trimmed);
    for (const QString &id : ids)
        take(line, id, m_index.find(id).keys);
    if (!ids.isEmpty())
        return;
    const QStringList cells = cutAnywhere(trimmed);
    const bool known = std::any_of(cells.begin(), cells.end(), [this](const QString &cell) {
        return !cell.isEmpty() && !m_index.find(cell).keys.isEmpty();
    });
    if (!known) {
        take(line, trimmed, {});
        return;
    }
    for (const QString &cell : cells) {
        if (!cell.isEmpty())
            take(line, cell, m_index.find(cell).keys);
    }
}

void ListMatcher::readRow()
{
    const ListRecord row = m_records.takeRecord(m_columns->separator);
    const auto cell = [&row](int column) { return row.cells.value(column); };
    if (!cell(m_columns->id).isEmpty()) {
        readCell(row.line, cell(m_columns->id), true);
        return;
    }
    for (const int column : {m_columns->either, m_columns->name}) {
        if (!cell(column).isEmpty()) {
            readCell(row.line, cell(column), false);
            return;
        }
    }
    if (std::all_of(row.cells.begin(), row.cells.end(),
                    [](const QString &c) { return c.isEmpty(); }))
        skip(row.line, row.text, Result::Blank);
    else
        take(row.line, row.text.trimmed(), {});
}

void ListMatcher::readCell(int line, const QString &cell, bool idOnly)
{
    const auto find = [&](const QString &text) {
        return idOnly ? m_index.byId(text) : m_index.find(text).keys;
    };
    QList<ClusterKey> keys = find(cell);
    if (keys.isEmpty()) {
        if (const QString inner = withoutApostrophe(cell); !inner.isEmpty())
            keys = find(inner);
    }
    if (keys.isEmpty() && isComment(cell)) {
        skip(line, cell, Result::Comment);
        return;
    }
    const QStringList ids = keys.isEmpty() ? idsWithin(cell) : QStringList();
    for (const QString &id : ids)
        take(line, id, m_index.byId(id));
    if (ids.isEmpty())
        take(line, cell, keys);
}

void ListMatcher::skip(int line, const QString &text, Result result)
{
    m_lines.append({line, text, result, {}, false});
    ++m_counts.skipped;
}

void ListMatcher::take(int line, const QString &text, const QList<ClusterKey> &keys)
{
    const auto isNew = [](auto &seen, const auto &value) {
        const qsizetype before = seen.size();
        seen.insert(value);
        return seen.size() > before;
    };
    ListLine found{line, text, Result::NotFound, keys, false};
    int *count = &m_counts.notFound;
    if (keys.size() == 1) {
        found.result = Result::Matched;
        found.again = !isNew(m_seen, keys.first());
        count = &m_counts.matched;
        if (!found.again)
            m_matched.append(keys.first());
    } else if (!keys.isEmpty()) {
        found.result = Result::Ambiguous;
        // Of one spelling the candidates are either those of its exact form or all of them.
        found.again =
            !isNew(m_asked, QStringLiteral("%1 %2\n").arg(keys.size()).arg(keys.first().id) +
                                foldedForList(text));
        count = &m_counts.ambiguous;
    } else {
        found.again = !isNew(m_missed, foldedForList(text));
    }
    ++(found.again ? m_counts.again : *count);
    m_lines.append(found);
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
                    m_clusters.rowAt(m_indexed).text(ClusterRow::Text::Name));
    }
    if (m_indexed < m_clusters.rowCount())
        return false;
    m_done = m_matcher->advance(steps);
    return m_done;
}

} // namespace clusterdeck
