// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/details/operationlogcolumns.h"

#include "ui/text/format.h"
#include "ui/words/errortext.h"
#include "ui/words/statelook.h"
#include "ui/words/verbwords.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct OperationColumns {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::OperationColumns)
};

QString operationText(const TimelineLine &line)
{
    if (const auto verb = verbOf(line))
        return VerbWords::of(*verb).operation();
    const OperationRecord &operation = line.operations.constFirst();
    return operation.description.isEmpty() ? operation.action : operation.description;
}

/// From the provider's log if it has the operation: the journal may have ended before the operation
/// did.
StateLook lookOf(const TimelineLine &line)
{
    if (line.operations.isEmpty())
        return clusterdeck::lookOf(line.items.constFirst());
    switch (progressOf(line.operations.constFirst())) {
    case OperationProgress::Running:
        return clusterdeck::lookOf(ItemState::Running);
    case OperationProgress::Successful:
        return clusterdeck::lookOf(ItemState::Done);
    case OperationProgress::Failed:
        return clusterdeck::lookOf(ItemState::Failed);
    }
    Q_UNREACHABLE();
}

QString sourceText(LogSource source)
{
    switch (source) {
    case LogSource::Here:
        return OperationColumns::tr("This program");
    case LogSource::OnlyHere:
        return OperationColumns::tr("This program, not in the provider's log");
    case LogSource::HereUnread:
        return OperationColumns::tr("This program, log not read");
    case LogSource::NotSent:
        return OperationColumns::tr("This program, not sent");
    case LogSource::Elsewhere:
        return OperationColumns::tr("Elsewhere");
    }
    Q_UNREACHABLE();
}

QString sourceExplanation(LogSource source)
{
    switch (source) {
    case LogSource::Here:
        return OperationColumns::tr(
            "Sent by Clusterdeck on this computer; the provider's log has it too.");
    case LogSource::OnlyHere:
        return OperationColumns::tr(
            "Sent by Clusterdeck on this computer, but not in the provider's log.");
    case LogSource::HereUnread:
        return OperationColumns::tr("Sent by Clusterdeck on this computer. The provider's log has "
                                    "not been read for that time.");
    case LogSource::NotSent:
        return OperationColumns::tr(
            "Confirmed in Clusterdeck on this computer, but nothing was sent.");
    case LogSource::Elsewhere:
        return OperationColumns::tr("In the provider's log, but not sent by Clusterdeck on this "
                                    "computer: another user, computer or tool sent it.");
    }
    Q_UNREACHABLE();
}

QString stateExplanation(const TimelineLine &line)
{
    QStringList lines{lookOf(line).word};
    const QString codes = line.operations.value(0).errorCodes;
    if (!codes.isEmpty())
        lines.append(OperationColumns::tr("Provider: %1", "error codes").arg(codes));
    if (!line.items.isEmpty())
        lines.append(reasonText(line.items.first()));
    if (line.ended.isValid())
        lines.append(OperationColumns::tr("Ended %1").arg(dateTimeText(line.ended)));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString jobOf(const TimelineLine &line)
{
    return line.operations.isEmpty() ? line.items.constFirst().jobId
                                     : line.operations.constFirst().jobId;
}

} // namespace

QList<LoggedOperation> loggedOperations(const QList<TimelineLine> &lines, const LogReach &reach)
{
    QList<LoggedOperation> operations;
    operations.reserve(lines.size());
    for (const TimelineLine &line : lines)
        operations.append({line, logSourceOf(line, reach)});
    return operations;
}

QString identityOf(const LoggedOperation &operation)
{
    const QString job = jobOf(operation.line);
    return job.isEmpty() && operation.line.batch ? operation.line.batch->id : job;
}

QList<RecordColumn<LoggedOperation>> operationColumns()
{
    using Operation = const LoggedOperation &;
    return {
        {"when",
         OperationColumns::tr("Time"),
         {.digits = 20, .spoken = true},
         [](Operation operation) {
             const QDateTime &at = operation.line.at;
             return at.isValid() ? dateTimeText(at) : QString();
         },
         {},
         [](Operation operation) {
             const QDateTime &at = operation.line.at;
             return at.isValid() ? dateTimeText(at) + u' ' + timeText(at) : QString();
         }},
        {"what",
         OperationColumns::tr("Operation"),
         {.spoken = true},
         [](Operation operation) { return operationText(operation.line); }},
        {"state",
         OperationColumns::tr("State"),
         {.digits = 11, .spoken = true},
         [](Operation operation) { return lookOf(operation.line).word; },
         [](Operation operation) {
             const StateLook look = lookOf(operation.line);
             return glyphIcon(look.glyph, look.statusColor);
         },
         [](Operation operation) { return stateExplanation(operation.line); }},
        {"where",
         OperationColumns::tr("Source"),
         {.digits = 11},
         [](Operation operation) { return sourceText(operation.source); },
         {},
         [](Operation operation) { return sourceExplanation(operation.source); }},
        {"by",
         OperationColumns::tr("By"),
         {.digits = 14, .whole = true},
         [](Operation operation) { return authorOf(operation.line); }},
        {"job",
         OperationColumns::tr("Job ID"),
         {.digits = 15, .whole = true},
         [](Operation operation) { return jobOf(operation.line); }},
    };
}

} // namespace clusterdeck
