// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/deviation.h"
#include "app/support/visibletext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/words/errortext.h"
#include "ui/words/statelook.h"
#include "ui/words/verbtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace clusterdeck
{

namespace
{

struct PlanText {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::PlanText)
};

QString flagText(RiskFlag flag)
{
    switch (flag) {
    case RiskFlag::HasJobs:
        return PlanText::tr("has jobs");
    case RiskFlag::Prepaid:
        return PlanText::tr("prepaid");
    case RiskFlag::Shared:
        return PlanText::tr("shared");
    case RiskFlag::NotMine:
        return PlanText::tr("not yours");
    case RiskFlag::LastOnMount:
        return PlanText::tr("last on its mount point");
    case RiskFlag::Unknown:
        return PlanText::tr("details unknown");
    case RiskFlag::LooksLocked:
        return PlanText::tr("looks like a locked name");
    case RiskFlag::MountUnknown:
        return PlanText::tr("use of its mount point unknown");
    }
    Q_UNREACHABLE();
}

QString clockText(const AccountCheck &check)
{
    const qint64 seconds = std::chrono::abs(*check.serverAhead).count() / 1000;
    return check.serverAhead->count() > 0
               ? PlanText::tr("This computer's clock is %Ln second(s) behind the cloud's: correct "
                              "it, or requests will be refused.",
                              nullptr, int(seconds))
               : PlanText::tr("This computer's clock is %Ln second(s) ahead of the cloud's: "
                              "correct it, or requests will be refused.",
                              nullptr, int(seconds));
}

/// The most names in a line.
constexpr qsizetype MostNames = 3;

QString namesText(const Plan &plan, const QList<qsizetype> &items)
{
    QStringList names;
    for (const qsizetype item : items.first(std::min(MostNames, items.size()))) {
        const ClusterRecord &record = plan.items.at(item).cluster.record;
        names.append(shownLine(record.name.isEmpty() ? record.id : record.name, LongestNameShown));
    }
    const int more = int(items.size() - names.size());
    return more == 0 ? enumerated(names)
                     : PlanText::tr("%1 and %Ln more", nullptr, more).arg(enumerated(names));
}

QString deviationText(const Plan &plan, const Deviation &deviation)
{
    const int few = int(deviation.items.size());
    const auto form = [&] {
        switch (deviation.fact) {
        case Deviation::Fact::Owner:
            return PlanText::tr("%Ln of %1 has/have a different owner than the rest: %2.", nullptr,
                                few);
        case Deviation::Fact::Billing:
            return PlanText::tr("%Ln of %1 is/are billed differently from the rest: %2.", nullptr,
                                few);
        case Deviation::Fact::NameFamily:
            return PlanText::tr("%Ln of %1 has/have names unlike the rest: %2.", nullptr, few);
        case Deviation::Fact::Age:
            return PlanText::tr("%Ln of %1 is/are much younger than the rest: %2.", nullptr, few);
        }
        Q_UNREACHABLE();
    };
    return form().arg(numberText(int(plan.items.size())), namesText(plan, deviation.items));
}

QString rowText(const PlanItem &item)
{
    const ClusterRecord &record = item.cluster.record;
    const QString row = PlanText::tr("%1 (%2) %3, running jobs: %4, queued jobs: %5, nodes: %6")
                            .arg(shownLine(record.name), shownLine(record.id), lookOf(record).word,
                                 numberText(record.runningJobs), numberText(record.pendingJobs),
                                 numberText(record.nodes));
    QStringList parts{row, flagsText(item), unusedNote(item.daysUnused)};
    parts.removeAll(QString());
    return enumerated(parts);
}

} // namespace

QString callsText(const AccountCheck &check)
{
    if (!check.enoughCallsAt.isValid())
        return PlanText::tr("This takes about %Ln call(s), more than the hourly quota. The batch "
                            "will pause until you continue it.",
                            nullptr, check.callsNeeded);
    return PlanText::tr("%Ln call(s) is/are left this hour, and this takes about %1. Enough will "
                        "be available from %2 on.",
                        nullptr, *check.callsLeft)
        .arg(numberText(check.callsNeeded), timeText(check.enoughCallsAt.toLocalTime()));
}

QString flagsText(RiskFlags flags)
{
    QStringList words;
    for (const RiskFlag flag : AllRiskFlags) {
        if (flags.testFlag(flag))
            words.append(flagText(flag));
    }
    return enumerated(words);
}

QString flagsText(const PlanItem &item)
{
    const RiskFlags added = item.flags & item.added;
    QString old = flagsText(item.flags & ~added);
    if (!added && !item.changed)
        return old;
    const QString words = added ? flagsText(added) : PlanText::tr("other details", "flag");
    const QString fresh = PlanText::tr("new: %1", "flags").arg(words);
    return old.isEmpty() ? fresh : clauses({fresh, old});
}

