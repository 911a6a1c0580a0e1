// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartswindow.h"

#include "app/session.h"
#include "ui/charts/cleanuppage.h"
#include "ui/charts/overviewpage.h"
#include "ui/charts/usagepage.h"
#include "ui/clusters/table/clustertable.h"
#include "ui/theme/metrics.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace clusterdeck
{

ChartsWindow::ChartsWindow(Session &session, ClusterTable &table, QWidget *parent)
    : Window(QStringLiteral("Charts window"), tr("Charts"), parent)
{
    ClusterModel &clusters = session.clusters();
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("Charts tabs"));
    tabs->addTab(new OverviewPage(clusters, tabs), tr("&Overview"));
    tabs->addTab(new UsagePage(clusters, tabs), tr("&Usage"));
    tabs->addTab(new CleanUpPage(clusters, session.operationService(), table, tabs),
                 tr("C&lean-up"));
    body()->addWidget(tabs, 1);
    addCloseButton();
    setFirstSize({widthOfLetters(fontMetrics(), 165), fontMetrics().height() * 50});
    tabs->setFocus();
}

} // namespace clusterdeck
