// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportwords.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct ReportWords {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::ReportWords)
};

} // namespace

QString offsetText(const QDateTime &time)
{
    const int minutes = time.toLocalTime().offsetFromUtc() / 60;
    return QStringLiteral("%1%2:%3")
        .arg(QLatin1Char(minutes < 0 ? '-' : '+'))
        .arg(qAbs(minutes) / 60, 2, 10, QChar(u'0'))
        .arg(qAbs(minutes) % 60, 2, 10, QChar(u'0'));
}

QString stampText(const QDateTime &time)
{
    if (!time.isValid())
        return unknownDash();
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss ")) + offsetText(time);
}

QString timeSince(const QDateTime &time, const QDateTime &from)
{
    if (!time.isValid())
        return unknownDash();
    const int offset = from.toLocalTime().offsetFromUtc();
    const QDateTime there = time.toOffsetFromUtc(offset);
    return there.toString(there.date() == from.toOffsetFromUtc(offset).date()
                              ? QStringLiteral("HH:mm:ss")
                              : QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString madeText(const QDateTime &now)
{
    return ReportWords::tr("Created %1 by Clusterdeck %2", "time, version")
        .arg(stampText(now), QStringLiteral(CLUSTERDECK_VERSION));
}

QString orDash(const QString &shown)
{
    return shown.isEmpty() ? unknownDash() : shown;
}

QString reportFileName(const char *what, DataKind dataKind, const QDateTime &utc)
{
    return QStringLiteral("%1clusterdeck-%2-%3")
        .arg(filePrefix(dataKind), QLatin1String(what),
             utc.toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss")));
}

} // namespace clusterdeck
