// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "app/session.h"
#include "ui/accounts/accountcontroller.h"
#include "ui/clusteractions.h"
#include "ui/clusters/table/clusterpane.h"
#include "ui/desktoppresence.h"
#include "ui/editmenu.h"
#include "ui/firststephint.h"
#include "ui/help/guidewindow.h"
#include "ui/helpmenu.h"
#include "ui/operations/activitypane.h"
#include "ui/operations/noticetext.h"
#include "ui/operations/operationcontroller.h"
#include "ui/operations/quitdialog.h"
#include "ui/panecycle.h"
#include "ui/parking/parkcontroller.h"
#include "ui/practicedialog.h"
#include "ui/reports/reportofbatch.h"
#include "ui/settings/settingsdialog.h"
#include "ui/statusline.h"
#include "ui/theme/environment.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/viewmenu.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/windowcontext.h"
#include "ui/words/refusaltext.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace clusterdeck
{

MainWindow::MainWindow(Session &session, Memory memory, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_refresh(
          newAction(this, QStringLiteral("Refresh"), tr("&Refresh"), QStringLiteral("refresh")))
    , m_demo(newAction(this, QStringLiteral("Try the demo"), tr("Try the practice cloud")))
    , m_practice(newAction(this, QStringLiteral("Practise"), tr("&Practise with My Clusters…")))
    , m_leavePractice(
          newAction(this, QStringLiteral("Leave practice"), tr("&Leave the Practice Cloud")))
    , m_presenter(newAction(this, QStringLiteral("Presenter"), tr("&Presenter Mode")))
    , m_showActivity(newAction(this, QStringLiteral("Show activity"), tr("Show activity")))
    , m_settings(new Settings(session.isDemo(), memory, this))
    , m_notices(new MessageBarStack(this))
    , m_controller(new OperationController(session.operationService(), session.clusters(),
                                           session.clock(), this))
    , m_accounts(new AccountController(session, *m_settings, *m_notices, this))
    , m_pane(new ClusterPane(session, *m_accounts, *m_controller, m_demo, this))
    , m_activity(
          new ActivityPane(session.operationService(), session.clock(), batchCommands(), this))
    , m_actions(new ClusterActions(session, *m_pane, *m_controller, this))
    , m_presence(new DesktopPresence(session.operationService(), *m_settings, session.clock(),
                                     m_showActivity, this))
{
    setObjectName(QStringLiteral("MainWindow"));
    if (session.isPresenting())
        m_settings->setPresenting();
    m_presenter->setCheckable(true);
    m_presenter->setChecked(session.isPresenting());
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notices);
    column->addWidget(m_pane, 1);
    setCentralWidget(body);
    setStatusBar(new StatusLine(session, this));
    addDockWidget(Qt::BottomDockWidgetArea, m_activity);
    m_activity->hide();
    m_refresh->setShortcuts(standardKeys(QKeySequence::Refresh, Qt::Key_F5));
    m_refresh->setToolTip(
        tr("Refresh the table (%1)").arg(m_refresh->shortcut().toString(QKeySequence::NativeText)));
    connect(m_refresh, &QAction::triggered, &session, &Session::refresh);
    session.setAttended(
        [table = m_pane->table()] { return table->attended(ClusterFeed::MostReadFirst); });
    connect(m_showActivity, &QAction::triggered, this, &MainWindow::showActivity);
    createToolBar();
    createMenus();
    connectParts();
    m_saving.setSingleShot(true);
    m_saving.setInterval(500);
    connect(&m_saving, &QTimer::timeout, this, &MainWindow::remember);
    chooseFirstSize();
    restore();
    accountsChanged();
    showNotices();
    if (memory == Memory::Kept)
        new FirstStepHint(session, *m_settings, *m_pane, *m_notices);
    if (session.isPresenting())
        tell(QStringLiteral("Presenting"),
             tr("Presenter mode: names, IDs and owners are invented, and nothing can be changed in "
                "this window. Unfinished operations are followed again after you turn it off."));
    m_pane->table()->setFocus();
}

/// Destroying the table hides it, and it may then still emit columnsChanged(): m_saving, which the
/// slot would start, no longer exists at that time.
MainWindow::~MainWindow()
{
    m_session.setAttended({});
    disconnect(m_pane, nullptr, this, nullptr);
    disconnect(m_pane->table(), nullptr, this, nullptr);
}

void MainWindow::createToolBar()
{
    auto *bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("Tools"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({18, 18});
    bar->layout()->setContentsMargins(space::Small, space::Small, space::Medium, space::Small);
    bar->layout()->setSpacing(space::Small);
    if (auto *more = bar->findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button")))
        more->setAccessibleName(tr("More tools"));
    bar->addAction(m_refresh);
    bar->addSeparator();
    bar->addActions(m_actions->verbs());
    auto *spring = new QWidget(bar);
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spring);
    QLineEdit *filter = m_pane->filterField();
    fitPlaceholder(filter, 42);
    bar->addWidget(filter);
    auto *gap = new QWidget(bar);
    gap->setFixedWidth(space::Medium);
    bar->addWidget(gap);
    m_environments = new QWidget(bar);
    new QHBoxLayout(m_environments);
    m_environments->layout()->setContentsMargins(0, 0, 0, 0);
    bar->addWidget(m_environments);
    m_badge = new DemoBadge(bar);
    m_badgeAction = bar->addWidget(m_badge);
    if (m_session.isPresenting())
        bar->addWidget(new PresenterBadge(bar));
}

void MainWindow::createMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->setToolTipsVisible(true);
    m_accounts->addTo(file);
    file->addSeparator();
    file->addActions({m_actions->openPlan(), m_pane->exportShown(), m_practice, m_leavePractice});
    file->addSeparator();
    QAction *settings = newAction(this, QStringLiteral("Settings"), tr("&Settings…"));
    settings->setShortcuts(
        standardKeys(QKeySequence::Preferences, QKeySequence(Qt::CTRL | Qt::Key_Comma)));
    settings->setMenuRole(QAction::PreferencesRole);
    connect(settings, &QAction::triggered, this, [this] {
        const QString dataFolder = m_session.isDemo() ? QString() : m_session.dataFolder();
        (new SettingsDialog(*m_settings, dataFolder, this))->open();
    });
    file->addAction(settings);
    file->addSeparator();
    QAction *quit = file->addAction(tr("&Quit"), this, &QWidget::close);
    quit->setShortcuts(standardKeys(QKeySequence::Quit, QKeySequence(Qt::CTRL | Qt::Key_Q)));
    quit->setMenuRole(QAction::QuitRole);

    menuBar()->addMenu(new EditMenu(*m_pane, m_actions->selectByList(), this));

    QMenu *clusters = menuBar()->addMenu(tr("&Clusters"));
    clusters->setToolTipsVisible(true); // they say why an action is disabled
    clusters->addAction(m_refresh);
    clusters->addSeparator();
    m_actions->addTo(clusters);

    m_view = new ViewMenu(m_session, *m_settings, *m_activity, *m_pane, this);
    m_presence->addTo(m_view);
    const QList<QWidget *> above{findChild<QToolBar *>(QStringLiteral("Tools")), m_notices};
    m_view->addAction(m_presenter);
    m_view->addSeparator();
    m_view->addActions((new PaneCycle(this, above + m_pane->panes()))->actions());
    menuBar()->addMenu(m_view);
    m_view->addWindow(m_actions->parking().show());
    m_actions->parking().sayIn(*m_notices);

    menuBar()->addMenu(new HelpMenu(m_session, *m_accounts, this));
}

void MainWindow::connectParts()
{
    connect(m_practice, &QAction::triggered, this, &MainWindow::askForPractice);
    connect(m_presenter, &QAction::triggered, this, &MainWindow::switchPresenter);
    connect(&m_session, &Session::journalChecked, this, &MainWindow::updatePractice);
    connect(m_pane, &ClusterPane::summaryChanged, this, &MainWindow::updatePractice);
    connect(m_controller, &OperationController::reported, this, [this](const QString &sentence) {
        tell(QStringLiteral("Operation result"), sentence);
    });
    connect(m_actions, &ClusterActions::renamed, &m_session, &Session::refresh);
    connect(m_actions, &ClusterActions::locksNotWritten, this, [this] {
        tell(QStringLiteral("Locks not written"), locksNotWrittenText(m_session.lockStore()));
    });
    connect(&m_session.operationService(), &OperationService::batchFinished, this,
            &MainWindow::batchFinished);
    connect(&m_session.operationService(), &OperationService::listedAgain, this,
            [this](const QList<Cluster> &clusters) {
                // A bar for each, so that none replaces another.
                tell(QStringLiteral("Listed again: %1").arg(clusters.constFirst().record.id),
                     listedAgainText(clusters));
            });
    // A batch also goes on hold when another copy has taken over the journal, which is noticed when
    // a request is to be recorded before it is sent.
    connect(&m_session.operationService(), &OperationService::batchAdded, this,
            [this](BatchRunner *runner) {
                connect(runner, &BatchRunner::holdChanged, this, &MainWindow::showAccessNotice);
            });
    connect(&m_session.operationService(), &OperationService::locksChanged, this,
            &MainWindow::showLocksNotice);
    connect(&m_session, &Session::accountsChanged, this, &MainWindow::accountsChanged);
    connect(&m_session, &Session::journalChecked, this, [this] {
        showAccessNotice();
        showJournalNotices();
    });
    connect(m_pane->table(), &ClusterTable::columnsChanged, this, [this] { m_saving.start(); });
    connect(m_pane, &ClusterPane::memoryChanged, this, [this] { m_saving.start(); });
    connect(m_pane, &ClusterPane::filtersKept, this, &MainWindow::remember);
    connect(m_view, &ViewMenu::changed, this, [this] { m_saving.start(); });
    // SafetySettings has both values, so a change of either sets both.
    const auto applySafety = [this](auto) {
        m_session.operationService().setSafety(safetyFrom(*m_settings));
    };
    m_settings->follow(setting::LowestTier, this, applySafety);
    m_settings->follow(setting::LeastUndoWindow, this, applySafety);
    connect(m_pane->table(), &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_actions->addTo(menu);
        menu->addSeparator();
        menu->addAction(m_pane->table()->copyRows());
        if (QAction *ssh = m_view->copySsh())
            menu->addAction(ssh);
        menu->addAction(m_refresh);
        menu->popup(m_pane->table()->viewport()->mapToGlobal(at));
    });
}

