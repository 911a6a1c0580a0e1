// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/builders.h"
#include "tests/ui/demowindow.h"
#include "tests/ui/parts.h"
#include "ui/clusters/pastedlist/selectbylistdialog.h"
#include "ui/theme/resources.h"
#include "ui/widgets/recordtable.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

using namespace clusterdeck;

/// From a pasted list to a selection.
class TestSelectByList : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void cleanup();
    void byKeyboardAlone();
    void addsToTheSelection();
    void onlyProblems();
    void theAmbiguousAreChosenByHand();
    void theDoubtfulAreNotTicked();
    void copiesWhatWasNotFound();
    void followsTheClusters();
    void files();
    void model();

private:
    void show(const QList<ClusterRecord> &clusters)
    {
        m_clusters = std::make_unique<ClusterModel>();
        m_clusters->apply(listing(clusters));
        m_dialog = new SelectByListDialog(*m_clusters, true, nullptr);
        connect(m_dialog, &SelectByListDialog::chosen, this,
                [this](const QList<ClusterKey> &keys, bool add) {
                    m_chosen = keys;
                    m_add = add;
                });
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }
    template <class T>
    [[nodiscard]] T *part(const char *name) const
    {
        return clusterdeck::part<T>(m_dialog, name);
    }
    [[nodiscard]] QPlainTextEdit *text() const { return part<QPlainTextEdit>("List"); }
    [[nodiscard]] QPushButton *select() const { return part<QPushButton>("Select"); }
    [[nodiscard]] QString summary() const { return part<QLabel>("Summary")->text(); }
    [[nodiscard]] RecordModelBase *matches() const
    {
        return part<RecordTable>("Matches")->recordModel();
    }
    [[nodiscard]] QString cell(int row, const char *column) const
    {
        return matches()->index(row, matches()->columnOf(column)).data().toString();
    }
    [[nodiscard]] int rows() const { return matches()->rowCount(); }
    [[nodiscard]] static QList<ClusterRecord> few()
    {
        return {record("hpc-1", "anna"), record("hpc-2", "twin"), record("hpc-3", "twin"),
                record("hpc-4", "dora")};
    }

    std::unique_ptr<ClusterModel> m_clusters;
    QPointer<SelectByListDialog> m_dialog;
    QList<ClusterKey> m_chosen;
    bool m_add = false;
};

void TestSelectByList::cleanup()
{
    delete m_dialog;
    m_clusters.reset();
    m_chosen.clear();
    m_add = false;
    end();
}

