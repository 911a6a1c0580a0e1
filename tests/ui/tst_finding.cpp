// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterstate.h"
#include "tests/ui/demowindow.h"
#include "tests/ui/parts.h"
#include "ui/history/exportdialog.h"
#include "ui/operations/operationcontroller.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRadioButton>
#include <QSettings>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace clusterdeck;

/// Finding and selecting clusters in the real window.
class TestFinding : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init();
    void cleanup() { end(); }
    void idleOnesOfOneOwnerInTenKeys();
    void chipsByKeyboard();
    void chipsOfferWhatThereIs();
    void nothingMatches();
    void namedFilters();
    void everythingComesBack();
    void barComesWithAFilter();
    void columnsByKeyboard();
    void hiddenAreShownBeforeADeletion();
    void hiddenAreDroppedBeforeADeletion();
    void hiddenAreNotLockedUnseen();
    void aQuestionIsAboutThisSelection();
    void aLongSelectionIsCounted();
    void selectedRowsAreCopied();
    void shownRowsAreExported();

private:
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        ++m_strokes;
        QWidget *to = QApplication::activePopupWidget();
        if (!to)
            to = QApplication::focusWidget();
        QTest::keyClick(to ? to : m_window.get(), Qt::Key(key), modifiers);
    }
    /// Without a window manager, a closing menu leaves its window active, and the table would get
    /// Return.
    static void activate(QWidget *dialog)
    {
        dialog->activateWindow();
        QTRY_VERIFY(dialog->isActiveWindow());
    }
    [[nodiscard]] QToolButton *chip(const char *name) const { return find<QToolButton>(name); }
    [[nodiscard]] QString selection() const { return find<QLabel>("Selection")->text(); }
    [[nodiscard]] static QByteArray onDisk()
    {
        QFile file(QSettings().fileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Starts again as after a kill: nothing is saved at the end.
    void startAgain()
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void selectTwoAndHideOne();

    int m_strokes = 0;
};

void TestFinding::init()
{
    QSettings().clear();
    begin();
}

/// With fewer than ten key strokes besides the text.
void TestFinding::idleOnesOfOneOwnerInTenKeys()
{
    demo::ServiceOptions options;
    options.clusters = 2000;
    m_service = std::make_unique<demo::Service>(options);
    QVERIFY(m_service->listen());
    openDemo();
    QTRY_VERIFY(m_session->clusters().rowCount() > 1900);
    QTRY_VERIFY(!m_session->feeds().first()->isRefreshing());
    const QString owner = QStringLiteral("usr-ChenLab7");
    QSet<QString> expected;
    const QDateTime limit = m_clock.utcNow().addDays(-90);
    for (int row = 0; row < m_session->clusters().rowCount(); ++row) {
        const ClusterRecord record = m_session->clusters().clusterAt(row).record;
        if (record.owner == owner && stateOf(record) == ClusterState::Active &&
            record.transition.isEmpty() && record.runningJobs == 0 && record.pendingJobs == 0 &&
            record.created < limit)
            expected.insert(record.id);
    }
    QVERIFY(expected.size() > 3 && expected.size() < 200);

    m_strokes = 0;
    press(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("chenlab"));
    press(Qt::Key_1, Qt::ControlModifier); // Idle
    press(Qt::Key_A, Qt::AltModifier);     // Age …
    press(Qt::Key_9);                      // … older than 90 days
    press(Qt::Key_Down);                   // moves to the table
    press(Qt::Key_A, Qt::ControlModifier);
    qInfo("%d key strokes besides the text, %d of %d selected", m_strokes, int(expected.size()),
          m_session->clusters().rowCount());
    QVERIFY(m_strokes < 10);
    QSet<QString> selected;
    for (const ClusterKey &key : table()->selectedKeys())
        selected.insert(key.id);
    QCOMPARE(selected, expected);
    QVERIFY(table()->hiddenKeys().isEmpty());
    QCOMPARE(find<QLabel>("Shown")->text(),
             QStringLiteral("%1 of %2 shown")
                 .arg(expected.size())
                 .arg(QLocale().toString(m_session->clusters().rowCount())));
}

void TestFinding::chipsByKeyboard()
{
    openDemo();
    const int all = m_window->pane()->shown();
    QVERIFY(!find<QLabel>("Shown")->isVisible());
    QVERIFY(!chip("Status")->isChecked());
    press(Qt::Key_S, Qt::AltModifier);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu && menu->activeAction());
    QVERIFY(menu->activeAction()->text().startsWith(u"Active\t"));
    press(Qt::Key_Space);
    QVERIFY(menu->isVisible()); // stays open for further choices
    const int active = m_window->pane()->shown();
    QVERIFY(active > 0 && active < all);
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    QVERIFY(m_window->pane()->shown() > active); // combined by "or"
    press(Qt::Key_Escape);
    QVERIFY(!QApplication::activePopupWidget());
    QVERIFY(chip("Status")->isChecked());
    QVERIFY2(chip("Status")->text().contains(u": Active, "), qPrintable(chip("Status")->text()));
    QVERIFY(chip("Status")->accessibleName().startsWith(u"Status: Active"));
    QVERIFY(!chip("Status")->icon().isNull());
    press(Qt::Key_S, Qt::AltModifier); // its mnemonic is still its key
    QVERIFY(QApplication::activePopupWidget());
    press(Qt::Key_Escape);
    const int both = m_window->pane()->shown();
    press(Qt::Key_N, Qt::AltModifier);
    QVERIFY(chip("No jobs")->isChecked());
    QVERIFY(m_window->pane()->shown() < both); // combined by "and"
    QVERIFY(find<QLabel>("Shown")->isVisible());
    press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_window->pane()->shown(), all);
    QVERIFY(!chip("Status")->isChecked() && !chip("No jobs")->isChecked());
    QVERIFY(!find<QToolButton>("Clear filters")->isVisible());
    // A custom age.
    press(Qt::Key_A, Qt::AltModifier);
    press(Qt::Key_O);
    auto *age = find<QDialog>("Age limit");
    QVERIFY(age && age->isVisible());
    activate(age);
    age->findChild<QSpinBox *>()->setValue(365);
    QTest::keyClick(age, Qt::Key_Return);
    QVERIFY2(chip("Age")->text().contains(u"over 365 day"), qPrintable(chip("Age")->text()));
    QVERIFY(m_window->pane()->shown() < all);
    activate(m_window.get());
    // Also reachable by the Tab key.
    filter()->setFocus();
    QStringList reached;
    for (int i = 0; i < 30 && !table()->hasFocus(); ++i) {
        press(Qt::Key_Tab);
        reached.append(QApplication::focusWidget()->objectName());
    }
    for (const char *name : {"Named filters", "Status", "Type", "Billing", "No jobs", "Age",
                             "Owner", "Account", "Locked"})
        QVERIFY2(reached.contains(QLatin1String(name)), qPrintable(reached.join(u'/')));
    QVERIFY(table()->hasFocus());
}

