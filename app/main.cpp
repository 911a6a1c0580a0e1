// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/keychainstore.h"
#include "app/api/proxylookup.h"
#include "app/commandline/options.h"
#include "app/commandline/outcome.h"
#include "app/demo/commandline.h"
#include "app/demo/service.h"
#include "app/desktop/displayopening.h"
#include "app/session.h"
#include "app/support/crashes.h"
#include "app/support/interrupts.h"
#include "app/support/logwriter.h"
#include "app/support/slownotice.h"
#include "app/support/visibletext.h"
#include "ui/commandline/commandrun.h"
#include "ui/mainwindow.h"
#include "ui/settings/settings.h"
#include "ui/text/language.h"
#include "ui/theme/clearstyle.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/palette.h"
#include "ui/theme/resources.h"
#include "ui/tour.h"

#include <QAction>
#include <QApplication>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

using namespace clusterdeck;

namespace
{

constexpr int WrongUse = 2;

void print(FILE *stream, const QString &text)
{
    // A terminal would execute control characters.
    std::fputs(visibleLines(text).toLocal8Bit().constData(), stream);
    std::fflush(stream);
}

int refuse(const QString &sentence)
{
    print(stderr, QStringLiteral("clusterdeck: %1\n").arg(visibleLine(sentence)));
    return WrongUse;
}

tl::expected<Options, QString> readOptions(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return parseOptions(arguments, startEnvironment());
}

Account demoAccount(const demo::Service &service)
{
    Account account;
    account.id = QStringLiteral("demo");
    account.name = QStringLiteral("Demo");
    account.demo = true;
    account.api.baseUrl = service.url();
    account.api.zone = service.zone();
    account.api.owner = service.owner();
    account.api.credentials = {service.accessKeyId(), service.secretAccessKey()};
    return account;
}

Account realAccount(const ApiSettings &api)
{
    Account account;
    account.id = accountId(api);
    account.name = api.owner;
    account.api = api;
    return account;
}

demo::ServiceOptions serviceOptions(const Options &options)
{
    demo::ServiceOptions service;
    service.clusters = options.demoClusters;
    service.seed = options.demoSeed;
    service.jobSeconds = options.demoJobSeconds;
    return service;
}

DataFolder dataFolder(const Options &options)
{
    return {options.dataFolder.isEmpty()
                ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                : options.dataFolder,
            options.takeOver};
}

QString below(QStandardPaths::StandardLocation location, const char *name)
{
    return QStandardPaths::writableLocation(location) + QLatin1Char('/') + QLatin1String(name);
}

/// The values that the practice cloud gets from the accounts' window.
struct Practice {
    QJsonArray clusters; ///< see demo::ServiceOptions::given
    demo::Faults faults{};
};

/// What a main window shows.
enum class Place : quint8 { Accounts, Presenter, PracticeCloud };

/// The saved tables of the accounts.
QString tablesFolder()
{
    return below(QStandardPaths::CacheLocation, "tables");
}

/// What the accounts' window shows: pseudonyms while presenter mode is on.
Place ownPlace()
{
    return Settings(false).value(setting::Presenter) ? Place::Presenter : Place::Accounts;
}

/// The exit status of a window that was closed, and the window to open next, if any.
struct End {
    int status = 0;
    std::optional<Place> next{};
    Practice practice{}; ///< for the practice cloud
};

/// Shows the window when the clusters of the demo have been listed, but after 150 ms at the latest.
void showWithClusters(MainWindow &window, Session &session)
{
    constexpr std::chrono::milliseconds Longest{150};
    const auto show = [&window] {
        if (!window.testAttribute(Qt::WA_WState_ExplicitShowHide)) // neither shown nor closed yet
            window.show();
    };
    // Queued after the table's layout, otherwise it would paint all rows twice.
    QObject::connect(
        &session.clusters(), &ClusterModel::updateEnds, &window,
        [&window, show] { QTimer::singleShot(0, &window, show); }, Qt::SingleShotConnection);
    QTimer::singleShot(Longest, &window, show);
}

/// The demo saves no clusters and no history: each start is the same. `pictures`: the folder of the
/// tour; null: no tour.
End runDemo(const Options &options, Interrupts &interrupts, const OutputFolder *pictures,
            const Practice &practice)
{
    // Destroyed in reverse order: the window, the session, the cloud.
    SystemClock clock;
    demo::ServiceOptions made = serviceOptions(options);
    made.given = practice.clusters;
    demo::Service service(made);
    service.setFaults(practice.faults);
    Session session(clock);
    if (!service.listen()) {
        print(stderr, QStringLiteral("clusterdeck: The practice cloud cannot start: %1\n")
                          .arg(service.errorText()));
        return {1};
    }
    session.open(demoAccount(service));
    MainWindow window(session, pictures ? MainWindow::Memory::None : MainWindow::Memory::Kept);
    End end;
    if (!pictures) {
        QObject::connect(&interrupts, &Interrupts::interrupted, &window, &MainWindow::end);
        QObject::connect(window.leavePractice(), &QAction::triggered, &window, [&] {
            if (window.close())
                end.next = ownPlace();
        });
        showWithClusters(window, session);
        end.status = QApplication::exec();
        return end;
    }
    Tour tour(window, session, *pictures);
    QObject::connect(&tour, &Tour::finished, qApp, &QCoreApplication::exit);
    QObject::connect(&interrupts, &Interrupts::interrupted, qApp,
                     [] { QCoreApplication::exit(1); });
    window.show();
    tour.start();
    end.status = QApplication::exec();
    return end;
}

/// Connects the actions that close the window of real accounts to open another one, and the signals
/// that end the program.
void followWishes(MainWindow &window, Session &session, Interrupts &interrupts, End &end)
{
    QObject::connect(window.demo(), &QAction::triggered, &window, [&] {
        if (window.close())
            end.next = Place::PracticeCloud;
    });
    QObject::connect(&window, &MainWindow::practiceWanted, &window,
                     [&](RehearsedNames names, const QStringList &dials) {
                         end.practice = {
                             session.rehearsal(names),
                             demo::readCommandLine(QStringList{QString()} + dials).faults};
                         if (window.close())
                             end.next = Place::PracticeCloud;
                     });
    QObject::connect(&interrupts, &Interrupts::interrupted, &window, &MainWindow::end);
    QObject::connect(&window, &MainWindow::presenterWanted, &window, [&](bool on) {
        if (window.close())
            end.next = on ? Place::Presenter : Place::Accounts;
    });
}

/// The key of the pseudonyms. The first call creates it and saves it in the settings.
QByteArray presenterKey()
{
    Settings settings(false);
    if (settings.value(setting::PresenterKey).isEmpty()) {
        QByteArray key(32, '\0');
        QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(key.data()),
                                              key.size() / qsizetype(sizeof(quint32)));
        settings.set(setting::PresenterKey, key);
    }
    return settings.value(setting::PresenterKey);
}

