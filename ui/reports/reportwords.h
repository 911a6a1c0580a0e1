// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/datakind.h"

#include <QDateTime>
#include <QString>

namespace clusterdeck
{

/// Texts that all reports share.

/// "2026-11-25 17:23:07 +08:00", in the local time zone; a dash if `time` is invalid.
[[nodiscard]] QString stampText(const QDateTime &time);

/// "+08:00", the offset of the local time zone at `time`.
[[nodiscard]] QString offsetText(const QDateTime &time);

/// "17:23:07", by the offset of the local time zone at `from`, which the text does not name; with
/// the date if it differs from that of `from`. A dash if `time` is invalid.
[[nodiscard]] QString timeSince(const QDateTime &time, const QDateTime &from);

/// "Created 2026-11-25 17:30:00 +08:00 by Clusterdeck 0.1.0".
[[nodiscard]] QString madeText(const QDateTime &now);

/// `shown`, or a dash when it is empty.
[[nodiscard]] QString orDash(const QString &shown);

/// "DEMO-clusterdeck-report-20261125-092307", without suffix; the time is in UTC.
[[nodiscard]] QString reportFileName(const char *what, DataKind dataKind, const QDateTime &utc);

} // namespace clusterdeck
