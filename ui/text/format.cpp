// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include "app/support/visibletext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace clusterdeck
{

namespace
{

struct Format {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Format)
};

/// The number of characters; a surrogate pair is one.
int lengthOf(const QString &text)
{
    const auto seconds =
        std::count_if(text.begin(), text.end(), [](QChar unit) { return unit.isLowSurrogate(); });
    return int(text.size() - seconds);
}

/// The most UTF-16 units of the remark that tells the length of a cut text. A text that exceeds the
/// limit by no more than this is not cut, since the remark may be longer than the part it replaces.
/// Therefore a second cut does not change a text.
constexpr qsizetype Remark = 40;

/// The beginning of `visible`, which is `foreign` made visible, with the length of `foreign`.
QString cut(const QString &visible, const QString &foreign, qsizetype limit)
{
    return Format::tr("%1… (%Ln character(s))", "the beginning of a long text", lengthOf(foreign))
        .arg(beginningOf(visible, limit));
}

/// The position after MostLines lines; the size when the text has no more.
qsizetype endOfLines(const QString &text)
{
    qsizetype end = -1;
    for (int line = 0; line < MostLines; ++line) {
        end = text.indexOf(u'\n', end + 1);
        if (end < 0)
            return text.size();
    }
    return end;
}

/// `form` is a date format of QLocale. A year of two digits looks like a day or a month.
QString withWholeYear(QString form)
{
    return form.contains(QLatin1String("yyyy"))
               ? form
               : form.replace(QLatin1String("yy"), QLatin1String("yyyy"));
}

} // namespace

QString unknownDash()
{
    return QStringLiteral("–");
}

QString unknownWord()
{
    return Format::tr("unknown");
}

QString numberText(const std::optional<qint64> &number)
{
    return number ? QLocale().toString(*number) : unknownDash();
}

QString memoryText(int megabytes)
{
    constexpr int MbOfOneGb = 1024;
    return megabytes >= MbOfOneGb && megabytes % MbOfOneGb == 0
               ? Format::tr("%1 GB", "memory").arg(numberText(megabytes / MbOfOneGb))
               : Format::tr("%1 MB", "memory").arg(numberText(megabytes));
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
        return Format::tr("%1 min", "age").arg(locale.toString(minutes));
    if (hours < 48)
        return Format::tr("%1 h", "age in hours").arg(locale.toString(hours));
    if (days < 60)
        return Format::tr("%1 d", "age in days").arg(locale.toString(days));
    if (days < 730)
        return Format::tr("%1 mo", "age in months").arg(locale.toString(days / 30));
    return Format::tr("%1 y", "age in years").arg(locale.toString(days / 365));
}

QString daysUnusedText(int days)
{
    return days > 0 ? Format::tr("%Ln d", "days", days) : QStringLiteral("–");
}

QString unusedSentence(int days)
{
    if (days == 0)
        return Format::tr("In use, or read on this computer for less than a day.");
    return Format::tr("No use seen for %Ln day(s) on this computer: the CPU hours and finished "
                      "jobs have not increased.",
                      nullptr, days);
}

QString unusedNote(const std::optional<int> &days)
{
    return days.value_or(0) > 0 ? Format::tr("no use seen for %Ln day(s)", nullptr, *days)
                                : QString();
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

QString dayForm()
{
    return withWholeYear(QLocale().dateFormat(QLocale::ShortFormat));
}

QString dayText(const QDate &day)
{
    return QLocale().toString(day, dayForm());
}

QString dateTimeText(const QDateTime &time)
{
    const QLocale locale;
    return locale.toString(time.toLocalTime(),
                           withWholeYear(locale.dateTimeFormat(QLocale::ShortFormat)));
}

QString timeText(const QDateTime &time)
{
    // QLocale has no format with seconds and without a time zone.
    const QLocale locale;
    QString form = locale.timeFormat(QLocale::ShortFormat);
    const qsizetype minutes = form.indexOf(QLatin1String("mm"));
    if (minutes > 0 && !form.contains(u's'))
        form.insert(minutes + 2, form.mid(minutes - 1, 1) + QLatin1String("ss"));
    return locale.toString(time.toLocalTime().time(), form);
}

QString billingText(const QString &billing)
{
    if (billing == u"PayForUsed")
        return Format::tr("Pay as you go");
    if (billing == u"Reserved")
        return Format::tr("Prepaid");
    return shownLine(billing);
}

QString personRoleText(const QString &role)
{
    if (role == u"admin")
        return Format::tr("Administrator", "role");
    if (role == u"user")
        return Format::tr("User", "role");
    if (role == u"owner")
        return Format::tr("Owner", "role");
    if (role == u"member")
        return Format::tr("Member", "role");
    return role;
}

QString shownLine(const QString &foreign, int limit)
{
    const QString visible = visibleLine(foreign, limit + 2 * Remark);
    return visible.size() <= limit + Remark ? visible : cut(visible, foreign, limit);
}

QString shownLines(const QString &foreign, int limit)
{
    const QString visible = visibleLines(foreign, limit + 2 * Remark);
    const qsizetype end = endOfLines(visible);
    const bool fits = end == visible.size() && end <= limit + Remark;
    return fits ? visible : cut(visible, foreign, qMin<qsizetype>(limit, end));
}

QString dataKindText(DataKind dataKind)
{
    switch (dataKind) {
    case DataKind::Real:
        return {};
    case DataKind::Demo:
        return Format::tr("DEMO – sample data, not a real cloud.");
    case DataKind::Presenter:
        return Format::tr("PRESENTER – names, IDs and owners are invented.");
    }
    Q_UNREACHABLE();
}

QString plainToolTip(const QString &plain)
{
    if (plain.isEmpty())
        return {};
    QString escaped = breakable(shownLines(plain)).toHtmlEscaped();
    escaped.replace(u'\n', QStringLiteral("<br>"));
    return QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>").arg(escaped);
}

QString breakable(const QString &shown)
{
    constexpr int LongestWord = 40;
    constexpr QChar BreakHere(u'\u200B');
    constexpr QChar Joiner(u'\u200D');
    QString broken;
    qsizetype done = 0;
    qsizetype word = 0;
    for (qsizetype at = 0; at < shown.size(); ++at) {
        const QChar unit = shown.at(at);
        if (unit.isSpace())
            word = at + 1;
        const bool joined = unit.isLowSurrogate() || unit.isMark() || unit == Joiner ||
                            (at > 0 && shown.at(at - 1) == Joiner);
        if (at - word < LongestWord || joined)
            continue;
        broken += QStringView(shown).mid(done, at - done);
        broken += BreakHere;
        done = word = at;
    }
    return done == 0 ? shown : broken.append(QStringView(shown).mid(done));
}

QString windowTitleFor(const QString &shown)
{
    QString title = shown;
    return title.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
}

} // namespace clusterdeck
