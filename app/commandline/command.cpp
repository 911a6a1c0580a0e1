// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/command.h"

#include "app/commandline/plandocument.h"
#include "app/support/enumcount.h"
#include "app/support/wordtable.h"

#include <QCommandLineParser>

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

using Problem = QString;

/// An option of commands, and the commands that take it.
struct CommandOption {
    const char *name;
    bool hasValue;
    QList<Command::Kind> takenBy;
};

const QList<CommandOption> &commandOptions()
{
    static const QList<CommandOption> Options{
        {"ids-from", true, {Command::Kind::Plan}},
        {"account",
         true,
         {Command::Kind::Plan, Command::Kind::Apply, Command::Kind::List, Command::Kind::Due}},
        {"json",
         false,
         {Command::Kind::Plan, Command::Kind::History, Command::Kind::List, Command::Kind::Due}},
        {"reason", true, {Command::Kind::Plan, Command::Kind::Apply}},
        {"count", true, {Command::Kind::Apply}},
        {"data-saved", false, {Command::Kind::Apply}},
        {"hash", true, {Command::Kind::Apply}},
        {"valid", true, {Command::Kind::Plan}},
        {"approval", true, {Command::Kind::Apply}},
        {"filter", true, {Command::Kind::List}},
    };
    return Options;
}

constexpr std::array CommandWords{
    Word<Command::Kind>{Command::Kind::Plan, "plan"},
    Word<Command::Kind>{Command::Kind::Apply, "apply"},
    Word<Command::Kind>{Command::Kind::History, "history"},
    Word<Command::Kind>{Command::Kind::List, "list"},
    Word<Command::Kind>{Command::Kind::Due, "due"},
};
static_assert(CommandWords.size() == enumCount<Command::Kind>());

Problem checkOptions(const QCommandLineParser &parser, std::optional<Command::Kind> kind)
{
    for (const CommandOption &option : commandOptions()) {
        const QString name = QLatin1String(option.name);
        if (!parser.isSet(name) || (kind && option.takenBy.contains(*kind)))
            continue;
        QStringList words;
        for (const Command::Kind each : option.takenBy)
            words.append(wordIn(CommandWords, each));
        const QString last = words.takeLast();
        return QStringLiteral("The option --%1 belongs to %2.")
            .arg(name, words.isEmpty() ? QStringLiteral("the command ") + last
                                       : QStringLiteral("the commands %1 and %2")
                                             .arg(words.join(QStringLiteral(", ")), last));
    }
    // Options for the window or for the cloud inside it.
    for (const char *name : {"demo", "tour"}) {
        if (kind && parser.isSet(QLatin1String(name)))
            return QStringLiteral("Commands have no window and no practice cloud: leave out --%1, "
                                  "or start clusterdeck-demo-service.")
                .arg(QLatin1String(name));
    }
    return {};
}

Problem readPlan(const QCommandLineParser &parser, const QStringList &words, Command &command)
{
    QStringList verbs = plannableVerbs();
    if (words.size() > 2 && verbs.contains(words.at(1)))
        return QStringLiteral("Cluster IDs are not arguments. Pass a file of them with --ids-from "
                              "FILE, or standard input with --ids-from -.");
    if (words.size() != 2 || !verbs.contains(words.at(1))) {
        const QString last = verbs.takeLast();
        return QStringLiteral("%1 Use clusterdeck plan %2 or plan %3.")
            .arg(words.size() == 1 ? QStringLiteral("The operation is missing.")
                                   : QStringLiteral("There is no such operation."),
                 verbs.join(QStringLiteral(", plan ")), last);
    }
    command.verb = *verbFrom(words.at(1));
    command.file = parser.value(QStringLiteral("ids-from"));
    if (command.file.isEmpty())
        return QStringLiteral("The option --ids-from is missing. Pass a file of cluster IDs, or - "
                              "for standard input.");
    if (!parser.isSet(QStringLiteral("valid")))
        return {};
    command.validity = validityFrom(parser.value(QStringLiteral("valid")));
    if (!command.validity)
        return QStringLiteral("--valid must be a number of days or hours, such as 7d or 12h, and "
                              "at most 30d.");
    return {};
}

