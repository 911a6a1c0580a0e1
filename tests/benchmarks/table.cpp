// SPDX-License-Identifier: GPL-3.0-or-later
// The real window with many rows, beside Qt's own proxy model over the same rows.
#include "app/session.h"
#include "tests/benchmarks/tst_benchmarks_smoke.h"
#include "ui/clusters/clusterpane.h"
#include "ui/clusters/clustertable.h"
#include "ui/mainwindow.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTcpServer>
#include <QVBoxLayout>

#include <algorithm>
#include <malloc.h>

namespace clusterdeck
{

namespace
{

/// Filter and sort as one writes them with what Qt has: the words are looked for in the text
/// columns of the source, and it sorts by locale.
class PlainProxy : public QSortFilterProxyModel
{
public:
    void setWords(const QString &text)
    {
        m_words = text.split(u' ', Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        static constexpr ClusterColumn Texts[] = {
            ClusterColumn::Name,    ClusterColumn::Id,   ClusterColumn::Owner,
            ClusterColumn::RunUser, ClusterColumn::Type, ClusterColumn::Status,
            ClusterColumn::Billing, ClusterColumn::Zone, ClusterColumn::Account,
        };
        return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
            return std::any_of(std::begin(Texts), std::end(Texts), [&](ClusterColumn column) {
                const QModelIndex cell = sourceModel()->index(row, int(column), parent);
                return cell.data().toString().contains(word, Qt::CaseInsensitive);
            });
        });
    }

private:
    QStringList m_words;
};

/// A table of Qt's over a proxy of Qt's, with the columns and rows of `like`. It shows bare values,
/// without glyphs and units, so it has less to paint.
struct PlainPeer : QWidget {
    PlainPeer(ClusterModel &clusters, const ClusterTable &like)
    {
        proxy.setSourceModel(&clusters);
        proxy.setSortLocaleAware(true);
        proxy.setSortCaseSensitivity(Qt::CaseInsensitive);
        table.setSelectionBehavior(like.selectionBehavior());
        table.setWordWrap(like.wordWrap());
        table.setVerticalScrollMode(like.verticalScrollMode());
        table.verticalHeader()->hide();
        table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        table.verticalHeader()->setDefaultSectionSize(like.verticalHeader()->defaultSectionSize());
        table.setModel(&proxy);
        for (int column = 0; column < ClusterColumnCount; ++column) {
            table.setColumnHidden(column, like.isColumnHidden(column));
            table.setColumnWidth(column, like.columnWidth(column));
        }
        table.horizontalHeader()->setSortIndicator(int(ClusterColumn::Name), Qt::AscendingOrder);
        table.setSortingEnabled(true);
        connect(&field, &QLineEdit::textChanged, this,
                [this](const QString &text) { proxy.setWords(text); });
        auto *column = new QVBoxLayout(this);
        column->addWidget(&field);
        column->addWidget(&table);
        resize(like.window()->size());
        show();
    }

    PlainProxy proxy;
    QLineEdit field;
    QTableView table;
};

/// Nobody listens there: the account's own listing fails at once, and is not what is measured.
Account deadAccount()
{
    QTcpServer server;
    (void)server.listen(QHostAddress::LocalHost);
    Account account;
    account.name = QStringLiteral("lab");
    account.api.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
    account.api.zone = QStringLiteral("jn1a");
    account.api.owner = QStringLiteral("usr-bench");
    account.api.credentials = {QStringLiteral("KEY"), QStringLiteral("SECRET")};
    account.api.readTries = 1;
    account.id = accountId(account.api);
    return account;
}

/// A name, an owner's beginning, an ending, something that no cluster has, and Chinese.
const QStringList TypedWords{QStringLiteral("cfd-wing"), QStringLiteral("usr-a"),
                             QStringLiteral("thesis"), QStringLiteral("zzqqx7"),
                             QStringLiteral("气象")};

/// What the field holds before and after each key: every word letter by letter, and back.
QList<std::pair<QString, QString>> keys()
{
    QList<std::pair<QString, QString>> all;
    for (const QString &word : TypedWords) {
        for (int length = 0; length < word.size(); ++length) {
            all.append({word.left(length), word.left(length + 1)});
            all.append({word.left(length + 1), word.left(length)});
        }
    }
    return all;
}

/// By reading the texts of every cluster, as the filter promises to.
int countOf(const QList<ClusterRecord> &clusters, const AccountLabel &label, const QString &text)
{
    return int(std::count_if(clusters.begin(), clusters.end(), [&](const ClusterRecord &one) {
        const QString *texts[] = {&one.name,   &one.id,         &one.owner,      &one.runUser,
                                  &one.type,   &one.status,     &one.billing,    &label.zone,
                                  &label.name, &one.mountPoint, &one.transition, &one.description};
        return std::any_of(std::begin(texts), std::end(texts), [&](const QString *each) {
            return each->contains(text, Qt::CaseInsensitive);
        });
    }));
}

/// Bytes that are allocated and not given back, mapped blocks included.
double heapBytes()
{
    malloc_trim(0);
    const struct mallinfo2 info = mallinfo2();
    return double(info.uordblks) + double(info.hblkhd);
}

} // namespace

