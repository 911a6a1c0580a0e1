// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/listindex.h"
#include "app/clusters/listrecords.h"

#include <QSet>

#include <optional>

namespace clusterdeck
{

class ClusterModel;

/// What one thing that a list asks for came to. A line can ask for several.
struct ListLine {
    enum class Result {
        Matched,   ///< one cluster
        Ambiguous, ///< several, or one seen through several accounts: a person chooses
        NotFound,
        Blank,   ///< nothing on it
        Header,  ///< names the columns
        Comment, ///< begins with #, and no cluster is called so
    };
    int line = 0; ///< of the text, from 1
    QString text; ///< what was looked for, as it stands there
    Result result = Result::NotFound;
    QList<ClusterKey> keys; ///< Matched: one; Ambiguous: the candidates
    /// An earlier line came to the same cluster or the same question, or missed the same.
    bool again = false;

    bool operator==(const ListLine &) const = default;
};

/// Each thing counts once, however often the list has it.
struct ListCounts {
    int matched = 0;
    int ambiguous = 0;
    int notFound = 0;
    int again = 0;   ///< lines that say again what one above says
    int skipped = 0; ///< blank lines, headings, comments

    bool operator==(const ListCounts &) const = default;
};

/// Ids by their published form within a text, hpc-… and ehpc-…, and nothing that merely looks
/// alike: narrow characters, in their order.
[[nodiscard]] QStringList idsWithin(const QString &text);

/// Finds the clusters of a list that somebody pasted: ids or names, one a line or separated; a
/// table with headings, such as our own export; or a sentence with ids in it.
///
/// What is found is spelled so, see foldedForList(); nothing is guessed:
/// - A line that is, as a whole, an id or a name is that cluster, whatever separators it holds.
/// - Otherwise, where a line holds ids by their form, these are asked for and nothing else on it.
/// - Otherwise its cells are names, when one of them is; or the line was not found.
/// - A table whose first line names a column of ids or of names is read by that column; an id that
///   is not found stays so, even when the name beside it would be.
class ListMatcher
{
public:
    /// `index` outlives this and does not change.
    ListMatcher(const ListIndex &index, const QString &text);

    /// Reads up to so many records further. True when it is at the end.
    bool advance(int records);

    [[nodiscard]] const QList<ListLine> &lines() const { return m_lines; }
    [[nodiscard]] const ListCounts &counts() const { return m_counts; }
    /// The matched clusters, none twice, in the list's order.
    [[nodiscard]] const QList<ClusterKey> &matched() const { return m_matched; }

private:
    using Result = ListLine::Result;
    /// The table's columns, when it is one.
    struct Columns {
        QChar separator;
        int id = -1;
        int name = -1;
        int either = -1; ///< "Cluster": may hold one or the other
    };
    void readFirst();
    [[nodiscard]] std::optional<Columns> columnsOf(const QString &line) const;
    void readLine();
    void readRow();
    void readText(int line, const QString &text);
    void readCell(int line, const QString &cell, bool idOnly);
    void skip(int line, const QString &text, Result result);
    void take(int line, const QString &text, const QList<ClusterKey> &keys);

    const ListIndex &m_index;
    ListRecords m_records;
    std::optional<Columns> m_columns;
    bool m_begun = false;
    QList<ListLine> m_lines;
    ListCounts m_counts;
    QList<ClusterKey> m_matched;
    QSet<ClusterKey> m_seen; ///< matched
    QSet<QString> m_missed;  ///< folded
    QSet<QString> m_asked;   ///< ambiguous, by what tells their candidates
};

/// A list against the table as it is, in pieces short enough for one frame each.
class ListMatching
{
public:
    /// `clusters` outlives this.
    explicit ListMatching(const ClusterModel &clusters);

    /// Begins anew, with this text; the clusters need not be read again for it.
    void setText(const QString &text);
    /// The clusters have changed: everything is read again.
    void restart();

    /// Does up to `steps` of: take up a cluster, read a record. True when all of it is done.
    bool advance(int steps);
    [[nodiscard]] bool isDone() const { return m_done; }

    /// Of a list that is done, or as far as it got.
    [[nodiscard]] const ListMatcher &matcher() const { return *m_matcher; }
    [[nodiscard]] const ListIndex &index() const { return m_index; }

private:
    const ClusterModel &m_clusters;
    QString m_text;
    ListIndex m_index;
    int m_indexed = 0; ///< rows that are in it
    std::optional<ListMatcher> m_matcher;
    bool m_done = false;
};

} // namespace clusterdeck
