// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"
#include "tests/ui/builders.h"
#include "ui/clusters/table/clustertablemodel.h"
#include "ui/clusters/table/selectiontext.h"
#include "ui/theme/resources.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;

class TestClusterTableModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadResources(*qApp); }
    void init();
    void cleanup();
    void words();
    void unknownIsSaidAsSuch();
    void cloudsTextStaysText();
    void damagedTextIsMarked();
    void followsTheClusters();
    void ofAnEarlierRun();
    void summary();

private:
    /// Of those of the clusters that there are.
    [[nodiscard]] SelectionSummary summaryOf(const QStringList &ids) const
    {
        QList<int> rows;
        for (const QString &id : ids) {
            if (const auto row = m_session->clusters().rowOf(key(id)))
                rows.append(*row);
        }
        SelectionSummarizer summarizer;
        summarizer.begin(rows);
        summarizer.goOn(m_session->clusters(), m_session->operationService());
        return summarizer.summary();
    }
    [[nodiscard]] QVariant at(const QString &id, ClusterColumn column,
                              int role = Qt::DisplayRole) const
    {
        return m_model->index(m_model->rowOf(key(id)).value(), int(column)).data(role);
    }

    std::unique_ptr<SystemClock> m_clock;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ClusterView> m_view;
    std::unique_ptr<ClusterTableModel> m_model;
};

void TestClusterTableModel::init()
{
    QLocale::setDefault(QLocale::c());
    m_clock = std::make_unique<SystemClock>();
    m_session = std::make_unique<Session>(*m_clock);
    m_session->clusters().setAccount(QStringLiteral("a"),
                                     {QStringLiteral("lab"), QStringLiteral("z1")});
    m_view = std::make_unique<ClusterView>(m_session->clusters());
    m_model = std::make_unique<ClusterTableModel>(*m_view, m_session->operationService(), *m_clock);
}

void TestClusterTableModel::cleanup()
{
    m_model.reset();
    m_view.reset();
    m_session.reset();
}

void TestClusterTableModel::words()
{
    ClusterRecord busy = record(QStringLiteral("hpc-2"), QStringLiteral("two"));
    busy.transition = QStringLiteral("resizing");
    ClusterRecord odd = record(QStringLiteral("hpc-3"), QStringLiteral("three"));
    odd.status = QStringLiteral("abnormal");
    m_session->clusters().apply(
        listing({record(QStringLiteral("hpc-1"), QStringLiteral("one")), busy, odd}));
    QCOMPARE(at(QStringLiteral("hpc-1"), ClusterColumn::Status).toString(),
             QStringLiteral("Active"));
    QCOMPARE(at(QStringLiteral("hpc-2"), ClusterColumn::Status).toString(),
             QStringLiteral("Active – resizing"));
    QCOMPARE(at(QStringLiteral("hpc-3"), ClusterColumn::Status).toString(),
             QStringLiteral("abnormal"));
    QVERIFY(!at(QStringLiteral("hpc-1"), ClusterColumn::Status, Qt::DecorationRole).isNull());
    QCOMPARE(at(QStringLiteral("hpc-1"), ClusterColumn::Billing).toString(),
             QStringLiteral("Pay as you go"));
    QCOMPARE(at(QStringLiteral("hpc-1"), ClusterColumn::Account).toString(), QStringLiteral("lab"));
    QVERIFY(at(QStringLiteral("hpc-1"), ClusterColumn::Created).toString().endsWith(u" y"));
    QVERIFY(at(QStringLiteral("hpc-1"), ClusterColumn::Created, Qt::ToolTipRole)
                .toString()
                .contains(u"2021"));
}

void TestClusterTableModel::unknownIsSaidAsSuch()
{
    ClusterRecord bare;
    bare.id = QStringLiteral("hpc-1");
    m_session->clusters().apply(listing({bare}));
    for (const ClusterColumn column : {ClusterColumn::Nodes, ClusterColumn::RunningJobs,
                                       ClusterColumn::CpuHours, ClusterColumn::Created}) {
        QCOMPARE(at(bare.id, column).toString(), QStringLiteral("–"));
        QCOMPARE(at(bare.id, column, Qt::AccessibleTextRole).toString(), QStringLiteral("unknown"));
    }
}

void TestClusterTableModel::cloudsTextStaysText()
{
    const QString nasty = QStringLiteral("<img src=/dev/zero>");
    ClusterRecord evil = record(QStringLiteral("hpc-1"), nasty);
    evil.description = QStringLiteral("<b>bold</b>");
    m_session->clusters().apply(listing({evil}));
    QCOMPARE(at(evil.id, ClusterColumn::Name).toString(), nasty);
    const QString tip = at(evil.id, ClusterColumn::Name, Qt::ToolTipRole).toString();
    QVERIFY2(!tip.contains(u"<img") && !tip.contains(u"<b>"), qPrintable(tip));
    QVERIFY(tip.contains(u"&lt;img"));
}

