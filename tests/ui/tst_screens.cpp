// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountform.h"
#include "tests/ui/demowindow.h"
#include "tests/ui/overflow.h"
#include "tests/ui/parts.h"
#include "tests/ui/pseudotranslator.h"
#include "ui/accounts/accountdialog.h"
#include "ui/accounts/checkdialog.h"
#include "ui/charts/chartpage.h"
#include "ui/charts/chartswindow.h"
#include "ui/clusters/details/detailspane.h"
#include "ui/help/guidewindow.h"
#include "ui/operations/quitdialog.h"
#include "ui/text/language.h"
#include "ui/theme/clearstyle.h"
#include "ui/theme/palette.h"
#include "ui/theme/resources.h"
#include "ui/widgets/window.h"
#include "ui/widgets/windowcontext.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QFontDatabase>
#include <QPainter>
#include <QProgressBar>
#include <QScreen>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QUrl>

using namespace clusterdeck;

/// Opens the windows of the real program with the practice cloud, checks that all text fits, and
/// saves screenshots. Environment variables set the options:
/// CLUSTERDECK_SCREENS: the folder for the screenshots; without it none are saved.
/// CLUSTERDECK_SCREENS_LANGUAGE: "en", "zh_CN", or "pseudo" for PseudoTranslator.
/// CLUSTERDECK_SCREENS_THEME: "dark", otherwise light. Qt reads QT_SCALE_FACTOR and QT_FONT_DPI.
/// CLUSTERDECK_SCREENS_FONT: a font family, such as a Chinese desktop's; otherwise the default.
class TestScreens : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { end(); }
    void firstRun();
    void table();
    void details();
    void confirmation();
    void firstDeletion();
    void activity();
    void history();
    void charts();
    void help();
    void settings();
    void accounts();
    void clusterDialogs();
    void unreachable();

private:
    /// Checks a window and saves its screenshot, with the main window behind it unless `alone` is
    /// true.
    void look(const QString &name, QWidget *window, bool alone = false);
    void lookAtDialog(const QString &name, const char *actionName);
    /// Checks that names and ids of the first rows of the confirmation are readable.
    void lookAtRows();
    [[nodiscard]] QWidget *historyWindow() const { return part<QWidget>(m_window, "History"); }
    /// The practice cloud's earlier operations come from its log.
    [[nodiscard]] int batchesInHistory() const
    {
        return part<QTableView>(historyWindow(), "Batches")->model()->rowCount();
    }
    /// The dialogs and windows of the main window.
    [[nodiscard]] QList<QWidget *> openWindows() const
    {
        QList<QWidget *> windows;
        for (QWidget *one : m_window->findChildren<QWidget *>()) {
            if (qobject_cast<QDialog *>(one) || qobject_cast<Window *>(one))
                windows.append(one);
        }
        return windows;
    }
    void closeDialogs();
    [[nodiscard]] static QString setting(const char *name) { return qEnvironmentVariable(name); }

    PseudoTranslator m_pseudo;
    int m_number = 0;
};

void TestScreens::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck-test"));
    QCoreApplication::setApplicationName(QStringLiteral("clusterdeck-screens"));
    const QString language = setting("CLUSTERDECK_SCREENS_LANGUAGE");
    loadResources(*qApp, language == u"pseudo" ? QStringLiteral("en") : language);
    if (language == u"pseudo")
        QVERIFY(QCoreApplication::installTranslator(&m_pseudo));
    QSettings().clear();
    if (const QString family = setting("CLUSTERDECK_SCREENS_FONT"); !family.isEmpty()) {
        QVERIFY2(QFontDatabase::families().contains(family), qPrintable(family));
        QApplication::setFont(QFont(family, QApplication::font().pointSize()));
    }
    useClearStyle();
    applyTheme(setting("CLUSTERDECK_SCREENS_THEME") == u"dark" ? Theme::Dark : Theme::Light);
}

void TestScreens::init()
{
    begin();
    const QSize room = m_window->screen()->availableSize();
    m_window->resize(QSize(1360, 820).boundedTo(room));
}

