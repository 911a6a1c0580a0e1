// SPDX-License-Identifier: GPL-3.0-or-later
// The real window with many rows, compared with Qt's own proxy model on the same rows.
#include "app/session.h"
#include "tests/benchmarks/heart.h"
#include "tests/benchmarks/tst_benchmarks_smoke.h"
#include "ui/clusters/table/clusterpane.h"
#include "ui/clusters/table/clustertable.h"
#include "ui/mainwindow.h"

#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace clusterdeck
{

namespace
{

/// Filter and sort as written with Qt's own classes, over the columns and rows of `like`. It shows
/// bare values without glyphs and units, so it has less to paint.
struct PlainPeer : QWidget {
    PlainPeer(ClusterModel &clusters, const ClusterTable &like)
    {
        proxy.setSourceModel(&clusters);
        proxy.setSortLocaleAware(true);
        proxy.setSortCaseSensitivity(Qt::CaseInsensitive);
        proxy.setFilterKeyColumn(-1);
        proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
        table.verticalHeader()->hide();
        table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        table.verticalHeader()->setDefaultSectionSize(like.verticalHeader()->defaultSectionSize());
        table.setModel(&proxy);
        for (int column = 0; column < ClusterColumnCount; ++column) {
            table.setColumnHidden(column, like.isColumnHidden(column));
            table.setColumnWidth(column, like.columnWidth(column));
        }
        table.setSortingEnabled(true);
        connect(&field, &QLineEdit::textChanged, &proxy,
                &QSortFilterProxyModel::setFilterFixedString);
        auto *column = new QVBoxLayout(this);
        column->addWidget(&field);
        column->addWidget(&table);
        resize(like.window()->size());
        show();
    }

    QSortFilterProxyModel proxy;
    QLineEdit field;
    QTableView table;
};

/// An account at a closed port: its own listing fails at once, and is not measured.
Account deadAccount()
{
    Account account;
    account.name = QStringLiteral("lab");
    account.api.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9"));
    account.api.zone = QStringLiteral("jn1a");
    account.api.owner = QStringLiteral("usr-bench");
    account.api.credentials = {QStringLiteral("KEY"), QStringLiteral("SECRET")};
    account.api.readTries = 1;
    account.id = accountId(account.api);
    return account;
}

/// QBENCHMARK_ONCE counts whole milliseconds with Qt 6.4.
void reportPainted(const std::function<void()> &act)
{
    turnUntilIdle();
    QElapsedTimer time;
    time.start();
    act();
    turnUntilIdle();
    QTest::setBenchmarkResult(double(time.nsecsElapsed()) / 1e6, QTest::WalltimeMilliseconds);
}

/// All numbers of rows: ours, and up to 100,000 rows Qt's.
void forRows(const std::function<void(int rows, bool plain, const QString &whose)> &add)
{
    for (const int rows :
         bySize<QList<int>>({300}, {10'000}, {10'000, 100'000}, {10'000, 100'000, 1'000'000})) {
        add(rows, false, {});
        if (rows <= 100'000)
            add(rows, true, QStringLiteral(" | QSortFilterProxyModel"));
    }
}

} // namespace

/// The real window with a session and one open account. The benchmark supplies its listings, which
/// are not read from a cloud.
struct TableStage {
    explicit TableStage(int count)
        : rows(count)
        , account(deadAccount())
        , session(clock)
    {
        session.open(account);
        session.feeds().first()->keepFresh(std::chrono::hours(24));
        (void)turnUntil([this] { return !session.feeds().first()->isRefreshing(); });
        window = std::make_unique<MainWindow>(session, MainWindow::Memory::None);
        window->resize(1366, 768);
        window->show();
        session.feeds().first()->accept(listingOf(practiceClusters(rows)));
        turnUntilIdle();
    }

    [[nodiscard]] ClusterListing listingOf(const QList<ClusterRecord> &clusters) const
    {
        ClusterListing listing;
        listing.account = account.id;
        for (const ClusterRecord &record : clusters)
            listing.clusters.append(record);
        listing.complete = true;
        listing.asOf = clock.utcNow();
        listing.begun = clock.awake();
        return listing;
    }
    [[nodiscard]] ClusterPane *pane() const { return window->pane(); }
    [[nodiscard]] ClusterTable *table() const { return pane()->table(); }
    [[nodiscard]] QString idAt(int row) const
    {
        return table()->model()->index(row, int(ClusterColumn::Id)).data().toString();
    }
    /// The keys of every `step`-th row.
    [[nodiscard]] QList<ClusterKey> scattered(int step) const
    {
        QList<ClusterKey> keys;
        for (int row = 0; row < rows; row += step)
            keys.append({account.id, idAt(row)});
        return keys;
    }
    [[nodiscard]] QSet<ClusterKey> selected() const
    {
        const QList<ClusterKey> keys = table()->selectedKeys();
        return {keys.begin(), keys.end()};
    }

    int rows;
    Account account;
    SystemClock clock;
    Session session;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<PlainPeer> peer; ///< only while it is measured, because it slows down ours
};

void Benchmarks::cleanupTestCase()
{
    m_stage.reset(); // before the application
}

/// Destroys the earlier stage first, because only one can exist.
TableStage &Benchmarks::stage(int rows, bool plain)
{
    if (!m_stage || m_stage->rows != rows || bool(m_stage->peer) != plain) {
        m_stage.reset();
        m_stage = std::make_shared<TableStage>(rows);
        if (plain)
            m_stage->peer =
                std::make_unique<PlainPeer>(m_stage->session.clusters(), *m_stage->table());
        turnUntilIdle();
    }
    return *m_stage;
}

/// A name, the beginning of an owner, a suffix, a text without a match, and Chinese: each letter is
/// typed and deleted again.
void Benchmarks::keyInFilter_data()
{
    QTest::addColumn<Act>("act");
    forRows([this](int rows, bool plain, const QString &whose) {
        int number = 0;
        for (const char *typed : {"cfd-wing", "usr-a", "thesis", "zzqqx7", "气象"}) {
            const QString word = QString::fromUtf8(typed);
            for (int length = 2; length < 2 * word.size() + 2; ++length) {
                const QString shorter = word.left(length / 2 - 1);
                const QString longer = word.left(length / 2);
                const bool back = length % 2 != 0;
                row(QString::asprintf("key in the filter, painted, %d rows; %d", rows, ++number) +
                        whose,
                    [=, this] {
                        pressInFilter(rows, plain, back ? longer : shorter,
                                      back ? shorter : longer);
                    });
            }
        }
    });
}

void Benchmarks::pressInFilter(int rows, bool plain, const QString &before, const QString &after)
{
    const TableStage &stage = this->stage(rows, plain);
    QLineEdit *field = plain ? &stage.peer->field : stage.pane()->filterField();
    field->setText(before);
    const bool back = after.size() < before.size();
    reportPainted([&] {
        QTest::sendKeyEvent(QTest::Click, field, back ? Qt::Key_Backspace : Qt::Key_unknown,
                            back ? QString() : after.right(1), Qt::NoModifier);
    });
    QCOMPARE(field->text(), after);
    const int shown = plain ? stage.peer->proxy.rowCount() : stage.pane()->shown();
    if (after.isEmpty() || after == u"zzqqx7")
        QCOMPARE(shown, after.isEmpty() ? rows : 0);
}

void Benchmarks::sort_data()
{
    QTest::addColumn<Act>("act");
    forRows([this](int rows, bool plain, const QString &whose) {
        for (int column = 0; column < ClusterColumnCount; ++column)
            row(QString::asprintf("sort by any column, painted, %d rows; %d", rows, column) + whose,
                [=, this] { sortBy(rows, plain, column); });
    });
}

void Benchmarks::sortBy(int rows, bool plain, int column)
{
    const TableStage &stage = this->stage(rows, plain);
    QTableView *table = plain ? &stage.peer->table : stage.table();
    // Only the first sort by a column compares its values.
    table->sortByColumn((column + 1) % ClusterColumnCount, Qt::AscendingOrder);
    reportPainted([&] { table->sortByColumn(column, Qt::AscendingOrder); });
    const auto textAt = [&](int row) { return table->model()->index(row, column).data(); };
    const QVariant first = textAt(0);
    const QVariant last = textAt(rows - 1);
    table->sortByColumn(column, Qt::DescendingOrder);
    QCOMPARE(textAt(0), last);
    QCOMPARE(textAt(rows - 1), first);
}

void Benchmarks::refresh_data()
{
    QTest::addColumn<Act>("act");
    const int rows = bySize(300, 10'000, 10'000, 10'000);
    for (int round = 1; round <= 5; ++round) {
        row(QString::asprintf("refresh of %d rows, nothing changed; %d", rows, round),
            [this] { refreshWith(0, false); });
        row(QString::asprintf("refresh of %d rows, 1 %% changed, painted; %d", rows, round),
            [this] { refreshWith(100, false); });
        row(QString::asprintf("%d status changes, sorted by status, painted; %d", rows / 10, round),
            [this] { refreshWith(10, true); });
    }
}

/// One cluster in `every` has changed (0: none), the table is scrolled to the middle and some rows
/// are selected: a refresh must keep both.
void Benchmarks::refreshWith(int every, bool status)
{
    TableStage &stage = this->stage(bySize(300, 10'000, 10'000, 10'000));
    const ClusterTable *table = stage.table();
    stage.table()->sortByColumn(int(status ? ClusterColumn::Status : ClusterColumn::Name),
                                Qt::AscendingOrder);
    stage.table()->select(stage.scattered(97));
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2);
    turnUntilIdle();
    const QSet<ClusterKey> selected = stage.selected();
    // The first visible row never changes, so that it shows whether the table has scrolled.
    const QString top = stage.idAt(table->rowAt(0));
    static int round = 0;
    ++round;
    QList<ClusterRecord> next = practiceClusters(stage.rows); // with separate copies of the texts
    const ClusterModel &clusters = stage.session.clusters();
    for (int i = 0; i < next.size(); ++i) {
        const ClusterRecord present =
            clusters.clusterAt(clusters.rowOf({stage.account.id, next[i].id}).value()).record;
        const bool changes = every > 0 && i % every == round % every && next[i].id != top;
        next[i].status = QLatin1String(present.status.toLatin1());
        next[i].runningJobs = present.runningJobs.value_or(0) + (changes && !status ? 1 : 0);
        if (changes && status)
            next[i].status = present.status == u"active"    ? QStringLiteral("stopped")
                             : present.status == u"stopped" ? QStringLiteral("suspended")
                                                            : QStringLiteral("active");
    }
    const ClusterListing listing = stage.listingOf(next);
    reportPainted([&] { stage.session.feeds().first()->accept(listing); });
    QCOMPARE(stage.idAt(table->rowAt(0)), top);
    QCOMPARE(stage.selected(), selected);
}

void Benchmarks::changes_data()
{
    QTest::addColumn<Act>("act");
    const int rows = bySize(300, 10'000, 10'000, 10'000);
    const QString what =
        QString::asprintf("%d status changes a second for %d s, sorted by status, ", rows / 10,
                          bySize(2, 10, 60, 60));
    const QString longest = what + QStringLiteral("longest event-loop gap");
    const QString own = what + QStringLiteral("of it the thread's own work");
    for (const QString &name : {longest, own})
        foundRow(name, [=, this] { changeForAMinute(rows, longest, own); });
}

/// Ten times a second a hundredth of all clusters has another status, as when pages of a listing
/// arrive. A hundredth of the rows is selected.
void Benchmarks::changeForAMinute(int rows, const QString &longest, const QString &own)
{
    TableStage &stage = this->stage(rows);
    ClusterTable *table = stage.table();
    table->sortByColumn(int(ClusterColumn::Status), Qt::AscendingOrder);
    table->select(stage.scattered(97));
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2);
    const QSet<ClusterKey> selected = stage.selected();
    QList<ClusterRecord> clusters = practiceClusters(rows);
    const int count = 10 * bySize(2, 10, 60, 60);
    QList<ClusterListing> parts;
    for (int part = 0; part < count; ++part) {
        QList<ClusterRecord> changed;
        for (int i = part % 100; i < rows; i += 100) {
            clusters[i].status = clusters[i].status == u"active"    ? QStringLiteral("stopped")
                                 : clusters[i].status == u"stopped" ? QStringLiteral("suspended")
                                                                    : QStringLiteral("active");
            changed.append(clusters[i]);
        }
        ClusterListing listing = stage.listingOf(changed);
        listing.complete = false;
        listing.byId = true; // nothing is said about the other clusters
        parts.append(listing);
    }
    turnUntilIdle();
    Heart heart;
    heart.reset();
    QElapsedTimer time;
    time.start();
    for (int part = 0; part < count; ++part) {
        QVERIFY(turnUntil([&] { return time.hasExpired(100 * part); }));
        stage.session.feeds().first()->accept(parts.at(part));
    }
    turnUntilIdle();
    heart.beat();
    for (const int i : {0, rows - 100}) { // they change in the first part of each second
        const ClusterKey key{stage.account.id, clusters.at(i).id};
        const ClusterModel &model = stage.session.clusters();
        QCOMPARE(model.clusterAt(model.rowOf(key).value()).record.status, clusters.at(i).status);
    }
    QCOMPARE(stage.selected(), selected);
    m_found[longest] = heart.gap;
    m_found[own] = heart.ownWork;
}

} // namespace clusterdeck
