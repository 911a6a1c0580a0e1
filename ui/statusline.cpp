// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusline.h"

#include "app/accounts/accountneeds.h"
#include "app/session.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/glyphlabel.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/words/errortext.h"

#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// The most characters of an account or a zone: the line does not wrap.
constexpr int LongestPlace = 32;
/// Progress is shown for lists of at least so many pages: fewer are read within a few seconds.
constexpr int ManyPages = 50;

ListingOutcome outcomeOf(const ClusterFeed &feed)
{
    return {feed.error(), !feed.readAsOf().isValid() || feed.isComplete()};
}

QString reasonText(const ClusterFeed &feed)
{
    return feed.error() ? errorText(*feed.error())
                        : StatusLine::tr("The list changed while it was being read.");
}

QString progressText(const ReadingProgress &progress, const QDateTime &now)
{
    const QString pages =
        StatusLine::tr("%L1 of %Ln page(s) read", nullptr, progress.pages).arg(progress.read);
    const QDateTime done = progress.doneAt.toLocalTime();
    const bool today = done.date() == now.toLocalTime().date();
    return StatusLine::tr("%1, done at about %2", "412 of 1,000 pages read, time")
        .arg(pages, today ? QLocale().toString(done.time(), QLocale::ShortFormat)
                          : dateTimeText(progress.doneAt));
}

/// The age of the rows of an earlier run, with the day unless it is today.
QString keptText(const QDateTime &asOf, const QDateTime &now)
{
    const QDateTime local = asOf.toLocalTime();
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    const QString when = days == 0   ? time
                         : days == 1 ? StatusLine::tr("yesterday %1", "time of day").arg(time)
                                     : dateTimeText(asOf);
    return StatusLine::tr("As of %1, not refreshed yet").arg(when);
}

} // namespace

StatusLine::StatusLine(Session &session, QWidget *parent)
    : QStatusBar(parent)
    , m_session(session)
    , m_icon(new QLabel(this))
    , m_asOf(new QLabel(this))
    , m_count(new QLabel(this))
    , m_place(new QLabel(this))
{
    m_asOf->setObjectName(QStringLiteral("As of"));
    m_count->setObjectName(QStringLiteral("Count"));
    m_place->setObjectName(QStringLiteral("Account"));
    for (QLabel *label : {m_asOf, m_count, m_place}) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(space::Small, 0, space::Medium, 0);
    }
    m_asOf->setMinimumWidth(1);
    m_icon->setContentsMargins(space::Medium, 0, 0, 0);
    setLabelIcon(m_icon, Glyph::Warning, StatusColor::Warning);
    addWidget(m_icon);
    addWidget(m_asOf, 1);
    addPermanentWidget(m_count);
    addPermanentWidget(m_place);

    m_aging.setSingleShot(true);
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(500);
    connect(&m_aging, &QTimer::timeout, this, &StatusLine::update);
    connect(&m_slowTimer, &QTimer::timeout, this, &StatusLine::update);
    connect(&session, &Session::statusChanged, this, &StatusLine::feedChanged);
    connect(&session, &Session::progressed, this, &StatusLine::update);
    connect(&session, &Session::accountsChanged, this, &StatusLine::updatePlace);
    connect(&session.clusters(), &ClusterModel::updateEnds, this, &StatusLine::updateCount);
    setMuted(m_asOf);
    updatePlace();
    feedChanged();
}

void StatusLine::updateCount()
{
    const int all = m_session.clusters().rowCount();
    m_count->setText(tr("%Ln cluster(s)", nullptr, all));
    const auto &feeds = m_session.feeds();
    const bool isRead = std::any_of(feeds.begin(), feeds.end(), [](const ClusterFeed *feed) {
        return feed->asOf().isValid() || feed->readAsOf().isValid();
    });
    m_count->setVisible(all > 0 || isRead); // before that, there may be any number
}

void StatusLine::updatePlace()
{
    const QList<Account> &accounts = m_session.accounts();
    if (accounts.size() == 1)
        m_place->setText(tr("%1 / %2", "account, zone")
                             .arg(shownLine(accounts.first().name, LongestPlace),
                                  shownLine(accounts.first().api.zone, LongestPlace)));
    else
        m_place->setText(tr("%Ln account(s)", nullptr, int(accounts.size())));
    m_place->setVisible(!accounts.isEmpty());
    updateCount();
    update();
}

void StatusLine::feedChanged()
{
    updateCount();
    bool refreshing = false;
    for (const ClusterFeed *feed : m_session.feeds())
        refreshing = refreshing || feed->isRefreshing();
    if (!refreshing)
        m_slowTimer.stop();
    else if (!m_slowTimer.isActive())
        m_slowTimer.start();
    update();
}

/// The age at which a warning is shown. Many clusters are listed less often, see
/// ClusterFeed::interval(): this alone causes no warning.
std::chrono::minutes StatusLine::oldAfter() const
{
    std::chrono::minutes limit = Old;
    for (const ClusterFeed *feed : m_session.feeds()) {
        const auto next = std::chrono::ceil<std::chrono::minutes>(feed->interval());
        limit = std::max(limit, next + std::chrono::minutes(1));
    }
    return limit;
}

