// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"
#include "app/support/namedfile.h"

#include <QString>

#include <chrono>
#include <optional>
#include <tl/expected.hpp>

class QCommandLineParser;

namespace clusterdeck
{

/// A command, which runs without a window.
struct Command {
    enum class Kind {
        Plan,    ///< reads fresh facts and prints what would be done; sends nothing
        Apply,   ///< carries out a plan, if the facts have not got worse
        History, ///< prints what was done so far
        List,    ///< prints the clusters
        Due,     ///< prints the clusters that are due to be deleted
    };
    Kind kind = Kind::History;
    Verb verb = Verb::Delete;
    QString file;             ///< Plan: the ids; Apply: the plan; "-" is standard input
    QString account;          ///< the name of the only account to open; empty: all saved ones
    bool json = false;        ///< JSON on stdout
    std::optional<int> count; ///< Apply: the number of clusters, instead of typing it
    bool dataSaved = false;   ///< Apply: confirms that the data is saved, instead of a tick
    QString reason;           ///< Plan, Apply: see reasonFrom(); may be empty
    QString hash;             ///< Apply: the hash of the plan, see isHashOf(); empty: any plan
    std::optional<std::chrono::hours> validity; ///< Plan: makes a file that needs approval
    QString approval; ///< Apply: in the form of approvalCode(); empty: not given
    QString filter;   ///< List: the name of a filter; empty: all clusters

    /// Whether the command reports the contents of complete lists, and whether they were complete.
    [[nodiscard]] bool reports() const { return kind == Kind::List || kind == Kind::Due; }
    /// Whether the command sends requests that change clusters.
    [[nodiscard]] bool sends() const { return kind == Kind::Apply; }
};

/// Whether the command needs the complete tables of all `accounts` that it opens: it is about all
/// clusters, or finds the account of each id there. Otherwise it reads only the clusters that it is
/// about.
[[nodiscard]] bool needsTables(const Command &command, qsizetype accounts);

/// Reads the file of the command, which is not standard input. A file of ids may belong to another
/// user. A plan may not, because the user agreed to its contents.
[[nodiscard]] tl::expected<QByteArray, FileProblem> contentOf(const Command &command);

/// The words of the verbs for `plan`.
[[nodiscard]] QStringList plannableVerbs();

/// Adds the options of commands. Returns the names of the options that take a value.
QStringList describeCommand(QCommandLineParser &parser);

/// The command in the arguments; std::nullopt when there is none. The error is English text for
/// the user, without the values of options.
[[nodiscard]] tl::expected<std::optional<Command>, QString>
readCommand(const QCommandLineParser &parser);

} // namespace clusterdeck
