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

/// The result for one entry of a list. A line may have several entries.
struct ListLine {
    enum class Result {
        Matched,   ///< one cluster
        Ambiguous, ///< several clusters, or one in several accounts: the user chooses
        Doubtful,  ///< the list may say to keep them: the user decides
        NotFound,
        Ignored, ///< text that can be no entry, see ListMatcher
        Blank,   ///< an empty line
        Header,  ///< the names of the columns
        Comment, ///< begins with # or //, and no cluster has this name
    };
    int line = 0; ///< of the text, from 1
    QString text; ///< the entry, unchanged
    Result result = Result::NotFound;
    QList<ClusterKey> keys; ///< Matched: one; Ambiguous, Doubtful: the candidates
    /// An earlier entry has the same cluster, the same candidates or the same text that was not
    /// found.
    bool again = false;
    QString whole; ///< the whole line
    /// Also for entries that were not found.
    ListDoubt doubt = ListDoubt::None;
    int because = 0; ///< with Section and OtherLine: the number of the other line

    bool operator==(const ListLine &) const = default;
};

/// Each entry counts once, however often the list has it.
struct ListCounts {
    int matched = 0;
    int ambiguous = 0;
    int notFound = 0;
    int again = 0;   ///< repeated entries
    int skipped = 0; ///< blank lines, headers, comments
    int doubtful = 0;
    int ignored = 0; ///< lines

    bool operator==(const ListCounts &) const = default;
};

/// The ids in the published form, hpc-… and ehpc-…, in a text after narrowedForList(), in their
/// order.
[[nodiscard]] QStringList idsWithin(const QString &text);

/// The id, if the text is one id with only quotes, separators and white space around it.
[[nodiscard]] std::optional<QString> idOf(const QString &text);

/// Finds the clusters of a pasted list: ids or names, one per line or separated; a table with
/// headers, such as our own export; or a sentence with ids.
///
/// Texts are compared with foldedForList(); nothing is guessed:
/// - A line that is completely an id or a name means that cluster, whatever separators it contains.
/// - Otherwise, if a line contains ids in the published form, only the words that look like an id
///   are its entries: words with "hpc-" in them, such as a mistyped id.
/// - Otherwise its cells are the entries, if one of them is a known name.
/// - Otherwise words that look like an id are not found. Without such a word a line is not found
///   if it may be a name or a row of a list: if it has no space, or a tab. All other lines are
///   sentences and ignored, and so is a line without a space that ends as a sentence does ("Hi,",
///   "Delete:"), is a word that says what to do ("Keep"), a tag or only punctuation.
/// - If the first line of a table names a column of ids or names, only that column is read. An id
///   that is not found stays not found, even if the name beside it is known.
/// - A doubt (see ListDoubt) from the line, its neighbours, its heading or its table makes the
///   clusters of the line doubtful, also where other lines name them.
class ListMatcher
{
public:
    /// `index` must outlive the matcher and must not change.
    ListMatcher(const ListIndex &index, const QString &text);

    /// Reads up to `records` more records. True at the end; only then are the results final.
    bool advance(int records);

    [[nodiscard]] const QList<ListLine> &lines() const { return m_lines; }
    /// Whether the first line names columns.
    [[nodiscard]] bool isTable() const { return m_columns.has_value(); }
    [[nodiscard]] const ListCounts &counts() const { return m_counts; }
    /// The matched clusters, each once, in the order of the list.
    [[nodiscard]] const QList<ClusterKey> &matched() const { return m_matched; }

private:
    using Result = ListLine::Result;
    /// The columns of a table; -1: none.
    struct Columns {
        QChar separator;
        int id = -1;
        int name = -1;
        int either = -1; ///< "Cluster": ids or names
        QList<ListTitle> titles;
        QSet<int> facts; ///< columns of our own export, which say nothing about what to do
    };
    /// A line above that says to keep the clusters below.
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
    [[nodiscard]] bool mayBeEntry(const QString &trimmed) const;
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
    QSet<QString> m_asked;   ///< ambiguous or doubtful: identifies the candidates

    // The current record, and what the records before say about it.
    ListLine m_now; ///< line, whole, doubt
    QString m_folded;
    ListRole m_role = ListRole::Neither;
    ListMarkup m_markup;
    std::optional<Section> m_section;
    qsizetype m_sectionBegin = 0; ///< index in m_lines, like the next three
    qsizetype m_paragraphBegin = 0;
    qsizetype m_sentenceBegin = 0;
    qsizetype m_recordBegin = 0;
    int m_sentenceDoubt = 0; ///< the line with the doubt; 0: none
    bool m_goesOn = false;
    QHash<ClusterKey, int> m_doubted; ///< the line with the doubt
    qsizetype m_judged = 0;           ///< number of m_lines with a final result
};

/// Matches a list against the table in steps, so that the window is not blocked.
class ListMatching
{
public:
    /// `clusters` must outlive the matching.
    explicit ListMatching(const ClusterModel &clusters);

    /// Begins again with this text. The index of the clusters stays.
    void setText(const QString &text);
    /// Builds the index again, after the clusters have changed.
    void restart();

    /// Indexes or reads up to `steps` clusters or records. True when everything is done.
    bool advance(int steps);
    [[nodiscard]] bool isDone() const { return m_done; }

    /// The results so far; final when isDone().
    [[nodiscard]] const ListMatcher &matcher() const { return *m_matcher; }
    [[nodiscard]] const ListIndex &index() const { return m_index; }

private:
    const ClusterModel &m_clusters;
    QString m_text;
    ListIndex m_index;
    int m_indexed = 0; ///< rows in m_index
    std::optional<ListMatcher> m_matcher;
    bool m_done = false;
};

} // namespace clusterdeck
