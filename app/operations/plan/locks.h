// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/support/sharedjsonfile.h"

#include <QSet>
#include <QStringList>

namespace clusterdeck
{

/// What may not be touched, whoever asks: single clusters, and every cluster whose name fits a
/// pattern ("prod-*", see foldedName() for what does not matter). Enforced by OperationService, for
/// every verb. What cannot be decided is locked.
struct Locks {
    /// Code points of a folded name; a longer one is locked when there is any pattern.
    static constexpr size_t LongestName = 4096;
    /// UTF-16 units.
    static constexpr qsizetype LongestPattern = 1000;

    QSet<ClusterKey> clusters;
    QStringList namePatterns;
    bool everything = false; ///< the locks could not be read: all clusters are locked

    [[nodiscard]] bool covers(const ClusterKey &key, const QString &name) const;
    [[nodiscard]] bool covers(const Cluster &cluster) const
    {
        return covers(cluster.key(), cluster.record.name);
    }
    /// Not locked, but its name looks like one that a pattern locks: other characters that look
    /// the same. Only a person can tell.
    [[nodiscard]] bool looksCovered(const ClusterKey &key, const QString &name) const;
    bool operator==(const Locks &) const = default;
};

/// Why a line is no pattern.
enum class PatternProblem { None, Empty, TooLong, HasNul };
/// Empty: nothing is left of it when it is folded.
[[nodiscard]] PatternProblem problemOfPattern(const QString &pattern);

/// What a person should know of patterns before they are in force.
struct PatternReview {
    QStringList matchNothing; ///< patterns that lock none of the clusters, in their order
    QStringList onlyLook;     ///< names that look locked by a pattern, and are not
};
[[nodiscard]] PatternReview reviewPatterns(const QStringList &patterns, const QStringList &names);

/// What one person changes. Other locks stay, whoever made them.
struct LockChange {
    QSet<ClusterKey> lock;
    QSet<ClusterKey> unlock;
    QStringList addPatterns;
    QStringList removePatterns;
};
[[nodiscard]] LockChange lockChange(const Locks &seen, const Locks &wanted);

/// The locks on disk. Other copies of the program change them too: refresh() takes that up, and a
/// change is merged into what is there.
class LockStore
{
public:
    /// `path` empty: they last as long as the program.
    explicit LockStore(QString path = {});

    [[nodiscard]] const Locks &locks() const { return m_locks; }
    /// Reads the file again when it has changed. True when locks() or problem() has. A file that
    /// has vanished leaves the locks in force.
    bool refresh();

    /// False when it could not be written: see writeProblem(). What was to be locked is locked
    /// until the program ends, what was to be unlocked stays locked.
    [[nodiscard]] bool change(const LockChange &change);
    /// In place of all that is there. What was not understood is kept aside first; false, and
    /// nothing changed, when that fails.
    [[nodiscard]] bool replace(const Locks &locks);

    /// Why locks() is not what is on disk. With isUnreadable() all is locked, until the file is put
    /// right or replace()d, and locks() holds what could be understood.
    [[nodiscard]] const std::optional<FileProblem> &problem() const { return m_problem; }
    [[nodiscard]] bool isUnreadable() const { return m_locks.everything; }
    [[nodiscard]] const std::optional<FileProblem> &writeProblem() const { return m_writeProblem; }
    /// Where replace() kept what was not understood, in this run.
    [[nodiscard]] const QString &setAside() const { return m_setAside; }

private:
    void understand();
    [[nodiscard]] bool write(const QJsonObject &object);

    SharedJsonFile m_file;
    Locks m_locks;
    LockChange m_unwritten; ///< locks that could not be written
    std::optional<FileProblem> m_problem;
    std::optional<FileProblem> m_writeProblem;
    QString m_setAside;
};

} // namespace clusterdeck
