// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parking/parkedtext.h"

#include "ui/text/filetext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct Parked {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Parked)
};

QString shortDay(const QDateTime &utc)
{
    return dayText(utc.toLocalTime().date());
}

/// `look` with `remark` appended to its word.
StateLook with(StateLook look, const QString &remark)
{
    look.word = Parked::tr("%1 – %2", "state – remark").arg(look.word, remark);
    return look;
}

} // namespace

QString dueText(int clusters)
{
    return Parked::tr("%Ln parked cluster(s) are due to be deleted. Nothing happens until you "
                      "confirm it.",
                      nullptr, clusters);
}

QString startedAgainText(const QList<std::pair<ParkedNow, std::optional<QString>>> &startedBy)
{
    constexpr qsizetype MostNames = 3;
    QStringList named;
    for (const auto &[parked, who] : startedBy.first(std::min(MostNames, startedBy.size()))) {
        const QString name = shownLine(parked.now->name, LongestNameShown);
        named.append(!who             ? name
                     : who->isEmpty() ? Parked::tr("%1 (user not in the log)").arg(name)
                                      : Parked::tr("%1 (by %2)", "name, user")
                                            .arg(name, shownLine(*who, LongestNameShown)));
    }
    const int more = int(startedBy.size() - named.size());
    if (more > 0)
        named.append(Parked::tr("and %Ln more", nullptr, more));
    return Parked::tr("%Ln parked cluster(s) was/were started again: %1. The day to delete it is "
                      "suspended until you park it again or change its day.",
                      nullptr, int(startedBy.size()))
        .arg(enumerated(named));
}

QString dayText(const ParkedCluster &parked, const QDate &today, ParkedState state)
{
    const int left = int(today.daysTo(parked.due));
    const QString when = isSuspended(parked, state) ? Parked::tr("suspended", "day")
                         : left == 0                ? Parked::tr("due today")
                         : left > 0                 ? Parked::tr("in %Ln day(s)", nullptr, left)
                                    : Parked::tr("%Ln day(s) overdue", nullptr, -left);
    return Parked::tr("%1 – %2", "day – how far it is").arg(dayText(parked.due), when);
}

QString parkedUntilText(const ParkedCluster &parked, const QDate &today)
{
    const QString text = Parked::tr("Parked, to be deleted on %1").arg(dayText(parked, today));
    return parked.note.isEmpty() ? text : text + u'\n' + shownLine(parked.note, LongestQuote);
}

StateLook lookOf(const ParkedCluster &parked, ParkedState state,
                 const std::optional<ClusterRecord> &now, const LatestItem &latest)
{
    switch (state) {
    case ParkedState::NotRead:
        return {Parked::tr("Not read: its account is not open"), Glyph::Question,
                StatusColor::Neutral};
    case ParkedState::DeletedHere:
        return {Parked::tr("Deleted by this program on %1").arg(shortDay(parked.goneAt)),
                Glyph::Check, StatusColor::Good};
    case ParkedState::Gone:
        return {Parked::tr("Deleted elsewhere; missing since %1").arg(shortDay(parked.goneAt)),
                Glyph::RingCheck, StatusColor::Neutral};
    case ParkedState::Stopped:
    case ParkedState::Running:
    case ParkedState::RunningAgain:
    case ParkedState::Changing:
    case ParkedState::Suspended:
        break;
    }
    const ClusterRecord record = now.value_or(ClusterRecord());
    StateLook look = latest ? lookOf(record, latest.batch->verb, *latest) : lookOf(record);
    if (state == ParkedState::Running || state == ParkedState::RunningAgain)
        look.statusColor = StatusColor::Warning;
    if (state == ParkedState::RunningAgain)
        return with(look, Parked::tr("started again"));
    if (parked.startedAgainAt.isValid())
        return with(look, Parked::tr("was started again"));
    // The word already contains the result of a stop by this program, unless it was cancelled.
    if (state == ParkedState::Running && (!latest || latest->state == ItemState::Cancelled))
        return with(look, Parked::tr("not stopped"));
    return look;
}

QString parkingUnreadableText(const FileProblem &problem)
{
    return sentences({Parked::tr("The list of parked clusters is incomplete."),
                      fileProblemText(problem),
                      Parked::tr("Clusterdeck keeps a copy of the file before it changes it.")});
}

QString parkingSetAsideText(const QString &path)
{
    return Parked::tr("The file with the parked clusters was not valid. It was kept as %1.")
        .arg(shownLine(path, LongestQuote));
}

QString parkingNotWrittenText(const FileProblem &problem)
{
    return sentences(
        {Parked::tr(
             "The parked clusters could not be saved. The list is kept until Clusterdeck ends."),
         fileProblemText(problem)});
}

} // namespace clusterdeck