/// Opens the saved accounts, or only the account of the command line, in presenter mode. The
/// session has no folder, since locks, parked clusters and the journal contain real names, and no
/// saved accounts. Only its calls are counted in the journal. Operations that were sent before are
/// followed again when presenter mode is off.
End runPresenter(const Options &options, Interrupts &interrupts)
{
    SystemClock clock;
    AccountStore saved(below(QStandardPaths::AppConfigLocation, "accounts.json"));
    KeychainStore secrets(QStringLiteral("clusterdeck"));
    AccountBook book(saved, secrets, [](const QString &) { return true; });
    Journal counted(dataFolder(options));
    Session session(clock);
    session.present(presenterKey(), counted);
    QObject::connect(&book, &AccountBook::opened, &session, &Session::open);
    End end;
    MainWindow window(session);
    followWishes(window, session, interrupts, end);
    window.show();
    if (options.real)
        session.open(realAccount(*options.real));
    else
        QMetaObject::invokeMethod(&book, &AccountBook::openAll, Qt::QueuedConnection);
    end.status = QApplication::exec();
    return end;
}

/// Opens the saved accounts, or only the account of the command line.
End runReal(const Options &options, Interrupts &interrupts)
{
    SystemClock clock;
    AccountStore saved(below(QStandardPaths::AppConfigLocation, "accounts.json"));
    KeychainStore secrets(QStringLiteral("clusterdeck"));
    Session session(clock, dataFolder(options), saved, secrets);
    session.keepTables(tablesFolder());
    // Before the window is made, since a thread reads the saved tables meanwhile.
    if (options.real)
        session.open(realAccount(*options.real));
    else
        session.showKeptTables();
    End end;
    MainWindow window(session);
    followWishes(window, session, interrupts, end);
    window.show();
    if (!options.real) // after the first paint, since the keychain may be slow
        QMetaObject::invokeMethod(&session.book(), &AccountBook::openAll, Qt::QueuedConnection);
    end.status = QApplication::exec();
    return end;
}

Terminal terminal(StandardInput &input)
{
    Terminal terminal;
    terminal.out = [](const QString &text) { print(stdout, text + u'\n'); };
    terminal.aside = [](const QString &text) { print(stderr, text + u'\n'); };
    terminal.document = [](const QByteArray &bytes) {
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
        std::fflush(stdout);
    };
    terminal.input = [&input](qint64 limit, const Terminal::Input &then) {
        input.readAll(limit, then);
    };
    if (isatty(STDIN_FILENO) == 0)
        return terminal;
    terminal.ask = [&input](const QString &question, const Terminal::Answer &then) {
        print(stderr, question);
        input.readLine([then](const std::optional<QByteArray> &line) {
            then(line ? std::optional(QString::fromLocal8Bit(*line)) : std::nullopt);
        });
    };
    return terminal;
}

