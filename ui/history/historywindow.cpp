// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historywindow.h"

#include "app/session.h"
#include "ui/history/deletedclusterspage.h"
#include "ui/reports/reportofbatch.h"
#include "ui/theme/metrics.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace clusterdeck
{

HistoryWindow::HistoryWindow(OperationService &operationService, QWidget *parent)
    : Window(QStringLiteral("History"), tr("History"), parent)
    , m_pages(new QTabWidget(this))
    , m_timeline(new TimelinePage(operationService, this))
    , m_deletedClusters(new DeletedClustersPage(operationService, this))
{
    m_pages->setObjectName(QStringLiteral("Pages"));
    m_pages->addTab(m_timeline, tr("&Timeline"));
    m_pages->addTab(m_deletedClusters, tr("&Deleted clusters"));
    body()->addWidget(m_pages);
    addCloseButton();
    setFirstSize({widthOfLetters(fontMetrics(), 192), fontMetrics().height() * 42});
    m_timeline->firstWidget()->setFocus();
}

void HistoryWindow::followLogs(Session &session)
{
    connect(&session, &Session::accountsChanged, this, [this, &session] { readLogs(session); });
    connect(&session, &Session::journalChecked, this, [this] {
        m_timeline->readJournal();
        m_deletedClusters->journalChanged();
    });
    readLogs(session);
}

void HistoryWindow::readLogs(Session &session)
{
    QList<LogPlace> places;
    for (const Account &account : session.accounts()) {
        places.append({account.id, account.name, account.api.zone, account.api.baseUrl.toString(),
                       session.cloud(account.id)});
    }
    m_timeline->readLogs(places, session.clock(), [&session](const ClusterKey &key) {
        const auto cluster = session.clusters().find(key);
        return cluster ? cluster->record.name : QString();
    });
}

} // namespace clusterdeck