QString checksText(const Plan &plan, const AccountLabels &labels)
{
    QStringList lines;
    for (const AccountCheck &check : plan.checks) {
        const auto add = [&](const QString &text) {
            const QString name = shownLine(labels.value(check.account).name, LongestNameShown);
            lines.append(plan.checks.size() > 1 ? labelled(name, text) : text);
        };
        if (check.clockIsOff())
            add(clockText(check));
        if (check.callsAreShort())
            add(callsText(check));
    }
    if (const int others = plan.count(RiskFlag::NotMine); others > 0 && plan.items.size() > 1)
        lines.append(PlanText::tr("%Ln cluster(s) is/are not yours and go(es) last. If the cloud "
                                  "refuses three requests in a row, nothing more is sent.",
                                  nullptr, others));
    if (plan.isLargerThanBefore())
        lines.append(PlanText::tr(
            "This is larger than any batch before: the largest so far had %Ln cluster(s).", nullptr,
            *plan.largestBefore));
    for (const Deviation &deviation : deviationsOf(plan.items, plan.factsAsOf))
        lines.append(deviationText(plan, deviation));
    return lines.join(u'\n');
}

namespace
{

QString nameOf(PlanDifference::What what)
{
    switch (what) {
    case PlanDifference::What::Account:
        return PlanText::tr("account", "of a cluster");
    case PlanDifference::What::Zone:
        return PlanText::tr("zone", "of a cluster");
    case PlanDifference::What::Tier:
        return PlanText::tr("risk tier");
    case PlanDifference::What::Name:
        return PlanText::tr("name", "of a cluster");
    case PlanDifference::What::Type:
        return PlanText::tr("type", "of a cluster");
    case PlanDifference::What::Owner:
        return PlanText::tr("owner", "of a cluster");
    case PlanDifference::What::RunUser:
        return PlanText::tr("run user", "of a cluster");
    case PlanDifference::What::Billing:
        return PlanText::tr("billing", "of a cluster");
    case PlanDifference::What::MountPoint:
        return PlanText::tr("mount point", "of a cluster");
    case PlanDifference::What::Created:
        return PlanText::tr("creation time", "of a cluster");
    case PlanDifference::What::Status:
        return PlanText::tr("status", "of a cluster");
    case PlanDifference::What::Nodes:
        return PlanText::tr("number of nodes", "of a cluster");
    case PlanDifference::What::RunningJobs:
        return PlanText::tr("number of running jobs", "of a cluster");
    case PlanDifference::What::PendingJobs:
        return PlanText::tr("number of queued jobs", "of a cluster");
    case PlanDifference::What::FinishedJobs:
        return PlanText::tr("number of finished jobs", "of a cluster");
    case PlanDifference::What::StoppedJobs:
        return PlanText::tr("number of stopped jobs", "of a cluster");
    case PlanDifference::What::DeletedJobs:
        return PlanText::tr("number of deleted jobs", "of a cluster");
    case PlanDifference::What::CpuHours:
        return PlanText::tr("number of CPU hours", "of a cluster");
    case PlanDifference::What::DaysUnused:
        return PlanText::tr("number of days without use", "of a cluster");
    case PlanDifference::What::Expiry:
        return PlanText::tr("day of expiry", "of a cluster");
    case PlanDifference::What::Description:
        return PlanText::tr("description", "of a cluster");
    case PlanDifference::What::Risk:
        return PlanText::tr("risk", "of a cluster");
    }
    Q_UNREACHABLE();
}

} // namespace

QString differenceText(const PlanDifference &difference)
{
    if (difference.what == PlanDifference::What::Risk)
        return PlanText::tr("new: %1", "flags").arg(flagsText(difference.added));
    if (difference.what == PlanDifference::What::Tier)
        return PlanText::tr("The risk tier is %1 in the plan and %2 now.")
            .arg(difference.planned, difference.now);
    const auto shown = [](const QString &value) {
        return value.isEmpty()
                   ? PlanText::tr("nothing", "no value")
                   : PlanText::tr("“%1”", "a value").arg(shownLine(value, LongestNameShown));
    };
    return PlanText::tr("the %1 is %2 in the plan and %3 now", "what, planned, read")
        .arg(nameOf(difference.what), shown(difference.planned), shown(difference.now));
}

