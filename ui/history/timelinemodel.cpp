// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/timelinemodel.h"

#include "ui/history/cells.h"
#include "ui/history/timelinetext.h"
#include "ui/look/rowtext.h"

namespace clusterdeck
{

void TimelineModel::show(const Timeline &timeline, const QList<qsizetype> &lines)
{
    QList<Row> rows;
    rows.reserve(lines.size());
    for (const qsizetype line : lines)
        rows.append({timeline.identityOf(timeline.lines.at(line)), line});
    replaceRows(
        m_rows, rows, [](const Row &row) { return row.identity; }, [&] { m_timeline = timeline; });
}

QList<qsizetype> TimelineModel::lines() const
{
    QList<qsizetype> lines;
    for (const Row &row : m_rows)
        lines.append(row.line);
    return lines;
}

int TimelineModel::rowOf(const QString &identity) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (identityAt(row) == identity)
            return row;
    }
    return -1;
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::AccessibleDescriptionRole)
        return rowText(index, {What, Clusters, When, Outcome});
    const TimelineLine &line = lineAt(index.row());
    switch (Column(index.column())) {
    case What:
        return ownCell(role, whatText(m_timeline, line));
    case Clusters:
        return ownCell(role, clustersText(line));
    case When:
        return ownCell(role, dateTimeOrNothing(line.at));
    case Who:
        return ownCell(role, whoText(m_timeline, line));
    case Account:
        return foreignCell(role, line.accountName);
    case Zone:
        return foreignCell(role, line.zone);
    case Outcome:
        if (role == Qt::DecorationRole) {
            const StateLook look = lookOf(line.outcomes);
            return glyphIcon(look.glyph, look.tone);
        }
        return ownCell(role, outcomeText(m_timeline, line)); // blanks and all
    }
    return {};
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headerCell(section, orientation, role,
                      {tr("What"), tr("Clusters"), tr("When"), tr("Outcome"), tr("Who"),
                       tr("Account"), tr("Zone")});
}

} // namespace clusterdeck
