// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnfit.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/windowcontext.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace clusterdeck;

namespace
{

struct Record {
    int key = 0;
    QString text;
    QString third = QStringLiteral("third");
    bool operator==(const Record &) const = default;
};

class Records : public RecordModel<Record, int>
{
public:
    explicit Records(Sorting sorting = Sorting::None)
        : RecordModel(
              {{"key",
                QStringLiteral("Key"),
                {.spoken = true},
                [](const Record &row) { return QString::number(row.key); },
                {},
                {},
                [](const Record &row) { return row.key; }},
               {"text",
                QStringLiteral("Text"),
                {.whole = true, .spoken = true},
                [](const Record &row) { return row.text; }},
               {"third",
                QStringLiteral("Third"),
                {.optional = true, .empty = EmptyCell::Nothing},
                [](const Record &row) { return row.third; }}},
              [](const Record &row) { return row.key; }, nullptr, sorting)
    {
    }
};

QList<Record> records(const QList<int> &keys, const QString &text = QStringLiteral("text"))
{
    QList<Record> rows;
    for (const int key : keys)
        rows.append({key, text, QStringLiteral("third")});
    return rows;
}

QList<int> upTo(int count, int first = 0)
{
    QList<int> keys;
    for (int key = first; key < count; ++key)
        keys.append(key);
    return keys;
}

} // namespace

/// Properties of all tables: rows that change in place, columns that fit, rows to copy.
class TestTables : public QObject
{
    Q_OBJECT

private slots:
    void rowsFollowTheirKeys_data();
    void rowsFollowTheirKeys();
    void anyRowsBecomeAnyOthers();
    void whatIsSelectedStays();
    void theFirstRowInViewStays();
    void copiesTheSelectedRows();
    void idsAreWhole();
    void oneColumnTakesWhatIsLeft();
    void theLastColumnTakesItForAHiddenOne();
    void sortsByItsColumns();
    void saysWhatACellHolds();
    void copiesForPrograms();
    void keepsTheWidthsThatAPersonChose();
};

void TestTables::rowsFollowTheirKeys_data()
{
    QTest::addColumn<QList<int>>("before");
    QTest::addColumn<QList<int>>("after");
    QTest::addColumn<int>("inserts");
    QTest::addColumn<int>("removes");
    QTest::addColumn<int>("moves");
    const auto row = [](const char *name, const QList<int> &before, const QList<int> &after,
                        int inserts, int removes, int moves) {
        QTest::newRow(name) << before << after << inserts << removes << moves;
    };
    row("the same", {1, 2, 3}, {1, 2, 3}, 0, 0, 0);
    row("one on top", {1, 2, 3}, {9, 1, 2, 3}, 1, 0, 0);
    row("below", {1, 2, 3}, {1, 2, 3, 4, 5}, 1, 0, 0);
    row("in the middle", {1, 2, 3}, {1, 8, 9, 2, 7, 3}, 2, 0, 0);
    row("the first leaves", {1, 2, 3}, {2, 3}, 0, 1, 0);
    row("two leave apart", {1, 2, 3, 4}, {2, 4}, 0, 2, 0);
    row("one for another", {1, 2, 3}, {1, 9, 3}, 1, 1, 0);
    row("one goes up", {1, 2, 3}, {3, 1, 2}, 0, 0, 1);
    row("all turned round", {1, 2, 3}, {3, 2, 1}, 0, 0, 2);
    row("the same key twice", {1, 1, 2}, {1, 2, 1}, 0, 0, 1);
    row("all others", {1, 2, 3}, {4, 5}, 1, 1, 0);
    row("from nothing", {}, {1, 2}, 1, 0, 0);
    row("to nothing", {1, 2}, {}, 0, 1, 0);
}

void TestTables::rowsFollowTheirKeys()
{
    QFETCH(QList<int>, before);
    QFETCH(QList<int>, after);
    Records model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRecords(records(before));
    QHash<int, QPersistentModelIndex> held;
    for (int row = 0; row < model.rowCount(); ++row)
        held.insert(model.index(row, 0).data().toInt(), model.index(row, 0));
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRecords(records(after));
    QTEST(int(inserted.size()), "inserts");
    QTEST(int(removed.size()), "removes");
    QTEST(int(moved.size()), "moves");
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 0); // the records are equal
    QCOMPARE(model.rowCount(), int(after.size()));
    for (int row = 0; row < int(after.size()); ++row)
        QCOMPARE(model.index(row, 0).data().toInt(), after.at(row));
    for (const int key : before) {
        QCOMPARE(held.value(key).isValid(), after.contains(key));
        if (after.contains(key))
            QCOMPARE(held.value(key).data().toInt(), key);
    }
    model.setRecords(records(after, QStringLiteral("news")));
    QCOMPARE(changed.size(), after.isEmpty() ? 0 : 1);
    QCOMPARE(model.index(0, 1).data().toString(),
             after.isEmpty() ? QString() : QStringLiteral("news"));
}

