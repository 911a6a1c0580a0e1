// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historycolumns.h"

#include "app/operations/journal/journalcodec.h"
#include "ui/history/deletedclustertext.h"
#include "ui/history/timelinetext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/words/errortext.h"
#include "ui/words/statelook.h"

#include <QCoreApplication>

#include <array>

namespace clusterdeck
{

namespace
{

struct HistoryColumns {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::HistoryColumns)

public:
    static constexpr std::array<std::pair<ItemEvent, const char *>, ItemEventCount> Events{{
        {ItemEvent::UndoWindowOver, QT_TR_NOOP("Countdown ended")},
        {ItemEvent::Cancel, QT_TR_NOOP("Cancelled")},
        {ItemEvent::Hold, QT_TR_NOOP("Put on hold")},
        {ItemEvent::Resume, QT_TR_NOOP("Resumed")},
        {ItemEvent::SendStarted, QT_TR_NOOP("Request started")},
        {ItemEvent::Accepted, QT_TR_NOOP("Accepted")},
        {ItemEvent::Refused, QT_TR_NOOP("Refused")},
        {ItemEvent::RefusedAndHolding, QT_TR_NOOP("Refused, batch put on hold")},
        {ItemEvent::RefusedTogether, QT_TR_NOOP("Refused together with others")},
        {ItemEvent::NotSentTogether, QT_TR_NOOP("Request not sent")},
        {ItemEvent::FoundUntouched, QT_TR_NOOP("Found unchanged")},
        {ItemEvent::LeftInDoubt, QT_TR_NOOP("Not found unchanged")},
        {ItemEvent::FoundGone, QT_TR_NOOP("Found gone")},
        {ItemEvent::AnswerLost, QT_TR_NOOP("No answer")},
        {ItemEvent::JobFound, QT_TR_NOOP("Job found")},
        {ItemEvent::OperationFailed, QT_TR_NOOP("Job failed")},
        {ItemEvent::NotCarriedOut, QT_TR_NOOP("Not carried out")},
        {ItemEvent::Unproven, QT_TR_NOOP("Not proven")},
        {ItemEvent::Completed, QT_TR_NOOP("Completed")},
    }};
};

static_assert(
    [] {
        for (std::size_t event = 0; event < HistoryColumns::Events.size(); ++event) {
            const auto &[described, text] = HistoryColumns::Events[event];
            if (std::size_t(described) != event || !text)
                return false;
        }
        return true;
    }(),
    "a row for each event, in their order");

constexpr auto Nothing = EmptyCell::Nothing;

QIcon iconOf(const StateLook &look)
{
    return glyphIcon(look.glyph, look.statusColor);
}

QString timeOrNothing(const QDateTime &time)
{
    return time.isValid() ? timeText(time) : QString();
}

QString eventText(const HistoryEvent &of)
{
    const std::optional<ItemEvent> event = eventFrom(of.event.event);
    return event ? HistoryColumns::tr(HistoryColumns::Events[std::size_t(*event)].second)
                 : of.event.event;
}

QString stateText(const HistoryEvent &of)
{
    const ItemState state = journalcodec::stateFrom(of.event.state);
    return state == ItemState::NotUnderstood ? of.event.state : lookOf(state).word;
}

QString evidenceCell(const HistoryEvent &of)
{
    const std::optional<BatchItem> item = itemAfter(of.event);
    if (!item)
        return of.event.evidence;
    QStringList facts{evidenceText(of.verb, item->evidence)};
    if (!item->jobId.isEmpty())
        facts.prepend(HistoryColumns::tr("Job %1").arg(item->jobId));
    facts.removeAll(QString());
    return sentences({reasonText(*item), clauses(facts)});
}

} // namespace

QList<RecordColumn<TimelineLine>> timelineColumns()
{
    using Line = TimelineLine;
    return {
        {"what", HistoryColumns::tr("Operation"), {.digits = 23, .spoken = true}, whatText},
        {"clusters",
         HistoryColumns::tr("Clusters"),
         {.digits = 24, .spoken = true, .empty = Nothing},
         clustersText},
        {"when",
         HistoryColumns::tr("Time"),
         {.digits = 21, .spoken = true},
         [](const Line &line) { return dateTimeOrNothing(line.at); }},
        {"outcome",
         HistoryColumns::tr("Outcome"),
         {.digits = 24, .spoken = true},
         outcomeText,
         [](const Line &line) { return iconOf(lookOf(line.outcomes)); }},
        {"who", HistoryColumns::tr("By"), {.digits = 23}, whoText},
        {"given_reason",
         HistoryColumns::tr("Reason"),
         {.digits = 18, .optional = true, .empty = Nothing},
         [](const Line &line) {
             return line.source == TimelineSource::Ours ? line.batch->givenReason : QString();
         }},
        {"approval_code",
         HistoryColumns::tr("Approval code"),
         {.digits = 20, .optional = true, .empty = Nothing},
         [](const Line &line) {
             return line.source == TimelineSource::Ours ? line.batch->approvalCode : QString();
         }},
        {"account",
         HistoryColumns::tr("Account"),
         {.digits = 11},
         [](const Line &line) { return line.accountName; }},
        {"zone",
         HistoryColumns::tr("Zone"),
         {.digits = 7},
         [](const Line &line) { return line.zone; }},
    };
}

