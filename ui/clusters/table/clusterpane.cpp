// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/table/clusterpane.h"

#include "app/session.h"
#include "ui/accounts/accountcontroller.h"
#include "ui/clusters/filter/filterbar.h"
#include "ui/clusters/filter/filtersmenu.h"
#include "ui/clusters/filter/filtertext.h"
#include "ui/clusters/table/emptystate.h"
#include "ui/clusters/table/selectionbar.h"
#include "ui/history/exportdialog.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/glyphs.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"
#include "ui/words/errortext.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace clusterdeck
{

ClusterPane::ClusterPane(Session &session, AccountController &accounts,
                         OperationController &controller, QAction *demo, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_accounts(accounts)
    , m_demo(demo)
    , m_view(session.clusters())
    , m_model(m_view, session.operationService(), session.clock())
    , m_table(new ClusterTable(m_model, session.clusters(), this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_filter(new QLineEdit(this))
    , m_showAll(newAction(this, QStringLiteral("Show all"), tr("Show &All Clusters")))
    , m_named(new FiltersMenu(
          [this] { return currentFilter(); },
          [this](const NamedFilter &filter) { return filterText(filter, m_session.clusters()); },
          m_showAll, this))
    , m_chips(new FilterBar(session.clusters(), *m_named, m_showAll, this))
    , m_chipsShown(new QAction(tr("Filter &Bar"), this))
    , m_export(newAction(this, QStringLiteral("Export clusters"), tr("&Export Shown Clusters…")))
    , m_notes(new MessageBarStack(this))
    , m_bar(new SelectionBar(*this, controller))
{
    createFilterField();
    createFilters();
    layOut();
    m_filter->installEventFilter(this);
    m_nextPart.setInterval(0);
    connect(&m_nextPart, &QTimer::timeout, this, &ClusterPane::continueSummary);
    connect(m_table, &ClusterTable::selectedKeysChanged, this, &ClusterPane::selectionChanged);
    connect(m_table, &ClusterTable::columnsChanged, this, &ClusterPane::memoryChanged);
    connect(&session.operationService(), &OperationService::itemChanged, this,
            &ClusterPane::updateSummary);
    connect(&session.operationService(), &OperationService::batchAdded, this,
            &ClusterPane::updateSummary);
    connect(&session.operationService(), &OperationService::locksChanged, this,
            &ClusterPane::updateSummary);
    connect(&session.operationService(), &OperationService::locksChanged, &m_view,
            &ClusterView::filterAgain);
    connect(&session.clusters(), &ClusterModel::updateEnds, this,
            [this](const ClusterUpdate &update) {
                if (!update.removed.isEmpty())
                    m_nextPart.stop(); // the row numbers are no longer right
                updateSummary();
            });
    connect(&session.clusters(), &ClusterModel::labelsChanged, m_chips, &FilterBar::showCriteria);
    connect(&session, &Session::statusChanged, &m_view, &ClusterView::filterAgain);
    connect(&session, &Session::statusChanged, this, &ClusterPane::updatePage);
    connect(&session, &Session::accountsChanged, this, &ClusterPane::updatePage);
    connect(&session.book(), &AccountBook::entriesChanged, this, &ClusterPane::updatePage);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &ClusterPane::updatePage);
    connect(m_demo, &QAction::enabledChanged, this, &ClusterPane::updatePage);
    updatePage();
    updateSummary();
}

void ClusterPane::createFilterField()
{
    m_filter->setObjectName(QStringLiteral("Filter clusters"));
    m_filter->setAccessibleName(tr("Filter clusters"));
    m_filter->setPlaceholderText(tr("Filter by name, ID, owner…"));
    addSearchIcon(m_filter);
    // Qt's own clear button would load every image plugin before the window is first painted.
    auto *clear = new QAction(lineIcon(QStringLiteral("clear")), tr("Clear filter"), m_filter);
    clear->setObjectName(QStringLiteral("Clear filter"));
    m_filter->addAction(clear, QLineEdit::TrailingPosition);
    clear->setVisible(false); // after addAction(): the button only follows later changes
    connect(clear, &QAction::triggered, m_filter, &QLineEdit::clear);
    connect(m_filter, &QLineEdit::textChanged, clear,
            [clear](const QString &text) { clear->setVisible(!text.isEmpty()); });
    connect(m_filter, &QLineEdit::textChanged, this,
            [this](const QString &text) { setFilter(text, m_view.criteria()); });
}

void ClusterPane::createFilters()
{
    m_view.setSurroundings({[this] { return m_session.clock().utcNow(); },
                            [this](const ClusterKey &key, const QString &name) {
                                return m_session.operationService().locks().covers(key, name);
                            }});
    m_chipsShown->setObjectName(QStringLiteral("Filter bar"));
    m_chipsShown->setCheckable(true);
    m_chipsShown->setChecked(true);
    connect(m_chipsShown, &QAction::toggled, this, [this] {
        updateFilters();
        emit memoryChanged();
    });
    connect(m_chips, &FilterBar::picked, this,
            [this](const FilterCriteria &criteria) { setFilter(m_filter->text(), criteria); });
    m_showAll->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
    addAction(m_showAll);
    connect(m_showAll, &QAction::triggered, this, &ClusterPane::clearFilter);
    connect(m_named, &FiltersMenu::chosen, this, &ClusterPane::applyNamed);
    connect(m_named, &FiltersMenu::filtersChanged, this, &ClusterPane::filtersKept);
    connect(m_export, &QAction::triggered, this, &ClusterPane::askForExport);
}

/// The rows are read when the file is written, not when the dialog opens.
void ClusterPane::askForExport()
{
    ExportContent content;
    content.name = QStringLiteral("clusters");
    content.csv = [this](const CsvOptions &options) {
        QList<ClusterColumn> columns;
        for (const int column : shownColumns(*m_table))
            columns.append(ClusterColumn(column));
        const ClusterCells cells = clusterCells(m_view, columns);
        return csvTable(cells.head, cells.rows, options);
    };
    content.json = [this] {
        return clustersDocument(m_view, m_session.listedAccounts(), m_session.dataKind());
    };
    (new ExportDialog(content, window()))->open();
}

void ClusterPane::layOut()
{
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_chips);
    column->addWidget(m_notes);
    column->addWidget(m_stack, 1);
    column->addWidget(m_bar);
    setTabOrder(m_chips->findChildren<QWidget *>().constLast(), m_table); // from the top down
}

QList<QWidget *> ClusterPane::panes() const
{
    return {m_chips, m_notes, m_stack, m_bar};
}

ClusterPane::Page ClusterPane::currentPage() const
{
    if (m_view.rowCount() > 0)
        return Page::Table;
    if (m_session.clusters().rowCount() > 0)
        return Page::NothingMatches;
    if (m_session.accounts().isEmpty())
        return pageWithoutAccount();
    bool everyOneRead = true;
    for (const ClusterFeed *feed : m_session.feeds()) {
        if (feed->error() && !feed->isRefreshing())
            return Page::Failed;
        everyOneRead = everyOneRead && feed->asOf().isValid();
    }
    return everyOneRead ? Page::Empty : Page::Loading;
}

ClusterPane::Page ClusterPane::pageWithoutAccount() const
{
    if (m_session.isPresenting())
        return Page::Presenting;
    const QList<AccountEntry> &entries = m_session.book().entries();
    const bool waits = std::any_of(entries.begin(), entries.end(), [](const AccountEntry &entry) {
        return entry.status == AccountStatus::WaitsForKey;
    });
    return entries.isEmpty() ? Page::NoAccount : waits ? Page::Waiting : Page::NoneOpen;
}

/// The errors of all accounts, with their names if several are open.
QString ClusterPane::failureText() const
{
    const bool several = m_session.feeds().size() > 1;
    QStringList lines;
    for (const ClusterFeed *feed : m_session.feeds()) {
        if (!feed->error())
            continue;
        const QString error = errorText(*feed->error());
        const QString name = m_session.clusters().label(feed->account()).name;
        lines.append(several ? labelled(shownLine(name, LongestNameShown), error) : error);
        if (const QString said = providerText(*feed->error()); !said.isEmpty())
            lines.append(said);
    }
    return lines.mid(0, MostLines).join(u'\n');
}

void ClusterPane::updatePage()
{
    const Page page = currentPage();
    m_bar->setVisible(isInUse());
    updateFilters();
    if (page != Page::Table)
        describe(page);
    if (page != m_page) {
        m_page = page;
        m_stack->setCurrentWidget(page == Page::Table ? static_cast<QWidget *>(m_table) : m_empty);
        // Hiding the table moves the focus to its neighbour, the filter; when the first rows
        // arrive, the table gets the focus back.
        if (page == Page::Table && !m_filter->isModified() && !m_everHadRows)
            m_table->setFocus();
        m_everHadRows = m_everHadRows || page == Page::Table;
    }
}

void ClusterPane::describe(Page page)
{
    const auto refresh = [this] { m_session.refresh(); };
    const EmptyState::Button accounts{tr("Show accounts…"), [this] { m_accounts.manage(); }};
    QList<EmptyState::Button> practice;
    QString orPractice;
    if (m_demo->isEnabled()) {
        orPractice = tr("You can also try everything in the built-in practice cloud, without an "
                        "account.");
        practice.append({m_demo->text(), [this] { m_demo->trigger(); }});
    }
    const DataKind dataKind = m_session.dataKind();
    QList<EmptyState::Button> afterFailure{{tr("Try again"), refresh}};
    QList<EmptyState::Button> afterNothing{{tr("Refresh"), refresh}};
    if (dataKind != DataKind::Presenter)
        afterFailure.append({tr("Check connection…"), [this] { m_accounts.checkAny(); }});
    if (dataKind == DataKind::Real) {
        afterFailure.append(accounts);
        afterNothing += practice;
    }
    switch (page) {
    case Page::NoAccount:
        return m_empty->show(
            {QStringLiteral("cloud"), tr("No cloud is connected"),
             sentences({tr("Connect your own cloud with an access key, or import a key that the "
                           "provider's tools use on this computer."),
                        orPractice}),
             QList<EmptyState::Button>{{tr("Add an account…"), [this] { m_accounts.add(); }},
                                       {tr("Import a key…"), [this] { m_accounts.import(); }}} +
                 practice});
    case Page::NoneOpen:
        return m_empty->show({QStringLiteral("cloud"), tr("No account is open"),
                              tr("The saved accounts are closed or need their secrets."),
                              QList<EmptyState::Button>{accounts} + practice});
    case Page::Waiting:
        return m_empty->show({QStringLiteral("cloud"),
                              tr("Opening the accounts…"),
                              tr("Waiting for their secrets from the keychain. If it asks, answer "
                                 "in its own window."),
                              {accounts}});
    case Page::Presenting:
        return m_empty->show(
            {QStringLiteral("cloud"),
             tr("No account is open"),
             tr("Presenter mode shows the saved accounts that the keychain opens without a "
                "question. To add or to open accounts, turn it off in the View menu."),
             {}});
    case Page::Loading:
        return m_empty->show({QStringLiteral("nodes"), tr("Reading clusters…"), {}, {}});
    case Page::Failed:
        return m_empty->show({QStringLiteral("cloud"), tr("The clusters could not be read"),
                              failureText(), afterFailure});
    case Page::Empty:
        return m_empty->show({QStringLiteral("nodes"), tr("No clusters"),
                              m_session.accounts().size() == 1
                                  ? tr("This account has no clusters in this zone.")
                                  : tr("These accounts have no clusters in their zones."),
                              afterNothing});
    case Page::NothingMatches:
        return m_empty->show({QStringLiteral("search"),
                              tr("Nothing matches the filter"),
                              nothingMatchesText(),
                              {{tr("Clear filter"), [this] { clearFilter(); }}}});
    case Page::Table:
        return;
    }
}

void ClusterPane::summarizeSelection()
{
    m_summarizeAgain = false;
    m_summarizer.begin(m_table->selectedSourceRows());
    m_summarizer.goOn(m_session.clusters(), m_session.operationService());
    m_nextPart.start();
    showSummary();
}

/// For other changes than a new selection. A count that is running is completed first and then
/// repeated: restarted, it would never end while changes are frequent. The old summary stays
/// visible until then.
void ClusterPane::updateSummary()
{
    if (m_nextPart.isActive()) {
        m_summarizeAgain = true;
        return;
    }
    m_summarizer.begin(m_table->selectedSourceRows());
    m_nextPart.start();
    continueSummary();
}

void ClusterPane::continueSummary()
{
    m_summarizer.goOn(m_session.clusters(), m_session.operationService());
    if (m_summarizer.isComplete())
        showSummary();
}

void ClusterPane::showSummary()
{
    m_summary = m_summarizer.summary();
    m_summary.hidden = m_table->hiddenCount();
    if (m_summary.isComplete)
        m_nextPart.stop();
    m_bar->show(m_summary);
    emit summaryChanged();
    if (m_summary.isComplete && std::exchange(m_summarizeAgain, false))
        updateSummary();
}

bool ClusterPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        if (m_filter->text().isEmpty())
            m_table->setFocus();
        m_filter->clear();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_page == Page::Table)
            m_table->enter();
        return true;
    default:
        return false;
    }
}

} // namespace clusterdeck
