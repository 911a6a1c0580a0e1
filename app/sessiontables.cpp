// SPDX-License-Identifier: GPL-3.0-or-later
// How a session keeps its tables from one run to the next. What is kept is looked at, never acted
// on: the desk does not know these rows.
#include "app/session.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// A table that stays the same is written again so often: its age is read from the file.
constexpr int RewriteAfterSeconds = 15 * 60;

ClusterListing listingOf(const KeptTable &table)
{
    ClusterListing listing; // incomplete: it says nothing about what it lacks
    listing.account = table.account;
    listing.asOf = table.asOf;
    listing.clusters = table.clusters;
    return listing;
}

KeptTable tableOf(const ClusterListing &listing)
{
    return {listing.account, listing.asOf, listing.clusters};
}

/// Whether openAll() of the book opens it by itself, or is about to.
bool isAwaited(const AccountEntry &entry)
{
    return entry.saved.open && entry.saved.remember && entry.status != AccountStatus::NeedsSecret;
}

} // namespace

void Session::keepTables(const QString &folder)
{
    m_cache = std::make_unique<ClusterCache>(folder);
    for (const AccountEntry &entry : m_book.entries())
        m_saved.append(entry.id());
    connect(&m_book, &AccountBook::entriesChanged, this, &Session::entriesChanged);
}

void Session::showKeptTables()
{
    for (const AccountEntry &entry : m_book.entries()) {
        if (isAwaited(entry))
            showKept(entry.saved.account);
    }
}

QDateTime Session::keptAsOf() const
{
    const auto oldest = std::min_element(m_kept.begin(), m_kept.end());
    return oldest == m_kept.end() ? QDateTime() : *oldest;
}

/// Names the account, and shows what is kept of it unless that is shown already.
void Session::showKept(const Account &account)
{
    m_clusters.setAccount(account.id, labelOf(account));
    if (!m_cache || m_kept.contains(account.id))
        return;
    const std::optional<KeptTable> table = m_cache->read(account.id);
    if (!table)
        return;
    m_kept.insert(account.id, table->asOf);
    m_written.insert(account.id, table->asOf);
    m_desk.setUnread(account.id, true);
    m_clusters.apply(listingOf(*table));
    m_changed.remove(account.id);
    emit statusChanged();
}

void Session::forgetKept(const QString &account)
{
    m_desk.setUnread(account, false);
    m_unwritten.remove(account);
    m_changed.remove(account);
    if (m_kept.remove(account) > 0)
        emit statusChanged();
}

/// Takes away the rows of accounts that will not be opened by themselves after all, and the tables
/// of those that are saved no more.
void Session::entriesChanged()
{
    for (const QString &account : m_kept.keys()) {
        if (find(account))
            continue;
        const AccountEntry *entry = m_book.find(account);
        if (entry && isAwaited(*entry)) {
            m_clusters.setAccount(account, labelOf(entry->saved.account));
            continue;
        }
        m_clusters.removeAccount(account);
        forgetKept(account);
    }
    QStringList saved;
    for (const AccountEntry &entry : m_book.entries())
        saved.append(entry.id());
    for (const QString &account : std::as_const(m_saved)) {
        if (saved.contains(account))
            continue;
        m_unwritten.remove(account);
        m_changed.remove(account);
        m_cache->remove(account);
    }
    m_saved = saved;
}

/// The model has taken it over already.
void Session::listed(const ClusterListing &listing)
{
    if (!listing.complete)
        return;
    if (m_kept.remove(listing.account) > 0) {
        m_desk.setUnread(listing.account, false);
        emit statusChanged();
    }
    if (!m_cache)
        return;
    const QDateTime written = m_written.value(listing.account);
    const bool old = !written.isValid() || written.secsTo(listing.asOf) >= RewriteAfterSeconds;
    if (!old && !m_changed.contains(listing.account))
        return;
    // Off the path from an answer to the picture of it.
    if (m_unwritten.isEmpty())
        m_clock.callLater(std::chrono::seconds(1), this, [this] { writeTables(); });
    m_unwritten.insert(listing.account, tableOf(listing));
}

void Session::writeTables()
{
    if (!m_cache)
        return;
    for (const KeptTable &table : std::as_const(m_unwritten)) {
        m_cache->write(table);
        m_written.insert(table.account, table.asOf);
        m_changed.remove(table.account);
    }
    m_unwritten.clear();
}

} // namespace clusterdeck
