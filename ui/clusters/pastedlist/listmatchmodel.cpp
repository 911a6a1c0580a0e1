// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/pastedlist/listmatchmodel.h"

#include "ui/text/format.h"
#include "ui/theme/environment.h"
#include "ui/words/statelook.h"

namespace clusterdeck
{

namespace
{

constexpr int ResultColumn = 0; ///< the one with the check boxes

/// The style of a column that a screen reader announces for every cell of the row.
ColumnStyle styleOf(int digits)
{
    return {.digits = digits, .spoken = true, .empty = EmptyCell::Nothing};
}

/// Whether the user chooses among the candidates, by ticking.
bool asks(const ListLine &line)
{
    return !line.again && (line.result == ListLine::Result::Ambiguous ||
                           line.result == ListLine::Result::Doubtful);
}

bool isProblem(const ListLine &line)
{
    return asks(line) || (!line.again && line.result == ListLine::Result::NotFound);
}

/// Why a line does not select its clusters by itself.
QString doubtText(const ListLine &line)
{
    switch (line.doubt) {
    case ListDoubt::None:
        return {};
    case ListDoubt::Words:
        return ListMatchModel::tr("The line may say to keep it.");
    case ListDoubt::Struck:
        return ListMatchModel::tr("The line is struck through.");
    case ListDoubt::Quoted:
        return ListMatchModel::tr("The line is quoted.");
    case ListDoubt::Commented:
        return ListMatchModel::tr("It is in a comment.");
    case ListDoubt::Marked:
        return ListMatchModel::tr("The check mark in the line may mean yes or no.");
    case ListDoubt::Decision:
        return ListMatchModel::tr("The row does not say yes.");
    case ListDoubt::Section:
    case ListDoubt::OtherLine:
        return ListMatchModel::tr("Line %1 may say to keep it.").arg(numberText(line.because));
    }
    Q_UNREACHABLE();
}

StateLook lookOf(const ListLine &line)
{
    const bool repeated = line.again && line.doubt == ListDoubt::None;
    if (repeated && line.result != ListLine::Result::NotFound)
        return {ListMatchModel::tr("Repeated"), Glyph::Minus, StatusColor::Neutral};
    switch (line.result) {
    case ListLine::Result::Matched:
        return {ListMatchModel::tr("Matched"), Glyph::Check, StatusColor::Good};
    case ListLine::Result::Ambiguous:
        return {ListMatchModel::tr("Ambiguous"), Glyph::Question, StatusColor::Warning};
    case ListLine::Result::Doubtful:
        return {ListMatchModel::tr("Doubtful"), Glyph::Warning, StatusColor::Warning};
    case ListLine::Result::NotFound:
        return {ListMatchModel::tr("Not found"), Glyph::Cross, StatusColor::Bad};
    case ListLine::Result::Ignored:
        return {ListMatchModel::tr("Text, ignored"), Glyph::Info, StatusColor::Neutral};
    case ListLine::Result::Blank:
    case ListLine::Result::Header:
        return {ListMatchModel::tr("Headings"), Glyph::Info, StatusColor::Neutral};
    case ListLine::Result::Comment:
        return {ListMatchModel::tr("Comment, skipped"), Glyph::Info, StatusColor::Neutral};
    }
    Q_UNREACHABLE();
}

} // namespace

ListMatchModel::ListMatchModel(const ClusterModel &clusters, QObject *parent)
    : RecordModel(
          {
              {"result", tr("Result"), styleOf(19),
               [this](const Row &row) {
                   return row.isCandidate() ? tr("This one") : lookOf(lineOf(row)).word;
               },
               [this](const Row &row) {
                   const StateLook look = lookOf(lineOf(row));
                   return row.isCandidate() ? QIcon() : glyphIcon(look.glyph, look.statusColor);
               }},
              {"line",
               tr("Line"),
               {.digits = 6, .numeric = true, .empty = EmptyCell::Nothing},
               [this](const Row &row) {
                   return row.isCandidate() ? QString() : numberText(lineOf(row).line);
               }},
              {"sought", tr("In the list"), styleOf(18),
               [this](const Row &row) { return row.isCandidate() ? QString() : lineOf(row).text; }},
              {"whole_line", tr("The whole line"), styleOf(28),
               [this](const Row &row) { return lineOf(row).whole; }},
              {"name",
               tr("Name"),
               {.digits = 20, .fills = true, .spoken = true, .empty = EmptyCell::Nothing},
               [this](const Row &row) { return nameText(row); }},
              {"id",
               tr("ID"),
               {.digits = 17, .whole = true, .spoken = true, .empty = EmptyCell::Nothing},
               [this](const Row &row) {
                   const auto key = keyOf(row);
                   return key ? key->id : QString();
               }},
              {"status", tr("Status"), styleOf(14),
               [this](const Row &row) {
                   const auto key = keyOf(row);
                   const auto cluster = key ? m_clusters.find(*key) : std::nullopt;
                   return cluster ? clusterdeck::lookOf(cluster->record).word : QString();
               }},
              {"account",
               tr("Account"),
               {.digits = 12, .empty = EmptyCell::Nothing},
               [this](const Row &row) {
                   const auto key = keyOf(row);
                   return key ? accountText(m_clusters.label(key->account)) : QString();
               },
               [this](const Row &row) {
                   const auto key = keyOf(row);
                   return key ? environmentIcon(m_clusters.label(key->account).color) : QIcon();
               }},
          },
          [](const Row &row) { return std::pair(row.line, row.candidate); }, parent)
    , m_clusters(clusters)
{
}

void ListMatchModel::setLines(const QList<ListLine> &lines)
{
    // The rows stay as they are when a refresh changes no match; names and states may have changed.
    if (lines == m_lines) {
        readAgain();
        return;
    }
    QSet<ClusterKey> candidates;
    for (const ListLine &line : lines) {
        if (asks(line))
            candidates.unite(QSet<ClusterKey>(line.keys.begin(), line.keys.end()));
    }
    m_ticked.intersect(candidates);
    arrange(lines);
}

void ListMatchModel::setOnlyProblems(bool only)
{
    m_onlyProblems = only;
    arrange(m_lines);
}

void ListMatchModel::arrange(const QList<ListLine> &lines)
{
    QList<Row> rows;
    for (int i = 0; i < lines.size(); ++i) {
        const ListLine &line = lines.at(i);
        if (line.result == ListLine::Result::Blank || (m_onlyProblems && !isProblem(line)))
            continue;
        rows.append({i, -1});
        if (!asks(line))
            continue;
        for (int candidate = 0; candidate < line.keys.size(); ++candidate)
            rows.append({i, candidate});
    }
    setRecords(rows, [this, lines] { m_lines = lines; });
}

QList<ClusterKey> ListMatchModel::ticked() const
{
    QList<ClusterKey> keys;
    QSet<ClusterKey> left = m_ticked;
    for (const ListLine &line : m_lines) {
        if (left.isEmpty())
            break;
        if (!asks(line))
            continue;
        for (const ClusterKey &key : line.keys) {
            if (left.remove(key))
                keys.append(key);
        }
    }
    return keys;
}

QStringList ListMatchModel::notFound() const
{
    QStringList texts;
    for (const ListLine &line : m_lines) {
        if (line.result == ListLine::Result::NotFound && !line.again)
            texts.append(line.text);
    }
    return texts;
}

const ListLine &ListMatchModel::lineOf(const Row &row) const
{
    return m_lines.at(row.line);
}

std::optional<ClusterKey> ListMatchModel::keyOf(const Row &row) const
{
    const ListLine &line = lineOf(row);
    if (row.isCandidate())
        return line.keys.at(row.candidate);
    return line.result == ListLine::Result::Matched ? std::optional(line.keys.first())
                                                    : std::nullopt;
}

/// The name of the row's cluster. Without one: the number of candidates, or why the line is
/// doubtful.
QString ListMatchModel::nameText(const Row &row) const
{
    if (const auto key = keyOf(row)) {
        const auto place = m_clusters.rowOf(*key);
        return place ? m_clusters.rowAt(*place).text(&ClusterRecord::name) : QString();
    }
    const ListLine &line = lineOf(row);
    if (line.result == ListLine::Result::Doubtful)
        return doubtText(line);
    return line.result == ListLine::Result::Ambiguous && !line.again
               ? tr("%Ln cluster(s), tick the ones you mean", nullptr, int(line.keys.size()))
               : QString();
}

QVariant ListMatchModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::CheckStateRole)
        return RecordModel::data(index, role);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != ResultColumn ||
        !isCandidate(index.row()))
        return {};
    return int(m_ticked.contains(*keyOf(at(index.row()))) ? Qt::Checked : Qt::Unchecked);
}

bool ListMatchModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.column() != ResultColumn || !isCandidate(index.row()))
        return false;
    const ClusterKey key = *keyOf(at(index.row()));
    if (value.toInt() == Qt::Checked)
        m_ticked.insert(key);
    else
        m_ticked.remove(key);
    showTicked();
    return true;
}

void ListMatchModel::toggle(const QList<int> &rows)
{
    QSet<ClusterKey> candidates;
    for (const int row : rows) {
        if (isCandidate(row))
            candidates.insert(*keyOf(at(row)));
    }
    if (m_ticked.contains(candidates))
        m_ticked.subtract(candidates);
    else
        m_ticked.unite(candidates);
    showTicked();
}

void ListMatchModel::showTicked()
{
    // The same cluster may be a candidate in several rows.
    emit dataChanged(index(0, ResultColumn), index(rowCount() - 1, ResultColumn),
                     {Qt::CheckStateRole});
    emit tickedChanged();
}

Qt::ItemFlags ListMatchModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = RecordModel::flags(index);
    if (index.isValid() && index.column() == ResultColumn && isCandidate(index.row()))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace clusterdeck
