// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"

#include <QHash>

namespace clusterdeck
{

/// A text in NFC: full-width characters become narrow, all hyphens and dashes become "-" (those
/// longer than an en dash only after "hpc"), hidden characters are removed, white space becomes one
/// space and is removed at the ends.
[[nodiscard]] QString narrowedForList(const QString &text);

/// narrowedForList() without case: how texts are compared when there is no exact match. Different
/// spellings stay different.
[[nodiscard]] QString foldedForList(const QString &text);

/// Clusters by id and name. byId() and byName() need at most two hash look-ups each.
class ListIndex
{
public:
    /// The clusters that a text may mean, in the order of add(). With several the user must choose.
    struct Found {
        QList<ClusterKey> keys;
        bool byId = false;
    };

    void add(const ClusterKey &key, const QString &name);

    /// The clusters with this id; without an exact match those with the same foldedForList().
    [[nodiscard]] QList<ClusterKey> byId(const QString &text) const;
    /// The same for names.
    [[nodiscard]] QList<ClusterKey> byName(const QString &text) const;
    /// byId(), or byName() if no id matches.
    [[nodiscard]] Found find(const QString &text) const;

    [[nodiscard]] int size() const { return m_size; }
    /// The number of hash look-ups so far, for tests of the cost.
    [[nodiscard]] qint64 lookups() const { return m_lookups; }

private:
    using Keys = QHash<QString, QList<ClusterKey>>;
    [[nodiscard]] QList<ClusterKey> in(const Keys &exact, const Keys &folded,
                                       const QString &text) const;

    Keys m_ids;
    Keys m_foldedIds;
    Keys m_names;
    Keys m_foldedNames;
    int m_size = 0;
    mutable qint64 m_lookups = 0;
};

} // namespace clusterdeck
