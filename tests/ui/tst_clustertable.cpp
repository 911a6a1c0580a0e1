// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"
#include "tests/ui/builders.h"
#include "ui/clusters/clustertable.h"

#include <QHeaderView>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;

/// What is selected are clusters, whatever happens to the rows.
class TestClusterTable : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keptOverRefreshes();
    void neighbourNeverEnters();
    void allShownIsNotAllOthers();
    void hiddenRowsLeave();
    void currentRowGoesOnNearby();
    void scrollStays();
    void spaceToggles();
    void columnsAreRemembered();
    void selectionUnderFire();

private:
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
    m_model = std::make_unique<ClusterTableModel>(*m_view, m_session->desk(), m_clock);
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
    // As many rows as before, but others.
    m_view->setFilter(QStringLiteral("blue"));
    QCOMPARE(selected(), QSet<QString>());
    QVERIFY(m_table->selectionModel()->selection().isEmpty());

    m_view->setFilter({});
    m_table->selectAll();
    m_session->clusters().apply(listing(some(4, 6)));
    QCOMPARE(selected(), (QSet<QString>{id(4), id(5), id(6)}));
    QCOMPARE(m_table->selectionModel()->selectedRows().size(), 3);
}

void TestClusterTable::hiddenRowsLeave()
{
    m_session->clusters().apply(listing(some(1, 20)));
    select(id(3));
    select(id(13));
    m_view->setFilter(QStringLiteral("n01"));
    QCOMPARE(selected(), QSet<QString>{id(13)});
    m_view->setFilter({});
    QCOMPARE(selected(), QSet<QString>{id(13)});
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

void TestClusterTable::selectionUnderFire()
{
    QRandomGenerator dice(7);
    QSet<QString> expected;
    m_session->clusters().apply(listing(some(0, 60)));
    for (int round = 0; round < 300; ++round) {
        QList<ClusterRecord> next;
        QSet<QString> present;
        for (ClusterRecord &one : some(0, 80)) {
            if (dice.bounded(5) == 0)
                continue;
            one.runningJobs = int(dice.bounded(9));
            next.append(one);
            present.insert(one.id);
        }
        std::shuffle(next.begin(), next.end(), dice);
        m_session->clusters().apply(listing(next));
        expected.intersect(present);
        QCOMPARE(selected(), expected);
        if (dice.bounded(10) == 0)
            m_model->sort(int(dice.bounded(ClusterColumnCount)),
                          dice.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
        QCOMPARE(selected(), expected);
        const QString more = next.at(int(dice.bounded(int(next.size())))).id;
        select(more);
        expected.insert(more);
        QCOMPARE(selected(), expected);
    }
}

QTEST_MAIN(TestClusterTable)
#include "tst_clustertable.moc"
