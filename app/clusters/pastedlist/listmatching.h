// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/listindex.h"
#include "app/clusters/pastedlist/listdoubt.h"
#include "app/clusters/pastedlist/listrecords.h"

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
        Doubtful,  ///< the list may say to leave them alone: a person decides
        NotFound,
        Blank,   ///< nothing on it
        Header,  ///< names the columns
        Comment, ///< begins with # or //, and no cluster is called so
    };
    int line = 0; ///< of the text, from 1
    QString text; ///< what was looked for, as it stands there
    Result result = Result::NotFound;
    QList<ClusterKey> keys; ///< Matched: one; Ambiguous, Doubtful: the candidates
    /// An earlier line came to the same cluster or the same question, or missed the same.
    bool again = false;
    QString whole; ///< the line that it stands in
    /// Of what was not found too.
    ListDoubt doubt = ListDoubt::None;
    int because = 0; ///< Section, OtherLine: the number of that line

    bool operator==(const ListLine &) const = default;
};

/// Each thing counts once, however often the list has it.
struct ListCounts {
    int matched = 0;
    int ambiguous = 0;
    int notFound = 0;
    int again = 0;   ///< lines that say again what one above says
    int skipped = 0; ///< blank lines, headings, comments
    int doubtful = 0;

    bool operator==(const ListCounts &) const = default;
};

/// Ids by their published form within a text, hpc-… and ehpc-…, and nothing that merely looks
/// alike: see narrowedForList(), in their order.
[[nodiscard]] QStringList idsWithin(const QString &text);

/// The id that a text is, but for quotes, separators and white space around it.
[[nodiscard]] std::optional<QString> idOf(const QString &text);

/// Finds the clusters of a list that somebody pasted: ids or names, one a line or separated; a
/// table with headings, such as our own export; or a sentence with ids in it.
///
/// What is found is spelled so, see foldedForList(); nothing is guessed:
/// - A line that is, as a whole, an id or a name is that cluster, whatever separators it holds.
/// - Otherwise, where a line holds ids by their form, these are asked for and nothing else on it.
/// - Otherwise its cells are names, when one of them is; or the line was not found.
/// - A table whose first line names a column of ids or of names is read by that column; an id that
///   is not found stays so, even when the name beside it would be.
/// - What a line, its neighbours, its heading or its table may say against it, see ListDoubt, makes
///   its clusters doubtful, and so they are wherever else the list names them.
class ListMatcher
{
public:
    /// `index` outlives this and does not change.
    ListMatcher(const ListIndex &index, const QString &text);

    /// Reads up to so many records further. True when it is at the end, and only then all results
    /// are what they are.
    bool advance(int records);

    [[nodiscard]] const QList<ListLine> &lines() const { return m_lines; }
    /// Whether its first line names columns.
    [[nodiscard]] bool isTable() const { return m_columns.has_value(); }
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
        QList<ListTitle> titles;
        QSet<int> told; ///< what our own export tells of each cluster: no one's wish
    };
    /// What a line above says of those that follow.
    struct Section {
        int line = 0;
        bool untilBlank = false;
    };
    void readFirst();
    [[nodiscard]] std::optional<Columns> columnsOf(const QString &line) const;
    void readLine();
    void readRow();
    void readText(const QString &text);
    void readCell(const QString &cell, bool idOnly);
    void begin(const ListRecord &record);
    void end();
    void skip(const QString &text, Result result);
    void take(const QString &text, const QList<ClusterKey> &keys);
    [[nodiscard]] ListDoubt doubtOfRow(const QStringList &cells, int idColumn) const;
    void doubtFrom(qsizetype first);
    void judge(ListLine &line);

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

    // The record that is read, and what those before it say about it.
    ListLine m_now; ///< line, whole, doubt
    QString m_folded;
    ListRole m_role = ListRole::Neither;
    ListMarkup m_markup;
    std::optional<Section> m_section;
    qsizetype m_sectionBegin = 0; ///< in m_lines, as the next three
    qsizetype m_paragraphBegin = 0;
    qsizetype m_sentenceBegin = 0;
    qsizetype m_recordBegin = 0;
    int m_sentenceDoubt = 0; ///< the line that raises it; 0: none
    bool m_goesOn = false;
    QHash<ClusterKey, int> m_doubted; ///< by the line that is to blame
    qsizetype m_judged = 0;           ///< of m_lines
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