QString planAgeText(const Plan &plan, const QDateTime &now)
{
    if (plan.approval.code.isEmpty())
        return {};
    QStringList said{
        PlanText::tr("This plan was made %1 ago, at %2, and is valid until %3.", "age, time, time")
            .arg(ageText(plan.approval.madeAt, now),
                 dateTimeText(plan.approval.madeAt.toLocalTime()),
                 dateTimeText(plan.approval.validUntil.toLocalTime())),
        PlanText::tr("Its approval code is %1.").arg(shownLine(plan.approval.code))};
    said.append(plan.excluded.isEmpty()
                    ? PlanText::tr("None of its clusters is worse than planned.")
                    : PlanText::tr("%Ln of its clusters are excluded, as explained below.", nullptr,
                                   int(plan.excluded.size())));
    return sentences(said);
}

QString expiredText(const Plan &plan)
{
    return PlanText::tr("Nothing was sent: the plan was valid until %1. Make a new one.")
        .arg(dateTimeText(plan.approval.validUntil.toLocalTime()));
}

QString changesText(const Plan &plan)
{
    QStringList said{PlanText::tr("Nothing was sent: something has changed in the meantime.")};
    const auto marked =
        std::count_if(plan.items.begin(), plan.items.end(),
                      [](const PlanItem &item) { return item.added || item.changed; });
    if (marked > 0)
        said.append(PlanText::tr("%Ln cluster(s) marked “new” below.", nullptr, int(marked)));
    else
        said.append(PlanText::tr("The batch as a whole now has a higher risk."));
    if (!plan.excluded.isEmpty())
        said.append(PlanText::tr("%Ln cluster(s) no longer included, see “excluded”.", nullptr,
                                 int(plan.excluded.size())));
    return sentences(said);
}

QString shownText(const Plan &plan, const AccountLabels &labels)
{
    QStringList lines{planTitle(plan, labels), consequenceText(plan)};
    for (const QString &notes :
         {givenReasonText(plan.givenReason), approvalText(plan.approval.code),
          checksText(plan, labels), afterwardsText(plan)}) {
        if (!notes.isEmpty())
            lines.append(notes);
    }
    const QStringList accounts = plan.accounts();
    for (const QString &account : accounts) {
        if (accounts.size() > 1) { // a single account is in the title
            const AccountLabel label = labels.value(account);
            lines.append(PlanText::tr("In %1 / %2:", "account, zone")
                             .arg(shownLine(label.name, LongestNameShown),
                                  shownLine(label.zone, LongestNameShown)));
        }
        for (const PlanItem &item : plan.items) {
            if (item.cluster.account == account)
                lines.append(rowText(item));
        }
    }
    // For the record: why approved clusters were not deleted.
    for (const ExcludedItem &item :
         plan.approval.code.isEmpty() ? QList<ExcludedItem>() : plan.excluded) {
        lines.append(PlanText::tr("Excluded: %1 (%2) – %3", "name, ID, reason")
                         .arg(shownLine(item.name, LongestNameShown), shownLine(item.key.id),
                              exclusionText(item, plan.verb)));
    }
    return lines.join(u'\n');
}

QString recordedText(const Plan &plan, const AccountLabels &labels)
{
    QStringList lines{shownText(plan, labels)};
    QMap<QString, int> counts;
    for (const ExcludedItem &item :
         plan.approval.code.isEmpty() ? plan.excluded : QList<ExcludedItem>())
        ++counts[exclusionText(item, plan.verb)];
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        lines.append(PlanText::tr("Excluded: %Ln cluster(s) – %1", "number, reason", count.value())
                         .arg(count.key()));
    return lines.join(u'\n');
}

QString differencesText(const QList<PlanDifference> &differences)
{
    QStringList lines{PlanText::tr(
        "Nothing was sent: the plan no longer matches the clusters. Make a new plan.")};
    for (const PlanDifference &each : differences) {
        const QString text = differenceText(each);
        lines.append(each.cluster.isEmpty() ? text : labelled(shownLine(each.cluster), text));
    }
    return lines.join(u'\n');
}

namespace
{

/// For a POSIX shell.
QString quoted(QString word)
{
    word.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + word + u'\'';
}

} // namespace

QString planCommand(const Plan &plan, const AccountLabels &labels)
{
    // As quoted arguments: unlike in a here-document, no id can end the list or start a command.
    QString command = QStringLiteral("printf '%s\\n'");
    for (const PlanItem &item : plan.items)
        command += QStringLiteral(" \\\n  ") + quoted(visibleLine(item.cluster.record.id));
    command += QStringLiteral(" |\nclusterdeck plan %1 --json --ids-from -").arg(wordOf(plan.verb));
    const QStringList accounts = plan.accounts();
    if (accounts.size() == 1)
        command += QStringLiteral(" --account ") +
                   quoted(visibleLine(labels.value(accounts.first()).name));
    if (!plan.givenReason.isEmpty())
        command += QStringLiteral(" --reason ") + quoted(visibleLine(plan.givenReason));
    return command + QStringLiteral(" > plan.json\nclusterdeck apply plan.json\n");
}

} // namespace clusterdeck
