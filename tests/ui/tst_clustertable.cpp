// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"
#include "tests/ui/builders.h"
#include "ui/clusters/table/clustertable.h"

#include <QHeaderView>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;

/// The selection consists of clusters, whatever happens to the rows.
class TestClusterTable : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keptOverRefreshes();
    void neighbourNeverEnters();
    void allShownIsNotAllOthers();
    void hiddenRowsStay();
    void hiddenRowsVanish();
    void deletedRowsLeave();
    void begunAnewHiddenRowsLeave();
    void selectsWhatIsHidden();
    void currentRowGoesOnNearby();
    void scrollStays();
    void inSight();
    void spaceToggles();
    void columnsAreRemembered();
    void twoLevels();
    void hiddenUnderFire();

private:
    [[nodiscard]] QSet<QString> hidden() const
    {
        QSet<QString> ids;
        for (const ClusterKey &one : m_table->hiddenKeys())
            ids.insert(one.id);
        return ids;
    }
    [[nodiscard]] QSet<QString> selected() const
    {
        QSet<QString> ids;
        for (const ClusterKey &one : m_table->selectedKeys())
            ids.insert(one.id);
        return ids;
    }
    void select(const QString &id)
    {
        m_table->selectionModel()->select(m_model->index(m_model->rowOf(key(id)).value(), 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    static QString id(int number)
    {
        return QStringLiteral("hpc-%1").arg(number, 3, 10, QChar(u'0'));
    }
    static QList<ClusterRecord> some(int from, int count)
    {
        QList<ClusterRecord> clusters;
        for (int i = from; i < from + count; ++i)
            clusters.append(record(id(i), QStringLiteral("n%1").arg(i, 3, 10, QChar(u'0'))));
        return clusters;
    }

    SystemClock m_clock;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ClusterView> m_view;
    std::unique_ptr<ClusterTableModel> m_model;
    std::unique_ptr<ClusterTable> m_table;
};

void TestClusterTable::init()
{
    m_session = std::make_unique<Session>(m_clock);
    m_view = std::make_unique<ClusterView>(m_session->clusters());
    m_model = std::make_unique<ClusterTableModel>(*m_view, m_session->operationService(), m_clock);
    m_table = std::make_unique<ClusterTable>(*m_model, m_session->clusters());
    m_table->resize(800, 400);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
}

void TestClusterTable::cleanup()
{
    m_table.reset();
    m_model.reset();
    m_view.reset();
    m_session.reset();
}

void TestClusterTable::keptOverRefreshes()
{
    m_session->clusters().apply(listing(some(10, 20)));
    select(id(12));
    select(id(20));
    m_table->selectionModel()->setCurrentIndex(m_model->index(10, 1),
                                               QItemSelectionModel::NoUpdate);
    m_session->clusters().apply(listing(some(5, 30)));
    QCOMPARE(selected(), (QSet<QString>{id(12), id(20)}));
    QCOMPARE(m_model->clusterAt(m_table->currentIndex().row()).record.id, id(20));
}

void TestClusterTable::neighbourNeverEnters()
{
    m_session->clusters().apply(listing(some(1, 5)));
    select(id(3));
    QSignalSpy changed(m_table.get(), &ClusterTable::selectedKeysChanged);
    QList<ClusterRecord> fewer = some(1, 5);
    fewer.removeAt(2);
    m_session->clusters().apply(listing(fewer));
    QCOMPARE(selected(), QSet<QString>());
    QCOMPARE(changed.size(), 1);
    QVERIFY(!m_table->selectionModel()->hasSelection());
}

void TestClusterTable::allShownIsNotAllOthers()
{
    QList<ClusterRecord> clusters = some(1, 6);
    for (int i = 0; i < 3; ++i)
        clusters[i].name = QStringLiteral("red%1").arg(i);
    for (int i = 3; i < 6; ++i)
        clusters[i].name = QStringLiteral("blue%1").arg(i);
    m_session->clusters().apply(listing(clusters));
    m_view->setFilter(QStringLiteral("red"));
    m_table->selectAll();
    QCOMPARE(selected().size(), 3);
    // The same number of rows, but other clusters.
    m_view->setFilter(QStringLiteral("blue"));
    QCOMPARE(selected(), (QSet<QString>{id(1), id(2), id(3)}));
    QCOMPARE(hidden(), selected());
    QVERIFY(m_table->selectionModel()->selection().isEmpty());
    m_view->setFilter({});
    QCOMPARE(m_table->selectionModel()->selectedRows().size(), 3);

    m_table->selectAll();
    m_session->clusters().apply(listing(some(4, 6)));
    QCOMPARE(selected(), (QSet<QString>{id(4), id(5), id(6)}));
    QCOMPARE(m_table->selectionModel()->selectedRows().size(), 3);
}

void TestClusterTable::hiddenRowsStay()
{
    m_session->clusters().apply(listing(some(1, 20)));
    select(id(3));
    select(id(13));
    QSignalSpy changed(m_table.get(), &ClusterTable::selectedKeysChanged);
    m_view->setFilter(QStringLiteral("n01"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(selected(), (QSet<QString>{id(3), id(13)}));
    QCOMPARE(hidden(), QSet<QString>{id(3)});
    QCOMPARE(m_table->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(m_table->hiddenAmong({key(id(3)), key(id(13)), key(id(4))}),
             QList<ClusterKey>{key(id(3))});
    // A newly selected cluster is added to the selection.
    select(id(14));
    QCOMPARE(selected(), (QSet<QString>{id(3), id(13), id(14)}));
    m_view->setFilter({});
    QCOMPARE(selected(), (QSet<QString>{id(3), id(13), id(14)}));
    QCOMPARE(hidden(), QSet<QString>());
    QCOMPARE(m_table->selectionModel()->selectedRows().size(), 3);
    m_view->setFilter(QStringLiteral("n01"));
    m_table->dropHidden();
    QCOMPARE(selected(), (QSet<QString>{id(13), id(14)}));
    m_view->setFilter({});
    QCOMPARE(selected(), (QSet<QString>{id(13), id(14)}));
}

/// A deleted cluster leaves the selection, even when no visible row changes, and is not selected
/// when it comes back.
void TestClusterTable::hiddenRowsVanish()
{
    m_session->clusters().apply(listing(some(1, 20)));
    select(id(3));
    select(id(13));
    m_view->setFilter(QStringLiteral("n01"));
    QList<ClusterRecord> fewer = some(1, 20);
    fewer.removeAt(2);
    QSignalSpy changed(m_table.get(), &ClusterTable::selectedKeysChanged);
    m_session->clusters().apply(listing(fewer));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(selected(), QSet<QString>{id(13)});
    m_session->clusters().apply(listing(some(1, 20)));
    m_view->setFilter({});
    QCOMPARE(selected(), QSet<QString>{id(13)});
}

/// A deleted cluster leaves the selection, although the cloud still lists it.
void TestClusterTable::deletedRowsLeave()
{
    m_session->clusters().apply(listing(some(1, 20)));
    for (const int number : {3, 13, 14})
        select(id(number));
    m_view->setFilter(QStringLiteral("n01")); // hides the first one
    QList<ClusterRecord> deleted = some(1, 20);
    deleted[2].status = QStringLiteral("ceased");
    deleted[12].status = QStringLiteral("terminated");
    m_session->clusters().apply(listing(deleted));
    QCOMPARE(selected(), QSet<QString>{id(14)});
    QVERIFY(hidden().isEmpty());
    m_view->setFilter({});
    QCOMPARE(m_view->rowCount(), 18);
    QCOMPARE(selected(), QSet<QString>{id(14)});
}

/// As in a file manager: a click selects only this row.
void TestClusterTable::begunAnewHiddenRowsLeave()
{
    m_session->clusters().apply(listing(some(1, 20)));
    const auto begin = [&] {
        m_view->setFilter({});
        m_table->select({key(id(3)), key(id(4))});
        m_view->setFilter(QStringLiteral("n01"));
        QCOMPARE(hidden().size(), 2);
    };
    begin();
    m_table->selectAll();
    QCOMPARE(selected().size(), 10);
    QVERIFY(hidden().isEmpty());
    begin();
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {},
                      m_table->visualRect(m_model->index(1, 1)).center());
    QCOMPARE(selected(), QSet<QString>{id(11)});
    begin();
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, Qt::ControlModifier,
                      m_table->visualRect(m_model->index(1, 1)).center());
    QCOMPARE(selected(), (QSet<QString>{id(3), id(4), id(11)}));
    begin();
    m_table->enter(); // moves the focus, not the selection
    QTest::keyClick(m_table.get(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(m_table.get(), Qt::Key_Space);
    QCOMPARE(selected().size(), 3);
    QCOMPARE(hidden().size(), 2);
    m_table->clearSelection();
    QVERIFY(selected().isEmpty());
}

void TestClusterTable::selectsWhatIsHidden()
{
    m_session->clusters().apply(listing(some(1, 20)));
    m_view->setFilter(QStringLiteral("n01"));
    select(id(15));
    m_table->select({key(id(2)), key(id(12)), key(id(2)), key(QStringLiteral("no such"))});
    QCOMPARE(m_table->selectedKeys(), (QList<ClusterKey>{key(id(12)), key(id(2))}));
    QCOMPARE(hidden(), QSet<QString>{id(2)});
    m_table->select({});
    QVERIFY(selected().isEmpty());

    QList<ClusterRecord> clusters = some(1, 20);
    clusters[2].status = QStringLiteral("ceased");
    m_session->clusters().apply(listing(clusters));
    m_view->setFilter(QStringLiteral("n01"));
    m_table->select({key(id(2)), key(id(3))});
    QCOMPARE(selected(), QSet<QString>{id(2)}); // not one that is listed as deleted
}

void TestClusterTable::currentRowGoesOnNearby()
{
    m_session->clusters().apply(listing(some(1, 5)));
    m_table->selectionModel()->setCurrentIndex(m_model->index(4, 1), QItemSelectionModel::NoUpdate);
    m_session->clusters().apply(listing(some(1, 3)));
    QCOMPARE(m_table->currentIndex().row(), 2);
    QVERIFY(!m_table->selectionModel()->hasSelection());
}

void TestClusterTable::scrollStays()
{
    m_session->clusters().apply(listing(some(100, 200)));
    QTRY_VERIFY(m_table->verticalScrollBar()->maximum() > 50);
    m_table->verticalScrollBar()->setValue(50);
    QCOMPARE(m_model->clusterAt(m_table->rowAt(0)).record.id, id(150));
    m_session->clusters().apply(listing(some(80, 220)));
    QCOMPARE(m_model->clusterAt(m_table->rowAt(0)).record.id, id(150));
}

void TestClusterTable::inSight()
{
    QVERIFY(m_table->attended(10).shown.isEmpty());
    m_session->clusters().apply(listing(some(0, 3)));
    QCOMPARE(m_table->attended(10).shown, (QList<ClusterKey>{key(id(0)), key(id(1)), key(id(2))}));
    m_session->clusters().apply(listing(some(0, 200)));
    m_table->scrollTo(m_model->index(100, 0), QAbstractItemView::PositionAtTop);
    const QList<ClusterKey> keys = m_table->attended(10).shown;
    QCOMPARE(keys.first(), key(id(100)));
    const auto rows = m_table->viewport()->height() / m_table->rowHeight(100);
    QVERIFY(keys.size() >= rows && keys.size() <= rows + 1);
}

void TestClusterTable::spaceToggles()
{
    m_session->clusters().apply(listing(some(1, 3)));
    m_table->enter();
    QCOMPARE(selected(), QSet<QString>{id(1)});
    QTest::keyClick(m_table.get(), Qt::Key_Space);
    QCOMPARE(selected(), QSet<QString>());
    QTest::keyClick(m_table.get(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(m_table.get(), Qt::Key_Space);
    QCOMPARE(selected(), QSet<QString>{id(2)});
}

void TestClusterTable::columnsAreRemembered()
{
    m_table->horizontalHeader()->moveSection(0, 3);
    m_table->setColumnHidden(int(ClusterColumn::Zone), true);
    m_table->setColumnWidth(int(ClusterColumn::Name), 321);
    const QByteArray columns = m_table->columns();
    m_table->resetColumns();
    QVERIFY(!m_table->isColumnHidden(int(ClusterColumn::Zone)));
    m_table->setColumns(columns);
    QVERIFY(m_table->isColumnHidden(int(ClusterColumn::Zone)));
    QCOMPARE(m_table->columnWidth(int(ClusterColumn::Name)), 321);
    QCOMPARE(m_table->horizontalHeader()->visualIndex(0), 3);
    m_table->setColumns("rubbish");
    QCOMPARE(m_table->columnWidth(int(ClusterColumn::Name)), 321);
}

void TestClusterTable::twoLevels()
{
    QList<ClusterRecord> clusters = some(1, 6);
    for (int i = 0; i < 6; ++i) {
        clusters[i].nodes = i % 2;
        clusters[i].runningJobs = i / 2;
    }
    m_session->clusters().apply(listing(clusters));
    auto *header = m_table->horizontalHeader();
    QSignalSpy changed(m_table.get(), &ClusterTable::columnsChanged);
    const auto click = [&](ClusterColumn column, Qt::KeyboardModifiers modifiers = {}) {
        m_table->scrollTo(m_model->index(0, int(column)));
        const int x =
            header->sectionViewportPosition(int(column)) + header->sectionSize(int(column)) / 2;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, {x, header->height() / 2});
    };
    const auto shown = [&] {
        QString ids;
        for (int row = 0; row < m_model->rowCount(); ++row)
            ids += m_model->keyAt(row).id.right(1);
        return ids;
    };
    click(ClusterColumn::Nodes);
    QCOMPARE(shown(), QStringLiteral("135246"));
    click(ClusterColumn::RunningJobs, Qt::ShiftModifier);
    click(ClusterColumn::RunningJobs, Qt::ShiftModifier);
    QCOMPARE(shown(), QStringLiteral("531642"));
    QVERIFY(changed.size() >= 3);
    QCOMPARE(header->sortIndicatorSection(), int(ClusterColumn::Nodes));
    QCOMPARE(
        m_model->headerData(int(ClusterColumn::RunningJobs), Qt::Horizontal, Qt::AccessibleTextRole)
            .toString(),
        QStringLiteral("Running jobs, sorted second, descending"));
    click(ClusterColumn::Nodes); // the other way round; the second stays as it is
    QCOMPARE(shown(), QStringLiteral("642531"));
    m_session->clusters().apply(listing(some(1, 0), false)); // no clusters
    clusters[1].nodes = 0;
    m_session->clusters().apply(listing(clusters));
    QCOMPARE(shown(), QStringLiteral("645321"));
    click(ClusterColumn::Nodes, Qt::ShiftModifier);
    QVERIFY(!m_view->second());
    click(ClusterColumn::RunningJobs, Qt::ShiftModifier);
    click(ClusterColumn::Id); // sorts by this column only
    QVERIFY(!m_view->second());
    QCOMPARE(shown(), QStringLiteral("123456"));
}

/// Random filters, sorts and refreshes: a selected cluster stays selected while it exists, and
/// counts as hidden while the view does not show it.
void TestClusterTable::hiddenUnderFire()
{
    QRandomGenerator dice(23);
    QSet<QString> expected;
    const QStringList texts{{}, "n00", "n01", "n02", "n0", "n03"};
    m_session->clusters().apply(listing(some(0, 40)));
    for (int round = 0; round < 400; ++round) {
        switch (dice.bounded(5)) {
        case 0: {
            QList<ClusterRecord> next;
            QSet<QString> present;
            for (ClusterRecord &one : some(0, 40)) {
                if (dice.bounded(8) == 0)
                    continue;
                one.runningJobs = int(dice.bounded(9));
                next.append(one);
                present.insert(one.id);
            }
            std::shuffle(next.begin(), next.end(), dice);
            m_session->clusters().apply(listing(next));
            expected.intersect(present);
            break;
        }
        case 1:
            m_view->setFilter(texts.at(dice.bounded(int(texts.size()))));
            break;
        case 2:
            m_model->sort(dice.bounded(ClusterColumnCount), Qt::SortOrder(dice.bounded(2)));
            break;
        case 3:
            if (m_model->rowCount() > 0) {
                const QString more = m_model->keyAt(dice.bounded(m_model->rowCount())).id;
                select(more);
                expected.insert(more);
            }
            break;
        default:
            if (dice.bounded(4) == 0) {
                m_table->dropHidden();
                QSet<QString> shown;
                for (const QString &one : std::as_const(expected)) {
                    if (m_model->rowOf(key(one)))
                        shown.insert(one);
                }
                expected = shown;
            }
        }
        QCOMPARE(selected(), expected);
        QSet<QString> unseen;
        for (const QString &one : std::as_const(expected)) {
            if (!m_model->rowOf(key(one)))
                unseen.insert(one);
        }
        QCOMPARE(hidden(), unseen);
        QCOMPARE(m_table->selectionModel()->selectedRows().size(), expected.size() - unseen.size());
    }
}

QTEST_MAIN(TestClusterTable)
#include "tst_clustertable.moc"
