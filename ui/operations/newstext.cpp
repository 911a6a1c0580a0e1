// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/newstext.h"

#include "ui/look/errortext.h"
#include "ui/look/format.h"
#include "ui/operations/verbtext.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct News {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::News)
};

QString headline(const Batch &batch, BatchNews news)
{
    const QString what = batchTitle(batch);
    switch (news) {
    case BatchNews::None:
        return what;
    case BatchNews::CountingDown:
        return News::tr("%1: about to begin").arg(what);
    case BatchNews::WaitsForPerson:
        return News::tr("%1: waits for you").arg(what);
    case BatchNews::NeedsAttention:
        return News::tr("%1: needs attention").arg(what);
    case BatchNews::EndedWell:
        return News::tr("%1: ended").arg(what);
    case BatchNews::EndedBadly:
        return News::tr("%1: %Ln failed", nullptr, batch.counts().value(ItemState::Failed))
            .arg(what);
    }
    Q_UNREACHABLE();
}

QString detail(const Batch &batch, BatchNews news, const QDateTime &leavesAt)
{
    switch (news) {
    case BatchNews::CountingDown:
        return News::tr("Its requests leave from %1 on. Until then it can be cancelled.")
            .arg(timeText(leavesAt));
    case BatchNews::WaitsForPerson:
        return holdText(batch.hold) + u'\n' + sentText(batch);
    case BatchNews::None:
    case BatchNews::NeedsAttention:
    case BatchNews::EndedWell:
    case BatchNews::EndedBadly:
        return countsText(batch);
    }
    Q_UNREACHABLE();
}

} // namespace

DesktopNotice noticeOf(const Batch &batch, BatchNews news, bool demo, const QDateTime &leavesAt)
{
    const QString title = headline(batch, news);
    const QString where = News::tr("%1 / %2", "account, zone")
                              .arg(shownLine(batch.accountName, LongestNameShown),
                                   shownLine(batch.zone, LongestNameShown));
    return {demo ? News::tr("DEMO – %1").arg(title) : title,
            where + u'\n' + detail(batch, news, leavesAt), mustBeSeen(news),
            News::tr("Show activity")};
}

} // namespace clusterdeck
