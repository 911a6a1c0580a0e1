// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/environment.h"

#include <QProcessEnvironment>

#include <cstdlib>
#include <cstring>

namespace clusterdeck
{

namespace
{

constexpr const char *Secret = "QINGCLOUD_SECRET_ACCESS_KEY";

Environment taken()
{
    Environment environment;
    const QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const QString &name : all.keys())
        environment.insert(name, all.value(name));
    // unsetenv() leaves the value in memory, where /proc/PID/environ shows it.
    if (char *value = std::getenv(Secret))
        std::memset(value, 0, std::strlen(value));
    qunsetenv(Secret);
    return environment;
}

} // namespace

const Environment &startEnvironment()
{
    static const Environment environment = taken();
    return environment;
}

} // namespace clusterdeck