/// The real window over a session with one open account, whose listings are handed in here instead
/// of being read from a cloud.
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
        turnUntilIdle();
        refresh(practiceClusters(count));
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
    /// What a refresh does with a listing.
    void refresh(const ClusterListing &listing) { session.feeds().first()->accept(listing); }
    void refresh(const QList<ClusterRecord> &clusters) { refresh(listingOf(clusters)); }

    [[nodiscard]] ClusterPane *pane() const { return window->pane(); }
    [[nodiscard]] ClusterTable *table() const { return pane()->table(); }
    [[nodiscard]] QString idAt(int row) const
    {
        return table()->model()->index(row, int(ClusterColumn::Id)).data().toString();
    }
    /// Every `step`-th row, at most `most`.
    [[nodiscard]] QList<ClusterKey> scattered(int step, int most) const
    {
        QList<ClusterKey> keys;
        for (int row = 0; row < pane()->shown() && keys.size() < most; row += step)
            keys.append({account.id, idAt(row)});
        return keys;
    }

    int rows;
    Account account;
    SystemClock clock;
    Session session;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<PlainPeer> peer; ///< when it is measured: it would slow ours down
};

void Benchmarks::cleanupTestCase()
{
    m_stage.reset(); // before the application
    m_gap.reset();
}

/// The stage of the rows before is taken away first: there is one at a time.
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