void TestScreens::look(const QString &name, QWidget *window, bool alone)
{
    QVERIFY2(window && window->isVisible(), qPrintable(name));
    // Waits for layouts and later size calculations. A window whose layout is final posts no
    // further events.
    for (int round = 0; round < 3; ++round)
        QCoreApplication::processEvents();
    const QStringList faults = overflowsIn(window) + unnamedIn(window) + unreachedByTab(window);
    const QString folder = setting("CLUSTERDECK_SCREENS");
    ++m_number;
    if (!folder.isEmpty()) {
        QPixmap shot = alone ? window->grab() : m_window->grab();
        if (window != m_window.get() && !alone) {
            QPainter painter(&shot);
            painter.setOpacity(0.3);
            painter.fillRect(m_window->rect(), m_window->palette().color(QPalette::Shadow));
            painter.setOpacity(1);
            const QPoint at = m_window->rect().center() - window->rect().center();
            painter.fillRect(QRect(at, window->size()).adjusted(-1, -1, 1, 1),
                             m_window->palette().color(QPalette::Shadow));
            painter.drawPixmap(at, window->grab());
        }
        QVERIFY(shot.save(QDir(folder).filePath(
            QStringLiteral("%1-%2.png").arg(m_number, 2, 10, QChar(u'0')).arg(name))));
    }
    for (const QString &fault : faults)
        qWarning("%s: %s", qPrintable(name), qPrintable(fault));
    if (!faults.isEmpty())
        QFAIL(qPrintable(name +
                         QStringLiteral(": %1 that do not fit, have no name or are not reached")
                             .arg(faults.size())));
}

void TestScreens::lookAtRows()
{
    const QTableView *rows = dialog().table();
    const int wanted = qMin(3, rows->model()->rowCount());
    QVERIFY2(rows->rowAt(rows->viewport()->height() - 1) >= wanted ||
                 rows->viewport()->height() >= wanted * rows->rowHeight(0),
             qPrintable(QStringLiteral("%1 of %2 rows of %3")
                            .arg(rows->viewport()->height())
                            .arg(wanted)
                            .arg(rows->rowHeight(0))));
    const QRect seen = rows->viewport()->rect();
    for (const char *column : {"name", "id"}) {
        const QRect cell = rows->visualRect(dialog().cell(0, column));
        QVERIFY(seen.contains(cell));
        QVERIFY(cell.width() >= 12 * rows->fontMetrics().horizontalAdvance(u'0'));
    }
    // No other widget of the dialog covers the rows.
    const QPoint middle = rows->viewport()->mapTo(dialog().data(), seen.center());
    QCOMPARE(dialog()->childAt(middle), rows->viewport());
}

void TestScreens::lookAtDialog(const QString &name, const char *actionName)
{
    action(actionName)->trigger();
    QWidget *found = nullptr;
    for (QWidget *one : openWindows())
        found = one->isVisible() ? one : found;
    look(name, found);
    closeDialogs();
}

void TestScreens::closeDialogs()
{
    for (QWidget *one : openWindows())
        one->close();
    QTRY_VERIFY(openWindows().isEmpty());
}

void TestScreens::firstRun()
{
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    look(QStringLiteral("first-run"), m_window.get());
}

void TestScreens::table()
{
    openDemo();
    selectDeletable(5);
    look(QStringLiteral("table"), m_window.get());
    filter()->setText(QStringLiteral("nothing like this"));
    QTRY_COMPARE(m_window->pane()->shown(), 0);
    look(QStringLiteral("nothing-found"), m_window.get());
}

void TestScreens::details()
{
    openDemo();
    DemoWindow::table()->setCurrentIndex(DemoWindow::table()->model()->index(1, 0));
    action("Details")->setChecked(true);
    m_clock.skip(ClusterDetails::Settle);
    look(QStringLiteral("details"), m_window.get());
    auto *pane = m_window->findChild<DetailsPane *>();
    QVERIFY(pane);
    auto *tabs = pane->findChild<QTabWidget *>();
    for (int tab = 1; tabs && tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        m_clock.skip(ClusterDetails::Settle);
        QTRY_COMPARE(pane->details().status(DetailSection(tab - 1)).state, ReadState::Ready);
        look(QStringLiteral("details-%1").arg(tab + 1), m_window.get());
    }
}

