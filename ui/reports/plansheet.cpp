// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/plansheet.h"

#include "app/operations/plan/planreport.h"
#include "ui/reports/sheettext.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/environment.h"
#include "ui/theme/statelook.h"

#include <QCoreApplication>
#include <QLocale>

namespace clusterdeck
{

namespace
{

struct PlanSheet {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::PlanSheet)
};

QString accountsText(const Plan &plan, const AccountLabels &labels)
{
    QStringList names;
    for (const QString &account : plan.accounts()) {
        const AccountLabel label = labels.value(account);
        names.append(PlanSheet::tr("%1 / %2", "account, zone")
                         .arg(shownLine(accountText(label), LongestNameShown),
                              shownLine(label.zone, LongestNameShown)));
    }
    return enumerated(names);
}

QString orUnknown(const std::optional<int> &number)
{
    return number ? QLocale().toString(*number) : unknownWord();
}

/// What has to be given in the dialog before its button comes alive, and what follows.
QString askedText(const Plan &plan)
{
    const ConfirmationLevel confirmationLevel = plan.confirmationLevel();
    QStringList parts;
    if (confirmationLevel.typed && plan.items.size() == 1)
        parts.append(PlanSheet::tr("the last 4 characters of the ID typed"));
    else if (confirmationLevel.typed)
        parts.append(PlanSheet::tr("the number of clusters typed"));
    if (confirmationLevel.tick)
        parts.append(PlanSheet::tr("“The data is saved or not needed” ticked"));
    parts.append(PlanSheet::tr("the button pressed, then a countdown of %1 s")
                     .arg(qint64(confirmationLevel.undoWindow.count())));
    return PlanSheet::tr("Tier %1: %2", "risk tier, what is asked")
        .arg(confirmationLevel.tier)
        .arg(enumerated(parts));
}

SheetFacts factsOf(const Plan &plan, const AccountLabels &labels, int leftOut)
{
    const QLocale locale;
    SheetFacts facts{{{PlanSheet::tr("Account and zone"), orDash(accountsText(plan, labels))},
                      {PlanSheet::tr("Facts as of"), stampText(plan.factsAsOf)},
                      {PlanSheet::tr("Asked before it is sent"), askedText(plan)},
                      {PlanSheet::tr("Clusters"), locale.toString(int(plan.items.size()))},
                      {PlanSheet::tr("Nodes"), orUnknown(plan.nodes())},
                      {PlanSheet::tr("Running and queued jobs"),
                       PlanSheet::tr("%1 and %2", "numbers of jobs")
                           .arg(orUnknown(plan.runningJobs()), orUnknown(plan.pendingJobs()))}}};
    if (specOf(plan.verb).destructive) {
        facts.facts.append({PlanSheet::tr("Prepaid, the rest of the term is lost"),
                            locale.toString(plan.count(RiskFlag::Prepaid))});
        facts.facts.append({PlanSheet::tr("Mount points that lose their last cluster"),
                            locale.toString(int(lostMounts(plan).size()))});
    }
    facts.facts.append({PlanSheet::tr("Left out"), locale.toString(leftOut)});
    return facts;
}

SheetTable itemsOf(const Plan &plan, const AccountLabels &labels)
{
    const bool accounts = plan.accounts().size() > 1;
    SheetTable table;
    table.columns = {{PlanSheet::tr("Name")},
                     {PlanSheet::tr("ID"), false, true},
                     {PlanSheet::tr("Status")},
                     {PlanSheet::tr("Note")},
                     {PlanSheet::tr("Nodes"), true},
                     {PlanSheet::tr("Running"), true},
                     {PlanSheet::tr("Queued"), true},
                     {PlanSheet::tr("Owner"), false, true},
                     {PlanSheet::tr("Run user"), false, true},
                     {PlanSheet::tr("Billing")},
                     {PlanSheet::tr("Storage")}};
    if (accounts)
        table.columns.append({PlanSheet::tr("Account")});
    for (const PlanItem &item : plan.items) {
        const ClusterRecord &record = item.cluster.record;
        QString note = flagsText(item);
        if (!item.fresh)
            note = note.isEmpty() ? PlanSheet::tr("facts are older")
                                  : enumerated({note, PlanSheet::tr("facts are older")});
        QStringList row{shownLine(record.name),
                        shownLine(record.id, LongestNameShown),
                        lookOf(record).word,
                        note,
                        numberText(record.nodes),
                        numberText(record.runningJobs),
                        numberText(record.pendingJobs),
                        orDash(shownLine(record.owner, LongestNameShown)),
                        orDash(shownLine(record.runUser, LongestNameShown)),
                        orDash(billingText(record.billing)),
                        orDash(shownLine(record.mountPoint, LongestNameShown))};
        if (accounts)
            row.append(shownLine(accountText(labels.value(item.cluster.account))));
        row.first() = orDash(row.first());
        table.rows.append(row);
    }
    return table;
}

SheetTable usersOf(const QList<JobsOfUser> &users, const AccountLabels &labels)
{
    SheetTable table;
    table.columns = {{PlanSheet::tr("User")},
                     {PlanSheet::tr("Account")},
                     {PlanSheet::tr("Clusters"), true},
                     {PlanSheet::tr("Running jobs"), true},
                     {PlanSheet::tr("Queued jobs"), true},
                     {PlanSheet::tr("Clusters whose jobs are unknown"), true}};
    const QLocale locale;
    for (const JobsOfUser &user : users) {
        const QString name = shownLine(user.user, LongestNameShown);
        table.rows.append({name.isEmpty() ? PlanSheet::tr("not known who") : name,
                           shownLine(accountText(labels.value(user.account)), LongestNameShown),
                           locale.toString(user.clusters), locale.toString(user.running),
                           locale.toString(user.pending), locale.toString(user.unknown)});
    }
    return table;
}

QString mountsText(const Plan &plan, const AccountLabels &labels)
{
    QStringList lines;
    for (const LostMount &mount : lostMounts(plan)) {
        lines.append(PlanSheet::tr("%1 in %2, with the last %Ln cluster(s) on it",
                                   "mount point, account", mount.clusters)
                         .arg(shownLine(mount.mount, LongestQuote),
                              shownLine(labels.value(mount.account).name, LongestNameShown)));
    }
    return lines.join(u'\n');
}

SheetTable leftOut(const Plan &plan, const Plan &reduced)
{
    SheetTable table;
    table.columns = {{PlanSheet::tr("Name")},
                     {PlanSheet::tr("ID"), false, true},
                     {PlanSheet::tr("Status")},
                     {PlanSheet::tr("Why it is left out")}};
    for (const ExcludedItem &item : plan.excluded) {
        ClusterRecord record;
        record.status = item.status;
        table.rows.append({orDash(shownLine(item.name)), shownLine(item.key.id, LongestNameShown),
                           item.status.isEmpty() ? unknownDash() : lookOf(record).word,
                           exclusionText(item.reason, plan.verb)});
    }
    for (const PlanItem &item : takenOut(plan, reduced)) {
        const ClusterRecord &record = item.cluster.record;
        table.rows.append({orDash(shownLine(record.name)), shownLine(record.id, LongestNameShown),
                           lookOf(record).word, PlanSheet::tr("Taken out by hand")});
    }
    return table;
}

/// A heading with something below it; nothing when there is nothing below.
void addSection(Sheet &sheet, const QString &heading, const SheetBlock &block)
{
    const auto *table = std::get_if<SheetTable>(&block);
    const auto *text = std::get_if<SheetText>(&block);
    if ((table && table->rows.isEmpty()) || (text && text->text.isEmpty()))
        return;
    sheet.blocks.append(SheetText{heading, SheetText::Weight::Heading});
    sheet.blocks.append(block);
}

void addApproval(Sheet &sheet)
{
    sheet.blocks.append(SheetText{PlanSheet::tr("Approval"), SheetText::Weight::Heading});
    for (const QString &who : {PlanSheet::tr("Asked for by"), PlanSheet::tr("Approved by")})
        sheet.blocks.append(SheetBlanks{{who, PlanSheet::tr("Date"), PlanSheet::tr("Signature")}});
}

} // namespace

