// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportofplan.h"

#include "app/operations/plan/planreport.h"
#include "ui/reports/reportwords.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/environment.h"
#include "ui/words/errortext.h"
#include "ui/words/statelook.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct PlanReportText {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::PlanReportText)
};

QString accountsText(const Plan &plan, const AccountLabels &labels)
{
    QStringList names;
    for (const QString &account : plan.accounts()) {
        const AccountLabel label = labels.value(account);
        names.append(PlanReportText::tr("%1 / %2", "account, zone")
                         .arg(shownLine(accountText(label), LongestNameShown),
                              shownLine(label.zone, LongestNameShown)));
    }
    return enumerated(names);
}

QString orUnknown(const std::optional<int> &number)
{
    return number ? numberText(*number) : unknownWord();
}

/// The input that the confirmation dialog requires, and what happens next.
QString confirmationText(const Plan &plan)
{
    const ConfirmationLevel confirmationLevel = plan.confirmationLevel();
    QStringList parts;
    if (confirmationLevel.typed && plan.items.size() == 1)
        parts.append(PlanReportText::tr("the last 4 characters of the ID typed"));
    else if (confirmationLevel.typed)
        parts.append(PlanReportText::tr("the number of clusters typed"));
    if (confirmationLevel.tick)
        parts.append(PlanReportText::tr("“The data is saved or not needed” ticked"));
    parts.append(PlanReportText::tr("the button pressed, then a countdown of %1 s")
                     .arg(qint64(confirmationLevel.undoWindow.count())));
    return PlanReportText::tr("Tier %1: %2", "risk tier, what is asked")
        .arg(confirmationLevel.tier)
        .arg(enumerated(parts));
}

QString approvalOf(const Plan &plan)
{
    if (plan.approval.code.isEmpty())
        return unknownDash();
    return PlanReportText::tr("%1, valid until %2", "code, time")
        .arg(shownLine(plan.approval.code), stampText(plan.approval.validUntil));
}

ReportFacts factsOf(const Plan &plan, const AccountLabels &labels, int leftOut)
{
    ReportFacts facts{{{PlanReportText::tr("Account and zone"), orDash(accountsText(plan, labels))},
                       {PlanReportText::tr("Reason"), orDash(shownLine(plan.givenReason))},
                       {PlanReportText::tr("Approval code"), approvalOf(plan)},
                       {PlanReportText::tr("State as of"), stampText(plan.factsAsOf)},
                       {PlanReportText::tr("Required confirmation"), confirmationText(plan)},
                       {PlanReportText::tr("Clusters"), numberText(plan.items.size())},
                       {PlanReportText::tr("Nodes"), orUnknown(plan.nodes())},
                       {PlanReportText::tr("Running and queued jobs"),
                        PlanReportText::tr("%1 and %2", "numbers of jobs")
                            .arg(orUnknown(plan.runningJobs()), orUnknown(plan.pendingJobs()))}}};
    if (specOf(plan.verb).destructive) {
        facts.facts.append({PlanReportText::tr("Prepaid (the remaining term is lost)"),
                            numberText(plan.count(RiskFlag::Prepaid))});
        facts.facts.append({PlanReportText::tr("Mount points that lose their last cluster"),
                            numberText(lostMounts(plan).size())});
    }
    facts.facts.append({PlanReportText::tr("Excluded"), numberText(leftOut)});
    return facts;
}