void TestScreens::confirmation()
{
    openDemo();
    selectDeletable(1);
    ask("Delete");
    look(QStringLiteral("confirmation-one"), dialog());
    lookAtRows();
    // As on a smaller screen.
    dialog()->resize(QSize(1000, 700).boundedTo(dialog()->size()));
    look(QStringLiteral("confirmation-small"), dialog());
    lookAtRows();
    closeDialogs();
    selectDeletable(3);
    ask("Delete");
    look(QStringLiteral("confirmation"), dialog());
    lookAtRows();
    closeDialogs();
    DemoWindow::table()->selectAll();
    ask("Delete");
    look(QStringLiteral("confirmation-many"), dialog());
    lookAtRows();
    closeDialogs();
    ask("Stop");
    look(QStringLiteral("confirmation-stop"), dialog());
    lookAtRows();
    closeDialogs();
    // As with a real account: more buttons.
    const QList<ClusterKey> keys = DemoWindow::table()->selectedKeys();
    std::optional<Plan> plan;
    m_session->operationService().plan(Verb::Delete, keys.mid(0, 12), this,
                                       [&](const Plan &made) { plan = made; });
    QTRY_VERIFY(plan);
    auto *parent = new QWidget(m_window.get());
    setWindowContext(parent, {});
    auto *own = new ConfirmDialog(
        *plan, {{QStringLiteral("demo"), {QStringLiteral("lab"), QStringLiteral("jn1a")}}}, m_clock,
        parent);
    own->open();
    look(QStringLiteral("confirmation-own"), own);
    for (const char *name : {"Save plan", "Tell owners"}) {
        part<QPushButton>(own, name)->click();
        auto *next = own->findChild<QDialog *>(QLatin1String(name));
        look(QString::fromLatin1(name).toLower().replace(u' ', u'-'), next);
        next->close();
        QTRY_VERIFY(!own->findChild<QDialog *>(QLatin1String(name)));
    }
}

/// The steps and screenshots of resources/guide/en/first-deletion.md.
void TestScreens::firstDeletion()
{
    end();
    begin(false, 60);
    openDemo();
    m_window->resize(QSize(960, 560).boundedTo(m_window->screen()->availableSize()));
    QTest::keyClicks(filter(), QStringLiteral("crash"));
    look(QStringLiteral("guide-filter"), m_window.get());
    selectDeletable(3);
    look(QStringLiteral("guide-select"), m_window.get());
    ask("Delete");
    dialog()->resize(QSize(960, 520).boundedTo(dialog()->size()));
    look(QStringLiteral("guide-question"), dialog(), true);
    dialog().giveWhatIsAsked();
    m_clock.skip(ConfirmDialog::DeadTime);
    look(QStringLiteral("guide-confirm"), dialog(), true);
    BatchRunner *runner = confirm();
    QVERIFY(runner);
    look(QStringLiteral("guide-countdown"), m_window.get());
    runner->sendNow();
    skipUntilAllEnded();
    QCOMPARE(runner->batch().counts().value(ItemState::Done), 3);
    look(QStringLiteral("guide-done"), m_window.get());
}

void TestScreens::activity()
{
    openDemo();
    BatchRunner *runner = deleteSome(3);
    QVERIFY(runner);
    look(QStringLiteral("activity-countdown"), m_window.get());
    auto *quit = new QuitDialog(m_session->operationService(), m_window.get());
    quit->open();
    look(QStringLiteral("quit"), quit);
    quit->close();
    runner->sendNow();
    QTRY_VERIFY(runner->batch().counts().value(ItemState::Running) > 0);
    look(QStringLiteral("activity-running"), m_window.get());
    skipUntilAllEnded();
    look(QStringLiteral("activity-done"), m_window.get());
    action("History")->trigger();
    QTRY_VERIFY(historyWindow());
    QTRY_VERIFY(batchesInHistory() > 10);
    look(QStringLiteral("history-own"), historyWindow());
    part<QTabWidget>(historyWindow(), "Pages")
        ->findChildren<QTabWidget *>()
        .first()
        ->setCurrentIndex(1);
    look(QStringLiteral("history-events"), historyWindow());
}