namespace
{

const char *const Qt5s = " | QSortFilterProxyModel";

/// `each` row count, ours and, up to 100,000 rows, Qt's.
template <class Add>
void forRows(const Add &add)
{
    const QList<int> counts =
        bySize<QList<int>>({300}, {10'000}, {10'000, 100'000}, {10'000, 100'000, 1'000'000});
    for (const int rows : counts) {
        for (const bool plain : {false, true}) {
            if (!plain || rows <= 100'000)
                add(rows, plain, plain ? Qt5s : "");
        }
    }
}

} // namespace

void Benchmarks::keyInFilter_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("plain");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    forRows([](int rows, bool plain, const char *whose) {
        int number = 0;
        for (const auto &[before, after] : keys())
            QTest::addRow("key in the filter, painted, %d rows; %d%s", rows, ++number, whose)
                << rows << plain << before << after;
    });
}

void Benchmarks::keyInFilter()
{
    QFETCH(const int, rows);
    QFETCH(const bool, plain);
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    TableStage &stage = this->stage(rows, plain);
    QLineEdit *field = plain ? &stage.peer->field : stage.pane()->filterField();
    field->setText(before);
    const bool back = after.size() < before.size();
    reportPainted([&] {
        press(field, back ? int(Qt::Key_Backspace) : after.back().toUpper().unicode(),
              back ? QString() : after.right(1));
    });
    QCOMPARE(field->text(), after);
    if (sizes() == Sizes::Smoke && !plain) // the peer searches fewer texts
        QCOMPARE(stage.pane()->shown(),
                 countOf(practiceClusters(rows), stage.session.clusters().label(stage.account.id),
                         after));
}

void Benchmarks::sort_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("plain");
    QTest::addColumn<int>("column");
    forRows([](int rows, bool plain, const char *whose) {
        for (int column = 0; column < ClusterColumnCount; ++column)
            QTest::addRow("sort by any column, painted, %d rows; %d%s", rows, column, whose)
                << rows << plain << column;
    });
}

void Benchmarks::sort()
{
    QFETCH(const int, rows);
    QFETCH(const bool, plain);
    QFETCH(const int, column);
    TableStage &stage = this->stage(rows, plain);
    QTableView *table = plain ? &stage.peer->table : stage.table();
    auto order = Qt::DescendingOrder;
    QBENCHMARK
    {
        order = order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
        table->sortByColumn(column, order);
        turnUntilIdle();
    }
    const auto first = [&] { return table->model()->index(0, column).data().toString(); };
    const auto last = [&] {
        return table->model()->index(table->model()->rowCount() - 1, column).data().toString();
    };
    const QString before = first();
    const QString end = last();
    table->sortByColumn(column,
                        order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    turnUntilIdle();
    QCOMPARE(first(), end); // turned round
    QCOMPARE(last(), before);
}

void Benchmarks::refresh_data()
{
    QTest::addColumn<int>("every");
    QTest::addColumn<bool>("status");
    const int rows = bySize(300, 10'000, 10'000, 10'000);
    for (int round = 1; round <= 5; ++round)
        QTest::addRow("refresh of %d rows, nothing changed; %d", rows, round) << 0 << false;
    for (int round = 1; round <= 5; ++round)
        QTest::addRow("refresh of %d rows, 1 %% changed, painted; %d", rows, round) << 100 << false;
    for (int round = 1; round <= 5; ++round)
        QTest::addRow("%d status changes, sorted by status, painted; %d", rows / 10, round)
            << 10 << true;
}

void Benchmarks::refresh()
{
    QFETCH(const int, every);
    QFETCH(const bool, status);
    TableStage &stage = this->stage(bySize(300, 10'000, 10'000, 10'000));
    stage.table()->sortByColumn(int(status ? ClusterColumn::Status : ClusterColumn::Name),
                                Qt::AscendingOrder);
    // In the middle of the table, with rows selected here and there: what a refresh leaves alone.
    stage.table()->select(stage.scattered(97, stage.rows));
    stage.table()->verticalScrollBar()->setValue(stage.table()->verticalScrollBar()->maximum() / 2);
    turnUntilIdle();
    const auto selected = [&] {
        const QList<ClusterKey> keys = stage.table()->selectedKeys();
        return QSet<ClusterKey>(keys.begin(), keys.end());
    };
    const auto top = [&] { return stage.idAt(stage.table()->rowAt(0)); };
    const QString topBefore = top();
    const QSet<ClusterKey> selectedBefore = selected();
    static int round = 0;
    ++round;
    // The first row that is seen tells whether the table stayed where it was, so it never changes;
    // the one below it always does.
    const QString below = stage.idAt(stage.table()->rowAt(0) + 1);
    QList<ClusterRecord> next = practiceClusters(stage.rows); // with texts of their own
    for (int i = 0; i < next.size(); ++i) {
        const ClusterModel &clusters = stage.session.clusters();
        const ClusterRecord present =
            clusters.clusterAt(clusters.rowOf({stage.account.id, next[i].id}).value()).record;
        next[i].status = present.status;
        next[i].status.detach();
        next[i].runningJobs = present.runningJobs;
        const bool changes = every > 0 && (i % every == round % every || next[i].id == below);
        if (!changes || next[i].id == topBefore)
            continue;
        if (status)
            next[i].status = present.status == u"active"    ? QStringLiteral("stopped")
                             : present.status == u"stopped" ? QStringLiteral("suspended")
                                                            : QStringLiteral("active");
        else
            next[i].runningJobs = present.runningJobs.value_or(0) + 1;
    }
    const ClusterListing listing = stage.listingOf(next);
    reportPainted([&] { stage.refresh(listing); });
    QCOMPARE(top(), topBefore);
    QCOMPARE(selected(), selectedBefore);
    QVERIFY(!selectedBefore.isEmpty());
}

void Benchmarks::selection_data()
{
    QTest::addColumn<int>("rows");
    for (const int rows : bySize<QList<int>>({300}, {10'000}, {10'000, 100'000}, {10'000, 100'000}))
        QTest::addRow("choose %d scattered of %d rows and read the ids, painted",
                      qMin(5000, rows / 2), rows)
            << rows;
}

void Benchmarks::selection()
{
    QFETCH(const int, rows);
    TableStage &stage = this->stage(rows);
    const int most = qMin(5000, rows / 2);
    const QList<ClusterKey> keys = stage.scattered(rows / most, most);
    stage.table()->select({});
    QList<ClusterKey> read;
    reportPainted([&] {
        stage.table()->select(keys);
        read = stage.table()->selectedKeys();
    });
    QCOMPARE(int(read.size()), most);
    QCOMPARE(QSet<ClusterKey>(read.begin(), read.end()),
             QSet<ClusterKey>(keys.begin(), keys.end()));
    stage.table()->select({});
}

void Benchmarks::heap()
{
    const auto heapWith = [this](int rows) {
        TableStage &stage = this->stage(rows);
        const QString word = QStringLiteral("cfd");
        for (const QChar letter : word)
            press(stage.pane()->filterField(), letter.toUpper().unicode(), letter);
        turnUntilIdle();
        if (stage.pane()->shown() == 0 || stage.pane()->shown() == rows)
            qFatal("the filter does not filter");
        stage.pane()->filterField()->clear();
        stage.table()->sortByColumn(int(ClusterColumn::Owner), Qt::DescendingOrder);
        stage.table()->sortByColumn(int(ClusterColumn::Name), Qt::AscendingOrder);
        turnUntilIdle();
        return heapBytes();
    };
    const int many = bySize(1200, 10'000, 10'000, 10'000);
    const double few = heapWith(many / 10);
    QTest::setBenchmarkResult((heapWith(many) - few) / (many - many / 10), QTest::BytesAllocated);
}

} // namespace clusterdeck
