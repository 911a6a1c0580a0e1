// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/service.h"

#include <QStringList>

namespace clusterdeck::demo
{

/// The parsed command line of clusterdeck-demo-service.
struct CommandLine {
    ServiceOptions service;
    Faults faults;
    QString text;      ///< for --help and --version: print this and exit
    QString complaint; ///< the first error, one sentence; empty without an error
};

/// `arguments`: the program's name first.
[[nodiscard]] CommandLine readCommandLine(const QStringList &arguments);

} // namespace clusterdeck::demo
