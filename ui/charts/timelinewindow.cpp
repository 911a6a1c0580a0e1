// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timelinewindow.h"

#include "app/operations/batchrunner.h"
#include "app/operations/journal/journal.h"
#include "ui/charts/batchtimelinepage.h"
#include "ui/charts/timelineview.h"
#include "ui/operations/verbtext.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace clusterdeck
{

TimelineWindow::TimelineWindow(BatchRunner &runner, const Journal &journal, const Clock &clock,
                               bool demo, QWidget *parent)
    : QDialog(parent)
    , m_runner(runner)
    , m_page(new BatchTimelinePage(runner.batch(), journal.events(runner.batch().id), clock, this))
{
    setObjectName(QStringLiteral("Time line window"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QString title = tr("Time line – %1").arg(batchTitle(runner.batch()));
    setWindowTitle(windowTitleFor(title));
    m_page->setDemo(demo);
    m_page->watch(runner);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::Large, 0, space::Large, space::Large);
    if (demo)
        foot->addWidget(new DemoBadge(this));
    foot->addStretch(1);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_page, 1);
    column->addLayout(foot);
    const QSize screenful = screen()->availableSize() - QSize(2 * space::Huge, 3 * space::Huge);
    resize(QSize(widthOfLetters(fontMetrics(), 140), fontMetrics().height() * 34)
               .boundedTo(screenful));
    m_page->findChild<TimelineView *>()->setFocus();
}

} // namespace clusterdeck