BatchCommands MainWindow::batchCommands()
{
    return {[this](BatchRunner *runner) { m_view->showTimeline(runner); },
            [this](const Batch &batch) {
                m_controller->begin(batch.verb, batch.failed(), batch.givenReason);
            },
            [this](const Batch &batch) {
                saveBatchReport(batch, m_session.journal().events(batch.id), m_session.dataKind(),
                                this);
            }};
}

void MainWindow::tell(const QString &name, const QString &sentence)
{
    m_notices->show(name, Glyph::Warning, StatusColor::Warning, sentence)->addDismiss();
}

/// The messages about the start. Called once; a message disappears when its problem is solved.
void MainWindow::showNotices()
{
    const Journal &journal = m_session.journal();
    if (journal.access() == Journal::Access::Checking) // shown when the check takes long
        m_session.clock().callLater(std::chrono::seconds(1), this, [this] { showAccessNotice(); });
    else
        showAccessNotice();
    if (const QString text = withoutLocksText(journal.fileSystemWithoutLocks()); !text.isEmpty())
        tell(QStringLiteral("Without locks"), text);
    showJournalNotices();
    showLocksNotice();
}

void MainWindow::showJournalNotices()
{
    const Journal &journal = m_session.journalOnDisk();
    if (!journal.setAside().isEmpty())
        tell(QStringLiteral("Damage"), damageText(journal.setAside(), journal.batchCount()));
    if (const QString text = recoveryText(m_session.recovery()); !text.isEmpty()) {
        MessageBar *messageBar =
            m_notices->show(QStringLiteral("Recovery"), Glyph::Info, StatusColor::Busy, text);
        QPushButton *show = messageBar->addButton(m_showActivity->text());
        connect(show, &QPushButton::clicked, m_showActivity, &QAction::trigger);
        messageBar->addDismiss();
    }
}

