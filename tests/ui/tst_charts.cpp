// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/utc.h"
#include "tests/ui/contrast.h"
#include "tests/ui/demowindow.h"
#include "tests/ui/hostilebuilders.h"
#include "tests/ui/parts.h"
#include "ui/charts/barchart.h"
#include "ui/charts/batchtimelinepage.h"
#include "ui/charts/chartpage.h"
#include "ui/charts/chartparts.h"
#include "ui/charts/chartswindow.h"
#include "ui/charts/charttable.h"
#include "ui/charts/countdisplay.h"
#include "ui/charts/timelineview.h"
#include "ui/charts/timelinewindow.h"
#include "ui/operations/activitypane.h"
#include "ui/theme/chartcolors.h"
#include "ui/words/statelook.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QSvgGenerator>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>
#include <QXmlStreamReader>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

double contrast(const QColor &one, const QColor &other)
{
    return clusterdeck::contrast(one.rgb(), other.rgb());
}

/// The share of pixels of `image` whose colour is close to `color`.
double shareOfColor(const QImage &image, const QColor &color)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            found += std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green()) +
                                 std::abs(pixel.blue() - color.blue()) <
                             24
                         ? 1
                         : 0;
        }
    }
    return double(found) / double(std::max(1, image.width() * image.height()));
}

/// The share of pixels that are clearly lighter or darker in one of the images.
double difference(const QImage &one, const QImage &other)
{
    int found = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            found += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 25 ? 1 : 0;
    }
    return double(found) / double(one.width() * one.height());
}

constexpr qint64 Begin = 1'700'000'000'000;

/// A finished batch with `count` items that ended one after the other.
std::pair<Batch, QList<JournalEvent>> finishedBatch(int count)
{
    std::pair<Batch, QList<JournalEvent>> made;
    auto &[batch, events] = made;
    const auto at = [](qint64 ms) { return utc(Begin + ms); };
    batch.confirmedAt = at(0);
    for (int i = 0; i < count; ++i) {
        BatchItem &item = batch.items.emplace_back();
        item.position = i;
        item.key = {QStringLiteral("a"), QStringLiteral("ehpc-%1").arg(i)};
        item.shown.name = QStringLiteral("cluster %1").arg(i);
        item.state = i % 5 == 4 ? ItemState::Failed : ItemState::Done;
        item.endedAt = at(20000 + i * 100);
        events.append({at(10000), i, {}, QStringLiteral("queued"), {}});
        events.append({at(10000 + i * 100), i, {}, QStringLiteral("sending"), {}});
        events.append({at(11000 + i * 100), i, {}, QStringLiteral("running"), {}});
        events.append(
            {item.endedAt,
             i,
             {},
             item.state == ItemState::Done ? QStringLiteral("done") : QStringLiteral("failed"),
             {}});
    }
    return made;
}

} // namespace

class TestCharts : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { begin(); }
    void cleanup();
    void overview();
    void cleanUpForecast();
    void cleanUpOfABatch();
    void countedOnlyWhileSeen();
    void nothingListed();
    void hostileNames();
    void largeNumbers();
    void colors();
    void followsTheTheme();
    void copiedAndSaved();
    void tableModel();
    void liveTimeline();
    void timelineByKeys();
    void manyItems();
    void timelineColors();

private:
    ChartsWindow *open()
    {
        m_charts = std::make_unique<ChartsWindow>(*m_session, *table(), nullptr);
        m_charts->setAttribute(Qt::WA_DeleteOnClose, false);
        m_charts->show();
        return QTest::qWaitForWindowExposed(m_charts.get()) ? m_charts.get() : nullptr;
    }
    [[nodiscard]] ChartPage *page(const char *name) const
    {
        auto *tabs = part<QTabWidget>(m_charts, "Charts tabs");
        auto *found = m_charts->findChild<ChartPage *>(QLatin1String(name));
        tabs->setCurrentWidget(found);
        return found;
    }
    /// The texts in the charts of a page, in painting order.
    [[nodiscard]] static QStringList words(const ChartPage *page)
    {
        QStringList words;
        for (auto *view : page->findChildren<BarChartView *>()) {
            QBuffer buffer;
            QSvgGenerator svg;
            svg.setOutputDevice(&buffer);
            svg.setSize(view->size());
            view->render(&svg);
            QXmlStreamReader reader(buffer.data());
            while (!reader.atEnd()) {
                if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"text")
                    words.append(reader.readElementText().trimmed());
            }
        }
        return words;
    }
    [[nodiscard]] static QStringList row(const ChartPage *page, int number)
    {
        QStringList cells;
        for (int column = 0; column < page->table()->model()->columnCount(); ++column)
            cells.append(page->table()->model()->index(number, column).data().toString());
        return cells;
    }
    [[nodiscard]] static int rows(const ChartPage *page)
    {
        return page->table()->model()->rowCount();
    }
    [[nodiscard]] qint64 nodesInAll() const { return overviewOf(m_session->clusters()).all.nodes; }
    std::unique_ptr<ChartsWindow> m_charts;
};