QList<RecordColumn<BatchItem>> itemColumns()
{
    return {
        {"name",
         HistoryColumns::tr("Name"),
         {.digits = 24, .spoken = true},
         [](const BatchItem &item) { return item.shown.name; }},
        {"id",
         HistoryColumns::tr("ID"),
         {.digits = 18, .whole = true, .spoken = true},
         [](const BatchItem &item) { return item.key.id; }},
        {"state",
         HistoryColumns::tr("State"),
         {.digits = 16, .spoken = true},
         [](const BatchItem &item) { return lookOf(item).word; },
         [](const BatchItem &item) { return iconOf(lookOf(item)); }},
        {"job",
         HistoryColumns::tr("Job ID"),
         {.digits = 16, .whole = true, .empty = Nothing},
         [](const BatchItem &item) { return item.jobId; }},
        {"sent",
         HistoryColumns::tr("Sent"),
         {.digits = 12, .empty = Nothing},
         [](const BatchItem &item) { return timeOrNothing(item.sentAt); },
         {},
         {},
         [](const BatchItem &item) { return item.sentAt; }},
        {"ended",
         HistoryColumns::tr("Ended"),
         {.digits = 12, .empty = Nothing},
         [](const BatchItem &item) { return timeOrNothing(item.endedAt); },
         {},
         {},
         [](const BatchItem &item) { return item.endedAt; }},
        {"reason",
         HistoryColumns::tr("Explanation"),
         {.digits = 38, .empty = Nothing},
         [](const BatchItem &item) { return reasonText(item); }},
    };
}

QList<RecordColumn<HistoryEvent>> eventColumns()
{
    return {
        {"cluster",
         HistoryColumns::tr("Cluster"),
         {.digits = 18, .whole = true, .spoken = true},
         [](const HistoryEvent &of) { return of.clusterId; }},
        {"time",
         HistoryColumns::tr("Time"),
         {.digits = 11, .spoken = true},
         [](const HistoryEvent &of) { return timeText(of.event.at); }},
        {"event", HistoryColumns::tr("Event"), {.digits = 20, .spoken = true}, eventText},
        {"state", HistoryColumns::tr("New state"), {.digits = 16, .spoken = true}, stateText},
        {"evidence",
         HistoryColumns::tr("Evidence"),
         {.digits = 60, .empty = Nothing},
         evidenceCell},
    };
}

QList<RecordColumn<DeletedCluster>> deletedClusterColumns()
{
    using Deleted = DeletedCluster;
    return {
        {"name",
         HistoryColumns::tr("Name"),
         {.digits = 22, .spoken = true},
         [](const Deleted &cluster) { return cluster.record.name; }},
        {"id",
         HistoryColumns::tr("ID"),
         {.digits = 18, .whole = true, .spoken = true},
         [](const Deleted &cluster) { return cluster.record.id; }},
        {"deleted",
         HistoryColumns::tr("Deleted"),
         {.digits = 21, .spoken = true},
         [](const Deleted &cluster) { return dateTimeOrNothing(cluster.deletedAt()); },
         {},
         {},
         [](const Deleted &cluster) { return cluster.deletedAt(); }},
        {"by",
         HistoryColumns::tr("By"),
         {.digits = 15, .whole = true},
         [](const Deleted &cluster) { return cluster.user; }},
        {"type",
         HistoryColumns::tr("Type"),
         {.digits = 6},
         [](const Deleted &cluster) { return cluster.record.type; }},
        {"nodes",
         HistoryColumns::tr("Nodes"),
         {.digits = 34},
         nodesText,
         {},
         {},
         [](const Deleted &cluster) { return cluster.record.nodes.value_or(-1); }},
        {"cpu_hours",
         HistoryColumns::tr("CPU hours"),
         {.digits = 11, .numeric = true},
         [](const Deleted &cluster) {
             const auto &hours = cluster.record.cpuHours;
             return hours ? hoursText(*hours) : QString();
         },
         {},
         {},
         [](const Deleted &cluster) { return cluster.record.cpuHours.value_or(-1); }},
        {"storage",
         HistoryColumns::tr("Storage"),
         {.digits = 20, .empty = Nothing},
         [](const Deleted &cluster) {
             const ClusterRecord &record = cluster.record;
             return record.mountPoint.isEmpty() ? record.nasPath : record.mountPoint;
         }},
        {"software",
         HistoryColumns::tr("Software"),
         {.digits = 26, .empty = Nothing},
         [](const Deleted &cluster) { return enumerated(cluster.record.software); }},
        {"account",
         HistoryColumns::tr("Account"),
         {.digits = 10},
         [](const Deleted &cluster) { return cluster.accountName; }},
    };
}

} // namespace clusterdeck
