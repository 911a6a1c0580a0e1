// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"

#include <QSet>
#include <QStringList>

namespace clusterdeck
{

/// What may not be touched, whoever asks: single clusters, and every cluster whose name fits a
/// pattern
/// ("prod-*", case does not count). Enforced by OperationsDesk, for every verb.
struct Locks {
    QSet<ClusterKey> clusters;
    QStringList namePatterns;

    [[nodiscard]] bool covers(const ClusterKey &key, const QString &name) const;
    [[nodiscard]] bool covers(const Cluster &cluster) const
    {
        return covers(cluster.key(), cluster.record.name);
    }
    bool operator==(const Locks &) const = default;
};

/// The locks on disk: read at the start, written whole at each change.
class LockStore
{
public:
    /// `path` empty: they last as long as the program.
    explicit LockStore(QString path = {});

    [[nodiscard]] const Locks &locks() const { return m_locks; }
    /// False when they could not be written; they are in force all the same.
    [[nodiscard]] bool set(const Locks &locks);
    /// The file was there and could not be understood: then everything is locked until it is put
    /// right or set() replaces it, since a lock that was lost must not let a deletion through.
    [[nodiscard]] bool isUnreadable() const { return m_unreadable; }

private:
    void load();

    QString m_path;
    Locks m_locks;
    bool m_unreadable = false;
};

} // namespace clusterdeck
