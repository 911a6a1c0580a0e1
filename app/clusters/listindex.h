// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"

#include <QHash>

namespace clusterdeck
{

/// A text as a person reads it: full-width characters as their narrow ones, hyphens and dashes of
/// every kind as "-" (those longer than an en dash only behind "hpc"), hidden characters gone, runs
/// of white space as one blank and none at the ends.
[[nodiscard]] QString narrowedForList(const QString &text);

/// The same without case: how lists are compared where letter for letter finds nothing. Nothing
/// else: what is spelled otherwise is something else.
[[nodiscard]] QString foldedForList(const QString &text);

/// Clusters by their ids and names. Each question is at most two look-ups, however many there are.
class ListIndex
{
public:
    /// Clusters that a text may mean, in the order of add(): one is an answer, several are a
    /// question for a person.
    struct Found {
        QList<ClusterKey> keys;
        bool byId = false;
    };

    void add(const ClusterKey &key, const QString &name);

    /// Whose id it is; when no id is exactly it, whose id it is but for case and the like.
    [[nodiscard]] QList<ClusterKey> byId(const QString &text) const;
    /// The same for names.
    [[nodiscard]] QList<ClusterKey> byName(const QString &text) const;
    /// An id wins over a name.
    [[nodiscard]] Found find(const QString &text) const;

    [[nodiscard]] int size() const { return m_size; }
    /// Look-ups so far, for those who ask what a list costs.
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
