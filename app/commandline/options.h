// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/commandline/command.h"
#include "app/support/environment.h"

#include <QStringList>

namespace clusterdeck
{

/// The command line options. A secret comes from the environment, never from an argument.
struct Options {
    bool help = false;
    bool version = false;
    bool demo = false;
    bool verbose = false;
    QString logFile;                 ///< empty: none
    QString tour;                    ///< the folder for the pictures; empty: no tour
    std::optional<ApiSettings> real; ///< an account to open
    std::optional<Command> command;  ///< instead of a window
    QString dataFolder;              ///< absolute; empty: the standard folder
    bool takeOver = false;           ///< see DataFolder
    int demoClusters = 60;
    quint64 demoSeed = 1;
    double demoJobSeconds = 6; ///< approximate duration of an operation
};

/// Reads `arguments` (without the program's name) and, from the environment, the QINGCLOUD_…
/// variables and CLUSTERDECK_DATA_DIR. With --help or --version nothing else is checked. The error
/// is English text without any value, since a value may be a secret in the wrong place.
[[nodiscard]] tl::expected<Options, QString> parseOptions(const QStringList &arguments,
                                                          const Environment &environment);

/// The text for --help.
[[nodiscard]] QString helpText();

} // namespace clusterdeck
