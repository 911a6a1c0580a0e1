// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/timelinetext.h"

#include "app/operations/batch/operation.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/words/errortext.h"
#include "ui/words/verbtext.h"
#include "ui/words/verbwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

struct Line {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Line)
};

/// The most names in a cell.
constexpr qsizetype MostNames = 3;

QString quoted(const QString &foreign)
{
    return shownLine(foreign, LongestNameShown);
}

/// The log's name for the operation.
QString wordsOf(const OperationRecord &operation)
{
    return quoted(operation.description.trimmed().isEmpty() ? operation.action
                                                            : operation.description);
}

QString elsewhereText(const OperationRecord &operation)
{
    const auto verb = verbOf(operation);
    if (!verb)
        return Line::tr("%1 – elsewhere", "what was done").arg(wordsOf(operation));
    switch (progressOf(operation)) {
    case OperationProgress::Running:
        return VerbWords::of(*verb).underWayElsewhere();
    case OperationProgress::Successful:
        return VerbWords::of(*verb).doneElsewhere();
    case OperationProgress::Failed:
        return VerbWords::of(*verb).failedElsewhere();
    }
    Q_UNREACHABLE();
}

QString clusterText(const TimelineCluster &cluster)
{
    return cluster.name.isEmpty()
               ? quoted(cluster.id)
               : Line::tr("%1 (%2)", "name and id").arg(quoted(cluster.name), quoted(cluster.id));
}

/// Adds `form` with `shown`; nothing if `shown` is empty.
void addFact(QStringList &lines, const QString &form, const QString &shown)
{
    if (!shown.isEmpty())
        lines.append(form.arg(shown));
}

QString sourceText(const TimelineLine &line)
{
    if (line.source == TimelineSource::Elsewhere)
        return Line::tr("Source: the provider's operation log. Not sent by this program.");
    return Line::tr("Source: the provider's operation log. It may be a request of this program "
                    "whose answer had no job ID: %1, %2.")
        .arg(batchTitle(*line.batch), dateTimeText(line.batch->confirmedAt));
}

} // namespace

QString dateTimeOrNothing(const QDateTime &time)
{
    return time.isValid() ? dateTimeText(time) : QString();
}

QString whatText(const TimelineLine &line)
{
    switch (line.source) {
    case TimelineSource::Ours:
        return batchTitle(*line.batch);
    case TimelineSource::PerhapsOurs:
        return Line::tr("%1 – possibly this program", "what was done")
            .arg(wordsOf(line.operations.constFirst()));
    case TimelineSource::Elsewhere:
        return elsewhereText(line.operations.constFirst());
    }
    Q_UNREACHABLE();
}

QString clustersText(const TimelineLine &line)
{
    QStringList names;
    for (const TimelineCluster &cluster : line.clusters) {
        if (names.size() == MostNames)
            break;
        names.append(quoted(cluster.name.isEmpty() ? cluster.id : cluster.name));
    }
    const QString named = enumerated(names);
    const int more = int(line.clusters.size() - names.size());
    return more == 0 ? named : Line::tr("%1 and %Ln more", nullptr, more).arg(named);
}

QString whoText(const TimelineLine &line)
{
    if (line.source == TimelineSource::Ours) {
        const QString &user = line.batch->user;
        return user.isEmpty() ? Line::tr("This program")
                              : Line::tr("This program (%1)").arg(quoted(user));
    }
    const OperationRecord &operation = line.operations.constFirst();
    const QString author = requesterOf(operation);
    if (author.isEmpty())
        return Line::tr("Not in the log");
    return operation.owner.isEmpty() || operation.owner == author
               ? quoted(author)
               : Line::tr("%1 for %2", "submitter and owner")
                     .arg(quoted(author), quoted(operation.owner));
}

QString outcomeText(const TimelineLine &line)
{
    if (line.source == TimelineSource::Ours)
        return countsText(*line.batch);
    const OperationRecord &operation = line.operations.constFirst();
    const QString word = lookOf(outcomeOf(operation)).word;
    return operation.errorCodes.isEmpty()
               ? word
               : Line::tr("%1 (code %2)", "outcome and the provider's code")
                     .arg(word, quoted(operation.errorCodes));
}

StateLook lookOf(TimelineOutcome outcome)
{
    switch (outcome) {
    case TimelineOutcome::Done:
        return {Line::tr("Done"), Glyph::Check, StatusColor::Good};
    case TimelineOutcome::Failed:
        return {Line::tr("Failed"), Glyph::Cross, StatusColor::Bad};
    case TimelineOutcome::Unknown:
        return {Line::tr("Unknown"), Glyph::Question, StatusColor::Warning};
    case TimelineOutcome::Running:
        return {Line::tr("Running"), Glyph::Arc, StatusColor::Busy};
    case TimelineOutcome::Cancelled:
        return {Line::tr("Cancelled"), Glyph::Minus, StatusColor::Neutral};
    }
    Q_UNREACHABLE();
}

