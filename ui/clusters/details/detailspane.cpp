// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/details/detailspane.h"

#include "app/session.h"
#include "ui/clusters/details/detailtab.h"
#include "ui/clusters/details/detailtext.h"
#include "ui/clusters/table/clustertable.h"
#include "ui/clusters/table/emptystate.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"

#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace clusterdeck
{

namespace
{

/// Batches about one cluster that are looked at: nobody deletes, stops or starts one more often.
constexpr int MostBatches = 100;

constexpr DetailSection Sections[] = {DetailSection::Nodes, DetailSection::Jobs,
                                      DetailSection::Users, DetailSection::Software,
                                      DetailSection::Operations};

/// What a main window asks when it first lays out a pane.
class WideStack : public QStackedWidget
{
public:
    using QStackedWidget::QStackedWidget;

    [[nodiscard]] QSize sizeHint() const override
    {
        return {DetailsPane::FirstWidth, QStackedWidget::sizeHint().height()};
    }
};

} // namespace

DetailsPane::DetailsPane(Session &session, ClusterTable &table, QWidget *parent)
    : QDockWidget(tr("Details"), parent)
    , m_session(session)
    , m_table(table)
    , m_details(session.clusters(), session.clock())
    , m_stack(new WideStack(this))
    , m_nothing(new EmptyState(this, 40))
    , m_messageBars(new MessageBarStack(this))
    , m_title(plainLabel(this))
    , m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("DetailsPane"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    layOut();
    connectRooms();
    updateCluster();
    for (const DetailSection section : Sections)
        updateSection(section);
}

void DetailsPane::layOut()
{
    m_overviewPage = addPage(m_overview, QStringLiteral("Overview"), tr("Overview"), {});
    m_pages = {
        addPage(m_nodes, QStringLiteral("Nodes"), tr("Nodes"), DetailSection::Nodes),
        addPage(m_jobs, QStringLiteral("Jobs"), tr("Jobs"), DetailSection::Jobs),
        addPage(m_users, QStringLiteral("Users"), tr("Users"), DetailSection::Users),
        addPage(m_software, QStringLiteral("Software"), tr("Software"), DetailSection::Software),
        addPage(m_operations, QStringLiteral("Operations"), tr("Operations"),
                DetailSection::Operations)};
    m_tabs->setObjectName(QStringLiteral("Details tabs"));
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->setDocumentMode(true);
    m_tabs->setElideMode(Qt::ElideNone);

    m_title->setObjectName(QStringLiteral("Details title"));
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setContentsMargins(space::Medium, space::Medium, space::Medium, space::Small);
    auto *shown = new QWidget(this);
    auto *column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_messageBars);
    column->addWidget(m_tabs, 1);
    m_nothing->show({QStringLiteral("nodes"),
                     tr("No cluster chosen"),
                     tr("Choose one in the table to see what is known about it."),
                     {}});
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(shown);
    setWidget(m_stack);
}

DetailTab *DetailsPane::addPage(DetailModel &model, const QString &name, const QString &title,
                                std::optional<DetailSection> section)
{
    DetailTab::Commands commands;
    if (section) {
        commands.refresh = [this, section] { m_details.refresh(*section); };
        commands.copyJson = [this, section](const QList<int> &rows) { copyJson(*section, rows); };
        commands.readMore = [this, section] { m_details.readMore(*section); };
        commands.readAnyway = [this, section] { m_details.readAnyway(*section); };
    } else {
        commands.refresh = [this] { m_session.refresh(); };
        commands.copyJson = [this](const QList<int> &) { copyOverview(); };
    }
    auto *page = new DetailTab(model, name, title, std::move(commands), m_tabs);
    m_tabs->addTab(page, title);
    if (!section)
        page->makeFactList();
    return page;
}

