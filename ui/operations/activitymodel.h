// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationservice.h"

#include <QAbstractItemModel>
#include <QTimer>

namespace clusterdeck
{

/// All batches of this run, the newest first, with their items below them. Elapsed times are
/// updated once a second, and only while an item is unfinished and the view is visible.
class ActivityModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Cluster, State, Elapsed, Job, Reason };
    static constexpr int ColumnCount = 5;
    /// Of a batch's State cell: items at an end, in hundredths of all.
    static constexpr int PercentRole = Qt::UserRole + 1;

    ActivityModel(OperationService &operationService, Clock &clock, QObject *parent = nullptr);

    /// Whether a view is visible.
    void setWatched(bool watched);

    /// The runner of a batch's row, or of the batch that an item's row belongs to.
    [[nodiscard]] BatchRunner *runnerAt(const QModelIndex &index) const;
    /// The item of a row; nothing for a batch's own row.
    [[nodiscard]] const BatchItem *itemAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const BatchRunner *runner) const;

    /// A row as text for support: id, state, job id, times, reason. No secrets; plain text.
    [[nodiscard]] QString supportText(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    using Duration = std::chrono::milliseconds;
    struct Entry {
        BatchRunner *runner = nullptr;
        Duration begun{0};
        std::optional<Duration> took;
        QList<std::optional<Duration>> itemTook;
    };

    void add(BatchRunner *runner);
    void itemChanged(int batch, int item);
    void batchChanged(int batch);
    void tick();
    void updateTimer();
    [[nodiscard]] int rowOfBatch(int batch) const { return int(m_entries.size()) - 1 - batch; }
    [[nodiscard]] QModelIndex batchIndex(int batch, int column) const;
    [[nodiscard]] QString elapsed(const Entry &entry, int item) const;
    [[nodiscard]] QVariant batchData(const Entry &entry, int column, int role) const;
    [[nodiscard]] QVariant itemData(const Entry &entry, int item, int column, int role) const;

    Clock &m_clock;
    QList<Entry>
        m_entries; ///< oldest first; an index's internal id is a place here, plus one, or 0
    QTimer m_timer;
    bool m_watched = false;
};

} // namespace clusterdeck