StateLook lookOf(TimelineOutcomes outcomes)
{
    constexpr std::array Order{TimelineOutcome::Unknown, TimelineOutcome::Failed,
                               TimelineOutcome::Running, TimelineOutcome::Done};
    for (const TimelineOutcome outcome : Order) {
        if (outcomes & outcome)
            return lookOf(outcome);
    }
    return lookOf(TimelineOutcome::Cancelled);
}

QString factsText(const TimelineLine &line)
{
    const OperationRecord &operation = line.operations.constFirst();
    QStringList clusters;
    for (const TimelineCluster &cluster : line.clusters)
        clusters.append(clusterText(cluster));
    QStringList lines;
    addFact(lines, QStringLiteral("%1"), whatText(line));
    lines.append(QString());
    addFact(lines, Line::tr("Job ID: %1"), shownLine(operation.jobId));
    addFact(lines, Line::tr("Action: %1"), shownLine(operation.action));
    addFact(lines, Line::tr("Provider's text: %1"), shownLine(operation.description));
    addFact(lines, Line::tr("Clusters: %1"), enumerated(clusters));
    addFact(lines, Line::tr("Status: %1"), shownLine(operation.status));
    addFact(lines, Line::tr("Error codes: %1"), shownLine(operation.errorCodes));
    addFact(lines, Line::tr("Started: %1"), dateTimeOrNothing(operation.created));
    addFact(lines, Line::tr("Last change: %1"), dateTimeOrNothing(operation.changed));
    addFact(lines, Line::tr("Submitter: %1"), shownLine(operation.submitter));
    addFact(lines, Line::tr("Owner: %1"), shownLine(operation.owner));
    addFact(lines, Line::tr("Account: %1"), shownLine(line.accountName));
    addFact(lines, Line::tr("Zone: %1"), shownLine(line.zone));
    lines.append(QString());
    lines.append(sourceText(line));
    return lines.join(u'\n');
}

namespace
{

/// "the newest 300 entries of 1,204 of the provider's log, back to 01/05/2026 09:30, as of
/// 14:02:11".
QString extentText(const LogReader &log)
{
    const int lines = int(log.operations().size());
    const QString asOf = log.asOf().isValid() ? timeText(log.asOf()) : unknownDash();
    if (log.reachesBeginning())
        return Line::tr("all %Ln entry(ies) of the provider's log, as of %1", nullptr, lines)
            .arg(asOf);
    QDateTime oldest;
    for (const OperationRecord &operation : log.operations()) {
        if (operation.created.isValid() && (!oldest.isValid() || operation.created < oldest))
            oldest = operation.created;
    }
    const QString back = oldest.isValid() ? dateTimeText(oldest) : unknownDash();
    return log.total() && *log.total() > lines
               ? Line::tr(
                     "the newest %Ln entry(ies) of %1 of the provider's log, back to %2, as of %3",
                     nullptr, lines)
                     .arg(numberText(*log.total()), back, asOf)
               : Line::tr("the newest %Ln entry(ies) of the provider's log, back to %1, as of %2",
                          nullptr, lines)
                     .arg(back, asOf);
}

} // namespace

QString logText(const LogReader &log)
{
    const QString account = quoted(log.place().accountName);
    const bool none = log.operations().isEmpty() && !log.reachesBeginning();
    QString extent = none ? Line::tr("the provider's log was not read") : extentText(log);
    if (log.unreadable() > 0)
        extent = Line::tr("%1, %Ln of them unreadable", nullptr, log.unreadable()).arg(extent);
    const QString read = Line::tr("%1: %2.", "account and how far").arg(account, extent);
    const auto with = [&](const QString &sentence) { return sentences({read, sentence}); };
    switch (log.status()) {
    case LogReader::Status::Idle:
        return read;
    case LogReader::Status::Reading:
        return none ? Line::tr("%1: reading the provider's log…").arg(account)
                    : with(Line::tr("Reading more…"));
    case LogReader::Status::Stopped:
        return with(Line::tr("You stopped the reading."));
    case LogReader::Status::Failed:
        return with(errorText(log.error()));
    case LogReader::Status::QuotaLow:
        return with(Line::tr("Too few calls are left this hour to read more."));
    }
    Q_UNREACHABLE();
}

} // namespace clusterdeck
