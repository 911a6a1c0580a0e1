// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/tablestage.h"

#include "tests/benchmarks/room/paintclock.h"
#include "ui/clusters/clusterpane.h"

#include <QDeadlineTimer>
#include <QKeyEvent>
#include <QTcpServer>

namespace clusterdeck
{

namespace
{

/// Nobody listens there: the account's own listing fails at once, and is not what is measured.
QUrl deadEnd()
{
    QTcpServer server;
    require(server.listen(QHostAddress::LocalHost), "a free port on loopback");
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
}

Account deadAccount()
{
    Account account;
    account.name = QStringLiteral("lab");
    account.api.baseUrl = deadEnd();
    account.api.zone = QStringLiteral("jn1a");
    account.api.owner = QStringLiteral("usr-bench");
    account.api.credentials = {QStringLiteral("KEY"), QStringLiteral("SECRET")};
    account.api.readTries = 1;
    account.id = accountId(account.api);
    return account;
}

} // namespace

TableStage::TableStage()
    : m_account(deadAccount())
    , m_session(m_clock)
{
    m_session.open(m_account);
    m_session.feeds().first()->keepFresh(std::chrono::hours(24));
    const QDeadlineTimer limit(10000);
    while (m_session.feeds().first()->isRefreshing() && !limit.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    require(!m_session.feeds().first()->isRefreshing(), "the account's own listing has failed");
    m_window = std::make_unique<MainWindow>(m_session, MainWindow::Memory::None);
    m_window->resize(1366, 768);
    m_window->show();
    PaintClock::settle();
}

TableStage::~TableStage() = default;

ClusterListing TableStage::listingOf(const QList<ClusterRecord> &clusters) const
{
    ClusterListing listing;
    listing.account = m_account.id;
    for (const ClusterRecord &record : clusters)
        listing.clusters.append(record);
    listing.complete = true;
    listing.asOf = m_clock.utcNow();
    listing.begun = m_clock.awake();
    return listing;
}

void TableStage::refresh(const ClusterListing &listing)
{
    m_session.feeds().first()->accept(listing);
}

ClusterPane *TableStage::pane() const
{
    return m_window->pane();
}

ClusterTable *TableStage::table() const
{
    return pane()->table();
}

QWidget *TableStage::place() const
{
    return table()->parentWidget();
}

QString TableStage::idAt(int row) const
{
    return table()->model()->index(row, int(ClusterColumn::Id)).data().toString();
}

QString TableStage::topId() const
{
    const int top = table()->rowAt(0);
    return top < 0 ? QString() : idAt(top);
}

QSet<QString> TableStage::selectedIds() const
{
    QSet<QString> ids;
    for (const ClusterKey &one : table()->selectedKeys())
        ids.insert(one.id);
    return ids;
}

void press(QWidget *widget, int key, const QString &text)
{
    QKeyEvent down(QEvent::KeyPress, key, {}, text);
    QApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, {}, text);
    QApplication::sendEvent(widget, &up);
}

} // namespace clusterdeck
