// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/marking.h"

#include "app/clusters/clusterstate.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

const ClusterRow *rowOf(const ClusterListing &listing, const QString &id)
{
    const QByteArray bytes = ClusterRow::idBytes(id);
    const auto row = std::find_if(listing.clusters.begin(), listing.clusters.end(),
                                  [&](const ClusterRow &each) { return each.idBytes() == bytes; });
    return row == listing.clusters.end() ? nullptr : &*row;
}

/// Whether every further request of the account would fail too.
bool stopsAccount(const ApiError &error)
{
    const Obstacle obstacle = specOf(error.kind).obstacle;
    return obstacle != Obstacle::None &&
           (obstacle != Obstacle::Connection || error.outcome == Outcome::NotSent);
}

/// Takes the elements of the account of the first one, at most `most`.
template <class T>
QList<T> takeOfOneAccount(QList<T> &from, qsizetype most, auto accountOf)
{
    QList<T> taken;
    const QString account = from.isEmpty() ? QString() : accountOf(from.constFirst());
    while (!from.isEmpty() && taken.size() < most && accountOf(from.constFirst()) == account)
        taken.append(from.takeFirst());
    return taken;
}

} // namespace

MarkOutcome readBack(const QString &now, const QString &written, const MarkChange &change)
{
    if (now.trimmed() == written.trimmed())
        return MarkOutcome::Set;
    return withMark(now, change) == now ? MarkOutcome::AlsoChanged : MarkOutcome::Lost;
}

int callsToMark(int clusters, const std::function<int(int clusters)> &reading)
{
    if (clusters == 0)
        return 0;
    constexpr int Group = Marking::Together;
    const int rest = clusters % Group;
    const int before = clusters / Group * reading(Group) + (rest > 0 ? reading(rest) : 0);
    return before + clusters + reading(clusters);
}

Marking::Marking(QList<ClusterKey> keys, const MarkChange &change, Surroundings surroundings,
                 Clock &clock, QObject *parent)
    : QObject(parent)
    , m_change(change)
    , m_surroundings(std::move(surroundings))
    , m_clock(clock)
    , m_waiting(std::move(keys))
{
    std::stable_sort(
        m_waiting.begin(), m_waiting.end(),
        [](const ClusterKey &a, const ClusterKey &b) { return a.account < b.account; });
    m_clock.callLater(std::chrono::milliseconds(0), this, [this] { readNext(); });
}

void Marking::stop()
{
    m_read.clear();
    m_waiting.clear();
}

void Marking::readNext()
{
    m_read = takeOfOneAccount(m_waiting, m_together, [](const auto &key) { return key.account; });
    if (m_read.isEmpty()) {
        const auto since = m_clock.awake() - m_lastWrite;
        m_clock.callLater(m_written.isEmpty()
                              ? std::chrono::milliseconds(0)
                              : std::max(std::chrono::milliseconds(0), ReadBackAfter - since),
                          this, [this] { readBackNext(); });
        return;
    }
    if (m_account != m_read.constFirst().account) {
        m_account = m_read.constFirst().account;
        m_lost = 0;
        m_together = Together;
    }
    m_listing = {};
    m_sent = 0;
    const auto account = m_surroundings.account(m_read.constFirst().account);
    if (!account)
        return writeNext(); // ends each of them as NotAllowed
    QStringList ids;
    for (const ClusterKey &key : std::as_const(m_read))
        ids.append(key.id);
    account->reader.read(ids, this, [this](const ClusterListing &listing) {
        m_surroundings.listed(listing);
        m_listing = listing;
        writeNext();
    });
}

void Marking::writeNext()
{
    while (!m_read.isEmpty()) {
        // The first one is always used; otherwise slow readings would be repeated endlessly.
        if (m_sent > 0 && m_clock.awake() - m_listing.begun > ReadingLife) {
            m_waiting = m_read + m_waiting;
            m_together = std::min(m_sent + 1, Together);
            return readNext();
        }
        if (write(m_read.takeFirst()))
            return; // answered() continues
    }
    m_together = std::min(m_together + 1, Together); // all in time
    readNext();
}