Sheet planSheet(const Plan &plan, const Plan &reduced, const AccountLabels &labels, bool demo,
                const QDateTime &now)
{
    const SheetTable out = leftOut(plan, reduced);
    const JobEffect jobs = specOf(plan.verb).jobs;
    Sheet sheet;
    sheet.kind = PlanSheet::tr("Consequence sheet, before anything is sent");
    sheet.title = planTitle(reduced, labels);
    sheet.mark = demo ? demoMark() : QString();
    sheet.foot = madeText(now);
    sheet.fileName = sheetFileName("consequences", demo, now);
    sheet.blocks = {
        SheetText{consequenceText(reduced), SheetText::Weight::Strong},
        SheetText{PlanSheet::tr("Nothing of this was sent when this sheet was made. "
                                "What is sent is confirmed once more, on fresh facts.")},
        factsOf(reduced, labels, int(out.rows.size()))};
    const QString checks = checksText(reduced, labels);
    if (!checks.isEmpty())
        sheet.blocks.append(SheetText{checks});
    addSection(sheet, PlanSheet::tr("What goes"), itemsOf(reduced, labels));
    if (jobs != JobEffect::None)
        addSection(sheet,
                   jobs == JobEffect::Ended ? PlanSheet::tr("Whose jobs end")
                                            : PlanSheet::tr("Whose jobs are interrupted"),
                   usersOf(jobsByUser(reduced), labels));
    addSection(sheet, PlanSheet::tr("Mount points that lose their last cluster"),
               SheetText{mountsText(reduced, labels)});
    addSection(sheet, PlanSheet::tr("What stays, may keep costing, or is not known"),
               SheetText{afterwardsText(reduced)});
    addSection(sheet, PlanSheet::tr("Left out"), out);
    addApproval(sheet);
    return sheet;
}

} // namespace clusterdeck
