// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace clusterdeck
{

/// Texts that all reports share. Times name their zone and, unless it is the same, their day.

/// "2026-11-25 17:23:07 +08:00", by this machine's zone; a dash when it is not known.
[[nodiscard]] QString stampText(const QDateTime &time);

/// "+08:00", of this machine's zone at that time.
[[nodiscard]] QString offsetText(const QDateTime &time);

/// "17:23:07", by the zone that this machine had at `from`; with the date when that is another day.
[[nodiscard]] QString timeSince(const QDateTime &time, const QDateTime &from);

/// "Created 2026-11-25 17:30:00 +08:00 by Clusterdeck 0.1.0".
[[nodiscard]] QString madeText(const QDateTime &now);

/// The mark of a report of the practice cloud.
[[nodiscard]] QString demoMark();

/// `shown`, or a dash when it is empty.
[[nodiscard]] QString orDash(const QString &shown);

/// "DEMO-clusterdeck-report-20261125-092307".
[[nodiscard]] QString reportFileName(const char *what, bool demo, const QDateTime &utc);

} // namespace clusterdeck
