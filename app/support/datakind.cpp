// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/datakind.h"

namespace clusterdeck
{

QString wordOf(DataKind dataKind)
{
    switch (dataKind) {
    case DataKind::Real:
        return {};
    case DataKind::Demo:
        return QStringLiteral("DEMO");
    case DataKind::Presenter:
        return QStringLiteral("PRESENTER");
    }
    Q_UNREACHABLE();
}

QString filePrefix(DataKind dataKind)
{
    return dataKind == DataKind::Real ? QString() : wordOf(dataKind) + u'-';
}

} // namespace clusterdeck
