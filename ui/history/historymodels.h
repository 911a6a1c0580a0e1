// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/journal.h"
#include "ui/widgets/rowmodel.h"

namespace clusterdeck
{

/// The items of one batch.
class HistoryItemsModel : public RowModel
{
    Q_OBJECT

public:
    enum Column { Name, Id, State, Job, Sent, Ended, Reason };
    static constexpr int ColumnCount = 7;

    using RowModel::RowModel;

    /// The rows of the same batch stay.
    void setBatch(const Batch &batch);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] static QString text(const BatchItem &item, int column);

    Batch m_batch;
};

/// What happened to the items of one batch, or to one of them, in the order of time. Events and
/// evidence in the journal's own words: they are records, not messages.
class HistoryEventsModel : public RowModel
{
    Q_OBJECT

public:
    enum Column { Cluster, Time, Event, State, Evidence };
    static constexpr int ColumnCount = 5;

    using RowModel::RowModel;

    /// `item`: only this one; nothing: all. Rows stay: events are only ever added to a batch.
    void setEvents(const Batch &batch, const QList<JournalEvent> &events, std::optional<int> item);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row {
        int number; ///< among all events of the batch
        JournalEvent event;
    };

    Batch m_batch;
    QList<Row> m_rows;
};

} // namespace clusterdeck