void DetailsPane::connectRooms()
{
    ClusterModel &clusters = m_session.clusters();
    connect(&clusters, &ClusterModel::updateBegins, this, [this] { m_updating = true; });
    connect(&clusters, &ClusterModel::updateEnds, this, [this] { m_updating = false; });
    connect(m_table.selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DetailsPane::follow);
    // A click on the row that the keyboard was moved to when the cluster vanished.
    connect(&m_table, &ClusterTable::selectedKeysChanged, this, &DetailsPane::follow);
    connect(&m_session, &Session::accountsChanged, this, [this] {
        if (const auto cluster = m_details.cluster())
            m_details.choose(cluster->key(), m_session.cloud(cluster->account));
        updateOverview(); // the account's name
    });
    connect(&m_session, &Session::statusChanged, this, &DetailsPane::updateOverview);
    connect(&m_session, &Session::journalChecked, this, [this] {
        if (m_journalRead)
            readJournal();
    });
    connect(&m_details, &ClusterDetails::clusterChanged, this, &DetailsPane::updateCluster);
    connect(&m_details, &ClusterDetails::sectionChanged, this, &DetailsPane::updateSection);
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailsPane::see);

    m_journalTimer.setSingleShot(true);
    m_journalTimer.setInterval(200);
    connect(&m_journalTimer, &QTimer::timeout, this, &DetailsPane::readJournal);
    connect(&m_session.operationService(), &OperationService::batchAdded, this, [this] {
        if (m_journalRead)
            m_journalTimer.start();
    });
    connect(&m_session.operationService(), &OperationService::itemChanged, this,
            [this](const ClusterKey &key) {
                if (m_details.cluster() && m_details.cluster()->record.id == key.id &&
                    m_journalRead)
                    m_journalTimer.start();
                if (m_details.cluster() && m_details.cluster()->key() == key)
                    updateOverview();
            });
}

std::optional<DetailSection> DetailsPane::seen() const
{
    const auto place = isVisible() ? m_pages.indexOf(m_tabs->currentWidget()) : -1;
    return place < 0 ? std::nullopt : std::optional(DetailSection(place));
}

void DetailsPane::see()
{
    const auto section = seen();
    if (section == DetailSection::Operations && !m_journalRead)
        readJournal();
    m_details.see(section);
}

void DetailsPane::follow()
{
    const QModelIndex current = m_table.currentIndex();
    if (!isVisible() || m_updating || !current.isValid())
        return;
    const auto *model = qobject_cast<const ClusterTableModel *>(m_table.model());
    const ClusterKey key = model->keyAt(current.row());
    m_details.choose(key, m_session.cloud(key.account));
}

void DetailsPane::updateCluster()
{
    const std::optional<Cluster> &cluster = m_details.cluster();
    m_stack->setCurrentIndex(cluster ? 1 : 0);
    // Whoever walks through the table would else have the journal read with every step.
    const ClusterKey key = cluster ? cluster->key() : ClusterKey();
    if (key != m_batchesOf) {
        m_batchesOf = key;
        m_journalRead = false;
        m_batches.clear();
        if (seen() == DetailSection::Operations)
            m_journalTimer.start();
    }
    updateOverview();
    if (!cluster)
        return;
    m_title->setText(breakable(shownLine(
        cluster->record.name.isEmpty() ? cluster->record.id : cluster->record.name, LongestQuote)));
    const QString gone = QStringLiteral("Gone");
    if (!m_details.isGone())
        m_messageBars->remove(gone);
    else if (!m_messageBars->find(gone))
        m_messageBars->show(
            gone, Glyph::Warning, StatusColor::Warning,
            tr("This cluster does not exist any more. What was read of it before is "
               "kept here until another one is chosen."));
}

void DetailsPane::updateOverview()
{
    const std::optional<Cluster> &cluster = m_details.cluster();
    if (!cluster) {
        m_overview.setCluster({}, {}, {}, {});
        return;
    }
    m_overview.setCluster(cluster->record, m_session.clusters().label(cluster->account),
                          m_details.isGone() ? StateLook{tr("Does not exist any more"),
                                                         Glyph::RingCheck, StatusColor::Neutral}
                                             : lookOf(cluster->record),
                          m_session.clock().utcNow());
    DetailTab::Content content;
    if (listed().isValid())
        content.foot = tr("As of %1", "time").arg(timeText(listed()));
    m_overviewPage->show(content);
}