void TestFinding::chipsOfferWhatThereIs()
{
    openDemo();
    for (const char *name : {"Type", "Billing", "Owner", "Account"}) {
        chip(name)->setFocus();
        press(Qt::Key_Space);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY2(menu, name);
        int counted = 0;
        for (const QAction *action : menu->actions())
            counted += QLocale().toInt(action->text().section(u'\t', 1));
        QCOMPARE(counted, m_session->clusters().rowCount());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QCOMPARE(QApplication::focusWidget(), chip(name));
    }
    // A chosen value without clusters can still be removed.
    FilterCriteria criteria;
    criteria.of(FilterField::Owner) = {QStringLiteral("usr-left & gone")};
    m_window->pane()->setFilter({}, criteria);
    QCOMPARE(m_window->pane()->shown(), 0);
    chip("Owner")->setFocus();
    press(Qt::Key_Space);
    const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QAction *gone = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text().startsWith(u"usr-left && gone"))
            gone = action;
    }
    QVERIFY(gone && gone->isChecked());
    gone->trigger();
    QVERIFY(m_window->pane()->shown() > 0);
    press(Qt::Key_Escape);
}

void TestFinding::nothingMatches()
{
    openDemo();
    FilterCriteria criteria = idleCriteria();
    criteria.of(FilterField::Type) = {QStringLiteral("no <b>such</b> type")};
    m_window->pane()->setFilter(QStringLiteral("wing"), criteria);
    QVERIFY(!table()->isVisible());
    QString said;
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().startsWith(u"No cluster matches"))
            said = label->text();
    }
    for (const char *part :
         {"“wing”", "Status: Active", "Type: no <b>such</b> type", "No jobs", "Older than 7 day"})
        QVERIFY2(said.contains(QString::fromUtf8(part)), qPrintable(said));
    QCOMPARE(find<QPushButton>("Button 0")->text(), QStringLiteral("Clear filter"));
    find<QPushButton>("Button 0")->click();
    QVERIFY(table()->isVisible());
    QCOMPARE(m_window->pane()->shown(), m_session->clusters().rowCount());
    QVERIFY(filter()->text().isEmpty());
}

