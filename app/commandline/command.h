// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"

#include <QString>

#include <optional>
#include <tl/expected.hpp>

class QCommandLineParser;

namespace clusterdeck
{

/// What the program is to do without a window.
struct Command {
    enum class Kind {
        Plan,    ///< read fresh facts and say what would be done; sends nothing
        Apply,   ///< do what a plan says, if the facts got no worse
        History, ///< what was done so far
    };
    Kind kind = Kind::History;
    Verb verb = Verb::Delete;
    QString file;             ///< Plan: the ids; Apply: the plan; "-" is standard input
    QString account;          ///< the name of the only account to open; empty: all saved ones
    bool json = false;        ///< for programs, on stdout
    std::optional<int> count; ///< Apply: what a person would type
    bool dataSaved = false;   ///< Apply: what a person would tick
    QString hash;             ///< Apply: of the only plan to take, see isHashOf(); empty: any
};

/// The words of the verbs that `plan` takes.
[[nodiscard]] QStringList plannableVerbs();

/// Adds the options that only commands have. Returns the names of those that take a value.
QStringList describeCommand(QCommandLineParser &parser);

/// The command among what was parsed; nothing when there is none. What is wrong is said in one
/// English sentence that repeats no value.
[[nodiscard]] tl::expected<std::optional<Command>, QString>
readCommand(const QCommandLineParser &parser);

} // namespace clusterdeck
