// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historymodels.h"

#include "ui/look/errortext.h"
#include "ui/look/format.h"
#include "ui/look/statelook.h"
#include "ui/operations/verbtext.h"

namespace clusterdeck
{

namespace
{

/// The roles in which a text of ours is shown, said and explained; nothing for the others.
QVariant ownTextFor(int role, const QString &text)
{
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::AccessibleTextRole:
        return text.isEmpty() ? HistoryModel::tr("nothing") : text;
    case Qt::ToolTipRole:
        return plainToolTip(text);
    default:
        return {};
    }
}

/// The same for a text that others may have written.
QVariant textFor(int role, const QString &foreign)
{
    return ownTextFor(role, shownLine(foreign));
}

QVariant headerFor(int section, Qt::Orientation orientation, int role, const QStringList &names)
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | Qt::AlignLeft);
    return role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

QString timeOrNothing(const QDateTime &time)
{
    return time.isValid() ? timeText(time) : QString();
}

} // namespace

void HistoryModel::setBatches(const QList<Batch> &batches)
{
    beginResetModel();
    m_batches = batches;
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_batches.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Batch &batch = m_batches.at(index.row());
    switch (Column(index.column())) {
    case What:
        return textFor(role, batchTitle(batch));
    case When:
        return textFor(role, dateTimeText(batch.confirmedAt));
    case Account:
        return textFor(role, batch.accountName);
    case Zone:
        return textFor(role, batch.zone);
    case Outcome:
        return ownTextFor(role, countsText(batch)); // blanks and all
    }
    return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headerFor(section, orientation, role,
                     {tr("What"), tr("When"), tr("Account"), tr("Zone"), tr("Outcome")});
}

void HistoryItemsModel::setBatch(const Batch &batch)
{
    beginResetModel();
    m_batch = batch;
    endResetModel();
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
    const BatchItem &item = m_batch.items.at(index.row());
    if (role == Qt::DecorationRole && index.column() == State) {
        const StateLook look = lookOf(item);
        return glyphIcon(look.glyph, look.tone);
    }
    return textFor(role, text(item, index.column()));
}

QVariant HistoryItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headerFor(
        section, orientation, role,
        {tr("Name"), tr("ID"), tr("State"), tr("Job"), tr("Sent"), tr("Ended"), tr("Reason")});
}

void HistoryEventsModel::setEvents(const Batch &batch, const QList<JournalEvent> &events,
                                   std::optional<int> item)
{
    beginResetModel();
    m_batch = batch;
    m_events = events;
    if (item)
        m_events.removeIf([&](const JournalEvent &event) { return event.item != *item; });
    endResetModel();
}

int HistoryEventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int HistoryEventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryEventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JournalEvent &event = m_events.at(index.row());
    const bool known = event.item >= 0 && event.item < m_batch.items.size();
    switch (Column(index.column())) {
    case Cluster:
        return textFor(role, known ? m_batch.items.at(event.item).key.id : QString());
    case Time:
        return textFor(role, timeText(event.at));
    case Event:
        return textFor(role, event.event);
    case State:
        return textFor(role, event.state);
    case Evidence:
        return textFor(role, event.evidence);
    }
    return {};
}

QVariant HistoryEventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headerFor(
        section, orientation, role,
        {tr("Cluster"), tr("Time"), tr("Event"), tr("State after it"), tr("Evidence")});
}

} // namespace clusterdeck
