// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/notificationtext.h"

#include "ui/text/format.h"
#include "ui/words/errortext.h"
#include "ui/words/verbtext.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct NotificationText {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::NotificationText)
};

QString headline(const Batch &batch, BatchNotification notification)
{
    const QString what = batchTitle(batch);
    switch (notification) {
    case BatchNotification::None:
        return what;
    case BatchNotification::CountingDown:
        return NotificationText::tr("%1: starting soon").arg(what);
    case BatchNotification::WaitsForPerson:
        return NotificationText::tr("%1: waiting for you").arg(what);
    case BatchNotification::NeedsAttention:
        return NotificationText::tr("%1: needs attention").arg(what);
    case BatchNotification::EndedWell:
        return NotificationText::tr("%1: ended").arg(what);
    case BatchNotification::EndedBadly:
        return NotificationText::tr("%1: %Ln failed", nullptr,
                                    batch.counts().value(ItemState::Failed))
            .arg(what);
    }
    Q_UNREACHABLE();
}

QString detail(const Batch &batch, BatchNotification notification, const QDateTime &leavesAt)
{
    switch (notification) {
    case BatchNotification::CountingDown:
        return NotificationText::tr("Its requests are sent from %1 on. You can cancel until then.")
            .arg(timeText(leavesAt));
    case BatchNotification::WaitsForPerson:
        return holdText(batch.hold) + u'\n' + sentText(batch);
    case BatchNotification::None:
    case BatchNotification::NeedsAttention:
    case BatchNotification::EndedWell:
    case BatchNotification::EndedBadly:
        return countsText(batch);
    }
    Q_UNREACHABLE();
}

} // namespace

DesktopNotice noticeOf(const Batch &batch, BatchNotification notification, DataKind dataKind,
                       const QDateTime &leavesAt)
{
    const QString title = headline(batch, notification);
    const QString where = NotificationText::tr("%1 / %2", "account, zone")
                              .arg(shownLine(batch.accountName, LongestNameShown),
                                   shownLine(batch.zone, LongestNameShown));
    return {dataKind == DataKind::Real ? title : wordOf(dataKind) + QStringLiteral(" – ") + title,
            where + u'\n' + detail(batch, notification, leavesAt), mustBeSeen(notification),
            NotificationText::tr("Show activity")};
}

} // namespace clusterdeck