/// The exit status: `status`, or NotReached when the result could not be printed.
int printed(int status, const Command &command)
{
    if (std::ferror(stdout) == 0)
        return status;
    print(stderr, QStringLiteral("clusterdeck: The result could not be written to standard output; "
                                 "the disk may be full.\n"));
    // "apply" may have sent requests: its own status is more important.
    return command.kind == Command::Kind::Apply ? status : exitstatus::NotReached;
}

/// Needs no display.
int runCommand(QCoreApplication &application, const Options &options)
{
    SystemClock clock;
    AccountStore saved(below(QStandardPaths::AppConfigLocation, "accounts.json"));
    KeychainStore secrets(QStringLiteral("clusterdeck"));
    auto opening = std::make_unique<SlowNotice>(std::vector<SlowNotice::Step>{
        {CommandRun::SilenceLimit,
         [] { print(stderr, QStringLiteral("clusterdeck: Opening the journal.\n")); }}});
    Session session(clock, dataFolder(options), saved, secrets);
    opening.reset();
    session.operationService().setSafety(safetyFrom(Settings(false)));
    session.readUse(tablesFolder());
    if (!needsTables(*options.command, options.real ? 1 : session.book().entries().size()))
        session.readOnlyFirstPages();
    if (options.real)
        session.open(realAccount(*options.real));
    StandardInput input(STDIN_FILENO);
    CommandRun command(*options.command, session, terminal(input));
    Interrupts interrupts;
    QObject::connect(&interrupts, &Interrupts::interrupted, &command, &CommandRun::interrupt);
    QObject::connect(&command, &CommandRun::finished, &interrupts, &Interrupts::setStatus);
    QObject::connect(&command, &CommandRun::finished, &application, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    QMetaObject::invokeMethod(&command, &CommandRun::start, Qt::QueuedConnection);
    return printed(QCoreApplication::exec(), *options.command);
}

/// Opens closed standard descriptors. Otherwise the next opened file would get the number, and the
/// output would be written into that file.
void openStandardDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) < 0)
            (void)::open("/dev/null", O_RDWR); // gets the lowest number that is free
    }
}

int run(QApplication &application, const Options &options, const OutputFolder *pictures)
{
    loadResources(application, Settings(false).value(setting::Language));
    QApplication::setWindowIcon(applicationIcon());
    // Before the window, whose settings may choose another theme.
    applyTheme(Theme::System);
    Interrupts interrupts; // before the journal is opened, which a signal must not interrupt
    End end;
    end.next = options.demo ? Place::PracticeCloud : ownPlace();
    while (end.next) {
        switch (*end.next) {
        case Place::Accounts:
            end = runReal(options, interrupts);
            break;
        case Place::Presenter:
            end = runPresenter(options, interrupts);
            break;
        case Place::PracticeCloud:
            end = runDemo(options, interrupts, pictures, end.practice);
            break;
        }
    }
    return end.status;
}

int program(int argc, char *argv[])
{
    openStandardDescriptors();
    keepSecretsOutOfCrashes();
    // Before the application is made: these options need no display.
    const auto options = readOptions(argc, argv);
    if (!options)
        return refuse(options.error());
    if (options->help) {
        print(stdout, helpText());
        return 0;
    }
    if (options->version) {
        print(stdout, QStringLiteral("clusterdeck " CLUSTERDECK_VERSION "\n"));
        return 0;
    }
    const LogWriter log({options->verbose, options->logFile});
    if (!log.problem().isEmpty())
        return refuse(log.problem());
    std::optional<OutputFolder> pictures;
    if (!options->tour.isEmpty()) {
        auto folder = Tour::prepare(options->tour);
        if (!folder)
            return refuse(folder.error());
        pictures.emplace(std::move(*folder));
    }

    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck"));
    QCoreApplication::setApplicationName(QStringLiteral("clusterdeck"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CLUSTERDECK_VERSION));
    if (options->command) {
        QCoreApplication application(argc, argv);
        loadResources(application);
        return runCommand(application, *options);
    }
    QGuiApplication::setDesktopFileName(QStringLiteral("org.clusterdeck.clusterdeck"));
    auto opening = std::make_unique<DisplayOpening>(options->verbose);
    QApplication application(argc, argv);
    opening.reset();
    useClearStyle();
    return run(application, *options, pictures ? &*pictures : nullptr);
}

} // namespace

int main(int argc, char *argv[])
{
    const int status = program(argc, argv);
    if (!isProxyLookupUnderWay())
        return status;
    // Qt's destructors would wait for the look-up, which may never end. The program's own
    // destructors have already run.
    std::fflush(nullptr);
    std::_Exit(status);
}