ReportTable itemsOf(const Plan &plan, const AccountLabels &labels)
{
    const bool accounts = plan.accounts().size() > 1;
    ReportTable table;
    table.columns = {{PlanReportText::tr("Name")},
                     {PlanReportText::tr("ID"), false, true},
                     {PlanReportText::tr("Status")},
                     {PlanReportText::tr("Note")},
                     {PlanReportText::tr("Nodes"), true},
                     {PlanReportText::tr("Running"), true},
                     {PlanReportText::tr("Queued"), true},
                     {PlanReportText::tr("Owner"), false, true},
                     {PlanReportText::tr("Run user"), false, true},
                     {PlanReportText::tr("Billing")},
                     {PlanReportText::tr("Storage")}};
    if (accounts)
        table.columns.append({PlanReportText::tr("Account")});
    for (const PlanItem &item : plan.items) {
        const ClusterRecord &record = item.cluster.record;
        QStringList notes{flagsText(item), unusedNote(item.daysUnused),
                          item.fresh ? QString() : PlanReportText::tr("older information")};
        notes.removeAll(QString());
        QStringList row{shownLine(record.name),
                        shownLine(record.id, LongestNameShown),
                        lookOf(record).word,
                        enumerated(notes),
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

ReportTable usersOf(const QList<JobsOfUser> &users, const AccountLabels &labels)
{
    ReportTable table;
    table.columns = {{PlanReportText::tr("User")},
                     {PlanReportText::tr("Account")},
                     {PlanReportText::tr("Clusters"), true},
                     {PlanReportText::tr("Running jobs"), true},
                     {PlanReportText::tr("Queued jobs"), true},
                     {PlanReportText::tr("Clusters with unknown jobs"), true}};
    for (const JobsOfUser &user : users) {
        const QString name = shownLine(user.user, LongestNameShown);
        table.rows.append({name.isEmpty() ? unknownWord() : name,
                           shownLine(accountText(labels.value(user.account)), LongestNameShown),
                           numberText(user.clusters), numberText(user.running),
                           numberText(user.pending), numberText(user.unknown)});
    }
    return table;
}

QString mountsText(const Plan &plan, const AccountLabels &labels)
{
    QStringList lines;
    for (const LostMount &mount : lostMounts(plan)) {
        lines.append(PlanReportText::tr("%1 in %2, used only by %Ln cluster(s) of this plan",
                                        "mount point, account", mount.clusters)
                         .arg(shownLine(mount.mount, LongestQuote),
                              shownLine(labels.value(mount.account).name, LongestNameShown)));
    }
    return lines.join(u'\n');
}

ReportTable leftOut(const Plan &plan, const Plan &reduced)
{
    ReportTable table;
    table.columns = {{PlanReportText::tr("Name")},
                     {PlanReportText::tr("ID"), false, true},
                     {PlanReportText::tr("Status")},
                     {PlanReportText::tr("Excluded because")}};
    for (const ExcludedItem &item : plan.excluded) {
        table.rows.append({orDash(shownLine(item.name)), shownLine(item.key.id, LongestNameShown),
                           item.status.isEmpty() ? unknownDash() : lookOf(item.status).word,
                           exclusionText(item, plan.verb)});
    }
    for (const PlanItem &item : takenOut(plan, reduced)) {
        const ClusterRecord &record = item.cluster.record;
        table.rows.append({orDash(shownLine(record.name)), shownLine(record.id, LongestNameShown),
                           lookOf(record).word, PlanReportText::tr("Removed by hand")});
    }
    return table;
}

/// Adds a heading and a block; nothing if the block is an empty table or text.
void addSection(Report &report, const QString &heading, const ReportBlock &block)
{
    const auto *table = std::get_if<ReportTable>(&block);
    const auto *text = std::get_if<ReportText>(&block);
    if ((table && table->rows.isEmpty()) || (text && text->text.isEmpty()))
        return;
    report.blocks.append(ReportText{heading, ReportText::Weight::Heading});
    report.blocks.append(block);
}

void addApproval(Report &report)
{
    report.blocks.append(ReportText{PlanReportText::tr("Approval"), ReportText::Weight::Heading});
    for (const QString &who :
         {PlanReportText::tr("Requested by"), PlanReportText::tr("Approved by")})
        report.blocks.append(
            ReportSignatures{{who, PlanReportText::tr("Date"), PlanReportText::tr("Signature")}});
}

} // namespace

Report reportOfPlan(const Plan &plan, const Plan &reduced, const AccountLabels &labels,
                    DataKind dataKind, const QDateTime &now)
{
    const ReportTable out = leftOut(plan, reduced);
    const JobEffect jobs = specOf(plan.verb).jobs;
    Report report;
    report.kind = PlanReportText::tr("Plan report, before sending");
    report.title = planTitle(reduced, labels);
    report.mark = dataKindText(dataKind);
    report.foot = madeText(now);
    report.fileName = reportFileName("consequences", dataKind, now);
    report.blocks = {
        ReportText{consequenceText(reduced), ReportText::Weight::Strong},
        ReportText{PlanReportText::tr("Nothing had been sent when this report was created. Sending "
                                      "requires another confirmation, with current information.")},
        factsOf(reduced, labels, int(out.rows.size()))};
    const QString checks = checksText(reduced, labels);
    if (!checks.isEmpty())
        report.blocks.append(ReportText{checks});
    addSection(report, PlanReportText::tr("Affected clusters"), itemsOf(reduced, labels));
    if (jobs != JobEffect::None)
        addSection(report,
                   jobs == JobEffect::Ended
                       ? PlanReportText::tr("Users whose jobs end")
                       : PlanReportText::tr("Users whose jobs are interrupted"),
                   usersOf(jobsByUser(reduced), labels));
    addSection(report, PlanReportText::tr("Mount points that lose their last cluster"),
               ReportText{mountsText(reduced, labels)});
    addSection(report, PlanReportText::tr("What remains, may incur costs, or is unknown"),
               ReportText{afterwardsText(reduced)});
    addSection(report, PlanReportText::tr("Excluded"), out);
    addApproval(report);
    return report;
}

} // namespace clusterdeck