void TestCharts::initTestCase()
{
    prepare();
    QLocale::setDefault(QLocale::c());
}

void TestCharts::cleanup()
{
    m_charts.reset();
    QLocale::setDefault(QLocale::c());
    applyTheme(Theme::System);
    end();
}

void TestCharts::overview()
{
    openDemo();
    QVERIFY(!m_window->findChild<ChartsWindow *>()); // not created before it is opened
    QCOMPARE(action("Charts")->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    action("Charts")->trigger();
    auto *window = m_window->findChild<ChartsWindow *>();
    QVERIFY(window && window->isVisible());
    QCOMPARE(window->windowTitle(), QStringLiteral("Charts"));
    window->close();

    QVERIFY(open());
    auto *overview = page("Overview");
    QTRY_VERIFY(rows(overview) > 4);
    const Overview counted = overviewOf(m_session->clusters());
    const QStringList all = row(overview, rows(overview) - 1);
    QCOMPARE(all.at(2), QString::number(counted.all.clusters));
    QCOMPARE(all.at(4), QLocale().toString(counted.all.nodes));
    QVERIFY(overview->summary().startsWith(clustersText(counted.all.clusters)));
    QVERIFY(overview->summary().contains(nodesText(counted.all)));
    // The bars have the same labels as the table.
    const QStringList shown = words(overview);
    for (int i = 0; i < rows(overview) - 1; ++i) {
        const QStringList cells = row(overview, i);
        QVERIFY2(shown.contains(cells.at(1)), qPrintable(cells.at(1)));
        QVERIFY(shown.contains(cells.at(2) + QStringLiteral("  ·  ") + cells.at(3)));
        QVERIFY(shown.contains(cells.at(4) + QStringLiteral("  ·  ") + cells.at(5)));
    }
    QVERIFY(!overview->findChildren<BarChartView *>().isEmpty());
    QVERIFY(part<QLabel>(overview, "Problem")->isHidden());
    auto *use = page("Usage");
    QTRY_VERIFY(rows(use) > 3);
    const Usage used = usageOf(m_session->clusters());
    QCOMPARE(rows(use), used.top.size() + 3);
    QCOMPARE(row(use, 0).at(1), used.top.first().key.id);
    QVERIFY(words(use).contains(row(use, 0).at(2)));
    QCOMPARE(row(use, rows(use) - 3).at(5), QString::number(used.idle.clusters));
    QCOMPARE(row(use, rows(use) - 2).at(5), QString::number(used.leastUsed.clusters));
    (void)page("Overview");
    // One key press shows the table, with the focus on it.
    auto *button = part<QPushButton>(overview, "Show as table");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(overview->table()->isVisible() && overview->showsTable());
    QVERIFY(!overview->table()->accessibleName().isEmpty());
}

void TestCharts::cleanUpForecast()
{
    openDemo();
    QVERIFY(open());
    auto *page = this->page("Clean-up");
    QTRY_VERIFY(page->summary().startsWith(u"No clusters are selected."));
    const int first = deletableRows().first();
    auto *model = qobject_cast<ClusterTableModel *>(table()->model());
    const int nodes = model->clusterAt(first).record.nodes.value_or(0);
    selectRow(first);
    QTRY_COMPARE(page->summary(), QStringLiteral("After deleting 1 selected cluster: %1 → %2.")
                                      .arg(QLocale().toString(nodesInAll()),
                                           nodesText({1, nodesInAll() - nodes, 0})));
    QCOMPARE(row(page, 0).at(2), QLocale().toString(nodesInAll()));
    QCOMPARE(row(page, 1).at(2), QLocale().toString(nodesInAll() - nodes));
    QCOMPARE(row(page, 1).at(6), QLocale().toString(nodes));
    // The window also follows changes of locks.
    Locks locks;
    locks.clusters.insert(model->clusterAt(first).key());
    QVERIFY(m_session->operationService().setLocks(locks));
    QTRY_VERIFY(page->summary().contains(u"The selected cluster cannot be deleted now."));
}

void TestCharts::cleanUpOfABatch()
{
    openDemo();
    const qint64 before = nodesInAll();
    QVERIFY(open());
    auto *page = this->page("Clean-up");
    BatchRunner *runner = deleteSome(2);
    QVERIFY(runner);
    auto *choice = part<QComboBox>(page, "What");
    QCOMPARE(choice->count(), 2);
    QVERIFY(choice->itemText(1).startsWith(u"Delete 2 clusters in Demo"));
    choice->setCurrentIndex(1);
    QTRY_VERIFY(page->summary().contains(clustersText(2) + QStringLiteral(" with")));
    QCOMPARE(rows(page), 3); // before, now, afterwards
    runner->sendNow();
    skipUntilAllEnded();
    QTRY_VERIFY(page->summary().startsWith(QStringLiteral("Deleted: ") + clustersText(2)));
    QTRY_COMPARE(rows(page), 2);
    QCOMPARE(row(page, 0).at(2), QLocale().toString(before));
    QTRY_COMPARE(row(page, 1).at(2), QLocale().toString(nodesInAll()));
    QVERIFY(nodesInAll() < before);
}

void TestCharts::countedOnlyWhileSeen()
{
    openDemo();
    QVERIFY(open());
    auto *use = part<ChartPage>(m_charts, "Usage");
    QTRY_VERIFY(rows(page("Overview")) > 0);
    QCOMPARE(rows(use), 0);
    QVERIFY(use->findChildren<BarChartView *>().isEmpty());
}

void TestCharts::nothingListed()
{
    m_window->show();
    QVERIFY(open());
    QCOMPARE(page("Overview")->summary(), QStringLiteral("No clusters are listed."));
    QCOMPARE(page("Usage")->summary(), QStringLiteral("No clusters are listed."));
    QCOMPARE(page("Clean-up")->summary(), QStringLiteral("No clusters are listed."));
    QCOMPARE(rows(page("Overview")), 0);
    page("Overview")->copy();
    QCOMPARE(QApplication::clipboard()->image().pixelColor(0, 0), QColor(Qt::white));
}

void TestCharts::hostileNames()
{
    const QString bad = QStringLiteral("<img src=\"/dev/zero\"><b>x</b>&amp;\u202Ey");
    ClusterRecord record = hostileRecord(bad, QStringLiteral("hpc-<i>1</i>"));
    record.nodes = 3;
    record.cpuHours = 12;
    m_session->clusters().apply(listing({record}));
    m_window->show();
    QVERIFY(open());
    for (const char *name : {"Overview", "Usage"}) {
        auto *page = this->page(name);
        QTRY_VERIFY(!words(page).isEmpty());
        bool seen = false;
        for (const QString &word : words(page)) {
            QVERIFY2(!word.contains(QChar(0x202E)), qPrintable(word));
            seen = seen || word.contains(u"<img") || word.startsWith(u"<im");
        }
        QVERIFY(seen);
    }
}

/// The axis has round numbers, fewer when there is little space, in the same format as at the bars.
void TestCharts::largeNumbers()
{
    QLocale::setDefault(QLocale(QLocale::German));
    QList<ClusterRecord> records;
    for (int i = 1; i <= 8; ++i) {
        ClusterRecord record;
        record.id = QStringLiteral("hpc-%1").arg(i);
        record.cpuHours = i * 300'000;
        records.append(record);
    }
    m_session->clusters().apply(listing(records));
    m_window->show();
    QVERIFY(open());
    auto *page = this->page("Usage");
    for (const auto &[width, tick] : {std::pair(2400, "500.000"), std::pair(700, "1.000.000")}) {
        m_charts->resize(width, 900);
        QTRY_VERIFY(words(page).contains(QStringLiteral("2.400.000")));
        QTRY_VERIFY2(words(page).contains(QLatin1String(tick)), qPrintable(words(page).join(u'|')));
    }
    QVERIFY(!words(page).contains(QStringLiteral("500.000")));
}

void TestCharts::colors()
{
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(theme);
        const QPalette palette = QApplication::palette();
        for (const ChartColor hue :
             {ChartColor::Blue, ChartColor::Orange, ChartColor::Green, ChartColor::Sky,
              ChartColor::Vermilion, ChartColor::Purple, ChartColor::Grey}) {
            for (const auto role : {QPalette::Base, QPalette::Window})
                QVERIFY2(contrast(colorForChart(hue, palette), palette.color(role)) >= 3,
                         qPrintable(QString::number(int(hue))));
        }
    }
    QCOMPARE(paperPalette().color(QPalette::Base), QColor(Qt::white));
}

