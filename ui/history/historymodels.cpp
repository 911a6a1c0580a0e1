// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historymodels.h"

#include "ui/history/cells.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"
#include "ui/theme/statelook.h"
#include "ui/widgets/rowtext.h"

namespace clusterdeck
{

namespace
{

QString timeOrNothing(const QDateTime &time)
{
    return time.isValid() ? timeText(time) : QString();
}

} // namespace

void HistoryItemsModel::setBatch(const Batch &batch)
{
    // A batch's items are frozen: the same batch has the same rows.
    const bool same = batch.id == m_batch.id && batch.items.size() == m_batch.items.size();
    if (!same)
        beginResetModel();
    m_batch = batch;
    if (!same)
        endResetModel();
    else if (!batch.items.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int HistoryItemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_batch.items.size());
}

int HistoryItemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString HistoryItemsModel::text(const BatchItem &item, int column)
{
    switch (Column(column)) {
    case Name:
        return item.shown.name;
    case Id:
        return item.key.id;
    case State:
        return lookOf(item).word;
    case Job:
        return item.jobId;
    case Sent:
        return timeOrNothing(item.sentAt);
    case Ended:
        return timeOrNothing(item.endedAt);
    case Reason:
        return reasonText(item);
    }
    return {};
}

QVariant HistoryItemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::AccessibleDescriptionRole)
        return rowText(index, {Name, Id, State});
    const BatchItem &item = m_batch.items.at(index.row());
    if (role == Qt::DecorationRole && index.column() == State) {
        const StateLook look = lookOf(item);
        return glyphIcon(look.glyph, look.statusColor);
    }
    return foreignCell(role, text(item, index.column()));
}

QVariant HistoryItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headerCell(
        section, orientation, role,
        {tr("Name"), tr("ID"), tr("State"), tr("Job"), tr("Sent"), tr("Ended"), tr("Reason")});
}

void HistoryEventsModel::setEvents(const Batch &batch, const QList<JournalEvent> &events,
                                   std::optional<int> item)
{
    QList<Row> rows;
    for (int number = 0; number < int(events.size()); ++number) {
        if (!item || events.at(number).item == *item)
            rows.append({number, events.at(number)});
    }
    if (batch.id != m_batch.id)
        replaceRows(m_rows, {}, [](const Row &row) { return row.number; });
    replaceRows(
        m_rows, rows, [](const Row &row) { return row.number; }, [&] { m_batch = batch; });
}

int HistoryEventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HistoryEventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryEventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::AccessibleDescriptionRole)
        return rowText(index, {Cluster, Time, Event, State});
    const JournalEvent &event = m_rows.at(index.row()).event;
    const bool known = event.item >= 0 && event.item < m_batch.items.size();
    switch (Column(index.column())) {
    case Cluster:
        return foreignCell(role, known ? m_batch.items.at(event.item).key.id : QString());
    case Time:
        return foreignCell(role, timeText(event.at));
    case Event:
        return foreignCell(role, event.event);
    case State:
        return foreignCell(role, event.state);
    case Evidence:
        return foreignCell(role, event.evidence);
    }
    return {};
}

QVariant HistoryEventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headerCell(
        section, orientation, role,
        {tr("Cluster"), tr("Time"), tr("Event"), tr("State after it"), tr("Evidence")});
}

} // namespace clusterdeck
