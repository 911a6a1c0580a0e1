// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/activitymodel.h"

#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/words/errortext.h"
#include "ui/words/statelook.h"
#include "ui/words/verbtext.h"

namespace clusterdeck
{

ActivityModel::ActivityModel(OperationService &operationService, Clock &clock, QObject *parent)
    : ColumnModel(parent)
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
    emit dataChanged(index(item, 0, parent), index(item, columnCount() - 1, parent));
    batchChanged(batch);
}

void ActivityModel::batchChanged(int batch)
{
    Entry &entry = m_entries[batch];
    if (entry.runner->isFinished() && !entry.took)
        entry.took = m_clock.awake() - entry.begun;
    emit dataChanged(batchIndex(batch, 0), batchIndex(batch, columnCount() - 1));
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
    return int(m_columns.size());
}

ActivityModel::Row ActivityModel::rowAt(const QModelIndex &index) const
{
    const bool isItem = index.internalId() != 0;
    const Entry &entry =
        m_entries.at(isItem ? int(index.internalId()) - 1 : rowOfBatch(index.row()));
    return {entry, isItem ? index.row() : -1, itemAt(index)};
}

QString ActivityModel::elapsed(const Row &row) const
{
    if (!row.item)
        return durationText(row.entry.took.value_or(m_clock.awake() - row.entry.begun));
    if (!row.item->sentAt.isValid())
        return {};
    return durationText(
        row.entry.itemTook.at(row.number).value_or(m_clock.awake() - row.item->sentAwake));
}

QList<RecordColumn<ActivityModel::Row>> ActivityModel::columns() const
{
    const auto cluster = [](const Row &row) {
        if (!row.item) {
            const Batch &batch = row.entry.runner->batch();
            return tr("%1 – %2", "what – when").arg(batchTitle(batch), timeText(batch.confirmedAt));
        }
        const QString name = shownLine(row.item->shown.name, LongestQuote);
        const QString id = shownLine(row.item->key.id, LongestNameShown);
        return name.isEmpty() ? id : tr("%1 (%2)", "name (id)").arg(name, id);
    };
    const auto state = [](const Row &row) {
        if (row.item)
            return lookOf(*row.item).word;
        return tr("%1 of %2")
            .arg(numberText(row.entry.runner->tally().ended()),
                 numberText(int(row.entry.runner->batch().items.size())));
    };
    const auto sign = [](const Row &row) {
        if (!row.item)
            return QIcon();
        const StateLook look = lookOf(*row.item);
        return glyphIcon(look.glyph, look.statusColor);
    };
    const auto reason = [](const Row &row) {
        if (row.item)
            return reasonText(*row.item, NotCut);
        const Batch &batch = row.entry.runner->batch();
        return batch.givenReason.isEmpty()
                   ? countsText(batch)
                   : clauses({countsText(batch), givenReasonText(batch.givenReason)});
    };
    constexpr EmptyCell Nothing = EmptyCell::Nothing;
    return {{"cluster", tr("Cluster"), {.digits = 46, .spoken = true, .empty = Nothing}, cluster},
            {"state", tr("State"), {.digits = 18, .spoken = true, .empty = Nothing}, state, sign},
            {"elapsed",
             tr("Elapsed"),
             {.digits = 11, .numeric = true, .empty = Nothing},
             [this](const Row &row) { return elapsed(row); }},
            {"job",
             tr("Job ID"),
             {.digits = 19, .whole = true, .empty = Nothing},
             [](const Row &row) { return row.item ? row.item->jobId : QString(); }},
            {"reason",
             tr("Explanation"),
             {.digits = 30, .fills = true, .spoken = true, .empty = Nothing},
             reason}};
}

QString ActivityModel::key(int column) const
{
    return QString::fromLatin1(m_columns.at(column).key);
}

const ColumnStyle &ActivityModel::style(int column) const
{
    return m_columns.at(column).style;
}

QString ActivityModel::title(int column) const
{
    return m_columns.at(column).title;
}

QString ActivityModel::cellText(const QModelIndex &cell) const
{
    return m_columns.at(cell.column()).text(rowAt(cell));
}

QIcon ActivityModel::cellIcon(const QModelIndex &cell) const
{
    const auto &icon = m_columns.at(cell.column()).icon;
    return icon ? icon(rowAt(cell)) : QIcon();
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row row = rowAt(index);
    if (role == PercentRole && index.column() == State && !row.item) {
        const qsizetype items = row.entry.runner->batch().items.size();
        return items == 0 ? 100 : int(qint64(row.entry.runner->tally().ended()) * 100 / items);
    }
    // A screen reader names the row by this cell.
    if (role == Qt::AccessibleTextRole && index.column() == Cluster && row.item)
        return tr("%1, %2", "cluster, state").arg(cellText(index), lookOf(*row.item).word);
    // The provider's text is as long as a tool tip can hold; the view elides it.
    if (index.column() == Reason && row.item) {
        const QString reason = reasonText(*row.item, LongestMessage);
        if (role == Qt::DisplayRole || (role == Qt::AccessibleTextRole && !reason.isEmpty()))
            return reason;
        if (role == Qt::ToolTipRole)
            return plainToolTip(reason);
    }
    return ColumnModel::data(index, role);
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
