// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace clusterdeck
{

namespace
{

struct Format {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Format)
};

} // namespace

QString unknownDash()
{
    return QStringLiteral("–");
}

QString unknownWord()
{
    return Format::tr("unknown");
}

QString numberText(const std::optional<int> &number)
{
    return number ? QLocale().toString(*number) : unknownDash();
}

QString hoursText(double hours)
{
    return QLocale().toString(hours, 'f', hours < 10 ? 1 : 0);
}

QString ageText(const QDateTime &then, const QDateTime &now)
{
    const qint64 minutes = qMax<qint64>(0, then.secsTo(now) / 60);
    const qint64 hours = minutes / 60;
    const qint64 days = hours / 24;
    const QLocale locale;
    if (minutes < 60)
        return Format::tr("%1 min", "age").arg(minutes);
    if (hours < 48)
        return Format::tr("%1 h", "age in hours").arg(hours);
    if (days < 60)
        return Format::tr("%1 d", "age in days").arg(days);
    if (days < 730)
        return Format::tr("%1 mo", "age in months").arg(days / 30);
    return Format::tr("%1 y", "age in years").arg(locale.toString(days / 365));
}

QString durationText(std::chrono::milliseconds duration)
{
    const qint64 seconds = qMax<qint64>(0, duration.count() / 1000);
    const auto two = [](qint64 number) {
        return QStringLiteral("%1").arg(number, 2, 10, QChar(u'0'));
    };
    const QString tail = two(seconds % 60);
    if (seconds < 3600)
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(tail);
    return QStringLiteral("%1:%2:%3").arg(seconds / 3600).arg(two(seconds / 60 % 60), tail);
}

QString dateTimeText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

QString timeText(const QDateTime &time)
{
    return time.toLocalTime().time().toString(QStringLiteral("HH:mm:ss"));
}

QString billingText(const QString &billing)
{
    if (billing == u"PayForUsed")
        return Format::tr("Pay as you go");
    if (billing == u"Reserved")
        return Format::tr("Prepaid");
    return billing;
}

QString plainToolTip(const QString &plain)
{
    if (plain.isEmpty())
        return {};
    QString escaped = plain.toHtmlEscaped();
    escaped.replace(u'\n', QStringLiteral("<br>"));
    return QStringLiteral("<qt>%1</qt>").arg(escaped);
}

} // namespace clusterdeck
