// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/activitymodel.h"

#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/widgets/rowtext.h"
#include "ui/words/errortext.h"
#include "ui/words/statelook.h"
#include "ui/words/verbtext.h"

namespace clusterdeck
{

ActivityModel::ActivityModel(OperationService &operationService, Clock &clock, QObject *parent)
    : QAbstractItemModel(parent)
    , m_clock(clock)
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &ActivityModel::tick);
    connect(&operationService, &OperationService::batchAdded, this, &ActivityModel::add);
    for (BatchRunner *runner : operationService.batches())
        add(runner);
}

void ActivityModel::add(BatchRunner *runner)
{
    const int batch = int(m_entries.size());
    beginInsertRows({}, 0, 0);
    Entry entry{runner, m_clock.awake(), std::nullopt, {}};
    entry.itemTook.resize(runner->batch().items.size());
    m_entries.append(entry);
    endInsertRows();
    connect(runner, &BatchRunner::itemChanged, this,
            [this, batch](int item) { itemChanged(batch, item); });
    connect(runner, &BatchRunner::holdChanged, this, [this, batch] { batchChanged(batch); });
    connect(runner, &BatchRunner::finished, this, [this, batch] { batchChanged(batch); });
    updateTimer();
}

void ActivityModel::itemChanged(int batch, int item)
{
    Entry &entry = m_entries[batch];
    const BatchItem &changed = entry.runner->batch().items.at(item);
    if (isEnd(changed.state) && changed.sentAt.isValid() && !entry.itemTook.at(item))
        entry.itemTook[item] = m_clock.awake() - changed.sentAwake;
    const QModelIndex parent = batchIndex(batch, 0);
    emit dataChanged(index(item, 0, parent), index(item, ColumnCount - 1, parent));
    batchChanged(batch);
}

void ActivityModel::batchChanged(int batch)
{
    Entry &entry = m_entries[batch];
    if (entry.runner->isFinished() && !entry.took)
        entry.took = m_clock.awake() - entry.begun;
    emit dataChanged(batchIndex(batch, 0), batchIndex(batch, ColumnCount - 1));
    updateTimer();
}

void ActivityModel::setWatched(bool watched)
{
    m_watched = watched;
    if (watched)
        tick();
    updateTimer();
}

void ActivityModel::updateTimer()
{
    const bool open = std::any_of(m_entries.begin(), m_entries.end(),
                                  [](const Entry &entry) { return !entry.took; });
    if (!open || !m_watched)
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

void ActivityModel::tick()
{
    for (int batch = 0; batch < m_entries.size(); ++batch) {
        const Entry &entry = m_entries.at(batch);
        if (entry.took)
            continue;
        emit dataChanged(batchIndex(batch, Elapsed), batchIndex(batch, Elapsed), {Qt::DisplayRole});
        const QModelIndex parent = batchIndex(batch, 0);
        emit dataChanged(index(0, Elapsed, parent), index(rowCount(parent) - 1, Elapsed, parent),
                         {Qt::DisplayRole});
    }
}

BatchRunner *ActivityModel::runnerAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const int batch = index.internalId() ? int(index.internalId()) - 1 : rowOfBatch(index.row());
    return m_entries.at(batch).runner;
}

const BatchItem *ActivityModel::itemAt(const QModelIndex &index) const
{
    if (!index.isValid() || !index.internalId())
        return nullptr;
    return &runnerAt(index)->batch().items.at(index.row());
}

QModelIndex ActivityModel::indexOf(const BatchRunner *runner) const
{
    for (int batch = 0; batch < m_entries.size(); ++batch) {
        if (m_entries.at(batch).runner == runner)
            return batchIndex(batch, 0);
    }
    return {};
}

QModelIndex ActivityModel::batchIndex(int batch, int column) const
{
    return createIndex(rowOfBatch(batch), column, quintptr(0));
}

QModelIndex ActivityModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    return createIndex(row, column, quintptr(rowOfBatch(parent.row())) + 1);
}

QModelIndex ActivityModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || !child.internalId())
        return {};
    return batchIndex(int(child.internalId()) - 1, 0);
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_entries.size());
    if (parent.internalId() || parent.column() != 0)
        return 0;
    return int(m_entries.at(rowOfBatch(parent.row())).runner->batch().items.size());
}

int ActivityModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString ActivityModel::elapsed(const Entry &entry, int item) const
{
    const BatchItem &of = entry.runner->batch().items.at(item);
    if (!of.sentAt.isValid())
        return {};
    const auto took = entry.itemTook.at(item);
    return durationText(took ? *took : m_clock.awake() - of.sentAwake);
}

QVariant ActivityModel::batchData(const Entry &entry, int column, int role) const
{
    const Batch &batch = entry.runner->batch();
    if (role == PercentRole && column == State)
        return batch.items.isEmpty()
                   ? 100
                   : int(qint64(entry.runner->tally().ended()) * 100 / batch.items.size());
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (Column(column)) {
    case Cluster:
        return tr("%1 – %2", "what – when").arg(batchTitle(batch), timeText(batch.confirmedAt));
    case State:
        return tr("%1 of %2")
            .arg(numberText(entry.runner->tally().ended()), numberText(int(batch.items.size())));
    case Elapsed:
        return durationText(entry.took ? *entry.took : m_clock.awake() - entry.begun);
    case Job:
        return {};
    case Reason:
        return batch.givenReason.isEmpty()
                   ? countsText(batch)
                   : clauses({countsText(batch), givenReasonText(batch.givenReason)});
    }
    return {};
}

QVariant ActivityModel::itemData(const Entry &entry, int item, int column, int role) const
{
    const BatchItem &of = entry.runner->batch().items.at(item);
    const StateLook look = lookOf(of);
    const QString name = shownLine(of.shown.name, LongestQuote);
    const QString id = shownLine(of.key.id, LongestNameShown);
    const QString who = name.isEmpty() ? id : tr("%1 (%2)", "name (id)").arg(name, id);
    if (role == Qt::DecorationRole && column == State)
        return glyphIcon(look.glyph, look.statusColor);
    if (role == Qt::ToolTipRole)
        return plainToolTip(itemData(entry, item, column, Qt::DisplayRole).toString());
    if (role == Qt::AccessibleTextRole && column == Cluster)
        return tr("%1, %2", "cluster, state").arg(who, look.word);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (Column(column)) {
    case Cluster:
        return who;
    case State:
        return look.word;
    case Elapsed:
        return elapsed(entry, item);
    case Job:
        return shownLine(of.jobId, LongestNameShown);
    case Reason:
        return reasonText(of);
    }
    return {};
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::AccessibleDescriptionRole)
        return rowText(index, {Cluster, State, Reason});
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (index.column() == Elapsed ? Qt::AlignRight : Qt::AlignLeft));
    if (index.internalId())
        return itemData(m_entries.at(int(index.internalId()) - 1), index.row(), index.column(),
                        role);
    return batchData(m_entries.at(rowOfBatch(index.row())), index.column(), role);
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Elapsed ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Cluster:
        return tr("Cluster");
    case State:
        return tr("State");
    case Elapsed:
        return tr("Elapsed");
    case Job:
        return tr("Job ID");
    case Reason:
        return tr("Reason");
    }
    return {};
}

QString ActivityModel::supportText(const QModelIndex &index) const
{
    const BatchItem *item = itemAt(index);
    if (!item) {
        const BatchRunner *runner = runnerAt(index);
        return runner ? labelled(batchTitle(runner->batch()), countsText(runner->batch()))
                      : QString();
    }
    const auto time = [](const QDateTime &at) {
        return at.isValid() ? at.toUTC().toString(Qt::ISODate) : QStringLiteral("-");
    };
    const QString job = shownLine(item->jobId, LongestNameShown);
    QStringList parts{shownLine(item->key.id, LongestNameShown),
                      lookOf(item->state).word,
                      tr("job %1").arg(job.isEmpty() ? QStringLiteral("-") : job),
                      tr("sent %1").arg(time(item->sentAt)),
                      tr("ended %1").arg(time(item->endedAt)),
                      reasonText(*item)};
    if (item->error && !item->error->detail.isEmpty())
        parts.append(shownLine(item->error->detail));
    parts.removeAll(QString());
    return clauses(parts);
}

} // namespace clusterdeck