StatusLine::Freshness StatusLine::freshness() const
{
    const QDateTime kept = m_session.keptAsOf();
    if (m_session.feeds().isEmpty() && !kept.isValid())
        return {};
    QDateTime asOf; // the oldest of all accounts
    QList<ListingOutcome> outcomes;
    bool refreshing = false;
    bool ended = false;
    std::optional<ReadingProgress> progress; // of the account that finishes last
    for (const ClusterFeed *feed : m_session.feeds()) {
        const QDateTime read = feed->asOf().isValid() ? feed->asOf() : feed->readAsOf();
        if (read.isValid() && (!asOf.isValid() || read < asOf))
            asOf = read;
        ended = ended || read.isValid() || feed->error();
        refreshing = refreshing || feed->isRefreshing();
        const auto reads = feed->progress();
        if (reads && reads->pages >= ManyPages && (!progress || progress->doneAt < reads->doneAt))
            progress = reads;
        outcomes.append(outcomeOf(*feed));
    }
    const UnreadAccounts unread = unreadAccounts(outcomes, m_session.clusters().rowCount() > 0);
    const bool incomplete = !unread.all.isEmpty();
    QStringList parts{kept.isValid()   ? keptText(kept, m_session.clock().utcNow())
                      : asOf.isValid() ? tr("As of %1").arg(timeText(asOf))
                      : ended          ? tr("Not read yet")
                                       : tr("Reading clusters…")};
    const std::chrono::minutes limit = oldAfter();
    const bool old = !kept.isValid() && asOf.isValid() &&
                     asOf.secsTo(m_session.clock().utcNow()) >= std::chrono::seconds(limit).count();
    if (incomplete)
        parts.append(incompleteText(unread));
    else if (old)
        parts.append(tr("older than %Ln minute(s)", nullptr, int(limit.count())));
    if (progress)
        parts.append(progressText(*progress, m_session.clock().utcNow()));
    else if (refreshing && (ended || kept.isValid()) && !m_slowTimer.isActive())
        parts.append(tr("refreshing…"));
    const QString text = parts.join(QStringLiteral("  ·  "));
    return {text, (QStringList(text) + reasonLines(unread)).join(u'\n'),
            old || kept.isValid() || incomplete};
}

QString StatusLine::nameOf(const UnreadAccount &unread) const
{
    const QString account = m_session.feeds().at(unread.account)->account();
    return shownLine(m_session.clusters().label(account).name, LongestNameShown);
}

/// Names the accounts, unless only one is open. The reason is given for a single account, unless it
/// is visible elsewhere in the window.
QString StatusLine::incompleteText(const UnreadAccounts &unread) const
{
    const auto count = int(unread.all.size());
    if (count == 1) {
        const UnreadAccount &only = unread.all.constFirst();
        QStringList parts;
        if (m_session.feeds().size() > 1)
            parts.append(nameOf(only));
        if (!only.reasonShown)
            parts.append(reasonText(*m_session.feeds().at(only.account)));
        if (parts.isEmpty())
            return tr("incomplete");
        return tr("incomplete: %1")
            .arg(parts.size() == 1 ? parts.constFirst() : labelled(parts.at(0), parts.at(1)));
    }
    QStringList names;
    for (const UnreadAccount &each : unread.all.first(unread.named))
        names.append(nameOf(each));
    const QString named = enumerated(names);
    const int more = count - unread.named;
    return tr("%Ln account(s) incomplete: %1", nullptr, count)
        .arg(more > 0 ? tr("%1 and %Ln more", "accounts", more).arg(named) : named);
}

/// A line for each of several accounts, with its reason unless that is visible elsewhere.
QStringList StatusLine::reasonLines(const UnreadAccounts &unread) const
{
    QStringList lines;
    if (unread.all.size() < 2)
        return lines;
    for (const UnreadAccount &each : unread.all) {
        const ClusterFeed *feed = m_session.feeds().at(each.account);
        lines.append(each.reasonShown ? nameOf(each) : labelled(nameOf(each), reasonText(*feed)));
    }
    return lines;
}

void StatusLine::update()
{
    const Freshness now = freshness();
    m_asOf->setText(now.text);
    m_asOf->setToolTip(plainToolTip(now.details));
    // Else a screen reader gets the tool tip's markup.
    m_asOf->setAccessibleDescription(now.details);
    m_icon->setVisible(now.warning);
    if (now.warning != m_warning) {
        m_warning = now.warning;
        if (now.warning)
            setStatusColor(m_asOf, StatusColor::Warning);
        else
            setMuted(m_asOf);
    }
    m_aging.stop();
    for (const ClusterFeed *feed : m_session.feeds()) {
        const qint64 age = feed->asOf().msecsTo(m_session.clock().utcNow());
        const qint64 left = std::chrono::milliseconds(oldAfter()).count() - age;
        if (feed->asOf().isValid() && left > 0)
            m_aging.start(int(left) + 100);
    }
}

} // namespace clusterdeck
