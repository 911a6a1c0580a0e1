// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/requirement.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace clusterdeck
{

void giveUp(const QString &why)
{
    std::fflush(stdout);
    std::fprintf(stderr, "%s: %s\n", qPrintable(QCoreApplication::applicationName()),
                 qPrintable(why));
    std::_Exit(1);
}

void require(bool holds, const char *what)
{
    if (!holds)
        giveUp(QStringLiteral("does not hold: ") + QString::fromUtf8(what));
}

} // namespace clusterdeck
