// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "app/session.h"
#include "ui/aboutdialog.h"
#include "ui/clusters/clusterpane.h"
#include "ui/look/badge.h"
#include "ui/look/glyphs.h"
#include "ui/look/metrics.h"
#include "ui/operations/activitypane.h"
#include "ui/operations/operationflow.h"
#include "ui/operations/quitdialog.h"
#include "ui/statusline.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QToolBar>

namespace clusterdeck
{

MainWindow::MainWindow(Session &session, Memory memory, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_memory(memory)
    , m_pane(new ClusterPane(session, this))
    , m_activity(new ActivityPane(session.desk(), session.clock(), this))
    , m_flow(new OperationFlow(session, this))
    , m_status(new StatusLine(session, this))
{
    setObjectName(QStringLiteral("MainWindow"));
    setCentralWidget(m_pane);
    setStatusBar(m_status);
    addDockWidget(Qt::BottomDockWidgetArea, m_activity);
    m_activity->hide();
    createActions();
    createToolBar();
    createMenus();
    connectRooms();
    m_saving.setSingleShot(true);
    m_saving.setInterval(500);
    connect(&m_saving, &QTimer::timeout, this, &MainWindow::remember);
    chooseFirstSize();
    restore();
    accountsChanged();
    updateActions();
    m_pane->table()->setFocus();
}

MainWindow::~MainWindow() = default;

QAction *MainWindow::newAction(const QString &name, const QString &text, const QString &icon,
                               const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    if (!icon.isEmpty())
        action->setIcon(lineIcon(icon));
    action->setShortcut(shortcut);
    return action;
}

void MainWindow::createActions()
{
    m_refresh = newAction(QStringLiteral("Refresh"), tr("Refresh"), QStringLiteral("refresh"),
                          QKeySequence(Qt::Key_F5));
    m_start = newAction(QStringLiteral("Start"), tr("Start"), QStringLiteral("start"), {});
    m_stop = newAction(QStringLiteral("Stop"), tr("Stop"), QStringLiteral("stop"), {});
    m_delete = newAction(QStringLiteral("Delete"), tr("Delete…"), QStringLiteral("delete"),
                         QKeySequence(Qt::Key_Delete));
    m_selectAll = newAction(QStringLiteral("SelectAll"), tr("Select All Shown"), {},
                            QKeySequence(QKeySequence::SelectAll));
    m_find = newAction(QStringLiteral("Find"), tr("Filter"), {}, QKeySequence(QKeySequence::Find));
    m_start->setToolTip(tr("Start the selected clusters that are stopped"));
    m_stop->setToolTip(tr("Stop the selected clusters that are active"));
    m_delete->setToolTip(tr("Delete the selected clusters: asks first (Del)"));
    m_refresh->setToolTip(tr("Read the clusters again (F5)"));

    // These belong to the table: elsewhere the keys mean something else.
    for (QAction *action : {m_delete, m_selectAll}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_pane->table()->addAction(action);
    }
    connect(m_refresh, &QAction::triggered, &m_session, &Session::refresh);
    connect(m_start, &QAction::triggered, this, [this] { begin(Verb::Start); });
    connect(m_stop, &QAction::triggered, this, [this] { begin(Verb::Stop); });
    connect(m_delete, &QAction::triggered, this, [this] { begin(Verb::Delete); });
    connect(m_selectAll, &QAction::triggered, m_pane->table(), &QTableView::selectAll);
    connect(m_find, &QAction::triggered, this, [this] {
        m_pane->filterField()->setFocus(Qt::ShortcutFocusReason);
        m_pane->filterField()->selectAll();
    });
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
    bar->addAction(m_refresh);
    bar->addSeparator();
    bar->addActions({m_start, m_stop, m_delete});
    auto *spring = new QWidget(bar);
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spring);
    QLineEdit *filter = m_pane->filterField();
    filter->setFixedWidth(fontMetrics().averageCharWidth() * 42);
    bar->addWidget(filter);
    auto *gap = new QWidget(bar);
    gap->setFixedWidth(space::Medium);
    bar->addWidget(gap);
    m_badge = new DemoBadge(bar);
    m_badgeAction = bar->addWidget(m_badge);
}

void MainWindow::createMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    QAction *quit =
        file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);
    quit->setMenuRole(QAction::QuitRole);

    QMenu *clusters = menuBar()->addMenu(tr("&Clusters"));
    clusters->addAction(m_refresh);
    clusters->addSeparator();
    clusters->addActions({m_start, m_stop, m_delete});
    clusters->addSeparator();
    clusters->addActions({m_selectAll, m_find});

    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addAction(m_activity->toggleViewAction());
    QAction *reset = view->addAction(tr("&Reset Columns"));
    connect(reset, &QAction::triggered, this, [this] {
        m_pane->table()->resetColumns();
        m_saving.start();
    });
    createThemeMenu(view);

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    QAction *about = help->addAction(tr("&About Clusterdeck"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, [this] { (new AboutDialog(this))->open(); });
}