void TestClusterTableModel::damagedTextIsMarked()
{
    const QString badId = QStringLiteral("hpc-\uFFFD");
    m_session->clusters().apply(
        listing({record(QStringLiteral("hpc-1"), QStringLiteral("one")),
                 record(QStringLiteral("hpc-2"), QStringLiteral("lab \uFFFD")),
                 record(badId, QStringLiteral("three"))}));
    const auto marked = [this](const QString &id, ClusterColumn column) {
        return !at(id, column, Qt::DecorationRole).isNull() &&
               at(id, column, Qt::AccessibleTextRole)
                   .toString()
                   .endsWith(u", not fully readable") &&
               at(id, column, Qt::ToolTipRole).toString().contains(u"read");
    };
    for (const ClusterColumn column : {ClusterColumn::Name, ClusterColumn::Id}) {
        QVERIFY(!marked(QStringLiteral("hpc-1"), column));
        QCOMPARE(marked(QStringLiteral("hpc-2"), column), column == ClusterColumn::Name);
        QCOMPARE(marked(badId, column), column == ClusterColumn::Id);
    }
    QCOMPARE(at(QStringLiteral("hpc-2"), ClusterColumn::Name).toString(),
             QStringLiteral("lab \uFFFD"));
    const SelectionSummary sum = summaryOf({badId, QStringLiteral("hpc-2")});
    QCOMPARE(sum.selected, 2);
    QCOMPARE(sum.allowing(Verb::Delete), 1);
}

void TestClusterTableModel::followsTheClusters()
{
    QAbstractItemModelTester tester(m_model.get(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<ClusterRecord> clusters;
    for (int i = 0; i < 20; ++i)
        clusters.append(record(QStringLiteral("hpc-%1").arg(i), QStringLiteral("n%1").arg(i)));
    m_session->clusters().apply(listing(clusters));
    m_model->sort(int(ClusterColumn::Id), Qt::DescendingOrder);
    m_view->setFilter(QStringLiteral("1"));
    clusters.removeAt(11);
    clusters[12].runningJobs = 99;
    m_session->clusters().apply(listing(clusters));
    m_view->setFilter({});
    QCOMPARE(m_model->rowCount(), 19);
}

/// Such a row looks different and says so until it is read, even when nothing else changes.
void TestClusterTableModel::ofAnEarlierRun()
{
    const QString one = QStringLiteral("hpc-1");
    const QString two = QStringLiteral("hpc-2");
    ClusterListing kept = listing({record(one, one), record(two, two)});
    kept.complete = false;
    kept.fromEarlierRun = true;
    m_session->clusters().apply(kept);
    ClusterListing part = listing({record(two, two)});
    part.complete = false;
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_session->clusters().apply(part);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), m_model->rowOf(key(two)).value());
    const QString said = ClusterTableModel::notReadText();
    for (const bool read : {false, true}) {
        const QString &id = read ? two : one;
        const auto has = [&](int role) {
            return at(id, ClusterColumn::Name, role).toString().contains(said);
        };
        QCOMPARE(has(Qt::ToolTipRole), !read);
        QCOMPARE(has(Qt::AccessibleDescriptionRole), !read);
        QCOMPARE(at(id, ClusterColumn::Name, Qt::ForegroundRole).isValid(), !read);
    }
    QVERIFY(!m_session->clusters().isFromEarlierRun(*m_session->clusters().rowOf(key(two))));
}

void TestClusterTableModel::summary()
{
    ClusterRecord busy = record(QStringLiteral("hpc-2"), QStringLiteral("two"));
    busy.transition = QStringLiteral("resizing");
    ClusterRecord stopped = record(QStringLiteral("hpc-3"), QStringLiteral("three"));
    stopped.status = QStringLiteral("stopped");
    m_session->clusters().apply(
        listing({record(QStringLiteral("hpc-1"), QStringLiteral("one")), busy, stopped}));
    const SelectionSummary all = summaryOf({QStringLiteral("hpc-1"), QStringLiteral("hpc-2"),
                                            QStringLiteral("hpc-3"), QStringLiteral("x")});
    QCOMPARE(all.selected, 3);
    QCOMPARE(all.allowing(Verb::Delete), 2);
    QCOMPARE(all.allowing(Verb::Stop), 1);
    QCOMPARE(all.allowing(Verb::Start), 1);
    QCOMPARE(all.busy, 1);
    QCOMPARE(summaryText(all), QStringLiteral("3 selected  ·  2 can be deleted  ·  1 busy"));
    QCOMPARE(summaryText(summaryOf({})), QStringLiteral("Nothing selected"));
}

QTEST_MAIN(TestClusterTableModel)
#include "tst_clustertablemodel.moc"