/// Whether a request was sent.
bool Marking::write(const ClusterKey &key)
{
    const auto account = m_surroundings.account(key.account);
    if (!account) {
        end(key, {}, MarkOutcome::NotAllowed);
        return false;
    }
    const ClusterRow *row = rowOf(m_listing, key.id);
    if (!row || isDeleted(*row)) {
        const bool gone = row || m_listing.lacks(key.id);
        end(key, {}, gone ? MarkOutcome::Gone : MarkOutcome::NotRead, m_listing.error);
        return false;
    }
    const Cluster cluster{key.account, row->record()};
    if (cluster.record.description.isNull()) { // not in the answer: a text may be there
        end(key, cluster.record.name, MarkOutcome::NotRead);
        return false;
    }
    const QString text = withMark(cluster.record.description, m_change);
    const NameProblem problem = descriptionProblem(text);
    if (!m_surroundings.mayChange(cluster))
        end(key, cluster.record.name, MarkOutcome::NotAllowed);
    else if (text == cluster.record.description)
        end(key, cluster.record.name, MarkOutcome::AlreadySo);
    else if (problem != NameProblem::None)
        end(key, cluster.record.name, MarkOutcome::DoesNotFit, {}, problem);
    else {
        ++m_sent;
        account->api.modify(key.id, {.description = text}, this,
                            [this, written = Written{key, cluster.record.name, text}](
                                const Result<Accepted> &answer) { answered(written, answer); });
        return true;
    }
    return false;
}

void Marking::answered(const Written &written, const Result<Accepted> &answer)
{
    m_lastWrite = m_clock.awake();
    if (answer) {
        m_written.append(written);
    } else if (answer.error().outcome == Outcome::Unknown) {
        m_written.append(written);
        m_written.last().error = answer.error();
    } else {
        end(written.key, written.name, MarkOutcome::Failed, answer.error());
    }
    const bool isLost = !answer && answer.error().outcome == Outcome::Unknown;
    m_lost = isLost ? m_lost + 1 : 0;
    if (!answer && (m_lost >= MostLost || stopsAccount(answer.error()))) {
        ApiError notSent = answer.error();
        notSent.outcome = Outcome::NotSent;
        const QList<ClusterKey> rest = m_read + m_waiting;
        m_read.clear();
        m_waiting.clear();
        for (const ClusterKey &key : rest) {
            if (key.account == written.key.account)
                end(key, {}, MarkOutcome::Failed, notSent);
            else
                m_waiting.append(key);
        }
    }
    m_surroundings.progress(int(m_results.size() + m_written.size()));
    writeNext();
}

void Marking::readBackNext()
{
    const QList<Written> written = takeOfOneAccount(
        m_written, m_written.size(), [](const Written &each) { return each.key.account; });
    if (written.isEmpty()) {
        // Copies, since `finished` may destroy this object.
        const auto finished = m_surroundings.finished;
        const QList<MarkResult> results = m_results;
        deleteLater();
        return finished(results);
    }
    const auto account = m_surroundings.account(written.constFirst().key.account);
    if (!account) {
        compare(written, {});
        return readBackNext();
    }
    QStringList ids;
    for (const Written &each : written)
        ids.append(each.key.id);
    account->reader.read(ids, this, [this, written](const ClusterListing &listing) {
        m_surroundings.listed(listing);
        compare(written, listing);
        readBackNext();
    });
}

void Marking::compare(const QList<Written> &written, const ClusterListing &listing)
{
    for (const Written &each : written) {
        const ClusterRow *row = rowOf(listing, each.key.id);
        const QString now = row ? row->record().description : QString();
        if (now.isNull()) {
            const bool gone = !row && listing.lacks(each.key.id);
            end(each.key, each.name, gone ? MarkOutcome::Gone : MarkOutcome::NotReadBack,
                listing.error);
            continue;
        }
        const MarkOutcome outcome = readBack(now, each.text, m_change);
        const bool unknown = outcome == MarkOutcome::Lost && each.error;
        end(each.key, each.name, unknown ? MarkOutcome::Failed : outcome,
            unknown ? each.error : std::nullopt);
    }
}

void Marking::end(const ClusterKey &key, const QString &name, MarkOutcome outcome,
                  const std::optional<ApiError> &error, NameProblem problem)
{
    m_results.append({key, name, outcome, problem, error});
}

} // namespace clusterdeck
