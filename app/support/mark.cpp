// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/mark.h"

namespace clusterdeck
{

QString wordOf(Mark mark)
{
    switch (mark) {
    case Mark::None:
        return {};
    case Mark::Demo:
        return QStringLiteral("DEMO");
    case Mark::Presenter:
        return QStringLiteral("PRESENTER");
    }
    Q_UNREACHABLE();
}

QString filePrefix(Mark mark)
{
    return mark == Mark::None ? QString() : wordOf(mark) + u'-';
}

} // namespace clusterdeck
