// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/parking.h"

#include <QHash>

namespace clusterdeck
{

/// The parked clusters on disk: one JSON file of mode 0600, read when it is first asked for,
/// written whole and durably at each change.
class ParkingStore
{
public:
    /// `path` empty: they last as long as the program.
    explicit ParkingStore(QString path = {});

    /// In the order in which they were parked.
    [[nodiscard]] const QList<ParkedCluster> &parked();
    /// Nothing when it is not parked. Holds until the next set().
    [[nodiscard]] const ParkedCluster *find(const ClusterKey &key);

    /// False when they could not be written; then they last as long as the program, and what was on
    /// disk is still there. A file that isUnreadable() is kept aside first, and stays untouched
    /// when that fails.
    [[nodiscard]] bool set(const QList<ParkedCluster> &parked);

    /// The file is there and something in it cannot be understood, or it is a newer version's:
    /// parked() holds what could be.
    [[nodiscard]] bool isUnreadable();
    /// Where such a file was kept, when set() replaced it in this run.
    [[nodiscard]] QString setAside() const { return m_setAside; }
    /// Technical words about what failed last; empty when nothing did.
    [[nodiscard]] QString problem() const { return m_problem; }

private:
    void load();
    [[nodiscard]] bool understand(const QByteArray &bytes);
    [[nodiscard]] bool keepAside();

    QString m_path;
    QList<ParkedCluster> m_parked;
    QHash<ClusterKey, qsizetype> m_places;
    QString m_setAside;
    QString m_problem;
    bool m_loaded = false;
    bool m_unreadable = false;
};

} // namespace clusterdeck
