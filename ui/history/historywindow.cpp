// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historywindow.h"

#include "app/session.h"
#include "ui/history/deletedclusterspage.h"
#include "ui/reports/reportofbatch.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>

namespace clusterdeck
{

HistoryWindow::HistoryWindow(OperationService &operationService, bool demo, QWidget *parent)
    : QDialog(parent)
    , m_demo(demo)
    , m_pages(new QTabWidget(this))
    , m_timeline(new TimelinePage(operationService, demo, this))
    , m_deletedClusters(new DeletedClustersPage(operationService, demo, this))
{
    setObjectName(QStringLiteral("History"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("History"));
    layOut();
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

void HistoryWindow::addClose(QHBoxLayout *foot)
{
    auto *close = new QPushButton(tr("Close"), foot->parentWidget());
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    foot->addWidget(close);
}

/// Beside the export of the same batch.
void HistoryWindow::addReport()
{
    auto *report = new QPushButton(tr("Save &report…"), m_timeline);
    report->setObjectName(QStringLiteral("Save report"));
    report->setAutoDefault(false);
    const auto update = [this, report] { report->setEnabled(m_timeline->openBatch()); };
    connect(m_timeline, &TimelinePage::opened, report, update);
    connect(report, &QPushButton::clicked, this, [this] {
        if (const Batch *batch = m_timeline->openBatch())
            saveBatchReport(*batch, m_timeline->story(), m_demo, this);
    });
    m_timeline->foot()->insertWidget(1, report);
    update();
}

void HistoryWindow::layOut()
{
    m_pages->setObjectName(QStringLiteral("Pages"));
    m_pages->addTab(m_timeline, tr("&Time line"));
    m_pages->addTab(m_deletedClusters, tr("&Deleted clusters"));
    addReport();
    addClose(m_timeline->foot());
    addClose(m_deletedClusters->foot());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    column->addWidget(m_pages);
    const QSize screenful = screen()->availableSize() - QSize(2 * space::Huge, 3 * space::Huge);
    resize(QSize(widthOfLetters(fontMetrics(), 175), fontMetrics().height() * 42)
               .boundedTo(screenful));
}

} // namespace clusterdeck
