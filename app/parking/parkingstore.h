// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/parking/parking.h"
#include "app/support/sharedjsonfile.h"

#include <QHash>

namespace clusterdeck
{

/// The parked clusters on disk: one JSON file of mode 0600, read when it is first asked for. Other
/// copies of the program change it too: refresh() takes that up, and a change is merged into what
/// is there.
class ParkingStore
{
public:
    /// `path` empty: they last as long as the program.
    explicit ParkingStore(QString path = {});

    /// In the order in which they were parked.
    [[nodiscard]] const QList<ParkedCluster> &parked();
    /// Nothing when it is not parked. Holds until the next set() or refresh().
    [[nodiscard]] const ParkedCluster *find(const ClusterKey &key);
    /// Reads the file again when it has changed. True when parked() has. A file that has vanished
    /// leaves them parked.
    bool refresh();

    /// What differs from parked() is changed on disk, and nothing else. False when it could not be
    /// written; then it lasts as long as the program, and is written with the next change. A file
    /// that isUnreadable() is kept aside first, and stays untouched when that fails.
    [[nodiscard]] bool set(const QList<ParkedCluster> &parked);

    /// The file is there and something in it cannot be understood, or it is a newer version's:
    /// parked() holds what could be.
    [[nodiscard]] bool isUnreadable();
    /// Where such a file was kept, when set() replaced it in this run.
    [[nodiscard]] QString setAside() const { return m_setAside; }
    /// What is wrong with the file, or why set() failed last.
    [[nodiscard]] const std::optional<FileProblem> &problem() const { return m_problem; }

private:
    void understand();
    void show(const QList<ParkedCluster> &parked);
    [[nodiscard]] QList<RowChange> unwritten() const;

    SharedJsonFile m_file;
    QList<ParkedCluster> m_onDisk; ///< as they were last read or written
    QList<ParkedCluster> m_parked; ///< m_onDisk and what could not be written
    QHash<ClusterKey, qsizetype> m_places;
    QString m_setAside;
    std::optional<FileProblem> m_problem;
    bool m_loaded = false;
    bool m_unreadable = false;
};

} // namespace clusterdeck
