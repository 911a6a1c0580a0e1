// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/service.h"

#include <QStringList>

namespace clusterdeck::demo
{

/// What the command line of clusterdeck-demo-service asks for.
struct CommandLine {
    ServiceOptions service;
    Faults faults;
    QString text;      ///< --help or --version: to be printed instead of serving
    QString complaint; ///< one sentence about what was wrong; empty when all was right
};

/// `arguments`: the program's own name first.
[[nodiscard]] CommandLine readCommandLine(const QStringList &arguments);

} // namespace clusterdeck::demo
