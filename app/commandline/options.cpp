// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/options.h"

#include "app/accounts/accountform.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QRegularExpression>

namespace clusterdeck
{

namespace
{

using Problem = QString;

const QString KeyIdVariable = QStringLiteral("QINGCLOUD_ACCESS_KEY_ID");
const QString SecretVariable = QStringLiteral("QINGCLOUD_SECRET_ACCESS_KEY");
const QString ZoneVariable = QStringLiteral("QINGCLOUD_ZONE");

const QString DataVariable = QStringLiteral("CLUSTERDECK_DATA_DIR");

/// Adds all options. Returns the names of the options with a value.
QStringList describe(QCommandLineParser &parser)
{
    QStringList valued = describeCommand(parser);
    const auto flag = [&parser](const char *name) {
        parser.addOption(QCommandLineOption(QLatin1String(name)));
    };
    const auto value = [&](const char *name) {
        valued.append(QLatin1String(name));
        parser.addOption(QCommandLineOption(QLatin1String(name), {}, QStringLiteral("value")));
    };
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    parser.addOption(
        QCommandLineOption(QStringList{QStringLiteral("v"), QStringLiteral("version")}));
    flag("demo");
    flag("verbose");
    flag("take-over");
    for (const char *name : {"tour", "demo-clusters", "demo-seed", "demo-job-seconds", "endpoint",
                             "zone", "owner", "run-user", "log-file", "data-dir"})
        value(name);
    return valued;
}

/// The syntax error, without the parser's own message, which repeats values.
Problem wrongSyntax(const QCommandLineParser &parser)
{
    if (!parser.unknownOptionNames().isEmpty())
        return QStringLiteral("There is no option --%1. See --help.")
            .arg(parser.unknownOptionNames().first());
    const QString said = parser.errorText();
    static const QRegularExpression missing(QStringLiteral("^Missing value after '-*([a-z-]+)'"));
    if (const auto match = missing.match(said); match.hasMatch())
        return QStringLiteral("The option --%1 needs a value.").arg(match.captured(1));
    return QStringLiteral("An option that takes no value was given a value.");
}

/// An option with a value may be given only once; a flag may be repeated. Without its value the
/// parser takes the next option for the value.
Problem checkValues(const QCommandLineParser &parser, const QStringList &valued)
{
    for (const QString &name : valued) {
        if (parser.values(name).size() > 1)
            return QStringLiteral("The option --%1 was given more than once.").arg(name);
        if (parser.value(name).startsWith(QLatin1String("--")))
            return QStringLiteral("The option --%1 needs a value.").arg(name);
    }
    return {};
}

Problem readLog(const QCommandLineParser &parser, Options &options)
{
    const QString file = QStringLiteral("log-file");
    options.verbose = parser.isSet(QStringLiteral("verbose"));
    options.logFile = parser.value(file);
    if (parser.isSet(file) && options.logFile.isEmpty())
        return QStringLiteral("The option --log-file needs a file name.");
    return {};
}

Problem readData(const QCommandLineParser &parser, const Environment &environment, Options &options)
{
    const QString folder = QStringLiteral("data-dir");
    const QString takeOver = QStringLiteral("take-over");
    for (const QString &name : {folder, takeOver}) {
        if (options.demo && parser.isSet(name))
            return QStringLiteral("The practice cloud saves nothing: leave out --demo or --%1.")
                .arg(name);
    }
    options.takeOver = parser.isSet(takeOver);
    const QString given =
        parser.isSet(folder) ? parser.value(folder) : environment.value(DataVariable);
    if (given.isEmpty())
        return parser.isSet(folder) ? QStringLiteral("The option --data-dir needs a folder name.")
                                    : QString();
    options.dataFolder = QFileInfo(given).absoluteFilePath();
    return {};
}

Problem readDemo(const QCommandLineParser &parser, Options &options)
{
    bool fine = true;
    const auto given = [&parser](const char *name) { return parser.isSet(QLatin1String(name)); };
    const auto text = [&parser](const char *name) { return parser.value(QLatin1String(name)); };
    for (const char *name : {"tour", "demo-clusters", "demo-seed", "demo-job-seconds"}) {
        if (given(name) && !options.demo)
            return QStringLiteral("The option --%1 needs --demo.").arg(QLatin1String(name));
    }
    if (given("tour")) {
        options.tour = text("tour");
        if (options.tour.isEmpty())
            return QStringLiteral("The option --tour needs a folder name.");
    }
    if (given("demo-clusters")) {
        options.demoClusters = text("demo-clusters").toInt(&fine);
        if (!fine || options.demoClusters < 0 || options.demoClusters > 100000)
            return QStringLiteral("--demo-clusters must be a number from 0 to 100000.");
    }
    if (given("demo-seed")) {
        options.demoSeed = text("demo-seed").toULongLong(&fine);
        if (!fine)
            return QStringLiteral("--demo-seed must be a whole number of at least 0.");
    }
    if (given("demo-job-seconds")) {
        options.demoJobSeconds = text("demo-job-seconds").toDouble(&fine);
        if (!fine || !(options.demoJobSeconds > 0) || options.demoJobSeconds > 3600)
            return QStringLiteral("--demo-job-seconds must be a number above 0 and at most 3600.");
    }
    return {};
}

Problem checkEndpoint(const QString &text, QUrl &url)
{
    url = QUrl(text, QUrl::StrictMode);
    if (!url.userInfo().isEmpty())
        return QStringLiteral("--endpoint must not contain a user name or a password.");
    switch (endpointProblem(url)) {
    case EndpointProblem::None:
        return {};
    case EndpointProblem::NotAUrl:
        return QStringLiteral(
            "--endpoint must be an address such as https://hpc.api.qingcloud.com.");
    case EndpointProblem::PlainHttp:
        return QStringLiteral("--endpoint must begin with https://. Plain http is only allowed for "
                              "this computer itself.");
    case EndpointProblem::HasPathOrQuery:
        return QStringLiteral("--endpoint must end after the host and the port.");
    }
    Q_UNREACHABLE();
}

Problem checkUser(const QString &user, const char *option)
{
    if (isUserId(user))
        return {};
    return QStringLiteral("--%1 must be a user ID, which begins with usr-.")
        .arg(QLatin1String(option));
}

Problem readReal(const QCommandLineParser &parser, const Environment &environment, Options &options)
{
    const QString endpoint = QStringLiteral("endpoint");
    const QString zone = QStringLiteral("zone");
    const QString owner = QStringLiteral("owner");
    const QString runUser = QStringLiteral("run-user");
    bool any = false;
    for (const QString &name : {endpoint, zone, owner, runUser})
        any = any || parser.isSet(name);
    if (!any)
        return {};
    if (options.demo)
        return QStringLiteral("--demo uses the practice cloud: leave out --endpoint, --zone, "
                              "--owner and --run-user.");
    if (options.command && !options.command->account.isEmpty())
        return QStringLiteral("--account opens a saved account, and --endpoint one that is not "
                              "saved: leave out one of them.");
    ApiSettings api;
    api.zone = parser.isSet(zone) ? parser.value(zone) : environment.value(ZoneVariable);
    api.owner = parser.value(owner);
    api.runUser = parser.value(runUser);
    api.credentials = {environment.value(KeyIdVariable), environment.value(SecretVariable)};
    if (!parser.isSet(endpoint))
        return QStringLiteral("The option --endpoint is missing. Pass the address of the cloud.");
    if (Problem problem = checkEndpoint(parser.value(endpoint), api.baseUrl); !problem.isEmpty())
        return problem;
    if (api.zone.isEmpty())
        return QStringLiteral("The zone is missing. Pass --zone or set QINGCLOUD_ZONE.");
    if (api.zone.simplified().contains(u' ') || api.zone.trimmed() != api.zone)
        return QStringLiteral("The zone must not contain spaces.");
    if (!parser.isSet(owner))
        return QStringLiteral(
            "The option --owner is missing. Pass the user ID, which begins with usr-.");
    if (Problem problem = checkUser(api.owner, "owner"); !problem.isEmpty())
        return problem;
    if (parser.isSet(runUser)) {
        if (Problem problem = checkUser(api.runUser, "run-user"); !problem.isEmpty())
            return problem;
    }
    for (const QString &variable : {KeyIdVariable, SecretVariable}) {
        if (environment.value(variable).isEmpty())
            return QStringLiteral("The environment variable %1 is not set.").arg(variable);
    }
    options.real = api;
    return {};
}

} // namespace

tl::expected<Options, QString> parseOptions(const QStringList &arguments,
                                            const Environment &environment)
{
    QCommandLineParser parser;
    const QStringList valued = describe(parser);
    // The parser expects the program's name in front.
    if (!parser.parse(QStringList{QStringLiteral("clusterdeck")} + arguments))
        return tl::unexpected(wrongSyntax(parser));
    Options options;
    options.help = parser.isSet(QStringLiteral("help"));
    options.version = parser.isSet(QStringLiteral("version"));
    if (options.help || options.version)
        return options;
    options.demo = parser.isSet(QStringLiteral("demo"));
    Problem problem = checkValues(parser, valued);
    if (problem.isEmpty()) {
        const auto command = readCommand(parser);
        if (command)
            options.command = *command;
        else
            problem = command.error();
    }
    if (problem.isEmpty())
        problem = readLog(parser, options);
    if (problem.isEmpty())
        problem = readData(parser, environment, options);
    if (problem.isEmpty())
        problem = readDemo(parser, options);
    if (problem.isEmpty())
        problem = readReal(parser, environment, options);
    if (!problem.isEmpty())
        return tl::unexpected(problem);
    return options;
}

QString helpText()
{
    return QStringLiteral(R"(Usage: clusterdeck [options]
       clusterdeck plan %1 --ids-from FILE [--account NAME] [--reason TEXT] [--json]
                   [--valid TIME]
       clusterdeck apply PLAN.json [--count N] [--data-saved] [--hash HASH] [--approval CODE]
                   [--reason TEXT] [--account NAME]
       clusterdeck history [--json]
       clusterdeck list [--filter NAME] [--account NAME] [--json]
       clusterdeck due [--account NAME] [--json]

Manage the HPC clusters of a QingCloud-type EHPC cloud: select many, delete, stop or start them,
and follow every job to its end. Without options the window opens.

Practice cloud, no account needed:
  --demo                  open the practice cloud inside this program
  --tour DIR              show the steps of a deletion automatically, save pictures in DIR
  --demo-clusters N       number of clusters (default: 60)
  --demo-seed N           seed of the sample data; the same number gives the same clusters
                          (default: 1)
  --demo-job-seconds S    approximate duration of an operation (default: 6)

Your own cloud:
  --endpoint URL          address of the cloud, such as https://hpc.api.qingcloud.com
  --zone ZONE             zone, such as jn1a; or QINGCLOUD_ZONE
  --owner USER            user whose clusters are listed, usr-...
  --run-user USER         user who runs them, if not the owner, usr-...
  The access key comes from the environment variables QINGCLOUD_ACCESS_KEY_ID and
  QINGCLOUD_SECRET_ACCESS_KEY, never from an option.

Commands without a window, for scripts and tickets:
  plan VERB               read the current state and print what would be done; sends nothing
  apply PLAN.json         carry out that plan, if it still fits and no cluster's state got worse
  history                 print past operations
  list                    print the clusters as a table; stderr says what could not be read
  due                     print the parked or expired clusters that are due; deletes nothing
  --ids-from FILE         cluster IDs, or a table with a column cluster_id; - is standard input
  --account NAME          open only this saved account
  --filter NAME           only the clusters of this filter: idle, expired, or one saved in the
                          window
  --json                  print JSON; "plan" then makes the PLAN.json of "apply", and prints
                          its hash on stderr
  --count N               number of clusters, instead of typing it
  --data-saved            confirm that the data is saved or not needed
  --hash HASH             apply only the plan with this hash
  --valid TIME            make a plan to be approved, valid for so long: 7d or 12h, at most 30d;
                          prints the PLAN.json, and its approval code on stderr
  --approval CODE         the approval code of the plan, which such a plan needs
  --reason TEXT           a ticket or a purpose, for the record

Data folder, for history, locks and parked clusters:
  --data-dir DIR          keep them in DIR, on a disk of this computer if possible;
                          or CLUSTERDECK_DATA_DIR
  --take-over             write there although a copy on another computer used it; only when
                          that copy no longer runs

Troubleshooting:
  --verbose               log requests, answers and decisions to stderr, without keys
  --log-file FILE         write this log to FILE: at most 1 MiB, and three older files

  -h, --help              show this help
  -v, --version           show the version

Exit status: 0 success, 1 the tour failed or no display can be opened, 2 an option is wrong or
the log file cannot be opened. Of a command: 0 all of it was done, 1 not all of it, 2 wrong use,
3 the plan does not fit or the state of a cluster got worse, 4 the plan is too old, 5 the cloud,
the keychain or the journal could not be reached, 6 the outcome of some clusters is not known,
7 a signal ended it early. With 2 to 5 and 7 nothing was sent.
Of "due": 0 nothing is due, 1 something is, 6 not everything could be read.
A signal (Ctrl+C, SIGTERM, SIGHUP) ends a command within two seconds, a second one at once:
unsent requests are cancelled, sent ones continue, and the next start follows them.
)")
        .arg(plannableVerbs().join(u'|'));
}

} // namespace clusterdeck
