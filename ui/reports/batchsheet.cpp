// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/batchsheet.h"

#include "app/history/batchreport.h"
#include "ui/operations/verbtext.h"
#include "ui/reports/sheetdialog.h"
#include "ui/reports/sheettext.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/statelook.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

namespace clusterdeck
{

namespace
{

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::ReportText)
};

QString endedText(const BatchReport &report)
{
    return report.open > 0 ? ReportText::tr("Not yet: %Ln cluster(s) open", nullptr, report.open)
                           : stampText(report.ended);
}

QString sentTimes(const BatchReport &report)
{
    if (report.sent == 0)
        return ReportText::tr("Nothing was sent");
    if (report.firstSent == report.lastSent)
        return stampText(report.firstSent);
    return ReportText::tr("%1 to %2", "first and last time")
        .arg(stampText(report.firstSent), timeSince(report.lastSent, report.firstSent));
}

SheetFacts factsOf(const Batch &batch, const BatchReport &report)
{
    const QLocale locale;
    return {
        {{ReportText::tr("Account"), orDash(shownLine(batch.accountName, LongestNameShown))},
         {ReportText::tr("Zone"), orDash(shownLine(batch.zone, LongestNameShown))},
         {ReportText::tr("User whose key signed"), orDash(shownLine(batch.user, LongestNameShown))},
         {ReportText::tr("Confirmed"), stampText(batch.confirmedAt)},
         {ReportText::tr("Sent"), sentTimes(report)},
         {ReportText::tr("Ended"), endedText(report)},
         {ReportText::tr("Requests left for"),
          ReportText::tr("%1 of %Ln cluster(s)", nullptr, int(batch.items.size()))
              .arg(locale.toString(report.sent))},
         {ReportText::tr("Risk tier and countdown"),
          ReportText::tr("%1, %2 s", "tier, seconds")
              .arg(locale.toString(batch.tier), locale.toString(qint64(batch.undoWindow.count())))},
         {ReportText::tr("Batch"), shownLine(batch.id, LongestNameShown)}}};
}

/// What the person saw of a cluster when it was confirmed.
QString asShown(const ClusterRecord &shown)
{
    return ReportText::tr("%1; %2 nodes; %3 running, %4 queued; %5",
                          "status, numbers of nodes and jobs, billing")
        .arg(lookOf(shown).word, numberText(shown.nodes), numberText(shown.runningJobs),
             numberText(shown.pendingJobs), orDash(billingText(shown.billing)));
}

QString proofText(Verb verb, const ItemProof &proof, const QDateTime &from)
{
    QStringList parts;
    if (proof.operationSuccessful)
        parts.append(ReportText::tr("operation successful"));
    if (proof.asWanted > 0)
        parts.append(
            specOf(verb).isProvenByAbsence()
                ? ReportText::tr("absent from %Ln complete listing(s)", nullptr, proof.asWanted)
                : ReportText::tr("read back as wanted %Ln time(s)", nullptr, proof.asWanted));
    if (proof.vanished > 0)
        parts.append(ReportText::tr("gone from %Ln complete listing(s)", nullptr, proof.vanished));
    if (proof.withoutTrace > 0)
        parts.append(ReportText::tr("listed unchanged %Ln time(s)", nullptr, proof.withoutTrace));
    if (parts.isEmpty())
        return {};
    return ReportText::tr("Read back: %1 (%2).", "what, when")
        .arg(enumerated(parts), timeSince(proof.at, from));
}

SheetTable itemsOf(const Batch &batch, const BatchReport &report)
{
    const QString offset = offsetText(batch.confirmedAt);
    SheetTable table;
    table.columns = {{ReportText::tr("No."), true},
                     {ReportText::tr("Name")},
                     {ReportText::tr("ID"), false, true},
                     {ReportText::tr("As shown when confirmed")},
                     {ReportText::tr("Outcome"), false, true},
                     {ReportText::tr("Job"), false, true},
                     {ReportText::tr("Sent (%1)", "time zone").arg(offset), false, true},
                     {ReportText::tr("Ended (%1)", "time zone").arg(offset), false, true},
                     {ReportText::tr("Reason and evidence")}};
    const QLocale locale;
    for (int row = 0; row < batch.items.size(); ++row) {
        const BatchItem &item = batch.items.at(row);
        QStringList why{reasonText(item),
                        proofText(batch.verb, report.proofs.at(row), batch.confirmedAt)};
        table.rows.append({locale.toString(row + 1), orDash(shownLine(item.shown.name)),
                           shownLine(item.key.id, LongestNameShown), asShown(item.shown),
                           lookOf(item).word, orDash(shownLine(item.jobId, LongestNameShown)),
                           timeSince(item.sentAt, batch.confirmedAt),
                           timeSince(item.endedAt, batch.confirmedAt), orDash(sentences(why))});
    }
    return table;
}

/// Whether the line of what was shown is about one of `ids`: they stand in it as "(id)".
bool isAbout(const QString &line, const QSet<QString> &ids)
{
    for (qsizetype open = line.indexOf(u'('); open >= 0; open = line.indexOf(u'(', open + 1)) {
        const qsizetype close = line.indexOf(u')', open);
        if (close > open && ids.contains(line.mid(open + 1, close - open - 1)))
            return true;
    }
    return false;
}

/// Of a set over several accounts the others' rows can be thousands.
constexpr int MostShownLines = 40;

/// The dialog's words but for the rows of these clusters, whose facts the table has. Other rows are
/// of clusters that were shown and are not part of it.
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
        lines.append(ReportText::tr("… and %Ln more line(s), see the history.", nullptr, more));
    }
    return lines.join(u'\n');
}

} // namespace

Sheet batchSheet(const Batch &batch, const QList<JournalEvent> &events, bool demo,
                 const QDateTime &now)
{
    const BatchReport report = reportOf(batch, events);
    const QString shown = shownBesides(batch);
    Sheet sheet;
    sheet.kind = ReportText::tr("Report of an operation");
    sheet.title = ReportText::tr("%1 in %2 / %3", "verb and number, account, zone")
                      .arg(batchTitle(batch), shownLine(batch.accountName, LongestNameShown),
                           shownLine(batch.zone, LongestNameShown));
    sheet.mark = demo ? demoMark() : QString();
    sheet.foot = madeText(now);
    sheet.fileName = sheetFileName("report", demo, batch.confirmedAt);
    sheet.blocks = {SheetText{countsText(batch), SheetText::Weight::Strong},
                    factsOf(batch, report),
                    itemsOf(batch, report),
                    SheetText{ReportText::tr("What was shown when it was confirmed"),
                              SheetText::Weight::Heading},
                    SheetText{shown.isEmpty() ? ReportText::tr("Not recorded.") : shown},
                    SheetText{ReportText::tr("Of each cluster it was shown what the table says. "
                                             "A cluster that is named here and not in the table "
                                             "was shown then and is not part of this batch."),
                              SheetText::Weight::Muted}};
    if (batch.hold != HoldReason::None && report.open > 0)
        sheet.blocks.insert(1, SheetText{holdText(batch.hold)});
    return sheet;
}

void saveBatchReport(const Batch &batch, const QList<JournalEvent> &events, bool demo,
                     QWidget *parent)
{
    (new SheetDialog(batchSheet(batch, events, demo, QDateTime::currentDateTimeUtc()), parent))
        ->choosePath();
}

} // namespace clusterdeck
