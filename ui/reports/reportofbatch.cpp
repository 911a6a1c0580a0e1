// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportofbatch.h"

#include "app/clusters/pastedlist/listmatching.h"
#include "app/history/batchreport.h"
#include "ui/reports/reportdialog.h"
#include "ui/reports/reportwords.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/words/errortext.h"
#include "ui/words/statelook.h"
#include "ui/words/verbtext.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace clusterdeck
{

namespace
{

struct BatchReportText {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::BatchReportText)
};

QString endedText(const BatchReport &report)
{
    return report.open > 0 ? BatchReportText::tr("Not finished: %Ln cluster(s) still open", nullptr,
                                                 report.open)
                           : stampText(report.ended);
}

QString sentTimes(const BatchReport &report)
{
    if (report.sent == 0)
        return BatchReportText::tr("Nothing was sent");
    if (report.firstSent == report.lastSent)
        return stampText(report.firstSent);
    return BatchReportText::tr("%1 to %2", "first and last time")
        .arg(stampText(report.firstSent), timeSince(report.lastSent, report.firstSent));
}

ReportFacts factsOf(const Batch &batch, const BatchReport &report)
{
    return {
        {{BatchReportText::tr("Account"), orDash(shownLine(batch.accountName, LongestNameShown))},
         {BatchReportText::tr("Zone"), orDash(shownLine(batch.zone, LongestNameShown))},
         {BatchReportText::tr("Signed with the key of"),
          orDash(shownLine(batch.user, LongestNameShown))},
         {BatchReportText::tr("Reason"), orDash(shownLine(batch.givenReason))},
         {BatchReportText::tr("Approval code"), orDash(shownLine(batch.approvalCode))},
         {BatchReportText::tr("Confirmed"), stampText(batch.confirmedAt)},
         {BatchReportText::tr("Sent"), sentTimes(report)},
         {BatchReportText::tr("Ended"), endedText(report)},
         {BatchReportText::tr("Requests sent for"),
          BatchReportText::tr("%1 of %Ln cluster(s)", nullptr, int(batch.items.size()))
              .arg(numberText(report.sent))},
         {BatchReportText::tr("Risk tier and countdown"),
          BatchReportText::tr("%1, %2 s", "tier, seconds")
              .arg(numberText(batch.tier), numberText(batch.undoWindow.count()))},
         {BatchReportText::tr("Batch"), shownLine(batch.id, LongestNameShown)}}};
}

/// What the confirmation dialog showed about a cluster.
QString asShown(const ClusterRecord &shown)
{
    const QString nodes = shown.nodes ? BatchReportText::tr("%Ln node(s)", nullptr, *shown.nodes)
                                      : BatchReportText::tr("unknown number of nodes");
    return BatchReportText::tr("%1; %2; %3 running, %4 queued; %5",
                               "status, nodes, numbers of jobs, billing")
        .arg(lookOf(shown).word, nodes, numberText(shown.runningJobs),
             numberText(shown.pendingJobs), orDash(billingText(shown.billing)));
}

QString proofText(Verb verb, const ItemProof &proof, const QDateTime &from)
{
    const QString evidence = evidenceText(verb, proof.evidence);
    return evidence.isEmpty() ? QString()
                              : BatchReportText::tr("Read back: %1 (%2).", "what, when")
                                    .arg(evidence, timeSince(proof.at, from));
}

/// The places of the items: what somebody has to look at comes first, otherwise in the order of
/// sending.
QList<int> attentionFirst(const Batch &batch)
{
    const auto isFine = [&batch](int row) {
        return batch.items.at(row).outcome() == ItemOutcome::Done;
    };
    QList<int> rows(batch.items.size());
    std::iota(rows.begin(), rows.end(), 0);
    std::stable_partition(rows.begin(), rows.end(), [&](int row) { return !isFine(row); });
    return rows;
}

ReportTable itemsOf(const Batch &batch, const BatchReport &report)
{
    const QString offset = offsetText(batch.confirmedAt);
    ReportTable table;
    table.columns = {{BatchReportText::tr("No."), true},
                     {BatchReportText::tr("Name")},
                     {BatchReportText::tr("ID"), false, true},
                     {BatchReportText::tr("Shown at confirmation")},
                     {BatchReportText::tr("Outcome"), false, true},
                     {BatchReportText::tr("Job ID"), false, true},
                     {BatchReportText::tr("Sent (%1)", "time zone").arg(offset), false, true},
                     {BatchReportText::tr("Ended (%1)", "time zone").arg(offset), false, true},
                     {BatchReportText::tr("Explanation and evidence")}};
    for (const int row : attentionFirst(batch)) {
        const BatchItem &item = batch.items.at(row);
        QStringList why{reasonText(item),
                        proofText(batch.verb, report.proofs.at(row), batch.confirmedAt)};
        table.rows.append({numberText(row + 1), orDash(shownLine(item.shown.name)),
                           shownLine(item.key.id, LongestNameShown), asShown(item.shown),
                           lookOf(item).word, orDash(shownLine(item.jobId, LongestNameShown)),
                           timeSince(item.sentAt, batch.confirmedAt),
                           timeSince(item.endedAt, batch.confirmedAt), orDash(sentences(why))});
    }
    return table;
}

/// Whether a line of the dialog's text has one of `ids` in parentheses, as shownText() writes them.
bool isAbout(const QString &line, const QSet<QString> &ids)
{
    for (qsizetype open = line.indexOf(u'('); open >= 0; open = line.indexOf(u'(', open + 1)) {
        const qsizetype close = line.indexOf(u')', open);
        if (close > open && ids.contains(line.mid(open + 1, close - open - 1)))
            return true;
    }
    return false;
}

/// A plan for several accounts may have shown thousands of clusters of other batches.
constexpr int MostShownLines = 40;

/// The text of the dialog without the lines about the batch's own clusters, which are in the table.
/// Lines about clusters that are not part of the batch stay.
QString shownBesides(const Batch &batch)
{
    QSet<QString> ids;
    for (const BatchItem &item : batch.items)
        ids.insert(shownLine(item.key.id));
    QStringList lines;
    for (const QString &line : batch.shown.split(u'\n', Qt::SkipEmptyParts)) {
        if (!isAbout(line, ids))
            lines.append(shownLine(line));
    }
    const int more = int(lines.size()) - MostShownLines;
    if (more > 0) {
        lines.resize(MostShownLines);
        lines.append(
            BatchReportText::tr("… and %Ln more line(s), see the history.", nullptr, more));
    }
    return lines.join(u'\n');
}

} // namespace