void TestCharts::followsTheTheme()
{
    openDemo();
    QVERIFY(open());
    auto *overview = page("Overview");
    QTRY_VERIFY(!overview->findChildren<BarChartView *>().isEmpty());
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Light}) {
        applyTheme(theme);
        const QColor ground = QApplication::palette().color(QPalette::Base);
        const QColor bar = colorForChart(ChartColor::Blue, QApplication::palette());
        auto *view = overview->findChildren<BarChartView *>().first();
        const auto picture = [view] { return view->parentWidget()->grab().toImage(); };
        QTRY_VERIFY(shareOfColor(picture(), bar) > 0.02);
        QVERIFY(shareOfColor(picture(), ground) > 0.3);
    }
}

void TestCharts::copiedAndSaved()
{
    openDemo();
    applyTheme(Theme::Dark);
    QVERIFY(open());
    auto *overview = page("Overview");
    QTRY_VERIFY(!overview->findChildren<BarChartView *>().isEmpty());
    overview->copy();
    const QImage copied = QApplication::clipboard()->image();
    QVERIFY(copied.width() >= 1000);
    // Copied charts are dark on white, whatever the window's theme is.
    QCOMPARE(copied.pixelColor(0, 0), QColor(Qt::white));
    QVERIFY(shareOfColor(copied, colorForChart(ChartColor::Blue, paperPalette())) > 0.02);
    QVERIFY(shareOfColor(copied, QColor(Qt::white)) > 0.5);
    const QTemporaryDir folder;
    for (const auto &[name, head] :
         {std::pair("a.png", "\x89PNG"), std::pair("a.pdf", "%PDF"), std::pair("a.svg", "<?xml")}) {
        const QString path = folder.filePath(QLatin1String(name));
        overview->save(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.read(100).startsWith(head), name);
        QVERIFY(file.size() > 4000);
    }
    // Text has the size of the layout, whatever the resolution of the file.
    QFile svg(folder.filePath(QStringLiteral("a.svg")));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    QVERIFY(svg.readAll().contains(
        QStringLiteral("font-size=\"%1\"").arg(overview->fontInfo().pixelSize()).toUtf8()));
    overview->save(folder.filePath(QStringLiteral("no such folder/a.png")));
    const auto *problem = part<QLabel>(overview, "Problem");
    QVERIFY(problem->text().startsWith(u"The file could not be written: "));
    overview->showTable(true);
    overview->copy();
    const QString text = QApplication::clipboard()->text();
    QCOMPARE(text.count(u'\n'), rows(overview) + 1);
    QVERIFY(text.startsWith(u"Group\tValue\tClusters\t"));
    overview->table()->selectRow(1);
    overview->copy();
    QCOMPARE(QApplication::clipboard()->text().section(u'\n', 1, 1), row(overview, 1).join(u'\t'));
}

