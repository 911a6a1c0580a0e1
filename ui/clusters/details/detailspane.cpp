// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/details/detailspane.h"

#include "app/clusters/details/detailexport.h"
#include "app/clusters/details/loginnode.h"
#include "app/history/export.h"
#include "app/session.h"
#include "ui/clusters/details/detailcolumns.h"
#include "ui/clusters/details/detailtab.h"
#include "ui/clusters/details/detailtext.h"
#include "ui/clusters/table/clustertable.h"
#include "ui/clusters/table/clustertablemodel.h"
#include "ui/clusters/table/emptystate.h"
#include "ui/text/filetext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/tables.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace clusterdeck
{

namespace
{

/// How many batches about one cluster are read at most. Real clusters have far fewer.
constexpr int MostBatches = 100;

template <class Record>
QList<Record> picked(const RecordModel<Record> &model, const QList<int> &rows)
{
    QList<Record> some;
    for (const int row : rows)
        some.append(model.at(row));
    return some;
}

constexpr DetailSection Sections[] = {DetailSection::Nodes, DetailSection::Jobs,
                                      DetailSection::Users, DetailSection::Software,
                                      DetailSection::Operations};

/// Gives the pane its first width: that is its size hint.
class WideStack : public QStackedWidget
{
public:
    WideStack(int width, QWidget *parent)
        : QStackedWidget(parent)
        , m_width(width)
    {
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {m_width, QStackedWidget::sizeHint().height()};
    }

private:
    int m_width;
};

} // namespace

DetailsPane::DetailsPane(Session &session, ClusterTable &table, int width, QWidget *parent)
    : QDockWidget(tr("Details"), parent)
    , m_session(session)
    , m_table(table)
    , m_details(session.clusters(), session.clock())
    , m_nodes(nodeColumns(), &NodeRecord::key, nullptr)
    , m_jobs(jobColumns(), &SchedulerJobRecord::key, nullptr)
    , m_users(userColumns(), &LoginRecord::key, nullptr)
    , m_software(softwareColumns(), softwareText, nullptr)
    , m_operations(operationColumns(), qOverload<const LoggedOperation &>(identityOf), nullptr)
    , m_stack(new WideStack(width > 0 ? width : FirstWidth, this))
    , m_nothing(new EmptyState(this, 40))
    , m_messageBars(new MessageBarStack(this))
    , m_title(plainLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_copySsh(newAction(this, QStringLiteral("Copy ssh command"), tr("Copy ss&h Command")))
{
    setObjectName(QStringLiteral("DetailsPane"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    layOut();
    connectSources();
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
    pageOf(DetailSection::Nodes)->addToCopyMenu(m_copySsh);
    connect(m_copySsh, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(sshCommand(m_details.nodes())); });
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
                     tr("No cluster selected"),
                     tr("Select a cluster in the table to see its details."),
                     {}});
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(shown);
    setWidget(m_stack);
}

DetailTab *DetailsPane::addPage(RecordModelBase &model, const QString &name, const QString &title,
                                std::optional<DetailSection> section)
{
    DetailTab::Commands commands;
    if (section) {
        commands.refresh = [this, section] { m_details.refresh(*section); };
        commands.readMore = [this, section] { m_details.readMore(*section); };
        commands.readAnyway = [this, section] { m_details.readAnyway(*section); };
    } else {
        commands.refresh = [this] { m_session.refresh(); };
    }
    auto *page = new DetailTab(model, name, title, std::move(commands), m_tabs);
    m_tabs->addTab(page, title);
    if (section) {
        page->table()->setCopyFormats(
            {}, [this, section](const QList<int> &rows) { return jsonOf(*section, rows); });
    } else {
        page->makeFactList();
        page->table()->setCopyFormats(
            [this](const QList<int> &rows) { return m_overview.copiedText(rows); },
            [this](const QList<int> &) {
                return QString::fromUtf8(
                    overviewDocument(m_details.cluster()->record, m_session.dataKind()));
            });
    }
    return page;
}

void DetailsPane::connectSources()
{
    ClusterModel &clusters = m_session.clusters();
    connect(&clusters, &ClusterModel::updateBegins, this, [this] { m_updating = true; });
    connect(&clusters, &ClusterModel::updateEnds, this, [this] { m_updating = false; });
    connect(m_table.selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DetailsPane::follow);
    // When a cluster vanishes, another row becomes current. A click on it changes only the
    // selection.
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
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailsPane::readShownTab);

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

std::optional<DetailSection> DetailsPane::shownSection() const
{
    const auto place = isVisible() ? m_pages.indexOf(m_tabs->currentWidget()) : -1;
    return place < 0 ? std::nullopt : std::optional(DetailSection(place));
}

void DetailsPane::readShownTab()
{
    const auto section = shownSection();
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
    // The journal is read later: otherwise each move of the current row would read it.
    const ClusterKey key = cluster ? cluster->key() : ClusterKey();
    if (key != m_batchesOf) {
        m_batchesOf = key;
        m_journalRead = false;
        m_batches.clear();
        m_journalProblem.clear();
        if (shownSection() == DetailSection::Operations)
            m_journalTimer.start();
    }
    updateOverview();
    updateSsh();
    if (!cluster)
        return;
    m_title->setText(breakable(shownLine(
        cluster->record.name.isEmpty() ? cluster->record.id : cluster->record.name, LongestQuote)));
    const QString gone = QStringLiteral("Gone");
    if (!m_details.isGone())
        m_messageBars->remove(gone);
    else if (!m_messageBars->find(gone))
        m_messageBars->show(gone, Glyph::Warning, StatusColor::Warning,
                            tr("This cluster no longer exists. Its last known details are shown "
                               "until you select another one."));
}

void DetailsPane::updateOverview()
{
    const std::optional<Cluster> &cluster = m_details.cluster();
    if (!cluster) {
        m_overview.setCluster({}, {}, {}, {});
        return;
    }
    m_overview.setCluster(cluster->record, m_session.clusters().label(cluster->account),
                          m_details.isGone() ? StateLook{tr("No longer exists"), Glyph::RingCheck,
                                                         StatusColor::Neutral}
                                             : lookOf(cluster->record),
                          m_session.clock().utcNow());
    DetailTab::Content content;
    const auto row = m_session.clusters().rowOf(cluster->key());
    if (row && m_session.clusters().isFromEarlierRun(*row))
        content.foot = ClusterTableModel::notReadText();
    else if (listed().isValid())
        content.foot = tr("As of %1", "time").arg(timeText(listed()));
    m_overviewPage->show(content);
}

/// When the account of the cluster was listed last, UTC; invalid: never.
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
        m_nodes.setRecords(m_details.nodes());
        updateSsh();
        break;
    case DetailSection::Jobs:
        m_jobs.setRecords(m_details.jobs());
        break;
    case DetailSection::Users:
        m_users.setRecords(m_details.users());
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

void DetailsPane::updateSsh()
{
    m_copySsh->setEnabled(!m_details.isGone() && !sshCommand(m_details.nodes()).isEmpty());
}

/// The listing has the names; only their descriptions are read.
void DetailsPane::updateSoftware()
{
    m_software.setRecords(m_details.software());
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
    m_operations.setRecords(loggedOperations(
        cluster ? operationLog(m_details.operations(), m_batches, cluster->record.id)
                : QList<TimelineLine>(),
        logReach()));
    const SectionStatus &status = m_details.status(DetailSection::Operations);
    const QString foot = footText(status, m_operations.rowCount());
    showOn(DetailSection::Operations, status,
           m_journalProblem.isEmpty() ? foot
                                      : sentences({journalProblemText(m_journalProblem), foot}));
}

LogReach DetailsPane::logReach() const
{
    const SectionStatus &status = m_details.status(DetailSection::Operations);
    return status.asOf.isValid()
               ? reachOf(m_details.operations(), m_details.operationsUntil(), status.atEnd)
               : LogReach();
}

void DetailsPane::showOn(DetailSection section, const SectionStatus &status, const QString &foot)
{
    DetailTab::Content content;
    const bool rows = pageOf(section)->model().rowCount() > 0;
    const bool journalFailed = section == DetailSection::Operations && !m_journalProblem.isEmpty();
    content.foot = rows || status.asOf.isValid() || journalFailed ? foot : QString();
    content.reading = status.state == ReadState::Loading;
    content.hasMore = status.hasMore();
    content.withheld = status.state == ReadState::Withheld;
    pageOf(section)->show(content);
    if (!rows)
        pageOf(section)->showMessage(messageFor(section, status));
}

QString DetailsPane::jsonOf(DetailSection section, const QList<int> &rows) const
{
    const DetailHead head{m_details.cluster()->record, m_details.status(section),
                          sectionWord(section), m_session.dataKind()};
    const auto json = [&] {
        switch (section) {
        case DetailSection::Nodes:
            return detailJson(picked(m_nodes, rows));
        case DetailSection::Jobs:
            return detailJson(picked(m_jobs, rows));
        case DetailSection::Users:
            return detailJson(picked(m_users, rows));
        case DetailSection::Software:
            return detailJson(picked(m_software, rows));
        case DetailSection::Operations: {
            QList<TimelineLine> lines;
            for (const LoggedOperation &operation : picked(m_operations, rows))
                lines.append(operation.line);
            return logJson(lines, logReach());
        }
        }
        Q_UNREACHABLE();
    };
    return QString::fromUtf8(detailDocument(head, json()));
}

void DetailsPane::readJournal()
{
    const std::optional<Cluster> &cluster = m_details.cluster();
    if (!cluster)
        return;
    m_journalRead = true;
    m_batches = m_session.journal().history(cluster->record.id, MostBatches);
    m_journalProblem = m_session.journal().readProblem();
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
    readShownTab();
}

void DetailsPane::hideEvent(QHideEvent *event)
{
    QDockWidget::hideEvent(event);
    m_details.see({});
}

void DetailsPane::keyPressEvent(QKeyEvent *event)
{
    // Back to the table, as from the filter field.
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        m_table.setFocus(Qt::ShortcutFocusReason);
    else
        QDockWidget::keyPressEvent(event);
}

} // namespace clusterdeck
