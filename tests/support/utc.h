// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace clusterdeck
{

/// A time in UTC, created so that every Qt from 6.4 accepts it without a warning.
[[nodiscard]] inline QDateTime utc(QDate day, QTime time)
{
    return QDateTime(day, time, QTimeZone::utc()).toUTC();
}

[[nodiscard]] inline QDateTime utc(qint64 msecsSinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(msecsSinceEpoch).toUTC();
}

} // namespace clusterdeck