void TestFinding::namedFilters()
{
    openDemo();
    const auto openMenu = [this] {
        press(Qt::Key_R, Qt::AltModifier);
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    };
    const auto entry = [](const QMenu *menu, const QString &text) {
        for (QAction *action : menu->actions()) {
            if (action->text().remove(u'&').startsWith(text))
                return action;
        }
        return static_cast<QAction *>(nullptr);
    };
    QMenu *menu = openMenu();
    QVERIFY(menu && entry(menu, QStringLiteral("Idle\t")));
    QVERIFY(!find<QAction>("Save filter")->isEnabled()); // nothing to save
    press(Qt::Key_Escape);
    FilterCriteria stopped;
    stopped.of(FilterField::Status) = {QStringLiteral("stopped")};
    m_window->pane()->setFilter(QStringLiteral("usr"), stopped);
    const int shown = m_window->pane()->shown();
    menu = openMenu();
    press(Qt::Key_S);
    auto *dialog = find<QDialog>("Filter name");
    QVERIFY(dialog && dialog->isVisible());
    activate(dialog);
    auto *save = part<QPushButton>(dialog, "Save");
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(dialog->focusWidget(), QStringLiteral("idle"));
    QVERIFY(!save->isEnabled()); // the name of a built-in filter
    dialog->findChild<QLineEdit *>()->clear();
    QTest::keyClicks(dialog->focusWidget(), QStringLiteral("Mine & theirs"));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QVERIFY(onDisk().contains("Mine & theirs")); // at once, in case the program is killed
    activate(m_window.get());

    press(Qt::Key_0, Qt::ControlModifier);
    QVERIFY(m_window->pane()->shown() > shown);
    press(Qt::Key_3, Qt::ControlModifier); // after the two built-in filters
    QCOMPARE(m_window->pane()->shown(), shown);
    QCOMPARE(filter()->text(), QStringLiteral("usr"));
    press(Qt::Key_9, Qt::ControlModifier); // there is none
    QCOMPARE(m_window->pane()->shown(), shown);
    press(Qt::Key_1, Qt::ControlModifier); // has no text of its own
    QCOMPARE(filter()->text(), QStringLiteral("usr"));

    startAgain();
    menu = openMenu();
    entry(menu, QStringLiteral("Rename"))->menu()->actions().first()->trigger();
    press(Qt::Key_Escape);
    dialog = find<QDialog>("Filter name");
    QVERIFY(dialog);
    activate(dialog);
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("Ours"));
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(onDisk().contains("Ours") && !onDisk().contains("Mine"));
    activate(m_window.get());
    menu = openMenu();
    QVERIFY(entry(menu, QStringLiteral("Ours\tCtrl+3")));
    entry(menu, QStringLiteral("Delete"))->menu()->actions().first()->trigger();
    QVERIFY(!onDisk().contains("Ours"));
    press(Qt::Key_Escape);
}