void TestCharts::tableModel()
{
    ChartTable model(QStringLiteral("Test"), {QStringLiteral("a"), QStringLiteral("b")}, {0},
                     nullptr);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRecords(
        {{QStringLiteral("x"), QStringLiteral("1")}, {QStringLiteral("y"), QStringLiteral("–")}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1, 1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("unknown"));
    model.setRecords({{QStringLiteral("z"), QString()}});
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("z"));
    QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("empty"));
    model.setRecords({{QStringLiteral("z"), QString()}, {QStringLiteral("z"), QString()}});
    model.setRecords({});
    QCOMPARE(model.rowCount(), 0);
}

void TestCharts::liveTimeline()
{
    openDemo();
    BatchRunner *runner = deleteSome(2);
    QVERIFY(runner);
    auto *tree = part<QTreeView>(m_window, "Activity");
    QTRY_VERIFY(tree->isVisible());
    // By keyboard, from the activity.
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    tree->setFocus();
    QTRY_VERIFY(tree->hasFocus());
    QTest::keyClick(tree, Qt::Key_T, Qt::ControlModifier);
    auto *window = m_window->findChild<TimelineWindow *>();
    QVERIFY(window && window->isVisible());
    QVERIFY(window->windowTitle().contains(u"Delete 2 clusters"));
    auto *page = window->findChild<BatchTimelinePage *>();
    QTRY_VERIFY(page->moves());
    QCOMPARE(page->timeline().items.first().spans.size(), 1);
    QCOMPARE(row(page, 0).at(2), QStringLiteral("Counting down"));
    runner->sendNow();
    QTRY_VERIFY(page->timeline().items.first().began(ItemState::Running));
    QTRY_COMPARE(row(page, 0).at(2), QStringLiteral("Running"));
    skipUntilAllEnded();
    QVERIFY(page->timeline().isFinished());
    QVERIFY(!page->moves()); // no timer is left
    QVERIFY2(page->summary().startsWith(u"Delete 2 clusters: 2 done. Duration: "),
             qPrintable(page->summary()));
    QCOMPARE(row(page, 0).at(2), QStringLiteral("Done"));
    // A batch has only one window.
    m_window->findChild<ActivityPane *>()->showTimeline();
    QCOMPARE(m_window->findChildren<TimelineWindow *>().size(), 1);
}

