// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/support/sharedjsonfile.h"

#include <QSet>
#include <QStringList>

namespace clusterdeck
{

/// Clusters on which no operation is allowed: single clusters, and every cluster whose name matches
/// a pattern ("prod-*"; foldedName() says which differences are ignored). OperationService enforces
/// this for every verb. In case of doubt a cluster is locked. Use it on one thread only: patterns
/// are cached.
struct Locks {
    /// In code points of the folded name. A longer name counts as locked if there is any pattern.
    static constexpr size_t LongestName = 4096;
    /// In UTF-16 units.
    static constexpr qsizetype LongestPattern = 1000;

    QSet<ClusterKey> clusters;
    QStringList namePatterns;
    bool everything = false; ///< the locks could not be read: all clusters are locked

    [[nodiscard]] bool covers(const ClusterKey &key, const QString &name) const;
    [[nodiscard]] bool covers(const Cluster &cluster) const
    {
        return covers(cluster.key(), cluster.record.name);
    }
    /// Not locked, but a pattern matches characters that look the same: the user must decide.
    [[nodiscard]] bool looksCovered(const ClusterKey &key, const QString &name) const;
    bool operator==(const Locks &) const = default;
};

/// Why a text is not a valid pattern.
enum class PatternProblem { None, Empty, TooLong, HasNul };
/// Empty also when the folded pattern is empty.
[[nodiscard]] PatternProblem problemOfPattern(const QString &pattern);

/// Warnings about patterns before they are saved.
struct PatternReview {
    QStringList matchNothing; ///< patterns that match no name, in the given order
    QStringList onlyLook;     ///< names that only look like a match, see Locks::looksCovered()
};
[[nodiscard]] PatternReview reviewPatterns(const QStringList &patterns, const QStringList &names);

/// The changes that one user makes. Locks of others stay.
struct LockChange {
    QSet<ClusterKey> lock;
    QSet<ClusterKey> unlock;
    QStringList addPatterns;
    QStringList removePatterns;
};
/// The change from `seen` to `wanted`.
[[nodiscard]] LockChange lockChange(const Locks &seen, const Locks &wanted);

/// The locks on disk. Other processes change them too: refresh() reads their changes, and own
/// changes are merged into the file.
class LockStore
{
public:
    /// `path` empty: the locks are kept in memory only.
    explicit LockStore(QString path = {});

    [[nodiscard]] const Locks &locks() const { return m_locks; }
    /// Reads the file again if it has changed. True when locks() or problem() changed. When the
    /// file has vanished, the locks stay valid.
    bool refresh();

    /// False when the file could not be written, see writeProblem(). New locks are then valid until
    /// the program ends, and nothing is unlocked.
    [[nodiscard]] bool change(const LockChange &change);
    /// Replaces an unreadable file, of which a copy is kept, see setAside(). A readable file gets
    /// `locks` added. False when that fails.
    [[nodiscard]] bool replace(const Locks &locks);

    /// Why locks() differs from the file. With isUnreadable() all clusters are locked, until the
    /// file is repaired or replaced; locks() then holds what could be understood.
    [[nodiscard]] const std::optional<FileProblem> &problem() const { return m_problem; }
    [[nodiscard]] bool isUnreadable() const { return m_locks.everything; }
    [[nodiscard]] const std::optional<FileProblem> &writeProblem() const { return m_writeProblem; }
    /// The path of the unreadable file that replace() kept in this run.
    [[nodiscard]] const QString &setAside() const { return m_setAside; }

private:
    void understand();
    [[nodiscard]] bool write(const QJsonObject &object);

    SharedJsonFile m_file;
    Locks m_locks;
    LockChange m_unwritten; ///< locks that could not be saved
    std::optional<FileProblem> m_problem;
    std::optional<FileProblem> m_writeProblem;
    QString m_setAside;
};

} // namespace clusterdeck