/// After a kill, the text, the filters, both sort levels, columns and widths come back, and the
/// window shows that a filter is active.
void TestFinding::everythingComesBack()
{
    openDemo();
    filter()->setText(QStringLiteral("usr"));
    m_window->pane()->setFilter(filter()->text(), idleCriteria());
    table()->sortByColumn(int(ClusterColumn::Nodes), Qt::DescendingOrder);
    table()->sortSecond(SortLevel{ClusterColumn::Created, Qt::DescendingOrder});
    table()->setColumnShown(int(ClusterColumn::Zone), false);
    table()->setColumnWidth(int(ClusterColumn::Name), 321);
    const int shown = m_window->pane()->shown();
    const QString first = table()->model()->index(0, int(ClusterColumn::Id)).data().toString();
    QTRY_VERIFY(onDisk().contains("noJobs") && onDisk().contains("created"));
    startAgain();
    QCOMPARE(filter()->text(), QStringLiteral("usr"));
    QCOMPARE(m_window->pane()->shown(), shown);
    QVERIFY(shown > 0 && shown < m_session->clusters().rowCount());
    QCOMPARE(table()->model()->index(0, int(ClusterColumn::Id)).data().toString(), first);
    QCOMPARE(table()->view().first(), (SortLevel{ClusterColumn::Nodes, Qt::DescendingOrder}));
    QCOMPARE(table()->view().second(), (SortLevel{ClusterColumn::Created, Qt::DescendingOrder}));
    QVERIFY(table()->isColumnHidden(int(ClusterColumn::Zone)));
    QCOMPARE(table()->columnWidth(int(ClusterColumn::Name)), 321);
    QVERIFY(chip("Status")->isVisible() && chip("Status")->isChecked());
    QVERIFY(find<QLabel>("Shown")->isVisible());
    QCOMPARE(find<QLabel>("Shown")->text(),
             QStringLiteral("%1 of %2 shown").arg(shown).arg(m_session->clusters().rowCount()));
    // The demo has its own settings.
    const QSettings settings;
    QVERIFY(settings.contains(QStringLiteral("demo/view")));
    QCOMPARE(settings.childGroups(), QStringList{QStringLiteral("demo")});
}

void TestFinding::barComesWithAFilter()
{
    openDemo();
    auto *bar = find<QWidget>("Filters");
    QVERIFY(bar->isVisible());
    find<QAction>("Filter bar")->trigger();
    QVERIFY(!bar->isVisible());
    filter()->setText(QStringLiteral("usr"));
    QVERIFY(bar->isVisible()); // an active filter is never hidden
    find<QToolButton>("Clear filters")->click();
    QVERIFY(!bar->isVisible());
    QVERIFY(filter()->text().isEmpty());
    find<QAction>("Filter bar")->trigger();
    QVERIFY(bar->isVisible());
}

void TestFinding::columnsByKeyboard()
{
    openDemo();
    press(Qt::Key_V, Qt::AltModifier);
    press(Qt::Key_C); // Columns
    QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()) &&
                QApplication::activePopupWidget()->objectName() == u"Columns");
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    menu->setActiveAction(menu->actions().first());
    QVERIFY(!table()->isColumnHidden(int(ClusterColumn::Status)));
    press(Qt::Key_Space);
    QVERIFY(table()->isColumnHidden(int(ClusterColumn::Status)));
    QVERIFY(menu->isVisible());
    press(Qt::Key_R); // Reset
    QVERIFY(!table()->isColumnHidden(int(ClusterColumn::Status)));

    // The sort order, in the same menu.
    press(Qt::Key_V, Qt::AltModifier);
    press(Qt::Key_C);
    press(Qt::Key_T);
    QMenu *then = nullptr;
    QTRY_VERIFY((then = qobject_cast<QMenu *>(QApplication::activePopupWidget())) &&
                then->title().contains(u"hen By"));
    for (QAction *action : then->actions()) {
        if (action->text() == u"Nodes")
            action->trigger();
    }
    QCOMPARE(table()->view().second(), (SortLevel{ClusterColumn::Nodes, Qt::AscendingOrder}));
    while (QApplication::activePopupWidget())
        press(Qt::Key_Escape);
    // The last column cannot be hidden.
    for (int column = 0; column < ClusterColumnCount; ++column)
        table()->setColumnShown(column, false);
    QCOMPARE(table()->horizontalHeader()->hiddenSectionCount(), ClusterColumnCount - 1);
}