void TestCharts::timelineByKeys()
{
    const auto [batch, events] = finishedBatch(50);
    BatchTimelinePage page(batch, events, m_clock, nullptr);
    page.resize(900, 400);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QVERIFY(!page.moves());
    auto *view = page.findChild<TimelineView *>();
    const auto *line = page.findChild<QLabel *>(QStringLiteral("Line"));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(view->current(), 0);
    QVERIFY(line->text().startsWith(u"cluster 0  –  ehpc-0"));
    QVERIFY(line->text().contains(u"countdown 0:10"));
    QVERIFY2(line->text().contains(u"request 1.0 s"), qPrintable(line->text()));
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(view->current(), 49);
    QVERIFY(view->verticalScrollBar()->value() > 0);
    QTest::keyClick(view, Qt::Key_PageUp);
    QVERIFY(view->current() < 49 && view->current() > 30);
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(view->current(), 0);
    QCOMPARE(view->verticalScrollBar()->value(), 0);
    QVERIFY(!view->accessibleName().isEmpty() && !view->accessibleDescription().isEmpty());
}

void TestCharts::manyItems()
{
    for (const int count : {0, 500}) {
        const auto [batch, events] = finishedBatch(count);
        BatchTimelinePage page(batch, events, m_clock, nullptr);
        page.resize(900, 500);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCOMPARE(rows(&page), count);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.pdf"));
        page.save(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto pages = file.readAll().count("/Type /Page\n");
        QVERIFY(count == 500 ? pages > 5 : pages == 1);
    }
}

void TestCharts::timelineColors()
{
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(theme);
        const QPalette palette = QApplication::palette();
        const QColor ground = palette.color(QPalette::Base);
        QList<QImage> boxes;
        for (int state = 0; state < 10; ++state) {
            QImage image(40, 20, QImage::Format_RGB32);
            image.fill(ground);
            QPainter painter(&image);
            fillBar(painter, QRectF(0, 0, 40, 20), barStyleOf(ItemState(state)), palette);
            painter.end();
            double most = 0;
            for (int x = 0; x < 40; ++x)
                most = std::max(most, contrast(image.pixelColor(x, 10), ground));
            QVERIFY2(most >= 3, qPrintable(QString::number(state)));
            // The marks differ without their colours.
            const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
            for (const QImage &other : std::as_const(boxes))
                QVERIFY2(difference(grey, other) > 0.08, qPrintable(QString::number(state)));
            boxes.append(grey);
        }
    }
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
