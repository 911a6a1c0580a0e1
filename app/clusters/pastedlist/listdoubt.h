// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clusterdeck
{

/// Why the clusters of a line are not selected by themselves: the line, or another one, may say to
/// leave them alone. When in doubt there is a doubt; a person decides.
enum class ListDoubt {
    None,
    Words,     ///< "keep", "not", "except", "in use", 保留, 不要
    Struck,    ///< ~~…~~, <del>…</del> and the like
    Quoted,    ///< begins with > or |
    Commented, ///< behind # or //, within /* … */ or <!-- … -->
    Marked,    ///< [ ], [x] and other check marks and signs, which mean one thing or its opposite
    Decision,  ///< a table's column about what to do does not say yes
    Section,   ///< a line above is the heading of what is kept, or the beginning of the sentence
    OtherLine, ///< another line raises a doubt about the same cluster, or about the lines above it
};

/// What a line says about those around it.
enum class ListRole {
    Neither,
    Keeps,       ///< what follows is kept: "Keep:"
    KeepsAround, ///< what stands beside it is: "do not delete"
    KeepsAbove,  ///< all above is, and what follows may be: "please keep these"
    AsksFor,     ///< what follows is asked for: "Delete:"
};

/// What a column of a table tells about its rows.
enum class ListTitle {
    Fact,
    Decides, ///< "delete?": only a yes asks for a row
    Keeps,   ///< "keep": only a no asks for it
};

/// Markup that reaches over the ends of lines.
struct ListMarkup {
    bool struckByTildes = false; ///< up to an empty line
    bool struckByTag = false;
    bool comment = false;
    bool oldMail = false; ///< all that follows is an earlier message

    bool operator==(const ListMarkup &) const = default;
};

/// All of these take a line as foldedForList() makes it.

/// What a line says by itself.
[[nodiscard]] ListDoubt doubtIn(const QString &line);
/// Whether any word tells to keep, to leave out or to wait.
[[nodiscard]] bool holdsKeepingWord(const QString &line);
/// `namesClusters`: the line holds ids or names of clusters itself.
[[nodiscard]] ListRole roleOf(const QString &line, bool namesClusters);
/// The markup behind a line that begins with `before`.
[[nodiscard]] ListMarkup markupBehind(const QString &line, ListMarkup before);
/// The doubt that open markup raises.
[[nodiscard]] ListDoubt doubtOf(const ListMarkup &markup);
/// Whether a sentence goes on in the next line: "Keep ehpc-1," or "ehpc-1 and".
[[nodiscard]] bool goesOn(const QString &line);

[[nodiscard]] ListTitle titleOf(const QString &title);
[[nodiscard]] bool isYes(const QString &cell);
/// An empty cell says no as well.
[[nodiscard]] bool isNo(const QString &cell);

/// Not one of the lines that count: begins with # or //.
[[nodiscard]] bool isListComment(const QString &line);

} // namespace clusterdeck