/// When the account of the cluster was listed last, UTC.
QDateTime DetailsPane::listed() const
{
    for (const ClusterFeed *feed : m_session.feeds()) {
        if (m_details.cluster() && feed->account() == m_details.cluster()->account)
            return feed->asOf();
    }
    return {};
}

DetailTab *DetailsPane::pageOf(DetailSection section) const
{
    return m_pages.at(int(section));
}

void DetailsPane::updateSection(DetailSection section)
{
    switch (section) {
    case DetailSection::Nodes:
        m_nodes.setRows(m_details.nodes());
        break;
    case DetailSection::Jobs:
        m_jobs.setRows(m_details.jobs());
        break;
    case DetailSection::Users:
        m_users.setRows(m_details.users());
        break;
    case DetailSection::Software:
        updateSoftware();
        return;
    case DetailSection::Operations:
        updateOperations();
        return;
    }
    const SectionStatus &status = m_details.status(section);
    showOn(section, status, footText(status, pageOf(section)->model().rowCount()));
}

/// The list came with the cluster; only what explains it is read.
void DetailsPane::updateSoftware()
{
    m_software.setRows(m_details.software());
    SectionStatus status = m_details.status(DetailSection::Software);
    const QString foot = softwareFootText(status, listed(), m_software.rowCount());
    status.atEnd = true;
    if (m_software.rowCount() == 0 && status.state == ReadState::NotAsked)
        status.state = ReadState::Ready;
    showOn(DetailSection::Software, status, foot);
}

void DetailsPane::updateOperations()
{
    const std::optional<Cluster> &cluster = m_details.cluster();
    m_operations.setRows(cluster
                             ? operationLog(m_details.operations(), m_batches, cluster->record.id)
                             : QList<TimelineLine>(),
                         logReach());
    const SectionStatus &status = m_details.status(DetailSection::Operations);
    showOn(DetailSection::Operations, status, footText(status, m_operations.rowCount()));
}

LogReach DetailsPane::logReach() const
{
    const SectionStatus &status = m_details.status(DetailSection::Operations);
    LogReach reach;
    reach.read = status.asOf.isValid();
    reach.until = m_details.operationsUntil();
    if (status.atEnd)
        return reach;
    reach.back = reach.until;
    for (const OperationRecord &operation : m_details.operations()) {
        if (operation.created.isValid() && operation.created < reach.back)
            reach.back = operation.created;
    }
    return reach;
}

void DetailsPane::showOn(DetailSection section, const SectionStatus &status, const QString &foot)
{
    DetailTab::Content content;
    const bool rows = pageOf(section)->model().rowCount() > 0;
    content.foot = rows || status.asOf.isValid() ? foot : QString();
    content.reading = status.state == ReadState::Loading;
    content.hasMore = status.hasMore();
    content.withheld = status.state == ReadState::Withheld;
    pageOf(section)->show(content);
    if (!rows)
        pageOf(section)->showMessage(messageFor(section, status));
}

void DetailsPane::readJournal()
{
    const std::optional<Cluster> &cluster = m_details.cluster();
    if (!cluster)
        return;
    m_journalRead = true;
    m_batches = m_session.journal().history(cluster->record.id, MostBatches);
    updateOperations();
}

void DetailsPane::enter()
{
    if (m_stack->currentIndex() == 0)
        return;
    qobject_cast<DetailTab *>(m_tabs->currentWidget())->enter();
}

void DetailsPane::resizeEvent(QResizeEvent *event)
{
    QDockWidget::resizeEvent(event);
    if (isVisible())
        emit resized();
}

void DetailsPane::showEvent(QShowEvent *event)
{
    QDockWidget::showEvent(event);
    follow();
    see();
}

void DetailsPane::hideEvent(QHideEvent *event)
{
    QDockWidget::hideEvent(event);
    m_details.see({});
}

void DetailsPane::keyPressEvent(QKeyEvent *event)
{
    // Back to where one came from, as in the filter field.
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        m_table.setFocus(Qt::ShortcutFocusReason);
    else
        QDockWidget::keyPressEvent(event);
}

} // namespace clusterdeck