Problem readApply(const QCommandLineParser &parser, const QStringList &words, Command &command)
{
    if (words.size() != 2)
        return QStringLiteral("%1 Use clusterdeck apply PLAN.json.")
            .arg(words.size() < 2 ? QStringLiteral("The plan is missing.")
                                  : QStringLiteral("Only one plan can be applied at a time."));
    command.file = words.at(1);
    command.dataSaved = parser.isSet(QStringLiteral("data-saved"));
    command.hash = parser.value(QStringLiteral("hash"));
    if (parser.isSet(QStringLiteral("hash")) && !isHash(command.hash))
        return QStringLiteral("--hash must be the hash that \"plan --json\" printed, or at least "
                              "its first 16 digits.");
    command.approval = approvalCodeFrom(parser.value(QStringLiteral("approval")));
    if (parser.isSet(QStringLiteral("approval")) && command.approval.isEmpty())
        return QStringLiteral("--approval must be the approval code of the plan, 16 letters and "
                              "digits such as 7K3M-9QXP-2TRW-8HJD.");
    if (!parser.isSet(QStringLiteral("count")))
        return {};
    bool fine = false;
    command.count = parser.value(QStringLiteral("count")).toInt(&fine);
    return fine && *command.count > 0 ? Problem()
                                      : QStringLiteral("--count must be the number of clusters.");
}

} // namespace

bool needsTables(const Command &command, qsizetype accounts)
{
    return command.reports() || !command.approval.isEmpty() || // the plan may be weeks old
           (command.kind == Command::Kind::Plan && command.account.isEmpty() && accounts != 1);
}

tl::expected<QByteArray, FileProblem> contentOf(const Command &command)
{
    return command.sends() ? readTrustedFile(command.file, LargestInput)
                           : readRegularFile(command.file, LargestInput);
}

QStringList plannableVerbs()
{
    QStringList words;
    for (const Verb verb : allVerbs()) {
        if (specOf(verb).onCommandLine)
            words.append(wordOf(verb));
    }
    return words;
}

QStringList describeCommand(QCommandLineParser &parser)
{
    QStringList valued;
    for (const CommandOption &option : commandOptions()) {
        const QString name = QLatin1String(option.name);
        parser.addOption(option.hasValue ? QCommandLineOption(name, {}, QStringLiteral("value"))
                                         : QCommandLineOption(name));
        if (option.hasValue)
            valued.append(name);
    }
    return valued;
}

tl::expected<std::optional<Command>, QString> readCommand(const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments();
    Command command;
    Problem problem;
    if (words.isEmpty()) {
        problem = checkOptions(parser, {});
        if (!problem.isEmpty())
            return tl::unexpected(problem);
        return std::nullopt;
    }
    const auto kind = valueIn(CommandWords, words.first());
    const bool takesArguments = kind == Command::Kind::Plan || kind == Command::Kind::Apply;
    if (!kind || (!takesArguments && words.size() > 1))
        return tl::unexpected(QStringLiteral("Unknown command. The commands are plan, apply, "
                                             "history, list and due; see --help."));
    command.kind = *kind;
    if (kind == Command::Kind::Plan) {
        problem = readPlan(parser, words, command);
    } else if (kind == Command::Kind::Apply) {
        problem = readApply(parser, words, command);
    } else {
        command.filter = parser.value(QStringLiteral("filter"));
        if (parser.isSet(QStringLiteral("filter")) && command.filter.isEmpty())
            problem = QStringLiteral("The option --filter needs the name of a filter.");
    }
    if (problem.isEmpty())
        problem = checkOptions(parser, command.kind);
    if (!problem.isEmpty())
        return tl::unexpected(problem);
    const auto reason = reasonFrom(parser.value(QStringLiteral("reason")));
    if (!reason)
        return tl::unexpected(
            QStringLiteral(
                "--reason must be one line of at most %1 characters, without invisible characters.")
                .arg(LongestReason));
    command.reason = *reason;
    command.account = parser.value(QStringLiteral("account"));
    command.json = parser.isSet(QStringLiteral("json"));
    return command;
}

} // namespace clusterdeck