void TestTables::anyRowsBecomeAnyOthers()
{
    QRandomGenerator random(20261130);
    Records small;
    Records large;
    const QAbstractItemModelTester tester(&small,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&large, &QAbstractItemModel::modelReset);
    for (int round = 0; round < 300; ++round) {
        Records &model = round % 15 == 0 ? large : small;
        const int most = &model == &large ? 900 : 12; // mostly too many pieces: reset
        QList<Record> rows;
        for (int row = random.bounded(most); row > 0; --row)
            rows.append({int(random.bounded(most)), QString::number(random.bounded(2)), {}});
        model.setRecords(rows);
        QCOMPARE(model.rowCount(), int(rows.size()));
        for (int row = 0; row < int(rows.size()); ++row) {
            QCOMPARE(model.index(row, 0).data().toInt(), rows.at(row).key);
            QCOMPARE(model.index(row, 1).data().toString(), rows.at(row).text);
        }
    }
    QVERIFY(reset.size() > 0 && reset.size() < 20);
}

void TestTables::whatIsSelectedStays()
{
    Records model;
    RecordTable table(QStringLiteral("Records"), QStringLiteral("Records"), nullptr);
    table.setRecordModel(&model);
    model.setRecords(records({1, 2, 3, 4, 5}));
    table.selectRow(1);
    table.selectionModel()->select(model.index(3, 0),
                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
    table.selectionModel()->setCurrentIndex(model.index(3, 0), QItemSelectionModel::NoUpdate);
    model.setRecords(records({9, 5, 8, 4, 2, 7}));
    QList<int> selected;
    for (const QModelIndex &row : table.selectionModel()->selectedRows())
        selected.append(row.data().toInt());
    std::sort(selected.begin(), selected.end());
    QCOMPARE(selected, (QList<int>{2, 4}));
    QCOMPARE(table.currentIndex().data().toInt(), 4);
}

void TestTables::theFirstRowInViewStays()
{
    Records model;
    RecordTable table(QStringLiteral("Records"), QStringLiteral("Records"), nullptr);
    table.setRecordModel(&model);
    table.resize(300, 200);
    model.setRecords(records(upTo(500, 100)));
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const auto top = [&] { return table.indexAt({0, 0}).data().toInt(); };
    QCOMPARE(top(), 100);
    table.verticalScrollBar()->setValue(50);
    QCOMPARE(top(), 150);
    model.setRecords(records(upTo(500, 60))); // forty rows above
    QTRY_COMPARE(table.verticalScrollBar()->value(), 90);
    QCOMPARE(top(), 150);
    model.setRecords(records(upTo(500, 140))); // some of them leave
    QTRY_COMPARE(table.verticalScrollBar()->value(), 10);
    QCOMPARE(top(), 150);
    // At the top, new rows are visible.
    table.verticalScrollBar()->setValue(0);
    model.setRecords(records(upTo(500, 20)));
    QCoreApplication::processEvents();
    QCOMPARE(top(), 20);
}

void TestTables::copiesTheSelectedRows()
{
    Records model;
    RecordTable table(QStringLiteral("Records"), QStringLiteral("Records"), nullptr);
    table.setRecordModel(&model);
    QList<Record> rows = records({1, 2, 3});
    rows[1].text = QStringLiteral("=1+1");
    rows[2].text = QStringLiteral("a \"quoted\"\ttab");
    model.setRecords(rows);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setFocus();
    QClipboard *clipboard = QApplication::clipboard();
    clipboard->setText(QStringLiteral("before"));
    QTest::keySequence(&table, QKeySequence(QKeySequence::Copy));
    QCOMPARE(clipboard->text(), QStringLiteral("before")); // nothing is selected
    table.selectAll();
    QTest::keySequence(&table, QKeySequence(QKeySequence::Copy));
    QCOMPARE(clipboard->text(), QStringLiteral("Key\tText\tThird\n"
                                               "1\ttext\tthird\n"
                                               "2\t'=1+1\tthird\n"
                                               "3\t\"a \"\"quoted\"\" tab\"\tthird\n"));
    // As shown: without hidden columns, and in the order of moved columns.
    table.setColumnHidden(1, true);
    table.horizontalHeader()->moveSection(2, 0);
    table.selectionModel()->select(model.index(1, 0),
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QTest::keySequence(&table, QKeySequence(QKeySequence::Copy));
    QCOMPARE(clipboard->text(), QStringLiteral("Third\tKey\nthird\t2\n"));
    // A text that is cut off in the table is copied in full.
    rows[1].third = QString(5000, u'x');
    model.setRecords(rows);
    QVERIFY(model.index(1, 2).data().toString().size() < 1000);
    QVERIFY(table.rowsText().contains(rows[1].third));
}

void TestTables::idsAreWhole()
{
    Records model;
    RecordTable table(QStringLiteral("Records"), QStringLiteral("Records"), nullptr);
    table.setRecordModel(&model);
    table.resize(400, 200);
    model.setRecords(records({1}, QStringLiteral("ehpc-1")));
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const auto isWhole = [&] {
        const QAbstractItemView &view = table;
        return table.columnWidth(1) >= view.sizeHintForColumn(1);
    };
    QTRY_VERIFY(isWhole());
    model.setRecords(records({1}, QStringLiteral("ehpc-wwwwwwww")));
    QVERIFY(!isWhole());
    QTRY_VERIFY(isWhole());
    QFont larger = table.font();
    larger.setPointSizeF(larger.pointSizeF() * 1.75);
    table.setFont(larger);
    QTRY_VERIFY(isWhole());
    table.setColumnWidth(1, 20); // by the user
    QTRY_VERIFY(isWhole());
    table.setColumnWidth(1, 300); // the user may choose a larger width
    QCoreApplication::processEvents();
    QCOMPARE(table.columnWidth(1), 300);
    // A long text that is not an id does not make the column too wide.
    model.setRecords(records({1}, QString(5000, u'w')));
    QCoreApplication::processEvents();
    QTRY_VERIFY(table.columnWidth(1) > 300);
    QVERIFY(table.columnWidth(1) <=
            ColumnFit::WidestDigits * table.fontMetrics().horizontalAdvance(u'0'));
}

void TestTables::oneColumnTakesWhatIsLeft()
{
    Records model;
    RecordTable table(QStringLiteral("Records"), QStringLiteral("Records"), nullptr);
    table.setRecordModel(&model);
    model.setRecords(records({1}));
    const int own = table.columnWidth(2);
    table.resize(900, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const auto length = [&] { return table.horizontalHeader()->length(); };
    QTRY_COMPARE(length(), table.viewport()->width());
    table.setColumnHidden(2, true); // then the column before takes the space
    QTRY_COMPARE(length(), table.viewport()->width());
    table.setColumnHidden(2, false);
    table.resize(200, 200); // too narrow for all: the column keeps its own width
    QTRY_COMPARE(table.columnWidth(2), own);
    QVERIFY(length() > table.viewport()->width());
    table.resize(900, 200);
    QTRY_COMPARE(length(), table.viewport()->width());
}

void TestTables::theLastColumnTakesItForAHiddenOne()
{
    QStandardItemModel model(1, 3);
    QTableView table;
    table.setModel(&model);
    new ColumnFit(table.horizontalHeader(), 1, {});
    const int own = table.columnWidth(2);
    table.resize(900, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const auto isFull = [&] {
        return table.horizontalHeader()->length() == table.viewport()->width();
    };
    QTRY_VERIFY(isFull());
    QCOMPARE(table.columnWidth(2), own);
    table.setColumnHidden(1, true);
    QTRY_VERIFY(isFull());
    table.setColumnHidden(1, false);
    QTRY_COMPARE(table.columnWidth(2), own);
    QVERIFY(isFull());
}

void TestTables::sortsByItsColumns()
{
    QLocale::setDefault(QLocale(QLocale::English)); // C does not sort numbers in words
    Records model(Sorting::ByColumns);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    RecordTable table(QStringLiteral("Records"), QStringLiteral("Records"), nullptr);
    table.setRecordModel(&model);
    const auto keys = [&] {
        QList<int> shown;
        for (const Record &row : model.records())
            shown.append(row.key);
        return shown;
    };
    QList<Record> rows = records({10, 9, 30});
    rows[0].text = QStringLiteral("hpc-10");
    rows[1].text = QStringLiteral("HPC-9");
    rows[2].text = QStringLiteral("hpc-1");
    model.setRecords(rows);
    QCOMPARE(keys(), (QList<int>{10, 9, 30})); // as given
    table.selectRow(0);
    const QPersistentModelIndex held = model.index(0, 1);
    table.sortByColumn(0, Qt::AscendingOrder);
    QCOMPARE(keys(), (QList<int>{9, 10, 30})); // as numbers
    QCOMPARE(held.row(), 1);
    QCOMPARE(table.selectedRowNumbers(), QList<int>{1});
    table.sortByColumn(1, Qt::DescendingOrder);
    QCOMPARE(keys(), (QList<int>{10, 9, 30})); // by the numbers within words
    rows.append({5, QStringLiteral("hpc-20"), {}});
    model.setRecords(rows); // new rows are inserted in order
    QCOMPARE(keys(), (QList<int>{5, 10, 9, 30}));
    table.sortByColumn(-1, Qt::AscendingOrder);
    QCOMPARE(keys(), (QList<int>{10, 9, 30, 5}));

    Records fixed;
    RecordTable other(QStringLiteral("Records"), QStringLiteral("Records"), nullptr);
    other.setRecordModel(&fixed);
    fixed.setRecords(rows);
    QVERIFY(!other.isSortingEnabled());
    fixed.sort(0, Qt::AscendingOrder);
    QCOMPARE(fixed.records(), rows);
}

void TestTables::saysWhatACellHolds()
{
    Records model;
    RecordTable table(QStringLiteral("Records"), QStringLiteral("Records"), nullptr);
    table.setRecordModel(&model);
    table.setEmptyText(QStringLiteral("Nothing here."));
    QCOMPARE(table.accessibleDescription(), QStringLiteral("Nothing here."));
    model.setRecords({{1, QString(), QString()}});
    QVERIFY(table.isColumnHidden(2)); // no row has a value
    model.setRecords({{1, QString(), QString()}, {2, QStringLiteral("<b>two\n"), {}}});
    QVERIFY(table.isColumnHidden(2));
    model.setRecords(
        {{1, QString(), QString()}, {2, QStringLiteral("<b>two\n"), QStringLiteral("x")}});
    QVERIFY(!table.isColumnHidden(2));
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("–"));
    QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("unknown"));
    QCOMPARE(model.index(0, 2).data().toString(), QString());
    QCOMPARE(model.index(0, 2).data(Qt::AccessibleTextRole).toString(), QStringLiteral("empty"));
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleDescriptionRole).toString(), QString());
    const QString spoken = model.index(1, 2).data(Qt::AccessibleDescriptionRole).toString();
    QVERIFY2(spoken.startsWith(u"2, <b>two") && !spoken.contains(u'\n'), qPrintable(spoken));
    QVERIFY(model.index(1, 1).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"));
}

void TestTables::copiesForPrograms()
{
    Records model;
    RecordTable table(QStringLiteral("Records"), QStringLiteral("Records"), nullptr);
    table.setRecordModel(&model);
    model.setRecords({{1, QStringLiteral("one"), {}}, {2, QStringLiteral("=two"), {}}});
    QVERIFY(table.rowsJson().isEmpty()); // nothing is selected
    table.selectRow(1);
    const QJsonObject copied = QJsonDocument::fromJson(table.rowsJson().toUtf8()).object();
    QCOMPARE(copied,
             (QJsonObject{{QStringLiteral("rows"),
                           QJsonArray{QJsonObject{{QStringLiteral("key"), QStringLiteral("2")},
                                                  {QStringLiteral("text"), QStringLiteral("=two")},
                                                  {QStringLiteral("third"), QJsonValue()}}}}}));
    QCOMPARE(QJsonDocument::fromJson(table.rowsJson(true).toUtf8())
                 .object()
                 .value(u"rows")
                 .toArray()
                 .size(),
             2);
    // Custom formats of the table's owner.
    table.setCopyFormats(
        [&](const QList<int> &rows) { return model.text(rows.first(), 1); },
        [](const QList<int> &rows) { return QStringLiteral("[%1]").arg(rows.size()); });
    QCOMPARE(table.rowsText(), QStringLiteral("=two"));
    QCOMPARE(table.rowsText(true), QStringLiteral("one"));
    QCOMPARE(table.rowsJson(true), QStringLiteral("[2]"));
    table.setCopyFormats({}, {});
    QVERIFY(table.rowsText().startsWith(u"Key\tText"));
}

void TestTables::keepsTheWidthsThatAPersonChose()
{
    QTemporaryDir folder;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck-tests"));
    QWidget window;
    setWindowContext(&window,
                     {.dataKind = DataKind::Real, .settingsPrefix = QStringLiteral("main/")});
    window.show();
    Records model;
    model.setRecords(records({1}));
    int first = 0;
    const auto makeTable = [&] {
        auto table =
            std::make_unique<RecordTable>(QStringLiteral("Records"), QStringLiteral("R"), &window);
        table->setRecordModel(&model);
        return table;
    };
    {
        const auto table = makeTable();
        table->show();
        first = table->columnWidth(0);
        table->setColumnWidth(0, 3 * first);
        table->hide();
    }
    {
        const auto table = makeTable();
        QVERIFY(qAbs(table->columnWidth(0) - 3 * first) <= 1);
        table->hide(); // unchanged
    }
    setWindowContext(&window, {}); // nothing is saved
    QCOMPARE(makeTable()->columnWidth(0), first);
}

QTEST_MAIN(TestTables)
#include "tst_tables.moc"
