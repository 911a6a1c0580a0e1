// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/service.h"
#include "app/options.h"
#include "app/session.h"
#include "app/visibletext.h"
#include "ui/look/glyphs.h"
#include "ui/look/resources.h"
#include "ui/mainwindow.h"
#include "ui/tour.h"

#include <QApplication>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <cstdio>

using namespace clusterdeck;

namespace
{

constexpr int WrongUse = 2;

void print(FILE *stream, const QString &text)
{
    // A terminal obeys what is printed on it.
    std::fputs(visibleLines(text).toLocal8Bit().constData(), stream);
    std::fflush(stream);
}

int refuse(const QString &sentence)
{
    print(stderr, QStringLiteral("clusterdeck: %1\n").arg(sentence));
    return WrongUse;
}

tl::expected<Options, QString> readOptions(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    Environment environment;
    const QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const QString &name : all.keys())
        environment.insert(name, all.value(name));
    return parseOptions(arguments, environment);
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

/// The demonstration leaves nothing behind: it begins the same each time.
QString dataFolder(const Options &options)
{
    return options.real ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                        : QString();
}

int run(QApplication &application, const Options &options)
{
    // Destroyed from the bottom up: the window before what it shows, that before the cloud.
    SystemClock clock;
    demo::Service service(serviceOptions(options));
    Session session(clock, dataFolder(options));
    const auto openDemo = [&service, &session] {
        if (!service.listen())
            return false;
        session.open(demoAccount(service));
        return true;
    };
    if (options.demo && !openDemo()) {
        print(stderr, QStringLiteral("clusterdeck: The demo cloud cannot start: %1\n")
                          .arg(service.errorText()));
        return 1;
    }
    if (options.real)
        session.open(realAccount(*options.real));

    const bool touring = !options.tour.isEmpty();
    MainWindow window(session, touring ? MainWindow::Memory::None : MainWindow::Memory::Kept);
    QObject::connect(&window, &MainWindow::demoWanted, &window, openDemo);
    Tour tour(window, session, options.tour);
    QObject::connect(&tour, &Tour::finished, &application, &QCoreApplication::exit);
    window.show();
    if (touring)
        tour.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    // Before there is an application: these answers need no display.
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
    if (!options->tour.isEmpty()) {
        if (const QString problem = Tour::prepare(options->tour); !problem.isEmpty())
            return refuse(problem);
    }

    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck"));
    QCoreApplication::setApplicationName(QStringLiteral("clusterdeck"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CLUSTERDECK_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("clusterdeck"));
    QApplication application(argc, argv);
    loadResources(application);
    QApplication::setWindowIcon(applicationIcon());
    return run(application, *options);
}
