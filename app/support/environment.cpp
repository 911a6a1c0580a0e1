// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/environment.h"

#include <QProcessEnvironment>

#include <cstdlib>
#include <cstring>

namespace clusterdeck
{

namespace
{

constexpr const char *Secrets[] = {"QINGCLOUD_SECRET_ACCESS_KEY"};

Environment taken()
{
    Environment environment;
    const QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const QString &name : all.keys())
        environment.insert(name, all.value(name));
    for (const char *name : Secrets) {
        // unsetenv() leaves the value in memory, where /proc/PID/environ shows it.
        if (char *value = std::getenv(name))
            std::memset(value, 0, std::strlen(value));
        qunsetenv(name);
    }
    return environment;
}

} // namespace

const Environment &startEnvironment()
{
    static const Environment environment = taken();
    return environment;
}

} // namespace clusterdeck
