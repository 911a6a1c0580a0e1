// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/timelinemodel.h"

#include "ui/history/cells.h"
#include "ui/history/timelinetext.h"
#include "ui/widgets/rowtext.h"

namespace clusterdeck
{

void TimelineModel::show(const QList<TimelineLine> &all, const QList<qsizetype> &lines)
{
    QList<Row> rows;
    rows.reserve(lines.size());
    for (const qsizetype line : lines)
        rows.append({identityOf(all.at(line)), line});
    replaceRows(
        m_rows, rows, [](const Row &row) { return row.identity; }, [&] { m_all = all; });
}

QList<TimelineLine> TimelineModel::lines() const
{
    QList<TimelineLine> lines;
    for (const Row &row : m_rows)
        lines.append(m_all.at(row.line));
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
        return ownCell(role, whatText(line));
    case Clusters:
        return ownCell(role, clustersText(line));
    case When:
        return ownCell(role, dateTimeOrNothing(line.at));
    case Who:
        return ownCell(role, whoText(line));
    case Account:
        return foreignCell(role, line.accountName);
    case Zone:
        return foreignCell(role, line.zone);
    case Outcome:
        if (role == Qt::DecorationRole) {
            const StateLook look = lookOf(line.outcomes);
            return glyphIcon(look.glyph, look.statusColor);
        }
        return ownCell(role, outcomeText(line)); // blanks and all
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