/// Selects two clusters that can be deleted, and hides the first one.
void TestFinding::selectTwoAndHideOne()
{
    openDemo();
    selectDeletable(2);
    QCOMPARE(selection(), QStringLiteral("2 selected  ·  2 can be deleted"));
    const QString second = table()->selectedKeys().at(1).id;
    filter()->setText(second);
    QCOMPARE(m_window->pane()->shown(), 1);
    QCOMPARE(selection(),
             QStringLiteral("2 selected  ·  2 can be deleted  ·  1 hidden by the filter"));
    QVERIFY(find<QPushButton>("Show hidden")->isVisible());
    QVERIFY(find<QPushButton>("Drop hidden")->isVisible());
    table()->setFocus();
}

void TestFinding::hiddenAreShownBeforeADeletion()
{
    selectTwoAndHideOne();
    const QList<ClusterKey> both = table()->selectedKeys();
    for (const char *name : {"Delete", "Stop"}) {
        if (action(name)->isEnabled())
            action(name)->trigger();
        QVERIFY(!m_window->controller()->isBusy());
    }
    table()->setFocus();
    press(Qt::Key_Delete);
    QVERIFY(!m_window->controller()->isBusy() && !dialog());
    QVERIFY(find<MessageBar>("Hidden question"));
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("Show them"));
    press(Qt::Key_Space);
    QCOMPARE(m_window->pane()->shown(), 2); // exactly the selected clusters
    QVERIFY(table()->hiddenKeys().isEmpty());
    QVERIFY(table()->hasFocus() && !find<MessageBar>("Hidden question"));
    QVERIFY(find<MessageBar>("Only selected"));
    press(Qt::Key_Delete);
    QTRY_VERIFY(dialog().isShown());
    QCOMPARE(dialog().ids(), (QSet<QString>{both.at(0).id, both.at(1).id}));
    dialog()->reject();
    QTRY_VERIFY(!dialog());
    find<QPushButton>("Back to the filter")->click();
    QCOMPARE(m_window->pane()->shown(), 1);
    QVERIFY(!find<MessageBar>("Only selected"));
    QCOMPARE(table()->selectedKeys().size(), 2);
}

void TestFinding::hiddenAreDroppedBeforeADeletion()
{
    selectTwoAndHideOne();
    const ClusterKey shown = table()->selectedKeys().first();
    press(Qt::Key_Delete);
    QVERIFY(!dialog());
    find<QPushButton>("Drop them")->click();
    QTRY_VERIFY(dialog().isShown()); // continues with the others
    QCOMPARE(dialog().ids(), QSet<QString>{shown.id});
    QCOMPARE(table()->selectedKeys(), QList<ClusterKey>{shown});
    QVERIFY(!find<MessageBar>("Hidden question"));
    dialog()->reject();
}

void TestFinding::hiddenAreNotLockedUnseen()
{
    selectTwoAndHideOne();
    action("Lock")->trigger();
    QVERIFY(m_session->operationService().locks().clusters.isEmpty());
    find<QPushButton>("Drop them")->click();
    QCOMPARE(m_session->operationService().locks().clusters,
             QSet<ClusterKey>{table()->selectedKeys().first()});
}

void TestFinding::aQuestionIsAboutThisSelection()
{
    selectTwoAndHideOne();
    press(Qt::Key_Delete);
    QVERIFY(find<MessageBar>("Hidden question"));
    table()->selectAll(); // a new selection without the hidden row
    QVERIFY(!find<MessageBar>("Hidden question"));
    QCOMPARE(table()->selectedKeys().size(), 1);
    QVERIFY(!find<QPushButton>("Show hidden")->isVisible());
    QCOMPARE(selection(), QStringLiteral("1 selected  ·  1 can be deleted"));
}

/// All selected rows as shown, not only the current cell.
/// Clusters vanish while a long selection is counted.
void TestFinding::aLongSelectionIsCounted()
{
    openDemo();
    ClusterListing listing;
    listing.account = QStringLiteral("another");
    listing.complete = true;
    for (int i = 0; i < 5'000; ++i) {
        ClusterRecord cluster;
        cluster.id = QStringLiteral("hpc-%1").arg(i);
        cluster.status = QStringLiteral("active");
        listing.clusters.append(cluster);
    }
    m_session->clusters().apply(listing);
    table()->selectAll();
    QVERIFY(!m_window->pane()->summary().isComplete);
    QVERIFY2(selection().endsWith(u"counting…"), qPrintable(selection()));
    QVERIFY(action("Delete")->isEnabled());
    listing.clusters.resize(100);
    m_session->clusters().apply(listing);
    const auto left = int(table()->selectedKeys().size());
    QCOMPARE(left, m_session->clusters().rowCount());
    QTRY_VERIFY(m_window->pane()->summary().isComplete);
    QCOMPARE(m_window->pane()->summary().selected, left);
    QVERIFY(m_window->pane()->summary().allowing(Verb::Delete) >= 100);
}

