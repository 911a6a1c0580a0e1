// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/displayopening.h"

#include "app/support/visibletext.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace clusterdeck
{

namespace
{

constexpr int DisplayFailed = 1;

// Global, since Qt's message handler is a plain function.
QtMessageHandler handlerBefore = nullptr;
int realStderr = -1; ///< a copy of the descriptor; -1: nothing is held back
int keptBack = -1;   ///< a file in memory that replaces stderr
bool showKeptBack = false;

void printKeptBack()
{
    std::array<char, 4096> bytes{};
    off_t at = 0;
    for (ssize_t count = 0; (count = ::pread(keptBack, bytes.data(), bytes.size(), at)) > 0;
         at += count)
        (void)!::write(realStderr, bytes.data(), size_t(count));
}

void restoreStderr()
{
    if (realStderr < 0)
        return;
    std::fflush(stderr);
    ::dup2(realStderr, STDERR_FILENO);
}

DisplayFacts factsNow()
{
    DisplayFacts facts;
    facts.platform = qEnvironmentVariable("QT_QPA_PLATFORM");
    facts.display = qEnvironmentVariable("DISPLAY");
    facts.waylandDisplay = qEnvironmentVariable("WAYLAND_DISPLAY");
    return facts;
}

/// Uses _exit(): exit() would destroy the incomplete application.
[[noreturn]] void giveUp(const DisplayFacts &facts)
{
    restoreStderr();
    if (showKeptBack && keptBack >= 0)
        printKeptBack();
    std::fputs(
        QStringLiteral("clusterdeck: %1\n").arg(displayProblem(facts)).toLocal8Bit().constData(),
        stderr);
    std::fflush(stderr);
    ::_exit(DisplayFailed);
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (handlerBefore) // as critical, so that giveUp() below ends the program
        handlerBefore(type == QtFatalMsg ? QtCriticalMsg : type, context, message);
    if (type != QtFatalMsg)
        return;
    DisplayFacts facts = factsNow();
    facts.plugins = pluginsIn(message);
    giveUp(facts);
}

QString variable(const char *name, const QString &value)
{
    return value.isEmpty() ? QStringLiteral("%1 is not set").arg(QLatin1String(name))
                           : QStringLiteral("%1 is %2")
                                 .arg(QLatin1String(name), beginningOf(visibleLine(value), 100));
}

/// The plug-ins that Qt tries: "xcb:option;wayland" names two.
QStringList wanted(const DisplayFacts &facts)
{
    if (facts.platform.isEmpty())
        return {QStringLiteral("xcb"), QStringLiteral("wayland")};
    QStringList names;
    for (const QString &each : facts.platform.split(u';'))
        names.append(each.section(u':', 0, 0));
    return names;
}

} // namespace

QString displayProblem(const DisplayFacts &facts)
{
    QStringList variables{variable("DISPLAY", facts.display),
                          variable("WAYLAND_DISPLAY", facts.waylandDisplay)};
    if (!facts.platform.isEmpty())
        variables.append(variable("QT_QPA_PLATFORM", facts.platform));
    const QStringList names = wanted(facts);
    const bool installed =
        !facts.plugins || std::any_of(names.begin(), names.end(), [&](const QString &name) {
            return facts.plugins->contains(name);
        });
    const QString why = !installed     ? QStringLiteral("Qt's platform plug-in is not installed")
                        : facts.waited ? QStringLiteral("the display does not answer")
                                       : QStringLiteral("no display can be opened");
    return QStringLiteral("No window can be shown: %1 (%2). Start Clusterdeck in a desktop session "
                          "or with ssh -X; commands such as list, plan and apply need no display.")
        .arg(why, variables.join(QStringLiteral(", ")));
}

std::optional<QStringList> pluginsIn(const QString &message)
{
    static const QString Before = QStringLiteral("Available platform plugins are: ");
    const qsizetype at = message.indexOf(Before);
    if (at < 0)
        return std::nullopt;
    const QString list = message.sliced(at + Before.size()).section(u'\n', 0, 0).trimmed();
    return list.chopped(list.endsWith(u'.') ? 1 : 0).split(QStringLiteral(", "));
}

DisplayOpening::DisplayOpening(bool verbose, std::chrono::milliseconds limit)
{
    showKeptBack = verbose;
    keptBack = ::memfd_create("clusterdeck-stderr", MFD_CLOEXEC);
    realStderr = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (keptBack >= 0 && realStderr >= 0) {
        std::fflush(stderr);
        ::dup2(keptBack, STDERR_FILENO);
    }
    handlerBefore = qInstallMessageHandler(handleMessage);
    const auto say = [] {
        const QByteArray line =
            QStringLiteral("clusterdeck: Waiting for the display (%1).\n")
                .arg(visibleLine(factsNow().display + u' ' + factsNow().waylandDisplay))
                .toLocal8Bit();
        (void)!::write(realStderr, line.constData(), size_t(line.size()));
    };
    const auto end = [] {
        DisplayFacts facts = factsNow();
        facts.waited = true;
        giveUp(facts);
    };
    m_notice = std::make_unique<SlowNotice>(
        std::vector<SlowNotice::Step>{{std::chrono::seconds(1), say}, {limit, end}});
}

DisplayOpening::~DisplayOpening()
{
    m_notice.reset();
    qInstallMessageHandler(handlerBefore);
    restoreStderr();
    if (keptBack >= 0 && realStderr >= 0)
        printKeptBack();
    for (int *descriptor : {&keptBack, &realStderr}) {
        if (*descriptor >= 0)
            ::close(std::exchange(*descriptor, -1));
    }
}

} // namespace clusterdeck
