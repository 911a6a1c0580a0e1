// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartswindow.h"

#include "app/session.h"
#include "ui/charts/cleanuppage.h"
#include "ui/charts/overviewpage.h"
#include "ui/charts/usagepage.h"
#include "ui/clusters/table/clustertable.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>

namespace clusterdeck
{

ChartsWindow::ChartsWindow(Session &session, ClusterTable &table, QWidget *parent)
    : QDialog(parent)
    , m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("Charts window"));
    setAttribute(Qt::WA_DeleteOnClose);
    const bool demo = session.isDemo();
    setWindowTitle(tr("Charts"));
    ClusterModel &clusters = session.clusters();
    m_tabs->setObjectName(QStringLiteral("Charts tabs"));
    m_tabs->addTab(new OverviewPage(clusters, m_tabs), tr("&Overview"));
    m_tabs->addTab(new UsagePage(clusters, m_tabs), tr("&Usage"));
    m_tabs->addTab(new CleanUpPage(clusters, session.operationService(), table, m_tabs),
                   tr("C&lean-up"));
    for (int i = 0; i < m_tabs->count(); ++i)
        qobject_cast<ChartPage *>(m_tabs->widget(i))->setDemo(demo);
    layOut(demo);
}

void ChartsWindow::layOut(bool demo)
{
    if (demo)
        m_tabs->setCornerWidget(new DemoBadge(m_tabs));
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    column->setSpacing(space::Medium);
    column->addWidget(m_tabs, 1);
    column->addLayout(foot);
    const QSize screenful = screen()->availableSize() - QSize(2 * space::Huge, 3 * space::Huge);
    resize(QSize(widthOfLetters(fontMetrics(), 165), fontMetrics().height() * 50)
               .boundedTo(screenful));
    m_tabs->setFocus();
}

} // namespace clusterdeck
