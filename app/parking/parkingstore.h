// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/parking/parking.h"
#include "app/support/sharedjsonfile.h"

#include <QHash>

namespace clusterdeck
{

/// The parked clusters on disk: one JSON file with mode 0600, read at the first use. Other copies
/// of the program change the file too: refresh() reads their changes, and set() merges its own
/// changes into the file.
class ParkingStore
{
public:
    /// `path` empty: nothing is saved.
    explicit ParkingStore(QString path = {});

    /// In the order in which they were parked.
    [[nodiscard]] const QList<ParkedCluster> &parked();
    /// Null when the cluster is not parked. Valid until the next set() or refresh().
    [[nodiscard]] const ParkedCluster *find(const ClusterKey &key);
    /// Reads the file again if it has changed. True when parked() has changed. If the file was
    /// deleted, the clusters stay parked.
    bool refresh();

    /// Writes the differences to parked(), and nothing else. False when the file could not be
    /// written: then the change is written with the next one, or lost at the end of the program. An
    /// unreadable file is first kept under another name, see setAside(); if that fails, it is not
    /// changed.
    [[nodiscard]] bool set(const QList<ParkedCluster> &parked);

    /// A part of the file is invalid, or it is from a newer version. parked() has the valid part.
    [[nodiscard]] bool isUnreadable();
    /// The path under which set() has kept an unreadable file in this run; empty if it has not.
    [[nodiscard]] QString setAside() const { return m_setAside; }
    /// The problem with the file, or why the last set() failed.
    [[nodiscard]] const std::optional<FileProblem> &problem() const { return m_problem; }

private:
    void understand();
    void show(const QList<ParkedCluster> &parked);
    [[nodiscard]] QList<RowChange> unwritten() const;

    SharedJsonFile m_file;
    QList<ParkedCluster> m_onDisk; ///< as last read or written
    QList<ParkedCluster> m_parked; ///< m_onDisk with the unwritten changes
    QHash<ClusterKey, qsizetype> m_places;
    QString m_setAside;
    std::optional<FileProblem> m_problem;
    bool m_loaded = false;
    bool m_unreadable = false;
};

} // namespace clusterdeck