void TestScreens::history()
{
    openDemo();
    action("History")->trigger();
    QTRY_VERIFY(historyWindow());
    QTRY_VERIFY(batchesInHistory() > 10);
    look(QStringLiteral("history"), historyWindow());
    part<QTabWidget>(historyWindow(), "Pages")->setCurrentIndex(1);
    look(QStringLiteral("history-deleted"), historyWindow());
}

void TestScreens::charts()
{
    openDemo();
    auto *window = new ChartsWindow(*m_session, *DemoWindow::table(), m_window.get());
    window->show();
    auto *tabs = window->findChild<QTabWidget *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        const auto *page = qobject_cast<ChartPage *>(tabs->currentWidget());
        QTRY_VERIFY(page->table()->model()->rowCount() > 0);
        look(QStringLiteral("charts-%1").arg(tab + 1), window);
    }
}

void TestScreens::help()
{
    openDemo();
    action("Guide")->trigger();
    auto *guide = m_window->findChild<GuideWindow *>();
    QVERIFY(guide);
    look(QStringLiteral("guide"), guide);
    emit guide->browser()->anchorClicked(QUrl(QStringLiteral("first-deletion.md")));
    look(QStringLiteral("guide-page"), guide);
    closeDialogs();
    lookAtDialog(QStringLiteral("shortcuts"), "Shortcuts");
    lookAtDialog(QStringLiteral("safety-guarantees"), "Safety guarantees");
    lookAtDialog(QStringLiteral("about"), "About");
    action("Connection report")->trigger();
    auto *check = m_window->findChild<CheckDialog *>();
    QTRY_VERIFY(part<QPushButton>(check, "Copy report")->isEnabled());
    look(QStringLiteral("connection-report"), check);
}

void TestScreens::settings()
{
    openDemo();
    lookAtDialog(QStringLiteral("settings"), "Settings");
}

void TestScreens::accounts()
{
    m_window->show();
    lookAtDialog(QStringLiteral("accounts"), "Accounts");
    action("Add account")->trigger();
    auto *add = m_window->findChild<AccountDialog *>();
    look(QStringLiteral("add-account"), add);
    closeDialogs();
    lookAtDialog(QStringLiteral("import-key"), "Import key");
}

void TestScreens::clusterDialogs()
{
    openDemo();
    selectRow(deletableRows().first());
    lookAtDialog(QStringLiteral("rename"), "Rename");
    lookAtDialog(QStringLiteral("marks"), "Marks");
    lookAtDialog(QStringLiteral("locked-names"), "LockedNames");
    lookAtDialog(QStringLiteral("select-by-list"), "SelectByList");
    lookAtDialog(QStringLiteral("open-plan"), "OpenPlan");
    lookAtDialog(QStringLiteral("parked"), "Parked");
    action("Park")->trigger();
    QTRY_VERIFY(m_window->findChild<QDialog *>());
    look(QStringLiteral("park"), m_window->findChild<QDialog *>());
}

void TestScreens::unreachable()
{
    Account account = this->account();
    account.demo = false;
    account.api.credentials = {QStringLiteral("NOBODYSKEY"), QStringLiteral("nobodys-secret")};
    m_session->open(account);
    m_window->show();
    QTRY_VERIFY(m_session->feeds().first()->error());
    look(QStringLiteral("refused"), m_window.get());
    m_session->refresh();
    account.id = QStringLiteral("nowhere");
    account.api.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9"));
    m_session->open(account);
    QVERIFY(skipUntil([this] { return m_session->feeds().last()->error().has_value(); }));
    look(QStringLiteral("unreachable"), m_window.get());
}

QTEST_MAIN(TestScreens)
#include "tst_screens.moc"
