// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/ownertext.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct OwnerText {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::OwnerText)
};

QString accountName(const OwnerNotice &notice, const AccountLabels &labels)
{
    return shownLine(labels.value(notice.account).name, LongestNameShown);
}

QString ownerName(const OwnerNotice &notice)
{
    return notice.owner.isEmpty() ? OwnerText::tr("unknown owner")
                                  : shownLine(notice.owner, LongestNameShown);
}

} // namespace

QString ownerSubject(const QDate &day)
{
    return OwnerText::tr("Clusters to be deleted on %1").arg(dayText(day));
}

QString ownerText(const Plan &plan, const OwnerNotice &notice, const AccountLabels &labels,
                  const QDate &day)
{
    const auto count = int(notice.items.size());
    QStringList lines{
        OwnerText::tr("To %1:", "an owner of clusters").arg(ownerName(notice)),
        {},
        OwnerText::tr("%Ln cluster(s) of yours in %1 / %2 are planned to be deleted on %3 or "
                      "later. This cannot be undone.",
                      nullptr, count)
            .arg(accountName(notice, labels),
                 shownLine(labels.value(notice.account).zone, LongestNameShown),
                 day.toString(Qt::ISODate))}; // the reader's language is not known
    if (const QString reason = givenReasonText(plan.givenReason); !reason.isEmpty())
        lines.append(reason);
    lines.append(QString());
    for (const qsizetype place : notice.items) {
        const ClusterRecord &record = plan.items.at(place).cluster.record;
        lines.append(QStringLiteral("- %1 (%2)").arg(shownLine(record.name), shownLine(record.id)));
    }
    lines +=
        {{},
         OwnerText::tr("To keep a cluster, add the word [keep], with its brackets, to its "
                       "description before that day: in Clusterdeck with Clusters → Marks…, or in "
                       "the console of the provider. A cluster with this mark is excluded."),
         OwnerText::tr("If you do not need the clusters, save the data that you want to keep. You "
                       "need not do anything else.")};
    return lines.join(u'\n') + u'\n';
}

QString ownerLabel(const OwnerNotice &notice, const AccountLabels &labels)
{
    return OwnerText::tr("%1 in %2 (%Ln cluster(s))", "owner, account", int(notice.items.size()))
        .arg(ownerName(notice), accountName(notice, labels));
}

} // namespace clusterdeck