Report reportOfBatch(const Batch &batch, const QList<JournalEvent> &events, DataKind dataKind,
                     const QDateTime &now)
{
    const BatchReport figures = reportOf(batch, events);
    const QString shown = shownBesides(batch);
    Report report;
    report.kind = BatchReportText::tr("Batch report");
    report.title = BatchReportText::tr("%1 in %2 / %3", "verb and number, account, zone")
                       .arg(batchTitle(batch), shownLine(batch.accountName, LongestNameShown),
                            shownLine(batch.zone, LongestNameShown));
    report.mark = dataKindText(dataKind);
    report.foot = madeText(now);
    report.fileName = reportFileName("report", dataKind, batch.confirmedAt);
    report.blocks = {
        ReportText{countsText(batch), ReportText::Weight::Strong},
        factsOf(batch, figures),
        itemsOf(batch, figures),
        ReportText{BatchReportText::tr("Shown at confirmation"), ReportText::Weight::Heading},
        ReportText{shown.isEmpty() ? BatchReportText::tr("Not recorded.") : shown},
        ReportText{BatchReportText::tr(
                       "The confirmation showed the values in the table for each cluster."),
                   ReportText::Weight::Muted}};
    if (!idsWithin(shown).isEmpty())
        report.blocks.append(
            ReportText{BatchReportText::tr("Clusters listed here but not in the table were shown, "
                                           "but are not part of this batch."),
                       ReportText::Weight::Muted});
    if (batch.hold != HoldReason::None && figures.open > 0)
        report.blocks.insert(1, ReportText{holdText(batch.hold)});
    return report;
}

void saveBatchReport(const Batch &batch, const QList<JournalEvent> &events, DataKind dataKind,
                     QWidget *parent)
{
    (new ReportDialog(reportOfBatch(batch, events, dataKind, QDateTime::currentDateTimeUtc()),
                      parent))
        ->choosePath();
}

} // namespace clusterdeck
