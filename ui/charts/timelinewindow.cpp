// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timelinewindow.h"

#include "app/operations/batchrunner.h"
#include "app/operations/journal/journal.h"
#include "ui/charts/batchtimelinepage.h"
#include "ui/charts/timelineview.h"
#include "ui/theme/metrics.h"
#include "ui/words/verbtext.h"

#include <QVBoxLayout>

namespace clusterdeck
{

TimelineWindow::TimelineWindow(BatchRunner &runner, const Journal &journal, const Clock &clock,
                               QWidget *parent)
    : Window(QStringLiteral("Time line window"),
             tr("Timeline – %1").arg(batchTitle(runner.batch())), parent)
    , m_runner(runner)
{
    auto *page =
        new BatchTimelinePage(runner.batch(), journal.events(runner.batch().id), clock, this);
    page->watch(runner);
    body()->addWidget(page, 1);
    addCloseButton();
    setFirstSize({widthOfLetters(fontMetrics(), 140), fontMetrics().height() * 34});
    page->findChild<TimelineView *>()->setFocus();
}

} // namespace clusterdeck