/// Ctrl+L, Ctrl+V, Alt+S.
void TestSelectByList::byKeyboardAlone()
{
    begin();
    openDemo();
    const ClusterModel &clusters = m_session->clusters();
    QSet<ClusterKey> wanted;
    QString list = QStringLiteral("Please delete:\r\n");
    for (int row = 0; row < 12; row += 3) {
        wanted.insert(clusters.keyAt(row));
        list += QStringLiteral("- %1, idle\r\n").arg(clusters.keyAt(row).id);
    }
    QGuiApplication::clipboard()->setText(list + QStringLiteral("hpc-0nowhere\r\n"));
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<SelectByListDialog *>());
    m_dialog = m_window->findChild<SelectByListDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    QTRY_VERIFY(text()->hasFocus());
    QVERIFY(text()->document()->isEmpty());
    QVERIFY(!select()->isEnabled());
    QVERIFY(!m_dialog->findChild<QPushButton *>(QStringLiteral("Add"))); // nothing is selected yet
    QTest::keyClick(text(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(select()->isEnabled());
    QCOMPARE(summary(), QStringLiteral("4 matched  ·  1 not found  ·  1 line of text ignored"));
    QCOMPARE(select()->text(), QStringLiteral("&Select 4 clusters"));
    QVERIFY(part<QLabel>("Among")->text().contains(QLocale().toString(clusters.rowCount())));
    QTest::keyClick(text(), Qt::Key_S, Qt::AltModifier);
    QTRY_VERIFY(!m_dialog);
    const QList<ClusterKey> &selected = table()->selectedKeys();
    QCOMPARE(QSet<ClusterKey>(selected.begin(), selected.end()), wanted);
    QTRY_COMPARE(m_window->focusWidget(), table());
}

void TestSelectByList::addsToTheSelection()
{
    begin();
    openDemo();
    selectRow(5);
    const ClusterKey before = table()->selectedKeys().first();
    const ClusterKey other =
        m_session->clusters().keyAt(m_session->clusters().keyAt(0) == before ? 1 : 0);
    action("SelectByList")->trigger();
    m_dialog = m_window->findChild<SelectByListDialog *>();
    text()->setPlainText(other.id);
    QTRY_VERIFY(select()->isEnabled());
    QTest::keyClick(text(), Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(!m_dialog);
    const QList<ClusterKey> &selected = table()->selectedKeys();
    QCOMPARE(QSet<ClusterKey>(selected.begin(), selected.end()), (QSet<ClusterKey>{before, other}));
}

void TestSelectByList::onlyProblems()
{
    show(few());
    text()->setPlainText(QStringLiteral("name\nanna\n\nnobody\nanna\ntwin\n# no"));
    QTRY_COMPARE(rows(), 8);
    QCOMPARE(summary(), QStringLiteral("1 matched  ·  1 not found  ·  1 ambiguous  ·  1 repeated"));
    QCOMPARE(cell(1, "result"), QStringLiteral("Matched"));
    QCOMPARE(cell(1, "line"), QStringLiteral("2"));
    QCOMPARE(cell(1, "id"), QStringLiteral("hpc-1"));
    QCOMPARE(cell(3, "result"), QStringLiteral("Repeated"));
    QTest::keyClick(text(), Qt::Key_P, Qt::AltModifier);
    QTRY_COMPARE(rows(), 4);
    QCOMPARE(cell(0, "sought"), QStringLiteral("nobody"));
    QCOMPARE(cell(3, "id"), QStringLiteral("hpc-3"));
}

void TestSelectByList::theAmbiguousAreChosenByHand()
{
    show(few());
    text()->setPlainText(QStringLiteral("twin\ntwin\nanna"));
    QTRY_COMPARE(rows(), 5);
    QCOMPARE(select()->text(), QStringLiteral("&Select 1 cluster"));
    auto *table = part<QTableView>("Matches");
    QCOMPARE(cell(1, "id"), QStringLiteral("hpc-2"));
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 2));
    QTest::keyClick(table, Qt::Key_Space); // the ambiguous line itself cannot be ticked
    QCOMPARE(select()->text(), QStringLiteral("&Select 1 cluster"));
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(select()->text(), QStringLiteral("&Select 2 clusters"));
    QTest::keyClick(table, Qt::Key_Up);
    QTest::keyClick(table, Qt::Key_Space);
    QTest::keyClick(table, Qt::Key_Space);
    QTest::keyClick(table, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(!m_add);
    QCOMPARE(m_chosen, (QList{key("hpc-1"), key("hpc-3")}));
}

/// Each doubtful line is shown beside its id, with the reason, and is selected only when the user
/// ticks it.
void TestSelectByList::theDoubtfulAreNotTicked()
{
    show(few());
    text()->setPlainText(QStringLiteral("delete: hpc-1, but <b>KEEP</b> hpc-2\n~~hpc-3~~\nhpc-4\n"
                                        "please keep hpc-4"));
    QTRY_COMPARE(summary(), QStringLiteral("0 matched  ·  4 doubtful  ·  1 repeated"));
    QVERIFY(!select()->isEnabled());
    QCOMPARE(rows(), 9);
    QCOMPARE(cell(0, "result"), QStringLiteral("Doubtful"));
    QCOMPARE(cell(0, "sought"), QStringLiteral("hpc-1"));
    QCOMPARE(cell(0, "whole_line"), QStringLiteral("delete: hpc-1, but <b>KEEP</b> hpc-2"));
    QCOMPARE(cell(0, "name"), QStringLiteral("The line may say to keep it."));
    QCOMPARE(cell(1, "id"), QStringLiteral("hpc-1"));
    QCOMPARE(cell(4, "name"), QStringLiteral("The line is struck through."));
    QCOMPARE(cell(6, "name"), QStringLiteral("Line 4 may say to keep it."));
    QCOMPARE(cell(8, "result"), QStringLiteral("Doubtful"));
    auto *table = part<QTableView>("Matches");
    for (int row = 0; row < rows(); ++row) {
        const QVariant tick = table->model()->index(row, 0).data(Qt::CheckStateRole);
        QVERIFY(!tick.isValid() || tick.toInt() == Qt::Unchecked);
    }
    part<QCheckBox>("Only problems")->click(); // doubtful lines count as problems
    QCOMPARE(rows(), 8);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(5, 2));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(select()->text(), QStringLiteral("&Select 1 cluster"));
    select()->click();
    QCOMPARE(m_chosen, QList{key("hpc-3")});
}

void TestSelectByList::copiesWhatWasNotFound()
{
    show(few());
    QVERIFY(!part<QPushButton>("Copy not found")->isEnabled());
    text()->setPlainText(QStringLiteral("anna\nnobody\nhpc-99\nnobody\nHPC-99"));
    QTRY_VERIFY(part<QPushButton>("Copy not found")->isEnabled());
    QVERIFY(m_dialog->isActiveWindow());
    QTest::keyClick(text(), Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("nobody\nhpc-99\n"));
    text()->clear();
    QTRY_VERIFY(!select()->isEnabled());
    QTRY_VERIFY(summary().isEmpty());
}