void MainWindow::createThemeMenu(QMenu *view)
{
    QMenu *menu = view->addMenu(tr("&Theme"));
    m_themes = new QActionGroup(this);
    const std::pair<Theme, QString> themes[] = {
        {Theme::System, tr("&System")}, {Theme::Light, tr("&Light")}, {Theme::Dark, tr("&Dark")}};
    for (const auto &[theme, text] : themes) {
        QAction *action = m_themes->addAction(text);
        action->setCheckable(true);
        action->setData(int(theme));
        menu->addAction(action);
    }
    m_themes->actions().first()->setChecked(true);
    connect(m_themes, &QActionGroup::triggered, this, [this](QAction *action) {
        setTheme(Theme(action->data().toInt()));
        m_saving.start();
    });
}

void MainWindow::connectRooms()
{
    connect(m_pane, &ClusterPane::summaryChanged, this, &MainWindow::updateActions);
    connect(m_pane, &ClusterPane::shownChanged, this,
            [this] { m_status->setShown(m_pane->shown()); });
    connect(m_pane, &ClusterPane::tryAgainWanted, &m_session, &Session::refresh);
    connect(m_pane, &ClusterPane::demoWanted, this, &MainWindow::demoWanted);
    connect(m_pane, &ClusterPane::readingCancelled, m_flow, &OperationFlow::cancel);
    connect(m_flow, &OperationFlow::readingChanged, m_pane, &ClusterPane::showReading);
    connect(m_flow, &OperationFlow::readingChanged, this, &MainWindow::updateActions);
    connect(&m_session, &Session::accountOpened, this, &MainWindow::accountsChanged);
    connect(m_pane->table(), &ClusterTable::columnsChanged, this, [this] { m_saving.start(); });
    connect(m_pane->table(), &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions({m_start, m_stop, m_delete});
        menu->addSeparator();
        menu->addAction(m_refresh);
        menu->popup(m_pane->table()->viewport()->mapToGlobal(at));
    });
    m_status->setShown(m_pane->shown());
}

void MainWindow::updateActions()
{
    const SelectionSummary &summary = m_pane->summary();
    const bool free = !m_flow->isBusy();
    m_delete->setEnabled(free && summary.allowing(Verb::Delete) > 0);
    m_stop->setEnabled(free && summary.allowing(Verb::Stop) > 0);
    m_start->setEnabled(free && summary.allowing(Verb::Start) > 0);
    m_refresh->setEnabled(!m_session.accounts().isEmpty());
}

void MainWindow::begin(Verb verb)
{
    // The ids are taken here, once. Whatever is selected from now on does not matter.
    m_flow->begin(verb, m_pane->table()->selectedKeys());
}

bool MainWindow::isDemo() const
{
    const QList<Account> &accounts = m_session.accounts();
    return std::any_of(accounts.begin(), accounts.end(),
                       [](const Account &account) { return account.demo; });
}

void MainWindow::accountsChanged()
{
    const bool demo = isDemo();
    m_badgeAction->setVisible(demo);
    setWindowTitle(demo ? tr("Clusterdeck – DEMO") : tr("Clusterdeck"));
    updateActions();
}

void MainWindow::setTheme(Theme theme)
{
    if (theme != m_theme)
        applyTheme(theme);
    m_theme = theme;
    for (QAction *action : m_themes->actions())
        action->setChecked(action->data().toInt() == int(theme));
}

void MainWindow::chooseFirstSize()
{
    const QSize available = screen()->availableSize();
    resize(qMin(1360, available.width() - 40), qMin(820, available.height() - 60));
}

QString MainWindow::key(const char *name) const
{
    // What one does in the demo must not rearrange the window one works in.
    return (isDemo() ? QStringLiteral("demo/") : QStringLiteral("main/")) + QLatin1String(name);
}

void MainWindow::restore()
{
    if (m_memory == Memory::None)
        return;
    const QSettings settings;
    restoreGeometry(settings.value(key("geometry")).toByteArray());
    m_pane->table()->setColumns(settings.value(key("columns")).toByteArray());
    const int theme = settings.value(key("theme")).toInt();
    if (theme > int(Theme::System) && theme <= int(Theme::Dark))
        setTheme(Theme(theme));
}

void MainWindow::remember()
{
    m_saving.stop();
    if (m_memory == Memory::None)
        return;
    QSettings settings;
    settings.setValue(key("geometry"), saveGeometry());
    settings.setValue(key("columns"), m_pane->table()->columns());
    settings.setValue(key("theme"), int(m_theme));
    // Without this the values are written some time later, and lost when the program is killed.
    settings.sync();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_quitting && m_session.desk().openItems() > 0) {
        event->ignore();
        askToQuit();
        return;
    }
    remember();
    event->accept();
}

void MainWindow::askToQuit()
{
    auto *dialog = new QuitDialog(m_session.desk().openItems(), this);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_quitting = true;
        close();
    });
    dialog->open();
}

} // namespace clusterdeck
