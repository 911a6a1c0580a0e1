// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/pastedlist/listmatchmodel.h"

#include "ui/text/format.h"
#include "ui/theme/environment.h"
#include "ui/theme/statelook.h"
#include "ui/widgets/rowtext.h"

namespace clusterdeck
{

namespace
{

/// Whether a person decides, by ticking.
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
        return ListMatchModel::tr("The mark in the line may mean yes or no.");
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
    : RowModel(parent)
    , m_clusters(clusters)
{
}

void ListMatchModel::setLines(const QList<ListLine> &lines)
{
    // A refresh that changes no match must not take the table from under somebody's hands.
    if (lines == m_lines) {
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
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

/// The same place in the list is the same row.
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
    replaceRows(
        m_rows, rows, [](const Row &row) { return std::pair(row.line, row.candidate); },
        [this, lines] { m_lines = lines; });
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

int ListMatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ListMatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<ClusterKey> ListMatchModel::keyOf(const Row &row) const
{
    const ListLine &line = m_lines.at(row.line);
    if (row.candidate >= 0)
        return line.keys.at(row.candidate);
    return line.result == ListLine::Result::Matched ? std::optional(line.keys.first())
                                                    : std::nullopt;
}

QString ListMatchModel::clusterText(const ClusterKey &key, Column column) const
{
    if (column == Id)
        return key.id;
    if (column == Account)
        return accountText(m_clusters.label(key.account));
    const auto row = m_clusters.rowOf(key);
    if (!row)
        return {};
    return column == Name ? m_clusters.rowAt(*row).text(&ClusterRecord::name)
                          : clusterdeck::lookOf(m_clusters.clusterAt(*row).record).word;
}

QString ListMatchModel::text(const Row &row, Column column) const
{
    const ListLine &line = m_lines.at(row.line);
    const bool candidate = row.candidate >= 0;
    switch (column) {
    case Result:
        return candidate ? tr("This one") : lookOf(line).word;
    case Line:
        return candidate ? QString() : numberText(line.line);
    case Sought:
        return candidate ? QString() : line.text;
    case Whole:
        return line.whole;
    case Name:
    case Id:
    case Status:
    case Account:
        break;
    }
    if (const auto key = keyOf(row))
        return clusterText(*key, column);
    if (column == Name && line.result == ListLine::Result::Doubtful)
        return doubtText(line);
    // How many there are to choose from, where their names will stand.
    return column == Name && line.result == ListLine::Result::Ambiguous && !line.again
               ? tr("%Ln cluster(s), tick the ones you mean", nullptr, int(line.keys.size()))
               : QString();
}

QVariant ListMatchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shownLine(text(row, column));
    case Qt::AccessibleTextRole: {
        const QString shown = shownLine(text(row, column));
        return shown.isEmpty() ? tr("nothing") : shown;
    }
    case Qt::AccessibleDescriptionRole:
        return rowText(index, {Result, Sought, Name, Id, Status, Whole});
    case Qt::ToolTipRole:
        return plainToolTip(text(row, column));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column == Line ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::CheckStateRole:
        if (column == Result && row.candidate >= 0)
            return int(m_ticked.contains(*keyOf(row)) ? Qt::Checked : Qt::Unchecked);
        return {};
    case Qt::DecorationRole:
        if (column == Result && row.candidate < 0) {
            const StateLook look = lookOf(m_lines.at(row.line));
            return glyphIcon(look.glyph, look.statusColor);
        }
        if (const auto key = keyOf(row); key && column == Account)
            return environmentIcon(m_clusters.label(key->account).color);
        return {};
    default:
        return {};
    }
}

bool ListMatchModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.column() != Result || !isCandidate(index.row()))
        return false;
    const ClusterKey key = *keyOf(m_rows.at(index.row()));
    if (value.toInt() == Qt::Checked)
        m_ticked.insert(key);
    else
        m_ticked.remove(key);
    // The same cluster may be a candidate elsewhere too.
    emit dataChanged(this->index(0, Result), this->index(rowCount() - 1, Result),
                     {Qt::CheckStateRole});
    emit tickedChanged();
    return true;
}

void ListMatchModel::toggle(int row)
{
    const QModelIndex cell = index(row, Result);
    const bool ticked = cell.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    (void)setData(cell, int(ticked ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

QVariant ListMatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Line ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Result:
        return tr("Result");
    case Line:
        return tr("Line");
    case Sought:
        return tr("In the list");
    case Whole:
        return tr("The whole line");
    case Name:
        return tr("Name");
    case Id:
        return tr("ID");
    case Status:
        return tr("Status");
    case Account:
        return tr("Account");
    }
    return {};
}

Qt::ItemFlags ListMatchModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Result && isCandidate(index.row()))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace clusterdeck
