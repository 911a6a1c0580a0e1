// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/demowindow.h"
#include "tests/ui/parts.h"
#include "ui/look/language.h"
#include "ui/look/resources.h"
#include "ui/operations/operationflow.h"
#include "ui/windowkeeper.h"

#include <QDockWidget>
#include <QHeaderView>
#include <QMenuBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;

/// Another language without another start: the same work in other words.
class TestWindowKeeper : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theSameWorkInOtherWords();
    void waitsForTheDialog();
    void whatCountsDownStaysInView();
    void theSameLanguageChangesNothing();

private:
    [[nodiscard]] MainWindow &window() const { return m_keeper->window(); }
    [[nodiscard]] ClusterTable *table() const { return window().pane()->table(); }
    [[nodiscard]] QString firstMenu() const
    {
        return window().menuBar()->actions().first()->text();
    }
    [[nodiscard]] ConfirmDriver dialog() const { return window().findChild<ConfirmDialog *>(); }
    [[nodiscard]] ClusterKey oneThatCanGo() const;
    void ask(const ClusterKey &key);

    Translation *m_texts = nullptr;
    std::unique_ptr<WindowKeeper> m_keeper;
};

void TestWindowKeeper::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck-test"));
    QCoreApplication::setApplicationName(QStringLiteral("windowkeeper"));
    QSettings().clear();
    m_texts = loadResources(*qApp);
}

void TestWindowKeeper::init()
{
    keepLanguageWish({});
    m_texts->use({});
    begin();
    m_window.reset(); // the keeper has its own
    m_session->open(account());
    m_keeper = std::make_unique<WindowKeeper>(*m_session, *m_texts);
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QTRY_COMPARE(m_session->clusters().rowCount(), 40);
}

void TestWindowKeeper::cleanup()
{
    m_keeper.reset();
    end();
}

ClusterKey TestWindowKeeper::oneThatCanGo() const
{
    const ClusterModel &clusters = m_session->clusters();
    for (int row = 0; row < clusters.rowCount(); ++row) {
        const Cluster &cluster = clusters.clusterAt(row);
        if (cluster.record.status == QLatin1String("stopped") &&
            cluster.record.transition.isEmpty())
            return cluster.key();
    }
    return {};
}

void TestWindowKeeper::ask(const ClusterKey &key)
{
    window().flow()->begin(Verb::Start, {key});
    QTRY_VERIFY(dialog());
}

void TestWindowKeeper::theSameWorkInOtherWords()
{
    QCOMPARE(firstMenu(), QStringLiteral("&File"));
    const QList<ClusterKey> keys{m_session->clusters().clusterAt(3).key(),
                                 m_session->clusters().clusterAt(7).key()};
    window().pane()->setFilter(QStringLiteral("e"), {});
    table()->select(keys);
    table()->sortByColumn(int(ClusterColumn::Owner), Qt::DescendingOrder);
    const QList<ClusterKey> selected = table()->selectedKeys();
    const int shown = window().pane()->shown();
    QVERIFY(shown > 0);
    const QRect place = window().geometry();
    QSignalSpy quit(qApp, &QGuiApplication::lastWindowClosed);

    emit window().languageWanted(QStringLiteral("zh_CN"));
    QTRY_COMPARE(firstMenu(), QStringLiteral("文件(&F)"));
    QCOMPARE(languageWish(), QStringLiteral("zh_CN"));
    QVERIFY(window().isVisible());
    QCOMPARE(QApplication::topLevelWidgets().count(&window()), 1);
    QCOMPARE(window().geometry(), place);
    QCOMPARE(window().pane()->filterField()->text(), QStringLiteral("e"));
    QCOMPARE(window().pane()->shown(), shown);
    QCOMPARE(QSet<ClusterKey>(table()->selectedKeys().begin(), table()->selectedKeys().end()),
             QSet<ClusterKey>(selected.begin(), selected.end()));
    QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), int(ClusterColumn::Owner));
    QCOMPARE(table()
                 ->model()
                 ->headerData(int(ClusterColumn::Name), Qt::Horizontal, Qt::DisplayRole)
                 .toString(),
             QStringLiteral("名称"));

    emit window().languageWanted(QStringLiteral("en"));
    QTRY_COMPARE(firstMenu(), QStringLiteral("&File"));
    QCOMPARE(quit.size(), 0);
}

/// A dialog that asks is not taken away, and not answered.
void TestWindowKeeper::waitsForTheDialog()
{
    QSignalSpy renewed(m_keeper.get(), &WindowKeeper::renewed);
    ask(oneThatCanGo());
    m_keeper->useLanguage(QStringLiteral("zh_CN"));
    QCoreApplication::processEvents();
    QCOMPARE(renewed.size(), 0);
    QVERIFY(dialog());
    dialog()->reject();
    QTRY_COMPARE(renewed.size(), 1);
    QCOMPARE(firstMenu(), QStringLiteral("文件(&F)"));
    QVERIFY(m_session->desk().batches().isEmpty());
}

void TestWindowKeeper::whatCountsDownStaysInView()
{
    ask(oneThatCanGo());
    m_clock.skip(ConfirmDialog::DeadTime);
    dialog().go()->click();
    QTRY_COMPARE(m_session->desk().batches().size(), 1);
    BatchRunner *runner = m_session->desk().batches().first();
    QTRY_COMPARE(runner->batch().items.first().state, ItemState::Armed);
    m_keeper->useLanguage(QStringLiteral("zh_CN"));
    QTRY_COMPARE(firstMenu(), QStringLiteral("文件(&F)"));
    QCOMPARE(runner->batch().items.first().state, ItemState::Armed);
    auto *activity = window().findChild<QDockWidget *>(QStringLiteral("ActivityPane"));
    QVERIFY(activity && activity->isVisible());
    auto *cancel = part<QPushButton>(activity, "Cancel all");
    QVERIFY(cancel && cancel->isVisible());
    cancel->click();
    QTRY_COMPARE(runner->batch().items.first().state, ItemState::Cancelled);
}

void TestWindowKeeper::theSameLanguageChangesNothing()
{
    const MainWindow *before = &window();
    QSignalSpy renewed(m_keeper.get(), &WindowKeeper::renewed);
    m_keeper->useLanguage({});
    QCoreApplication::processEvents();
    QCOMPARE(renewed.size(), 0);
    QCOMPARE(&window(), before);
}

QTEST_MAIN(TestWindowKeeper)
#include "tst_windowkeeper.moc"