/// A cluster that leaves the table leaves the matches; other ticks stay.
void TestSelectByList::followsTheClusters()
{
    show(few());
    text()->setPlainText(QStringLiteral("twin\nanna\ndora"));
    QTRY_COMPARE(rows(), 5);
    matches()->setData(matches()->index(2, 0), int(Qt::Checked), Qt::CheckStateRole);
    QCOMPARE(select()->text(), QStringLiteral("&Select 3 clusters"));
    QList<ClusterRecord> fewer = few();
    fewer.removeFirst();
    fewer[2].status = QStringLiteral("stopped");
    m_clusters->apply(listing(fewer));
    QTRY_COMPARE(select()->text(), QStringLiteral("&Select 2 clusters"));
    QCOMPARE(summary(), QStringLiteral("1 matched  ·  1 not found  ·  1 ambiguous"));
    QCOMPARE(cell(4, "status"), QStringLiteral("Stopped"));
    fewer.removeAt(1); // the ticked twin
    m_clusters->apply(listing(fewer));
    QTRY_COMPARE(summary(), QStringLiteral("2 matched  ·  1 not found"));
    QTRY_VERIFY(select()->isEnabled());
    select()->click();
    QCOMPARE(m_chosen, (QList{key("hpc-2"), key("hpc-4")}));
}

void TestSelectByList::files()
{
    show(few());
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("list.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("hpc-4\n");
    file.close();
    m_dialog->load(path);
    QTRY_COMPARE(summary(), QStringLiteral("1 matched"));
    auto *problem = part<QLabel>("Problem");
    QVERIFY(!problem->isVisible());
    const auto *open = part<QPushButton>("Open a file");
    const auto loaded = [&](const QString &from) {
        m_dialog->load(from);
        QVERIFY(!open->isEnabled());
        QTRY_VERIFY(open->isEnabled());
    };
    loaded(folder.filePath(QStringLiteral("none")));
    QVERIFY(problem->isVisible() && problem->text().endsWith(u"none does not exist."));
    loaded(folder.path());
    QVERIFY(problem->text().endsWith(u" is not a regular file."));
    const auto load = [&](const QByteArray &bytes) {
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        loaded(path);
    };
    load(QByteArray("PK\x03\x04\x14\0\x06\0", 8));
    QVERIFY(problem->isVisible() && problem->text().startsWith(u"This is not a text file"));
    QCOMPARE(summary(), QStringLiteral("1 matched")); // the earlier text stays
    load("hpc-1\xE2\x80\xA8hpc-2\xC2\x85hpc\xE2\x80\x93"
         "3");
    QTRY_COMPARE(summary(), QStringLiteral("3 matched"));
    QVERIFY(!problem->isVisible());
    load("hpc-4 \xC9\xBE\xB3\xFD\n");
    QTRY_COMPARE(summary(), QStringLiteral("1 matched"));
    QVERIFY(problem->isVisible() && problem->text().contains(u"GB18030"));
    QVERIFY(file.resize(17 * 1024 * 1024));
    loaded(path);
    QVERIFY(problem->text().contains(u"too large"));
    QCOMPARE(summary(), QStringLiteral("1 matched")); // the earlier text stays
}

void TestSelectByList::model()
{
    ClusterModel clusters;
    clusters.apply(listing(few()));
    ListMatchModel model(clusters);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    ListMatching matching(clusters);
    const auto match = [&](const QString &text) {
        matching.setText(text);
        QVERIFY(matching.advance(1000));
        model.setLines(matching.matcher().lines());
    };
    match(QStringLiteral("twin\nanna\nnobody\n\n#"));
    QCOMPARE(model.rowCount(), 6);
    model.toggle({0, 1, 2, 3});
    QCOMPARE(model.ticked(), (QList{key("hpc-2"), key("hpc-3")}));
    model.toggle({1, 2});
    QVERIFY(model.ticked().isEmpty());
    model.toggle({1});
    model.toggle({1, 2});
    QCOMPARE(model.ticked(), (QList{key("hpc-2"), key("hpc-3")}));
    model.setOnlyProblems(true);
    QCOMPARE(model.rowCount(), 4);
    QVERIFY(!model.setData(model.index(0, 0), int(Qt::Checked), Qt::CheckStateRole));
    match(QStringLiteral("anna"));
    QCOMPARE(model.rowCount(), 0);
    match(QStringLiteral("twin"));
    QVERIFY(model.ticked().isEmpty()); // it was not a candidate meanwhile
}

QTEST_MAIN(TestSelectByList)
#include "tst_selectbylist.moc"
