// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/verbtext.h"

#include "app/clusters/clusterstate.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/words/errortext.h"
#include "ui/words/statelook.h"
#include "ui/words/verbwords.h"

#include <QCoreApplication>
#include <QSet>

namespace clusterdeck
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Words)
};

/// The sums of the known numbers of jobs.
struct Jobs {
    qint64 running = 0;
    qint64 pending = 0;
    int unknown = 0; ///< clusters with an unknown number of running or pending jobs
};

Jobs jobsOf(const Plan &plan)
{
    Jobs jobs;
    for (const PlanItem &item : plan.items) {
        const auto running = plausible(item.cluster.record.runningJobs, MostJobs);
        const auto pending = plausible(item.cluster.record.pendingJobs, MostJobs);
        jobs.running += running.value_or(0);
        jobs.pending += pending.value_or(0);
        jobs.unknown += running && pending ? 0 : 1;
    }
    return jobs;
}

QString jobsText(const Plan &plan)
{
    const Jobs jobs = jobsOf(plan);
    const QString running = numberText(jobs.running);
    const QString pending = numberText(jobs.pending);
    const bool ends = specOf(plan.verb).jobs == JobEffect::Ended;
    if (jobs.unknown == 0 && jobs.running + jobs.pending == 0)
        return Words::tr("No running or queued jobs.");
    if (jobs.unknown == 0)
        return ends ? Words::tr("%1 running and %2 queued jobs end.").arg(running, pending)
                    : Words::tr("%1 running and %2 queued jobs are interrupted.")
                          .arg(running, pending);
    if (jobs.unknown == plan.items.size())
        return ends ? Words::tr("The number of jobs that end is unknown.")
                    : Words::tr("The number of jobs that are interrupted is unknown.");
    const QString known =
        ends ? Words::tr("At least %1 running and %2 queued jobs end").arg(running, pending)
             : Words::tr("At least %1 running and %2 queued jobs are interrupted")
                   .arg(running, pending);
    return Words::tr("%1; for %Ln cluster(s) it is unknown.", nullptr, jobs.unknown).arg(known);
}

/// risksText() for a plan with one cluster.
QString risksOfOneText(const Plan &plan)
{
    QStringList parts;
    if (plan.count(RiskFlag::Prepaid) > 0)
        parts.append(Words::tr("prepaid", "the cluster"));
    if (plan.count(RiskFlag::Shared) > 0)
        parts.append(Words::tr("shared", "the cluster"));
    if (plan.count(RiskFlag::NotMine) > 0)
        parts.append(Words::tr("not yours", "the cluster"));
    if (plan.count(RiskFlag::LastOnMount) > 0)
        parts.append(Words::tr("the last cluster on its mount point"));
    if (plan.count(RiskFlag::LooksLocked) > 0)
        parts.append(Words::tr("named like a locked cluster", "the cluster"));
    return parts.isEmpty() ? QString() : Words::tr("It is %1.", "list").arg(enumerated(parts));
}

/// Losses that are permanent, or that affect others.
QString risksText(const Plan &plan)
{
    if (plan.items.size() == 1)
        return risksOfOneText(plan);
    QStringList parts;
    if (const int count = plan.count(RiskFlag::Prepaid); count > 0)
        parts.append(Words::tr("%Ln prepaid", "clusters", count));
    if (const int count = plan.count(RiskFlag::Shared); count > 0)
        parts.append(Words::tr("%Ln shared", "clusters", count));
    if (const int count = plan.count(RiskFlag::NotMine); count > 0)
        parts.append(Words::tr("%Ln not yours", "clusters", count));
    if (const int count = plan.count(RiskFlag::LastOnMount); count > 0)
        parts.append(Words::tr("%Ln the last on its mount point", "clusters", count));
    if (const int count = plan.count(RiskFlag::LooksLocked); count > 0)
        parts.append(Words::tr("%Ln with a name that looks locked", "clusters", count));
    return parts.isEmpty() ? QString()
                           : Words::tr("Among the clusters: %1.").arg(enumerated(parts));
}

QString feesText(const Plan &plan)
{
    const auto nodes = plan.nodes();
    if (nodes)
        return Words::tr("Charges for %Ln node(s) start again.", nullptr, *nodes);
    return plan.items.size() == 1
               ? Words::tr("Charges for its nodes start again; the number of nodes is unknown.")
               : Words::tr("Charges for their nodes start again; the number of nodes is unknown.");
}

QString notFreshText(const Plan &plan)
{
    const auto stale = std::count_if(plan.items.begin(), plan.items.end(),
                                     [](const PlanItem &item) { return !item.fresh; });
    if (stale == 0)
        return {};
    return Words::tr("%Ln cluster(s) could not be read just now: older information is shown.",
                     nullptr, int(stale));
}

} // namespace

