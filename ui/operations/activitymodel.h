// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationservice.h"
#include "ui/widgets/columnmodel.h"

#include <QTimer>

namespace clusterdeck
{

/// A tree of all batches of this run, the newest first, with their items as children. Elapsed times
/// are updated once a second, and only while a batch is unfinished and a view is visible.
class ActivityModel : public ColumnModel
{
    Q_OBJECT

public:
    enum Column { Cluster, State, Elapsed, Job, Reason };
    /// In a batch's State cell: the percentage of items that have ended, an int. Invalid elsewhere.
    static constexpr int PercentRole = Qt::UserRole + 1;

    /// `operationService` and `clock` outlive the model.
    ActivityModel(OperationService &operationService, Clock &clock, QObject *parent = nullptr);

    /// Tells the model whether a view is visible. Initially none is.
    void setWatched(bool watched);

    /// The runner of a batch's row, or of the batch that an item's row belongs to; null for an
    /// invalid index.
    [[nodiscard]] BatchRunner *runnerAt(const QModelIndex &index) const;
    /// The item of a row; null for a batch's own row and for an invalid index.
    [[nodiscard]] const BatchItem *itemAt(const QModelIndex &index) const;
    /// The row of a batch; invalid if the model does not have it.
    [[nodiscard]] QModelIndex indexOf(const BatchRunner *runner) const;

    /// A row as plain text for support: an item's id, state, job id, times (UTC, ISO 8601) and
    /// reason; a batch's title and counts. Holds no secrets.
    [[nodiscard]] QString supportText(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString key(int column) const override;
    [[nodiscard]] const ColumnStyle &style(int column) const override;
    [[nodiscard]] QString cellText(const QModelIndex &cell) const override;

protected:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QIcon cellIcon(const QModelIndex &cell) const override;

private:
    using Duration = std::chrono::milliseconds;
    struct Entry {
        BatchRunner *runner = nullptr;
        Duration begun{0};
        std::optional<Duration> took;
        QList<std::optional<Duration>> itemTook;
    };
    /// A batch, or one of its items.
    struct Row {
        const Entry &entry;
        int number = -1;                 ///< of the item in the batch; -1 for the batch
        const BatchItem *item = nullptr; ///< null for the batch
    };

    void add(BatchRunner *runner);
    void itemChanged(int batch, int item);
    void batchChanged(int batch);
    void tick();
    void updateTimer();
    [[nodiscard]] int rowOfBatch(int batch) const { return int(m_entries.size()) - 1 - batch; }
    [[nodiscard]] QModelIndex batchIndex(int batch, int column) const;
    [[nodiscard]] Row rowAt(const QModelIndex &index) const;
    [[nodiscard]] QString elapsed(const Row &row) const;
    [[nodiscard]] QList<RecordColumn<Row>> columns() const;

    Clock &m_clock;
    const QList<RecordColumn<Row>> m_columns = columns();
    QList<Entry>
        m_entries; ///< oldest first; internal id of an index: 0 for a batch, else position here + 1
    QTimer m_timer;
    bool m_watched = false;
};

} // namespace clusterdeck