void MainWindow::showAccessNotice()
{
    const QString name = QStringLiteral("Access");
    const QString text = accessText(m_session.journal(), m_session.clock().utcNow());
    if (text.isEmpty())
        m_notices->remove(name);
    else if (m_session.journal().access() == Journal::Access::Checking)
        m_notices->show(name, Glyph::Info, StatusColor::Busy, text);
    else
        leadToGuide(
            m_notices->show(name, Glyph::Warning, StatusColor::Bad, text)->addButton(tr("Help")),
            GuideTopic::DataFolder);
}

void MainWindow::showActivity()
{
    m_activity->show();
    m_activity->tree()->setFocus();
}

void MainWindow::showLocksNotice()
{
    const QString name = QStringLiteral("Locks unreadable");
    const LockStore &locks = m_session.lockStore();
    const QString text = locksProblemText(locks);
    if (!locks.setAside().isEmpty() && text.isEmpty() && m_notices->find(name))
        tell(QStringLiteral("Locks kept aside"), locksSetAsideText(locks.setAside()));
    m_notices->remove(name);
    if (text.isEmpty())
        return;
    MessageBar *messageBar = m_notices->show(name, Glyph::Lock, StatusColor::Bad, text);
    if (!locks.isUnreadable()) {
        messageBar->addDismiss();
        return;
    }
    QPushButton *button = messageBar->addButton(tr("Locked names…"));
    connect(button, &QPushButton::clicked, m_actions, &ClusterActions::askForLockedNames);
}