QString planTitle(const Plan &plan, const AccountLabels &labels)
{
    const QString what = VerbWords::of(plan.verb).title(int(plan.items.size()));
    const QStringList accounts = plan.accounts();
    if (accounts.size() != 1) {
        return Words::tr("%1 in %Ln account(s)?", "verb and number", int(accounts.size()))
            .arg(what);
    }
    const AccountLabel label = labels.value(accounts.first());
    return Words::tr("%1 in %2 / %3?", "verb and number, account, zone")
        .arg(what, shownLine(label.name, LongestNameShown),
             shownLine(label.zone, LongestNameShown));
}

QString consequenceText(const Plan &plan)
{
    const VerbSpec &spec = specOf(plan.verb);
    const VerbWords &words = VerbWords::of(plan.verb);
    QStringList parts;
    if (spec.destructive)
        parts.append(Words::tr("This cannot be undone."));
    if (spec.jobs != JobEffect::None)
        parts.append(jobsText(plan));
    if (spec.destructive)
        parts.append(risksText(plan));
    if (spec.feesBegin)
        parts.append(feesText(plan));
    if (!words.undo.isEmpty())
        parts.append(plan.items.size() == 1 ? words.undoOne() : words.undo());
    return sentences(parts);
}

QString afterwardsText(const Plan &plan)
{
    QStringList lines;
    if (specOf(plan.verb).destructive && !plan.items.isEmpty()) {
        QSet<QString> mounts;
        for (const PlanItem &item : plan.items)
            mounts.insert(item.cluster.record.mountPoint);
        const int prepaid = plan.count(RiskFlag::Prepaid);
        mounts.remove(QString());
        lines.append(
            mounts.isEmpty()
                ? (plan.items.size() == 1 ? Words::tr("Storage: the provider does not confirm that "
                                                      "its data is kept. Back up first.")
                                          : Words::tr("Storage: the provider does not confirm that "
                                                      "their data is kept. Back up first."))
                : Words::tr(
                      "Storage: the provider does not confirm that the data on %Ln mount point(s) "
                      "is kept, and remaining storage may incur costs. Back up first.",
                      nullptr, int(mounts.size())));
        if (prepaid > 0)
            lines.append(Words::tr("The remaining term of %Ln prepaid cluster(s) is not refunded.",
                                   nullptr, prepaid));
    }
    const QString stale = notFreshText(plan);
    if (!stale.isEmpty())
        lines.append(stale);
    return lines.join(u'\n');
}

QString acceptLabel(const Plan &plan)
{
    const VerbWords &words = VerbWords::of(plan.verb);
    return words.acceptLabel().arg(words.title(int(plan.items.size())));
}

QString rejectLabel(Verb verb, int clusters)
{
    const VerbWords &words = VerbWords::of(verb);
    return clusters == 1 ? words.rejectLabelOne() : words.rejectLabel();
}

QString readingText(int clusters)
{
    return Words::tr("Reading the current state of %Ln cluster(s)…", nullptr, clusters);
}

QString readingAgainText(int clusters)
{
    return Words::tr("Checking %Ln cluster(s) once more…", nullptr, clusters);
}

QString batchTitle(const Batch &batch)
{
    return VerbWords::of(batch.verb).title(int(batch.items.size()));
}

QString countdownText(const Batch &batch, std::chrono::milliseconds left)
{
    const qint64 seconds = (left.count() + 999) / 1000;
    return VerbWords::of(batch.verb).countdown(unsentItems(batch)).arg(numberText(seconds));
}

QString givenReasonText(const QString &givenReason)
{
    const QString shown = shownLine(givenReason);
    return shown.isEmpty() ? shown : Words::tr("Reason: %1", "of a batch").arg(shown);
}

QString approvalText(const QString &code)
{
    const QString shown = shownLine(code);
    return shown.isEmpty() ? shown : Words::tr("Approval code: %1").arg(shown);
}

int unsentItems(const Batch &batch)
{
    return int(std::count_if(batch.items.begin(), batch.items.end(),
                             [](const BatchItem &item) { return isUnsent(item.state); }));
}

QString sentText(const Batch &batch)
{
    const auto sent = std::count_if(batch.items.begin(), batch.items.end(),
                                    [](const BatchItem &item) { return item.sentAt.isValid(); });
    return Words::tr("%1 sent, %2 not sent", "numbers")
        .arg(numberText(sent), numberText(unsentItems(batch)));
}

QString endText(const Batch &batch)
{
    return Words::tr("%1: %2", "what, how it ended").arg(batchTitle(batch), countsText(batch));
}

QString attentionText(int items)
{
    return Words::tr("%Ln need(s) attention", nullptr, items);
}

QString countText(int count, ItemState state)
{
    return Words::tr("%1 %2", "number and state").arg(numberText(count), wordWithin(state));
}

QString countsText(const Batch &batch)
{
    const QMap<ItemState, int> counts = batch.counts();
    QStringList parts;
    for (const ItemState state : statesToTell()) {
        if (const int count = counts.value(state); count > 0)
            parts.append(countText(count, state));
    }
    const auto late = std::count_if(batch.items.begin(), batch.items.end(), needsAttention);
    if (late > 0)
        parts.append(attentionText(int(late)));
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace clusterdeck