void TestFinding::selectedRowsAreCopied()
{
    openDemo();
    table()->setFocus();
    table()->selectAll();
    table()->setColumnShown(int(ClusterColumn::Zone), false);
    table()->horizontalHeader()->moveSection(
        table()->horizontalHeader()->visualIndex(int(ClusterColumn::Id)), 0);
    QTest::keySequence(table(), QKeySequence(QKeySequence::Copy));
    QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QVERIFY(lines.takeLast().isEmpty());
    QCOMPARE(lines.size(), 1 + table()->model()->rowCount());
    const QStringList titles = lines.first().split(u'\t');
    QCOMPARE(titles.first(), QStringLiteral("ID"));
    QVERIFY(!titles.contains(QStringLiteral("Zone")) && titles.contains(QStringLiteral("Name")));
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        const QStringList cells = lines.at(row + 1).split(u'\t');
        QCOMPARE(cells.size(), titles.size());
        QCOMPARE(cells.first(),
                 table()->model()->index(row, int(ClusterColumn::Id)).data().toString());
    }
    // The menu has this action, too.
    QCOMPARE(table()->copyRows()->shortcut(), QKeySequence(QKeySequence::Copy));
}

/// Exports the visible rows and columns in their order; as JSON all fields.
void TestFinding::shownRowsAreExported()
{
    QVERIFY(!m_window->pane()->exportShown()->isEnabled());
    openDemo();
    QTRY_VERIFY(m_session->feeds().constFirst()->isComplete());
    m_window->pane()->setFilter({}, idleCriteria());
    table()->setColumnShown(int(ClusterColumn::Zone), false);
    table()->horizontalHeader()->moveSection(
        table()->horizontalHeader()->visualIndex(int(ClusterColumn::Id)), 0);
    table()->sortByColumn(int(ClusterColumn::Nodes), Qt::DescendingOrder);
    const int rows = table()->model()->rowCount();
    QVERIFY(rows > 1 && rows < m_session->clusters().rowCount());
    QMenu *file = qobject_cast<QMenu *>(m_window->menuBar()->actions().constFirst()->menu());
    QVERIFY(file && file->actions().contains(m_window->pane()->exportShown()));
    m_window->pane()->exportShown()->trigger();
    auto *dialog = m_window->findChild<ExportDialog *>();
    QVERIFY(dialog);
    const QStringList lines = QString::fromUtf8(dialog->content()).split(QStringLiteral("\r\n"));
    QCOMPARE(lines.size(), rows + 2); // the header, and an empty part after the last line end
    QVERIFY2(lines.at(0).contains(u"\"demo\",\"cluster_id\",\"cluster_status\""),
             qPrintable(lines.at(0)));
    QVERIFY(!lines.at(0).contains(u"zone"));
    for (int row = 0; row < rows; ++row) {
        const QString id = table()->model()->index(row, int(ClusterColumn::Id)).data().toString();
        QVERIFY(lines.at(row + 1).startsWith(QStringLiteral("\"DEMO\",\"%1\",").arg(id)));
    }
    part<QRadioButton>(dialog, "JSON")->click();
    const QByteArray json = dialog->content();
    QCOMPARE(json.count("\"cluster_id\""), rows);
    QVERIFY(json.contains("\"zone\"") && json.contains("\"complete\": true"));
    QVERIFY(json.contains("\"demo\": \"DEMO\""));
    dialog->close();
    m_window->pane()->setFilter(QStringLiteral("no such cluster"), {});
    QVERIFY(!m_window->pane()->exportShown()->isEnabled());
}

QTEST_MAIN(TestFinding)
#include "tst_finding.moc"
