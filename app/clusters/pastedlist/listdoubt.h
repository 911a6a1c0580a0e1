// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clusterdeck
{

/// Why the clusters of a line are not selected automatically: this or another line may say that
/// they are to be kept. In unclear cases there is a doubt, and the user decides.
enum class ListDoubt {
    None,
    Words,     ///< "keep", "not", "except", "in use", 保留, 不要
    Struck,    ///< ~~…~~, <del>…</del> and the like
    Quoted,    ///< the line begins with > or |
    Commented, ///< after # or //, within /* … */ or <!-- … -->
    Marked,    ///< [ ], [x] and other check marks, which may mean delete or keep
    Decision,  ///< a table's column about the decision does not say yes
    Section,   ///< a line above is a heading of kept clusters, or has a doubt in this sentence
    OtherLine, ///< another line has a doubt about the same cluster or about the lines above
};

/// What a line says about the lines around it.
enum class ListRole {
    Neither,
    Keeps,       ///< the clusters below are kept: "Keep:"
    KeepsAround, ///< the clusters above and below are kept: "do not delete"
    KeepsAbove,  ///< all clusters above are kept, those below may be: "please keep these"
    AsksFor,     ///< the operation is for the clusters below: "Delete:"
};

/// The meaning of a table's column for its rows.
enum class ListTitle {
    Fact,
    Decides, ///< "delete?": only yes selects a row
    Keeps,   ///< "keep": only no selects a row
};

/// Markup that continues over several lines.
struct ListMarkup {
    bool struckByTildes = false; ///< ends at an empty line
    bool struckByTag = false;
    bool comment = false;
    bool oldMail = false; ///< all lines below are an earlier message

    bool operator==(const ListMarkup &) const = default;
};

// Pure functions of a line from foldedForList().

/// The doubt that the line itself raises.
[[nodiscard]] ListDoubt doubtIn(const QString &line);
/// Whether any word means to keep, to leave out or to wait.
[[nodiscard]] bool holdsKeepingWord(const QString &line);
/// `namesClusters`: the line has ids or names of clusters.
[[nodiscard]] ListRole roleOf(const QString &line, bool namesClusters);
/// The open markup after a line with the open markup `before`.
[[nodiscard]] ListMarkup markupBehind(const QString &line, ListMarkup before);
/// The doubt that open markup raises.
[[nodiscard]] ListDoubt doubtOf(const ListMarkup &markup);
/// Whether a sentence continues on the next line: "Keep ehpc-1," or "ehpc-1 and".
[[nodiscard]] bool goesOn(const QString &line);

/// The meaning of a column by its title.
[[nodiscard]] ListTitle titleOf(const QString &title);
/// Whether a cell agrees, or names an operation without a doubt.
[[nodiscard]] bool isYes(const QString &cell);
/// Also true for an empty cell.
[[nodiscard]] bool isNo(const QString &cell);

/// Whether the line is a comment: it begins with # or //.
[[nodiscard]] bool isListComment(const QString &line);

} // namespace clusterdeck