void MainWindow::batchFinished(const BatchRunner *runner)
{
    ClusterTable *table = m_pane->table();
    if (const auto left = selectionAfter(runner->batch(), table->selectedKeys()))
        table->select(*left);
}

void MainWindow::accountsChanged()
{
    const bool demo = m_session.isDemo();
    m_badgeAction->setVisible(demo);
    // Qt appends the display name to every window title that does not end with it. It is set first,
    // so that this window's title already ends with it.
    const bool presenting = m_session.isPresenting();
    QGuiApplication::setApplicationDisplayName(demo         ? tr("Clusterdeck – DEMO")
                                               : presenting ? tr("Clusterdeck – PRESENTER")
                                                            : tr("Clusterdeck"));
    setWindowTitle(QGuiApplication::applicationDisplayName());
    m_settings->setDemo(demo);
    m_presence->setDataKind(m_session.dataKind());
    m_accounts->setDataKind(m_session.dataKind());
    setWindowContext(this, {m_session.dataKind(), m_settings->prefix(),
                            [](QWidget *from) { showGuide(from, GuideTopic::Start); }});
    showEnvironments();
    updatePractice();
    m_refresh->setEnabled(!m_session.accounts().isEmpty());
}

/// The actions are disabled while operations are unfinished, including those of an earlier run: the
/// window that replaces this one would not follow them.
void MainWindow::updatePractice()
{
    const bool demo = m_session.isDemo();
    const bool free = !m_session.operationService().hasUnfinished();
    m_demo->setEnabled(free);
    m_practice->setEnabled(free && !demo && m_session.clusters().rowCount() > 0);
    m_presenter->setEnabled(free && !demo);
    m_leavePractice->setEnabled(free);
    m_leavePractice->setVisible(demo);
}

void MainWindow::switchPresenter(bool on)
{
    if (m_session.operationService().hasUnfinished()) { // since the menu was opened
        m_presenter->setChecked(!on);
        updatePractice();
        return;
    }
    m_settings->set(setting::Presenter, on);
    emit presenterWanted(on);
}

void MainWindow::askForPractice()
{
    auto *dialog = new PracticeDialog(this);
    connect(dialog, &PracticeDialog::chosen, this, &MainWindow::practiceWanted);
    dialog->open();
}

void MainWindow::showEnvironments()
{
    qDeleteAll(m_environments->findChildren<EnvironmentBadge *>());
    QList<AccountLabel> labels;
    for (const Account &account : m_session.accounts())
        labels.append(m_session.clusters().label(account.id));
    addBadges(static_cast<QHBoxLayout *>(m_environments->layout()), 0, labels, m_environments);
}

void MainWindow::chooseFirstSize()
{
    const QSize available = screen()->availableSize();
    resize(qMin(1360, available.width() - 40), qMin(820, available.height() - 60));
}

void MainWindow::restore()
{
    restoreGeometry(m_settings->value(setting::Geometry));
    m_pane->table()->setColumns(m_settings->value(setting::Columns));
    m_pane->setMemory(m_settings->value(setting::View));
    m_view->setDetails(m_settings->value(setting::DetailsShown),
                       m_settings->value(setting::DetailsWidth));
    restoreState(m_settings->value(setting::State));
    if (m_session.operationService().batches().isEmpty())
        m_activity->hide(); // the first batch shows it, at its saved position
}

void MainWindow::remember()
{
    m_saving.stop();
    m_settings->set(setting::Geometry, saveGeometry());
    m_settings->set(setting::State, saveState());
    m_settings->set(setting::Columns, m_pane->table()->columns());
    m_settings->set(setting::View, m_pane->memory());
    m_settings->set(setting::DetailsShown, m_view->detailsShown());
    m_settings->set(setting::DetailsWidth, m_view->detailsWidth());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_quitting && m_session.operationService().openItems() > 0) {
        event->ignore();
        askToQuit();
        return;
    }
    remember();
    event->accept();
}

void MainWindow::end()
{
    stopAndClose();
    QCoreApplication::quit();
}

/// Unsent items are cancelled; sent items are followed again after the next start.
void MainWindow::stopAndClose()
{
    for (BatchRunner *runner : m_session.operationService().batches())
        runner->stopTheRest();
    m_quitting = true;
    close();
}

void MainWindow::askToQuit()
{
    if (m_quitDialog) { // already asked: the tray's menu stays usable
        m_quitDialog->raise();
        m_quitDialog->activateWindow();
        return;
    }
    auto *dialog = new QuitDialog(m_session.operationService(), this);
    m_quitDialog = dialog;
    connect(dialog, &QDialog::accepted, this, &MainWindow::stopAndClose);
    dialog->open();
}

} // namespace clusterdeck
