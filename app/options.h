// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/commandline/command.h"
#include "app/support/environment.h"

#include <QStringList>

namespace clusterdeck
{

/// What the program was started with. A secret comes from the environment, never from an argument.
struct Options {
    bool help = false;
    bool version = false;
    bool demo = false;
    bool verbose = false;
    QString logFile;                 ///< empty: none
    QString tour;                    ///< the folder of the pictures; empty: no tour
    std::optional<ApiSettings> real; ///< an account to open
    std::optional<Command> command;  ///< instead of a window
    QString dataFolder;              ///< absolute; empty: the one of the desktop's rules
    bool takeOver = false;           ///< see DataFolder
    int demoClusters = 60;
    quint64 demoSeed = 1;
    double demoJobSeconds = 6;
};

/// Reads `arguments` (without the program's name); of the environment only the QINGCLOUD_…
/// variables and CLUSTERDECK_DATA_DIR matter. What is wrong is said in one English sentence
/// that repeats no value: a value may be a secret that went astray.
[[nodiscard]] tl::expected<Options, QString> parseOptions(const QStringList &arguments,
                                                          const Environment &environment);

/// What --help prints.
[[nodiscard]] QString helpText();

} // namespace clusterdeck
