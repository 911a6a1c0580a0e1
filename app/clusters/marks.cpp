// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/marks.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <limits>

namespace clusterdeck
{

namespace
{

enum class Kind { Keep, Expiry, NotUnderstood };

/// One mark and its place in a description, brackets included.
struct Mark {
    qsizetype begin = 0;
    qsizetype end = 0;
    Kind kind = Kind::NotUnderstood;
    QDate day{};

    [[nodiscard]] bool says(Kind which, const QDate &when) const
    {
        return kind == which && day == when;
    }
};

constexpr QStringView Opening = u"[［【〔〖﹝";
constexpr QStringView Closing = u"]］】〕〗﹞";

bool opens(QChar character)
{
    return Opening.contains(character);
}

bool closes(QChar character)
{
    return Closing.contains(character);
}

/// Lower-case letters of normal width, single spaces, no invisible characters.
QString folded(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    plain.removeIf([](QChar character) { return character.category() == QChar::Other_Format; });
    return plain.simplified();
}

/// Whether a folded text between brackets is about keeping the cluster: "keep" or its Chinese word
/// is in it, whatever else. "keepuntil" and "keep2027" count, "keeper" does not.
bool isAboutKeeping(const QString &text)
{
    static const QRegularExpression about(
        QStringLiteral("(?<![\\p{L}\\p{N}])keep(?!(?!until)\\p{L})|保留"));
    return about.match(text).hasMatch();
}

/// The same for "expires" at the beginning.
bool isAboutExpiry(const QString &text)
{
    static const QRegularExpression about(QStringLiteral("^expires(?!\\p{L})"));
    return about.match(text).hasMatch();
}

/// The day in the rest of `text` after `words`; invalid when there is none.
QDate dayBehind(const QString &text, QLatin1String words)
{
    constexpr qsizetype Length = 10; // of 2027-03-31
    const QString day = text.startsWith(words) ? text.mid(words.size()) : QString();
    return day.size() == Length ? QDate::fromString(day, Qt::ISODate) : QDate();
}

/// The mark with the text `inside` between its brackets; std::nullopt for other text. `closed`: the
/// closing bracket is there.
std::optional<Mark> understood(const QString &inside, bool closed)
{
    const QString text = folded(inside);
    const bool keep = isAboutKeeping(text);
    if (!keep && !isAboutExpiry(text))
        return {};
    Mark mark;
    mark.day = keep ? dayBehind(text, QLatin1String("keep until "))
                    : dayBehind(text, QLatin1String("expires "));
    if (closed && (mark.day.isValid() || text == QLatin1String("keep")))
        mark.kind = keep ? Kind::Keep : Kind::Expiry;
    return mark;
}

QList<Mark> marksWithPlaces(const QString &description)
{
    QList<Mark> marks;
    qsizetype begin = -1;
    for (qsizetype i = 0; i <= description.size(); ++i) {
        const bool atEnd = i == description.size();
        const bool closed = !atEnd && closes(description.at(i));
        if (!atEnd && !closed && !opens(description.at(i)))
            continue;
        if (begin >= 0) {
            if (auto mark = understood(description.mid(begin + 1, i - begin - 1), closed)) {
                mark->begin = begin;
                mark->end = closed ? i + 1 : i;
                marks.append(*mark);
            }
        }
        begin = closed ? -1 : i;
    }
    return marks;
}

/// Removes a mark, with one space beside it.
void remove(QString &text, const Mark &mark)
{
    const bool before = mark.begin > 0 && text.at(mark.begin - 1) == u' ';
    const bool behind =
        !before && mark.begin == 0 && text.size() > mark.end && text.at(mark.end) == u' ';
    const qsizetype begin = mark.begin - (before ? 1 : 0);
    text.remove(begin, mark.end + (behind ? 1 : 0) - begin);
}

} // namespace

Marks marksIn(const QString &description)
{
    Marks marks;
    bool endless = false;
    for (const Mark &mark : marksWithPlaces(description)) {
        if (mark.kind == Kind::Expiry) {
            marks.expires = std::max(marks.expires, mark.day);
            continue;
        }
        marks.keep = true;
        marks.keepUntil = std::max(marks.keepUntil, mark.day);
        endless = endless || mark.kind == Kind::NotUnderstood || !mark.day.isValid();
        marks.allUnderstood = marks.allUnderstood && mark.kind != Kind::NotUnderstood;
    }
    if (endless)
        marks.keepUntil = QDate();
    return marks;
}

Marks marksOf(const ClusterRow &cluster)
{
    const QByteArrayView bytes = cluster.bytesOf(&ClusterRecord::description);
    // Most descriptions have no bracket and are not converted. A text that is stored as UTF-16 is.
    constexpr std::array Brackets{"[", "［", "【", "〔", "〖", "﹝"}; // Opening, in UTF-8
    static_assert(Brackets.size() == std::size_t(Opening.size()));
    const bool mayHave = bytes.startsWith('\xFF') ||
                         std::any_of(Brackets.begin(), Brackets.end(),
                                     [&](const char *bracket) { return bytes.contains(bracket); });
    return mayHave ? marksIn(ClusterRow::textOf(bytes)) : Marks();
}

bool isOver(const QDate &day, const QDateTime &now)
{
    constexpr int BehindUtc = 12 * 3600; // of the last zone in which a day ends
    return day.isValid() && now.isValid() &&
           now >= day.addDays(1).startOfDay(QTimeZone::utc()).addSecs(BehindUtc);
}

bool isKept(const Marks &marks, const QDateTime &now)
{
    return marks.keep && !isOver(marks.keepUntil, now);
}

bool isExpired(const Marks &marks, const QDateTime &now)
{
    return isOver(marks.expires, now);
}

std::optional<double> lastDayKept(const ClusterRow &cluster)
{
    const Marks marks = marksOf(cluster);
    if (!marks.keep)
        return {};
    return marks.keepUntil.isValid() ? double(marks.keepUntil.toJulianDay())
                                     : std::numeric_limits<double>::infinity();
}

std::optional<double> lastDayBeforeExpiry(const ClusterRow &cluster)
{
    const Marks marks = marksOf(cluster);
    return marks.expires.isValid() ? std::optional(double(marks.expires.toJulianDay()))
                                   : std::nullopt;
}

QString markText(const MarkChange &change)
{
    const QString day = change.day.toString(Qt::ISODate);
    if (change.what == MarkChange::What::Expire)
        return QStringLiteral("[expires %1]").arg(day);
    return day.isEmpty() ? QStringLiteral("[keep]") : QStringLiteral("[keep until %1]").arg(day);
}

QString withMark(const QString &description, const MarkChange &change)
{
    using What = MarkChange::What;
    const bool keep = change.what == What::Keep || change.what == What::RemoveKeep;
    const bool adds = change.what == What::Keep || change.what == What::Expire;
    const Kind kind = keep ? Kind::Keep : Kind::Expiry;
    QList<Mark> marks = marksWithPlaces(description);
    marks.removeIf([&](const Mark &mark) { return mark.kind != kind; });
    if (adds && marks.size() == 1 && marks.constFirst().says(kind, change.day))
        return description;
    if (adds && marks.isEmpty())
        return description.trimmed().isEmpty() ? markText(change)
                                               : description + u' ' + markText(change);
    QString text = description;
    while (marks.size() > (adds ? 1 : 0)) // from the end, so that the places hold
        remove(text, marks.takeLast());
    if (adds)
        text.replace(marks.constFirst().begin, marks.constFirst().end - marks.constFirst().begin,
                     markText(change));
    return text;
}

QString withoutMarks(const QString &description)
{
    using What = MarkChange::What;
    return withMark(withMark(description, {What::RemoveKeep}), {What::RemoveExpiry}).trimmed();
}

} // namespace clusterdeck
